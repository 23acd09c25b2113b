import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import { QUESTION_KINDS } from '../ingest/reading.ts'
import type { Shop } from '../sales/shop.ts'
import type { ApiImport, StoredAnswer } from '../store/api-imports.ts'
import type { Store } from '../store/store.ts'
import type { Imports, Taken } from './imports.ts'
import { errorPart, problem } from './problems.ts'
import { linesRead } from './progress.ts'
import { requestFile } from './request-file.ts'

/** Load balancers cut a silent connection at 60 s; a longer import is answered with its address. */
const ANSWER_MS_MAX = 50_000
/** A small file takes about a second. */
const RETRY_AFTER_SECONDS = '2'
/**
 * A till that sends each receipt by itself, or five years of months at once, still gets through; a script that has
 * gone round in a circle does not keep the others waiting.
 */
const PACE = { everyMs: 2000, burst: 120 }
/** What a UUID, a file name or a date with a till's number needs, and no more. */
const KEY = /^[\x21-\x7e]{1,255}$/
const ANSWER_PREFIX = 'answer.'
const ANSWER_CHARS_MAX = 200

/** `POST /api/v1/sales`: the file in the request, read as the chat would read it. */
export const postSales =
  (imports: Imports, store: Pick<Store, 'takeTurn' | 'readApiImport'>) =>
  async (c: Context, shop: Shop, tokenHash: string): Promise<Response> => {
    const waitMs = await store.takeTurn(tokenHash, PACE)
    if (waitMs > 0) {
      c.header('retry-after', String(Math.ceil(waitMs / 1000)))
      return problem(c, 'too-fast')
    }
    const order = orderOf(c)
    if (typeof order === 'string') return problem(c, 'bad-request', order)
    const { key, answers, replaces } = order
    const seat = imports.seat(shop.id)
    if (seat === null) return later(c, 'too-many')
    try {
      const file = await requestFile(c, shop.language)
      if (!file.ok) return problem(c, file.code, file.detail)
      const { bytes, fileName } = file
      const taken = await imports.begin({ shop, fileName, bytes, answers, replaces }, key, seat)
      return wantsEvents(c) && 'answer' in taken
        ? eventsOf(c, store, { shopId: shop.id, taken })
        : await answerOf(c, taken)
    } finally {
      // An import that was begun has taken its seat along and leaves when it is done.
      seat.leave()
    }
  }

type Order = {
  readonly key: string | null
  readonly answers: Readonly<Record<string, string>>
  readonly replaces: boolean
}

/** What is asked for besides the file; a text says what is wrong with it. */
const orderOf = (c: Context): Order | string => {
  const key = c.req.header('idempotency-key') ?? null
  if (key !== null && !KEY.test(key)) return 'Idempotency-Key takes 1 to 255 visible characters.'
  const answers = answersOf(c)
  if (typeof answers === 'string') return answers
  const mode = c.req.query('mode') ?? 'add'
  return mode === 'add' || mode === 'replace'
    ? { key, answers, replaces: mode === 'replace' }
    : 'mode is “add” or “replace”.'
}

/** The answers a request brings as `?answer.KIND=OPTION`; a text says what is wrong with them. */
export const answersOf = (c: Context): Readonly<Record<string, string>> | string => {
  const given = Object.entries(c.req.query()).filter(([name]) => name.startsWith(ANSWER_PREFIX))
  const answers = given.map(([name, value]) => [name.slice(ANSWER_PREFIX.length), value] as const)
  const stray = answers.find(([kind]) => !QUESTION_KINDS.some((known) => known === kind))
  if (stray) return `There is no question “${stray[0]}”; there are ${QUESTION_KINDS.join(', ')}.`
  const empty = answers.find(([, value]) => value === '' || value.length > ANSWER_CHARS_MAX)
  if (empty) return `answer.${empty[0]} needs the id of an option.`
  return Object.fromEntries(answers)
}

type Answered = Extract<Taken, { readonly answer: unknown }>

const wantsEvents = (c: Context): boolean =>
  (c.req.header('accept') ?? '').toLowerCase().includes('text/event-stream')

/**
 * The answer as it comes: `progress` whenever more lines are staged, at the end one `done` or `failed` with
 * what would have been the answer, its status beside it. Who hangs up finds the rest under `location`.
 */
const eventsOf = (
  c: Context,
  store: Pick<Store, 'readApiImport'>,
  { shopId, taken }: { readonly shopId: string; readonly taken: Answered },
): Response => {
  const { id, answer } = taken
  async function* events(): AsyncGenerator<string> {
    for await (const lines of linesRead(store, { shopId, id }, answer)) {
      yield event('progress', JSON.stringify({ id, lines }))
    }
    const { status, body } = await answer
    const name = DONE.includes(status) ? 'done' : 'failed'
    yield event(name, `{"id":${JSON.stringify(id)},"status":${status},"result":${body}}`)
  }
  c.header('location', `/api/v1/imports/${id}`)
  if (taken.kind === 'answered') c.header('idempotent-replayed', 'true')
  return c.body(ReadableStream.from(events()).pipeThrough(new TextEncoderStream()), 200, {
    'content-type': 'text/event-stream',
    // Proxies that gather answers before passing them on would make the progress useless.
    'x-accel-buffering': 'no',
  })
}

/** One message of an event stream; JSON has no line ends of its own. */
const event = (name: string, data: string): string => `event: ${name}\ndata: ${data}\n\n`

const later = (c: Context, code: 'too-many' | 'key-running'): Response => {
  c.header('retry-after', RETRY_AFTER_SECONDS)
  return problem(c, code)
}

const answerOf = async (c: Context, taken: Taken): Promise<Response> => {
  if (taken.kind === 'other-file') return problem(c, 'key-reused')
  c.header('location', `/api/v1/imports/${taken.id}`)
  if (taken.kind === 'elsewhere') return later(c, 'key-running')
  if (taken.kind === 'answered') c.header('idempotent-replayed', 'true')
  const isAsync = /(?:^|[,;\s])respond-async(?:$|[,;\s])/i.test(c.req.header('prefer') ?? '')
  if (isAsync) c.header('preference-applied', 'respond-async')
  const answer = await withinMs(taken.answer, isAsync ? 0 : ANSWER_MS_MAX)
  if (answer !== null) return sent(c, answer)
  return c.json({ id: taken.id, state: 'reading', lines: 0 }, 202)
}

/** null: not there yet. An answer that is there already wins even without waiting. */
const withinMs = async (
  answer: Promise<StoredAnswer>,
  ms: number,
): Promise<StoredAnswer | null> => {
  const patience = new AbortController()
  const late = sleep(ms, null, { signal: patience.signal }).catch(() => null)
  try {
    return await Promise.race([answer, late])
  } finally {
    patience.abort()
  }
}

const sent = (c: Context, { status, body }: StoredAnswer): Response =>
  c.newResponse(body, {
    status,
    headers: { 'content-type': 'application/json' },
  } as Parameters<Context['newResponse']>[1])

/** `GET /api/v1/imports/{id}`: how far an upload is, and at the end its answer. */
export const getImport =
  (store: Store, now: () => number) =>
  async (c: Context, shop: Shop): Promise<Response> => {
    const id = c.req.param('id') ?? ''
    const found = await store.readApiImport({ shopId: shop.id, id })
    if (found === null) return problem(c, 'not-found')
    return c.json(stateOf(found, now()))
  }

const stateOf = ({ id, lines, leaseUntil, answer }: ApiImport, now: number) => {
  if (answer !== null) {
    const { status, body } = answer
    // Written by imports.ts, JSON.
    const result: unknown = JSON.parse(body)
    return { id, state: DONE.includes(status) ? 'done' : 'failed', lines, status, result }
  }
  if (leaseUntil > now) return { id, state: 'reading', lines }
  return { id, state: 'failed', lines, status: 500, result: errorPart('broken-off') }
}

const DONE: readonly number[] = [200, 201]
