import { randomInt } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** 62^43 > 2^256: as much as 32 random bytes, which nobody guesses. */
const LENGTH = 43

/**
 * A secret of letters and digits alone: what is shown in a chat must not hold `_` or `-`, which are marks
 * there and get lost where they stand in a row.
 */
export const newSecret = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
