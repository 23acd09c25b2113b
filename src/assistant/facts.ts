import type {
  Anomaly,
  Cause,
  Explanation,
  Forecast,
  Restock,
  Summary,
  Trend,
} from '../analytics/findings.ts'
import type { Day, Span } from '../sales/day.ts'

/**
 * One finding as the model may know it: what it is about, which way it points, how strong it is. The
 * figure or name itself is `rendered`, and `rendered` never leaves the process: the model writes the
 * id in double braces and we put the figure there.
 */
export type Fact = {
  /** `f1` is a figure or a date, `n1` a name. */
  readonly id: string
  readonly about: string
  /** Facts of one topic belong together; a sentence that mixes topics could pair a name with a stranger's figure. */
  readonly topic: string
  /** `level`: how much there is. `change`: how much it moved. */
  readonly role: 'level' | 'change' | 'date' | 'name'
  /** What a name names; null for figures. */
  readonly noun: 'product' | 'branch' | 'variant' | 'cause' | null
  readonly direction: 'up' | 'down' | 'flat' | null
  readonly size: 'slight' | 'clear' | 'strong' | null
  /** True when it holds the first place among its like: only then may a sentence say so. */
  readonly isTop: boolean
  /** True when it explains another fact: only then may a sentence give a reason. */
  readonly isCause: boolean
  readonly rendered: string
}

/** How the caller writes what the facts stand for, in the reader's language. */
export type FactFormat = {
  /** Minor units. */
  readonly money: (units: number) => string
  /** Thousandths. */
  readonly quantity: (thousandths: number) => string
  readonly quantityRange: (low: number, high: number) => string
  /** A ratio without its sign: 0.12 is 12 %. */
  readonly percent: (ratio: number) => string
  readonly day: (day: Day) => string
  readonly span: (span: Span) => string
  readonly count: (count: number) => string
  /** A product, branch or colour as it may stand in a message. */
  readonly name: (name: string) => string
  /** "The number of buyers" or "the amount a buyer spends", in the reader's language. */
  readonly cause: (kind: 'receipts' | 'basket') => string
}

export type Findings = {
  readonly summary: Summary | null
  readonly forecast: Forecast | null
  readonly restock: Restock | null
  /** Most important first; two are told. */
  readonly anomalies: readonly Anomaly[]
  /** Why a period was not as usual. */
  readonly explanation?: Explanation | null
}

/** Two broken habits are news, more are noise in seven sentences. */
const ANOMALIES_MAX = 2

/** The findings as facts with ids, in the order worth telling. */
export const factsOf = (findings: Findings, format: FactFormat): Fact[] =>
  numbered([
    ...(findings.summary ? summaryDrafts(findings.summary, format) : []),
    ...findings.anomalies
      .slice(0, ANOMALIES_MAX)
      .flatMap((found, index) => anomalyDrafts(found, index, format)),
    ...(findings.explanation ? explanationDrafts(findings.explanation, format) : []),
    ...(findings.forecast ? forecastDrafts(findings.forecast, format) : []),
    ...(findings.restock ? restockDrafts(findings.restock, format) : []),
  ])

/** A fact before it has its id. */
type Draft = Pick<Fact, 'about' | 'rendered' | 'topic' | 'role'> & Partial<Fact>
type Marks = Partial<Pick<Fact, 'direction' | 'size' | 'isTop' | 'isCause'>>
type Noun = Exclude<Fact['noun'], null>

const numbered = (drafts: readonly Draft[]): Fact[] =>
  drafts.map((draft, index) => {
    const isName = draft.role === 'name'
    const sameKind = drafts
      .slice(0, index + 1)
      .filter((other) => (other.role === 'name') === isName)
    const id = `${isName ? 'n' : 'f'}${sameKind.length}`
    return { noun: null, direction: null, size: null, isTop: false, isCause: false, ...draft, id }
  })

const draftOf =
  (role: Fact['role']) =>
  (topic: string, about: string, rendered: string, marks: Marks = {}): Draft => ({
    role,
    topic,
    about,
    rendered,
    ...marks,
  })

const level = draftOf('level')
const change = draftOf('change')
const date = draftOf('date')
const name =
  (noun: Noun) =>
  (...told: Parameters<typeof date>): Draft => ({ ...draftOf('name')(...told), noun })
const product = name('product')

const summaryDrafts = (summary: Summary, format: FactFormat): Draft[] => [
  date('sales', 'the day or days the summary covers', format.span(summary.span)),
  level(
    'sales',
    summary.complete ? 'net sales' : 'net sales so far; the period still runs, do not judge it',
    format.money(summary.sums.revenue),
  ),
  ...comparisonDrafts(summary, format),
  ...trendDrafts(summary.trend, format),
  ...bestSellerDrafts(summary.bestSeller, format),
  ...branchDrafts(summary.branches, format),
  ...variantDrafts(summary.favouriteVariant, format),
  ...moverDrafts(summary, format),
]

const comparisonDrafts = ({ complete, comparison }: Summary, format: FactFormat): Draft[] => {
  if (!complete || comparison === null) return []
  const against =
    comparison.kind === 'weekday' ? 'what such a day usually brings' : 'the stretch before'
  const moved = format.percent(Math.abs(comparison.change))
  return [change('sales', `net sales against ${against}`, moved, judged(comparison.change))]
}

const trendDrafts = (trend: Trend | null, format: FactFormat): Draft[] => {
  if (trend === null) return []
  const size = trend.direction === 'flat' ? null : judged(trend.change).size
  const moved = format.percent(Math.abs(trend.change))
  return [
    change('trend', 'long-run trend of net sales', moved, { direction: trend.direction, size }),
  ]
}

const bestSellerDrafts = (best: Summary['bestSeller'], format: FactFormat): Draft[] => {
  if (best === null) return []
  return [
    product('best seller', 'best-selling product', format.name(best.name), { isTop: true }),
    level('best seller', 'units sold of it', format.quantity(best.quantity), { isTop: true }),
  ]
}

/** With one branch there is nothing to be first among. */
const branchDrafts = ([first, second]: Summary['branches'], format: FactFormat): Draft[] => {
  if (first === undefined || second === undefined) return []
  return [
    name('branch')('branch', 'branch with most sales', format.name(first.name), { isTop: true }),
    level('branch', 'its share of all sales', format.percent(first.share), { isTop: true }),
  ]
}

const variantDrafts = (variant: Summary['favouriteVariant'], format: FactFormat): Draft[] => {
  if (variant === null) return []
  const rendered = format.name(variant.name)
  return [
    name('variant')('favourite', 'favourite colour, size or flavour', rendered, { isTop: true }),
  ]
}

const moverDrafts = ({ rising, slowMover }: Summary, format: FactFormat): Draft[] => [
  ...(rising
    ? [
        product('rising', 'product that gained most', format.name(rising.name), {
          direction: 'up',
        }),
        change('rising', 'units it gained', format.quantity(rising.gain), { direction: 'up' }),
      ]
    : []),
  ...(slowMover
    ? [
        product('slow', 'product that sells slowly now', format.name(slowMover.name), {
          direction: 'down',
        }),
      ]
    : []),
]

const anomalyDrafts = (anomaly: Anomaly, index: number, format: FactFormat): Draft[] => {
  const { scope, usual, actual } = anomaly
  const topic = `broken habit ${'ab'[index] ?? ''}`
  // Against a usual of nothing there is no percent, only much.
  const moved = usual.likely === 0 ? null : (actual - usual.likely) / usual.likely
  const size = moved === null ? 'strong' : judged(moved).size
  const marks: Marks = { direction: anomaly.direction, size }
  const sold = anomaly.zeroDay ? 'net sales that day: nothing sold at all' : 'net sales that day'
  const against = 'net sales that day against what such a day usually brings'
  return [
    date(topic, 'day that broke its habit', format.day(anomaly.day), marks),
    ...(scope.kind === 'shop'
      ? []
      : [name(scope.kind)(topic, `the ${scope.kind} it is about`, format.name(scope.name), marks)]),
    level(topic, sold, format.money(actual), marks),
    ...(moved === null ? [] : [change(topic, against, format.percent(Math.abs(moved)), marks)]),
    ...causeDrafts(topic, anomaly.causes[0], format),
  ]
}

/** Only what the causes' own lines do not say: how it stands beside the usual, and what moved it most. */
const explanationDrafts = (explanation: Explanation, format: FactFormat): Draft[] => {
  const { span, actual, change: moved, causes } = explanation
  const marks = judged(moved)
  return [
    date('why', 'the day or days it is about', format.span(span)),
    level('why', 'net sales then', format.money(actual)),
    change('why', 'net sales against the usual', format.percent(Math.abs(moved)), marks),
    ...causeDrafts('why', causes[0], format),
  ]
}

const causeDrafts = (topic: string, cause: Cause | undefined, format: FactFormat): Draft[] => {
  if (cause === undefined) return []
  const { kind } = cause
  const marks: Marks = { isCause: true, direction: cause.delta < 0 ? 'down' : 'up' }
  if (kind === 'product' || kind === 'branch') {
    return [name(kind)(topic, `largest cause of it, a ${kind}`, format.name(cause.name), marks)]
  }
  if (kind !== 'receipts' && kind !== 'basket') return []
  return [name('cause')(topic, 'largest cause of it', format.cause(kind), marks)]
}

const forecastDrafts = (forecast: Forecast, format: FactFormat): Draft[] => {
  const [next] = forecast.total
  if (next === undefined) return []
  const [top] = forecast.products
  const [first] = top?.days ?? []
  return [
    date('forecast', 'day of the forecast', format.day(next.day)),
    level('forecast', 'units expected, as a range', format.quantityRange(next.low, next.high)),
    ...(top && first
      ? [
          product('forecast first', 'product expected to sell most', format.name(top.product), {
            isTop: true,
          }),
          level(
            'forecast first',
            'units expected of it, as a range',
            format.quantityRange(first.low, first.high),
          ),
        ]
      : []),
  ]
}

const restockDrafts = ({ restock, reduce }: Restock, format: FactFormat): Draft[] => {
  const orders = restock.filter(({ order }) => order > 0)
  const [first] = orders
  const [less] = reduce
  return [
    ...(first
      ? [
          level('order', 'number of products to order', format.count(orders.length)),
          product('order first', 'product to order first', format.name(first.product), {
            isTop: true,
          }),
          level('order first', 'units to order of it', format.quantity(first.order)),
        ]
      : []),
    ...(less
      ? [
          product('order less', 'product to order less of', format.name(less.product), {
            direction: 'down',
          }),
        ]
      : []),
  ]
}

/** Changes smaller than this are no change to a shop owner. */
const FLAT_BELOW = 0.02
const CLEAR_FROM = 0.05
const STRONG_FROM = 0.2

const judged = (ratio: number): Pick<Fact, 'direction' | 'size'> => {
  const size = Math.abs(ratio)
  if (size < FLAT_BELOW) return { direction: 'flat', size: null }
  const direction = ratio > 0 ? 'up' : 'down'
  if (size < CLEAR_FROM) return { direction, size: 'slight' }
  return { direction, size: size < STRONG_FROM ? 'clear' : 'strong' }
}
