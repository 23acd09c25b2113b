import type { Catalogue } from '../intent/ask/plan.ts'
import type { Day, Span } from '../sales/day.ts'
import { nameKey } from '../sales/names.ts'
import * as bell from './bell.ts'
import { type Engine, type Fact, rowsOf } from './engine.ts'
import * as hours from './hours.ts'
import * as marketing from './marketing.ts'
import { aliasesOf } from './name-aliases.ts'
import * as people from './people.ts'
import { hasTimes, type PlanQuery, type PlanWhere, planRows, productsSold } from './plan-sums.ts'
import { soldLines } from './sold-lines.ts'
import * as sums from './sums.ts'
import * as toldDays from './told-days.ts'
import * as watch from './watch.ts'

/**
 * The shop as somebody limited to these branches may see it. Every method is written out: a new way of
 * reading does not compile in store.ts until it is decided what of it belongs to a branch. What is known of the whole
 * shop alone (stock, forecasts on record, alerts) is not known here.
 */
export const branchReaderOn = (engine: Engine, branches: readonly string[]) => {
  const keys = new Set(branches.map(nameKey))
  const isOwn = ({ branch }: { readonly branch: string | null }): boolean =>
    branch !== null && keys.has(nameKey(branch))
  const among = <T>(shopId: string, read: (numbers: readonly number[]) => Fact<T>): Promise<T> =>
    engine.read(shopId, () => amongOwn(shopId, branches, read))
  return {
    coverage: (shopId: string) => among(shopId, (own) => sums.coverageAmong(shopId, own)),
    branchDays: async (shopId: string, span: Span) =>
      (await engine.read(shopId, () => sums.branchDays(shopId, span))).filter(isOwn),
    lastMinute: (shopId: string, day: Day) =>
      among(shopId, (own) => sums.lastMinute(shopId, day, own)),
    dayEnds: (shopId: string, days: readonly Day[]) =>
      among(shopId, (own) => sums.dayEnds(shopId, days, own)),
    productSums: (shopId: string, span: Span, days?: readonly Day[]) =>
      among(shopId, (own) => sums.productSums(shopId, span, days ?? null, own)),
    topProductDays: (shopId: string, span: Span, top: sums.TopProducts) =>
      among(shopId, (own) => sums.topProductDays(shopId, span, top, own)),
    variantSums: (shopId: string, span: Span) =>
      among(shopId, (own) => sums.variantSums(shopId, span, own)),
    variantParts: async (shopId: string, before: Span, span: Span) =>
      (await engine.read(shopId, () => sums.variantParts(shopId, before, span))).filter(isOwn),
    hourSums: (shopId: string, span: Span) =>
      among(shopId, (own) => hours.hourSums(shopId, span, own)),
    soldLines: async (shopId: string, span: Span) =>
      (await engine.read(shopId, () => soldLines(shopId, span))).filter(isOwn),
    // Days alone, without a figure: they only say which days are left out of what is usual.
    explainedDays: (shopId: string) => engine.read(shopId, () => watch.explainedDays(shopId)),
    toldDays: async (shopId: string) =>
      (await engine.read(shopId, () => toldDays.toldDays(shopId))).filter(
        (told) => told.branch === null || isOwn(told),
      ),
    coveredSpans: (shopId: string) => engine.read(shopId, () => toldDays.coveredSpans(shopId)),
    foretold: async () => [],
    stockDiary: async () => ({ entries: [], soldSince: new Map<number, number>() }),
    lastTold: async () => null,
    categoriesOf: async () => new Map<number, number>(),
    namesOf: (shopId: string, kind: 'product' | 'category' | 'branch') =>
      among(shopId, (own) => namesAmong(shopId, kind, own)),
    planRows: (shopId: string, query: PlanQuery) =>
      engine.read(shopId, () => narrowed(shopId, { query, keys }, planRows)),
    productsSold: (shopId: string, query: PlanQuery) =>
      engine.read(shopId, () => narrowed(shopId, { query, keys }, productsSold)),
    // That files have times at all says nothing of another branch.
    hasTimes: (shopId: string, span: Span) => engine.read(shopId, () => hasTimes(shopId, span)),
    catalogueOf: (shopId: string) => among(shopId, (own) => catalogueAmong(shopId, own)),
    toldAlerts: async () => [],
    alertLevel: (shopId: string) => engine.read(shopId, () => bell.alertLevel(shopId)),
    countShops: () => engine.read(null, () => people.countShops()),
    countMarketingStopped: () => engine.read(null, () => marketing.countMarketingStopped()),
    // The connection belongs to the reader of the whole shop.
    close: async () => undefined,
  }
}

function* amongOwn<T>(
  shopId: string,
  branches: readonly string[],
  read: (numbers: readonly number[]) => Fact<T>,
): Fact<T> {
  const keys = new Set(branches.map(nameKey))
  const names = yield* sums.labelRows(shopId, 'branch')
  return yield* read([...names].flatMap(([id, name]) => (keys.has(nameKey(name)) ? [id] : [])))
}

/** A plan's rows, of these branches alone whatever the plan names. */
function* narrowed<T>(
  shopId: string,
  { query, keys }: { readonly query: PlanQuery; readonly keys: ReadonlySet<string> },
  read: (shopId: string, query: PlanQuery) => Fact<T>,
): Fact<T> {
  const names = [...(yield* sums.labelRows(shopId, 'branch')).values()]
  const own: PlanWhere = {
    column: 'branch',
    names: names.filter((name) => keys.has(nameKey(name))),
    not: false,
  }
  return yield* read(shopId, { ...query, where: [...query.where, own] })
}

/** What a question of theirs may name; colours and categories are kept for the whole shop alone. */
function* catalogueAmong(shopId: string, own: readonly number[]): Fact<Catalogue> {
  const products = yield* namesAmong(shopId, 'product', own)
  const branches = yield* namesAmong(shopId, 'branch', own)
  return {
    products: products.map(({ name }) => name),
    branches: branches.map(({ name }) => name),
    colors: [],
    categories: [],
    // A word for a name they may not see finds nothing.
    aliases: yield* aliasesOf(shopId),
  }
}

/** Branches of their own, and products that were sold there; categories hold other branches' goods. */
function* namesAmong(
  shopId: string,
  kind: 'product' | 'category' | 'branch',
  own: readonly number[],
): Fact<readonly { readonly ref: number; readonly name: string }[]> {
  if (kind === 'category') return []
  const names = yield* sums.labelRows(shopId, kind)
  const refs = kind === 'branch' ? own : yield* productsAmong(shopId, own)
  return refs.flatMap((ref) => {
    const name = names.get(ref)
    return name === undefined ? [] : [{ ref, name }]
  })
}

function* productsAmong(shopId: string, own: readonly number[]): Fact<readonly number[]> {
  const rows = yield* rowsOf<{ product: number }>(
    `select distinct product from day_total where shop_id = ? and product > 0
       and branch in (select value from json_each(?))
       and upload in (select no from upload where shop_id = ? and state = 'live')`,
    [shopId, JSON.stringify(own), shopId],
  )
  return rows.map(({ product }) => product)
}
