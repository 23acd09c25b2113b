// npm run kills -- [kills] [database url]: the real process is killed again and again while people
// write and send files; afterwards every answer and every sale is counted.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPool } from '../../src/flow/pool.ts'
import { takeIn } from '../../src/flow/take-in.ts'
import { createMetrics } from '../../src/metrics.ts'
import { addDays, type Day, day, wallClock } from '../../src/sales/day.ts'
import type { Person } from '../../src/simulator/chat.ts'
import { type Simulator, simulatedGraph } from '../../src/simulator/graph.ts'
import { webhookAt } from '../../src/simulator/postman.ts'
import { openReader, openStore } from '../../src/store/store.ts'
import { aServer, freePort } from '../support/a-server.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { csv, steadyShop } from '../support/files.ts'
import type { KillableSettings } from '../support/killable.ts'
import { aFolder } from '../support/props.ts'
import { seededRandom } from '../support/random.ts'
import { print } from './figures.ts'

const KILLABLE = join(import.meta.dirname, '../support/killable.ts')
const PEOPLE = 24
/** Days of sales to ask about; each person asks about each once, so every answer names its question. */
const DAYS = 480
/** One person's pause between two messages: their days last for 35 minutes, longer than 500 kills take. */
const PAUSE_MS = 4000
/**
 * How long a process lives after it has begun to listen: some die with their first message, most get on.
 * A message that took ten processes with it would be set aside, which is another story.
 */
const LIFE_MS = { least: 50, more: 3000 }
/** From the command to the first answer on a machine with nothing else to do. */
const START_MS = 1200
/** Every so many messages a file with one sale. */
const FILE_EVERY = 8
const AGAIN_CHANCE = 0.3
/** Reports wait for the process to be back; on a busy machine that takes seconds. */
const ECHO_WAIT_MS = 20_000
const TOKEN = 'EAATESTTOKEN'
const SECRET = 'test_app_secret'
const DAY_MS = 86_400_000
/** `Satu pesan 10 kali gagal saya proses`. */
const SET_ASIDE = /^🙏 Satu pesan \d+ kali gagal/u
/** The sales of the files lie apart from the days asked about. */
const FILES_FROM = day('2024-01-01')

const kills = Number(process.argv[2] ?? 500)
const random = seededRandom(1)
const people = Array.from({ length: PEOPLE }, (_, i): Person => {
  const phone = `62812000${String(i).padStart(5, '0')}`
  return { phone, userId: `ID.${i}`, name: 'Rina' }
})

using folder = aFolder()
const databaseUrl = process.argv[3] ?? `file:${join(folder.path, 'shop.db')}`
const port = await freePort()
const server = await aServer()
const simulator: Simulator = simulatedGraph({
  number: { channel: CHANNEL, displayNumber: '6281100001111', accountId: '0' },
  token: TOKEN,
  appSecret: SECRET,
  publicUrl: () => server.origin,
  webhook: webhookAt(`http://127.0.0.1:${port}/webhook`),
  now: Date.now,
  paceMs: { sent: 5, delivered: 20, read: 40 },
  retryMs: Array.from({ length: 400 }, () => 250),
  // Meta keeps files for a week, however many.
  filesMax: Number.POSITIVE_INFINITY,
})
server.serve((request) => simulator.app.fetch(request))
const settings: KillableSettings = {
  port,
  databaseUrl,
  graphUrl: server.origin,
  token: TOKEN,
  appSecret: SECRET,
  dieAt: null,
  now: Date.now(),
  echoWaitMs: ECHO_WAIT_MS,
}

await prepare()
const said = { questions: 0, files: 0 }
let isOver = false
const begun = performance.now()
const talking = people.map((person, i) => talks(person, i))
for (let kill = 1; kill <= kills; kill++) {
  const begins = performance.now()
  const program = await start()
  // A busy machine does less in a second: there a process that took longer to begin also lives longer.
  const slowness = Math.max(1, (performance.now() - begins) / START_MS)
  await sleep((LIFE_MS.least + random() * LIFE_MS.more) * slowness)
  program.kill('SIGKILL')
  await once(program, 'exit')
  if (kill % 50 === 0) print(`  ${kill} kills, ${said.questions + said.files} messages`)
}
isOver = true
const last = await start()
await Promise.all(talking)
await quiet()
await report()
last.kill('SIGKILL')
await simulator.settled()
await server[Symbol.asyncDispose]()

/** Asks about one day after the other, and now and then sends a file with one sale of its own. */
async function talks(person: Person, index: number): Promise<void> {
  const yesterday = addDays(wallClock(Date.now(), 'Asia/Jakarta').day, -1)
  for (let turn = 0; turn < DAYS && !isOver; turn++) {
    const isFile = turn % FILE_EVERY === FILE_EVERY - 1
    const sending = isFile
      ? simulator.receive(person, aSale(index, turn))
      : simulator.receive(person, { kind: 'text', text: `ringkasan ${addDays(yesterday, -turn)}` })
    said[isFile ? 'files' : 'questions']++
    await sending
    const posting = simulator.postings().at(-1)
    // Meta brings some of them twice.
    if (posting && random() < AGAIN_CHANCE) await simulator.again(posting)
    await sleep(PAUSE_MS * (0.5 + random()))
  }
}

function aSale(index: number, turn: number) {
  const bytes = csv(
    'tanggal,produk,jumlah,harga',
    `${addDays(FILES_FROM, index)},Kembang ${index}-${turn},1,1000`,
  )
  return { kind: 'file', bytes, mimeType: 'text/csv', fileName: `${index}-${turn}.csv` } as const
}

async function start(): Promise<ChildProcess> {
  const program = spawn(
    process.execPath,
    [KILLABLE, JSON.stringify({ ...settings, now: Date.now() })],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp || program.exitCode !== null) return program
    await sleep(20)
  }
}

/** A shop with a year of sales and twelve owners, as if it had been so for long. */
async function prepare(): Promise<void> {
  const store = await openStore(databaseUrl, { now: Date.now, newId: randomUUID })
  const pool = createPool({ databaseUrl, fontDir: null })
  const shop = aShop({ id: 'default' })
  await store.ensureShop(
    shop,
    people.map(({ phone }) => ({ channel: CHANNEL, phone: phone ?? '' })),
  )
  const yesterday: Day = addDays(wallClock(Date.now(), shop.timeZone).day, -1)
  const { bytes } = steadyShop({ until: yesterday, days: DAYS + 10 })
  const world = {
    store,
    pool,
    now: () => Date.now() - DAY_MS,
    newId: randomUUID,
    metrics: createMetrics(),
    passing: () => undefined,
  }
  const file = { shop, source: 'before', fileName: 'before.csv', bytes, answers: {} }
  await takeIn(world, file, (_, effects) => store.apply(effects))
  await pool.close()
  await store.close()
}

/** Until nothing has come for longer than a lease and an echo together. */
async function quiet(): Promise<void> {
  let seen = -1
  for (let same = 0; same * 1000 < ECHO_WAIT_MS * 1.5; ) {
    await sleep(1000)
    const now = answers().length
    same = now === seen ? same + 1 : 0
    seen = now
  }
}

function answers(): readonly { readonly person: string; readonly text: string }[] {
  return people.flatMap((person) =>
    simulator
      .chatWith(person)
      .bubbles.filter(({ from }) => from === 'shop')
      .map(({ text }) => ({ person: person.userId, text })),
  )
}

async function report(): Promise<void> {
  const summaries = answers().filter(({ text }) => text.startsWith('📊'))
  const receipts = answers().filter(({ text }) => text.startsWith('✅'))
  const others = answers().filter(({ text }) => !/^[📊✅]/u.test(text))
  const summariesOnce = new Set(summaries.map(({ person, text }) => `${person} ${titleOf(text)}`))
  const receiptsOnce = new Set(receipts.map(({ text }) => titleOf(text)))
  const setAside = others.filter(({ text }) => SET_ASIDE.test(text)).length
  const reader = openReader(databaseUrl)
  const rows = await reader.branchDays('default', {
    from: FILES_FROM,
    to: addDays(FILES_FROM, PEOPLE),
  })
  await reader.close()
  const sales = rows.reduce((sum, { lines }) => sum + lines, 0)
  const figures = [
    ['kills', kills, `in ${Math.round((performance.now() - begun) / 1000)} s`],
    ['questions', said.questions, `${said.questions - summariesOnce.size} lost`],
    ['answers', summaries.length, `${summaries.length - summariesOnce.size} doubled`],
    ['files', said.files, `${said.files - receiptsOnce.size} without a receipt`],
    ['receipts', receipts.length, `${receipts.length - receiptsOnce.size} doubled`],
    ['set aside', setAside, 'given up after ten processes had died with them, and told so'],
    ['sales', sales, `${said.files - sales} lost or doubled`],
    [
      'other bubbles',
      others.length,
      [...new Set(others.map(({ text }) => titleOf(text)))].join(' · '),
    ],
  ] as const
  for (const [name, count, verdict] of figures) {
    print(`  ${name.padEnd(14)} ${String(count).padStart(6)}  ${verdict}`)
  }
  const isSound =
    summaries.length === said.questions &&
    summariesOnce.size === said.questions &&
    receipts.length === said.files &&
    receiptsOnce.size === said.files &&
    sales === said.files
  if (!isSound) process.exitCode = 1
}

function titleOf(text: string): string {
  return text.split(/[\n:]/)[0] ?? ''
}
