/** A clock that can be sent ahead and called back, for trying what happens tomorrow. */
export type TravelClock = {
  /** Unix milliseconds, running at the usual pace from wherever it was set. */
  readonly now: () => number
  /** How far it is from the true time; 0 when it is not set. */
  readonly offsetMs: () => number
  readonly jumpTo: (at: number) => void
  readonly comeBack: () => void
}

/** `trueNow` is the clock it starts from and comes back to. */
export const travelClock = (trueNow: () => number): TravelClock => {
  let offsetMs = 0
  return {
    now: () => trueNow() + offsetMs,
    offsetMs: () => offsetMs,
    jumpTo: (at) => {
      offsetMs = Math.round(at - trueNow())
    },
    comeBack: () => {
      offsetMs = 0
    },
  }
}
