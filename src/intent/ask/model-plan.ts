import { nearestNamed, resolveMention } from './mentions.ts'
import { brokenRule } from './metrics.ts'
import { filterOf, filtersOf } from './model-filters.ts'
import { againstOf, timeFor } from './model-period.ts'
import type { ModelMention, ModelPlan, ModelReading, ModelWord } from './model-reading.ts'
import { indexNames, type NameIndex } from './names-in.ts'
import { numberAt } from './number-words.ts'
import {
  type AskContext,
  type AskReading,
  type Assumption,
  type Filter,
  type Having,
  PLANS_MAX,
  type Plan,
} from './plan.ts'
import { scanQuestion } from './scan-question.ts'
import { bears } from './siblings.ts'
import { spokenWords } from './spoken.ts'

export type ModelAsked = {
  readonly text: string
  readonly context: AskContext
  /** What the rules made of it. */
  readonly rules: AskReading
}

/** Words the model took for a way of asking, and those it took for nothing: the answer says both. */
export type Taken = { readonly asking: readonly string[]; readonly ignored: readonly string[] }

export type ModelVerdict =
  | { readonly ok: true; readonly read: AskReading; readonly taken: Taken }
  /** `why` is for the log: our own words alone. */
  | { readonly ok: false; readonly why: string }

/** Answered with its assumptions said: a model is never as sure as the rules may be. */
const CONFIDENCE = 0.8
const ASKED_BACK = 0.3

/**
 * Holds a model's reading against the question, the shop's own names and the rules of the metrics, and
 * makes plans of it. Whatever is not borne out refuses the whole reading: half an answer would be a
 * wrong one. A name the shop does not know asks back.
 */
export const plansOfModel = (reading: ModelReading, asked: ModelAsked): ModelVerdict => {
  if (reading.kind === 'unsure') return refused('unsure')
  if (reading.kind === 'decline') return declineOf(reading, asked.rules)
  const [first] = reading.plans
  if (first === undefined) return refused('no plan')
  if (reading.plans.length > PLANS_MAX) return refused('too many plans')
  if (asked.rules.plans.some(leavesDaysOut)) return refused('days were left out by their date')
  const unplaced = unplacedWord(reading, asked.rules)
  if (unplaced !== null) return refused(unplaced)
  const index = indexNames(asked.context.catalogue)
  const made = reading.plans.map((plan) => planOf(plan, { ...asked, index }))
  const wrong = made.find((each) => each.kind === 'wrong')
  if (wrong?.kind === 'wrong') return refused(wrong.why)
  const strange = made.find((each) => each.kind === 'strange')
  if (strange?.kind === 'strange') return { ok: true, read: strange.read, taken: NOTHING_TAKEN }
  const plans = made.flatMap((each) => (each.kind === 'plan' ? [each] : []))
  return accepted(plans, { reading, asked })
}

/** `november except the 5th`: a model has no words for it, so its plan would count the 5th. */
const leavesDaysOut = ({ filters }: Plan): boolean =>
  filters.some(({ dimension, op }) => dimension === 'day' && op === 'not')

const refused = (why: string): ModelVerdict => ({ ok: false, why })

const NOTHING_TAKEN: Taken = { asking: [], ignored: [] }
const NOTHING = { assumptions: [], unknown: [], nearest: [], options: [] } as const

/** The rules' own guess is worth more than a model's no. */
const declineOf = ({ reason }: ModelReading, rules: AskReading): ModelVerdict => {
  if (rules.kind === 'query') return refused('declined what the rules can answer')
  if (reason === 'none') return refused('declined without a reason')
  const read = { ...NOTHING, kind: 'decline', reason, plans: [], confidence: CONFIDENCE } as const
  return { ok: true, read, taken: NOTHING_TAKEN }
}

/**
 * `penjualan kaktus` must not become the whole shop's total: each word the rules did not know is said to
 * be a name that stands in a mention, a period, or a word that changes nothing, which the answer says.
 */
const unplacedWord = ({ words, plans }: ModelReading, rules: AskReading): string | null => {
  const roles = rolesIn({ words })
  const named = new Set(plans.flatMap((plan) => plan.mentions.flatMap(({ said }) => wordsIn(said))))
  for (const word of rules.unknown.flatMap(wordsIn)) {
    const role = roles.get(word)
    if (named.has(word)) continue
    if (role === undefined) return 'a word of the question was passed over'
    if (role === 'name') return 'a name was seen and not asked for'
    if (role === 'time' && plans.every(({ time }) => time.kind === 'none')) {
      return 'a period was seen and not asked for'
    }
  }
  return null
}

const rolesIn = ({ words }: Pick<ModelReading, 'words'>): ReadonlyMap<string, ModelWord['role']> =>
  new Map(words.flatMap(({ said, role }) => wordsIn(said).map((word) => [word, role] as const)))

const wordsIn = (text: string): readonly string[] => spokenWords(text, new Set())

type Asked = ModelAsked & { readonly index: NameIndex }

type Made =
  | { readonly kind: 'plan'; readonly plan: Plan; readonly assumptions: readonly Assumption[] }
  /** A name that is not the shop's: asked back. */
  | { readonly kind: 'strange'; readonly read: AskReading }
  | { readonly kind: 'wrong'; readonly why: string }

const wrong = (why: string): Made => ({ kind: 'wrong', why })

const planOf = (said: ModelPlan, asked: Asked): Made => {
  const limits = brokenLimit(said, asked)
  if (limits !== null) return wrong(limits)
  const time = timeFor(said, asked.context)
  if (typeof time === 'string') return wrong(time)
  const against = againstOf(said, asked.context)
  if (typeof against === 'string') return wrong(against)
  const found = said.mentions.map((mention) => resolveMention(mention, asked.index))
  const filters = filtersOf(
    said,
    found.flatMap((each) => each?.filters ?? []),
    asked.context,
  )
  const plan = withPair({
    metric: said.metric,
    aggregation: said.aggregation,
    dimension: said.dimension === 'none' ? null : said.dimension,
    ...(said.across !== 'none' && { across: said.across }),
    ...(said.rankedBy === 'change' && { rankedBy: said.rankedBy }),
    filters,
    time: time.time,
    comparison: said.comparison === 'none' ? null : said.comparison,
    against,
    topN: said.dimension === 'none' ? null : said.topN,
    having: said.having,
  })
  const strange = said.mentions.find((_, i) => found[i] === null)
  if (strange !== undefined) return { kind: 'strange', read: askedBack(strange, plan, asked.index) }
  const broken = brokenRule(plan) ?? brokenComparison(plan)
  if (broken !== null) return wrong(broken)
  const mended = found.some((each) => each?.mended === true)
  const assumptions = [...time.assumptions, ...(mended ? (['spelling'] as const) : [])]
  return { kind: 'plan', plan, assumptions }
}

/** A longer list is a file, not an answer. */
const TOP_MAX = 20
const DAY_HOURS = 24
/** A name is a few words; more is a sentence in its place. */
const SAID_WORDS_MAX = 8

const brokenLimit = (said: ModelPlan, { text, context }: Asked): string | null => {
  if (said.topN !== null && !isBetween(said.topN, 1, TOP_MAX)) return 'topN out of range'
  const before = context.prior.map(({ having }) => having?.value ?? null)
  if (!isBoundSaid(said.having, [...numbersIn(text), ...before])) return 'a bound nobody said'
  const isStrange = said.mentions.some(({ said: words }) => !isSaidIn(words, text))
  return isStrange ? 'a mention nobody said' : brokenHours(said)
}

/**
 * A bound decides which rows are shown: it is read by us, in the question or in the one it goes on from, never
 * taken from a model. Nothing at all needs no figure.
 */
const isBoundSaid = (having: Having | null, said: readonly (number | null)[]): boolean =>
  having === null || having.value === 0 || said.includes(having.value)

const brokenHours = ({ hourFrom, hourTo }: ModelPlan): string | null => {
  if ((hourFrom === null) !== (hourTo === null)) return 'half a stretch of hours'
  if (hourFrom === null || hourTo === null) return null
  const isStretch =
    isBetween(hourFrom, 0, DAY_HOURS - 1) && isBetween(hourTo, hourFrom + 1, DAY_HOURS)
  return isStretch ? null : 'hours out of range'
}

const isBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

const numbersIn = (text: string): readonly number[] => {
  const words = wordsIn(text)
  return words.flatMap((_, at) => numberAt(words, at)?.value ?? [])
}

const isSaidIn = (said: string, text: string): boolean => {
  const [part, whole] = [wordsIn(said), wordsIn(text)]
  if (part.length === 0 || part.length > SAID_WORDS_MAX) return false
  return whole.some((_, at) => part.every((word, i) => whole[at + i] === word))
}

const pairIn = ({ filters }: Plan): Filter | undefined =>
  filters.find(({ op, values }) => op === 'in' && values.length > 1)

/** Two names beside each other are told apart by what they are. */
const withPair = (plan: Plan): Plan =>
  plan.comparison === 'between_values' && plan.dimension === null
    ? { ...plan, dimension: pairIn(plan)?.dimension ?? null }
    : plan

const brokenComparison = (plan: Plan): string | null => {
  if (plan.comparison === 'between_values' && pairIn(plan) === undefined) {
    return 'a comparison of names without two of them'
  }
  return plan.comparison !== null && plan.time === null ? 'a comparison without a period' : null
}

const askedBack = (mention: ModelMention, plan: Plan, index: NameIndex): AskReading => {
  const nearest = nearestNamed(mention, index)
  return {
    ...NOTHING,
    kind: 'clarify',
    reason: 'product',
    plans: [],
    confidence: ASKED_BACK,
    unknown: wordsIn(mention.said),
    nearest: nearest.map(({ name }) => name),
    options: nearest.map(({ name, dimension }) => ({
      ...plan,
      filters: [
        ...plan.filters.filter((filter) => filter.dimension !== dimension),
        filterOf(dimension, mention.op === 'not', [name]),
      ],
    })),
  }
}

type PlanMade = Extract<Made, { kind: 'plan' }>

const accepted = (
  made: readonly PlanMade[],
  { reading, asked }: { readonly reading: ModelReading; readonly asked: ModelAsked },
): ModelVerdict => {
  const plans = [...new Map(made.map(({ plan }) => [JSON.stringify(plan), plan])).values()]
  const assumptions = [...new Set(made.flatMap((each) => each.assumptions))]
  const left = leftOut(plans, assumptions, asked)
  if (left !== null) return refused(left)
  const read: AskReading = {
    ...NOTHING,
    kind: 'query',
    reason: null,
    plans,
    assumptions,
    confidence: CONFIDENCE,
  }
  return { ok: true, read, taken: takenIn(reading, asked.rules) }
}

/** What the rules found for sure (a name of the shop, a period) may not be missing from the plans. */
const leftOut = (
  plans: readonly Plan[],
  assumptions: readonly Assumption[],
  { text, context }: ModelAsked,
): string | null => {
  const { parts } = scanQuestion(text, context)
  const filters = plans.flatMap((plan) => plan.filters)
  const used = new Set(filters.flatMap(({ values }) => values))
  const split = new Set(plans.flatMap(({ dimension, across }) => [dimension, across]))
  const isMissing = parts.some(
    (part) =>
      part.kind === 'name' &&
      !part.mention.mended &&
      !split.has(part.mention.dimension) &&
      // `yang putih?` after Mawar Merah is Mawar Putih.
      !part.mention.values.some((value) => used.values().some((each) => bears(each, value))),
  )
  if (isMissing) return 'a name of the shop was left out'
  const isAssumed = assumptions.some((each) => each === 'month_to_date' || each === 'prior_period')
  // `tiap sabtu` is a period to the grammar and a weekday to the plan.
  const isHabit = filters.some(({ dimension }) => dimension === 'weekday')
  return isAssumed && !isHabit && parts.some(({ kind }) => kind === 'time')
    ? 'a period was left out'
    : null
}

/** The question's own words, never the model's spelling of them. */
const takenIn = (reading: ModelReading, { unknown }: AskReading): Taken => {
  const roles = rolesIn(reading)
  const of = (role: ModelWord['role']) =>
    unknown.filter((word) => wordsIn(word).some((each) => roles.get(each) === role))
  return { asking: of('asking'), ignored: of('talk') }
}
