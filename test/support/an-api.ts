import { randomBytes } from 'node:crypto'
import type { Shop } from '../../src/sales/shop.ts'
import { tokenHash } from '../../src/store/tokens.ts'
import { aStage, type Stage, type StageOptions } from './a-phone.ts'
import { aServer } from './a-server.ts'
import { aShop } from './builders.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of many shapes
  readonly body: any
}

export type Api = {
  readonly stage: Stage
  readonly origin: string
  readonly token: string
  /** A token of another shop, which is made when it is not there. */
  readonly tokenFor: (shop: Partial<Shop>) => Promise<string>
  /** Sends a request with the first shop's token, unless the headers bring another. */
  readonly asks: (path: string, init?: RequestInit) => Promise<Answer>
  /** Sends a bare CSV. */
  readonly sends: (
    bytes: Uint8Array | string,
    options?: { readonly query?: string; readonly headers?: Record<string, string> },
  ) => Promise<Answer>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** The whole app on a real SQLite file behind a real port, with a token for its API. */
export const anApi = async (asked: StageOptions = {}): Promise<Api> => {
  const stage = await aStage(asked)
  const server = await aServer()
  server.serve((request) => stage.app.http.fetch(request))
  const { store } = stage.app
  const tokenFor = async (shop: Partial<Shop>): Promise<string> => {
    const made = aShop(shop)
    await store.ensureShop(made, [])
    const token = `shopbell_${randomBytes(32).toString('base64url')}`
    const id = `t-${(await store.listTokens()).length + 1}`
    await store.addToken({ id, shopId: made.id, name: 'kasir', hash: tokenHash(token) })
    return token
  }
  const token = await tokenFor({ id: 'default' })
  const asks: Api['asks'] = async (path, init = {}) => {
    const response = await fetch(`${server.origin}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    }
  }
  return {
    stage,
    origin: server.origin,
    token,
    tokenFor,
    asks,
    sends: (bytes, { query = '', headers = {} } = {}) =>
      asks(`/api/v1/sales${query}`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', ...headers },
        body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
      }),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await stage[Symbol.asyncDispose]()
    },
  }
}
