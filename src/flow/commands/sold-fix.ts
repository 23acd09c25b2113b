import { matchName } from '../../intent/match-name.ts'
import type { SoldFix } from '../../intent/sold-saying.ts'
import {
  changeHowReply,
  noneToldReply,
  soldGoneReply,
  soldUndoneReply,
  toldWords,
} from '../../replies/sold.ts'
import type { Effect } from '../../store/effects.ts'
import type { KeptTelling } from '../../store/told-sales.ts'
import { type Answer, justReply } from '../answer.ts'
import type { ToldBody, ToldLine } from '../sold-told.ts'
import { bodyOf, bookOrAsk, sumsOf } from '../telling.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'

/** `eh 4 bukan 3`: the telling again as it should have been; the earlier one ceases to count with it. */
export const fixTold = async (world: World, ask: Ask, fix: SoldFix): Promise<Answer> => {
  const telling = await tellingFor(world, ask, fix.about)
  if (telling === null) return justReply(soldGoneReply(ask.shop))
  const body = bodyOf(telling)
  const at = lineMeant(fix, body)
  const line = body.lines[at]
  if (line === undefined) {
    return justReply(
      changeHowReply({ no: telling.no, sales: body.sales, isWhichLine: true }, ask.shop),
    )
  }
  return retold(world, ask, { telling, body: withLine(body, at, putRight(line, fix)) })
}

type Changed = { readonly telling: KeptTelling; readonly body: ToldBody }

/** The same telling with something decided or put right, under the number of the message that did it. */
export const retold = async (
  world: World,
  ask: Ask,
  { telling, body }: Changed,
): Promise<Answer> => {
  const { kind, picture, no, counts } = telling
  const replaces = counts ? no : body.replaces
  const answer = await bookOrAsk(world, ask, {
    kind,
    picture,
    body: { ...body, sales: [], replaces },
  })
  // What counts ceases to when the new one is booked; a question is over with its answer.
  if (counts) return answer
  const over: Effect = { kind: 'told-sale', telling: { ...telling, state: 'dropped' } }
  return { ...answer, effects: [...answer.effects, over] }
}

export const withLine = (body: ToldBody, at: number, line: ToldLine): ToldBody => ({
  ...body,
  lines: body.lines.with(at, line),
})

/** A telling this person may still change: their own, or anybody's for who is not staff. */
export const tellingFor = async (
  world: World,
  { shop, person, member }: Ask,
  no: number,
): Promise<KeptTelling | null> => {
  const telling = await world.store.readTelling(shop.id, no)
  if (telling === null || (telling.state === 'booked' && !telling.counts)) return null
  const isTheirs = telling.personId === person.id || member.role !== 'staff'
  return isTheirs && telling.state !== 'dropped' ? telling : null
}

/** The line by its number, its name or what it was not; of one line there is no doubt. -1: nobody knows. */
const lineMeant = ({ row, names, not, price }: SoldFix, { lines, askedAt }: ToldBody): number => {
  if (row !== null) return row - 1
  if (lines.length === 1) return 0
  // `15rb` right behind `what does it cost?`.
  if (typeof askedAt === 'number' && names.length === 0 && price !== null) return askedAt
  const named = namedLine(names, lines)
  if (named !== -1) return named
  const denied = lines.flatMap((line, at) =>
    not !== null && (line.quantity === not || line.price?.value === not) ? [at] : [],
  )
  return denied.length === 1 ? (denied[0] ?? -1) : -1
}

const namedLine = (names: readonly string[], lines: readonly ToldLine[]): number => {
  const told = lines.map((line, at) => ({ at, name: line.product ?? line.names.join(' ') }))
  const match = names.length === 0 ? null : matchName(names.join(' '), told)
  return match?.kind === 'one' ? match.thing.at : -1
}

/** The line with what was said in its place; what was not said stays. */
const putRight = (line: ToldLine, fix: SoldFix): ToldLine => {
  const { quantity, price, not, names } = fix
  // `12 bukan 15`: what it was not says whether the figure is the price.
  const isPrice = quantity !== null && price === null && not !== null && line.price?.value === not
  const said = isPrice ? { value: quantity, per: null, isBare: true } : price
  const renamed = names.length > 0 && namedLine(names, [line]) === -1
  return {
    ...line,
    quantity: isPrice || quantity === null ? line.quantity : quantity,
    price: said === null ? line.price : { ...said, per: said.per ?? line.price?.per ?? null },
    ...(renamed && { names, product: null, branch: null }),
    doubtful: false,
    otherTotal: null,
  }
}

/** Takes a telling back, for good. */
export const undoTold = async (world: World, ask: Ask, telling: KeptTelling): Promise<Answer> => {
  const { shop, today, member } = ask
  if (telling.upload === null || !telling.counts) return justReply(soldGoneReply(shop))
  const body = bodyOf(telling)
  const day =
    body.sales
      .map((sale) => sale.day)
      .toSorted()
      .at(-1) ?? null
  const branches = member.branches ?? undefined
  const reader = branches === undefined ? world.store : world.store.within(branches)
  const rows = day === null ? [] : await reader.branchDays(shop.id, { from: day, to: day })
  const onDay = [...rows, ...sumsOf(body.sales, day ?? undefined, -1)]
  return {
    replies: [soldUndoneReply({ what: toldWords(body.sales, shop), today, day, onDay }, shop)],
    effects: [
      { kind: 'undo', shopId: shop.id, upload: telling.upload },
      { kind: 'told-sale', telling: { ...telling, state: 'dropped' } },
    ],
    salesChanged: shop.id,
  }
}

/** Tellings looked through for the newest that counts. */
const LOOKED_THROUGH = 50

/** `hapus terakhir`: the newest sale this person told. */
export const deleteLast = async (world: World, ask: Ask): Promise<Answer> => {
  const tellings = await world.store.tellingsBy(ask.shop.id, ask.person.id, LOOKED_THROUGH)
  const newest = tellings.find(({ counts }) => counts)
  return newest === undefined ? justReply(noneToldReply(ask.shop)) : undoTold(world, ask, newest)
}
