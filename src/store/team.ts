import { createHash } from 'node:crypto'
import type { Language, Shop } from '../sales/shop.ts'
import { endSessionsIn } from './dashboard.ts'
import { all, build, type Fact, first, rowsOf, run } from './engine.ts'
import { personOf } from './identity.ts'
import { branchesFrom, ensureShop, type Joined, type Role, roleFrom, shopFrom } from './people.ts'

/** What somebody may do in a shop, and in which of its branches. */
export type Place = {
  readonly shopId: string
  readonly role: Role
  /** null: the whole shop. */
  readonly branches: readonly string[] | null
}

/** One of a shop's people, as its owner sees them. */
export type Member = Omit<Place, 'shopId'> & {
  readonly personId: string
  readonly name: string | null
  readonly phone: string | null
  readonly how: Joined
  /** Unix ms; 0 for who was there before anybody counted. */
  readonly addedAt: number
}

/** What a code opens; `shopId` null: a new shop. */
export type Invite = Omit<Place, 'shopId'> & { readonly shopId: string | null }
export type NewInvite = Invite & { readonly hash: string; readonly expiresAt: number }

/** A shop's own settings; what is absent stays. */
type ShopChange = Partial<Pick<Shop, 'name' | 'timeZone' | 'currency' | 'closingHour' | 'language'>>

/** What becomes true of people and shops together with an answer. */
export type PeopleDeed =
  | ({
      readonly deed: 'add-by-number'
      readonly channel: string
      readonly phone: string
      /** The id they get when nobody is known by this number. */
      readonly freshId: string
    } & Place)
  | { readonly deed: 'invite'; readonly invite: NewInvite }
  /** Takes the code up; `shop` is the new one where the code opens one. Throws when it is gone. */
  | {
      readonly deed: 'join'
      readonly hash: string
      readonly personId: string
      readonly shop: Shop | null
    }
  | { readonly deed: 'wrong-code'; readonly personId: string }
  | { readonly deed: 'remove'; readonly shopId: string; readonly personId: string }
  | { readonly deed: 'greeted'; readonly shopId: string; readonly personId: string }
  | { readonly deed: 'choose-shop'; readonly shopId: string; readonly personId: string }
  | { readonly deed: 'speak'; readonly personId: string; readonly language: Language }
  | { readonly deed: 'change-shop'; readonly shopId: string; readonly change: ShopChange }
  | { readonly deed: 'close-shop' | 'reopen-shop'; readonly shopId: string }

/**
 * SHA-256 of a code, hex: all that is stored of it. Guessing is held back by the few tries a person has and
 * the few days a code lives, not by the hash.
 */
export const codeHash = (code: string): string => createHash('sha256').update(code).digest('hex')

export function* applyPeopleDeed(deed: PeopleDeed, now: number): Fact<void> {
  switch (deed.deed) {
    case 'add-by-number': {
      const writer = { channel: deed.channel, phone: deed.phone, userId: null, name: null }
      const personId = yield* personOf(writer, { id: deed.freshId, now })
      return yield* addMember({ ...deed, personId, how: 'number' }, now)
    }
    case 'invite':
      return yield* addInvite(deed.invite, now)
    case 'join':
      return yield* takeUp(deed, now)
    case 'wrong-code':
      return yield* noteWrongCode(deed.personId, now)
    case 'remove':
      return yield* removeMember(deed.shopId, deed.personId)
    case 'greeted':
      return yield* run(
        build
          .updateTable('member')
          .set({ is_new: 0 })
          .where('shop_id', '=', deed.shopId)
          .where('person_id', '=', deed.personId),
      )
    case 'choose-shop':
      return yield* setPerson(deed.personId, { shop_id: deed.shopId })
    case 'speak':
      return yield* setPerson(deed.personId, { language: deed.language })
    case 'change-shop':
      return yield* changeShop(deed.shopId, deed.change)
    case 'close-shop':
      return yield* closeShop(deed.shopId, now)
    case 'reopen-shop':
      return yield* setClosed(deed.shopId, null)
  }
}

/** The shop's people: owners, managers, staff, each in the order they came. Their places name them. */
export function* membersOf(shopId: string): Fact<readonly Member[]> {
  const rows = yield* rowsOf<{
    person_id: string
    role: string
    branches: string | null
    how: string
    added_at: number
    name: string | null
    phone: string | null
  }>(
    `select member.person_id, member.role, member.branches, member.how, member.added_at,
       person.name, person.phone
     from member join person on person.id = member.person_id where member.shop_id = ?
     order by case member.role when 'owner' then 0 when 'manager' then 1 else 2 end,
       member.added_at, member.person_id`,
    [shopId],
  )
  return rows.map((row) => ({
    personId: row.person_id,
    role: roleFrom(row.role),
    branches: branchesFrom(row.branches),
    name: row.name,
    phone: row.phone,
    // Written below and by ensureShop, in these words.
    how: row.how as Joined,
    addedAt: row.added_at,
  }))
}

/** A shop somebody belongs to. */
export type OwnShop = {
  readonly shop: Shop
  readonly role: Role
  readonly closedAt: number | null
}

/** Every shop of this person, closed ones too, the oldest first. */
export function* shopsOf(personId: string): Fact<readonly OwnShop[]> {
  const rows = yield* all(
    build
      .selectFrom('member')
      .innerJoin('shop', 'shop.id', 'member.shop_id')
      .selectAll('shop')
      .select('member.role')
      .where('member.person_id', '=', personId)
      .orderBy('shop.created_at')
      .orderBy('shop.id'),
  )
  return rows.map((row) => ({
    shop: shopFrom(row),
    role: roleFrom(row.role),
    closedAt: row.closed_at,
  }))
}

/** What a code still opens; null when it is unknown, used or past its time. */
export function* readInvite(hash: string, now: number): Fact<Invite | null> {
  const row = yield* first(
    build
      .selectFrom('invite')
      .leftJoin('shop', 'shop.id', 'invite.shop_id')
      .select(['invite.shop_id', 'invite.role', 'invite.branches', 'shop.closed_at'])
      .where('hash', '=', hash)
      .where('used_by', 'is', null)
      .where('expires_at', '>', now),
  )
  if (row === undefined || row.closed_at !== null) return null
  return { shopId: row.shop_id, role: roleFrom(row.role), branches: branchesFrom(row.branches) }
}

function* addInvite(invite: NewInvite, now: number): Fact<void> {
  // Codes nobody took up in time open nothing; they are cleared away as new ones come.
  yield* rowsOf('delete from invite where expires_at <= ?', [now])
  yield* run(
    build.insertInto('invite').values({
      hash: invite.hash,
      shop_id: invite.shopId,
      role: invite.role,
      branches: jsonOf(invite.branches),
      created_at: now,
      expires_at: invite.expiresAt,
      used_by: null,
    }),
  )
}

/** How many wrong codes this person has sent since then (Unix ms). */
export function* wrongCodes(personId: string, since: number): Fact<number> {
  const rows = yield* rowsOf<{ n: number }>(
    'select count(*) as n from wrong_code where person_id = ? and at > ?',
    [personId, since],
  )
  return rows[0]?.n ?? 0
}

/** When they were last answered without speaking for any shop, Unix ms; null: never. */
export function* lastToStranger(personId: string): Fact<number | null> {
  const rows = yield* rowsOf<{ at: number | null }>(
    'select max(created_at) as at from outbox where person_id = ? and shop_id is null',
    [personId],
  )
  return rows[0]?.at ?? null
}

/** How many shops were opened since then (Unix ms). */
export function* shopsOpenedSince(at: number): Fact<number> {
  const rows = yield* rowsOf<{ n: number }>('select count(*) as n from shop where created_at > ?', [
    at,
  ])
  return rows[0]?.n ?? 0
}

/** Shops closed before this time (Unix ms): their grace is over. */
export function* closedBefore(at: number): Fact<readonly string[]> {
  const rows = yield* all(
    build.selectFrom('shop').select('id').where('closed_at', '<=', at).orderBy('id'),
  )
  return rows.map(({ id }) => id)
}

/** Numbers of the files this person sent into the chat, newest first. */
export function* filesFrom(shopId: string, personId: string): Fact<readonly number[]> {
  const rows = yield* rowsOf<{ no: number }>(
    `select upload.no from upload join inbox
       on inbox.seq = case when upload.source like 'inbox:%' or upload.source like 'typed:%'
         then cast(substr(upload.source, 7) as bigint) end
     where upload.shop_id = ? and inbox.mailbox = ?
     order by upload.no desc`,
    [shopId, personId],
  )
  return rows.map(({ no }) => no)
}

/** Everybody but the owners leaves, and every way in is shut: the shop begins again, empty. */
export function* emptyTeam(shopId: string): Fact<void> {
  yield* rowsOf(`delete from member where shop_id = ? and role <> 'owner'`, [shopId])
  yield* run(build.deleteFrom('invite').where('shop_id', '=', shopId))
  yield* run(build.deleteFrom('api_token').where('shop_id', '=', shopId))
  yield* endSessionsIn(shopId, null)
  yield* run(build.deleteFrom('alert_level').where('shop_id', '=', shopId))
  yield* setClosed(shopId, null)
}

function* addMember(
  member: Place & { readonly personId: string; readonly how: Joined },
  now: number,
): Fact<void> {
  const place = { role: member.role, branches: jsonOf(member.branches) }
  yield* run(
    build
      .insertInto('member')
      .values({
        ...place,
        shop_id: member.shopId,
        person_id: member.personId,
        how: member.how,
        added_at: now,
        is_new: 1,
      })
      .onConflict((c) => c.columns(['shop_id', 'person_id']).doUpdateSet(place)),
  )
}

function* takeUp(
  { hash, personId, shop }: Extract<PeopleDeed, { deed: 'join' }>,
  now: number,
): Fact<void> {
  const invite = yield* readInvite(hash, now)
  // Between reading and writing somebody else took it up: answered again, it is a code used before.
  if (invite === null) throw new Error('the code was taken up by somebody else meanwhile')
  yield* run(build.updateTable('invite').set({ used_by: personId }).where('hash', '=', hash))
  const shopId = invite.shopId ?? shop?.id
  if (shopId === undefined) throw new Error('a code for a new shop came without the shop')
  if (invite.shopId === null && shop !== null) yield* ensureShop(shop, [personId], now, 'code')
  else yield* addMember({ ...invite, shopId, personId, how: 'code' }, now)
  // Answered by the joining itself, so no second greeting; the new shop is the one they speak for.
  yield* run(
    build
      .updateTable('member')
      .set({ is_new: 0 })
      .where('shop_id', '=', shopId)
      .where('person_id', '=', personId),
  )
  yield* setPerson(personId, { shop_id: shopId })
}

/** Kept a person at most: what is older than the newest few tells nothing. */
const WRONG_CODES_KEPT = 10

function* noteWrongCode(personId: string, now: number): Fact<void> {
  yield* rowsOf(
    `insert into wrong_code (person_id, no, at)
     select ?, coalesce(max(no), 0) + 1, ? from wrong_code where person_id = ?`,
    [personId, now, personId],
  )
  yield* rowsOf(
    `delete from wrong_code where person_id = ? and no <= (
       select max(no) - ? from wrong_code where person_id = ?)`,
    [personId, WRONG_CODES_KEPT, personId],
  )
}

/** A shop without an owner could never be managed again: its last one stays. */
function* removeMember(shopId: string, personId: string): Fact<void> {
  yield* rowsOf(
    `delete from member where shop_id = ? and person_id = ? and (role <> 'owner' or exists (
       select 1 from member as other
       where other.shop_id = ? and other.role = 'owner' and other.person_id <> ?))`,
    [shopId, personId, shopId, personId],
  )
  yield* rowsOf('update person set shop_id = null where id = ? and shop_id = ?', [personId, shopId])
  yield* rowsOf('delete from open_question where shop_id = ? and person_id = ?', [shopId, personId])
  yield* dropHeld(shopId, personId)
  yield* endSessionsIn(shopId, personId)
}

function* setPerson(
  personId: string,
  set: { readonly shop_id?: string; readonly language?: Language },
): Fact<void> {
  yield* run(build.updateTable('person').set(set).where('id', '=', personId))
}

function* changeShop(shopId: string, change: ShopChange): Fact<void> {
  const { name, timeZone, currency, closingHour, language } = change
  const set = {
    ...(name === undefined ? {} : { name }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(currency === undefined ? {} : { currency }),
    ...(closingHour === undefined ? {} : { closing_hour: closingHour }),
    ...(language === undefined ? {} : { language }),
  }
  yield* run(build.updateTable('shop').set(set).where('id', '=', shopId))
}

function* closeShop(shopId: string, now: number): Fact<void> {
  yield* setClosed(shopId, now)
  yield* dropHeld(shopId, null)
  yield* endSessionsIn(shopId, null)
}

function* setClosed(shopId: string, closed_at: number | null): Fact<void> {
  yield* run(build.updateTable('shop').set({ closed_at }).where('id', '=', shopId))
}

/** What waits for an open window or for a morning is not said any more: to one person, or to everybody. */
function* dropHeld(shopId: string, personId: string | null): Fact<void> {
  yield* rowsOf(
    `delete from outbox where shop_id = ? and state in ('held', 'asleep') and person_id = coalesce(?, person_id)`,
    [shopId, personId],
  )
}

const jsonOf = (branches: readonly string[] | null): string | null =>
  branches === null ? null : JSON.stringify(branches)
