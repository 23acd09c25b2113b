import { isHidden, type StoredPage } from './pages.ts'
import type { PageColumn } from './sale-page.ts'

/** Where a line lies: a bit of a page. */
type LineAt = { readonly page: number; readonly line: number }

/** A day's pages, those of sales told by hand among them. */
export type TypedDay = {
  readonly pages: readonly StoredPage[]
  readonly typed: ReadonlySet<number>
}

/**
 * Lines told by hand that a file which came later holds as well: the same goods, quantity and money of the
 * day, one line of the file for one that was typed, of the same branch unless one of the two names none.
 * Then the file's line counts. A sale typed after the file came is another sale.
 */
export const typedTwins = ({ pages, typed }: TypedDay): readonly LineAt[] => {
  const filed = filedLines({ pages, typed })
  return pages.flatMap((stored, page) => {
    if (!typed.has(stored.upload)) return []
    return linesOf(stored).flatMap((line): LineAt[] => {
      const waiting = filed.get(line.key)
      const at =
        waiting?.findIndex((each) => isLater(each, stored) && isSamePlace(each, line)) ?? -1
      if (waiting === undefined || at === -1) return []
      waiting.splice(at, 1)
      return [{ page, line: line.at }]
    })
  })
}

type FiledLine = { readonly upload: number; readonly branch: number }

const isLater = (filed: FiledLine, typed: StoredPage): boolean => filed.upload > typed.upload

const isSamePlace = (filed: FiledLine, typed: { readonly branch: number }): boolean =>
  filed.branch === typed.branch || filed.branch === 0 || typed.branch === 0

const filedLines = ({ pages, typed }: TypedDay): Map<string, FiledLine[]> => {
  const filed = new Map<string, FiledLine[]>()
  for (const stored of pages) {
    if (typed.has(stored.upload)) continue
    for (const { key, branch } of linesOf(stored)) {
      const waiting = filed.get(key) ?? []
      waiting.push({ upload: stored.upload, branch })
      filed.set(key, waiting)
    }
  }
  return filed
}

/** Counted lines of a page, and what makes two of them the same sale to somebody who types from memory. */
const linesOf = ({ page, hidden }: StoredPage) => {
  const columns = SAME.map((name) => page.column(name))
  const branches = page.column('branch')
  return Array.from({ length: page.lines }, (_, at) => at)
    .filter((at) => !isHidden(hidden, at))
    .map((at) => ({
      at,
      branch: branches[at] ?? 0,
      key: columns.map((column) => column[at]).join(' '),
    }))
}
const SAME = ['product', 'quantity', 'revenue'] as const satisfies readonly PageColumn[]
