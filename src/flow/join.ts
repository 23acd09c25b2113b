import { codeTroubleReply, joinedReply } from '../replies/people.ts'
import type { Language, Shop } from '../sales/shop.ts'
import type { Claim } from '../store/inbox.ts'
import type { Person } from '../store/people.ts'
import { codeHash, type Invite, type PeopleDeed } from '../store/team.ts'
import { type Answer, justReply, NO_ANSWER } from './answer.ts'
import type { World } from './world.ts'

/** Wrong codes an hour and person; nobody mistypes more often, and guessing stays hopeless. */
const WRONG_CODES_MAX = 5
const HOUR_MS = 3_600_000

/** `gabung KODE`, from a stranger or from somebody who has a shop already. */
export const join = async (
  world: World,
  claim: Claim,
  { code, spoken }: { readonly code: string; readonly spoken: Language | null },
): Promise<Answer> => {
  const { person, membership } = claim
  const language = spoken ?? person.language
  const here = shopFor(world, person, language ?? membership?.shop.language ?? null)
  const wrong = await world.store.wrongCodes(person.id, world.now() - HOUR_MS)
  // Told once; whoever goes on is not answered until the hour is over.
  if (wrong > WRONG_CODES_MAX) return NO_ANSWER
  const note: PeopleDeed = { deed: 'wrong-code', personId: person.id }
  if (wrong === WRONG_CODES_MAX) {
    return justReply(codeTroubleReply('paused', here), [{ kind: 'people', deed: note }])
  }
  const hash = codeHash(code)
  const invite = await world.store.readInvite(hash)
  if (invite === null) {
    return justReply(codeTroubleReply('wrong', here), [{ kind: 'people', deed: note }])
  }
  return invite.shopId === null
    ? openByCode(world, person, { hash, here })
    : enter(world, person, { hash, invite, shopId: invite.shopId, language })
}

/** A shop of this person's own, in the operator's country and the person's language. */
export const shopFor = (world: World, person: Person, language: Language | null): Shop => ({
  // Not made of the person: who was taken out of a shop they once opened shall not come back into it.
  id: `shop-${world.newId()}`,
  name: person.name ?? '',
  closingHour: 0,
  ...world.policy.defaults,
  language: language ?? world.policy.defaults.language,
})

const openByCode = (
  world: World,
  person: Person,
  { hash, here }: { readonly hash: string; readonly here: Shop },
): Answer => {
  if (world.policy.signup === 'closed') return justReply(codeTroubleReply('closed', here))
  const place = { role: 'owner', branches: null } as const
  return justReply(joinedReply(place, here, true), [
    { kind: 'people', deed: { deed: 'join', hash, personId: person.id, shop: here } },
  ])
}

const enter = async (
  world: World,
  person: Person,
  {
    hash,
    invite,
    shopId,
    language,
  }: {
    readonly hash: string
    readonly invite: Invite
    readonly shopId: string
    readonly language: Language | null
  },
): Promise<Answer> => {
  const own = await world.store.shopsOf(person.id)
  const known = own.find((each) => each.shop.id === shopId)
  const theirs = await world.store.readShop(shopId)
  if (theirs === null) throw new Error(`a code leads to the shop ${shopId}, which is not there`)
  const shop = { ...theirs, language: language ?? theirs.language }
  if (known !== undefined) return justReply(codeTroubleReply('already', shop))
  return justReply(joinedReply(invite, shop, false), [
    { kind: 'people', deed: { deed: 'join', hash, personId: person.id, shop: null } },
  ])
}
