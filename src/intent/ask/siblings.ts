import { nameWords } from './names-in.ts'
import type { Catalogue, Filter } from './plan.ts'

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

/** `Mawar Putih` bears `putih`. */
export const bears = (name: string, said: string): boolean => {
  const words = nameWords(name)
  return nameWords(said).every((word) => words.includes(word))
}

const shareWord = (one: string, other: string): boolean => {
  const words = nameWords(other)
  return nameWords(one).some((word) => words.includes(word))
}
