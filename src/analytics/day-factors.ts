import { dayNumber } from '../sales/day.ts'
import type { ToldDay } from '../sales/told-day.ts'
import { habitOf } from './habit.ts'
import type { History } from './history.ts'
import { robustSd } from './robust.ts'
import type { SpecialDay, SpecialDays } from './special-days.ts'

/** What a special day does to an ordinary day's sales. */
export type DayEffect = {
  /** Times an ordinary day of its weekday; 1 when nothing is known. */
  readonly factor: number
  /** Times the ordinary variance. */
  readonly widening: number
  /** True when such a day has not been seen before. */
  readonly isFirst: boolean
  readonly special: SpecialDay
}

/** The effect of a day number; null on an ordinary day. */
export type DayEffects = (dayNumber: number) => DayEffect | null

/** Days of "no effect" that every factor starts with. */
const PSEUDO_DAYS = 8
/** Ranges of days of a kind not seen before are half as wide again: variance grows with the square. */
export const FIRST_WIDENING = 1.5 ** 2
/** An ordinary day is the mean of so many same weekdays before the special stretch … */
const ORDINARY_DAYS = 4
/** … not further back than this. */
const ORDINARY_WEEKS_MAX = 12
/** Occasions and paydays count only when they stand out of the noise by so many standard errors. */
const STANDARD_ERRORS = 2
/** Fewer holidays together than this say nothing about holidays as such. */
const HOLIDAYS_MIN = 3
/** A factor that turns small numbers into impossible ones is a slip in the data. */
const FACTOR_MAX = 10
/** Nothing lowers an open day to nothing; closing is another matter. */
const FACTOR_MIN = 0.1

/** What the owner calls an event has no name of ours. */
export const EVENT: SpecialDay = {
  key: 'event',
  kind: 'occasion',
  name: { en: 'event', id: 'acara', es: 'evento', pt: 'evento' },
}

/**
 * How special days differ from ordinary ones, from the shop's own past: of all days with one key
 * F = (sum y + k m) / (sum f + k m), y what they brought, f what the same weekdays brought just before that
 * stretch, m the mean of f, k = 8 days. Never seen before: 1 and a wider range. A public holiday not seen
 * before takes the factor of the other holidays. An occasion or payday within two standard errors of 1 has no
 * effect. `history` is the sales of the whole shop, NaN where it did not trade; of `told` the events of the whole
 * shop are looked at.
 */
export const dayEffectsOf = (
  history: History,
  special: SpecialDays,
  told: readonly ToldDay[],
): DayEffects => {
  const events = new Set(
    told.flatMap(({ kind, branch, day }) =>
      kind === 'event' && branch === null ? [dayNumber(day)] : [],
    ),
  )
  const kindOf = (number: number) => (events.has(number) ? EVENT : special(number))
  const seen = comparedDays(history, kindOf)
  const noise = robustSd(numbersIn(habitOf(history).strays)) ?? 1
  const effects = new Map([...seen].map(([key, days]) => [key, factorOf(days)] as const))
  const holidays = [...seen.values()].flat().filter(({ kind }) => kind === 'holiday')
  const anyHoliday = holidays.length >= HOLIDAYS_MIN ? factorOf(holidays) : 1
  const effectOf = (number: number): DayEffect | null => {
    const found = kindOf(number)
    if (found === null) return null
    const factor = effects.get(found.key)
    if (factor === undefined) return unseen(found, anyHoliday)
    return isNoise(found, seen.get(found.key) ?? [], noise)
      ? null
      : { factor, widening: 1, isFirst: false, special: found }
  }
  return remembered(effectOf)
}

/** Hundreds of series ask about the same days. */
const remembered = (effectOf: DayEffects): DayEffects => {
  const known = new Map<number, DayEffect | null>()
  return (number) => {
    const before = known.get(number)
    if (before !== undefined) return before
    const effect = effectOf(number)
    known.set(number, effect)
    return effect
  }
}

const unseen = (special: SpecialDay, anyHoliday: number): DayEffect | null =>
  special.kind === 'payday' || special.kind === 'closing'
    ? null
    : {
        factor: special.kind === 'holiday' ? anyHoliday : 1,
        widening: FIRST_WIDENING,
        isFirst: true,
        special,
      }

/** One special day beside what an ordinary one would have brought. */
type Compared = {
  readonly kind: SpecialDay['kind']
  readonly actual: number
  readonly ordinary: number
}

const comparedDays = (
  history: History,
  kindOf: (number: number) => SpecialDay | null,
): Map<string, Compared[]> => {
  const { start, values } = history
  const found = new Map<string, Compared[]>()
  let stretchStart = 0
  for (const [i, actual] of values.entries()) {
    const special = kindOf(start + i)
    const isOrdinary = special === null || special.kind === 'payday'
    if (i === 0 || kindOf(start + i - 1)?.key !== special?.key) stretchStart = i
    if (special === null || Number.isNaN(actual)) continue
    const isPlain = (j: number) => {
      const other = kindOf(start + j)
      return other === null || (!isOrdinary && other.kind === 'payday')
    }
    const ordinary = ordinaryBefore(history, { at: i, before: stretchStart, isPlain })
    if (ordinary === null) continue
    const days = found.get(special.key) ?? []
    days.push({ kind: special.kind, actual, ordinary })
    found.set(special.key, days)
  }
  return found
}

/** Mean of the last four plain same weekdays before the stretch; null of fewer than two. */
const ordinaryBefore = (
  { values }: History,
  asked: {
    readonly at: number
    readonly before: number
    readonly isPlain: (j: number) => boolean
  },
): number | null => {
  const same: number[] = []
  const oldest = asked.before - 7 * ORDINARY_WEEKS_MAX
  for (let j = asked.at - 7; j >= Math.max(0, oldest) && same.length < ORDINARY_DAYS; j -= 7) {
    const value = values[j] ?? Number.NaN
    if (j < asked.before && !Number.isNaN(value) && asked.isPlain(j)) same.push(value)
  }
  const mean = same.reduce((sum, value) => sum + value, 0) / same.length
  return same.length < 2 || mean <= 0 ? null : mean
}

const factorOf = (days: readonly Compared[]): number => {
  const actual = days.reduce((sum, day) => sum + day.actual, 0)
  const ordinary = days.reduce((sum, day) => sum + day.ordinary, 0)
  const prior = (PSEUDO_DAYS * ordinary) / days.length
  return Math.max(FACTOR_MIN, Math.min(FACTOR_MAX, (actual + prior) / (ordinary + prior)))
}

/** Both the day and the four it is compared with are noisy. */
const COMPARISON_NOISE = Math.sqrt(1 + 1 / ORDINARY_DAYS)

const isNoise = (special: SpecialDay, days: readonly Compared[], noise: number): boolean => {
  if (special.kind === 'holiday' || special.kind === 'season' || special === EVENT) return false
  const ratio =
    days.reduce((sum, day) => sum + day.actual, 0) /
    days.reduce((sum, day) => sum + day.ordinary, 0)
  const error = (noise * COMPARISON_NOISE) / Math.sqrt(days.length)
  return Math.abs(ratio - 1) <= STANDARD_ERRORS * error
}

const numbersIn = (values: Float64Array): number[] =>
  Array.from(values).filter((value) => !Number.isNaN(value))
