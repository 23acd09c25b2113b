import { createHash, timingSafeEqual } from 'node:crypto'
import type { MediaRef } from '../intent/arrival.ts'
import type { Attachment } from '../replies/reply.ts'
import { Refused, Unreachable } from './errors.ts'
import { isTrusted } from './hosts.ts'
import { type Json, numberOf, textOf } from './json.ts'
import { UPLOAD_BYTES_MAX, UPLOAD_TYPES } from './limits.ts'

/** What the transfer of files needs of the client. */
export type MediaDoor = {
  readonly mediaHosts: readonly string[]
  /** `GET /{media}`. */
  readonly describe: (mediaId: string, channel: string) => Promise<Json>
  /** One GET with the token; `over` is thrown when the body is longer than `bytesMax`. */
  readonly get: (url: string, limit: BodyLimit, signal: AbortSignal) => Promise<Answer>
  readonly downloadMs: number
}

/** How much of a body is read, and what it means when there is more. */
export type BodyLimit = { readonly bytesMax: number; readonly over: (size: number) => Error }

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

type Wanted = {
  readonly channel: string
  readonly media: MediaRef
  readonly bytesMax: number
}

/** A media address lives five minutes: an expired one is asked for afresh once. */
const ADDRESSES_MAX = 2
const REDIRECTS_MAX = 3
/** Meta's own codes for what we find out ourselves, so that one table decides what follows. */
const CODE = { badParameter: 100, mediaNotDownloaded: 131052, mediaNotUploaded: 131053 } as const

/**
 * A file's bytes. Refused: over `bytesMax`, from a host nobody listed, damaged on the way, or a web
 * page in its place. The address in the webhook saves a call; once it has expired, the id gives a
 * fresh one.
 */
export const download = async (door: MediaDoor, wanted: Wanted): Promise<Uint8Array> => {
  const direct = wanted.media.url
  let address = direct !== null && isTrusted(direct, door.mediaHosts) ? direct : null
  for (let tries = 0; tries < ADDRESSES_MAX; tries += 1) {
    const url = address ?? (await freshAddress(door, wanted))
    const bytes = await fetchFile(door, url, wanted.bytesMax)
    if (bytes !== null) return checkedHash(bytes, wanted.media)
    address = null
  }
  throw notDownloaded(`file ${wanted.media.id}: its address expired twice`, 'again')
}

const freshAddress = async (
  door: MediaDoor,
  { channel, media, bytesMax }: Wanted,
): Promise<string> => {
  const description = await door.describe(media.id, channel)
  const url = textOf(description['url']) ?? ''
  const size = numberOf(description['file_size'])
  if (size !== null && size > bytesMax) throw tooLarge(size, bytesMax)
  if (!isTrusted(url, door.mediaHosts)) throw untrusted(url)
  return url
}

/** Statuses of an address that works no longer. A bad token shows when the fresh one is asked for. */
const GONE = new Set([401, 403, 404, 410])

/** The file's bytes, or null when this address no longer works. */
const fetchFile = async (
  door: MediaDoor,
  address: string,
  bytesMax: number,
): Promise<Uint8Array | null> => {
  const answer = await followed(door, address, bytesMax)
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
const followed = async (door: MediaDoor, address: string, bytesMax: number): Promise<Answer> => {
  const signal = AbortSignal.timeout(door.downloadMs)
  const limit = { bytesMax, over: (size: number) => tooLarge(size, bytesMax) }
  let url = address
  for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
    const answer = await door.get(url, limit, signal)
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || location === null) return answer
    url = URL.parse(location, url)?.href ?? ''
    if (!isTrusted(url, door.mediaHosts)) throw untrusted(url)
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

const SHA256_BYTES = 32

/** The 32 bytes of a hash; null when there is none, or none that can be read. */
const hashBytes = (sha256: string | null): Buffer | null => {
  if (sha256 === null) return null
  const isHex = /^[0-9a-f]{64}$/i.test(sha256)
  const bytes = Buffer.from(sha256, isHex ? 'hex' : 'base64')
  return bytes.length === SHA256_BYTES ? bytes : null
}

const notDownloaded = (message: string, action: 'again' | 'never' | 'config'): Refused =>
  new Refused(message, CODE.mediaNotDownloaded, action)

const tooLarge = (size: number, bytesMax: number): Refused =>
  notDownloaded(`the file has ${size} bytes or more, at most ${bytesMax} are read`, 'never')

const untrusted = (address: string): Refused => {
  const host = URL.parse(address)?.host || 'an address without host'
  return notDownloaded(`files from ${host} are not fetched: add it to WA_MEDIA_HOSTS`, 'config')
}

/** Says no to what Meta would refuse anyway, before the bytes travel. */
export const refuseUpload = ({ kind, mimeType, bytes, fileName }: Attachment): void => {
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

/** The multipart body of `POST /{phone}/media`. */
export const uploadForm = ({ mimeType, bytes, fileName }: Attachment): FormData => {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', mimeType)
  // The part's own type counts: without it Meta sees application/octet-stream and refuses.
  form.set('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), fileName)
  return form
}
