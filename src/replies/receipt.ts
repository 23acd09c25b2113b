import { daySpan, longDay } from '../i18n/numbers.ts'
import type { ProblemReason } from '../ingest/reading.ts'
import { addDays, type Span, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { lines, listed, type Voice, voiceOf } from './voice.ts'

/** What one file brought in. Money in minor units of `currency`, quantity in thousandths. */
export type Receipt = {
  readonly uploadId: string
  readonly fileName: string
  /** null when not one line could be counted. */
  readonly span: Span | null
  /** Accepted sale and refund lines. */
  readonly lines: number
  readonly newLines: number
  /** Already there from earlier files. */
  readonly knownLines: number
  /** Unix milliseconds when the same content came first. */
  readonly earlierAt: number | null
  /** Days to which it adds lines though other files have some there already: perhaps a correction. */
  readonly sharedDays: number
  /** Sales told by hand on its days: also in this file, or only told. Absent: nobody looked. */
  readonly typed?: { readonly replaced: number; readonly kept: number }
  /** Net of refunds. */
  readonly revenue: number | null
  readonly gross: number | null
  readonly refunds: number | null
  readonly refundLines: number
  readonly quantity: number | null
  readonly branches: number
  readonly products: number
  readonly skipped: readonly { readonly reason: ProblemReason; readonly count: number }[]
  /** TOTAL and subtotal rows, recognised and not counted. */
  readonly totalRows: number
  readonly currency: string
  readonly hasQuantity: boolean
  readonly hasMoney: boolean
}

/** `now` in Unix milliseconds, to say when the same file came in before. */
export const receiptReply = (receipt: Receipt, shop: Shop, now: number): Reply => {
  const voice = voiceOf({ language: shop.language, currency: receipt.currency })
  if (receipt.lines === 0) return nothingReply(receipt, voice)
  if (receipt.newLines < receipt.knownLines) return againReply(receipt, voice, { shop, now })
  const text = lines(
    voice.words.receipt.read(bold(voice.name(receipt.fileName))),
    bold(headline(receipt, voice)),
    listed(' · ', [
      receipt.span && daySpan(receipt.span, shop.language),
      receipt.branches > 0 ? voice.words.receipt.branches(receipt.branches) : null,
      receipt.products > 0 ? voice.words.receipt.products(receipt.products) : null,
    ]),
    refundLine(receipt, voice),
    unknownLine(receipt, voice),
    skippedLine(receipt, voice),
    receipt.knownLines > 0 ? voice.words.receipt.overlap(receipt.knownLines) : null,
    typedLines(receipt, voice),
    sharedLine(receipt, voice),
  )
  return textReply(text, choices(receipt, voice))
}

/** `1.284 penjualan, Rp 48.250.000`: to the last rupiah, so that it can be held against the till. */
const headline = (receipt: Receipt, voice: Voice): string => {
  const sales = voice.words.receipt.sales(receipt.lines - receipt.refundLines)
  if (receipt.revenue !== null) return `${sales}, ${voice.fullMoney(receipt.revenue)}`
  if (receipt.quantity === null) return sales
  return `${sales}, ${voice.words.receipt.items(voice.quantity(receipt.quantity))}`
}

const refundLine = (receipt: Receipt, voice: Voice): string | null => {
  const { gross, refunds, refundLines } = receipt
  if (refundLines === 0) return null
  if (gross === null || refunds === null) return voice.words.receipt.refundRows(refundLines)
  return voice.words.receipt.refunds(voice.fullMoney(gross), voice.fullMoney(refunds), refundLines)
}

/** What this file cannot tell is said once, here, and never shown as 0. */
const unknownLine = (receipt: Receipt, { words }: Voice): string | null => {
  if (!receipt.hasMoney) return words.receipt.noMoney
  return receipt.hasQuantity ? null : words.receipt.noQuantity
}

const skippedLine = (receipt: Receipt, voice: Voice): string => {
  const { receipt: words, problems } = voice.words
  const { skipped, totalRows } = receipt
  const count = skippedRows(receipt)
  const reasons = skipped
    .map(({ reason, count: each }) =>
      skipped.length === 1 ? problems[reason] : words.reason(each, problems[reason]),
    )
    .join(', ')
  return listed(', ', [
    count > 0 ? words.skipped(count, reasons) : null,
    totalRows > 0 ? words.totals(totalRows) : null,
  ])
}

const skippedRows = ({ skipped }: Receipt): number =>
  skipped.reduce((sum, { count }) => sum + count, 0)

/** Sales on top of sales of the same day: right for a later export, wrong for a corrected one. */
const sharedLine = ({ sharedDays }: Receipt, { words }: Voice): string | null =>
  sharedDays === 0 ? null : words.receipt.shared(sharedDays)

/** What was typed before the file came: counted once where the file has it, asked about where it has not. */
const typedLines = ({ typed }: Receipt, { words }: Voice): string => {
  const { replaced, kept } = typed ?? { replaced: 0, kept: 0 }
  return lines(
    replaced > 0 ? words.sold.typedReplaced(words.receipt.sales(replaced)) : null,
    kept > 0 ? words.sold.typedKept(words.receipt.sales(kept)) : null,
  )
}

const replaceChoice = ({ uploadId, sharedDays, typed }: Receipt, { words }: Voice): Choice[] =>
  sharedDays === 0 && (typed?.kept ?? 0) === 0
    ? []
    : [{ id: `replace:${uploadId}`, title: words.buttons.replaceDays }]

const choices = (receipt: Receipt, voice: Voice): Choice[] => {
  const { words } = voice
  const skipped = skippedRows(receipt)
  const rows: Choice[] =
    skipped > 0 ? [{ id: `rows:${receipt.uploadId}`, title: words.seeRows(skipped) }] : []
  const replace = replaceChoice(receipt, voice)
  return [
    { id: 'summary', title: words.buttons.summary },
    // Three buttons at most, and a possible double count matters more than skipped rows.
    ...(replace.length > 0 ? replace : rows),
    { id: `undo:${receipt.uploadId}`, title: words.buttons.undoFile },
  ]
}

/** Mostly known lines: the same file again, perhaps a little longer than last time. */
const againReply = (
  receipt: Receipt,
  voice: Voice,
  { shop, now }: { readonly shop: Shop; readonly now: number },
): Reply => {
  const { words } = voice
  const when = receipt.earlierAt === null ? null : earlier(receipt.earlierAt, now, shop)
  const added = receipt.newLines > 0 ? words.receipt.added(receipt.newLines) : null
  const undo: Choice = { id: `undo:${receipt.uploadId}`, title: words.buttons.undo }
  const uploads: Choice = { id: 'uploads', title: words.buttons.uploads }
  const said = listed(' ', [knownText(receipt, when, voice), added])
  return textReply(lines(said, typedLines(receipt, voice), sharedLine(receipt, voice)), [
    { id: 'summary', title: words.buttons.summary },
    ...replaceChoice(receipt, voice),
    // Nothing came in, so there is nothing of this file to undo.
    receipt.newLines > 0 ? undo : uploads,
  ])
}

/** Without a time the lines came with several earlier files. */
const knownText = (receipt: Receipt, when: string | null, { words }: Voice): string => {
  if (when !== null) return words.receipt.again(when)
  return receipt.newLines === 0 ? words.receipt.allKnown : words.receipt.overlap(receipt.knownLines)
}

const nothingReply = (receipt: Receipt, voice: Voice): Reply => {
  const { words } = voice
  return textReply(
    lines(
      words.receipt.nothing(bold(voice.name(receipt.fileName))),
      skippedLine(receipt, voice),
      words.receipt.nothingNext,
    ),
    [
      ...choices(receipt, voice).filter(({ id }) => id.startsWith('rows:')),
      { id: 'export-help', title: words.buttons.exportHelp },
    ],
  )
}

/** Within this time people say `just now`, whatever the clock shows. */
const JUST_NOW_MS = 15 * 60_000

/** From which hour on each word of the day is used, as Indonesians divide it. */
const HOURS = [
  { from: 0, word: 'earlyToday' },
  { from: 4, word: 'morning' },
  { from: 11, word: 'midday' },
  { from: 15, word: 'afternoon' },
  { from: 18, word: 'evening' },
] as const

/** `tadi pagi`, `kemarin`, `hari Selasa 31 Mar`, on the shop's own wall clock. */
const earlier = (at: number, now: number, shop: Shop): string => {
  const { when } = voiceOf(shop).words
  if (now - at < JUST_NOW_MS) return when.justNow
  const [then, today] = [wallClock(at, shop.timeZone), wallClock(now, shop.timeZone).day]
  if (then.day === addDays(today, -1)) return when.yesterday
  if (then.day !== today) return when.on(longDay(then.day, shop.language))
  const part = HOURS.findLast(({ from }) => then.minute >= from * 60)
  return when[part?.word ?? 'earlyToday']
}
