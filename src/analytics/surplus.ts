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
  { today, openOn, week, ...usual }: Told & { readonly week: Week | undefined },
): Surplus[] => {
  const { stocked, supply } = goods
  const onHand = stocked?.onHand ?? 0
  if (stocked === null || onHand <= 0) return []
  const since = goods.lastSoldOn ?? stocked.counted?.day ?? today
  const found = {
    product,
    ref: goods.ref,
    onHand,
    coverDays: week === undefined ? null : coverOf(onHand, week, openOn),
    quietDays: Math.max(0, today - since),
    shelfLeft: isPerishable(supply) ? (shelfLeft(goods, today) ?? supply.shelfDays) : null,
  }
  const deadDays = isPerishable(supply) ? DEAD_SHELF_LIVES * (supply.shelfDays ?? 0) : DEAD_DAYS
  if (found.quietDays >= deadDays) return [{ ...found, kind: 'dead' }]
  const lasts = found.coverDays ?? COVER_DAYS_MAX
  // Never sold and counted lately: nothing is known yet, so nothing is said.
  if (goods.lastSoldOn === null) return []
  if (found.shelfLeft !== null && lasts > found.shelfLeft) return [{ ...found, kind: 'markdown' }]
  const rounds = (supply.leadDays ?? usual.leadDays) + (supply.reviewDays ?? usual.reviewDays)
  return lasts > OVER_ROUNDS * rounds + OVER_DAYS ? [{ ...found, kind: 'over' }] : []
}
