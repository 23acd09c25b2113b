import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, type Leaf } from '../../src/analytics/attribution.ts'
import { explain } from '../../src/analytics/why.ts'
import { addDays, type Day, day } from '../../src/sales/day.ts'
import { seededRandom } from '../support/random.ts'
import { everyDay, type SoldLine, tillOf } from '../support/shop-sales.ts'

const FROM = '2026-01-05'
/** Saturday 28 February 2026, eight weeks in. */
const JUDGED = addDays(day(FROM), 54)
const random = seededRandom(77)
const line = (branch: string | null, product: string, units: number, receipts?: number) =>
  everyDay(
    FROM,
    55,
    (weekday) => Math.round((weekday === 6 ? 2 : 1) * units * (0.9 + 0.2 * random())),
    { branch, product, ...(receipts === undefined ? {} : { receipts }) },
  )
const change = (
  sold: readonly SoldLine[],
  factor: number,
  which: (line: SoldLine) => boolean,
  on: Day = JUDGED,
) =>
  sold.map((sale) =>
    sale.day === on && which(sale)
      ? { ...sale, units: Math.round((sale.units ?? 0) * factor) }
      : sale,
  )
const ask = (sold: readonly SoldLine[], branch?: string) =>
  explain({
    span: { from: JUDGED, to: JUDGED },
    ...tillOf(sold),
    ...(branch === undefined ? {} : { branch }),
  })

const branches = ['Dago', 'Braga', 'Riau']
const shop = branches.flatMap((name) => [
  ...line(name, 'Mawar', 30),
  ...line(name, 'Lily', 20),
  ...line(name, 'Buket', 25),
])

describe('why was yesterday not as usual', () => {
  test('one product everywhere: the product, not three branches', () => {
    const why = ask(change(shop, 0.1, ({ product }) => product === 'Buket'))
    expect(why?.causes.map(({ kind, name }) => [kind, name])).toEqual([['product', 'Buket']])
    expect(why?.change).toBeLessThan(-0.2)
  })

  test('one branch with everything in it: the branch, not three products', () => {
    const why = ask(change(shop, 0.2, ({ branch }) => branch === 'Braga'))
    expect(why?.causes[0]).toMatchObject({ kind: 'branch', name: 'Braga' })
    expect(why?.causes[0]?.share).toBeGreaterThan(0.7)
  })

  test('one product in one branch is named with its branch', () => {
    const why = ask(
      change(shop, 4, ({ branch, product }) => branch === 'Riau' && product === 'Lily'),
    )
    expect(why?.causes[0]).toMatchObject({ kind: 'product', name: 'Lily', branch: 'Riau' })
  })

  test('everything a little: no single reason', () => {
    expect(ask(change(shop, 0.7, () => true))?.causes).toEqual([])
  })

  test('inside one branch only its products are asked', () => {
    const sold = change(
      shop,
      0.1,
      ({ branch, product }) => branch === 'Dago' && product === 'Mawar',
    )
    const why = ask(sold, 'Dago')
    expect(why?.causes[0]).toMatchObject({ kind: 'product', name: 'Mawar' })
    expect(why?.causes[0]).not.toHaveProperty('branch')
  })

  test('half the buyers, each spending as always', () => {
    const sold = line(null, 'Mawar', 30, 40)
    const half = sold.map((sale) =>
      sale.day === JUDGED
        ? { ...sale, units: Math.round((sale.units ?? 0) / 2), receipts: 20 }
        : sale,
    )
    const buyers = ask(half)?.causes.filter(({ kind }) => kind === 'receipts' || kind === 'basket')
    expect(buyers?.[0]).toMatchObject({ kind: 'receipts', actual: 20, expected: 40 })
    expect(buyers?.[0]?.share).toBeGreaterThan(0.8)
    expect(buyers?.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
  })

  test('a week is explained as a whole', () => {
    const week = everyDay(FROM, 55, () => 10, { product: 'Mawar' }).map((sale) =>
      sale.day > addDays(JUDGED, -7) ? { ...sale, units: 5 } : sale,
    )
    const why = explain({ span: { from: addDays(JUDGED, -6), to: JUDGED }, ...tillOf(week) })
    expect(why?.actual).toBe(350_000)
    expect(why?.expected).toBe(700_000)
    expect(why?.change).toBe(-0.5)
  })

  test('the money of the slices and of the buyers is money of the change', () => {
    const why = ask(change(shop, 0.3, ({ product }) => product !== 'Lily'))
    const slices = why?.causes.filter(({ kind }) => kind === 'product' || kind === 'branch') ?? []
    expect(slices.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9)
    for (const { delta } of slices) expect(delta).toBeLessThan(0)
  })

  test('products that were not handed over are not blamed on those that were', () => {
    const sold = change(shop, 0.2, ({ product }) => product === 'Buket')
    const { branchDays, productDays } = tillOf(sold)
    const only = productDays.filter(({ product }) => product !== 'Buket')
    const span = { from: JUDGED, to: JUDGED }
    const why = explain({ span, branchDays, productDays: only })
    expect(why?.causes.filter(({ kind }) => kind === 'product')).toEqual([])
    expect(why?.expected).toBe(explain({ span, branchDays, productDays })?.expected ?? 0)
  })

  test('no rows, or no past: no reason is invented', () => {
    expect(ask([])).toBeNull()
    expect(ask(shop.filter((sale) => sale.day > addDays(JUDGED, -5)))).toBeNull()
    expect(ask(shop.filter((sale) => sale.day !== JUDGED))).toBeNull()
  })
})

describe('greedy slices', () => {
  const leaves = fc.uniqueArray(
    fc.record({
      branch: fc.constantFrom('Dago', 'Braga', 'Riau'),
      product: fc.constantFrom('Mawar', 'Lily', 'Buket'),
      actual: fc.integer({ min: 0, max: 500 }),
      expected: fc.integer({ min: 0, max: 500 }),
    }),
    { selector: ({ branch, product }) => `${branch} ${product}` },
  )
  const withVariance = (list: readonly Omit<Leaf, 'variance'>[]): Leaf[] =>
    list.map((leaf) => ({ ...leaf, variance: 4 * leaf.expected }))

  test('at most three are named, biggest money first', () => {
    fc.assert(
      fc.property(leaves, (list) => {
        const slices = attribute(withVariance(list))
        const named = slices.filter(({ branch, product }) => branch !== null || product !== null)
        expect(named.length).toBeLessThanOrEqual(3)
        const sizes = slices.map(({ delta }) => Math.abs(delta))
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      }),
    )
  })

  test('the named changes never leave more unexplained than there was', () => {
    fc.assert(
      fc.property(leaves, (list) => {
        const all = withVariance(list)
        const slices = attribute(all)
        const chi = (expected: (leaf: Leaf) => number) => unexplained(all, expected)
        const explained = (leaf: Leaf) =>
          slices.reduce(
            (mean, { branch, product, factor }) =>
              (branch === null || branch === leaf.branch) &&
              (product === null || product === leaf.product)
                ? mean * factor
                : mean,
            leaf.expected,
          )
        expect(chi(explained)).toBeLessThanOrEqual(chi((leaf) => leaf.expected) + 1e-6)
      }),
    )
  })

  test('the order of the leaves does not matter', () => {
    fc.assert(
      fc.property(leaves, (list) => {
        const leavesThere = withVariance(list)
        expect(attribute([...leavesThere].reverse())).toEqual(attribute(leavesThere))
      }),
    )
  })
})

/** r' S^-1 r by plain elimination: own variances, and 7 % that leaves of one product share. */
const unexplained = (leaves: readonly Leaf[], expected: (leaf: Leaf) => number): number => {
  const known = leaves.filter(({ variance }) => variance > 0)
  const rows = known.map((one, i) => [
    ...known.map((other, j) => {
      const shared = one.product === other.product ? 0.07 ** 2 * one.expected * other.expected : 0
      return shared + (i === j ? one.variance : 0)
    }),
    one.actual - expected(one),
  ])
  const strays = rows.map((row) => row.at(-1) ?? 0)
  for (const [i, pivot] of rows.entries()) {
    for (const [j, row] of rows.entries()) {
      if (i === j) continue
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1)
      for (const [c, value] of pivot.entries()) row[c] = (row[c] ?? 0) - factor * value
    }
  }
  return rows.reduce(
    (sum, row, i) => sum + ((strays[i] ?? 0) * (row.at(-1) ?? 0)) / (row[i] ?? 1),
    0,
  )
}
