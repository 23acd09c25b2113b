import { menuReply } from '../../replies/help.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { upload } from './upload.ts'

/** `answer:date-order:day-first`: the waiting file is read with the answer, and the answer is kept. */
export const answerQuestion = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person } = ask
  const [question = '', option = ''] = ask.intent.argument?.split(':') ?? []
  const waiting = await world.store.openQuestion(shop.id, person.id, question)
  const content = waiting?.arrival.content
  if (!waiting || content?.kind !== 'file' || option === '') return justReply(menuReply(shop))
  const given = await upload(
    world,
    {
      ...ask,
      message: { ...ask.message, arrival: waiting.arrival },
      intent: { kind: 'upload', media: content.media, fileName: content.fileName },
    },
    { [question]: option },
  )
  const keep = {
    kind: 'answer' as const,
    shopId: shop.id,
    personId: person.id,
    question,
    fingerprint: waiting.fingerprint,
    answer: option,
  }
  return { ...given, effects: [keep, ...given.effects] }
}
