/** The electricity of one run of the program: after the cut nothing it began ever goes on. */
export type Power = {
  readonly isOn: () => boolean
  readonly cut: () => void
  /** Grows whenever a door was opened or closed. */
  readonly moves: () => number
  /** The same door, slow now and then, and dead after the cut. */
  readonly behind: <Door extends object>(door: Door, slowness?: () => number) => Door
}

/** Thrown at the step where the power fails, so that the step itself ends there. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut'
}

type Asked = (...args: unknown[]) => unknown

export const powerOf = (wait: (ms: number) => Promise<void>): Power => {
  let isOn = true
  let moves = 0
  const never = new Promise<never>(() => undefined)
  const through =
    (ask: Asked, slowness: () => number) =>
    async (...args: unknown[]): Promise<unknown> => {
      if (!isOn) return never
      moves++
      const slowMs = slowness()
      if (slowMs > 0) await wait(slowMs)
      if (!isOn) return never
      try {
        return await ask(...args)
      } finally {
        moves++
        if (!isOn) await never
      }
    }
  return {
    isOn: () => isOn,
    cut: () => {
      isOn = false
    },
    moves: () => moves,
    behind: <Door extends object>(door: Door, slowness = () => 0): Door =>
      // Every door of ours is a record of functions that give promises.
      Object.fromEntries(
        Object.entries(door).map(([name, ask]) => [name, through(ask as Asked, slowness)]),
      ) as Door,
  }
}
