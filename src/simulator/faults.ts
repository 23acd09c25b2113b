/** Trouble on order, for the next calls of a kind. Without `on` it hits messages being sent. */
export type Fault = {
  readonly on?: Call
  /** How many calls it hits; one unless said otherwise. */
  readonly times?: number
  /** The call is carried out and only its answer is lost or spoilt: the outcome nobody knows. */
  readonly accepts?: boolean
  /** Refused with this code of Meta's. */
  readonly code?: number
  /** A bare HTTP status without Graph's words. */
  readonly http?: number
  /** No answer at all. */
  readonly hang?: boolean
  /** The connection breaks. */
  readonly reset?: boolean
  /** The answer comes this much later. */
  readonly delayMs?: number
  /** A web page where a file was asked for. */
  readonly page?: boolean
  /** One byte of the file is wrong. */
  readonly damaged?: boolean
  /** Reported as read, then delivered, then sent. */
  readonly reportsBackwards?: boolean
  /** Taken now, reported as failed with this code afterwards. */
  readonly failsLater?: number
}

export type Call = 'messages' | 'seen' | 'media' | 'description' | 'download'

export type Faults = {
  readonly order: (fault: Fault) => void
  /** The fault this call meets, used up by one. */
  readonly take: (call: Call) => Fault | null
}

export const faultQueue = (): Faults => {
  const waiting: { fault: Fault; left: number }[] = []
  return {
    order: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    take: (call) => {
      const found = waiting.find(({ fault, left }) => left > 0 && (fault.on ?? 'messages') === call)
      if (!found) return null
      found.left -= 1
      return found.fault
    },
  }
}
