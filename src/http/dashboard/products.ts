import { html } from 'hono/html'
import { shortDay } from '../../i18n/numbers.ts'
import type { Day } from '../../sales/day.ts'
import type { ProductSum } from '../../sales/totals.ts'
import { type Html, marked } from './marks.ts'
import { over, type Period, periodOf, periodPicker } from './period.ts'
import { type Column, table } from './table.ts'
import { picture, said, type Visit } from './visit.ts'

/** A page of a list; more rows are another tap away. */
const ROWS_A_PAGE = 50

/** Every product of the period, by what the visitor wants to know first. */
export const products = async (visit: Visit): Promise<Html> => {
  const { seen, shop, words } = visit
  const period = await periodOf(visit, 'days-28')
  const answer = await said(visit, period === null ? 'products' : over('products', period))
  const told = html`<section class="told">${marked(answer.text)}</section>`
  if (period === null) return told
  const coverage = await seen.store.coverage(shop.id)
  const { products: sold } = await seen.pool.report({ shop, span: period.span })
  const order = orderOf(visit.c.req.query('sort'), coverage?.hasMoney ?? true)
  const picker = periodPicker(visit, period, { sort: order })
  if (sold.length === 0) return html`${picker}<section>${words.products.none}</section>`
  const page = pageOf(visit.c.req.query('page'), sold.length)
  const rows = sold.toSorted(ORDERS[order]).slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
  const columns = columnsOf(visit, { period, order, hasMoney: coverage?.hasMoney ?? true, sold })
  return html`${picker}<div class="pictures">${told}
${await picture(visit, over('chart:products', period))}</div>
<section>${table({ caption: words.nav.products, columns, rows })}
${pager(visit, { period, order, page, count: sold.length })}</section>`
}

const ORDERS = {
  name: (a: ProductSum, b: ProductSum) => a.product.localeCompare(b.product),
  sold: (a: ProductSum, b: ProductSum) => b.quantity - a.quantity,
  revenue: (a: ProductSum, b: ProductSum) => b.revenue - a.revenue,
  last: (a: ProductSum, b: ProductSum) => b.lastDay.localeCompare(a.lastDay),
} as const
type Order = keyof typeof ORDERS

const WAYS = {
  name: 'ascending',
  sold: 'descending',
  revenue: 'descending',
  last: 'descending',
} as const satisfies Readonly<Record<Order, Column<ProductSum>['sorted']>>

const orderOf = (text: string | undefined, hasMoney: boolean): Order =>
  (Object.keys(ORDERS) as Order[]).find((each) => each === text) ?? (hasMoney ? 'revenue' : 'sold')

const pageOf = (text: string | undefined, count: number): number => {
  const page = Number(text ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= pagesFor(count) ? page : 1
}

const pagesFor = (count: number): number => Math.ceil(count / ROWS_A_PAGE)

type Listed = {
  readonly period: Period
  readonly order: Order
}

const addressOf = ({ period, order }: Listed, page = 1): string => {
  const { choice, span } = period
  const days: Record<string, string> =
    choice === null ? { from: span.from, to: span.to } : { period: choice }
  return `?${new URLSearchParams({ ...days, sort: order, page: String(page) })}`
}

const columnsOf = (
  { words, voice, shop }: Visit,
  listed: Listed & { readonly hasMoney: boolean; readonly sold: readonly ProductSum[] },
): readonly Column<ProductSum>[] => {
  const { hasMoney, sold, order } = listed
  const total = sold.reduce((sum, { revenue }) => sum + revenue, 0)
  const heading = (by: Order, title: string) =>
    ({
      title,
      href: addressOf({ ...listed, order: by }),
      sorted: by === order ? WAYS[by] : undefined,
    }) as const
  const day = (value: Day) => shortDay(value, shop.language)
  const money: readonly Column<ProductSum>[] = [
    {
      ...heading('revenue', words.products.revenue),
      isNumber: true,
      cell: ({ revenue }) => voice.fullMoney(revenue),
    },
    {
      title: words.products.share,
      isNumber: true,
      cell: ({ revenue }) => (total > 0 ? voice.percent(revenue / total) : '–'),
    },
    {
      title: words.products.refunds,
      isNumber: true,
      cell: ({ refunds }) => (refunds > 0 ? voice.fullMoney(refunds) : '–'),
    },
  ]
  return [
    { ...heading('name', words.products.product), cell: ({ product }) => voice.name(product) },
    {
      ...heading('sold', words.products.sold),
      isNumber: true,
      cell: ({ quantity }) => voice.quantity(quantity),
    },
    ...(hasMoney ? money : []),
    {
      ...heading('last', words.products.last),
      isNumber: true,
      cell: ({ lastDay }) => day(lastDay),
    },
  ]
}

const pager = (
  { words }: Visit,
  { page, count, ...listed }: Listed & { readonly page: number; readonly count: number },
): Html | '' => {
  const pages = pagesFor(count)
  if (pages < 2) return ''
  const { previous, next, page: named } = words.products
  return html`<nav class="pager">
${page > 1 ? html`<a rel="prev" href="${addressOf(listed, page - 1)}">${previous}</a>` : ''}
<span>${named(page, pages)}</span>
${page < pages ? html`<a rel="next" href="${addressOf(listed, page + 1)}">${next}</a>` : ''}
</nav>`
}
