/**
 * CRC-32 as zip uses it (polynomial 0xEDB88320, PKWARE APPNOTE 4.4.7). `before` is the checksum of
 * what came earlier in the same stream, 0 at its start. "123456789" comes to 0xCBF43926.
 */
export const crc32 = (bytes: Uint8Array, before: number): number => {
  let crc = ~before
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

const POLYNOMIAL = 0xedb88320

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  return crc
})
