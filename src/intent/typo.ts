/**
 * Slips of the finger. Costs follow how people mistype on a phone: a letter too many, too few or
 * swapped is likely, the key beside the right one less so, any other letter makes another word
 * (`kelapa` is no `kenapa`, `rangkaian` no `rangkuman`). Damerau-Levenshtein distance (optimal string
 * alignment, Boytsov 2011) with those costs. Example: `pnjualan` is 2 from `penjualan`, `grafuk` is 3
 * from `grafik`.
 */
const SKIP_COST = 2
const SWAP_COST = 2
const NEXT_KEY_COST = 3
const WRONG_COST = 4

/** By the shorter of the two words: what is still the same word. Under four letters nothing is. */
const COST_MAX: readonly number[] = [0, 0, 0, 0, 0, SKIP_COST, NEXT_KEY_COST]
const COST_MAX_LONG = SKIP_COST + NEXT_KEY_COST
const SWAP_ONLY_LETTERS = 4
/** Longer words are not in the vocabulary; comparing them would only cost time. */
const LETTERS_MAX = 24

/** The words of the list that this one may have been meant to be, nearest first in cost. */
export const meantBy = (word: string, candidates: Iterable<string>): string[] =>
  [...candidates]
    .map((candidate) => ({ candidate, cost: slipCost(word, candidate) }))
    .filter(({ cost }) => cost !== null)
    .sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0))
    .map(({ candidate }) => candidate)

/** `kemangi` is no slip of `kemang`: it holds the whole name and goes on. A letter held too long may. */
export const goesOnAfter = (word: string, name: string): boolean =>
  word.length > name.length &&
  word.startsWith(name) &&
  !/^(.)\1*$/u.test(word.slice(name.length - 1))

/** What the slip from one word to the other costs; null when it is another word. */
export const slipCost = (word: string, meant: string): number | null => {
  const letters = Math.min(word.length, meant.length)
  // The first letter is seldom wrong, and asking for it keeps most nouns away.
  if (letters < SWAP_ONLY_LETTERS || word[0] !== meant[0]) return null
  if (Math.max(word.length, meant.length) > LETTERS_MAX) return null
  if (letters === SWAP_ONLY_LETTERS && word.length !== meant.length) return null
  const costMax = letters === SWAP_ONLY_LETTERS ? SWAP_COST : (COST_MAX[letters] ?? COST_MAX_LONG)
  const cost = letters > SWAP_ONLY_LETTERS && alike(word, meant) ? SKIP_COST : distance(word, meant)
  return cost <= costMax ? cost : null
}

/** `telor` is `telur`, `puteh` is `putih`: half of Indonesia writes one vowel for the other. */
const alike = (word: string, meant: string): boolean =>
  word.length === meant.length &&
  word !== meant &&
  [...word].every((letter, i) => letter === meant[i] || HEARD_AS.get(letter) === meant[i])
const HEARD_AS: ReadonlyMap<string, string> = new Map([
  ['o', 'u'],
  ['u', 'o'],
  ['e', 'i'],
  ['i', 'e'],
])

const distance = (word: string, meant: string): number => {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: meant.length + 1 }, (_, j) => j * SKIP_COST)
  for (let i = 1; i <= word.length; i += 1) {
    const next = nextRow({ word, meant, i, before, row })
    before = row
    row = next
  }
  return row[meant.length] ?? 0
}

type Step = {
  readonly word: string
  readonly meant: string
  /** Letters of the word read so far. */
  readonly i: number
  readonly before: readonly number[]
  readonly row: readonly number[]
}

const nextRow = ({ word, meant, i, before, row }: Step): readonly number[] => {
  const next = [i * SKIP_COST]
  for (let j = 1; j <= meant.length; j += 1) {
    const swapped = word[i - 1] === meant[j - 2] && word[i - 2] === meant[j - 1]
    next[j] = Math.min(
      costAt(row, j) + SKIP_COST,
      costAt(next, j - 1) + SKIP_COST,
      costAt(row, j - 1) + letterCost(word[i - 1] ?? '', meant[j - 1] ?? ''),
      (swapped ? costAt(before, j - 2) : Number.POSITIVE_INFINITY) + SWAP_COST,
    )
  }
  return next
}

const letterCost = (typed: string, right: string): number => {
  if (typed === right) return 0
  const [a, b] = [KEYS.get(typed), KEYS.get(right)]
  const isNext = a && b && Math.hypot(a.x - b.x, a.y - b.y) < KEY_REACH
  return isNext ? NEXT_KEY_COST : WRONG_COST
}

/** Keys of a phone: each row is shifted by half a key; neighbours lie about one key apart. */
const KEY_REACH = 1.3
const KEYS: ReadonlyMap<string, { readonly x: number; readonly y: number }> = new Map(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row, y) =>
    [...row].map((letter, x) => [letter, { x: x + y / 2, y }] as const),
  ),
)

const costAt = (row: readonly number[], j: number): number => row[j] ?? Number.POSITIVE_INFINITY
