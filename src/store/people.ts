import { LANGUAGES } from '../i18n/catalogue.ts'
import type { Language, Shop } from '../sales/shop.ts'
import { all, build, type Fact, first, run } from './engine.ts'
import type { Tables } from './tables.ts'

type Role = 'owner' | 'manager' | 'staff'

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
}

/** The shop a person speaks for. */
export type Membership = { readonly shop: Shop; readonly role: Role }

/** Creates the shop and its owners when they are not there yet; changes nothing otherwise. */
export function* ensureShop(shop: Shop, owners: readonly string[], now: number): Fact<void> {
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
        .values({ shop_id: shop.id, person_id, role: 'owner' })
        .onConflict((c) => c.doNothing()),
    )
  }
}

export function* readPerson(id: string): Fact<Person | null> {
  const row = yield* first(build.selectFrom('person').selectAll().where('id', '=', id))
  return row ? personFrom(row) : null
}

/** The shop this person speaks for; null for strangers. */
export function* membershipOf(personId: string): Fact<Membership | null> {
  const row = yield* first(
    build
      .selectFrom('member')
      .innerJoin('shop', 'shop.id', 'member.shop_id')
      .selectAll('shop')
      .select('member.role')
      .where('member.person_id', '=', personId)
      .orderBy('shop.created_at', 'asc')
      .limit(1),
  )
  return row ? { shop: shopFrom(row), role: row.role as Role } : null
}

export function* readShop(id: string): Fact<Shop | null> {
  const row = yield* first(build.selectFrom('shop').selectAll().where('id', '=', id))
  return row ? shopFrom(row) : null
}

export function* listShops(): Fact<readonly Shop[]> {
  const rows = yield* all(build.selectFrom('shop').selectAll().orderBy('id'))
  return rows.map(shopFrom)
}

export function* countShops(): Fact<number> {
  const row = yield* first(build.selectFrom('shop').select((e) => e.fn.countAll<number>().as('n')))
  return row?.n ?? 0
}

/** Whom an alert of this shop goes to. */
export function* ownersOf(shopId: string): Fact<readonly Person[]> {
  const rows = yield* all(
    build
      .selectFrom('member')
      .innerJoin('person', 'person.id', 'member.person_id')
      .selectAll('person')
      .where('member.shop_id', '=', shopId)
      .where('member.role', '=', 'owner')
      .orderBy('person.id'),
  )
  return rows.map(personFrom)
}

export function* setLanguage(shopId: string, language: Language): Fact<void> {
  yield* run(build.updateTable('shop').set({ language }).where('id', '=', shopId))
}

export function* setMisses(personId: string, misses: number): Fact<void> {
  yield* run(build.updateTable('person').set({ misses }).where('id', '=', personId))
}

const shopRow = (shop: Shop): Omit<Tables['shop'], 'created_at' | 'sales_version'> => ({
  id: shop.id,
  name: shop.name,
  language: shop.language,
  time_zone: shop.timeZone,
  currency: shop.currency,
  closing_hour: shop.closingHour,
})

const shopFrom = (row: Omit<Tables['shop'], 'created_at' | 'sales_version'>): Shop => ({
  id: row.id,
  name: row.name,
  language: LANGUAGES.find((each) => each === row.language) ?? 'id',
  timeZone: row.time_zone,
  currency: row.currency,
  closingHour: row.closing_hour,
})

export const personFrom = (row: {
  id: string
  channel: string
  phone: string | null
  user_id: string | null
  name: string | null
  last_inbound_at: number | null
  misses: number
}): Person => ({
  id: row.id,
  channel: row.channel,
  phone: row.phone,
  userId: row.user_id,
  name: row.name,
  lastInboundAt: row.last_inbound_at,
  misses: row.misses,
})
