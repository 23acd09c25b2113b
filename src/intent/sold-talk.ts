import type { Day } from '../sales/day.ts'
import { amountsIn, type FoundAmount, isScaled, TOKEN } from './amount.ts'
import type { RouteContext } from './intent.ts'
import { readIn } from './language.ts'
import { type Lexicon, lexiconOf, readWords, scan } from './lexicon.ts'
import { readPeriods } from './period.ts'
import type { SaidPrice, SoldFix, SoldSaying, SoldTalk } from './sold-saying.ts'
import {
  AROUND,
  ASKING,
  BEFORE,
  DELETE_LAST,
  DENYING,
  EACH_AFTER,
  EACH_BEFORE,
  FIXING,
  LINE,
  PRICE_BEFORE,
  RETURNED,
  SOLD,
  TOTAL,
} from './sold-words.ts'
import { unaccented } from './words.ts'

/** More in one message is a file; then the file is the better way. */
const PARTS_MAX = 40
/** A bare figure this large is money: nobody sells a thousand of a thing by hand. */
const MONEY_FROM = 1000
/** Words a date takes at most: `pada tanggal 12 maret 2026`. */
const DATE_WORDS_MAX = 5

/**
 * A message that tells sales: `laku 3 mawar 15rb dago`, `kemarin laku 2 bouquet @150rb`, `sold 3 roses 15k`,
 * `vendí 3 rosas a 15`, `retur 1 mawar`, several by line or comma. Null when it is not one: a question, stock,
 * or words nobody could book.
 */
export const readSoldTalk = (text: string, route: RouteContext): SoldTalk | null => {
  if (DELETE_LAST.test(unaccented(text.trim().toLowerCase()))) return { kind: 'delete-last' }
  if (text.trimEnd().endsWith('?')) return null
  const context = heardIn(text, route)
  const parts = partsOf(text).flatMap((part) => piecesOf(part, context))
  if (parts.length === 0 || parts.length > PARTS_MAX) return null
  return readTold(parts, context)
}

/**
 * `eh 4 bukan 3`, `salah, 12rb`, `baris 2 jadi 5`, a bare price where we asked for one: only right behind, or
 * in reply to, a bubble of ours about sales told.
 */
export const readSoldFix = (text: string, route: RouteContext): SoldTalk | null => {
  const about = aboutIn(route)
  if (about === null || text.trimEnd().endsWith('?') || OF_ALL.test(unaccented(text))) return null
  const context = heardIn(text, route)
  const tokens = tokensOf(text)
  const keys = tokens.map(({ key }) => key)
  if (keys.some((key) => ASKING.has(key) || SOLD.has(key) || RETURNED.has(key))) return null
  const isSaid = keys.some((key) => FIXING.has(key) || LINE.has(key))
  const { row, rest } = rowIn(tokens)
  const amounts = readAmounts(rest.map(({ key }) => key))
  if (amounts.some(({ isDays }) => isDays)) return null
  const denied = amounts.find(({ at }) => DENYING.has(rest[at - 1]?.key ?? '')) ?? null
  const said = amounts.filter((amount) => amount !== denied)
  const names = namesIn(rest, amounts, FIXING)
  const isPlain = names.length === 0 || namesAreOwn(names, context)
  if (!isPlain || said.length + names.length === 0) return null
  if (!isSaid && (said.length === 0 ? !asksForName(route) : !isPriceAlone(said, names))) return null
  const { quantity, price } = meant(
    rest.map(({ key }) => key),
    said,
  )
  const fix: SoldFix = {
    about,
    row,
    quantity: quantity?.value ?? null,
    price,
    not: denied?.value ?? null,
    names,
  }
  return { kind: 'fix', fix }
}

/** `ganti semua harga mawar`: prices in general, and not that of one sale. */
const OF_ALL = /\b(semua harga|all (the )?prices|todos (los precios|os precos))\b/i

/** Without a word of correction only a price is sure: `4` is a choice, `15rb` is the answer to `how much`. */
const isPriceAlone = (said: readonly Said[], names: readonly string[]): boolean =>
  names.length === 0 && said.length === 1 && said.every(({ isMoney }) => isMoney)

/** Buttons of ours below a sale: `sold:undo:12`, and what they are about. */
const ABOUT = /^sold:[a-z-]+:(\d+)/

const aboutIn = ({ offered = [] }: RouteContext): number | null => {
  const found = offered.flatMap(({ id }) => ABOUT.exec(id)?.[1] ?? [])[0]
  return found === undefined ? null : Number(found)
}

/** Below these a bare name is the answer. */
const ASKS_NAME = /^sold:(?:pick|new|keep):/

const asksForName = ({ offered = [] }: RouteContext): boolean =>
  offered.some(({ id }) => ASKS_NAME.test(id))

/** The context, and the words of the language the message is in. */
type Heard = RouteContext & { readonly lexicon: Lexicon }

const heardIn = (text: string, route: RouteContext): Heard => ({
  ...route,
  lexicon: lexiconOf(readIn(text, route.language)),
})

/** By line, semicolon, comma (not inside a number) and `dan` before a number. */
const partsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(/[“”"]/g, ' ')
    .split(/[\n;]+|,(?!\d)|(?<!\d),|\s(?:dan|and|y|e|&|\+|sama)\s(?=\s*\d)/i)
    .map((part) => part.replace(/^[\s•*·–-]+/u, '').trim())
    .filter((part) => part !== '')

/**
 * `laku 3 mawar 2 lily 15rb`: a bare count before a thing of the shop's begins another sale, where the one before has
 * its count and its name. Without a sum of money the second figure may be a price (`3 mawar 15 dago`), and so
 * it is where the figures only repeat their sum.
 */
const piecesOf = (part: string, context: Heard): readonly string[] => {
  const words = part.split(/\s+/)
  const keys = words.map(keyOf)
  const cuts = keys.flatMap((_, i) => (beginsSale(keys, i, context) ? [i] : []))
  const isTold = keys.some((key) => MONEY_MARKED.test(key)) && !keys.some((key) => TOTAL.has(key))
  const [first, ...others] = cuts
  if (first === undefined || others.length === 0 || !isTold || repeatsSum(keys)) return [part]
  return [0, ...others].map((from, i) => words.slice(from, others[i] ?? words.length).join(' '))
}

const COUNT = /^\d{1,3}$/
const MONEY_MARKED = /^(rp)?[\d.,]+(rb|ribu|k|jt|juta)$|^rp[\d.]+$/
const beginsSale = (keys: readonly string[], at: number, context: Heard): boolean => {
  const before = keys[at - 1] ?? ''
  const isPrice = EACH_BEFORE.has(before) || PRICE_BEFORE.has(before)
  return COUNT.test(keys[at] ?? '') && !isPrice && isOwnWord(keys[at + 1] ?? '', context)
}

/** `3 mawar 15 dago 45rb`. */
const repeatsSum = (keys: readonly string[]): boolean => {
  const [count = 0, price = 0] = keys.filter((key) => COUNT.test(key)).map(Number)
  return keys.some((key) => MONEY_MARKED.test(key) && Number.parseFloat(key) === count * price)
}

const readTold = (parts: readonly string[], context: Heard): SoldTalk | null => {
  const sayings: SoldSaying[] = []
  const unread: string[] = []
  let open: Opening | null = null
  for (const part of parts) {
    const begun: Opening | null = openingOf(part, context) ?? open
    if (begun === null) return null
    const isNew = begun !== open
    open = { ...begun, rest: '' }
    const rest = isNew ? begun.rest : part
    if (rest === '') continue
    const saying = readPart(rest, begun, context)
    if (saying === null && sayings.length === 0) return null
    if (saying === null) unread.push(part)
    else sayings.push(saying)
  }
  const day = sayings.find((saying) => saying.day !== null)?.day ?? null
  if (sayings.length === 0) return null
  return {
    kind: 'told',
    sayings: sayings.map((each) => ({ ...each, day: each.day ?? day })),
    unread,
  }
}

/** The beginning of a telling: what it tells of, the day, and what is left to read. */
type Opening = {
  readonly kind: SoldSaying['kind']
  readonly day: Day | null
  readonly rest: string
}

/** `laku …`, `kemarin laku …`, `mawar laku 3`: null where the part has no such word, or asks. */
const openingOf = (part: string, context: Heard): Opening | null => {
  const words = part.split(/\s+/)
  const keys = words.map(keyOf)
  const at = keys.findIndex((key) => SOLD.has(key) || RETURNED.has(key))
  if (at === -1) return null
  const kind = RETURNED.has(keys[at] ?? '') ? 'refund' : 'sale'
  const before = words.slice(0, at)
  const after = words.slice(at + 1).join(' ')
  const dated = dateAround(before.join(' '), context)
  const left = dated.rest.split(/\s+/).filter((word) => word !== '')
  if (left.every((word) => BEFORE.has(keyOf(word)))) return { kind, day: dated.day, rest: after }
  // `mawar laku 3`: only a thing of the shop's may stand first, or it is some other sentence.
  const isOwn = namesAreOwn([left.filter((word) => !BEFORE.has(keyOf(word))).join(' ')], context)
  return isOwn ? { kind, day: dated.day, rest: `${left.join(' ')} ${after}`.trim() } : null
}

const keyOf = (word: string): string =>
  unaccented(word.toLowerCase()).replace(/[^\p{L}\p{N}@=$/-]+$/u, '')

const readPart = (part: string, opening: Opening, context: Heard): SoldSaying | null => {
  const dated = dateAround(part, context)
  const tokens = tokensOf(dated.rest)
  const keys = tokens.map(({ key }) => key)
  if (keys.some((key) => ASKING.has(key) && !isOwnWord(key, context))) return null
  const amounts = readAmounts(keys)
  if (amounts.length === 0 || amounts.some(({ isDays }) => isDays)) return null
  const { quantity, price, isClear } = meant(keys, amounts)
  const names = namesIn(tokens, amounts, new Set())
  if (!isClear || names.length === 0 || !areNameLike(names, context)) return null
  const count = quantity?.value ?? 1
  if (!(count > 0) || (price !== null && !(price.value > 0))) return null
  const pack = quantity?.pack ?? null
  return { names, quantity: count, pack, price, kind: opening.kind, day: dated.day ?? opening.day }
}

type Token = { readonly text: string; readonly key: string }

/** Signs that say something are put into words first: `@150rb`, `15rb/tangkai`, `Rp15.000`, `2x`. */
const tokensOf = (part: string): readonly Token[] =>
  (
    part
      .replace(/@/g, ' each ')
      .replace(/\bc\s*\/\s*u\b/gi, ' each ')
      .replace(/(?<=\d\p{L}*)\s*\/\s*(?=\p{L})/gu, ' per ')
      .replace(/(?:\b(?:rp|idr)\.?|(?:\br|\bus)?\$)\s*(?=\d)/gi, ' rp ')
      .replace(/(?<=\d)\s*[x×]\s*(?=\d)/gi, ' each ')
      .replace(/(?<=\d)\s*[x×](?=\s)/gi, ' ')
      .replace(/=/g, ' total ')
      .match(TOKEN) ?? []
  ).map((text) => ({ text, key: unaccented(text.toLowerCase()) }))

type Said = FoundAmount & {
  /** Surely money: `15rb`, `Rp 15`, a large figure. */
  readonly isMoney: boolean
  readonly isBare: boolean
}

const readAmounts = (keys: readonly string[]): readonly Said[] =>
  amountsIn(keys).map((amount) => {
    const isMarked = isScaled(keys, amount) || PRICE_BEFORE.has(keys[amount.at - 1] ?? '')
    const isPriced = isMarked || EACH_BEFORE.has(keys[amount.at - 1] ?? '')
    const isLarge = amount.value >= MONEY_FROM
    const isMoney = amount.pack === null && (isPriced || isLarge)
    return { ...amount, isMoney, isBare: !isMarked && !isLarge }
  })

type Meant = {
  readonly quantity: FoundAmount | null
  readonly price: SaidPrice | null
  /** Every figure has found its place. */
  readonly isClear: boolean
}

/** The first figure that is no money counts, the next one is the price; a third only repeats the sum. */
const meant = (keys: readonly string[], amounts: readonly Said[]): Meant => {
  const quantity = amounts.find(({ isMoney }) => !isMoney) ?? null
  const [first, second, ...more] = amounts.filter((amount) => amount !== quantity)
  if (first === undefined) return { quantity, price: null, isClear: true }
  const price = priceOf(keys, first)
  if (second === undefined) return { quantity, price, isClear: true }
  const total = priceOf(keys, second)
  const isSum = first.value * (quantity?.value ?? 1) === second.value
  return {
    quantity,
    price: { ...price, per: 'each' },
    isClear: more.length === 0 && total.per !== 'each' && isSum,
  }
}

const priceOf = (keys: readonly string[], amount: Said): SaidPrice => {
  const before = keys[amount.at - 1] ?? ''
  // `@Rp 15.000`: the mark of money stands between.
  const farther = PRICE_BEFORE.has(before) ? (keys[amount.at - 2] ?? '') : ''
  const behind = keys.slice(amount.at + amount.length)
  // `45 no total`, `45 en total`.
  const after = (LINKING.has(behind[0] ?? '') ? behind[1] : behind[0]) ?? ''
  const { value, isBare } = amount
  if ([before, farther, after].some((key) => TOTAL.has(key))) return { value, isBare, per: 'total' }
  const isEach = [before, farther].some((key) => EACH_BEFORE.has(key)) || EACH_AFTER.has(after)
  return { value, isBare, per: isEach ? 'each' : null }
}

const LINKING = new Set(['no', 'en', 'in', 'di'])

/** What is left between the figures, without the small words at its edges. */
const namesIn = (
  tokens: readonly Token[],
  amounts: readonly FoundAmount[],
  also: ReadonlySet<string>,
): readonly string[] => {
  const taken = new Set(
    amounts.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)),
  )
  const stretches: Token[][] = [[]]
  for (const [i, token] of tokens.entries()) {
    if (taken.has(i)) stretches.push([])
    else stretches.at(-1)?.push(token)
  }
  const isSmall = ({ key }: Token): boolean => AROUND.has(key) || also.has(key)
  return stretches.flatMap((stretch) => {
    const from = stretch.findIndex((token) => !isSmall(token))
    const to = stretch.findLastIndex((token) => !isSmall(token))
    return from === -1
      ? []
      : [
          stretch
            .slice(from, to + 1)
            .map(({ text }) => text)
            .join(' '),
        ]
  })
}

const rowIn = (
  tokens: readonly Token[],
): { readonly row: number | null; readonly rest: readonly Token[] } => {
  const at = tokens.findIndex(
    ({ key }, i) => LINE.has(key) && /^\d{1,3}$/.test(tokens[i + 1]?.key ?? ''),
  )
  if (at === -1) return { row: null, rest: tokens }
  return { row: Number(tokens[at + 1]?.key), rest: tokens.toSpliced(at, 2) }
}

/** A day at the beginning or the end: `kemarin`, `tgl 12`, `el lunes`; never one that has not come. */
const dateAround = (
  text: string,
  context: Heard,
): { readonly day: Day | null; readonly rest: string } => {
  const words = text.split(/\s+/).filter((word) => word !== '')
  for (let length = Math.min(DATE_WORDS_MAX, words.length); length > 0; length -= 1) {
    const [head, tail] = [words.slice(0, length), words.slice(words.length - length)]
    const first = dayOf(head.join(' '), context)
    if (first !== null) return { day: first, rest: words.slice(length).join(' ') }
    const last = dayOf(tail.join(' '), context)
    if (last !== null) return { day: last, rest: words.slice(0, words.length - length).join(' ') }
  }
  return { day: null, rest: words.join(' ') }
}

/** These words and no other say one day. */
const dayOf = (phrase: string, { today, names = new Set(), lexicon }: Heard): Day | null => {
  const words = readWords(phrase, names, lexicon)
  const { periods, rest } = readPeriods(words, today, 'past')
  const [period] = periods
  if (period === undefined || periods.length > 1) return null
  const isWhole = rest.every((word) => DATE_FILLERS.has(word))
  const isDay = period.span.from === period.span.to && period.span.to <= today
  return isWhole && isDay ? period.span.to : null
}
const DATE_FILLERS = new Set(
  'pada di tgl tanggal hari el la on the no na em dia de date last'.split(' '),
)

const namesAreOwn = (said: readonly string[], context: Heard): boolean =>
  said.length > 0 &&
  said.every((name) => name.split(/\s+/).every((word) => isOwnWord(keyOf(word), context)))

const isOwnWord = (word: string, { names = new Set() }: RouteContext): boolean => {
  if (names.has(word)) return true
  return [...names].some((own) => isStart(word, unaccented(own)))
}

const START_LETTERS_MIN = 3
const isStart = (word: string, own: string): boolean =>
  word.length >= START_LETTERS_MIN &&
  (own.startsWith(word) || (own.length >= START_LETTERS_MIN && word.startsWith(own)))

/** A thing of the shop's, or one that no word of an everyday question stands for. */
const areNameLike = (said: readonly string[], context: Heard): boolean => {
  const words = readWords(said.join(' '), context.names ?? new Set(), context.lexicon)
  if (words.some((word) => isOwnWord(word, context))) return true
  return scan(words, context.lexicon).unknown.length > 0
}
