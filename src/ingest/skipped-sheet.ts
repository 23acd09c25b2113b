import type { ProblemReason, RowProblem } from './reading.ts'
import { writeSheets } from './spreadsheet.ts'

/** What the sheet says around the rows, in the owner's language. */
export type SkippedWords = {
  readonly sheet: string
  readonly line: string
  readonly reason: string
  readonly column: string
  readonly value: string
  readonly text: string
  readonly reasons: Readonly<Record<ProblemReason, string>>
}

/** Widths in characters: a line number, a reason, a heading, a cell, a whole line. */
const WIDTHS = [8, 28, 20, 24, 80]

/**
 * The rows that were skipped, as an .xlsx to send back: line in the file, why, which cell, and the
 * line as it was written, so that the owner can mend it and send it again.
 */
export const skippedSheet = (
  problems: readonly RowProblem[],
  words: SkippedWords,
): Promise<Uint8Array> =>
  writeSheets([
    {
      name: words.sheet,
      widths: WIDTHS,
      rows: [
        [words.line, words.reason, words.column, words.value, words.text],
        ...problems.map((problem) => [
          problem.row,
          words.reasons[problem.reason],
          problem.column,
          problem.value,
          problem.text,
        ]),
      ],
    },
  ])
