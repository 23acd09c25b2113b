import type { RowProblem } from '../ingest/reading.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, type Voice, voiceOf } from './voice.ts'

/** The first rows show what kind of trouble it is; the rest is counted. */
const ROWS_SHOWN = 5

/** Rows of a file that could not become sales: where, what is wrong, what to do. */
export const rowsReply = (
  skipped: {
    readonly uploadId: string
    readonly fileName: string
    /** The first problems, in file order. */
    readonly problems: readonly RowProblem[]
    /** All skipped rows of the file. */
    readonly count: number
    /** Rows in the sheet that goes along, when one does. */
    readonly sheetRows?: number
  },
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const file = voice.name(skipped.fileName)
  if (skipped.count === 0) {
    return textReply(words.rows.none(bold(file)), [{ id: 'summary', title: words.buttons.summary }])
  }
  const shown = skipped.problems.slice(0, ROWS_SHOWN)
  const more = skipped.count - shown.length
  return textReply(
    lines(
      `🔎 ${bold(words.rows.title(skipped.count, file))}`,
      ...shown.map((problem) => `- ${words.rows.row(problem.row, problemText(problem, voice))}`),
      more > 0 ? words.rows.more(more) : null,
      skipped.sheetRows !== undefined && skipped.sheetRows < skipped.count
        ? words.rows.firstOnly(skipped.sheetRows)
        : null,
      words.rows.next,
    ),
    [
      { id: 'summary', title: words.buttons.summary },
      { id: `undo:${skipped.uploadId}`, title: words.buttons.undoFile },
    ],
  )
}

const problemText = ({ reason, column, value, text }: RowProblem, voice: Voice): string => {
  const { words, name } = voice
  const said = words.problems[reason]
  if (column !== null && value.trim() !== '')
    return words.rows.cell(said, name(column), name(value))
  return text.trim() === '' ? said : words.rows.line(said, name(text))
}
