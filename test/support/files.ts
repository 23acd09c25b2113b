import { addDays, type Day, weekdayOf } from '../../src/sales/day.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A small CSV from its lines. */
export const csv = (...lines: readonly string[]): Uint8Array => bytesOf(`${lines.join('\n')}\n`)

export type MadeFile = {
  readonly bytes: Uint8Array
  readonly text: string
  /** Truth, summed while writing. */
  readonly lines: number
  readonly revenue: number
  readonly quantity: number
}

const WEEK = [1, 0.9, 0.95, 1, 1.2, 1.5, 1.3]
const GOODS = [
  { product: 'Mawar Merah', price: 15_000, daily: 20, colour: 'merah' },
  { product: 'Lily Putih', price: 25_000, daily: 8, colour: 'putih' },
  { product: 'Buket Wisuda', price: 150_000, daily: 3, colour: 'campur' },
] as const

/**
 * Twelve weeks of a flower shop with two branches and a steady week, in the columns of the old service.
 * `lastDayFactor` makes the last day of `lastDayBranch` (all branches when null) unusual.
 */
export const steadyShop = (options: {
  readonly until: Day
  readonly days?: number
  readonly lastDayFactor?: number
  readonly lastDayBranch?: string | null
}): MadeFile => {
  const { until, days = 84, lastDayFactor = 1, lastDayBranch = null } = options
  const rows: string[] = []
  let [revenue, quantity] = [0, 0]
  for (let back = days - 1; back >= 0; back--) {
    const date = addDays(until, -back)
    for (const [branch, share] of [
      ['Dago', 0.6],
      ['Setiabudi', 0.4],
    ] as const) {
      const touched = back === 0 && (lastDayBranch === null || lastDayBranch === branch)
      for (const { product, price, daily, colour } of GOODS) {
        const wobble = 1 + (((back * 7 + product.length * 3 + branch.length) % 5) - 2) * 0.03
        const week = WEEK[weekdayOf(date) - 1] ?? 1
        const sold = Math.round(daily * share * week * wobble * (touched ? lastDayFactor : 1))
        if (sold === 0) continue
        rows.push(`${date},${product},${sold},${price},${branch},${colour}`)
        revenue += sold * price
        quantity += sold
      }
    }
  }
  const text = `tanggal,produk,jumlah,harga,cabang,warna\n${rows.join('\n')}\n`
  return { bytes: bytesOf(text), text, lines: rows.length, revenue, quantity }
}
