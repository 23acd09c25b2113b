import { writeXlsx } from 'hucre'
import type { ProblemReason, RowProblem } from './reading.ts'
import { harmless, sheetName } from './write-book.ts'

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
  writeXlsx({
    sheets: [
      {
        name: sheetName(words.sheet),
        columns: WIDTHS.map((width) => ({ width })),
        freezePane: { rows: 1 },
        rows: [
          [words.line, words.reason, words.column, words.value, words.text],
          ...problems.map((problem) => [
            problem.row,
            words.reasons[problem.reason],
            harmless(problem.column ?? ''),
            harmless(problem.value),
            harmless(problem.text),
          ]),
        ],
      },
    ],
  })
