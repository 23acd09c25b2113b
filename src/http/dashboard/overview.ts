import { html } from 'hono/html'
import { type Html, marked } from './marks.ts'
import { over, periodOf, periodPicker } from './period.ts'
import { picture, said, type Visit } from './visit.ts'

/** How the shop does: the chat's summary, and its pictures of the days and of the whole. */
export const overview = async (visit: Visit): Promise<Html> => {
  const period = await periodOf(visit, 'newest')
  if (period === null) {
    return html`<section class="told">${marked((await said(visit, 'summary')).text)}</section>`
  }
  const summary = await said(visit, over('summary', period))
  const days = period.choice === 'newest' ? 'chart' : over('chart', period)
  return html`${periodPicker(visit, period)}
<section class="told lead">${marked(summary.text)}</section>
<div class="pictures">
${await picture(visit, days)}
${await picture(visit, 'chart:overview')}
${await picture(visit, 'chart:hours')}
</div>`
}
