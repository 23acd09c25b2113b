import { alertGoneReply } from '../../replies/alert.ts'
import { reminderAnsweredReply, reminderReply } from '../../replies/reminder.ts'
import { parseDay } from '../../sales/day.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const ANSWERS = ['closed', 'later', 'mute'] as const

/** `reminder:2026-04-02` shows the question about a missing file, `…:closed` and the like answer it. */
export const reminder = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const [id = '', said] = (intent.period?.span.from ?? intent.argument ?? '').split(':')
  const day = parseDay(id)
  const bell = day === null ? null : await world.store.readBell(shop.id, day)
  if (bell === null || bell.kind !== 'reminder') return justReply(alertGoneReply(shop))
  const answer = ANSWERS.find((each) => each === said)
  if (answer === undefined) {
    return justReply(reminderReply({ askedOn: bell.day, about: bell.about }, shop))
  }
  return justReply(reminderAnsweredReply(answer, shop), [
    {
      kind: 'reminder-label',
      shopId: shop.id,
      day: bell.day,
      label: answer,
      personId: person.id,
    },
  ])
}
