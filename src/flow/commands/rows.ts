import { rowsReply } from '../../replies/rows.ts'
import { uploadsReply } from '../../replies/uploads.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { receiptOf } from './upload.ts'

/** Fetched for showing; the reply shows the first and counts the rest. */
const ROWS_MAX = 20

/** The rows of a file that could not become sales: the named file's, or the newest one's. */
export const rows = async (world: World, { shop, intent }: CommandAsk): Promise<Answer> => {
  const no = Number(intent.argument)
  const named = intent.argument !== null && Number.isInteger(no)
  const upload = named
    ? await world.store.readUpload(shop.id, no)
    : (await world.store.listUploads(shop.id, 1))[0]
  if (!upload) return justReply(uploadsReply([], shop))
  const skipped = receiptOf(upload)?.skipped ?? []
  return justReply(
    rowsReply(
      {
        uploadId: String(upload.no),
        fileName: upload.fileName,
        problems: await world.store.skippedRows(shop.id, upload.no, ROWS_MAX),
        count: skipped.reduce((sum, { count }) => sum + count, 0),
      },
      shop,
    ),
  )
}
