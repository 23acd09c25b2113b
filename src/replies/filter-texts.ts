import { clock, shortDay, weekdayName } from '../i18n/numbers.ts'
import type { Plan } from '../intent/ask/plan.ts'
import { weekdayNumber } from '../intent/ask/slots.ts'
import { day, type Weekday } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Voice } from './voice.ts'

/** What a plan is narrowed to: `Mawar Merah`, `Mawar Merah dan 2 lainnya`, `tanpa Dago`, `17.00-18.59`. */
export const filterTexts = (
  filters: Plan['filters'],
  { voice, shop }: { readonly voice: Voice; readonly shop: Shop },
): readonly string[] =>
  filters.map(({ dimension, op, values }) => {
    const [first = ''] = values
    if (dimension === 'weekday') {
      const days = weekdaysShown(values, shop)
      return op === 'not' ? voice.words.asked.without(days) : days
    }
    if (dimension === 'hour') {
      const hours = hoursShown(values, shop)
      return op === 'not' ? voice.words.asked.without(hours) : hours
    }
    const shown = NAMED_BY[dimension]?.(first, shop) ?? voice.name(first)
    const others = values.length - 1
    const named = others === 0 ? shown : voice.words.asked.names(shown, others)
    return op === 'not' ? voice.words.asked.without(named) : named
  })

/** `Sabtu, Minggu`; days in a row by their first and last: `Senin-Jumat`. */
const weekdaysShown = (values: readonly string[], shop: Shop): string => {
  const numbers = values.map((name) => weekdayNumber(name) || 1).toSorted((a, b) => a - b)
  const names = numbers.map((number) => weekdayName(number as Weekday, shop.language))
  const isRow = numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1)
  const [first, last] = [names[0] ?? '', names.at(-1) ?? '']
  return isRow && names.length > 2 ? `${first}-${last}` : names.join(', ')
}

/** `17.00-18.59`: from the first minute of one hour to the last of another. */
export const hourShown = (from: number, to: number, { language }: Pick<Shop, 'language'>): string =>
  `${clock(from * HOUR_MINUTES, language)}-${clock(to * HOUR_MINUTES + HOUR_MINUTES - 1, language)}`
const HOUR_MINUTES = 60

/** Hours side by side as one stretch; over midnight as they were asked: `22.00-01.59`. */
const hoursShown = (values: readonly string[], shop: Shop): string => {
  const stretches: { from: number; to: number }[] = []
  for (const hour of values.map(Number)) {
    const last = stretches.at(-1)
    if (last && (last.to + 1) % DAY_HOURS === hour) last.to = hour
    else stretches.push({ from: hour, to: hour })
  }
  return stretches.map(({ from, to }) => hourShown(from, to, shop)).join(', ')
}
const DAY_HOURS = 24

/** Days by their date, weekdays by their name; everything else is called what the shop calls it. */
const NAMED_BY: Readonly<
  Partial<Record<NonNullable<Plan['dimension']>, (name: string, shop: Shop) => string>>
> = {
  day: (name, shop) => shortDay(day(name), shop.language),
}
