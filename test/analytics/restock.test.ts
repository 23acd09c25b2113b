import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cumulativeDispersion, togetherness } from '../../src/analytics/lead-time.ts'
import { adviseRestock, type RestockQuestion } from '../../src/analytics/restock.ts'
import type { Goods } from '../../src/analytics/shelf.ts'
import { addDays, day, dayNumber } from '../../src/sales/day.ts'
import { seededRandom } from '../support/random.ts'
import { goodsWith, stockedAt } from '../support/restock.ts'
import { everyDay, type SoldLine, tillOf } from '../support/shop-sales.ts'

const FROM = '2026-01-05'
const next = addDays(day(FROM), 84)
const ask = (sold: readonly SoldLine[], rest: Partial<RestockQuestion> = {}) =>
  adviseRestock({
    ...tillOf(sold),
    from: next,
    leadDays: 2,
    reviewDays: 5,
    serviceLevel: 0.9,
    ...rest,
  })

const stockOf = (thousandths: number) =>
  new Map([['Mawar', goodsWith(stockedAt(thousandths, dayNumber(next)))]])

const random = seededRandom(8)
const roses = everyDay(
  FROM,
  84,
  (weekday) => Math.round((weekday === 6 ? 90 : 50) * (0.8 + 0.4 * random())),
  {
    product: 'Mawar',
  },
)
const lilies = everyDay(FROM, 84, () => Math.floor(4 * random()), { product: 'Lily' })

describe('what to have until the delivery after next', () => {
  test('a little more than a week sells on average', () => {
    const item = ask(roses)?.restock[0]
    expect(item?.product).toBe('Mawar')
    expect(item?.perDay).toBeGreaterThan(50_000)
    expect(item?.toHave).toBeGreaterThan(7 * (item?.perDay ?? 0))
    expect(item?.toHave).toBeLessThan(9 * (item?.perDay ?? 0))
    expect((item?.toHave ?? 1) % 1000).toBe(0)
    expect(item?.onHand).toBeNull()
    expect(item?.order).toBe(item?.toHave)
    expect(item?.lastDays).toEqual({
      days: 28,
      quantity: roses.slice(-28).reduce((sum, { units = 0 }) => sum + units * 1000, 0),
    })
  })

  test('with 300 on the shelf, 300 fewer are ordered', () => {
    const told = ask(roses, { goods: stockOf(300_000) })?.restock[0]
    expect(told?.onHand).toBe(300_000)
    expect(told?.order).toBe((told?.toHave ?? 0) - 300_000)
  })

  test('with enough on the shelf nothing is ordered', () => {
    expect(ask(roses, { goods: stockOf(9_000_000) })?.restock).toEqual([])
  })

  test('an empty shelf is known, not unknown', () => {
    expect(ask(roses, { goods: stockOf(0) })?.restock[0]?.onHand).toBe(0)
  })

  test('days told closed need no stock', () => {
    const closed = Array.from({ length: 7 }, (_, i) => addDays(next, i))
    expect(ask(roses, { closedDays: closed })?.restock).toEqual([])
  })

  test('a product that stopped selling is not ordered', () => {
    const tulips = everyDay(FROM, 40, () => 9, { product: 'Tulip' })
    expect(ask([...roses, ...tulips])?.restock.map(({ product }) => product)).toEqual(['Mawar'])
  })

  test('no rows, no advice', () => {
    expect(ask([])).toBeNull()
  })

  test('a safer promise or a later delivery never orders less', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.98, noNaN: true }),
        fc.integer({ min: 0, max: 20 }),
        (serviceLevel, leadDays) => {
          const have = (rest: Partial<RestockQuestion>) =>
            ask([...roses, ...lilies], { serviceLevel, leadDays, ...rest })?.restock.map(
              ({ toHave }) => toHave,
            ) ?? []
          const safer = have({ serviceLevel: serviceLevel + 0.02 })
          for (const [i, toHave] of have({}).entries())
            expect(safer[i]).toBeGreaterThanOrEqual(toHave)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('what the owner told', () => {
  const told = (goods: Goods, rest: Partial<RestockQuestion> = {}) =>
    ask(roses, { goods: new Map([['Mawar', goods]]), ...rest })
  const today = dayNumber(next)

  test('delivery, days between orders and packs are the product’s own', () => {
    const supply = { leadDays: 1, reviewDays: 2, pack: { size: 20_000, name: 'ikat' } }
    const item = told(goodsWith(stockedAt(0, today), supply))?.restock[0]
    expect(item).toMatchObject({ days: 3, leadDays: 1, reviewDays: 2, assumed: false })
    expect(item?.order).toBe((item?.packs?.count ?? 0) * 20_000)
    expect((item?.order ?? 0) - (item?.needed ?? 0)).toBeLessThan(20_000)
  })

  test('what keeps two days is not bought for a week', () => {
    const short = told(goodsWith(stockedAt(0, today), { shelfDays: 2 }))?.restock[0]
    const long = told(goodsWith(stockedAt(0, today)))?.restock[0]
    expect(short?.days).toBe(4)
    expect(long?.days).toBe(7)
    expect(short?.toHave).toBeLessThan(long?.toHave ?? 0)
  })

  test('what is on order is not ordered again, also where the stock is not known', () => {
    const none = told(goodsWith(null))?.restock[0]
    const some = told(goodsWith(stockedAt(null, today, { onOrder: 100_000 })))?.restock[0]
    expect(some?.order).toBe((none?.order ?? 0) - 100_000)
  })

  test('leftovers that spoil before they are sold are no stock', () => {
    // Good for one more day: about 50 to 90 of the 400 roses will be sold.
    const stocked = stockedAt(400_000, today, { receivedOn: today - 4 })
    const item = told(goodsWith(stocked, { shelfDays: 5 }))?.restock[0]
    expect(item?.usable).toBeLessThan(100_000)
    expect(item?.onHand).toBe(400_000)
  })

  test('without stock it shows what 80, 90 and 95 % need', () => {
    const ladder = ask(roses)?.restock[0]?.ladder.map(({ toHave }) => toHave) ?? []
    expect(ladder).toHaveLength(3)
    expect(ladder).toEqual(ladder.toSorted((a, b) => a - b))
  })

  test('ten times the sales, about ten times the order', () => {
    const tenfold = roses.map((line) => ({ ...line, units: 10 * (line.units ?? 0) }))
    const [one, ten] = [ask(roses), ask(tenfold)].map((found) => found?.restock[0]?.toHave ?? 0)
    expect(ten).toBeGreaterThan(9 * (one ?? 0))
    expect(ten).toBeLessThan(11 * (one ?? 0))
  })

  test('old sales do not move the day of the order', () => {
    const late = told(goodsWith(null), { orderDay: addDays(next, 4) })
    expect(late).toMatchObject({ orderDay: addDays(next, 4), staleDays: 4 })
  })
})

describe('too much on the shelf', () => {
  const today = dayNumber(next)
  const surplus = (name: string, goods: Goods) =>
    ask([...roses, ...lilies], { goods: new Map([[name, goods]]) })?.surplus.map(
      ({ kind, product }) => `${kind} ${product}`,
    )

  test('no sale in 60 days is dead stock, also of what no till row names', () => {
    expect(surplus('Vas', goodsWith(stockedAt(5000, today), {}, today - 60))).toEqual(['dead Vas'])
    expect(surplus('Vas', goodsWith(stockedAt(5000, today), {}, today - 59))).toEqual([])
  })

  test('never sold and counted lately says nothing; never sold for 60 days is dead', () => {
    expect(surplus('Vas', goodsWith(stockedAt(5000, today), {}, null))).toEqual([])
    expect(surplus('Vas', goodsWith(stockedAt(5000, today - 61), {}, null))).toEqual(['dead Vas'])
  })

  test('perishables that outlast their shelf life want a lower price', () => {
    expect(surplus('Mawar', goodsWith(stockedAt(900_000, today), { shelfDays: 5 }))).toEqual([
      'markdown Mawar',
    ])
    expect(surplus('Mawar', goodsWith(stockedAt(90_000, today), { shelfDays: 5 }))).toEqual([])
  })

  test('more than two rounds and a month is overstock', () => {
    expect(surplus('Mawar', goodsWith(stockedAt(9_000_000, today)))).toEqual(['over Mawar'])
    expect(surplus('Mawar', goodsWith(stockedAt(1_000_000, today)))).toEqual([])
  })

  test('an empty shelf is never too much', () => {
    expect(surplus('Vas', goodsWith(stockedAt(0, today), {}, today - 99))).toEqual([])
  })
})

describe('what to order less of', () => {
  test('sold 10 a day, now 4', () => {
    const slowing = everyDay(FROM, 84, (_, place) => (place < 56 ? 10 : 4), { product: 'Lily' })
    expect(ask([...roses, ...slowing])?.reduce).toEqual([
      { product: 'Lily', quantity28: 112_000, quantityBefore28: 280_000, quietDays: 0 },
    ])
  })

  test('silent for two weeks', () => {
    const quiet = everyDay(FROM, 84, (_, place) => (place < 70 ? 3 : 0), { product: 'Lily' })
    expect(ask([...roses, ...quiet])?.reduce[0]).toMatchObject({ product: 'Lily', quietDays: 14 })
  })

  test('two instead of four in a month is chance, not a trend', () => {
    const rare = everyDay(
      FROM,
      84,
      (_, place) => ([30, 37, 44, 51, 60, 74].includes(place) ? 1 : 0),
      {
        product: 'Anggrek',
      },
    )
    expect(ask([...roses, ...rare])?.reduce).toEqual([])
  })
})

describe('days err together', () => {
  const fold = (errors: readonly number[]) => ({
    daysBefore: 14,
    expected: Float64Array.from(errors, () => 10),
    actual: Float64Array.from(errors, (error) => 10 + error),
  })
  // Every day of a fold misses by the same 3: over 7 days the error is 21, not 3 x sqrt(7).
  const series = {
    folds: [fold(new Array(7).fill(3)), fold(new Array(7).fill(-3))],
    dispersion: 0.9,
  }

  test('a shop whose days all miss the same way needs sqrt(7) times the textbook cushion', () => {
    expect(togetherness([series], 7)).toBeCloseTo(7, 9)
    expect(togetherness([series], 1)).toBeCloseTo(1, 9)
  })

  test('the cushion is never smaller than independent days need', () => {
    const steady = { folds: [fold([3, -3, 3, -3, 3, -3, 0])], dispersion: 0.9 }
    expect(togetherness([steady], 7)).toBe(1)
    expect(cumulativeDispersion(steady, 7, 1)).toBe(0.9)
  })

  test('further ahead than the backtest looked, uncertainty keeps growing', () => {
    const far = [14, 28, 56].map((days) => cumulativeDispersion(series, days, 2))
    expect(far[1]).toBeGreaterThan(far[0] ?? 0)
    expect(far[2]).toBeGreaterThan(far[1] ?? 0)
  })
})
