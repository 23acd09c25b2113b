/** Rows as text the file reader understands, or what is wrong with them. */
type RowsText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string }

/** More names than any till exports; each becomes a column. */
const COLUMNS_MAX = 200

/**
 * Turns JSON rows (an array of flat objects, or `{rows: […]}`) into a CSV text whose heading is their
 * keys, so that the one reader of files reads these too. Row n of the array is line n + 1 of the text.
 */
export const rowsText = (json: unknown): RowsText => {
  const rows = rowsOf(json)
  if (rows === null)
    return { ok: false, why: 'JSON must be an array of objects, or {"rows": […]}.' }
  if (rows.length === 0) return { ok: false, why: 'There are no rows.' }
  const columns = new Set<string>()
  for (const [i, row] of rows.entries()) {
    const stray = strayField(row)
    if (stray !== null) return { ok: false, why: `Row ${i + 1}: ${stray}` }
    for (const name of Object.keys(row)) columns.add(name)
    if (columns.size > COLUMNS_MAX) return { ok: false, why: `More than ${COLUMNS_MAX} names.` }
  }
  const names = [...columns]
  const lines = rows.map((row) => names.map((name) => cell(row[name])).join(','))
  return { ok: true, text: `${[names.map(cell).join(','), ...lines].join('\n')}\n` }
}

type Row = Readonly<Record<string, unknown>>

const rowsOf = (json: unknown): readonly Row[] | null => {
  const list = isRow(json) ? json['rows'] : json
  return Array.isArray(list) && list.every(isRow) ? list : null
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const strayField = (row: Row): string | null => {
  const stray = Object.entries(row).find(([, value]) => typeof value === 'object' && value !== null)
  return stray === undefined ? null : `“${stray[0]}” must be text, a number, true, false or null.`
}

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'number' ? numberText(value) : String(value)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/
const THREE_DECIMALS = /\.\d{3}$/

/**
 * A JSON number is exact: 1.125 is one and an eighth. In a file it might be one thousand; a fourth
 * decimal takes that reading away.
 */
const numberText = (value: number): string => {
  const text = String(value)
  return THREE_DECIMALS.test(text) ? `${text}0` : text
}
