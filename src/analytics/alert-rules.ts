import { type Day, daysBetween } from '../sales/day.ts'
import type { Anomaly } from './findings.ts'
import { causeKey, type Manners, USUAL_MANNERS } from './manners.ts'

/** How often an owner wants to hear from us unasked. */
export const ALERT_LEVELS = ['off', 'less', 'usual', 'more'] as const
export type AlertLevel = (typeof ALERT_LEVELS)[number]

/** What an owner can say about an alert. `missing`: the day's file had not come. */
export const ALERT_LABELS = ['closed', 'promo', 'missing', 'normal', 'mute'] as const
export type AlertLabel = (typeof ALERT_LABELS)[number]

/** One bubble: the headline, and up to two more findings of that day. */
export type Alert = Anomaly & { readonly also?: readonly Anomaly[] }

/** An alert the shop has had, with its owner's word on it. */
export type ToldAlert = {
  /** The day it was about. */
  readonly day: Day
  readonly alert: Alert
  readonly label: AlertLabel | null
  /** When it was told, Unix ms. */
  readonly at: number
}

/** Alerts a month that an owner agreed to put up with. */
export const ALERTS_A_MONTH: Readonly<Record<AlertLevel, number>> = {
  off: 0,
  less: 2,
  usual: 4,
  more: 8,
}
/** When the month's budget is spent only what is ten times rarer rings. */
const SPENT_FACTOR = 0.1
const MONTH_DAYS = 30
/** A cause that turned out to be nothing must surprise half as much more the next time … */
const NOISE_FACTOR = 1.5
/** … and one that was worth knowing a little less. */
const USEFUL_FACTOR = 0.9
/** Ten wrong alarms do not make a cause deaf for good, nor ten right ones a crybaby. */
const PATIENCE_MAX = 5
const PATIENCE_MIN = 0.5
/** The same cause stays silent for three days … */
const SILENT_DAYS = 3
/** … a change that lasts for three weeks … */
const SILENT_DAYS_LASTING = 21
/** … unless it got worse by a quarter. */
const WORSE_FACTOR = 1.25
/** More than three reasons in one bubble are not read. */
const REASONS_MAX = 3
/** A branch or product behind so much of a change is what the change is about. */
const MAIN_SHARE = 0.6
/** The bell stops when fewer than half of the last ten labelled alerts were worth it. */
const LABELS_JUDGED = 10
const USEFUL_SHARE_MIN = 0.5

/** Said to be nothing: an ordinary day, or a cause nobody wants to hear of. */
const NOISE: ReadonlySet<AlertLabel> = new Set(['normal', 'mute'])

/**
 * How readily the bell rings on `day`: a month's budget over the usual one, a tenth of that when it is
 * spent, and for each cause 1.5 for every alert that was nothing and 0.9 for every one that was worth it.
 */
export const mannersOf = (level: AlertLevel, told: readonly ToldAlert[], day: Day): Manners => {
  const budget = level === 'off' ? ALERTS_A_MONTH.usual : ALERTS_A_MONTH[level]
  const lately = told.filter((one) => isWithin(one, day, MONTH_DAYS)).length
  const share = budget / ALERTS_A_MONTH.usual
  return {
    leniency: USUAL_MANNERS.leniency * share * (lately >= budget ? SPENT_FACTOR : 1),
    patience: patienceOf(told),
  }
}

const patienceOf = (told: readonly ToldAlert[]): Record<string, number> => {
  const patience: Record<string, number> = {}
  for (const { alert, label } of told) {
    if (label === null) continue
    const key = causeKey(alert)
    const factor = (patience[key] ?? 1) * (NOISE.has(label) ? NOISE_FACTOR : USEFUL_FACTOR)
    patience[key] = Math.min(PATIENCE_MAX, Math.max(PATIENCE_MIN, factor))
  }
  return patience
}

/**
 * What of the day's findings is told, as one bubble: no muted cause, none that was told in the last three
 * days unless it got worse, a change that lasts instead of its newest single day. Null: nothing.
 */
export const newsOf = (
  found: readonly Anomaly[],
  told: readonly ToldAlert[],
  day: Day,
): Alert | null => {
  const muted = new Set(
    told.flatMap(({ alert, label }) => (label === 'mute' ? [causeKey(alert)] : [])),
  )
  const lasting = new Set(found.filter((one) => one.lasting !== undefined).map(causeKey))
  const [first, ...also] = found
    .filter((one) => !keysOf(one).some((key) => muted.has(key)))
    .filter((one) => one.lasting !== undefined || !lasting.has(causeKey(one)))
    .filter((one) => !isOldNews(one, told, day))
  if (first === undefined) return null
  return also.length === 0 ? first : { ...first, also: also.slice(0, REASONS_MAX - 1) }
}

/** Its own cause, and the branch or product behind it that explains most of it: the same news. */
const keysOf = (one: Anomaly): string[] => [
  causeKey(one),
  ...one.causes.flatMap(({ kind, name, share }) =>
    (kind === 'branch' || kind === 'product') && share >= MAIN_SHARE
      ? [causeKey({ scope: { kind, name }, direction: one.direction })]
      : [],
  ),
]

const isOldNews = (one: Anomaly, told: readonly ToldAlert[], day: Day): boolean => {
  const keys = keysOf(one)
  const silence = one.lasting === undefined ? SILENT_DAYS : SILENT_DAYS_LASTING
  return told
    .filter((past) => past.day !== day && isWithin(past, day, silence))
    .flatMap(({ alert }) => [alert, ...(alert.also ?? [])])
    .some((past) => keys.includes(causeKey(past)) && coversKind(past, one) && !isWorse(one, past))
}

/** A single day's alert does not silence the news that the change has come to stay. */
const coversKind = (past: Anomaly, one: Anomaly): boolean =>
  one.lasting === undefined || past.lasting !== undefined

const isWorse = (one: Anomaly, past: Anomaly): boolean =>
  changeOf(one) >= WORSE_FACTOR * changeOf(past)

const changeOf = ({ actual, usual }: Anomaly): number =>
  Math.abs(actual - usual.likely) / Math.max(1, usual.likely)

const isWithin = (past: ToldAlert, day: Day, days: number): boolean => {
  const age = daysBetween(past.day, day)
  return age >= 0 && age <= days
}

/** How an owner has judged the alerts so far, the newest ten of them. */
export const usefulness = (
  told: readonly ToldAlert[],
): { readonly labelled: number; readonly useful: number; readonly shouldStop: boolean } => {
  const labels = told
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .flatMap(({ label }) => (label === null ? [] : [label]))
    .slice(0, LABELS_JUDGED)
  const useful = labels.filter((label) => !NOISE.has(label)).length
  const judged = labels.length >= LABELS_JUDGED
  return {
    labelled: labels.length,
    useful,
    shouldStop: judged && useful < USEFUL_SHARE_MIN * labels.length,
  }
}
