import { supplyReply } from '../../replies/goods.ts'
import { type Answer, justReply } from '../answer.ts'
import { supplyIn } from '../stock-insight.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { aboutProduct } from './stock-talk.ts'

/** How goods are supplied: the whole shop's terms, or one product's by its number. */
export const supply = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today, intent } = ask
  const room = await world.pool.stockroom({ shop, today })
  const ref = Number(intent.argument ?? '')
  if (intent.argument !== null && Number.isInteger(ref)) {
    return justReply(aboutProduct('supply', ref, { room, shop }))
  }
  return justReply(supplyReply(supplyIn(room, null), { name: null, shop }))
}
