import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LanguageModel } from '../assistant/model.ts'
import { freeBytes } from '../store/disk.ts'
import { isPostgres } from '../store/postgres.ts'
import { sqlitePath } from '../store/sqlite.ts'
import { openReader } from '../store/store.ts'
import {
  type Desk,
  listTemplates,
  numberState,
  subscribedApps,
  tokenState,
} from '../whatsapp/desk.ts'
import { Refused, Unreachable } from '../whatsapp/errors.ts'
import { TEMPLATE_LANGUAGES, TEMPLATES } from '../whatsapp/templates.ts'

export type DoctorWorld = {
  readonly databaseUrl: string
  /** null: no WhatsApp settings, the demo. */
  readonly whatsapp: {
    readonly desk: Desk
    readonly token: string
    readonly phoneIds: readonly string[]
    readonly accountId: string | null
  } | null
  readonly model: LanguageModel | null
  readonly now: () => number
  readonly print: (text: string) => void
}

/** One line of the examination; `advice` says what to do about it. */
type Finding = { readonly name: string; readonly says: string; readonly advice: string | null }

type Check = { readonly name: string; readonly look: () => Promise<readonly Finding[]> }

const SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management']
const DAY_MS = 86_400_000
/** A token that ends sooner than this should be renewed now. */
const TOKEN_DAYS_MIN = 14
/** Webhook times and the service window are compared with our clock; the margin there is five minutes. */
const SKEW_MS_MAX = 60_000
/** A year of a busy shop is some hundred megabytes; an import needs room beside it. */
const DISK_BYTES_MIN = 1024 ** 3
const GIB = 1024 ** 3
const GEMINI_DEADLINE_MS = 15_000

/**
 * Looks at everything the service stands on, one line each, with one line of advice for what is wrong.
 * Changes nothing. Exit code 0 when all is well, 1 when something needs the operator.
 */
export const examine = async (world: DoctorWorld): Promise<number> => {
  const checks = [database(world), disk(world), ...whatsappChecks(world), gemini(world)]
  const found: Finding[] = []
  for (const check of checks) found.push(...(await lookAt(check)))
  for (const { name, says, advice } of found) {
    world.print(`${advice === null ? '✓' : '✗'} ${name}: ${says}`)
    if (advice !== null) world.print(`    → ${advice}`)
  }
  const sick = found.filter(({ advice }) => advice !== null).length
  world.print(sick === 0 ? 'All is well.' : `${sick} of ${found.length} need a hand.`)
  return sick === 0 ? 0 : 1
}

/** What goes wrong while looking is a finding too; the other checks go on. */
const lookAt = async ({ name, look }: Check): Promise<readonly Finding[]> => {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Refused) {
      return [
        { name, says: error.message, advice: 'see the words in brackets; doctor again after' },
      ]
    }
    if (error instanceof Unreachable) {
      return [{ name, says: error.message, advice: 'check network, proxy and WA_GRAPH_URL' }]
    }
    return [{ name, says: String(error), advice: 'look at the message; nothing was changed' }]
  }
}

const well = (name: string, says: string): Finding => ({ name, says, advice: null })

const database = ({ databaseUrl }: DoctorWorld): Check => ({
  name: 'database',
  look: async () => {
    if (isPostgres(databaseUrl)) return countOn(databaseUrl, new URL(databaseUrl).host)
    const path = sqlitePath(databaseUrl)
    if (!(await isThere(path))) {
      await access(await nearestFolder(path), constants.W_OK)
      return [well('database', `${path} does not exist yet; the first start makes it`)]
    }
    await access(path, constants.R_OK | constants.W_OK)
    return countOn(databaseUrl, path)
  },
})

const countOn = async (databaseUrl: string, place: string): Promise<readonly Finding[]> => {
  const reader = openReader(databaseUrl)
  try {
    const shops = await reader.countShops()
    const stopped = await reader.countMarketingStopped()
    return [
      well('database', `${place}, ${shops} ${shops === 1 ? 'shop' : 'shops'}`),
      ...(stopped === 0 ? [] : [well('marketing', `${stopped} want none; we send none`)]),
    ]
  } finally {
    await reader.close()
  }
}

const disk = ({ databaseUrl }: DoctorWorld): Check => ({
  name: 'disk',
  look: async () => {
    if (isPostgres(databaseUrl)) return [well('disk', 'nothing is kept here; watch the server’s')]
    const free = await freeBytes(await nearestFolder(sqlitePath(databaseUrl)))
    const says = `${(free / GIB).toFixed(1)} GiB free`
    const advice = free < DISK_BYTES_MIN ? 'make room: a full disk refuses webhooks' : null
    return [{ name: 'disk', says, advice }]
  },
})

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The folder itself, or the nearest one above it that exists. */
const nearestFolder = async (path: string): Promise<string> => {
  const folder = dirname(path)
  return folder === path || (await isThere(folder)) ? folder : nearestFolder(folder)
}

const whatsappChecks = (world: DoctorWorld): readonly Check[] => {
  const { whatsapp } = world
  if (whatsapp === null) {
    return [
      {
        name: 'whatsapp',
        look: async () => [well('whatsapp', 'no settings: npm start opens the demo')],
      },
    ]
  }
  const { desk, accountId } = whatsapp
  const ofAccount: Check[] =
    accountId === null
      ? [{ name: 'account', look: async () => [NO_ACCOUNT] }]
      : [subscription(desk, accountId), templates(desk, accountId)]
  const numbers = whatsapp.phoneIds.map((phoneId) => number(desk, phoneId))
  return [clock(desk, world.now), token(whatsapp, world.now), ...numbers, ...ofAccount]
}

const NO_ACCOUNT: Finding = {
  name: 'account',
  says: 'WA_WABA_ID is not set, so webhooks and templates cannot be looked at',
  advice: 'set WA_WABA_ID (App dashboard → WhatsApp → API setup)',
}

const clock = (desk: Desk, now: () => number): Check => ({
  name: 'clock',
  look: async () => {
    const theirs = await desk.time()
    if (theirs === null) return [well('clock', 'Meta told no time')]
    const skew = now() - theirs
    const says = `${Math.round(Math.abs(skew) / 1000)} s ${skew < 0 ? 'behind' : 'ahead of'} Meta`
    const isOff = Math.abs(skew) > SKEW_MS_MAX
    return [{ name: 'clock', says, advice: isOff ? 'switch time synchronisation (NTP) on' : null }]
  },
})

const token = (
  { desk, token: secret }: NonNullable<DoctorWorld['whatsapp']>,
  now: () => number,
): Check => ({
  name: 'token',
  look: async () => {
    const { scopes, expiresAt } = await tokenState(desk, secret)
    const missing = SCOPES.filter((scope) => !scopes.includes(scope))
    if (missing.length > 0) {
      const advice = 'give the system user these permissions and issue a new token'
      return [{ name: 'token', says: `lacks ${missing.join(' and ')}`, advice }]
    }
    if (expiresAt === null) return [well('token', 'permissions are right, never expires')]
    const days = Math.floor((expiresAt - now()) / DAY_MS)
    const advice = days < TOKEN_DAYS_MIN ? 'issue a System User token that does not expire' : null
    return [{ name: 'token', says: `permissions are right, ends in ${days} days`, advice }]
  },
})

const number = (desk: Desk, phoneId: string): Check => ({
  name: 'number',
  look: async () => {
    const state = await numberState(desk, phoneId)
    const says = [
      `${state.displayNumber} ${state.verifiedName}`.trim(),
      state.status ?? 'status not told',
      `quality ${state.quality ?? 'not told'}`,
    ].join(', ')
    const isDown = state.status !== null && state.status !== 'CONNECTED'
    const down = isDown ? 'register the number (WhatsApp manager → Phone numbers)' : null
    const red = state.quality === 'RED' ? 'people block or report it: send less, ask opt-in' : null
    return [{ name: 'number', says, advice: down ?? red }]
  },
})

const subscription = (desk: Desk, accountId: string): Check => ({
  name: 'webhook',
  look: async () => {
    const apps = await subscribedApps(desk, accountId)
    return apps.length > 0
      ? [well('webhook', `subscribed: ${apps.join(', ')}`)]
      : [
          {
            name: 'webhook',
            says: 'no app is subscribed, nothing can arrive',
            advice: 'subscribe the app to this account and to the field messages',
          },
        ]
  },
})

const templates = (desk: Desk, accountId: string): Check => ({
  name: 'templates',
  look: async () => {
    const states = await listTemplates(desk, accountId)
    return Object.values(TEMPLATES).map(({ name }) => {
      const mine = states.filter((state) => state.name === name)
      const approved = mine.filter(({ status }) => status === 'APPROVED')
      const says = `${approved.length} of ${TEMPLATE_LANGUAGES.length} languages approved`
      const other = mine.find(({ status }) => status !== 'APPROVED' && status !== 'PENDING')
      if (mine.length === 0) {
        return { name, says: 'not created', advice: 'npm run templates -- create' }
      }
      const advice = other && `${other.language} is ${other.status}: see WhatsApp manager`
      return { name, says, advice: advice ?? null }
    })
  },
})

const gemini = ({ model }: DoctorWorld): Check => ({
  name: 'gemini',
  look: async () => {
    if (model === null) return [well('gemini', 'no key: every answer is written in code')]
    const tasks = new Map(TASKS.map((task) => [model.nameFor(task), task]))
    return Promise.all([...tasks].map(([name, task]) => askModel(model, { name, task })))
  },
})

/** Work for which the operator may have chosen a model of its own; the last of the same model is asked. */
const TASKS = ['narrative', 'transcript', 'examine'] as const

const askModel = async (
  model: LanguageModel,
  { name, task }: { readonly name: string; readonly task: (typeof TASKS)[number] },
): Promise<Finding> => {
  const result = await model.generate({
    task,
    system: 'Answer with JSON.',
    parts: [{ text: 'Say that you are there: {"there": true}' }],
    schema: {
      type: 'object',
      properties: { there: { type: 'boolean' } },
      required: ['there'],
    },
    deadlineMs: GEMINI_DEADLINE_MS,
    maxOutputTokens: 50,
  })
  if (result.ok) return well('gemini', `${name} answers, ${result.usage.total} tokens`)
  const advice = 'check GEMINI_API_KEY and GEMINI_MODEL; until then words are written in code'
  return { name: 'gemini', says: result.detail, advice }
}
