import { longDay } from '../i18n/numbers.ts'
import { addDays, type Day, type Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** The days no file has told of, and the day on which we ask; it comes back as `reminder:DAY:closed`. */
export type Reminder = { readonly askedOn: Day; readonly about: Span }

/** A file that usually would have come by now: a question, not an alarm. */
export const reminderReply = ({ askedOn, about }: Reminder, shop: Shop): Reply => {
  const { words, when } = voiceOf(shop)
  return textReply(
    lines(
      `👀 ${bold(words.watch.reminder.title(when(about)))}`,
      words.watch.reminder.ask(longDay(addDays(about.from, -1), shop.language)),
      words.watch.reminder.next,
    ),
    [
      { id: `reminder:${askedOn}:closed`, title: words.buttons.closed },
      { id: `reminder:${askedOn}:later`, title: words.watch.buttons.later },
      { id: 'export-help', title: words.buttons.exportHelp },
    ],
  )
}

/** The same as one line, for a template's parameter; the template says that the file has not come. */
export const reminderLine = (about: Span, shop: Shop): string => {
  const { words } = voiceOf(shop)
  return words.watch.reminder.line(longDay(addDays(about.from, -1), shop.language))
}

/** The answer to the answer. */
export const reminderAnsweredReply = (said: 'closed' | 'later' | 'mute', shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(`👍 ${words.watch.reminder.answered[said]}`, [
    { id: 'summary', title: words.buttons.summary },
  ])
}
