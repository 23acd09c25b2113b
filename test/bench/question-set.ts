import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plansFrom } from '../../src/cli/ask-json.ts'
import type { AskContext, AskReading, Filter, Having, Plan } from '../../src/intent/ask/plan.ts'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { day, type Span } from '../../src/sales/day.ts'

/** A question with what it must come to: plans, a decline or a question back. */
export type Asked = {
  /** When it was written: `tuned` and `held-out` are the first set, `blind-…` were tried unseen. */
  readonly set: string
  readonly lang: string
  readonly text: string
  readonly prior?: string
  /** The plan of the bubble that is replied to. */
  readonly quoted?: WantedPlan
  readonly plans?: readonly WantedPlan[]
  /** Other readings that are as fair. */
  readonly or?: readonly (readonly WantedPlan[])[]
  readonly decline?: string
  readonly clarify?: string
  /** A deed of ours, or help: no plan. */
  readonly command?: string
}

/** `any`: whichever of revenue and visits; nobody can tell from the words. */
type WantedPlan = {
  readonly metric: string
  readonly aggregation: string
  readonly dimension: string | null
  readonly across?: string
  readonly rankedBy?: 'change'
  readonly filters: readonly Filter[]
  readonly time: Span | null
  readonly comparison: string | null
  readonly against: Span | null
  readonly topN: number | null
  readonly having: Having | null
}

/** The whole set, or another file of the same kind. */
export const questionSet = (file = FIXTURE): readonly Asked[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Asked => JSON.parse(line))

const FIXTURE = join(import.meta.dirname, '../fixtures/questions.jsonl')

/** The flower shop all of them are asked in, on Sunday 22 November 2026. */
export const FLOWER_SHOP: AskContext = {
  today: day('2026-11-22'),
  covered: { from: day('2022-01-01'), to: day('2026-11-21') },
  prior: [],
  feasts: new Map([
    ['lebaran', ['2025-03-31', '2025-04-01', '2026-03-21', '2026-03-22'].map((text) => day(text))],
  ]),
  catalogue: {
    products: [
      'Mawar Merah',
      'Mawar Putih',
      'Lily Putih',
      'Anggrek Bulan',
      'Bunga Matahari',
      'Buket Wisuda',
      'Baby Breath',
      'Tulip',
    ],
    branches: ['Dago', 'Setiabudi', 'Kemang'],
    colors: ['merah', 'putih', 'kuning', 'pink'],
    categories: ['Bunga Potong', 'Buket'],
    aliases: new Map(),
  },
}

export const readAsked = ({ text, prior, quoted }: Asked): AskReading => {
  const before = prior === undefined ? [] : readQuestion(prior, FLOWER_SHOP).plans
  return readQuestion(text, {
    ...FLOWER_SHOP,
    prior: quoted === undefined ? before : plansFrom(quoted),
  })
}

/** `exact`, `wrong` with confidence, or `asked`: declined or asked back though it can be answered. */
export type Verdict = 'exact' | 'wrong' | 'asked'

/** Slot by slot; `same` says when two lists of plans come to one answer. */
export const verdictOn = (
  asked: Asked,
  got: Pick<AskReading, 'kind' | 'plans'>,
  same: (wanted: readonly Plan[], got: readonly Plan[]) => boolean = sameSlots,
): Verdict => {
  if (asked.decline !== undefined) return got.kind === 'decline' ? 'exact' : 'wrong'
  if (asked.clarify !== undefined) return got.kind === 'query' ? 'wrong' : 'exact'
  if (asked.command !== undefined) return got.kind === 'query' ? 'wrong' : 'exact'
  if (got.kind !== 'query') return 'asked'
  const isMeant = wantedReadings(asked, got.plans).some((wanted) => same(wanted, got.plans))
  return isMeant ? 'exact' : 'wrong'
}

/** Every fair list of plans; where any metric will do, the one that was taken. */
export const wantedReadings = (
  { plans = [], or = [] }: Asked,
  got: readonly Plan[],
): readonly (readonly Plan[])[] => [plans, ...or].map((wanted) => wantedPlans(wanted, got))

const wantedPlans = (wanted: readonly WantedPlan[], got: readonly Plan[]): readonly Plan[] =>
  wanted.flatMap((plan, i) =>
    plansFrom({
      ...plan,
      metric: plan.metric === 'any' ? (got[i]?.metric ?? 'revenue') : plan.metric,
    }),
  )

const sameSlots = (wanted: readonly Plan[], got: readonly Plan[]): boolean =>
  wanted.map(sayOf).join() === got.map(sayOf).join()

/** Everything that changes the rows of the answer. */
const sayOf = (plan: Plan): string =>
  [
    plan.metric,
    plan.rankedBy === 'change' ? `${plan.aggregation} by change` : plan.aggregation,
    plan.across ? `${plan.dimension} across ${plan.across}` : plan.dimension,
    plan.filters
      .map((each) => `${each.dimension} ${each.op} ${[...each.values].sort().join('/')}`)
      .sort()
      .join(', '),
    plan.time && `${plan.time.from}..${plan.time.to}`,
    plan.comparison,
    plan.against && `${plan.against.from}..${plan.against.to}`,
    plan.topN === null ? null : `top ${plan.topN}`,
    plan.having && `${plan.having.op} ${plan.having.value}`,
  ]
    .map((part) => part ?? '-')
    .join(' | ')

export const inShort = (got: Pick<AskReading, 'kind' | 'reason' | 'plans' | 'unknown'>): string =>
  [got.kind, got.reason ?? '', ...got.plans.map(sayOf), got.unknown.join(' ')].join(' ; ')
