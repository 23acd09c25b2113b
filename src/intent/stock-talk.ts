import type { Day } from '../sales/day.ts'
import type { EntryKind } from '../sales/stock.ts'
import { amountsIn, type FoundAmount, packNamed, TOKEN } from './amount.ts'
import type { RouteContext } from './intent.ts'
import { readIn } from './language.ts'
import { type Lexicon, lexiconOf, readWords, scan } from './lexicon.ts'
import { readPeriods } from './period.ts'
import type { StockSaying, StockTalk } from './stock-saying.ts'
import { type StockWords, stockWordsOf } from './stock-words.ts'
import { meantBy } from './typo.ts'
import { unaccented } from './words.ts'

/** More in one message is a file; then the file is the better way. */
const PARTS_MAX = 40
/** Choices of ours that ask for stock: a bare `mawar 120` then answers them. */
const ASKING = /^stock(:|$)/

/**
 * A message about goods: `stok mawar 120`, `terima mawar 50`, `sudah pesan mawar 80`, `buang 5 mawar`,
 * `kirim mawar 2 hari`, `1 ikat mawar 20`, `mawar tahan 5 hari`, `modal mawar 8000`, several by line or
 * comma. Null when it is not one: every part that counts needs its own number and something to name.
 */
export const readStockTalk = (text: string, route: RouteContext): StockTalk | null => {
  const context = heardIn(text, route)
  const parts = partsOf(text)
  if (parts.length === 0 || parts.length > PARTS_MAX) return null
  const [only = ''] = parts
  if (parts.length === 1 && headingOf(only, context) === 'order') return { kind: 'ordered' }
  // `stok mawar habis?` asks; `stok mawar habis` tells.
  const isQuestion = text.trimEnd().endsWith('?')
  return (isQuestion ? null : readTold(parts, context)) ?? readAsked(text, context)
}

/** `mawar 120` right after we asked for stock. */
export const readStockAnswer = (text: string, route: RouteContext): StockTalk | null => {
  const context = heardIn(text, route)
  if (!(context.offered ?? []).some(({ id }) => ASKING.test(id))) return null
  const parts = partsOf(text)
  if (parts.length === 0 || parts.length > PARTS_MAX) return null
  return readTold(parts, context, 'count')
}

/** The context, and the words of the language the message is in. */
type Heard = RouteContext & { readonly words: StockWords; readonly lexicon: Lexicon }

const heardIn = (text: string, route: RouteContext): Heard => {
  const language = readIn(text, route.language)
  return { ...route, words: stockWordsOf(language), lexicon: lexiconOf(language) }
}

/** By line, semicolon, comma (not inside a number) and `dan` behind a number. */
const partsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(/[“”"]/g, ' ')
    .split(/[\n;]+|,(?!\d)|(?<!\d),|(?<=\d\s*)\s(?:dan|and|y|e|&|\+)\s/i)
    .map((part) => part.replace(/^[\s•*·–-]+/u, '').trim())
    .filter((part) => part !== '')

const readTold = (
  parts: readonly string[],
  context: Heard,
  expected: EntryKind | null = null,
): StockTalk | null => {
  const sayings: StockSaying[] = []
  const unread: string[] = []
  let kind = expected
  for (const part of parts) {
    const heading = headingOf(part, context)
    if (heading !== null) {
      kind = heading
      continue
    }
    const saying = readPart(part, context, kind)
    if (saying === null && sayings.length === 0) return null
    if (saying === null) unread.push(part)
    else sayings.push(saying)
    kind = saying === null || isTerm(saying.kind) ? kind : saying.kind
  }
  return sayings.length === 0 ? null : { kind: 'told', sayings, unread }
}

/** A line that only says what the next lines are: `stok`, `terima:`. */
const headingOf = (part: string, { words }: Heard): EntryKind | null => {
  const tokens = tokensOf(part).map(({ key }) => key)
  const cue = cueIn(tokens, words.moves)
  return cue !== null && cue.length === tokens.length ? cue.kind : null
}

const TERMS: ReadonlySet<EntryKind> = new Set([
  'shelf',
  'review',
  'lead',
  'cost',
  'minimum',
  'pack',
])
const isTerm = (kind: EntryKind): boolean => TERMS.has(kind)

type Token = { readonly text: string; readonly key: string }

const SPELLINGS: Readonly<Record<string, string>> = {
  stock: 'stok',
  stk: 'stok',
  setok: 'stok',
  udah: 'sudah',
  udh: 'sudah',
  sdh: 'sudah',
  dah: 'sudah',
  pesen: 'pesan',
  psn: 'pesan',
  dipesen: 'dipesan',
  trima: 'terima',
  trm: 'terima',
  nerima: 'terima',
  dateng: 'datang',
  ilang: 'hilang',
  kadaluwarsa: 'kadaluarsa',
}

const tokensOf = (part: string): readonly Token[] =>
  (part.match(TOKEN) ?? []).map((text) => {
    const key = unaccented(text.toLowerCase())
    return { text, key: SPELLINGS[key] ?? key }
  })

type FoundCue = {
  readonly kind: EntryKind
  readonly at: number
  readonly length: number
}

const cueIn = (
  keys: readonly string[],
  cues: readonly { readonly kind: EntryKind; readonly phrases: readonly string[] }[],
): FoundCue | null => {
  for (const { kind, phrases } of cues) {
    for (const phrase of phrases) {
      const words = phrase.split(' ').map((word) => SPELLINGS[word] ?? word)
      const at = keys.findIndex((_, i) => words.every((word, j) => keys[i + j] === word))
      if (at !== -1 && !isThanks(keys, at)) return { kind, at, length: words.length }
    }
  }
  return null
}

const isThanks = (keys: readonly string[], at: number): boolean =>
  keys[at] === 'terima' && keys[at + 1] === 'kasih'

const readPart = (part: string, context: Heard, expected: EntryKind | null): StockSaying | null => {
  const tokens = tokensOf(part)
  const keys = tokens.map(({ key }) => key)
  const amounts = amountsIn(keys)
  const reading: Reading = { tokens, keys, amounts, context }
  return readTerm(reading) ?? readPack(reading) ?? readMove(reading, expected)
}

type Reading = {
  readonly tokens: readonly Token[]
  readonly keys: readonly string[]
  readonly amounts: readonly FoundAmount[]
  readonly context: Heard
}

const readTerm = (reading: Reading): StockSaying | null => {
  const cue = cueIn(reading.keys, reading.context.words.terms)
  if (cue === null) return null
  const amount = reading.amounts.findLast(({ isDays }) => isDays === IN_DAYS.has(cue.kind))
  if (amount === undefined) return everyOne(reading, cue)
  const paidFor = cue.kind === 'cost' ? packIn(reading.keys) : amount.pack
  return sayingOf(reading, { cue, amount, pack: paidFor })
}

const IN_DAYS: ReadonlySet<EntryKind> = new Set(['lead', 'review', 'shelf'])

/** `belanja tiap hari`, `order every week`: one of it. */
const everyOne = (reading: Reading, cue: FoundCue): StockSaying | null => {
  const at = cue.at + cue.length
  const unit = reading.keys[at] ?? ''
  const [one] = cue.kind === 'review' ? amountsIn(['1', unit]) : []
  if (one === undefined || !one.isDays) return null
  return sayingOf(reading, { cue, amount: { ...one, at, length: 1 }, pack: null })
}

const packIn = (keys: readonly string[]): string | null =>
  keys.map((key) => packNamed(key.replace(/^se(?=\p{L}{3})/u, ''))).find((name) => name !== null) ??
  null

/** `1 ikat mawar 20`, `mawar 1 ikat isi 20`, `mawar isi 20 per ikat`: a pack, and how many it holds. */
const readPack = (reading: Reading): StockSaying | null => {
  const { keys, amounts } = reading
  const one = amounts.find((amount) => amount.pack !== null && amount.value === 1)
  const per = keys.findIndex((key, i) => key === 'per' && packNamed(keys[i + 1] ?? '') !== null)
  const holds = amounts.findLast((amount) => amount.pack === null && !amount.isDays)
  const pack = one?.pack ?? packNamed(keys[per + 1] ?? '')
  if (holds === undefined || (one === undefined && per === -1) || pack === null) return null
  const said = one ?? { at: per, length: 2 }
  if (cueIn(keys, reading.context.words.moves) !== null) return null
  return sayingOf(reading, {
    cue: { kind: 'pack', at: said.at, length: said.length },
    amount: holds,
    pack,
  })
}

const readMove = (reading: Reading, expected: EntryKind | null): StockSaying | null => {
  const cue =
    cueIn(reading.keys, reading.context.words.moves) ??
    (expected && { kind: expected, at: 0, length: 0 })
  const amount = reading.amounts.findLast(({ isDays }) => !isDays)
  if (cue === null || amount === undefined) return null
  return sayingOf(reading, { cue, amount, pack: amount.pack })
}

type Parts = {
  readonly cue: FoundCue
  readonly amount: FoundAmount
  readonly pack: string | null
}

/** What is left of a part when cue and amount are taken out: a name, perhaps a day. */
const sayingOf = (reading: Reading, { cue, amount, pack }: Parts): StockSaying | null => {
  const { context } = reading
  const isTaken = (i: number): boolean =>
    (i >= cue.at && i < cue.at + cue.length) || (i >= amount.at && i < amount.at + amount.length)
  const left = reading.tokens.filter(({ key }, i) => !isTaken(i) && !isPackWord(cue, key))
  const dated = dayIn(left, context)
  const name = nameOf(dated?.rest ?? left, context)
  if (name === null && !isForAll(cue, reading)) return null
  if (name !== null && !isNameLike(name, cue.kind, context)) return null
  // Nothing left of a thing nobody knows is no news: `stok apa yang hampir habis` asks.
  if (amount.value === 0 && !isOwn(name ?? '', context)) return null
  return { kind: cue.kind, name: name ?? '', value: amount.value, pack, day: dated?.day ?? null }
}

/** `per ikat` behind a cost or a pack belongs to it and not to the name. */
const isPackWord = ({ kind }: FoundCue, key: string): boolean =>
  (kind === 'cost' || kind === 'pack') && packNamed(key) !== null

/** `kirim 3 hari`, `belanja tiap minggu` hold for the whole shop; `stok 120` names nothing. */
const isForAll = ({ kind, at }: FoundCue, { keys }: Reading): boolean =>
  (kind === 'lead' || kind === 'review') && at === 0 && keys.length <= FOR_ALL_WORDS_MAX

const FOR_ALL_WORDS_MAX = 5

/** `pesan mawar tiap 3 hari`: what is done with it is no part of its name. */
const BUYING = new Set('pesan belanja kulakan order buy restock'.split(' '))

const nameOf = (tokens: readonly Token[], { words }: Heard): string | null => {
  const named = tokens.filter(({ key }) => !words.fillers.has(key) && !BUYING.has(key))
  return named.length === 0 ? null : named.map(({ text }) => text).join(' ')
}

/**
 * Nothing but words of everyday questions is no name: `sisa 5 hari`, `stok 5 produk terlaris`. A count or
 * an order may name a thing nobody has sold yet; in every other sentence the shop knows the thing, or
 * the sentence is about something else (`kirim laporan 2 hari`).
 */
const isNameLike = (
  name: string,
  kind: EntryKind,
  { names = new Set(), lexicon }: Heard,
): boolean => {
  const words = readWords(name, names, lexicon)
  if (words.some((word) => isOwnWord(word, names))) return true
  if (names.size > 0 && !MAY_BE_NEW.has(kind)) return false
  return scan(words, lexicon).unknown.length > 0
}

const MAY_BE_NEW: ReadonlySet<EntryKind> = new Set(['count', 'order', 'receive', 'pack'])

/** `kemarin`, `senin`: the day of a count. Words of the shop's own names are never a day. */
const dayIn = (
  tokens: readonly Token[],
  { today, names = new Set(), lexicon }: Heard,
): { readonly day: Day; readonly rest: readonly Token[] } | null => {
  for (const [i, { key }] of tokens.entries()) {
    if (names.has(key) || !DAY_WORDS.has(readWords(key, names, lexicon)[0] ?? '')) continue
    const { periods } = readPeriods(readWords(key, names, lexicon), today, 'past')
    const day = periods[0]?.span.to
    if (day !== undefined && day < today) return { day, rest: tokens.toSpliced(i, 1) }
  }
  return null
}

const DAY_WORDS = new Set(
  `kemarin yesterday senin selasa rabu kamis jumat sabtu ahad monday tuesday wednesday thursday friday
   saturday sunday`.split(/\s+/),
)

/** `stok`, `stok mawar`, `stok kopi susu masih ada?`, `atur mawar`: only about names of the shop. */
const readAsked = (text: string, context: Heard): StockTalk | null => {
  const tokens = tokensOf(text)
  const keys = tokens.map(({ key }) => key)
  for (const about of ['supply', 'stock'] as const) {
    const cue = cueIn(keys, [{ kind: 'count', phrases: context.words.asks[about] }])
    if (cue === null || keys.slice(0, cue.at).some((key) => !ASKED_FILLERS.has(key))) continue
    const rest = tokens.toSpliced(cue.at, cue.length).filter(({ key }) => !ASKED_FILLERS.has(key))
    const name = nameOf(rest, context) ?? ''
    if (name === '' || isOwn(name, context)) return { kind: 'asked', about, name }
  }
  return null
}

const ASKED_FILLERS = new Set(
  'berapa brp masih ga gak nggak tidak left how much many tersisa apa cuanto cuantos cuantas quanto quantos ver mi meu hay tem'.split(
    ' ',
  ),
)

/** Every word is one of the shop's names, or the start of one. */
const isOwn = (name: string, { names = new Set() }: RouteContext): boolean =>
  name
    .toLowerCase()
    .split(' ')
    .every((word) => isOwnWord(word, names))

const isOwnWord = (word: string, names: ReadonlySet<string>): boolean =>
  names.has(word) ||
  [...names].some((own) => isStart(unaccented(word), unaccented(own))) ||
  meantBy(word, names).length > 0

const START_LETTERS_MIN = 3
const isStart = (word: string, own: string): boolean =>
  word.length >= START_LETTERS_MIN && (own.startsWith(word) || word.startsWith(own))
