import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastShop } from '../../src/analytics/forecast.ts'
import { addDays, day } from '../../src/sales/day.ts'
import { seededRandom } from '../support/random.ts'
import { everyDay, type SoldLine, tillOf } from '../support/shop-sales.ts'

const FROM = '2026-01-05'
/** Closed on Sundays; roses sell 40 on Saturdays, 20 otherwise; lilies 2. */
const roses = everyDay(FROM, 84, (weekday) => ({ 6: 40, 7: 0 })[weekday] ?? 20, {
  product: 'Mawar',
})
const lilies = everyDay(FROM, 84, (weekday) => (weekday === 7 ? 0 : 2), {
  product: 'Lily',
  price: 25_000,
})
const next = addDays(day(FROM), 84)
const ask = (sold: readonly SoldLine[], rest: Partial<Parameters<typeof forecastShop>[0]> = {}) =>
  forecastShop({ ...tillOf(sold), from: next, horizon: 7, closedDays: [], ...rest })

describe('a flower shop asks for next week', () => {
  test('each product by weekday, biggest first', () => {
    const forecast = ask([...roses, ...lilies])
    expect(forecast?.products.map(({ product }) => product)).toEqual(['Mawar', 'Lily'])
    const [rose] = forecast?.products ?? []
    expect(rose?.days.map(({ likely }) => likely)).toEqual([
      20_000, 20_000, 20_000, 20_000, 20_000, 40_000, 0,
    ])
    expect(rose?.class).toBe('regular')
  })

  test('its closing day is known without being told', () => {
    const forecast = ask([...roses, ...lilies])
    expect(forecast?.closedWeekdays).toEqual([7])
    expect(forecast?.total.at(-1)).toEqual({ day: addDays(next, 6), likely: 0, low: 0, high: 0 })
    expect(forecast?.revenue.at(-1)?.likely).toBe(0)
  })

  test('a holiday it told us brings nothing', () => {
    const forecast = ask(roses, { closedDays: [addDays(next, 1)] })
    expect(forecast?.total[1]?.high).toBe(0)
    expect(forecast?.total[0]?.likely).toBe(20_000)
  })

  test('a past holiday it told us does not pull the forecast down', () => {
    const poor = addDays(day(FROM), 70)
    const sold = roses.map((line) => (line.day === poor ? { ...line, units: 1 } : line))
    const told = ask(sold, { closedDays: [poor] })
    expect(told?.total[0]?.likely).toBe(20_000)
  })

  test('products known for eight weeks beside a year of branch days are not diluted', () => {
    const { branchDays, productDays } = tillOf([...roses, ...lilies])
    const recent = productDays.filter((row) => row.day >= addDays(next, -56))
    const question = { branchDays, from: next, horizon: 7, closedDays: [] }
    const [whole, part] = [productDays, recent].map((rows) =>
      forecastShop({ ...question, productDays: rows }),
    )
    expect(part?.total.map(({ likely }) => likely)).toEqual(
      whole?.total.map(({ likely }) => likely),
    )
    expect(part?.score?.day).toBe(whole?.score?.day)
  })

  test('money is forecast in minor units', () => {
    const forecast = ask([...roses, ...lilies])
    expect((forecast?.revenue[0]?.likely ?? 0) / (20 * 10_000 + 2 * 25_000)).toBeCloseTo(1, 6)
  })

  test('it keeps score: the last trading day, forecast from the days before it', () => {
    const forecast = ask(roses)
    expect(forecast?.score?.day).toBe('2026-03-28')
    expect(forecast?.score?.actual).toBe(40_000)
    expect(forecast?.score?.range.likely).toBe(40_000)
  })

  test('rows of the day to forecast are not peeked at', () => {
    const today: SoldLine = { day: next, product: 'Mawar', units: 900 }
    expect(ask([...roses, today])).toEqual(ask(roses))
  })

  test('only so many products are listed; the total holds all', () => {
    const forecast = ask([...roses, ...lilies], { products: 1 })
    expect(forecast?.products.length).toBe(1)
    expect(forecast?.total[0]?.likely).toBe(22_000)
  })

  test('the basis names the days and lines it rests on', () => {
    expect(ask(roses)?.basis).toEqual({
      span: { from: FROM, to: '2026-03-28' },
      lines: 12 * (5 * 20 + 40),
      branches: 0,
      asOfMinute: null,
    })
    expect(ask(roses)?.openDays).toBe(72)
  })
})

describe('days that tell nothing', () => {
  test('a closed week before the forecast changes nothing', () => {
    const after = ask(roses, { from: addDays(next, 7) })
    expect(after?.total.map(({ likely }) => likely)).toEqual(
      ask(roses)?.total.map(({ likely }) => likely),
    )
    expect(after?.openDays).toBe(72)
  })

  test('a file that is missing in the middle is not a fortnight of zeros', () => {
    const gap = roses.filter(
      (line) => line.day < addDays(day(FROM), 49) || line.day >= addDays(day(FROM), 63),
    )
    expect(ask(gap)?.total[0]?.likely).toBe(20_000)
    expect(ask(gap)?.openDays).toBe(60)
  })

  test('a file without quantities lists no products, but foresees the money', () => {
    const { branchDays, productDays } = tillOf(roses)
    const none = <T extends { readonly quantity: number }>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, quantity: 0 }))
    const question = { from: next, horizon: 7, closedDays: [] }
    const forecast = forecastShop({
      ...question,
      branchDays: none(branchDays),
      productDays: none(productDays),
    })
    expect(forecast?.products).toEqual([])
    expect(forecast?.revenue).toEqual(ask(roses)?.revenue)
  })
})

describe('products that are not regular', () => {
  test('three days on sale: new, near its own level, with a wide range', () => {
    const peony = everyDay('2026-03-26', 3, () => 6, { product: 'Peony' })
    const found = ask([...roses, ...peony])?.products.find(({ product }) => product === 'Peony')
    expect(found?.class).toBe('new')
    expect(found?.days[0]?.likely).toBeGreaterThan(4_000)
    expect((found?.days[0]?.high ?? 0) - (found?.days[0]?.low ?? 0)).toBeGreaterThanOrEqual(6_000)
  })

  test('five weeks without a sale: asleep, and nothing expected', () => {
    const tulip = everyDay(FROM, 40, () => 5, { product: 'Tulip' })
    const found = ask([...roses, ...tulip])?.products.find(({ product }) => product === 'Tulip')
    expect(found?.class).toBe('asleep')
    expect(found?.days.every(({ likely }) => likely === 0)).toBe(true)
  })

  test('once in a fortnight: rare', () => {
    const orchid = everyDay(FROM, 84, (_, place) => (place % 14 === 8 ? 1 : 0), {
      product: 'Anggrek',
    })
    const found = ask([...roses, ...orchid])?.products.find(({ product }) => product === 'Anggrek')
    expect(found?.class).toBe('rare')
    expect(found?.days[0]?.high).toBeGreaterThanOrEqual(found?.days[0]?.likely ?? 1)
  })

  test('things sold by weight are not rounded to pieces', () => {
    const sugar = everyDay(FROM, 84, () => 1.25, { product: 'Gula' })
    expect(ask(sugar)?.products[0]?.days[0]?.likely).toBe(1_250)
  })

  test('a return of yesterday is no negative demand', () => {
    const returned: SoldLine = { day: addDays(day(FROM), 50), product: 'Lily', units: -30 }
    const lily = ask([...lilies, returned])?.products[0]
    expect(lily?.days.every(({ low }) => low >= 0)).toBe(true)
  })
})

describe('too little to say', () => {
  test('no rows: nothing', () => {
    expect(ask([])).toBeNull()
  })
  test('two days: nothing', () => {
    expect(ask(everyDay('2026-03-26', 2, () => 5))).toBeNull()
  })
  test('a week: something, marked as new', () => {
    const forecast = ask(everyDay('2026-03-20', 7, () => 5))
    expect(forecast?.products[0]?.class).toBe('new')
    expect(forecast?.openDays).toBe(7)
  })
})

describe('whatever the shop sold', () => {
  const random = seededRandom(11)
  const shop = ['A', 'B', 'C', 'D', 'E'].flatMap((product, rank) =>
    everyDay(FROM, 84, () => Math.floor(random() * 3 ** rank), { product }),
  )

  test('products add up to the total, to the thousandth', () => {
    const forecast = ask(shop, { horizon: 28 })
    for (const [i, total] of (forecast?.total ?? []).entries()) {
      const sum = forecast?.products.reduce((a, product) => a + (product.days[i]?.likely ?? 0), 0)
      expect(total.likely).toBe(sum)
    }
    expect(forecast?.total.length).toBe(28)
  })

  test('of 450 products the 400 largest are listed, and none is missing from the total', () => {
    const many = Array.from({ length: 450 }, (_, i) =>
      everyDay(addDays(next, -35).toString(), 35, () => 1 + (i % 9), { product: `Barang ${i}` }),
    ).flat()
    const forecast = ask(many)
    expect(forecast?.products.length).toBe(400)
    const all = Array.from({ length: 450 }, (_, i) => 1 + (i % 9)).reduce((a, b) => a + b, 0)
    expect((forecast?.total[0]?.likely ?? 0) / 1000).toBeCloseTo(all, 3)
    expect(forecast?.products.at(-1)?.days[0]?.likely).toBeGreaterThanOrEqual(1_000)
  })

  test('products that were not handed over still count in the total', () => {
    const { branchDays, productDays } = tillOf([...roses, ...lilies])
    const question = { branchDays, from: next, horizon: 7, closedDays: [] }
    const only = productDays.filter(({ product }) => product === 'Mawar')
    const forecast = forecastShop({ ...question, productDays: only })
    expect(forecast?.products.map(({ product }) => product)).toEqual(['Mawar'])
    expect(forecast?.total.map(({ likely }) => likely)).toEqual(
      ask([...roses, ...lilies])?.total.map(({ likely }) => likely),
    )
  })

  test('the order of the rows does not matter', () => {
    const { branchDays, productDays } = tillOf(shop)
    const question = { branchDays, productDays, from: next, horizon: 3, closedDays: [] }
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...productDays], { minLength: productDays.length }),
        (shuffled) => {
          expect(forecastShop({ ...question, productDays: shuffled })).toEqual(
            forecastShop(question),
          )
        },
      ),
      { numRuns: 5 },
    )
  })

  test('every range holds its middle', () => {
    const forecast = ask(shop)
    const all = [
      ...(forecast?.products.flatMap(({ days }) => days) ?? []),
      ...(forecast?.total ?? []),
    ]
    for (const { low, likely, high } of all) {
      expect(low).toBeLessThanOrEqual(likely)
      expect(high).toBeGreaterThanOrEqual(likely)
    }
  })

  test('two branches count together', () => {
    const both = [
      ...everyDay(FROM, 84, () => 3, { branch: 'Dago' }),
      ...everyDay(FROM, 84, () => 4, { branch: 'Braga' }),
    ]
    const forecast = ask(both)
    expect(forecast?.total[0]?.likely).toBe(7_000)
    expect(forecast?.basis.branches).toBe(2)
  })
})
