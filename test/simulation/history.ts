import { takeIn } from '../../src/flow/take-in.ts'
import type { Arrival } from '../../src/intent/arrival.ts'
import { createMetrics } from '../../src/metrics.ts'
import { addDays, type Day, day } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { ATTEMPTS_MAX } from '../../src/store/refusal.ts'
import { type Store, storeOn } from '../../src/store/store.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { bytesOf } from '../support/files.ts'
import { seededRandom } from '../support/random.ts'
import { aDisk, type Disk } from './disk.ts'
import { badMeta, type Meta } from './meta.ts'
import { type Power, PowerCut, powerOf } from './power.ts'
import { oneThread, type Planted, type Record, startProgram } from './program.ts'
import { settle, type VirtualTime, virtualTime } from './virtual-time.ts'

/** What happened that must never happen, in words. Empty: the history is sound. */
type Broken = readonly string[]

export type HistoryOptions = {
  readonly seed: number
  /** Both shops with their sales so far. */
  readonly disk: Disk
  readonly planted?: Planted | null
}

export type History = {
  readonly broken: Broken
  /** Everything that reached a phone, in order: the same for the same seed. */
  readonly transcript: readonly string[]
  readonly crashes: number
}

type Player = {
  readonly shop: Shop
  readonly phone: string
  /** Words no other shop has: seen on another's phone they are a leak. */
  readonly goods: readonly string[]
  readonly asks: (day: number, month: string) => string
}

/** An hour before London's clocks go back; in Jakarta the shops open. */
const START = Date.parse('2026-10-25T00:20:00Z')
const MINUTE_MS = 60_000
const BAD_MS = 20 * MINUTE_MS
/** Leases, echoes and pauses heal everything within minutes; a history still open then hangs. */
const END_MS = 5 * 60 * MINUTE_MS
const LOOK_MS = MINUTE_MS
/** Five weeks: enough to know a Saturday from a Monday. More would be read again for every answer. */
const KNOWN: { readonly from: Day; readonly days: number } = { from: day('2026-09-16'), days: 35 }
/** The power fails at one step of the way in so many. */
const TRIP_CHANCE = 0.01
/** Down for less than an echo is waited for. */
const DOWN_MS = 15_000
/** How often the clock is set and the plug is pulled, at any moment. */
const TROUBLES = 2
/** Both at once are less than what is left of a lease when it is renewed on a slow disk. */
const AHEAD_MS = 5000
const BACK_MS = -2 * MINUTE_MS
/**
 * Nothing to do for so long is the end: a schedule's pause of three minutes and both clocks set back, after which a shop
 * that a dead program had taken is looked at.
 */
const CALM_MS = 8 * MINUTE_MS
/** The days new files bring; yesterday is the last. */
const NEW_DAYS = ['2026-10-21', '2026-10-22', '2026-10-23', '2026-10-24'].map(day)
const YESTERDAY = day('2026-10-24')

const PLAYERS: readonly Player[] = [
  {
    shop: aShop({ id: 'kenanga', name: 'Toko Kenanga' }),
    phone: '6281100000001',
    goods: ['Kenanga Kuning', 'Kenanga Hijau', 'Kenanga Buket'],
    asks: (date, month) => `ringkasan ${date} ${month} 2026`,
  },
  {
    shop: aShop({
      id: 'thistle',
      name: 'Thistle & Co',
      language: 'en',
      timeZone: 'Europe/London',
      currency: 'GBP',
    }),
    phone: '447700900002',
    goods: ['Thistle Wreath', 'Thistle Posy', 'Thistle Pot'],
    asks: (date, month) => `summary ${date} ${month} 2026`,
  },
]

/** Both shops with five weeks of sales, put there once and there again for every history. */
export const aFullDisk = (): Promise<Disk> =>
  aDisk(async (engine) => {
    const newId = counter('template-')
    const store = storeOn(engine, { now: () => START, newId })
    const time = { wait: () => Promise.resolve() }
    const world = {
      store,
      pool: oneThread(store, { time, random: () => 1 }),
      now: () => START,
      newId,
      metrics: createMetrics(),
      passing: () => undefined,
    }
    for (const player of PLAYERS) {
      await store.ensureShop(player.shop, [{ channel: CHANNEL, phone: player.phone }])
      const lines = Array.from({ length: KNOWN.days }, (_, i) =>
        linesOf(player, addDays(KNOWN.from, i), 1),
      ).flat()
      const file = { shop: player.shop, source: 'before', fileName: 'before.csv', answers: {} }
      await takeIn(world, { ...file, bytes: fileOf(lines) }, (_, effects) => store.apply(effects))
    }
  })

const counter = (prefix: string): (() => string) => {
  let n = 0
  return () => `${prefix}${++n}`
}

const linesOf = ({ goods }: Player, date: Day, factor: number): string[] =>
  ['Dago', 'Soho'].flatMap((branch) =>
    goods.map(
      (product, i) => `${date},${product},${Math.round((12 - 3 * i) * factor)},10,${branch}`,
    ),
  )

const fileOf = (lines: readonly string[]): Uint8Array =>
  bytesOf(`tanggal,produk,jumlah,harga,cabang\n${lines.join('\n')}\n`)

type Said = {
  readonly id: string
  readonly at: number
  readonly player: Player
  readonly content: Arrival['content']
  /** Words the one answer to it has. */
  readonly answerHas: string | null
  readonly file: { readonly day: Day; readonly lines: readonly string[] } | null
}

/**
 * One history: two owners write and send files for twenty minutes while Meta, the disk, the clock and
 * the electricity misbehave; then calm returns. Everything comes from the seed.
 */
export const live = async (options: HistoryOptions): Promise<History> => {
  await options.disk.reset()
  const time = virtualTime(START)
  try {
    return await play({ ...options, time, random: seededRandom(options.seed) })
  } finally {
    time.restore()
  }
}

type Staging = HistoryOptions & {
  readonly time: VirtualTime
  readonly random: () => number
}

/** One run of the program, from its start to the cut. */
type Run = {
  readonly power: Power
  readonly store: Store
  readonly keep: ReturnType<typeof startProgram>['keep']
}

const play = async (staging: Staging): Promise<History> => {
  const { time, random } = staging
  const isBad = () => time.elapsed() < BAD_MS
  const machine = aMachine(staging, isBad)
  const meta: Meta = badMeta({ time, random, isBad, door: () => machine.run()?.keep ?? null })
  const said = whatIsSaid(random)
  for (const one of said) bring(one, { meta, time, random })
  for (let i = 0; i < TROUBLES; i++) {
    time.later(random() * BAD_MS, () => time.jump(random() < 0.5 ? AHEAD_MS : BACK_MS))
    time.later(random() * BAD_MS, machine.tripsSoon)
  }
  await machine.start(meta.channel)
  await untilQuiet({ time, machine, meta, isBad })
  const broken = await judge(machine.run(), { meta, said, record: machine.record })
  await machine.end()
  const transcript = meta.delivered.map(
    ({ phone, opaqueId, text }) => `${phone} ${opaqueId} ${text}`,
  )
  return { broken, transcript, crashes: machine.crashes() }
}

/** The computer: it starts the program, and now and then the power fails. */
const aMachine = ({ time, random, disk, planted }: Staging, isBad: () => boolean) => {
  let [run, crashes, trips]: [Run | null, number, boolean] = [null, 0, false]
  let starting = Promise.resolve()
  const record: Record = {
    underWay: new Set(),
    unknown: new Set(),
    atWork: new Set(),
    atWorkTwice: new Set(),
    attempts: new Map(),
    givenUp: new Set(),
  }
  const start = async (channel: Meta['channel']): Promise<void> => {
    const newId = counter(`run${crashes}-`)
    const store = storeOn(disk.engine, { now: time.now, newId })
    const power = powerOf(time.wait)
    const passing = (): void => {
      if (!power.isOn() || !isBad() || random() > TRIP_CHANCE) return
      trips = true
      power.cut()
      throw new PowerCut()
    }
    const options = {
      time,
      power,
      store,
      channel,
      random,
      planted: planted ?? null,
      passing,
      newId,
      record,
    }
    run = { power, store, keep: startProgram(options).keep }
  }
  const end = async (): Promise<void> => {
    run?.power.cut()
    time.dropTimers()
    await run?.store.close()
    run = null
  }
  return {
    start,
    end,
    run: (): Run | null => run,
    crashes: () => crashes,
    record,
    /** Starting takes no virtual time. */
    started: () => starting,
    tripsSoon: () => {
      trips = true
    },
    /** Cuts the power when it is time to; the program comes back a little later. */
    mayTrip: async (meta: Meta): Promise<void> => {
      if (!trips || run === null) return
      trips = false
      crashes++
      for (const id of record.underWay) record.unknown.add(id)
      record.underWay.clear()
      record.atWork.clear()
      await end()
      meta.lose()
      time.later(DOWN_MS * random(), () => {
        starting = start(meta.channel)
      })
    },
  }
}

type Scene = {
  readonly time: VirtualTime
  readonly machine: ReturnType<typeof aMachine>
  readonly meta: Meta
  readonly isBad: () => boolean
}

/** Goes on until nothing has waited for a while, or until it is clear that it never ends. */
const untilQuiet = async ({ time, machine, meta, isBad }: Scene): Promise<void> => {
  let quietSince: number | null = null
  let lastLook = 0
  while (time.elapsed() < END_MS) {
    await settle(() => machine.run()?.power.moves() ?? 0)
    await machine.mayTrip(meta)
    if (!time.step()) return
    await machine.started()
    if (isBad() || time.elapsed() - lastLook < LOOK_MS) continue
    lastLook = time.elapsed()
    quietSince = (await isQuiet(machine.run(), meta)) ? (quietSince ?? time.elapsed()) : null
    if (quietSince !== null && time.elapsed() - quietSince > CALM_MS) return
  }
}

const isQuiet = async (run: Run | null, meta: Meta): Promise<boolean> => {
  if (run === null || meta.posting() > 0) return false
  const { pending } = await run.store.inboxHealth()
  return pending === 0 && (await run.store.outboxHealth()).waiting === 0
}

/** A tenth of the usual: nobody may miss it. */
const FALL = 0.1
const SAID_MIN = 5
const SAID_MORE = 5

/** What both owners say, and what they may expect. */
const whatIsSaid = (random: () => number): readonly Said[] =>
  PLAYERS.flatMap((player) => {
    const files: NonNullable<Said['file']>[] = []
    const count = SAID_MIN + Math.floor(random() * SAID_MORE)
    return Array.from({ length: count }, (_, i): Said => {
      const base = {
        id: `wamid.${player.shop.id}.${i}`,
        at: Math.floor(random() * BAD_MS * 0.9),
        player,
      }
      if (random() < 0.5) return { ...base, ...question(player, i), file: null }
      const file = aFile(player, files, random)
      files.push(file)
      const media = { id: base.id, mimeType: 'text/csv', sha256: null, url: null }
      const content = { kind: 'file', media, fileName: `sales-${i}.csv`, caption: null } as const
      return { ...base, content, answerHas: null, file }
    })
  })

/** Each asks for another day, so that an answer names its question. */
const question = (
  { asks, shop: { language } }: Player,
  i: number,
): Pick<Said, 'content' | 'answerHas'> => ({
  content: { kind: 'text', text: asks(i + 1, 'october') },
  answerHas: ` ${i + 1} ${language === 'id' ? 'Okt' : 'Oct'}:`,
})

/** A new day's sales, the same file once more, or one with a line more than the one before. */
const aFile = (
  player: Player,
  before: readonly NonNullable<Said['file']>[],
  random: () => number,
): NonNullable<Said['file']> => {
  const last = before.at(-1)
  const kind = random()
  if (last && kind < 0.2) return last
  if (last && kind < 0.4) {
    return { ...last, lines: [...last.lines, `${last.day},${player.goods[0]},1,10,Dago`] }
  }
  const date = NEW_DAYS[Math.floor(random() * NEW_DAYS.length)] ?? YESTERDAY
  // Days before are as usual: one that rings would take the bell of the day that fell.
  return { day: date, lines: linesOf(player, date, date === YESTERDAY ? FALL : 1) }
}

const TWICE_CHANCE = 0.4
const LATE_MS = 30_000

/** Brings a message, perhaps twice, perhaps late, perhaps with another one. */
const bring = (
  { id, at, player, content, file }: Said,
  { meta, time, random }: Pick<Scene, 'meta' | 'time'> & { readonly random: () => number },
): void => {
  if (file) meta.holds(id, fileOf(file.lines))
  const sender = { phone: player.phone, userId: `user.${player.shop.id}`, name: 'Owner' }
  const arrival = { channel: CHANNEL, id, sender, sentAt: START + at, quotedId: null, content }
  const webhook = { arrivals: [arrival], statuses: [] }
  time.later(at + random() * LATE_MS, () => meta.bring(webhook))
  if (random() < TWICE_CHANCE) time.later(at + random() * LATE_MS, () => meta.bring(webhook))
}

type Evidence = {
  readonly meta: Meta
  readonly said: readonly Said[]
  readonly record: Record
}

/** The laws of the house, held against what the owners have on their phones and the shops in their books. */
const judge = async (run: Run | null, evidence: Evidence): Promise<Broken> => {
  if (run === null) return ['the program never came back']
  const { attempts, givenUp } = evidence.record
  const taken = evidence.said.filter(({ id }) => !givenUp.has(id))
  const { pending, setAside } = await run.store.inboxHealth()
  const { waiting, failed, held } = await run.store.outboxHealth()
  return [
    ...(pending + waiting > 0 ? [`${pending} wait for an answer, ${waiting} to be sent`] : []),
    ...(setAside === givenUp.size ? [] : [`${setAside} set aside, ${givenUp.size} of them told`]),
    ...[...givenUp]
      .filter((id) => (attempts.get(id) ?? 0) < ATTEMPTS_MAX)
      .map((id) => `${id} was given up too early`),
    ...[...evidence.record.atWorkTwice].map((seq) => `two workers answered message ${seq}`),
    ...(failed + held > 0 ? [`${failed} answers failed, ${held} are held`] : []),
    ...PLAYERS.flatMap((player) => onPhone(player, evidence)),
    ...(await Promise.all(PLAYERS.map((player) => inBooks(run.store, player, taken)))).flat(),
  ]
}

const ANSWER_ID = /^in:(\d+):/

const onPhone = (player: Player, { meta, said, record }: Evidence): Broken => {
  const bubbles = meta.delivered.filter(({ phone }) => phone === player.phone)
  const own = said.filter((one) => one.player === player)
  const done = own.filter(({ id }) => !record.givenUp.has(id))
  const lost = own
    .filter(({ id }) => !meta.acknowledged.has(id))
    .map(({ id }) => `${id} was never taken`)
  const answers = bubbles.filter(({ opaqueId }) => ANSWER_ID.test(opaqueId))
  const order = answers
    .filter(({ opaqueId }) => !record.unknown.has(opaqueId))
    .map(({ opaqueId }) => Number(ANSWER_ID.exec(opaqueId)?.[1]))
  const others = PLAYERS.filter((other) => other !== player)
  return [
    ...lost,
    ...repeated(bubbles.map(({ opaqueId }) => opaqueId)).map((id) => `${id} was sent twice`),
    ...(answers.length === own.length ? [] : [`${own.length} messages, ${answers.length} answers`]),
    ...done.flatMap(({ id, answerHas }) => {
      const found = answers.filter(
        ({ text }) => answerHas !== null && text.includes(answerHas),
      ).length
      return answerHas === null || found === 1 ? [] : [`${id}: ${found} answers say ${answerHas}`]
    }),
    ...(order.some((seq, i) => seq < (order[i - 1] ?? 0))
      ? [`out of order: ${order.join(' ')}`]
      : []),
    ...alertsOf(
      bubbles.map(({ text }) => text),
      done,
    ),
    ...bubbles
      .filter(({ text }) =>
        others.some(({ shop, goods }) => [shop.name, ...goods].some((word) => text.includes(word))),
      )
      .map(({ opaqueId }) => `${opaqueId} speaks of another shop`),
  ]
}

const repeated = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, i) => ids.indexOf(id) !== i)

/** A day that fell by nine tenths rings once, however often its file came. */
const alertsOf = (texts: readonly string[], own: readonly Said[]): Broken => {
  const alerts = texts.filter((text) => text.startsWith('⚠️')).length
  const expected = own.some(({ file }) => file?.day === YESTERDAY) ? 1 : 0
  return alerts === expected ? [] : [`${alerts} alerts instead of ${expected}`]
}

/** Every line counts as often as the file that has it most often. */
const inBooks = async (store: Store, { shop }: Player, said: readonly Said[]): Promise<Broken> => {
  const most = new Map<string, number>()
  for (const { file, player } of said) {
    if (file === null || player.shop.id !== shop.id) continue
    for (const [line, times] of countOf(file.lines)) {
      most.set(line, Math.max(most.get(line) ?? 0, times))
    }
  }
  const rows = await store.branchDays(shop.id, { from: NEW_DAYS[0] ?? YESTERDAY, to: YESTERDAY })
  const counted = rows.reduce((sum, { lines }) => sum + lines, 0)
  const expected = [...most.values()].reduce((sum, times) => sum + times, 0)
  return counted === expected ? [] : [`${shop.id} counts ${counted} sales of ${expected}`]
}

const countOf = (lines: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}
