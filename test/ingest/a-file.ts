import { linesOf, openFile, tallyLines } from '../../src/ingest/read.ts'
import type { Line, Opened, ReadHints } from '../../src/ingest/reading.ts'
import { day } from '../../src/sales/day.ts'
import type { Sale } from '../../src/sales/sale.ts'

/** An Indonesian flower shop on an ordinary day, with whatever the test wants otherwise. */
export const hints = (other: Partial<ReadHints> = {}): ReadHints => ({
  fileName: 'penjualan.csv',
  language: 'id',
  currency: 'IDR',
  today: day('2026-11-22'),
  answers: {},
  ...other,
})

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Lines of a file, each ended. */
export const csv = (...lines: string[]): string => `${lines.join('\n')}\n`

export const opened = (text: string, other: Partial<ReadHints> = {}): Opened =>
  openFile(bytesOf(text), hints(other))

export const linesIn = (text: string, other: Partial<ReadHints> = {}): Line[] => {
  const result = opened(text, other)
  if (result.outcome !== 'sales') throw new Error(`not read: ${JSON.stringify(result)}`)
  return [...linesOf(result)]
}

export const salesIn = (text: string, other: Partial<ReadHints> = {}): Sale[] =>
  linesIn(text, other).flatMap((line) => (line.kind === 'sale' ? [line.sale] : []))

export const tallied = (text: string, other: Partial<ReadHints> = {}) =>
  tallyLines(linesIn(text, other))

/** Net revenue in whole currency units with two decimals kept. */
export const revenueOf = (text: string, other: Partial<ReadHints> = {}): number | null => {
  const { revenue } = tallied(text, other).totals
  return revenue === null ? null : revenue / 100
}

export const rolesIn = (text: string, other: Partial<ReadHints> = {}) => {
  const result = opened(text, other)
  if (result.outcome === 'refused') throw new Error(`refused: ${result.reason}`)
  return result.understanding.columns
}
