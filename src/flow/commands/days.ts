import { nameMeant } from '../../intent/match-name.ts'
import { readToldArgument } from '../../intent/told-days.ts'
import { forgottenReply, toldListReply, toldReply, unknownBranchReply } from '../../replies/days.ts'
import { addDays } from '../../sales/day.ts'
import type { ToldDays } from '../../sales/told-day.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** `besok tutup`, `ada acara sabtu`, `days:undo:17`, `hari tutup`: the owner's word about days. */
export const days = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today, intent } = ask
  const undone = /^undo:(\d+)$/.exec(intent.argument ?? '')
  if (undone) return forget(world, ask, Number(undone[1]))
  const said = intent.argument === null ? null : readToldArgument(intent.argument)
  if (said === null || intent.period === null) return list(world, ask)
  const branches = said.place === '' ? [] : await branchNames(world, shop.id)
  const branch = said.place === '' ? null : nameMeant(said.place, branches)
  if (said.place !== '' && branch === null) {
    return justReply(unknownBranchReply(said.place, branches, shop))
  }
  const told: ToldDays = {
    // The message's own number: said again by a redelivery it is the same word.
    no: ask.message.seq,
    span: intent.period.span,
    branch,
    kind: said.kind,
    note: said.note === '' ? null : said.note,
  }
  return justReply(toldReply(told, shop, today), [{ kind: 'tell-days', shopId: shop.id, told }])
}

/** Takes the word back, or says that it was. */
export const forget = async (world: World, ask: CommandAsk, no: number): Promise<Answer> => {
  const { shop } = ask
  const told = (await world.store.toldDays(shop.id)).find((each) => each.no === no) ?? null
  return justReply(
    forgottenReply(told, shop),
    told === null ? [] : [{ kind: 'forget-days', shopId: shop.id, no }],
  )
}

const branchNames = async (world: World, shopId: string): Promise<readonly string[]> =>
  (await world.store.namesOf(shopId, 'branch')).map(({ name }) => name)

/** Days gone by longer than this need no list any more. */
const LISTED_BACK_DAYS = 7

const list = async (world: World, { shop, today }: CommandAsk): Promise<Answer> => {
  const told = await world.store.toldDays(shop.id)
  const since = addDays(today, -LISTED_BACK_DAYS)
  return justReply(
    toldListReply(
      told.filter(({ span }) => span.to >= since),
      shop,
    ),
  )
}
