import type { Weekday } from '../../sales/day.ts'
import type { Mention } from './names-in.ts'
import type {
  Aggregation,
  DeclineReason,
  Dimension,
  Filter,
  Having,
  Metric,
  PlanTime,
} from './plan.ts'
import type { Part } from './scan-question.ts'

/** One question of a message, sorted into what a plan is made of. */
export type Slots = {
  readonly metrics: readonly Metric[]
  /** `sold`, `forecast`, `busy`, `price` and other words that shape the metric. */
  readonly marks: ReadonlySet<Mark>
  readonly aggregations: readonly Aggregation[]
  readonly dimensions: readonly { readonly dimension: Dimension; readonly split: boolean }[]
  readonly filters: readonly Filter[]
  readonly times: readonly { readonly time: PlanTime; readonly compared: boolean }[]
  readonly topN: number | null
  readonly having: Having | null
  readonly declines: readonly DeclineReason[]
  readonly unknown: readonly string[]
  readonly mended: boolean
}

type Mark =
  | 'sold'
  | 'forecast'
  | 'busy'
  | 'price'
  | 'versus'
  | 'change'
  | 'usual'
  | 'last_year'
  | 'except'
  | 'follow'
  | 'how_many'
  | 'how_much'
  | 'which'
  | 'ahead'

const MARKS: ReadonlySet<string> = new Set<Mark>([
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
])

export const slotsOf = (parts: readonly Part[]): Slots => {
  const cues = parts.flatMap((part) => (part.kind === 'cue' ? [part.cue] : []))
  const hours = hourFilter(parts)
  const numbers = numbersOf(parts)
  return {
    metrics: [...new Set(cues.flatMap((cue) => (cue.kind === 'metric' ? [cue.metric] : [])))],
    marks: marksIn(parts),
    aggregations: cues.flatMap((cue) => ('aggregation' in cue ? [cue.aggregation] : [])),
    dimensions: dimensionsOf(parts),
    filters: merged([...nameFilters(parts), ...weekdayFilters(parts), ...(hours ? [hours] : [])]),
    times: timesOf(parts),
    topN: numbers.topN,
    having: numbers.having,
    declines: cues.flatMap((cue) => (cue.kind === 'decline' ? [cue.reason] : [])),
    unknown: parts.flatMap((part) => (part.kind === 'unknown' ? [part.word] : [])),
    mended: parts.some((part) => part.kind === 'name' && part.mention.mended),
  }
}

const marksIn = (parts: readonly Part[]): ReadonlySet<Mark> => {
  const cues = parts.filter((part) => part.kind === 'cue')
  const said = cues.map(({ cue }) => cue.kind).filter((kind): kind is Mark => MARKS.has(kind))
  // `jam berapa`, `which day` ask for one as `jam mana` does.
  const asksOne = cues.some((part) => part.cue.kind === 'dimension' && ASKS_ONE.test(part.said))
  return new Set([...said, ...(asksOne ? (['which'] as const) : [])])
}
const ASKS_ONE = /(^| )(apa|mana|berapa|which|what|que|qual|cual)( |$)/

type NamePart = Extract<Part, { kind: 'name' }>
const isName = (part: Part): part is NamePart => part.kind === 'name'
const isCue = (part: Part | undefined, ...kinds: readonly string[]): boolean =>
  part?.kind === 'cue' && kinds.includes(part.cue.kind)

/** `cabang mana`, `per warna`, `tiap bulan`: a noun that splits; beside its own name it is only a noun. */
const dimensionsOf = (parts: readonly Part[]): Slots['dimensions'] =>
  parts.flatMap((part, i) => {
    if (part.kind !== 'cue' || part.cue.kind !== 'dimension') return []
    const { dimension } = part.cue
    const [before, after] = [parts[i - 1], parts[i + 1]]
    const names = [before, after].filter((each): each is NamePart => each?.kind === 'name')
    if (names.some(({ mention }) => mention.dimension === dimension)) return []
    const near = [
      before,
      after,
      parts[i - 2]?.kind === 'cue' && isCue(before, 'filler') ? parts[i - 2] : undefined,
    ]
    const asked = near.some((each) => isCue(each, 'per', 'which')) && !isHourFigure(part, after)
    const splits = asked || SPLITTING.test(part.said)
    return isHourFigure(part, after) ? [] : [{ dimension, split: splits }]
  })

/** These phrases split by themselves: `harian`, `jam berapa`, `which day`, `day of the week`. */
const SPLITTING =
  /(^| )(per|tiap|setiap|each|every|by|cada|por|which|what|apa|mana|berapa|que|qual|antar|em|over)( |$)|ly$|an$|diari[oa]s?$|mensua|mensai|semana(l|is)|weekday|day of|days of|de la semana|da semana|(dengan|with|con|com|yang|en que)$/

const isHourFigure = (part: Part, after: Part | undefined): boolean =>
  part.kind === 'cue' && /^(jam|pukul|hora|horas)$/.test(part.said) && after?.kind === 'number'

/** Names after `selain` are left out, up to the next thing asked. */
const nameFilters = (parts: readonly Part[]): readonly Filter[] =>
  parts.flatMap((part, i): Filter[] => {
    if (!isName(part)) return []
    return [filterOf(part.mention, isExcepted(parts, i))]
  })

const isExcepted = (parts: readonly Part[], at: number): boolean => {
  for (let i = at - 1; i >= 0; i -= 1) {
    const part = parts[i]
    if (isCue(part, 'except')) return true
    if (!isCue(part, 'filler', 'and', 'dimension') && part?.kind !== 'name') return false
  }
  return false
}

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

const WEEKDAY_NAMES = [
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
const weekdayFilters = (parts: readonly Part[]): readonly Filter[] => {
  const named = parts.flatMap((part): Filter[] => {
    if (part.kind !== 'cue' || part.cue.kind !== 'weekdays') return []
    return [part.cue.days === 'weekend' ? WEEKEND : WORKDAYS]
  })
  const habits = parts.flatMap((part): Filter[] => {
    if (!isHabit(part, parts) || part.kind !== 'time') return []
    if (part.weekday === null) return [WEEKEND]
    return [{ dimension: 'weekday', op: 'eq', values: [weekdayName(part.weekday)] }]
  })
  return [...named, ...habits]
}

/** A weekday or weekend said of every week, or of a longer stretch that stands beside it. */
const isHabit = (part: Part, parts: readonly Part[]): boolean => {
  if (part.kind !== 'time') return false
  const isWeekend = part.time.grain === 'days' && /^(weekend|akhir|fin|fim|finde)$/.test(part.first)
  if (part.weekday === null && !isWeekend) return false
  if (EVERY.test(part.before) || EVERY.test(part.first) || PLURALS.test(part.said)) return true
  const stretches = parts.filter(
    (other) => other !== part && other.kind === 'time' && LONG.has(other.time.grain),
  )
  return stretches.length === 1 && !parts.some((other) => isCue(other, 'versus'))
}

const EVERY = /^(per|tiap|setiap|each|every|cada|todos|los|as|nas|aos)$/
const PLURALS = /\b((mon|tues|wednes|thurs|fri|satur|sun)days|sabados|domingos)\b/
const LONG: ReadonlySet<string> = new Set(['month', 'quarter', 'year', 'days'])

/** Periods asked about; one right after `dibanding` is what they are compared with. */
const timesOf = (parts: readonly Part[]): Slots['times'] =>
  parts.flatMap((part, i) => {
    if (part.kind !== 'time' || isHabit(part, parts)) return []
    const before = parts.slice(0, i).findLast((other) => !isCue(other, 'filler'))
    const isAfterChange = isCue(before, 'change') && COMPARES.test(part.first)
    return [{ time: part.time, compared: isCue(before, 'versus', 'last_year') || isAfterChange }]
  })
/** `naik dari kemarin`, `up from last week`. */
const COMPARES = /^(dari|from|than|de|del|do|da|desde)$/

/** `jam 5 sore`, `at 5 pm`, `antara jam 10 dan 12`, `pagi`. */
const hourFilter = (parts: readonly Part[]): Filter | null => {
  const stretch = parts.findLast((part) => part.kind === 'cue' && part.cue.kind === 'hours')
  const cue = stretch?.kind === 'cue' && stretch.cue.kind === 'hours' ? stretch.cue : null
  const saysPm = parts.some((part) => part.kind === 'cue' && part.said === 'pm')
  const isLate = saysPm || (cue !== null && cue.from >= NOON)
  const at = parts.findIndex((part, i) => part.kind === 'number' && isClock(parts, i))
  const first = parts[at]
  if (first?.kind !== 'number') return cue === null ? null : hoursFrom(cue.from, cue.to)
  const second = parts.slice(at + 1, at + 4).find((part) => part.kind === 'number')
  const hour = (value: number) => (isLate && value < NOON ? value + NOON : value)
  const from = hour(Math.floor(first.value))
  if (second?.kind === 'number') return hoursFrom(from, hour(Math.floor(second.value)))
  const before = parts[at - 2] ?? parts[at - 1]
  if (before?.kind === 'cue' && AFTER.test(before.said)) return hoursFrom(from, DAY_HOURS)
  if (before?.kind === 'cue' && BEFORE.test(before.said)) return hoursFrom(0, from)
  return hoursFrom(from, from + 1)
}
const NOON = 12
const DAY_HOURS = 24
const AFTER = /^(setelah|sesudah|lewat|after|despues de|depois|depois das)$/
const BEFORE = /^(sebelum|before|antes de|antes das)$/

const isClock = (parts: readonly Part[], at: number): boolean => {
  const [before, after] = [parts[at - 1], parts[at + 1]]
  const isNamed = before?.kind === 'cue' && /^(jam|pukul|las|a las|as|at)$/.test(before.said)
  return isNamed || (after?.kind === 'cue' && /^(am|pm)$/.test(after.said))
}

const hoursFrom = (from: number, to: number): Filter | null => {
  const values = Array.from({ length: Math.max(0, Math.min(to, DAY_HOURS) - from) }, (_, i) =>
    String(from + i),
  )
  if (values.length === 0) return null
  return { dimension: 'hour', op: values.length === 1 ? 'eq' : 'in', values }
}

/** A number is a bound after `lebih dari`, a clock after `jam`, else how many are wanted. */
const numbersOf = (parts: readonly Part[]): Pick<Slots, 'topN' | 'having'> => {
  let topN: number | null = null
  let having: Having | null = null
  parts.forEach((part, i) => {
    if (part.kind !== 'number' || isClock(parts, i)) return
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
