import type { Day, Span } from '../sales/day.ts'
import type { Language } from '../sales/shop.ts'
import type { Sums } from '../sales/totals.ts'

/**
 * What analytics finds, as plain data: quantities in thousandths, money in minor units, shares and
 * changes as ratios (0.12 is 12 %). Replies and charts put it into words and pictures.
 */

/** The rows behind an answer; every answer ends with it. */
export type Basis = {
  readonly span: Span
  readonly lines: number
  readonly branches: number
  /** Minutes since midnight of the last line of the last day; null without times. */
  readonly asOfMinute: number | null
}

/** How a figure stands against the right thing. */
export type Comparison = {
  /** `weekday`: the median of the same weekdays before. `previous`: the span of equal length before. */
  readonly kind: 'weekday' | 'previous'
  readonly expected: number
  /** (actual - expected) / expected. */
  readonly change: number
  /** Days the expectation rests on. */
  readonly days: number
  /** Of an unfinished period only the part up to this day is compared. */
  readonly until?: Day
}

export type NamedSum = {
  readonly name: string
  readonly quantity: number
  readonly revenue: number
}

export type Share = { readonly name: string; readonly revenue: number; readonly share: number }

export type Trend = {
  readonly direction: 'up' | 'down' | 'flat'
  /** Last 28 open days against the 28 before, weekday-balanced. */
  readonly change: number
  /** Mann-Kendall p of the weekly sums. */
  readonly p: number
}

export type Summary = {
  readonly span: Span
  readonly sums: Sums
  readonly receipts: number | null
  /** False while the day or period still runs: then it is stated, never judged. */
  readonly complete: boolean
  readonly comparison: Comparison | null
  readonly bestSeller: NamedSum | null
  readonly bestByRevenue: NamedSum | null
  /** The product that gained most units against its usual; null when nothing rose. */
  readonly rising: {
    readonly name: string
    readonly quantity: number
    readonly gain: number
  } | null
  /** Sold before, quiet now. `quietDays` open days since its last sale, 0 when it merely sells little. */
  readonly slowMover: {
    readonly name: string
    readonly quietDays: number
    readonly quantity28: number
  } | null
  /** Largest first; empty when the file names no branches. */
  readonly branches: readonly Share[]
  /** Favourite colour, size or flavour by units over the last 28 days. */
  readonly favouriteVariant: {
    readonly name: string
    readonly quantity: number
    readonly share: number
  } | null
  readonly trend: Trend | null
  readonly basis: Basis
}

/** One figure with its 80 % range; quantities in thousandths or minor units, as the series was. */
export type Range = { readonly likely: number; readonly low: number; readonly high: number }

export type ForecastDay = Range & { readonly day: Day }

export type ProductForecast = {
  readonly product: string
  readonly days: readonly ForecastDay[]
  /** `new`: under 14 open days, rough. `asleep`: stopped selling. `rare`: under 0.1 a day. */
  readonly class: 'regular' | 'new' | 'asleep' | 'rare'
  /** Its parts, largest first; only where several branches sell it. */
  readonly branches?: readonly { readonly branch: string; readonly days: readonly ForecastDay[] }[]
}

/** Why a day is foreseen otherwise than its weekday. Names in the shop's two languages where it has one. */
export type SpecialForecast = {
  readonly day: Day
  readonly kind:
    | 'told-closed'
    | 'told-open'
    | 'holiday-closed'
    | 'yearly-closed'
    | 'event'
    | 'occasion'
  readonly name: Readonly<Record<Language, string>> | null
  /** The owner's own words. */
  readonly note: string | null
  /** Times an ordinary day; 1 when nothing is known of such days, and for closed ones. */
  readonly factor: number
  /** No such day in the shop's past: the range is wider. */
  readonly isFirst: boolean
}

export type Forecast = {
  readonly from: Day
  /** Largest expected quantity first. */
  readonly products: readonly ProductForecast[]
  /** All products together, units. */
  readonly total: readonly ForecastDay[]
  /** Net money of the whole shop, minor units. */
  readonly revenue: readonly ForecastDay[]
  /**
   * How a forecast of a day that is over did. `kept`: it was said before that day; else the same method was
   * tried on the last trading day.
   */
  readonly score: {
    readonly day: Day
    readonly range: Range
    readonly actual: number
    readonly kept?: boolean
  } | null
  /** Weekdays learnt as closed. */
  readonly closedWeekdays: readonly number[]
  /** Days of the forecast that are not like their weekday, in order. */
  readonly special: readonly SpecialForecast[]
  /** Open days it rests on. */
  readonly openDays: number
  readonly basis: Basis
}

/** A day that broke its habit. */
export type Anomaly = {
  readonly day: Day
  /** `shop`: everything together. Otherwise the branch or product. */
  readonly scope:
    | { readonly kind: 'shop' }
    | { readonly kind: 'branch' | 'product'; readonly name: string }
  readonly direction: 'up' | 'down'
  /** True when nothing at all sold on a day that is usually open. */
  readonly zeroDay: boolean
  /** Net money of the day, minor units (thousandths of units where the files have no money). */
  readonly actual: number
  /** What that weekday usually brings: 80 % range and middle. */
  readonly usual: Range
  /** Robust z of the log residual. */
  readonly score: number
  readonly causes: readonly Cause[]
  /** True when the other branches stayed within their habit. */
  readonly othersNormal: boolean
  /** Present when this is no single day: `actual` and `usual` are then those of an average day since. */
  readonly lasting?: Lasting
}

/**
 * A change that stays. `slump`: a slow one, day by day too small to ring. `level`: a week of days far off
 * on one side, which from now on is the usual.
 */
export type Lasting = {
  readonly kind: 'slump' | 'level'
  readonly since: Day
  /** Trading days since then, the judged day included. */
  readonly days: number
}

/**
 * A part of the change, money. Three views that are never added to each other: slices (products, branches,
 * variants, or `everywhere`: nearly all of them alike, named after the one that moved most) whose shares
 * add up to at most 1 with the rest unnamed; number of buyers against money per buyer (`receipts` in
 * receipts, `basket` in minor units a receipt); units sold against the price of a unit (`volume`, `price`:
 * the day's goods at the prices of before, and at its own). The two shares of each pair add up to 1.
 */
export type Cause = {
  readonly kind:
    | 'product'
    | 'branch'
    | 'variant'
    | 'everywhere'
    | 'receipts'
    | 'basket'
    | 'volume'
    | 'price'
  /** Empty for the pairs. */
  readonly name: string
  /** The one variant of this product that moved; absent when it moved as a whole. */
  readonly variant?: string
  /** The one branch in which this product moved; absent when it moved everywhere. */
  readonly branch?: string
  readonly actual: number
  readonly expected: number
  /** Money of the change explained, minor units, signed. */
  readonly delta: number
  readonly share: number
}

/** Why a day or a period was not as usual. */
export type Explanation = {
  readonly span: Span
  /** Net money, minor units (thousandths of units where the files have no money). */
  readonly actual: number
  readonly expected: number
  /** (actual - expected) / expected. */
  readonly change: number
  /** Largest share first; empty when nothing stands out. */
  readonly causes: readonly Cause[]
  readonly basis: Basis
}

export type RestockItem = {
  readonly product: string
  /** The shop's own number of the product, for buttons; null when nobody asked with one. */
  readonly ref: number | null
  /** Protection period in days: delivery + days until the next order, cut by what it keeps. */
  readonly days: number
  readonly leadDays: number
  readonly reviewDays: number
  /** True when delivery or review days are our assumption, not the owner's word. */
  readonly assumed: boolean
  /** Days it keeps; null when it is not told. */
  readonly shelfDays: number | null
  /** Chance of not running out within `days`, and why this one. */
  readonly level: number
  readonly levelWhy: 'told' | 'perishable' | 'important' | 'normal'
  /** Mean demand over `days`, thousandths. */
  readonly expected: number
  /** Units to have for the protection period, from the cumulative forecast quantile; thousandths. */
  readonly toHave: number
  /** The same at other service levels, where the stock is not known. */
  readonly ladder: readonly { readonly level: number; readonly toHave: number }[]
  /** Mean expected demand a day, thousandths. */
  readonly perDay: number
  readonly lastDays: { readonly days: number; readonly quantity: number }
  /** Stock on hand when known; null: the owner has not told. */
  readonly onHand: number | null
  /** The part of it that will be sold before it spoils; null without stock. */
  readonly usable: number | null
  /** More went out than there was: the stock is not to be trusted. */
  readonly needsCount: boolean
  /** Ordered and not here yet. */
  readonly onOrder: number
  /** max(0, toHave - usable - onOrder). */
  readonly needed: number
  /** `needed` rounded up to whole units, packs and the least order. */
  readonly order: number
  /** The order in packs. */
  readonly packs: { readonly count: number; readonly name: string; readonly size: number } | null
  /** True when the least order decided. */
  readonly byMinimum: boolean
  /** True when a whole pack is more than sells before it spoils. */
  readonly overShelf: boolean
  /** Days the stock lasts at the forecast; null without stock. */
  readonly coverDays: number | null
  readonly class: ProductClass
  /** Days of the last 28 on which it was probably sold out; they do not pull the advice down. */
  readonly soldOutDays?: number
}

/** `abc` by money: the first 80 %, up to 95 %, the rest. `xyz` by how much a week's demand varies. */
export type ProductClass = {
  readonly abc: 'A' | 'B' | 'C'
  /** Null with under four weeks. */
  readonly xyz: 'X' | 'Y' | 'Z' | null
  readonly pattern: 'smooth' | 'erratic' | 'intermittent' | 'lumpy'
}

/** More on the shelf than sells in good time. */
export type Surplus = {
  readonly product: string
  readonly ref: number
  /** `dead`: nobody buys it. `markdown`: spoils before it is sold. `over`: lasts too long. */
  readonly kind: 'dead' | 'markdown' | 'over'
  readonly onHand: number
  /** Days it lasts at the forecast; null when it never runs out. */
  readonly coverDays: number | null
  /** Days since the last sale, or since it was counted when it never sold. */
  readonly quietDays: number
  /** Days it stays good from now; null when nobody told. */
  readonly shelfLeft: number | null
}

export type Restock = {
  /** Protection period in days where nothing else is told: lead time + review. */
  readonly days: number
  readonly serviceLevel: number
  /** The day the advice is for. */
  readonly orderDay: Day
  /** Days between the last known sales and the day of the order. */
  readonly staleDays: number
  /** First and last day of a count the advice rests on; null without any. */
  readonly counted: { readonly from: Day; readonly to: Day } | null
  readonly restock: readonly RestockItem[]
  readonly surplus: readonly Surplus[]
  /** Slowing products: order less or pause. */
  readonly reduce: readonly {
    readonly product: string
    readonly quantity28: number
    readonly quantityBefore28: number
    readonly quietDays: number
  }[]
  readonly basis: Basis
}
