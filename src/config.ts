import { z } from 'zod'
import type { Language } from './sales/shop.ts'

/** Settings as the program uses them: checked, complete, frozen. */
export type Config = {
  /** null: no WhatsApp settings at all, so the demo with its simulated phone is served. */
  readonly whatsapp: WhatsAppConfig | null
  readonly gemini: GeminiConfig | null
  /** Null when not set: the demo then starts afresh, the real service uses its default file. */
  readonly databaseUrl: string | null
  /** What this process does: all of it, or one side of what several processes share. */
  readonly role: 'all' | 'web' | 'work'
  readonly port: number
  readonly host: string
  /** Where browsers reach us, `https://toko.example`; null: not said. */
  readonly publicUrl: string | null
  /** Signs the links to the dashboard; null: the service makes one and keeps it. */
  readonly sessionSecret: string | null
  readonly signup: 'closed' | 'invite' | 'open'
  readonly defaults: {
    readonly language: Language
    readonly timeZone: string
    readonly currency: string
  }
  readonly supportContact: string | null
  /** Billed messages a month and number at which the operator is told. */
  readonly messageBudget: number
  readonly watchDir: string | null
  readonly fontDir: string | null
  /** What /metrics asks for; null: only programs on this machine may look. */
  readonly metricsToken: string | null
  readonly logLevel: string
}

export type WhatsAppConfig = {
  readonly token: string
  /** The numbers we answer on, by their ids at Meta. */
  readonly phoneIds: readonly string[]
  /** The WhatsApp business account; only the operator's commands need it. */
  readonly accountId: string | null
  /** The first owner's number, digits with country code. */
  readonly target: string | null
  /** Two during a rotation; either signs. */
  readonly appSecrets: readonly string[]
  readonly verifyToken: string
  readonly apiVersion: string
  readonly graphUrl: string
  readonly mediaHosts: readonly string[]
  /** Approved utility template for alerts outside the service window. */
  readonly alertTemplate: string | null
}

type GeminiConfig = {
  readonly apiKey: string
  readonly model: string
  readonly baseUrl: string | null
  readonly timeoutMs: number
  readonly apiVersion: string
  readonly thinkingLevel: 'MINIMAL' | 'LOW' | 'MEDIUM' | 'HIGH' | null
  /** Models of their own for the report's words and for voice notes. */
  readonly narrativeModel: string | null
  readonly transcribeModel: string | null
  /** Tokens a day, all shops together. */
  readonly dailyTokens: number | null
  /** Whether the report may be told in the model's words. */
  readonly hasNarrative: boolean
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Where sales are kept when nothing is said. */
export const DATABASE_URL_DEFAULT = 'file:./data/shopbell.db'
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
const PHONE_DIGITS = /^\d{7,15}$/

const text = z.string().trim().min(1)
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` })
const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    // Intl has no other way to ask; the setting's own problem text follows.
    return false
  }
}

/** Every setting, in the order of .env.example; a test keeps the three lists alike. */
const SETTINGS = {
  WA_TOKEN: text.optional(),
  WA_PHONE_ID: text
    .regex(/^\d+(\s*,\s*\d+)*$/, 'is the number’s id at Meta: digits only, several with commas')
    .transform((ids) => [...new Set(ids.split(',').map((id) => id.trim()))])
    .optional(),
  WA_TARGET: text
    .transform((number) => number.replace(/[\s+().-]/g, ''))
    .refine((number) => PHONE_DIGITS.test(number) && !number.startsWith('0'), {
      error: 'must be a number with country code, such as 6281234567890',
    })
    .optional(),
  WA_APP_SECRET: text.optional(),
  WA_VERIFY_TOKEN: text.optional(),
  WA_WABA_ID: text.regex(/^\d+$/, 'is the account’s id at Meta: digits only').optional(),
  WA_API_VERSION: text.regex(/^v\d+\.0$/, 'must look like v25.0').default('v25.0'),
  WA_GRAPH_URL: z.url('must be an address').default('https://graph.facebook.com'),
  WA_MEDIA_HOSTS: text
    .transform((hosts) => hosts.split(',').map((host) => host.trim()))
    .default(['lookaside.fbsbx.com']),
  WA_ALERT_TEMPLATE: text
    .regex(/^[a-z0-9_]+$/, 'is a template name: small letters, digits, underscores')
    .optional(),
  GEMINI_API_KEY: text.optional(),
  GEMINI_MODEL: text.default('gemini-3.5-flash-lite'),
  GEMINI_NARRATIVE_MODEL: text.optional(),
  GEMINI_TRANSCRIBE_MODEL: text.optional(),
  GEMINI_API_VERSION: oneOf(['v1', 'v1beta']).default('v1'),
  GEMINI_BASE_URL: z.url('must be an address').optional(),
  GEMINI_TIMEOUT_MS: z.coerce.number().int().min(500).max(60_000).default(6000),
  GEMINI_THINKING_LEVEL: oneOf(['MINIMAL', 'LOW', 'MEDIUM', 'HIGH']).optional(),
  GEMINI_DAILY_TOKEN_BUDGET: z.coerce.number('must be a number of tokens').int().min(0).optional(),
  AI_NARRATIVE: oneOf(['on', 'off']).default('on'),
  DATABASE_URL: text
    .refine((url) => /^(file|postgres|postgresql):/.test(url), {
      error: 'must begin with file: (SQLite) or postgres:// (a server)',
    })
    .optional(),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  HOST: text.default('0.0.0.0'),
  ROLE: oneOf(['all', 'web', 'work']).default('all'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://shop.example' })
    .optional(),
  SESSION_SECRET: text.min(32, 'must have at least 32 characters').optional(),
  SIGNUP: oneOf(['closed', 'invite', 'open']).default('closed'),
  DEFAULT_LOCALE: oneOf(['id', 'en', 'es', 'pt']).default('id'),
  DEFAULT_TIMEZONE: text
    .refine(isTimeZone, { error: 'must be a zone name such as Asia/Jakarta' })
    .default('Asia/Jakarta'),
  DEFAULT_CURRENCY: text.regex(/^[A-Z]{3}$/, 'must be a currency code such as IDR').default('IDR'),
  SUPPORT_CONTACT: text.optional(),
  MESSAGE_BUDGET: z.coerce.number('must be a number of messages').int().min(1).default(1000),
  WATCH_DIR: text.optional(),
  FONT_DIR: text.optional(),
  METRICS_TOKEN: text.optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
}

const schema = z.object(SETTINGS)
type Settings = z.infer<typeof schema>

/** What the real number cannot work without, and where to find it. */
const NEEDED: readonly (readonly [keyof Settings, string])[] = [
  ['WA_TOKEN', 'a System User token (Meta Business settings → System users)'],
  ['WA_PHONE_ID', 'the number’s id (App dashboard → WhatsApp → API setup)'],
  ['WA_APP_SECRET', 'the app secret (App dashboard → Settings → Basic); it signs the webhooks'],
  ['WA_VERIFY_TOKEN', 'any secret word of yours; enter the same one at Meta with the webhook'],
]

/**
 * Reads the environment. Empty values count as absent. Every problem is reported at once, each as one
 * line that says which setting, what is wrong and what to do.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): ConfigResult => {
  const given = Object.fromEntries(
    Object.keys(SETTINGS)
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(given)
  const shapeProblems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const problems = [...shapeProblems, ...halfFilled(given)]
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  const unsafe = unsafeAddresses(parsed.data)
  if (unsafe.length > 0) return { ok: false, problems: unsafe }
  return { ok: true, config: Object.freeze(configFrom(parsed.data, given)) }
}

const isLive = (given: Readonly<Record<string, unknown>>): boolean =>
  [...NEEDED.map(([name]) => name), 'WA_TARGET'].some((name) => given[name] !== undefined)

/** Ways of signing up in which the first owner need not be named. */
const ALONE: ReadonlySet<unknown> = new Set(['open', 'invite'])

const halfFilled = (given: Readonly<Record<string, unknown>>): string[] => {
  const problems: string[] = []
  if (isLive(given)) {
    for (const [name, where] of NEEDED) {
      if (given[name] === undefined) problems.push(`${name}: missing; it is ${where}`)
    }
    if (given['WA_TARGET'] === undefined && !ALONE.has(given['SIGNUP'])) {
      problems.push(
        'WA_TARGET: missing; it is the first owner’s number, such as 6281234567890 ' +
          '(or set SIGNUP=open so that anybody may start a shop)',
      )
    }
  } else if (given['WATCH_DIR'] !== undefined) {
    problems.push('WATCH_DIR: needs the WhatsApp settings too, the report goes to WA_TARGET')
  }
  if (['web', 'work'].includes(String(given['ROLE'])) && !isServer(given['DATABASE_URL'])) {
    problems.push(
      'ROLE: web and work share a database server; a SQLite file has one process ' +
        '(set DATABASE_URL=postgres://…, or ROLE=all)',
    )
  }
  return problems
}

const isServer = (databaseUrl: unknown): boolean => String(databaseUrl).startsWith('postgres')

/** Tokens travel to these addresses: https, or a test server on this very machine. */
const unsafeAddresses = (settings: Settings): string[] =>
  (['WA_GRAPH_URL', 'GEMINI_BASE_URL'] as const).flatMap((name) => {
    const value = settings[name]
    if (value === undefined) return []
    const url = new URL(value)
    const safe =
      url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
    return safe ? [] : [`${name}: must be https (http only for a test server on 127.0.0.1)`]
  })

const configFrom = (settings: Settings, given: Readonly<Record<string, unknown>>): Config => ({
  whatsapp: isLive(given) ? whatsappFrom(settings) : null,
  gemini: geminiFrom(settings),
  databaseUrl: settings.DATABASE_URL ?? null,
  role: settings.ROLE,
  port: settings.PORT,
  host: settings.HOST,
  publicUrl: settings.PUBLIC_URL === undefined ? null : new URL(settings.PUBLIC_URL).origin,
  sessionSecret: settings.SESSION_SECRET ?? null,
  signup: settings.SIGNUP,
  defaults: {
    language: settings.DEFAULT_LOCALE,
    timeZone: settings.DEFAULT_TIMEZONE,
    currency: settings.DEFAULT_CURRENCY,
  },
  supportContact: settings.SUPPORT_CONTACT ?? null,
  messageBudget: settings.MESSAGE_BUDGET,
  watchDir: settings.WATCH_DIR ?? null,
  fontDir: settings.FONT_DIR ?? null,
  metricsToken: settings.METRICS_TOKEN ?? null,
  logLevel: settings.LOG_LEVEL,
})

const geminiFrom = (settings: Settings): GeminiConfig | null =>
  settings.GEMINI_API_KEY === undefined
    ? null
    : {
        apiKey: settings.GEMINI_API_KEY,
        model: settings.GEMINI_MODEL,
        baseUrl: settings.GEMINI_BASE_URL ?? null,
        timeoutMs: settings.GEMINI_TIMEOUT_MS,
        apiVersion: settings.GEMINI_API_VERSION,
        thinkingLevel: settings.GEMINI_THINKING_LEVEL ?? null,
        narrativeModel: settings.GEMINI_NARRATIVE_MODEL ?? null,
        transcribeModel: settings.GEMINI_TRANSCRIBE_MODEL ?? null,
        dailyTokens: settings.GEMINI_DAILY_TOKEN_BUDGET ?? null,
        hasNarrative: settings.AI_NARRATIVE === 'on',
      }

const whatsappFrom = (settings: Settings): WhatsAppConfig => ({
  token: settings.WA_TOKEN ?? '',
  phoneIds: settings.WA_PHONE_ID ?? [],
  accountId: settings.WA_WABA_ID ?? null,
  target: settings.WA_TARGET ?? null,
  appSecrets: (settings.WA_APP_SECRET ?? '').split(',').map((secret) => secret.trim()),
  verifyToken: settings.WA_VERIFY_TOKEN ?? '',
  apiVersion: settings.WA_API_VERSION,
  graphUrl: settings.WA_GRAPH_URL,
  mediaHosts: settings.WA_MEDIA_HOSTS,
  alertTemplate: settings.WA_ALERT_TEMPLATE ?? null,
})
