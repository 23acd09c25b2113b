import { describe, expect, test } from 'vitest'
import { type SummaryQuestion, summarise } from '../../src/analytics/summary.ts'
import { addDays, type Day, day } from '../../src/sales/day.ts'
import { everyDay, type SoldLine, sumsBetween, tillOf } from '../support/shop-sales.ts'

const FROM = '2026-01-05'
/** The sums the store would hand over for this span of this till. */
const ask = (
  sold: readonly SoldLine[],
  from: string,
  to = from,
  rest: Partial<SummaryQuestion> = {},
) => {
  const till = tillOf(sold)
  const span = { from: day(from), to: day(to) }
  const known = till.branchDays.filter((row) => row.day <= span.to)
  return summarise({
    span,
    today: addDays(span.to, 1),
    complete: true,
    asOfMinute: null,
    branchDays: known,
    sold: sumsBetween(till, span.from, span.to),
    usual: { products: [], days: 0 },
    recent: sumsBetween(till, addDays(span.to, -27), span.to),
    season: sumsBetween(till, addDays(span.to, -89), span.to),
    variants: [],
    ...rest,
  })
}

describe('one day', () => {
  const steady = everyDay(FROM, 70, (weekday) => (weekday === 6 ? 40 : 20), { receipts: 10 })

  test('no rows on that day: no data, not zero', () => {
    expect(ask(steady, '2026-06-01')).toBeNull()
    expect(ask([], FROM)).toBeNull()
  })

  test('a Saturday is compared with Saturdays', () => {
    const sold = steady.map((line) => (line.day === '2026-03-07' ? { ...line, units: 50 } : line))
    const summary = ask(sold, '2026-03-07')
    expect(summary?.sums.revenue).toBe(500_000)
    expect(summary?.receipts).toBe(10)
    expect(summary?.comparison).toEqual({
      kind: 'weekday',
      expected: 400_000,
      change: 0.25,
      days: 8,
    })
  })

  test('the median is not moved by one wild Saturday', () => {
    const sold = steady.map((line) => (line.day === '2026-02-28' ? { ...line, units: 900 } : line))
    expect(ask(sold, '2026-03-07')?.comparison?.expected).toBe(400_000)
  })

  test('one earlier Saturday is too few to compare with', () => {
    expect(ask(steady, '2026-01-17')?.comparison).toBeNull()
    expect(ask(steady, '2026-01-24')?.comparison?.days).toBe(2)
  })

  test('closed Saturdays are not zeros', () => {
    const sold = steady.filter((line) => line.day !== '2026-02-28')
    expect(ask(sold, '2026-03-07')?.comparison).toMatchObject({ expected: 400_000, days: 7 })
  })

  test('an unfinished day is stated, never judged', () => {
    const summary = ask(steady, '2026-03-07', '2026-03-07', {
      complete: false,
      today: day('2026-03-07'),
      asOfMinute: 840,
      usual: { products: [], days: 8 },
    })
    expect(summary?.comparison).toBeNull()
    expect(summary?.rising).toBeNull()
    expect(summary?.complete).toBe(false)
    expect(summary?.basis.asOfMinute).toBe(840)
  })

  test('a till without invoice numbers has no number of buyers', () => {
    expect(
      ask(
        everyDay(FROM, 7, () => 3),
        FROM,
      )?.receipts,
    ).toBeNull()
  })

  test('a branch without invoice numbers makes the count unknown, not half', () => {
    const sold = [
      ...everyDay(FROM, 7, () => 3, { branch: 'Dago', receipts: 5 }),
      ...everyDay(FROM, 7, () => 3, { branch: 'Braga' }),
    ]
    expect(ask(sold, FROM)?.receipts).toBeNull()
  })
})

describe('a longer period', () => {
  const sold = everyDay(FROM, 84, (_, place) => (place >= 77 ? 24 : 20))

  test('a week is compared with the week before', () => {
    expect(ask(sold, '2026-03-23', '2026-03-29')?.comparison).toEqual({
      kind: 'previous',
      expected: 1_400_000,
      change: expect.closeTo(0.2, 10),
      days: 7,
    })
  })

  test('ten days are moved back by whole weeks, so weekends meet weekends', () => {
    const weekend = everyDay(FROM, 84, (weekday) => (weekday >= 6 ? 60 : 10))
    expect(ask(weekend, '2026-03-20', '2026-03-29')?.comparison).toMatchObject({
      change: 0,
      days: 10,
    })
  })

  test('a closed day in this week expects nothing of it', () => {
    const closed = sold.filter((line) => line.day !== '2026-03-25')
    expect(ask(closed, '2026-03-23', '2026-03-29')?.comparison).toMatchObject({
      expected: 1_200_000,
      change: expect.closeTo(0.2, 10),
    })
  })

  test('a holiday in the week before counts as an average day of that week', () => {
    const closed = sold.filter((line) => line.day !== '2026-03-18')
    expect(ask(closed, '2026-03-23', '2026-03-29')?.comparison).toMatchObject({
      expected: 1_400_000,
      days: 6,
    })
  })

  test('nothing known before: no comparison', () => {
    expect(ask(sold, FROM, '2026-01-11')?.comparison).toBeNull()
  })
})

describe('products', () => {
  const roses = everyDay(FROM, 84, () => 20, { product: 'Mawar' })
  const lilies = everyDay(FROM, 84, (_, place) => (place < 70 ? 4 : 0), {
    product: 'Lily',
    price: 90_000,
  })
  const cards = everyDay(FROM, 84, () => 1, { product: 'Kartu', price: 2_000 })

  test('best by pieces and best by money may differ', () => {
    const summary = ask([...roses, ...lilies, ...cards], FROM)
    expect(summary?.bestSeller).toEqual({ name: 'Mawar', quantity: 20_000, revenue: 200_000 })
    expect(summary?.bestByRevenue).toEqual({ name: 'Lily', quantity: 4_000, revenue: 360_000 })
  })

  test('two weeks without a lily: the slow mover', () => {
    expect(ask([...roses, ...lilies], '2026-03-29')?.slowMover).toEqual({
      name: 'Lily',
      quietDays: 14,
      quantity28: 56_000,
    })
  })

  test('what merely sells little is slow without being quiet', () => {
    expect(ask([...roses, ...cards], '2026-03-29')?.slowMover).toEqual({
      name: 'Kartu',
      quietDays: 0,
      quantity28: 28_000,
    })
  })

  test('a product of last week is new, not slow', () => {
    const fresh = everyDay('2026-03-27', 3, () => 1, { product: 'Peony' })
    expect(ask([...roses, ...cards, ...fresh], '2026-03-29')?.slowMover?.name).toBe('Kartu')
  })

  test('what has been asleep for months is not slow any more', () => {
    const gone = everyDay(FROM, 30, () => 5, { product: 'Tulip' })
    expect(ask([...roses, ...cards, ...gone], '2026-03-29')?.slowMover?.name).toBe('Kartu')
  })

  test('of one product none is the slowest', () => {
    expect(ask(roses, '2026-03-29')?.slowMover).toBeNull()
  })

  test('the product that gained most pieces a day', () => {
    const usual = {
      products: [
        { product: 'Mawar', quantity: 152_000 },
        { product: 'Kartu', quantity: 8_000 },
      ].map((sum) => ({
        ...sum,
        lines: 8,
        revenue: 1,
        refundLines: 0,
        refunds: 0,
        firstDay: day(FROM),
        lastDay: day(FROM),
      })),
      days: 8,
    }
    expect(ask([...roses, ...cards], '2026-03-29', '2026-03-29', { usual })?.rising).toEqual({
      name: 'Mawar',
      quantity: 20_000,
      gain: 1_000,
    })
  })

  test('nothing rose: nothing is said', () => {
    const usual = { products: sumsBetween(tillOf(roses), day(FROM), day(FROM)), days: 1 }
    expect(ask(roses, '2026-03-29', '2026-03-29', { usual })?.rising).toBeNull()
  })
})

describe('branches, colours and the basis', () => {
  const sold = [
    ...everyDay(FROM, 28, () => 58, { branch: 'Dago' }),
    ...everyDay(FROM, 28, () => 42, { branch: 'Setiabudi' }),
  ]

  test('shares of the money, largest first', () => {
    expect(ask(sold, FROM)?.branches).toEqual([
      { name: 'Dago', revenue: 580_000, share: 0.58 },
      { name: 'Setiabudi', revenue: 420_000, share: 0.42 },
    ])
  })

  test('a file without branches has none', () => {
    expect(
      ask(
        everyDay(FROM, 7, () => 3),
        FROM,
      )?.branches,
    ).toEqual([])
  })

  test('a file without money shares by pieces', () => {
    const unpriced = sold.map((line) => ({ ...line, price: 0 }))
    const summary = ask(unpriced, '2026-01-26')
    expect(summary?.branches.map(({ share }) => share)).toEqual([0.58, 0.42])
    expect(summary?.comparison).toMatchObject({ expected: 100_000, change: 0 })
  })

  test('the favourite colour of the last four weeks', () => {
    const variant = (name: string, quantity: number) => ({
      variant: name,
      lines: 1,
      quantity,
      revenue: 0,
      refundLines: 0,
      refunds: 0,
    })
    const variants = [variant('putih', 10_000), variant('merah', 30_000), variant('biru', -2_000)]
    expect(ask(sold, FROM, FROM, { variants })?.favouriteVariant).toEqual({
      name: 'merah',
      quantity: 30_000,
      share: 0.75,
    })
  })

  test('the basis says which days had rows', () => {
    const days = sold.filter((line) => line.day !== FROM)
    expect(ask(days, FROM, '2026-01-11')?.basis).toEqual({
      span: { from: '2026-01-06', to: '2026-01-11' },
      lines: 600,
      branches: 2,
      asOfMinute: null,
    })
  })
})

test('half a year of forty branches is summed up at once', () => {
  const sold = Array.from({ length: 40 }, (_, b) =>
    everyDay(FROM, 182, (weekday) => 20 + weekday + b, { branch: `Cabang ${b}` }),
  ).flat()
  const { branchDays } = tillOf(sold)
  const to: Day = addDays(day(FROM), 181)
  const question: SummaryQuestion = {
    span: { from: to, to },
    today: addDays(to, 1),
    complete: true,
    asOfMinute: null,
    branchDays,
    sold: [],
    usual: { products: [], days: 0 },
    recent: [],
    season: [],
    variants: [],
  }
  const times = Array.from({ length: 15 }, () => {
    const before = performance.now()
    expect(summarise(question)?.branches.length).toBe(40)
    return performance.now() - before
  })
  // Typical 2-3 ms; the bound leaves room for a busy machine.
  expect(times.sort((a, b) => a - b)[7]).toBeLessThan(15)
})

describe('like with like', () => {
  // Ramadan 2026 begins on 19 February in Indonesia; the shop sells half as much until Lebaran.
  const fasting = everyDay('2026-01-05', 70, (_, place) => (place >= 45 ? 10 : 20))

  test('a day in Ramadan is compared with days in Ramadan', () => {
    const inRamadan = ask(fasting, '2026-03-13', '2026-03-13', { country: 'ID' })
    expect(inRamadan?.comparison).toMatchObject({ expected: 100_000, days: 3, change: 0 })
    expect(ask(fasting, '2026-03-13')?.comparison).toMatchObject({ expected: 200_000, days: 8 })
  })

  test('payday week is no season of its own', () => {
    const plain = everyDay('2026-06-01', 70, () => 20)
    // Eight Tuesdays before, less the Islamic New Year on 16 June.
    expect(ask(plain, '2026-07-28', '2026-07-28', { country: 'ID' })?.comparison?.days).toBe(7)
  })

  test('a day with an event is no measure for the next ones, but is itself measured', () => {
    const sold = everyDay('2026-01-05', 70, (_, place) => (place === 56 || place === 49 ? 90 : 20))
    const closedDays = [day('2026-02-23'), day('2026-03-02')]
    const rest = { closedDays }
    expect(ask(sold, '2026-03-09', '2026-03-09', rest)?.comparison).toMatchObject({
      expected: 200_000,
      days: 7,
    })
    expect(ask(sold, '2026-03-02', '2026-03-02', rest)?.comparison).toMatchObject({
      expected: 200_000,
      change: 3.5,
    })
  })

  test('a product three weeks old is measured by its own three weeks', () => {
    const sold = [
      ...everyDay('2026-01-05', 70, () => 20),
      // 28 units in four weeks: one a day.
      ...everyDay('2026-01-05', 70, () => 1, { product: 'Lily' }),
      // 25 units in its first seventeen days: more than Lily a day, less in sum.
      ...everyDay('2026-02-26', 17, (_, place) => (place < 8 ? 2 : 1), { product: 'Tulip' }),
    ]
    expect(ask(sold, '2026-03-14')?.slowMover?.name).toBe('Lily')
  })
})
