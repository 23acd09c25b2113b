/** Meta lets one message through to the same person every six seconds … */
const REFILL_MS = 6000

export type PairLimit = {
  /** Whether one more message may go to this person now. */
  readonly allows: (userId: string, now: number) => boolean
}

/** … and lends up to `burst` (45 at Meta) from the future, refused with 131056 once they are gone. */
export const pairLimit = (burst: number): PairLimit => {
  const left = new Map<string, { readonly messages: number; readonly at: number }>()
  return {
    allows: (userId, now) => {
      const before = left.get(userId) ?? { messages: burst, at: now }
      const messages = Math.min(burst, before.messages + (now - before.at) / REFILL_MS)
      const isAllowed = messages >= 1
      left.set(userId, { messages: isAllowed ? messages - 1 : messages, at: now })
      return isAllowed
    },
  }
}
