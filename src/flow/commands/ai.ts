import { aiReply } from '../../replies/ai.ts'
import type { ModelLeave } from '../../store/model-use.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** What each word of the owner changes. */
const SAID: Readonly<Record<string, Partial<ModelLeave>>> = {
  on: { mayAsk: true },
  off: { mayAsk: false },
  'names-on': { mayName: true },
  'names-off': { mayName: false },
}

/** `ai` shows what the language model may do in this shop; `ai:off` and its like change it. */
export const ai = async (world: World, { shop, intent }: CommandAsk): Promise<Answer> => {
  const said = SAID[intent.argument ?? ''] ?? {}
  const { mayAsk, mayName } = { ...(await world.store.modelLeave(shop.id)), ...said }
  const state = mayAsk ? 'on' : 'off'
  const reply = aiReply({ state: world.model === null ? 'none' : state, mayName }, shop)
  const isChange = Object.keys(said).length > 0
  return justReply(reply, isChange ? [{ kind: 'model-leave', shopId: shop.id, said }] : [])
}
