import { join } from 'node:path'
import { startDemo } from '../../src/demo.ts'
import { makeLog } from '../../src/log.ts'
import type { Simulator } from '../../src/simulator/graph.ts'
import { QUICK } from './a-phone.ts'
import { aServer } from './a-server.ts'
import { aShop, POLICY } from './builders.ts'
import { aFolder, aRunningClock, someIds } from './props.ts'

export type Demo = {
  readonly simulator: Simulator
  readonly origin: string
  /** Does what a button of the controls does, by the same door. */
  readonly control: (path: string, body?: object) => Promise<Response>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** What `npm start` without settings starts, on a free port, on a spring morning in Bandung. */
export const aDemo = async (now = '2026-04-01T03:00:00Z'): Promise<Demo> => {
  const folder = aFolder()
  const server = await aServer()
  const { origin } = server
  const demo = await startDemo({
    origin,
    databaseUrl: `file:${join(folder.path, 'demo.db')}`,
    isOwnDatabase: true,
    app: {
      model: null,
      shop: aShop({ id: 'default' }),
      policy: POLICY,
      pace: QUICK,
      fontDir: null,
      watchDir: null,
      metricsToken: null,
      log: makeLog(process.env['TEST_LOG'] ?? 'silent'),
      now: aRunningClock(Date.parse(now)).now,
      newId: someIds(),
    },
  })
  server.serve((request, env) => demo.fetch(request, env as object))
  return {
    simulator: demo.simulator,
    origin,
    control: (path, body = {}) =>
      fetch(`${origin}/controls/${path}`, { method: 'POST', body: JSON.stringify(body) }),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await demo.stop()
      folder[Symbol.dispose]()
    },
  }
}
