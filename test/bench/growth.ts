import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, type Day, dayNumber, tradingDay } from '../../src/sales/day.ts'
import { type Engine, type Fact, tell } from '../../src/store/engine.ts'
import { isPostgres, openPostgres } from '../../src/store/postgres.ts'
import { openSqlite, sqlitePath } from '../../src/store/sqlite.ts'
import { storeOn } from '../../src/store/store.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { ms, print } from './figures.ts'
import type { Sizes } from './sizes.ts'
import { aTown } from './town.ts'

export type Growth = {
  readonly sizes: Sizes
  readonly folder: string
  /** A new database on the server. */
  readonly onPostgres: () => Promise<string>
}

/** One shop's size; a branch sells `soldADay` of its products each day, the first twenty every day. */
type Size = {
  readonly shops: number
  readonly days: number
  readonly branches: number
  readonly products: number
  readonly soldADay: number
}

const YEAR_DAYS = 365
const SMALL: Omit<Size, 'shops'> = { days: 90, branches: 2, products: 40, soldADay: 25 }
const CHAIN: Omit<Size, 'days'> = { shops: 1, branches: 10, products: 1000, soldADay: 100 }
/** Sales of a product a branch and day. */
const LINES_A_TOTAL = 2
/** What sells every day, as everywhere. */
const DAILY_GOODS = 20
const QUESTIONS = [
  'ringkasan',
  'omzet kemarin',
  'minggu ini',
  'omzet bulan lalu',
  'omzet tahun ini',
  'produk terlaris bulan ini',
  'produk terlaris tahun ini',
  'cabang',
  'penjualan per bulan tahun ini',
  'kenapa',
  'prediksi',
  'restock',
] as const
/** So often the sales change and everything is asked anew. */
const ROUNDS = 5
/** No round of the schedule comes between two questions of a small shop. */
const SCHEDULE_MS = 3_600_000
const SOON_LOOKED_AT_MS = SCHEDULE_MS * 0.9
/** A chain is looked at soon after its sales have changed, as after each of its files. */
const CHAIN_SCHEDULE_MS = 1000
/** A shop of so many lines has its answers made ahead; see flow/prepare.ts. */
const PREPARED_FROM_LINES = 20_000
const PATIENCE_MS = 120_000
const ZONE = 'Asia/Jakarta'

/** How the time of an answer, from the message sent to the bubble seen, grows with shops and with years. */
export const growth = async ({ sizes, folder, onPostgres }: Growth): Promise<void> => {
  const cases: readonly (readonly [string, Size])[] = [
    ...sizes.shops.map((shops) => [`${shops} shops`, { ...SMALL, shops }] as const),
    ...sizes.years.map(
      (years) => [`${years} years`, { ...CHAIN, days: years * YEAR_DAYS }] as const,
    ),
  ]
  print(
    `\nAnswers, ${QUESTIONS.length} questions after each of ${ROUNDS} changes, one after the other`,
  )
  print(
    `  a year: ${CHAIN.products} products, ${CHAIN.branches} branches, ${CHAIN.soldADay} products a branch and day`,
  )
  for (const [name, size] of cases) {
    await measured(`SQLite, ${name}`, await onFile(size, folder), size)
    const url = await onPostgres()
    await filled(await openPostgres(url), size)
    await measured(`PostgreSQL, ${name}`, url, size)
  }
}

/** Made once a day and size, copied for each run: a question leaves traces. */
const onFile = async (size: Size, folder: string): Promise<string> => {
  const cache = join(tmpdir(), 'shopbell-growth')
  mkdirSync(cache, { recursive: true })
  const kept = join(
    cache,
    `${yesterday()}-${size.shops}x${size.days}x${size.branches}x${size.products}.db`,
  )
  if (!existsSync(kept)) {
    const making = join(folder, 'making.db')
    await filled(await openSqlite(making), size)
    renameSync(making, kept)
  }
  const own = join(folder, `${randomUUID()}.db`)
  copyFileSync(kept, own)
  return `file:${own}`
}

const yesterday = (): Day => addDays(tradingDay(Date.now(), ZONE, 0), -1)

const phoneOf = (shop: number): string => `62814${String(shop).padStart(7, '0')}`
const shopId = (shop: number): string => `shop-${shop}`

const filled = async (engine: Engine, size: Size): Promise<void> => {
  const store = storeOn(engine, { now: Date.now, newId: randomUUID })
  for (let shop = 0; shop < size.shops; shop++) {
    const own = aShop({ id: shopId(shop), name: `Toko ${shop}`, timeZone: ZONE })
    await store.ensureShop(own, [{ channel: CHANNEL, phone: phoneOf(shop) }])
    await engine.run(own.id, () => named(own.id, size))
    const to = dayNumber(yesterday())
    const years = Math.ceil(size.days / YEAR_DAYS)
    for (let year = 0; year < years; year++) {
      const last = to - year * YEAR_DAYS
      const first = Math.max(last - YEAR_DAYS, to - size.days) + 1
      await engine.run(own.id, () => sold(own.id, { first, last, upload: years - year, size }))
    }
  }
  await store.expectShops()
  await engine.run(null, () =>
    tell('update shop_look set next_at = ?', [Date.now() + SOON_LOOKED_AT_MS]),
  )
  await store.close()
}

function* named(shop: string, { branches, products }: Size): Fact<void> {
  for (const [kind, word, count] of [
    ['branch', 'Cabang', branches],
    ['product', 'Produk', products],
  ] as const) {
    yield* tell(
      `insert into label (shop_id, kind, id, key, text)
       with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
       select ?, ?, i, ${`'${word.toLowerCase()} '`} || i, ${`'${word} '`} || i from n`,
      [shop, kind],
    )
  }
}

type Sold = {
  readonly first: number
  readonly last: number
  readonly upload: number
  readonly size: Size
}

function* sold(shop: string, { first, last, upload, size }: Sold): Fact<void> {
  const { branches, products, soldADay } = size
  // Some goods sell every day; the others take turns, so that each is sold every few days.
  const turns = Math.max(1, Math.floor((products - DAILY_GOODS) / (soldADay - DAILY_GOODS)))
  yield* tell(
    `insert into day_total (shop_id, day, upload, branch, product, variant, lines, quantity, revenue,
       refund_lines, refunds)
     with recursive
       d(day) as (select ${first} union all select day + 1 from d where day < ${last}),
       b(branch) as (select 1 union all select branch + 1 from b where branch < ${branches}),
       s(slot) as (select 0 union all select slot + 1 from s where slot < ${soldADay - 1})
     select ?, day, ${upload}, branch,
       case when slot < ${DAILY_GOODS} then slot + 1
         else ${DAILY_GOODS} + 1 + (slot - ${DAILY_GOODS}) * ${turns} + (day * 5 + branch * 3) % ${turns} end,
       0, ${LINES_A_TOTAL}, (1 + (day + slot) % 5) * 1000, (1 + (day + slot) % 5) * 1500000, 0, 0
     from d, b, s`,
    [shop],
  )
  yield* tell(
    `insert into branch_day (shop_id, day, upload, branch, lines, quantity, revenue, refund_lines,
       refunds, receipts, last_minute)
     select shop_id, day, upload, branch, sum(lines), sum(quantity), sum(revenue), 0, 0, count(*), 1200
     from day_total where shop_id = ? and day between ${first} and ${last}
     group by shop_id, day, upload, branch`,
    [shop],
  )
  yield* tell(
    `insert into upload (shop_id, no, state, source, file_name, sha256, first_day, last_day, lines,
       has_quantity, has_money, created_at, published_at)
     values (?, ${upload}, 'live', 'bench', 'penjualan.csv', 'sha-${upload}', ${first}, ${last},
       ${(last - first + 1) * branches * soldADay * LINES_A_TOTAL}, 1, 1, ?, ?)`,
    [shop, Date.now(), Date.now()],
  )
}

/**
 * First answers: after a change of the sales, each question once. Second ones: the same questions again before
 * anything changes.
 */
const measured = async (name: string, url: string, size: Size): Promise<void> => {
  const lines = size.days * size.branches * size.soldADay * LINES_A_TOTAL
  const isBig = lines >= PREPARED_FROM_LINES
  await using town = await aTown({
    url,
    roles: ['all'],
    scheduleMs: isBig ? CHAIN_SCHEDULE_MS : SCHEDULE_MS,
  })
  const owner = town.person(phoneOf(0))
  const ask = async (question: string): Promise<number> => {
    const at = performance.now()
    await owner.says(question)
    await owner.waitsFor(1, PATIENCE_MS)
    return performance.now() - at
  }
  await using salesOf = await aTeller(url)
  let changes = 0
  const change = async (): Promise<number> => {
    const at = performance.now()
    await salesOf.change(shopId(0))
    changes += 1
    if (isBig) await until(async () => (await town.prepared()) > changes, PATIENCE_MS)
    return performance.now() - at
  }
  if (isBig) await until(async () => (await town.prepared()) > 0, PATIENCE_MS)
  // The first of each reads from disk and compiles; people ask their shop every day.
  for (const question of QUESTIONS) await ask(question)
  const [first, second, prepared]: [Asked[], Asked[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round++) {
    prepared.push(await change())
    for (const question of QUESTIONS) first.push([question, await ask(question)])
    for (const question of QUESTIONS) second.push([question, await ask(question)])
  }
  print(
    `  ${name.padEnd(24)}  first ${spreadOf(first)}  again ${spreadOf(second)}` +
      (isBig ? `  made ahead in ${ms(Math.max(...prepared))}` : ''),
  )
}

type Asked = readonly [question: string, ms: number]

const spreadOf = (asked: readonly Asked[]): string => {
  const sorted = asked.toSorted(([, a], [, b]) => a - b)
  const at = (share: number): Asked => sorted[Math.floor((sorted.length - 1) * share)] ?? ['', 0]
  const [slowest, worst] = at(1)
  return `p50 ${ms(at(0.5)[1])} p95 ${ms(at(0.95)[1])} worst ${ms(worst)} (${slowest})`
}

/** Somebody else at the same database who says that the shop's sales are others now. */
const aTeller = async (url: string) => {
  const engine = isPostgres(url) ? await openPostgres(url) : await openSqlite(sqlitePath(url))
  return {
    change: (shop: string) =>
      engine.run(shop, () =>
        tell('update shop set sales_version = sales_version + 1 where id = ?', [shop]),
      ),
    [Symbol.asyncDispose]: engine.close,
  }
}

const until = async (isSo: () => Promise<boolean>, patienceMs: number): Promise<void> => {
  for (const begunAt = performance.now(); !(await isSo()); await sleep(20)) {
    if (performance.now() - begunAt > patienceMs) throw new Error('the answers were not made ahead')
  }
}
