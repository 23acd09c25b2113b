import type { StockSaying } from '../../intent/stock-saying.ts'
import { askStockReply, stockUndoneReply } from '../../replies/goods.ts'
import { nothingToUndoReply } from '../../replies/undo.ts'
import { parseDay } from '../../sales/day.ts'
import { type EntryKind, isEntryKind, type StockEntry } from '../../sales/stock.ts'
import { type Answer, justReply } from '../answer.ts'
import type { Stockroom } from '../stock-insight.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
import { aboutProduct, showStock, tell } from './stock-talk.ts'

/**
 * `stock` shows what is on the shelf; its buttons: `stock:change`, `stock:item:12`, `stock:undo:TOKEN`,
 * `stock:pick:count:120:ikat:DAY:12` and `stock:new:count:120:::Tulip`, a saying with its product found.
 */
export const stock = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today, intent } = ask
  const [deed = '', ...rest] = intent.argument?.split(':') ?? []
  const room = await world.pool.stockroom({ shop, today })
  switch (deed) {
    case 'change':
      return justReply(askStockReply(exampleNames(room), shop))
    case 'undo':
      return undoStock(ask, room, rest[0] ?? null)
    case 'item':
      return justReply(aboutProduct('stock', Number(rest[0]), { room, shop }))
    case 'pick':
    case 'new':
      return picked(world, ask, { room, deed, rest })
    default:
      return showStock(world, ask, room)
  }
}

const exampleNames = ({ products }: Stockroom): readonly string[] =>
  products.slice(0, 1).map(({ name }) => name)

type Picked = {
  readonly room: Stockroom
  readonly deed: 'pick' | 'new'
  readonly rest: readonly string[]
}

const picked = (world: World, ask: CommandAsk, { room, deed, rest }: Picked): Answer => {
  const saying = sayingFrom(rest)
  const last = rest.slice(FIELDS).join(':')
  const product =
    deed === 'new'
      ? { ref: 0, name: last, lastSoldOn: null }
      : room.products.find(({ ref }) => ref === Number(last))
  if (saying === null || product === undefined || product.name === '') {
    return justReply(askStockReply(exampleNames(room), ask.shop))
  }
  const known = deed === 'new' ? { ...room, products: [...room.products, product] } : room
  const told = { sayings: [{ ...saying, name: product.name }], unread: [] }
  return tell(world, { ask, room: known }, told)
}

/** Kind, value, pack and day stand before the product. */
const FIELDS = 4

const sayingFrom = ([kind = '', value = '', pack = '', day = '']: readonly string[]):
  | (Omit<StockSaying, 'name'> & { readonly kind: EntryKind })
  | null => {
  if (!isEntryKind(kind) || !Number.isFinite(Number(value))) return null
  return { kind, value: Number(value), pack: pack === '' ? null : pack, day: parseDay(day) }
}

/** The words told under a token, or the newest ones. */
export const undoStock = (
  { shop }: CommandAsk,
  room: Stockroom,
  named: string | null = null,
): Answer => {
  const newest = room.entries.toSorted((a, b) => b.no - a.no)[0]?.token ?? null
  const token = named ?? newest
  if (token === null) return justReply(nothingToUndoReply(null, shop))
  const told = room.entries.filter((entry) => entry.token === token)
  return justReply(
    stockUndoneReply(
      told.map((entry) => ({ ...entry, name: nameOf(entry, room) })),
      shop,
    ),
    told.length === 0 ? [] : [{ kind: 'stock-undo', shopId: shop.id, token }],
  )
}

const nameOf = (
  { scope, ref }: Pick<StockEntry, 'scope' | 'ref'>,
  { products, categories }: Stockroom,
): string =>
  (scope === 'category' ? categories : products).find((each) => each.ref === ref)?.name ?? ''
