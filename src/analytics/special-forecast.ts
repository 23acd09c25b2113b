import { type Day, dayNumber } from '../sales/day.ts'
import { type ToldDay, toldOf } from '../sales/told-day.ts'
import type { BranchPast, DayAhead } from './branches-ahead.ts'
import { type DayEffect, type DayEffects, EVENT } from './day-factors.ts'
import type { SpecialForecast } from './findings.ts'

type Outlook = {
  readonly days: readonly Day[]
  readonly branches: readonly BranchPast[]
  readonly effects: DayEffects
  readonly told: readonly ToldDay[]
}

/**
 * The days to come that are foreseen otherwise than their weekday, and why. A day is closed when every branch
 * asked about is; closings by weekday are no news.
 */
export const specialForecasts = (outlook: Outlook): SpecialForecast[] =>
  outlook.days.flatMap((day, i) => specialOn(outlook, day, i) ?? [])

const specialOn = (
  { branches, effects, told }: Outlook,
  day: Day,
  i: number,
): SpecialForecast | null => {
  const [one, ...others] = branches
  const word = toldOf(told, day, others.length === 0 ? (one?.branch ?? null) : null)
  const effect = effects(dayNumber(day))
  const ahead = branches.flatMap((branch) => branch.days[i] ?? [])
  const kind = kindOf(ahead, word, effect)
  if (kind === null) return null
  const name = kind === 'event' ? null : (effect?.special.name ?? null)
  return { day, kind, name, note: word?.note ?? null, ...sizeOf(kind, effect) }
}

/** Closed days have no size; an event of one branch is never in the shop's own records. */
const sizeOf = (
  kind: SpecialForecast['kind'],
  effect: DayEffect | null,
): Pick<SpecialForecast, 'factor' | 'isFirst'> => {
  if (kind.endsWith('closed')) return { factor: 1, isFirst: false }
  if (kind === 'event' && effect?.special !== EVENT) return { factor: 1, isFirst: true }
  return { factor: effect?.factor ?? 1, isFirst: effect?.isFirst ?? false }
}

const kindOf = (
  ahead: readonly DayAhead[],
  word: ToldDay | null,
  effect: DayEffect | null,
): SpecialForecast['kind'] | null => {
  const [first] = ahead
  if (first !== undefined && ahead.every(({ isOpen }) => !isOpen))
    return CLOSED[first.reason ?? 'told']
  if (word?.kind === 'event') return 'event'
  if (word?.kind === 'open' && ahead.some(({ reason }) => reason === 'told')) return 'told-open'
  return effect === null ? null : 'occasion'
}

const CLOSED = {
  told: 'told-closed',
  holiday: 'holiday-closed',
  yearly: 'yearly-closed',
  weekday: null,
} as const
