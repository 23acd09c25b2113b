/**
 * cyrb53 (bryc, public domain): a 53-bit hash, the most a JavaScript number holds exactly. Among a
 * million different texts the chance that any two meet is about 1 in 18,000.
 */
export const hash53 = (text: string): number => {
  let a = SEED_A
  let b = SEED_B
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  return finished(a, b)
}

/**
 * The same over whole numbers; null differs from every number. Each number goes in as its low and
 * high 32 bits, so sums past four billion minor units still tell apart.
 */
export const hashNumbers = (numbers: readonly (number | null)[]): number => {
  let a = SEED_A
  let b = SEED_B
  for (const number of numbers) {
    const low = number === null ? 0 : number >>> 0
    const high = number === null ? NULL_MARK : Math.floor(number / 4294967296)
    a = Math.imul(a ^ low, 2654435761)
    b = Math.imul(b ^ low, 1597334677)
    a = Math.imul((a ^ high) + (a >>> 15), 2654435761)
    b = Math.imul((b ^ high) + (b >>> 13), 1597334677)
  }
  return finished(a, b)
}

const SEED_A = 0xdeadbeef
const SEED_B = 0x41c6ce57
/** No number has these high bits: the largest exact one has 21 of them. */
const NULL_MARK = 0x5ca1ab1e

const finished = (first: number, second: number): number => {
  const a =
    Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909)
  const b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
