/**
 * Numbers and names inside a binary file, low byte first. Reading past the end gives 0 or nothing:
 * no signature matches that, so a cut file is found out and not stumbled over.
 */
export type Fields = {
  readonly length: number
  readonly u8: (at: number) => number
  readonly u16: (at: number) => number
  readonly u32: (at: number) => number
  /** Exact up to 2^53; a larger one comes out larger than any file. */
  readonly u64: (at: number) => number
  readonly text: (at: number, bytes: number) => string
}

export const fieldsOf = (bytes: Uint8Array): Fields => {
  const u8 = (at: number): number => bytes[at] ?? 0
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8)
  const u32 = (at: number): number => u16(at) + u16(at + 2) * 0x10000
  return {
    length: bytes.length,
    u8,
    u16,
    u32,
    u64: (at) => u32(at) + u32(at + 4) * 0x100000000,
    text: (at, count) => new TextDecoder().decode(bytes.subarray(at, at + count)),
  }
}
