// npm run bench: acknowledgements, import and answer, each beside a reference in the same run.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { day } from '../../src/sales/day.ts'
import { freePort } from '../support/a-server.ts'
import { aShop } from '../support/builders.ts'
import { ms, print, rate, shown, timed } from './figures.ts'
import { aShot, closedLoop, type Load, openLoop } from './load.ts'
import { aService } from './service.ts'

const SHOTS = 6000
const LANES = 16
const RATE = 100
const ANSWERS = 21
const BIG_FILE = join(import.meta.dirname, '../../../shared/data/sales/online-retail.csv.gz')

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
  const service = await aService(`file:${join(folder, 'import.db')}`)
  const { store, pool, port } = service
  const shop = aShop({ id: 'big', currency: 'GBP', timeZone: 'Europe/London', language: 'en' })
  await store.ensureShop(shop, [])

  print('\nImport: online-retail.csv, 541,909 lines, 48 MB')
  const parsing = await timed(() => Promise.resolve(parse(bytes, { relax_quotes: true }).length))
  print(`  csv-parse alone (reference)         ${rate(parsing.result, parsing.ms)}`)
  let done = false
  const importing = timed(() => service.imports(shop, 'online-retail.csv', bytes.slice())).finally(
    () => {
      done = true
    },
  )
  const beside = await openLoop(port, (n) => aShot(n, 'beside'), {
    perSecond: RATE,
    isOver: () => done,
  })
  const imported = await importing
  print(`  file to published                   ${rate(imported.result, imported.ms)}`)
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
  await service.close()
}

async function ready(server: ChildProcess): Promise<void> {
  if (!server.stdout) throw new Error('no output to wait for')
  await once(server.stdout, 'data')
}
