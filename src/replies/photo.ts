import type { Book, Cell } from '../ingest/write-book.ts'
import type { Shop } from '../sales/shop.ts'
import type { ToldSale } from '../sales/told-sale.ts'
import { bold } from './mark.ts'
import { pensOf, widths } from './pens.ts'
import { type Reply, textReply } from './reply.ts'
import { placeLine, saleText, tellHow, toldRevenue } from './sold.ts'
import { lines, listed, type Voice, voiceOf } from './voice.ts'

/** A row read off a photo. */
type PhotoLine = {
  readonly sale: ToldSale
  /** Hard to read, or a name the shop does not have yet. */
  readonly isDoubtful: boolean
  /** The sum written beside it, minor units, where it is not what quantity and price come to. */
  readonly otherTotal: number | null
}

export type PhotoParts = {
  /** The message the photo came with. */
  readonly no: number
  readonly rows: readonly PhotoLine[]
  /** Minor units; null where none is written. */
  readonly writtenTotal: number | null
  readonly unreadLines: number
}

/** Rows in the bubble; a longer list comes as a file, whose caption ends sooner. */
export const LINES_SHOWN = 8

/** What was read, what to look at, and that nothing counts yet. */
export const proposalReply = (parts: PhotoParts, shop: Shop): Reply => {
  const { no, rows, unreadLines } = parts
  const voice = voiceOf(shop)
  const { sold } = voice.words
  const sales = rows.map(({ sale }) => sale)
  const counted = toldRevenue(sales)
  const found = sold.photo.found(
    sold.things(voice.whole(rows.length)),
    counted === null ? '-' : voice.fullMoney(counted),
  )
  const shown = rows.length <= LINES_SHOWN ? rows : firstToCheck(rows)
  const more = rows.length - shown.length
  return textReply(
    lines(
      `📷 ${bold(found)}`,
      ...shown.map((row) => `${rows.indexOf(row) + 1}. ${rowText(row, voice)}`),
      more > 0 ? sold.photo.more(voice.whole(more)) : null,
      totalLine(parts, counted, voice),
      unreadLines > 0 ? sold.photo.unread(voice.whole(unreadLines)) : null,
      placeLine(sales, voice),
      `${sold.photo.notYet} ${sold.photo.fix}`,
    ),
    [
      { id: `sold:ok:${no}`, title: sold.photo.ok },
      { id: `sold:drop:${no}`, title: sold.buttons.cancel },
    ],
  )
}

/** Beside a file of all rows a few are enough: those to be looked at before the others. */
const SHOWN_BESIDE_FILE = 3

const firstToCheck = (rows: readonly PhotoLine[]): readonly PhotoLine[] => {
  const toCheck = rows.filter(({ isDoubtful, otherTotal }) => isDoubtful || otherTotal !== null)
  const first = new Set([...toCheck, ...rows].slice(0, SHOWN_BESIDE_FILE))
  return rows.filter((row) => first.has(row))
}

const rowText = ({ sale, isDoubtful, otherTotal }: PhotoLine, voice: Voice): string => {
  const { photo } = voice.words.sold
  return listed(' ', [
    saleText(sale, voice),
    checkText({ sale, isDoubtful, otherTotal }, voice, photo),
  ])
}

const checkText = (
  { sale, isDoubtful, otherTotal }: PhotoLine,
  { fullMoney }: Voice,
  photo: Voice['words']['sold']['photo'],
): string | null => {
  if (otherTotal !== null)
    return photo.wrongSum(fullMoney(otherTotal), fullMoney(sale.revenue ?? 0))
  return isDoubtful ? photo.doubtful : null
}

/** The sum at the foot against the sum of the rows. */
const totalLine = (
  { writtenTotal }: PhotoParts,
  counted: number | null,
  { words, fullMoney }: Voice,
): string | null => {
  if (writtenTotal === null || counted === null) return null
  const { photo } = words.sold
  return writtenTotal === counted
    ? photo.totalFits(fullMoney(writtenTotal))
    : photo.totalDiffers(fullMoney(writtenTotal), fullMoney(counted))
}

/** Every row read, for a list that is longer than a bubble. */
export const photoBook = ({ rows }: PhotoParts, shop: Shop): Book => {
  const voice = voiceOf(shop)
  const { sold } = voice.words
  const { columns } = sold.photo
  const pens = pensOf(shop, 'money')
  const sign = ({ kind }: ToldSale): number => (kind === 'refund' ? -1 : 1)
  return {
    title: sold.photo.file,
    sheets: [
      {
        name: sold.photo.file,
        columns: widths(8, 12, 30, 12, 16, 16, 34),
        rows: [
          [
            columns.row,
            columns.day,
            columns.product,
            columns.quantity,
            columns.price,
            columns.total,
            columns.check,
          ],
          ...rows.map((row, at): Cell[] => {
            const { sale } = row
            const { revenue, quantity } = sale
            const each = revenue === null ? null : Math.round((revenue / quantity) * 1000)
            return [
              pens.count(at + 1),
              { day: sale.day },
              sale.product,
              pens.quantity(sign(sale) * quantity),
              each === null ? null : pens.money(each),
              revenue === null ? null : pens.money(sign(sale) * revenue),
              checkText(row, voice, sold.photo),
            ]
          }),
        ],
      },
    ],
  }
}

/** Why a photo was not read, and what works instead. */
export const photoFailedReply = (reason: 'no-key' | 'off' | string, shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { photo } = words.sold
  const menu = { id: 'menu', title: words.buttons.menu }
  if (reason === 'no-key') return textReply(lines(photo.noKey, tellHow(words)), [menu])
  if (reason === 'off') {
    return textReply(lines(photo.off, tellHow(words)), [
      { id: 'ai:on', title: words.model.buttons.on },
      menu,
    ])
  }
  return textReply(lines(photo.failed, tellHow(words)), [menu])
}

/** No sales on it. */
export const photoNothingReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { photo } = words.sold
  return textReply(lines(photo.nothing, photo.nothingNext, tellHow(words)), [
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** The same photo again, booked before. */
export const photoKnownReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.sold.photo.againBooked, [{ id: 'summary', title: words.buttons.summary }])
}

/** A list that waited for more than a day. */
export const photoExpiredReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.sold.photo.expired, [{ id: 'menu', title: words.buttons.menu }])
}
