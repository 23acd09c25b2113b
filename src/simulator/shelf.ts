import { createHash, createHmac } from 'node:crypto'

/** A file as Meta keeps it. */
export type Stored = {
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly fileName: string
  /** Unix milliseconds after which the id is forgotten. */
  readonly forgottenAt: number
}

const DAY_MS = 86_400_000
/** Files people send are kept a week, our own uploads a month. */
export const INBOUND_LIFE_MS = 7 * DAY_MS
export const UPLOAD_LIFE_MS = 30 * DAY_MS
/** A download address works for five minutes. */
const ADDRESS_LIFE_MS = 5 * 60_000
/** A demo left open for weeks keeps its newest files only. */
const FILES_MAX = 500

/** Where the pretend Meta keeps files, and the short-lived addresses it gives out for them. */
export type Shelf = {
  readonly put: (file: Stored) => string
  readonly get: (id: string, now: number) => Stored | null
  readonly addressOf: (id: string, now: number) => string
  /** The id an address stands for, or null once it has expired. */
  readonly idFrom: (address: URL, now: number) => string | null
}

export const mediaShelf = (options: {
  readonly publicUrl: () => string
  readonly newId: () => string
  readonly secret: string
  /** Files kept, the newest; as many as a demo that is left open for weeks needs unless given. */
  readonly filesMax?: number
}): Shelf => {
  const files = new Map<string, Stored>()
  const filesMax = options.filesMax ?? FILES_MAX
  const seal = (id: string, until: string): string =>
    createHmac('sha256', options.secret).update(`${id} ${until}`).digest('base64url').slice(0, 22)
  return {
    put: (file) => {
      const id = options.newId()
      files.set(id, file)
      const oldest = files.size > filesMax ? files.keys().next().value : undefined
      if (oldest !== undefined) files.delete(oldest)
      return id
    },
    get: (id, now) => {
      const file = files.get(id)
      return file && file.forgottenAt > now ? file : null
    },
    addressOf: (id, now) => {
      const until = String(Math.floor((now + ADDRESS_LIFE_MS) / 1000))
      const query = new URLSearchParams({ mid: id, ext: until, hash: seal(id, until) })
      return `${options.publicUrl()}/whatsapp_business/attachments/?${query}`
    },
    idFrom: (address, now) => {
      const id = address.searchParams.get('mid') ?? ''
      const until = address.searchParams.get('ext') ?? ''
      const isValid = address.searchParams.get('hash') === seal(id, until)
      return isValid && Number(until) * 1000 > now ? id : null
    },
  }
}

/** Base64 in webhooks, hex from `GET /{media}`: Meta does both. */
export const sha256 = (bytes: Uint8Array, encoding: 'base64' | 'hex'): string =>
  createHash('sha256').update(bytes).digest(encoding)
