import type { RefusalReason } from '../ingest/reading.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/**
 * Why a file did not go in: what the reader says, and two reasons of the world around it. Its money is
 * not what the shop counts in, or WhatsApp would not hand it over.
 */
export type FileRefusal = RefusalReason | 'other-currency' | 'not-fetched'

/** A file that cannot be sales: what it is instead, and what to send. */
export const refusedReply = (
  refused: { readonly reason: FileRefusal; readonly fileName: string | null },
  shop: Shop,
): Reply => {
  const { words, name } = voiceOf(shop)
  const { what, next } = words.refused.reasons[refused.reason]
  const file = refused.fileName === null ? words.refused.unnamed : name(refused.fileName)
  return textReply(lines(words.refused.title(bold(file)), what, next), [
    { id: 'export-help', title: words.buttons.exportHelp },
    { id: 'sample', title: words.buttons.sample },
  ])
}
