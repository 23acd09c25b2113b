import { orderedReply } from '../../replies/goods.ts'
import { shownItems } from '../../replies/restock.ts'
import { dayFromNumber, dayNumber } from '../../sales/day.ts'
import { leadDaysOf } from '../../sales/supply.ts'
import { type Answer, justReply } from '../answer.ts'
import { momentOf } from '../moment.ts'
import { type Stockroom, supplyIn } from '../stock-insight.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** More than one bubble of advice holds. */
const ORDERED_MAX = 20

/** `ordered:12=160000,13=50000`: what that advice named is on order; without it, what is advised now. */
export const ordered = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const room = await world.pool.stockroom({ shop, today })
  const orders = ordersIn(ask.intent.argument) ?? (await advised(world, ask))
  const list = orders.slice(0, ORDERED_MAX).flatMap((order) => inRoom(order, room, today))
  const token = world.newId()
  const effect = {
    kind: 'stock',
    shopId: shop.id,
    token,
    ...momentOf(world.now(), shop, null),
    entries: list.map(({ name, quantity }) => ({
      kind: 'order' as const,
      scope: 'product' as const,
      name,
      value: quantity,
      unit: null,
    })),
  } as const
  const reply = orderedReply(list, { undoId: `stock:undo:${token}`, shop })
  return justReply(reply, list.length === 0 ? [] : [effect])
}

type Order = { readonly ref: number; readonly quantity: number }

const ordersIn = (argument: string | null): readonly Order[] | null => {
  if (argument === null) return null
  return argument.split(',').flatMap((part) => {
    const [, ref, quantity] = /^(\d+)=(\d+)$/.exec(part) ?? []
    return ref === undefined ? [] : [{ ref: Number(ref), quantity: Number(quantity) }]
  })
}

const advised = async (world: World, { shop, today }: CommandAsk): Promise<readonly Order[]> => {
  const found = await world.pool.restock({ shop, today })
  return found?.restock
    ? shownItems(found.restock).flatMap(({ ref, order }) =>
        ref === null ? [] : [{ ref, quantity: order }],
      )
    : []
}

const inRoom = ({ ref, quantity }: Order, room: Stockroom, today: CommandAsk['today']) => {
  const product = room.products.find((each) => each.ref === ref)
  if (product === undefined || quantity === 0) return []
  const due = dayFromNumber(dayNumber(today) + leadDaysOf(supplyIn(room, ref)))
  return [{ name: product.name, quantity, due }]
}
