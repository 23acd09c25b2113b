import { ofetch } from 'ofetch'
import type { Attachment } from '../replies/reply.ts'
import { type Breaker, hostBreaker } from './breaker.ts'
import type { Channel, Outgoing } from './channel.ts'
import type { Desk } from './desk.ts'
import { Refused, Unreachable } from './errors.ts'
import { isTrusted } from './hosts.ts'
import { isObject, type Json, listOf, numberOf, objectOf, parseJson, textOf } from './json.ts'
import {
  type Answer,
  type BodyLimit,
  download,
  type MediaDoor,
  refuseUpload,
  uploadForm,
} from './media.ts'
import { shapeMessage } from './shape.ts'
import { appSecretProof } from './signature.ts'
import { troubleOf, unreachable } from './trouble.ts'

export type GraphOptions = {
  readonly token: string
  /** With it every call carries a proof, which Meta can be told to require. */
  readonly appSecret?: string
  /** `https://graph.facebook.com`, or a loopback address in tests. */
  readonly graphUrl: string
  /** `v25.0`. */
  readonly apiVersion: string
  /** Where files may be fetched from; see hosts.ts for how they are written. */
  readonly mediaHosts: readonly string[]
  /** Meta's file host turns nameless clients away with a web page. */
  readonly userAgent?: string
  readonly timeoutsMs?: Partial<Timeouts>
  /** The clock, milliseconds: how long a host that is down is left alone. */
  readonly now?: () => number
}

type Timeouts = { readonly call: number; readonly upload: number; readonly download: number }

/** Whole exchanges, body included. A call that takes longer has an unknown outcome. */
const TIMEOUTS_MS: Timeouts = { call: 30_000, upload: 60_000, download: 60_000 }
const USER_AGENT = 'Shopbell/1.0 (WhatsApp sales bot)'
/** Graph answers are under a kilobyte; a megabyte is somebody else's page. */
const ANSWER_LIMIT: BodyLimit = {
  bytesMax: 1024 * 1024,
  over: () => new Unreachable('the answer is too long to be from Graph', 'unknown'),
}

/** What every call shares: the settings and the headers that carry the token. */
type Graph = {
  readonly base: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly timeouts: Timeouts
  readonly breaker: Breaker
}

/** WhatsApp's Cloud API as the way out. Never repeats anything: the outbox owns repeating. */
export const graphChannel = (options: GraphOptions): Channel => {
  const graph = graphOf(options)
  const door = mediaDoor(graph, options.mediaHosts)
  return {
    send: (message) => send(graph, message),
    download: (channel, media, bytesMax) => download(door, { channel, media, bytesMax }),
    seen: async (channel, messageId, typing) => {
      await postJson(graph, pathOf(channel, 'messages'), {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: messageId,
        ...(typing ? { typing_indicator: { type: 'text' } } : {}),
      })
    },
  }
}

/** The same API's management side, for the operator's commands. */
export const graphDesk = (options: GraphOptions): Desk => {
  const graph = graphOf(options)
  return {
    get: (path, query = {}) =>
      callGraph(graph, pathOf(...path), {
        query,
        signal: AbortSignal.timeout(graph.timeouts.call),
      }),
    post: (path, body) => postJson(graph, pathOf(...path), body),
    time: async () => {
      const signal = AbortSignal.timeout(graph.timeouts.call)
      const call = { url: graph.base, headers: graph.headers, signal }
      const { headers } = await exchange(graph.breaker, call, ANSWER_LIMIT)
      const time = Date.parse(headers.get('date') ?? '')
      return Number.isNaN(time) ? null : time
    },
  }
}

const graphOf = (options: GraphOptions): Graph => {
  const graphHost = URL.parse(options.graphUrl)?.host ?? ''
  if (!isTrusted(options.graphUrl, [graphHost])) {
    throw new Error(
      `WA_GRAPH_URL is ${options.graphUrl}: it must be https, or http on this machine for tests`,
    )
  }
  return {
    base: `${options.graphUrl.replace(/\/+$/, '')}/${options.apiVersion}`,
    headers: {
      authorization: `Bearer ${options.token}`,
      'user-agent': options.userAgent ?? USER_AGENT,
    },
    query: options.appSecret
      ? { appsecret_proof: appSecretProof(options.token, options.appSecret) }
      : {},
    timeouts: { ...TIMEOUTS_MS, ...options.timeoutsMs },
    breaker: hostBreaker(options.now ?? Date.now),
  }
}

const mediaDoor = (graph: Graph, mediaHosts: readonly string[]): MediaDoor => ({
  mediaHosts,
  downloadMs: graph.timeouts.download,
  describe: (mediaId, channel) =>
    callGraph(graph, pathOf(mediaId), {
      query: { phone_number_id: channel },
      signal: AbortSignal.timeout(graph.timeouts.call),
    }),
  get: (url, limit, signal) =>
    exchange(graph.breaker, { url, headers: graph.headers, signal }, limit),
})

const send = async (graph: Graph, message: Outgoing): Promise<{ wamid: string }> => {
  const attachment = message.body.kind === 'reply' ? message.body.reply.attachment : null
  const mediaId = attachment ? await upload(graph, message.channel, attachment) : null
  const body = shapeMessage(message, mediaId)
  const answer = await postJson(graph, pathOf(message.channel, 'messages'), body)
  const wamid = textOf(objectOf(listOf(answer['messages'])[0])['id'])
  if (wamid === null) throw new Unreachable('Meta took the message but named no id', 'unknown')
  return { wamid }
}

/** The upload comes before the message; Meta keeps it 30 days under the id. */
const upload = async (graph: Graph, channel: string, attachment: Attachment): Promise<string> => {
  refuseUpload(attachment)
  const answer = await callGraph(graph, pathOf(channel, 'media'), {
    method: 'POST',
    body: uploadForm(attachment),
    signal: AbortSignal.timeout(graph.timeouts.upload),
  }).catch((error: unknown) => Promise.reject(asUnsent(error, attachment.fileName)))
  const id = textOf(answer['id'])
  if (id === null) throw new Unreachable('Meta took the file but named no id', 'no')
  return id
}

/** Whatever became of the upload, the message itself never left; a file never taken is left out. */
const asUnsent = (error: unknown, fileName: string): unknown => {
  if (error instanceof Unreachable) {
    return new Unreachable(`uploading ${fileName}: ${error.message}`, 'no', { cause: error })
  }
  if (error instanceof Refused && error.action === 'never') {
    return new Refused(`uploading ${fileName}: ${error.message}`, error.code, 'attachment')
  }
  return error
}

/** Ids come from outside: none may leave its place in the path. */
const pathOf = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/')

const postJson = (graph: Graph, path: string, body: object): Promise<Json> =>
  callGraph(graph, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(graph.timeouts.call),
  })

type Call = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: FormData | string
  readonly query?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** One Graph call: its JSON, or an error that says whether anything was sent. */
const callGraph = async (graph: Graph, path: string, call: Call): Promise<Json> => {
  const { query, ...init } = call
  const url = new URL(`${graph.base}/${path}`)
  for (const [name, value] of Object.entries({ ...graph.query, ...query })) {
    url.searchParams.set(name, value)
  }
  const headers = { ...graph.headers, ...call.headers }
  const answer = await exchange(graph.breaker, { ...init, url: url.href, headers }, ANSWER_LIMIT)
  const json = parseJson(new TextDecoder().decode(answer.bytes))
  if (answer.status === 200 && isObject(json)) return json
  throw troubleOf(answer.status, objectOf(json))
}

type Exchange = Omit<Call, 'query'> & { readonly url: string }

/** One HTTP exchange, body included. Redirects and statuses are the caller's to judge. */
const exchange = async (breaker: Breaker, call: Exchange, limit: BodyLimit): Promise<Answer> => {
  const { url, ...init } = call
  const { host } = new URL(url)
  if (!breaker.allows(host)) {
    throw new Unreachable(`${host} has not answered lately and is left alone for a moment`, 'no')
  }
  try {
    const response = await ofetch.raw<unknown, 'stream'>(url, { ...init, ...FETCH_OPTIONS })
    const bytes = await readBody(response, limit)
    breaker.reached(host)
    return { status: response.status, headers: response.headers, bytes }
  } catch (error) {
    if (error instanceof Refused || error instanceof Unreachable) throw error
    breaker.missed(host)
    throw unreachable(host, error)
  }
}

/** The signal, not ofetch's timeout, bounds the body too; redirects and errors are ours to read. */
const FETCH_OPTIONS = {
  responseType: 'stream',
  redirect: 'manual',
  retry: 0,
  ignoreResponseError: true,
} as const

type Response = Awaited<ReturnType<typeof ofetch.raw<unknown, 'stream'>>>

const readBody = async (response: Response, limit: BodyLimit): Promise<Uint8Array> => {
  const announced = numberOf(response.headers.get('content-length')) ?? 0
  if (announced > limit.bytesMax) {
    await response._data?.cancel()
    throw limit.over(announced)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response._data ?? []) {
    size += chunk.length
    if (size > limit.bytesMax) throw limit.over(size)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
