import { html } from 'hono/html'
import type { ToldAlert } from '../../analytics/alert-rules.ts'
import { alertReply } from '../../replies/alert.ts'
import type { Choice } from '../../replies/reply.ts'
import { choiceButtons } from './deeds.ts'
import { type Html, marked } from './marks.ts'
import { said, type Visit } from './visit.ts'

/** Older alerts have done their work. */
const SHOWN_MAX = 30

/** Every alert as it was told, with the owner's word on it or the buttons to say one. */
export const alerts = async (visit: Visit): Promise<Html> => {
  const { world, shop, words } = visit
  const level = await said(visit, 'alerts')
  const told = await world.store.toldAlerts(shop.id)
  const coverage = await world.store.coverage(shop.id)
  const measure = coverage?.hasMoney === false ? 'units' : 'money'
  return html`<section class="told">${marked(level.text)}
${choiceButtons(level.choices, 'alerts')}</section>
<h2>${words.alerts.title}</h2>
${told.length === 0 ? html`<section>${words.alerts.none}</section>` : ''}
${told.slice(0, SHOWN_MAX).map((one) => alertCard(visit, one, measure))}`
}

const alertCard = (
  { shop, today, words, voice }: Visit,
  { day, alert, label }: ToldAlert,
  measure: 'units' | 'money',
): Html => {
  const reply = alertReply(alert, shop, { alertId: day, today, measure })
  const { buttons } = voice.words
  const all: readonly Choice[] = [
    { id: `label:${day}:closed`, title: buttons.closed },
    { id: `label:${day}:promo`, title: buttons.promo },
    { id: `label:${day}:normal`, title: buttons.normal },
    { id: `label:${day}:mute`, title: buttons.mute },
  ]
  const others = all.filter(({ id }) => id !== `label:${day}:${label}`)
  return html`<section class="told">${marked(reply.text)}
${label === null ? '' : html`<p class="label">${words.alerts[label]}</p>`}
${choiceButtons(others, 'alerts')}</section>`
}
