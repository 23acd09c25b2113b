import { html } from 'hono/html'
import { addDays, type Day, parseDay, type Span } from '../../sales/day.ts'
import type { Html } from './marks.ts'
import type { Visit } from './visit.ts'

const CHOICES = ['newest', 'days-7', 'days-28', 'month', 'last-month'] as const
export type Choice = (typeof CHOICES)[number]

/** The days a page is about. `choice` null: two dates of the visitor's own. */
export type Period = { readonly choice: Choice | null; readonly span: Span }

/**
 * `?period=days-7`, `?from=2026-03-01&to=2026-03-31`, else `usual`. Counted back from the newest day with
 * sales, because a shop that sends its file in the evening has no today yet. null: no sales at all.
 */
export const periodOf = async (visit: Visit, usual: Choice): Promise<Period | null> => {
  const coverage = await visit.seen.store.coverage(visit.shop.id)
  if (coverage === null) return null
  const own = spanAsked(visit.c.req.query('from'), visit.c.req.query('to'))
  if (own !== null) return { choice: null, span: own }
  const asked = visit.c.req.query('period')
  const choice = CHOICES.find((each) => each === asked) ?? usual
  return { choice, span: SPANS[choice](coverage.span.to) }
}

const spanAsked = (first: string | undefined, last: string | undefined): Span | null => {
  const [from, to] = [parseDay(first ?? ''), parseDay(last ?? '')]
  if (from === null || to === null) return null
  return from <= to ? { from, to } : { from: to, to: from }
}

const monthOf = (day: Day): Day => addDays(day, 1 - Number(day.slice(8)))

const SPANS: Readonly<Record<Choice, (newest: Day) => Span>> = {
  newest: (to) => ({ from: to, to }),
  'days-7': (to) => ({ from: addDays(to, -6), to }),
  'days-28': (to) => ({ from: addDays(to, -27), to }),
  month: (to) => ({ from: monthOf(to), to }),
  'last-month': (to) => {
    const last = addDays(monthOf(to), -1)
    return { from: monthOf(last), to: last }
  },
}

/** `summary` over the period: `summary:2026-03-01..2026-03-31`. */
export const over = (command: string, { span }: Period): string =>
  `${command}:${span.from}..${span.to}`

/** The same page with another period; keeps what else was asked, such as the order of a list. */
export const periodPicker = (
  { words, c }: Visit,
  { choice, span }: Period,
  kept: Readonly<Record<string, string>> = {},
): Html => {
  const { period } = words
  const link = (each: Choice) => `?${new URLSearchParams({ ...kept, period: each })}`
  return html`<nav class="periods" aria-label="${period.title}">
${CHOICES.map(
  (each) =>
    html`<a href="${link(each)}"${each === choice ? html` aria-current="true"` : ''}>${period[each]}</a>`,
)}
<form method="get" action="${c.req.path}">
${Object.entries(kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>${period.from} <input type="date" name="from" value="${span.from}" required></label>
<label>${period.to} <input type="date" name="to" value="${span.to}" required></label>
<button>${period.show}</button>
</form>
</nav>`
}
