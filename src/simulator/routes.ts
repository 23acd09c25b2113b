import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { isObject, type Json, objectOf, parseJson } from '../whatsapp/json.ts'
import type { Fault } from './faults.ts'
import { errorBody, graphError } from './graph-error.ts'
import type { GraphCall } from './journal.ts'
import { managementRoutes } from './management.ts'
import { acceptMessage, markSeen, type Outcome } from './outbound.ts'
import { type Stored, sha256, UPLOAD_LIFE_MS } from './shelf.ts'
import type { State } from './state.ts'

const VERSION = ':version{v[0-9]+[.][0-9]+}'
/** Longer than any client waits, short enough that a forgotten one goes away. */
const HANG_MS = 120_000

/** Meta's own list, from the words of its refusal. text/csv is not on it. */
const UPLOAD_TYPES =
  'audio/aac, audio/mp4, audio/mpeg, audio/amr, audio/ogg, audio/opus, application/vnd.ms-powerpoint, application/msword, application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/vnd.openxmlformats-officedocument.presentationml.presentation, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/pdf, text/plain, application/vnd.ms-excel, image/jpeg, image/png, image/webp, video/mp4, video/3gpp'

/** The calls of the Cloud API that a bot makes, under `/vNN.N/`, and the file host beside them. */
export const graphRoutes = (state: State): Hono => {
  const app = new Hono()
  for (const prefix of [`/${VERSION}/*`, '/whatsapp_business/*']) {
    app.use(prefix, journalled(state), (c, next) => authorise(state, c, next))
  }
  app.post(`/${VERSION}/:id/messages`, async (c) => {
    const message = objectOf(parseJson(await c.req.text()))
    const call = message['status'] === 'read' ? 'seen' : 'messages'
    return answer(state, { c, call, body: message }, (fault) => {
      if (c.req.param('id') !== state.options.number.channel) return noSuchObject(c.req.param('id'))
      return call === 'seen' ? markSeen(state, message) : acceptMessage(state, message, fault)
    })
  })
  app.post(`/${VERSION}/:id/media`, async (c) => {
    const form = await c.req.formData()
    const body = { type: form.get('type'), messaging_product: form.get('messaging_product') }
    return answer(state, { c, call: 'media', body }, () =>
      c.req.param('id') === state.options.number.channel
        ? storeUpload(state, form)
        : noSuchObject(c.req.param('id')),
    )
  })
  managementRoutes(app, VERSION, state)
  app.get(`/${VERSION}/:id`, (c) => {
    const id = c.req.param('id')
    return answer(state, { c, call: 'description', body: { id } }, () => describe(state, id))
  })
  app.get('/whatsapp_business/attachments/', (c) => sendFile(state, c))
  return app
}

const authorise = async (
  state: State,
  c: Context,
  next: () => Promise<void>,
): Promise<Response | undefined> => {
  if (c.req.header('authorization') === `Bearer ${state.options.token}`) {
    await next()
    return undefined
  }
  const refused = graphError(190, 'Invalid OAuth access token - Cannot parse access token')
  return Response.json(errorBody(refused), { status: refused.status })
}

const noSuchObject = (id: string): Outcome => ({
  refused: graphError(100, `Object with ID '${id}' does not exist or cannot be loaded.`),
})

type Asked = { readonly c: Context } & Pick<GraphCall, 'call' | 'body'>

/** A line of the journal that waits for its end. A call nobody described is the operator's. */
type OpenLine = {
  described: Pick<GraphCall, 'call' | 'body'>
  /** The first end counts: what is withheld is written down before anybody waits for it. */
  readonly end: (status: number, response: Json | null) => void
}
/** By request, so that no handler has to hand it on. */
const openLines = new WeakMap<Request, OpenLine>()

/** Every call leaves one line in the journal, refused and withheld ones too. */
const journalled =
  ({ journal }: State): MiddlewareHandler =>
  async (c, next) => {
    const { order, at, ms } = journal.begin()
    let isOpen = true
    const line: OpenLine = {
      described: { call: 'management', body: {} },
      end: (status, response) => {
        const { method, path } = c.req
        const said = { status, response, method, path, ms: ms() }
        if (isOpen) journal.called({ order, at, ...line.described, ...said })
        isOpen = false
      },
    }
    openLines.set(c.req.raw, line)
    await next()
    line.end(c.res.status, await jsonIn(c.res))
  }

const describeCall = (c: Context, described: OpenLine['described']): void => {
  const line = openLines.get(c.req.raw)
  if (line) line.described = described
}

/** The answer's JSON; null for a file or nothing. */
const jsonIn = async (response: Response): Promise<Json | null> =>
  response.headers.get('content-type')?.startsWith('application/json')
    ? objectOf(parseJson(await response.clone().text()))
    : null

/** Carries a call out, or meets it with the trouble ordered for it; either way it is logged. */
const answer = async (
  state: State,
  asked: Asked,
  act: (fault: Fault | null) => Outcome | Promise<Outcome>,
): Promise<Response> => {
  const { c, call, body } = asked
  describeCall(c, { call, body })
  const fault = state.faults.take(call)
  const isSpoilt = fault !== null && isTrouble(fault)
  const outcome = isSpoilt && !fault.accepts ? null : await act(fault)
  if (fault?.delayMs !== undefined) await sleep(fault.delayMs)
  // Written down before anybody who saw what it did can ask.
  if (isWithheld(fault)) openLines.get(c.req.raw)?.end(0, null)
  else if (fault === null) endLine(c, outcome)
  return isSpoilt ? spoil(c, fault) : jsonOf(outcome)
}

/** A delay and a later failure leave the answer itself alone. */
const isTrouble = (fault: Fault): boolean =>
  fault.code !== undefined || fault.http !== undefined || isWithheld(fault)

const isWithheld = (fault: Fault | null): boolean => fault?.hang === true || fault?.reset === true

const endLine = (c: Context, outcome: Outcome | null): void => {
  const line = openLines.get(c.req.raw)
  if (outcome === null) return
  if ('json' in outcome) line?.end(200, objectOf(outcome.json))
  else line?.end(outcome.refused.status, objectOf(errorBody(outcome.refused)))
}

const jsonOf = (outcome: Outcome | null): Response => {
  if (outcome === null) return Response.json({})
  if ('json' in outcome) return Response.json(outcome.json)
  return Response.json(errorBody(outcome.refused), { status: outcome.refused.status })
}

const spoil = async (c: Context, fault: Fault): Promise<Response> => {
  if (fault.code !== undefined) {
    const refused = graphError(fault.code, 'ordered by the test')
    return Response.json(errorBody(refused), { status: fault.http ?? refused.status })
  }
  if (fault.hang) await untilGone(c)
  if (fault.hang || fault.reset) return hungUp(c)
  return new Response(null, { status: fault.http ?? 500 })
}

/** Until the client gives up, or nobody remembers it. */
const untilGone = (c: Context): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, HANG_MS)
  timer.unref()
  c.req.raw.signal.addEventListener('abort', () => {
    clearTimeout(timer)
    resolve()
  })
  return promise
}

/** Cuts the connection under node-server; without a socket there is only the bare failure. */
const hungUp = (c: Context): Response => {
  const { outgoing } = objectOf(c.env)
  const destroy = isObject(outgoing) ? outgoing['destroy'] : undefined
  if (typeof destroy === 'function') destroy.call(outgoing)
  return new Response(null, { status: 502, headers: { 'x-hono-already-sent': 'true' } })
}

const storeUpload = async (state: State, form: FormData): Promise<Outcome> => {
  const file = form.get('file')
  if (form.get('messaging_product') !== 'whatsapp') {
    return { refused: graphError(100, 'The parameter messaging_product is required.') }
  }
  if (!(file instanceof File)) {
    return { refused: graphError(100, 'The parameter file is required.') }
  }
  if (!UPLOAD_TYPES.split(', ').includes(file.type)) {
    const details = `Param file must be a file with one of the following types: ${UPLOAD_TYPES}. Received file of type '${file.type || 'application/octet-stream'}'.`
    return { refused: graphError(100, details) }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const forgottenAt = state.options.now() + UPLOAD_LIFE_MS
  const id = state.shelf.put({ bytes, mimeType: file.type, fileName: file.name, forgottenAt })
  return { json: { id } }
}

/** A file's description, or the number's own, as `doctor` asks for it. */
const describe = (state: State, id: string): Outcome => {
  const { number, now } = state.options
  if (id === number.channel) {
    return {
      json: {
        id,
        display_phone_number: number.displayNumber,
        verified_name: 'Shopbell',
        status: 'CONNECTED',
        quality_rating: 'GREEN',
      },
    }
  }
  const file = state.shelf.get(id, now())
  if (!file) return noSuchObject(id)
  return {
    json: {
      messaging_product: 'whatsapp',
      url: state.shelf.addressOf(id, now()),
      mime_type: file.mimeType,
      sha256: sha256(file.bytes, 'hex'),
      file_size: String(file.bytes.length),
      id,
    },
  }
}

const sendFile = async (state: State, c: Context): Promise<Response> => {
  const { now } = state.options
  const id = state.shelf.idFrom(new URL(c.req.url), now())
  describeCall(c, { call: 'download', body: { id } })
  const fault = state.faults.take('download')
  const file = id === null ? null : state.shelf.get(id, now())
  if (fault && isTrouble(fault)) return spoil(c, fault)
  if (fault?.page)
    return new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
  if (!file) return new Response('URL signature expired', { status: 404 })
  const bytes = fault?.damaged ? damaged(file) : new Uint8Array(file.bytes)
  return new Response(bytes, { headers: { 'content-type': file.mimeType } })
}

const damaged = (file: Stored): Uint8Array<ArrayBuffer> =>
  new Uint8Array(file.bytes).map((byte, index) => (index === 0 ? byte ^ 1 : byte))
