import { nameKey } from '../sales/names.ts'
import { goesOnAfter, slipCost } from './typo.ts'
import { unaccented } from './words.ts'

/** Which of the shop's own things a typed name means. */
export type NameMatch<Thing> =
  | { readonly kind: 'one'; readonly thing: Thing }
  /** Several fit equally well; in the order given. */
  | { readonly kind: 'several'; readonly things: readonly Thing[] }
  /** None fits; `near` are the closest, perhaps none. */
  | { readonly kind: 'none'; readonly near: readonly Thing[] }

/** A start of a word stands for it from this length on: `maw` for `mawar`. */
const START_LETTERS_MIN = 3
const NEAR_MAX = 3
/** Two letters in five may differ for a name to be offered as a guess. */
const NEAR_SHARE = 0.4

/**
 * The whole name wins over its words, its words over a part of them, exact words over starts and slips
 * of the finger. `mawar` means the one product called so, or asks between Mawar Merah and Mawar Putih.
 */
export const matchName = <Thing extends { readonly name: string }>(
  said: string,
  things: readonly Thing[],
): NameMatch<Thing> => {
  const words = wordsIn(said)
  if (words.length === 0) return { kind: 'none', near: [] }
  const ranked = things
    .map((thing) => ({ thing, rank: rankOf(words, wordsIn(thing.name)) }))
    .filter(({ rank }) => rank !== null)
  const best = Math.min(...ranked.map(({ rank }) => rank ?? NO_RANK))
  const fits = ranked.filter(({ rank }) => rank === best).map(({ thing }) => thing)
  const [first, ...others] = fits
  if (first === undefined) return { kind: 'none', near: nearest(words, things) }
  return others.length === 0 ? { kind: 'one', thing: first } : { kind: 'several', things: fits }
}

/** The one name these words mean; null when none does or several do. */
export const nameMeant = (said: string, names: readonly string[]): string | null => {
  const match = matchName(
    said,
    names.map((name) => ({ name })),
  )
  return match.kind === 'one' ? match.thing.name : null
}

const NO_RANK = 9

const wordsIn = (name: string): readonly string[] =>
  unaccented(nameKey(name)).match(/[\p{L}\p{N}]+/gu) ?? []

/** 0 the same words, 1 all of them though mistyped, 2 some of them, 3 some and mistyped. */
const rankOf = (said: readonly string[], own: readonly string[]): number | null => {
  if (said.join(' ') === own.join(' ')) return 0
  const left = [...own]
  let isExact = true
  for (const word of said) {
    const exact = left.indexOf(word)
    const at = exact === -1 ? left.findIndex((each) => isMeant(word, each)) : exact
    if (at === -1) return null
    isExact &&= exact !== -1
    left.splice(at, 1)
  }
  const isWhole = left.length === 0
  return (isWhole ? 0 : 2) + (isExact && !isWhole ? 0 : 1)
}

const isMeant = (word: string, own: string): boolean =>
  singular(word) === singular(own) ||
  (word.length >= START_LETTERS_MIN && own.startsWith(word)) ||
  (slipCost(word, own) !== null && !goesOnAfter(word, own))

const singular = (word: string): string =>
  word.length > START_LETTERS_MIN ? word.replace(/(?<!s)s$/u, '') : word

const nearest = <Thing extends { readonly name: string }>(
  said: readonly string[],
  things: readonly Thing[],
): readonly Thing[] =>
  things
    .map((thing) => ({ thing, share: farness(said, wordsIn(thing.name)) }))
    .filter(({ share }) => share <= NEAR_SHARE)
    .toSorted((a, b) => a.share - b.share)
    .slice(0, NEAR_MAX)
    .map(({ thing }) => thing)

/** Share of letters that differ between the most alike pair of words. */
const farness = (said: readonly string[], own: readonly string[]): number =>
  Math.min(
    1,
    ...said.flatMap((word) =>
      own.map((each) => edits(word, each) / Math.max(word.length, each.length, 1)),
    ),
  )

/** Longer words are cut: two names that agree so far are near enough to be offered. */
const LETTERS_MAX = 24

/** Levenshtein distance. */
const edits = (a: string, b: string): number => {
  const [from, to] = [a.slice(0, LETTERS_MAX), b.slice(0, LETTERS_MAX)]
  let row = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
