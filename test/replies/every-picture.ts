import { hourHabit } from '../../src/analytics/hours.ts'
import { hoursPicture, noHoursReply } from '../../src/replies/hours-picture.ts'
import { overviewPicture } from '../../src/replies/overview-picture.ts'
import type { Picture, PictureFrame } from '../../src/replies/picture.ts'
import { branchesPicture, productsPicture } from '../../src/replies/ranking-picture.ts'
import type { Reply } from '../../src/replies/reply.ts'
import type { ReportFound } from '../../src/replies/report-book.ts'
import {
  type DocumentKind,
  documentName,
  documentReply,
} from '../../src/replies/report-document.ts'
import { trendPicture } from '../../src/replies/trend-picture.ts'
import { day, daysOf, weekdayOf } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import type { HourSum } from '../../src/sales/totals.ts'
import { aForecast, aMonth, anAnomaly, aRestock, march, pieces, rupiah } from './findings.ts'

/** The captions of every kind of picture, for the flower shop of findings.ts. */

const attachment = {
  kind: 'image',
  mimeType: 'image/png',
  fileName: 'chart.png',
  bytes: new Uint8Array(1),
} as const

const withPicture = (picture: Picture<unknown> | null): Reply => {
  if (picture === null) throw new Error('the picture of an example is missing')
  return { ...picture.reply, attachment }
}

const aFrame = (shop: Shop, change: Partial<PictureFrame> = {}): PictureFrame => ({
  shop,
  asked: null,
  undrawable: new Set(),
  hasBranches: true,
  ...change,
})

/** Busy after school and on Saturdays, from 8.00 to 20.00. */
const hourSums: readonly HourSum[] = daysOf({
  from: day('2026-02-04'),
  to: day('2026-03-31'),
}).flatMap((each) =>
  Array.from({ length: 12 }, (_, i) => {
    const hour = i + 8
    const lines = Math.round((weekdayOf(each) === 6 ? 9 : 4) * Math.exp(-((hour - 16) ** 2) / 12))
    return {
      day: each,
      hour,
      lines,
      quantity: pieces(lines * 2),
      revenue: rupiah(lines * 55_000),
    }
  }),
)

const hoursBasis = {
  span: { from: day('2026-02-04'), to: day('2026-03-31') },
  lines: 1284,
  branches: 2,
  asOfMinute: null,
}

const hoursFound = (measure: 'revenue' | 'quantity' | 'lines') => {
  const habit = hourHabit(hourSums, measure, 0)
  if (habit === null) throw new Error('the hours of the example are missing')
  return { habit, measure, basis: hoursBasis }
}

const sold = [
  ['Mawar Merah', 380, 5_700_000],
  ['Buket Wisuda', 96, 14_400_000],
  ['玫瑰花束', 61, 3_050_000],
  ['Lily Putih', 12, 420_000],
] as const

const someProducts = sold.map(([name, count, money]) => ({
  name,
  quantity: pieces(count),
  revenue: rupiah(money),
}))

const parts = (names: readonly string[]) =>
  names.map((name, i) => ({
    name,
    revenue: rupiah(20_000_000 / (i + 1)),
    quantity: pieces(600 / (i + 1)),
  }))

const anOverview = () => ({
  months: [
    { month: day('2026-01-01'), partial: true, revenue: rupiah(9_300_000), quantity: pieces(310) },
    {
      month: day('2026-02-01'),
      partial: false,
      revenue: rupiah(51_200_000),
      quantity: pieces(1710),
    },
    {
      month: day('2026-03-01'),
      partial: false,
      revenue: rupiah(48_250_000),
      quantity: pieces(1640),
    },
  ],
  branches: parts(['Dago', 'Setiabudi']),
  variants: parts(['merah', 'putih', 'pink']),
  products: parts(['Mawar Merah', 'Buket Wisuda', '玫瑰花束', 'Lily Putih']),
  variantHeading: 'Warna',
  hasMoney: true,
  hasQuantity: true,
  basis: {
    span: { from: day('2026-01-20'), to: march.to },
    lines: 3412,
    branches: 2,
    asOfMinute: 1260,
  },
})

const aTrend = () => ({
  days: daysOf(march).map((each, i) => ({
    day: each,
    value: rupiah(1_000_000 + 30_000 * (i % 7)),
  })),
  anomalies: [anAnomaly()],
  fan: aForecast().revenue,
})

/** March as a document: two branches, a day of refunds, an odd day, three things to order. */
export const aReport = (change: Partial<ReportFound> = {}): ReportFound => ({
  summary: aMonth(),
  days: daysOf(march).flatMap((each, i) =>
    ['Dago', 'Setiabudi'].map((branch) => ({
      day: each,
      branch,
      lines: 20,
      quantity: pieces(30),
      revenue: rupiah(700_000 - (i === 9 ? 100_000 : 0)),
      refundLines: i === 9 ? 1 : 0,
      refunds: rupiah(i === 9 ? 100_000 : 0),
      receipts: 18,
    })),
  ),
  products: someProducts.map(({ name, ...sums }) => ({
    ...sums,
    product: name,
    lines: 10,
    refundLines: 0,
    refunds: 0,
    firstDay: march.from,
    lastDay: march.to,
  })),
  anomalies: [anAnomaly()],
  restock: aRestock(),
  ...change,
})

const asDocument = (kind: DocumentKind, found: ReportFound, shop: Shop): Reply => ({
  ...documentReply(found, kind, shop),
  attachment: { ...attachment, kind: 'document', fileName: documentName(found, kind, shop) },
})

export const everyPicture: Readonly<Record<string, (shop: Shop) => Reply>> = {
  chart: (shop) => withPicture(trendPicture(aTrend(), aMonth(), aFrame(shop))),
  'chart-products': (shop) =>
    withPicture(productsPicture({ summary: aMonth(), sold: someProducts }, aFrame(shop))),
  'chart-products-undrawable': (shop) =>
    withPicture(
      productsPicture(
        { summary: aMonth(), sold: someProducts },
        aFrame(shop, { asked: march, undrawable: new Set(['玫瑰花束']), hasBranches: false }),
      ),
    ),
  'chart-branches': (shop) => withPicture(branchesPicture(aMonth(), aFrame(shop))),
  'chart-hours': (shop) => withPicture(hoursPicture(hoursFound('revenue'), aFrame(shop))),
  'chart-hours-units': (shop) => withPicture(hoursPicture(hoursFound('quantity'), aFrame(shop))),
  'chart-hours-sales': (shop) => withPicture(hoursPicture(hoursFound('lines'), aFrame(shop))),
  'chart-no-hours': noHoursReply,
  'report-pdf': (shop) => asDocument('pdf', aReport(), shop),
  'report-xlsx': (shop) => asDocument('xlsx', aReport({ anomalies: [], restock: null }), shop),
  'chart-overview': (shop) =>
    withPicture(overviewPicture(anOverview(), aFrame(shop, { undrawable: new Set(['玫瑰花束']) }))),
  'chart-overview-one-month': (shop) => {
    const only = anOverview().months.slice(-1)
    const bare = { branches: [], variants: [], variantHeading: null }
    return withPicture(overviewPicture({ ...anOverview(), ...bare, months: only }, aFrame(shop)))
  },
}
