import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  parseDay,
  type Span,
  type Weekday,
  weekdayOf,
} from '../../sales/day.ts'
import {
  lastWeekday,
  monthOf,
  monthSpan,
  nextWeekday,
  oneDay,
  weekend,
  wholeMonth,
  wholeWeek,
  wholeYear,
  yearOf,
} from '../calendar.ts'
import { numberAt } from './number-words.ts'
import type { Grain, PlanTime } from './plan.ts'
import {
  AGO_AFTER,
  AGO_BEFORE,
  BEFORE,
  BEFORE_LAST,
  BETWEEN,
  COMING,
  COUNTED,
  EARLIER_AFTER,
  EARLIER_BEFORE,
  FROM,
  JOINTS,
  LAST_AFTER,
  LAST_BEFORE,
  LEADS,
  MONTH_PARTS,
  MONTHS,
  NAMED,
  NEXT,
  ONE_OF,
  ORDINALS,
  RUNNING,
  SINCE,
  THIS,
  THIS_AFTER,
  UNITS,
  UNTIL,
  type Unit,
  UP_TO,
  WEEKDAYS,
} from './time-words.ts'

/** What the grammar knows besides the words. */
export type TimeContext = {
  readonly today: Day
  readonly covered: Span | null
  readonly feasts: ReadonlyMap<string, readonly Day[]>
  /** Days to come are meant (`prediksi sabtu`): a weekday is then the next one. */
  readonly ahead: boolean
}

/** A period and where it stands: from word `at`, `length` words. */
export type TimeFound = {
  readonly at: number
  readonly length: number
  readonly time: PlanTime
  /** Set when a weekday was said, which may be meant as a habit: `tiap sabtu`. */
  readonly weekday: Weekday | null
  /** `bulan sebelumnya`: the one before another that was named, or before today's. */
  readonly earlier: boolean
  /** The word before it, and its own first one. */
  readonly before: string
  readonly first: string
  /** All its words. */
  readonly said: string
  /** `august to september`: what it begins and ends with, where these are two of a kind. */
  readonly ends: readonly [PlanTime, PlanTime] | null
}

type Place = TimeContext & { readonly words: readonly string[]; readonly at: number }
type Match = {
  readonly length: number
  readonly span: Span
  readonly grain: Grain
  readonly weekday?: Weekday
  readonly earlier?: boolean
  readonly ends?: readonly [Match, Match]
}

/**
 * Every period of a question. A shop asks about the past, so `senin` is the last one and `maret` the one
 * gone by; a stretch that still runs ends today and is marked as partial. `previous`: the one before,
 * for `dari senin sampai rabu`.
 */
export const readTimes = (words: readonly string[], context: TimeContext): readonly TimeFound[] => {
  const found: TimeFound[] = []
  for (let at = 0; at < words.length; ) {
    const match = stretchAt({ ...context, words, at })
    if (match) {
      found.push({
        at,
        length: match.length,
        time: timeOf(match, context.today),
        weekday: match.weekday ?? null,
        earlier: match.earlier ?? false,
        before: words[at - 1] ?? '',
        first: words[at] ?? '',
        said: words.slice(at, at + match.length).join(' '),
        ends: endsOf(match, context.today),
      })
    }
    at += match?.length ?? 1
  }
  return found
}

const endsOf = ({ ends }: Match, today: Day): TimeFound['ends'] => {
  if (ends === undefined || ends[0].grain !== ends[1].grain || ends[0].grain === 'days') return null
  return [timeOf(ends[0], today), timeOf(ends[1], today)]
}

/** What a span is one of, seen from its days alone, as programs write them. */
export const grainOfSpan = ({ from, to, partial }: Span & { readonly partial: boolean }): Grain => {
  const fits = (whole: Span) =>
    from === whole.from && (to === whole.to || (partial && to < whole.to))
  if (from === to) return 'day'
  if (fits(wholeWeek(from, 0))) return 'week'
  if (fits(wholeMonth(from, 0))) return 'month'
  const isQuarter = (monthOf(from) - 1) % 3 === 0
  if (isQuarter && fits({ from: wholeMonth(from, 0).from, to: wholeMonth(from, 2).to }))
    return 'quarter'
  return fits(wholeYear(yearOf(from))) ? 'year' : 'days'
}

/** A span as a plan keeps it. */
export const timeOf = (
  { span, grain }: { readonly span: Span; readonly grain: Grain },
  today: Day,
): PlanTime => ({ ...span, grain, partial: span.from <= today && span.to >= today })

const word = ({ words, at }: Place, distance = 0): string => words[at + distance] ?? ''
const moved = (place: Place, by: number): Place => ({ ...place, at: place.at + by })
const longer = (match: Match | null, by: number): Match | null =>
  match && { ...match, length: match.length + by }

const phraseLength = (place: Place, phrases: readonly string[]): number =>
  phrases.reduce((best, phrase) => {
    const parts = phrase.split(' ')
    const stands = parts.every((part, i) => word(place, i) === part)
    return stands && parts.length > best ? parts.length : best
  }, 0)

/** `sejak X`, `dari X sampai Y`, `antara X dan Y`, `X sampai Y`, or one period. */
const stretchAt = (place: Place): Match | null => {
  const from = Math.max(phraseLength(place, FROM), phraseLength(place, SINCE))
  return (
    (from > 0 ? joinedAt(moved(place, from), from) : null) ??
    joinedAt(place, 0) ??
    sinceAt(place) ??
    untilAt(place) ??
    ledAt(place)
  )
}

const joinedAt = (place: Place, skipped: number): Match | null => {
  const short = shortRange(place) ?? monthFirstRange(place)
  if (short) return longer(short, skipped)
  const first = ledAt(place)
  if (first === null) return null
  const next = word(place, first.length)
  const isAnd = /^(and|dan|y|e)$/.test(next)
  // `de agosto para setembro`; elsewhere `para` is only for something.
  const isUntil = UNTIL.has(next) || (skipped > 0 && next === 'para')
  if (!isUntil || (isAnd && !BETWEEN.has(word(place, -1)))) return null
  const rest = moved(place, first.length + 1)
  const second = ledAt(rest, first.span.from) ?? nowAt(rest)
  if (second === null) return null
  // `senin sampai jumat minggu lalu`: the Monday of that week.
  const isOfWeek = second.weekday === undefined && second.length > 1
  const monday =
    isOfWeek && second.grain === 'day' && first.weekday !== undefined
      ? inWeekOf(second.span.to, first.weekday)
      : null
  if (monday !== null && monday <= second.span.to) {
    const span = { from: monday, to: second.span.to }
    return { length: skipped + first.length + 1 + second.length, span, grain: 'days' }
  }
  const last = inMonthBegun(place.words.slice(rest.at, rest.at + second.length), first, second)
  const begun = place.words.slice(place.at, place.at + first.length)
  const from = last.to < first.span.from ? inYearOf(last, first, begun) : first.span.from
  if (from === null) return null
  return {
    length: skipped + first.length + 1 + second.length,
    span: { from, to: last.to },
    grain: 'days',
    ends: [first, { ...second, span: last }],
  }
}

/** `januari sampai maret tahun lalu`: the year is said once, of both. */
const inYearOf = (last: Span, first: Match, said: readonly string[]): Day | null => {
  const isNamed = said.some((each) => MONTHS.has(each))
  const saysYear = said.some((each) => /^20\d\d$/.test(each) || LAST_AFTER.has(each))
  if (!isNamed || first.grain !== 'month' || saysYear) return null
  const [same, before] = [0, -1].map((years) =>
    dayOf(yearOf(last.to) + years, monthOf(first.span.from), 1),
  )
  if (same && same <= last.to) return same
  return before ?? null
}

/** `10 bulan lalu sampai tanggal 20`: a bare date ends in the month the stretch began in. */
const inMonthBegun = (said: readonly string[], first: Match, second: Match): Span => {
  const isBare = said.every((each) => LEADS.has(each) || /^\d{1,2}$/.test(each))
  const number = Number(second.span.to.slice(MONTH_CHARS))
  const isLater = Number(first.span.from.slice(MONTH_CHARS)) < number
  if (!isBare || !isLater || first.grain !== 'day') return second.span
  const day = dayOf(yearOf(first.span.from), monthOf(first.span.from), number)
  return day === null ? second.span : oneDay(day)
}
/** Of `2026-11-`: what stands before the day. */
const MONTH_CHARS = 8

/** `dari maret sampai sekarang`. */
const nowAt = (place: Place): Match | null =>
  NOW.test(word(place)) ? { length: 1, span: oneDay(place.today), grain: 'day' } : null
const NOW = /^(sekarang|now|date|ahora|agora|kini|skrg)$/

/** `1 sampai 10 maret`, `del 1 al 15 de marzo`, `1 to 7 march 2025`, `tanggal 1 sampai 5`. */
const shortRange = (start: Place): Match | null => {
  const skip = leadLength(start)
  const place = moved(start, skip)
  const first = dayFigure(word(place))
  if (first === null || !UNTIL.has(word(place, 1))) return null
  const gap = leadLength(moved(place, 2))
  const last = dayMonth(moved(place, 2 + gap)) ?? bareDay(moved(place, 2 + gap), first)
  if (last === null) return null
  const from = dayOf(yearOf(last.span.to), monthOf(last.span.to), first)
  if (from === null || from > last.span.to) return null
  return { length: skip + 2 + gap + last.length, span: { from, to: last.span.to }, grain: 'days' }
}

/** `november 1 to 15`, `nov 1-15 2025`: the month goes before both days. */
const monthFirstRange = (start: Place): Match | null => {
  const skip = leadLength(start)
  const place = moved(start, skip)
  const first = monthDay(place)
  const next = word(place, 2)
  const last = dayFigure(word(place, 3))
  const isJoined = UNTIL.has(next) && (next !== 'and' || BETWEEN.has(word(start, -1)))
  if (first?.length !== 2 || !isJoined || last === null || MONTHS.has(word(place, 4))) return null
  const year = yearAfter(place, 4)
  const from = year === null ? first.span.from : inYear(first.span.from, year.year)
  const to = from && dayOf(yearOf(from), monthOf(from), last)
  if (from === null || to === null || to < from) return null
  return {
    length: skip + 4 + (year?.length ?? 0),
    span: upTo(place.today, { from, to }),
    grain: 'days',
  }
}

const inYear = (day: Day, year: number): Day | null =>
  dayOf(year, monthOf(day), Number(day.slice(MONTH_CHARS)))

/** The 5 of `tanggal 1 sampai 5`: only where a date has begun. */
const bareDay = (place: Place, first: number): Match | null => {
  const said = /^(tanggal|dia|from|between|dari|del|al)$/
  const isDate = [-1, -2, -3, -4, -5].some((distance) => said.test(word(place, distance)))
  const last = dayFigure(word(place))
  if (!isDate || last === null || last <= first) return null
  const month = unitAt(moved(place, 1))
  if (month?.grain === 'month') {
    const ends = dayOf(yearOf(month.span.from), monthOf(month.span.from), last)
    return ends && { length: 1 + month.length, span: oneDay(ends), grain: 'day' }
  }
  if (UNITS.has(word(place, 1))) return null
  const day = pastDayOfMonth(place, last)
  return day === null ? null : { length: 1, span: oneDay(day), grain: 'day' }
}

/** `sejak lebaran`, `since march`: up to today. */
const sinceAt = (place: Place): Match | null => {
  const length = phraseLength(place, SINCE)
  if (length === 0) return null
  const first = ledAt(moved(place, length))
  if (first === null || first.span.from > place.today) return null
  const isDay = first.grain === 'day'
  // `dari kemarin` and `dari minggu lalu` are those alone; `dari 1 maret` runs on.
  const begins = BEGINNING.test(
    place.words.slice(place.at, place.at + length + first.length).join(' '),
  )
  const runs =
    !/^(dari|from)$/.test(word(place)) ||
    begins ||
    // `dari januari` is since January, `from january` its own sales.
    (word(place) === 'dari' && !isWeighedBefore(place) && isMonthNamed(place, length)) ||
    (isDay && first.span.to < addDays(place.today, -1))
  const span = runs ? { from: first.span.from, to: place.today } : first.span
  return runs
    ? { length: length + first.length, span, grain: 'days' }
    : { ...first, length: length + first.length }
}

/**
 * `sampai kemarin`, `before november 10`, with nothing it begins at: of its month, as `sampai sekarang` is. What is
 * before a day ends the day before.
 */
const untilAt = (place: Place): Match | null => {
  const begins = phraseLength(place, UP_TO)
  const before = phraseLength(place, BEFORE)
  const lead = Math.max(begins, before)
  const last = lead === 0 ? null : ledAt(moved(place, lead))
  if (last === null || last.grain !== 'day' || last.weekday !== undefined) return null
  const to = before > 0 ? addDays(last.span.to, -1) : last.span.to
  const { from } = wholeMonth(last.span.to, 0)
  if (to > place.today || to < from) return null
  return { length: lead + last.length, span: { from, to }, grain: 'days' }
}

const isMonthNamed = (place: Place, at: number): boolean =>
  MONTHS.has(word(place, at)) || (word(place, at) === 'bulan' && MONTHS.has(word(place, at + 1)))

/** `lebih bagus dari mei` is set beside May. */
const isWeighedBefore = ({ words, at }: Place): boolean =>
  words.slice(0, at).some((each) => WEIGHED.test(each))
const WEIGHED =
  /^(lebih|kurang|naik|turun|beda|selisih|jauh|meningkat|menurun|banding.*|dibanding.*)$/

/** `dari awal tahun`: all of it so far, and no January. */
const BEGINNING = /\b(awal|start|beginning|inicio|principio|principios|comeco|comienzo)\b/

const leadLength = (place: Place): number => {
  let length = 0
  // In `per bulan tahun ini` the months are what the answer is split by.
  const isSplit = HABITS.has(word(place, -1)) && UNITS.has(word(place))
  while (!isSplit && LEADS.has(word(place, length)) && length < 4) length += 1
  return length
}

/** A period with small words before it, fewest dropped first; `after`: it lies after this day. */
const ledAt = (place: Place, after: Day | null = null): Match | null => {
  const most = leadLength(place)
  for (let skip = 0; skip <= most; skip += 1) {
    const match = periodAt(moved(place, skip), after)
    if (match) return longer(match, skip)
  }
  return null
}

const periodAt = (place: Place, after: Day | null): Match | null =>
  quarterAt(place) ??
  countedPartAt(place) ??
  partAt(place) ??
  countedAt(place) ??
  namedAt(place) ??
  weekdayAt(place, after) ??
  unitAt(place) ??
  dateAt(place) ??
  feastAt(place)

/** By their first word, the longest first. */
const PHRASES = Map.groupBy(
  Object.entries(NAMED)
    .flatMap(([meaning, phrases]) =>
      phrases.split('|').map((phrase) => ({ meaning, parts: phrase.trim().split(/\s+/) })),
    )
    .toSorted((a, b) => b.parts.length - a.parts.length),
  ({ parts }) => parts[0] ?? '',
)

const namedAt = (place: Place): Match | null => {
  const found = PHRASES.get(word(place))?.find(({ parts }) =>
    parts.every((part, i) => word(place, i) === part),
  )
  if (!found) return null
  const match = meant(found.meaning, place)
  return match && { ...match, length: found.parts.length }
}

const meant = (meaning: string, place: Place): Omit<Match, 'length'> | null => {
  const { today, covered } = place
  const [first = '', second = ''] = meaning.split(' ')
  if (first === 'day') return { span: oneDay(addDays(today, Number(second))), grain: 'day' }
  if (meaning === 'ever') return covered && { span: covered, grain: 'days' }
  if (meaning === 'weekend') {
    return { span: weekend(today, place.ahead ? 'future' : 'past'), grain: 'days' }
  }
  if (meaning === 'last weekend') return { span: finishedWeekend(today), grain: 'days' }
  if (meaning === 'next weekend') return { span: weekend(today, 'future'), grain: 'days' }
  if (first === 'month' || meaning === 'last month end') return partOfMonth(meaning, today)
  if (first === 'rest')
    return restOf(second === 'week' ? wholeWeek(today, 0) : wholeMonth(today, 0), today)
  if (meaning === 'year start') {
    return { span: monthSpan(yearOf(today), 1), grain: 'days' }
  }
  const unit = UNITS.get(second)
  return unit ? { span: unitSpan(unit, 0, today), grain: grainOf(unit) } : null
}

/** From tomorrow on; nothing is left on its last day. */
const restOf = ({ to }: Span, today: Day): Omit<Match, 'length'> | null =>
  to > today ? { span: { from: addDays(today, 1), to }, grain: 'days' } : null

/** The last Saturday and Sunday that are both over. */
const finishedWeekend = (today: Day): Span => {
  const sunday = lastWeekday(today, 7)
  return { from: addDays(sunday, -1), to: sunday }
}

/** A month's thirds, as shopkeepers speak of them. */
const THIRD_DAYS = 10
const partOfMonth = (meaning: string, today: Day): Omit<Match, 'length'> => {
  const month = wholeMonth(today, meaning === 'last month end' ? -1 : 0)
  const second = addDays(month.from, THIRD_DAYS)
  const third = addDays(second, THIRD_DAYS)
  const parts: Readonly<Record<string, Span>> = {
    'month start': { from: month.from, to: addDays(second, -1) },
    'month middle': { from: second, to: addDays(third, -1) },
    'last month end': { from: third, to: month.to },
  }
  return { span: upTo(today, parts[meaning] ?? month), grain: 'days' }
}

/** `first half of november`, `awal oktober`, `minggu kedua bulan lalu`, `segunda quincena de mayo`. */
const partAt = (place: Place): Match | null => {
  const part = partSaid(place)
  if (part === undefined) return otherHalfAt(place)
  const { length } = part.parts
  const whole = wholeAfter(moved(place, length))
  const span = whole && partOf(part.of, whole)
  if (whole === null || span === null || span.from > place.today)
    return otherHalfAt(place) ?? otherWeekAt(place)
  return { length: length + whole.length, span: upTo(place.today, span), grain: 'days' }
}
const partSaid = (place: Place) =>
  PARTS.get(word(place))?.find(({ parts }) => parts.every((each, i) => word(place, i) === each))

/** `first two weeks of november`, `10 hari pertama bulan lalu`, `ultimos 5 dias de octubre`. */
const countedPartAt = (place: Place): Match | null => {
  const counted = edgeCountAt(place)
  const whole = counted && wholeAfter(moved(place, counted.length))
  const span = whole && edgeOf(counted, whole)
  if (!counted || !span || span.from > place.today) return null
  return { length: counted.length + whole.length, span: upTo(place.today, span), grain: 'days' }
}

type Counted = { readonly count: number; readonly unit: Unit; readonly length: number }
type EdgeCount = Counted & { readonly edge: 'first' | 'last' }

/** The month or the year a part is of, with the small words before it. */
const wholeAfter = (place: Place): Match | null => {
  for (let gap = 0; gap <= 2; gap++) {
    const rest = moved(place, gap)
    const whole = unitAt(rest) ?? monthAlone(rest) ?? yearAlone(rest)
    if (whole) return longer(whole, gap)
    if (!PART_JOINTS.has(word(rest))) return null
  }
  return null
}

/** `first two weeks`, `10 hari pertama`, `dos primeras semanas`. */
const edgeCountAt = (place: Place): EdgeCount | null => {
  const before = edgeAt(place)
  if (before !== null) {
    const counted = countAt(moved(place, 1))
    return counted && { ...counted, length: counted.length + 1, edge: before }
  }
  const counted = countAt(place)
  if (counted !== null) {
    const edge = edgeAt(moved(place, counted.length))
    return edge && { ...counted, length: counted.length + 1, edge }
  }
  const number = numberAt(place.words, place.at)
  const edge = number && edgeAt(moved(place, number.length))
  const unit = number && UNITS.get(word(place, number.length + 1))
  return edge && unit && Number.isInteger(number.value) && number.value > 0
    ? { count: number.value, unit, length: number.length + 2, edge }
    : null
}

const edgeAt = (place: Place): EdgeCount['edge'] | null => {
  if (FIRST_EDGE.test(word(place))) return 'first'
  return LAST_EDGE.test(word(place)) ? 'last' : null
}
const FIRST_EDGE = /^(first|pertama|primer|primera|primeros|primeras|primeira|primeiros|primeiras)$/
const LAST_EDGE = /^(last|final|terakhir|ultimos|ultimas)$/

/** So many days, weeks or months from the beginning of a month or a year, or up to its end so far. */
const edgeOf = ({ edge, count, unit }: EdgeCount, { span, grain }: Match): Span | null => {
  if (grain !== 'month' && grain !== 'year') return null
  const whole = grain === 'month' ? wholeMonth(span.from, 0) : wholeYear(yearOf(span.from))
  const to = span.to < whole.to ? span.to : whole.to
  const part =
    edge === 'first'
      ? { from: whole.from, to: addDays(unitsOn(whole.from, count, unit), -1) }
      : { from: addDays(unitsOn(to, -count, unit), 1), to }
  return part.from >= whole.from && part.to <= whole.to ? part : null
}

const unitsOn = (day: Day, count: number, unit: Unit): Day => {
  const months = MONTHS_IN[unit]
  return months === undefined
    ? addDays(day, count * UNIT_DAYS[unit])
    : monthsBefore(day, -months * count)
}

/** `first half of october vs second half`, `primera quincena … y la segunda`: of the month named before. */
const otherHalfAt = (place: Place): Match | null => {
  if (!SECOND.test(word(place))) return null
  const before = [...Array(place.at).keys()].map((at) => ({ ...place, at }))
  const first = before.find((each) => partSaid(each)?.of === 'half 1')
  const half = first && partAt(first)
  if (!half) return null
  const noun = HALF_NOUNS.test(word(place, 1)) ? 1 : 0
  const isOfYear = daysBetween(half.span.from, half.span.to) > MONTH_DAYS_MAX
  const whole: Match = isOfYear
    ? { ...half, span: wholeYear(yearOf(half.span.from)), grain: 'year' }
    : { ...half, span: wholeMonth(half.span.from, 0), grain: 'month' }
  const span = partOf('half 2', whole)
  if (span === null || span.from > place.today) return null
  return { length: 1 + noun, span: upTo(place.today, span), grain: 'days' }
}
const MONTH_DAYS_MAX = 31
/** `first week of november vs second week`: of the month named before. */
const otherWeekAt = (place: Place): Match | null => {
  const part = partSaid(place)
  if (part === undefined || !NUMBERED_WEEK.test(part.of)) return null
  const before = [...Array(place.at).keys()].map((at) => ({ ...place, at }))
  const first = before.find((each) => NUMBERED_WEEK.test(partSaid(each)?.of ?? ''))
  const week = first && partAt(first)
  const month = week && { ...week, span: wholeMonth(week.span.from, 0), grain: 'month' as const }
  const span = month ? partOf(part.of, month) : null
  if (span === null || span.from > place.today) return null
  return { length: part.parts.length, span: upTo(place.today, span), grain: 'days' }
}
const NUMBERED_WEEK = /^week \d$/

const SECOND = /^(second|2|segunda|kedua)$/
const HALF_NOUNS = /^(half|quincena|quinzena|mitad|metade)$/
const PART_JOINTS = new Set('de del do da of the bulan month el mes o'.split(' '))

/** By their first word, the longest first. */
const PARTS = Map.groupBy(
  Object.entries(MONTH_PARTS)
    .flatMap(([of, phrases]) =>
      phrases.split('|').map((phrase) => ({ of, parts: phrase.trim().split(/\s+/) })),
    )
    .toSorted((a, b) => b.parts.length - a.parts.length),
  ({ parts }) => parts[0] ?? '',
)

/** Months have halves (the 15th ends the first), thirds of ten days and weeks of seven; years have halves. */
const partOf = (of: string, { span, grain }: Match): Span | null => {
  const [kind = '', nth = ''] = of.split(' ')
  if (grain === 'year' && kind === 'half') return halfYear(yearOf(span.from), Number(nth))
  if (grain !== 'month') return null
  const { from, to } = wholeMonth(span.from, 0)
  if (of === 'week last') return { from: addDays(to, -6), to }
  const days = PART_DAYS[kind] ?? WEEK_DAYS
  const begins = addDays(from, days * (Number(nth) - 1))
  const isLast = nth === LAST_PART[kind]
  return { from: begins, to: isLast ? to : addDays(begins, days - 1) }
}
const WEEK_DAYS = 7
const PART_DAYS: Readonly<Record<string, number>> = { half: 15, third: THIRD_DAYS, week: WEEK_DAYS }
const LAST_PART: Readonly<Record<string, string>> = { half: '2', third: '3' }

const halfYear = (year: number, nth: number): Span => {
  const first = (nth - 1) * HALF_MONTHS + 1
  return { from: monthSpan(year, first).from, to: monthSpan(year, first + HALF_MONTHS - 1).to }
}
const HALF_MONTHS = 6

const upTo = (today: Day, span: Span): Span =>
  span.from <= today && span.to > today ? { from: span.from, to: today } : span

/** `Q1`, `kuartal 1 2026`, `first quarter`, `semester kedua`, `primer trimestre`. */
const quarterAt = (place: Place): Match | null => {
  const glued = /^([qh])([1-4])$/.exec(word(place))
  if (glued) return quarterOf(place, { half: glued[1] === 'h', nth: Number(glued[2]), length: 1 })
  const [first, second] = [UNITS.get(word(place)), UNITS.get(word(place, 1))]
  const after = ORDINALS.get(word(place, 1))
  if ((first === 'quarter' || first === 'half') && after !== undefined) {
    return quarterOf(place, { half: first === 'half', nth: after, length: 2 })
  }
  const before = ORDINALS.get(word(place))
  const isCount = /^\d$/.test(word(place))
  if ((second === 'quarter' || second === 'half') && before !== undefined && !isCount) {
    return quarterOf(place, { half: second === 'half', nth: before, length: 2 })
  }
  return null
}

const quarterOf = (
  place: Place,
  { half, nth, length }: { readonly half: boolean; readonly nth: number; readonly length: number },
): Match | null => {
  const months = half ? 6 : 3
  if (nth * months > 12) return null
  const said = yearAfter(place, length)
  const { today } = place
  const first = (nth - 1) * months + 1
  const begins = monthOf(today) >= first || place.ahead ? yearOf(today) : yearOf(today) - 1
  const year = said?.year ?? begins
  const span = { from: monthSpan(year, first).from, to: monthSpan(year, first + months - 1).to }
  const tail = said === null && LAST_AFTER.has(word(place, length)) ? 1 : 0
  return { length: length + tail + (said?.length ?? 0), span: upTo(today, span), grain: 'quarter' }
}

const yearAfter = (
  place: Place,
  at: number,
): { readonly year: number; readonly length: number } | null => {
  const gap = JOINTS.has(word(place, at)) ? 1 : 0
  const said = /^20\d{2}$/.test(word(place, at + gap)) ? Number(word(place, at + gap)) : null
  if (said !== null) return { year: said, length: gap + 1 }
  const unit = UNITS.get(word(place, at)) === 'year' ? at + 1 : at + gap + 1
  const isUnit = UNITS.get(word(place, unit - 1)) === 'year'
  if (isUnit && LAST_AFTER.has(word(place, unit))) {
    return { year: yearOf(place.today) - 1, length: unit - at + 1 }
  }
  if (isUnit && THIS.has(word(place, unit))) {
    return { year: yearOf(place.today), length: unit - at + 1 }
  }
  const isBefore = LAST_BEFORE.has(word(place, at)) && UNITS.get(word(place, at + 1)) === 'year'
  return isBefore ? { year: yearOf(place.today) - 1, length: 2 } : null
}

/** Three years: longer than any comparison we make. */
const COUNT_DAYS_MAX = 1100
const UNIT_DAYS: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  half: 182,
  year: 365,
}

/** `3 bulan terakhir`, `last 30 days`, `3 hari lalu`, `hace dos semanas`, `setahun terakhir`. */
const countedAt = (place: Place): Match | null => {
  const ago = AGO_BEFORE.has(word(place))
  const lead = ago || RUNNING.has(word(place)) || NEXT.has(word(place)) ? 1 : 0
  const counted = countAt(moved(place, lead))
  // `tanggal 12 bulan ini` is a day of it.
  if (/^(tanggal|date|fecha)$/.test(word(place, -1))) return null
  if (counted === null || counted.count * UNIT_DAYS[counted.unit] > COUNT_DAYS_MAX) return null
  const length = lead + counted.length
  const { today } = place
  const { count, unit } = counted
  if (ago) return { length, ...agoOf(count, unit, today) }
  const after = moved(place, length)
  const coming = phraseLength(after, COMING)
  if (coming > 0 || (lead === 1 && NEXT.has(word(place)))) {
    return { length: length + coming, span: aheadOf(count, unit, today), grain: 'days' }
  }
  if (lead === 0 && /^yang$/.test(word(after)) && AGO_AFTER.has(word(after, 1))) {
    return { length: length + 2, ...agoOf(count, unit, today) }
  }
  // `seminggu kemarin` is last week; `3 hari kemarin` are the last three days.
  const isWhole = ONE_OF.has(word(place)) && LAST_AFTER.has(word(after))
  if (lead === 0 && (AGO_AFTER.has(word(after)) || isWhole)) {
    return { length: length + 1, ...agoOf(count, unit, today) }
  }
  const tail = RUNNING.has(word(after)) || /^(ini|kemarin)$/.test(word(after)) ? 1 : 0
  // `penjualan 30 hari`, at the end: the last of them.
  const isBare = /^;?$/.test(word(after)) && BARE_AFTER.test(word(place, -1))
  if (lead === 0 && tail === 0 && !isBare) return null
  const earlier = lead === 1 && EARLIER_BEFORE.has(word(place))
  return { length: length + tail, span: runningOf(count, unit, today), grain: 'days', earlier }
}

const countAt = (place: Place): Counted | null => {
  // `terlaris ke 2 bulan ini` is the second of this month.
  if (word(place, -1) === 'ke') return null
  const one = ONE_OF.get(word(place))
  if (one) return { count: 1, unit: one, length: 1 }
  const gap = /^(the|los|las|os|as)$/.test(word(place)) ? 1 : 0
  const number = numberAt(place.words, place.at + gap)
  const unit = number && UNITS.get(word(place, gap + number.length))
  if (number && unit && Number.isInteger(number.value) && number.value > 0) {
    return { count: number.value, unit, length: gap + number.length + 1 }
  }
  return null
}

const BARE_AFTER =
  /^(penjualan|jualan|omzet|omset|transaksi|selama|dalam|grafik|tren|sales|revenue|for|over|ventas|vendas|durante)$/

/** The day, or the whole week, month or year, so many of them back. */
const agoOf = (count: number, unit: Unit, today: Day): Omit<Match, 'length'> =>
  unit === 'day'
    ? { span: oneDay(addDays(today, -count)), grain: 'day' }
    : { span: unitSpan(unit, -count, today), grain: grainOf(unit) }

const MONTHS_IN: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}

/** The last `count` units up to today: months by the calendar, so that three of them are no 90 days. */
export const runningOf = (count: number, unit: Unit, today: Day): Span => {
  const months = MONTHS_IN[unit]
  if (months === undefined) return { from: addDays(today, 1 - count * UNIT_DAYS[unit]), to: today }
  return { from: addDays(monthsBefore(today, months * count), 1), to: today }
}

export const aheadOf = (count: number, unit: Unit, today: Day): Span => ({
  from: addDays(today, 1),
  to: addDays(today, count * UNIT_DAYS[unit]),
})

/** The same day of the month so many months back; 31 becomes the last day there is. */
export const monthsBefore = (day: Day, months: number): Day => {
  const month = wholeMonth(day, -months)
  return dayOf(yearOf(month.from), monthOf(month.from), Number(day.slice(8))) ?? month.to
}

/** `minggu lalu`, `last month`, `este ano`, `ultima semana`, `mes que viene`. */
const unitAt = (place: Place): Match | null => {
  const { today } = place
  const [first, second] = [UNITS.get(word(place)), UNITS.get(word(place, 1))]
  const beforeLast = first && first !== 'day' ? phraseLength(moved(place, 1), BEFORE_LAST) : 0
  if (first && beforeLast > 0) return longer(relative(place, first, -2), beforeLast - 1)
  const before = earlierAt(place)
  if (before) return before
  if (second && RUNNING.has(word(place)) && !LAST_BEFORE.has(word(place))) {
    return { length: 2, span: runningOf(1, second, today), grain: 'days' }
  }
  if (second && LAST_BEFORE.has(word(place))) return relative(place, second, -1)
  if (second && THIS.has(word(place))) return relative(place, second, 0)
  if (second && NEXT.has(word(place))) return relative(place, second, 1)
  if (first === undefined) return null
  const yang = word(place, 1) === 'yang' ? 1 : 0
  if (LAST_AFTER.has(word(place, 1 + yang))) return longer(relative(place, first, -1), yang)
  if (THIS_AFTER.has(word(place, 1))) return relative(place, first, 0)
  if (NEXT.has(word(place, 1))) return relative(place, first, 1)
  const coming = phraseLength(moved(place, 1), COMING)
  if (coming > 0) return longer(relative(place, first, 1), coming - 1)
  return isAlone(place) || isOfNow(place) ? longer(relative(place, first, 0), -1) : null
}

/** `ventas del mes`, `best sellers of the year`: the one that runs; `dia de la semana` is a weekday. */
const isOfNow = (place: Place): boolean => {
  const [before, beforeThat] = [word(place, -1), word(place, -2)]
  const isOf =
    /^(del|do|da)$/.test(before) ||
    (before === 'la' && beforeThat === 'de') ||
    (before === 'the' && /^(of|for)$/.test(beforeThat)) ||
    // `como va el mes`, `how is the week`.
    (/^(el|la|o|a|the)$/.test(before) &&
      /^(va|vai|ta|esta|estuvo|foi|is|was|anda)$/.test(beforeThat) &&
      ENDS_THERE.test(word(place, 1)))
  const isWeekday =
    UNITS.get(word(place)) === 'week' &&
    place.words.slice(0, place.at).some((each) => UNITS.get(each) === 'day')
  // `del mes de febrero` names another one.
  const isNamed = MONTHS.has(word(place, JOINTS.has(word(place, 1)) ? 2 : 1))
  return isOf && !isWeekday && !isNamed
}

/** `como va el mes comparado con …`. */
const ENDS_THERE = /^(;?|comparad[oa]|vs|versus|contra|frente|compared|against|so|hasta|ate)$/

/** `bulan sebelumnya`, `the week before that`, `el mes anterior`. */
const earlierAt = (place: Place): Match | null => {
  const [first, second] = [UNITS.get(word(place)), UNITS.get(word(place, 1))]
  const own = first ?? ONE_OF.get(word(place))
  const tail = own && phraseLength(moved(place, 1), EARLIER_AFTER)
  const unit = tail ? own : EARLIER_BEFORE.has(word(place)) && second
  if (!unit) return null
  const span = unitSpan(unit, -1, place.today)
  return { length: 1 + (tail || 1), span, grain: grainOf(unit), earlier: true }
}

/** The stretch just before one: the month before October is September. */
export const stretchBefore = ({ from, to, grain }: PlanTime): Span => {
  const months = STRETCH_MONTHS[grain]
  if (months !== undefined) {
    const first = wholeMonth(from, -months).from
    return { from: first, to: wholeMonth(first, months - 1).to }
  }
  if (grain === 'week') return wholeWeek(from, -1)
  const length = daysBetween(from, to) + 1
  return { from: addDays(from, -length), to: addDays(from, -1) }
}
const STRETCH_MONTHS: Readonly<Partial<Record<Grain, number>>> = { month: 1, quarter: 3, year: 12 }

/** `omzet minggu` at the end is of this one; `per minggu` and `which week` are not. */
const isAlone = (place: Place): boolean =>
  /^(minggu|pekan|bulan|tahun)$/.test(word(place)) &&
  /^;?$/.test(word(place, 1)) &&
  /^(omzet|penjualan|jualan|pendapatan|transaksi|laku|terlaris|terjual|laris)$/.test(
    word(place, -1),
  )

const relative = (place: Place, unit: Unit, offset: number): Match | null =>
  unit === 'day'
    ? null
    : { length: 2, span: unitSpan(unit, offset, place.today), grain: grainOf(unit) }

export const grainOf = (unit: Unit): Grain => (unit === 'half' ? 'quarter' : unit)

export const unitSpan = (unit: Unit, offset: number, today: Day): Span => {
  if (unit === 'day') return oneDay(addDays(today, offset))
  if (unit === 'week') return upTo(today, wholeWeek(today, offset))
  if (unit === 'year') return upTo(today, wholeYear(yearOf(today) + offset))
  const months = MONTHS_IN[unit] ?? 1
  const index = Math.floor((monthOf(today) - 1) / months) * months + 1 - monthOf(today)
  const from = wholeMonth(today, index + offset * months).from
  return upTo(today, { from, to: wholeMonth(from, months - 1).to })
}

/** `senin`, `senin lalu`, `last monday`, `senin minggu lalu`, `lunes pasado`, `hari minggu`. */
const weekdayAt = (place: Place, after: Day | null): Match | null => {
  const before = word(place)
  const lead = LAST_BEFORE.has(before) || THIS.has(before) || NEXT.has(before) ? 1 : 0
  const weekday = weekdayNamed(place, lead)
  if (weekday === null) return null
  const feira = /^feira$/.test(word(place, lead + 1)) ? 1 : 0
  const length = lead + 1 + feira
  // `senin minggu lalu`, `sexta da semana passada`.
  const gap = leadLength(moved(place, length))
  const isUnit = UNITS.get(word(place, length + gap)) !== undefined
  const week = unitAt(moved(place, length + gap))
  if (week?.grain === 'week' && isUnit) {
    return {
      length: length + gap + week.length,
      span: oneDay(inWeekOf(week.span.from, weekday)),
      grain: 'day',
    }
  }
  const day = dayMeant(place, {
    weekday,
    lead: lead === 1 ? before : '',
    tail: word(place, length),
    after,
  })
  // `hari minggu sebelumnya`: the one before that.
  const earlier = phraseLength(moved(place, length), EARLIER_AFTER)
  if (earlier > 0) {
    const span = oneDay(addDays(day, -WEEK_DAYS))
    return { length: length + earlier, span, grain: 'day', weekday, earlier: true }
  }
  const tail = LAST_AFTER.has(word(place, length)) || NEXT.has(word(place, length)) ? 1 : 0
  return { length: length + tail, span: oneDay(day), grain: 'day', weekday }
}

const weekdayNamed = (place: Place, lead: number): Weekday | null => {
  const said = word(place, lead)
  // `minggu` is a Sunday after `hari`, or at the end of `senin sampai minggu`.
  // `rata rata per hari minggu ini` speaks of days in this week.
  const isOnSunday = word(place, lead - 1) === 'hari' && !HABITS.has(word(place, lead - 2))
  const isSunday = said === 'minggu' && (isOnSunday || isStretchEnd(place))
  return isSunday ? 7 : ((WEEKDAYS.get(said) ?? null) as Weekday | null)
}
const HABITS = new Set(
  'per tiap setiap berapa jumlah by por cada each every mejor peor melhor pior best worst which que qual'.split(
    ' ',
  ),
)
const isStretchEnd = (place: Place): boolean =>
  UNTIL.has(word(place, -1)) && WEEKDAYS.has(word(place, -2))

const inWeekOf = (day: Day, weekday: Weekday): Day => addDays(day, weekday - weekdayOf(day))

const dayMeant = (
  { today, ahead }: Place,
  said: { weekday: Weekday; lead: string; tail: string; after: Day | null },
): Day => {
  if (said.after !== null) return firstFrom(said.after, said.weekday)
  const isNext = NEXT.has(said.lead) || NEXT.has(said.tail)
  if (isNext || (ahead && !LAST_AFTER.has(said.tail))) return nextWeekday(today, said.weekday)
  const isThis = said.lead !== '' && THIS.has(said.lead)
  if (isThis) return inWeekOf(today, said.weekday)
  return weekdayOf(today) === said.weekday && !LAST_AFTER.has(said.tail) && said.lead === ''
    ? addDays(today, -7)
    : lastWeekday(today, said.weekday)
}

const firstFrom = (day: Day, weekday: Weekday): Day =>
  addDays(day, (weekday - weekdayOf(day) + 7) % 7)

const dateAt = (place: Place): Match | null =>
  goneBy(place, inFigures(place) ?? dayMonth(place) ?? monthDay(place)) ??
  monthAlone(place) ??
  yearAlone(place) ??
  goneBy(place, dayAlone(place))

/** `17 agustus kemarin`, `tanggal 5 lalu`: the one gone by, as a day without a year is. */
const goneBy = (place: Place, match: Match | null): Match | null =>
  match !== null && LAST_AFTER.has(word(place, match.length)) ? longer(match, 1) : match

const inFigures = (place: Place): Match | null => {
  const said = word(place)
  const iso = parseDay(said)
  // `11.11` is a day of sales; `5.12` may be a figure.
  const [, twin] = /^(\d{1,2})\.\1$/.exec(said) ?? []
  if (twin !== undefined)
    return civil(place, { number: Number(twin), month: Number(twin), year: null }, 1)
  if (iso !== null) return { length: 1, span: oneDay(iso), grain: 'day' }
  const parts = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2}|\d{4}))?$/.exec(said)
  if (!parts || (parts[3] === undefined && said.includes('-'))) return null
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  // `11/1 to 11/15`: one of them says which goes first.
  const isMonthFirst = place.words.some((each) => MONTH_FIRST.test(each))
  const [month, number] = isMonthFirst ? [first, second] : [second, first]
  return civil(place, { number, month, year: fullYear(parts[3]) }, 1)
}

/** The second figure is no month. */
const MONTH_FIRST = /^(0?[1-9]|1[0-2])[/-](1[3-9]|2\d|3[01])(?:[/-](\d{2}|\d{4}))?$/

const fullYear = (text: string | undefined): number | null => {
  if (text === undefined) return null
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

/** A day without a year is the one gone by; ahead, the one to come. */
const civil = (
  { today, ahead }: Place,
  date: { readonly number: number; readonly month: number; readonly year: number | null },
  length: number,
): Match | null => {
  const year = yearOf(today)
  const years =
    date.year === null ? [0, 1, 2, 3, 4].map((n) => (ahead ? year + n : year - n)) : [date.year]
  const days = years.map((each) => dayOf(each, date.month, date.number))
  const fits = (each: Day | null): each is Day =>
    each !== null && (date.year !== null || (ahead ? each >= today : each <= today))
  const found = days.find(fits)
  return found === undefined ? null : { length, span: oneDay(found), grain: 'day' }
}

const dayFigure = (text: string): number | null => {
  const day = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return day >= 1 && day <= 31 ? day : null
}

const dayMonth = (place: Place): Match | null => {
  const number = dayFigure(word(place))
  const gap = JOINTS.has(word(place, 1)) ? 1 : 0
  const named = monthNumbered(moved(place, 1)) ?? MONTHS.get(word(place, 1 + gap))
  if (number === null || named === undefined) return null
  const { month, length } = typeof named === 'number' ? { month: named, length: 1 + gap } : named
  const year = yearAfter(place, 1 + length)
  return civil(place, { number, month, year: year?.year ?? null }, 1 + length + (year?.length ?? 0))
}

/** `bulan 9`, `bulan ke 10`: months by their number. `bulan 3 produk terlaris` counts products. */
const monthNumbered = (
  place: Place,
): { readonly month: number; readonly length: number } | null => {
  if (word(place) !== 'bulan' || HABITS.has(word(place, -1))) return null
  const gap = word(place, 1) === 'ke' ? 1 : 0
  const month = dayFigure(word(place, 1 + gap))
  const isCount = COUNTED.has(word(place, 2 + gap)) || UNITS.has(word(place, 2 + gap))
  return month === null || month > MONTHS_A_YEAR || isCount ? null : { month, length: 2 + gap }
}
const MONTHS_A_YEAR = 12

const monthDay = (place: Place): Match | null => {
  const month = MONTHS.get(word(place))
  const number = dayFigure(word(place, 1))
  // `oktober 3 produk terlaris` counts products.
  if (month === undefined || number === null || COUNTED.has(word(place, 2))) return null
  const year = yearAfter(place, 2)
  return civil(place, { number, month, year: year?.year ?? null }, 2 + (year?.length ?? 0))
}

const monthAlone = (place: Place): Match | null => {
  const { today, ahead } = place
  const numbered = monthNumbered(place)
  if (numbered !== null) {
    const saidYear = yearAfter(place, numbered.length)
    const isGone = monthOf(today) < numbered.month && !ahead
    const year = saidYear?.year ?? yearOf(today) - (isGone ? 1 : 0)
    const span = upTo(today, monthSpan(year, numbered.month))
    return { length: numbered.length + (saidYear?.length ?? 0), span, grain: 'month' }
  }
  const lead = LAST_BEFORE.has(word(place)) || THIS.has(word(place)) ? 1 : 0
  const month = MONTHS.get(word(place, lead))
  if (month === undefined) return null
  const said = yearAfter(place, lead + 1)
  // `can i see`, `mar` and `may` are no months on their own unless a year follows.
  if (/^(may|ago|out|mar|sep|set|a)$/.test(word(place, lead)) && !said && !isMonthBeside(place))
    return null
  const now = monthOf(today)
  const gone = now < month || (now === month && lead === 1 && LAST_BEFORE.has(word(place)))
  const year = said?.year ?? (gone && !ahead ? yearOf(today) - 1 : yearOf(today))
  const tail = said === null && LAST_AFTER.has(word(place, lead + 1)) ? 1 : 0
  return {
    length: lead + 1 + tail + (said?.length ?? 0),
    span: upTo(today, monthSpan(year, month)),
    grain: 'month',
  }
}

/** `in may`, and `mar to may`. */
const isMonthBeside = (place: Place): boolean =>
  /^(in|bulan|of|for|en|em|de|month|since|sejak|last|this|vs|to|dan|and|sampai)$/.test(
    word(place, -1),
  ) ||
  (UNTIL.has(word(place, 1)) && MONTHS.has(word(place, 2))) ||
  (UNTIL.has(word(place, -1)) && MONTHS.has(word(place, -2)))

const yearAlone = (place: Place): Match | null => {
  const lead = UNITS.get(word(place)) === 'year' ? 1 : 0
  if (!/^20\d{2}$/.test(word(place, lead))) return null
  const span = upTo(place.today, wholeYear(Number(word(place, lead))))
  return { length: lead + 1, span, grain: 'year' }
}

/** `tanggal 5`, `el dia 5`, `on the 5`. */
const dayAlone = (place: Place): Match | null => {
  const number = dayFigure(word(place))
  const named = /^(tanggal|tgl|dia|date|fecha)$/.test(word(place, -1))
  const isThe = /^(the|el|o)$/.test(word(place, -1)) && BEFORE_THE.test(word(place, -2))
  if (number === null || !(named || isThe)) return null
  const rest = unitAt(moved(place, 1))
  if (rest?.grain === 'month') {
    const day = dayOf(yearOf(rest.span.from), monthOf(rest.span.from), number)
    return day && { length: 1 + rest.length, span: oneDay(day), grain: 'day' }
  }
  if (UNITS.has(word(place, 1))) return null
  const day = pastDayOfMonth(place, number)
  return day && { length: 1, span: oneDay(day), grain: 'day' }
}

/** `on the 5`, `except the 5`, `sin el 12`. */
const BEFORE_THE =
  /^(on|of|for|at|except|excluding|without|exclude|minus|sin|contar|excepto|menos|sem|exceto)$/

const pastDayOfMonth = ({ today, ahead }: Place, number: number): Day | null => {
  const here = dayOf(yearOf(today), monthOf(today), number)
  const before = wholeMonth(today, -1).from
  const isRight = here !== null && (ahead ? here >= today : here <= today)
  return isRight ? here : dayOf(yearOf(before), monthOf(before), number)
}

/** `lebaran`, `natal tahun lalu`, `mother's day 2025`: the latest that has come. */
const feastAt = (place: Place): Match | null => {
  for (let length = FEAST_WORDS_MAX; length >= 1; length -= 1) {
    const name = place.words.slice(place.at, place.at + length).join(' ')
    const days = place.feasts.get(name)
    if (days) return feastOf(place, days, length)
  }
  return null
}
const FEAST_WORDS_MAX = 4

const feastOf = (place: Place, days: readonly Day[], length: number): Match | null => {
  const said = yearAfter(place, length)
  const lastTail = said === null && LAST_AFTER.has(word(place, length)) ? 1 : 0
  const among = days.filter((day) => (said ? yearOf(day) === said.year : isNear(day, place)))
  const chosen = place.ahead && said === null ? among[0] : among.at(-1)
  if (chosen === undefined) return null
  const from = days.includes(addDays(chosen, -1)) ? addDays(chosen, -1) : chosen
  const to = days.includes(addDays(from, 1)) ? addDays(from, 1) : from
  return {
    length: length + (said?.length ?? 0) + lastTail,
    span: { from, to },
    grain: from === to ? 'day' : 'days',
  }
}
const isNear = (day: Day, { today, ahead }: Place): boolean => (ahead ? day >= today : day <= today)

const TIME_WORDS: ReadonlySet<string> = new Set([
  ...UNITS.keys(),
  ...ONE_OF.keys(),
  ...WEEKDAYS.keys(),
  ...MONTHS.keys(),
  ...LAST_AFTER,
  ...THIS,
  ...NEXT,
  ...AGO_AFTER,
  ...Object.values(NAMED).flatMap((phrases) =>
    phrases.split('|').filter((each) => !/\s/.test(each)),
  ),
])

/** True for words that speak of days on their own. */
export const isTimeWord = (said: string): boolean => TIME_WORDS.has(said)
