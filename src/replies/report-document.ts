import type { FactsInput } from '../charts/facts.ts'
import { daySpan, shortDay } from '../i18n/numbers.ts'
import { cleanName } from '../sales/names.ts'
import type { Shop } from '../sales/shop.ts'
import { what } from './alert.ts'
import { measureOf } from './amount.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import type { Attachment, Choice, Reply } from './reply.ts'
import type { ReportFound } from './report-book.ts'
import { reportFacts } from './report-facts.ts'
import { ceiled } from './restock.ts'
import { comparisonLine, spanId, takings } from './summary.ts'
import { isolated, lines, listed, voiceOf } from './voice.ts'

export type DocumentKind = 'pdf' | 'xlsx'

/** The words under the document: the figure, what it means, what is inside, what it rests on. */
export const documentReply = (
  found: ReportFound,
  kind: DocumentKind,
  shop: Shop,
): Omit<Reply, 'attachment'> => {
  const voice = voiceOf(shop)
  const { words } = voice
  const { summary } = found
  const { document } = words
  const best = summary.bestSeller ?? summary.bestByRevenue
  const parts = [
    document.sheetSummary,
    document.sheetDays,
    document.sheetProducts,
    summary.branches.length > 0 ? document.sheetBranches : null,
    document.sheetAnomalies,
    document.sheetRestock,
  ]
  const title = document.title(voice.when(summary.span), takings(summary, voice))
  return {
    text: lines(
      `📋 ${bold(title)}`,
      comparisonLine(summary, shop),
      best && document.best(voice.name(best.name)),
      document.contains(listed(', ', parts).toLowerCase()),
      basisLine(summary.basis, shop, { withSpan: true }),
    ),
    choices: choices(found, kind, shop),
  }
}

/** The same report as the other kind of file, and where to look on. */
const choices = ({ summary }: ReportFound, kind: DocumentKind, shop: Shop): Choice[] => {
  const { buttons } = voiceOf(shop).words
  const span = spanId(summary.span)
  const other: Choice =
    kind === 'pdf'
      ? { id: `report:xlsx:${span}`, title: buttons.reportExcel }
      : { id: `report:pdf:${span}`, title: buttons.reportPdf }
  return [
    other,
    { id: `chart:hours:${span}`, title: buttons.chartHours },
    { id: 'restock', title: buttons.restock },
  ]
}

/** `Laporan 25-31 Mar 2026.pdf`. */
export const documentName = ({ summary }: ReportFound, kind: DocumentKind, shop: Shop): string =>
  `${voiceOf(shop).words.document.file(daySpan(summary.span, shop.language))}.${kind}`

export const MIME_TYPES: Readonly<Record<DocumentKind, Attachment['mimeType']>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Rows a page shows of a list; the sheet has them all. */
const ROWS_MAX = 16

/** The pages of words between the pictures: first the figures, at the end what is odd and what to order. */
export const documentPages = (
  found: ReportFound,
  shop: Shop,
  undrawable: ReadonlySet<string>,
): { readonly first: FactsInput; readonly last: readonly FactsInput[] } => {
  const voice = voiceOf(shop)
  const { document } = voice.words
  const { summary, anomalies, restock } = found
  const wanted = (restock?.restock ?? []).filter(({ order }) => ceiled(order) > 0)
  const drawn = (name: string, index: number): string =>
    undrawable.has(name)
      ? voice.words.pictures.numbered.product(index + 1)
      : isolated(cleanName(name))
  return {
    first: {
      headline: document.title(voice.when(summary.span), takings(summary, voice)),
      note: undrawable.has(shop.name) ? '' : isolated(cleanName(shop.name)),
      facts: reportFacts(found, shop).filter(
        ({ label }) => label !== document.shop && label !== document.period,
      ),
    },
    last: [
      {
        headline: document.sheetAnomalies,
        note: anomalies.length === 0 ? document.noAnomalies : '',
        facts: anomalies.slice(-ROWS_MAX).map((anomaly) => ({
          label: shortDay(anomaly.day, shop.language),
          value: what(anomaly, voice, measureOf(summary.sums)),
        })),
      },
      {
        headline: document.sheetRestock,
        note:
          wanted.length === 0 || restock === null
            ? document.noRestock
            : shortDay(restock.orderDay, shop.language),
        facts: wanted.slice(0, ROWS_MAX).map((item, index) => ({
          label: drawn(item.product, index),
          value: voice.whole(ceiled(item.order)),
        })),
      },
    ],
  }
}
