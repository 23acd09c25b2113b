import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { type Fact, rowsOf } from '../../src/store/engine.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { openStore } from '../../src/store/store.ts'
import { anEmptyPostgres, aPostgres } from '../support/a-postgres.ts'
import { aShop } from '../support/builders.ts'
import { aClock, someIds } from '../support/props.ts'

test('several processes that start at once bring an empty database up to date once', async () => {
  const { url, drop } = await anEmptyPostgres()
  const engines = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url)))
  const steps = await onDatabase(url, 'select name from kysely_migration order by name')
  expect(steps[0]).toEqual({ name: '0001-first' })
  expect(new Set(steps.map((step) => step['name'])).size).toBe(steps.length)
  await Promise.all(engines.map((each) => each.close()))
  await drop()
})

test('a database of a newer version is left alone, and it is said what to do', async () => {
  const { url, drop } = await aPostgres()
  await onDatabase(url, `insert into kysely_migration values ('9999-later', '2030-01-01')`)
  const opening = openStore(url, { now: aClock().now, newId: someIds() })
  await expect(opening).rejects.toThrow(
    /newer version of Shopbell \(9999-later\).*Start the newer/s,
  )
  await drop()
})

test('a server that is not there is named, its password is not', async () => {
  const opening = openPostgres('postgres://shop:hush@127.0.0.1:1/sales')
  await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/sales does not let us in/)
  await expect(openPostgres('postgres://shop:hush@127.0.0.1:1/sales')).rejects.not.toThrow(/hush/)
})

test('values come out as they do of SQLite', async () => {
  const { url, drop } = await aPostgres()
  const engine = await openPostgres(url)
  const bytes = new Uint8Array([0, 1, 255])
  const [row] = await engine.read(null, () =>
    rowsOf(
      `select 9007199254740991::bigint as big, sum(n) as sum, count(*) as count, 1 = 1 as yes,
         ?::bytea as bytes, null as nothing, 'x' as word from (values (1), (2)) as each (n)`,
      [bytes],
    ),
  )
  expect(row).toEqual({
    ...{ big: Number.MAX_SAFE_INTEGER, sum: 3, count: 2, yes: 1 },
    ...{ bytes: Buffer.from(bytes), nothing: null, word: 'x' },
  })
  const tooBig = engine.read(null, () => rowsOf('select 9007199254740993::bigint as n', []))
  await expect(tooBig).rejects.toThrow(/more than can be counted exactly/)
  await engine.close()
  await drop()
})

/** Looks how high the count is, and writes one more. */
function* countUp(): Fact<void> {
  const [row] = yield* rowsOf<{ misses: number }>(`select misses from person where id = 'p'`, [])
  yield* rowsOf(`update person set misses = ? where id = 'p'`, [(row?.misses ?? 0) + 1])
}

test('facts that look before they write come out as one after the other', async () => {
  const { url, drop } = await aPostgres()
  const engines = await Promise.all([openPostgres(url), openPostgres(url)])
  await onDatabase(url, `insert into person (id, channel, created_at) values ('p', 'c', 0)`)
  for (let n = 0; n < 10; n++) {
    await Promise.all(engines.map((engine) => engine.run(null, countUp)))
  }
  const [row] = (await engines[0]?.read(null, () => rowsOf('select misses from person', []))) ?? []
  expect(row).toEqual({ misses: 20 })
  await Promise.all(engines.map((engine) => engine.close()))
  await drop()
})

test('a process that runs on while a newer one changes a table finds its way', async () => {
  const { url, drop } = await aPostgres()
  const engine = await openPostgres(url)
  const look = () => engine.read(null, () => rowsOf('select * from person', []))
  await onDatabase(url, `insert into person (id, channel, created_at) values ('p', 'c', 0)`)
  expect(await look()).toHaveLength(1)
  await onDatabase(url, 'alter table person add column nickname text')
  expect(await look()).toMatchObject([{ id: 'p', nickname: null }])
  await engine.close()
  await drop()
})

test('two files of one shop, read side by side, never give one number to two names', async () => {
  const { url, drop } = await aPostgres()
  const world = { now: aClock().now, newId: someIds() }
  const stores = await Promise.all([openStore(url, world), openStore(url, world)])
  await stores[0].ensureShop(aShop(), [])
  const given = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      stores[i % 2]?.addLabels(aShop().id, [{ kind: 'product', index: 1, text: `Bunga ${i}` }]),
    ),
  )
  const numbers = given.flatMap((labels) => labels?.map(({ id }) => id))
  expect(new Set(numbers).size).toBe(40)
  await Promise.all(stores.map((store) => store.close()))
  await drop()
})

/** Its first statement nobody waits for fails; the next ones only fail after it. */
function* failing(): Fact<void> {
  yield { sql: 'insert into shop (id) values (1)', parameters: [], blind: true }
  yield* rowsOf('select 1', [])
}

test('the first thing that went wrong is told, and nothing of the fact is kept', async () => {
  const { url, drop } = await aPostgres()
  const engine = await openPostgres(url)
  await expect(engine.run(null, failing)).rejects.toThrow(/null value in column "name"/)
  await expect(engine.stage(null, failing)).rejects.toThrow(/null value in column "name"/)
  expect(await engine.run(null, () => rowsOf('select count(*) as n from shop', []))).toEqual([
    { n: 0 },
  ])
  await engine.close()
  await drop()
})

test('a call reaches the other processes, also after the server broke every connection', async () => {
  const { url, drop } = await aPostgres()
  const [one, two] = await Promise.all([openPostgres(url), openPostgres(url)])
  let calls = 0
  const stop = two.others?.hear(() => {
    calls++
  })
  await expect.poll(() => calls).toBe(1)
  one.others?.call()
  await expect.poll(() => calls).toBe(2)
  await onDatabase(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )
  // It listens again, and looks once for what it may have missed.
  await expect.poll(() => calls, { timeout: 5000 }).toBe(3)
  one.others?.call()
  await expect.poll(() => calls).toBe(4)
  expect(await one.run(null, () => rowsOf('select 1 as n', []))).toEqual([{ n: 1 }])
  await stop?.()
  await Promise.all([one.close(), two.close()])
  await drop()
})

describe('between shops', () => {
  test('a fact about one shop is shown no other shop’s rows, and can write none', async () => {
    const { url, drop } = await aPostgres()
    const store = await openStore(url, { now: aClock().now, newId: someIds() })
    for (const id of ['a', 'b']) {
      await store.ensureShop(aShop({ id }), [])
      await store.addLabels(id, [{ kind: 'product', index: 1, text: 'Mawar' }])
    }
    const engine = await openPostgres(url)
    const shops = (shop: string | null) =>
      engine.read(shop, () => rowsOf('select shop_id from label order by shop_id', []))
    expect(await shops('a')).toEqual([{ shop_id: 'a' }])
    expect(await shops('b')).toEqual([{ shop_id: 'b' }])
    expect(await shops(null)).toHaveLength(2)
    expect(await shops("x' or '1'='1")).toEqual([])
    const stealing = engine.run('a', () =>
      rowsOf(
        `update label set shop_id = 'a', kind = 'stolen' where shop_id = 'b' returning id`,
        [],
      ),
    )
    expect(await stealing).toEqual([])
    const planting = engine.run('a', () =>
      rowsOf(`insert into label (shop_id, kind, id, key, text) values ('b', 'k', 9, 'x', 'x')`, []),
    )
    await expect(planting).rejects.toThrow(/row-level security policy/)
    await Promise.all([store.close(), engine.close()])
    await drop()
  })

  test('every table that has a shop is fenced, and whoever names no shop sees nothing of it', async () => {
    const { url, drop } = await aPostgres()
    const store = await openStore(url, { now: aClock().now, newId: someIds() })
    await store.ensureShop(aShop(), [])
    await store.addLabels(aShop().id, [{ kind: 'product', index: 1, text: 'Mawar' }])
    await store.close()
    const tables = await onDatabase(
      url,
      `select t.relname as name, t.relrowsecurity and t.relforcerowsecurity as fenced
       from pg_class t where t.relkind = 'r' and t.relname <> 'person' and exists (
         select from pg_attribute a where a.attrelid = t.oid and a.attname = 'shop_id')`,
    )
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter(({ fenced }) => fenced !== true)).toEqual([])
    const unnamed = 'begin; set local role shopbell_service; select * from label'
    expect(await onDatabase(url, unnamed)).toEqual([])
    expect(await onDatabase(url, unnamed.replace('label', 'shop'))).toEqual([])
    await drop()
  })

  test('facts run as a role that owns nothing and cannot take the fence away', async () => {
    const { url, drop } = await aPostgres()
    const engine = await openPostgres(url)
    const [who] = await engine.read(null, () => rowsOf('select current_user as name', []))
    expect(who).toEqual({ name: 'shopbell_service' })
    const cutting = engine.run(null, () =>
      rowsOf('alter table label disable row level security', []),
    )
    await expect(cutting).rejects.toThrow(/must be owner/)
    await engine.close()
    await drop()
  })

  test('where the server’s user may make no role, the fence holds for the owner too', async () => {
    const { url, drop } = await anEmptyPostgres()
    const owner = `plain_${process.pid}`
    await onDatabase(
      url,
      `create role ${owner} login password 'x'; grant all on schema public to ${owner}`,
    )
    const plain = new URL(url)
    plain.username = owner
    plain.password = 'x'
    const engine = await openPostgres(plain.href)
    const add = (shop: string) =>
      engine.run(shop, () =>
        rowsOf(`insert into label (shop_id, kind, id, key, text) values (?, 'k', 1, 'x', 'x')`, [
          shop,
        ]),
      )
    await add('a')
    await add('b')
    const seen = await engine.read('a', () => rowsOf('select shop_id from label', []))
    expect(seen).toEqual([{ shop_id: 'a' }])
    await engine.close()
    await onDatabase(url, `drop owned by ${owner}; drop role ${owner}`)
    await drop()
  })
})

const onDatabase = async (url: string, sql: string): Promise<readonly pg.QueryResultRow[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const results = [await client.query(sql)].flat()
    return results.at(-1)?.rows ?? []
  } finally {
    await client.end()
  }
}
