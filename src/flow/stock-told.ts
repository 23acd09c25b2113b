import { capital } from '../i18n/capital.ts'
import { matchName } from '../intent/match-name.ts'
import type { StockSaying } from '../intent/stock-saying.ts'
import type { GoodsProblem, ToldGoods } from '../replies/goods.ts'
import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import { minorUnits } from '../sales/money.ts'
import { nameKey } from '../sales/names.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import type { EntryKind, EntryScope, Stocked } from '../sales/stock.ts'
import { leadDaysOf } from '../sales/supply.ts'
import type { NewEntry } from '../store/stock.ts'
import { type Named, type Stockroom, supplyIn } from './stock-insight.ts'

/** What of a message can be kept, and what has to be asked first. */
export type Resolved = {
  readonly told: readonly ToldGoods[]
  readonly entries: readonly NewEntry[]
  readonly problems: readonly GoodsProblem[]
  /** The day all counts of the message speak of; null for now. */
  readonly day: Day | null
}

/** A million of anything, or ten years, is a slip of the finger. */
const QUANTITY_MAX = 1_000_000
const DAYS_MAX = 3650
const MONEY_MAX = 1_000_000_000

/** Finds whose each saying is and turns it into what is kept: thousandths, days, minor units. */
export const resolve = (
  sayings: readonly StockSaying[],
  room: Stockroom,
  { shop, today }: { readonly shop: Shop; readonly today: Day },
): Resolved => {
  const found = sayings.map((saying) => resolveOne(saying, { room, shop, today }))
  return {
    told: found.flatMap(({ told }) => told ?? []),
    entries: found.flatMap(({ entry }) => entry ?? []),
    problems: found.flatMap(({ problem }) => problem ?? []),
    day: sayings.find(({ day }) => day !== null)?.day ?? null,
  }
}

type Found = {
  readonly told?: ToldGoods
  readonly entry?: NewEntry
  readonly problem?: GoodsProblem
}

type Where = { readonly room: Stockroom; readonly shop: Shop; readonly today: Day }

const resolveOne = (saying: StockSaying, where: Where): Found => {
  const { room } = where
  if (saying.name === '') return settled(saying, { scope: 'shop', thing: null }, where)
  const branch = branchIn(saying.name, room)
  if (branch !== null) return { problem: { kind: 'branch', branch, said: saying.name } }
  const match = matchName(saying.name, room.products)
  if (match.kind === 'one') return settled(saying, { scope: 'product', thing: match.thing }, where)
  const category = room.categories.find(({ name }) => nameKey(name) === categoryKey(saying.name))
  if (category) return settled(saying, { scope: 'category', thing: category }, where)
  const things = match.kind === 'several' ? match.things : match.near
  return {
    problem: {
      kind: match.kind === 'several' ? 'several' : 'unknown',
      said: saying.name,
      choices: things.map(({ ref, name }) => ({ name, id: pickId(saying, ref) })),
      newId: match.kind === 'none' && MAY_BE_NEW.has(saying.kind) ? newId(saying) : null,
    },
  }
}

const MAY_BE_NEW: ReadonlySet<EntryKind> = new Set(['count', 'receive', 'order', 'pack'])

const categoryKey = (said: string): string =>
  nameKey(said.replace(/^(?:kategori|category)\s+/i, ''))

/** `mawar di Dago`, `mawar cabang dago`: stock is kept for the whole shop, and the reply says so. */
const branchIn = (said: string, { branches, products }: Stockroom): string | null => {
  const key = ` ${nameKey(said)} `
  const named = branches.find((branch) => key.includes(` ${nameKey(branch)} `))
  if (named === undefined) return null
  return products.some(({ name }) => nameKey(name) === key.trim()) ? null : named
}

type Whose = { readonly scope: EntryScope; readonly thing: Named | null }

const settled = (saying: StockSaying, whose: Whose, where: Where): Found => {
  const { scope, thing } = whose
  const name = thing?.name ?? ''
  if (scope !== 'product' && !OF_MANY.has(saying.kind)) {
    return { problem: { kind: 'not-for-many', said: saying.name } }
  }
  const size = packSize(saying, whose, where.room)
  if (size === null) {
    return { problem: { kind: 'pack', name, pack: saying.pack ?? '' } }
  }
  const value = keptValue(saying, size, where.shop)
  if (value === null) return { problem: { kind: 'too-much', name } }
  const unit = saying.kind === 'pack' ? (saying.pack ?? '') : null
  return {
    entry: { kind: saying.kind, scope, name, value, unit },
    told: {
      kind: saying.kind,
      scope,
      name,
      value,
      unit,
      packs:
        saying.kind !== 'cost' && unit === null && saying.pack !== null
          ? { count: Math.round(saying.value * QUANTITY_ONE), name: saying.pack }
          : null,
      ...(thing && scope === 'product'
        ? standing(saying, { ref: thing.ref, value }, where)
        : NO_STANDING),
    },
  }
}

/** A count belongs to one product; how things are supplied may hold for many. */
const OF_MANY: ReadonlySet<EntryKind> = new Set(['lead', 'review', 'shelf'])

/** Thousandths in the pack the saying speaks of; 1000 when it speaks of none, null when nobody knows. */
const packSize = (
  { kind, pack }: StockSaying,
  { thing }: Whose,
  room: Stockroom,
): number | null => {
  if (pack === null || kind === 'pack') return QUANTITY_ONE
  const known = thing === null ? null : supplyIn(room, thing.ref).pack
  return known !== null && (known.name === pack || known.name === '') ? known.size : null
}

const keptValue = ({ kind, value }: StockSaying, size: number, shop: Shop): number | null => {
  if (kind === 'cost') {
    const units = minorUnits(value, shop.currency) * QUANTITY_ONE
    return value > 0 && value <= MONEY_MAX ? Math.round(units / size) : null
  }
  if (kind === 'lead' || kind === 'review' || kind === 'shelf') {
    const least = kind === 'lead' ? 0 : 1
    return value >= least && value <= DAYS_MAX ? Math.round(value) : null
  }
  const quantity = Math.round(value * size)
  const isNothing = quantity === 0 && kind !== 'count' && kind !== 'order'
  return isNothing || quantity > QUANTITY_MAX * QUANTITY_ONE ? null : quantity
}

const NO_STANDING = { before: null, now: null, onOrder: 0, due: null } as const

/** How the product stood before, and stands with this. */
const standing = (
  { kind, day }: StockSaying,
  { ref, value }: { readonly ref: number; readonly value: number },
  { room, today }: Where,
): Pick<ToldGoods, 'before' | 'now' | 'onOrder' | 'due'> => {
  const stocked: Pick<Stocked, 'onHand' | 'onOrder'> = room.stocked.find(
    (each) => each.ref === ref,
  ) ?? { onHand: null, onOrder: 0 }
  const due = dayFromNumber(dayNumber(today) + leadDaysOf(supplyIn(room, ref)))
  if (kind === 'count') return { ...NO_STANDING, before: day === null ? stocked.onHand : null }
  if (kind === 'order') return { ...NO_STANDING, due }
  const change = kind === 'receive' ? value : -value
  return {
    ...NO_STANDING,
    now: stocked.onHand === null ? null : Math.max(0, stocked.onHand + change),
    onOrder: kind === 'receive' ? Math.max(0, stocked.onOrder - value) : 0,
  }
}

/** `pick:count:12:120:ikat:2026-03-31`: the saying again, with its product. */
const pickId = ({ kind, value, pack, day }: StockSaying, ref: number): string =>
  `stock:pick:${kind}:${value}:${pack ?? ''}:${day ?? ''}:${ref}`

const newId = ({ kind, value, pack, day, name }: StockSaying): string =>
  `stock:new:${kind}:${value}:${pack ?? ''}:${day ?? ''}:${capital(name.slice(0, NEW_NAME_CHARS_MAX))}`

/** Meta takes 256 characters an id; 120 leave room for what stands before. */
const NEW_NAME_CHARS_MAX = 120
