/** Trouble on order, for the next calls of a kind. Without `on` it hits messages being sent. */
export type Fault = {
  readonly on?: Call
  /** How many calls it hits; one unless said otherwise. */
  readonly times?: number | 'always'
  /** Only every so many-th call; each one unless said otherwise. */
  readonly every?: number
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

export const CALLS = ['messages', 'seen', 'media', 'description', 'download'] as const
/** The kinds of call a bot makes; `management` is the operator's and never meets trouble. */
export type Call = (typeof CALLS)[number] | 'management'

export type Faults = {
  readonly order: (fault: Fault) => void
  /** The fault this call meets, used up by one. */
  readonly take: (call: Call) => Fault | null
  /** What is still to come. */
  readonly waiting: () => readonly { readonly fault: Fault; readonly left: number }[]
  readonly clear: () => void
}

type Ordered = { readonly fault: Fault; left: number; passed: number }

export const faultQueue = (): Faults => {
  let ordered: Ordered[] = []
  return {
    order: (fault) => {
      ordered.push({ fault, left: timesOf(fault), passed: 0 })
    },
    take: (call) => {
      const found = ordered.find((one) => (one.fault.on ?? 'messages') === call && isTurn(one))
      if (!found) return null
      found.left -= 1
      ordered = ordered.filter(({ left }) => left > 0)
      return found.fault
    },
    waiting: () => ordered.map(({ fault, left }) => ({ fault, left })),
    clear: () => {
      ordered = []
    },
  }
}

const timesOf = ({ times = 1 }: Fault): number =>
  times === 'always' ? Number.POSITIVE_INFINITY : times

/** Counts a call that comes by; true for the first that it is to hit. */
const isTurn = (one: Ordered): boolean => {
  one.passed += 1
  return one.passed % (one.fault.every ?? 1) === 0
}
