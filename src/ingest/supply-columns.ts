import type { TermKind } from '../sales/stock.ts'
import type { ColumnFacts, TableFacts } from './facts.ts'
import { normalHeader } from './header-words.ts'
import { cellAt, type Table } from './table.ts'

/** One term of supply as a list of goods states it: days, units, or major money for `cost`. */
export type ListedTerm = {
  readonly kind: TermKind
  readonly value: number
  /** Name of the pack, for `pack`. */
  readonly unit: string | null
}

/** A column of a list of goods that says how they are supplied. */
export type TermColumn = {
  readonly kind: TermKind
  readonly unit: string | null
  readonly column: ColumnFacts
}

/** Whole headings, normalised: in a list of sales most of these columns are there to be left alone. */
const HEADINGS: readonly (readonly [Exclude<TermKind, 'pack'>, string])[] = [
  [
    'lead',
    `lead time, lead days, lama kirim, waktu kirim, hari kirim, lama pengiriman, delivery days,
    delivery time`,
  ],
  ['review', 'pesan tiap, order tiap, siklus pesan, review days, order every, order cycle'],
  [
    'minimum',
    `min order, minimal order, minimal pesan, minimum order, minimum pesan, moq,
    minimum order quantity, min pesan`,
  ],
  ['shelf', 'masa simpan, umur simpan, tahan, tahan hari, shelf life, shelf life days, shelf days'],
  [
    'cost',
    `harga beli, harga modal, modal, hpp, harga pokok, cost, cost price, unit cost, buy price,
    buying price, purchase price`,
  ],
]

/** `isi`, `isi per dus`, `pack size`, `units per carton`: the pack is named where the heading does. */
const PACK = /^(?:isi(?: per)?|pack size|case size|units? per)(?: (\p{L}+))?$/u
/** What a pack is called when nobody says. */
const PACK_NAME = 'pack'

const KINDS: ReadonlyMap<string, TermKind> = new Map(
  HEADINGS.flatMap(([kind, headings]) =>
    headings.split(',').map((heading) => [heading.replace(/\s+/g, ' ').trim(), kind] as const),
  ),
)

/** The columns of a list that hold terms of supply, the first of each kind. */
export const termColumns = (
  { columns }: TableFacts,
  taken: readonly ColumnFacts[],
): readonly TermColumn[] => {
  const found = columns
    .filter((column) => column.filled > 0 && !taken.includes(column))
    .flatMap((column): TermColumn[] => {
      const heading = normalHeader(column.name)
      const pack = PACK.exec(heading)
      if (pack !== null) return [{ kind: 'pack', unit: pack[1] ?? PACK_NAME, column }]
      const kind = KINDS.get(heading)
      return kind === undefined ? [] : [{ kind, unit: null, column }]
    })
  return found.filter(({ kind }, i) => found.findIndex((each) => each.kind === kind) === i)
}

/** What the columns say in one row; cells without a positive number say nothing. */
export const termsAt = (
  table: Table,
  columns: readonly TermColumn[],
  row: number,
): readonly ListedTerm[] =>
  columns.flatMap(({ kind, unit, column }) => {
    const value = IN_DAYS.has(kind) ? daysAt(table, row, column) : numberAt(row, column)
    return value !== null && value > 0 ? [{ kind, value, unit }] : []
  })

const IN_DAYS: ReadonlySet<TermKind> = new Set(['lead', 'review', 'shelf'])

/** `2`, `2 hari`: read as written, because a heading such as `lead time` looks like a time of day. */
const daysAt = (table: Table, row: number, { index }: ColumnFacts): number | null => {
  const days = /^(\d{1,4})(?:[.,]0+)?\s*(?:hari|hr|days?|d)?$/i.exec(cellAt(table, row, index))?.[1]
  return days === undefined ? null : Number(days)
}

const numberAt = (row: number, { column, numbers }: ColumnFacts): number | null =>
  numbers.values[column.codes[row] ?? 0] ?? null
