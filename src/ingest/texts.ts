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
    const hash = hashOf(text, from, to)
    const at = slotFor(slots, hash, (known) => isAt(values[known] ?? '', text, from, to))
    const before = slots.codes[at] ?? 0
    if (before !== 0) return before
    const code = enter(text, from, to)
    slots.codes[at] = code
    slots.hashes[at] = hash
    if (code > DISTINCT_MIN && code > asked * DISTINCT_SHARE) slots = null
    // Half full at most: probes stay short.
    else if (code * 2 > slots.codes.length) slots = regrown(slots)
    return code
  }
  const codeOf = (text: string, from: number, to: number): number => {
    asked++
    if (from >= to) return 0
    if (!isAt(values[last] ?? '', text, from, to)) last = found(text, from, to)
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

/** The slot of the text with this hash, or the free one it would take. */
const slotFor = (
  { codes, hashes }: Slots,
  hash: number,
  isIt: (code: number) => boolean,
): number => {
  const mask = codes.length - 1
  let at = hash & mask
  for (let code = codes[at] ?? 0; code !== 0; code = codes[at] ?? 0) {
    if (hashes[at] === hash && isIt(code)) return at
    at = (at + 1) & mask
  }
  return at
}

const isAt = (value: string, text: string, from: number, to: number): boolean => {
  const { length } = value
  if (length !== to - from) return false
  // Backwards: receipt numbers and timestamps differ at their end.
  for (let i = length - 1; i >= 0; i--) {
    if (value.charCodeAt(i) !== text.charCodeAt(from + i)) return false
  }
  return true
}

const regrown = (old: Slots): Slots => {
  const larger = slotsOf(old.codes.length * 2)
  old.codes.forEach((code, i) => {
    if (code === 0) return
    const hash = old.hashes[i] ?? 0
    const at = slotFor(larger, hash, () => false)
    larger.codes[at] = code
    larger.hashes[at] = hash
  })
  return larger
}
