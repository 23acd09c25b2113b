import {
  type Countable,
  figureOf,
  middleOf,
  type PlanGroup,
  type PlanSums,
} from '../analytics/plan-figures.ts'
import { dayMonth, percent, shortDay, weekdayName } from '../i18n/numbers.ts'
import { METRIC_RULES } from '../intent/ask/metrics.ts'
import type { Assumption, DeclineReason, Having, Plan } from '../intent/ask/plan.ts'
import { weekdayNumber } from '../intent/ask/slots.ts'
import { type Day, day, type Span, type Weekday } from '../sales/day.ts'
import { majorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { basisLine } from './basis.ts'
import { bold, italic } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { spanId } from './summary.ts'
import { lines, type Voice, voiceOf } from './voice.ts'

/** A plan's figures, ready to be said. */
export type AskedFigures = {
  readonly plan: Plan
  readonly metric: Countable
  readonly span: Span
  readonly total: PlanSums
  readonly groups: readonly PlanGroup[]
  readonly days: readonly { readonly day: Day; readonly sums: PlanSums }[]
  readonly whole: PlanSums | null
  readonly against: { readonly span: Span; readonly total: PlanSums | null } | null
  readonly usual: number | null
}

/** Rows of a list in a bubble; the title and the basis need their lines too. */
const ROWS_SHOWN = 5

type Said = { readonly found: AskedFigures; readonly shop: Shop; readonly voice: Voice }

/** Answers of up to three plans as one message: each in its lines, the steps on offer once. */
export const askedReply = (
  answers: readonly AskedFigures[],
  assumptions: readonly Assumption[],
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const blocks = answers.map((found) => blockOf({ found, shop, voice }))
  const assumed = assumptions.map((each) => voice.words.asked.assumed[each]).join(' ')
  const [first] = answers
  return textReply(
    lines(blocks.join('\n\n'), assumed === '' ? null : italic(assumed)),
    first ? nextSteps(first, voice) : [],
  )
}

/** Where one can go from here: taps that answer for the same days. */
const nextSteps = ({ span, plan }: AskedFigures, { words }: Voice): readonly Choice[] => {
  const { buttons } = words
  return [
    ...(plan.dimension === 'product'
      ? []
      : [{ id: `products:${spanId(span)}`, title: buttons.products }]),
    { id: `why:${spanId(span)}`, title: buttons.why },
    { id: `summary:${spanId(span)}`, title: buttons.summary },
  ]
}

const blockOf = (said: Said): string => {
  const { found, shop } = said
  const basis = {
    span: found.span,
    lines: found.total.lines,
    branches: 0,
    asOfMinute: null,
  }
  return lines(
    headline(said),
    ...rowsOf(said),
    comparisonLine(said),
    basisLine(basis, shop, { withSpan: true }),
  )
}

const headline = (said: Said): string => {
  const { found, voice } = said
  const { plan, metric } = found
  const { asked } = voice.words
  const subject = [asked.metrics[metric], ...filtersIn(plan, said)].join(' · ')
  if (plan.aggregation === 'latest') return bold(latestLine(said))
  if (plan.dimension !== null && !SINGLE.has(plan.aggregation)) {
    const order = plan.aggregation === 'rank_asc' ? ` (${asked.worst})` : ''
    return bold(`${subject} ${asked.dimensions[plan.dimension]}${order}`)
  }
  const how = HOW[plan.aggregation]
  const tail = how === undefined ? '' : ` ${asked[how]}`
  return bold(`${subject}${tail}: ${mainValue(said)}`)
}

const SINGLE: ReadonlySet<Plan['aggregation']> = new Set(['avg_per_day', 'median', 'share'])
const HOW: Readonly<Partial<Record<Plan['aggregation'], 'perDay' | 'median'>>> = {
  avg_per_day: 'perDay',
  median: 'median',
}

const mainValue = (said: Said): string => {
  const { found, voice } = said
  const value = mainFigure(found)
  if (value === null) return '-'
  if (found.plan.aggregation !== 'share') return valueIn(found.metric, value, voice)
  const whole = found.whole && figureOf(found.metric, found.whole)
  const amount = valueIn(found.metric, value, voice)
  return whole
    ? `${amount}, ${voice.words.asked.share(percent(value / whole, said.shop.language))}`
    : amount
}

const mainFigure = ({ plan, metric, total, days }: AskedFigures): number | null => {
  const whole = figureOf(metric, total)
  if (plan.aggregation === 'avg_per_day') {
    return whole === null || days.length === 0 ? null : Math.round(whole / days.length)
  }
  if (plan.aggregation === 'median') {
    return middleOf(days.flatMap(({ sums }) => figureOf(metric, sums) ?? []))
  }
  return whole
}

/** A figure in the metric's own unit. */
const valueIn = (metric: Countable, value: number, voice: Voice): string => {
  const { shownAs } = METRIC_RULES[metric]
  if (shownAs === 'money') return voice.money(value)
  if (shownAs === 'things') return voice.quantity(value)
  return voice.whole(value)
}

/** `Mawar Merah`, `Mawar Merah dan 2 lainnya`, `tanpa Dago`. */
const filtersIn = ({ filters }: Plan, said: Pick<Said, 'voice' | 'shop'>): readonly string[] =>
  filterTexts(filters, said)

export const filterTexts = (
  filters: Plan['filters'],
  { voice, shop }: Pick<Said, 'voice' | 'shop'>,
): readonly string[] =>
  filters.map(({ dimension, op, values }) => {
    const [first = ''] = values
    const shown = dimension === 'weekday' ? weekdayNamed(first, shop) : voice.name(first)
    const others = values.length - 1
    const named = others === 0 ? shown : voice.words.asked.names(shown, others)
    return op === 'not' ? voice.words.asked.without(named) : named
  })

const latestLine = (said: Said): string => {
  const { found, voice, shop } = said
  const last = found.days.findLast(({ sums }) => sums.quantity > 0 || sums.revenue > 0)
  const what = filtersIn(found.plan, said)[0] ?? voice.words.asked.metrics[found.metric]
  return last === undefined
    ? voice.words.asked.nothingFits
    : voice.words.asked.lastSold(what, shortDay(last.day, shop.language))
}

const rowsOf = (said: Said): readonly (string | null)[] => {
  const { found, voice } = said
  const { plan } = found
  if (plan.dimension === null || SINGLE.has(plan.aggregation) || plan.aggregation === 'latest')
    return []
  const ranked = rankedGroups(found, said.shop)
  const shown = ranked.slice(0, plan.topN ?? ROWS_SHOWN)
  const more = plan.topN === null ? ranked.length - shown.length : 0
  if (shown.length === 0) return [voice.words.asked.nothingFits]
  return [
    ...shown.map(
      ({ key, value }, i) =>
        `${i + 1}. ${keyIn(plan.dimension, key, said)}: ${valueIn(found.metric, value, voice)}`,
    ),
    more > 0 ? voice.words.asked.more(more) : null,
  ]
}

type Ranked = { readonly key: string | null; readonly value: number }

/** In the order asked for: by time where days go by, else by size. */
const rankedGroups = (
  { plan, metric, groups }: Pick<AskedFigures, 'plan' | 'metric' | 'groups'>,
  shop: Pick<Shop, 'currency'>,
): readonly Ranked[] => {
  const valued = groups.flatMap(({ key, sums }) => {
    const value = figureOf(metric, sums)
    return value === null || (key === null && plan.dimension !== 'branch') ? [] : [{ key, value }]
  })
  const fitting =
    plan.having === null
      ? valued
      : valued.filter(({ value }) => fits(plan.having, inWhole(metric, value, shop)))
  const isTimeline = TIMELINES.has(plan.dimension ?? '') && !RANKS.has(plan.aggregation)
  if (isTimeline) return fitting.toSorted((a, b) => (String(a.key) < String(b.key) ? -1 : 1))
  const ascending = plan.aggregation === 'rank_asc' || plan.aggregation === 'min'
  return fitting.toSorted((a, b) => (ascending ? a.value - b.value : b.value - a.value))
}
const TIMELINES: ReadonlySet<string> = new Set(['day', 'week', 'month', 'weekday'])
const RANKS: ReadonlySet<string> = new Set(['rank_desc', 'rank_asc', 'max', 'min'])

const inWhole = (
  metric: Countable,
  value: number,
  { currency }: Pick<Shop, 'currency'>,
): number => {
  const { shownAs } = METRIC_RULES[metric]
  if (shownAs === 'money') return majorUnits(value, currency)
  return shownAs === 'things' ? value / QUANTITY_ONE : value
}

const fits = (having: Having | null, value: number): boolean => {
  switch (having?.op) {
    case 'lt':
      return value < having.value
    case 'lte':
      return value <= having.value
    case 'gt':
      return value > having.value
    case 'gte':
      return value >= having.value
    case undefined:
      return true
  }
}

const keyIn = (dimension: Plan['dimension'], key: string | null, { shop, voice }: Said): string => {
  if (key === null) return '-'
  if (dimension === 'day') return shortDay(day(key), shop.language)
  if (dimension === 'week') return voice.words.asked.week(dayMonth(day(key), shop.language))
  if (dimension === 'month') return key.slice(0, 7)
  if (dimension === 'weekday') return weekdayName(Number(key) as Weekday, shop.language)
  return voice.name(key)
}

const weekdayNamed = (name: string, shop: Shop): string =>
  weekdayName((weekdayNumber(name) || 1) as Weekday, shop.language)

/** `▲ 12% dari 1-22 Okt 2026 (Rp 4,2 jt)`. */
const comparisonLine = ({ found, voice }: Said): string | null => {
  const { plan, metric, total, against, usual } = found
  const { asked } = voice.words
  const value = figureOf(metric, total)
  if (plan.comparison === 'vs_average' && usual !== null && value !== null) {
    return changeLine(value, usual, { voice, other: asked.usual(valueIn(metric, usual, voice)) })
  }
  if (against === null || value === null) return null
  const before = against.total && figureOf(metric, against.total)
  if (before === null) return asked.noOther(voice.when(against.span))
  return changeLine(value, before, {
    voice,
    other: asked.before(voice.when(against.span), valueIn(metric, before, voice)),
  })
}

const changeLine = (
  value: number,
  before: number,
  { voice, other }: { readonly voice: Voice; readonly other: string },
): string => {
  if (before === value || before === 0) return voice.words.asked.same(other)
  const ratio = (value - before) / Math.abs(before)
  return voice.words.asked.compared(ratio > 0 ? '▲' : '▼', voice.percent(Math.abs(ratio)), other)
}

/** What cannot be told, in one friendly line, and the nearest thing that can. */
export const declinedReply = (
  reason: Exclude<DeclineReason, 'acknowledgement'>,
  shop: Shop,
): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.asked.declined[reason], [
    { id: 'summary', title: words.buttons.summary },
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** A plan that the totals cannot answer. */
export const impossibleReply = (
  needs: 'hours' | 'categories' | 'money' | 'quantity',
  shop: Shop,
): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.asked.impossible[needs], [
    { id: 'summary', title: words.buttons.summary },
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** A name nobody knows here, with those that come near; each of them is a button that asks on. */
export const unknownNameReply = (
  unknown: readonly string[],
  nearest: readonly string[],
  shop: Shop,
): Reply => {
  const { words, name } = voiceOf(shop)
  const said = words.asked.nearest(bold(name(unknown.join(' '))))
  const next =
    nearest.length === 0 ? words.asked.noneClose : words.asked.closest(nearest.map(name).join(', '))
  const choices = nearest.map((each) => ({ id: `name:${each}`, title: each }))
  return textReply(
    lines(said, next),
    choices.length > 0
      ? choices
      : [
          { id: 'products', title: words.buttons.products },
          { id: 'menu', title: words.buttons.menu },
        ],
  )
}

/** What is left of the goods that were counted. */
export const stockReply = (
  asked: readonly string[],
  left: readonly { readonly name: string; readonly quantity: number }[],
  shop: Shop,
): Reply => {
  const { words, name, quantity } = voiceOf(shop)
  const rows = left
    .slice(0, ROWS_SHOWN)
    .map((each) => words.asked.stock(name(each.name), quantity(each.quantity)))
  const [first = words.asked.metrics.stock_on_hand] = asked
  return textReply(
    left.length === 0
      ? words.asked.noStock(name(first))
      : lines(`📦 ${bold(rows[0] ?? '')}`, ...rows.slice(1)),
    [
      { id: 'restock', title: words.buttons.restock },
      { id: 'products', title: words.buttons.products },
    ],
  )
}
