import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Lower-case hex only: Meta writes nothing else, and a laxer reading would accept two spellings. */
const HEADER = /^sha256=([0-9a-f]{64})$/

/**
 * Whether Meta signed exactly these bytes: HMAC-SHA256 keyed with the app secret, in the header
 * `X-Hub-Signature-256`. The bytes must be the ones received: Meta escapes `é`, `/` and emoji in its
 * own way, so JSON parsed and written again never verifies. Several secrets are for rotation.
 */
export const isSigned = (
  rawBody: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
): boolean => {
  const given = HEADER.exec(header ?? '')?.[1]
  if (given === undefined) return false
  return secrets.some((secret) => secret !== '' && equalDigest(given, digest(secret, rawBody)))
}

/** The header value for these bytes, as the simulator and the tests need it. */
export const sign = (rawBody: Uint8Array, secret: string): string =>
  `sha256=${digest(secret, rawBody)}`

/** Proof that the holder of this token also knows the app secret; Meta can be told to require it. */
export const appSecretProof = (token: string, appSecret: string): string => digest(appSecret, token)

/** Digests have equal length whatever the texts have, so the comparison takes constant time. */
export const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

const digest = (key: string, message: Uint8Array | string): string =>
  createHmac('sha256', key).update(message).digest('hex')

/** Both are 64 hex digits by now, so timingSafeEqual cannot throw on unequal lengths. */
const equalDigest = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(a, 'ascii'), Buffer.from(b, 'ascii'))
