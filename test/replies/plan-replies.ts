import type { PlanGroup, PlanSums } from '../../src/analytics/plan-figures.ts'
import type { PlanFigures } from '../../src/analytics/plan-rows.ts'
import type { Plan } from '../../src/intent/ask/plan.ts'
import {
  askedReply,
  declinedReply,
  impossibleReply,
  stockReply,
  unknownNameReply,
} from '../../src/replies/asked.ts'
import {
  forgottenWordReply,
  learnedLine,
  partReadingsReply,
  partTitle,
  readingTitle,
  whichReadingReply,
  withoutWordsTitle,
} from '../../src/replies/readings.ts'
import { type Reply, textReply } from '../../src/replies/reply.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { march, pieces, rupiah } from './findings.ts'

const aPlan = (change: Partial<Plan> = {}): Plan => ({
  metric: 'revenue',
  aggregation: 'sum',
  dimension: null,
  filters: [],
  time: { ...march, partial: false, grain: 'month' },
  comparison: null,
  against: null,
  topN: null,
  having: null,
  ...change,
})

const partsOffered = (shop: Shop): Reply => {
  const plans = [
    aPlan({ aggregation: 'explain' }),
    aPlan({ dimension: 'branch' }),
    aPlan({ aggregation: 'rank_asc', dimension: 'product', metric: 'units' }),
  ]
  return partReadingsReply(
    plans,
    plans.map((plan, i) => ({ id: `reading:1:${i}`, title: partTitle(plan, plans, shop) })),
    shop,
  )
}

const someSums = (revenue: number, quantity: number): PlanSums => ({
  lines: quantity,
  quantity: pieces(quantity),
  revenue: rupiah(revenue),
  refundLines: 0,
  refunds: 0,
  receipts: Math.ceil(quantity / 2),
  products: 4,
})

const aGroup = (key: string, revenue: number, quantity: number): PlanGroup => ({
  key,
  sums: someSums(revenue, quantity),
})

const goods = ['Mawar Merah', 'Tulip', 'Lily Putih', 'Anggrek', 'Buket Wisuda'].map((name, i) =>
  aGroup(name, 9_000_000 - i * 1_000_000, 90 - i * 10),
)

const figures = (plan: Plan, change: Partial<PlanFigures> = {}): PlanFigures => ({
  plan,
  metric: 'revenue',
  span: march,
  total: someSums(48_250_000, 1284),
  groups: [],
  days: Array.from({ length: 31 }, (_, i) => ({
    day: addDays(march.from, i),
    sums: someSums(1_200_000 + i * 20_000, 40),
  })),
  whole: null,
  against: null,
  usual: null,
  ...change,
})

const tulips = { dimension: 'product', op: 'eq', values: ['Tulip'] } as const
const evening = { dimension: 'hour', op: 'in', values: ['17', '18', '19'] } as const
const branches = [
  aGroup('Dago', 28_000_000, 740),
  aGroup('Kemang', 12_250_000, 330),
  aGroup('Setiabudi', 8_000_000, 214),
]
const answer = (plan: Plan, shop: Shop, change: Partial<PlanFigures> = {}): Reply =>
  askedReply([figures(plan, change)], [], shop)

const february = { from: day('2026-02-01'), to: day('2026-02-28') }
const bothBranches = { dimension: 'branch', op: 'in', values: ['Dago', 'Kemang'] } as const
const aMove = (change: Partial<Plan> = {}): Plan =>
  aPlan({
    aggregation: 'rank_desc',
    dimension: 'product',
    rankedBy: 'change',
    comparison: 'previous_period',
    ...change,
  })
/** February sold fewer roses and tulips, more orchids, and a cactus; lilies are new. */
const moves = {
  groups: goods,
  before: [
    aGroup('Mawar Merah', 6_500_000, 70),
    aGroup('Tulip', 7_000_000, 81),
    aGroup('Anggrek', 8_000_000, 88),
    aGroup('Buket Wisuda', 5_000_000, 50),
    aGroup('Kaktus', 400_000, 12),
  ],
  against: { span: february, total: someSums(44_000_000, 1190) },
}

/** Answers to free questions, as they leave us. */
export const planReplies: Readonly<Record<string, (shop: Shop) => Reply>> = {
  'asked-total': (shop) => askedReply([figures(aPlan())], ['month_to_date', 'revenue'], shop),
  'asked-hours': (shop) => answer(aPlan({ filters: [tulips, evening] }), shop),
  'asked-without': (shop) =>
    answer(
      aPlan({ filters: [{ dimension: 'branch', op: 'not', values: ['Dago', 'Kemang'] }] }),
      shop,
    ),
  'asked-per-day': (shop) => answer(aPlan({ aggregation: 'avg_per_day' }), shop),
  'asked-median': (shop) => answer(aPlan({ aggregation: 'median' }), shop),
  'asked-mean-of-branches': (shop) =>
    answer(aPlan({ aggregation: 'avg', dimension: 'branch' }), shop, { groups: branches }),
  'asked-per-day-by-branch': (shop) =>
    answer(aPlan({ aggregation: 'avg_per_day', dimension: 'branch' }), shop, { groups: branches }),
  'asked-table': (shop) =>
    answer(
      aPlan({ metric: 'units', aggregation: 'rank_desc', dimension: 'product', across: 'branch' }),
      shop,
      {
        metric: 'units',
        groups: goods,
        table: branches.map(({ key }) => ({ key, groups: goods })),
      },
    ),
  'asked-share': (shop) =>
    answer(aPlan({ aggregation: 'share', filters: [tulips] }), shop, {
      total: someSums(6_000_000, 150),
      whole: someSums(48_000_000, 1284),
    }),
  'asked-shares': (shop) =>
    answer(aPlan({ aggregation: 'share', dimension: 'branch' }), shop, {
      groups: branches,
      whole: someSums(48_250_000, 1284),
    }),
  'asked-list': (shop) =>
    answer(aPlan({ aggregation: 'rank_asc', dimension: 'branch' }), shop, { groups: branches }),
  'asked-last-over': (shop) =>
    answer(
      aPlan({ aggregation: 'latest', dimension: 'day', having: { op: 'gt', value: 1_500_000 } }),
      shop,
    ),
  'asked-risers': (shop) => answer(aMove({ aggregation: 'rank_desc' }), shop, moves),
  'asked-fallers': (shop) =>
    answer(aMove({ aggregation: 'rank_asc', metric: 'units' }), shop, {
      ...moves,
      metric: 'units',
    }),
  'asked-both-moves': (shop) =>
    answer(aMove({ dimension: 'branch', filters: [bothBranches] }), shop, {
      ...moves,
      groups: branches.slice(0, 2),
      before: [aGroup('Dago', 30_000_000, 700), aGroup('Kemang', 11_000_000, 330)],
    }),
  'asked-beside': (shop) =>
    answer(aPlan({ dimension: 'branch', comparison: 'previous_period' }), shop, {
      ...moves,
      groups: branches,
      before: [aGroup('Dago', 30_000_000, 700), aGroup('Kemang', 11_000_000, 330)],
    }),
  'asked-none-fell': (shop) =>
    answer(aMove({ aggregation: 'rank_asc' }), shop, { ...moves, before: [] }),
  'asked-moves-from-nothing': (shop) =>
    answer(aMove(), shop, { ...moves, before: [], against: { span: february, total: null } }),
  'asked-by-hour': (shop) =>
    answer(aPlan({ dimension: 'hour' }), shop, {
      groups: [aGroup('9', 900_000, 20), aGroup('10', 1_400_000, 31), aGroup('17', 3_200_000, 70)],
    }),
  'asked-by-month': (shop) =>
    answer(aPlan({ dimension: 'month' }), shop, {
      groups: [aGroup('2026-02-01', 40_000_000, 1100), aGroup('2026-03-01', 48_250_000, 1284)],
    }),
  'asked-by-weekday': (shop) =>
    answer(aPlan({ dimension: 'weekday', aggregation: 'rank_desc', topN: 1 }), shop, {
      groups: [aGroup('6', 12_000_000, 300), aGroup('1', 5_000_000, 140)],
    }),
  'asked-nothing-fits': (shop) =>
    answer(
      aPlan({ aggregation: 'list', dimension: 'branch', having: { op: 'gt', value: 90_000_000 } }),
      shop,
      { groups: branches },
    ),
  'asked-compared': (shop) =>
    answer(aPlan({ comparison: 'previous_period' }), shop, {
      against: {
        span: { from: addDays(march.from, -28), to: addDays(march.from, -1) },
        total: someSums(40_000_000, 1100),
      },
    }),
  'asked-usual': (shop) =>
    answer(aPlan({ comparison: 'vs_average' }), shop, { usual: rupiah(51_000_000) }),
  'asked-last-sold': (shop) =>
    answer(aPlan({ metric: 'units', aggregation: 'latest', filters: [tulips] }), shop, {
      metric: 'units',
    }),
  'asked-two': (shop) =>
    askedReply(
      [figures(aPlan()), figures(aPlan({ metric: 'transactions' }), { metric: 'transactions' })],
      [],
      shop,
    ),
  'asked-no-hours': (shop) => impossibleReply('hours', shop),
  'asked-no-categories': (shop) => impossibleReply('categories', shop),
  'asked-off-topic': (shop) => declinedReply('not_sales', shop),
  'asked-order-to-us': (shop) => declinedReply('injection', shop),
  'asked-no-customers': (shop) => declinedReply('no_customer_data', shop),
  'asked-no-staff': (shop) => declinedReply('no_staff_data', shop),
  'asked-no-target': (shop) => declinedReply('no_target_set', shop),
  'asked-to-delete': (shop) => declinedReply('destructive_action', shop),
  'asked-back-name': (shop) =>
    unknownNameReply(
      ['tulpen'],
      { nearest: ['Tulip'], choices: [{ id: 'reading:1:0', title: 'Tulip' }] },
      shop,
    ),
  'asked-back-no-more': (shop) => unknownNameReply(['kaktus'], { nearest: [], choices: [] }, shop),
  'asked-back-strange': (shop) =>
    unknownNameReply(
      ['kaktus'],
      {
        nearest: [],
        choices: [{ id: 'reading:1:0', title: withoutWordsTitle(['kaktus'], shop) }],
        without: aPlan({ filters: [{ dimension: 'branch', op: 'eq', values: ['Dago'] }] }),
      },
      shop,
    ),
  'asked-back-part': (shop) => partsOffered(shop),
  'asked-back-which': (shop) =>
    whichReadingReply(
      [
        aPlan({ filters: [{ dimension: 'branch', op: 'eq', values: ['Dago'] }] }),
        aPlan({ filters: [{ dimension: 'product', op: 'eq', values: ['Dago'] }] }),
      ].map((plan, i) => ({ id: `reading:1:${i}`, title: readingTitle(plan, shop) })),
      shop,
    ),
  'asked-learned': (shop) => textReply(learnedLine('tulpen', 'Tulip', shop)),
  'asked-forgotten': (shop) => forgottenWordReply('tulpen', 'Tulip', shop),
  'asked-stock': (shop) => stockReply(['Tulip'], [{ name: 'Tulip', quantity: pieces(40) }], shop),
  'asked-no-stock': (shop) => stockReply(['Tulip'], [], shop),
}
