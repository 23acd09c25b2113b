import { type PhotoReading, readPhoto } from '../../assistant/photo.ts'
import { catalogue } from '../../i18n/catalogue.ts'
import type { MediaRef } from '../../intent/arrival.ts'
import { matchName } from '../../intent/match-name.ts'
import { amountWritten, readWritten } from '../../intent/written-sale.ts'
import { under } from '../../replies/people.ts'
import { photoFailedReply, photoKnownReply, photoNothingReply } from '../../replies/photo.ts'
import type { Shop } from '../../sales/shop.ts'
import { Refused } from '../../whatsapp/errors.ts'
import { type Answer, justReply } from '../answer.ts'
import { sha256Of } from '../import.ts'
import { modelDesk } from '../model-desk.ts'
import { isExpired } from '../proposal.ts'
import type { ToldBody, ToldLine } from '../sold-told.ts'
import { bodyOf, bookOrAsk } from '../telling.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'
import { retold } from './sold-fix.ts'

/** WhatsApp's own pictures end at 5 MB, one sent as a document may be larger; Gemini takes 20 MB a request. */
const PHOTO_BYTES_MAX = 12 * 1024 * 1024

/** A photo of a ledger or receipt: its rows are proposed, nothing counts before the owner says so. */
export const photo = async (world: World, ask: Ask, media: MediaRef): Promise<Answer> => {
  const { shop, message } = ask
  if (world.model === null) return justReply(photoFailedReply('no-key', shop))
  const bytes = await fetched(world, message.arrival.channel, media)
  if (bytes === null) return justReply(photoFailedReply('unreachable', shop))
  const picture = await sha256Of(bytes)
  const known = await world.store.tellingOfPicture(shop.id, picture)
  if (known !== null && known.counts) return justReply(photoKnownReply(shop))
  if (known?.state === 'open' && !isExpired(known, world.now())) {
    return again(await retold(world, ask, { telling: known, body: bodyOf(known) }), shop)
  }
  const { mayName } = await world.store.modelLeave(shop.id)
  const names = mayName ? await goodsNames(world, ask) : null
  const called = await readPhoto(
    { mimeType: media.mimeType, bytes, names },
    modelDesk(world, shop.id),
  )
  if (!called.ok) return justReply(photoFailedReply(called.reason, shop))
  const body = await bodyFrom(world, ask, called.value)
  if (body.lines.length === 0) return justReply(photoNothingReply(shop))
  return bookOrAsk(world, ask, { kind: 'photo', picture, body })
}

const again = (answer: Answer, { language }: Shop): Answer => ({
  ...answer,
  replies: answer.replies.map((reply) => under(catalogue(language).sold.photo.again, reply)),
})

const fetched = async (
  world: World,
  channel: string,
  media: MediaRef,
): Promise<Uint8Array | null> => {
  try {
    return await world.channel.download(channel, media, PHOTO_BYTES_MAX)
  } catch (error) {
    if (!(error instanceof Refused) || error.action !== 'never') throw error
    world.log.warn('photo not handed over', { error })
    return null
  }
}

const goodsNames = async (world: World, { shop }: Ask): Promise<readonly string[]> =>
  (await world.store.namesOf(shop.id, 'product')).map(({ name }) => name)

/** The rows as lines of a telling: names the shop knows become its own, all others are new and marked. */
const bodyFrom = async (
  world: World,
  { shop, today }: Ask,
  reading: PhotoReading,
): Promise<ToldBody> => {
  const names = await world.store.nameWords(shop.id)
  const products = await world.store.namesOf(shop.id, 'product')
  const context = { today, language: shop.language, names }
  const rows = reading.kind === 'sales' ? reading.rows : []
  const read = rows.map((row) => readWritten(row, context))
  const lines = read.flatMap((row): ToldLine[] => {
    if (row === null) return []
    const { saying, isDoubtful, otherTotal } = row
    const [said = ''] = saying.names
    const match = matchName(said, products)
    const isKnown = match.kind === 'one'
    return [
      {
        ...saying,
        product: isKnown ? match.thing.name : said,
        branch: null,
        doubtful: isDoubtful || !isKnown,
        otherTotal,
      },
    ]
  })
  return {
    lines,
    unread: [],
    today,
    minute: null,
    branch: null,
    replaces: null,
    sales: [],
    photo: {
      writtenTotal: amountWritten(reading.writtenTotal),
      unreadLines: reading.unreadLines + (rows.length - lines.length),
      isConfirmed: false,
    },
  }
}
