import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Person } from '../../src/simulator/chat.ts'
import { type Simulator, simulatedGraph } from '../../src/simulator/graph.ts'
import type { Webhook } from '../../src/simulator/postman.ts'
import type { SimulatorOptions } from '../../src/simulator/state.ts'
import type { Channel } from '../../src/whatsapp/channel.ts'
import { type GraphOptions, graphChannel } from '../../src/whatsapp/client.ts'

export const TOKEN = 'EAATESTTOKEN'
export const APP_SECRET = 'test_app_secret'
export const NUMBER = {
  channel: '106540352242922',
  displayNumber: '6281100001111',
  accountId: '102290129340398',
}
export const OWNER: Person = {
  phone: '6281234567890',
  userId: 'ID.13491208655302741918',
  name: 'Ibu Ratna',
}
/** Somebody who hides the number behind a username. */
export const HIDDEN: Person = { phone: null, userId: 'ID.777000111', name: 'Bayu' }

/** An app behind a real loopback port. */
export const served = async (
  app: Hono,
): Promise<{ readonly url: string; readonly [Symbol.asyncDispose]: () => Promise<void> }> => {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve)
  const { port } = await promise
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** Hands webhooks straight to an app, without a port. */
export const webhookOf =
  (app: Hono): Webhook =>
  async (bytes, headers) => {
    const body = new Uint8Array(bytes)
    return (await app.request('/webhook', { method: 'POST', headers, body })).status
  }

export type Rehearsal = {
  readonly simulator: Simulator
  readonly channel: Channel
  readonly url: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A simulator behind a port and the client that talks to it; `webhook` is where the bot listens. */
export const aRehearsal = async (
  options: Partial<SimulatorOptions> & { readonly client?: Partial<GraphOptions> } = {},
): Promise<Rehearsal> => {
  const { client, ...simulated } = options
  let url = ''
  const simulator = simulatedGraph({
    number: NUMBER,
    token: TOKEN,
    appSecret: APP_SECRET,
    publicUrl: () => url,
    webhook: async () => 200,
    now: Date.now,
    ...simulated,
  })
  const server = await served(simulator.app)
  url = server.url
  const channel = graphChannel({
    token: TOKEN,
    appSecret: APP_SECRET,
    graphUrl: url,
    apiVersion: 'v25.0',
    mediaHosts: [new URL(url).host],
    ...client,
  })
  return { simulator, channel, url, [Symbol.asyncDispose]: server[Symbol.asyncDispose] }
}
