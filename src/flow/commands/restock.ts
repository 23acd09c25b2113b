import { tooLittleReply } from '../../replies/forecast.ts'
import { noDataYetReply } from '../../replies/no-data.ts'
import { restockReply, restockWhyReply } from '../../replies/restock.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** What to have ready and what to slow down; `restock:why` shows the sum behind it. */
export const restock = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const found = await world.pool.restock({ shop, today })
  if (found === null) return justReply(noDataYetReply(shop))
  if (found.restock === null) return justReply(tooLittleReply(shop))
  const reply = ask.intent.argument === 'why' ? restockWhyReply : restockReply
  return justReply(reply(found.restock, shop))
}
