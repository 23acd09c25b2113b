import {
  addDays,
  type Day,
  day,
  dayFromNumber,
  dayNumber,
  type Span,
  weekdayOf,
} from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { openStore } from '../../src/store/store.ts'
import type { LabelKind } from '../../src/store/tables.ts'
import { seededRandom } from './random.ts'

/** The flower shop of the question set, nearly five years old; its newest day is yesterday. */
const FLOWER_YEARS = { from: day('2022-01-01'), to: day('2026-11-21') }

const GOODS = [
  { name: 'Mawar Merah', color: 'merah', category: 'Bunga Potong', price: 15_000, pull: 9 },
  { name: 'Mawar Putih', color: 'putih', category: 'Bunga Potong', price: 16_000, pull: 6 },
  { name: 'Lily Putih', color: 'putih', category: 'Bunga Potong', price: 35_000, pull: 3 },
  { name: 'Anggrek Bulan', color: 'pink', category: 'Bunga Potong', price: 90_000, pull: 1 },
  { name: 'Bunga Matahari', color: 'kuning', category: 'Bunga Potong', price: 25_000, pull: 4 },
  { name: 'Buket Wisuda', color: 'pink', category: 'Buket', price: 150_000, pull: 2 },
  { name: 'Baby Breath', color: 'putih', category: 'Bunga Potong', price: 20_000, pull: 5 },
  { name: 'Tulip', color: 'kuning', category: 'Bunga Potong', price: 40_000, pull: 3 },
] as const
const BRANCHES = ['Dago', 'Setiabudi', 'Kemang'] as const
const COLORS = ['merah', 'putih', 'kuning', 'pink'] as const
const CATEGORIES = ['Bunga Potong', 'Buket'] as const
/** How busy each hour of an open day is, from 8 o'clock on. */
const HOURS = [2, 3, 5, 4, 6, 4, 3, 4, 7, 9, 6, 3]
const OPENING = 8
const RECEIPTS_A_DAY = 14
/** Days in one batch; it bounds what is in memory at once. */
const BATCH_DAYS = 60

type Line = {
  readonly day: number
  readonly minute: number
  /** Places in the lists above. */
  readonly product: number
  readonly branch: number
  readonly quantity: number
  readonly receipt: string
}

const WRITTEN_AT = Date.parse('2026-11-21T14:00:00Z')

/** Writes the shop's five years into an empty database; the same ones on every machine. */
export const writeFlowerYears = async (databaseUrl: string, shop: Shop): Promise<void> => {
  const store = await openStore(databaseUrl, { now: () => WRITTEN_AT, newId: () => 'flower' })
  await store.ensureShop(shop, [])
  const ids = await labelled(store, shop.id)
  const upload = { shopId: shop.id, source: 'test', fileName: 'bunga.csv', sha256: 'bunga' }
  const target = { shopId: shop.id, upload: await store.beginUpload(upload) }
  let lines = 0
  for (const batch of batches()) {
    lines += batch.length
    await store.stageLines(target, columns(batch, ids, lines))
  }
  const { from, to } = FLOWER_YEARS
  const bounds = { from: dayNumber(from), to: dayNumber(to) }
  const basis = await store.salesVersion(shop.id)
  await store.settleDays(target, bounds)
  await store.publish({
    ...target,
    span: FLOWER_YEARS,
    firstDay: bounds.from,
    lastDay: bounds.to,
    lines,
    hasQuantity: true,
    hasMoney: true,
    currency: shop.currency,
    variantHeading: 'warna',
    basis,
    receipt: '{}',
  })
  await store.close()
}

type Ids = Readonly<Record<LabelKind, readonly number[]>>

const labelled = async (
  store: Awaited<ReturnType<typeof openStore>>,
  shopId: string,
): Promise<Ids> => {
  const add = async (kind: LabelKind, names: readonly string[]) =>
    (
      await store.addLabels(
        shopId,
        names.map((text, index) => ({ kind, index, text })),
      )
    )
      .toSorted((a, b) => a.index - b.index)
      .map(({ id }) => id)
  return {
    product: await add(
      'product',
      GOODS.map(({ name }) => name),
    ),
    branch: await add('branch', BRANCHES),
    variant: await add('variant', COLORS),
    category: await add('category', CATEGORIES),
  }
}

function* batches(): Generator<readonly Line[]> {
  const chance = seededRandom(2026)
  let batch: Line[] = []
  for (let on = FLOWER_YEARS.from, n = 1; on <= FLOWER_YEARS.to; on = addDays(on, 1), n += 1) {
    batch.push(...dayOfSales(on, chance))
    if (n % BATCH_DAYS !== 0) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Weekends sell more, and so does each year than the one before. */
const dayOfSales = (on: Day, chance: () => number): readonly Line[] => {
  const growth = 1 + (Number(on.slice(0, 4)) - 2022) * 0.08
  const weekend = weekdayOf(on) >= 6 ? 1.6 : 1
  const receipts = Math.round(RECEIPTS_A_DAY * growth * weekend * (0.7 + 0.6 * chance()))
  return Array.from({ length: receipts }, (_, r): Line[] => {
    const branch = pick([5, 3, 2], chance)
    const minute = (OPENING + pick(HOURS, chance)) * 60 + Math.floor(chance() * 60)
    return Array.from({ length: 1 + Math.floor(chance() * 2.2) }, () => ({
      day: dayNumber(on),
      minute,
      branch,
      product: pick(
        GOODS.map(({ pull }) => pull),
        chance,
      ),
      quantity: 1 + Math.floor(chance() * 6),
      receipt: `${on}-${r}`,
    }))
  }).flat()
}

/** One line as a till prints it; money in minor units, quantity in whole things. */
export type FlowerSale = {
  readonly day: Day
  readonly hour: number
  readonly product: string
  readonly color: string
  readonly category: string
  readonly branch: string
  readonly quantity: number
  readonly revenue: number
  readonly receipt: string
}

/** The lines of these days, straight from their making: what any answer can be counted again from. */
export const flowerSales = (span: Span): readonly FlowerSale[] =>
  [...batches()].flat().flatMap((line): FlowerSale[] => {
    const on = dayFromNumber(line.day)
    if (on < span.from || on > span.to) return []
    const { name, color, category, price } = GOODS[line.product] ?? GOODS[0]
    const { quantity, receipt } = line
    const branch = BRANCHES[line.branch] ?? BRANCHES[0]
    const goods = { product: name, color, category, branch }
    const hour = Math.floor(line.minute / 60)
    return [{ ...goods, day: on, hour, quantity, receipt, revenue: quantity * price * 100 }]
  })

/** A place in the list, the likelier the higher its weight. */
const pick = (weights: readonly number[], chance: () => number): number => {
  let left = chance() * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return Math.max(0, found)
}

const columns = (lines: readonly Line[], ids: Ids, counted: number) => {
  const receipts = ['', ...new Set(lines.map(({ receipt }) => receipt))]
  const places = new Map(receipts.map((receipt, i) => [receipt, i]))
  const goods = (line: Line) => GOODS[line.product] ?? GOODS[0]
  return {
    rows: lines.map((_, i) => counted - lines.length + i + 2),
    days: lines.map((line) => line.day),
    minutes: lines.map((line) => line.minute),
    products: lines.map((line) => ids.product[line.product] ?? 0),
    variants: lines.map((line) => ids.variant[COLORS.indexOf(goods(line).color)] ?? 0),
    categories: lines.map((line) => ids.category[CATEGORIES.indexOf(goods(line).category)] ?? 0),
    branches: lines.map((line) => ids.branch[line.branch] ?? 0),
    quantities: lines.map((line) => line.quantity * 1000),
    revenues: lines.map((line) => line.quantity * goods(line).price * 100),
    refunds: lines.map(() => 0),
    invoices: lines.map((line) => places.get(line.receipt) ?? 0),
    receipts,
    keys: lines.map((_, i) => counted - lines.length + i),
    occurrences: lines.map(() => 0),
  }
}
