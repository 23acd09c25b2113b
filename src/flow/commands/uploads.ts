import { uploadsReply } from '../../replies/uploads.ts'
import { type Answer, justReply } from '../answer.ts'
import { seenUploads } from '../own-files.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { receiptOf } from './upload.ts'

const LISTED_MAX = 20

/** The files of the shop, newest first; for staff the ones they sent. */
export const uploads = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop } = ask
  const found = await seenUploads(world, ask, { limit: LISTED_MAX, what: 'files' })
  const listed = found.flatMap((upload) =>
    upload.span === null || upload.state === 'staging'
      ? []
      : [
          {
            id: String(upload.no),
            fileName: upload.fileName,
            at: upload.createdAt,
            lines: upload.lines,
            revenue: receiptOf(upload)?.revenue ?? null,
            span: upload.span,
            state: upload.state,
          },
        ],
  )
  return justReply(uploadsReply(listed, shop))
}
