import { parseArgs } from 'node:util'
import type { LanguageModel } from '../assistant/model.ts'
import { answerIntent } from '../flow/commands/table.ts'
import { createPool } from '../flow/pool.ts'
import { PACE, type Policy, type World } from '../flow/world.ts'
import { route } from '../intent/route.ts'
import { makeLog } from '../log.ts'
import type { Reply } from '../replies/reply.ts'
import { tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { openStore } from '../store/store.ts'
import { Unreachable } from '../whatsapp/errors.ts'
import { asArguments, type CliWorld, chosenShop } from './shop-choice.ts'

const USAGE =
  'usage: npm run ask -- "QUESTION" [--shop ID] [--now 2026-04-01T10:00:00+07:00] [--json]'

const UNDERSTOOD = 0
const NOT_ASKED = 1
const NOT_UNDERSTOOD = 2

type AskCli = CliWorld & {
  readonly fontDir: string | null
  readonly policy: Policy
  readonly model: LanguageModel | null
}

/**
 * Answers one question from a shop's stored sales, as the chat would, and changes nothing: what an
 * answer would have changed (an undo, a language) is named, not done. Exit code 0 when the question
 * was understood, 2 when it was not, 1 when nothing was asked.
 */
export const askQuestion = async (args: readonly string[], cli: AskCli): Promise<number> => {
  const order = orderFrom(args)
  if (typeof order === 'string') {
    cli.print(order)
    return NOT_ASKED
  }
  const now = () => order.now ?? cli.now()
  const store = await openStore(cli.databaseUrl, { now, newId: cli.newId })
  const pool = createPool({ databaseUrl: cli.databaseUrl, fontDir: cli.fontDir })
  try {
    const shop = await chosenShop(store, order.shop, cli)
    if (typeof shop === 'string') {
      cli.print(shop)
      return NOT_ASKED
    }
    return await answerIn({ ...cli, ...STILL, store, pool, now }, shop, order)
  } finally {
    await pool.close()
    await store.close()
  }
}

/** What a conversation notes about itself: a question from here leaves no trace in it. */
const OF_A_CHAT: ReadonlySet<string> = new Set(['misses', 'foretell'])

/** Who can read the database may ask anything of it. */
const OPERATOR = { role: 'owner', branches: null } as const

const answerIn = async (world: World & AskCli, shop: Shop, order: Order): Promise<number> => {
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const content = { kind: 'text', text: order.question } as const
  const arrival = { ...FROM_HERE, sentAt: world.now(), content }
  const names = await world.store.nameWords(shop.id)
  const intent = route(arrival, { today, language: shop.language, names })
  const message = { seq: 0, arrival, receivedAt: world.now(), attempts: 0 }
  const answer = await answerIntent(world, {
    shop,
    person: NOBODY,
    member: OPERATOR,
    message,
    intent,
    today,
  })
  const notDone = answer.effects.map(({ kind }) => kind).filter((kind) => !OF_A_CHAT.has(kind))
  const words = [
    ...answer.replies.map(inWords),
    ...notDone.map((kind) => `(not done here: ${kind})`),
  ]
  const json = { intent, replies: answer.replies.map(asJson), notDone }
  world.print(order.json ? JSON.stringify(json, null, 2) : words.join('\n'))
  return intent.kind === 'unclear' ? NOT_UNDERSTOOD : UNDERSTOOD
}

type Order = {
  readonly question: string
  readonly shop: string | undefined
  /** Unix ms; null: the clock's. */
  readonly now: number | null
  readonly json: boolean
}

const orderFrom = (args: readonly string[]): Order | string => {
  const read = asArguments(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        shop: { type: 'string' },
        now: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }),
  )
  if (typeof read === 'string') return `${read} ${USAGE}`
  const question = read.positionals.join(' ').trim()
  if (question === '') return USAGE
  const now = read.values.now === undefined ? null : Date.parse(read.values.now)
  if (Number.isNaN(now)) return `--now: “${read.values.now}” is no time. ${USAGE}`
  return { question, shop: read.values.shop, now, json: read.values.json }
}

const FROM_HERE = {
  channel: 'cli',
  id: 'cli',
  sender: { phone: null, userId: 'cli', name: null },
  quotedId: null,
} as const

/** Somebody who has not been misunderstood before. */
const NOBODY = {
  id: 'cli',
  channel: 'cli',
  phone: null,
  userId: 'cli',
  name: null,
  lastInboundAt: null,
  misses: 0,
  language: null,
}

const noChannel = (): Promise<never> =>
  Promise.reject(new Unreachable('the command line sends nothing', 'no'))
/** Sends nothing, keeps nothing waiting, logs nothing. */
const STILL = {
  log: makeLog('silent'),
  pace: PACE,
  passing: () => undefined,
  channel: { send: noChannel, download: noChannel, seen: noChannel },
}

const asJson = ({ text, choices, attachment }: Reply) => ({
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
