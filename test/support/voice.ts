/** A recording as far as anybody looks at it: two Ogg pages (RFC 3533), the last one at this second. */
export const aVoiceNote = (seconds: number): Uint8Array =>
  Buffer.concat([oggPage(0, 'OpusHead'), oggPage(seconds, 'speech')])

const oggPage = (seconds: number, body: string): Buffer => {
  const head = Buffer.alloc(28)
  head.write('OggS', 0)
  head.writeBigInt64LE(BigInt(Math.round(seconds * 48_000)), 6)
  head[26] = 1
  head[27] = body.length
  return Buffer.concat([head, Buffer.from(body)])
}
