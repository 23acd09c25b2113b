import { capital } from '../../i18n/capital.ts'
import { photoExpiredReply } from '../../replies/photo.ts'
import { changeHowReply, soldDroppedReply, soldGoneReply } from '../../replies/sold.ts'
import type { KeptTelling } from '../../store/told-sales.ts'
import { type Answer, justReply } from '../answer.ts'
import { isExpired } from '../proposal.ts'
import type { ToldBody, ToldLine } from '../sold-told.ts'
import { bodyOf } from '../telling.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { retold, tellingFor, undoTold, withLine } from './sold-fix.ts'

/**
 * Buttons below sales told by hand, each with the number of its telling: `undo:12`, `change:12`, `keep:12`, `drop:12`, `ok:12`,
 * and answers to what was asked: `pick:12:LINE:PRODUCT`, `new:12:LINE`, `each:12:LINE`, `total:12:LINE`,
 * `branch:12:PLACE`.
 */
export const sold = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const [deed = '', no = '', ...rest] = ask.intent.argument?.split(':') ?? []
  const telling = await tellingFor(world, ask, Number(no))
  if (telling === null) return justReply(soldGoneReply(ask.shop))
  const body = bodyOf(telling)
  switch (deed) {
    case 'undo':
      return undoTold(world, ask, telling)
    case 'change':
      return justReply(
        changeHowReply({ no: telling.no, sales: body.sales, isWhichLine: false }, ask.shop),
      )
    case 'keep':
      return justReply(soldGoneReply(ask.shop))
    case 'ok':
      return confirm(world, ask, { telling, body })
    case 'drop':
      return drop(ask, telling)
    case 'branch':
      return decided(world, ask, {
        telling,
        body: { ...body, branch: await branchAt(world, ask, rest) },
      })
    default:
      return decideLine(world, ask, { telling, body, deed, rest })
  }
}

const drop = ({ shop }: CommandAsk, telling: KeptTelling): Answer =>
  telling.counts
    ? justReply(soldGoneReply(shop))
    : justReply(soldDroppedReply(shop), [
        { kind: 'told-sale', telling: { ...telling, state: 'dropped' } },
      ])

/** The rows of a photo count from here on; a list of yesterday is read anew instead. */
const confirm = async (
  world: World,
  ask: CommandAsk,
  { telling, body }: Decision,
): Promise<Answer> => {
  const { photo } = body
  if (photo === undefined || telling.state !== 'open') return justReply(soldGoneReply(ask.shop))
  if (isExpired(telling, world.now())) return justReply(photoExpiredReply(ask.shop))
  return retold(world, ask, { telling, body: { ...body, photo: { ...photo, isConfirmed: true } } })
}

type Decision = { readonly telling: KeptTelling; readonly body: ToldBody }

/** Answered twice, the second tap finds the question gone. */
const decided = (world: World, ask: CommandAsk, decision: Decision): Promise<Answer> | Answer =>
  decision.telling.state === 'open'
    ? retold(world, ask, decision)
    : justReply(soldGoneReply(ask.shop))

const decideLine = async (
  world: World,
  ask: CommandAsk,
  {
    telling,
    body,
    deed,
    rest,
  }: Decision & { readonly deed: string; readonly rest: readonly string[] },
): Promise<Answer> => {
  const at = Number(rest[0])
  const line = body.lines[at]
  const answered = line && (await answeredLine(world, ask, { line, deed, ref: Number(rest[1]) }))
  if (!answered) return justReply(soldGoneReply(ask.shop))
  return decided(world, ask, { telling, body: withLine(body, at, answered) })
}

const answeredLine = async (
  world: World,
  { shop }: CommandAsk,
  { line, deed, ref }: { readonly line: ToldLine; readonly deed: string; readonly ref: number },
): Promise<ToldLine | null> => {
  switch (deed) {
    case 'pick': {
      const products = await world.store.namesOf(shop.id, 'product')
      const product = products.find((each) => each.ref === ref)?.name
      return product === undefined ? null : { ...line, product }
    }
    case 'new':
      return { ...line, product: capital(line.names.join(' ')) }
    case 'each':
    case 'total':
      return line.price === null ? null : { ...line, price: { ...line.price, per: deed } }
    default:
      return null
  }
}

/** The branch at this place of the list that was shown. */
const branchAt = async (
  world: World,
  { shop, member }: CommandAsk,
  [place]: readonly string[],
): Promise<string | null> => {
  const own =
    member.branches ?? (await world.store.namesOf(shop.id, 'branch')).map(({ name }) => name)
  return own[Number(place)] ?? null
}
