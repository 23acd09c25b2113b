import { catalogue } from '../i18n/catalogue.ts'
import { LINES_SHOWN, photoBook, proposalReply } from '../replies/photo.ts'
import type { Reply } from '../replies/reply.ts'
import type { Day } from '../sales/day.ts'
import { minorUnits } from '../sales/money.ts'
import type { Shop } from '../sales/shop.ts'
import type { ToldSale } from '../sales/told-sale.ts'
import type { KeptTelling } from '../store/told-sales.ts'
import type { PhotoSide, ToldLine } from './sold-told.ts'
import type { World } from './world.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list that nobody has answered for a day is of another day: its photo is read anew. */
const WAITS_MS = 24 * 3_600_000

export const isExpired = ({ at }: Pick<KeptTelling, 'at'>, now: number): boolean =>
  now - at > WAITS_MS

export type Proposed = {
  readonly no: number
  readonly shop: Shop
  readonly today: Day
  readonly sales: readonly ToldSale[]
  /** As many as sales, in the same order. */
  readonly lines: readonly ToldLine[]
  readonly photo: PhotoSide
}

/** What was read off a photo, to be looked at before any of it counts; a long list as a file as well. */
export const proposal = async (world: World, proposed: Proposed): Promise<Reply> => {
  const { no, shop, today, sales, lines, photo } = proposed
  const { currency } = shop
  const rows = sales.map((sale, at) => {
    const { doubtful = false, otherTotal = null } = lines[at] ?? {}
    return {
      sale,
      isDoubtful: doubtful,
      otherTotal: otherTotal === null ? null : minorUnits(otherTotal, currency),
    }
  })
  const { writtenTotal, unreadLines } = photo
  const written = writtenTotal === null ? null : minorUnits(writtenTotal, currency)
  const parts = { no, rows, writtenTotal: written, unreadLines }
  const reply = proposalReply(parts, shop)
  if (rows.length <= LINES_SHOWN) return reply
  const bytes = await world.pool.documentOf({
    kind: 'xlsx',
    book: photoBook(parts, shop),
    scenes: [],
  })
  const { file } = catalogue(shop.language).sold.photo
  return {
    ...reply,
    attachment: { kind: 'document', mimeType: XLSX, fileName: `${file}-${today}.xlsx`, bytes },
  }
}
