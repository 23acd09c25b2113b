import { addDays, dayOf, daysBetween, type Span, type Weekday, weekdayOf } from '../../sales/day.ts'
import { monthOf, monthSpan, wholeMonth, wholeWeek, yearOf } from '../calendar.ts'
import { marksSaid, type SaidMark } from './marks-said.ts'
import { isAfterMore, LISTS_GOODS, MOVE_NOUN, type Movers, moversIn, wayOf } from './movers.ts'
import type { Mention } from './names-in.ts'
import { isCue, type Part } from './part.ts'
import type {
  Aggregation,
  DeclineReason,
  Dimension,
  Filter,
  Having,
  Metric,
  PlanTime,
} from './plan.ts'
import { stretchBefore } from './times.ts'

/** One question of a message, sorted into what a plan is made of. */
export type Slots = {
  readonly metrics: readonly Metric[]
  /** `sold`, `forecast`, `busy`, `price` and other words that shape the metric. */
  readonly marks: ReadonlySet<Mark>
  readonly aggregations: readonly Aggregation[]
  readonly dimensions: readonly DimensionSaid[]
  readonly filters: readonly Filter[]
  /** Names of one kind, each said by itself: `dago dan kemang`, not the two roses of `mawar`. */
  readonly pair: Filter | null
  readonly times: readonly TimeSaid[]
  readonly topN: number | null
  readonly having: Having | null
  readonly declines: readonly DeclineReason[]
  readonly unknown: readonly string[]
  readonly mended: boolean
  /** A ranking of sales: `terlaris`, and no `best`. */
  readonly sells: boolean
  /** `best seller`, `terlaris`: goods are ranked, whatever noun is said. */
  readonly bestSeller: boolean
  /** `which products fell`: what is asked for by how it moved. */
  readonly movers: Movers | null
  /** The way of every move that is said. */
  readonly way: Movers['way'] | null
}

type DimensionSaid = {
  readonly dimension: Dimension
  readonly split: boolean
  /** `which days`, `hari apa`: weekdays, or dates where a bound picks some of them. */
  readonly loose: boolean
  /** `per`, `each` stands before it. */
  readonly each: boolean
}

/** `earlier`: the one before another, which nobody has named. */
type TimeSaid = {
  readonly time: PlanTime
  readonly compared: boolean
  readonly earlier: boolean
  readonly isWeekday: boolean
  /** `dan`, a comma or `or` stands before it. */
  readonly joined: boolean
}

const CUE_MARKS = [
  'sold',
  'forecast',
  'busy',
  'price',
  'versus',
  'change',
  'usual',
  'last_year',
  'except',
  'follow',
  'how_many',
  'how_much',
  'which',
  'ahead',
  'more',
  'fewer',
  'or',
  'earlier',
  'week_ago',
  'month_ago',
  'of_week',
  'nothing',
  'per',
] as const
type CueMark = (typeof CUE_MARKS)[number]
/** The last ones are read from how a cue is said, the others are its kind. */
type Mark = CueMark | 'when' | 'some' | 'habit' | SaidMark | 'outdoes' | 'leads'

const MARKS: ReadonlySet<string> = new Set(CUE_MARKS)

/** Asks for a first or a last. */
export const isRanked = ({ aggregations }: Pick<Slots, 'aggregations'>): boolean =>
  aggregations.some((each) => each === 'rank_desc' || each === 'rank_asc')

/** `jumat biasanya`, `sehari biasanya dapat berapa`: what a day brings, beside nothing else. */
export const isOfHabit = ({ filters, times, marks }: Slots): boolean =>
  times.length === 0 &&
  (filters.some(({ dimension }) => dimension === 'weekday') ||
    (marks.has('habit') && !WEIGHING.some((mark) => marks.has(mark))))

const WEIGHING = ['versus', 'change', 'more', 'fewer', 'busy', 'follow', 'last_year'] as const

export const slotsOf = (parts: readonly Part[]): Slots => {
  const cues = parts.flatMap((part) => (part.kind === 'cue' ? [part.cue] : []))
  const hours = hourFilter(parts)
  const numbers = numbersOf(parts)
  const times = timesOf(parts)
  const isBesideLastYear = isOnlyLastYear(times, parts)
  const marks = isBesideLastYear ? marksIn(parts).union(LAST_YEAR) : marksIn(parts)
  const dimensions = dimensionsOf(parts).map((said) => ofWeek(said, marks))
  const having = numbers.having ?? (marks.has('nothing') ? NOTHING_SOLD : null)
  const ranked = having === NOTHING_SOLD ? (['list'] as const) : rankingsIn(parts)
  const aggregations = ranked.length === 0 && asksWhatSold(parts, marks) ? LISTED : ranked
  return {
    metrics: metricsOf(parts),
    marks,
    aggregations: [...aggregations, ...softRanking({ marks, dimensions, aggregations, having })],
    dimensions,
    filters: merged([
      ...nameFilters(parts),
      ...weekdayFilters(parts),
      ...daysLeftOut(parts),
      ...(hours ? [hours] : []),
    ]),
    pair: pairOf(parts, marks),
    times: isBesideLastYear ? [] : times,
    topN: numbers.topN,
    having,
    declines: cues.flatMap((cue) => (cue.kind === 'decline' ? [cue.reason] : [])),
    unknown: parts.flatMap((part) => (part.kind === 'unknown' ? [part.word] : [])),
    mended: parts.some((part) => part.kind === 'name' && part.mention.mended),
    sells: parts.some((part) => part.kind === 'cue' && OF_SALES.test(part.said)),
    bestSeller: parts.some((part) => part.kind === 'cue' && BEST_SELLER.test(part.said)),
    movers: moversIn(parts),
    way: wayOf(parts),
  }
}

/** `dibanding last year` says what `dibanding tahun lalu` does: these days beside those a year ago. */
const isOnlyLastYear = (times: Slots['times'], parts: readonly Part[]): boolean => {
  const [only, ...others] = times
  const isYear = only?.compared === true && only.time.grain === 'year' && !only.time.partial
  const saysWhich = parts.some((part) => part.kind === 'time' && /20\d\d/.test(part.said))
  return isYear && others.length === 0 && !saysWhich
}
const LAST_YEAR: ReadonlySet<Mark> = new Set(['last_year'])

/** `laku berapa omzetnya`: a figure with its own name is what the count before it is of. */
const metricsOf = (said: readonly Part[]): readonly Metric[] => {
  // `berapa kali omzet tembus 3jt`: days are counted, and no receipts.
  const isBounded = said.some((part) => isCue(part, 'bound'))
  const parts = isBounded ? said.filter((part) => !COUNTS_TIMES.test(saidIn(part))) : said
  const named = parts.filter((part) => !(isCue(part, 'metric') && COUNTS_SOLD.test(saidIn(part))))
  const own = new Set(named.flatMap(metricsIn))
  return [...(own.size > 0 ? own : new Set(parts.flatMap(metricsIn)))]
}
const COUNTS_TIMES = /^(how many times|berapa kali|cuantas veces|quantas vezes)$/
const COUNTS_SOLD = /^(laku|terjual) berapa$|^berapa (yang )?(laku|terjual)$/
const saidIn = (part: Part): string => (part.kind === 'cue' ? part.said : '')

/** A metric's own words; and `menos ingresos`, `most revenue` rank by what they name. */
const metricsIn = (part: Part): readonly Metric[] => {
  if (part.kind !== 'cue') return []
  if (part.cue.kind === 'metric') return [part.cue.metric]
  return 'aggregation' in part.cue && OF_MONEY.test(part.said) ? ['revenue'] : []
}
const BEST_SELLER =
  /sellers?$|selling$|^penyumbang|contributors?$|^(yang )?(paling laku|paling laris|terlaris|terlaku)$|(mas|mais|menos) vendid[oa]s?$/
const OF_SALES = /\b(ter)?(laku|laris|sell\w*|sold|vend\w+)\b/
const OF_MONEY =
  /\b(ingresos|dinero|plata|dinheiro|factur\w+|fatur\w+|revenue|money|omzetnya|rende\w*|\w*nyumbang|penyumbang|kontribut\w*|kontribusi|contribut\w*)\b/

/** `el dia mas fuerte de la semana` is a weekday. */
const ofWeek = (said: DimensionSaid, marks: ReadonlySet<Mark>): DimensionSaid =>
  said.dimension === 'day' && marks.has('of_week') ? { ...said, dimension: 'weekday' } : said

const LISTED: readonly Aggregation[] = ['list']

/** `what sold yesterday`, `apa yang laku`: the goods themselves. */
const asksWhatSold = (parts: readonly Part[], marks: ReadonlySet<Mark>): boolean => {
  const isMeasured = parts.some((part) => isCue(part, 'metric'))
  const isOfGoods =
    !isMeasured && marks.has('sold') && !marks.has('how_many') && !marks.has('how_much')
  // `selain buket apa yang laku`: what is left out stands before.
  const first = parts.find((part) => part.kind === 'cue' && !isCue(part, 'filler', 'except'))
  return isOfGoods && first?.kind === 'cue' && WHAT.test(first.said)
}
const WHAT = /^(apa|what|que|o que)$/

/** `gak laku sama sekali`: not one of them. */
const NOTHING_SOLD: Having = { op: 'lte', value: 0 }

/** What ranks; `vendimos mas que ayer` compares and ranks nothing. */
const rankingsIn = (parts: readonly Part[]): readonly Aggregation[] => {
  const isPlain = (part: Part) => part.kind === 'cue' && IN_ORDER.test(part.said)
  // `urutkan dari terkecil`: an order is asked for, and which one is said after it.
  return [...saidBy(parts, (part) => !isPlain(part)), ...saidBy(parts, isPlain)]
}
const IN_ORDER = /^(urut|diurutkan|sort|order|ordena|ordene|rank|ranking|peringkat)/

const saidBy = (parts: readonly Part[], is: (part: Part) => boolean): readonly Aggregation[] =>
  parts.flatMap((part, i) => {
    if (!is(part)) return []
    if (part.kind !== 'cue' || !('aggregation' in part.cue)) return []
    const isMood = part.cue.kind === 'busy' && MOOD.test(part.said) && !asksToRank(parts)
    return isComparative(parts, i) || isMood ? [] : [part.cue.aggregation]
  })

/** `rame ga?` asks how busy; `jam berapa rame?` asks when. */
const MOOD = /^(ramai|rame|ramainya|busy|crowded|quiet)$/
const asksToRank = (parts: readonly Part[]): boolean =>
  parts.some((part) => isCue(part, 'dimension', 'which', 'top') || WHEN.test(saidIn(part))) ||
  parts.some((p) => p.kind === 'number')

const isComparative = (parts: readonly Part[], at: number): boolean => {
  const part = parts[at]
  if (part?.kind !== 'cue' || !COMPARATIVE.test(part.said)) return false
  const next = parts.slice(at + 1).find((other) => other.kind !== 'time' && !isCue(other, 'filler'))
  return next?.kind === 'cue' && THAN.test(next.said)
}
const COMPARATIVE = /\b(mas|mais|menos|mejor|melhor|peor|pior|mayor|maior)\b/
const THAN = /^(que|do que|que el|que la|que o|than|que los|que las)$/

/** `que dia vendemos mas`: an adverb ranks where a noun is asked for and nothing else does. */
const softRanking = ({
  marks,
  dimensions,
  aggregations,
  having,
}: Pick<Slots, 'marks' | 'dimensions' | 'aggregations' | 'having'>): readonly Aggregation[] => {
  const asks = marks.has('which') && dimensions.length > 0
  const settled =
    having !== null ||
    marks.has('versus') ||
    (marks.has('change') && !marks.has('level')) ||
    marks.has('usual') ||
    aggregations.some((each) => each !== 'list')
  if (!asks || settled) return []
  if (marks.has('level')) return marks.has('lower') ? ['rank_asc'] : ['rank_desc']
  if (marks.has('fewer')) return ['rank_asc']
  return marks.has('more') ? ['rank_desc'] : []
}

/** `november kecuali tanggal 5`: days of the stretch that are not counted. */
const daysLeftOut = (parts: readonly Part[]): readonly Filter[] =>
  parts.flatMap((part, i): Filter[] => {
    if (part.kind !== 'time' || !isLeftOut(part, parts, i)) return []
    const stretch = parts.find(
      (other, at) => other.kind === 'time' && at !== i && !isLeftOut(other, parts, at),
    )
    const { from, to } =
      stretch?.kind === 'time' && BARE_DATE.test(part.said)
        ? inMonthOf(part.time, stretch.time)
        : part.time
    return [{ dimension: 'day', op: 'not', values: daysOf({ from, to }) }]
  })

/** `tanggal 5`, `the 5`: of a month that is said elsewhere. */
const BARE_DATE = /^\D*\d{1,2}$/

/** Days right after `kecuali`; a weekday of every week is left out by its name. */
export const isLeftOut = (part: Part, parts: readonly Part[], at: number): boolean =>
  part.kind === 'time' && !isHabit(part, parts) && isRightAfterExcept(parts, at)

/** The 5 of `oktober kecuali tanggal 5` is in October. */
const inMonthOf = (day: PlanTime, stretch: PlanTime): Span => {
  const isOutside = day.from < stretch.from || day.to > stretch.to
  if (!isOutside || day.grain !== 'day' || stretch.grain !== 'month') return day
  const meant = dayOf(yearOf(stretch.from), monthOf(stretch.from), Number(day.from.slice(8)))
  return meant === null ? day : { from: meant, to: meant }
}

/** A year with a month left out is told in one go; more days are another question. */
export const DAYS_LEFT_OUT_MAX = 31
const daysOf = ({ from, to }: Span): readonly string[] =>
  Array.from({ length: Math.min(daysBetween(from, to) + 1, DAYS_LEFT_OUT_MAX + 1) }, (_, i) =>
    addDays(from, i),
  )

const isRightAfterExcept = (parts: readonly Part[], at: number): boolean =>
  isCue(
    parts.slice(0, at).findLast((other) => !isCue(other, 'filler')),
    'except',
  )

const marksIn = (parts: readonly Part[]): ReadonlySet<Mark> => {
  const cues = parts.filter((part) => part.kind === 'cue')
  const said = cues.map(({ cue }) => cue.kind).filter((kind): kind is CueMark => MARKS.has(kind))
  const compares = parts.some((_, i) => isComparative(parts, i))
  const isSingular = parts.some(
    (part, i) => part.kind === 'cue' && SINGULAR.test(part.said) && isRankedBeside(parts, i),
  )
  const isOneDay = parts.some((_, i) => isRankedWeekday(parts, i))
  const asksWhen = cues.some((part) => WHEN.test(part.said))
  // `jam berapa`, `which day` ask for one as `jam mana` does.
  const asksOne = cues.some(
    ({ cue, said: words }) =>
      (cue.kind === 'dimension' && ASKS_ONE.test(words)) || ASKS_FOR_ONE.test(words),
  )
  const saidMarks = cues.flatMap(({ said: words }) => marksSaid(words))
  return new Set<Mark>([
    ...said,
    ...(cues.some(({ said: words }) => OUTSOLD.test(words)) ? (['sold'] as const) : []),
    ...(BEGINS_ONWARD.test(cues[0]?.said ?? '') ? (['follow'] as const) : []),
    ...(asksOne || asksWhen || isOneDay || isSingular ? (['which'] as const) : []),
    ...(asksWhen ? (['when'] as const) : []),
    ...saidMarks,
    ...(saidMarks.includes('unsold') ? (['sold'] as const) : []),
    ...(asksUsualFigure(cues) ? (['habit'] as const) : []),
    ...(isApaBetween(parts) ? (['or'] as const) : []),
    ...(isCue(
      parts.find((part) => !isCue(part, 'filler')),
      'per',
    )
      ? (['leads'] as const)
      : []),
    ...(outdoes(parts) ? (['outdoes'] as const) : []),
    ...(outdoes(parts) && pairIn(parts) ? (['versus'] as const) : []),
    ...(compares ? (['change', ...(setsApart(parts) ? (['versus'] as const) : [])] as const) : []),
    ...(asksForSome(parts) ? (['some'] as const) : []),
  ])
}
/** `dago vende mas que kemang`, `los lunes … menos que los viernes`. */
const setsApart = (parts: readonly Part[]): boolean =>
  pairIn(parts) !== null || parts.filter((part) => weekdaysSaid(part, parts) !== null).length > 1

/** `what is trending up`, `anything below average`: which of the goods or days, nobody says. */
const asksForSome = (parts: readonly Part[]): boolean =>
  parts.some((part, i) => {
    const said = part.kind === 'cue' && ASKS_FOR_SOME.test(part.said)
    const next = parts.slice(i + 1).find((other) => !isCue(other, 'filler'))
    const isList = part.kind === 'cue' && LISTS_GOODS.test(part.said)
    const moves = parts.some((other) => isCue(other, 'change', 'usual'))
    const isFigure = next?.kind === 'cue' && MOVE_NOUN.test(next.said)
    return (said && isCue(next, 'change', 'usual') && !isFigure) || (isList && moves)
  })
const ASKS_FOR_SOME =
  /^(what|what is|which|anything|something|que|algo|o que|apa yang|ada yang|anything that)$/

/** `dago lebih bagus dari kemang ga`: one name is weighed against the other. */
const outdoes = (parts: readonly Part[]): boolean =>
  parts.some((part, i) => {
    const weighs = part.kind === 'cue' && MORE_THAN.test(part.said)
    const rest = parts.slice(i + (weighs && part.said.endsWith(' dari') ? 0 : 1))
    const [from, name] = rest
    return weighs && from !== undefined && OF.test(saidIn(from)) && name?.kind === 'name'
  })
const MORE_THAN = /^(lebih|kurang|kalah|menang|unggul)\b/
const OF = /(^| )dari$/

/** `biasanya dapat berapa`: the usual figure itself. */
const asksUsualFigure = (cues: readonly Extract<Part, { kind: 'cue' }>[]): boolean =>
  cues.some(({ said }) => USUALLY.test(said)) &&
  cues.some(({ cue, said }) => FIGURE.has(cue.kind) || HOW_MUCH.test(said))
const FIGURE: ReadonlySet<string> = new Set(['how_much', 'how_many'])
const HOW_MUCH = /\b(berapa|how much|how many|cuanto|quanto)\b/

/** `yang paling laku?`: of what was just told. */
const BEGINS_ONWARD = /^yang /
/** `dago's best day`, `el producto mas vendido` is one; `best days` are some. */
const SINGULAR =
  /^(day|week|month|hour|weekday|branch|store|dia|semana|mes|hora|sucursal|filial|tienda|loja|category|producto|produto|articulo|artigo|flor|categoria|dia de la semana|dia da semana)$/
/** `best day`, `lowest revenue day`, `dia mas flojo`. */
const isRankedBeside = (parts: readonly Part[], at: number): boolean =>
  ranks(parts.slice(0, at).findLast((part) => !isCue(part, 'metric', 'filler'))) ||
  ranks(parts.slice(at + 1).find((part) => !isCue(part, 'filler')))
const ranks = (part: Part | undefined): boolean =>
  part?.kind === 'cue' && 'aggregation' in part.cue && /^rank/.test(part.cue.aggregation)
/** Sold more than another: these weigh and say what is weighed. */
const OUTSOLD = /^(outs(ell|old)|(lebih )?(laris|laku))/
/** `di dago apa kemang`: between two names `apa` is `or`. */
const isApaBetween = (parts: readonly Part[]): boolean =>
  parts.some((part, i) => {
    const [before, after] = [parts[i - 1], parts[i + 1]]
    return (
      part.kind === 'cue' &&
      part.said === 'apa' &&
      before?.kind === 'name' &&
      after?.kind === 'name' &&
      before.mention.dimension === after.mention.dimension
    )
  })

/** Indonesian nouns have no plural: `produk apa yang paling …` is one until many are said. */
const ASKS_FOR_ONE = /^(produk|barang) apa yang$/
const WHEN = /^(kapan|when|cuando|quando|tanggal berapa)$/
const ASKS_ONE = /(^| )(apa|mana|berapa|which|what|que|qual|cual)( |$)/

type NamePart = Extract<Part, { kind: 'name' }>
type TimePart = Extract<Part, { kind: 'time' }>
const isName = (part: Part): part is NamePart => part.kind === 'name'

/** `cabang mana`, `per warna`, `tiap bulan`: a noun that splits; beside its own name it is only a noun. */
const dimensionsOf = (parts: readonly Part[]): Slots['dimensions'] =>
  parts.flatMap((part, i) => {
    if (part.kind === 'cue' && LISTS_GOODS.test(part.said)) {
      return [{ dimension: 'product', split: false, loose: false, each: false }]
    }
    const stretch = stretchNoun(parts, i)
    if (stretch !== null) return [{ dimension: stretch, split: true, loose: false, each: true }]
    if (isRankedWeekday(parts, i))
      return [{ dimension: 'day', split: true, loose: false, each: false }]
    if (part.kind !== 'cue' || part.cue.kind !== 'dimension') return []
    const { dimension } = part.cue
    const [before, after] = [parts[i - 1], parts[i + 1]]
    const names = [before, after].filter((other): other is NamePart => other?.kind === 'name')
    const isNoun = names.some(({ mention }) => mention.dimension === dimension)
    // `per producto rosas`: split all the same.
    // And in `selain dago cabang mana` it asks.
    if (isNoun && !isCue(before, 'per') && !isCue(after, 'which')) return []
    const ahead = [before, isCue(before, 'filler') ? parts[i - 2] : undefined]
    // `cabang mana`; in `flowers by branch` the flowers split nothing.
    const asked = isCue(after, 'which') || ahead.some((other) => isCue(other, 'per', 'which'))
    const isJoined = isCue(before, 'and') && isSplitNoun(parts, i - 2)
    const splits = asked || isJoined || SPLITTING.test(part.said) || isSaidOfEach(parts)
    // `which hari` in two languages is `hari apa`.
    if (part.said === 'hari' && isCue(before, 'which')) {
      return [{ dimension: 'weekday', split: true, loose: true, each: false }]
    }
    const each =
      isJoined ||
      ahead.some((other) => isCue(other, 'per')) ||
      EACH.test(part.said) ||
      isSaidOfEach(parts)
    return [{ dimension, split: splits, loose: LOOSE_DAYS.test(part.said), each }]
  })

/** `by branch and month for this year`: the noun before its own days. */
const stretchNoun = (parts: readonly Part[], at: number): 'month' | 'week' | 'day' | null => {
  const part = parts[at]
  if (part?.kind !== 'time' || !isCue(parts[at - 1], 'and') || !isSplitNoun(parts, at - 2))
    return null
  const unit = /^(month|week|day) for /.exec(part.said)?.[1]
  return unit === 'month' || unit === 'week' || unit === 'day' ? unit : null
}

/** `by month and branch`: joined to one that splits. */
const isSplitNoun = (parts: readonly Part[], at: number): boolean => {
  const part = parts[at]
  return (
    part?.kind === 'cue' &&
    part.cue.kind === 'dimension' &&
    (EACH.test(part.said) || isCue(parts[at - 1], 'per'))
  )
}

/** `at the branches, one number each`: said last, it is of whatever was named. */
const isSaidOfEach = (parts: readonly Part[]): boolean =>
  isCue(
    parts.findLast((part) => !isCue(part, 'filler', 'and')),
    'per',
  )

/** `best saturday this year`, `sabtu paling rame`: one of those days is asked for. */
const isRankedWeekday = (parts: readonly Part[], at: number): boolean => {
  const part = parts[at]
  if (part?.kind !== 'time' || part.weekday === null || PLURALS.test(part.said)) return false
  return [parts[at - 1], parts[at + 1]].some(
    (other) => other?.kind === 'cue' && 'aggregation' in other.cue && OF_DAYS.test(other.said),
  )
}
const OF_DAYS =
  /^(best|worst|strongest|weakest|slowest|busiest|quietest|highest|lowest|biggest|(yang )?paling (ramai|rame|sepi|bagus|baik|besar|gede|kecil|tinggi|rendah|jelek|buruk)|ter(ramai|sepi|baik|buruk|tinggi|rendah)|(el |la |o |a )?(mejor|peor|melhor|pior|mas (fuerte|flojo|alto|bajo|movido|tranquilo)|mais (forte|fraco|movimentado|calmo)))$/

/** These phrases split by themselves: `harian`, `jam berapa`, `which day`, `day of the week`. */
const SPLITTING =
  /^sehari$|(^| )(per|tiap|setiap|each|every|by|cada|por|which|what|apa|mana|berapa|que|qual|antar|em|over)( |$)|ly$|an$|diari[oa]s?$|mensua|mensai|semana(l|is)|weekday|day of|days of|de la semana|da semana|(dengan|with|con|com|yang|en que)$/

/** And these say that each has its own. */
const EACH =
  /(^| )(per|tiap|setiap|each|every|by|cada|por|antar) |^(daily|weekly|monthly|hourly|harian|mingguan|bulanan|diario|mensual|semanal|mensal)$/

const LOOSE_DAYS = /^(hari apa|hari apa saja|hari hari apa|which days|what days)$/

/** Names after `selain` are left out, up to the next thing asked. */
const nameFilters = (parts: readonly Part[]): readonly Filter[] =>
  parts.flatMap((part, i): Filter[] => {
    if (!isName(part)) return []
    return [filterOf(part.mention, isExcepted(parts, i))]
  })

/** True for a name, an hour or a weekday after `selain`, up to the next thing asked. */
export const isExcepted = (parts: readonly Part[], at: number): boolean => {
  if (isPlaced(parts, at)) return false
  for (let i = at - 1; i >= 0; i -= 1) {
    const part = parts[i]
    if (isCue(part, 'except')) return true
    if (!isCue(part, 'filler', 'and', 'dimension', 'per') && part?.kind !== 'name') return false
  }
  return false
}

/** `anything but bouquets at dago`: where it is asked of, after what is left out. */
const isPlaced = (parts: readonly Part[], at: number): boolean => {
  const [part, before] = [parts[at], parts[at - 1]]
  const last = parts.slice(0, at).findLast((other) => !isCue(other, 'filler'))
  const isOther =
    part?.kind === 'name' &&
    last?.kind === 'name' &&
    part.mention.dimension === 'branch' &&
    last.mention.dimension !== 'branch'
  return isOther && before?.kind === 'cue' && PLACES.test(before.said)
}
const PLACES = /^(at|in|di|en|em|na|no)$/

const filterOf = ({ dimension, values }: Mention, excepted: boolean): Filter => {
  const [only] = values
  if (excepted) return { dimension, op: 'not', values }
  return values.length === 1 && only !== undefined
    ? { dimension, op: 'eq', values: [only] }
    : { dimension, op: 'in', values }
}

/** Two names of one kind are asked for together. */
const merged = (filters: readonly Filter[]): readonly Filter[] =>
  [...Map.groupBy(filters, ({ dimension, op }) => `${dimension} ${op === 'not'}`).values()].flatMap(
    (group): Filter[] => {
      const [first] = group
      if (first === undefined) return []
      const values = [...new Set(group.flatMap((filter) => filter.values))]
      if (first.op === 'not') return [{ ...first, values }]
      return [{ ...first, op: values.length === 1 ? 'eq' : 'in', values }]
    },
  )

export const WEEKDAY_NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

const weekdayName = (weekday: Weekday): string => WEEKDAY_NAMES[weekday - 1] ?? 'monday'

const WEEKEND: Filter = { dimension: 'weekday', op: 'in', values: ['saturday', 'sunday'] }
const WORKDAYS: Filter = { dimension: 'weekday', op: 'in', values: WEEKDAY_NAMES.slice(0, 5) }

/** `tiap sabtu`, `los lunes`, `on weekends`; and a weekday beside a longer stretch: `senin bulan lalu`. */
const weekdayFilters = (parts: readonly Part[]): readonly Filter[] =>
  parts.flatMap((part, i): Filter[] => {
    const filter = weekdaysSaid(part, parts)
    if (filter === null) return []
    return [isExcepted(parts, i) ? { ...filter, op: 'not' } : filter]
  })

/** The weekdays a part says, where it says any. */
export const weekdaysSaid = (part: Part, parts: readonly Part[]): Filter | null => {
  if (part.kind === 'cue' && part.cue.kind === 'weekdays') {
    return part.cue.days === 'weekend' ? WEEKEND : WORKDAYS
  }
  if (part.kind !== 'time' || !isHabit(part, parts)) return null
  if (part.weekday === null) return WEEKEND
  return { dimension: 'weekday', op: 'eq', values: [weekdayName(part.weekday)] }
}

/** Names or weekdays that are set against each other. */
const pairOf = (parts: readonly Part[], marks: ReadonlySet<Mark>): Filter | null => {
  const names = pairIn(parts)
  const weighs = marks.has('or') || marks.has('versus')
  if (names !== null || !weighs) return names
  const days = parts.flatMap((part) => weekdaysSaid(part, parts) ?? [])
  return days.length >= 2 ? (merged(days)[0] ?? null) : null
}

const pairIn = (parts: readonly Part[]): Filter | null => {
  const said = parts.filter(isName).filter((part) => !isExcepted(parts, parts.indexOf(part)))
  const kinds = [...Map.groupBy(said, ({ mention }) => mention.dimension).values()]
  const pair = kinds.find((names) => names.length >= 2)
  return pair ? (merged(pair.map(({ mention }) => filterOf(mention, false)))[0] ?? null) : null
}

/** A weekday or weekend said of every week, or of a longer stretch that stands beside it. */
const isHabit = (part: Part, parts: readonly Part[]): boolean => {
  if (part.kind !== 'time') return false
  const isWeekend = part.time.grain === 'days' && WEEKEND_SAID.test(part.said)
  if (part.weekday === null && !isWeekend) return false
  if (part.weekday !== null && isAnyOf(part, parts)) return true
  if (isOfEvery(part, parts) || isRankedWeekday(parts, parts.indexOf(part))) return true
  if (EVERY.test(part.before) || EVERY.test(part.first) || PLURALS.test(part.said)) return true
  // `hari biasa sama weekend`: kinds of days.
  if (isWeekend && parts.some((other) => isCue(other, 'weekdays'))) return true
  // `tanpa weekend`: of every week of the stretch.
  if (isRightAfterExcept(parts, parts.indexOf(part))) return true
  // `weekend bulan ini`, whatever it is compared with.
  const after = parts[parts.indexOf(part) + 1]
  if (after?.kind === 'time' && after.at === part.at + part.length && LONG.has(after.time.grain))
    return true
  const stretches = parts.filter(
    (other) => other !== part && other.kind === 'time' && LONG.has(other.time.grain),
  )
  const weekdays = parts.filter((other) => other.kind === 'time' && other.weekday !== null)
  // `jumat vs sabtu bulan lalu`: the Fridays of it beside its Saturdays.
  const isAgainst = parts.some((other) => isCue(other, 'versus')) && weekdays.length < 2
  return stretches.length === 1 && !isAgainst
}

const WEEKEND_SAID =
  /^(?:(?:the|el|la|o|on|at|di|pada|in|en|em|no|na|of|for|untuk|hari|over|dari|from|de|do) )*(weekend|akhir|fin|fim|finde)\b/

/** `hari jumat biasanya dapat berapa`: of Fridays, where nothing is compared. */
const isOfEvery = (part: TimePart, parts: readonly Part[]): boolean => {
  if (parts.some((other) => isCue(other, 'versus', 'change', 'which'))) return false
  // `rata-rata omzet hari senin`, `kalau weekend rata-rata berapa`: one Monday has no mean.
  if (parts.some(asksMean) && !OF_ONE_WEEK.test(part.said)) return true
  const isUsual = parts.some((other) => other.kind === 'cue' && USUALLY.test(other.said))
  return isUsual && part.weekday !== null && !parts.some((other) => isCue(other, 'follow'))
}
const asksMean = (part: Part): boolean =>
  part.kind === 'cue' && part.cue.kind === 'aggregation' && MEANS.has(part.cue.aggregation)
const MEANS: ReadonlySet<Aggregation> = new Set(['avg', 'avg_per_day', 'median'])
const OF_ONE_WEEK =
  /\b(lalu|kemarin|ini|depan|last|this|next|past|pasado|este|passad[oa]|est[ea])\b/
const USUALLY = /^(biasanya|usually|normally|normalnya|de costumbre|normalmente|typically)$/

/** `en promedio un sabado`, `on a friday`: any of them. */
const isAnyOf = ({ before, first, said }: TimePart, parts: readonly Part[]): boolean =>
  parts.some(isMean) && (INDEFINITE.test(before) || INDEFINITE.test(first) || ANY_DAY.test(said))
const isMean = (part: Part): boolean =>
  part.kind === 'cue' && part.cue.kind === 'aggregation' && /^avg/.test(part.cue.aggregation)
const INDEFINITE = /^(an|un|una|um|uma)$/
const ANY_DAY = /(^| )(a|un|una|um|uma) /

const EVERY = /^(per|tiap|setiap|each|every|cada|todos|todas|todo|toda|los|as|nas|aos)$/
const PLURALS = /\b((mon|tues|wednes|thurs|fri|satur|sun)days|sabados|domingos)\b/
const LONG: ReadonlySet<string> = new Set(['month', 'quarter', 'year', 'days'])

/** Periods asked about; one right after `dibanding` is what they are compared with. */
const timesOf = (parts: readonly Part[]): Slots['times'] => {
  const said = parts.flatMap((part, i): TimeSaid[] => {
    if (part.kind !== 'time' || isHabit(part, parts) || isLeftOut(part, parts, i)) return []
    const before = parts.slice(0, i).findLast((other) => !isCue(other, 'filler'))
    // `naik berapa rupiah dari kemarin`.
    const moved = parts.slice(0, i).findLast((other) => !isCue(other, ...ASKED_BETWEEN))
    const isAfterChange =
      isCue(moved, 'change') && (COMPARES.test(part.first) || COMPARES.test(part.before))
    // `vendimos mas que ayer`: today more than that.
    const isAfterThan =
      THAN.test(part.before) && parts.some((_, at) => at < i && isComparative(parts, at))
    const compared =
      isCue(before, 'versus', 'bound') || isAfterChange || isAfterThan || isAfterMore(parts, i)
    const { time, earlier, weekday } = part
    return [
      { time, compared, earlier, isWeekday: weekday !== null, joined: isCue(before, 'and', 'or') },
    ]
  })
  return within(said).map((each) => {
    const anchor = said.find((other) => !other.earlier)
    if (!each.earlier || anchor === undefined) return each
    const time = each.isWeekday ? weekBefore(anchor.time) : beforeThat(each.time, anchor.time)
    return { ...each, time }
  })
}

/** `tahun lalu pas bulan maret`, `last week on monday`: one stretch inside of another is the one that is meant. */
const within = (said: Slots['times']): Slots['times'] => {
  const [a, b, ...others] = said
  if (a === undefined || b === undefined || others.length > 0 || b.joined || b.compared) return said
  if (a.compared || a.earlier || b.earlier) return said
  const [long, short] = daysIn(a.time) >= daysIn(b.time) ? [a, b] : [b, a]
  const time = inside(short, long.time)
  return time === null ? said : [{ ...short, time }]
}
const daysIn = ({ from, to }: Span): number => daysBetween(from, to) + 1

/** The Monday of that week, the 5th of that month, the March of that year; null where none is meant. */
const inside = ({ time, isWeekday }: TimeSaid, long: PlanTime): PlanTime | null => {
  if (time.from >= long.from && time.to <= long.to) return time
  if (isWeekday && long.grain === 'week') {
    const day = addDays(wholeWeek(long.from, 0).from, weekdayOf(time.from) - 1)
    return { ...time, from: day, to: day, partial: false }
  }
  if (time.grain !== 'month' || long.grain !== 'year') return null
  const span = monthSpan(yearOf(long.from), monthOf(time.from))
  return { ...time, ...span, partial: false }
}

const weekBefore = (time: PlanTime): PlanTime => ({
  ...time,
  from: addDays(time.from, -DAYS_A_WEEK),
  to: addDays(time.to, -DAYS_A_WEEK),
  partial: false,
})
const DAYS_A_WEEK = 7

/** `bulan lalu dan bulan sebelumnya`: the one before that. */
export const beforeThat = (earlier: PlanTime, anchor: PlanTime): PlanTime => {
  // `the previous year` of an October is the October before.
  if (earlier.grain === 'year' && anchor.grain === 'month') {
    return { ...anchor, ...wholeMonth(anchor.from, -MONTHS_A_YEAR), partial: false }
  }
  return stretchOfKind(earlier, anchor)
}
const MONTHS_A_YEAR = 12

const stretchOfKind = (earlier: PlanTime, anchor: PlanTime): PlanTime =>
  earlier.grain === anchor.grain || earlier.grain === 'days'
    ? { ...anchor, ...stretchBefore(anchor), partial: false }
    : earlier

const ASKED_BETWEEN = ['filler', 'how_much', 'how_many', 'metric', 'aggregation'] as const
/** `naik dari kemarin`, `up from last week`. */
const COMPARES = /^(dari|from|than|de|del|do|da|desde)$/

/** `jam 5 sore`, `at 5 pm`, `antara jam 10 dan 12`; else a part of the day: `pagi`. */
const hourFilter = (parts: readonly Part[]): Filter | null => {
  const said = parts.flatMap((part, i) => {
    if (part.kind === 'hours') return [{ i, hours: part.hours }]
    if (part.kind !== 'cue' || part.cue.kind !== 'hours') return []
    const { from, to } = part.cue
    return [{ i, hours: Array.from({ length: to - from }, (_, n) => from + n) }]
  })
  const [first] = said
  if (first === undefined) return null
  const values = [...new Set(said.flatMap(({ hours }) => hours))].map(String)
  if (isExcepted(parts, first.i)) return { dimension: 'hour', op: 'not', values }
  return { dimension: 'hour', op: values.length === 1 ? 'eq' : 'in', values }
}

/** A number is a bound after `lebih dari`, a clock after `jam`, else how many are wanted. */
const numbersOf = (parts: readonly Part[]): Pick<Slots, 'topN' | 'having'> => {
  let topN: number | null = null
  let having: Having | null = null
  parts.forEach((part, i) => {
    if (part.kind !== 'number') return
    const before = parts.slice(0, i).findLast((other) => !isCue(other, 'filler'))
    if (before?.kind === 'cue' && before.cue.kind === 'bound') {
      having = { op: before.cue.op, value: part.value }
    } else if (Number.isInteger(part.value) && part.value >= 1 && part.value <= TOP_MAX) {
      topN = part.value
    }
  })
  return { topN, having }
}
/** A longer list is a file, not an answer. */
const TOP_MAX = 50

/** `monday` is 1; 0 for anything else. */
export const weekdayNumber = (name: string): number => WEEKDAY_NUMBERS.get(name) ?? 0

const WEEKDAY_NUMBERS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.map((name, i) => [name, i + 1]),
)
