/** Wrong tokens an address may send at once: a till with an old token set up in several places. */
const TRIES_MAX = 20
/** One more every six seconds: ten a minute find no 32-byte token, and tell a person what is wrong. */
const TRY_MS = 6000
/** Addresses remembered; a flood from more of them pushes the oldest out. Some 100 bytes each. */
const ADDRESSES_MAX = 10_000

/** Seconds until the address may try again; null while it may. */
export type WrongTokens = (address: string, now: number) => number | null

type Bucket = { tries: number; at: number }

/**
 * Counts wrong tokens by address, as a bucket that fills again with time. Only wrong ones are
 * counted, so that a shop's own program is never held up by whoever shares its address.
 */
export const createWrongTokens = (): WrongTokens => {
  const buckets = new Map<string, Bucket>()
  return (address, now) => {
    const bucket = refilled(buckets.get(address), now)
    // Put last again: the map's order is the order of use.
    buckets.delete(address)
    buckets.set(address, bucket)
    const [oldest] = buckets.keys()
    if (buckets.size > ADDRESSES_MAX && oldest !== undefined) buckets.delete(oldest)
    if (bucket.tries < 1) return Math.ceil((TRY_MS * (1 - bucket.tries)) / 1000)
    bucket.tries--
    return null
  }
}

const refilled = (bucket: Bucket | undefined, now: number): Bucket => {
  if (bucket === undefined) return { tries: TRIES_MAX, at: now }
  const tries = bucket.tries + Math.max(0, now - bucket.at) / TRY_MS
  return { tries: Math.min(TRIES_MAX, tries), at: now }
}
