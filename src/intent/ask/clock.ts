import { numberAt } from './number-words.ts'
import { WEEKDAYS } from './time-words.ts'

/** Hours of the day a question names, 0 to 23, and where it names them. */
export type HoursFound = {
  readonly at: number
  readonly length: number
  readonly hours: readonly number[]
}

/**
 * Every time of day of a question: `jam 5 sore`, `after 5 pm`, `antara jam 9 sampai jam 12`, `jam 5 ke
 * atas`, `antes del mediodia`. A stretch ends before its last hour (9 to 12 is 9, 10 and 11), as people
 * say opening hours; `jam 10 malam sampai jam 2 pagi` runs over midnight.
 */
export const readClocks = (
  words: readonly string[],
  hours: ReadonlySet<number> = new Set(),
): readonly HoursFound[] => {
  const found: HoursFound[] = []
  for (let at = 0; at < words.length; ) {
    const match = stretchAt(words, at, hours)
    if (match) found.push(match)
    at += match?.length ?? 1
  }
  return found
}

/** `jam 3`, `at 5`, `a las 4`: which half of the day is meant shows in when the shop sells. */
export const saysBareHour = (text: string): boolean => BARE_HOUR.test(text)
const BARE_HOUR = /\b(jam|jm|pukul|pkl|at|after|before|las|la|às|as)\s+\d{1,2}\b/i

const DAY_HOURS = 24
const NOON = 12

type Clock = {
  readonly length: number
  /** With its minutes as a fraction; before noon or after it not yet settled. */
  readonly hour: number
  readonly half: 'am' | 'pm' | 'day' | 'noon' | 'night' | null
  /** True when a word says that it is a time of day. */
  readonly named: boolean
}

const stretchAt = (
  words: readonly string[],
  at: number,
  hours: ReadonlySet<number>,
): HoursFound | null => {
  // `tanggal 5 dan 6 pagi`: a date has begun.
  if (DATE_SIGN.test(words[at - 1] ?? '')) return null
  const lead = leadAt(words, at)
  const said = clockAt(words, at + lead.length)
  if (said === null) return null
  const first = inHoursOfSale(said, hours)
  const gap = lead.length + first.length
  const joint = JOINTS.has(words[at + gap] ?? '') ? 1 : 0
  const until = clockAt(words, at + gap + joint)
  const second = until && inHalfOf(first, inHoursOfSale(until, hours))
  const isLed = lead.kind === 'between' || joint === 1
  if (second !== null && isRange(first, second, isLed)) {
    return { at, length: gap + joint + second.length, hours: between(first, second) }
  }
  if (!first.named) return null
  const hour = hourOf(first)
  const tail = phraseAt(words, at + gap, ONWARDS)
  if (lead.kind === 'after' || tail > 0) {
    return { at, length: gap + tail, hours: hoursFrom(Math.floor(hour), DAY_HOURS) }
  }
  if (lead.kind === 'before') return { at, length: gap, hours: hoursFrom(0, Math.ceil(hour)) }
  // `noon` alone is a part of the day and no hour.
  if (first.half === 'noon' || lead.kind !== null) return null
  return { at, length: gap, hours: hoursFrom(Math.floor(hour), Math.floor(hour) + 1) }
}

/** A bare `jam 3` in a shop that sells at 15 and not at 3 is in the afternoon. */
const inHoursOfSale = (clock: Clock, hours: ReadonlySet<number>): Clock => {
  const hour = Math.floor(clock.hour)
  const isAfternoon = hour < NOON && !hours.has(hour) && hours.has(hour + NOON)
  return clock.half === null && isAfternoon ? { ...clock, half: 'pm' } : clock
}

/** `jam 1 sampai jam 3` ends in the half it began in. */
const inHalfOf = (first: Clock, second: Clock): Clock =>
  first.half === 'pm' &&
  second.half === null &&
  second.hour < NOON &&
  second.hour > first.hour % NOON
    ? { ...second, half: 'pm' }
    : second

const DATE_SIGN = /^(tanggal|tgl|date|fecha|dia)$/

/** `jam 9 12` is a stretch without a word between; in `jam 5 sore 3-9 november` a date begins. */
const isRange = (first: Clock, second: Clock, isLed: boolean): boolean =>
  isLed ? first.named || second.named : first.named && first.half === null

const between = (first: Clock, second: Clock): readonly number[] => {
  const to = hourOf(second)
  const own = hourOf(first)
  // The 2 of `2 sampai 5 sore` is in the afternoon too.
  const isAlike = first.half === null && to > NOON && own < NOON && own + NOON < to
  const from = isAlike ? own + NOON : own
  // `jam 10 sampai jam 2`, with no word for either half: a day's work, and no night.
  const isDay = first.half === null && second.half === null && from < NOON + 1 && to < from
  return hoursFrom(Math.floor(from), Math.ceil(isDay ? to + NOON : to))
}

/** Up to, not with, the last one; over midnight where it is smaller. */
const hoursFrom = (from: number, to: number): readonly number[] => {
  const length = to > from ? to - from : to + DAY_HOURS - from
  return Array.from({ length: Math.min(length, DAY_HOURS) }, (_, i) => (from + i) % DAY_HOURS)
}

/** Nobody calls seven in the evening or an earlier hour of the morning `siang`. */
const DAY_FROM = 7

const hourOf = ({ hour, half }: Clock): number => {
  if (half === 'pm' && hour < NOON) return hour + NOON
  if ((half === 'am' || half === 'night') && hour >= NOON && hour < NOON + 1) return hour - NOON
  // `jam 11 siang` is before noon, `jam 1 siang` after it.
  if (half === 'day') return hour < DAY_FROM ? hour + NOON : hour
  return half === 'night' && hour > 5 && hour < NOON ? hour + NOON : hour
}

const phrases = (text: string): readonly (readonly string[])[] =>
  text
    .split('|')
    .map((phrase) => phrase.trim().split(' '))
    .toSorted((a, b) => b.length - a.length)

const phraseAt = (
  words: readonly string[],
  at: number,
  list: readonly (readonly string[])[],
): number => list.find((phrase) => phrase.every((word, i) => words[at + i] === word))?.length ?? 0

const AFTER = phrases(
  `setelah|sesudah|selepas|lewat|lewat dari|di atas|mulai|sejak|dari|habis|after|past|later than|since|from
  |despues de|despues|a partir de|desde|pasadas|depois de|depois|a partir|apos|desde as|depois das|a partir das`,
)
const BEFORE = phrases(
  `sebelum|before|earlier than|until|till|up to|by|sampai|hingga|antes de|antes|hasta|ate|antes das|antes do|antes del
  |ate as`,
)
const BETWEEN = phrases(
  'antara|between|entre|from|dari|de|das|de las|desde las|entre las|entre as|desde as',
)
const ONWARDS = phrases(
  `ke atas|keatas|ke depan|dan seterusnya|dan setelahnya|sampai tutup|sampai malam|onwards|onward|and later|and after|or later
  |until close|till close|en adelante|para adelante|em diante|pra frente|o mas tarde|ou mais tarde`,
)
const JOINTS = new Set(
  'sampai hingga ke dan and to until till through a al y e ate hasta s'.split(' '),
)
/** Between a lead and its hour: `despues de las 5`. */
const ARTICLES = new Set('de do da das del las la los as a the o'.split(' '))

const leadAt = (
  words: readonly string[],
  at: number,
): { readonly kind: 'after' | 'before' | 'between' | null; readonly length: number } => {
  const lead = { after: phraseAt(words, at, AFTER), before: phraseAt(words, at, BEFORE) }
  const kind = lead.after > 0 ? ('after' as const) : ('before' as const)
  const length = Math.max(lead.after, lead.before)
  if (length > 0) return { kind, length: length + articles(words, at + length) }
  const range = phraseAt(words, at, BETWEEN)
  return range > 0
    ? { kind: 'between', length: range + articles(words, at + range) }
    : { kind: null, length: 0 }
}

const articles = (words: readonly string[], at: number): number => {
  // `as` and `las` before a figure name the hour themselves.
  const isArticle = ARTICLES.has(words[at] ?? '') && clockAt(words, at) === null
  return isArticle ? 1 + articles(words, at + 1) : 0
}

const clockAt = (words: readonly string[], at: number): Clock | null => {
  const named = phraseAt(words, at, NAMED_HOURS)
  if (named > 0) {
    const isMidnight = MIDNIGHT.test(words.slice(at, at + named).join(' '))
    return { length: named, hour: isMidnight ? DAY_HOURS : NOON, half: 'noon', named: true }
  }
  const name = phraseAt(words, at, NAMES)
  const figure = figureAt(words, at + name, name > 0)
  if (figure === null) return null
  const sign = phraseAt(words, at + name + figure.length, SIGNS)
  const half = halfAt(words, at + name + figure.length + sign)
  const isBare = sign === 0 && half === null && !figure.isWritten
  if (isBare && name > 0 && isCounted(words, at + name + figure.length)) return null
  // `a las tres` is an hour; `entre las tres` may be three of anything.
  const isArticle = name === 1 && words[at] === 'las' && !BEFORE_LAS.test(words[at - 1] ?? '')
  if (isBare && isArticle) return null
  const isNamed = name > 0 || sign > 0 || half !== null || figure.isWritten
  return {
    length: name + figure.length + sign + (half?.length ?? 0),
    hour: figure.hour,
    half: half?.half ?? null,
    named: isNamed,
  }
}

const NAMED_HOURS = phrases(
  'noon|midday|tengah hari|mediodia|medio dia|meio dia|midnight|tengah malam|medianoche|media noche|meia noite',
)
const MIDNIGHT = /midnight|malam|noche|noite/
const NAMES = phrases('jam|pukul|pkl|jam ke|at|a las|a la|las|as|around|sekitar jam|kira kira jam')

const BEFORE_LAS = /^(a|de|desde|hasta|antes|despues|sobre|para|y|partir)$/

/** `las 3 tiendas`, `at 3 branches`: after a figure that is no hour, a plural says what is counted. */
const isCounted = (words: readonly string[], at: number): boolean => {
  const next = words[at] ?? ''
  return /^\p{L}{3,}s$/u.test(next) && !WEEKDAYS.has(next)
}
const SIGNS = phrases('h|hs|hrs|hr|oclock|wib|wita|wit|horas|en punto|em ponto')

const figureAt = (
  words: readonly string[],
  at: number,
  named: boolean,
): { readonly hour: number; readonly length: number; readonly isWritten: boolean } | null => {
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(words[at] ?? '')
  if (clock) {
    const [hour, minutes] = [Number(clock[1]), Number(clock[2])]
    const isWritten = (words[at] ?? '').includes(':')
    return hour <= DAY_HOURS && minutes < 60 && (named || isWritten)
      ? { hour: hour + minutes / 60, length: 1, isWritten }
      : null
  }
  const number = numberAt(words, at)
  if (number === null || number.length > 1 || number.value > DAY_HOURS) return null
  return Number.isInteger(number.value) ? { hour: number.value, length: 1, isWritten: false } : null
}

const HALVES = {
  am: phrases(
    'am|a m|pagi|subuh|in the morning|de la manana|de la madrugada|da manha|de manha|da madrugada',
  ),
  pm: phrases(
    `pm|p m|sore|in the afternoon|in the evening|de la tarde|da tarde|de la noche|da noite|evening|afternoon`,
  ),
  day: phrases('siang'),
  night: phrases('malam|at night'),
} as const

const halfAt = (
  words: readonly string[],
  at: number,
): { readonly half: 'am' | 'pm' | 'day' | 'night'; readonly length: number } | null => {
  for (const half of ['am', 'pm', 'day', 'night'] as const) {
    const length = phraseAt(words, at, HALVES[half])
    if (length > 0) return { half, length }
  }
  return null
}
