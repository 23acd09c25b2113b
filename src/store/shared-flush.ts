/** Brings what was written to the disk: one flush for all who wait for one at that moment. */
export type SharedFlush = {
  /** Something was written that somebody is going to be promised. */
  readonly written: () => void
  /** Resolves once all that was written so far lies on the disk; rejects when it could not be brought there. */
  readonly done: () => Promise<void>
}

/**
 * A flush counts for what was written before it began. Whoever comes while one runs shares the next with all the
 * others who came meanwhile; where nothing is left to bring, nobody waits.
 */
export const sharedFlush = (flush: () => Promise<void>): SharedFlush => {
  let [writes, safe] = [0, 0]
  let running: Promise<void> | null = null
  const begin = async (): Promise<void> => {
    const upTo = writes
    try {
      await flush()
      safe = upTo
    } finally {
      running = null
    }
  }
  return {
    written: () => {
      writes++
    },
    done: async () => {
      const upTo = writes
      // One that runs began without the newest; whether it succeeds is for those who wait for it.
      await running?.catch(() => undefined)
      if (safe >= upTo) return
      running ??= begin()
      await running
    },
  }
}
