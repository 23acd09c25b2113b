import type { CommandName, Intent } from '../intent/intent.ts'
import type { Claim, Pending } from '../store/inbox.ts'
import { understand } from './respond.ts'
import type { World } from './world.ts'

/** One answer's worth of messages: `absorbed` end with it and get no answer of their own. */
export type Turn =
  | {
      readonly kind: 'now'
      readonly message: Pending
      readonly absorbed: readonly number[]
    }
  /** Half a thought: the other half may be on its way. */
  | { readonly kind: 'later'; readonly at: number }

/** Messages further apart than this are two thoughts. */
const GAP_MS = 10_000
/** Nobody types more half thoughts than this in a row; then it is answered as it stands. */
const RUN_MAX = 6

/** Asked twice in one breath they are one question; whatever changes something counts each time. */
const READING: ReadonlySet<CommandName> = new Set<CommandName>([
  'summary',
  'forecast',
  'restock',
  'products',
  'branches',
  'chart',
  'report',
  'why',
  'uploads',
  'profit',
  'help',
  'menu',
  'export-help',
  'privacy',
])

/**
 * What to answer next. Commands, taps and files are answered at once, each by itself. A text that says
 * nothing by itself waits a moment for the next one, and what came in one breath is read together:
 * "penjualan" + "minggu lalu" + "dong" is one question and gets one answer.
 */
export const nextTurn = async (
  world: World,
  claim: Claim,
  messages: readonly [Pending, ...Pending[]],
): Promise<Turn> => {
  const [message] = messages
  const alone: Turn = { kind: 'now', message, absorbed: [] }
  if (claim.membership === null || textOf(message) === null) return alone
  const run = breath(messages)
  const meant = await understand(world, claim, message.arrival)
  if (!isHalf(meant)) return { ...alone, absorbed: seqsOf(repeats(run, meant)) }
  if (mayGoOn(run, messages)) {
    const at = (run.at(-1)?.receivedAt ?? 0) + world.pace.burstMs
    if (world.now() < at) return { kind: 'later', at }
  }
  return run.length === 1 ? alone : together(world, claim, run)
}

/** The texts that came in one breath, from the first one on. */
const breath = ([first, ...rest]: readonly [Pending, ...Pending[]]): readonly Pending[] => {
  const run = [first]
  for (const next of rest) {
    const before = run.at(-1) ?? first
    // Late deliveries come out of order, so what stands behind may be far older.
    const isNear = Math.abs(next.arrival.sentAt - before.arrival.sentAt) <= GAP_MS
    if (textOf(next) === null || !isNear || run.length === RUN_MAX) break
    run.push(next)
  }
  return run
}

/** A tap or a file after it shows that the person has moved on. */
const mayGoOn = (run: readonly Pending[], messages: readonly Pending[]): boolean =>
  run.length === messages.length && run.length < RUN_MAX

/** The same words again, right behind. */
const repeats = (run: readonly Pending[], meant: Intent): readonly Pending[] => {
  const [first, ...rest] = run
  if (first === undefined || meant.kind !== 'command' || !READING.has(meant.name)) return []
  const words = plainly(first)
  const end = rest.findIndex((next) => plainly(next) !== words)
  return end === -1 ? rest : rest.slice(0, end)
}

/** Reads all of it as one; failing that the half thoughts before the first whole one. */
const together = async (world: World, claim: Claim, run: readonly Pending[]): Promise<Turn> => {
  const meanings = await Promise.all(run.map((each) => understand(world, claim, each.arrival)))
  const spoken = run.filter((_, i) => !isCourtesy(meanings[i]))
  const whole = joined(run, spoken)
  if (!isHalf(await understand(world, claim, whole.arrival))) return turnOf(whole, run)
  const until = meanings.findIndex((meaning) => !isHalf(meaning))
  if (until === -1) return turnOf(whole, run)
  const halves = run.slice(0, until).filter((each) => spoken.includes(each))
  const next = run[until]
  if (halves.length === 0 && next) return turnOf(next, run.slice(0, until + 1))
  return turnOf(joined(run, halves), run.slice(0, until))
}

const turnOf = (message: Pending, all: readonly Pending[]): Turn => ({
  kind: 'now',
  message,
  absorbed: seqsOf(all.filter((each) => each.seq !== message.seq)),
})

/** The first message of the run with the words of `parts`. */
const joined = (run: readonly Pending[], parts: readonly Pending[]): Pending => {
  const [first] = run
  if (first === undefined) throw new Error('a breath has at least one message')
  const text = (parts.length === 0 ? run : parts).map((each) => textOf(each) ?? '').join(' ')
  return { ...first, arrival: { ...first.arrival, content: { kind: 'text', text } } }
}

const isHalf = (meant: Intent | undefined): boolean =>
  meant?.kind === 'unclear' || isCourtesy(meant)

const isCourtesy = (meant: Intent | undefined): boolean =>
  meant?.kind === 'command' && (meant.name === 'greeting' || meant.name === 'thanks')

const textOf = ({ arrival }: Pending): string | null =>
  arrival.content.kind === 'text' ? arrival.content.text : null

const plainly = (message: Pending): string | undefined => textOf(message)?.trim().toLowerCase()

const seqsOf = (messages: readonly Pending[]): readonly number[] => messages.map(({ seq }) => seq)
