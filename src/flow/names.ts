import { unaccented } from '../intent/words.ts'
import { nameKey } from '../sales/names.ts'

/**
 * The one name these words mean: the whole name, else the only name that holds all of them. Null when
 * none does or several do.
 */
export const nameMeant = (said: string, names: readonly string[]): string | null => {
  const key = keyOf(said)
  if (key === '') return null
  const whole = names.find((name) => keyOf(name) === key)
  if (whole !== undefined) return whole
  const holding = namesHolding(said, names)
  return holding.length === 1 ? (holding[0] ?? null) : null
}

/** Every name that holds all of these words: `mawar` means each of the roses. */
export const namesHolding = (said: string, names: readonly string[]): readonly string[] => {
  const words = keyOf(said)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return names.filter((name) => {
    const own = new Set(keyOf(name).split(WORD_ENDS))
    return words.every((word) => own.has(word))
  })
}

/** `cafe` means Café: half of all messages come without accents. */
const keyOf = (name: string): string => unaccented(nameKey(name))

const WORD_ENDS = /[^\p{L}\p{N}]+/u
