import type { Shown } from '../../analytics/shown.ts'
import { catalogue } from '../../i18n/catalogue.ts'
import { noRowsReply, nothingToProveReply, proofReply } from '../../replies/proof.ts'
import type { ProofFile } from '../../replies/proof-book.ts'
import type { Provable } from '../../store/shown.ts'
import type { Upload } from '../../store/uploads.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownAlert } from '../shown.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { receiptOf } from './upload.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Files a proof names; a shop that types every sale still names weeks of them. */
const FILES_MAX = 5000

/** `bukti`: the rows behind the last answer, or behind the bubble that was replied to, as one file. */
export const proof = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, member, message, today } = ask
  const { quotedId } = message.arrival
  const provable = await world.store.lastShown(shop.id, person.id, quotedId)
  const shown = provable && (await shownIn(world, ask, provable))
  if (provable === null || shown === null) return justReply(nothingToProveReply(shop))
  const files = member.branches === null ? await filesOf(world, shop.id) : null
  const found = await world.pool.proof({ shop, today, shown, files })
  if (found.kind === 'none') return justReply(noRowsReply(shop))
  const hasChanged = provable.kind === 'shown' && provable.hasChanged
  const day = found.figures[0]?.span.from ?? found.span?.to ?? today
  return justReply({
    ...proofReply({ ...found, hasChanged }, shop),
    attachment: {
      kind: 'document',
      mimeType: XLSX,
      fileName: catalogue(shop.language).proof.document(day),
      bytes: found.bytes,
    },
  })
}

const shownIn = async (
  world: World,
  { shop }: CommandAsk,
  provable: Provable,
): Promise<Shown | null> => {
  if (provable.kind === 'shown') return provable.shown
  const told = await world.store.toldAlerts(shop.id)
  const alert = told.find(({ day }) => day === provable.day)?.alert
  const coverage = await world.store.coverage(shop.id)
  return alert === undefined || coverage === null ? null : shownAlert(alert, coverage)
}

const filesOf = async (world: World, shopId: string): Promise<readonly ProofFile[]> =>
  (await world.store.listUploads(shopId, FILES_MAX)).map((upload) => ({
    no: upload.no,
    fileName: upload.fileName,
    at: upload.createdAt,
    skipped: skippedIn(upload),
    isTyped: upload.isTyped,
    lines: 0,
  }))

const skippedIn = (upload: Upload): number =>
  (receiptOf(upload)?.skipped ?? []).reduce((sum, { count }) => sum + count, 0)
