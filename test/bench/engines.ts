// npm run bench:load [-- all|acks|answers|import|growth [lines=… shops=1,10 years=1,3]]: durable acknowledgements and
// answers end to end, on SQLite and on PostgreSQL, with one process to four on one PostgreSQL server; the same while a
// big file is read; and how an answer's time grows with shops and years. Everything, the load too, on this machine.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore, type Store } from '../../src/store/store.ts'
import { freePort } from '../support/a-server.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { embeddedServer, onServer } from '../support/postgres-server.ts'
import { print, shown } from './figures.ts'
import { growth } from './growth.ts'
import { importBeside } from './import-beside.ts'
import { aShot, closedLoop, type Load, PEOPLE as WRITERS } from './load.ts'
import { sizesFrom } from './sizes.ts'
import { aTown, type Role } from './town.ts'

const SHOTS = 6000
const LANES = 64
/** People in one shop who ask at once, and how often each asks. */
const PEOPLE = 40
const QUESTIONS_EACH = 10

const folder = mkdtempSync(join(tmpdir(), 'shopbell-load-'))
const server = await embeddedServer({ durable: true })
let databases = 0
try {
  const [only = 'all', ...given] = process.argv.slice(2)
  const isAsked = (part: string): boolean => only === 'all' || only === part
  const sizes = sizesFrom(given)
  if (isAsked('acks')) await acknowledgements()
  if (isAsked('answers')) await answers()
  if (isAsked('import')) {
    await importBeside({ lines: sizes.lines, lanes: LANES, folder, urls: await bothEngines() })
  }
  if (isAsked('growth')) await growth({ sizes, folder, onPostgres })
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

async function bothEngines(): Promise<Readonly<Record<string, string>>> {
  return { SQLite: sqlite(), PostgreSQL: await onPostgres() }
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
        // Nobody's two messages come to two processes at once.
        const own = Array.from({ length: shots / doors.length }, (_, i) =>
          aShot(i * doors.length + door, run),
        )
        return closedLoop(port, own, LANES / doors.length)
      }),
    )
  try {
    // Everybody has written before: a person is made once in a life.
    await round('warm', WRITERS)
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

async function answered(url: string, roles: readonly Role[], count: number): Promise<number> {
  const phones = Array.from({ length: PEOPLE }, (_, i) => `62813000${String(i).padStart(4, '0')}`)
  await withStore(url, (store) =>
    store.ensureShop(
      aShop({ id: 'default' }),
      phones.map((phone) => ({ channel: CHANNEL, phone })),
    ),
  )
  await using town = await aTown({ url, roles })
  const people = phones.map(town.person)
  const total = (): number =>
    people.reduce((sum, { bubbles }) => sum + bubbles().filter(isAnswer).length, 0)
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
}

function isAnswer({ from }: { readonly from: string }): boolean {
  return from === 'shop'
}

async function withStore(url: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(url, { now: Date.now, newId: randomUUID })
  await work(store)
  await store.close()
}
