import type { Day } from '../../sales/day.ts'
import { alternatives, OPTIONS_MAX } from './alternatives.ts'
import { flipped, flips, followUp, goesOnWith, leansOnPrior, withPriorPeriod } from './follow-up.ts'
import { type Made, makePlan } from './make-plan.ts'
import { brokenRule, METRIC_RULES } from './metrics.ts'
import { asksForMovers, wayOf } from './movers.ts'
import { nearestNames } from './names-in.ts'
import { isInjection, isOffTopic, isOrderToChange } from './off-topic.ts'
import { isCue, type Part } from './part.ts'
import {
  type AskContext,
  type AskReading,
  type Assumption,
  type DeclineReason,
  PLANS_MAX,
  type Plan,
} from './plan.ts'
import { type ScannedQuestion, scanQuestion } from './scan-question.ts'
import { isOfTwoColors } from './siblings.ts'
import { isRanked, type Slots, slotsOf, weekdaysSaid } from './slots.ts'
import { isOfEveryDay, unspent } from './unspent.ts'

/**
 * A free question as plans, by rules alone. Sure enough or not at all: a noun nobody knows
 * (`penjualan kaktus`) blocks the answer, because the whole shop's total would be a wrong one.
 * `confidence` 0.8 and more: answered; from 0.5: answered with its assumption; below: asked back.
 */
export const readQuestion = (text: string, context: AskContext): AskReading => {
  if (isInjection(text)) return declined('injection')
  if (isOrderToChange(text)) return declined('destructive_action')
  const scanned = scanQuestion(text, context)
  if (isOffTopic(openWords(scanned))) return declined('not_sales')
  const whole = slotsOf(scanned.parts)
  const refused = refusal(whole)
  // What profit was asked of is known all the same: costs are told apart from the sales.
  if (refused === 'no_cost_data' && whole.unknown.length === 0) {
    const { plan } = makePlan(whole, context)
    return { ...declined(refused), options: brokenRule(plan) === null ? [plan] : [] }
  }
  if (refused !== null) return declined(refused)
  if (!asksAnything(whole, context)) {
    return isThanks(scanned.words) ? declined('acknowledgement') : silence(whole)
  }
  if (whole.unknown.length > 0) return unknownNoun(whole, scanned, context)
  return eitherOf(scanned.parts, context) ?? answered(scanned.parts, whole, context)
}

/** A name that means two kinds of things, and the answers differ: asked back with both. */
const eitherOf = (parts: readonly Part[], context: AskContext): AskReading | null => {
  const at = parts.findIndex((each) => each.kind === 'name' && each.mention.rival !== null)
  const part = parts[at]
  if (part?.kind !== 'name' || part.mention.rival === null) return null
  const { mention } = part
  const options = [mention, { ...mention, ...part.mention.rival }].flatMap((meant) => {
    const read = parts.with(at, { ...part, mention: { ...meant, rival: null } })
    return answered(read, slotsOf(read), context).plans.slice(0, 1)
  })
  // Where only one of them can be asked, that one is meant.
  if (options.length < 2) return null
  return {
    ...NOTHING,
    kind: 'clarify',
    reason: mention.dimension === 'branch' ? 'branch' : 'product',
    confidence: ASKED_BACK,
    options,
  }
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
  if (head && slots.unknown.length === 0) return true
  // `the best phone` ranks, and nothing in it is of the shop.
  if (slots.unknown.length > 0) return isOfShop(slots)
  const [last] = prior
  const leans = last !== undefined && (leansOnPrior(slots) || flips(slots, last))
  return mentions || leans || compares(slots)
}

/** Beside a strange word: money, sales, a name or a branch make it a question to the shop. */
const isOfShop = (slots: Slots): boolean =>
  isHead({
    ...slots,
    aggregations: slots.aggregations.filter((each) => !RANKS.has(each)),
    // `the best phone to buy` orders nothing for the shop.
    metrics: slots.metrics.filter((each) => each !== 'reorder_qty' || !isRanked(slots)),
  }) ||
  slots.sells ||
  slots.dimensions.some(({ dimension }) => dimension === 'branch') ||
  slots.filters.some(({ dimension }) => dimension === 'branch' || slots.times.length > 0)
const RANKS: ReadonlySet<string> = new Set(['rank_desc', 'rank_asc', 'list'])

/** `is it up?`, `versus the same period last year`: about the shop's sales. */
const compares = ({ marks }: Slots): boolean =>
  (['change', 'last_year'] as const).some((mark) => marks.has(mark))

const isHead = (slots: Slots): boolean =>
  slots.metrics.length > 0 ||
  slots.aggregations.length > 0 ||
  ['sold', 'forecast', 'busy', 'price'].some((mark) => slots.marks.has(mark as 'sold'))

const THANKS =
  /^(makasih|terimakasih|thanks|thank|gracias|obrigado|obrigada|ok|oke|sip|siap|valeu)$/
const isThanks = (words: readonly string[]): boolean =>
  words.some((word) => THANKS.test(word)) || words.join(' ').includes('terima kasih')

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
  const { plan } = makePlan(slots, context)
  const readings = slots.unknown
    .flatMap((word) => nearestNames(word, index))
    .map(({ name, dimension }) => ({
      name,
      plan: {
        ...plan,
        filters: [
          ...plan.filters.filter((filter) => filter.dimension !== dimension),
          { dimension, op: 'eq' as const, values: [name] },
        ],
      },
    }))
    .filter((reading) => brokenRule(reading.plan) === null)
    .slice(0, OPTIONS_MAX - 1)
  return {
    ...NOTHING,
    kind: 'clarify',
    reason: 'product',
    confidence: ASKED_BACK,
    unknown: slots.unknown,
    nearest: readings.map(({ name }) => name),
    // And without the strange word, which the button says.
    options: [...readings.map((reading) => reading.plan), plan].filter(
      (each) => brokenRule(each) === null,
    ),
  }
}

const answered = (parts: readonly Part[], whole: Slots, context: AskContext): AskReading => {
  const segments = segmentsOf(parts)
  const made = segments.slice(0, PLANS_MAX).flatMap((own) => plansOf(own, { whole, context }))
  const distinct = [...new Map(made.map((each) => [JSON.stringify(each.plan), each])).values()]
  const broken = distinct.map(({ plan }) => brokenRule(plan)).find((each) => each !== null)
  if (broken !== undefined) return { ...declined('unsupported_metric'), confidence: ASSUMED }
  const plans = distinct.flatMap(({ plan }) => byKindOfDay(plan, parts)).slice(0, PLANS_MAX)
  const leftOut = [
    ...unspent({ parts, slots: whole, plans }),
    ...(leansOnOtherGoods(segments) || joinsKinds(parts) ? ['goods'] : []),
    ...(isOfBothVariants(parts) || plans.some((plan) => isOfTwoColors(plan, context.catalogue))
      ? ['colors']
      : []),
    ...(plans.some((plan) => foretellsPast(plan, context.today)) ? ['ahead'] : []),
  ]
  if (plans.length > 0 && leftOut.length > 0) {
    const options = alternatives(whole, plans)
    return {
      ...NOTHING,
      kind: 'clarify',
      reason: 'metric',
      confidence: ASKED_BACK,
      leftOut,
      options,
    }
  }
  const assumptions = [...new Set(distinct.flatMap((each) => each.assumptions))]
  return {
    ...NOTHING,
    kind: 'query',
    reason: null,
    plans,
    assumptions,
    confidence: confidenceIn(assumptions),
  }
}

/**
 * `penjualan weekend vs weekday`: each kind of day by itself. Two of a week stand beside five, so a day of each is told
 * where nothing else is asked for.
 */
const byKindOfDay = (plan: Plan, parts: readonly Part[]): readonly Plan[] => {
  const said = parts.flatMap((part) => weekdaysSaid(part, parts) ?? [])
  const kinds = [...new Map(said.map((kind) => [kind.values.join(), kind])).values()]
  if (kinds.length !== 2 || !isOfEveryDay(plan)) return [plan]
  return kinds.map((kind) => ({
    ...plan,
    aggregation: plan.aggregation === 'sum' ? 'avg_per_day' : plan.aggregation,
    dimension: plan.dimension === 'weekday' ? null : plan.dimension,
    filters: plan.filters.map((filter) => (filter.dimension === 'weekday' ? kind : filter)),
    comparison: null,
    against: null,
  }))
}

/**
 * `cuantas rosas blancas y cuantas rojas`: red ones of what, the words do not say. The colour of one question and the
 * product of another would be neither.
 */
const leansOnOtherGoods = (segments: readonly (readonly Part[])[]): boolean => {
  const goods = segments.map((parts) => {
    const slots = slotsOf(parts)
    const kinds = slots.filters.flatMap(({ dimension }) =>
      GOODS.has(dimension) ? [dimension] : [],
    )
    return { kinds, isWhole: isHead(slots) || slots.dimensions.length > 0 }
  })
  const [first, ...others] = goods
  return others.some(
    ({ kinds, isWhole }) =>
      !isWhole &&
      kinds.length > 0 &&
      kinds.every((kind) => !first?.kinds.includes(kind)) &&
      (first?.kinds.length ?? 0) > 0,
  )
}
/** `bouquets and orchids`: a plan that is of both a category and a product holds what is in both, and nobody means that. */
const joinsKinds = (parts: readonly Part[]): boolean =>
  parts.some((part, i) => {
    const [before, joint] = [parts[i - 2], parts[i - 1]]
    if (part.kind !== 'name' || before?.kind !== 'name' || !isCue(joint, 'and')) return false
    const kinds = [before, part].map(({ mention }) => mention.dimension)
    return kinds.includes('category') && kinds.includes('product')
  })
/** `warna hitam ukuran S`: a sale has one variant, and both of them are no sum of two. */
const isOfBothVariants = (parts: readonly Part[]): boolean =>
  parts.some((part, i) => {
    const [before, noun] = [parts[i - 2], parts[i - 1]]
    const isNoun =
      noun?.kind === 'cue' && noun.cue.kind === 'dimension' && noun.cue.dimension === 'color'
    return isNoun && [before, part].every(isVariant)
  })
const isVariant = (part: Part | undefined): boolean =>
  part?.kind === 'name' && part.mention.dimension === 'color'

const GOODS: ReadonlySet<string> = new Set(['product', 'color', 'category'])

/** Nothing is foretold of days that are over. */
const foretellsPast = ({ metric, time }: Plan, today: Day): boolean =>
  METRIC_RULES[metric].ahead && time !== null && time.to < today

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
  if (prior && flips(own, prior)) return [flipped(own, prior)]
  if (isPeriodList(slots)) {
    const marks = slots.marks.difference(BESIDE)
    return slots.times.map((time) =>
      makePlan({ ...slots, marks, times: [{ ...time, compared: false }] }, context),
    )
  }
  const made = makePlan(onlyTime(slots), context)
  const ranked = prior === undefined ? null : rankedAnew(own, prior, made)
  if (ranked !== null) return [{ plan: ranked, assumptions: [] }]
  const isOnward = own.marks.has('follow') || isBareMetric(parts, own, prior)
  // Days that another question of the message names are of this one too.
  if (prior && isOnward && whole.times.length === 0) {
    const inOther = { ...prior, metric: made.plan.metric }
    // `in units?` after a ranking is that ranking in units.
    const saysOnlyIt = own.filters.length + own.aggregations.length + own.dimensions.length === 0
    if (saysOnlyIt && own.metrics.length > 0 && brokenRule(inOther) === null) {
      return [{ plan: inOther, assumptions: [] }]
    }
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

/** `yang paling sepi?` after figures by branch: the last of those, in the same measure. */
const rankedAnew = (own: Slots, prior: Plan, { plan }: Made): Plan | null => {
  const isBare =
    isRanked(own) &&
    own.metrics.length + own.dimensions.length + own.filters.length + own.times.length === 0 &&
    own.having === null
  const noun = prior.dimension
  // `yang paling laku` is of goods, whatever was split before.
  const isOfOther = own.sells && noun !== null && !GOODS.has(noun)
  if (!isBare || noun === null || isOfOther) return null
  const meant = { ...prior, aggregation: plan.aggregation, topN: plan.topN, comparison: null }
  const ranked: Plan = { ...meant, against: null, having: null }
  return brokenRule(ranked) === null ? ranked : null
}

const ASKING_ONLY: ReadonlySet<string> = new Set([
  'filler',
  'and',
  'how_much',
  'how_many',
  'follow',
])

/** `in units?`, `transaksinya?`: the last question's rows in another measure. */
const isBareMetric = (
  parts: readonly Part[],
  { metrics, filters, dimensions }: Slots,
  prior: Plan | undefined,
): boolean => {
  const said = parts.filter((part) => part.kind !== 'cue' || !ASKING_ONLY.has(part.cue.kind))
  const [metric] = metrics
  const isOther = metric !== undefined && metric !== prior?.metric && metric !== 'summary'
  return isOther && said.length === 1 && filters.length + dimensions.length === 0
}

/** `kemarin?` alone, with nothing said before: how did it go. */
const onlyTime = (slots: Slots): Slots => {
  const isBare =
    !isHead(slots) &&
    slots.filters.length === 0 &&
    slots.dimensions.length === 0 &&
    slots.having === null
  const isWeighed = ['versus', 'change', 'usual', 'last_year', 'how_much', 'how_many'].some(
    (mark) => slots.marks.has(mark as 'versus'),
  )
  const isBeside = slots.times.some(({ compared }) => compared)
  return isBare && !isWeighed && !isBeside ? { ...slots, metrics: ['summary'] } : slots
}

/** `omzet hari ini dan kemarin` are two questions, unless they are compared. */
const isPeriodList = ({ times, marks }: Slots): boolean => {
  const isBeside = ['versus', 'change', 'last_year'].some((mark) => marks.has(mark as 'versus'))
  // `bandingkan kemarin, minggu lalu dan bulan lalu`: a plan sets two beside each other, and three are told.
  const isList = times.length > (isBeside ? 2 : 1)
  return (
    isList &&
    times.every(({ compared, joined }, i) => (joined || i === 0) && (!compared || i === 0))
  )
}

const BESIDE: Slots['marks'] = new Set(['versus'] as const)

/** What one question of a message leaves out is said by the others. */
const completed = (own: Slots, whole: Slots): Slots => {
  const ranksWithoutNoun =
    own.dimensions.length === 0 && own.metrics.length === 0 && own.aggregations.length > 0
  // `units by color and by branch`: the branches are asked for units too.
  const isBareNoun =
    !isHead(own) && own.filters.length === 0 && own.dimensions.some(({ each }) => each)
  // `per kategori omzet dan jumlah terjual`: both by category.
  const isSplitByLead =
    whole.marks.has('leads') && own.dimensions.length === 0 && own.metrics.length > 0
  // `penjualan tulip di dago dan mawar di kemang`: both sales.
  const isBarePlace =
    !isHead(own) &&
    own.filters.length > 1 &&
    own.filters.some((each) => each.dimension === 'branch')
  const asked = isBarePlace ? { ...own, marks: own.marks.union(whole.marks) } : own
  return {
    ...asked,
    metrics: isBareNoun || isBarePlace ? whole.metrics : own.metrics,
    // `top and bottom product`: one of each.
    marks: ranksWithoutNoun && whole.marks.has('which') ? own.marks.union(ONE) : asked.marks,
    times: own.times.length > 0 ? own.times : whole.times,
    filters: [...own.filters, ...sharedFilters(own, whole)],
    dimensions: ranksWithoutNoun || isSplitByLead ? whole.dimensions : own.dimensions,
    movers: own.movers ?? otherMovers(own, whole),
    having: own.having ?? whole.having,
  }
}

/** `produk apa yang naik dan apa yang turun`: the other way of the same noun. */
const otherMovers = (own: Slots, whole: Slots): Slots['movers'] => {
  const noun = whole.dimensions[0]?.dimension
  const isBare =
    own.dimensions.length + own.filters.length + own.metrics.length === 0 && whole.way === null
  return noun !== undefined && isBare && own.way !== null
    ? { dimension: noun, way: own.way, isFirst: false }
    : null
}

const ONE: Slots['marks'] = new Set(['which'])

/** `how many roses and how many tulips in dago`: what is not said of one is said of both. */
const sharedFilters = (own: Slots, whole: Slots): Slots['filters'] => {
  if (own.filters.length === 0) return whole.filters
  const kinds = new Set(own.filters.map(({ dimension }) => dimension))
  if (own.times.length > 0) return []
  // `how many roses and how many yellow flowers`: the roses need not be yellow.
  const hasGoods = own.filters.some(({ dimension }) => GOODS.has(dimension))
  return whole.filters.filter(
    ({ dimension }) => !kinds.has(dimension) && !(hasGoods && GOODS.has(dimension)),
  )
}

/** Cut at `dan` where both sides ask something of their own. */
const segmentsOf = (parts: readonly Part[]): readonly (readonly Part[])[] => {
  const segments: Part[][] = [[]]
  parts.forEach((part, i) => {
    const isAnd = joins(part, i)
    const current = segments.at(-1) ?? []
    const next = untilNextAnd(parts, i + 1)
    // `ventas de hoy y cuantas rosas`: a count of its own beside a question.
    const isApart =
      [current, next].every(asksAlone) ||
      isOtherWay(current, next) ||
      [current, next].every(isOfPlace) ||
      (counts(next) && (counts(current) || (asksAlone(current) && beginsCount(next))))
    const isTwoTimes = current.some((each) => isCue(each, 'versus')) && areTimes(current, next)
    const cuts =
      isAnd &&
      isApart &&
      !isTwoTimes &&
      !isSaidTwice(current, next) &&
      !isTag(current, next) &&
      !isLead(current)
    if (cuts) segments.push([])
    else current.push(part)
  })
  return segments
}

/** `per cabang, berapa buket yang laku`: how the question after it is split. */
const isLead = (parts: readonly Part[]): boolean =>
  parts.length > 0 && parts.every((part) => isCue(part, 'per', 'dimension', 'filler'))

/** `tulip di dago dan mawar di kemang`: each of its own branch. */
const isOfPlace = (parts: readonly Part[]): boolean => {
  const kinds = parts.flatMap((part) => (part.kind === 'name' ? [part.mention.dimension] : []))
  return kinds.includes('branch') && kinds.some((kind) => GOODS.has(kind))
}

/** `produk yang naik dan yang turun`: two lists. */
const isOtherWay = (one: readonly Part[], other: readonly Part[]): boolean =>
  asksForMovers(one) && wayOf(other) !== null && wayOf(other) !== wayOf(one)

/** `perbandingan buket tahun ini dan tahun lalu per bulan`: one stretch beside the other. */
const areTimes = (one: readonly Part[], other: readonly Part[]): boolean =>
  one.filter(({ kind }) => kind === 'time').length === 1 &&
  one.at(-1)?.kind === 'time' &&
  other.find((part) => !isCue(part, 'filler'))?.kind === 'time' &&
  !isHead(slotsOf(other))

/** `ventas e ingresos por mes`: one metric by two of its names. */
const isSaidTwice = (one: readonly Part[], other: readonly Part[]): boolean => {
  const [a, b] = [slotsOf(one), slotsOf(other)]
  const isPlain = [a, b].every(
    ({ aggregations, filters }) => aggregations.length + filters.length === 0,
  )
  return (
    isPlain && a.times.length === 0 && a.metrics.length > 0 && `${a.metrics}` === `${b.metrics}`
  )
}

/** `dan`; and `y el ticket promedio` in the middle of a message, which at its head follows up; `e o` may be `é o`. */
const joins = (part: Part, i: number): boolean =>
  isCue(part, 'and') ||
  (i > 0 && isCue(part, 'follow') && part.kind === 'cue' && /^(y|and|dan) /.test(part.said))

/** `kok kemarin rame, kenapa ya`, `per cabang, dari yang terbesar`: said of the question before it. */
const isTag = (one: readonly Part[], other: readonly Part[]): boolean => {
  const [a, b] = [slotsOf(one), slotsOf(other)]
  const isBare = b.metrics.length + b.filters.length + b.times.length + b.dimensions.length === 0
  const explains = [a, b].every(({ aggregations }) => aggregations.includes('explain'))
  const isOrder = isRanked(b) && !b.sells && !b.marks.has('which') && a.dimensions.length > 0
  // `buket ga laku nih, kenapa`: a thing is said, and one thing is asked.
  const isTold =
    TOLD.some((mark) => a.marks.has(mark)) &&
    !ASKS.some((mark) => a.marks.has(mark)) &&
    !one.some((part) => part.kind === 'cue' && OPEN.test(part.said))
  // `lily vs tulip, month by month`: the two beside each other, in rows.
  const isRows =
    a.pair !== null &&
    b.dimensions.some(({ each }) => each) &&
    b.metrics.length + b.filters.length + b.aggregations.length === 0
  if (isRows) return true
  const asksWhy = b.aggregations.includes('explain')
  return isBare && (explains || isOrder || (isTold && asksWhy))
}

const TOLD = ['unsold', 'change', 'fewer'] as const
/** `naik gak`, `naik apa turun`: these ask. */
const OPEN = /^((apa |atau )?tidak|(ada |atau )?belum|naik (apa|atau) turun|naik turun|up or down)$/
const ASKS = ['how_much', 'how_many', 'which', 'when'] as const

const untilNextAnd = (parts: readonly Part[], from: number): readonly Part[] => {
  const end = parts.findIndex((part, i) => i >= from && joins(part, i))
  return parts.slice(from, end < 0 ? parts.length : end)
}

const asksAlone = (parts: readonly Part[]): boolean => {
  const slots = slotsOf(parts)
  return isHead(slots) || slots.dimensions.some(({ split }) => split) || isTotal(parts)
}

const beginsCount = (parts: readonly Part[]): boolean =>
  isCue(
    parts.find((part) => !isCue(part, 'filler')),
    'how_many',
  )

/** `mi total del viernes y el ticket promedio`: the money of it. */
const isTotal = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.kind === 'cue' && part.said === 'total') &&
  parts.some((part) => part.kind === 'time')

/** `how many roses`: a count of its own. */
const counts = (parts: readonly Part[]): boolean => {
  const { filters, marks } = slotsOf(parts)
  return filters.length > 0 && (marks.has('how_many') || marks.has('how_much'))
}
