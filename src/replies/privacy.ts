import { shortDay } from '../i18n/numbers.ts'
import { wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { shownName } from './people.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** What is kept, who sees it, what a language model is told, whom to ask, and the way out. */
export const privacyReply = (shop: Shop, contact: string | null, hasModel: boolean): Reply => {
  const { words } = voiceOf(shop)
  const { privacy, buttons, people } = words
  return textReply(
    lines(
      `🔒 ${privacy.what}`,
      privacy.kept,
      people.privacy.people,
      privacy.notShared,
      hasModel ? words.model.sent : null,
      people.privacy.rights,
      contact === null ? null : people.privacy.contact(contact),
    ),
    [
      { id: 'export', title: people.buttons.export },
      { id: 'delete-data', title: buttons.deleteData },
      { id: 'menu', title: buttons.menu },
    ],
  )
}

/** Asked before everything goes; the deed is the tap `delete-data:confirm`. */
export const deleteQuestion = (shop: Shop, lineCount: number | null): Reply => {
  const { words } = voiceOf(shop)
  const { gone } = words.people
  const what = lineCount === null ? gone.whatAll : gone.what(words.basis.sales(lineCount))
  return textReply(lines(`⚠️ ${gone.ask}`, what, gone.grace), [
    { id: 'delete-data:confirm', title: words.buttons.deleteConfirm },
    { id: 'export', title: words.people.buttons.export },
    { id: 'menu', title: words.buttons.keep },
  ])
}

/** `goneAt`: from then on nothing brings it back (Unix ms). */
export const deletedReply = (shop: Shop, goneAt: number): Reply => {
  const { gone, buttons } = voiceOf(shop).words.people
  const day = shortDay(wallClock(goneAt, shop.timeZone).day, shop.language)
  return textReply(lines(gone.done(bold(shownName(shop))), gone.doneNext(day)), [
    { id: 'undo', title: buttons.restore },
  ])
}
