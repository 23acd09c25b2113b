import type { Day, Span, Weekday } from '../sales/day.ts'
import { addDays } from '../sales/day.ts'
import {
  lastWeekday,
  nextWeekday,
  oneDay,
  runningDays,
  thisMonth,
  thisWeek,
  weekend,
  wholeMonth,
  wholeWeek,
  wholeYear,
  yearOf,
} from './calendar.ts'
import { numberOf, weekdayNamed } from './calendar-words.ts'
import { dateAt, monthAt } from './date.ts'
import type { Period } from './intent.ts'
import { type Lean, type Match, type Place, says, wordAt } from './place.ts'
import type { Words } from './words.ts'

export type PeriodReading = {
  readonly periods: readonly Period[]
  /** True when one of them lies ahead (`besok`, `next week`): a forecast is asked for. */
  readonly ahead: boolean
  /** The words no period took. */
  readonly rest: Words
}

/**
 * Finds every period of a message. A shop asks about the past, so `senin` is the last one and
 * `31/3` the one gone by. Libraries tried on the same phrases read ranges as moments and `senin
 * kemarin` as next Monday; wrong is worse than missing, hence a grammar of our own.
 */
export const readPeriods = (words: Words, today: Day, lean: Lean): PeriodReading => {
  // `minggu yang lalu` says no more than `minggu lalu`.
  const spoken = words.filter((word, i) => word !== 'yang' || words[i + 1] !== 'lalu')
  const periods: Period[] = []
  const rest: string[] = []
  for (let at = 0; at < spoken.length; ) {
    const match = stretchAt({ words: spoken, at, today, lean })
    if (match) periods.push(match.period)
    else rest.push(spoken[at] ?? '')
    at += match?.length ?? 1
  }
  return { periods, ahead: periods.some(({ span }) => span.to > today), rest }
}

const SINCE = new Set('sejak semenjak since mulai'.split(' '))
const FROM = new Set('dari from'.split(' '))
const TO = new Set('sampai sampe hingga to until till through'.split(' '))

/** One period, or two joined: `senin sampai rabu`, `dari 1 maret`, `since monday`. */
const stretchAt = (place: Place): Match | null => {
  const since = SINCE.has(wordAt(place))
  const skip = since || FROM.has(wordAt(place)) ? 1 : 0
  const start = { ...place, at: place.at + skip }
  const first = isHabit(start) ? null : periodAt(start)
  if (first === null) return null
  const length = skip + first.length
  const { from } = first.period.span
  const next = { ...place, at: place.at + length + 1 }
  const last = TO.has(wordAt(place, length)) ? periodAt(next) : null
  if (last !== null && last.period.span.to > from) {
    return { length: length + 1 + last.length, period: days(from, last.period.span.to) }
  }
  // `laporan dari kemarin` is yesterday's; `dari 1 maret` runs on to today, as `sejak` always does.
  const open = since || (skip === 1 && first.period.kind === 'day')
  if (open && from < place.today) return { length, period: days(from, place.today) }
  return skip === 1 ? null : first
}

const days = (from: Day, to: Day): Period => ({
  kind: from === to ? 'day' : 'days',
  span: { from, to },
})

/** Longer and stricter readings first: `hari minggu` is a Sunday before `minggu` is a week. */
const periodAt = (place: Place): Match | null =>
  countedAt(place) ??
  weekdayAt(place) ??
  namedAt(place) ??
  dateAt(place) ??
  monthAt(place) ??
  aloneAt(place)

/** `per minggu`, `tiap senin`, `every week` speak of a habit, not of one period. */
const HABIT = new Set('per tiap setiap each every'.split(' '))
const isHabit = (place: Place): boolean => HABIT.has(wordAt(place, -1))

type Build = (today: Day, lean: Lean) => Period

const period =
  (kind: Period['kind'], spanOf: (today: Day, lean: Lean) => Span): Build =>
  (today, lean) => ({ kind, span: spanOf(today, lean) })

const dayFromToday = (distance: number): Build =>
  period(distance === -1 ? 'yesterday' : 'day', (today) => oneDay(addDays(today, distance)))

const NAMED: readonly (readonly [string, Build])[] = (
  [
    ['the day before yesterday|day before yesterday|kemarin lusa|kemarin dulu', dayFromToday(-2)],
    ['the day after tomorrow|day after tomorrow|besok lusa|lusa', dayFromToday(2)],
    ['hari kemarin|kemarin|yesterday', dayFromToday(-1)],
    ['hari besok|besok|tomorrow', dayFromToday(1)],
    ['hari ini|today', period('today', oneDay)],
    ['minggu ini|pekan ini|minggu berjalan|this week|week to date', period('week', thisWeek)],
    [
      'minggu lalu|minggu kemarin|pekan lalu|pekan kemarin|last week|previous week',
      period('last-week', (today) => wholeWeek(today, -1)),
    ],
    ['minggu depan|pekan depan|next week', period('days', (today) => wholeWeek(today, 1))],
    ['bulan ini|bulan berjalan|this month|month to date', period('month', thisMonth)],
    [
      'bulan lalu|bulan kemarin|last month|previous month',
      period('last-month', (today) => wholeMonth(today, -1)),
    ],
    ['bulan depan|next month', period('days', (today) => wholeMonth(today, 1))],
    [
      'tahun ini|this year|year to date',
      period('days', (today) => ({ from: wholeYear(yearOf(today)).from, to: today })),
    ],
    ['tahun lalu|tahun kemarin|last year', period('days', (today) => wholeYear(yearOf(today) - 1))],
    [
      'akhir pekan kemarin|akhir pekan lalu|weekend kemarin|weekend lalu|last weekend',
      period('days', (today) => weekend(today, 'past')),
    ],
    ['akhir pekan ini|akhir pekan|weekend ini|this weekend|weekend', period('days', weekend)],
    [
      'seminggu ke depan|seminggu kedepan',
      period('days', (today) => runningDays(today, 7, 'future')),
    ],
    [
      'seminggu terakhir|seminggu ini|seminggu|past week',
      period('days', (today, lean) => runningDays(today, 7, lean)),
    ],
    [
      'sebulan terakhir|sebulan ini|sebulan|past month',
      period('days', (today, lean) => runningDays(today, 30, lean)),
    ],
  ] as const
).flatMap(([phrases, build]) => phrases.split('|').map((phrase) => [phrase, build] as const))

const namedAt = (place: Place): Match | null => {
  const found = NAMED.find(([each]) => says(place, each))
  if (!found) return null
  const [phrase, build] = found
  return { length: phrase.split(' ').length, period: build(place.today, place.lean) }
}

/** One word with nothing beside it that says more. */
const ALONE: ReadonlyMap<string, Build> = new Map([
  ...'minggu pekan week mingguan weekly'
    .split(' ')
    .map((word) => [word, period('week', thisWeek)] as const),
  ...'bulan month bulanan monthly'
    .split(' ')
    .map((word) => [word, period('month', thisMonth)] as const),
])

const aloneAt = (place: Place): Match | null => {
  const build = ALONE.get(wordAt(place))
  return build ? { length: 1, period: build(place.today, place.lean) } : null
}

/** Days in one unit: months are taken as 30 days because the question is a rough one. */
const UNIT_DAYS: ReadonlyMap<string, number> = new Map([
  ...'hari day days'.split(' ').map((word) => [word, 1] as const),
  ...'minggu pekan week weeks'.split(' ').map((word) => [word, 7] as const),
  ...'bulan month months'.split(' ').map((word) => [word, 30] as const),
])
/** Three years: longer than any comparison we make, short enough for every query. */
const SPAN_DAYS_MAX = 1100

/** `7 hari terakhir`, `last 30 days`, `3 hari lalu`, `next 7 days`, `2 minggu ke depan`. */
const countedAt = (place: Place): Match | null => {
  const lead = /^(last|past|next|previous)$/.exec(wordAt(place))?.[1] ?? null
  const skip = lead === null ? 0 : 1
  const unit = UNIT_DAYS.get(wordAt(place, skip + 1)) ?? 0
  const distance = (numberOf(wordAt(place, skip)) ?? 0) * unit
  if (distance < 1 || distance > SPAN_DAYS_MAX) return null
  const length = skip + 2
  const after = { ...place, at: place.at + length }
  const ago = lead === null ? tail(after, AGO) : null
  if (ago !== null) {
    return { length: length + ago, period: dayFromToday(-distance)(place.today, 'past') }
  }
  const ahead = tail(after, AHEAD)
  const lean = lead === null ? place.lean : (LEAD_LEANS[lead] ?? 'past')
  const span = runningDays(place.today, distance, ahead === null ? lean : 'future')
  return {
    length: length + (ahead ?? tail(after, LAST) ?? 0),
    period: { kind: 'days', span },
  }
}

const LEAD_LEANS: Readonly<Record<string, Lean>> = { next: 'future' }
const AGO = ['lalu', 'ago']
const LAST = ['terakhir', 'ini', 'belakangan']
const AHEAD = ['ke depan', 'kedepan', 'mendatang', 'lagi', 'ahead']

/** How many words the phrase standing there takes; null when none of them does. */
const tail = (place: Place, phrases: readonly string[]): number | null =>
  phrases.find((phrase) => says(place, phrase))?.split(' ').length ?? null

/** `senin`, `hari senin lalu`, `last monday`, `senin minggu lalu`, `sabtu besok`, `hari minggu`. */
const weekdayAt = (place: Place): Match | null => {
  const lead = /^(hari|last|this|next|on)$/.exec(wordAt(place))?.[1] ?? null
  const skip = lead === null ? 0 : 1
  const word = wordAt(place, skip)
  // `minggu` is a Sunday only after `hari`.
  const weekday = word === 'minggu' && lead === 'hari' ? 7 : weekdayNamed(word)
  if (weekday === null) return null
  const after = { ...place, at: place.at + skip + 1 }
  const said = WEEKDAY_TAILS.find(([phrases]) => tail(after, phrases) !== null)
  const usual = place.lean === 'past' ? 'last' : 'next'
  const which = said?.[1] ?? LEADS.get(lead ?? '') ?? usual
  return {
    length: skip + 1 + (said ? (tail(after, said[0]) ?? 0) : 0),
    period: { kind: 'day', span: oneDay(WHICH[which](place.today, weekday)) },
  }
}

type Which = 'last' | 'next' | 'this-week' | 'last-week' | 'next-week'

const WEEKDAY_TAILS: readonly (readonly [readonly string[], Which])[] = [
  [['minggu lalu', 'minggu kemarin', 'last week'], 'last-week'],
  [['minggu depan', 'next week'], 'next-week'],
  [['minggu ini', 'this week', 'ini'], 'this-week'],
  [['lalu', 'kemarin'], 'last'],
  [['depan', 'besok', 'nanti'], 'next'],
]
const LEADS: ReadonlyMap<string, Which> = new Map([
  ['last', 'last'],
  ['this', 'this-week'],
  ['next', 'next'],
])

const WHICH: Readonly<Record<Which, (today: Day, weekday: Weekday) => Day>> = {
  last: lastWeekday,
  next: nextWeekday,
  'this-week': (today, weekday) => addDays(wholeWeek(today, 0).from, weekday - 1),
  'last-week': (today, weekday) => addDays(wholeWeek(today, -1).from, weekday - 1),
  'next-week': (today, weekday) => addDays(wholeWeek(today, 1).from, weekday - 1),
}
