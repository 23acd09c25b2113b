// Faults of delimited files after the Pollock benchmark (Vitagliano et al., "Pollock: A Data Loading
// Benchmark", VLDB 2023), rendered anew from a table of our own, and its way of scoring a loader.
import { decode } from '../../src/ingest/decode.ts'
import { findHeader, headingSenses } from '../../src/ingest/header.ts'
import { tableIn } from '../../src/ingest/read.ts'
import { cellAt, rowCells, type Table } from '../../src/ingest/table.ts'
import { seededRandom } from '../support/random.ts'

type Loaded = {
  readonly header: readonly string[]
  readonly records: readonly (readonly string[])[]
}

/** A spoiled file and what a loader should find in it. */
type Polluted = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly truth: Loaded
  /** Files of the benchmark that this one stands for: more than 1 where only some places are tried. */
  readonly files: number
  /** How often the fault was met in the benchmark's survey, shared among the files that show it. */
  readonly weight: number
}

const HEADER = [
  'DATE',
  'TIME',
  'Qty',
  'PRODUCTID',
  'Price',
  'ProductType',
  'ProductDescription',
  'URL',
  'Comments',
]
const RECORDS = 83
const WIDTH = HEADER.length

const FLOWERS = [
  'Red Roses, long stem',
  'Lily "Casablanca" 24"',
  "Florist's Choice Bouquet",
  'Orchid in a pot; white',
  'Dried Hydrangea',
]
const WORDS =
  "fresh cut this morning, wrapped in paper, lasts a week in water, our grower's best, with a card".split(
    ', ',
  )

/** 84 rows and 9 columns of a flower shop's web orders: dates, prices, sentences, an empty column. */
const source: Loaded = (() => {
  const chance = seededRandom(84)
  const pick = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? ''
  const records = Array.from({ length: RECORDS }, (_, i) => {
    const id = `FL-${1000 + Math.floor(chance() * 9000)}`
    return [
      `${String(13 + (i % 16)).padStart(2, '0')}/${String(1 + Math.floor(i / 16)).padStart(2, '0')}/2026`,
      `${String(8 + (i % 12)).padStart(2, '0')}:${i % 2 === 0 ? '15' : '45'}`,
      String(1 + Math.floor(chance() * 30)),
      id,
      `$${(chance() * 90).toFixed(2)}`,
      pick(FLOWERS),
      `${pick(WORDS)}, ${pick(WORDS)}.`,
      `https://shop.example/item/${id}.html`,
      '',
    ]
  })
  return { header: HEADER, records }
})()

type Dialect = {
  readonly delimiter: string
  readonly end: string
  readonly quote: string
  readonly escapedBy: string
  readonly finalEnd: boolean
}

const STANDARD: Dialect = {
  delimiter: ',',
  end: '\r\n',
  quote: '"',
  escapedBy: '"',
  finalEnd: true,
}

const ROWS = [source.header, ...source.records]

const cellText = (cell: string, { delimiter, quote, escapedBy }: Dialect): string => {
  const isBare = !cell.includes(delimiter.trim() || delimiter) && !cell.includes(quote)
  return isBare ? cell : quote + cell.replaceAll(quote, escapedBy + quote) + quote
}

const rowText = (cells: readonly string[], dialect: Dialect): string =>
  cells.map((cell) => cellText(cell, dialect)).join(dialect.delimiter)

const fileText = (lines: readonly string[], { end, finalEnd }: Dialect): string =>
  lines.join(end) + (finalEnd ? end : '')

const rendered = (rows: readonly (readonly string[])[], changes: Partial<Dialect> = {}): string => {
  const dialect = { ...STANDARD, ...changes }
  return fileText(
    rows.map((row) => rowText(row, dialect)),
    dialect,
  )
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** How often each fault was met among the survey's files (4,450 in all). */
const SURVEY = {
  'line feeds only': 1691,
  semicolons: 834,
  'no header': 470,
  preamble: 282,
  'extra delimiter': 278,
  'missing delimiter': 247,
  'no final line end': 184,
  'comma and space': 101,
  'second table': 3 * 63,
  'header of several rows': 2 * 47,
  'seldom met': 80,
} as const

type Fault = keyof typeof SURVEY
type Draft = Omit<Polluted, 'weight' | 'bytes' | 'files'> & {
  readonly files?: number
  readonly fault: Fault
  readonly text: string
  readonly encoding?: 'utf-16le' | 'latin1'
}

const whole = (name: string, text: string, fault: Fault = 'seldom met'): Draft => ({
  name,
  text,
  fault,
  truth: source,
})

const preambles = (): Draft[] => {
  const plain = ['Web orders of the flower shop', 'Printed on Monday', 'All branches']
  const delimited = plain.map((line) => line + ','.repeat(WIDTH - 1))
  const body = rendered(ROWS)
  const above = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n${body}`
  return [
    whole('preamble', above(plain), 'preamble'),
    whole('preamble, delimited', above(delimited), 'preamble'),
    whole('preamble and an empty line', above([...plain, '']), 'preamble'),
    whole('preamble and an empty row', above([...delimited, ',,,,,,,,']), 'preamble'),
  ]
}

const dialects = (): Draft[] => [
  whole('as it should be', rendered(ROWS)),
  whole('line feeds only', rendered(ROWS, { end: '\n' }), 'line feeds only'),
  whole('carriage returns only', rendered(ROWS, { end: '\r' })),
  whole('doubled carriage returns', rendered(ROWS, { end: '\r\r\n' })),
  whole('semicolons', rendered(ROWS, { delimiter: ';' }), 'semicolons'),
  whole('tabs', rendered(ROWS, { delimiter: '\t' })),
  whole('pipes', rendered(ROWS, { delimiter: '|' })),
  whole('spaces', rendered(ROWS, { delimiter: ' ' })),
  whole('comma and space', rendered(ROWS, { delimiter: ', ' }), 'comma and space'),
  whole('single quotes', rendered(ROWS, { quote: "'", escapedBy: "'" })),
  whole('backslash before a quote', rendered(ROWS, { escapedBy: '\\' })),
  whole('every cell quoted', fileText(ROWS.map(allQuoted), STANDARD)),
  whole('no final line end', rendered(ROWS, { finalEnd: false }), 'no final line end'),
  whole('two final line ends', `${rendered(ROWS)}\r\n`),
  { ...whole('UTF-16', `\ufeff${rendered(ROWS)}`), encoding: 'utf-16le' },
  { ...whole('Latin-1', rendered(ROWS)), encoding: 'latin1' },
  whole('UTF-8 with a byte-order mark', `\ufeff${rendered(ROWS)}`),
]

const allQuoted = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

const NOTHING: Loaded = { header: [], records: [] }

const dimensions = (): Draft[] => {
  const some = (name: string, truth: Loaded, fault: Fault = 'seldom met'): Draft => {
    const rows = truth.header.length > 0 ? [truth.header, ...truth.records] : truth.records
    return { name, text: rendered(rows), fault, truth }
  }
  const cut = (width: number): Loaded => ({
    header: source.header.slice(0, width),
    records: source.records.map((record) => record.slice(0, width)),
  })
  const wide = (row: readonly string[], cell: (i: number) => string) => [
    ...row,
    ...Array.from({ length: 100 }, (_, i) => cell(i)),
  ]
  return [
    { name: 'an empty file', text: '', fault: 'seldom met', truth: NOTHING },
    some('a header alone', { header: source.header, records: [] }),
    { ...some('a header without line end', { header: HEADER, records: [] }), text: HEADER.join() },
    some('one record', { header: source.header, records: source.records.slice(0, 1) }),
    some('one record, no header', { header: [], records: source.records.slice(0, 1) }),
    some('no header', { header: [], records: source.records }, 'no header'),
    some('one column', cut(1)),
    some('five columns', cut(5)),
    some('109 columns', {
      header: wide(source.header, (i) => `col${i}`),
      records: source.records.map((record) => wide(record, (i) => `v${i}`)),
    }),
    some('the table ten times', {
      header: source.header,
      records: Array.from({ length: 10 }, () => source.records).flat(),
    }),
  ]
}

/** A second table below: the first heading again with fewer, as many or more columns, and nine rows. */
const secondTables = (): Draft[] =>
  [6, WIDTH, 12].flatMap((width) => {
    const sized = (row: readonly string[], filler: string) =>
      Array.from({ length: width }, (_, i) => row[i] ?? `${filler}${i}`)
    const second = [sized(HEADER, 'col'), ...source.records.slice(0, 9).map((r) => sized(r, 'v'))]
    return ['', '\r\n'].map((gap) =>
      whole(
        `second table of ${width} columns${gap === '' ? '' : ' behind an empty line'}`,
        rendered(ROWS) + gap + rendered(second),
        'second table',
      ),
    )
  })

const tallHeaders = (): Draft[] =>
  [2, 3].map((rows) => ({
    name: `header of ${rows} rows`,
    text: rendered([...Array.from({ length: rows - 1 }, () => HEADER), ...ROWS]),
    fault: 'header of several rows' as const,
    truth: {
      header: HEADER.map((name) => Array.from({ length: rows }, () => name).join(' ')),
      records: source.records,
    },
  }))

/** One line spoiled, every other as it should be. */
const withLine = (at: number, line: string): string =>
  fileText(
    ROWS.map((row, i) => (i === at ? line : rowText(row, STANDARD))),
    STANDARD,
  )

/** Spoils one cell at a time: in the heading, which stands for itself, and in each `step`-th record. */
const eachCell = (step: number, spoil: (row: number, column: number) => Draft[]): Draft[] =>
  ROWS.flatMap((_, row) => {
    if (row > 0 && row % step !== step >> 1) return []
    const drafts = HEADER.flatMap((_name, column) => spoil(row, column))
    return drafts.map((draft) => ({ ...draft, files: row === 0 ? 1 : step }))
  })

const changed = (row: number, change: (cells: readonly string[]) => readonly string[]): Loaded => {
  const rows = ROWS.map((cells, i) => (i === row ? change(cells) : cells))
  return { header: rows[0] ?? [], records: rows.slice(1) }
}

const cellsOf = (row: number): string[] => (ROWS[row] ?? []).map((cell) => cellText(cell, STANDARD))

const extraDelimiters = (step: number): Draft[] =>
  eachCell(step, (row, column) => {
    const shift = <T>(cells: readonly T[], empty: T) => cells.toSpliced(column, 0, empty)
    return [
      {
        name: `extra delimiter, row ${row}, column ${column}`,
        text: withLine(row, shift(cellsOf(row), '').join(',')),
        fault: 'extra delimiter',
        truth: changed(row, (cells) => shift(cells, '')),
      },
    ]
  })

const missingDelimiters = (step: number): Draft[] =>
  eachCell(step, (row, column) => {
    if (column === 0) return []
    const cells = cellsOf(row)
    const before = cells.slice(0, column).join(',')
    return [
      {
        ...whole(
          `missing delimiter, row ${row}, column ${column}`,
          withLine(row, before + cells.slice(column).join(',')),
          'missing delimiter',
        ),
      },
    ]
  })

const extraQuotes = (step: number): Draft[] =>
  eachCell(step, (row, column) => {
    const cells = ROWS[row] ?? []
    const cell = cells[column] ?? ''
    // In a quoted cell the stray quote could only be told from the closing one by its neighbours.
    const isQuoted = cellText(cell, STANDARD).startsWith('"')
    const spoiled = isQuoted ? `"${cellText(cell, STANDARD)}` : `"${cell}`
    return [
      {
        name: `extra quote, row ${row}, column ${column}`,
        text: withLine(row, cellsOf(row).with(column, spoiled).join(',')),
        fault: 'seldom met',
        truth: changed(row, (own) => own.with(column, `"${cell}`)),
      },
    ]
  })

const missingQuotes = (step: number): Draft[] =>
  eachCell(step, (row, column) => {
    const spoiled = cellsOf(row)[column] ?? ''
    if (!spoiled.startsWith('"')) return []
    const line = cellsOf(row).with(column, spoiled.slice(0, -1)).join(',')
    return [whole(`missing closing quote, row ${row}, column ${column}`, withLine(row, line))]
  })

const otherLines = (): Draft[] =>
  [1, 2, 50, RECORDS].flatMap((row) => {
    const lines = ROWS.map((cells) => rowText(cells, STANDARD))
    const own = ROWS[row] ?? []
    const mixed = lines.map((line, i) => line + (i === row ? '\n' : '\r\n')).join('')
    const single = rowText(own, { ...STANDARD, quote: "'", escapedBy: "'" })
    return [
      whole(`line feed after row ${row}`, mixed),
      whole(
        `semicolons in row ${row}`,
        withLine(row, rowText(own, { ...STANDARD, delimiter: ';' })),
      ),
      whole(`single quotes in row ${row}`, withLine(row, single)),
      {
        name: `row ${row} of five cells`,
        text: withLine(row, cellsOf(row).slice(0, 5).join(',')),
        fault: 'seldom met' as const,
        truth: changed(row, (cells) => cells.slice(0, 5)),
      },
    ]
  })

const encoded = ({ text, encoding }: Draft): Uint8Array => {
  if (encoding === 'latin1') return Uint8Array.from(text, (char) => char.charCodeAt(0))
  if (encoding === 'utf-16le') {
    return new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer)
  }
  return utf8(text)
}

/** Every fault; those of a single cell in each `step`-th record (1: at every place there is). */
export const pollutedFiles = (step: number): Polluted[] => {
  const drafts = [
    ...dialects(),
    ...dimensions(),
    ...preambles(),
    ...tallHeaders(),
    ...secondTables(),
    ...extraDelimiters(step),
    ...missingDelimiters(step),
    ...extraQuotes(step),
    ...missingQuotes(step),
    ...otherLines(),
  ]
  const byFault = Map.groupBy(drafts, (draft) => draft.fault)
  return drafts.map((draft) => {
    const { name, truth, fault, files = 1 } = draft
    const all = sum(byFault.get(fault) ?? [], (other) => other.files ?? 1)
    return { name, truth, files, bytes: encoded(draft), weight: (SURVEY[fault] * files) / all }
  })
}

const sum = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((total, item) => total + of(item), 0)

/** The benchmark's two means, at most 10: over its files, and by how often a fault is met. */
export const means = (
  scored: readonly (Polluted & { readonly score: number })[],
): { readonly simple: number; readonly weighted: number } => ({
  simple: sum(scored, ({ score, files }) => score * files) / sum(scored, ({ files }) => files),
  weighted:
    sum(scored, ({ score, weight }) => score * weight) / sum(scored, ({ weight }) => weight),
})

/**
 * Heading and records as the reader takes them, cells as written, repeated headings left out, up to
 * where another table begins.
 */
const loaded = (bytes: Uint8Array): Loaded => {
  const { text } = decode(bytes)
  if (text.trim() === '') return NOTHING
  const { table } = tableIn(text)
  if (table === null) throw new Error('the table is beyond the limits')
  const header = findHeader(table)
  const from = header === null ? 0 : header.row + 1
  const rows = Array.from({ length: table.rows - from }, (_, i) => from + i)
  const isRepeated = (row: number): boolean =>
    header !== null && rowCells(table, row).join() === rowCells(table, header.row).join()
  const end =
    header === null
      ? -1
      : rows.findIndex((row) => !isRepeated(row) && headingSenses(table, row) !== null)
  const own = (end === -1 ? rows : rows.slice(0, end)).filter((row) => !isRepeated(row))
  return {
    header: header?.names.slice(0, header.width) ?? [],
    records: own.map((row) => writtenCells(table, row)),
  }
}

const writtenCells = (table: Table, row: number): string[] =>
  Array.from({ length: table.counts[row] ?? 0 }, (_, column) => cellAt(table, row, column))

/** Every file with its score. */
export const scoredFiles = (
  files: readonly Polluted[],
): (Polluted & { readonly score: number })[] =>
  files.map((file) => ({ ...file, score: scoreOf(file.truth, loaded(file.bytes)) }))

/** Success, and precision, recall and F1 of header, records and cells: at most 10. */
const scoreOf = (truth: Loaded, found: Loaded): number =>
  1 +
  agreement(truth.header.map(normal), found.header.map(normal)) +
  agreement(truth.records.map(joined), found.records.map(joined)) +
  agreement(truth.records.flat(), found.records.flat())

const normal = (cell: string): string => cell.trim().toLowerCase()
/** Without a separator, so that a shifted delimiter costs cells but not the record. */
const joined = (record: readonly string[]): string => record.map(normal).join('')

/** Precision + recall + F1 of two multisets; nothing to find is found entirely. */
const agreement = (truth: readonly string[], found: readonly string[]): number => {
  if (truth.length === 0) return 3
  const left = new Map<string, number>()
  for (const item of truth) left.set(item, (left.get(item) ?? 0) + 1)
  let shared = 0
  for (const item of found) {
    const count = left.get(item) ?? 0
    if (count === 0) continue
    left.set(item, count - 1)
    shared++
  }
  if (shared === 0) return 0
  const precision = shared / found.length
  const recall = shared / truth.length
  return precision + recall + (2 * precision * recall) / (precision + recall)
}
