import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { getRequestListener } from '@hono/node-server'
import { config as readEnvFile } from 'dotenv'
import { type AppOptions, startApp } from './app.ts'
import { geminiModel } from './assistant/gemini.ts'
import type { LanguageModel } from './assistant/model.ts'
import { askQuestion } from './cli/ask.ts'
import { backUpDatabase, restoreDatabase } from './cli/backup.ts'
import { type DoctorWorld, examine } from './cli/doctor.ts'
import { importFromDisk } from './cli/import.ts'
import { inspectFile } from './cli/inspect.ts'
import { inviteShop } from './cli/invite.ts'
import { type ProfileWorld, setProfile } from './cli/profile.ts'
import { manageTemplates, type TemplatesWorld } from './cli/templates.ts'
import { manageTokens } from './cli/tokens.ts'
import { type Config, DATABASE_URL_DEFAULT, readConfig, type WhatsAppConfig } from './config.ts'
import { startDemo } from './demo.ts'
import { PACE, type Policy } from './flow/world.ts'
import { type Log, makeLog } from './log.ts'
import type { Language, Shop } from './sales/shop.ts'
import { isPostgres } from './store/postgres.ts'
import { graphChannel, graphDesk } from './whatsapp/client.ts'

const DEMO_DATABASE_URL = 'file:./data/demo.db'
/** A drain that takes longer is cut off: what is left waits safely in the database. */
const DRAIN_MS_MAX = 25_000
/** Slow or silent clients must not hold connections: Meta sends a webhook at once. */
const HEADERS_MS_MAX = 15_000
const REQUEST_MS_MAX = 30_000
/** 100 MB over a shop's line of 2 Mbit/s. Only uploads have so long. */
const UPLOAD_MS_MAX = 7 * 60_000
const UPLOAD_PATHS = ['/api/v1/sales', '/dashboard/uploads']

/** `shopbell` serves; `shopbell inspect FILE` reads one file without storing it, and so on. */
export const main = async (args: readonly string[]): Promise<void> => {
  readEnvFile({ quiet: true })
  const read = readConfig(process.env)
  if (!read.ok) return complain(read.problems)
  const [name, ...rest] = args
  if (name === undefined) return serve(read.config)
  const command = COMMANDS.get(name)
  if (command === undefined) {
    return complain([`unknown command “${name}”; there are: ${[...COMMANDS.keys()].join(', ')}`])
  }
  process.exitCode = await command(rest, read.config)
}

type Command = (args: readonly string[], config: Config) => Promise<number>

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const COMMANDS = new Map<string, Command>([
  ['inspect', (args, config) => inspectFile(args, config.defaults, Date.now(), print)],
  [
    'import',
    (args, config) =>
      importFromDisk(args, { ...onDatabase(config), port: config.port, fontDir: config.fontDir }),
  ],
  [
    'ask',
    (args, config) =>
      askQuestion(args, {
        ...onDatabase(config),
        fontDir: config.fontDir,
        policy: policyOf(config),
        model: modelOf(config),
        readLines: () => createInterface({ input: process.stdin }),
      }),
  ],
  ['token', (args, config) => manageTokens(args, onDatabase(config))],
  ['invite', (args, config) => inviteShop(args, { ...onDatabase(config), signup: config.signup })],
  ['backup', (args, config) => backUpDatabase(args, onDatabase(config))],
  ['restore', (args, config) => restoreDatabase(args, onDatabase(config))],
  ['doctor', (_args, config) => examine(examination(config))],
  ['templates', (args, config) => atDesk(config, (desk) => manageTemplates(args, desk))],
  ['profile', (_args, config) => atDesk(config, setProfile)],
])

const examination = (config: Config): DoctorWorld => {
  const { whatsapp } = config
  const fallback = whatsapp === null ? DEMO_DATABASE_URL : DATABASE_URL_DEFAULT
  return {
    databaseUrl: config.databaseUrl ?? fallback,
    whatsapp: whatsapp && { ...whatsapp, desk: graphDesk(whatsapp) },
    model: modelOf(config),
    now: Date.now,
    print,
  }
}

type DeskWorld = TemplatesWorld & ProfileWorld

/** Runs a command that needs the account at Meta, or says which setting is missing. */
const atDesk = async (
  { whatsapp, defaults }: Config,
  command: (world: DeskWorld) => Promise<number>,
): Promise<number> => {
  if (whatsapp === null || whatsapp.accountId === null) {
    print('This needs the WhatsApp settings and WA_WABA_ID; .env.example explains each one.')
    return 1
  }
  const { accountId, phoneIds } = whatsapp
  const desk = graphDesk(whatsapp)
  return command({ desk, accountId, phoneIds, language: defaults.language, print })
}

/** The database the service of the same settings uses. */
const onDatabase = (config: Config) => {
  if (config.whatsapp === null && config.databaseUrl === null) {
    process.stderr.write(
      'Without WhatsApp settings this is the demo’s database: npm start begins it afresh. ' +
        'Set DATABASE_URL to keep one.\n',
    )
  }
  const ofService = config.whatsapp === null ? DEMO_DATABASE_URL : DATABASE_URL_DEFAULT
  return {
    databaseUrl: config.databaseUrl ?? ofService,
    shop: firstShop(config),
    now: Date.now,
    newId: randomUUID,
    print,
  }
}

const complain = (problems: readonly string[]): void => {
  process.stderr.write(
    `Shopbell cannot start:\n${problems.map((problem) => `  - ${problem}\n`).join('')}` +
      'Settings are read from the environment and from .env; .env.example explains each one.\n' +
      'Without any WhatsApp setting the demo starts.\n',
  )
  process.exitCode = 1
}

const serve = async (config: Config): Promise<void> => {
  const log = makeLog(config.whatsapp ? config.logLevel : 'warn')
  // Routes are hung in when the port is known: the simulated phone needs its own address.
  const routes = {
    fetch: (_request: Request, _env: object): Response | Promise<Response> => unavailable(),
  }
  const answer = getRequestListener((request, env) => routes.fetch(request, env))
  const server = createServer((incoming, outgoing) => {
    hurry(incoming)
    return answer(incoming, outgoing)
  })
  server.headersTimeout = HEADERS_MS_MAX
  server.requestTimeout = UPLOAD_MS_MAX
  const port = await listen(server, config)
  if (port === null) {
    return complain([
      `PORT: ${config.port} is taken by another program; set another one, such as PORT=${config.port + 1}`,
    ])
  }
  const origin = `http://127.0.0.1:${port}`
  const app = config.whatsapp
    ? await startReal(config, config.whatsapp, log)
    : await startDemo({
        app: appOptions(config, log),
        origin,
        databaseUrl: config.databaseUrl ?? DEMO_DATABASE_URL,
        isOwnDatabase: config.databaseUrl === null,
      })
  routes.fetch = app.fetch
  stopOnSignal(server, app, log)
  if (config.whatsapp)
    log.info('ready', { port, database: databaseName(config), role: config.role })
  else process.stdout.write(`\nShopbell demo: open  http://localhost:${port}\n\n`)
}

/** Where the data lies, without the password. */
const databaseName = ({ databaseUrl }: Config): string => {
  const name = databaseUrl ?? DATABASE_URL_DEFAULT
  return isPostgres(name) ? `${new URL(name).host}${new URL(name).pathname}` : name
}

/** Node knows one limit for all requests, so the shorter one for all but uploads is kept here. */
const hurry = (incoming: IncomingMessage): void => {
  if (UPLOAD_PATHS.some((path) => incoming.url?.startsWith(path))) return
  const deadline = setTimeout(() => {
    if (!incoming.complete) incoming.destroy()
  }, REQUEST_MS_MAX)
  incoming.once('close', () => clearTimeout(deadline))
}

const unavailable = (): Response => new Response('starting', { status: 503 })

/** The port listened on; null when it is taken. */
const listen = (server: Server, { port, host }: Config): Promise<number | null> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

/** What listens on the port and can be stopped: the real service or the demo. */
type Serving = {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>
  readonly stop: () => Promise<void>
}

const startReal = async (config: Config, whatsapp: WhatsAppConfig, log: Log): Promise<Serving> => {
  const app = await startApp({
    ...appOptions(config, log),
    databaseUrl: config.databaseUrl ?? DATABASE_URL_DEFAULT,
    role: config.role,
    phoneIds: whatsapp.phoneIds,
    appSecrets: whatsapp.appSecrets,
    verifyToken: whatsapp.verifyToken,
    owner: whatsapp.target,
    channel: graphChannel({
      token: whatsapp.token,
      graphUrl: whatsapp.graphUrl,
      apiVersion: whatsapp.apiVersion,
      mediaHosts: whatsapp.mediaHosts,
    }),
  })
  return { fetch: (request, env) => app.http.fetch(request, env), stop: app.stop }
}

const appOptions = (
  config: Config,
  log: Log,
): Pick<
  AppOptions,
  | 'model'
  | 'shop'
  | 'policy'
  | 'pace'
  | 'fontDir'
  | 'watchDir'
  | 'metricsToken'
  | 'publicUrl'
  | 'sessionSecret'
  | 'log'
  | 'now'
  | 'newId'
> => ({
  log,
  now: Date.now,
  newId: randomUUID,
  pace: PACE,
  fontDir: config.fontDir,
  watchDir: config.watchDir,
  metricsToken: config.metricsToken,
  publicUrl: config.publicUrl,
  sessionSecret: config.sessionSecret,
  model: modelOf(config),
  policy: policyOf(config),
  shop: firstShop(config),
})

const modelOf = ({ gemini }: Config): LanguageModel | null => {
  if (gemini === null) return null
  const { narrativeModel, transcribeModel } = gemini
  return geminiModel({
    ...gemini,
    baseUrl: gemini.baseUrl ?? undefined,
    thinkingLevel: gemini.thinkingLevel ?? undefined,
    modelFor: {
      ...(narrativeModel && { narrative: narrativeModel }),
      ...(transcribeModel && { transcript: transcribeModel }),
    },
  })
}

const policyOf = (config: Config): Policy => ({
  signup: config.signup,
  defaults: config.defaults,
  supportContact: config.supportContact,
  alertTemplate: config.whatsapp?.alertTemplate ?? null,
  messageBudget: config.messageBudget,
  modelBudget: config.gemini?.dailyTokens ?? null,
  hasNarrative: config.gemini?.hasNarrative ?? false,
})

/** What the only shop is called until its owner says otherwise. */
const FIRST_SHOP_NAMES: Readonly<Record<Language, string>> = {
  id: 'Toko',
  en: 'Shop',
  es: 'Tienda',
  pt: 'Loja',
}

const firstShop = ({ defaults }: Config): Shop => ({
  id: 'default',
  name: FIRST_SHOP_NAMES[defaults.language],
  closingHour: 0,
  ...defaults,
})

/** The first signal drains and closes; a second one, or a drain that hangs, ends at once. */
const stopOnSignal = (server: Server, app: Serving, log: Log): void => {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), DRAIN_MS_MAX).unref()
    server.close()
    server.closeIdleConnections()
    await app.stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}
