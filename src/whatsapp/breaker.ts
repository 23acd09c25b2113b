/** Failures in a row after which a host is taken for down. */
const FAILURES_MAX = 5
/** How long nobody asks it; then one call tries, and its outcome decides. */
const REST_MS = 15_000

export type Breaker = {
  /** Whether this host may be asked now. The one call let through after a rest is the probe. */
  readonly allows: (host: string) => boolean
  readonly reached: (host: string) => void
  readonly missed: (host: string) => void
}

type Health = { readonly failures: number; readonly restsUntil: number }

const WELL: Health = { failures: 0, restsUntil: 0 }

/**
 * Keeps a queue from waiting out one timeout after the other while a host is down. A refusal counts
 * as reached: only silence is a failure. `now` is in milliseconds.
 */
export const hostBreaker = (now: () => number): Breaker => {
  const hosts = new Map<string, Health>()
  const healthOf = (host: string): Health => hosts.get(host) ?? WELL
  return {
    allows: (host) => {
      const health = healthOf(host)
      if (health.failures < FAILURES_MAX) return true
      if (now() < health.restsUntil) return false
      // The probe goes; whoever comes while it is under way waits for its outcome.
      hosts.set(host, { ...health, restsUntil: now() + REST_MS })
      return true
    },
    reached: (host) => {
      hosts.delete(host)
    },
    missed: (host) => {
      const failures = healthOf(host).failures + 1
      hosts.set(host, { failures, restsUntil: now() + REST_MS })
    },
  }
}
