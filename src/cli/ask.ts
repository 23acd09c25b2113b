import { answerIntent } from '../flow/commands/table.ts'
import type { World } from '../flow/world.ts'
import { route } from '../intent/route.ts'
import type { Reply } from '../replies/reply.ts'
import { tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'

const USAGE = 'usage: npm run ask -- "question" [--json] [--now 2026-04-01T10:00:00+07:00]'

/**
 * Answers one question about the first shop from its stored sales, as the chat would, and changes
 * nothing: what an answer would have changed (an undo, a language) is named, not done. Exit code 0
 * when the question was understood, 2 when it was not, 1 without a question.
 */
export const askQuestion = async (
  args: readonly string[],
  { world, shop }: { readonly world: World; readonly shop: Shop },
  print: (text: string) => void,
): Promise<number> => {
  const question = args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--now')
  if (question === undefined) {
    print(USAGE)
    return 1
  }
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const arrival = {
    channel: 'cli',
    id: 'cli',
    sender: { phone: null, userId: 'cli', name: null },
    sentAt: world.now(),
    quotedId: null,
    content: { kind: 'text' as const, text: question },
  }
  const names = await world.store.nameWords(shop.id)
  const intent = route(arrival, { today, language: shop.language, names })
  const answer = await answerIntent(world, {
    shop,
    person: PERSON,
    message: { seq: 0, arrival, attempts: 0 },
    intent,
    today,
  })
  const effects = answer.effects.map(({ kind }) => kind).filter((kind) => kind !== 'misses')
  print(
    args.includes('--json')
      ? JSON.stringify(
          { question, intent, replies: answer.replies.map(plainReply), effects },
          null,
          2,
        )
      : [...answer.replies.map(inWords), ...effects.map((kind) => `(not done here: ${kind})`)].join(
          '\n',
        ),
  )
  return intent.kind === 'unclear' ? 2 : 0
}

/** Somebody who has not been misunderstood before. */
const PERSON = {
  id: 'cli',
  channel: 'cli',
  phone: null,
  userId: 'cli',
  name: null,
  lastInboundAt: null,
  misses: 0,
}

const plainReply = ({ text, choices, attachment }: Reply) => ({
  text,
  choices,
  attachment: attachment && {
    kind: attachment.kind,
    fileName: attachment.fileName,
    bytes: attachment.bytes.length,
  },
})

const inWords = ({ text, choices }: Reply): string =>
  [text, choices.map(({ title }) => `[${title}]`).join(' ')]
    .filter((part) => part !== '')
    .join('\n')
