import { describe, expect, test } from 'vitest'
import { findAnomalies } from '../../src/analytics/anomaly.ts'
import type { Anomaly } from '../../src/analytics/findings.ts'
import { causeKey, type Manners } from '../../src/analytics/manners.ts'
import { addDays, type Day, day } from '../../src/sales/day.ts'
import { seededRandom } from '../support/random.ts'
import { everyDay, type SoldLine, tillOf } from '../support/shop-sales.ts'

const FROM = '2026-01-05'
const WEEKS = 16
/** Saturday 25 April 2026, sixteen weeks in. */
const JUDGED = addDays(day(FROM), WEEKS * 7 - 2)

/** A branch that sells about `units` a day, more on Saturdays, closed on Sundays, a tenth of noise. */
const branch = (name: string | null, units: number, seed: number): SoldLine[] => {
  const random = seededRandom(seed)
  return everyDay(
    FROM,
    WEEKS * 7 - 1,
    (weekday) => {
      const usual = { 6: 2 * units, 7: 0 }[weekday] ?? units
      return Math.round(usual * (0.9 + 0.2 * random()))
    },
    { branch: name },
  )
}

const times = (sold: readonly SoldLine[], factor: number, on: Day = JUDGED): SoldLine[] =>
  sold.map((line) =>
    line.day === on ? { ...line, units: Math.round((line.units ?? 1) * factor) } : line,
  )
const without = (sold: readonly SoldLine[], on: Day): SoldLine[] =>
  sold.filter((line) => line.day !== on)
const ask = (
  sold: readonly SoldLine[],
  on: Day = JUDGED,
  rest: { readonly closedDays?: readonly Day[] } = {},
) => findAnomalies({ day: on, ...tillOf(sold), ...rest })

describe('a shop with one branch', () => {
  const shop = branch(null, 40, 1)

  test('an ordinary Saturday rings no bell', () => {
    expect(ask(shop)).toEqual([])
  })

  test('half of a usual Saturday does', () => {
    const [found, ...others] = ask(times(shop, 0.5))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      day: JUDGED,
      scope: { kind: 'shop' },
      direction: 'down',
      zeroDay: false,
      othersNormal: false,
    })
    expect(found?.score).toBeLessThan(-3)
    expect(found?.usual.likely).toBeGreaterThan(700_000)
    expect(found?.usual.low).toBeLessThan(found?.usual.likely ?? 0)
    expect(found?.usual.high).toBeGreaterThan(found?.usual.likely ?? 0)
  })

  test('so does a double one, with its direction', () => {
    expect(ask(times(shop, 2))[0]?.direction).toBe('up')
  })

  test('a tenth less is not worth a message', () => {
    const sold = shop.map((line) => (line.day === JUDGED ? { ...line, units: 72 } : line))
    expect(ask(sold)).toEqual([])
  })

  test('a Friday that brings what a Saturday brings is odd', () => {
    const friday = addDays(JUDGED, -1)
    expect(ask(times(shop, 2, friday), friday)[0]?.direction).toBe('up')
  })

  test('a day without any row is a missing file, not a fall', () => {
    expect(ask(without(shop, JUDGED))).toEqual([])
  })

  test('a day the owner told was closed is not judged', () => {
    expect(ask(times(shop, 0.2), JUDGED, { closedDays: [JUDGED] })).toEqual([])
  })

  test('rows after the judged day change nothing', () => {
    const later = everyDay(addDays(JUDGED, 1), 20, () => 500)
    expect(ask([...times(shop, 0.5), ...later])).toEqual(ask(times(shop, 0.5)))
  })

  test('with under three weeks of history it is silent', () => {
    const young = shop.filter((line) => line.day > addDays(JUDGED, -20))
    expect(ask(times(young, 0.1))).toEqual([])
  })

  test('a wild day two weeks ago does not hide today', () => {
    const wild = times(shop, 9, addDays(JUDGED, -14))
    expect(ask(times(wild, 0.5))[0]?.direction).toBe('down')
  })

  test('prices in another currency ring the same bell', () => {
    const dear = times(shop, 0.5).map((line) => ({ ...line, price: 10_000 * 137 }))
    const [a, b] = [ask(times(shop, 0.5))[0], ask(dear)[0]]
    expect(b?.score).toBeCloseTo(a?.score ?? 0, 6)
    expect((b?.usual.likely ?? 0) / (a?.usual.likely ?? 1)).toBeCloseTo(137, 3)
  })
})

describe('a shop with branches', () => {
  const dago = branch('Dago', 40, 2)
  const braga = branch('Braga', 30, 3)
  const riau = branch('Riau', 20, 4)
  const shop = [...dago, ...braga, ...riau]

  test('an ordinary day rings no bell', () => {
    expect(ask(shop)).toEqual([])
  })

  test('one branch halved: that branch is named, and the others are normal', () => {
    const found = ask([...times(dago, 0.45), ...braga, ...riau])
    expect(found.map(({ scope }) => scope)).toEqual([{ kind: 'branch', name: 'Dago' }])
    expect(found[0]?.othersNormal).toBe(true)
  })

  test('nothing at all in one branch while others sell: asked about, whatever the noise', () => {
    const [found] = ask([...without(dago, JUDGED), ...braga, ...riau])
    expect(found).toMatchObject({
      scope: { kind: 'branch', name: 'Dago' },
      direction: 'down',
      zeroDay: true,
      actual: 0,
    })
  })

  test('four of twelve branches closed on one day keep a holiday', () => {
    const chain = Array.from({ length: 12 }, (_, i) => branch(`Cabang ${i}`, 30, 40 + i))
    const closed = (count: number) =>
      ask(chain.flatMap((sold, i) => (i < count ? without(sold, JUDGED) : sold)))
    expect(closed(2).filter(({ zeroDay }) => zeroDay).length).toBe(2)
    expect(closed(4).filter(({ zeroDay }) => zeroDay)).toEqual([])
  })

  test('a branch that is always closed on Sundays is not asked about', () => {
    const sunday = addDays(JUDGED, 1)
    const open = everyDay(FROM, WEEKS * 7, () => 25, { branch: 'Bandara' })
    expect(ask([...shop, ...open], sunday)).toEqual([])
  })

  test('a branch that closed for good a month ago is not asked about every day', () => {
    const gone = riau.filter((line) => line.day < addDays(JUDGED, -30))
    expect(ask([...dago, ...braga, ...gone])).toEqual([])
  })

  test('a branch that sells two things a day may sell none', () => {
    const kiosk = everyDay(FROM, WEEKS * 7 - 1, (_, place) => [2, 1, 3, 0, 2][place % 5] ?? 0, {
      branch: 'Kios',
    })
    expect(ask([...shop, ...without(kiosk, JUDGED)])).toEqual([])
  })

  test('a branch that writes three lines each day and none today is asked about', () => {
    const daily = everyDay(FROM, WEEKS * 7 - 1, () => 3, { branch: 'Kemang' })
    const found = ask([...shop, ...without(daily, JUDGED)])
    expect(found.map(({ scope, zeroDay }) => [scope, zeroDay])).toEqual([
      [{ kind: 'branch', name: 'Kemang' }, true],
    ])
  })

  test('all three branches halved is one message about the shop, not three', () => {
    const found = ask(times(shop, 0.5))
    expect(found.map(({ scope }) => scope)).toEqual([{ kind: 'shop' }])
    expect(found[0]?.othersNormal).toBe(false)
  })

  test('a shop that has doubled for good is news for a week, not for two months', () => {
    const since = (from: number) =>
      [...dago, ...braga].map((line) =>
        line.day > addDays(JUDGED, -from) ? { ...line, units: 2 * (line.units ?? 0) } : line,
      )
    expect(ask(since(2)).length).toBeGreaterThan(0)
    expect(ask(since(21))).toEqual([])
  })

  test('all branches down together is one message about the shop', () => {
    const many = [5, 6, 7, 8, 9, 10].flatMap((seed) => branch(`Cabang ${seed}`, 30, seed))
    const found = ask(times(many, 0.5))
    expect(found.map(({ scope }) => scope.kind)).toEqual(['shop'])
  })

  test('a branch that sells as always on everybody’s bad day is nothing to worry about', () => {
    const many = [5, 6, 7, 8, 9, 10].flatMap((seed) => branch(`Cabang ${seed}`, 30, seed))
    const found = ask([...times(many, 0.5), ...dago])
    expect(found.map(({ scope }) => scope)).toEqual([{ kind: 'shop' }])
  })

  test('the finding with most money comes first', () => {
    const found = ask([...times(dago, 0.3), ...braga, ...times(riau, 3)])
    const sizes = found.map(({ actual, usual }) => Math.abs(actual - usual.likely))
    expect(sizes.length).toBeGreaterThanOrEqual(2)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})

describe('how readily it rings', () => {
  const dago = branch('Dago', 40, 2)
  const braga = branch('Braga', 30, 3)
  const riau = branch('Riau', 20, 4)
  const sold = [...times(dago, 0.72), ...braga, ...riau]
  const asked = (manners: Manners) => findAnomalies({ day: JUDGED, ...tillOf(sold), manners })
  const names = (found: readonly Anomaly[]) => found.map(({ scope }) => scope)
  const down = { scope: { kind: 'branch', name: 'Dago' }, direction: 'down' } as const

  test('a third less in one branch rings as usual, and not for who wants few alerts', () => {
    expect(names(asked({ leniency: 1, patience: {} }))).toEqual([down.scope])
    expect(names(asked({ leniency: 0.001, patience: {} }))).toEqual([])
  })

  test('a cause that was nothing five times has to surprise more, another one does not', () => {
    expect(names(asked({ leniency: 1, patience: { [causeKey(down)]: 5 } }))).toEqual([])
    const other = causeKey({ ...down, scope: { kind: 'branch', name: 'Riau' } })
    expect(names(asked({ leniency: 1, patience: { [other]: 5 } }))).toEqual([down.scope])
  })

  test('a branch without a sale is asked about whatever the manners', () => {
    const found = findAnomalies({
      day: JUDGED,
      ...tillOf([...without(dago, JUDGED), ...braga, ...riau]),
      manners: { leniency: 0.001, patience: { [causeKey(down)]: 5 } },
    })
    expect(names(found)).toEqual([down.scope])
  })
})

describe('an answer that depends on the sales alone', () => {
  const shop = [
    ...times(branch('Dago', 40, 2), 0.4),
    ...branch('Braga', 30, 3),
    ...branch('Riau', 20, 4),
  ]

  test('the order of the rows does not matter', () => {
    const { branchDays, productDays } = tillOf(shop)
    const turned = findAnomalies({
      day: JUDGED,
      branchDays: [...branchDays].reverse(),
      productDays: [...productDays].reverse(),
    })
    expect(turned).toEqual(ask(shop))
  })

  test('a day told closed changes nothing, whatever its rows say', () => {
    const closedDays = [addDays(JUDGED, -7)]
    const wild = times(shop, 7, addDays(JUDGED, -7))
    expect(ask(wild, JUDGED, { closedDays })).toEqual(ask(shop, JUDGED, { closedDays }))
  })
})

describe('products', () => {
  const units = { Mawar: 10, Lily: 35, Buket: 40, Kartu: 45 }
  const shop = Object.entries(units).flatMap(([product, usual], rank) =>
    branch(null, usual, 20 + rank).map((line) => ({ ...line, product })),
  )
  const only = (product: string, factor: number) =>
    shop.flatMap((line) => (line.product === product ? times([line], factor) : [line]))

  test('the reason of a bad day is the product that did not sell', () => {
    const sold = shop.flatMap((line) =>
      line.product === 'Kartu' || line.product === 'Buket' ? times([line], 0) : [line],
    )
    const [found] = ask(sold)
    expect(found?.scope.kind).toBe('shop')
    expect(found?.causes.map(({ name }) => name).sort()).toEqual(['Buket', 'Kartu'])
  })

  test('one product missing on a day that is otherwise normal is said on its own', () => {
    const [found] = ask(only('Mawar', 0))
    expect(found).toMatchObject({
      scope: { kind: 'product', name: 'Mawar' },
      direction: 'down',
      zeroDay: true,
      actual: 0,
    })
  })
})
