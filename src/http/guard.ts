import type { Context, MiddlewareHandler } from 'hono'
import type { Shop } from '../sales/shop.ts'
import type { Store } from '../store/store.ts'
import { tokenHash } from '../store/tokens.ts'
import { problem } from './problems.ts'
import type { WrongTokens } from './wrong-tokens.ts'

/** `shopbell_` and 32 bytes in base64url: 43 characters. */
const BEARER = /^Bearer +(shopbell_[\w-]{43})$/i

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
}

/** On every answer, refusals and failures included: nothing is cached, framed, sniffed or run. */
export const strictHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  setHeaders(c, HEADERS)
}

/**
 * The same for pages with forms: they may send them here. `same-origin` tells nobody else where one was, and
 * leaves browsers the `Origin` of a form, which `no-referrer` turns into `null`.
 */
export const pageHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  setHeaders(c, { ...HEADERS, ...PAGE_HEADERS })
}

const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
}

const setHeaders = (c: Context, headers: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
}

/** Who may come in, and how often the others may try. */
export type Gate = {
  readonly store: Pick<Store, 'shopOfToken'>
  readonly wrongTokens: WrongTokens
  readonly now: () => number
}

/**
 * A handler that only the shop's own programs reach. The check stands in front of each handler, not
 * before a path, because prefixes of paths are matched in more ways than one.
 */
export const forShop =
  (
    { store, wrongTokens, now }: Gate,
    handle: (c: Context, shop: Shop, hash: string) => Promise<Response>,
  ) =>
  async (c: Context): Promise<Response> => {
    const header = c.req.header('authorization')
    if (header === undefined) return unknown(c, 'no-token')
    const token = BEARER.exec(header)?.[1]
    const hash = token === undefined ? null : tokenHash(token)
    const shop = hash === null ? null : await store.shopOfToken(hash)
    if (hash !== null && shop !== null) return handle(c, shop, hash)
    const waitSeconds = wrongTokens(addressOf(c) ?? 'unknown', now())
    if (waitSeconds === null) return unknown(c, 'unknown-token')
    c.header('retry-after', String(waitSeconds))
    return problem(c, 'too-many-tries')
  }

/** The other end of the connection; a proxy's own, behind one. Null when asked within the process. */
export const addressOf = ({ env }: Context): string | null => {
  const { incoming }: { incoming?: { socket?: { remoteAddress?: string } } } = env ?? {}
  return incoming?.socket?.remoteAddress ?? null
}

const unknown = (c: Context, code: 'no-token' | 'unknown-token'): Response => {
  c.header('www-authenticate', 'Bearer realm="shopbell"')
  return problem(c, code)
}
