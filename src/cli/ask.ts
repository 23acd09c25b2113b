import { parseArgs } from 'node:util'
import type { LanguageModel } from '../assistant/model.ts'
import type { Answer } from '../flow/answer.ts'
import { answerIntent } from '../flow/commands/table.ts'
import type { AskRead } from '../flow/plan-by-model.ts'
import { createPool, type Pool } from '../flow/pool.ts'
import { readAsk, type TextAsked } from '../flow/read-ask.ts'
import { PACE, type Policy, type World } from '../flow/world.ts'
import type { AskReading, Plan } from '../intent/ask/plan.ts'
import { thisMonth } from '../intent/calendar.ts'
import type { Intent } from '../intent/intent.ts'
import { languageOf } from '../intent/language.ts'
import { route } from '../intent/route.ts'
import { makeLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import type { Reply } from '../replies/reply.ts'
import { tradingDay } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { openStore } from '../store/store.ts'
import { Unreachable } from '../whatsapp/errors.ts'
import { asksProfit, outcomeOf, plansFrom } from './ask-json.ts'
import { asArguments, type CliWorld, chosenShop } from './shop-choice.ts'

const USAGE =
  'usage: npm run ask -- "QUESTION" [--shop ID] [--now 2026-04-01T10:00:00+07:00] [--json], or --stdin for questions as JSON lines'

const UNDERSTOOD = 0
const NOT_ASKED = 1
const NOT_UNDERSTOOD = 2

type AskCli = CliWorld & {
  readonly fontDir: string | null
  readonly policy: Policy
  readonly model: LanguageModel | null
  /** Lines of standard input, for `--stdin`. */
  readonly readLines: () => AsyncIterable<string>
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
    const quiet = order.json || order.stdin ? inWordsOnly(pool) : pool
    const world = { ...cli, ...STILL, store, pool: quiet, now }
    return order.stdin ? await answerLines(world, shop) : await answerIn(world, shop, order)
  } finally {
    await pool.close()
    await store.close()
  }
}

/** What a conversation notes about itself: a question from here leaves no trace in it. */
const OF_A_CHAT: ReadonlySet<string> = new Set([
  'misses',
  'foretell',
  'remember-plans',
  'learn-alias',
  'forget-alias',
])

/** Who can read the database may ask anything of it. */
const OPERATOR = { role: 'owner', branches: null } as const

/**
 * The pool for answers in words: no picture is drawn that nobody sees, and in a run of many questions,
 * while nothing is changed, the same finding is worked out once.
 */
const inWordsOnly = (pool: Pool): Pool => ({
  ...pool,
  summary: once(pool.summary),
  forecast: once(pool.forecast),
  restock: once(pool.restock),
  why: once(pool.why),
  trend: once(pool.trend),
  renderPng: () => Promise.resolve(new Uint8Array()),
})

const once = <Request, Found>(find: (request: Request) => Promise<Found>) => {
  const known = new Map<string, Promise<Found>>()
  return (request: Request): Promise<Found> => {
    const key = JSON.stringify(request)
    const found = known.get(key) ?? find(request)
    known.set(key, found)
    return found
  }
}

type CliAsk = World & AskCli
type Asked = {
  readonly text: string
  readonly prior: readonly Plan[]
}

const answerIn = async (world: CliAsk, shop: Shop, order: Order): Promise<number> => {
  const begun = performance.now()
  const { intent, answer, read, isProfitTold } = await answered(world, shop, {
    text: order.question,
    prior: [],
  })
  if (order.json) {
    const json = {
      question: order.question,
      lang: langOf(order.question, shop),
      engine: engineOf(read),
      ...outcomeOf(intent, read, { isProfitTold }),
    }
    world.print(JSON.stringify({ ...json, answer: wordsOf(answer), ms: msSince(begun) }))
  } else world.print(wordsOf(answer))
  return isUnderstood(intent, read) ? UNDERSTOOD : NOT_UNDERSTOOD
}

const isUnderstood = (intent: Intent, read: AskReading | null): boolean =>
  intent.kind !== 'unclear' || read?.kind === 'query'

const engineOf = (read: AskRead | null): 'rules' | 'gemini' =>
  read?.by === 'model' ? 'gemini' : 'rules'

const langOf = (text: string, shop: Shop): string => languageOf(text) ?? shop.language
/** Milliseconds to the hundredth. */
const msSince = (begun: number): number => Math.round((performance.now() - begun) * 100) / 100

const wordsOf = (answer: Answer): string => {
  const notDone = answer.effects.map(({ kind }) => kind).filter((kind) => !OF_A_CHAT.has(kind))
  return [
    ...answer.replies.map(inWords),
    ...notDone.map((kind) => `(not done here: ${kind})`),
  ].join('\n')
}

/**
 * Questions as JSON lines (`text`; `prior`: the question before or its plans; `quoted`: the plan of a
 * bubble replied to), one JSON line out each, in order. A line that cannot be read gets its own error.
 */
const answerLines = async (world: CliAsk, shop: Shop): Promise<number> => {
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  // The first question shall not wait for a thread to start.
  await world.pool.summary({ shop, today, period: null })
  let asked = 0
  for await (const line of world.readLines()) {
    if (line.trim() === '') continue
    asked += 1
    world.print(JSON.stringify(await lineAnswered(world, shop, { line, no: asked })))
  }
  return asked === 0 ? NOT_ASKED : UNDERSTOOD
}

const lineAnswered = async (
  world: CliAsk,
  shop: Shop,
  { line, no }: { readonly line: string; readonly no: number },
): Promise<unknown> => {
  const said = lineOf(line)
  if (typeof said === 'string') return { error: `line ${no}: ${said}` }
  const prior = said.quoted.length > 0 ? said.quoted : await plansBefore(world, shop, said.prior)
  const begun = performance.now()
  const { intent, answer, read, isProfitTold } = await answered(world, shop, {
    text: said.text,
    prior,
  })
  return {
    question: said.text,
    lang: langOf(said.text, shop),
    engine: engineOf(read),
    ...outcomeOf(intent, read, { isProfitTold }),
    answer: wordsOf(answer),
    ms: msSince(begun),
  }
}

type LineSaid = { readonly text: string; readonly prior: unknown; readonly quoted: readonly Plan[] }

const lineOf = (line: string): LineSaid | string => {
  try {
    const value: unknown = JSON.parse(line)
    if (
      typeof value !== 'object' ||
      value === null ||
      !('text' in value) ||
      typeof value.text !== 'string'
    ) {
      return 'needs a "text"; for example {"text": "omzet kemarin"}'
    }
    const prior = 'prior' in value ? value.prior : null
    return { text: value.text, prior, quoted: 'quoted' in value ? plansFrom(value.quoted) : [] }
  } catch (error) {
    if (error instanceof SyntaxError) return `is no JSON (${error.message})`
    throw error
  }
}

/** Plans as they were given, or those of the questions asked before, one after the other. */
const plansBefore = async (world: CliAsk, shop: Shop, prior: unknown): Promise<readonly Plan[]> => {
  const given = plansFrom(prior)
  if (given.length > 0) return given
  const texts = (Array.isArray(prior) ? prior : [prior]).flatMap(questionIn)
  let plans: readonly Plan[] = []
  for (const text of texts) {
    const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
    const read = await readAsk(world, { shop, today, text, prior: plans })
    plans = read !== null && read.plans.length > 0 ? read.plans : plans
  }
  return plans
}

const questionIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const text = 'text' in value ? value.text : 'question' in value && value.question
  return typeof text === 'string' ? [text] : []
}

const answered = async (
  world: CliAsk,
  shop: Shop,
  { text, prior }: Asked,
): Promise<{
  readonly intent: Intent
  readonly answer: Answer
  readonly read: AskRead | null
  readonly isProfitTold: boolean
}> => {
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const content = { kind: 'text', text } as const
  const arrival = { ...FROM_HERE, sentAt: world.now(), content }
  const names = await world.store.nameWords(shop.id)
  const intent = route(arrival, { today, language: shop.language, names })
  const message = { seq: 0, arrival, receivedAt: world.now(), attempts: 0, failures: 0 }
  const mayAskModel = intent.kind === 'unclear'
  const read = await readAsk(world, { shop, today, text, prior, mayAskModel })
  const answer = await answerIntent(world, {
    shop,
    person: NOBODY,
    member: OPERATOR,
    message,
    intent,
    today,
    prior,
    read,
  })
  const isProfitTold = asksProfit(intent, read) && (await hasCosts(world, { shop, today, read }))
  return { intent, answer, read, isProfitTold }
}

/** True where the owner told the cost of something sold in these days. */
const hasCosts = async (
  { pool }: World,
  { shop, today, read }: Pick<TextAsked, 'shop' | 'today'> & { readonly read: AskRead | null },
): Promise<boolean> => {
  const span = read?.options[0]?.time ?? thisMonth(today, 'past')
  const found = await pool.profit({ shop, today, span })
  return found !== null && found.known.length > 0
}

type Order = {
  readonly question: string
  readonly shop: string | undefined
  /** Unix ms; null: the clock's. */
  readonly now: number | null
  readonly json: boolean
  readonly stdin: boolean
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
        stdin: { type: 'boolean', default: false },
      },
    }),
  )
  if (typeof read === 'string') return `${read} ${USAGE}`
  const question = read.positionals.join(' ').trim()
  const { stdin } = read.values
  if (question === '' && !stdin) return USAGE
  const now = read.values.now === undefined ? null : Date.parse(read.values.now)
  if (Number.isNaN(now)) return `--now: “${read.values.now}” is no time. ${USAGE}`
  return { question, shop: read.values.shop, now, json: read.values.json, stdin }
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
  dashboard: null,
  passing: () => undefined,
  metrics: createMetrics(),
  channel: { send: noChannel, download: noChannel, seen: noChannel },
}

const inWords = ({ text, choices }: Reply): string =>
  [text, choices.map(({ title }) => `[${title}]`).join(' ')]
    .filter((part) => part !== '')
    .join('\n')
