import { catalogue } from '../i18n/catalogue.ts'
import type { Messages } from '../i18n/en.ts'
import { shortDay } from '../i18n/numbers.ts'
import { wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold, italic } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, listed, voiceOf } from './voice.ts'

/** What somebody is in a shop. */
export type RoleShown = {
  readonly role: keyof Messages['people']['roles']
  /** Names of the branches they are limited to; null: the whole shop. */
  readonly branches: readonly string[] | null
}

export type MemberShown = RoleShown & {
  readonly name: string | null
  readonly phone: string | null
  readonly how: keyof Messages['people']['team']['how']
  readonly isSelf: boolean
}

/** With title and next step the list stays on one screen; the numbers go on behind it. */
const MEMBERS_SHOWN = 20

/** Who belongs to the shop, numbered for removing. */
export const teamReply = (members: readonly MemberShown[], shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { team, buttons } = voice.words.people
  const more = members.length - MEMBERS_SHOWN
  return textReply(
    lines(
      `👥 ${bold(team.title(shownName(shop)))}`,
      ...members.slice(0, MEMBERS_SHOWN).map((each, i) => `${i + 1}. ${row(each, shop)}`),
      more > 0 ? team.more(voice.whole(more)) : null,
      team.next,
    ),
    [
      { id: 'team:invite:', title: buttons.invite },
      { id: 'menu', title: voice.words.buttons.menu },
    ],
  )
}

const row = (member: MemberShown, shop: Shop): string => {
  const { team } = voiceOf(shop).words.people
  const known = member.name !== null || member.phone !== null
  return listed(' · ', [
    known ? personName(member, shop) : team.unknown,
    member.isSelf ? team.you : null,
    roleName(member, shop),
    team.how[member.how],
  ])
}

/** The name and the last figures of the number: enough to tell two Rinas apart. */
const personName = ({ name, phone }: Pick<MemberShown, 'name' | 'phone'>, shop: Shop): string => {
  const number = phone === null ? null : `+${phone}`
  if (name === null) return number ?? voiceOf(shop).words.people.team.unknown
  return listed(' ', [voiceOf(shop).name(name), number === null ? null : `(…${number.slice(-4)})`])
}

/** `staf di Dago dan Setiabudi`. */
export const roleName = ({ role, branches }: RoleShown, shop: Shop): string => {
  const { people } = voiceOf(shop).words
  return listed(' ', [
    people.roles[role],
    branches === null ? null : people.onlyBranches(namesTogether(branches, shop)),
  ])
}

/** `Dago`, `Dago dan Setiabudi`, `A, B dan C`. */
const namesTogether = (names: readonly string[], shop: Shop): string => {
  const voice = voiceOf(shop)
  const shown = names.map(voice.name)
  const last = shown.at(-1) ?? ''
  if (shown.length < 2) return last
  return voice.words.people.and(shown.slice(0, -1).join(', '), last)
}

/** A shop is known by its name; one without any is simply the shop. */
export const shownName = (shop: Shop): string => {
  const name = voiceOf(shop).name(shop.name)
  return name === '' ? 'Shopbell' : name
}

export const addedReply = (
  member: RoleShown & Pick<MemberShown, 'name' | 'phone'>,
  shop: Shop,
  isNew: boolean,
): Reply => {
  const { team, buttons } = voiceOf(shop).words.people
  const [who, role] = [bold(personName(member, shop)), roleName(member, shop)]
  return textReply(isNew ? lines(team.added(who, role), team.addedNext) : team.changed(who, role), [
    { id: 'team', title: buttons.team },
  ])
}

export type TeamTrouble = 'bad-number' | 'no-such' | 'last-owner' | 'full'

export const teamTroubleReply = (trouble: TeamTrouble, shop: Shop, max: number): Reply => {
  const voice = voiceOf(shop)
  const { team, buttons } = voice.words.people
  const said = {
    'bad-number': lines(team.badNumber, team.badNumberNext),
    'no-such': team.noSuch,
    'last-owner': lines(team.lastOwner, team.lastOwnerNext, team.lastOwnerDelete),
    full: team.full(voice.whole(max)),
  }
  return textReply(said[trouble], [{ id: 'team', title: buttons.team }])
}

/** Somebody is out; `again` is the command line that takes the slip back, where a number is known. */
export const removedReply = (
  member: Pick<MemberShown, 'name' | 'phone'>,
  shop: Shop,
  again: string | null,
): Reply => {
  const { team, buttons } = voiceOf(shop).words.people
  return textReply(`✅ ${team.removed(bold(personName(member, shop)))}`, [
    ...(again === null ? [] : [{ id: again, title: buttons.addAgain }]),
    { id: 'team', title: buttons.team },
  ])
}

/** The code stands alone on its line, so that it can be copied; `until` in Unix ms. */
export const inviteReply = (
  invite: RoleShown & { readonly code: string; readonly until: number },
  shop: Shop,
): Reply => {
  const { words } = voiceOf(shop)
  const { invite: said } = words.people
  const day = shortDay(wallClock(invite.until, shop.timeZone).day, shop.language)
  return textReply(
    lines(
      `✉️ ${bold(said.title(roleName(invite, shop)))}`,
      said.forward,
      bold(said.say(invite.code)),
      said.until(day),
      italic(said.alias),
    ),
    [{ id: 'team', title: words.people.buttons.team }],
  )
}

/** Somebody came in by a code. */
export const joinedReply = (place: RoleShown, shop: Shop, isNewShop: boolean): Reply => {
  const { words } = voiceOf(shop)
  const { join } = words.people
  return textReply(
    lines(
      isNewShop ? join.newShop : null,
      join.done(bold(shownName(shop)), roleName(place, shop)),
      join.next,
    ),
    [
      { id: 'summary', title: words.buttons.summary },
      { id: 'menu', title: words.buttons.menu },
    ],
  )
}

export type CodeTrouble = 'wrong' | 'paused' | 'closed' | 'already'

/** To a member or a stranger: nothing of any shop is in it but the name of one they belong to. */
export const codeTroubleReply = (trouble: CodeTrouble, shop: Shop): Reply => {
  const { join } = voiceOf(shop).words.people
  const said = {
    wrong: lines(join.wrong, join.wrongNext),
    paused: join.paused,
    closed: join.closed,
    already: join.already(bold(shownName(shop))),
  }
  return textReply(said[trouble])
}

/** The line above the first answer of somebody who was added by number. */
export const helloLine = (place: RoleShown, shop: Shop): string =>
  voiceOf(shop).words.people.hello(bold(shownName(shop)), roleName(place, shop))

/** Above figures of some branches only. */
export const branchesLine = (branches: readonly string[], shop: Shop): string =>
  italic(voiceOf(shop).words.people.seen(namesTogether(branches, shop)))

/** Above every answer for people of more than one shop. */
export const shopLine = (shop: Shop): string => `🏪 ${italic(shownName(shop))}`

/** The same answer below one more line. */
export const under = (line: string, reply: Reply): Reply => ({
  ...reply,
  text: `${line}\n${reply.text}`,
})

/** Who may do it instead. */
export const notAllowedReply = (
  why: keyof Messages['people']['refused'],
  shop: Pick<Shop, 'language'>,
): Reply => {
  const { people, buttons } = catalogue(shop.language)
  return textReply(people.refused[why], [{ id: 'menu', title: buttons.menu }])
}

export const leaveQuestion = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { leave, buttons } = words.people
  return textReply(lines(leave.ask(bold(shownName(shop))), leave.askNext), [
    { id: 'leave:confirm', title: buttons.leaveConfirm },
    { id: 'menu', title: words.buttons.keep },
  ])
}

export const leftReply = (shop: Shop): Reply =>
  textReply(voiceOf(shop).words.people.leave.done(bold(shownName(shop))))
