import { catalogue } from '../../i18n/catalogue.ts'
import {
  exportPartsReply,
  exportReply,
  exportTooLongReply,
  nothingToExportReply,
} from '../../replies/export.ts'
import type { Span } from '../../sales/day.ts'
import { nameKey } from '../../sales/names.ts'
import type { Shop } from '../../sales/shop.ts'
import { type Answer, justReply } from '../answer.ts'
import { EXPORT_LINES_MAX } from '../export.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Files listed in the workbook; a shop that sends one a day fills three years. */
const FILES_MAX = 1000

/** `ekspor`: everything the shop has, as one spreadsheet; with a period, or too much for one, a part of it. */
export const exportData = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today, member, intent } = ask
  const found = await world.pool.exportShop({
    shop,
    today,
    span: intent.period?.span ?? null,
    // Who is in the team is the owner's matter.
    members: member.role === 'owner' ? await world.store.membersOf(shop.id) : null,
    uploads: await world.store.listUploads(shop.id, FILES_MAX),
    digests: await world.store.digestsOf(shop.id),
  })
  switch (found.kind) {
    case 'none':
      return justReply(nothingToExportReply(shop))
    case 'too-long':
      return justReply(exportTooLongReply(EXPORT_LINES_MAX, shop))
    case 'split':
      return justReply(exportPartsReply({ ...found, max: EXPORT_LINES_MAX }, shop))
    case 'file':
      return justReply({
        ...exportReply(found, shop),
        attachment: {
          kind: 'document',
          mimeType: XLSX,
          fileName: fileName(shop, found.part),
          bytes: found.bytes,
        },
      })
  }
}

const fileName = (shop: Shop, part: Span | null): string => {
  const name = nameKey(shop.name).replace(/[^\p{L}\p{N}]+/gu, '-') || 'shop'
  const { file } = catalogue(shop.language).people.export
  return file(name, part === null ? '' : `-${part.from}-${part.to}`)
}
