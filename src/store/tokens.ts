import { createHash } from 'node:crypto'
import type { Shop } from '../sales/shop.ts'
import { all, build, type Fact, first, run } from './engine.ts'
import { readShop } from './people.ts'
import type { Tables } from './tables.ts'

/** A key to one shop's API, without the secret: nobody can read that back. */
export type Token = {
  /** Names the token in lists and for revoking. */
  readonly id: string
  readonly shopId: string
  /** What uses it, in the owner's words: `kasir depan`. */
  readonly name: string
  /** Unix milliseconds. */
  readonly createdAt: number
  /** To the minute; null when never used. */
  readonly lastUsedAt: number | null
  readonly revokedAt: number | null
  /** It opens nothing from then on; null when it never ends by itself. */
  readonly expiresAt: number | null
}

/** What a token is made of; its secret is not among it. */
export type TokenRecord = {
  readonly id: string
  readonly shopId: string
  readonly name: string
  readonly hash: string
  readonly expiresAt?: number | null
}

/**
 * SHA-256 of a token, hex: all that is stored of it. A plain hash is enough, because a token is 32
 * random bytes and cannot be guessed from a list of words.
 */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The time of use is written at most once a minute, so that asking often does not mean writing often. */
const USED_MS = 60_000

export function* addToken(token: TokenRecord, now: number): Fact<void> {
  yield* run(
    build.insertInto('api_token').values({
      hash: token.hash,
      id: token.id,
      shop_id: token.shopId,
      name: token.name,
      created_at: now,
      last_used_at: null,
      revoked_at: null,
      expires_at: token.expiresAt ?? null,
    }),
  )
}

/** Every token there ever was, revoked ones too, oldest first. */
export function* listTokens(): Fact<readonly Token[]> {
  const rows = yield* all(tokenRows())
  return rows.map(tokenFrom)
}

/** The shop's tokens that still open it, oldest first: their places in the chat's list. */
export function* tokensOf(shopId: string, now: number): Fact<readonly Token[]> {
  const rows = yield* all(
    tokenRows()
      .where('shop_id', '=', shopId)
      .where('revoked_at', 'is', null)
      .where((e) => e.or([e('expires_at', 'is', null), e('expires_at', '>', now)])),
  )
  return rows.map(tokenFrom)
}

const tokenRows = () =>
  build
    .selectFrom('api_token')
    .select(['id', 'shop_id', 'name', 'created_at', 'last_used_at', 'revoked_at', 'expires_at'])
    .orderBy('created_at')
    .orderBy('id')

const tokenFrom = (row: Omit<Tables['api_token'], 'hash' | 'brought_until'>): Token => ({
  id: row.id,
  shopId: row.shop_id,
  name: row.name,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
  expiresAt: row.expires_at,
})

/** From now on the token opens nothing; false when there is no such token, or it was revoked before. */
export function* revokeToken(id: string, now: number): Fact<boolean> {
  const row = yield* first(
    build
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id'),
  )
  return row !== undefined
}

/** The shop a token opens, as it is now; null for a token that is unknown, revoked or past its time, and for a closed shop. */
export function* shopOfToken(hash: string, now: number): Fact<Shop | null> {
  const token = yield* first(
    build
      .selectFrom('api_token')
      .innerJoin('shop', 'shop.id', 'api_token.shop_id')
      .select(['shop_id', 'last_used_at', 'expires_at'])
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .where('shop.closed_at', 'is', null),
  )
  if (!token || (token.expires_at !== null && token.expires_at <= now)) return null
  if (token.last_used_at === null || now - token.last_used_at > USED_MS) {
    yield* run(build.updateTable('api_token').set({ last_used_at: now }).where('hash', '=', hash))
  }
  return yield* readShop(token.shop_id)
}
