import { addDays, type Day, daysOf, type Span } from './day.ts'

/** `closed`: nothing is sold. `open`: it trades on a day it usually does not. `event`: busier than usual, or nobody knows. */
export type ToldKind = 'closed' | 'open' | 'event'

/** One thing the owner said about some days. */
export type ToldDays = {
  /** Of two words about one day and branch the one with the higher number holds. */
  readonly no: number
  readonly span: Span
  /** null: the whole shop. */
  readonly branch: string | null
  readonly kind: ToldKind
  /** In the owner's own words: `wisuda`. */
  readonly note: string | null
}

/** The word that holds for one day. */
export type ToldDay = {
  readonly day: Day
  readonly branch: string | null
  readonly kind: ToldKind
  readonly note: string | null
}

/** Day by day what holds: of several words about one day and branch the newest. In order of days. */
export const toldDaysOf = (words: readonly ToldDays[]): ToldDay[] => {
  const holds = new Map<string, ToldDay>()
  for (const { span, branch, kind, note } of words.toSorted((a, b) => a.no - b.no)) {
    for (const day of daysOf(span)) holds.set(`${day}/${branch ?? ''}`, { day, branch, kind, note })
  }
  return [...holds.values()].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
}

/** What was said about a day for the whole shop or for this branch; the branch's own word goes first. */
export const toldOf = (
  told: readonly ToldDay[],
  day: Day,
  branch: string | null = null,
): ToldDay | null =>
  told.find((one) => one.day === day && one.branch !== null && one.branch === branch) ??
  told.find((one) => one.day === day && one.branch === null) ??
  null

/** Nobody plans a shop's days further back or ahead; a longer stretch is a slip of the finger. */
const TOLD_SPAN_DAYS_MAX = 62

export const isToldTooLong = ({ from, to }: Span): boolean =>
  addDays(from, TOLD_SPAN_DAYS_MAX - 1) < to
