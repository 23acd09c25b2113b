import { filterOf } from './model-filters.ts'
import type { ModelMention } from './model-reading.ts'
import { type Mention, mendedName, type NameIndex, namesIn, nearestNames } from './names-in.ts'
import type { Filter } from './plan.ts'
import { spokenWords } from './spoken.ts'

export type Resolved = { readonly filters: readonly Filter[]; readonly mended: boolean }

/**
 * Words a model pointed at, as names of this shop: as they were said, then in translation, then with a
 * slip mended. Null when the shop has no such name: then it is asked back, never guessed.
 */
export const resolveMention = (mention: ModelMention, index: NameIndex): Resolved | null => {
  const said = [mention.said, ...mention.translations]
  const exact = said.map((text) => named(text, mention, index)).find((each) => each.length > 0)
  const mended = exact ? [] : slipIn(mention, index)
  const found = exact ?? mended
  if (found.length === 0) return null
  return {
    filters: found.map(({ dimension, values }) =>
      filterOf(dimension, mention.op === 'not', values),
    ),
    mended: exact === undefined,
  }
}

const wordsOf = (text: string, index: NameIndex): readonly string[] =>
  spokenWords(text, new Set([...index.byWord.keys()].filter((word) => word.length > 2)))

/** Of the kind the model says where there is one, else whatever has this name. */
const named = (text: string, { dimension }: ModelMention, index: NameIndex): readonly Mention[] => {
  const words = wordsOf(text, index)
  const found = namesIn(words, index, () => false)
  const own = found.filter((each) => each.dimension === dimension)
  const chosen = own.length > 0 ? own : found
  // `mawar hitam` is no `mawar`: every word of it belongs to a name.
  const placed = found.reduce((sum, { length }) => sum + length, 0)
  return placed === words.length ? chosen : []
}

const slipIn = ({ said, dimension }: ModelMention, index: NameIndex): readonly Mention[] => {
  const words = wordsOf(said, index)
  const mended = words.map((word, at) => mendedName(word, at, index))
  return mended.every((each) => each !== null && each.dimension === dimension)
    ? mended.filter((each) => each !== null)
    : []
}

/** As many as a bubble has buttons. */
const NEAREST_MAX = 3

/** Names of the shop that come near to a mention it does not know. */
export const nearestNamed = ({ said, translations }: ModelMention, index: NameIndex) =>
  [said, ...translations]
    .flatMap((text) => wordsOf(text, index))
    .flatMap((word) => nearestNames(word, index))
    .slice(0, NEAREST_MAX)
