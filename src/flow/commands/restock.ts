import { tooLittleReply } from '../../replies/forecast.ts'
import { noDataYetReply } from '../../replies/no-data.ts'
import { restockReply, restockWhyReply } from '../../replies/restock.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownEffect } from '../shown.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** What to have ready and what to slow down; `restock:why:12` shows the sum behind one of them. */
export const restock = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const found = await world.pool.restock({ shop, today })
  if (found === null) return justReply(noDataYetReply(shop))
  if (found.restock === null) return justReply(tooLittleReply(shop))
  const [deed, ref] = ask.intent.argument?.split(':') ?? []
  const shown = [shownEffect(ask, { kind: 'restock' })]
  if (deed !== 'why') return justReply(restockReply(found.restock, shop), shown)
  const asked = ref === undefined ? null : Number(ref)
  return justReply(restockWhyReply(found.restock, shop, asked), shown)
}
