import type { Supply } from '../sales/supply.ts'
import type { Surplus } from './findings.ts'
import type { Outlook } from './forecast.ts'
import type { Week } from './history.ts'
import {
  COVER_DAYS_MAX,
  coverOf,
  type Goods,
  isPerishable,
  type OpenOn,
  shelfLeft,
} from './shelf.ts'

/** Two months without a sale: the money is better spent on something else. */
const DEAD_DAYS = 60
/** Perishables are past selling after twice their shelf life. */
const DEAD_SHELF_LIVES = 2
/** Overstock: lasts longer than two rounds of ordering and a month on top. */
const OVER_ROUNDS = 2
const OVER_DAYS = 30

type Told = {
  readonly outlooks: readonly Outlook[]
  readonly openOn: OpenOn
  /** Day number of the order. */
  readonly today: number
  /** Where nothing else is told. */
  readonly leadDays: number
  readonly reviewDays: number
}

/**
 * What lies on the shelf too long: dead stock (no sale in 60 days, perishables in twice their shelf
 * life), what spoils before it is sold, what lasts longer than 2 (L + R) + 30 days. Most left first.
 */
export const surplusOf = (
  goods: readonly (readonly [string, Goods])[],
  told: Told,
): readonly Surplus[] => {
  const weeks = new Map(told.outlooks.map(({ demand, week }) => [demand.product, week] as const))
  return goods
    .flatMap(([product, each]) => surplusIn(product, each, { ...told, week: weeks.get(product) }))
    .toSorted((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || b.onHand - a.onHand)
}

/** What spoils is told first. */
const KIND_ORDER: Readonly<Record<Surplus['kind'], number>> = { markdown: 0, dead: 1, over: 2 }

const surplusIn = (
  product: string,
  goods: Goods,
  { week, openOn, ...told }: Told & { readonly week: Week | undefined },
): Surplus[] => {
  const { stocked, supply } = goods
  const onHand = stocked?.onHand ?? 0
  if (stocked === null || onHand <= 0) return []
  const since = goods.lastSoldOn ?? stocked.counted?.day ?? told.today
  const found = {
    product,
    ref: goods.ref,
    onHand,
    coverDays: week === undefined ? null : coverOf(onHand, week, openOn),
    quietDays: Math.max(0, told.today - since),
    shelfLeft: isPerishable(supply) ? (shelfLeft(goods, told.today) ?? supply.shelfDays) : null,
  }
  if (found.quietDays >= deadAfter(supply)) return [{ ...found, kind: 'dead' }]
  // Without a forecast, or never sold and counted lately, nothing is known yet and nothing is said.
  if (week === undefined || goods.lastSoldOn === null) return []
  const lasts = found.coverDays ?? COVER_DAYS_MAX
  if (found.shelfLeft !== null && lasts > found.shelfLeft) return [{ ...found, kind: 'markdown' }]
  return lasts > overAfter(supply, told) ? [{ ...found, kind: 'over' }] : []
}

const deadAfter = (supply: Supply): number =>
  isPerishable(supply) ? DEAD_SHELF_LIVES * (supply.shelfDays ?? 0) : DEAD_DAYS

const overAfter = (supply: Supply, usual: Pick<Told, 'leadDays' | 'reviewDays'>): number =>
  OVER_ROUNDS * ((supply.leadDays ?? usual.leadDays) + (supply.reviewDays ?? usual.reviewDays)) +
  OVER_DAYS
