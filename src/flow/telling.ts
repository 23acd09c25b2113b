import { withoutSample } from '../replies/help.ts'
import { askSoldReply, bookedReply, toldWords } from '../replies/sold.ts'
import { nameKey } from '../sales/names.ts'
import type { ToldSale } from '../sales/told-sale.ts'
import type { BranchDay } from '../sales/totals.ts'
import type { Effect } from '../store/effects.ts'
import type { KeptTelling, Telling } from '../store/told-sales.ts'
import { type Answer, justReply } from './answer.ts'
import { stageTold } from './book-sales.ts'
import { withinBranches } from './branch-view.ts'
import type { Ask } from './commands/ask.ts'
import { proposal } from './proposal.ts'
import { shownDays } from './shown.ts'
import { settleTold, type TillPlace, type ToldBody } from './sold-told.ts'
import { countingEffects, isSampleShop } from './take-in.ts'
import type { Till } from './till-insight.ts'
import type { World } from './world.ts'

/** A telling on its way: what it says, and what it came as. */
export type Told = Pick<Telling, 'kind' | 'picture'> & { readonly body: ToldBody }

/** Books a telling, or asks the one thing that is missing. What it replaces ceases to count with it. */
export const bookOrAsk = async (world: World, ask: Ask, told: Told): Promise<Answer> => {
  const place = await placeOf(world, ask, told.body)
  const settled = settleTold(told.body, place)
  if (settled.kind === 'ask') {
    const { problem } = settled
    const asked = { ...told.body, askedAt: 'at' in problem ? problem.at : null }
    return justReply(askSoldReply(problem, ask.message.seq, ask.shop), [
      keep(ask, { ...told, body: asked }, { state: 'open', upload: null }),
    ])
  }
  const body: ToldBody = { ...told.body, lines: settled.lines, askedAt: null }
  const { photo } = body
  if (photo !== undefined && !photo.isConfirmed) {
    const proposed = { no: ask.message.seq, photo, ...settled, shop: ask.shop, today: ask.today }
    return justReply(await proposal(world, proposed), [
      keep(ask, { ...told, body }, { state: 'open', upload: null }),
    ])
  }
  return book(world, ask, { told: { ...told, body }, sales: settled.sales, till: place.till })
}

type Booking = { readonly told: Told; readonly sales: readonly ToldSale[]; readonly till: Till }

const book = async (world: World, ask: Ask, { told, sales, till }: Booking): Promise<Answer> => {
  const { shop, message } = ask
  const { body } = told
  const publication = await stageTold(world, {
    shop,
    no: message.seq,
    name: toldWords(sales, shop),
    sales,
    today: body.today,
    minute: body.minute,
    hasReceipts: till.hasReceipts,
  })
  const before = await replacedBy(world, ask, body)
  const booked: Told = { ...told, body: { ...body, sales } }
  const day = newestDay(sales)
  const effects: Effect[] = [
    ...(await countingEffects(world, publication)),
    ...undoing(before),
    keep(ask, booked, { state: 'booked', upload: publication.upload }),
    ...(day === undefined ? [] : [shownDays(ask, { from: day, to: day }, publication)]),
  ]
  const isSample = await isSampleShop(world, shop.id)
  const rows = isSample ? [] : till.onDays.filter((row) => row.day === day)
  const reply = bookedReply(
    {
      no: message.seq,
      sales,
      unread: body.unread,
      isCorrected: before !== null,
      today: ask.today,
      onDay: [...rows, ...sumsOf(sales, day, 1), ...sumsOf(before?.body.sales ?? [], day, -1)],
    },
    shop,
  )
  const replies = [isSample ? withoutSample(reply, shop) : reply]
  return { replies, effects, salesChanged: shop.id }
}

type Replaced = { readonly telling: KeptTelling; readonly body: ToldBody }

const replacedBy = async (
  world: World,
  { shop }: Ask,
  body: ToldBody,
): Promise<Replaced | null> => {
  if (body.replaces === null) return null
  const telling = await world.store.readTelling(shop.id, body.replaces)
  return telling?.counts ? { telling, body: bodyOf(telling) } : null
}

const undoing = (before: Replaced | null): readonly Effect[] => {
  if (before === null || before.telling.upload === null) return []
  const { telling } = before
  const { shopId, upload } = telling
  if (upload === null) return []
  return [
    { kind: 'undo', shopId, upload },
    { kind: 'told-sale', telling: { ...telling, state: 'dropped' } },
  ]
}

/** The telling as an effect, under the number of the message that is being answered. */
const keep = (
  { shop, person, message }: Ask,
  { kind, picture, body }: Told,
  { state, upload }: Pick<Telling, 'state' | 'upload'>,
): Effect => ({
  kind: 'told-sale',
  telling: {
    shopId: shop.id,
    no: message.seq,
    personId: person.id,
    kind,
    state,
    body: JSON.stringify(body),
    upload,
    picture,
  },
})

/** Written by `keep`, in this shape. */
export const bodyOf = ({ body }: Pick<Telling, 'body'>): ToldBody => JSON.parse(body) as ToldBody

const newestDay = (sales: readonly ToldSale[]) =>
  sales
    .map(({ day }) => day)
    .toSorted()
    .at(-1)

/** Sales as rows of a day's totals, to be added to it or taken off. */
export const sumsOf = (
  sales: readonly ToldSale[],
  day: ToldSale['day'] | undefined,
  sign: 1 | -1,
): readonly BranchDay[] =>
  sales
    .filter((sale) => sale.day === day)
    .map((sale) => {
      const isBack = sale.kind === 'refund'
      const revenue = sale.revenue ?? 0
      const net = isBack ? -sign : sign
      return {
        day: sale.day,
        branch: sale.branch,
        receipts: null,
        lines: isBack ? 0 : sign,
        quantity: net * sale.quantity,
        revenue: net * revenue,
        refundLines: isBack ? sign : 0,
        refunds: isBack ? sign * revenue : 0,
      }
    })

/** A person who sold at one branch is still there for so long. */
const SAME_PLACE_MS = 12 * 3_600_000
/** Tellings looked through for the branch of the last one. */
const LOOKED_THROUGH = 5

/** The shop as the teller may see it, with the days they speak of. */
const placeOf = async (world: World, ask: Ask, body: ToldBody): Promise<TillPlace> => {
  const { shop, today, member } = ask
  const seen = member.branches === null ? world : withinBranches(world, member.branches)
  const days = [...new Set(body.lines.map(({ day }) => day ?? body.today))]
  const till = await seen.pool.till({ shop, today, days })
  const own = member.branches ?? till.branches
  const all = await world.store.namesOf(shop.id, 'branch')
  const keys = new Set(own.map(nameKey))
  return {
    // A branch without a sale yet is a branch all the same.
    till: { ...till, branches: own },
    shop,
    foreign: all.map(({ name }) => name).filter((name) => !keys.has(nameKey(name))),
    usualBranch: own.length === 1 ? (own[0] ?? null) : await lastBranch(world, ask, own),
  }
}

const lastBranch = async (
  world: World,
  { shop, person }: Ask,
  own: readonly string[],
): Promise<string | null> => {
  if (own.length === 0) return null
  const since = world.now() - SAME_PLACE_MS
  const tellings = await world.store.tellingsBy(shop.id, person.id, LOOKED_THROUGH)
  const last = tellings.find(({ at, state }) => state === 'booked' && at >= since)
  const branch = last === undefined ? null : (bodyOf(last).sales.at(-1)?.branch ?? null)
  return branch !== null && own.includes(branch) ? branch : null
}
