/** A civil day of the shop, `YYYY-MM-DD`. Text, so that no time zone can move it. */
export type Day = string & { readonly day: unique symbol }

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A stretch of days, both ends included. */
export type Span = { readonly from: Day; readonly to: Day }

const DAY_MS = 86_400_000
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day for this year, month (1-12) and day of month, or null when the calendar has no such day. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day | null => {
  if (!Number.isInteger(year) || year < 1900 || year > 2999) return null
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
  return exists ? (date.toISOString().slice(0, 10) as Day) : null
}

/** Reads `YYYY-MM-DD`; null for anything else, 31 February included. */
export const parseDay = (text: string): Day | null => {
  const match = DAY_PATTERN.exec(text)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Reads a day that our own code wrote; anything else is a bug and throws. */
export const day = (text: string): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a day: ${text}`)
  return parsed
}

/** A century of days: every row that is read has one, and nearly all of them are of a few years. */
const KNOWN_DAYS_MAX = 36_525
const namedDays = new Map<number, Day>()
const numberedDays = new Map<Day, number>()

/** Days since 1970-01-01: what the store keeps and what arithmetic uses. */
export const dayNumber = (value: Day): number => {
  const known = numberedDays.get(value)
  if (known !== undefined) return known
  const number = Date.parse(`${value}T00:00:00Z`) / DAY_MS
  if (numberedDays.size >= KNOWN_DAYS_MAX) numberedDays.clear()
  numberedDays.set(value, number)
  return number
}

export const dayFromNumber = (days: number): Day => {
  const known = namedDays.get(days)
  if (known !== undefined) return known
  const named = new Date(days * DAY_MS).toISOString().slice(0, 10) as Day
  if (namedDays.size >= KNOWN_DAYS_MAX) namedDays.clear()
  namedDays.set(days, named)
  return named
}

export const addDays = (value: Day, days: number): Day => dayFromNumber(dayNumber(value) + days)

/** How many days later `to` is than `from`; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** 1970-01-01 was a Thursday (4). */
const weekdayOfNumber = (days: number): Weekday => (((((days + 3) % 7) + 7) % 7) + 1) as Weekday

export const weekdayOf = (value: Day): Weekday => weekdayOfNumber(dayNumber(value))

/** Every day of the span, in order. */
export const daysOf = (span: Span): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(span.from, span.to) + 1) }, (_, i) =>
    addDays(span.from, i),
  )

const partsFormats = new Map<string, Intl.DateTimeFormat>()
const partsFormat = (timeZone: string): Intl.DateTimeFormat => {
  const known = partsFormats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  partsFormats.set(timeZone, made)
  return made
}

/** What a clock on the shop's wall shows at this instant. */
export const wallClock = (
  instantMs: number,
  timeZone: string,
): { readonly day: Day; readonly minute: number } => {
  const parts = new Map(
    partsFormat(timeZone)
      .formatToParts(instantMs)
      .map((part) => [part.type, part.value]),
  )
  const text = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return {
    day: day(`${text('year')}-${text('month')}-${text('day')}`),
    minute: Number(text('hour')) * 60 + Number(text('minute')),
  }
}

/**
 * The shop's trading day at this instant. A bar that closes at 03:00 has `closingHour` 3: until then
 * the clock still belongs to yesterday. Shops that close before midnight have 0.
 */
export const tradingDay = (instantMs: number, timeZone: string, closingHour: number): Day =>
  wallClock(instantMs - closingHour * 3_600_000, timeZone).day
