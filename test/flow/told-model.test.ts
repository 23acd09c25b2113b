import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stageTold } from '../../src/flow/book-sales.ts'
import { type ImportWorld, stager } from '../../src/flow/import.ts'
import { createPool, type Pool } from '../../src/flow/pool.ts'
import { startSettling } from '../../src/flow/settler.ts'
import { takeIn } from '../../src/flow/take-in.ts'
import { packLines } from '../../src/ingest/pack.ts'
import type { Line } from '../../src/ingest/reading.ts'
import { createMetrics } from '../../src/metrics.ts'
import { addDays, day, dayNumber } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import type { ToldSale } from '../../src/sales/told-sale.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'
import { someIds } from '../support/props.ts'

/** A sale of few days, branches and goods, so that what is typed and what is filed often look alike. */
type Sold = {
  readonly day: number
  readonly branch: number
  readonly product: number
  /** Pieces; below 0 a refund. */
  readonly pieces: number
}

type Step =
  | { readonly kind: 'file'; readonly sales: readonly Sold[] }
  | { readonly kind: 'tell'; readonly sales: readonly Sold[] }
  /** The telling with this number again, with other pieces. */
  | { readonly kind: 'correct'; readonly upload: number; readonly pieces: number }
  | { readonly kind: 'undo'; readonly upload: number }
  | { readonly kind: 'replace'; readonly upload: number }

const FIRST = day('2026-03-01')
const EVER = { from: FIRST, to: day('2026-03-31') }
const PRICE = 1000

const sold = fc.record({
  day: fc.integer({ min: 0, max: 1 }),
  branch: fc.integer({ min: 1, max: 2 }),
  product: fc.integer({ min: 1, max: 2 }),
  pieces: fc.constantFrom(1, 2, -1),
})
const upload = fc.integer({ min: 1, max: 7 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      sales: fc.array(sold, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      sales: fc.array(sold, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      upload,
      pieces: fc.constantFrom(1, 2, -1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), upload }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), upload }) },
)

type Kept = { readonly sales: readonly Sold[]; readonly isTyped: boolean; isLive: boolean }

const keyOf = (one: Sold): string => [one.day, one.branch, one.product, one.pieces].join(' ')

/** What came to be after these steps, as somebody with pencil and paper would keep it. */
const keptAfter = (steps: readonly Step[]) => {
  const uploads: Kept[] = []
  const words: { readonly upload: number; readonly after: number }[] = []
  for (const each of steps) {
    if (each.kind === 'tell' || each.kind === 'file') {
      uploads.push({ sales: each.sales, isTyped: each.kind === 'tell', isLive: true })
      continue
    }
    const named = uploads[each.upload - 1]
    if (!named?.isLive) continue
    if (each.kind === 'undo') named.isLive = false
    else if (each.kind === 'correct' && named.isTyped) {
      named.isLive = false
      const sales = named.sales.map((one) => ({ ...one, pieces: each.pieces }))
      uploads.push({ sales, isTyped: true, isLive: true })
    } else if (each.kind === 'replace' && !named.isTyped) {
      words.push({ upload: each.upload, after: uploads.length })
    }
  }
  return { uploads, words }
}

/** Pieces by day, branch and product that count in the end. */
const countByHand = (steps: readonly Step[]): ReadonlyMap<string, number> => {
  const { uploads, words } = keptAfter(steps)
  const holds = (no: number, one: Sold): boolean =>
    uploads[no - 1]?.sales.some((other) => other.day === one.day && other.branch === one.branch) ??
    false
  const isShown = (no: number, one: Sold): boolean => {
    const word = words.findLast(
      (each) => uploads[each.upload - 1]?.isLive && holds(each.upload, one),
    )
    return word === undefined || word.upload === no || no > word.after
  }
  const shown = uploads.flatMap(({ sales, isLive, isTyped }, index) =>
    isLive
      ? sales
          .filter((one) => isShown(index + 1, one))
          .map((one) => ({ one, no: index + 1, isTyped }))
      : [],
  )
  const pieces = new Map<string, number>()
  for (const alike of Map.groupBy(shown, ({ one }) => keyOf(one)).values()) {
    const [first] = alike
    if (first === undefined) continue
    const filed = ownersOf(alike.filter(({ isTyped }) => !isTyped).map(({ no }) => no))
    const typed = alike.filter(({ isTyped }) => isTyped).map(({ no }) => no)
    const count = filed.length + typed.length - mostPairs(typed, filed)
    const { one } = first
    const place = [one.day, one.branch, one.product].join(' ')
    pieces.set(place, (pieces.get(place) ?? 0) + count * one.pieces)
  }
  return pieces
}

/** The file that counts each of the equal lines: the n-th belongs to the oldest that has n of them. */
const ownersOf = (files: readonly number[]): readonly number[] => {
  const counts = [...Map.groupBy(files, (no) => no)].map(([no, lines]) => ({ no, n: lines.length }))
  const most = Math.max(0, ...counts.map(({ n }) => n))
  return Array.from({ length: most }, (_, i) =>
    Math.min(...counts.filter(({ n }) => n > i).map(({ no }) => no)),
  )
}

/** How many typed sales can be found in files that came after them, one line for one; by trying everything. */
const mostPairs = (typed: readonly number[], filed: readonly number[]): number => {
  const [first, ...rest] = typed
  if (first === undefined) return 0
  const with_ = filed.flatMap((no, at) =>
    no > first ? [1 + mostPairs(rest, filed.toSpliced(at, 1))] : [],
  )
  return Math.max(mostPairs(rest, filed), ...with_)
}

/** One database for all runs: each is a shop of its own. */
const newShop = someIds('shop')
const worldOf = (): ImportWorld => ({
  store: home,
  pool,
  now: home.clock.now,
  newId: someIds(),
  passing: () => undefined,
  metrics: createMetrics(),
})

let pool: Pool
let home: Awaited<ReturnType<typeof aStore>>
beforeAll(async () => {
  home = await aStore()
  pool = createPool({ databaseUrl: home.url, fontDir: null })
})
afterAll(async () => {
  await pool.close()
  await home[Symbol.asyncDispose]()
})

test('whatever is typed, corrected, filed, replaced and taken back, each sale counts once', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      const shop = aShop({ id: newShop() })
      await home.ensureShop(shop, [])
      await play({ world: worldOf(), shop }, steps)
      expect(await counted(shop)).toEqual(sorted(countByHand(steps)))
    }),
    { numRuns: 120 },
  )
})

test('a file read the whole way, its receipt says what of the typed it has and what not', async () => {
  const shop = aShop()
  const world = worldOf()
  await home.ensureShop(shop, [])
  const told = (product: string): ToldSale => ({ ...saleOf(A_SALE), product, branch: null })
  for (const [at, product] of ['Mawar', 'Mawar', 'Lily'].entries()) {
    const publication = await stageTold(world, {
      ...TOLD,
      shop,
      no: at + 1,
      sales: [told(product)],
    })
    await home.apply([{ kind: 'publish', publication }])
  }
  const bytes = new TextEncoder().encode('tanggal,produk,jumlah,harga\n2026-03-01,Mawar,1,1000\n')
  const file = { shop, source: 'test', fileName: 'a.csv', bytes, answers: {} }
  const imported = await takeIn(world, file, (_, effects) => home.apply(effects))
  expect(imported).toMatchObject({ receipt: { newLines: 1, typed: { replaced: 1, kept: 2 } } })
  const [row] = await home.branchDays(shop.id, EVER)
  expect(row).toMatchObject({ lines: 3, revenue: 3 * PRICE * 100 })
})

const A_SALE: Sold = { day: 0, branch: 1, product: 1, pieces: 1 }
const TOLD = {
  name: 'typed',
  today: day('2026-04-01'),
  minute: null,
  hasReceipts: false,
}

const saleOf = (one: Sold): ToldSale => ({
  day: addDays(FIRST, one.day),
  product: `P${one.product}`,
  branch: `B${one.branch}`,
  kind: one.pieces < 0 ? 'refund' : 'sale',
  quantity: Math.abs(one.pieces) * 1000,
  revenue: Math.abs(one.pieces) * PRICE * 100,
  isUsualPrice: false,
  packs: null,
})

type Place = { readonly world: ImportWorld; readonly shop: Shop }

const play = async (place: Place, steps: readonly Step[]): Promise<void> => {
  const { world, shop } = place
  const uploads: Kept[] = []
  for (const each of steps) {
    if (each.kind === 'tell') await tell(place, uploads, { sales: each.sales, instead: null })
    else if (each.kind === 'file') await file(place, uploads, each.sales)
    else if (each.kind === 'correct') {
      const named = uploads[each.upload - 1]
      if (!named?.isLive || !named.isTyped) continue
      const sales = named.sales.map((one) => ({ ...one, pieces: each.pieces }))
      named.isLive = false
      await tell(place, uploads, { sales, instead: each.upload })
    } else {
      const named = uploads[each.upload - 1]
      if (each.kind === 'undo' && named) named.isLive = false
      // A typed sale is corrected, never offered to replace a day.
      if (each.kind === 'replace' && named?.isTyped) continue
      await world.store.apply([{ kind: each.kind, shopId: shop.id, upload: each.upload }])
    }
  }
}

const tell = async (
  { world, shop }: Place,
  uploads: Kept[],
  { sales, instead }: { readonly sales: readonly Sold[]; readonly instead: number | null },
): Promise<void> => {
  uploads.push({ sales, isTyped: true, isLive: true })
  const told = { ...TOLD, shop, no: uploads.length, sales: sales.map(saleOf) }
  const publication = await stageTold(world, told)
  await world.store.apply([
    { kind: 'publish', publication },
    ...(instead === null ? [] : [{ kind: 'undo' as const, shopId: shop.id, upload: instead }]),
  ])
}

/** Lines as the reader of files hands them over: the same key for the same sale, numbered where there are several. */
const file = async (
  { world, shop }: Place,
  uploads: Kept[],
  sales: readonly Sold[],
): Promise<void> => {
  uploads.push({ sales, isTyped: false, isLive: true })
  const { store } = world
  const shopId = shop.id
  const sha256 = `file ${uploads.length}`
  const no = await store.beginUpload({ shopId, source: 'test', fileName: 'a.csv', sha256 })
  const target = { shopId, upload: no }
  const settler = await startSettling(world, target)
  const stage = stager({ world, target, settler })
  const lines = sales.map((one, at): Line => {
    const sale = saleOf(one)
    const sign = one.pieces < 0 ? -1 : 1
    return {
      kind: 'sale',
      sale: {
        ...sale,
        row: at + 2,
        minute: null,
        variant: null,
        category: null,
        invoice: null,
        quantity: sign * sale.quantity,
        revenue: sign * (sale.revenue ?? 0),
      },
    }
  })
  for (const batch of packLines(lines, lines.length)) await stage(batch)
  const { basis } = await settler.finish()
  const days = sales.map((one) => dayNumber(FIRST) + one.day)
  const publication = {
    ...target,
    span: EVER,
    firstDay: Math.min(...days),
    lastDay: Math.max(...days),
    lines: lines.length,
    hasQuantity: true,
    hasMoney: true,
    currency: 'IDR',
    variantHeading: null,
    basis,
    receipt: '{}',
  }
  await store.apply([{ kind: 'publish', publication }])
}

const counted = async (shop: Shop): Promise<ReadonlyMap<string, number>> => {
  const rows = await home.topProductDays(shop.id, EVER, { recent: EVER, limit: 9 })
  return sorted(
    new Map(
      rows.map((row) => {
        const place = [
          row.day === FIRST ? 0 : 1,
          String(row.branch).slice(1),
          row.product.slice(1),
        ].join(' ')
        return [place, row.quantity / 1000]
      }),
    ),
  )
}

const sorted = (map: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...map].filter(([, pieces]) => pieces !== 0).sort())
