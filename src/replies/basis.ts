import type { Basis } from '../analytics/findings.ts'
import { clock, daySpan } from '../i18n/numbers.ts'
import type { Shop } from '../sales/shop.ts'
import { italic } from './mark.ts'
import { voiceOf } from './voice.ts'

/** The last line of every answer with numbers: which rows it was worked out from, and how fresh. */
export const basisLine = (
  basis: Basis,
  shop: Shop,
  { withSpan }: { readonly withSpan: boolean },
): string => {
  const { words } = voiceOf(shop)
  const parts = [
    withSpan ? daySpan(basis.span, shop.language) : null,
    words.basis.sales(basis.lines),
    basis.branches > 0 ? words.basis.branches(basis.branches) : null,
    basis.asOfMinute === null ? null : words.basis.until(clock(basis.asOfMinute, shop.language)),
  ]
  return italic(words.basis.line(parts.filter((part) => part !== null).join(', ')))
}
