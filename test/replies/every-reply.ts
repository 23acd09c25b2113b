import type {
  Forecast,
  ProductForecast,
  RestockItem,
  SpecialForecast,
  Surplus,
} from '../../src/analytics/findings.ts'
import type { Profit } from '../../src/analytics/profit.ts'
import type { Question, RefusalReason } from '../../src/ingest/reading.ts'
import { aiReply } from '../../src/replies/ai.ts'
import { alertGoneReply, alertLine, alertReply, labelledReply } from '../../src/replies/alert.ts'
import { alertLevelReply, alertsStoppedReply } from '../../src/replies/alert-level.ts'
import { branchesReply } from '../../src/replies/branches.ts'
import {
  forgottenReply,
  toldListReply,
  toldReply,
  unknownBranchReply,
  wasClosedReply,
} from '../../src/replies/days.ts'
import { digestLine, digestReply } from '../../src/replies/digest.ts'
import { forecastReply, tooLittleReply } from '../../src/replies/forecast.ts'
import {
  askStockReply,
  type GoodsProblem,
  noStockOfReply,
  orderedReply,
  stockListReply,
  stockOfReply,
  stockToldReply,
  stockUndoneReply,
  supplyReply,
  type ToldGoods,
  type ToldReplyParts,
} from '../../src/replies/goods.ts'
import { heardLine, typeItReply, unheardReply } from '../../src/replies/heard.ts'
import { exportHelpReply, helpReply, menuReply, sampleReply } from '../../src/replies/help.ts'
import { lowStockHeadline, lowStockMutedReply, lowStockReply } from '../../src/replies/low-stock.ts'
import { noCostReply, noDataForPeriodReply, noDataYetReply } from '../../src/replies/no-data.ts'
import { under } from '../../src/replies/people.ts'
import { productsReply } from '../../src/replies/products.ts'
import { costHowReply, profitReply } from '../../src/replies/profit.ts'
import { questionReply, whichWeekReply } from '../../src/replies/question.ts'
import { receiptReply } from '../../src/replies/receipt.ts'
import { refusedReply } from '../../src/replies/refused.ts'
import { reminderAnsweredReply, reminderLine, reminderReply } from '../../src/replies/reminder.ts'
import { type Reply, textReply } from '../../src/replies/reply.ts'
import { reportReply } from '../../src/replies/report.ts'
import { restockReply, restockWhyReply } from '../../src/replies/restock.ts'
import { rowsReply } from '../../src/replies/rows.ts'
import {
  digestSetReply,
  digestsEndedReply,
  quietSetReply,
  resumedReply,
  scheduleReply,
  stoppedReply,
} from '../../src/replies/schedule.ts'
import {
  languageChangedReply,
  languageQuestion,
  thanksReply,
} from '../../src/replies/small-talk.ts'
import { stockReply } from '../../src/replies/stock.ts'
import { summaryReply } from '../../src/replies/summary.ts'
import { withTaken } from '../../src/replies/taken.ts'
import {
  newTokenReply,
  noSuchTokenReply,
  tokenGoneReply,
  tokensFullReply,
  tokensReply,
} from '../../src/replies/token.ts'
import { setAsideReply, strangerReply } from '../../src/replies/trouble.ts'
import { unclearReply } from '../../src/replies/unclear.ts'
import { nothingToUndoReply, replacedReply, undoneReply } from '../../src/replies/undo.ts'
import { tooBigReply, unreadableReply } from '../../src/replies/unreadable.ts'
import { uploadsReply } from '../../src/replies/uploads.ts'
import { greetingReply, welcomeReply } from '../../src/replies/welcome.ts'
import { whyReply } from '../../src/replies/why.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { type Digest, QUIET_USUALLY } from '../../src/sales/speaking.ts'
import type { ToldDays } from '../../src/sales/told-day.ts'
import { aSupply, stockedAt } from '../support/restock.ts'
import { everyPicture } from './every-picture.ts'
import {
  aForecast,
  aMonth,
  anAnomaly,
  anExplanation,
  aRanking,
  aReceipt,
  aRestock,
  aSummary,
  hoursAgo,
  inBunches,
  march,
  now,
  pieces,
  problems,
  rupiah,
  today,
  uploads,
  withoutStock,
} from './findings.ts'
import { peopleReplies } from './people-replies.ts'
import { planReplies } from './plan-replies.ts'
import { soldReplies } from './sold-replies.ts'

const keptScore = {
  day: day('2026-03-26'),
  range: { likely: pieces(57), low: pieces(48), high: pieces(66) },
  actual: pieces(57),
  kept: true,
}
const ramadan = { en: 'Ramadan', id: 'Puasa', es: 'Ramadán', pt: 'Ramadã' }

const special = (
  kind: SpecialForecast['kind'],
  rest: Partial<SpecialForecast>,
): SpecialForecast => ({
  day: addDays(today, 1),
  kind,
  name: null,
  note: null,
  factor: 1,
  isFirst: false,
  ...rest,
})

const told = (kind: ToldDays['kind']): ToldDays => ({
  no: 7,
  span: { from: addDays(today, 1), to: addDays(today, 1) },
  branch: null,
  kind,
  note: null,
})

const aProductForecast = (kind: ProductForecast['class']): Forecast => {
  const whole = aForecast()
  const some = kind === 'asleep' ? 0 : 0.6
  const days = whole.total.map((each) => ({
    day: each.day,
    likely: each.likely * some,
    low: each.low * some,
    high: each.high * some,
  }))
  const branches = [
    { branch: 'Dago', days },
    { branch: 'Setiabudi', days },
  ]
  return aForecast({
    products: [{ product: 'Mawar Merah', class: kind, days, branches }],
    total: days,
    revenue: [],
    score: null,
  })
}

const contact = '+62 811-2233-4455'
const refusals: readonly RefusalReason[] = [
  'empty',
  'html-page',
  'pdf',
  'image',
  'spreadsheet',
  'archive',
  'binary',
  'no-header',
  'no-date-column',
  'no-sales-column',
  'not-sales',
  'purchases',
  'mixed-currencies',
  'too-big',
]
const dateOrder: Question = {
  kind: 'date-order',
  example: '03/04/2026',
  options: [
    { id: 'day-first', day: day('2026-04-03'), label: '3 April' },
    { id: 'month-first', day: day('2026-03-04'), label: '4 March' },
  ],
}
const missingDays = { from: day('2026-03-29'), to: day('2026-03-30') }
const aSlump = anAnomaly({
  scope: { kind: 'shop' },
  actual: rupiah(1_120_000),
  usual: { likely: rupiah(1_490_000), low: rupiah(1_400_000), high: rupiah(1_580_000) },
  causes: [],
  othersNormal: false,
  lasting: { kind: 'slump', since: day('2026-03-19'), days: 10 },
})
const alertTold = { alertId: 'a3', today, measure: 'money' } as const
const noAnomaly = { story: null, today, measure: 'money' } as const
const aProfit = (change: Partial<Profit> = {}): Profit => ({
  span: march,
  known: [
    { product: 'Buket Wisuda', profit: rupiah(1_950_000) },
    { product: 'Mawar Merah', profit: rupiah(1_280_000) },
  ],
  products: 2,
  unknown: null,
  revenue: rupiah(8_030_000),
  cost: rupiah(4_800_000),
  share: 1,
  lines: 812,
  ...change,
})
const thisMonth = { kind: 'month', span: march } as const
const roses = {
  name: 'Mawar Merah',
  stocked: stockedAt(pieces(40), 20_543, {
    counted: { quantity: pieces(120), day: 20_543, moment: 20_543 * 1440 + 600 },
    received: pieces(20),
    wasted: pieces(3),
    sold: pieces(97),
    onOrder: pieces(80),
  }),
}
const onTheShelf = [
  roses,
  { name: 'Lily Putih', stocked: stockedAt(0, 20_543, { needsCount: true }) },
  { name: 'Krisan Kuning', stocked: stockedAt(pieces(12), 20_544) },
  { name: 'Baby Breath', stocked: stockedAt(null, 20_544, { onOrder: pieces(14) }) },
]
const aTold = (change: Partial<ToldGoods>): ToldGoods => ({
  kind: 'count',
  scope: 'product',
  name: 'Mawar Merah',
  value: pieces(120),
  unit: null,
  packs: null,
  before: null,
  now: null,
  onOrder: 0,
  due: null,
  ...change,
})
const toldRoses = aTold({ packs: { count: 6000, name: 'ikat' }, before: pieces(84) })
const toldParts = (change: Partial<ToldReplyParts>): ToldReplyParts => ({
  told: [],
  problems: [],
  unread: [],
  day: null,
  today,
  minute: null,
  undoId: 'stock:undo:t',
  ...change,
})
const whichRoses: GoodsProblem = {
  kind: 'several',
  said: 'mawar',
  choices: [
    { name: 'Mawar Merah', id: 'stock:pick:count:5:::12' },
    { name: 'Mawar Putih', id: 'stock:pick:count:5:::13' },
  ],
  newId: null,
}
const tooMuch: readonly Surplus[] = [
  {
    product: 'Lily Putih',
    ref: 15,
    kind: 'markdown',
    onHand: pieces(30),
    coverDays: 9,
    quietDays: 0,
    shelfLeft: 4,
  },
  {
    product: 'Vas Keramik',
    ref: 16,
    kind: 'dead',
    onHand: pieces(12),
    coverDays: null,
    quietDays: 75,
    shelfLeft: null,
  },
]

/** Every reply there is, by the name of its approved text. */
const everyMorning: Digest = { kind: 'daily', minute: 480 }
const mondays: Digest = { kind: 'weekly', minute: 420, weekday: 1 }
const noNews = { variantHeading: null, event: null, low: [] }

const lowItem = (product: string, coverDays: number): RestockItem => {
  const [item] = aRestock().restock
  if (item === undefined) throw new Error('a restock of nothing')
  return { ...item, product, coverDays, onHand: coverDays === 0 ? 0 : pieces(40), days: 3 }
}

const runningLow = (): readonly [RestockItem, ...RestockItem[]] => [
  lowItem('Mawar Merah', 0),
  lowItem('Lily Putih', 1.2),
  lowItem('Buket Wisuda', 2.9),
  lowItem('Baby Breath', 2.9),
]

/** As a model would put it, checked. */
const REMARKS = {
  id: 'Pada Selasa 31 Mar penjualan turun 68% dari yang biasanya, terutama karena Buket Wisuda.',
  en: 'On Tuesday 31 Mar the sales were 68% below the usual, mostly because of Buket Wisuda.',
  es: 'En martes 31 mar las ventas bajaron 68% de lo habitual, sobre todo debido a Buket Wisuda.',
  pt: 'Em terça 31 mar as vendas caíram 68% do que é habitual, principalmente por causa de Buket Wisuda.',
} as const

const TOKENS = [
  {
    name: 'Kasir depan',
    createdAt: Date.UTC(2026, 2, 3),
    lastUsedAt: Date.UTC(2026, 2, 31),
    expiresAt: null,
  },
  {
    name: 'api',
    createdAt: Date.UTC(2026, 3, 1),
    lastUsedAt: null,
    expiresAt: Date.UTC(2026, 5, 30),
  },
]

export const everyReply: Readonly<Record<string, (shop: Shop) => Reply>> = {
  welcome: welcomeReply,
  greeting: greetingReply,
  receipt: (shop) => receiptReply(aReceipt(), shop, now),
  'receipt-refunds': (shop) =>
    receiptReply(
      aReceipt({
        lines: 1288,
        newLines: 1288,
        gross: rupiah(49_000_000),
        refunds: rupiah(750_000),
        refundLines: 4,
        skipped: [
          { reason: 'no-date', count: 8 },
          { reason: 'bad-number', count: 4 },
        ],
      }),
      shop,
      now,
    ),
  'receipt-no-money': (shop) =>
    receiptReply(
      aReceipt({
        revenue: null,
        gross: null,
        refunds: null,
        hasMoney: false,
        skipped: [],
        totalRows: 0,
        branches: 0,
      }),
      shop,
      now,
    ),
  'receipt-no-quantity': (shop) =>
    receiptReply(
      aReceipt({ quantity: null, hasQuantity: false, skipped: [], totalRows: 0 }),
      shop,
      now,
    ),
  'receipt-same-file': (shop) =>
    receiptReply(aReceipt({ newLines: 0, knownLines: 1284, earlierAt: hoursAgo(2) }), shop, now),
  'receipt-same-file-longer': (shop) =>
    receiptReply(aReceipt({ newLines: 3, knownLines: 1281, earlierAt: hoursAgo(2) }), shop, now),
  'receipt-overlap': (shop) =>
    receiptReply(aReceipt({ newLines: 1200, knownLines: 84, earlierAt: hoursAgo(30) }), shop, now),
  'receipt-correction': (shop) =>
    receiptReply(
      aReceipt({ newLines: 3, knownLines: 1281, sharedDays: 2, earlierAt: hoursAgo(2) }),
      shop,
      now,
    ),
  stock: (shop) => stockReply({ fileName: 'stok_maret.xlsx', products: 42, skipped: 2 }, shop),
  replaced: (shop) =>
    replacedReply(
      { fileName: 'penjualan_maret.csv', span: { from: day('2026-03-01'), to: day('2026-03-31') } },
      shop,
    ),
  'receipt-nothing': (shop) =>
    receiptReply(
      aReceipt({ lines: 0, newLines: 0, skipped: [{ reason: 'bad-date', count: 1296 }] }),
      shop,
      now,
    ),
  ...Object.fromEntries(
    refusals.map((reason) => [
      `refused-${reason}`,
      (shop: Shop) => refusedReply({ reason, fileName: 'laporan.pdf' }, shop),
    ]),
  ),
  'question-date-order': (shop) => questionReply(dateOrder, shop),
  'question-money-column': (shop) =>
    questionReply(
      {
        kind: 'money-column',
        example: '15.000',
        options: [
          { id: 'harga', label: 'harga' },
          { id: 'computed', label: 'jumlah × harga' },
        ],
      },
      shop,
    ),
  'question-sheet': (shop) =>
    questionReply(
      {
        kind: 'sheet',
        example: 'Maret',
        options: [
          { id: 'Maret', label: 'Maret' },
          { id: 'April', label: 'April' },
        ],
      },
      shop,
    ),
  'question-year': (shop) =>
    questionReply(
      {
        kind: 'year',
        example: '31/12',
        options: [
          { id: '2025', day: day('2025-12-31'), label: '2025' },
          { id: '2026', day: day('2026-12-31'), label: '2026' },
        ],
      },
      shop,
    ),
  'question-stated-total': (shop) => doubtQuestion('stated-total', '2.146.500 ≠ 1.129.500', shop),
  'question-repeated-sales': (shop) => doubtQuestion('repeated-sales', 'R17', shop),
  'question-running-total': (shop) => doubtQuestion('running-total', 'Omzet', shop),
  'question-odd-lines': (shop) => doubtQuestion('odd-lines', 'Bayar hutang Bu Sri', shop),
  'question-many-skipped': (shop) => doubtQuestion('many-skipped', '43/127', shop),
  'question-sales-or-stock': (shop) =>
    questionReply(
      {
        kind: 'sales-or-stock',
        example: 'qty',
        options: [
          { id: 'sales', label: 'Sales' },
          { id: 'stock', label: 'Stock' },
        ],
      },
      shop,
    ),
  summary: (shop) => summaryReply(aSummary(), shop, shop.language === 'id' ? 'warna' : 'colour'),
  'summary-month': (shop) => summaryReply(aMonth(), shop),
  'summary-down': (shop) =>
    summaryReply(
      aSummary({
        comparison: { kind: 'weekday', expected: rupiah(1_990_000), change: -0.176, days: 8 },
        rising: null,
        favouriteVariant: null,
        branches: [],
        basis: { span: aSummary().span, lines: 61, branches: 0, asOfMinute: null },
      }),
      shop,
    ),
  'summary-running': (shop) =>
    summaryReply(
      aSummary({
        span: { from: today, to: today },
        complete: false,
        comparison: null,
        rising: null,
        basis: { span: { from: today, to: today }, lines: 61, branches: 2, asOfMinute: 600 },
      }),
      shop,
    ),
  'summary-no-money': (shop) =>
    summaryReply(
      aSummary({
        sums: { lines: 61, quantity: pieces(142), revenue: 0, refundLines: 0, refunds: 0 },
        comparison: { kind: 'weekday', expected: pieces(120), change: 0.183, days: 8 },
      }),
      shop,
    ),
  products: (shop) => productsReply(aRanking(), shop),
  'products-none': (shop) => productsReply(aRanking({ products: [] }), shop),
  branches: (shop) => branchesReply(aMonth(), shop),
  'branches-none': (shop) => branchesReply(aSummary({ branches: [] }), shop),
  forecast: (shop) => forecastReply(aForecast(), shop, { today, span: null }),
  'forecast-week': (shop) =>
    forecastReply(aForecast({ closedWeekdays: [7] }), shop, {
      today,
      span: { from: addDays(today, 1), to: addDays(today, 7) },
    }),
  'forecast-missed': (shop) =>
    forecastReply(
      aForecast({
        score: {
          day: day('2026-03-31'),
          range: { likely: pieces(57), low: pieces(48), high: pieces(66) },
          actual: pieces(80),
        },
        openDays: 9,
        basis: { ...aForecast().basis, span: { from: day('2026-03-22'), to: day('2026-03-31') } },
      }),
      shop,
      { today, span: null },
    ),
  'forecast-closed': (shop) =>
    forecastReply(aForecast({ closedWeekdays: [4] }), shop, { today, span: null }),
  'forecast-kept': (shop) =>
    forecastReply(aForecast({ score: keptScore }), shop, { today, span: null }),
  'forecast-event': (shop) =>
    forecastReply(
      aForecast({ special: [special('event', { note: 'wisuda', isFirst: true })] }),
      shop,
      {
        today,
        span: null,
      },
    ),
  'forecast-event-known': (shop) =>
    forecastReply(aForecast({ special: [special('event', { factor: 1.35 })] }), shop, {
      today,
      span: null,
    }),
  'forecast-first-ramadan': (shop) =>
    forecastReply(
      aForecast({ special: [special('occasion', { name: ramadan, isFirst: true })] }),
      shop,
      { today, span: null },
    ),
  'forecast-ramadan': (shop) =>
    forecastReply(
      aForecast({ special: [special('occasion', { name: ramadan, factor: 0.8 })] }),
      shop,
      { today, span: null },
    ),
  'forecast-told-closed': (shop) =>
    forecastReply(aForecast({ special: [special('told-closed', {})] }), shop, {
      today,
      span: null,
    }),
  'forecast-holiday': (shop) =>
    forecastReply(
      aForecast({
        special: [
          special('holiday-closed', {
            name: { en: 'Christmas Day', id: 'Natal', es: 'Navidad', pt: 'Natal' },
          }),
        ],
      }),
      shop,
      { today, span: null },
    ),
  'forecast-as-last-year': (shop) =>
    forecastReply(aForecast({ special: [special('yearly-closed', {})] }), shop, {
      today,
      span: null,
    }),
  'forecast-open-sunday': (shop) =>
    forecastReply(aForecast({ closedWeekdays: [4], special: [special('told-open', {})] }), shop, {
      today,
      span: null,
    }),
  'forecast-week-closed-day': (shop) =>
    forecastReply(
      aForecast({ special: [special('told-closed', { day: addDays(today, 3) })] }),
      shop,
      { today, span: { from: addDays(today, 1), to: addDays(today, 7) } },
    ),
  'forecast-product': (shop) =>
    forecastReply(aProductForecast('regular'), shop, {
      today,
      span: null,
      about: 'Mawar Merah',
    }),
  'forecast-product-week': (shop) =>
    forecastReply(aProductForecast('rare'), shop, {
      today,
      span: { from: addDays(today, 1), to: addDays(today, 60) },
      about: 'Mawar Merah',
    }),
  'forecast-product-asleep': (shop) =>
    forecastReply(aProductForecast('asleep'), shop, { today, span: null, about: 'Mawar Merah' }),
  'forecast-branch': (shop) =>
    forecastReply(aForecast({ score: null }), shop, { today, span: null, about: 'Dago' }),
  'days-closed': (shop) => toldReply(told('closed'), shop, today),
  'days-event': (shop) => toldReply({ ...told('event'), note: 'wisuda' }, shop, today),
  'days-open': (shop) => toldReply(told('open'), shop, today),
  'days-past': (shop) =>
    toldReply(
      { ...told('closed'), span: { from: day('2026-03-30'), to: day('2026-03-31') } },
      shop,
      today,
    ),
  'days-branch': (shop) => toldReply({ ...told('closed'), branch: 'Dago' }, shop, today),
  'days-forgotten': (shop) => forgottenReply(told('closed'), shop),
  'days-gone': (shop) => forgottenReply(null, shop),
  'days-list': (shop) =>
    toldListReply(
      [
        { ...told('event'), no: 9, branch: 'Dago', note: 'wisuda' },
        { ...told('closed'), span: { from: day('2026-04-10'), to: day('2026-04-12') } },
      ],
      shop,
    ),
  'days-list-empty': (shop) => toldListReply([], shop),
  'days-unknown-branch': (shop) => unknownBranchReply('dagu', ['Dago', 'Setiabudi'], shop),
  'days-no-branches': (shop) => unknownBranchReply('dagu', [], shop),
  'days-was-closed': (shop) => wasClosedReply(day('2026-03-31'), shop),
  'summary-event': (shop) => summaryReply(aSummary(), shop, 'warna', { note: 'wisuda' }),
  'forecast-too-little': tooLittleReply,
  restock: (shop) => restockReply(aRestock(), shop),
  'restock-no-stock': (shop) => restockReply(withoutStock(aRestock()), shop),
  'restock-enough': (shop) => restockReply(aRestock({ restock: [] }), shop),
  'restock-why': (shop) => restockWhyReply(aRestock(), shop),
  'restock-bunches': (shop) => restockReply(inBunches(), shop),
  'restock-why-bunches': (shop) => restockWhyReply(inBunches(), shop, 12),
  'restock-why-no-stock': (shop) => restockWhyReply(withoutStock(aRestock()), shop),
  'restock-surplus': (shop) => restockReply(aRestock({ surplus: tooMuch }), shop),
  'restock-stale': (shop) => restockReply(aRestock({ staleDays: 4 }), shop),
  'stock-told': (shop) => stockToldReply(toldParts({ told: [toldRoses] }), shop),
  'stock-told-times': (shop) => stockToldReply(toldParts({ told: [toldRoses], minute: 600 }), shop),
  'stock-told-several': (shop) =>
    stockToldReply(
      toldParts({
        told: [
          toldRoses,
          aTold({ kind: 'receive', name: 'Lily Putih', value: pieces(30), now: pieces(42) }),
          aTold({ kind: 'waste', name: 'Krisan Kuning', value: pieces(5), now: pieces(11) }),
          aTold({ kind: 'order', name: 'Baby Breath', value: pieces(80), due: day('2026-04-03') }),
        ],
        unread: ['besok libur'],
      }),
      shop,
    ),
  'stock-told-which': (shop) => stockToldReply(toldParts({ problems: [whichRoses] }), shop),
  'stock-told-unknown': (shop) =>
    stockToldReply(
      toldParts({
        problems: [{ ...whichRoses, kind: 'unknown', newId: 'stock:new:count:5:::Tulip' }],
      }),
      shop,
    ),
  'stock-told-pack': (shop) =>
    stockToldReply(
      toldParts({ problems: [{ kind: 'pack', name: 'Mawar Merah', pack: 'ikat' }] }),
      shop,
    ),
  'stock-told-branch': (shop) =>
    stockToldReply(
      toldParts({ problems: [{ kind: 'branch', branch: 'Dago', said: 'mawar di Dago' }] }),
      shop,
    ),
  'stock-told-terms': (shop) =>
    stockToldReply(
      toldParts({
        told: [
          aTold({ kind: 'lead', scope: 'shop', name: '', value: 3 }),
          aTold({ kind: 'pack', name: 'Mawar Merah', value: pieces(20), unit: 'ikat' }),
          aTold({ kind: 'shelf', name: 'Mawar Merah', value: 5 }),
          aTold({ kind: 'cost', name: 'Mawar Merah', value: rupiah(8000) }),
          aTold({ kind: 'minimum', name: 'Mawar Merah', value: pieces(40) }),
        ],
      }),
      shop,
    ),
  'stock-ask': (shop) => askStockReply(['Mawar Merah'], shop),
  'stock-list': (shop) => stockListReply(onTheShelf, { salesTo: day('2026-03-31'), shop }),
  'stock-of': (shop) => stockOfReply(roses, { salesTo: day('2026-03-31'), shop }),
  'stock-of-negative': (shop) =>
    stockOfReply(
      {
        name: 'Lily Putih',
        stocked: { ...roses.stocked, sold: pieces(150), onHand: 0, needsCount: true },
      },
      { salesTo: day('2026-03-31'), shop },
    ),
  'stock-of-unknown': (shop) => noStockOfReply('Lily Putih', shop),
  'stock-undone': (shop) =>
    stockUndoneReply([toldRoses, aTold({ kind: 'cost', name: 'Lily Putih', value: 12_000 })], shop),
  'stock-undone-nothing': (shop) => stockUndoneReply([], shop),
  ordered: (shop) =>
    orderedReply(
      [
        { name: 'Mawar Merah', quantity: pieces(160), due: day('2026-04-03') },
        { name: 'Baby Breath', quantity: pieces(14), due: day('2026-04-03') },
      ],
      { undoId: 'stock:undo:t', shop },
    ),
  'ordered-nothing': (shop) => orderedReply([], { undoId: 'stock:undo:t', shop }),
  supply: (shop) =>
    supplyReply(
      aSupply({
        leadDays: 2,
        pack: { size: pieces(20), name: 'ikat' },
        shelfDays: 5,
        cost: rupiah(8000),
      }),
      { name: 'Mawar Merah', shop },
    ),
  profit: (shop) => profitReply(aProfit(), thisMonth, shop),
  'profit-part': (shop) =>
    profitReply(
      aProfit({
        products: 12,
        share: 0.62,
        unknown: 'Anggrek Bulan',
        known: [...aProfit().known, { product: 'Krisan Kuning', profit: rupiah(-120_000) }],
      }),
      thisMonth,
      shop,
    ),
  'cost-how': (shop) => costHowReply('Mawar Merah', shop),
  'supply-shop': (shop) => supplyReply(aSupply(), { name: null, shop }),
  alert: (shop) => alertReply(anAnomaly(), shop, alertTold),
  'alert-up': (shop) =>
    alertReply(
      anAnomaly({
        scope: { kind: 'shop' },
        direction: 'up',
        actual: rupiah(2_950_000),
        causes: [],
      }),
      shop,
      alertTold,
    ),
  'alert-zero': (shop) =>
    alertReply(
      anAnomaly({ zeroDay: true, actual: 0, day: day('2026-03-29'), causes: [] }),
      shop,
      alertTold,
    ),
  'alert-several': (shop) =>
    alertReply(
      {
        ...anAnomaly(),
        also: [
          anAnomaly({
            scope: { kind: 'branch', name: 'Setiabudi' },
            direction: 'up',
            actual: rupiah(2_100_000),
          }),
          anAnomaly({ scope: { kind: 'product', name: 'Lily Putih' }, zeroDay: true, actual: 0 }),
        ],
      },
      shop,
      alertTold,
    ),
  'alert-slump': (shop) => alertReply(aSlump, shop, alertTold),
  'alert-level': (shop) =>
    alertReply(
      {
        ...aSlump,
        direction: 'up',
        actual: rupiah(2_900_000),
        scope: { kind: 'branch', name: 'Dago' },
        lasting: { kind: 'level', since: day('2026-03-24'), days: 7 },
      },
      shop,
      alertTold,
    ),
  'alert-line-slump': (shop) => textReply(alertLine(aSlump, shop, 'money')),
  'alert-units': (shop) =>
    alertReply(
      anAnomaly({
        actual: 21_000,
        usual: { likely: 60_000, low: 48_000, high: 72_000 },
        causes: [],
      }),
      shop,
      { ...alertTold, measure: 'units' },
    ),
  'alert-everywhere': (shop) =>
    alertReply(
      anAnomaly({
        causes: [
          {
            kind: 'everywhere',
            name: 'Mawar Merah',
            actual: rupiah(410_000),
            expected: rupiah(1_280_000),
            delta: rupiah(-870_000),
            share: 1,
          },
        ],
      }),
      shop,
      alertTold,
    ),
  'alerts-state': (shop) =>
    alertLevelReply({ level: 'usual', lately: 3, labelled: 5, useful: 4 }, shop),
  'alerts-less': (shop) =>
    alertLevelReply({ level: 'less', lately: 3, labelled: 5, useful: 4 }, shop, true),
  'alerts-off': (shop) =>
    alertLevelReply({ level: 'off', lately: 0, labelled: 0, useful: 0 }, shop, true),
  'alerts-stopped': (shop) => alertsStoppedReply({ labelled: 10, useful: 4 }, shop),
  schedule: (shop) => scheduleReply({ digests: [], quiet: QUIET_USUALLY, isHushed: false }, shop),
  'schedule-full': (shop) =>
    scheduleReply(
      {
        digests: [everyMorning, mondays],
        quiet: { from: 1320, to: 360, urgentAnyway: true },
        isHushed: false,
      },
      shop,
    ),
  'schedule-stopped': (shop) =>
    scheduleReply(
      { digests: [everyMorning], quiet: { from: 0, to: 0, urgentAnyway: false }, isHushed: true },
      shop,
    ),
  'schedule-set': (shop) =>
    digestSetReply(mondays, shop, { first: day('2026-04-06'), inQuiet: false }),
  'schedule-set-early': (shop) =>
    digestSetReply({ kind: 'daily', minute: 345 }, shop, {
      first: addDays(today, 1),
      inQuiet: true,
    }),
  'schedule-off': digestsEndedReply,
  'quiet-hours': (shop) => quietSetReply({ from: 1260, to: 360, urgentAnyway: false }, shop),
  'quiet-hours-urgent': (shop) => quietSetReply({ from: 1260, to: 360, urgentAnyway: true }, shop),
  'quiet-hours-off': (shop) => quietSetReply({ from: 0, to: 0, urgentAnyway: false }, shop),
  stopped: stoppedReply,
  resumed: resumedReply,
  digest: (shop) => digestReply(aSummary(), shop, { ...noNews, low: runningLow() }),
  'digest-week': (shop) => digestReply(aMonth(), shop, noNews),
  'digest-sent-early': (shop) =>
    digestReply(aSummary({ complete: false, comparison: null }), shop, noNews),
  'digest-template-sent-early': (shop) =>
    textReply(digestLine(aSummary({ complete: false, comparison: null }), shop)),
  'digest-template': (shop) => textReply(digestLine(aSummary(), shop)),
  'low-stock': (shop) => lowStockReply([lowItem('Mawar Merah', 1.4)], shop),
  'low-stock-several': (shop) => lowStockReply(runningLow(), shop),
  'low-stock-today': (shop) => lowStockReply([lowItem('Mawar Merah', 0.6)], shop),
  'low-stock-muted': lowStockMutedReply,
  'question-which-week': (shop) => whichWeekReply({ week: march, lastDays: march }, shop),
  'low-stock-template': (shop) => textReply(lowStockHeadline(lowItem('Mawar Merah', 2), shop)),
  reminder: (shop) => reminderReply({ askedOn: today, about: missingDays }, shop),
  'reminder-one-day': (shop) =>
    reminderReply({ askedOn: today, about: { from: missingDays.to, to: missingDays.to } }, shop),
  'reminder-line': (shop) => textReply(reminderLine(missingDays, shop)),
  'reminder-closed': (shop) => reminderAnsweredReply('closed', shop),
  'reminder-mute': (shop) => reminderAnsweredReply('mute', shop),
  'reminder-later': (shop) => reminderAnsweredReply('later', shop),
  'alert-missing': (shop) => labelledReply('missing', shop),
  'why-prices': (shop) =>
    whyReply(
      anExplanation({
        causes: [
          {
            kind: 'product',
            name: 'Mawar',
            variant: 'merah',
            actual: rupiah(310_000),
            expected: rupiah(620_000),
            delta: rupiah(-310_000),
            share: 0.55,
          },
          {
            kind: 'variant',
            name: 'putih',
            actual: rupiah(110_000),
            expected: rupiah(220_000),
            delta: rupiah(-110_000),
            share: 0.2,
          },
          {
            kind: 'volume',
            name: '',
            actual: rupiah(1_000_000),
            expected: rupiah(1_600_000),
            delta: rupiah(-600_000),
            share: 1.3,
          },
          {
            kind: 'price',
            name: '',
            actual: rupiah(1_140_000),
            expected: rupiah(1_000_000),
            delta: rupiah(140_000),
            share: -0.3,
          },
        ],
      }),
      shop,
    ),
  'alert-line': (shop) => textReply(alertLine(anAnomaly(), shop, 'money')),
  'alert-line-zero': (shop) =>
    textReply(alertLine(anAnomaly({ zeroDay: true, actual: 0 }), shop, 'money')),
  'alert-closed': (shop) => labelledReply('closed', shop),
  'alert-normal': (shop) => labelledReply('normal', shop),
  'alert-promo': (shop) => labelledReply('promo', shop),
  'alert-mute': (shop) => labelledReply('mute', shop),
  'alert-gone': alertGoneReply,
  ...everyPicture,
  report: (shop) =>
    reportReply(
      {
        ...noAnomaly,
        summary: aMonth(),
        restock: aRestock(),
        anomalies: [anAnomaly()],
        forecast: aForecast(),
      },
      shop,
    ),
  'report-little': (shop) =>
    reportReply(
      { ...noAnomaly, summary: aSummary(), restock: null, anomalies: [], forecast: null },
      shop,
    ),
  why: (shop) => whyReply(anExplanation(), shop),
  'why-remark': (shop) =>
    whyReply(anExplanation(), shop, {
      measure: 'money',
      remark: REMARKS[shop.language],
    }),
  'why-up': (shop) =>
    whyReply(
      anExplanation({
        actual: rupiah(1_640_000),
        expected: rupiah(1_460_000),
        change: 0.123,
        causes: [
          {
            kind: 'branch',
            name: 'Dago',
            actual: rupiah(990_000),
            expected: rupiah(870_000),
            delta: rupiah(120_000),
            share: 0.67,
          },
        ],
      }),
      shop,
    ),
  'why-flat': (shop) => whyReply(anExplanation({ actual: rupiah(1_267_000), change: -0.01 }), shop),
  'why-no-cause': (shop) => whyReply(anExplanation({ causes: [] }), shop),
  'why-unknown': (shop) => whyReply(null, shop),
  uploads: (shop) => uploadsReply(uploads, shop),
  'uploads-none': (shop) => uploadsReply([], shop),
  heard: (shop) => under(heardLine('omzet kemarin berapa ya', shop), noDataYetReply(shop)),
  'heard-type-it': (shop) => under(heardLine('hapus data', shop), typeItReply('hapus data', shop)),
  'unheard-off': (shop) => unheardReply('off', shop),
  'unheard-budget': (shop) => unheardReply('budget', shop),
  'unheard-too-long': (shop) => unheardReply('too-long', shop),
  'unheard-silent': (shop) => unheardReply('silent', shop),
  'unheard-failed': (shop) => unheardReply('failed', shop),
  'ai-on': (shop) => aiReply({ state: 'on', mayName: false }, shop),
  'ai-names': (shop) => aiReply({ state: 'on', mayName: true }, shop),
  'ai-off': (shop) => aiReply({ state: 'off', mayName: false }, shop),
  'ai-none': (shop) => aiReply({ state: 'none', mayName: false }, shop),
  taken: (shop) =>
    withTaken(
      noDataYetReply(shop),
      { taken: { asking: ['fulus'], ignored: ['sampeyan', 'kak'] }, metric: 'revenue' },
      shop,
    ),
  tokens: (shop) => tokensReply(TOKENS, shop),
  'tokens-none': (shop) => tokensReply([], shop),
  'token-sent-again': (shop) =>
    textReply(
      newTokenReply({ name: 'Kasir depan', secret: 'shopbell_gone', expiresAt: null }, shop)
        .keptAs ?? '',
    ),
  'token-new': (shop) =>
    newTokenReply(
      {
        name: 'Kasir depan',
        secret: `shopbell_${'Ab3_'.repeat(10)}xyz`,
        expiresAt: Date.UTC(2026, 5, 30),
      },
      shop,
    ),
  'token-gone': (shop) => tokenGoneReply('Kasir depan', shop),
  'token-unknown': (shop) => noSuchTokenReply(shop),
  'token-full': (shop) => tokensFullReply(20, shop),
  undo: (shop) =>
    undoneReply(
      { fileName: 'penjualan_maret.csv', lines: 1284, revenue: rupiah(48_250_000) },
      shop,
    ),
  'undo-nothing': (shop) => nothingToUndoReply(null, shop),
  'undo-already': (shop) => nothingToUndoReply('penjualan_maret.csv', shop),
  rows: (shop) =>
    rowsReply({ uploadId: 'u7', fileName: 'penjualan_maret.csv', problems, count: 12 }, shop),
  'rows-none': (shop) =>
    rowsReply({ uploadId: 'u7', fileName: 'penjualan_maret.csv', problems: [], count: 0 }, shop),
  'receipt-typed': (shop) => receiptReply(aReceipt({ typed: { replaced: 3, kept: 2 } }), shop, now),
  help: (shop) => helpReply(shop, contact),
  menu: (shop) => menuReply(shop),
  'export-help': exportHelpReply,
  sample: sampleReply,
  'language-question': languageQuestion,
  'language-changed': languageChangedReply,
  thanks: thanksReply,
  unclear: (shop) => unclearReply({ text: 'siapa presiden?', misses: 1, contact }, shop),
  'unclear-partly': (shop) =>
    unclearReply(
      {
        text: 'penjualan kaktus',
        misses: 1,
        contact,
        nearly: 'summary',
        unknown: ['kaktus'],
      },
      shop,
    ),
  'unclear-twice': (shop) => unclearReply({ text: 'hah', misses: 2, contact }, shop),
  'unclear-thrice': (shop) => unclearReply({ text: 'hah', misses: 3, contact }, shop),
  'unclear-no-contact': (shop) => unclearReply({ text: 'hah', misses: 3, contact: null }, shop),
  'unreadable-voice': (shop) => unreadableReply('voice', shop),
  'unreadable-other': (shop) => unreadableReply('other', shop),
  'too-big': tooBigReply,
  stranger: strangerReply,
  'set-aside': (shop) => setAsideReply({ attempts: 5, contact }, shop),
  'no-data-yet': noDataYetReply,
  'no-data-period': (shop) => noDataForPeriodReply({ from: today, to: today }, march, shop),
  'no-cost': (shop) =>
    noCostReply({ period: { kind: 'month', span: march }, units: rupiah(48_250_000) }, shop),
  ...peopleReplies,
  ...soldReplies,
  ...planReplies,
}

const doubtQuestion = (kind: Question['kind'], example: string, shop: Shop): Reply =>
  questionReply(
    {
      kind,
      example,
      options: [
        { id: 'once-1', label: 'once', says: 'once' },
        { id: 'leave-out-1', label: 'leave out', says: 'leave-out' },
        { id: 'count-1', label: 'count', says: 'count' },
      ],
    },
    shop,
  )
