import type {
  Anomaly,
  Basis,
  Explanation,
  Forecast,
  ForecastDay,
  Restock,
  Summary,
} from '../../src/analytics/findings.ts'
import type { RowProblem } from '../../src/ingest/reading.ts'
import type { Ranking } from '../../src/replies/products.ts'
import type { Receipt } from '../../src/replies/receipt.ts'
import type { Upload } from '../../src/replies/uploads.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { Language, Shop } from '../../src/sales/shop.ts'
import { adviceFrame, aRestockItem } from '../support/restock.ts'

/** A flower shop in Bandung with two branches, on 1 April 2026. Rupiah in sen, units in thousandths. */
export const rupiah = (major: number): number => major * 100
export const pieces = (count: number): number => count * 1000

export const today = day('2026-04-01')
/** 1 April 2026, 10.30 in Jakarta. */
export const now = Date.UTC(2026, 3, 1, 3, 30)
const hour = 3_600_000

export const aShop = (language: Language, change: Partial<Shop> = {}): Shop => ({
  id: 'mekar',
  name: 'Toko Bunga Mekar',
  language,
  timeZone: 'Asia/Jakarta',
  currency: 'IDR',
  closingHour: 0,
  ...change,
})

const tuesday = { from: day('2026-03-31'), to: day('2026-03-31') }
export const march = { from: day('2026-03-01'), to: day('2026-03-31') }

const aBasis = (change: Partial<Basis> = {}): Basis => ({
  span: tuesday,
  lines: 61,
  branches: 2,
  asOfMinute: 21 * 60,
  ...change,
})

export const aSummary = (change: Partial<Summary> = {}): Summary => ({
  span: tuesday,
  sums: {
    lines: 61,
    quantity: pieces(142),
    revenue: rupiah(1_640_000),
    refundLines: 0,
    refunds: 0,
  },
  receipts: 44,
  complete: true,
  comparison: { kind: 'weekday', expected: rupiah(1_460_000), change: 0.1233, days: 8 },
  bestSeller: { name: 'Mawar Merah', quantity: pieces(38), revenue: rupiah(570_000) },
  bestByRevenue: { name: 'Buket Wisuda', quantity: pieces(4), revenue: rupiah(600_000) },
  rising: { name: 'Buket Wisuda', quantity: pieces(12), gain: pieces(9) },
  slowMover: { name: 'Lily Putih', quietDays: 15, quantity28: 0 },
  branches: [
    { name: 'Dago', revenue: rupiah(951_200), share: 0.58 },
    { name: 'Setiabudi', revenue: rupiah(688_800), share: 0.42 },
  ],
  favouriteVariant: { name: 'merah', quantity: pieces(310), share: 0.44 },
  trend: { direction: 'up', change: 0.08, p: 0.04 },
  basis: aBasis(),
  ...change,
})

export const aMonth = (change: Partial<Summary> = {}): Summary =>
  aSummary({
    span: march,
    sums: {
      lines: 1284,
      quantity: pieces(3120),
      revenue: rupiah(48_250_000),
      refundLines: 4,
      refunds: rupiah(750_000),
    },
    comparison: { kind: 'previous', expected: rupiah(44_900_000), change: 0.0746, days: 28 },
    bestSeller: { name: 'Mawar Merah', quantity: pieces(1140), revenue: rupiah(17_100_000) },
    branches: [
      { name: 'Dago', revenue: rupiah(22_195_000), share: 0.46 },
      { name: 'Setiabudi', revenue: rupiah(16_887_500), share: 0.35 },
      { name: 'Buah Batu', revenue: rupiah(9_167_500), share: 0.19 },
    ],
    basis: aBasis({ span: march, lines: 1284, branches: 3 }),
    ...change,
  })

export const aRanking = (change: Partial<Ranking> = {}): Ranking => ({
  span: march,
  products: [
    { name: 'Mawar Merah', quantity: pieces(1140), revenue: rupiah(17_100_000) },
    { name: 'Buket Wisuda', quantity: pieces(86), revenue: rupiah(12_900_000) },
    { name: 'Baby Breath', quantity: pieces(74), revenue: rupiah(2_590_000) },
    { name: 'Krisan Kuning', quantity: pieces(61), revenue: rupiah(915_000) },
    { name: 'Anggrek Bulan', quantity: pieces(22), revenue: rupiah(3_300_000) },
    { name: 'Lily Putih', quantity: pieces(3), revenue: rupiah(90_000) },
  ],
  slowMover: { name: 'Lily Putih', quietDays: 15, quantity28: 0 },
  basis: aBasis({ span: march, lines: 1284, branches: 3 }),
  ...change,
})

const forecastDay = (offset: number, likely: number, spread: number): ForecastDay => ({
  day: addDays(today, 1 + offset),
  likely: pieces(likely),
  low: pieces(likely - spread),
  high: pieces(likely + spread),
})

const WEEK = [60, 66, 84, 40, 44, 47, 52]

export const aForecast = (change: Partial<Forecast> = {}): Forecast => ({
  from: addDays(today, 1),
  products: [
    {
      product: 'Mawar Merah',
      days: WEEK.map((likely, i) => forecastDay(i, likely * 0.6, 6)),
      class: 'regular',
    },
    {
      product: 'Buket Wisuda',
      days: WEEK.map((_, i) => forecastDay(i, 9.4, 2.6)),
      class: 'regular',
    },
    { product: 'Lily Putih', days: WEEK.map((_, i) => forecastDay(i, 4.4, 1.5)), class: 'rare' },
    { product: 'Pot Keramik', days: WEEK.map((_, i) => forecastDay(i, 0.2, 0.2)), class: 'rare' },
  ],
  total: WEEK.map((likely, i) => forecastDay(i, likely, 9)),
  revenue: WEEK.map((likely, i) => ({
    day: addDays(today, 1 + i),
    likely: rupiah(likely * 21_500),
    low: rupiah((likely - 9) * 21_500),
    high: rupiah((likely + 9) * 21_500),
  })),
  score: {
    day: day('2026-03-31'),
    range: { likely: pieces(57), low: pieces(48), high: pieces(66) },
    actual: pieces(57),
  },
  closedWeekdays: [],
  special: [],
  openDays: 74,
  basis: aBasis({ span: { from: day('2026-01-13'), to: day('2026-03-31') }, lines: 3402 }),
  ...change,
})

export const aRestock = (change: Partial<Restock> = {}): Restock => ({
  ...adviceFrame,
  restock: [
    aRestockItem({
      product: 'Mawar Merah',
      toHave: pieces(200),
      perDay: pieces(58),
      lastDays: { days: 28, quantity: pieces(1610) },
      onHand: pieces(40),
    }),
    aRestockItem({
      product: 'Buket Wisuda',
      ref: 13,
      toHave: pieces(34),
      perDay: 9_400,
      lastDays: { days: 28, quantity: pieces(255) },
      onHand: pieces(6),
    }),
    aRestockItem({
      product: 'Baby Breath',
      ref: 14,
      toHave: pieces(14),
      perDay: 2_600,
      lastDays: { days: 28, quantity: pieces(74) },
      onHand: pieces(0),
    }),
  ],
  reduce: [
    {
      product: 'Lily Putih',
      quantity28: 0,
      quantityBefore28: pieces(18),
      quietDays: 15,
    },
    {
      product: 'Krisan Kuning',
      quantity28: pieces(61),
      quantityBefore28: pieces(97),
      quietDays: 0,
    },
  ],
  basis: aBasis({ span: { from: day('2026-01-13'), to: day('2026-03-31') }, lines: 3402 }),
  ...change,
})

export const withoutStock = (restock: Restock): Restock => ({
  ...restock,
  counted: null,
  restock: restock.restock.map((item) => ({
    ...item,
    onHand: null,
    usable: null,
    coverDays: null,
    needed: item.toHave,
    order: item.toHave,
    ladder: [
      { level: 0.8, toHave: item.toHave - pieces(6) },
      { level: 0.9, toHave: item.toHave },
      { level: 0.95, toHave: item.toHave + pieces(5) },
    ],
  })),
})

/** The roses of the dialogue: bunches of 20, delivered in two days, good for five. */
export const inBunches = (): Restock => {
  const [roses] = aRestock().restock
  if (roses === undefined) throw new Error('no roses')
  return aRestock({
    restock: [
      {
        ...roses,
        toHave: pieces(196),
        needed: pieces(156),
        assumed: false,
        shelfDays: 5,
        level: 0.75,
        levelWhy: 'perishable',
        packs: { count: 8, name: 'ikat', size: pieces(20) },
      },
    ],
    reduce: [],
  })
}

export const anAnomaly = (change: Partial<Anomaly> = {}): Anomaly => ({
  day: day('2026-03-31'),
  scope: { kind: 'branch', name: 'Dago' },
  direction: 'down',
  zeroDay: false,
  actual: rupiah(410_000),
  usual: { likely: rupiah(1_280_000), low: rupiah(1_100_000), high: rupiah(1_520_000) },
  score: -4.2,
  causes: [
    {
      kind: 'product',
      name: 'Buket Wisuda',
      actual: rupiah(70_000),
      expected: rupiah(630_000),
      delta: rupiah(-560_000),
      share: 0.64,
    },
    {
      kind: 'receipts',
      name: '',
      actual: 17,
      expected: 34,
      delta: rupiah(-640_000),
      share: 0.74,
    },
    {
      kind: 'basket',
      name: '',
      actual: rupiah(24_100),
      expected: rupiah(37_600),
      delta: rupiah(-230_000),
      share: 0.26,
    },
  ],
  othersNormal: true,
  ...change,
})

export const anExplanation = (change: Partial<Explanation> = {}): Explanation => ({
  span: tuesday,
  actual: rupiah(410_000),
  expected: rupiah(1_280_000),
  change: -0.68,
  causes: anAnomaly().causes,
  basis: aBasis({ lines: 17, branches: 1 }),
  ...change,
})

export const aReceipt = (change: Partial<Receipt> = {}): Receipt => ({
  uploadId: 'u7',
  fileName: 'penjualan_maret.csv',
  span: march,
  lines: 1284,
  newLines: 1284,
  knownLines: 0,
  sharedDays: 0,
  earlierAt: null,
  revenue: rupiah(48_250_000),
  gross: rupiah(48_250_000),
  refunds: 0,
  refundLines: 0,
  quantity: pieces(3120),
  branches: 3,
  products: 42,
  skipped: [{ reason: 'no-date', count: 12 }],
  totalRows: 1,
  currency: 'IDR',
  hasQuantity: true,
  hasMoney: true,
  ...change,
})

export const uploads: readonly Upload[] = [
  {
    id: 'u7',
    fileName: 'penjualan_maret.csv',
    at: now - hour,
    lines: 1284,
    revenue: rupiah(48_250_000),
    span: march,
    state: 'live',
  },
  {
    id: 'u6',
    fileName: 'penjualan_maret (1).csv',
    at: now - 2 * hour,
    lines: 1281,
    revenue: rupiah(48_100_000),
    span: march,
    state: 'undone',
  },
  {
    id: 'u5',
    fileName: 'stok dan jual feb.csv',
    at: now - 700 * hour,
    lines: 1102,
    revenue: null,
    span: { from: day('2026-02-01'), to: day('2026-02-28') },
    state: 'live',
  },
]

export const problems: readonly RowProblem[] = [
  { row: 17, column: 'tanggal', value: '31/31/2026', reason: 'bad-date', text: '31/31/2026;Mawar' },
  { row: 40, column: 'tanggal', value: '', reason: 'no-date', text: ';Lily Putih;3;45000' },
  {
    row: 112,
    column: 'jumlah',
    value: 'tiga',
    reason: 'bad-number',
    text: '2026-03-04;Mawar;tiga',
  },
  { row: 313, column: null, value: '', reason: 'broken-line', text: '"Krisan;4' },
  { row: 318, column: 'produk', value: '', reason: 'no-product', text: '2026-03-09;;4;60000' },
  { row: 401, column: 'jumlah', value: '1e99', reason: 'out-of-range', text: 'x' },
]

export const hoursAgo = (count: number): number => now - count * hour
