import type { Day, Span, Weekday } from '../sales/day.ts'
import { dayNumber, weekdayOf } from '../sales/day.ts'
import { majorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import { languageSpoken, localeOf, type Spoken } from './locale.ts'

/**
 * How numbers and days are written. Formatters are made once: making one costs a hundred times more
 * than using it. Intl puts U+00A0 and U+202F between mark and figure; a plain space survives copying.
 */
/** Below this many major units a short figure would hide more than it saves: Rp 8.500, not 8,5 rb. */
const SHORT_FROM_MAJOR = 10_000
const SHORT_DIGITS = 3
const ROUGH_DIGITS = 2
/** The one currency whose minor units nobody shows: sen are kept in sums and left out of words. */
const WITHOUT_DECIMALS = 'IDR'

/**
 * Minor units as money. `full` is exact to what the currency shows (`Rp 1.640.000`), `short` keeps
 * three figures (`Rp 4,82 jt`), `rough` two, for ranges.
 */
export const money = (
  units: number,
  currency: string,
  language: Spoken,
  style: 'full' | 'short' | 'rough' = 'full',
): string => {
  const major = majorUnits(units, currency)
  const compact = style !== 'full' && Math.abs(major) >= SHORT_FROM_MAJOR
  const digits = style === 'rough' ? ROUGH_DIGITS : SHORT_DIGITS
  const options: Intl.NumberFormatOptions = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(compact && { notation: 'compact', maximumSignificantDigits: digits }),
    ...(!compact && currency === WITHOUT_DECIMALS && { maximumFractionDigits: 0 }),
  }
  return written(language, options, major)
}

/** An amount without its currency, in two figures: `420 rb`, for cells under a heading that names the money. */
export const bareMoney = (units: number, currency: string, language: Spoken): string => {
  const major = majorUnits(units, currency)
  return written(language, { notation: 'compact', maximumSignificantDigits: ROUGH_DIGITS }, major)
}

/** Two amounts as one stretch, what they share said once: `Rp 1,1-1,5 jt`. */
export const moneyRange = (
  low: number,
  high: number,
  currency: string,
  language: Spoken,
): string => {
  const [from, to] = [low, high].map((units) => money(units, currency, language, 'rough'))
  if (from === undefined || to === undefined || from === to) return from ?? ''
  const a = MARK_FIGURE_UNIT.exec(from)
  const b = MARK_FIGURE_UNIT.exec(to)
  if (a === null || b === null || a[1] !== b[1]) return `${from} - ${to}`
  return a[3] === b[3] ? `${a[1]}${a[2]}-${b[2]}${b[3]}` : `${from} - ${b[2]}${b[3]}`
}

const MARK_FIGURE_UNIT = /^(\D*)([\d.,]*\d)(\D*)$/

/** From here on decimals of a quantity are noise beside the whole part. */
const DECIMALS_BELOW = 100

/** Thousandths as a number of things: 1500 is `1,5`. */
export const quantity = (thousandths: number, language: Spoken): string => {
  const value = thousandths / QUANTITY_ONE
  const maximumFractionDigits = Math.abs(value) < DECIMALS_BELOW ? 2 : 0
  return written(language, { maximumFractionDigits }, value)
}

/** A forecast range in whole things: nobody buys 51.7 roses. */
export const quantityRange = (low: number, high: number, language: Spoken): string => {
  const [from, to] = [low, high].map((value) => whole(Math.round(value / QUANTITY_ONE), language))
  return from === to ? `${from}` : `${from}-${to}`
}

/** A count: `1.284`. */
export const whole = (count: number, language: Spoken): string =>
  written(language, { maximumFractionDigits: 0 }, count)

/** A ratio without its sign, 0.12 as `12%`; under one per cent it keeps a decimal. */
export const percent = (ratio: number, language: Spoken): string => {
  const size = Math.abs(ratio)
  const maximumFractionDigits = size < 0.0095 ? 1 : 0
  return written(language, { style: 'percent', maximumFractionDigits }, size)
}

/** `Selasa`. */
export const dayName = (day: Day, language: Spoken): string => weekdayName(weekdayOf(day), language)

/** Monday 1 … Sunday 7, as `Sen`. */
export const weekdayLabel = (weekday: Weekday, language: Spoken): string =>
  dated(language, { weekday: 'short' }, (weekday + MONDAY_AFTER_1970 - 1) * DAY_MS)

/** Monday 1 … Sunday 7, as `Senin`. */
export const weekdayName = (weekday: Weekday, language: Spoken): string =>
  dated(language, { weekday: 'long' }, (weekday + MONDAY_AFTER_1970 - 1) * DAY_MS)

/** Days from 1970-01-01, a Thursday, to the first Monday. */
const MONDAY_AFTER_1970 = 4
const DAY_MS = 86_400_000

/** `Sel`. */
export const weekdayShort = (day: Day, language: Spoken): string =>
  dated(language, { weekday: 'short' }, msOf(day))

/** `Sel 31 Mar`, without the year: for days of these weeks. */
export const shortDay = (day: Day, language: Spoken): string =>
  `${weekdayShort(day, language)} ${dayMonth(day, language)}`

/** `Selasa 31 Mar`. */
export const longDay = (day: Day, language: Spoken): string =>
  `${dayName(day, language)} ${dayMonth(day, language)}`

/** `3 April`, `3 de abril`: the month in full, for the question which of two readings is right. */
export const fullDayMonth = (day: Day, language: Spoken): string => {
  const month = dated(language, { month: 'long' }, msOf(day))
  const spoken = languageSpoken(language)
  const joint = spoken === 'es' || spoken === 'pt' ? 'de ' : ''
  return `${dayNumberOf(day)} ${joint}${month}`
}

/** `1-31 Mar 2026`; what both ends share is said once. */
export const daySpan = (span: Span, language: Spoken): string => {
  const { from, to } = span
  const end = `${dayMonth(to, language)} ${to.slice(0, 4)}`
  if (from === to) return end
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayNumberOf(from)}-${end}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayMonth(from, language)} - ${end}`
  return `${dayMonth(from, language)} ${from.slice(0, 4)} - ${end}`
}

/** Minutes since midnight: `21.00` in Indonesian, `21:00` in English. */
export const clock = (minute: number, language: Spoken): string =>
  dated(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, minute * MINUTE_MS)

const MINUTE_MS = 60_000

/** `Mar`. */
export const monthShort = (day: Day, language: Spoken): string =>
  dated(language, { month: 'short' }, msOf(day))

/** `Maret 2026`. */
export const monthYear = (day: Day, language: Spoken): string =>
  `${dated(language, { month: 'long' }, msOf(day))} ${day.slice(0, 4)}`

/** `31 Mar`: for axes and lists. */
export const dayMonth = (day: Day, language: Spoken): string =>
  `${dayNumberOf(day)} ${dated(language, { month: 'short' }, msOf(day))}`

const dayNumberOf = (day: Day): number => Number(day.slice(8))

const msOf = (day: Day): number => dayNumber(day) * DAY_MS

const NARROW_SPACES = /[\u00a0\u202f]/g
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

const written = (language: Spoken, options: Intl.NumberFormatOptions, value: number): string => {
  const key = `${language} ${JSON.stringify(options)}`
  const format =
    numberFormats.get(key) ??
    // Spain and Portugal leave four figures ungrouped; beside 12.840 a bare 1284 reads like a year.
    new Intl.NumberFormat(localeOf(language), { ...options, useGrouping: 'always' })
  numberFormats.set(key, format)
  // Minus zero would be shown as -0.
  const text = format.format(value === 0 ? 0 : value).replace(NARROW_SPACES, ' ')
  return inWords(text.replace(MARK_THEN_MINUS, '-$1'), language)
}

/** Chile's `$-60` reads like a range; the minus stands first everywhere else. */
const MARK_THEN_MINUS = /^([^\d-]+)-(?=\d)/

/** Intl shortens thousands in Latin America to `k`, as engineers do; shopkeepers say `mil`. */
const inWords = (text: string, language: Spoken): string =>
  languageSpoken(language) === 'es' ? text.replace(/ k$/i, ' mil') : text

const dated = (
  language: Spoken,
  options: Intl.DateTimeFormatOptions,
  instantMs: number,
): string => {
  const key = `${language} ${JSON.stringify(options)}`
  const format =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
  dateFormats.set(key, format)
  // `seg.` and `mar.` in Portuguese: the dot would end the sentence it stands in.
  return format.format(instantMs).replace(/\.$/, '')
}
