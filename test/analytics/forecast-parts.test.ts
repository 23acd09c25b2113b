import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Forecast } from '../../src/analytics/findings.ts'
import { forecastShop } from '../../src/analytics/forecast.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { ToldDay } from '../../src/sales/told-day.ts'
import { seededRandom } from '../support/random.ts'
import { everyDay, type SoldLine, tillOf } from '../support/shop-sales.ts'

const FROM = '2026-01-05'
const DAYS = 70
const next = addDays(day(FROM), DAYS)
const random = seededRandom(3)
const about = (mean: number) => Math.round(mean * (0.6 + 0.8 * random()))

/** Two branches with their own weeks; Braga is closed on Mondays and has no lilies. */
const shop: readonly SoldLine[] = [
  ...everyDay(FROM, DAYS, (weekday) => about(weekday >= 6 ? 20 : 10), { branch: 'Dago' }),
  ...everyDay(FROM, DAYS, (weekday) => (weekday === 1 ? 0 : about(6)), { branch: 'Braga' }),
  ...everyDay(FROM, DAYS, () => about(2), { branch: 'Dago', product: 'Lily', price: 25_000 }),
]
type Rest = Partial<Parameters<typeof forecastShop>[0]>
const ask = (sold: readonly SoldLine[], rest: Rest = {}): Forecast => {
  const made = forecastShop({ ...tillOf(sold), from: next, horizon: 28, closedDays: [], ...rest })
  if (made === null) throw new Error('no forecast')
  return made
}
const told = (kind: ToldDay['kind'], ahead: number, branch: string | null = null): ToldDay => ({
  day: addDays(next, ahead),
  branch,
  kind,
  note: null,
})
const sumOf = (parts: readonly (readonly { readonly likely: number }[])[], i: number) =>
  parts.reduce((sum, days) => sum + (days[i]?.likely ?? 0), 0)

describe('parts and wholes', () => {
  test('branches add up to the product, products to the shop, for four weeks', () => {
    const whole = ask(shop)
    const [rose] = whole.products
    expect(whole.total).toHaveLength(28)
    for (const [i, total] of whole.total.entries()) {
      expect(
        sumOf(
          whole.products.map(({ days }) => days),
          i,
        ),
      ).toBe(total.likely)
      expect(
        sumOf(
          (rose?.branches ?? []).map(({ days }) => days),
          i,
        ),
      ).toBe(rose?.days[i]?.likely)
    }
  })

  test('the branches’ own forecasts are those parts', () => {
    const whole = ask(shop)
    const parts = ['Dago', 'Braga'].map((branch) => ask(shop, { only: { branch } }))
    for (const [i, total] of whole.total.entries()) {
      expect(
        sumOf(
          parts.map((part) => part.total),
          i,
        ),
      ).toBe(total.likely)
      const money = sumOf(
        parts.map((part) => part.revenue),
        i,
      )
      expect(Math.abs(money - (whole.revenue[i]?.likely ?? 0))).toBeLessThanOrEqual(1)
    }
  })

  test('one product asked for is the same product', () => {
    const lily = ask(shop, { only: { products: ['Lily'] } })
    const among = ask(shop).products.find(({ product }) => product === 'Lily')
    expect(lily.products).toEqual([among])
    expect(lily.revenue).toEqual([])
  })

  test('a branch closed on Mondays brings nothing then; the shop is open', () => {
    const braga = ask(shop, { only: { branch: 'Braga' } })
    expect(braga.total[0]?.high).toBe(0)
    expect(braga.closedWeekdays).toEqual([1])
    expect(ask(shop).closedWeekdays).toEqual([])
    expect(ask(shop).total[0]?.likely).toBeGreaterThan(0)
  })

  test('a branch that has closed for good is not forecast', () => {
    const gone = everyDay(FROM, 30, () => 50, { branch: 'Kemang' })
    const [with_, without] = [ask([...shop, ...gone]), ask(shop)]
    expect(with_.total.map(({ likely }) => likely)).toEqual(
      without.total.map(({ likely }) => likely),
    )
  })
})

describe('what the owner said about days to come', () => {
  test('told closed is nothing, for the shop or for one branch', () => {
    expect(ask(shop, { told: [told('closed', 1)] }).total[1]).toMatchObject({ likely: 0, high: 0 })
    const one = ask(shop, { told: [told('closed', 1, 'Dago')] })
    const braga = ask(shop, { only: { branch: 'Braga' } })
    expect(one.total[1]?.likely).toBe(braga.total[1]?.likely)
    expect(one.special).toEqual([])
    expect(ask(shop, { told: [told('closed', 1)] }).special).toMatchObject([
      { day: addDays(next, 1), kind: 'told-closed' },
    ])
  })

  test('told open opens a day of weekly closing', () => {
    const braga = ask(shop, { only: { branch: 'Braga' }, told: [told('open', 0)] })
    expect(braga.total[0]?.likely).toBeGreaterThan(0)
    expect(braga.special).toMatchObject([{ kind: 'told-open' }])
  })

  test('an event keeps the middle and widens the range', () => {
    const [plain, event] = [ask(shop), ask(shop, { told: [told('event', 2)] })]
    const width = (made: Forecast) => (made.total[2]?.high ?? 0) - (made.total[2]?.low ?? 0)
    expect(event.total[2]?.likely).toBe(plain.total[2]?.likely)
    expect(width(event)).toBeGreaterThan(1.2 * width(plain))
    expect(event.special).toMatchObject([{ kind: 'event', isFirst: true }])
  })

  test('Christmas closed last year is closed this year', () => {
    const year = everyDay('2024-12-01', 380, () => 10).filter(({ day: on }) => on !== '2024-12-25')
    const made = ask(year, { from: addDays(day('2024-12-01'), 380), country: 'ID' })
    const christmas = made.total.find((each) => each.day === '2025-12-25')
    expect(christmas?.high).toBe(0)
    expect(made.special.find((each) => each.day === '2025-12-25')).toMatchObject({
      kind: 'holiday-closed',
      name: { id: 'Natal' },
    })
  })

  test('a wider level makes wider ranges', () => {
    const [usual, careful] = [ask(shop, { level: 0.8 }), ask(shop, { level: 0.95 })]
    expect(careful.total[0]?.high).toBeGreaterThan(usual.total[0]?.high ?? 0)
    expect(careful.total[0]?.likely).toBe(usual.total[0]?.likely)
  })
})

describe('properties', () => {
  const money = (made: Forecast) => made.revenue.map(({ likely }) => likely)

  test('prices times any factor are money times that factor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1000 }), (factor) => {
        const dear = shop.map((line) => ({ ...line, price: (line.price ?? 10_000) * factor }))
        const [one, many] = [money(ask(shop)), money(ask(dear))]
        for (const [i, value] of many.entries()) {
          expect(Math.abs(value - factor * (one[i] ?? 0))).toBeLessThanOrEqual(factor)
        }
      }),
      { numRuns: 5 },
    )
  })

  test('a day more on which the shop was told closed changes nothing', () => {
    const later = { from: addDays(next, 1), horizon: 27, told: [told('closed', 0)] }
    const [before, after] = [ask(shop), ask(shop, later)]
    expect(after.total.map(({ likely }) => likely)).toEqual(
      before.total.slice(1).map(({ likely }) => likely),
    )
  })

  test('names, order and other branches’ order do not matter', () => {
    const { branchDays, productDays } = tillOf(shop)
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...branchDays], { minLength: branchDays.length }),
        (rows) => {
          const question = { productDays, from: next, horizon: 7, closedDays: [] }
          expect(forecastShop({ ...question, branchDays: rows })?.total).toEqual(
            forecastShop({ ...question, branchDays })?.total,
          )
        },
      ),
      { numRuns: 5 },
    )
  })
})
