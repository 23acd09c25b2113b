import { matchName } from '../../intent/match-name.ts'
import type { StockSaying, StockTalk } from '../../intent/stock-saying.ts'
import {
  noStockOfReply,
  stockListReply,
  stockOfReply,
  stockToldReply,
  supplyReply,
  whichGoodsReply,
} from '../../replies/goods.ts'
import type { Reply } from '../../replies/reply.ts'
import { wallClock } from '../../sales/day.ts'
import type { Shop } from '../../sales/shop.ts'
import { type Answer, justReply } from '../answer.ts'
import { momentOf } from '../moment.ts'
import { type Stockroom, supplyIn } from '../stock-insight.ts'
import { resolve } from '../stock-told.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'
import { restock } from './restock.ts'

type Told = Exclude<StockTalk, { kind: 'ordered' }>

/** Stock, deliveries, orders, waste and terms of supply in the owner's own words; told or asked. */
export const stockTalk = async (world: World, ask: Ask, talk: Told): Promise<Answer> => {
  const { shop, today } = ask
  const room = await world.pool.stockroom({ shop, today })
  if (talk.kind === 'told') return tell(world, { ask, room }, talk)
  return justReply(askedAbout(talk, room, shop))
}

/** What is known; where nobody has told anything, what to have, with the invitation to tell. */
export const showStock = async (world: World, ask: Ask, room: Stockroom): Promise<Answer> => {
  const { shop } = ask
  const list = stockList(room)
  if (list.length === 0) {
    return restock(world, {
      ...ask,
      intent: { kind: 'command', name: 'restock', period: null, argument: null },
    })
  }
  return justReply(stockListReply(list, { salesTo: room.salesTo, shop }))
}

const stockList = ({ products, stocked }: Stockroom) => {
  const names = new Map(products.map(({ ref, name }) => [ref, name]))
  return stocked.flatMap((each) => {
    const name = names.get(each.ref)
    const isKnown = each.counted !== null || each.onOrder > 0
    return name === undefined || !isKnown ? [] : [{ name, stocked: each }]
  })
}

export type ToldIn = { readonly ask: Ask; readonly room: Stockroom }

/** Keeps what is clear and asks about the first thing that is not. */
export const tell = (
  world: World,
  { ask, room }: ToldIn,
  said: { readonly sayings: readonly StockSaying[]; readonly unread: readonly string[] },
): Answer => {
  const { shop, today } = ask
  const { told, entries, problems, day } = resolve(said.sayings, room, { shop, today })
  const token = world.newId()
  const now = world.now()
  const reply = stockToldReply(
    {
      told,
      problems,
      unread: said.unread,
      day,
      today,
      minute: room.hasTimes ? wallClock(now, shop.timeZone).minute : null,
      undoId: `stock:undo:${token}`,
    },
    shop,
  )
  const effect = {
    kind: 'stock',
    shopId: shop.id,
    token,
    ...momentOf(now, shop, day),
    entries,
  } as const
  return justReply(reply, entries.length === 0 ? [] : [effect])
}

const askedAbout = (
  { about, name: said }: Extract<Told, { kind: 'asked' }>,
  room: Stockroom,
  shop: Shop,
): Reply => {
  const match = matchName(said, room.products)
  if (match.kind === 'one') return aboutProduct(about, match.thing.ref, { room, shop })
  const things = match.kind === 'several' ? match.things : match.near
  const head = about === 'supply' ? 'supply' : 'stock:item'
  const choices = things.map(({ ref, name }) => ({ name, id: `${head}:${ref}` }))
  return whichGoodsReply(said, choices, shop)
}

/** Stock or terms of one product; a number nobody knows is a product long erased. */
export const aboutProduct = (
  about: 'stock' | 'supply',
  ref: number,
  { room, shop }: { readonly room: Stockroom; readonly shop: Shop },
): Reply => {
  const product = room.products.find((each) => each.ref === ref)
  if (product === undefined) return whichGoodsReply('', [], shop)
  const { name } = product
  if (about === 'supply') return supplyReply(supplyIn(room, ref), { name, shop })
  const stocked = room.stocked.find((each) => each.ref === ref)
  return stocked === undefined
    ? noStockOfReply(name, shop)
    : stockOfReply({ name, stocked }, { salesTo: room.salesTo, shop })
}
