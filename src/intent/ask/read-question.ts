import { followUp, goesOnWith, leansOnPrior, withPriorPeriod } from './follow-up.ts'
import { type Made, makePlan } from './make-plan.ts'
import { brokenRule } from './metrics.ts'
import { nearestNames } from './names-in.ts'
import { isInjection, isOffTopic } from './off-topic.ts'
import {
  type AskContext,
  type AskReading,
  type Assumption,
  type DeclineReason,
  PLANS_MAX,
  type Plan,
} from './plan.ts'
import { type Part, type ScannedQuestion, scanQuestion } from './scan-question.ts'
import { type Slots, slotsOf } from './slots.ts'

/**
 * A free question as plans, by rules alone. Sure enough or not at all: a noun nobody knows
 * (`penjualan kaktus`) blocks the answer, because the whole shop's total would be a wrong one.
 * `confidence` 0.8 and more: answered; from 0.5: answered with its assumption; below: asked back.
 */
export const readQuestion = (text: string, context: AskContext): AskReading => {
  if (isInjection(text)) return declined('injection')
  const scanned = scanQuestion(text, context)
  if (isOffTopic(openWords(scanned))) return declined('not_sales')
  const whole = slotsOf(scanned.parts)
  const refused = refusal(whole)
  if (refused !== null) return declined(refused)
  if (!asksAnything(whole, context)) return silence(whole)
  if (whole.unknown.length > 0) return unknownNoun(whole, scanned, context)
  return answered(segmentsOf(scanned.parts), whole, context)
}

const SURE = 0.95
const ASSUMED = 0.7
const ASKED_BACK = 0.3

const NOTHING: Omit<AskReading, 'kind' | 'reason' | 'confidence'> = {
  plans: [],
  assumptions: [],
  unknown: [],
  nearest: [],
  options: [],
}

const declined = (reason: DeclineReason): AskReading => ({
  ...NOTHING,
  kind: 'decline',
  reason,
  confidence: SURE,
})

/** The words that no name of the shop took. */
const openWords = ({ words, parts }: ScannedQuestion): readonly string[] =>
  words.filter(
    (_, i) =>
      !parts.some(
        (part) =>
          part.kind === 'name' && !part.mention.mended && i >= part.at && i < part.at + part.length,
      ),
  )

/** Deeds first, then what the files do not hold. */
const REFUSALS: readonly DeclineReason[] = [
  'destructive_action',
  'no_cost_data',
  'no_staff_data',
  'no_target_set',
  'no_customer_data',
  'unsupported_metric',
]
const refusal = ({ declines }: Slots): DeclineReason | null =>
  REFUSALS.find((reason) => declines.includes(reason)) ?? null

const asksAnything = (slots: Slots, { prior }: AskContext): boolean => {
  const head = isHead(slots)
  const mentions = slots.filters.length > 0 || slots.times.length > 0 || slots.dimensions.length > 0
  if (head) return true
  if (slots.unknown.length > 0) return false
  return mentions || (prior.length > 0 && leansOnPrior(slots)) || slots.marks.has('change')
}

const isHead = (slots: Slots): boolean =>
  slots.metrics.length > 0 ||
  slots.aggregations.length > 0 ||
  ['sold', 'forecast', 'busy', 'price'].some((mark) => slots.marks.has(mark as 'sold'))

/** Nothing we know: words of another subject, or no words at all. */
const silence = (slots: Slots): AskReading =>
  slots.unknown.length > 0
    ? { ...declined('not_sales'), unknown: slots.unknown }
    : { ...NOTHING, kind: 'clarify', reason: 'metric', confidence: ASKED_BACK }

/** More strange words than this are another subject. */
const STRANGE_MAX = 3

const unknownNoun = (slots: Slots, { index }: ScannedQuestion, context: AskContext): AskReading => {
  if (slots.unknown.length > STRANGE_MAX)
    return { ...declined('not_sales'), unknown: slots.unknown }
  const nearest = slots.unknown.flatMap((word) => nearestNames(word, index)).slice(0, NEAREST_MAX)
  const { plan } = makePlan(slots, context)
  return {
    ...NOTHING,
    kind: 'clarify',
    reason: 'product',
    confidence: ASKED_BACK,
    unknown: slots.unknown,
    nearest: nearest.map(({ name }) => name),
    options: nearest.map(({ name, dimension }) => ({
      ...plan,
      filters: [
        ...plan.filters.filter((filter) => filter.dimension !== dimension),
        { dimension, op: 'eq', values: [name] },
      ],
    })),
  }
}
/** As many as a bubble has buttons. */
const NEAREST_MAX = 3

const answered = (
  segments: readonly (readonly Part[])[],
  whole: Slots,
  context: AskContext,
): AskReading => {
  const made = segments.slice(0, PLANS_MAX).flatMap((parts) => plansOf(parts, { whole, context }))
  const distinct = [...new Map(made.map((each) => [JSON.stringify(each.plan), each])).values()]
  const broken = distinct.map(({ plan }) => brokenRule(plan)).find((each) => each !== null)
  if (broken !== undefined) return { ...declined('unsupported_metric'), confidence: ASSUMED }
  const assumptions = [...new Set(distinct.flatMap((each) => each.assumptions))]
  return {
    ...NOTHING,
    kind: 'query',
    reason: null,
    plans: distinct.slice(0, PLANS_MAX).map(({ plan }) => plan),
    assumptions,
    confidence: confidenceIn(assumptions),
  }
}

const confidenceIn = (assumptions: readonly Assumption[]): number =>
  assumptions.length === 0
    ? SURE
    : Math.max(ASKED_BACK, SURE - (assumptions.length * (SURE - ASSUMED)) / 2)

type Asked = { readonly whole: Slots; readonly context: AskContext }

const plansOf = (parts: readonly Part[], { whole, context }: Asked): readonly Made[] => {
  const own = slotsOf(parts)
  const slots = completed(own, whole)
  const [prior] = context.prior
  if (prior && leansOnPrior(own) && goesOnWith(own, prior)) {
    const priors: readonly Plan[] = context.prior
    return (own.times.length > 0 && priors.length > 1 ? priors : [prior]).map((each) =>
      followUp(own, each, context),
    )
  }
  if (isPeriodList(slots)) {
    return slots.times.map((time) => makePlan({ ...slots, times: [time] }, context))
  }
  const made = makePlan(onlyTime(slots), context)
  if (prior && own.marks.has('follow') && own.times.length === 0) {
    return [
      {
        plan: {
          ...made.plan,
          filters: own.filters.length > 0 ? made.plan.filters : prior.filters,
          time: prior.time ?? made.plan.time,
        },
        assumptions: [],
      },
    ]
  }
  return [withPriorPeriod(made, prior)]
}

/** `kemarin?` alone, with nothing said before: how did it go. */
const onlyTime = (slots: Slots): Slots => {
  const isBare = !isHead(slots) && slots.filters.length === 0 && slots.dimensions.length === 0
  const compares = ['versus', 'change', 'usual', 'last_year', 'how_much', 'how_many'].some((mark) =>
    slots.marks.has(mark as 'versus'),
  )
  return isBare && !compares ? { ...slots, metrics: ['summary'] } : slots
}

/** `omzet hari ini dan kemarin` are two questions, unless they are compared. */
const isPeriodList = (slots: Slots): boolean =>
  slots.times.length > 1 &&
  !['versus', 'change', 'last_year'].some((mark) => slots.marks.has(mark as 'versus')) &&
  slots.times.every(({ compared }) => !compared)

/** What one question of a message leaves out is said by the others. */
const completed = (own: Slots, whole: Slots): Slots => {
  const ranksWithoutNoun =
    own.dimensions.length === 0 && own.metrics.length === 0 && own.aggregations.length > 0
  return {
    ...own,
    times: own.times.length > 0 ? own.times : whole.times,
    filters: own.filters.length > 0 ? own.filters : whole.filters,
    dimensions: ranksWithoutNoun ? whole.dimensions : own.dimensions,
    having: own.having ?? whole.having,
  }
}

/** Cut at `dan` where both sides ask something of their own. */
const segmentsOf = (parts: readonly Part[]): readonly (readonly Part[])[] => {
  const segments: Part[][] = [[]]
  parts.forEach((part, i) => {
    const isAnd = part.kind === 'cue' && part.cue.kind === 'and'
    const current = segments.at(-1) ?? []
    if (isAnd && asksAlone(current) && asksAlone(untilNextAnd(parts, i + 1))) segments.push([])
    else current.push(part)
  })
  return segments
}

const untilNextAnd = (parts: readonly Part[], from: number): readonly Part[] => {
  const end = parts.findIndex(
    (part, i) => i >= from && part.kind === 'cue' && part.cue.kind === 'and',
  )
  return parts.slice(from, end < 0 ? parts.length : end)
}

const asksAlone = (parts: readonly Part[]): boolean => {
  const slots = slotsOf(parts)
  return isHead(slots) || slots.dimensions.some(({ split }) => split)
}
