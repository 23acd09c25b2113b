import { hash53 } from './hash.ts'
import type { Opened } from './reading.ts'

/** A sheet and what its first rows came to. */
export type LookedAt = { readonly name: string; readonly opened: Opened }

/** Which sheet to read; `layout` is set where the owner has chosen or must choose. */
type SheetChoice =
  | { readonly kind: 'read'; readonly name: string; readonly layout: string | null }
  | { readonly kind: 'ask'; readonly opened: Opened }

/**
 * Chooses the one sheet that holds the sales. Notes and dashboards do not read as sales; lists that
 * name products outrank sums by day or month, and both outrank goods on hand. Where several remain
 * they are never added up: the owner says which, once for this set of sheets.
 */
export const chooseSheet = (
  sheets: readonly LookedAt[],
  answer: string | undefined,
): SheetChoice | null => {
  const ranks = [isProductList, isSales, isReadable].map((test) => sheets.filter(test))
  const candidates = ranks.find(({ length }) => length > 0) ?? []
  const [only, second] = candidates
  if (only === undefined) return leastBad(sheets)
  if (second === undefined) return { kind: 'read', name: only.name, layout: null }
  const layout = layoutOf(candidates)
  const chosen = candidates.find(({ name }) => name === answer)
  if (chosen) return { kind: 'read', name: chosen.name, layout }
  return { kind: 'ask', opened: question(only.opened, candidates, layout) }
}

const isReadable = ({ opened }: LookedAt): boolean => opened.outcome !== 'refused'

const isSales = ({ opened }: LookedAt): boolean =>
  opened.outcome === 'sales' || opened.outcome === 'question'

const isProductList = (sheet: LookedAt): boolean =>
  isSales(sheet) &&
  sheet.opened.outcome !== 'refused' &&
  sheet.opened.understanding.columns.product !== undefined

/** Of sheets without sales, the one whose refusal says most. */
const leastBad = (sheets: readonly LookedAt[]): SheetChoice | null => {
  const worth = ({ opened }: LookedAt) =>
    opened.outcome === 'refused' ? SAYS_LITTLE.indexOf(opened.reason) : -1
  const [best] = [...sheets].sort((a, b) => worth(a) - worth(b))
  return best ? { kind: 'read', name: best.name, layout: null } : null
}

/** Reasons that tell more come first, as not found: -1. */
const SAYS_LITTLE: readonly string[] = ['no-header', 'empty']

/** The same sheets with the same headings: a new month's sheet is a new question. */
const layoutOf = (candidates: readonly LookedAt[]): string =>
  hash53(
    candidates
      .map(({ name, opened }) =>
        opened.outcome === 'refused' ? name : `${name}\n${opened.understanding.fingerprint}`,
      )
      .join('\n\n'),
  ).toString(36)

/** A list message of WhatsApp has ten rows; later sheets are the later months. */
const OPTIONS_MAX = 10

const question = (first: Opened, candidates: readonly LookedAt[], layout: string): Opened => {
  if (first.outcome === 'refused') return first
  const names = candidates.slice(-OPTIONS_MAX).map(({ name }) => name)
  return {
    outcome: 'question',
    understanding: { ...first.understanding, sheet: null, fingerprint: layout },
    question: {
      kind: 'sheet',
      example: names.join(', '),
      options: names.map((name) => ({ id: name, label: name })),
    },
  }
}

/** What the owner answers for a workbook of several sheets is kept under all of them together. */
export const underLayout = (opened: Opened, layout: string | null): Opened => {
  if (layout === null || opened.outcome === 'refused') return opened
  return { ...opened, understanding: { ...opened.understanding, fingerprint: layout } }
}
