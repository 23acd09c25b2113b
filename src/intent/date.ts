import type { Day, Span } from '../sales/day.ts'
import { dayOf, parseDay } from '../sales/day.ts'
import { monthOf, monthSpan, nearestYear, oneDay, wholeYear, yearOf } from './calendar.ts'
import { monthNamed } from './calendar-words.ts'
import { type Match, type Place, wordAt } from './place.ts'

/**
 * A date as written: `2026-03-31`, `31/3`, `31 maret 2026`, `march 31`, `tgl 31`, `1-7 maret`.
 * Day before month, as all the world but one country writes.
 */
export const dateAt = (place: Place): Match | null => {
  const range = rangeInMonth(place)
  if (range) return range
  const date = oneDate(place)
  return date && match(date.length, oneDay(date.day))
}

/** `maret`, `bulan maret 2026`, `march`, `tahun 2025`; the running month ends today. */
export const monthAt = (place: Place): Match | null => {
  const skip = /^(bulan|tahun|in|year)$/.test(wordAt(place)) ? 1 : 0
  const year = yearIn(wordAt(place, skip))
  if (year !== null && skip === 1) return match(2, upToToday(wholeYear(year), place))
  const month = monthNamed(wordAt(place, skip))
  if (month === null) return null
  const said = yearIn(wordAt(place, skip + 1))
  // `may i see …` is no month.
  if (wordAt(place) === 'may' && said === null) return null
  const today = place.today
  const nearest = monthOf(today) < month ? yearOf(today) - 1 : yearOf(today)
  const span = upToToday(monthSpan(said ?? nearest, month), place)
  return match(skip + (said === null ? 1 : 2), span)
}

const TO = new Set('sampai sampe hingga to until till through'.split(' '))

const match = (length: number, span: Span): Match => ({
  length,
  period: { kind: span.from === span.to ? 'day' : 'days', span },
})

/** A period that still runs ends today: a day that has not come is no zero. */
const upToToday = (span: Span, { today }: Place): Span =>
  span.from <= today && span.to > today ? { from: span.from, to: today } : span

type Dated = { readonly length: number; readonly day: Day }

const oneDate = (place: Place): Dated | null => {
  const skip = /^(tanggal|on|hari)$/.test(wordAt(place)) ? 1 : 0
  const start = { ...place, at: place.at + skip }
  const found = inFigures(start) ?? dayThenMonth(start) ?? monthThenDay(start)
  if (found) return { ...found, length: found.length + skip }
  return wordAt(place) === 'tanggal' ? dayAlone(start) : null
}

const inFigures = (place: Place): Dated | null => {
  const word = wordAt(place)
  const iso = parseDay(word)
  if (iso !== null) return { length: 1, day: iso }
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(word)
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const year = parts[3] === undefined ? null : fullYear(Number(parts[3]))
  // 3/31 can only be 31 March.
  const day =
    second > 12
      ? dayIn(place, { month: first, day: second }, year)
      : dayIn(place, { month: second, day: first }, year)
  return day === null ? null : { length: 1, day }
}

const dayThenMonth = (place: Place): Dated | null => {
  const month = monthNamed(wordAt(place, 1))
  return month === null ? null : named(place, { month, day: dayFigure(wordAt(place)) }, 2)
}

const monthThenDay = (place: Place): Dated | null => {
  const month = monthNamed(wordAt(place))
  return month === null ? null : named(place, { month, day: dayFigure(wordAt(place, 1)) }, 2)
}

const named = (
  place: Place,
  { month, day }: { readonly month: number; readonly day: number | null },
  length: number,
): Dated | null => {
  if (day === null) return null
  const year = yearIn(wordAt(place, length))
  const found = dayIn(place, { month, day }, year)
  return found === null ? null : { length: length + (year === null ? 0 : 1), day: found }
}

/** The 31 of `tgl 31`: of this month when it has come, else of the month before. */
const dayAlone = (place: Place): Dated | null => {
  const day = dayFigure(wordAt(place))
  if (day === null) return null
  const [year, month] = [yearOf(place.today), monthOf(place.today)]
  const here = dayOf(year, month, day)
  const before = month === 1 ? dayOf(year - 1, 12, day) : dayOf(year, month - 1, day)
  const found = here !== null && (place.lean === 'future' || here <= place.today) ? here : before
  return found === null ? null : { length: 2, day: found }
}

/** `1-7 maret`, `1 sampai 7 maret 2026`. */
const rangeInMonth = (place: Place): Match | null => {
  const skip = wordAt(place) === 'tanggal' ? 1 : 0
  const start = { ...place, at: place.at + skip }
  const dashed = /^(\d{1,2})[-–](\d{1,2})$/.exec(wordAt(start))
  const apart = TO.has(wordAt(start, 1))
  if (!dashed && !apart) return null
  const ends = dashed ? [dashed[1], dashed[2]] : [wordAt(start), wordAt(start, 2)]
  const length = dashed ? 1 : 3
  const month = monthNamed(wordAt(start, length))
  const [first, last] = ends.map((text) => dayFigure(text ?? ''))
  if (month === null || first == null || last == null) return null
  const to = named({ ...start, at: start.at + length - 1 }, { month, day: last }, 2)
  const from = to && dayOf(yearOf(to.day), month, first)
  if (!to || !from || from > to.day) return null
  return match(skip + length - 1 + to.length, { from, to: to.day })
}

const dayIn = (
  place: Place,
  date: { readonly month: number; readonly day: number },
  year: number | null,
): Day | null =>
  year === null ? nearestYear(place.today, date, place.lean) : dayOf(year, date.month, date.day)

/** `31`, `31st`. */
const dayFigure = (word: string): number | null => {
  const day = /^\d{1,2}$/.test(word) ? Number(word) : 0
  return day >= 1 && day <= 31 ? day : null
}

const yearIn = (word: string): number | null => (/^20\d{2}$/.test(word) ? Number(word) : null)
const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)
