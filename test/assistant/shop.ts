import type { Anomaly, Forecast, Restock, Summary } from '../../src/analytics/findings.ts'
import { STORY, type Telling } from '../../src/assistant/check.ts'
import type { FactFormat, Findings } from '../../src/assistant/facts.ts'
import { addDays, day } from '../../src/sales/day.ts'
import { NO_SUMS } from '../../src/sales/totals.ts'
import { adviceFrame, aRestockItem } from '../support/restock.ts'

/** A flower shop with names and figures that are easy to find again in what leaves the process. */

const TUESDAY = day('2026-03-31')
const BASIS = { span: { from: TUESDAY, to: TUESDAY }, lines: 8_761, branches: 2, asOfMinute: 1_260 }

/** The report's part in words, in this language. */
export const story = (language: Telling['language']): Telling => ({ language, length: STORY })

export const aSummary = (changes: Partial<Summary> = {}): Summary => ({
  span: { from: TUESDAY, to: TUESDAY },
  sums: { ...NO_SUMS, lines: 8_761, quantity: 138_000, revenue: 164_700_300 },
  receipts: 61,
  complete: true,
  comparison: { kind: 'weekday', expected: 146_000_000, change: 0.128, days: 8 },
  bestSeller: { name: 'Mawar Merah', quantity: 38_000, revenue: 57_000_000 },
  bestByRevenue: { name: 'Buket Wisuda', quantity: 12_000, revenue: 90_000_000 },
  rising: { name: 'Buket Wisuda', quantity: 12_000, gain: 9_000 },
  slowMover: { name: 'Lily Putih', quietDays: 14, quantity28: 0 },
  branches: [
    { name: 'Dago', revenue: 95_000_000, share: 0.58 },
    { name: 'Setiabudi', revenue: 69_000_000, share: 0.42 },
  ],
  favouriteVariant: { name: 'merah', quantity: 61_000, share: 0.4 },
  trend: { direction: 'up', change: 0.034, p: 0.03 },
  basis: BASIS,
  ...changes,
})

export const anAnomaly = (changes: Partial<Anomaly> = {}): Anomaly => ({
  day: day('2026-03-28'),
  scope: { kind: 'branch', name: 'Dago' },
  direction: 'down',
  zeroDay: false,
  actual: 41_000_000,
  usual: { likely: 128_000_000, low: 110_000_000, high: 150_000_000 },
  score: -4.2,
  causes: [
    {
      kind: 'product',
      name: 'Buket Wisuda',
      actual: 1_500_000,
      expected: 60_000_000,
      delta: -58_500_000,
      share: 0.67,
    },
  ],
  othersNormal: true,
  ...changes,
})

export const aForecast = (): Forecast => {
  const tomorrow = addDays(TUESDAY, 1)
  const total = [{ day: tomorrow, likely: 60_000, low: 52_000, high: 70_000 }]
  return {
    from: tomorrow,
    products: [
      {
        product: 'Mawar Merah',
        days: [{ day: tomorrow, likely: 41_000, low: 33_000, high: 47_000 }],
        class: 'regular',
      },
    ],
    total,
    revenue: [{ day: tomorrow, likely: 150_000_000, low: 120_000_000, high: 190_000_000 }],
    score: null,
    closedWeekdays: [],
    special: [],
    openDays: 77,
    basis: BASIS,
  }
}

export const aRestock = (): Restock => ({
  ...adviceFrame,
  days: 5,
  restock: [
    aRestockItem({
      product: 'Mawar Merah',
      toHave: 290_000,
      perDay: 58_000,
      lastDays: { days: 7, quantity: 402_000 },
      onHand: 130_000,
    }),
  ],
  reduce: [{ product: 'Lily Putih', quantity28: 3_000, quantityBefore28: 21_000, quietDays: 14 }],
  basis: BASIS,
})

export const someFindings = (changes: Partial<Findings> = {}): Findings => ({
  summary: aSummary(),
  forecast: aForecast(),
  restock: aRestock(),
  anomalies: [anAnomaly()],
  ...changes,
})

export const FORMAT: FactFormat = {
  money: (units) => `Rp ${Math.round(units / 100).toLocaleString('id-ID')}`,
  quantity: (thousandths) => `${thousandths / 1000}`,
  quantityRange: (low, high) => `${low / 1000}-${high / 1000}`,
  percent: (ratio) => `${Math.round(ratio * 100)}%`,
  day: (value) => `${Number(value.slice(8))} Mar`,
  span: ({ to }) => `Selasa ${Number(to.slice(8))} Mar`,
  count: String,
  name: (name) => name,
  cause: (kind) => (kind === 'receipts' ? 'jumlah pembeli' : 'belanja per pembeli'),
}
