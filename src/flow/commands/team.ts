import { nameMeant } from '../../intent/match-name.ts'
import { readNumberAndPlace, readPlace } from '../../intent/people-words.ts'
import { unknownBranchReply } from '../../replies/days.ts'
import {
  addedReply,
  inviteReply,
  leaveQuestion,
  leftReply,
  removedReply,
  teamReply,
  teamTroubleReply,
} from '../../replies/people.ts'
import type { Reply } from '../../replies/reply.ts'
import { phoneMeant } from '../../sales/phone.ts'
import type { Shop } from '../../sales/shop.ts'
import type { Effect } from '../../store/effects.ts'
import type { Member, Place } from '../../store/team.ts'
import { type Answer, justReply } from '../answer.ts'
import { newCode } from '../new-code.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** A shop of ten branches; more is a slip or a mischief. */
const MEMBERS_MAX = 100

/**
 * `team`: who belongs to the shop; `team:add:0812… manajer`, `team:invite:staf cabang dago` and
 * `team:remove:2` change it.
 */
export const team = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const [deed = '', ...rest] = intent.argument?.split(':') ?? []
  const said = rest.join(':').trim()
  if (deed === 'add') return add(world, ask, said)
  if (deed === 'invite') return invite(world, ask, said)
  if (deed === 'remove') return remove(world, ask, Number(said))
  const members = await world.store.membersOf(shop.id)
  return justReply(
    teamReply(
      members.map((member) => ({ ...member, isSelf: member.personId === person.id })),
      shop,
    ),
  )
}

const add = async (world: World, ask: CommandAsk, said: string): Promise<Answer> => {
  const { shop, person } = ask
  const read = readNumberAndPlace(said)
  const phone = read === null ? null : phoneMeant(read.phone, shop)
  if (read === null || phone === null) {
    return justReply(teamTroubleReply('bad-number', shop, MEMBERS_MAX))
  }
  const members = await world.store.membersOf(shop.id)
  const known = members.find((member) => member.phone === phone)
  if (known === undefined && members.length >= MEMBERS_MAX) {
    return justReply(teamTroubleReply('full', shop, MEMBERS_MAX))
  }
  const branches = await branchesMeant(world, shop, read.place.branches)
  if ('text' in branches) return justReply(branches)
  const place = placeOf(shop, read.place.role ?? known?.role ?? 'staff', branches.names)
  if (isLastOwner(known, members) && place.role !== 'owner') {
    return justReply(teamTroubleReply('last-owner', shop, MEMBERS_MAX))
  }
  const shown = { ...place, name: known?.name ?? null, phone }
  return justReply(addedReply(shown, shop, known === undefined), [
    {
      kind: 'people',
      deed: {
        ...place,
        deed: 'add-by-number',
        channel: person.channel,
        phone,
        freshId: world.newId(),
      },
    },
  ])
}

const invite = async (world: World, { shop }: CommandAsk, said: string): Promise<Answer> => {
  const asked = readPlace(said)
  const branches = await branchesMeant(world, shop, asked?.branches ?? [])
  if ('text' in branches) return justReply(branches)
  const place = placeOf(shop, asked?.role ?? 'staff', branches.names)
  const { code, invite: made } = newCode(place, world.now())
  return justReply(inviteReply({ ...place, code, until: made.expiresAt }, shop), [
    { kind: 'people', deed: { deed: 'invite', invite: made } },
  ])
}

const remove = async (world: World, ask: CommandAsk, place: number): Promise<Answer> => {
  const { shop, person } = ask
  const members = await world.store.membersOf(shop.id)
  const member = members[place - 1]
  if (member === undefined) return justReply(teamTroubleReply('no-such', shop, MEMBERS_MAX))
  if (isLastOwner(member, members)) {
    return justReply(teamTroubleReply('last-owner', shop, MEMBERS_MAX))
  }
  if (member.personId === person.id) return justReply(leaveQuestion(shop))
  return justReply(removedReply(member, shop, againOf(member)), [
    { kind: 'people', deed: { deed: 'remove', shopId: shop.id, personId: member.personId } },
  ])
}

/** `leave` asks, `leave:confirm` goes; the last owner stays. */
export const leave = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  const members = await world.store.membersOf(shop.id)
  const self = members.find(({ personId }) => personId === person.id)
  if (isLastOwner(self, members)) {
    return justReply(teamTroubleReply('last-owner', shop, MEMBERS_MAX))
  }
  if (intent.argument !== 'confirm') return justReply(leaveQuestion(shop))
  const gone: Effect = {
    kind: 'people',
    deed: { deed: 'remove', shopId: shop.id, personId: person.id },
  }
  return justReply(leftReply(shop), [gone])
}

const isLastOwner = (member: Member | undefined, members: readonly Member[]): boolean =>
  member?.role === 'owner' && members.filter(({ role }) => role === 'owner').length === 1

/** An owner or a manager is never limited: they manage the whole. */
const placeOf = (shop: Shop, role: Place['role'], branches: readonly string[]): Place => ({
  shopId: shop.id,
  role,
  branches: role === 'staff' && branches.length > 0 ? branches : null,
})

/** The command line that takes a removal back. */
const againOf = ({ phone, role, branches }: Member): string | null => {
  if (phone === null) return null
  const limited = branches === null ? '' : ` branch ${branches.join(', ')}`
  return `team:add:+${phone} ${role}${limited}`
}

/** The branches of the shop that are meant, or the answer that asks for a real one. */
const branchesMeant = async (
  world: World,
  shop: Shop,
  said: readonly string[],
): Promise<{ readonly names: readonly string[] } | Reply> => {
  if (said.length === 0) return { names: [] }
  const known = (await world.store.namesOf(shop.id, 'branch')).map(({ name }) => name)
  const meant = said.map((each) => nameMeant(each, known))
  const stray = said[meant.indexOf(null)]
  return stray === undefined
    ? { names: [...new Set(meant.flatMap((name) => name ?? []))] }
    : unknownBranchReply(stray, known, shop)
}
