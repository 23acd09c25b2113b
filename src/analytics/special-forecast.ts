import { type Day, dayNumber } from '../sales/day.ts'
import { type ToldDay, toldOf } from '../sales/told-day.ts'
import type { BranchPast, DayAhead } from './branches-ahead.ts'
import type { DayEffect, DayEffects } from './day-factors.ts'
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
export const specialForecasts = ({ days, branches, effects, told }: Outlook): SpecialForecast[] =>
  days.flatMap((day, i): SpecialForecast[] => {
    const ahead = branches.flatMap((branch) => branch.days[i] ?? [])
    const [one] = branches
    const word = toldOf(told, day, branches.length === 1 ? (one?.branch ?? null) : null)
    const effect = effects(dayNumber(day))
    const kind = kindOf(ahead, word, effect)
    if (kind === null) return []
    const isClosed = kind.endsWith('closed')
    return [
      {
        day,
        kind,
        name: effect === null || kind === 'event' ? null : effect.special.name,
        note: word?.note ?? null,
        factor: isClosed ? 1 : (effect?.factor ?? 1),
        isFirst: !isClosed && (effect?.isFirst ?? false),
      },
    ]
  })

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
