import { matchName, nameMeant } from '../intent/match-name.ts'
import type { SaidPrice, SoldSaying } from '../intent/sold-saying.ts'
import type { SoldProblem } from '../replies/sold.ts'
import type { Day } from '../sales/day.ts'
import { minorUnits } from '../sales/money.ts'
import { cleanName, nameKey } from '../sales/names.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import type { ToldSale } from '../sales/told-sale.ts'
import type { Till, TillProduct } from './till-insight.ts'

/** One line of a telling: what was said, and what has been decided about it since. */
export type ToldLine = SoldSaying & {
  /** Decided by a tap; null: to be found by its names. */
  readonly product: string | null
  readonly branch: string | null
  /** What a reader of photos was not sure of. */
  readonly doubtful?: boolean
  /** The sum written beside it, major units, where quantity and price come to another one. */
  readonly otherTotal?: number | null
}

/** All of one telling, as it is kept. */
export type ToldBody = {
  readonly lines: readonly ToldLine[]
  readonly unread: readonly string[]
  /** The day it was told on; it holds for lines without one. */
  readonly today: Day
  /** Minutes since midnight on the shop's clock, for sales of that day. */
  readonly minute: number | null
  /** The branch of all lines that name none. */
  readonly branch: string | null
  /** Sales that count instead of an earlier telling, once this one is booked. */
  readonly replaces: number | null
  /** What was booked. */
  readonly sales: readonly ToldSale[]
  /** The line that was asked about: a bare price is its answer. */
  readonly askedAt?: number | null
  /** Absent for words. */
  readonly photo?: PhotoSide
}

/** What a photo says beside its lines. */
export type PhotoSide = {
  /** The sum at its foot, major units; null: none. */
  readonly writtenTotal: number | null
  readonly unreadLines: number
  /** Nothing of a photo counts before its owner says so. */
  readonly isConfirmed: boolean
}

/** Where a sale is booked: the shop as the teller may see it. */
export type TillPlace = {
  readonly till: Till
  readonly shop: Shop
  /** Branches of the shop that the teller may not book for. */
  readonly foreign: readonly string[]
  /** Where this person's sales belong unless they say otherwise; null: to be asked. */
  readonly usualBranch: string | null
}

export type Settled =
  | {
      readonly kind: 'ready'
      readonly sales: readonly ToldSale[]
      /** The lines with what was decided about their prices, for a later correction. */
      readonly lines: readonly ToldLine[]
    }
  | { readonly kind: 'ask'; readonly problem: SoldProblem }

/** Finds what every line speaks of; the first thing that nobody can know becomes a question. */
export const settleTold = (body: ToldBody, place: TillPlace): Settled => {
  const read = body.lines.map((line) => withBranch(line, place))
  const [said, ...others] = new Set(read.flatMap(({ branch }) => (branch === null ? [] : [branch])))
  // Said once, at the end of a list, it is the branch of all of it.
  const shared = others.length === 0 ? (said ?? null) : null
  const whole = body.branch ?? shared ?? place.usualBranch
  const sales: ToldSale[] = []
  const lines: ToldLine[] = []
  for (const [at, line] of read.entries()) {
    const settled = settleLine({ ...line, branch: line.branch ?? whole }, { at, body, place })
    if ('problem' in settled) return { kind: 'ask', problem: settled.problem }
    sales.push(settled.sale)
    lines.push({ ...line, price: line.price && { ...line.price, per: settled.per } })
  }
  return { kind: 'ready', sales, lines }
}

type Where = { readonly at: number; readonly body: ToldBody; readonly place: TillPlace }
type SettledLine =
  | { readonly sale: ToldSale; readonly per: SaidPrice['per'] }
  | { readonly problem: SoldProblem }

/** A million of anything is a slip of the finger. */
const QUANTITY_MAX = 1_000_000
const MONEY_MAX = 1_000_000_000

const settleLine = (line: ToldLine, { at, body, place }: Where): SettledLine => {
  const { till, shop, foreign } = place
  const said = line.names.join(' ')
  const other = line.product === null ? foreignIn(line, place) : null
  if (other !== null) return { problem: { kind: 'not-yours', branch: other, own: till.branches } }
  const found = productOf(line, till)
  if ('problem' in found) return { problem: { ...found.problem, at } }
  const { product } = found
  const { name } = product
  if (line.branch === null && (till.branches.length > 1 || foreign.length > 0)) {
    return { problem: { kind: 'branch', branches: till.branches } }
  }
  const size = packSize(line, product)
  if (size === null) return { problem: { kind: 'pack', name, pack: line.pack ?? '' } }
  const quantity = Math.round(line.quantity * size)
  const isTooMuch = quantity > QUANTITY_MAX * QUANTITY_ONE || (line.price?.value ?? 0) > MONEY_MAX
  if (quantity === 0 || isTooMuch) return { problem: { kind: 'too-much', name: name || said } }
  const priced = priceIn(line, { product, size, till, shop })
  if (priced.kind !== 'known') return { problem: { ...priced, at, name } }
  return {
    per: priced.per,
    sale: {
      day: line.day ?? body.today,
      product: name,
      branch: line.branch,
      kind: line.kind,
      quantity,
      revenue: priced.revenue,
      isUsualPrice: priced.isUsual,
      packs:
        line.pack === null
          ? null
          : { count: Math.round(line.quantity * QUANTITY_ONE), name: line.pack },
    },
  }
}

/** The branch a line names, taken out of its words: `mawar | dago`, `mawar dago`, `cabang dago mawar`. */
const withBranch = (line: ToldLine, { till, foreign }: TillPlace): ToldLine => {
  if (line.branch !== null || line.product !== null) return line
  const branches = [...till.branches, ...foreign]
  const found = branchIn(line.names, branches, till.products)
  return found === null || !till.branches.includes(found.branch)
    ? line
    : { ...line, names: found.names, branch: found.branch }
}

const foreignIn = ({ names }: ToldLine, { till, foreign }: TillPlace): string | null =>
  branchIn(names, foreign, till.products)?.branch ?? null

/** Words a branch is called by at most. */
const BRANCH_WORDS_MAX = 3

const branchIn = (
  names: readonly string[],
  branches: readonly string[],
  products: readonly TillProduct[],
): { readonly branch: string; readonly names: readonly string[] } | null => {
  if (products.some(({ name }) => nameKey(name) === nameKey(names.join(' ')))) return null
  for (const [at, part] of names.entries()) {
    const branch = branchSaid(part, branches)
    if (branch !== null && names.length > 1) return { branch, names: names.toSpliced(at, 1) }
    const words = part.split(/\s+/)
    for (let n = Math.min(BRANCH_WORDS_MAX, words.length - 1); n > 0; n -= 1) {
      const ends = [
        { said: words.slice(-n), rest: words.slice(0, -n) },
        { said: words.slice(0, n), rest: words.slice(n) },
      ]
      for (const { said, rest } of ends) {
        const meant = branchSaid(said.join(' '), branches)
        if (meant !== null) return { branch: meant, names: names.with(at, rest.join(' ')) }
      }
    }
  }
  return null
}

const BRANCH_MARK =
  /^(?:cabang|cab|toko|branch|sucursal|filial|loja|tienda|di|ke|at|in|en|em|na|no)\s+/i

const branchSaid = (said: string, branches: readonly string[]): string | null =>
  nameMeant(said.replace(BRANCH_MARK, ''), branches)

type FoundProduct =
  | { readonly product: TillProduct }
  | { readonly problem: Extract<SoldProblem, { kind: 'which' }> }

/** New to the shop: nobody knows a price or a pack of it. */
const newProduct = (name: string): TillProduct => ({ ref: 0, name, usualPrice: null, pack: null })

const productOf = (line: ToldLine, { products }: Till): FoundProduct => {
  const said = line.product ?? line.names.join(' ')
  const known = products.find(({ name }) => nameKey(name) === nameKey(said))
  if (known !== undefined) return { product: known }
  if (line.product !== null) return { product: newProduct(cleanName(line.product)) }
  const match = matchName(said, products)
  if (match.kind === 'one') return { product: match.thing }
  const things = match.kind === 'several' ? match.things : match.near
  return {
    problem: {
      kind: 'which',
      at: 0,
      said,
      isSeveral: match.kind === 'several',
      choices: things.map(({ ref, name }) => ({ ref, name })),
    },
  }
}

/** Thousandths in what is counted: a piece, or a pack whose size somebody has told. */
const packSize = ({ pack }: ToldLine, product: TillProduct): number | null => {
  if (pack === null) return QUANTITY_ONE
  const known = product.pack
  return known !== null && (known.name === pack || known.name === '') ? known.size : null
}

type Priced =
  | {
      readonly kind: 'known'
      readonly revenue: number | null
      readonly isUsual: boolean
      readonly per: SaidPrice['per']
    }
  | { readonly kind: 'per'; readonly each: number; readonly total: number; readonly count: number }
  | { readonly kind: 'price' }

type Pricing = {
  readonly product: TillProduct
  readonly size: number
  readonly till: Till
  readonly shop: Shop
}

/** What the line came to: as said, of one or of all as the usual price tells, or the usual price itself. */
const priceIn = (line: ToldLine, { product, size, till, shop }: Pricing): Priced => {
  const { quantity, price } = line
  const usual = product.usualPrice === null ? null : (product.usualPrice * size) / QUANTITY_ONE
  if (price === null) {
    if (usual !== null) {
      return { kind: 'known', revenue: Math.round(usual * quantity), isUsual: true, per: null }
    }
    if (till.hasMoney) return { kind: 'price' }
    return { kind: 'known', revenue: null, isUsual: false, per: null }
  }
  const said = minorUnits(inThousands(price, { usual, quantity, shop }), shop.currency)
  const [each, total] = [Math.round(said * quantity), said]
  // Of one piece both are the same, and a later correction shall still be free to say which.
  if (quantity === 1) return { kind: 'known', revenue: said, isUsual: false, per: price.per }
  const per = price.per ?? perOf(said, { usual, quantity })
  if (per === null) return { kind: 'per', each, total, count: quantity }
  return { kind: 'known', revenue: per === 'each' ? each : total, isUsual: false, per }
}

/** A price this near to the usual one is it: of two pieces or more, one and all are farther apart. */
const NEAR_USUAL = 1.25

const perOf = (
  said: number,
  { usual, quantity }: { readonly usual: number | null; readonly quantity: number },
): 'each' | 'total' | null => {
  if (usual === null) return null
  if (isNear(said, usual)) return 'each'
  return isNear(said, usual * quantity) ? 'total' : null
}

const isNear = (a: number, b: number): boolean => Math.max(a / b, b / a) <= NEAR_USUAL

/** In these nothing costs less than a hundred, so `15` is short for fifteen thousand. */
const IN_THOUSANDS = new Set(['IDR', 'VND', 'COP', 'CLP', 'PYG', 'KRW', 'LAK', 'IRR'])
const SHORT_BELOW = 1000

/** `3 rosas a 15`: as it stands, or in thousands where the money or the usual price says so. */
const inThousands = (
  { value, isBare }: SaidPrice,
  {
    usual,
    quantity,
    shop,
  }: { readonly usual: number | null; readonly quantity: number; readonly shop: Shop },
): number => {
  if (!isBare || value >= SHORT_BELOW) return value
  if (IN_THOUSANDS.has(shop.currency)) return value * 1000
  const said = minorUnits(value, shop.currency)
  const fits = (amount: number): boolean =>
    usual !== null && (isNear(amount, usual) || isNear(amount, usual * quantity))
  return !fits(said) && fits(said * 1000) ? value * 1000 : value
}
