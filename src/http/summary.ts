import type { Context } from 'hono'
import { z } from 'zod'
import type { Summary } from '../analytics/findings.ts'
import type { World } from '../flow/world.ts'
import { daysBetween, parseDay, type Span, tradingDay } from '../sales/day.ts'
import { majorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { count, errorShape, money, span } from './answers.ts'
import { errorPart, PROBLEMS, problem } from './problems.ts'

const name = z.string()
const quantity = z.number().nullable()
const named = z.strictObject({ name, quantity, revenue: money })
const ratio = z.number().describe('0.12 is 12 %.')

export const summaryShape = z.strictObject({
  span,
  currency: z.string(),
  complete: z.boolean().describe('False while the period still runs: then nothing is compared.'),
  lines: count,
  receipts: count.nullable(),
  quantity,
  revenue: money.describe('Net of refunds.'),
  gross: money,
  refunds: money,
  refundLines: count,
  comparison: z
    .strictObject({
      kind: z.enum(['weekday', 'previous']),
      expected: money,
      change: ratio,
      days: count,
    })
    .nullable()
    .describe('`weekday`: the median of the same weekdays. `previous`: the span before.'),
  bestSeller: named.nullable().describe('By quantity.'),
  bestByRevenue: named.nullable(),
  rising: z.strictObject({ name, quantity, gain: z.number() }).nullable(),
  slowMover: z.strictObject({ name, quietDays: count, quantity28: z.number() }).nullable(),
  favouriteVariant: z.strictObject({ name, quantity: z.number(), share: ratio }).nullable(),
  trend: z
    .strictObject({ direction: z.enum(['up', 'down', 'flat']), change: ratio, p: z.number() })
    .nullable(),
  branches: z.array(z.strictObject({ name, revenue: money, share: ratio })),
  products: z.array(named).describe('Most units first, at most twenty.'),
  coverage: span.describe('All the days there are sales of.'),
})

export const noSalesShape = z.strictObject({
  error: errorShape,
  coverage: span
    .nullable()
    .describe('All the days there are sales of; null before the first file.'),
})

type SummaryAnswer = z.infer<typeof summaryShape>
type Found = NonNullable<Awaited<ReturnType<World['pool']['summary']>>>

/** Ten years: nobody keeps more in one till, and a wrong year must not read the whole table. */
const PERIOD_DAYS_MAX = 3660

/** `GET /api/v1/summary`: the chat's summary as numbers, money in major units. */
export const getSummary =
  (world: World) =>
  async (c: Context, shop: Shop): Promise<Response> => {
    const period = periodOf(c.req.query('period'))
    if (typeof period === 'string') return problem(c, 'bad-request', period)
    const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
    const found = await world.pool.summary({ shop, today, period })
    if (found?.summary) return c.json(answerOf(found, found.summary, shop))
    const coverage = found?.coverage.span ?? null
    return c.json({ ...errorPart('no-sales'), coverage }, PROBLEMS['no-sales'].status)
  }

/** null: the last day there is. A text says what is wrong. */
const periodOf = (text: string | undefined): Span | null | string => {
  if (text === undefined) return null
  const [first = '', last = first, ...rest] = text.split('..')
  const [from, to] = [parseDay(first), parseDay(last)]
  if (from === null || to === null || rest.length > 0) {
    return 'period must be YYYY-MM-DD or YYYY-MM-DD..YYYY-MM-DD.'
  }
  if (from > to) return 'period must begin before it ends.'
  if (daysBetween(from, to) >= PERIOD_DAYS_MAX) return `period takes ${PERIOD_DAYS_MAX} days.`
  return { from, to }
}

const answerOf = ({ coverage, sold }: Found, summary: Summary, shop: Shop): SummaryAnswer => {
  const { sums, comparison, rising, slowMover, favouriteVariant } = summary
  const major = (units: number) => (coverage.hasMoney ? majorUnits(units, shop.currency) : null)
  const pieces = (thousandths: number) => thousandths / QUANTITY_ONE
  const known = (thousandths: number) => (coverage.hasQuantity ? pieces(thousandths) : null)
  const sum = (of: { readonly quantity: number; readonly revenue: number }) => ({
    quantity: known(of.quantity),
    revenue: major(of.revenue),
  })
  return {
    span: summary.span,
    currency: shop.currency,
    complete: summary.complete,
    lines: sums.lines,
    receipts: summary.receipts,
    ...sum(sums),
    gross: major(sums.revenue + sums.refunds),
    refunds: major(sums.refunds),
    refundLines: sums.refundLines,
    comparison: comparison && { ...comparison, expected: major(comparison.expected) },
    bestSeller: summary.bestSeller && { name: summary.bestSeller.name, ...sum(summary.bestSeller) },
    bestByRevenue: summary.bestByRevenue && {
      name: summary.bestByRevenue.name,
      ...sum(summary.bestByRevenue),
    },
    rising: rising && {
      name: rising.name,
      quantity: pieces(rising.quantity),
      gain: pieces(rising.gain),
    },
    slowMover: slowMover && { ...slowMover, quantity28: pieces(slowMover.quantity28) },
    favouriteVariant: favouriteVariant && {
      ...favouriteVariant,
      quantity: pieces(favouriteVariant.quantity),
    },
    trend: summary.trend,
    branches: summary.branches.map((share) => ({ ...share, revenue: major(share.revenue) })),
    products: sold.map((product) => ({ name: product.product, ...sum(product) })),
    coverage: coverage.span,
  }
}
