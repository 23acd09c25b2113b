import {
  newTokenReply,
  noSuchTokenReply,
  tokenGoneReply,
  tokensFullReply,
  tokensReply,
} from '../../replies/token.ts'
import { type Answer, justReply } from '../answer.ts'
import { DAY_MS, newToken } from '../new-token.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** A shop with more programs than this has forgotten some. */
const TOKENS_MAX = 20
const NAME_CHARS_MAX = 40
const NAME_DEFAULT = 'api'
/** `90 hari`, `30 days` at the end of what was asked for. */
const DAYS = /(?:^|\s)(\d{1,3})\s*(?:hari|days?)$/i

/**
 * `token`: the keys to the upload API; `token:new`, `token:new:kasir 90 hari` makes one, shown this
 * once; `token:revoke:2` ends the second of the list.
 */
export const token = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, intent } = ask
  const [deed = '', ...rest] = intent.argument?.split(':') ?? []
  const wanted = rest.join(':').trim()
  if (deed === 'new') return made(world, ask, wanted)
  if (deed === 'revoke') return revoked(world, ask, Number(wanted))
  return justReply(tokensReply(await world.store.tokensOf(shop.id), shop))
}

const made = async (world: World, { shop }: CommandAsk, wanted: string): Promise<Answer> => {
  const known = await world.store.tokensOf(shop.id)
  if (known.length >= TOKENS_MAX) return justReply(tokensFullReply(TOKENS_MAX, shop))
  const days = Number(DAYS.exec(wanted)?.[1] ?? 0)
  const name = wanted.replace(DAYS, '').trim().slice(0, NAME_CHARS_MAX) || NAME_DEFAULT
  const expiresAt = days > 0 ? world.now() + days * DAY_MS : null
  const { token: secret, record } = newToken({ shopId: shop.id, name, expiresAt })
  return justReply(newTokenReply({ name, secret, expiresAt }, shop), [
    { kind: 'add-token', token: record },
  ])
}

const revoked = async (world: World, { shop }: CommandAsk, place: number): Promise<Answer> => {
  const known = (await world.store.tokensOf(shop.id))[place - 1]
  if (known === undefined) return justReply(noSuchTokenReply(shop))
  return justReply(tokenGoneReply(known.name, shop), [{ kind: 'revoke-token', id: known.id }])
}
