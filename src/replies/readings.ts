import { wayShown } from '../analytics/plan-rows.ts'
import { capital } from '../i18n/capital.ts'
import { isByChange } from '../intent/ask/metrics.ts'
import type { Plan } from '../intent/ask/plan.ts'
import type { Shop } from '../sales/shop.ts'
import { filterTexts } from './filter-texts.ts'
import { bold, italic } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { item, lines, listed, voiceOf } from './voice.ts'

/** A question that can be meant in two ways, asked back; each reading is a button. */
export const whichReadingReply = (choices: readonly Choice[], shop: Shop): Reply =>
  textReply(voiceOf(shop).words.asked.which, choices)

/** A reading by what tells it from the others: `Dago (cabang)`. */
export const readingTitle = ({ filters }: Plan, shop: Shop): string => {
  const { words, name } = voiceOf(shop)
  const [filter] = filters
  const [first] = filter?.values ?? []
  if (filter === undefined || first === undefined) return words.asked.metrics.revenue
  const shown =
    filter.values.length > 1
      ? words.asked.names(name(first), filter.values.length - 1)
      : name(first)
  const { kinds } = words.asked
  const kind = NAMED.find((each) => each === filter.dimension)
  return kind === undefined ? shown : `${kinds[kind]}: ${shown}`
}

const NAMED = ['product', 'branch', 'color', 'category'] as const

/** A question no plan answers as a whole: what can be answered of it, each in a line and a button. */
export const partReadingsReply = (
  plans: readonly Plan[],
  choices: readonly Choice[],
  shop: Shop,
): Reply => {
  const { asked } = voiceOf(shop).words
  const said = plans.map((plan) => item(readingLine(plan, shop)))
  return textReply(lines(asked.partly, ...said), choices)
}

/** `Without “cactus”`; several words are too many for a button. */
export const withoutWordsTitle = (unknown: readonly string[], shop: Shop): string => {
  const { words, name } = voiceOf(shop)
  if (unknown.length > 1) return words.asked.withoutIt
  return capital(words.asked.without(`“${name(unknown.join(' '))}”`))
}

/** What tells one plan from the others on offer: why, what it is split by, its days, or its measure. */
export const partTitle = (plan: Plan, others: readonly Plan[], shop: Shop): string => {
  const { words, when } = voiceOf(shop)
  const differs = (key: (each: Plan) => string | null | undefined): boolean =>
    others.some((other) => key(other) !== key(plan))
  if (plan.aggregation === 'explain') return words.buttons.why
  if (plan.time !== null && differs(({ time }) => time?.from)) return when(plan.time)
  if (isByChange(plan)) return capital(words.asked.moved[wayShown(plan)])
  if (plan.dimension !== null && differs(({ dimension }) => dimension))
    return capital(words.asked.dimensions[plan.dimension])
  return metricLabel(plan, shop)
}

/** A plan in one line: `Revenue by branch · Dago · 1-22 Nov 2026`. */
export const readingLine = (plan: Plan, shop: Shop): string => {
  const voice = voiceOf(shop)
  const { asked, buttons } = voice.words
  const split = [plan.across, plan.dimension]
    .flatMap((each) => (each ? [` ${asked.dimensions[each]}`] : []))
    .join(',')
  const isLow = plan.aggregation === 'rank_asc'
  const order = isLow ? ` (${asked.worst})` : ''
  const way = isByChange(plan) ? `, ${asked.moved[wayShown(plan)]}` : order
  return listed(' · ', [
    plan.aggregation === 'explain' ? buttons.why : null,
    `${metricLabel(plan, shop)}${split}${way}`,
    ...filterTexts(plan.filters, { voice, shop }),
    plan.time && voice.when(plan.time),
  ])
}

/** Metrics that a command of ours answers are called what their buttons say. */
const metricLabel = ({ metric }: Plan, shop: Shop): string => {
  const { asked, buttons } = voiceOf(shop).words
  const known: Readonly<Record<string, string>> = {
    ...asked.metrics,
    forecast_units: buttons.forecast,
    forecast_revenue: buttons.forecast,
    reorder_qty: buttons.restock,
    summary: buttons.summary,
  }
  return known[metric] ?? asked.metrics.revenue
}

/** What was learned from the choice, under the answer. */
export const learnedLine = (said: string, name: string, shop: Shop): string => {
  const voice = voiceOf(shop)
  return italic(voice.words.asked.learned(voice.name(said), voice.name(name)))
}

export const forgottenWordReply = (said: string, name: string, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  return textReply(lines(voice.words.asked.forgotten(bold(voice.name(said)), voice.name(name))))
}
