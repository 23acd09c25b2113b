import { goesOnAfter, meantBy } from '../typo.ts'
import { unaccented } from '../words.ts'
import { SAME_GOODS, TWO_THINGS } from './goods-words.ts'
import { isWithoutVowelsOf } from './mend-words.ts'
import type { Catalogue } from './plan.ts'

export type NamedDimension = 'product' | 'branch' | 'color' | 'category'

/** Names of the shop that some words of a question mean. */
export type Mention = {
  readonly at: number
  readonly length: number
  readonly dimension: NamedDimension
  readonly values: readonly string[]
  /** The words are not the name's own: a typo mended. */
  readonly mended: boolean
  /** Names of another kind that the same words mean as well. */
  readonly rival: Pick<Mention, 'dimension' | 'values'> | null
}

type Entry = {
  readonly name: string
  readonly dimension: NamedDimension
  readonly words: readonly string[]
}

/** A catalogue ready to be searched; made once a question. */
export type NameIndex = {
  readonly entries: readonly Entry[]
  /** Entries by each of their words. */
  readonly byWord: ReadonlyMap<string, readonly Entry[]>
  /** Entries by their whole name without spaces. */
  readonly byJoined: ReadonlyMap<string, readonly Entry[]>
  readonly aliases: ReadonlyMap<string, readonly Entry[]>
}

export const indexNames = (catalogue: Catalogue): NameIndex => {
  const entries = [
    ...entriesOf('product', catalogue.products),
    ...entriesOf('branch', catalogue.branches),
    ...entriesOf('color', catalogue.colors),
    ...entriesOf('category', catalogue.categories),
  ]
  const byWord = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const word of new Set(entry.words)) byWord.set(word, [...(byWord.get(word) ?? []), entry])
  }
  return {
    entries,
    byWord,
    byJoined: Map.groupBy(entries, ({ words }) => words.join('')),
    aliases: new Map(
      [...catalogue.aliases].map(([alias, name]) => [
        alias,
        entries.filter((entry) => entry.name === name),
      ]),
    ),
  }
}

const entriesOf = (dimension: NamedDimension, names: readonly string[]): Entry[] =>
  names
    .map((name) => ({ name, dimension, words: nameWords(name) }))
    .filter((e) => e.words.length > 0)

export const nameWords = (name: string): readonly string[] =>
  unaccented(name.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? []

/** Names are rarely longer, and every length is tried. */
const NAME_WORDS_MAX = 6

/**
 * Names of the shop in a question, longest first: a whole name, then all names that hold the words said
 * (`mawar` is every rose). `common`: words of questions, which are a name only as part of a whole one.
 */
export const namesIn = (
  words: readonly string[],
  index: NameIndex,
  common: (word: string) => boolean,
): readonly Mention[] => {
  const found: Mention[] = []
  for (let at = 0; at < words.length; ) {
    const mention = mentionAt(words, at, { index, common })
    if (mention) found.push(mention)
    at += mention?.length ?? 1
  }
  return found
}

type Search = { readonly index: NameIndex; readonly common: (word: string) => boolean }

const mentionAt = (words: readonly string[], at: number, search: Search): Mention | null => {
  const longest = Math.min(NAME_WORDS_MAX, words.length - at)
  for (let length = longest; length >= 1; length -= 1) {
    const said = words.slice(at, at + length)
    const isPeriod =
      length > 1 && PERIOD_UNITS.has(said.at(-1) ?? '') && SHOWS.has(words[at + length] ?? '')
    if (isPeriod || said.includes(';')) continue
    const bare = said.filter((word, i) => i === 0 || i === length - 1 || !NAME_JOINTS.has(word))
    const isJoined = bare.length < said.length
    const entries =
      whole(said, words[at - 1] ?? '', search) ??
      holding(said, search) ??
      (isJoined ? holding(bare, search) : null)
    if (entries)
      return mentionOf(entries, { at, length, said, near: words.slice(Math.max(0, at - 2), at) })
  }
  return null
}

/** `ramo de graduacion`: small words inside of a name. */
const NAME_JOINTS = new Set('de do da del of para for'.split(' '))

/** `anggrek bulan ini` is orchids of this month, not the moon orchid. */
const PERIOD_UNITS = new Set('bulan minggu hari tahun'.split(' '))
const SHOWS = new Set('ini lalu kemarin depan'.split(' '))

const whole = (
  said: readonly string[],
  before: string,
  { index, common }: Search,
): readonly Entry[] | null => {
  const alias = index.aliases.get(said.join(' '))
  if (alias && alias.length > 0) return alias
  const joined = index.byJoined.get(said.join(''))
  const [only = ''] = said
  // A product called `Total` is one only beside other words.
  const isCommon = said.length === 1 && common(only) && !isOfVariants(before, joined)
  return joined && !isCommon ? joined : null
}

/** `ukuran S`, `size M`: letters that are small words elsewhere. */
const isOfVariants = (before: string, entries: readonly Entry[] = []): boolean =>
  NOUNS.color.test(before) && entries.some(({ dimension }) => dimension === 'color')

const holding = (said: readonly string[], { index, common }: Search): readonly Entry[] | null => {
  // The `rose` of `white rose` may be any word, as long as the other is a name's own.
  if (said.every(common) || said.some((word) => word.length < 3 || /^\d+$/.test(word))) return null
  const sets = said.map(
    (word) => new Set(formsOf(word).flatMap((form) => index.byWord.get(form) ?? [])),
  )
  const [first = new Set<Entry>(), ...others] = sets
  const entries = [...first].filter((entry) => others.every((set) => set.has(entry)))
  return entries.length > 0 ? entries : null
}

/** The word, without a plural's ending, and its names in other languages. */
const formsOf = (word: string): readonly string[] => {
  const single = word.replace(/(?:es|s)$/, '')
  return [
    ...new Set([
      word,
      ...(word.length > 4 ? [single, `${single}e`] : []),
      ...(SAME_GOODS.get(word) ?? []),
    ]),
  ]
}

/** True for a word of some name, in any of its languages and numbers. */
export const isNameWord = (word: string, { byWord, byJoined, aliases }: NameIndex): boolean =>
  byJoined.has(word) || aliases.has(word) || formsOf(word).some((form) => byWord.has(form))

const ORDER: readonly NamedDimension[] = ['product', 'branch', 'color', 'category']
const NOUNS: Readonly<Record<NamedDimension, RegExp>> = {
  product: /^(produk|barang|product|producto|produto|bunga)$/,
  branch: /^(cabang|branch|outlet|toko|store|sucursal|tienda|loja|filial|di|at|in|en|em|na|no)$/,
  color:
    /^(warna|color|colour|cor|warnanya|ukuran|size|talla|tamano|tamanho|rasa|flavou?r|sabor|varian|variant|variante)$/,
  category: /^(kategori|category|categoria)$/,
}

type Place = {
  readonly at: number
  readonly length: number
  readonly said: readonly string[]
  /** The words before. */
  readonly near: readonly string[]
}

/** One dimension of several: the one whose noun stands before it, whole names first, then by order. */
const mentionOf = (entries: readonly Entry[], place: Place): Mention | null => {
  const dimensions = ORDER.filter((each) => entries.some((entry) => entry.dimension === each))
  const named = dimensions.find((each) => place.near.some((word) => NOUNS[each].test(word)))
  const single = dimensions.find((each) =>
    entries.some((entry) => entry.dimension === each && entry.words.length === place.length),
  )
  const dimension = named ?? single ?? dimensions[0]
  if (dimension === undefined) return null
  const valuesOf = (of: NamedDimension) => [
    ...new Set(entries.filter((entry) => entry.dimension === of).map(({ name }) => name)),
  ]
  const rival = dimensions.find(
    (each) => each !== dimension && isEither(entries, place.said, [dimension, each]),
  )
  return {
    at: place.at,
    length: place.length,
    dimension,
    values: valuesOf(dimension),
    mended: false,
    rival:
      named !== undefined || rival === undefined
        ? null
        : { dimension: rival, values: valuesOf(rival) },
  }
}

/** `Dago` is a branch and a product of that name; `rosa` two things in its own language. */
const isEither = (
  entries: readonly Entry[],
  said: readonly string[],
  kinds: readonly NamedDimension[],
): boolean => {
  const isOwn = (entry: Entry) => entry.words.join(' ') === said.join(' ')
  const [word = ''] = said
  const isTranslated = entries.every(({ words }) => !words.includes(word))
  return (
    kinds.every((kind) => entries.some((entry) => entry.dimension === kind && isOwn(entry))) ||
    (said.length === 1 && TWO_THINGS.has(word) && isTranslated)
  )
}

const meantEntries = (meant: string, index: NameIndex) =>
  index.byWord.get(meant) ??
  index.byJoined.get(meant) ??
  formsOf(meant).flatMap((form) => index.byWord.get(form) ?? [])

/** A word nobody knows, as the name it was meant to be; null when none or several kinds come near. */
export const mendedName = (word: string, at: number, index: NameIndex): Mention | null => {
  if (word.length < SHORTEST_MENDED) return null
  const isLong = (key: string) => key.length >= SHORTEST_MENDED
  const own = [...index.byWord.keys()].filter(isLong)
  const joined = [...index.byJoined.keys()].filter(isLong)
  const [meant] = [
    ...meantBy(word, own),
    ...meantBy(word, joined),
    // `lillies` in a shop that sells `Lily`.
    ...meantBy(word, own.flatMap((key) => SAME_GOODS.get(key) ?? []).filter(isLong)),
    ...[...index.byWord.keys(), ...joined].filter((name) => isWithoutVowelsOf(word, name)),
  ].filter((name) => !goesOnAfter(word, name))
  const entries = meant === undefined ? blendedIn(word, index) : meantEntries(meant, index)
  const mention = mentionOf(entries, { at, length: 1, said: [word], near: [] })
  return mention && { ...mention, mended: true }
}
/** `nasgor` is nasi goreng, `kopsus` kopi susu: two neighbouring words by how they begin. */
const blendedIn = (word: string, { entries }: NameIndex): readonly Entry[] =>
  entries.filter(({ words }) =>
    words.some((first, i) => {
      const second = words[i + 1] ?? ''
      return BLEND_CUTS.some(
        (cut) =>
          word.length - cut >= BLENDED_MIN &&
          first.startsWith(word.slice(0, cut)) &&
          second.startsWith(word.slice(cut)),
      )
    }),
  )
/** Fewer letters of a word than these begin too many others. */
const BLENDED_MIN = 3
const BLEND_CUTS = [3, 4] as const

/** A slip in a shorter word makes another word. */
const SHORTEST_MENDED = 4

/** Names that share a beginning with a word nobody knows, for `did you mean`. */
export const nearestNames = (
  word: string,
  index: NameIndex,
): readonly { readonly name: string; readonly dimension: NamedDimension }[] => {
  const start = word.slice(0, SHARED_LETTERS)
  const alike = index.entries.filter(({ words }) => words.some((each) => each.startsWith(start)))
  return [...new Map(alike.map(({ name, dimension }) => [name, { name, dimension }])).values()]
}
const SHARED_LETTERS = 3
