// npm run bench:load: durable acknowledgements and answers end to end, on SQLite and on PostgreSQL, and
// with one process to four on one PostgreSQL server. Everything, the load too, on this machine.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { simulatedGraph } from '../../src/simulator/graph.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aServer, freePort } from '../support/a-server.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import type { KillableSettings } from '../support/killable.ts'
import { embeddedServer, onServer } from '../support/postgres-server.ts'
import { print, shown } from './figures.ts'
import { aShot, closedLoop, type Load } from './load.ts'

const SHOTS = 6000
const LANES = 64
/** People in one shop who ask at once, and how often each asks. */
const PEOPLE = 40
const QUESTIONS_EACH = 10

const folder = mkdtempSync(join(tmpdir(), 'shopbell-load-'))
const server = await embeddedServer({ durable: true })
let databases = 0
try {
  if (process.argv[2] !== 'answers') await acknowledgements()
  if (process.argv[2] !== 'acks') await answers()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function acknowledgements(): Promise<void> {
  print(`\nDurable acknowledgements: ${SHOTS} signed webhooks, ${LANES} at a time`)
  const reference = await acknowledged('parse', [sqlite()])
  print(`  storage off (reference)      ${shown(reference)}`)
  for (const [name, urls] of [
    ['SQLite', [sqlite()]],
    ['PostgreSQL, 1 process', [await onPostgres()]],
    ['PostgreSQL, 2 processes', Array(2).fill(await onPostgres())],
    ['PostgreSQL, 4 processes', Array(4).fill(await onPostgres())],
  ] as const) {
    const load = await acknowledged('durable', urls)
    const share = Math.round((100 * load.perSecond) / reference.perSecond)
    print(`  ${name.padEnd(27)}  ${shown(load)}  ${share} % of the reference`)
  }
}

function sqlite(): string {
  return `file:${join(folder, `${++databases}.db`)}`
}

async function onPostgres(): Promise<string> {
  const name = `load_${++databases}`
  await onServer(server, `create database ${name}`)
  return server.urlOf(name)
}

/** One webhook process for each address, the load spread over them. */
async function acknowledged(mode: 'parse' | 'durable', urls: readonly string[]): Promise<Load> {
  const doors: { port: number; process: ChildProcess }[] = []
  for (const url of urls) {
    const port = await freePort()
    const path = join(import.meta.dirname, 'webhook-server.ts')
    const child = spawn(process.execPath, [path, String(port), mode, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (child.stdout) await once(child.stdout, 'data')
    doors.push({ port, process: child })
  }
  const round = async (run: string, shots: number): Promise<readonly Load[]> =>
    Promise.all(
      doors.map(({ port }, door) => {
        const own = Array.from({ length: shots / doors.length }, (_, i) =>
          aShot(i, `${run}${door}`),
        )
        return closedLoop(port, own, LANES / doors.length)
      }),
    )
  try {
    await round('warm', SHOTS / 4)
    const loads = await round('run', SHOTS)
    const worst = (pick: (load: Load) => number): number => Math.max(...loads.map(pick))
    return {
      perSecond: loads.reduce((sum, load) => sum + load.perSecond, 0),
      p50: worst(({ p50 }) => p50),
      p99: worst(({ p99 }) => p99),
      max: worst(({ max }) => max),
      refused: loads.reduce((sum, load) => sum + load.refused, 0),
    }
  } finally {
    for (const door of doors) door.process.kill('SIGKILL')
  }
}

async function answers(): Promise<void> {
  const count = PEOPLE * QUESTIONS_EACH
  print(`\nAnswers end to end: ${count} questions of ${PEOPLE} people, to the answer delivered`)
  for (const [name, url, roles] of [
    ['SQLite, 1 process', sqlite(), ['all']],
    ['PostgreSQL, 1 process', await onPostgres(), ['all']],
    ['PostgreSQL, 1 web 1 work', await onPostgres(), ['web', 'work']],
    ['PostgreSQL, 1 web 2 work', await onPostgres(), ['web', 'work', 'work']],
    ['PostgreSQL, 1 web 3 work', await onPostgres(), ['web', 'work', 'work', 'work']],
  ] as const) {
    const perSecond = await answered(url, roles, count)
    print(`  ${name.padEnd(27)}  ${perSecond.toFixed(0)}/s`)
  }
}

type Role = NonNullable<KillableSettings['role']>

async function answered(url: string, roles: readonly Role[], count: number): Promise<number> {
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
  const phones = Array.from({ length: PEOPLE }, (_, i) => `62813000${String(i).padStart(4, '0')}`)
  await withStore(url, (store) =>
    store.ensureShop(
      aShop({ id: 'default' }),
      phones.map((phone) => ({ channel: CHANNEL, phone })),
    ),
  )
  const children: ChildProcess[] = []
  for (const [i, role] of roles.entries()) {
    children.push(
      await started({
        ...{ port: ports[i] ?? 0, role, databaseUrl: url, graphUrl: graph.origin },
        ...{ token: 'EAATESTTOKEN', appSecret: 'test_app_secret', dieAt: null, now: Date.now() },
      }),
    )
  }
  const people = phones.map((phone) =>
    phoneOf(simulator, { phone, userId: `ID.${phone}`, name: 'Rina' }),
  )
  const total = (): number =>
    people.reduce((sum, { bubbles }) => sum + bubbles().filter(isAnswer).length, 0)
  try {
    await Promise.all(people.map((person) => person.says('menu')))
    while (total() < PEOPLE) await sleep(20)
    const startedAt = performance.now()
    await Promise.all(
      people.map(async (person) => {
        for (let i = 1; i <= QUESTIONS_EACH; i++) {
          await person.says(i % 2 === 0 ? 'menu' : 'bantuan')
          await person.waitsFor(1, 60_000)
        }
      }),
    )
    while (total() < PEOPLE + count) await sleep(5)
    return count / ((performance.now() - startedAt) / 1000)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await graph[Symbol.asyncDispose]()
  }
}

function isAnswer({ from }: { readonly from: string }): boolean {
  return from === 'shop'
}

async function withStore(url: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(url, { now: Date.now, newId: randomUUID })
  await work(store)
  await store.close()
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
