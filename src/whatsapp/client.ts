import { createHash, timingSafeEqual } from 'node:crypto'
import { ofetch } from 'ofetch'
import type { MediaRef } from '../intent/arrival.ts'
import type { Attachment } from '../replies/reply.ts'
import { type Breaker, hostBreaker } from './breaker.ts'
import type { Channel, Outgoing } from './channel.ts'
import { actionOf, meaningOf } from './codes.ts'
import { Refused, Unreachable } from './errors.ts'
import { isTrusted } from './hosts.ts'
import { isObject, type Json, listOf, numberOf, objectOf, parseJson, textOf } from './json.ts'
import { UPLOAD_BYTES_MAX, UPLOAD_TYPES } from './limits.ts'
import { shapeMessage } from './shape.ts'
import { appSecretProof } from './signature.ts'

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
const ANSWER_BYTES_MAX = 1024 * 1024
/** A media address lives five minutes: an expired one is asked for afresh once. */
const ADDRESSES_MAX = 2
const REDIRECTS_MAX = 3
/** Codes of Meta's own for what we find out ourselves, so that one table decides what follows. */
const CODE = { badParameter: 100, mediaNotDownloaded: 131052, mediaNotUploaded: 131053 } as const

/** What the calls below share: settings and the headers that carry the token. */
type Graph = {
  readonly base: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly mediaHosts: readonly string[]
  readonly timeouts: Timeouts
  readonly breaker: Breaker
}

type Answer = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array }

/** WhatsApp's Cloud API as the way out. Never repeats anything: the outbox owns repeating. */
export const graphChannel = (options: GraphOptions): Channel => {
  const graph = graphOf(options)
  return {
    send: (message) => send(graph, message),
    download: (channel, media, bytesMax) => download(graph, { channel, media, bytesMax }),
    seen: async (channel, messageId, typing) => {
      await postJson(graph, `${encodeURIComponent(channel)}/messages`, {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: messageId,
        ...(typing ? { typing_indicator: { type: 'text' } } : {}),
      })
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
    mediaHosts: options.mediaHosts,
    timeouts: { ...TIMEOUTS_MS, ...options.timeoutsMs },
    breaker: hostBreaker(options.now ?? Date.now),
  }
}

const send = async (graph: Graph, message: Outgoing): Promise<{ wamid: string }> => {
  const attachment = message.body.kind === 'reply' ? message.body.reply.attachment : null
  const mediaId = attachment ? await upload(graph, message.channel, attachment) : null
  const path = `${encodeURIComponent(message.channel)}/messages`
  const answer = await postJson(graph, path, shapeMessage(message, mediaId))
  const wamid = textOf(objectOf(listOf(answer['messages'])[0])['id'])
  if (wamid === null) throw new Unreachable('Meta took the message but named no id', 'unknown')
  return { wamid }
}

/** The upload comes before the message; Meta keeps it 30 days under the id. */
const upload = async (graph: Graph, channel: string, attachment: Attachment): Promise<string> => {
  refuseUpload(attachment)
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', attachment.mimeType)
  // The part's own type counts: without it Meta sees application/octet-stream and refuses.
  const bytes = new Uint8Array(attachment.bytes)
  form.set('file', new Blob([bytes], { type: attachment.mimeType }), attachment.fileName)
  const answer = await callGraph(graph, `${encodeURIComponent(channel)}/media`, {
    method: 'POST',
    body: form,
    signal: AbortSignal.timeout(graph.timeouts.upload),
  }).catch((error: unknown) => Promise.reject(asUnsent(error, attachment.fileName)))
  const id = textOf(answer['id'])
  if (id === null) throw new Unreachable('Meta took the file but named no id', 'no')
  return id
}

/** Whatever became of the upload, the message itself never left. */
const asUnsent = (error: unknown, fileName: string): unknown =>
  error instanceof Unreachable
    ? new Unreachable(`uploading ${fileName}: ${error.message}`, 'no', { cause: error })
    : error

const refuseUpload = ({ kind, mimeType, bytes, fileName }: Attachment): void => {
  if (!UPLOAD_TYPES[kind].includes(mimeType)) {
    const allowed = UPLOAD_TYPES[kind].join(', ')
    const message = `${fileName} is ${mimeType}; WhatsApp takes ${kind}s of type ${allowed}`
    throw new Refused(message, CODE.badParameter, 'never')
  }
  if (bytes.length > UPLOAD_BYTES_MAX[kind]) {
    const message = `${fileName} has ${bytes.length} bytes; a ${kind} may have ${UPLOAD_BYTES_MAX[kind]}`
    throw new Refused(message, CODE.mediaNotUploaded, 'never')
  }
}

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

/** Their explicit no is `Refused`; an answer that is not Graph's leaves the outcome open. */
const troubleOf = (status: number, json: Json): Refused | Unreachable => {
  const error = json['error']
  if (isObject(error)) return refusalOf(error)
  if (status === 429) return new Refused('HTTP 429 without a reason', status, 'throttled')
  if (status === 401 || status === 403) {
    return new Refused(`HTTP ${status} without a reason: is WA_GRAPH_URL right?`, status, 'config')
  }
  if (status >= 400 && status < 500) {
    return new Refused(`HTTP ${status} without a reason: is WA_GRAPH_URL right?`, status, 'never')
  }
  return new Unreachable(`HTTP ${status} without an answer from Graph`, 'unknown')
}

/** `error_data` is an object or a bare string; its details say more than the message does. */
const refusalOf = (error: Json): Refused => {
  const code = numberOf(error['code']) ?? 1
  const data = error['error_data']
  const details = textOf(objectOf(data)['details']) ?? textOf(data) ?? textOf(error['message'])
  const trace = textOf(error['fbtrace_id'])
  const message = `Meta refused with ${code} (${meaningOf(code)}): ${details ?? 'no details'}`
  return new Refused(trace === null ? message : `${message} [${trace}]`, code, actionOf(code))
}

type Download = {
  readonly channel: string
  readonly media: MediaRef
  readonly bytesMax: number
}

/** The address in the webhook saves a call; once it has expired, the id gives a fresh one. */
const download = async (graph: Graph, wanted: Download): Promise<Uint8Array> => {
  const direct = wanted.media.url
  let address = direct !== null && isTrusted(direct, graph.mediaHosts) ? direct : null
  for (let tries = 0; tries < ADDRESSES_MAX; tries += 1) {
    const url = address ?? (await freshAddress(graph, wanted))
    const bytes = await fetchFile(graph, url, wanted.bytesMax)
    if (bytes !== null) return checkedHash(bytes, wanted.media)
    address = null
  }
  throw notDownloaded(`file ${wanted.media.id}: its address expired twice`, 'again')
}

const freshAddress = async (graph: Graph, { channel, media, bytesMax }: Download) => {
  const description = await callGraph(graph, encodeURIComponent(media.id), {
    query: { phone_number_id: channel },
    signal: AbortSignal.timeout(graph.timeouts.call),
  })
  const url = textOf(description['url']) ?? ''
  const size = numberOf(description['file_size'])
  if (size !== null && size > bytesMax) throw tooLarge(size, bytesMax)
  if (!isTrusted(url, graph.mediaHosts)) throw untrusted(url)
  return url
}

const GONE = new Set([401, 403, 404, 410])

/** The file's bytes, or null when this address no longer works. */
const fetchFile = async (
  graph: Graph,
  address: string,
  bytesMax: number,
): Promise<Uint8Array | null> => {
  const answer = await followed(graph, address, bytesMax)
  if (GONE.has(answer.status)) return null
  if (answer.status !== 200) {
    throw new Unreachable(`the file host answered HTTP ${answer.status}`, 'no')
  }
  if ((answer.headers.get('content-type') ?? '').startsWith('text/html')) {
    throw notDownloaded('the file host sent a web page instead of the file', 'again')
  }
  return answer.bytes
}

/** Redirects are followed by hand: each stop must be trusted before it sees the token. */
const followed = async (graph: Graph, address: string, bytesMax: number): Promise<Answer> => {
  const signal = AbortSignal.timeout(graph.timeouts.download)
  let url = address
  for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
    const answer = await exchange(
      graph.breaker,
      { url, headers: graph.headers, signal },
      fileLimit(bytesMax),
    )
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || location === null) return answer
    url = new URL(location, url).href
    if (!isTrusted(url, graph.mediaHosts)) throw untrusted(url)
  }
  throw notDownloaded(`the file host redirected more than ${REDIRECTS_MAX} times`, 'again')
}

/** Webhooks give the hash in base64, `GET /{media}` in hex: the decoded bytes are compared. */
const checkedHash = (bytes: Uint8Array, media: MediaRef): Uint8Array => {
  const expected = hashBytes(media.sha256)
  const actual = createHash('sha256').update(bytes).digest()
  if (expected !== null && !timingSafeEqual(expected, actual)) {
    throw notDownloaded(`file ${media.id} arrived damaged: its SHA-256 differs`, 'again')
  }
  return bytes
}

const hashBytes = (sha256: string | null): Buffer | null => {
  if (sha256 === null) return null
  const isHex = /^[0-9a-f]{64}$/i.test(sha256)
  const bytes = Buffer.from(sha256, isHex ? 'hex' : 'base64')
  return bytes.length === 32 ? bytes : null
}

const notDownloaded = (message: string, action: 'again' | 'never' | 'config'): Refused =>
  new Refused(message, CODE.mediaNotDownloaded, action)

const tooLarge = (size: number, bytesMax: number): Refused =>
  notDownloaded(`the file has ${size} bytes or more, at most ${bytesMax} are read`, 'never')

const untrusted = (address: string): Refused => {
  const host = URL.parse(address)?.host ?? 'nowhere'
  return notDownloaded(`files from ${host} are not fetched: add it to WA_MEDIA_HOSTS`, 'config')
}

/** How much of a body is read, and what it means when there is more. */
type BodyLimit = { readonly bytesMax: number; readonly over: (size: number) => Error }

const ANSWER_LIMIT: BodyLimit = {
  bytesMax: ANSWER_BYTES_MAX,
  over: () => new Unreachable('the answer is too long to be from Graph', 'unknown'),
}

const fileLimit = (bytesMax: number): BodyLimit => ({
  bytesMax,
  over: (size) => tooLarge(size, bytesMax),
})

type Exchange = Omit<Call, 'query'> & { readonly url: string }

/** One HTTP exchange, body included. Redirects and statuses are the caller's to judge. */
const exchange = async (breaker: Breaker, call: Exchange, limit: BodyLimit): Promise<Answer> => {
  const { host } = new URL(call.url)
  if (!breaker.allows(host)) {
    throw new Unreachable(`${host} has not answered lately and is left alone for a moment`, 'no')
  }
  try {
    const { url, ...init } = call
    // The signal, not ofetch's timeout, bounds the body too; the outbox owns repeating.
    const response = await ofetch.raw<unknown, 'stream'>(url, { ...init, ...FETCH_OPTIONS })
    const bytes = await readBody(response, limit)
    breaker.reached(host)
    return { status: response.status, headers: response.headers, bytes }
  } catch (error) {
    if (error instanceof Refused || error instanceof Unreachable) throw error
    breaker.missed(host)
    throw unreachable(call.url, error)
  }
}

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

/** Steps before the first byte of a request: after these, nothing can have been sent. */
const BEFORE_SENDING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/

const unreachable = (url: string, error: unknown): Unreachable => {
  const chain = causesOf(error)
  const isUnsent = chain.some(
    ({ code, syscall }) =>
      syscall === 'connect' || syscall === 'getaddrinfo' || BEFORE_SENDING.test(code),
  )
  const reason = chain.at(-1)?.message ?? String(error)
  const host = URL.parse(url)?.host ?? url
  return new Unreachable(`${host} was not reached: ${reason}`, isUnsent ? 'no' : 'unknown', {
    cause: error,
  })
}

type Cause = { readonly code: string; readonly syscall: string; readonly message: string }

/** Error chains from fetch are three deep; ten is a ring. */
const CAUSES_MAX = 10

const causesOf = (error: unknown): Cause[] => {
  const causes: Cause[] = []
  let current: unknown = error
  while (current instanceof Error && causes.length < CAUSES_MAX) {
    const fields: Json = { ...current }
    causes.push({
      code: textOf(fields['code']) ?? '',
      syscall: textOf(fields['syscall']) ?? '',
      message: current.message,
    })
    current = current.cause
  }
  return causes
}
