import { randomBytes } from 'node:crypto'
import { OPERATIONS, SHAPES } from '../../src/http/openapi.ts'
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

/** Every answer a test sees is one the OpenAPI document promises, field by field. */
const checkAgainstDocument = (
  method: string,
  path: string,
  { status, body }: { readonly status: number; readonly body: unknown },
): void => {
  const pathname = path.split('?')[0] ?? ''
  const operation = OPERATIONS.find(
    (each) =>
      each.method === method.toLowerCase() &&
      new RegExp(`^${each.path.replace('{id}', '[^/]+')}$`).test(pathname),
  )
  if (!operation) return
  const promised = operation.answers[String(status)]
  if (!promised) throw new Error(`${method} ${pathname} answered ${status}: not in the document`)
  const shapes = [promised.schema].flat().map((name) => SHAPES[name])
  if (shapes.some((shape) => shape.safeParse(body).success)) return
  const problems = shapes.map((shape) => shape.safeParse(body).error?.message).join('\n')
  throw new Error(`${method} ${pathname} ${status}: ${JSON.stringify(body)}\n${problems}`)
}

/** The whole app on a real SQLite file behind a real port, with a token for its API. */
export const anApi = async (asked: StageOptions = {}): Promise<Api> => {
  const stage = await aStage(asked)
  const server = await aServer()
  server.serve((request, env) => stage.app.http.fetch(request, env ?? {}))
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
    const body = isJson ? JSON.parse(text) : text
    if (isJson) checkAgainstDocument(init.method ?? 'GET', path, { status: response.status, body })
    return { status: response.status, headers: response.headers, body }
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
