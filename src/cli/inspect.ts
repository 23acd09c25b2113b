import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Inspection, inspection } from '../ingest/inspection.ts'
import { tradingDay } from '../sales/day.ts'
import type { Language } from '../sales/shop.ts'

const USAGE = 'usage: npm run inspect -- FILE [--json]'
/** Problems shown to a person; `--json` has them all. */
const PROBLEMS_SHOWN = 10

type Defaults = {
  readonly language: Language
  readonly timeZone: string
  readonly currency: string
}

/**
 * Reads a file without storing anything and prints what was understood. Exit code 0 when it reads as
 * sales, 2 when it needs an answer, 1 when it is refused or cannot be opened.
 */
export const inspectFile = async (
  args: readonly string[],
  defaults: Defaults,
  now: number,
  print: (text: string) => void,
): Promise<number> => {
  const path = args.find((arg) => !arg.startsWith('--'))
  if (path === undefined) {
    print(USAGE)
    return 1
  }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) {
    print(`${path}: cannot be opened (${bytes.code ?? bytes.message}). ${USAGE}`)
    return 1
  }
  const found = await inspection(bytes, {
    fileName: basename(path),
    language: defaults.language,
    currency: defaults.currency,
    today: tradingDay(now, defaults.timeZone, 0),
    answers: {},
  })
  print(args.includes('--json') ? JSON.stringify(found, null, 2) : inWords(found))
  if (found.refusal) return 1
  return found.question ? 2 : 0
}

/** Where in the file the table stands: a sheet of a workbook, or text under a delimiter. */
const placeOf = ({ sheet, encoding, delimiter }: Inspection): string =>
  delimiter === null
    ? `sheet ${JSON.stringify(sheet)}`
    : `${encoding}, delimiter ${JSON.stringify(delimiter)}`

const inWords = (found: Inspection): string => {
  if (found.refusal) return `Refused (${found.refusal.reason}): ${found.refusal.text}`
  const lines = [
    `${found.kind}, ${placeOf(found)}, header on line ${found.headerRow}`,
    ...Object.entries(found.columns)
      .filter(([, header]) => header !== null)
      .map(([role, header]) => `  ${role.padEnd(10)} ${header}`),
  ]
  if (found.question) {
    const options = found.question.options.map(({ label }) => label).join(' | ')
    return [...lines, `Question: ${found.question.text} [${options}]`].join('\n')
  }
  const { rows } = found
  return [
    ...lines,
    `${rows.read} rows: ${rows.accepted} counted, ${rows.skipped} skipped, ${rows.totals} totals`,
    `${found.firstDate ?? '?'} to ${found.lastDate ?? '?'}`,
    `quantity ${found.quantity ?? 'unknown'}, revenue ${found.revenue ?? 'unknown'} ${found.currency ?? ''}`,
    ...found.problems
      .slice(0, PROBLEMS_SHOWN)
      .map(
        ({ row, column, value, reason }) => `  line ${row}: ${reason} (${column ?? ''} “${value}”)`,
      ),
  ].join('\n')
}
