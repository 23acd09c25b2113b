import type { Day } from '../../sales/day.ts'
import type { Dimension, Metric } from './plan.ts'
import { isRanked, type Slots } from './slots.ts'

/** More special metrics first: `nilai transaksi` speaks of transactions too. */
const METRIC_ORDER: readonly Metric[] = [
  'units_per_order',
  'aov',
  'avg_price',
  'products_sold',
  'reorder_qty',
  'stock_on_hand',
  'anomalies',
  'transactions',
  'units',
  'revenue',
  'summary',
]

/** `rata-rata transaksi per hari` counts visits. */
const OF_TIME: ReadonlySet<Dimension> = new Set(['day', 'weekday', 'hour', 'week', 'month'])

const GOODS: ReadonlySet<Dimension> = new Set(['product', 'color', 'category'])

/** The metric that the words of a question mean; `today` tells what lies ahead. */
export const metricOf = (slots: Slots, today: Day): Metric => {
  const { marks } = slots
  const said = isStockOfOne(slots)
    ? 'stock_on_hand'
    : METRIC_ORDER.find((metric) => slots.metrics.includes(metric))
  const lies = slots.times.some(({ time }) => time.from > today)
  // `kira-kira omzet kemarin berapa`: about so much, of days that are over.
  const isAbout = marks.has('about') && slots.times.length > 0 && !lies && areOver(slots, today)
  const isOfNow = said === 'reorder_qty' || said === 'stock_on_hand' || said === 'anomalies'
  if (!isOfNow && !isAbout && (marks.has('forecast') || lies))
    return said === 'revenue' ? 'forecast_revenue' : 'forecast_units'
  const ratio = perOrder(slots, said)
  if (ratio !== null) return ratio
  if (said === 'summary' && slots.metrics.length > 1)
    return slots.metrics.find((m) => m !== 'summary') ?? said
  if (said !== undefined && !(said === 'summary' && asksMore(slots))) return said
  if (marks.has('price')) return 'avg_price'
  if (marks.has('busy')) return 'transactions'
  // Not one sold: things are counted, wherever and whenever.
  if (marks.has('nothing')) return 'units'
  return marks.has('sold') ? soldAs(slots) : unsaid(slots)
}

const areOver = ({ times }: Slots, today: Day): boolean =>
  times.every(({ time }) => time.to < today)

/** `stok mawar merah habis gak`: of a thing that was named, what is left is told. */
const isStockOfOne = ({ metrics, filters, marks }: Slots): boolean =>
  metrics.includes('stock_on_hand') &&
  metrics.includes('reorder_qty') &&
  filters.some(({ dimension, op }) => dimension === 'product' && op !== 'not') &&
  !marks.has('how_much')

/** `rata-rata item tiap transaksi`, `omzet per nota`; `rata-rata transaksi per hari` counts visits. */
const perOrder = (slots: Slots, said: Metric | undefined): Metric | null => {
  const { metrics } = slots
  // `top products by number of orders` ranks by them.
  const isMean =
    (slots.marks.has('per') && !isRanked(slots) && slots.having === null) ||
    slots.aggregations.includes('avg')
  const isOfOrders = said === 'aov' || (isMean && metrics.includes('transactions'))
  if (!isOfOrders || said === 'units_per_order') return null
  if (metrics.includes('units') || countsGoods(slots)) return 'units_per_order'
  if (said !== 'aov') return metrics.includes('revenue') ? 'aov' : null
  const isByTime = slots.dimensions.some(({ dimension, split }) => split && OF_TIME.has(dimension))
  return isByTime ? 'transactions' : null
}

/** `beli berapa item`, `how many products`. */
const countsGoods = ({ dimensions }: Slots): boolean =>
  dimensions.some(({ dimension, split }) => dimension === 'product' && !split)

/** `gimana penjualan mawar` asks about roses, `how was it against last week` for a figure: no summary. */
const asksMore = (slots: Slots): boolean =>
  slots.aggregations.length > 0 ||
  slots.filters.length > 0 ||
  (['sold', 'versus', 'last_year', 'week_ago', 'month_ago', 'earlier'] as const).some((mark) =>
    slots.marks.has(mark),
  )

/** Goods that are asked for; `everything but roses` is the shop. */
const hasGoods = (slots: Slots): boolean =>
  slots.filters.some(({ dimension, op }) => GOODS.has(dimension) && op !== 'not') ||
  slots.dimensions.some(({ dimension }) => GOODS.has(dimension))

const isOfNamedGoods = ({ filters }: Slots): boolean =>
  filters.some(({ dimension, op }) => GOODS.has(dimension) && op !== 'not')

/** `produk di atas 1 juta`: nobody counts so many things. */
export const isBoundOfMoney = ({ having }: Slots): boolean =>
  having !== null && having.value >= MONEY_FROM
const MONEY_FROM = 100_000

/** `best seller per branch` ranks goods: the branches are only the rows of it. */
const isPlaceOrTime = (slots: Slots): boolean => {
  const { dimensions, bestSeller } = slots
  const hasOwn = bestSeller || dimensions.some(({ each }) => !each)
  const isRow = (each: boolean) => each && hasOwn && isRanked(slots)
  return dimensions.some(({ dimension, each }) => !GOODS.has(dimension) && !isRow(each))
}

/** `how much did we sell` is money; things sold are counted, and so are goods that have a name. */
const soldAs = (slots: Slots): Metric => {
  const isListed = slots.aggregations.includes('list') && !isPlaceOrTime(slots)
  if (isBoundOfMoney(slots)) return 'revenue'
  if (slots.marks.has('how_many') || hasGoods(slots) || isListed) return 'units'
  const isOfPlaces = isPlaceOrTime(slots) || slots.pair?.dimension === 'branch'
  const isPlain =
    slots.dimensions.length + slots.filters.length + slots.aggregations.length === 0 &&
    slots.having === null
  const isOfMoney = isPlain || slots.marks.has('how_much') || slots.aggregations.includes('explain')
  return isOfMoney || isOfPlaces ? 'revenue' : 'units'
}

/** Goods are ranked by what went over the counter, places and days by what they brought in. */
const unsaid = (slots: Slots): Metric => {
  // `quantas rosas por loja`: things are counted, whatever they are split by.
  if (slots.marks.has('how_many') && isOfNamedGoods(slots)) return 'units'
  if (isBoundOfMoney(slots)) return 'revenue'
  // `menos de 10 tulipanes al dia`: the bound counts what is named.
  if (slots.having !== null && isOfNamedGoods(slots)) return 'units'
  if (isPlaceOrTime(slots)) return 'revenue'
  const isCounted = isRanked(slots) || slots.marks.has('how_many') || slots.having !== null
  if (isCounted || slots.aggregations.includes('latest')) return 'units'
  const asksCount =
    slots.marks.has('how_much') && hasGoods(slots) && !slots.aggregations.includes('share')
  return asksCount ? 'units' : 'revenue'
}
