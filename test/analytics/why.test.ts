import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, type Leaf } from '../../src/analytics/attribution.ts'
import { leavesOf, sceneOf } from '../../src/analytics/leaves.ts'
import { explain } from '../../src/analytics/why.ts'
import { addDays, type Day, day } from '../../src/sales/day.ts'
import type { ProductDay, VariantPart } from '../../src/sales/totals.ts'
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

/** The rows from that day on as one for each product of a branch, on the last day. */
const summedFrom = (rows: readonly ProductDay[], from: Day): readonly ProductDay[] => {
  const late = Map.groupBy(
    rows.filter((row) => row.day >= from),
    (row) => `${row.branch} ${row.product}`,
  )
  const sum = (own: readonly ProductDay[], of: 'lines' | 'quantity' | 'revenue') =>
    own.reduce((total, row) => total + row[of], 0)
  return [
    ...rows.filter((row) => row.day < from),
    ...[...late.values()].flatMap((own) =>
      own.slice(-1).map((last) => ({
        ...last,
        lines: sum(own, 'lines'),
        quantity: sum(own, 'quantity'),
        revenue: sum(own, 'revenue'),
      })),
    ),
  ]
}

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

  test('everything a little: no single reason, and said as such', () => {
    const causes = ask(change(shop, 0.7, () => true))?.causes
    expect(causes?.map(({ kind, share }) => [kind, share])).toEqual([['everywhere', 1]])
  })

  test('an ordinary day has no reason at all', () => {
    expect(ask(shop)?.causes).toEqual([])
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

  test('what each product brought in the span may come as one row: the reasons are the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...branches),
        fc.constantFrom('Mawar', 'Lily', 'Buket'),
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.integer({ min: 1, max: 21 }),
        (branch, product, factor, days) => {
          const from = addDays(JUDGED, 1 - days)
          const sold = shop.map((sale) =>
            sale.day >= from && sale.branch === branch && sale.product === product
              ? { ...sale, units: Math.round((sale.units ?? 0) * factor) }
              : sale,
          )
          const { branchDays, productDays } = tillOf(sold)
          const span = { from, to: JUDGED }
          const inOne = summedFrom(productDays, from)
          expect(inOne.length).toBeLessThanOrEqual(productDays.length)
          expect(explain({ span, branchDays, productDays: inOne })).toEqual(
            explain({ span, branchDays, productDays }),
          )
        },
      ),
      { numRuns: 40 },
    )
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

describe('which colour', () => {
  const before = { from: addDays(JUDGED, -54), to: addDays(JUDGED, -1) }
  const colours = ['merah', 'putih', 'kuning']
  /** Every product comes in three colours, a third each, but for what `on` the judged day changes. */
  const inColours = (
    sold: readonly SoldLine[],
    factor: (product: string, colour: string) => number,
  ) => {
    const { branchDays, productDays } = tillOf(sold)
    const sumOf = (rows: readonly ProductDay[]) => ({
      quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
      revenue: rows.reduce((sum, row) => sum + row.revenue, 0),
    })
    const parts = [
      ...Map.groupBy(productDays, ({ branch, product }) => `${branch} ${product}`).values(),
    ].flatMap((rows) => {
      const [first] = rows
      if (first === undefined) return []
      const [past, now] = [
        sumOf(rows.filter((row) => row.day <= before.to)),
        sumOf(rows.filter((row) => row.day > before.to)),
      ]
      const weights = colours.map((colour) => factor(first.product, colour))
      const whole = weights.reduce((a, b) => a + b, 0)
      return colours.map(
        (variant, i): VariantPart => ({
          branch: first.branch,
          product: first.product,
          variant,
          before: { quantity: past.quantity / 3, revenue: past.revenue / 3 },
          during: {
            quantity: (now.quantity * (weights[i] ?? 0)) / whole,
            revenue: Math.round((now.revenue * (weights[i] ?? 0)) / whole),
          },
        }),
      )
    })
    return { branchDays, productDays, variantParts: exact(parts, productDays) }
  }
  /** Thirds of a whole rarely add up: the last colour takes what is left. */
  const exact = (parts: readonly VariantPart[], rows: readonly ProductDay[]): VariantPart[] =>
    parts.map((part) => {
      if (part.variant !== colours.at(-1)) return part
      const own = parts.filter(
        (other) => other.branch === part.branch && other.product === part.product && other !== part,
      )
      const whole = rows
        .filter(
          ({ day: on, branch, product }) =>
            on === JUDGED && branch === part.branch && product === part.product,
        )
        .reduce((sum, { revenue }) => sum + revenue, 0)
      const left = whole - own.reduce((sum, { during }) => sum + during.revenue, 0)
      return { ...part, during: { ...part.during, revenue: left } }
    })

  test('red of every flower gone: red is named, not three flowers', () => {
    const sold = change(shop, 2 / 3, () => true)
    const why = explain({
      span: { from: JUDGED, to: JUDGED },
      ...inColours(sold, (_, colour) => (colour === 'merah' ? 0 : 1)),
    })
    expect(why?.causes[0]).toMatchObject({ kind: 'variant', name: 'merah', actual: 0 })
  })

  test('white of one flower doubled: that flower in that colour', () => {
    const sold = change(shop, 5 / 3, ({ product }) => product === 'Lily')
    const why = explain({
      span: { from: JUDGED, to: JUDGED },
      ...inColours(sold, (product, colour) => (product === 'Lily' && colour === 'putih' ? 3 : 1)),
    })
    expect(why?.causes[0]).toMatchObject({ kind: 'product', name: 'Lily', variant: 'putih' })
  })

  test('colours that sold as always change nothing about the reasons', () => {
    const sold = change(shop, 0.1, ({ product }) => product === 'Buket')
    const span = { from: JUDGED, to: JUDGED }
    const split = explain({ span, ...inColours(sold, () => 1) })
    expect(split?.causes.map(({ kind, name, variant }) => [kind, name, variant])).toEqual([
      ['product', 'Buket', undefined],
    ])
  })
})

describe('a small shop, where chance is large', () => {
  /** A sale or two of each product a day: no slice can be told from chance. */
  const rare = branches.flatMap((name) =>
    ['Mawar', 'Lily', 'Buket', 'Kartu', 'Pita'].flatMap((product, rank) =>
      everyDay(FROM, 55, (_, place) => [1, 0, 2, 1, 3, 0, 1][(place + rank * 3) % 7] ?? 0, {
        branch: name,
        product,
      }),
    ),
  )
  const quiet = (which: (sale: SoldLine) => boolean) =>
    rare.filter((sale) => sale.day !== JUDGED || !which(sale) || sale.product === 'Lily')

  test('the one branch in which nearly all of the money is missing is named all the same', () => {
    const why = ask(quiet(({ branch }) => branch === 'Dago'))
    expect(why?.causes[0]).toMatchObject({ kind: 'branch', name: 'Dago' })
    expect(why?.causes[0]?.share).toBeGreaterThan(0.6)
  })

  test('no reason is credited with more than its own figures show', () => {
    for (const branch of branches) {
      const why = ask(quiet((sale) => sale.branch === branch))
      const gap = (why?.actual ?? 0) - (why?.expected ?? 0)
      for (const { kind, actual, expected, share } of why?.causes ?? []) {
        if (kind === 'everywhere') continue
        expect(share * Math.abs(gap)).toBeLessThanOrEqual(Math.abs(actual - expected) + 1)
      }
    }
  })
})

describe('prices or quantities', () => {
  const priced = (factor: number, units = 1) =>
    shop.map((sale) =>
      sale.day === JUDGED
        ? { ...sale, price: 10_000 * factor, units: Math.round((sale.units ?? 0) * units) }
        : sale,
    )
  const pairOf = (sold: readonly SoldLine[]) =>
    ask(sold)?.causes.filter(({ kind }) => kind === 'price' || kind === 'volume') ?? []

  test('the same goods a fifth dearer: it is the price', () => {
    const [price, volume] = pairOf(priced(1.2))
    expect(price?.kind).toBe('price')
    expect((price?.actual ?? 0) / (price?.expected ?? 1)).toBeCloseTo(1.2, 6)
    expect((price?.share ?? 0) + (volume?.share ?? 0)).toBeCloseTo(1, 10)
  })

  test('dearer and fewer: both are said, and they add up', () => {
    const pair = pairOf(priced(1.2, 0.6))
    expect(pair.map(({ kind }) => kind).sort()).toEqual(['price', 'volume'])
    expect(pair.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
    const why = ask(priced(1.2, 0.6))
    const gap = (why?.actual ?? 0) - (why?.expected ?? 0)
    expect(Math.abs(pair.reduce((sum, { delta }) => sum + delta, 0) - gap)).toBeLessThanOrEqual(1)
  })

  test('at the same prices nobody speaks of prices', () => {
    expect(pairOf(priced(1, 0.5))).toEqual([])
  })
})

describe('an answer that depends on the sales alone', () => {
  const sold = change(shop, 0.2, ({ branch }) => branch === 'Braga')
  const span = { from: JUDGED, to: JUDGED }

  test('the order of the rows does not matter', () => {
    const { branchDays, productDays } = tillOf(sold)
    const shuffled = explain({
      span,
      branchDays: [...branchDays].reverse(),
      productDays: productDays.toSorted((a, b) => (a.product < b.product ? 1 : -1)),
    })
    expect(shuffled).toEqual(ask(sold))
  })

  test('the same in another currency', () => {
    const dear = ask(sold.map((sale) => ({ ...sale, price: 10_000 * 137 })))
    const plain = ask(sold)
    expect(dear?.change).toBeCloseTo(plain?.change ?? 0, 6)
    expect(dear?.causes.map(({ kind, name }) => [kind, name])).toEqual(
      plain?.causes.map(({ kind, name }) => [kind, name]),
    )
  })

  test('a day told closed changes nothing, whatever its rows say', () => {
    const closed = addDays(JUDGED, -7)
    const wild = change(sold, 9, () => true, closed)
    const told = (which: readonly SoldLine[]) =>
      explain({ span, ...tillOf(which), closedDays: [closed] })
    expect(told(wild)?.expected).toBe(told(sold)?.expected)
    expect(told(wild)?.causes).toEqual(told(sold)?.causes)
  })

  test('expected and actual of all parts together are those of the whole', () => {
    const scene = sceneOf({ span, ...tillOf(sold) })
    const leaves = scene === null ? [] : leavesOf(scene)
    const actual = leaves.reduce((sum, leaf) => sum + leaf.actual, 0)
    expect(actual).toBe(ask(sold)?.actual)
    const expected = leaves.reduce((sum, leaf) => sum + leaf.expected, 0)
    expect(expected).toBeCloseTo(ask(sold)?.expected ?? 0, -1)
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
