import { z } from 'zod'
import { importReply, sameReceipt } from '../flow/commands/upload.ts'
import type { Imported } from '../flow/import.ts'
import { QUESTION_KINDS } from '../ingest/reading.ts'
import type { Receipt } from '../replies/receipt.ts'
import type { Reply } from '../replies/reply.ts'
import { majorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import type { StoredAnswer } from '../store/api-imports.ts'
import { errorPart, PROBLEM_CODES, PROBLEMS } from './problems.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day of the shop, YYYY-MM-DD.')
export const span = z.strictObject({ from: day, to: day }).describe('Both ends included.')
export const money = z
  .number()
  .nullable()
  .describe('In whole units of `currency` (15000 rupiah, 2.55 pounds); null when not in the file.')
export const count = z.number().int().min(0)
const text = z.string()

/** What every no carries. */
export const errorShape = z.strictObject({
  code: z.enum(PROBLEM_CODES).describe('Stable; for programs.'),
  message: text.describe('What happened.'),
  what_to_do: text,
})

export const problemShape = z.strictObject({ error: errorShape })

export const receiptShape = z.strictObject({
  uploadId: text.describe('The upload’s number in the shop, as in the chat’s list of files.'),
  fileName: text,
  span: span.nullable(),
  lines: count.describe('Sale and refund lines read.'),
  newLines: count.describe('Lines that count from now on.'),
  knownLines: count.describe('Lines that earlier files brought already.'),
  revenue: money.describe('Net of refunds.'),
  gross: money,
  refunds: money,
  refundLines: count,
  quantity: z.number().nullable(),
  currency: text.describe('ISO 4217.'),
  branches: count,
  products: count,
  skipped: z
    .array(z.strictObject({ reason: text, count }))
    .describe('Lines that could not become a sale, by reason.'),
  totalRows: count.describe('TOTAL rows, recognised and not counted.'),
  replaced: span
    .nullable()
    .describe('With mode=replace: on these days, in its branches, only this file counts now.'),
  text: text.describe('The receipt in the shop’s language.'),
})

export const stockShape = z.strictObject({
  kind: z.literal('stock'),
  products: count.describe('Products whose stock on hand was noted; nothing counts as sales.'),
  skipped: count.describe('Rows without product or number.'),
  text: text.describe('In the shop’s language.'),
})

export const questionShape = z.strictObject({
  kind: z.enum(QUESTION_KINDS),
  text,
  options: z.array(z.strictObject({ id: text, label: text })),
  error: errorShape,
})

export const refusalShape = z.strictObject({
  reason: text.describe('Stable; for programs.'),
  text: text.describe('In the shop’s language.'),
  error: errorShape,
})

export const readingImportShape = z.strictObject({
  id: text,
  state: z.literal('reading'),
  lines: count.describe('Lines staged so far.'),
})

export const settledImportShape = z.strictObject({
  id: text,
  state: z.literal('done'),
  lines: count,
  status: z.union([z.literal(200), z.literal(201)]),
  result: z.union([receiptShape, stockShape]),
})

export const failedImportShape = z.strictObject({
  id: text,
  state: z.literal('failed'),
  lines: count,
  status: z.number().int(),
  result: z.union([questionShape, refusalShape, problemShape]),
})

type Sent = {
  readonly shop: Shop
  readonly fileName: string
  readonly now: number
  readonly replaces?: boolean
}

/** What a file came to, for the sender: status and body. The words are those of the chat. */
export const answerTo = (
  imported: Imported,
  { shop, fileName, now, replaces = false }: Sent,
): StoredAnswer => {
  const shown =
    replaces && imported.kind === 'ready'
      ? { ...imported, receipt: alone(imported.receipt) }
      : imported
  const reply = importReply(shown, { shop, fileName, now })
  const words = unmarked(reply.text)
  switch (shown.kind) {
    case 'ready':
      return stored(201, receiptAnswer(shown.receipt, replaces, words))
    case 'same':
      return stored(200, receiptAnswer(sameReceipt(shown.upload), replaces, words))
    case 'stock':
      return stored(200, stockAnswer(shown, words))
    case 'question':
      return stored(PROBLEMS.question.status, questionAnswer(shown.question, reply))
    case 'refused':
      return stored(PROBLEMS.refused.status, refusalAnswer(shown.reason, words))
    case 'nothing':
      return stored(PROBLEMS.refused.status, refusalAnswer('no-readable-line', words))
  }
}

const stockAnswer = (
  { levels, problems }: Extract<Imported, { kind: 'stock' }>,
  words: string,
): z.infer<typeof stockShape> => ({
  kind: 'stock',
  products: levels.length,
  skipped: problems.length,
  text: words,
})

export const stored = (status: number, body: unknown): StoredAnswer => ({
  status,
  body: JSON.stringify(body),
})

/**
 * Bubbles mark words with `*`; elsewhere the marks would be litter. Names in them carry full-width
 * look-alikes (replies/mark.ts), which become themselves again.
 */
const unmarked = (bubble: string): string =>
  bubble.replaceAll('*', '').replace(/[＊＿～｀]/g, (mark) => mark.normalize('NFKC'))

/** A file that replaces its days shares no line with any other on them. */
const alone = (receipt: Receipt): Receipt => ({
  ...receipt,
  newLines: receipt.lines,
  knownLines: 0,
  sharedDays: 0,
  earlierAt: null,
})

const receiptAnswer = (
  receipt: Receipt,
  replaces: boolean,
  words: string,
): z.infer<typeof receiptShape> => {
  const major = (units: number | null) =>
    units === null ? null : majorUnits(units, receipt.currency)
  return {
    uploadId: receipt.uploadId,
    fileName: receipt.fileName,
    span: receipt.span,
    lines: receipt.lines,
    newLines: receipt.newLines,
    knownLines: receipt.knownLines,
    revenue: major(receipt.revenue),
    gross: major(receipt.gross),
    refunds: major(receipt.refunds),
    refundLines: receipt.refundLines,
    quantity: receipt.quantity === null ? null : receipt.quantity / QUANTITY_ONE,
    currency: receipt.currency,
    branches: receipt.branches,
    products: receipt.products,
    skipped: [...receipt.skipped],
    totalRows: receipt.totalRows,
    replaced: replaces ? receipt.span : null,
    text: words,
  }
}

const questionAnswer = (
  question: Extract<Imported, { kind: 'question' }>['question'],
  reply: Reply,
): z.infer<typeof questionShape> => ({
  kind: question.kind,
  text: unmarked(reply.text),
  options: question.options.map(({ id }, i) => ({
    id,
    label: unmarked(reply.choices[i]?.title ?? id),
  })),
  ...errorPart('question'),
})

const refusalAnswer = (reason: string, words: string): z.infer<typeof refusalShape> => ({
  reason,
  text: words,
  ...errorPart('refused'),
})
