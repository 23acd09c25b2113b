import { type Mention, nameWords } from './names-in.ts'
import type { Catalogue, Filter, Plan } from './plan.ts'

/**
 * `yang putih?` after Mawar Merah means Mawar Putih: of the goods that were just spoken of, the one of the other
 * colour or kind, and not every white thing of the shop. Filters come back as they are where it has none.
 */
export const siblingsOf = (
  filters: readonly Filter[],
  before: readonly Filter[],
  { products }: Pick<Catalogue, 'products'>,
): readonly Filter[] => {
  const [last, ...others] = before.filter(({ dimension }) => dimension === 'product')
  const [name] = last?.values ?? []
  if (last?.op !== 'eq' || name === undefined || others.length > 0) return filters
  return filters.map((filter) => {
    const [value] = filter.values
    if (filter.op === 'not' || value === undefined) return filter
    if (filter.dimension !== 'color' && filter.dimension !== 'product') return filter
    const among =
      filter.dimension === 'product' ? filter.values : products.filter((each) => bears(each, value))
    const isNarrowed = filter.dimension === 'color' || among.length > 1
    const siblings = among.filter((each) => shareWord(each, name))
    if (!isNarrowed || siblings.length === 0 || siblings.includes(name)) return filter
    return { dimension: 'product', op: siblings.length === 1 ? 'eq' : 'in', values: siblings }
  })
}

/**
 * `mawar merah dan putih`, `red and white roses`: a bare colour beside goods of another colour means their sibling,
 * for nothing is red roses and white at once.
 */
export const withSiblings = (
  mentions: readonly Mention[],
  words: readonly string[],
  catalogue: Pick<Catalogue, 'products' | 'colors'>,
): readonly Mention[] =>
  mentions.map((mention, i) => {
    if (mention.dimension !== 'color') return mention
    const goods = [mentions[i - 1], mentions[i + 1]].find(
      (other) =>
        other?.dimension === 'product' &&
        areJoined(words, mention, other) &&
        other.values.every((name) => hasOtherColor(name, mention.values, catalogue)),
    )
    if (goods === undefined) return mention
    const values = catalogue.products.filter(
      (each) =>
        mention.values.some((value) => bears(each, value)) &&
        goods.values.some((name) => shareWord(each, name)),
    )
    return values.length === 0 ? mention : { ...mention, dimension: 'product' as const, values }
  })

/** `mawar merah dan kuning` where there are no yellow roses: nothing is of both colours. */
export const isOfTwoColors = ({ filters }: Plan, catalogue: Pick<Catalogue, 'colors'>): boolean => {
  const colors = filters.find(({ dimension, op }) => dimension === 'color' && op !== 'not')
  const goods = filters.find(({ dimension, op }) => dimension === 'product' && op !== 'not')
  return (
    colors !== undefined &&
    goods !== undefined &&
    goods.values.every((name) => hasOtherColor(name, colors.values, catalogue))
  )
}

const hasOtherColor = (
  name: string,
  own: readonly string[],
  { colors }: Pick<Catalogue, 'colors'>,
): boolean => colors.some((color) => bears(name, color)) && !own.some((color) => bears(name, color))

/** Only a joining word stands between them. */
const areJoined = (words: readonly string[], one: Mention, other: Mention): boolean => {
  const [first, second] = one.at < other.at ? [one, other] : [other, one]
  const between = words.slice(first.at + first.length, second.at)
  return between.length > 0 && between.every((word) => JOINING.has(word))
}
const JOINING = new Set(
  'dan and y e o or atau ato ou sama dengan with con com plus vs versus lawan against contra dibanding the las los as os yang'.split(
    ' ',
  ),
)

/** `Mawar Putih` bears `putih`. */
export const bears = (name: string, said: string): boolean => {
  const words = nameWords(name)
  return nameWords(said).every((word) => words.includes(word))
}

const shareWord = (one: string, other: string): boolean => {
  const words = nameWords(other)
  return nameWords(one).some((word) => words.includes(word))
}
