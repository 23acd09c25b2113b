/** The distinct texts of a column, each under a number. Number 0 is the empty text. */
export type Texts = {
  /** The number of the stretch `from`..`to` of a text, which is not copied unless it is new. */
  readonly codeOf: (text: string, from: number, to: number) => number
  readonly values: readonly string[]
}

/**
 * Numbers texts as they come. A hash table of its own over the characters where they lie: cutting
 * each of eight million cells out of the file first, to look it up in a `Map`, took three times as
 * long. Once nearly every text is new, as in a column of timestamps, only the one before is looked
 * at: then a text may get several numbers, but equal numbers still are equal texts.
 */
export const numberedTexts = (): Texts => {
  const values = ['']
  let slots: Slots | null = slotsOf(FIRST_SIZE)
  let [last, asked] = [0, 0]

  const enter = (text: string, from: number, to: number): number => {
    const code = values.length
    values.push(ownText(text.slice(from, to)))
    return code
  }
  const found = (text: string, from: number, to: number): number => {
    if (slots === null) return enter(text, from, to)
    const { codes, hashes } = slots
    const hash = hashOf(text, from, to)
    const mask = codes.length - 1
    let at = hash & mask
    for (let known = codes[at] ?? 0; known !== 0; known = codes[at] ?? 0) {
      const value = values[known] ?? ''
      const isIt = hashes[at] === hash && value.length === to - from && isAt(value, text, from)
      if (isIt) return known
      at = (at + 1) & mask
    }
    const code = enter(text, from, to)
    codes[at] = code
    hashes[at] = hash
    slots = roomier(slots, code, asked)
    return code
  }
  const codeOf = (text: string, from: number, to: number): number => {
    asked++
    if (from >= to) return 0
    const before = values[last] ?? ''
    if (before.length !== to - from || !isAt(before, text, from)) last = found(text, from, to)
    return last
  }
  return { codeOf, values }
}

/** V8 keeps a longer piece of a text as a window onto it: 13 letters would hold on to 100 MB. */
const ownText = (piece: string): string =>
  piece.length < WINDOW_CHARS_MIN ? piece : ` ${piece}`.slice(1)

const WINDOW_CHARS_MIN = 13

/** Looking up what never repeats costs half the time of reading such a file, and 40 MB a column. */
const DISTINCT_MIN = 50_000
const DISTINCT_SHARE = 0.9

/** Open addressing; sizes are powers of two, code 0 is a free slot. */
type Slots = { readonly codes: Uint32Array; readonly hashes: Int32Array }

const FIRST_SIZE = 256

const slotsOf = (size: number): Slots => ({
  codes: new Uint32Array(size),
  hashes: new Int32Array(size),
})

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones that choose the slot. */
const hashOf = (text: string, from: number, to: number): number => {
  let hash = FNV_BASIS
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME)
  return hash ^ (hash >>> 15)
}

const FNV_BASIS = -2_128_831_035
const FNV_PRIME = 16_777_619

/** True when this very text begins at `from`. Backwards: receipt numbers and timestamps differ at their end. */
const isAt = (value: string, text: string, from: number): boolean => {
  for (let i = value.length - 1; i >= 0; i--) {
    if (value.charCodeAt(i) !== text.charCodeAt(from + i)) return false
  }
  return true
}

/** Half full at most, so that probes stay short; null once looking up is not worth it any more. */
const roomier = (slots: Slots, used: number, asked: number): Slots | null => {
  if (used > DISTINCT_MIN && used > asked * DISTINCT_SHARE) return null
  return used * 2 > slots.codes.length ? regrown(slots) : slots
}

const regrown = (old: Slots): Slots => {
  const larger = slotsOf(old.codes.length * 2)
  old.codes.forEach((code, i) => {
    if (code === 0) return
    const hash = old.hashes[i] ?? 0
    const mask = larger.codes.length - 1
    let at = hash & mask
    while (larger.codes[at] !== 0) at = (at + 1) & mask
    larger.codes[at] = code
    larger.hashes[at] = hash
  })
  return larger
}
