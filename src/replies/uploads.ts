import { shortDay } from '../i18n/numbers.ts'
import { type Span, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { lines, listed, voiceOf } from './voice.ts'

/** A file that came in, `at` in Unix milliseconds, `revenue` in minor units or unknown. */
export type Upload = {
  readonly id: string
  readonly fileName: string
  readonly at: number
  readonly lines: number
  readonly revenue: number | null
  readonly span: Span
  readonly state: 'live' | 'undone'
}

/** With title and next step the answer stays within seven lines. */
const UPLOADS_SHOWN = 5

/** Files of the shop, newest first, and a way to take the newest back. */
export const uploadsReply = (uploads: readonly Upload[], shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const live = uploads.filter(({ state }) => state === 'live')
  const [newest] = live
  if (uploads.length === 0) {
    return textReply(lines(words.uploads.none, words.uploads.noneNext), [
      { id: 'export-help', title: words.buttons.exportHelp },
      { id: 'sample', title: words.buttons.sample },
    ])
  }
  const more = uploads.length - UPLOADS_SHOWN
  const undo: Choice[] = newest
    ? [{ id: `undo:${newest.id}`, title: words.buttons.undoLatest }]
    : []
  return textReply(
    lines(
      `📁 ${bold(words.uploads.title(live.length))}`,
      ...uploads.slice(0, UPLOADS_SHOWN).map((upload, i) => `${i + 1}. ${row(upload, shop)}`),
      more > 0 ? words.uploads.more(more) : null,
      newest ? words.uploads.next : null,
    ),
    [{ id: 'summary', title: words.buttons.summary }, ...undo],
  )
}

const row = (upload: Upload, shop: Shop): string => {
  const { words, name, money } = voiceOf(shop)
  const day = shortDay(wallClock(upload.at, shop.timeZone).day, shop.language)
  return listed(' · ', [
    `${name(upload.fileName)} (${day})`,
    words.basis.sales(upload.lines),
    upload.revenue === null ? null : money(upload.revenue),
    upload.state === 'undone' ? words.uploads.undone : null,
  ])
}
