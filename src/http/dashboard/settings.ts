import { html } from 'hono/html'
import { capital } from '../../i18n/capital.ts'
import { catalogue, LANGUAGES } from '../../i18n/catalogue.ts'
import { weekdayName } from '../../i18n/numbers.ts'
import type { Shop } from '../../sales/shop.ts'
import { choiceButtons, tapForm } from './deeds.ts'
import { type Html, marked } from './marks.ts'
import { may } from './places.ts'
import { said, type Visit } from './visit.ts'

/** Everything that can be set in the chat, with what it is set to. */
export const settings = async (visit: Visit): Promise<Html> => {
  const { session } = visit
  return html`<div class="pictures">
${session.role === 'owner' ? shopCard(visit) : ''}
${languageCard(visit)}
${may('schedule', session) ? await digestCard(visit) : ''}
${may('quiet', session) ? await quietCard(visit) : ''}
${may('ai', session) ? await aiCard(visit) : ''}
${outCard(visit)}
</div>`
}

const SETTINGS = ['name', 'zone', 'currency', 'closing'] as const

const shopCard = ({ words, shop }: Visit): Html => {
  const now = nowOf(shop)
  return html`<section><h2>${words.settings.shop}</h2>
${SETTINGS.map(
  (what) => html`<form method="post" action="/dashboard/do" class="rows one">
<input type="hidden" name="deed" value="setting"><input type="hidden" name="back" value="settings">
<input type="hidden" name="what" value="${what}">
<label>${words.settings[what]} <input name="value" value="${now[what]}" required maxlength="60"></label>
<button>${words.settings.save}</button>
</form>`,
)}</section>`
}

const nowOf = ({ name, timeZone, currency, closingHour }: Shop) => ({
  name,
  zone: timeZone,
  currency,
  closing: `${String(closingHour).padStart(2, '0')}.00`,
})

const languageCard = ({ words, shop }: Visit): Html =>
  html`<section><h2>${words.settings.language}</h2><div class="buttons">
${LANGUAGES.map((each) =>
  tapForm(
    `language:${each}`,
    catalogue(each).languageName,
    'settings',
    each === shop.language ? 'main' : '',
  ),
)}</div></section>`

/** Proposed until another hour is set. */
const DAILY_MINUTE = 8 * 60
const WEEKLY_MINUTE = 7 * 60

/** Minutes of the day as a time field takes them. */
const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const digestCard = async (visit: Visit): Promise<Html> => {
  const { words, shop } = visit
  const { settings: say } = words
  const state = await said(visit, 'schedule')
  const digests = await visit.world.store.digestsOf(shop.id)
  const daily = digests.find(({ kind }) => kind === 'daily')
  const weekly = digests.find((digest) => digest.kind === 'weekly')
  return html`<section><h2>${say.digests}</h2>
<div class="told">${marked(state.text)}</div>
${choiceButtons(state.choices, 'settings')}
<form method="post" action="/dashboard/do" class="rows one">
<input type="hidden" name="deed" value="daily"><input type="hidden" name="back" value="settings">
<label>${say.daily} <input type="time" name="time" value="${timeOf(daily?.minute ?? DAILY_MINUTE)}" required></label>
<button>${say.save}</button></form>
<form method="post" action="/dashboard/do" class="rows one">
<input type="hidden" name="deed" value="weekly"><input type="hidden" name="back" value="settings">
<label>${say.weekly} <select name="weekday">
${WEEKDAYS.map((each) => html`<option value="${each}"${each === weekly?.weekday ? html` selected` : ''}>${capital(weekdayName(each, shop.language))}</option>`)}
</select></label>
<label>${say.at} <input type="time" name="time" value="${timeOf(weekly?.minute ?? WEEKLY_MINUTE)}" required></label>
<button>${say.save}</button></form></section>`
}

const quietCard = async ({ words, world, shop, session }: Visit): Promise<Html> => {
  const { settings: say } = words
  const { from, to, urgentAnyway } = await world.store.quietHours(shop.id, session.person.id)
  return html`<section><h2>${say.quiet}</h2>
<form method="post" action="/dashboard/do" class="rows">
<input type="hidden" name="deed" value="quiet"><input type="hidden" name="back" value="settings">
<label>${say.from} <input type="time" name="from" value="${timeOf(from)}" required></label>
<label>${say.to} <input type="time" name="to" value="${timeOf(to)}" required></label>
<label class="check"><input type="checkbox" name="urgent" value="yes"${urgentAnyway ? html` checked` : ''}> ${say.urgent}</label>
<button>${say.save}</button></form>
${tapForm('quiet:off', say.never, 'settings')}</section>`
}

const aiCard = async (visit: Visit): Promise<Html> => {
  const state = await said(visit, 'ai')
  return html`<section><h2>${visit.words.settings.ai}</h2>
<div class="told">${marked(state.text)}</div>${choiceButtons(state.choices, 'settings')}</section>`
}

const outCard = ({ words }: Visit): Html =>
  html`<section><h2>${words.signOut}</h2><p>${words.settings.outWhat}</p>
${tapForm('dashboard:out', words.settings.out, 'settings', 'bad')}</section>`
