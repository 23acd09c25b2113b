import { html } from 'hono/html'
import type { RestockItem } from '../../analytics/findings.ts'
import { type Stockroom, supplyIn } from '../../flow/stock-insight.ts'
import { ceiled, perDay } from '../../replies/restock.ts'
import { nameKey } from '../../sales/names.ts'
import { QUANTITY_ONE } from '../../sales/sale.ts'
import { choiceButtons } from './deeds.ts'
import { type Html, marked } from './marks.ts'
import { may } from './places.ts'
import { said, type Visit } from './visit.ts'

/** Products on one page; the others are found by name. */
const SHOWN_MAX = 40

/** What to order, and for each product what that rests on, to be put right at once. */
export const restock = async (visit: Visit): Promise<Html> => {
  const advice = await said(visit, 'restock')
  const told = html`<section class="told">${marked(advice.text)}
${choiceButtons(advice.choices, 'restock')}</section>`
  if (!may('stock', visit.session)) return told
  return html`${told}${await shelves(visit)}`
}

const shelves = async (visit: Visit): Promise<Html> => {
  const { world, shop, today, words } = visit
  const room = await world.pool.stockroom({ shop, today })
  const found = await world.pool.restock({ shop, today })
  const advised = new Map((found?.restock?.restock ?? []).map((item) => [item.product, item]))
  const wanted = nameKey(visit.c.req.query('find') ?? '')
  const shown = room.products
    .filter(({ name }) => nameKey(name).includes(wanted))
    .toSorted((a, b) => (advised.get(b.name)?.order ?? 0) - (advised.get(a.name)?.order ?? 0))
    .slice(0, SHOWN_MAX)
  return html`<section>
<h2>${words.restock.title}</h2>
<p>${words.restock.what}</p>
<form method="get" action="/dashboard/restock" class="find" role="search">
<label>${words.restock.find} <input type="search" name="find" value="${visit.c.req.query('find') ?? ''}"></label>
<button>${words.restock.search}</button>
</form>
${shown.length === 0 ? html`<p>${words.restock.none}</p>` : ''}
<div class="shelves">${shown.map((product) => shelf(visit, { room, product, item: advised.get(product.name) ?? null }))}</div>
</section>`
}

type Shelf = {
  readonly room: Stockroom
  readonly product: Stockroom['products'][number]
  readonly item: RestockItem | null
}

/** One product: what it says now stands in its fields. */
const shelf = ({ words, voice }: Visit, { room, product, item }: Shelf): Html => {
  const { restock: said_ } = words
  const onHand = room.stocked.find(({ ref }) => ref === product.ref)?.onHand ?? null
  const { leadDays, pack, shelfDays } = supplyIn(room, product.ref)
  const hasTerms = leadDays !== null || pack !== null || shelfDays !== null
  const facts = [
    item === null ? null : voice.words.restock.perDay(perDay(item, voice)),
    item !== null && item.order > 0 ? `${said_.order} ${voice.whole(ceiled(item.order))}` : null,
  ].filter((fact) => fact !== null)
  return html`<form method="post" action="/dashboard/do" class="shelf">
<input type="hidden" name="deed" value="goods"><input type="hidden" name="back" value="restock">
<input type="hidden" name="ref" value="${product.ref}">
<p class="name"><b>${voice.name(product.name)}</b> <span class="small">${facts.join(' · ')}</span></p>
<div class="fields">
${field('count', said_.onHand, plain(onHand), 'any')}
<button>${said_.save}</button>
</div>
<details${hasTerms ? html` open` : ''}>
<summary>${said_.terms}</summary>
<div class="fields">
${field('pack', said_.pack, plain(pack?.size ?? null), 'any')}
<label>${said_.packName} <input name="packName" value="${pack?.name ?? ''}" maxlength="20">
<input type="hidden" name="was-packName" value="${pack?.name ?? ''}"></label>
${field('lead', said_.lead, leadDays === null ? '' : String(leadDays), '1')}
${field('shelf', said_.shelf, shelfDays === null ? '' : String(shelfDays), '1')}
</div>
</details>
</form>`
}

/** What stood there before goes along, so that only what was changed is told. */
const field = (name: string, label: string, value: string, step: string): Html =>
  html`<label>${label} <input type="number" name="${name}" value="${value}" min="0" step="${step}" inputmode="decimal">
<input type="hidden" name="was-${name}" value="${value}"></label>`

/** Thousandths as a number field takes them. */
const plain = (thousandths: number | null): string =>
  thousandths === null ? '' : String(thousandths / QUANTITY_ONE)
