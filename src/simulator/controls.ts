import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Json, numberOf, objectOf, parseJson, textOf } from '../whatsapp/json.ts'
import { WINDOW_MS } from './chat.ts'
import { CALLS, type Fault } from './faults.ts'
import type { Simulator } from './graph.ts'
import type { Cast } from './people.ts'
import { REPORT_WAYS } from './talk.ts'

/** The clock the service lives by, and a nudge to look at it anew. */
export type Journey = {
  /** How far it is from the true time. */
  readonly offsetMs: () => number
  readonly jumpTo: (at: number) => void
  readonly comeBack: () => void
}

export type ControlOptions = {
  readonly simulator: Simulator
  readonly cast: Cast
  /** Absent where the clock cannot be moved. */
  readonly journey?: Journey
  /** Everything as at the first start; absent where that is not ours to do. */
  readonly reset?: () => Promise<void>
  /** Told after every change, so that open pages show it. */
  readonly onChange: () => void
}

/** Far enough for a year's seasons, near enough for every calendar in the house. */
const JOURNEY_MS_MAX = 2 * 366 * 86_400_000
const BODY_BYTES_MAX = 64 * 1024
const NAME_CHARS_MAX = 40
/** A fault for more calls than this is meant for always. */
const TIMES_MAX = 1000
/** As long as a client of Meta's may be kept waiting. */
const DELAY_MS_MAX = 60_000
/** Past the window's end by more than our own margin. */
const AFTER_WINDOW_MS = 60_000

/**
 * The circumstances of the talk as a small JSON API: people and tests use the same. A complaint is
 * `{error}` with 400; success is `{}` or what was made.
 */
export const controlRoutes = (options: ControlOptions): Hono => {
  const app = new Hono()
  const on = (path: string, act: (body: Json, c: Context) => Told | Promise<Told>) =>
    app.post(path, sameOrigin, bodyLimit({ maxSize: BODY_BYTES_MAX }), async (c) => {
      const told = await act(objectOf(parseJson(await c.req.text())), c)
      options.onChange()
      return typeof told === 'string' ? c.json({ error: told }, 400) : c.json(told)
    })
  on('/controls/clock', (body) => travel(options, body))
  on('/controls/window', (body) => closeWindow(options, body))
  on('/controls/faults', (body) => orderFault(options, body))
  on('/controls/faults/clear', () => {
    options.simulator.clearFaults()
    return {}
  })
  on('/controls/weather', (body) => setWeather(options, body))
  on('/controls/again', (body) => postAgain(options, body))
  on('/controls/people', (body) => addPerson(options, body))
  on('/controls/reset', () => reset(options))
  return app
}

/** What a control comes to: the answer's JSON, or the complaint. */
type Told = object | string

/**
 * Only this page may move things: a browser says where a request comes from, and another program on
 * this machine needs no protection from itself.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isForeign = origin !== undefined && !isOwn(origin, new URL(c.req.url).host)
  const isCross = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (isForeign || isCross) return c.json({ error: 'only the page itself may do this' }, 403)
  await next()
  return undefined
}

const isOwn = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host

const travel = ({ simulator, journey }: ControlOptions, body: Json): Told => {
  if (!journey) return 'this clock cannot be moved'
  if (body['back'] === true) journey.comeBack()
  else {
    const at = targetOf(body, simulator.now())
    if (at === null) return 'say “to” (a date with time), “by” (milliseconds) or “back”'
    const trueNow = simulator.now() - journey.offsetMs()
    if (Math.abs(at - trueNow) > JOURNEY_MS_MAX) return 'that is more than two years away'
    journey.jumpTo(at)
  }
  simulator.note({ kind: 'travelled' })
  return { now: simulator.now() }
}

const targetOf = (body: Json, now: number): number | null => {
  const by = numberOf(body['by'])
  if (by !== null) return now + by
  const to = Date.parse(textOf(body['to']) ?? '')
  return Number.isNaN(to) ? null : to
}

/** Waits, by jumping ahead, until this person's 24-hour window is closed. */
const closeWindow = (options: ControlOptions, body: Json): Told => {
  const person = options.cast.find(textOf(body['as']) ?? undefined)
  const { lastInboundAt } = options.simulator.chatWith(person)
  if (lastInboundAt === null) return 'this person has not written yet: no window is open'
  const to = new Date(lastInboundAt + WINDOW_MS + AFTER_WINDOW_MS).toISOString()
  return travel(options, { to })
}

const orderFault = ({ simulator }: ControlOptions, body: Json): Told => {
  const fault = faultOf(body)
  if (typeof fault === 'string') return fault
  simulator.failNext(fault)
  return {}
}

/** Only what this page can mean; anything else is a complaint rather than a guess. */
const faultOf = (body: Json): Fault | string => {
  const on = CALLS.find((call) => call === (body['on'] ?? 'messages'))
  if (on === undefined) return `on: one of ${CALLS.join(', ')}`
  const times = body['times'] === 'always' ? 'always' : wholeOf(body['times'] ?? 1)
  if (times === null) return `times: 1 to ${TIMES_MAX}, or “always”`
  const every = wholeOf(body['every'] ?? 1)
  if (every === null) return `every: 1 to ${TIMES_MAX}`
  const numbers = numbersOf(body)
  const flags = FLAGS.filter((flag) => body[flag] === true).map((flag) => [flag, true])
  const trouble = { ...numbers, ...Object.fromEntries(flags) }
  if (Object.keys(trouble).length === 0) return 'name the trouble: code, http, hang, reset …'
  return { on, times, ...(every > 1 ? { every } : {}), ...trouble }
}

const FLAGS = ['accepts', 'hang', 'reset', 'page', 'damaged', 'reportsBackwards'] as const

const numbersOf = (body: Json): Pick<Fault, 'code' | 'http' | 'delayMs' | 'failsLater'> => {
  const [code, http, delayMs, failsLater] = ['code', 'http', 'delayMs', 'failsLater'].map((name) =>
    numberOf(body[name]),
  )
  return {
    ...(code == null ? {} : { code }),
    ...(http == null ? {} : { http }),
    ...(delayMs == null ? {} : { delayMs: Math.min(delayMs, DELAY_MS_MAX) }),
    ...(failsLater == null ? {} : { failsLater }),
  }
}

const wholeOf = (value: unknown): number | null => {
  const number = numberOf(value)
  return number !== null && Number.isInteger(number) && number >= 1 && number <= TIMES_MAX
    ? number
    : null
}

const setWeather = ({ simulator }: ControlOptions, body: Json): Told => {
  const now = simulator.weather()
  const reports = REPORT_WAYS.find((way) => way === (body['reports'] ?? now.reports))
  if (reports === undefined) return `reports: one of ${REPORT_WAYS.join(', ')}`
  const repeats = typeof body['repeats'] === 'boolean' ? body['repeats'] : now.repeats
  simulator.setWeather({ reports, repeats })
  return {}
}

/** The webhook with this number in the journal once more; the newest without a number. */
const postAgain = async ({ simulator }: ControlOptions, body: Json): Promise<Told> => {
  const order = numberOf(body['order'])
  const posting = simulator
    .postings()
    .findLast((candidate) => order === null || candidate.order === order)
  if (!posting) return 'there is no such webhook to repeat'
  return { status: await simulator.again(posting) }
}

const addPerson = ({ cast }: ControlOptions, body: Json): Told => {
  const name = textOf(body['name'])?.trim().slice(0, NAME_CHARS_MAX)
  if (!name) return 'a person needs a name'
  return cast.add(name, body['hidden'] === true) ?? 'there are people enough'
}

const reset = async ({ reset: begin, cast, journey }: ControlOptions): Promise<Told> => {
  if (!begin) return 'this database is kept: DATABASE_URL names it'
  cast.dismiss()
  journey?.comeBack()
  await begin()
  return {}
}
