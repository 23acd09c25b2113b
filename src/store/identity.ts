import type { Sender } from '../intent/arrival.ts'
import { all, build, type Fact, first, given, rowsOf, run } from './engine.ts'

/** Who writes: on which number of ours, and the ids the channel shows. */
type Writer = { readonly channel: string } & Sender
type Fresh = { readonly id: string; readonly now: number }

// Asked for every message that comes in, so it is written by hand and prepared once.
const KNOWN_SQL = 'select alias, person_id from person_alias where channel = ? and alias in (?, ?)'

const ALL_KNOWN_SQL = `
  select a.channel, a.alias, a.person_id
  from json_to_recordset(?) as given (channel text, alias text)
  join person_alias a on a.channel = given.channel and a.alias = given.alias`

/** The person each of these is, where all the ids they show are one person's; else null. */
export function* knownPeople(writers: readonly Writer[]): Fact<readonly (string | null)[]> {
  const asked = writers.flatMap((writer) =>
    aliasesOf(writer).map((alias) => ({ channel: writer.channel, alias })),
  )
  if (asked.length === 0) return writers.map(() => null)
  const found = yield* rowsOf<{ channel: string; alias: string; person_id: string }>(
    ALL_KNOWN_SQL,
    [given(asked)],
  )
  const people = new Map(found.map((row) => [`${row.channel} ${row.alias}`, row.person_id]))
  return writers.map((writer) => {
    const ids = new Set(aliasesOf(writer).map((alias) => people.get(`${writer.channel} ${alias}`)))
    const [person] = ids
    return ids.size === 1 ? (person ?? null) : null
  })
}

/**
 * Finds the person who writes, or makes a new one. A phone number and a business-scoped user id seen
 * together are one person ever after. The user id is the firmer one: a number may be given to somebody
 * else, and whoever comes with a known number and another user id is not its old owner.
 */
export function* personOf(writer: Writer, fresh: Fresh): Fact<string> {
  const phone = phoneAlias(writer)
  const user = userAlias(writer)
  const known = yield* rowsOf<{ alias: string; person_id: string }>(KNOWN_SQL, [
    writer.channel,
    phone ?? '',
    user ?? '',
  ])
  const byPhone = known.find(({ alias }) => alias === phone)?.person_id
  const byUser = known.find(({ alias }) => alias === user)?.person_id
  if (byPhone !== undefined && byPhone === byUser) return byPhone
  if (byUser !== undefined) return yield* withPhone(byUser, byPhone, writer)
  if (byPhone !== undefined) return yield* withUser(byPhone, writer, fresh)
  return yield* addPerson(writer, fresh)
}

/** Known by user id; the number they show is new, or has been somebody's. */
function* withPhone(person: string, byPhone: string | undefined, writer: Writer): Fact<string> {
  if (writer.phone === null) return person
  if (byPhone !== undefined) {
    const { userId } = yield* idsOf(byPhone)
    // Nobody but this person can have been meant by the number: an owner named in the settings.
    if (userId === null) yield* mergePeople(byPhone, person)
    yield* forget(byPhone, writer.channel, { phone: writer.phone, userId: null })
  }
  yield* bind(person, writer)
  return person
}

/** Known by number; the user id they show is their first, or it is somebody else's. */
function* withUser(person: string, writer: Writer, fresh: Fresh): Fact<string> {
  if (writer.userId === null) return person
  if ((yield* idsOf(person)).userId !== null) {
    yield* forget(person, writer.channel, { phone: writer.phone, userId: null })
    return yield* addPerson(writer, fresh)
  }
  yield* bind(person, writer)
  return person
}

/**
 * Moves a person to a new number or id that Meta announced; the old ones are theirs no more. The person,
 * or null when nobody is known by the old ones: such a person stays unknown. A new user id means a new
 * number too, even where Meta does not show it.
 */
export function* movePerson(
  channel: string,
  previous: Sender,
  current: Sender,
): Fact<string | null> {
  const aliases = [userAlias(previous), phoneAlias(previous)].filter((alias) => alias !== null)
  const known = yield* all(
    build
      .selectFrom('person_alias')
      .select(['alias', 'person_id'])
      .where('channel', '=', channel)
      .where('alias', 'in', aliases),
  )
  const found = aliases.flatMap((alias) => known.filter((each) => each.alias === alias))
  const person = found[0]?.person_id
  if (person === undefined) return null
  yield* forget(person, channel, yield* idsOf(person))
  yield* bind(person, { channel, ...current })
  return person
}

function* addPerson(writer: Writer, fresh: Fresh): Fact<string> {
  yield* run(
    build.insertInto('person').values({
      id: fresh.id,
      channel: writer.channel,
      phone: writer.phone,
      user_id: writer.userId,
      name: writer.name,
      last_inbound_at: null,
      created_at: fresh.now,
    }),
  )
  yield* bind(fresh.id, writer)
  return fresh.id
}

/** These ids are this person's from now on, whosever they were. */
function* bind(person: string, { channel, phone, userId, name }: Writer): Fact<void> {
  for (const alias of aliasesOf({ phone, userId })) {
    yield* run(
      build
        .insertInto('person_alias')
        .values({ channel, alias, person_id: person })
        .onConflict((c) => c.columns(['channel', 'alias']).doUpdateSet({ person_id: person })),
    )
  }
  const ids = {
    ...(phone === null ? {} : { phone }),
    ...(userId === null ? {} : { user_id: userId }),
    ...(name === null ? {} : { name }),
  }
  if (Object.keys(ids).length > 0) {
    yield* run(build.updateTable('person').set(ids).where('id', '=', person))
  }
}

/** These ids are this person's no more. */
function* forget(person: string, channel: string, ids: Ids): Fact<void> {
  const aliases = aliasesOf(ids)
  if (aliases.length === 0) return
  yield* run(
    build
      .deleteFrom('person_alias')
      .where('channel', '=', channel)
      .where('person_id', '=', person)
      .where('alias', 'in', aliases),
  )
  if (ids.phone !== null) {
    yield* run(
      build
        .updateTable('person')
        .set({ phone: null })
        .where('id', '=', person)
        .where('phone', '=', ids.phone),
    )
  }
  if (ids.userId !== null) {
    yield* run(
      build
        .updateTable('person')
        .set({ user_id: null })
        .where('id', '=', person)
        .where('user_id', '=', ids.userId),
    )
  }
}

// Who said stop under one of their ids has said it under all.
const HUSHED_SQL = `
  update person set hushed_at = coalesce(hushed_at, (select hushed_at from person where id = ?))
  where id = ?`

/** What `from` may do, is still owed and does not want to hear becomes `into`'s. */
function* mergePeople(from: string, into: string): Fact<void> {
  const members = yield* all(build.selectFrom('member').selectAll().where('person_id', '=', from))
  for (const member of members) {
    yield* run(
      build
        .insertInto('member')
        .values({ ...member, person_id: into })
        .onConflict((c) =>
          c
            .columns(['shop_id', 'person_id'])
            .doUpdateSet({ role: member.role, branches: member.branches })
            // An owner whose own number was added as staff stays the owner.
            .where('member.role', '<>', 'owner'),
        ),
    )
  }
  yield* run(build.deleteFrom('member').where('person_id', '=', from))
  yield* rowsOf(HUSHED_SQL, [from, into])
  yield* run(
    build
      .updateTable('outbox')
      .set({ person_id: into })
      .where('person_id', '=', from)
      .where('state', 'in', ['ready', 'held', 'asleep']),
  )
}

function* idsOf(person: string): Fact<Ids> {
  const row = yield* first(
    build.selectFrom('person').select(['phone', 'user_id']).where('id', '=', person),
  )
  return { phone: row?.phone ?? null, userId: row?.user_id ?? null }
}

type Ids = Pick<Sender, 'phone' | 'userId'>

const phoneAlias = ({ phone }: Pick<Sender, 'phone'>): string | null =>
  phone === null ? null : `phone:${phone}`
const userAlias = ({ userId }: Pick<Sender, 'userId'>): string | null =>
  userId === null ? null : `user:${userId}`
const aliasesOf = (ids: Ids): string[] =>
  [phoneAlias(ids), userAlias(ids)].filter((alias) => alias !== null)
