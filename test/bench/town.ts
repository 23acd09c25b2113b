import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { simulatedGraph } from '../../src/simulator/graph.ts'
import { type Phone, phoneOf } from '../../src/simulator/phone.ts'
import { aServer, freePort } from '../support/a-server.ts'
import { CHANNEL } from '../support/builders.ts'
import type { KillableSettings } from '../support/killable.ts'

export type Role = NonNullable<KillableSettings['role']>

export type Town = {
  /** The phone of whoever has this number. */
  readonly person: (phone: string) => Phone
  /** How many big shops have had their answers made ahead, by the first process. */
  readonly prepared: () => Promise<number>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type TownOptions = {
  readonly url: string
  /** One process for each; webhooks come to the first. */
  readonly roles: readonly Role[]
  readonly scheduleMs?: number
}

/** Real processes on one database, a pretend Cloud API before them, phones in people's hands. */
export const aTown = async ({ url, roles, scheduleMs }: TownOptions): Promise<Town> => {
  const graph = await aServer()
  const ports: number[] = []
  for (const _ of roles) ports.push(await freePort())
  const simulator = simulatedGraph({
    number: { channel: CHANNEL, displayNumber: '6281100001111', accountId: '0' },
    token: 'EAATESTTOKEN',
    appSecret: 'test_app_secret',
    publicUrl: () => graph.origin,
    webhook: async (bytes, headers) => {
      const door = `http://127.0.0.1:${ports[0]}/webhook`
      return (await fetch(door, { method: 'POST', headers, body: new Uint8Array(bytes) })).status
    },
    now: Date.now,
    paceMs: { sent: 0, delivered: 0, read: 0 },
  })
  graph.serve((request) => simulator.app.fetch(request))
  const children: ChildProcess[] = []
  for (const [i, role] of roles.entries()) {
    children.push(
      await started({
        ...{ port: ports[i] ?? 0, role, databaseUrl: url, graphUrl: graph.origin },
        ...{ token: 'EAATESTTOKEN', appSecret: 'test_app_secret', dieAt: null, now: Date.now() },
        ...(scheduleMs === undefined ? {} : { scheduleMs }),
      }),
    )
  }
  return {
    person: (phone) => phoneOf(simulator, { phone, userId: `ID.${phone}`, name: 'Rina' }),
    prepared: async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${ports[0]}/metrics`)).text()
      return Number(/^shopbell_prepare_seconds_count (\d+)/m.exec(metrics)?.[1] ?? 0)
    },
    [Symbol.asyncDispose]: async () => {
      for (const child of children) child.kill('SIGKILL')
      await graph[Symbol.asyncDispose]()
    },
  }
}

async function started(settings: KillableSettings): Promise<ChildProcess> {
  const path = join(import.meta.dirname, '../support/killable.ts')
  const child = spawn(process.execPath, [path, JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const health = `http://127.0.0.1:${settings.port}/health`
  while ((await fetch(health).catch(() => null))?.ok !== true) await sleep(25)
  return child
}
