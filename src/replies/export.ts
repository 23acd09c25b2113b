import { daySpan } from '../i18n/numbers.ts'
import type { Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { shownName } from './people.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** The caption of the spreadsheet; `part` when it holds only some days. */
export const exportReply = (
  counts: { readonly lines: number; readonly files: number; readonly part: Span | null },
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const { export: said } = voice.words.people
  const name = shownName(shop)
  const title =
    counts.part === null
      ? said.title(name)
      : said.partTitle(name, daySpan(counts.part, shop.language))
  return textReply(
    lines(
      `📦 ${bold(title)}`,
      said.counts(voice.whole(counts.lines), voice.whole(counts.files)),
      said.also,
      said.keep,
    ),
    [{ id: 'menu', title: voice.words.buttons.menu }],
  )
}

/** Too much for one file: a part is asked for, the newest first. */
export const exportPartsReply = (
  split: {
    readonly lines: number
    readonly max: number
    readonly parts: readonly { readonly span: Span; readonly lines: number }[]
    readonly hasOlder: boolean
  },
  shop: Shop,
): Reply => {
  const voice = voiceOf(shop)
  const { export: said } = voice.words.people
  return textReply(
    lines(
      said.split(voice.whole(split.lines), voice.whole(split.max)),
      said.splitNext,
      split.hasOlder ? said.older : null,
    ),
    split.parts.map(({ span, lines: count }) => ({
      id: `export:${span.from}..${span.to}`,
      title: daySpan(span, shop.language),
      description: voice.words.basis.sales(count),
    })),
  )
}

export const exportTooLongReply = (max: number, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  return textReply(voice.words.people.export.tooLong(voice.whole(max)))
}

export const nothingToExportReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.people.export.none, [
    { id: 'export-help', title: words.buttons.exportHelp },
  ])
}
