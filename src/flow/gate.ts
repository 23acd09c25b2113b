/** Lets so many in at a time; whoever comes then waits their turn, in the order they came. */
export type Gate = {
  /** Resolves when there is room. Who has entered leaves, whatever happens. */
  readonly enter: () => Promise<void>
  readonly leave: () => void
}

export const gateFor = (max: number): Gate => {
  const waiting: (() => void)[] = []
  let inside = 0
  return {
    enter: async () => {
      if (inside < max) {
        inside += 1
        return
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave: () => {
      const next = waiting.shift()
      // The place of whoever leaves is the next one's.
      if (next) next()
      else inside -= 1
    },
  }
}
