import { type WriteSheet, writeOds, writeXlsx } from 'hucre'
import { linesOf, openAny, tallyLines } from '../../src/ingest/read.ts'
import type { Opened, ReadHints } from '../../src/ingest/reading.ts'
import { hints } from './a-file.ts'

export type Cell = string | number | boolean | Date | null

/** A real date in a sheet: midnight, or the time, of the day as the sheet shows it. */
export const on = (iso: string): Date => new Date(`${iso.includes('T') ? iso : `${iso}T00:00`}Z`)

export const xlsx = (rows: Cell[][], other: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  xlsxOf([{ name: 'Penjualan', rows, ...other }])

export const xlsxOf = (sheets: WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets })
export const ods = (sheets: WriteSheet[]): Promise<Uint8Array> => writeOds({ sheets })

export const openedFrom = (
  bytes: Uint8Array | Promise<Uint8Array>,
  other: Partial<ReadHints> = {},
): Promise<Opened> => Promise.resolve(bytes).then((file) => openAny(file, hints(other)))

/** The file as read, or a failing test that says why not. */
export const readFrom = async (
  bytes: Uint8Array | Promise<Uint8Array>,
  other: Partial<ReadHints> = {},
) => {
  const opened = await openedFrom(bytes, other)
  if (opened.outcome !== 'sales') throw new Error(`not read: ${JSON.stringify(opened)}`)
  const lines = [...linesOf(opened)]
  return {
    understanding: opened.understanding,
    lines,
    sales: lines.flatMap((line) => (line.kind === 'sale' ? [line.sale] : [])),
    problems: lines.flatMap((line) => (line.kind === 'problem' ? [line.problem] : [])),
    totals: tallyLines(lines).totals,
  }
}

export const HEADINGS: Cell[] = ['Tanggal', 'Produk', 'Jumlah', 'Total']
