import type { Language, Shop } from '../sales/shop.ts'
import { build, type Fact, first, rowsOf, run, tell } from './engine.ts'
import { branchesFrom, type Person, type Role, readPerson, roleFrom, shopFrom } from './people.ts'

/** A link that opens the dashboard once. Only its hash is kept. */
export type NewLink = {
  readonly hash: string
  readonly personId: string
  readonly shopId: string
  /** Unix ms. */
  readonly expiresAt: number
}

/** A browser that is in: who looks, at which shop, and what they are there at this moment. */
export type Session = {
  readonly person: Person
  readonly shop: Shop
  readonly role: Role
  /** The only branches they may see; null: the whole shop. */
  readonly branches: readonly string[] | null
  /** Open shops they belong to. */
  readonly shops: number
  /** The first owner, whom the settings name: they run this instance. */
  readonly isOperator: boolean
  readonly expiresAt: number
}

/** A new link ends the person's earlier ones; what is past its time is cleared away with it. */
export function* addLink(link: NewLink, now: number): Fact<void> {
  yield* tell('delete from dashboard_link where person_id = ? or expires_at <= ?', [
    link.personId,
    now,
  ])
  yield* tell('delete from dashboard_session where expires_at <= ?', [now])
  yield* run(
    build.insertInto('dashboard_link').values({
      hash: link.hash,
      person_id: link.personId,
      shop_id: link.shopId,
      expires_at: link.expiresAt,
    }),
  )
}

/** Whose link this is, without spending it; null when it is unknown, spent or past its time. */
export function* readLink(
  hash: string,
  now: number,
): Fact<{ readonly language: Language | null } | null> {
  const row = yield* first(
    build
      .selectFrom('dashboard_link')
      .select('person_id')
      .where('hash', '=', hash)
      .where('expires_at', '>', now),
  )
  if (row === undefined) return null
  return { language: (yield* readPerson(row.person_id))?.language ?? null }
}

const SPEND_SQL = `
  delete from dashboard_link where hash = ? returning person_id, shop_id, expires_at`

/**
 * Spends a link and lets a browser in, both or neither; false when the link opens nothing any more. Whether
 * its person still belongs to the shop is asked with every page, so not here.
 */
export function* openSession(
  entry: { readonly link: string; readonly session: string; readonly expiresAt: number },
  now: number,
): Fact<boolean> {
  const [link] = yield* rowsOf<{ person_id: string; shop_id: string; expires_at: number }>(
    SPEND_SQL,
    [entry.link],
  )
  if (link === undefined || link.expires_at <= now) return false
  yield* run(
    build.insertInto('dashboard_session').values({
      hash: entry.session,
      person_id: link.person_id,
      shop_id: link.shop_id,
      created_at: now,
      expires_at: entry.expiresAt,
    }),
  )
  return true
}

// Everything about rights is read anew for each page: who is out of the team sees nothing from then on.
const SESSION_SQL = `
  select shop.id, shop.name, shop.language, shop.time_zone, shop.currency, shop.closing_hour,
    member.person_id, member.role, member.branches, dashboard_session.expires_at,
    (select count(*) from member as each join shop as own on own.id = each.shop_id
      where each.person_id = member.person_id and own.closed_at is null) as shops,
    (select count(*) from member as first where first.person_id = member.person_id
      and first.role = 'owner' and first.how = 'settings') as named
  from dashboard_session
    join member on member.shop_id = dashboard_session.shop_id
      and member.person_id = dashboard_session.person_id
    join shop on shop.id = member.shop_id
  where dashboard_session.hash = ? and dashboard_session.expires_at > ? and shop.closed_at is null`

type SessionRow = Parameters<typeof shopFrom>[0] & {
  readonly person_id: string
  readonly role: string
  readonly branches: string | null
  readonly expires_at: number
  readonly shops: number
  readonly named: number
}

/** Who looks through this browser; null when it is not in, or not any more. */
export function* readSession(hash: string, now: number): Fact<Session | null> {
  const [row] = yield* rowsOf<SessionRow>(SESSION_SQL, [hash, now])
  const person = row === undefined ? null : yield* readPerson(row.person_id)
  if (row === undefined || person === null) return null
  return {
    person,
    shop: shopFrom(row),
    role: roleFrom(row.role),
    branches: branchesFrom(row.branches),
    shops: row.shops,
    isOperator: row.named > 0,
    expiresAt: row.expires_at,
  }
}

/** Looks at another shop of the same person; nothing happens where they do not belong, or where it is closed. */
export function* turnSession(hash: string, shopId: string): Fact<void> {
  yield* tell(
    `update dashboard_session set shop_id = ? where hash = ? and exists (
       select 1 from member join shop on shop.id = member.shop_id
       where member.shop_id = ? and member.person_id = dashboard_session.person_id
         and shop.closed_at is null)`,
    [shopId, hash, shopId],
  )
}

export function* endSession(hash: string): Fact<void> {
  yield* run(build.deleteFrom('dashboard_session').where('hash', '=', hash))
}

/** Every browser of this person is out, and a link not yet opened stays shut. */
export function* endSessionsOf(personId: string): Fact<void> {
  yield* run(build.deleteFrom('dashboard_session').where('person_id', '=', personId))
  yield* run(build.deleteFrom('dashboard_link').where('person_id', '=', personId))
}

/** Out of one shop: one person, or everybody where `personId` is null. */
export function* endSessionsIn(shopId: string, personId: string | null): Fact<void> {
  for (const table of ['dashboard_session', 'dashboard_link'] as const) {
    yield* tell(`delete from ${table} where shop_id = ? and person_id = coalesce(?, person_id)`, [
      shopId,
      personId,
    ])
  }
}

/** The service's own secret of this name: the one on record, or else this fresh one from now on. */
export function* serviceSecret(name: string, fresh: string): Fact<string> {
  yield* run(
    build
      .insertInto('service_secret')
      .values({ name, secret: fresh })
      .onConflict((c) => c.doNothing()),
  )
  const row = yield* first(
    build.selectFrom('service_secret').select('secret').where('name', '=', name),
  )
  return row?.secret ?? fresh
}
