/** Gaps between files before any rhythm is known. */
const GAPS_MIN = 3
/** The rhythm of today is that of the last ten files. */
const GAPS_MAX = 10
/** Files that come within half a day belong together: a month sent in four parts. */
const SAME_DELIVERY_MS = 12 * 3_600_000
/** Twice the usual wait is a wait … */
const PATIENCE = 2
/** … but never under a day and a half. */
const WAIT_MS_MIN = 36 * 3_600_000
const DAY_MS = 86_400_000

/** When files came, Unix ms, in any order; and how many days since the newest were told to be closed. */
export type Deliveries = { readonly at: readonly number[]; readonly closedDays: number }

/**
 * Whether the shop's next file is overdue: now - last > max(2 x median gap, 36 h), days told closed not
 * counted. False until four deliveries show a rhythm.
 */
export const isFileOverdue = ({ at, closedDays }: Deliveries, now: number): boolean => {
  const deliveries = together([...at].sort((a, b) => a - b))
  const last = deliveries.at(-1)
  const gaps = deliveries.slice(1).map((instant, i) => instant - (deliveries[i] ?? instant))
  const recent = gaps.slice(-GAPS_MAX).sort((a, b) => a - b)
  if (last === undefined || recent.length < GAPS_MIN) return false
  const usual = recent[recent.length >> 1] ?? 0
  return now - last - closedDays * DAY_MS > Math.max(PATIENCE * usual, WAIT_MS_MIN)
}

/** One instant a delivery, that of its last file. */
const together = (at: readonly number[]): number[] =>
  at.filter((instant, i) => (at[i + 1] ?? Number.POSITIVE_INFINITY) - instant > SAME_DELIVERY_MS)
