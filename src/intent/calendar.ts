import type { Day, Span, Weekday } from '../sales/day.ts'
import { addDays, dayOf, daysBetween, weekdayOf } from '../sales/day.ts'
import type { Lean } from './place.ts'

/** Spans around the shop's today. Unfinished ones end today: a day without rows yet is no zero. */

export const oneDay = (day: Day): Span => ({ from: day, to: day })

/** Monday to today; leaning ahead, today to Sunday. */
export const thisWeek = (today: Day, lean: Lean): Span => {
  const monday = addDays(today, 1 - weekdayOf(today))
  return lean === 'past' ? { from: monday, to: today } : { from: today, to: addDays(monday, 6) }
}

/** A whole week, Monday to Sunday; -1 is last week. */
export const wholeWeek = (today: Day, offset: number): Span => {
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * offset)
  return { from: monday, to: addDays(monday, 6) }
}

export const thisMonth = (today: Day, lean: Lean): Span => {
  const { from, to } = wholeMonth(today, 0)
  return lean === 'past' ? { from, to: today } : { from: today, to }
}

/** A whole calendar month; -1 is last month. */
export const wholeMonth = (today: Day, offset: number): Span => {
  const months = yearOf(today) * 12 + monthOf(today) - 1 + offset
  return monthSpan(Math.floor(months / 12), (months % 12) + 1)
}

export const monthSpan = (year: number, month: number): Span => {
  const next = month === 12 ? civil(year + 1, 1, 1) : civil(year, month + 1, 1)
  return { from: civil(year, month, 1), to: addDays(next, -1) }
}

export const wholeYear = (year: number): Span => ({
  from: civil(year, 1, 1),
  to: civil(year, 12, 31),
})

/** The last Saturday and Sunday of which at least one day has come; ahead, the next ones. */
export const weekend = (today: Day, lean: Lean): Span => {
  const saturday =
    lean === 'past' ? addDays(today, -((weekdayOf(today) + 1) % 7)) : nextWeekday(today, 6)
  const sunday = addDays(saturday, 1)
  return { from: saturday, to: lean === 'past' && sunday > today ? today : sunday }
}

/** The last `count` days up to today, or the next ones from tomorrow. */
export const runningDays = (today: Day, count: number, lean: Lean): Span =>
  lean === 'past'
    ? { from: addDays(today, 1 - count), to: today }
    : { from: addDays(today, 1), to: addDays(today, count) }

/** The latest such weekday before today. */
export const lastWeekday = (today: Day, weekday: Weekday): Day =>
  addDays(today, -((weekdayOf(today) - weekday + 6) % 7) - 1)

/** The first such weekday after today. */
export const nextWeekday = (today: Day, weekday: Weekday): Day =>
  addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)

/** The day without a year that people mean: the one just gone, or the one to come. */
export const nearestYear = (
  today: Day,
  { month, day }: { readonly month: number; readonly day: number },
  lean: Lean,
): Day | null => {
  const year = yearOf(today)
  // 29 February may be several years away.
  const years = Array.from({ length: 9 }, (_, i) => (lean === 'past' ? year - i : year + i))
  const fits = (candidate: Day) =>
    lean === 'past' ? candidate <= today : daysBetween(today, candidate) >= 0
  return (
    years
      .map((each) => dayOf(each, month, day))
      .find((candidate): candidate is Day => candidate !== null && fits(candidate)) ?? null
  )
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))

const civil = (year: number, month: number, dayOfMonth: number): Day => {
  const day = dayOf(year, month, dayOfMonth)
  if (day === null) throw new Error(`no such day: ${year}-${month}-${dayOfMonth}`)
  return day
}
