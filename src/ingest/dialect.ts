import { canBeDate } from './dates.ts'
import { isNothing } from './numbers.ts'
import { cellsOf, type Dialect } from './records.ts'

/** The delimiters real exports use, most usual first: an equal score goes to the earlier one. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * Finds the delimiter by taking head and tail of the file apart under each candidate: the right one
 * gives rows of one width whose cells look like something. Counting characters would be fooled by
 * decimal commas and by text. `sep=;` on the first line, as Excel writes it, settles it.
 */
export const findDialect = (text: string): Dialect => {
  const sample = sampleOf(text)
  const quoting = quotingOf(sample)
  const told = /^\ufeff?"?sep=(.)"?\r*\n/i.exec(text)
  if (told?.[1]) return { ...quoting, delimiter: told[1], start: told[0].length }
  const scored = DELIMITERS.map((delimiter, i) => {
    const rows = sample.includes(delimiter)
      ? cellsOf(sample, { ...quoting, delimiter, start: 0 })
      : []
    return { delimiter, score: scoreOf(rows, delimiter) * (1 - i * RARITY_PENALTY) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { ...quoting, delimiter: best.delimiter, start: 0 }
}

/**
 * Which mark encloses cells, and how it is written inside one. Apostrophes enclose when they open and
 * close whole cells and no double quote does. A backslash escapes when one stands before a quote in
 * the middle of a cell; before the end of a cell it may belong to the text.
 */
const quotingOf = (sample: string): Pick<Dialect, 'quote' | 'escapedBy'> => {
  const isSingle = enclosed(sample, "'") >= ENCLOSED_MIN && enclosed(sample, '"') === 0
  return {
    quote: isSingle ? "'" : '"',
    escapedBy: (isSingle ? /\\'[^,;\t|\r\n]/ : /\\"[^,;\t|\r\n]/).test(sample) ? '\\' : null,
  }
}

/** One pair may be a quotation that fills its cell. */
const ENCLOSED_MIN = 3

const enclosed = (sample: string, mark: string): number =>
  sample.match(
    new RegExp(`(?:^|[,;\\t|]) ?${mark}[^${mark}\\r\\n]+${mark}(?=[,;\\t|\\r\\n]|$)`, 'gm'),
  )?.length ?? 0

const RARITY_PENALTY = 0.002
/** Enough for some hundred rows at either end. */
const SAMPLE_CHARS = 24_000

/** Whole lines of the beginning and the end: preambles lie in the one, totals in the other. */
const sampleOf = (text: string): string => {
  if (text.length <= SAMPLE_CHARS * 2) return text
  const head = text.slice(0, SAMPLE_CHARS)
  const tail = text.slice(-SAMPLE_CHARS)
  const mark = text.includes('\n') ? '\n' : '\r'
  return head.slice(0, head.lastIndexOf(mark) + 1) + tail.slice(tail.indexOf(mark) + 1)
}

/** Share of rows in the commonest width × share of typed cells × what the width itself is worth. */
const scoreOf = (rows: readonly (readonly string[])[], delimiter: string): number => {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const byWidth = Map.groupBy(filled, (cells) => cells.length)
  const scores = [...byWidth]
    .filter(([width]) => width > 1)
    .map(([width, same]) => {
      const uniform = same.length / filled.length
      return uniform * typedShare(same, delimiter) * (1 - 1 / width)
    })
  return scores.reduce((a, b) => Math.max(a, b), 0)
}

const TYPED_ROWS_MAX = 200

const typedShare = (rows: readonly (readonly string[])[], delimiter: string): number => {
  const cells = rows.slice(0, TYPED_ROWS_MAX).flat()
  const worth = cells.reduce((sum, cell) => sum + cellWorth(cell.trim(), delimiter), 0)
  return worth / cells.length
}

const NUMBER_CELL = /^[^\d\p{L}]{0,3}(?:rp\.?\s*|[a-z]{3}\s+)?[-+(]?\d[\d.,' \u00a0]*[)%-]?$/iu

const cellWorth = (cell: string, delimiter: string): number => {
  if (isNothing(cell)) return 0.6
  if (NUMBER_CELL.test(cell)) return 1
  // Leftovers of another delimiter inside a cell: it was probably not taken apart rightly.
  const foreign = DELIMITERS.filter(
    (other) => other !== delimiter && other !== ',' && cell.includes(other),
  )
  if (foreign.length > 0 || (cell.match(/,/g)?.length ?? 0) > 1) return 0.1
  return canBeDate(cell) ? 1 : 0.7
}
