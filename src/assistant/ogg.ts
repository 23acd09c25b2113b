/** How an Ogg page begins (RFC 3533, 6); eight bytes of its position stand after the version and type. */
const PAGE = Buffer.from('OggS')
const POSITION_AT = 6
const POSITION_BYTES = 8
/** Opus counts in 48,000ths of a second whatever it was recorded with (RFC 7845, 4). */
const SAMPLES_A_SECOND = 48_000

/**
 * Seconds of an Ogg Opus recording, from the position on its last page; null when these bytes are none. A
 * channel tells no length, and a long recording should cost nothing.
 */
export const oggSeconds = (bytes: Uint8Array): number | null => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.indexOf(PAGE) !== 0) return null
  const last = view.lastIndexOf(PAGE)
  if (last + POSITION_AT + POSITION_BYTES > view.length) return null
  const position = view.readBigInt64LE(last + POSITION_AT)
  // -1 says that no packet ends on this page: a recording that breaks off.
  return position < 0n ? null : Number(position) / SAMPLES_A_SECOND
}
