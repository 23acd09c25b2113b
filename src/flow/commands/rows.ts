import { extname } from 'node:path'
import { catalogue } from '../../i18n/catalogue.ts'
import type { Attachment } from '../../replies/reply.ts'
import { rowsReply } from '../../replies/rows.ts'
import { uploadsReply } from '../../replies/uploads.ts'
import type { Shop } from '../../sales/shop.ts'
import type { SkippedRow, Upload } from '../../store/uploads.ts'
import { type Answer, justReply } from '../answer.ts'
import { SKIPPED_KEPT_MAX } from '../import.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { receiptOf } from './upload.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The rows of a file that could not become sales, the named file's or the newest one's: the first in
 * words, all that are kept in a sheet, as one message.
 */
export const rows = async (world: World, { shop, intent }: CommandAsk): Promise<Answer> => {
  const no = Number(intent.argument)
  const named = intent.argument !== null && Number.isInteger(no)
  const upload = named
    ? await world.store.readUpload(shop.id, no)
    : (await world.store.listFiles(shop.id, 1))[0]
  if (!upload) return justReply(uploadsReply([], shop))
  const problems = await world.store.skippedRows(shop.id, upload.no, SKIPPED_KEPT_MAX)
  const skipped = receiptOf(upload)?.skipped ?? []
  const count = skipped.reduce((sum, each) => sum + each.count, 0)
  const found = { uploadId: String(upload.no), fileName: upload.fileName, problems, count }
  if (problems.length === 0) return justReply(rowsReply(found, shop))
  const reply = rowsReply({ ...found, sheetRows: problems.length }, shop)
  return justReply({ ...reply, attachment: await sheetOf(world, upload, { problems, shop }) })
}

const sheetOf = async (
  world: World,
  upload: Upload,
  { problems, shop }: { readonly problems: readonly SkippedRow[]; readonly shop: Shop },
): Promise<Attachment> => {
  const { rows: words, problems: reasons } = catalogue(shop.language)
  const { name, file, ...headings } = words.sheet
  const base = upload.fileName.slice(0, upload.fileName.length - extname(upload.fileName).length)
  return {
    kind: 'document',
    mimeType: XLSX,
    fileName: file(base),
    bytes: await world.pool.skippedSheet({
      problems,
      words: { ...headings, sheet: name, reasons },
    }),
  }
}
