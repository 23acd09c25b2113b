import type { Anomaly, Restock, Summary } from '../analytics/findings.ts'
import { dayName, daySpan } from '../i18n/numbers.ts'
import type { Book, Cell, Sheet } from '../ingest/write-book.ts'
import type { Shop } from '../sales/shop.ts'
import { addSums, type BranchDay, NO_SUMS, type ProductSum, type Sums } from '../sales/totals.ts'
import { what } from './alert.ts'
import { measureOf } from './amount.ts'
import { type Pens, pensOf, widths } from './pens.ts'
import { reportFacts } from './report-facts.ts'
import { voiceOf } from './voice.ts'

/** Everything the document shows, of one span. */
export type ReportFound = {
  readonly summary: Summary
  readonly days: readonly BranchDay[]
  readonly products: readonly ProductSum[]
  readonly anomalies: readonly Anomaly[]
  readonly restock: Restock | null
}

/** The report as a workbook: one subject a sheet, real numbers, headings in the shop's language. */
export const reportBook = (found: ReportFound, shop: Shop): Book => {
  const { document } = voiceOf(shop).words
  const pens = pensOf(shop, measureOf(found.summary.sums))
  return {
    title: document.file(daySpan(found.summary.span, shop.language)),
    sheets: [
      summarySheet(found, shop, pens),
      daySheet(found, shop, pens),
      productSheet(found, shop, pens),
      ...(found.summary.branches.length > 0 ? [branchSheet(found, shop, pens)] : []),
      anomalySheet(found, shop, pens),
      restockSheet(found, shop, pens),
    ],
  }
}

const summarySheet = (found: ReportFound, shop: Shop, pens: Pens): Sheet => {
  const { document } = voiceOf(shop).words
  return {
    name: document.sheetSummary,
    columns: [{ width: 26 }, { width: 34 }],
    rows: [
      [document.item, document.value],
      ...reportFacts(found, shop).map(({ label, value, figure }) => [
        label,
        figure === undefined ? value : pens[figure.kind](figure.number),
      ]),
    ],
  }
}

const daySheet = ({ days }: ReportFound, shop: Shop, pens: Pens): Sheet => {
  const { document } = voiceOf(shop).words
  const byDay = [...Map.groupBy(days, ({ day }) => day)]
  const cells = (sums: Sums): Cell[] => [
    pens.count(sums.lines),
    pens.quantity(sums.quantity),
    ...moneyCells(sums, pens),
  ]
  const rows = byDay.map(([day, rowsOfDay]) => [
    { day },
    dayName(day, shop.language),
    ...cells(rowsOfDay.reduce(addSums, NO_SUMS)),
  ])
  const heads = [document.date, document.weekday, document.sales, document.quantity]
  return {
    name: document.sheetDays,
    columns: widths(14, 14, 12, 14, 18, 16, 18),
    hasTotal: true,
    rows: [
      [...heads, ...moneyHeads(shop, pens)],
      ...rows,
      [document.total, null, ...cells(days.reduce<Sums>(addSums, NO_SUMS))],
    ],
  }
}

const moneyCells = (sums: Sums, { money, hasMoney }: Pens): Cell[] =>
  hasMoney ? [money(sums.revenue + sums.refunds), money(-sums.refunds), money(sums.revenue)] : []

const moneyHeads = (shop: Shop, { hasMoney }: Pens): Cell[] => {
  const { document } = voiceOf(shop).words
  return hasMoney ? [document.gross, document.refunds, document.net] : []
}

const productSheet = ({ products, summary }: ReportFound, shop: Shop, pens: Pens): Sheet => {
  const { document } = voiceOf(shop).words
  const all = pens.hasMoney ? summary.sums.revenue : summary.sums.quantity
  const value = (sums: Sums) => (pens.hasMoney ? sums.revenue : sums.quantity)
  return {
    name: document.sheetProducts,
    columns: widths(36, 14, 18, 10, 14),
    rows: [
      [
        document.product,
        document.quantity,
        ...(pens.hasMoney ? [document.net] : []),
        document.share,
        document.lastSold,
      ],
      ...products.map((each) => [
        each.product,
        pens.quantity(each.quantity),
        ...(pens.hasMoney ? [pens.money(each.revenue)] : []),
        all === 0 ? null : pens.share(value(each) / all),
        { day: each.lastDay },
      ]),
    ],
  }
}

const branchSheet = ({ summary, days }: ReportFound, shop: Shop, pens: Pens): Sheet => {
  const { document } = voiceOf(shop).words
  const byBranch = Map.groupBy(days, ({ branch }) => branch ?? '')
  return {
    name: document.sheetBranches,
    columns: widths(30, 12, 14, 18, 16, 18, 10),
    rows: [
      [
        document.branch,
        document.sales,
        document.quantity,
        ...moneyHeads(shop, pens),
        document.share,
      ],
      ...summary.branches.map(({ name, share }) => {
        const sums = (byBranch.get(name) ?? []).reduce<Sums>(addSums, NO_SUMS)
        return [
          name,
          pens.count(sums.lines),
          pens.quantity(sums.quantity),
          ...moneyCells(sums, pens),
          pens.share(share),
        ]
      }),
    ],
  }
}

const anomalySheet = ({ anomalies, summary }: ReportFound, shop: Shop, pens: Pens): Sheet => {
  const voice = voiceOf(shop)
  const { document } = voice.words
  const rows = anomalies.map((anomaly) => [
    { day: anomaly.day },
    dayName(anomaly.day, shop.language),
    anomaly.scope.kind === 'shop' ? document.wholeShop : anomaly.scope.name,
    what(anomaly, voice, measureOf(summary.sums)),
    pens.amount(anomaly.actual),
    pens.amount(Math.round(anomaly.usual.low)),
    pens.amount(Math.round(anomaly.usual.high)),
  ])
  return {
    name: document.sheetAnomalies,
    columns: widths(14, 12, 24, 40, 18, 18, 18),
    rows: [
      [
        document.date,
        document.weekday,
        document.where,
        document.what,
        document.actual,
        document.low,
        document.high,
      ],
      ...(rows.length > 0 ? rows : [[document.noAnomalies]]),
    ],
  }
}

const restockSheet = ({ restock }: ReportFound, shop: Shop, pens: Pens): Sheet => {
  const { document } = voiceOf(shop).words
  const wanted = (restock?.restock ?? []).filter(({ order }) => order > 0)
  const rows = wanted.map((item) => [
    item.product,
    pens.quantity(item.order),
    item.onHand === null ? null : pens.quantity(item.onHand),
    pens.quantity(Math.round(item.perDay)),
    pens.count(item.days),
  ])
  return {
    name: document.sheetRestock,
    columns: widths(36, 14, 14, 16, 18),
    rows: [
      [document.product, document.order, document.onHand, document.perDay, document.days],
      ...(rows.length > 0 ? rows : [[document.noRestock]]),
    ],
  }
}
