import { html } from 'hono/html'
import { EVERYTHING, type Kept, keptDays, MONEY } from '../../analytics/score.ts'
import { coverageOf, newestCompleteDay } from '../../flow/complete.ts'
import { longDay } from '../../i18n/numbers.ts'
import { runningDays } from '../../intent/calendar.ts'
import { addDays } from '../../sales/day.ts'
import { type Html, marked } from './marks.ts'
import { table } from './table.ts'
import { picture, said, type Visit } from './visit.ts'

/** Two months of what was said beside what came: enough to judge by, short enough to read. */
const SCORED_DAYS = 60
const WEEK_DAYS = 7

/** The next day and the next week as the chat foretells them, and how it did so far. */
export const forecast = async (visit: Visit): Promise<Html> => {
  const next = await said(visit, 'forecast')
  const { from, to } = runningDays(visit.today, WEEK_DAYS, 'future')
  const week = await said(visit, `forecast:${from}..${to}`)
  return html`<div class="pictures">
<section class="told">${marked(next.text)}</section>
${week.text === next.text ? '' : html`<section class="told">${marked(week.text)}</section>`}
</div>
${await picture(visit, 'chart')}
${await score(visit)}`
}

/** What is kept was said about the whole shop; beside the sales of some branches it would be no score. */
const score = async (visit: Visit): Promise<Html | ''> => {
  const { session, words, voice, shop } = visit
  if (session.branches !== null) return ''
  const { kept, hasMoney } = await scores(visit)
  if (kept.length === 0) {
    return html`<section><h2>${words.forecast.score}</h2><p>${words.forecast.noScore}</p></section>`
  }
  const amount = hasMoney ? voice.money : voice.quantity
  const range = hasMoney ? voice.moneyRange : voice.quantityRange
  const held = kept.filter(isHit).length
  const columns = [
    { title: words.forecast.day, cell: ({ day }: Kept) => longDay(day, shop.language) },
    {
      title: words.forecast.range,
      isNumber: true,
      cell: ({ range: { low, high } }: Kept) => range(low, high),
    },
    { title: words.forecast.actual, isNumber: true, cell: ({ actual }: Kept) => amount(actual) },
    {
      title: '',
      cell: (one: Kept) =>
        isHit(one)
          ? html`<span class="good">✓ ${words.forecast.hit}</span>`
          : html`<span class="bad">${words.forecast.missed}</span>`,
    },
  ]
  return html`<section><h2>${words.forecast.score}</h2>
<p>${words.forecast.held(held, kept.length)}</p>
${table({ caption: words.forecast.score, columns, rows: kept })}</section>`
}

const isHit = ({ range, actual }: Kept): boolean => actual >= range.low && actual <= range.high

/** Newest first. A day that still runs has no score yet. */
const scores = async ({
  seen,
  shop,
  today,
}: Visit): Promise<{ readonly kept: readonly Kept[]; readonly hasMoney: boolean }> => {
  const coverage = await coverageOf(seen.store, shop)
  if (coverage === null) return { kept: [], hasMoney: false }
  const to = newestCompleteDay(shop, coverage, today)
  const span = { from: addDays(to, -SCORED_DAYS), to }
  const { days: branchDays } = await seen.pool.report({ shop, span })
  const spoken = await seen.store.foretold(shop.id, span)
  const wanted = coverage.hasMoney ? MONEY : EVERYTHING
  const kept = keptDays(spoken, { branchDays, productDays: [] })
    .flatMap(({ parts }) => parts.filter(({ product }) => product === wanted))
    .reverse()
  return { kept, hasMoney: coverage.hasMoney }
}
