import { LANGUAGES } from '../i18n/catalogue.ts'
import type { Language, Shop } from '../sales/shop.ts'
import { all, build, type Fact, first, rowsOf, run } from './engine.ts'
import type { Tables } from './tables.ts'

export type Role = 'owner' | 'manager' | 'staff'

/** How somebody came to a shop: by the settings, by their number, by a code, or by opening it. */
export type Joined = 'settings' | 'number' | 'code' | 'opened'

/** Someone who writes to us, with whatever ids the channel has shown so far. */
export type Person = {
  readonly id: string
  readonly channel: string
  readonly phone: string | null
  readonly userId: string | null
  readonly name: string | null
  /** When they last wrote, Unix ms: the service window is counted from here. */
  readonly lastInboundAt: number | null
  /** Messages in a row that were not understood. */
  readonly misses: number
  /** The language they last chose or surely wrote; null: their shop's. */
  readonly language: Language | null
}

/** The shop a person speaks for now, and what they are there. */
export type Membership = {
  readonly shop: Shop
  readonly role: Role
  /** Names of the branches they are limited to; null: the whole shop. */
  readonly branches: readonly string[] | null
  /** Nobody has greeted them here yet. */
  readonly isNew: boolean
  /** Live shops they belong to. */
  readonly shops: number
  /** Since when the shop is gone on its owner's word (Unix ms); null: it is open. */
  readonly closedAt: number | null
}

/** Creates the shop and its owners when they are not there yet; changes nothing otherwise. */
export function* ensureShop(
  shop: Shop,
  owners: readonly string[],
  now: number,
  how: Joined = 'settings',
): Fact<void> {
  yield* run(
    build
      .insertInto('shop')
      .values({ ...shopRow(shop), created_at: now })
      .onConflict((c) => c.doNothing()),
  )
  for (const person_id of owners) {
    yield* run(
      build
        .insertInto('member')
        .values({ shop_id: shop.id, person_id, role: 'owner', how, added_at: now })
        .onConflict((c) => c.doNothing()),
    )
  }
}

export function* readPerson(id: string): Fact<Person | null> {
  const row = yield* first(build.selectFrom('person').selectAll().where('id', '=', id))
  return row ? personFrom(row) : null
}

// Asked for every conversation that is taken up. The chosen shop first, then open ones, the oldest of them.
const MEMBERSHIP_SQL = `
  select shop.id, shop.name, shop.language, shop.time_zone, shop.currency, shop.closing_hour,
    shop.closed_at, member.role, member.branches, member.is_new,
    (select count(*) from member as each join shop as own on own.id = each.shop_id
      where each.person_id = member.person_id and own.closed_at is null) as shops
  from member join shop on shop.id = member.shop_id
    join person on person.id = member.person_id
  where member.person_id = ?
  order by shop.id is not distinct from person.shop_id desc, shop.closed_at is not null, shop.created_at, shop.id
  limit 1`

/** The shop this person speaks for; null for strangers. */
export function* membershipOf(personId: string): Fact<Membership | null> {
  const [row] = yield* rowsOf<
    ShopRow & {
      closed_at: number | null
      role: string
      branches: string | null
      is_new: number
      shops: number
    }
  >(MEMBERSHIP_SQL, [personId])
  if (row === undefined) return null
  return {
    shop: shopFrom(row),
    role: roleFrom(row.role),
    branches: branchesFrom(row.branches),
    isNew: row.is_new === 1,
    shops: row.shops,
    closedAt: row.closed_at,
  }
}

/** Written by ourselves; anything else has the least rights there are. */
export const roleFrom = (text: string): Role =>
  text === 'owner' || text === 'manager' ? text : 'staff'

/** The kept JSON list of branches. */
export const branchesFrom = (json: string | null): readonly string[] | null =>
  json === null ? null : (JSON.parse(json) as readonly string[])

export function* readShop(id: string): Fact<Shop | null> {
  const row = yield* first(build.selectFrom('shop').selectAll().where('id', '=', id))
  return row ? shopFrom(row) : null
}

/** The shop while it is open; null when it is gone on its owner's word, or was never there. */
export function* readOpenShop(id: string): Fact<Shop | null> {
  const row = yield* first(
    build.selectFrom('shop').selectAll().where('id', '=', id).where('closed_at', 'is', null),
  )
  return row ? shopFrom(row) : null
}

/** Every shop that is open. */
export function* listShops(): Fact<readonly Shop[]> {
  const rows = yield* all(
    build.selectFrom('shop').selectAll().where('closed_at', 'is', null).orderBy('id'),
  )
  return rows.map(shopFrom)
}

export function* countShops(): Fact<number> {
  const row = yield* first(build.selectFrom('shop').select((e) => e.fn.countAll<number>().as('n')))
  return row?.n ?? 0
}

/** An owner, and how many open shops they belong to. */
export type Owner = Person & { readonly shops: number }

/**
 * Whom an alert of this shop goes to. An owner who is known on several of our numbers is told once, on the
 * one they wrote to last.
 */
export function* ownersOf(shopId: string): Fact<readonly Owner[]> {
  const rows = yield* rowsOf<PersonRow & { shops: number }>(
    `select person.*, (select count(*) from member as each join shop on shop.id = each.shop_id
       where each.person_id = person.id and shop.closed_at is null) as shops
     from member join person on person.id = member.person_id
     where member.shop_id = ? and member.role = 'owner'
     order by coalesce(person.last_inbound_at, 0) desc, person.id`,
    [shopId],
  )
  const once = new Map(rows.toReversed().map((row) => [row.phone ?? row.id, row]))
  return [...once.values()]
    .map((row) => ({ ...personFrom(row), shops: row.shops }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export function* setMisses(personId: string, misses: number): Fact<void> {
  yield* run(build.updateTable('person').set({ misses }).where('id', '=', personId))
}

type ShopRow = Omit<Tables['shop'], 'created_at' | 'sales_version' | 'words_version' | 'closed_at'>

const shopRow = (shop: Shop): ShopRow => ({
  id: shop.id,
  name: shop.name,
  language: shop.language,
  time_zone: shop.timeZone,
  currency: shop.currency,
  closing_hour: shop.closingHour,
})

export const shopFrom = (row: ShopRow): Shop => ({
  id: row.id,
  name: row.name,
  language: LANGUAGES.find((each) => each === row.language) ?? 'id',
  timeZone: row.time_zone,
  currency: row.currency,
  closingHour: row.closing_hour,
})

type PersonRow = {
  id: string
  channel: string
  phone: string | null
  user_id: string | null
  name: string | null
  last_inbound_at: number | null
  misses: number
  language: string | null
}

const personFrom = (row: PersonRow): Person => ({
  id: row.id,
  channel: row.channel,
  phone: row.phone,
  userId: row.user_id,
  name: row.name,
  lastInboundAt: row.last_inbound_at,
  misses: row.misses,
  language: LANGUAGES.find((each) => each === row.language) ?? null,
})
