import pg from 'pg'

// The second fence between shops. The first is that every statement names its shop; this one is the
// database's own: a fact about one shop is shown no other shop's rows, whatever its statements forget.

/** Facts run as this role, which owns nothing and cannot take the fence away. */
const ROLE = 'shopbell_service'
/** What a fact is about: one shop's id, or `*` for those that cross shops. Unset, it sees nothing. */
const SCOPE = 'app.shop_id'
const EVERY_SHOP = '*'
/** One process puts the fence up; the number only has to be nobody else's. */
const FENCE_LOCK = 7_042_016

/** What begins a transaction: its isolation, and what it may see. One message to the server. */
export type Begin = (isolation: string, shop: string | null) => string

/** Whether facts can run as the role is asked once, when the first of them runs. */
export const beginOn = (pool: pg.Pool): (() => Promise<Begin>) => {
  let asked: Promise<Begin> | null = null
  const ask = async (): Promise<Begin> => {
    const { rows } = await pool.query<{ may: number }>(
      `select case when to_regrole('${ROLE}') is null then false
         else pg_has_role(to_regrole('${ROLE}'), 'member') end as may`,
    )
    const role = rows[0]?.may === 1 ? `; set local role ${ROLE}` : ''
    return (isolation, shop) =>
      `${isolation}${role}; set local ${SCOPE} = ${pg.escapeLiteral(shop ?? EVERY_SHOP)}`
  }
  return () => {
    asked ??= ask().catch((error: unknown) => {
      // The server was away: asked again by the next fact.
      asked = null
      throw error
    })
    return asked
  }
}

/**
 * Puts the fence around every table that has not got it yet: whatever has a `shop_id` shows only the rows of
 * the fact's shop, to its owner too. Changes nothing where it stands already.
 */
export const fence = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(${FENCE_LOCK})`)
    await giveRole(client)
    const { rows } = await client.query<{ name: string; key: string }>(UNFENCED_SQL)
    for (const { name, key } of rows) await fenceTable(client, name, key)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

// The shop's own row is named by its id.
const UNFENCED_SQL = `
  select t.relname as name, a.attname as key
  from pg_class t join pg_attribute a on a.attrelid = t.oid
  where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r' and not a.attisdropped
    and (a.attname = 'shop_id' and t.relname <> 'person' or t.relname = 'shop' and a.attname = 'id')
    and not (t.relrowsecurity and t.relforcerowsecurity)`

const fenceTable = async (client: pg.PoolClient, name: string, key: string): Promise<void> => {
  const table = pg.escapeIdentifier(name)
  const scope = `current_setting('${SCOPE}', true)`
  await client.query(`
    create policy one_shop on ${table}
      using (${scope} = '${EVERY_SHOP}' or ${pg.escapeIdentifier(key)} = ${scope});
    alter table ${table} enable row level security, force row level security`)
}

/** Makes the role where we may, and lets it work on every table there is. */
const giveRole = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ exists: number; may: number }>(`
    select to_regrole('${ROLE}') is not null as exists, rolsuper or rolcreaterole as may
    from pg_roles where rolname = current_user`)
  const [state] = rows
  if (state?.exists !== 1 && state?.may !== 1) return
  if (state.exists !== 1) await client.query(MAKE_ROLE_SQL)
  const { rows: closed } = await client.query<{ name: string }>(CLOSED_SQL)
  for (const { name } of closed) {
    const table = pg.escapeIdentifier(name)
    await client.query(`grant select, insert, update, delete on ${table} to ${ROLE}`)
  }
}

// Roles belong to the whole server: another database's Shopbell may make it at the same moment.
const MAKE_ROLE_SQL = `
  do $$ begin
    create role ${ROLE} nologin;
    execute format('grant ${ROLE} to %I', current_user);
  exception when duplicate_object or unique_violation then null; end $$`

// What was done to the tables is no fact's business.
const CLOSED_SQL = `
  select t.relname as name from pg_class t
  where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
    and t.relname not like 'kysely%' and not has_table_privilege('${ROLE}', t.oid, 'insert')`
