import { html } from 'hono/html'
import { shortDay } from '../../i18n/numbers.ts'
import { wallClock } from '../../sales/day.ts'
import type { Member } from '../../store/team.ts'
import type { Html } from './marks.ts'
import { table } from './table.ts'
import type { Visit } from './visit.ts'

const ROLES = ['staff', 'manager', 'owner'] as const

/** Who belongs to the shop, and the two ways of bringing somebody in. */
export const people = async (visit: Visit): Promise<Html> => {
  const { world, shop, words, voice, session } = visit
  const members = await world.store.membersOf(shop.id)
  const branches = (await world.store.namesOf(shop.id, 'branch')).map(({ name }) => name)
  const { people: said } = words
  const isSelf = ({ personId }: Member) => personId === session.person.id
  const columns = [
    {
      title: said.name,
      cell: (one: Member) =>
        html`${one.name === null ? '–' : voice.name(one.name)}${isSelf(one) ? html` <span class="small">(${said.you})</span>` : ''}`,
    },
    {
      title: said.phone,
      cell: ({ phone }: Member) => (phone === null ? '–' : `+${phone}`),
    },
    { title: said.role, cell: ({ role }: Member) => voice.words.people.roles[role] },
    {
      title: said.branches,
      cell: ({ branches: own }: Member) => own?.map(voice.name).join(', ') ?? said.whole,
    },
    {
      title: said.since,
      cell: ({ addedAt }: Member) =>
        addedAt === 0 ? '–' : shortDay(wallClock(addedAt, shop.timeZone).day, shop.language),
    },
    { title: '', cell: (one: Member) => (isSelf(one) ? '' : removeForm(one, said.remove)) },
  ]
  return html`<section>${table({ caption: words.nav.people, columns, rows: members, isStacked: true })}</section>
<div class="pictures">
<section><h2>${said.invite}</h2>
<form method="post" action="/dashboard/do" class="rows">
<input type="hidden" name="deed" value="invite"><input type="hidden" name="back" value="people">
${placeFields(visit, branches)}
<button class="main">${said.inviteDo}</button>
</form></section>
<section><h2>${said.add}</h2>
<form method="post" action="/dashboard/do" class="rows">
<input type="hidden" name="deed" value="add"><input type="hidden" name="back" value="people">
<label>${said.phone} <input type="tel" name="phone" required placeholder="0812 3456 7890" autocomplete="off"></label>
${placeFields(visit, branches)}
<button class="main">${said.addDo}</button>
</form></section>
</div>`
}

const placeFields = ({ words, voice }: Visit, branches: readonly string[]): Html => {
  const { roles } = voice.words.people
  const { role, branches: title, whole } = words.people
  return html`<label>${role} <select name="role">
${ROLES.map((each) => html`<option value="${each}">${roles[each]}</option>`)}
</select></label>
${
  branches.length === 0
    ? ''
    : html`<label>${title} <select name="branch"><option value="">${whole}</option>
${branches.map((name) => html`<option value="${name}">${voice.name(name)}</option>`)}
</select></label>`
}`
}

const removeForm = ({ personId }: Member, title: string): Html =>
  html`<form method="post" action="/dashboard/do">
<input type="hidden" name="deed" value="remove"><input type="hidden" name="back" value="people">
<input type="hidden" name="person" value="${personId}"><button class="bad">${title}</button></form>`
