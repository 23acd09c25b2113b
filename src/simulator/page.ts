import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { SampleFile } from '../sales/sample-shop.ts'
import { objectOf, parseJson, textOf } from '../whatsapp/json.ts'
import type { Person } from './chat.ts'
import { controlRoutes, type Journey, sameOrigin } from './controls.ts'
import type { Simulator } from './graph.ts'
import { type Cast, castOf } from './people.ts'
import { pageShell } from './shell.ts'
import { type Source, streamViews } from './stream.ts'
import { transcriptOf } from './transcript.ts'
import { chatView, peopleView, stateView } from './view.ts'
import type { Written } from './written.ts'

export type PhonePageOptions = {
  readonly simulator: Simulator
  /** Whose phone it is at first; more people can be added on the page. */
  readonly person: Person
  /** The name in the chat's head. */
  readonly title: string
  /** The sample file of this time, Unix milliseconds. */
  readonly sampleAt: (at: number) => SampleFile
  /** The clock the service lives by; absent where it cannot be moved. */
  readonly journey?: Journey
  /** Begins everything anew; absent where the database is to be kept. */
  readonly reset?: () => Promise<void>
}

/** WhatsApp takes files up to 100 MB; a file from a browser is held in memory, so less is allowed. */
const FILE_BYTES_MAX = 32 * 1024 * 1024
/** WhatsApp's own limit is 4096 characters; JSON may write each in six bytes. */
const WORDS_BYTES_MAX = 64 * 1024
/** Nothing from anywhere else, and no script or style inside the page. */
const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
/** Assets of one start of the program; a new version is asked for with every page. */
const FONT_CACHE = 'public, max-age=86400'

type Desk = PhonePageOptions & { readonly cast: Cast; readonly notices: Notices }

/**
 * The phone in the browser with its inspector and controls: mount it anywhere
 * (`app.route('/phone', phonePage(…))`). Everything it needs comes from here; the chat comes as
 * server-sent events.
 */
export const phonePage = (options: PhonePageOptions): Hono => {
  const desk: Desk = { ...options, cast: castOf(options.person), notices: noticesOf() }
  const small = bodyLimit({ maxSize: WORDS_BYTES_MAX })
  const large = bodyLimit({ maxSize: FILE_BYTES_MAX })
  // On each route rather than on all: mounted at the root, the page must not rule over the rest.
  const app = new Hono()
  app.get('/', guard, (c) => c.html(pageShell(options.title, c.req.path)))
  for (const [name, asset] of assets()) {
    app.get(`/page/${name}`, guard, (c) => c.body(asset.body, 200, asset.headers))
  }
  app.get('/events', guard, (c) =>
    streamSSE(c, (stream) => streamViews(sourceFor(desk, c), stream)),
  )
  app.get('/media/:id', guard, (c) => sendMedia(options.simulator, c))
  app.get('/transcript', guard, (c) => sendTranscript(desk, c))
  app.post('/say', guard, sameOrigin, small, (c) => act(c, desk, readSay))
  app.post('/tap', guard, sameOrigin, small, (c) => act(c, desk, readTap))
  app.post('/send', guard, sameOrigin, large, (c) => act(c, desk, readFile))
  app.post('/sample', guard, sameOrigin, small, (c) => act(c, desk, readSample))
  app.route('/', controlRoutes({ ...desk, onChange: desk.notices.tell }))
  return app
}

const guard: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  c.header('x-content-type-options', 'nosniff')
  c.header('content-security-policy', POLICY)
}

type Asset = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' }
/** For machines whose own fonts lack letters or emoji; a browser fetches them only then. */
const FONTS = {
  'inter.ttf': ['@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf', 'font/ttf'],
  'inter-bold.ttf': ['@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf', 'font/ttf'],
  'emoji.woff2': ['twemoji-colr-font/twemoji.woff2', 'font/woff2'],
} as const

const assets = (): readonly [string, Asset][] => {
  const folder = new URL('./page/', import.meta.url)
  const { resolve } = createRequire(import.meta.url)
  const own = readdirSync(folder).flatMap((name): [string, Asset][] => {
    const type = TYPES[name.split('.').at(-1) ?? '']
    if (type === undefined) return []
    const body = new Uint8Array(readFileSync(new URL(name, folder)))
    return [[name, { body, headers: { 'content-type': `${type}; charset=utf-8` } }]]
  })
  const fonts = Object.entries(FONTS).map(([name, [path, type]]): [string, Asset] => {
    const body = new Uint8Array(readFileSync(resolve(path)))
    return [name, { body, headers: { 'content-type': type, 'cache-control': FONT_CACHE } }]
  })
  return [...own, ...fonts]
}

/** The controls' own changes, of which the simulator knows nothing. */
type Notices = { readonly tell: () => void; readonly onTold: (listener: () => void) => () => void }

const noticesOf = (): Notices => {
  const listeners = new Set<() => void>()
  return {
    tell: () => {
      for (const listener of listeners) listener()
    },
    onTold: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const personOf = ({ cast }: Desk, c: Context): Person => cast.find(c.req.query('as'))

const sourceFor = (desk: Desk, c: Context): Source => {
  const { simulator, cast, journey, reset, notices } = desk
  const can = { travel: journey !== undefined, reset: reset !== undefined }
  const person = personOf(desk, c)
  return {
    views: {
      chat: () => chatView(simulator, person),
      people: () => peopleView(simulator, cast),
      state: () => stateView(simulator, { person, offsetMs: journey?.offsetMs() ?? 0, can }),
    },
    lines: () => [...simulator.calls(), ...simulator.postings()],
    onChange: (listener) => {
      const stops = [simulator.onChange(listener), notices.onTold(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    onLine: simulator.onLine,
  }
}

type Reader = (c: Context, desk: Desk) => Promise<Written | string>

/** Does what the person did; a reader that could not make sense of it says why instead. */
const act = async (c: Context, desk: Desk, read: Reader): Promise<Response> => {
  const written = await read(c, desk)
  if (typeof written === 'string') return c.json({ error: written }, 400)
  try {
    return c.json({ id: await desk.simulator.receive(personOf(desk, c), written) })
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.message : String(error) }, 502)
  }
}

const readSay: Reader = async (c, desk) => {
  const said = objectOf(parseJson(await c.req.text()))
  const text = textOf(said['text'])?.trim()
  if (!text) return 'nothing was written'
  const { bubbles } = desk.simulator.chatWith(personOf(desk, c))
  const quoted = bubbles.find(({ id }) => id === said['replyTo'])
  return { kind: 'text', text, ...(quoted ? { quotedId: quoted.id } : {}) }
}

const readTap: Reader = async (c, desk) => {
  const tap = objectOf(parseJson(await c.req.text()))
  const { bubbles } = desk.simulator.chatWith(personOf(desk, c))
  const bubble = bubbles.find(({ id }) => id === tap['bubbleId'])
  const choice = bubble?.choices.find(({ id }) => id === tap['choiceId'])
  return bubble && choice ? { kind: 'tap', bubble, choice } : 'this button is no longer there'
}

const readFile: Reader = async (c) => {
  const form = await c.req.formData()
  const file = form.get('file')
  if (!(file instanceof File)) return 'no file was attached'
  const words = textOf(form.get('caption'))?.trim()
  const mimeType = file.type || 'application/octet-stream'
  const sent = {
    bytes: new Uint8Array(await file.arrayBuffer()),
    mimeType,
    ...(words ? { caption: words } : {}),
  }
  if (/^image\/(jpeg|png)$/.test(mimeType)) return { kind: 'picture', ...sent }
  if (/^audio\//.test(mimeType)) return { kind: 'voice', ...sent }
  return { kind: 'file', fileName: file.name, ...sent }
}

const readSample: Reader = async (_, { simulator, sampleAt }) => ({
  kind: 'file',
  mimeType: 'text/csv',
  ...sampleAt(simulator.now()),
})

const sendMedia = (simulator: Simulator, c: Context): Response => {
  const file = simulator.fileOf(c.req.param('id') ?? '')
  if (!file) return c.text('this file is no longer kept', 404)
  const isShown = /^(image\/(jpeg|png|webp)|audio\/[\w.+-]+)(;|$)/.test(file.mimeType)
  const name = encodeURIComponent(file.fileName)
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': isShown ? file.mimeType : 'application/octet-stream',
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
  })
}

const sendTranscript = ({ simulator, sampleAt }: Desk, c: Context): Response => {
  const transcript = transcriptOf(simulator.talk(), sampleAt)
  return c.body(`${JSON.stringify(transcript, null, 2)}\n`, 200, {
    'content-type': 'application/json',
    'content-disposition': 'attachment; filename="transcript.json"',
  })
}
