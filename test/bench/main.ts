// npm run bench: acknowledgements, import and answer, each beside a reference in the same run.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { importFile } from '../../src/flow/import.ts'
import { createInbox } from '../../src/flow/inbox.ts'
import { createPool } from '../../src/flow/pool.ts'
import { PACE, type World } from '../../src/flow/world.ts'
import { makeLog } from '../../src/log.ts'
import { day } from '../../src/sales/day.ts'
import { openStore } from '../../src/store/store.ts'
import { webhookApp } from '../../src/whatsapp/webhook.ts'
import { aServer, freePort } from '../support/a-server.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { aShot, closedLoop, type Load, openLoop } from './load.ts'

const SHOTS = 6000
const LANES = 16
const RATE = 100
const ANSWERS = 21
const BIG_FILE = join(import.meta.dirname, '../../../shared/data/sales/online-retail.csv.gz')

const print = (text: string): boolean => process.stdout.write(`${text}\n`)
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const shown = (load: Load): string =>
  `${Math.round(load.perSecond)}/s  p50 ${ms(load.p50)}  p99 ${ms(load.p99)}  max ${ms(load.max)}  refused ${load.refused}`

const rate = (rows: number, took: number): string =>
  `${Math.round(rows / (took / 1000)).toLocaleString('en')} rows/s  (${(took / 1000).toFixed(2)} s)`

const folder = mkdtempSync(join(tmpdir(), 'shopbell-bench-'))
try {
  await acknowledgements()
  await importAndAnswer()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function acknowledgements(): Promise<void> {
  print(
    `\nAcknowledgements: ${SHOTS} signed webhooks, ${LANES} at a time, load on the same machine`,
  )
  const parseOnly = await acknowledged('parse')
  print(`  verify and parse only (reference)   ${shown(parseOnly)}`)
  const durable = await acknowledged('durable')
  print(`  durable before the 200              ${shown(durable)}`)
  print(
    `  ratio to the reference              ${(durable.perSecond / parseOnly.perSecond).toFixed(2)}`,
  )
}

async function acknowledged(mode: 'parse' | 'durable'): Promise<Load> {
  const port = await freePort()
  const database = `file:${join(folder, `${mode}.db`)}`
  const server = spawn(
    process.execPath,
    [join(import.meta.dirname, 'webhook-server.ts'), String(port), mode, database],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await ready(server)
  try {
    const shots = (run: string, n: number) => Array.from({ length: n }, (_, i) => aShot(i, run))
    await closedLoop(port, shots('warm', SHOTS / 4), LANES)
    return await closedLoop(port, shots('run', SHOTS), LANES)
  } finally {
    server.kill()
  }
}

async function importAndAnswer(): Promise<void> {
  if (!existsSync(BIG_FILE)) return void print(`\nImport: skipped, ${BIG_FILE} is not there`)
  const bytes = new Uint8Array(gunzipSync(readFileSync(BIG_FILE)))
  const databaseUrl = `file:${join(folder, 'import.db')}`
  const store = await openStore(databaseUrl, { now: Date.now, newId: randomUUID })
  const pool = createPool({ databaseUrl, fontDir: null })
  const shop = aShop({ id: 'big', currency: 'GBP', timeZone: 'Europe/London', language: 'en' })
  await store.ensureShop(shop, [])
  const world = {
    store,
    pool,
    now: Date.now,
    newId: randomUUID,
    log: makeLog('silent'),
    pace: PACE,
    passing: () => undefined,
  } as unknown as World
  const { port, server } = await webhookBeside(world)

  print('\nImport: online-retail.csv, 541,909 lines, 48 MB')
  const parsing = await timed(() => Promise.resolve(parse(bytes, { relax_quotes: true }).length))
  print(`  csv-parse alone (reference)         ${rate(parsing.result, parsing.ms)}`)
  let done = false
  const importing = timed(async () => {
    const imported = await importFile(world, {
      shop,
      source: 'bench',
      fileName: 'online-retail.csv',
      bytes: bytes.slice(),
      answers: {},
    })
    if (imported.kind !== 'ready') throw new Error(`not imported: ${JSON.stringify(imported)}`)
    await store.publish(imported.publication)
    done = true
    return imported.receipt
  })
  const beside = await openLoop(port, (n) => aShot(n, 'beside'), {
    perSecond: RATE,
    isOver: () => done,
  })
  const imported = await importing
  print(`  file to published                   ${rate(imported.result.lines, imported.ms)}`)
  print(`  times csv-parse alone               ${(imported.ms / parsing.ms).toFixed(2)}`)
  print(`  webhooks beside it (${RATE}/s)         ${shown(beside)}`)
  print(`  memory (this process)               ${Math.round(process.memoryUsage().rss / 1e6)} MB`)

  print('\nAnswer: ringkasan after it (in the worker thread, from the stored totals)')
  const answers: number[] = []
  for (let i = 0; i < ANSWERS; i++) {
    const answer = await timed(() => pool.summary({ shop, today: day('2011-12-10'), period: null }))
    if (!answer.result?.summary) throw new Error('no summary')
    answers.push(answer.ms)
  }
  const [first = 0, ...later] = answers
  later.sort((a, b) => a - b)
  print(
    `  first ${ms(first)}, then median ${ms(later[Math.floor(later.length / 2)] ?? 0)}, worst ${ms(later.at(-1) ?? 0)}`,
  )
  await server[Symbol.asyncDispose]()
  await pool.close()
  await store.close()
}

async function webhookBeside(
  world: World,
): Promise<{ port: number; server: Awaited<ReturnType<typeof aServer>> }> {
  const inbox = createInbox(world.store, () => undefined)
  const app = webhookApp({
    appSecrets: ['test_app_secret'],
    verifyToken: 'verify',
    channels: new Set([CHANNEL]),
    accept: (delivery) => inbox.keep({ arrivals: delivery.arrivals, statuses: [] }),
  })
  const server = await aServer()
  server.serve((request) => app.fetch(request))
  return { server, port: Number(new URL(server.origin).port) }
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const at = performance.now()
  const result = await work()
  return { result, ms: performance.now() - at }
}

async function ready(server: ChildProcess): Promise<void> {
  if (!server.stdout) throw new Error('no output to wait for')
  await once(server.stdout, 'data')
}
