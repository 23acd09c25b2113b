import { AGREEMENT_MIN, isNear, isNumbers, numberAt, type Sample, shareOf } from './arithmetic.ts'
import { type ColumnFacts, ofSense } from './facts.ts'

/** What a till or a marketplace puts on or takes off a line: taxes, shipping, fees, what others earn. */
const extrasOf = ({ facts }: Sample): ColumnFacts[] =>
  ofSense(facts, 'leftAlone').filter(isNumbers).slice(0, EXTRAS_MAX)

/** Enough for the widest marketplace export met; each is tried on every sampled row. */
const EXTRAS_MAX = 12

/** The shop pays these out of what the buyer paid; they make its income smaller, not its sales. */
const FEES =
  /komisi|commission|comision|comiss|provision|prowizj|komisyon|\bfees?\b|biaya|cargo por|frais|gebühr|gebuhr|commissione|手数料|手续费|佣金|コミッション|수수료|ค่าธรรมเนียม|ค่าคอม|عمولة|कमीशन|hoa h[ồo]ng|payout/i

/** These are taken off by the marketplace, never put on the buyer's bill. */
const COMMISSION =
  /komisi|commission|comision|comiss|provision|prowizj|komisyon|payout|cargo por venta/i

/** Rows on which the extra is more than nothing, and both amounts are there to compare. */
const tellingRows = (
  { rows }: Sample,
  extra: ColumnFacts,
  at: (row: number) => number,
): readonly number[] => rows.filter((row) => Math.abs(numberAt(extra, row) * at(row)) > 0)

/** True when `larger` is `smaller` with this column's amount put on top. */
const isSum = (
  sample: Sample,
  extra: ColumnFacts,
  [smaller, larger]: readonly [(row: number) => number, (row: number) => number],
): boolean =>
  shareOf(tellingRows(sample, extra, smaller), (row) =>
    isNear(smaller(row) + Math.abs(numberAt(extra, row)), larger(row)),
  ) >= AGREEMENT_MIN

/** True when this total is the line's money with a tax, a fee or the shipping put on top. */
export const isWithExtra = (
  sample: Sample,
  total: ColumnFacts,
  money: (row: number) => number,
): boolean =>
  extrasOf(sample)
    .filter((extra) => !COMMISSION.test(extra.name))
    .some((extra) => isSum(sample, extra, [money, (row) => numberAt(total, row)]))

/**
 * True when this column is what is left of the line's money after the fees of a marketplace, with or
 * without the tax that went to the shop beside it.
 */
export const isAfterFees = (
  sample: Sample,
  rest: ColumnFacts,
  money: (row: number) => number,
): boolean => {
  const extras = extrasOf(sample)
  const sizeOf = (extra: ColumnFacts) => (row: number) => Math.abs(numberAt(extra, row))
  if (isAfterAll(sample, rest, money)) return true
  const added = (fee: ColumnFacts) => [
    () => 0,
    ...extras.filter((extra) => extra !== fee).map(sizeOf),
  ]
  return extras
    .filter((extra) => FEES.test(extra.name))
    .some((fee) =>
      added(fee).some((tax) =>
        isSum(sample, fee, [(row) => numberAt(rest, row), (row) => money(row) + tax(row)]),
      ),
    )
}

/** What is left after every fee, and what the shop gave off, whatever of these there is on the line. */
const isAfterAll = (sample: Sample, rest: ColumnFacts, money: (row: number) => number): boolean => {
  const fees = extrasOf(sample).filter(({ name }) => FEES.test(name))
  const off = ofSense(sample.facts, 'discount').filter(isNumbers)
  if (fees.length === 0) return false
  const sum = (columns: readonly ColumnFacts[], row: number) =>
    columns.reduce((total, column) => total + Math.abs(numberAt(column, row) || 0), 0)
  const telling = sample.rows.filter((row) => sum(fees, row) > 0)
  const isLeft = (taken: readonly ColumnFacts[]) => (row: number) =>
    isNear(money(row) - sum(taken, row), numberAt(rest, row))
  return [fees, [...fees, ...off]].some((taken) => shareOf(telling, isLeft(taken)) >= AGREEMENT_MIN)
}
