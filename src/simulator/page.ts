import { readFileSync } from 'node:fs'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { html } from 'hono/html'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { SampleFile } from '../sales/sample-shop.ts'
import { objectOf, parseJson, textOf } from '../whatsapp/json.ts'
import type { Bubble, Person } from './chat.ts'
import type { Simulator } from './graph.ts'
import type { Written } from './written.ts'

export type PhonePageOptions = {
  readonly simulator: Simulator
  /** Whose phone it is. */
  readonly person: Person
  /** The name in the chat's head. */
  readonly title: string
  readonly sample: () => SampleFile
}

/** WhatsApp takes files up to 100 MB; a file from a browser is held in memory, so less is allowed. */
const FILE_BYTES_MAX = 32 * 1024 * 1024
/** WhatsApp's own limit is 4096 characters; JSON may write each in six bytes. */
const WORDS_BYTES_MAX = 64 * 1024
/** Older bubbles stay in the simulator; the browser draws these. */
const SHOWN_MAX = 300
/** Several changes within this time are drawn at once. */
const DRAW_MS = 40
/** Proxies close streams on which nothing happens. */
const HEARTBEAT_MS = 20_000
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"

/**
 * The phone in the browser: mount it anywhere (`app.route('/phone', phonePage(…))`). One page, one
 * script, one style sheet, all from here; the chat comes as server-sent events.
 */
export const phonePage = (options: PhonePageOptions): Hono => {
  const asset = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8')
  const [script, style] = [asset('phone.js'), asset('phone.css')]
  const small = bodyLimit({ maxSize: WORDS_BYTES_MAX })
  const large = bodyLimit({ maxSize: FILE_BYTES_MAX })
  // On each route rather than on all: mounted at the root, the page must not rule over the rest.
  const app = new Hono()
  app.get('/', guard, (c) => c.html(pageOf(options.title, c.req.path)))
  app.get('/phone.js', guard, (c) => c.body(script, 200, { 'content-type': 'text/javascript' }))
  app.get('/phone.css', guard, (c) => c.body(style, 200, { 'content-type': 'text/css' }))
  app.get('/events', guard, (c) => streamSSE(c, (stream) => streamChat(options, stream)))
  app.get('/media/:id', guard, (c) => sendMedia(options.simulator, c))
  app.post('/say', guard, csrf(), small, (c) => act(c, options, readSay))
  app.post('/tap', guard, csrf(), small, (c) => act(c, options, readTap))
  app.post('/send', guard, csrf(), large, (c) => act(c, options, readFile))
  app.post('/sample', guard, csrf(), small, (c) => act(c, options, readSample))
  return app
}

const guard: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
  c.header('x-content-type-options', 'nosniff')
  c.header('content-security-policy', POLICY)
}

type Reader = (c: Context, options: PhonePageOptions) => Promise<Written | string>

/** Does what the person did; a reader that could not make sense of it says why instead. */
const act = async (c: Context, options: PhonePageOptions, read: Reader): Promise<Response> => {
  const written = await read(c, options)
  if (typeof written === 'string') return c.json({ error: written }, 400)
  try {
    return c.json({ id: await options.simulator.receive(options.person, written) })
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.message : String(error) }, 502)
  }
}

const readSay: Reader = async (c) => {
  const text = textOf(objectOf(parseJson(await c.req.text()))['text'])?.trim()
  return text ? { kind: 'text', text } : 'nothing was written'
}

const readTap: Reader = async (c, { simulator, person }) => {
  const tap = objectOf(parseJson(await c.req.text()))
  const bubble = simulator.chatWith(person).bubbles.find(({ id }) => id === tap['bubbleId'])
  const choice = bubble?.choices.find(({ id }) => id === tap['choiceId'])
  return bubble && choice ? { kind: 'tap', bubble, choice } : 'this button is no longer there'
}

const readFile: Reader = async (c) => {
  const form = await c.req.formData()
  const file = form.get('file')
  if (!(file instanceof File)) return 'no file was attached'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mimeType = file.type || 'application/octet-stream'
  if (/^image\/(jpeg|png)$/.test(mimeType)) return { kind: 'picture', bytes, mimeType }
  return { kind: 'file', bytes, mimeType, fileName: file.name }
}

const readSample: Reader = async (_, { sample }) => ({
  kind: 'file',
  mimeType: 'text/csv',
  ...sample(),
})

/** The whole chat at once, then again after every change. */
const streamChat = async (
  { simulator, person }: PhonePageOptions,
  stream: SSEStreamingApi,
): Promise<void> => {
  let wake: () => void = () => {}
  const stop = simulator.onChange(() => wake())
  stream.onAbort(() => wake())
  try {
    while (!stream.aborted && !stream.closed) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve
      })
      await stream.writeSSE({ event: 'chat', data: JSON.stringify(viewOf(simulator, person)) })
      const heartbeat = setTimeout(() => wake(), HEARTBEAT_MS)
      await changed
      clearTimeout(heartbeat)
      await stream.sleep(DRAW_MS)
    }
  } finally {
    stop()
  }
}

const viewOf = (simulator: Simulator, person: Person): object => {
  const chat = simulator.chatWith(person)
  const textById = new Map(chat.bubbles.map((bubble) => [bubble.id, summaryOf(bubble)]))
  return {
    typingMs: Math.max(0, chat.typingUntil - simulator.now()),
    bubbles: chat.bubbles.slice(-SHOWN_MAX).map((bubble) => ({
      ...bubble,
      quoted: bubble.quotedId === null ? null : (textById.get(bubble.quotedId) ?? null),
    })),
  }
}

const summaryOf = (bubble: Bubble): string =>
  bubble.text.split('\n')[0] || bubble.attachment?.fileName || ''

const sendMedia = (simulator: Simulator, c: Context): Response => {
  const file = simulator.fileOf(c.req.param('id') ?? '')
  if (!file) return c.text('this file is no longer kept', 404)
  const isImage = /^image\/(jpeg|png|webp)$/.test(file.mimeType)
  const name = encodeURIComponent(file.fileName)
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': isImage ? file.mimeType : 'application/octet-stream',
    'content-disposition': `${isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
  })
}

const ICONS = {
  clip: 'M16.5 6v11.5a4 4 0 0 1-8 0V5a2.5 2.5 0 0 1 5 0v10.5a1 1 0 0 1-2 0V6H10v9.5a2.5 2.5 0 0 0 5 0V5a4 4 0 0 0-8 0v12.5a5.5 5.5 0 0 0 11 0V6z',
  file: 'M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8zm2 16H8v-2h8zm0-4H8v-2h8zm-3-5V3.5L18.5 9z',
  send: 'M2 21 23 12 2 3v7l15 2-15 2z',
  bell: 'M12 22a2 2 0 0 0 2-2h-4a2 2 0 0 0 2 2m6-6v-5c0-3.1-1.6-5.6-4.5-6.3V4a1.5 1.5 0 0 0-3 0v.7C7.6 5.4 6 7.9 6 11v5l-2 2v1h16v-1z',
} as const

const icon = (name: keyof typeof ICONS) =>
  html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path fill="currentColor" d="${ICONS[name]}" /></svg>`

/** Relative addresses work wherever the page is mounted, with or without a slash at the end. */
const pageOf = (title: string, path: string) => html`<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#0b7a66" />
    <base href="${path.replace(/\/*$/, '/')}" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="phone.css" />
  </head>
  <body>
    <main class="phone">
      <header class="head">
        <span class="face">${icon('bell')}</span>
        <span class="who"><b>${title}</b><small id="presence">online</small></span>
      </header>
      <section id="chat" class="chat" role="log" aria-live="polite" aria-label="Chat"></section>
      <div class="chips">
        <button id="sample" class="chip" type="button">
          ${icon('file')}<span>Kirim contoh penjualan<small>Send the sample file</small></span>
        </button>
      </div>
      <form id="composer" class="composer" autocomplete="off">
        <label class="round" title="File" tabindex="0">
          ${icon('clip')}<input id="file" type="file" aria-label="File" multiple hidden />
        </label>
        <textarea id="text" rows="1" maxlength="4096" placeholder="Pesan · Message" aria-label="Message"></textarea>
        <button class="round send" type="submit" aria-label="Send">${icon('send')}</button>
      </form>
      <div id="drop" class="drop" hidden>${icon('file')}</div>
      <dialog id="sheet" class="sheet" aria-label="Menu"></dialog>
      <div id="toast" class="toast" role="status" hidden></div>
    </main>
    <script type="module" src="phone.js"></script>
  </body>
</html>`
