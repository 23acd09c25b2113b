import { html } from 'hono/html'
import { addSums, NO_SUMS, type Sums } from '../../sales/totals.ts'
import { type Html, marked } from './marks.ts'
import { over, periodOf, periodPicker } from './period.ts'
import { table } from './table.ts'
import { picture, said, type Visit } from './visit.ts'

/** Branch beside branch: the chat's words, its picture, and the whole table. */
export const branches = async (visit: Visit): Promise<Html> => {
  const { seen, shop, words, voice } = visit
  const period = await periodOf(visit, 'days-28')
  const answer = await said(visit, period === null ? 'branches' : over('branches', period))
  const told = html`<section class="told">${marked(answer.text)}</section>`
  if (period === null) return told
  const coverage = await seen.store.coverage(shop.id)
  const { days } = await seen.pool.report({ shop, span: period.span })
  const sums = [...Map.groupBy(days, ({ branch }) => branch ?? '')]
    .map(([name, rows]) => ({ name, ...rows.reduce<Sums>(addSums, NO_SUMS) }))
    .sort((a, b) => b.revenue - a.revenue || b.quantity - a.quantity)
  const total = sums.reduce((sum, { revenue }) => sum + revenue, 0)
  const money = [
    {
      title: words.products.revenue,
      isNumber: true,
      cell: ({ revenue }: Sums) => voice.fullMoney(revenue),
    },
    {
      title: words.products.share,
      isNumber: true,
      cell: ({ revenue }: Sums) => (total > 0 ? voice.percent(revenue / total) : '–'),
    },
  ]
  const columns = [
    {
      title: words.branches.branch,
      cell: ({ name }: { readonly name: string }) =>
        name === '' ? words.branches.unnamed : voice.name(name),
    },
    ...(coverage?.hasMoney === false ? [] : money),
    {
      title: words.products.sold,
      isNumber: true,
      cell: ({ quantity }: Sums) => voice.quantity(quantity),
    },
    {
      title: words.branches.rows,
      isNumber: true,
      cell: ({ lines }: Sums) => voice.whole(lines),
    },
  ]
  return html`${periodPicker(visit, period)}<div class="pictures">${told}
${await picture(visit, over('chart:branches', period))}</div>
${sums.length === 0 ? '' : html`<section>${table({ caption: words.nav.branches, columns, rows: sums })}</section>`}`
}
