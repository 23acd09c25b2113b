import { HORIZON_MAX } from '../../analytics/forecast-question.ts'
import type { PlanFigures } from '../../analytics/plan-rows.ts'
import type { Content } from '../../intent/arrival.ts'
import type { AskReading, Assumption, DeclineReason, Plan } from '../../intent/ask/plan.ts'
import { timeOf } from '../../intent/ask/times.ts'
import { thisMonth } from '../../intent/calendar.ts'
import type { CommandName, Intent, Period } from '../../intent/intent.ts'
import {
  askedReply,
  declinedReply,
  impossibleReply,
  stockReply,
  unknownNameReply,
} from '../../replies/asked.ts'
import { forecastReply, tooLittleReply } from '../../replies/forecast.ts'
import { noDataForPeriodReply } from '../../replies/no-data.ts'
import { learnedLine, partReadingsReply, whichReadingReply } from '../../replies/readings.ts'
import type { Choice, Reply } from '../../replies/reply.ts'
import { withTaken } from '../../replies/taken.ts'
import type { Span } from '../../sales/day.ts'
import type { Shop } from '../../sales/shop.ts'
import type { AskedPlans } from '../../store/asked-plans.ts'
import type { Effect } from '../../store/effects.ts'
import type { NameAlias } from '../../store/name-aliases.ts'
import { type Answer, justReply } from '../answer.ts'
import { bubblePlans } from '../bubble-plans.ts'
import type { AskRead } from '../plan-by-model.ts'
import { isCommandsOwn, QUESTIONS, readAsk, saysMoreThanCommand, spokenIn } from '../read-ask.ts'
import { shownEffect } from '../shown.ts'
import type { World } from '../world.ts'
import type { Ask } from './ask.ts'
import { profitIn } from './profit.ts'
import {
  type Chosen,
  chosenReading,
  FOLLOWED_MS,
  forgetting,
  offersIn,
  openOffers,
} from './readings.ts'

/** How the answer to a question that another command knows is got. */
export type ByCommand = (
  intent: Extract<Intent, { kind: 'command' }>,
  shop: Shop,
) => Promise<Answer>

/**
 * A free question in words, answered by plan; null: it is none, or a command answers exactly that. What
 * was answered is remembered, so that `and yesterday?` and a reply to this bubble find it. `more-than-command`: a
 * command is named, and the words ask for more than it answers (`produk terlaris per cabang`).
 */
export const question = async (
  world: World,
  ask: Ask,
  byCommand: ByCommand,
): Promise<Answer | 'more-than-command' | null> => {
  const chosen = await chosenReading(world, ask)
  if (chosen !== null) return answerChosen(world, { ask, chosen }, byCommand)
  const { content } = ask.message.arrival
  const text = wordsIn(content, ask.intent)
  if (text === null || !isQuestion(ask.intent)) return null
  const { shop, today } = ask
  const forgotten = await forgetting(world, ask, spokenIn(shop, text))
  if (forgotten !== null) return forgotten
  const prior = ask.prior ?? (await priorOf(world, ask))
  // A button's title may be a name out of a file, which no model sees.
  const mayAskModel = content.kind === 'text' && ask.intent.kind === 'unclear'
  const understood =
    ask.read === undefined
      ? await readAsk(world, { shop, today, text, prior, mayAskModel })
      : ask.read
  if (understood === null || (isDrawn(ask.intent) && !asksTable(understood))) return null
  const read = await withinSales(world, ask, understood)
  if (ask.intent.kind === 'command' && isCommandsOwn(ask.intent, read.plans)) {
    // Without sales in the month that was assumed, the command's own period is the better guess.
    const own = read === understood ? withPeriod(ask.intent, read, text) : ask.intent
    return remembered(await byCommand(own, shop), ask, { plans: read.plans })
  }
  if (ask.intent.kind === 'command' && saysMoreThanCommand(ask.intent, read)) {
    const asked = { ask, read, shop: spokenIn(shop, text) }
    return (await askedBack(world, asked, byCommand)) ?? 'more-than-command'
  }
  return answerRead(world, { ask, read, shop: spokenIn(shop, text) }, byCommand)
}

/** Nothing sold yet in the month that was assumed: then the newest one there is, which the answer names. */
const withinSales = async (world: World, { shop, today }: Ask, read: AskRead): Promise<AskRead> => {
  const last = (await world.store.coverage(shop.id))?.span.to
  const isAhead = read.plans.some(
    (plan) => plan.time !== null && last !== undefined && plan.time.from > last,
  )
  if (last === undefined || !isAhead || !read.assumptions.includes('month_to_date')) return read
  const time = timeOf({ span: thisMonth(last, 'past'), grain: 'month' }, today)
  return {
    ...read,
    plans: read.plans.map((plan) => ({ ...plan, time })),
    assumptions: read.assumptions.filter((each) => each !== 'month_to_date'),
  }
}

/** Typed words, or the title of a button of ours that asks on: a name that came near. */
const wordsIn = (content: Content, intent: Intent): string | null => {
  if (content.kind === 'text') return content.text
  return content.kind === 'tap' && intent.kind === 'unclear' ? content.title : null
}

type Read = { readonly ask: Ask; readonly read: AskRead; readonly shop: Shop }

const answerRead = async (
  world: World,
  { ask, read, shop }: Read,
  byCommand: ByCommand,
): Promise<Answer | null> => {
  const { plans, reason, assumptions } = read
  if (read.kind === 'query') {
    const told = await answerPlans(world, { ask, shop, plans, assumptions }, byCommand)
    return told && remembered(asTaken(told.answer, read, shop), ask, { plans: told.plans })
  }
  if (ask.intent.kind !== 'unclear') return null
  if (reason === 'no_cost_data') return profitOf(world, { ask, read, shop })
  if (read.kind === 'decline') return declineOf(reason, read.unknown, shop)
  return askedBack(world, { ask, read, shop }, byCommand)
}

/**
 * Each reading is a button with its whole plan. Nobody is asked twice in a row: then the words that were
 * not understood are named with what can be done, or the likelier reading is answered and said so.
 */
const askedBack = async (
  world: World,
  { ask, read, shop }: Read,
  byCommand: ByCommand,
): Promise<Answer | null> => {
  if (read.options.length === 0) return null
  const isNamed = read.nearest.length > 0
  const isStrange = read.unknown.length > 0
  if ((await openOffers(world, ask)) !== null) {
    if (isNamed)
      return justReply(unknownNameReply(read.unknown, { nearest: [], choices: [] }, shop))
    // A second miss in a row is one for the menu.
    if (isStrange) return null
    const plans = read.options.slice(0, 1)
    const planned = { ask, shop, plans, assumptions: ['spelling'] } as const
    return (await answerPlans(world, planned, byCommand))?.answer ?? null
  }
  const offers = offersIn(read, shop)
  const choices = offers.readings.map(({ title }, i) => ({
    id: `reading:${ask.message.seq}:${i}`,
    title,
  }))
  const reply = askedBackReply(read, choices, shop)
  return remembered(justReply(reply), ask, { plans: read.options.slice(0, 1), offers })
}

const askedBackReply = (read: AskRead, choices: readonly Choice[], shop: Shop): Reply => {
  const { unknown, nearest, options } = read
  const without = options.at(-1)
  if (unknown.length > 0 && without !== undefined)
    return unknownNameReply(unknown, { nearest, choices, without }, shop)
  return read.leftOut === undefined
    ? whichReadingReply(choices, shop)
    : partReadingsReply(options, choices, shop)
}

/** The reading of a tapped button, answered in the language it was asked in. */
const answerChosen = async (
  world: World,
  { ask, chosen }: { readonly ask: Ask; readonly chosen: Chosen },
  byCommand: ByCommand,
): Promise<Answer | null> => {
  const { plans, alias } = chosen.reading
  const shop = { ...ask.shop, language: chosen.language }
  const told = await answerPlans(world, { ask, shop, plans, assumptions: [] }, byCommand)
  if (told === null) return null
  const known = remembered(told.answer, ask, { plans: told.plans })
  return alias === null ? known : learning(known, alias, shop)
}

const learning = (answer: Answer, alias: NameAlias, shop: Shop): Answer => {
  const [reply, ...others] = answer.replies
  if (reply === undefined) return answer
  const text = `${reply.text}\n${learnedLine(alias.said, alias.name, shop)}`
  return {
    ...answer,
    replies: [{ ...reply, text }, ...others],
    effects: [...answer.effects, { kind: 'learn-alias', shopId: shop.id, alias }],
  }
}

/** Says how the words were taken that the rules did not know. */
const asTaken = (answer: Answer, { taken, plans }: AskRead, shop: Shop): Answer => {
  const [plan] = plans
  const [first, ...others] = answer.replies
  if (plan === undefined || first === undefined) return answer
  return { ...answer, replies: [withTaken(first, { taken, metric: plan.metric }, shop), ...others] }
}

/** The days the plan names; a command's bare word keeps the command's own. */
const withPeriod = (intent: CommandIntent, read: AskReading, text: string): CommandIntent => {
  const [plan] = read.plans
  const isAssumed = read.assumptions.includes('month_to_date')
  const isBare = isAssumed && (intent.period !== null || !/\S\s+\S/.test(text.trim()))
  const period = plan && periodOf(plan)
  const isKnown =
    period?.span.from === intent.period?.span.from && period?.span.to === intent.period?.span.to
  return isBare || isKnown || !period || !DATED.has(intent.name) ? intent : { ...intent, period }
}
const DATED: ReadonlySet<CommandName> = new Set(['summary', 'products', 'branches', 'chart', 'why'])

type CommandIntent = Extract<Intent, { kind: 'command' }>

const isQuestion = (intent: Intent): boolean =>
  intent.kind === 'unclear' ||
  (intent.kind === 'command' &&
    QUESTIONS.has(intent.name) &&
    (intent.argument === null || intent.argument === 'hours' || isDrawn(intent)))

/** `per day per branch` sounds like the picture of the branches, and is a table. */
const isDrawn = (intent: Intent): boolean =>
  intent.kind === 'command' &&
  intent.name === 'chart' &&
  (intent.argument === 'branches' || intent.argument === 'products')
const asksTable = ({ plans }: AskReading): boolean =>
  plans.some(({ across, aggregation }) => across !== undefined && aggregation !== 'trend')

/** The bubble that was replied to goes before the newest one. */
const priorOf = async (
  world: World,
  { shop, person, message, today }: Ask,
): Promise<readonly Plan[]> => {
  const { quotedId } = message.arrival
  if (quotedId !== null) {
    const quoted = await world.store.quotedPlans(shop.id, person.id, quotedId)
    const bubble = quoted.length > 0 ? null : await world.store.bubbleOf(person.id, quotedId)
    const about = bubble && (await bubblePlans(world, bubble, { shopId: shop.id, today }))
    const plans = about ?? quoted
    if (plans.length > 0) return plans
  }
  return world.store.lastPlans(shop.id, person.id, world.now() - FOLLOWED_MS)
}

/**
 * Profit over the days that were named, of the products that were named. Costs are the owner's own word:
 * without any the answer says what is missing; of a branch nobody has told them.
 */
const profitOf = async (world: World, { ask, read, shop }: Read): Promise<Answer> => {
  const { today } = ask
  const [plan] = read.options
  const period = plan ? periodOf(plan) : null
  const filters = plan?.filters ?? []
  const only = filters.find(({ dimension, op }) => dimension === 'product' && op !== 'not')?.values
  if (period === null || filters.length > (only === undefined ? 0 : 1))
    return justReply(declinedReply('no_cost_data', shop))
  return profitIn(world, { shop, today, period, ...(only && { only }) })
}

/** Another subject is left to the words for what was not understood; all else has a reason to say. */
const declineOf = (
  reason: string | null,
  unknown: readonly string[],
  shop: Shop,
): Answer | null => {
  if (reason === null || reason === 'acknowledgement') return null
  if (reason === 'not_sales' && unknown.length > 0) return null
  return justReply(declinedReply(reason as Exclude<DeclineReason, 'acknowledgement'>, shop))
}

const remembered = (
  answer: Answer,
  { shop, person, message }: Ask,
  said: Pick<AskedPlans, 'plans' | 'offers'>,
): Answer => {
  if (said.plans.length === 0) return answer
  const asked = { shopId: shop.id, personId: person.id, seq: message.seq, ...said }
  const effect: Effect = { kind: 'remember-plans', asked }
  return { ...answer, effects: [...answer.effects, effect] }
}

type Planned = {
  readonly ask: Ask
  /** In the language of the question. */
  readonly shop: Shop
  readonly plans: readonly Plan[]
  readonly assumptions: readonly Assumption[]
}

/** An answer, and the plans that a follow-up may lean on: none that this shop's files cannot answer. */
type Told = { readonly answer: Answer; readonly plans: readonly Plan[] }

const answerPlans = async (
  world: World,
  planned: Planned,
  byCommand: ByCommand,
): Promise<Told | null> => {
  const { ask, shop, plans } = planned
  const [first] = plans
  if (first === undefined) return null
  const own = await ownAnswer(world, { plan: first, ask, shop }, byCommand)
  return own === null ? figuresOf(world, planned) : { answer: own, plans }
}

/** What a command of its own says better than a figure; null: none does. */
const ownAnswer = async (
  world: World,
  { plan, ask, shop }: { readonly plan: Plan; readonly ask: Ask; readonly shop: Shop },
  byCommand: ByCommand,
): Promise<Answer | null> => {
  const narrowed = await narrowedForecast(world, ask, { plan, shop })
  if (narrowed !== null) return narrowed
  const own = commandFor(plan)
  if (own !== null) return byCommand({ kind: 'command', ...own, argument: null }, shop)
  if (plan.metric !== 'stock_on_hand') return null
  return stockOf(world, plan, { shop, today: ask.today })
}

const figuresOf = async (
  world: World,
  { ask, shop, plans, assumptions }: Planned,
): Promise<Told | null> => {
  const figures: PlanFigures[] = []
  for (const plan of plans.map(explainable)) {
    const found = await world.pool.plan({ shop, today: ask.today, plan })
    if (found === null || found.kind === 'none') continue
    if (found.kind === 'impossible') {
      return { answer: justReply(impossibleReply(found.needs, shop)), plans: [] }
    }
    if (found.total !== null) figures.push({ ...found, plan, total: found.total })
    else if (plans.length === 1) {
      const answer = justReply(noDataForPeriodReply(found.span, found.coverage.span, shop))
      // What was asked is gone on with, but not in days that hold nothing.
      return { answer, plans: [{ ...plan, time: null }] }
    }
  }
  if (figures.length === 0) return null
  const shown = shownEffect(ask, { kind: 'figures', plans: figures.flatMap(provable) })
  return { answer: justReply(askedReply(figures, assumptions, shop), [shown]), plans }
}

/** The plan of what was shown, for the very days it was answered for; what it was held against as well. */
const provable = ({ plan, span, against }: PlanFigures): readonly Plan[] => {
  const within = (days: Span): Plan => ({
    ...plan,
    time: { ...days, partial: false, grain: 'days' },
    comparison: null,
    against: null,
  })
  return against === null ? [within(span)] : [within(span), within(against.span)]
}

/** Why one branch or product differs: beside its usual, split by what may have moved it. */
const explainable = (plan: Plan): Plan => {
  if (plan.aggregation !== 'explain') return plan
  const isProduct = plan.filters.some(({ dimension }) => dimension === 'product')
  return {
    ...plan,
    aggregation: 'sum',
    comparison: 'vs_average',
    dimension: isProduct ? 'branch' : 'product',
  }
}

/** A forecast of some branch or products; null when none is named. */
const narrowedForecast = async (
  world: World,
  ask: Ask,
  { plan, shop }: { readonly plan: Plan; readonly shop: Shop },
): Promise<Answer | null> => {
  const { today } = ask
  const isAhead = plan.metric === 'forecast_units' || plan.metric === 'forecast_revenue'
  if (!isAhead || plan.filters.length === 0) return null
  const named = (dimension: string) =>
    plan.filters.find((filter) => filter.dimension === dimension && filter.op !== 'not')?.values ??
    []
  const [branch] = named('branch')
  const products = named('product')
  const only = { ...(branch && { branch }), ...(products.length > 0 && { products }) }
  const found = await world.pool.forecast({ shop, today, days: HORIZON_MAX, only })
  if (found === null || found.forecast === null) return justReply(tooLittleReply(shop))
  const about = [...products.slice(0, 1), ...(branch ? [branch] : [])].join(' · ')
  return justReply(forecastReply(found.forecast, shop, { today, span: plan.time, about }), [
    shownEffect(ask, { kind: 'forecast', only }),
  ])
}

/** Plans that a whole command answers; filters are left to the plan where there is one. */
const commandFor = (
  plan: Plan,
): { readonly name: CommandName; readonly period: Period | null } | null => {
  const period = plan.time && periodOf(plan)
  if (plan.metric === 'summary') return { name: 'summary', period }
  if (plan.metric === 'anomalies') return { name: 'alert-details', period: null }
  if (plan.metric === 'reorder_qty') return { name: 'restock', period: null }
  if (plan.metric === 'forecast_units' || plan.metric === 'forecast_revenue')
    return { name: 'forecast', period }
  const isWhole = plan.filters.length === 0
  return plan.aggregation === 'explain' && isWhole ? { name: 'why', period } : null
}

const periodOf = ({ time }: Plan): Period | null =>
  time && { kind: time.from === time.to ? 'day' : 'days', span: { from: time.from, to: time.to } }

const stockOf = async (
  world: World,
  { filters }: Plan,
  { shop, today }: { readonly shop: Shop; readonly today: Ask['today'] },
): Promise<Answer> => {
  const asked = filters.flatMap(({ dimension, values }) => (dimension === 'product' ? values : []))
  const { stocked, products } = await world.pool.stockroom({ shop, today })
  const names = new Map(products.map(({ ref, name }) => [ref, name]))
  const left = stocked.flatMap(({ ref, onHand: quantity }) => {
    const name = names.get(ref)
    return name === undefined || quantity === null ? [] : [{ name, quantity }]
  })
  const wanted = asked.length === 0 ? left : left.filter(({ name }) => asked.includes(name))
  const lowFirst = wanted.toSorted((a, b) => a.quantity - b.quantity)
  return justReply(stockReply(asked, lowFirst, shop))
}
