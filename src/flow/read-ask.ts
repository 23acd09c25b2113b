import { feastNames } from '../analytics/feast-names.ts'
import { LANGUAGES } from '../i18n/catalogue.ts'
import { saysBareHour } from '../intent/ask/clock.ts'
import type { AskReading, Plan } from '../intent/ask/plan.ts'
import { readQuestion } from '../intent/ask/read-question.ts'
import type { Intent } from '../intent/intent.ts'
import { languageOf } from '../intent/language.ts'
import { countryOf } from '../sales/country.ts'
import { addDays, type Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { type AskRead, type ModelWorld, planByModel } from './plan-by-model.ts'

export type TextAsked = {
  readonly shop: Shop
  readonly today: Day
  readonly text: string
  /** The plans of the answer this one may lean on. */
  readonly prior: readonly Plan[]
  /** The owner typed these words, so a model may be asked where the rules are not sure. */
  readonly mayAskModel?: boolean
}

/** From here on the rules answer without asking anybody (read-question.ts). */
const SURE_FROM = 0.8

/**
 * A text as plans in this shop; null for a shop without sales. The one place where plans are made: by rules,
 * and by a model where they are not sure. Without one, or when it fails, the rules' best guess stands.
 */
export const readAsk = async (
  world: ModelWorld,
  { shop, today, text, prior, mayAskModel = false }: TextAsked,
): Promise<AskRead | null> => {
  const coverage = await world.store.coverage(shop.id)
  if (coverage === null) return null
  const context = {
    today,
    prior,
    covered: coverage.span,
    catalogue: await world.store.catalogueOf(shop.id),
    feasts: feastNames(countryOf(shop)),
    ...(saysBareHour(text) && { hours: await hoursOfSale(world, shop, coverage.span.to) }),
  }
  const rules = readQuestion(text, context)
  const byRules: AskRead = { ...rules, by: 'rules', taken: { asking: [], ignored: [] } }
  if (!mayAskModel || !isUnsure(rules)) return byRules
  return (await planByModel(world, { shop, text, context, rules })) ?? byRules
}

/** Four weeks hold every opening hour of a week several times. */
const HOURS_DAYS = 28

const hoursOfSale = async (
  { store }: ModelWorld,
  shop: Shop,
  last: Day,
): Promise<ReadonlySet<number>> => {
  const span = { from: addDays(last, 1 - HOURS_DAYS), to: last }
  return new Set((await store.hourSums(shop.id, span)).map(({ hour }) => hour))
}

/**
 * A guess, or words that nobody knows. Another subject and an order to us are sure, and which of two names of
 * the shop was meant only the owner can tell.
 */
const isUnsure = ({ confidence, unknown, leftOut, options }: AskReading): boolean =>
  unknown.length > 0 || leftOut !== undefined || (confidence < SURE_FROM && options.length === 0)

/** The shop as it speaks to this message: a clear English question gets an English answer. */
export const spokenIn = (shop: Shop, text: string): Shop => {
  const language = languageOf(text)
  return language !== null && LANGUAGES.includes(language) ? { ...shop, language } : shop
}

/** Commands that answer a question about sales, which a plan may say more exactly. */
export const QUESTIONS: ReadonlySet<string> = new Set([
  'summary',
  'forecast',
  'restock',
  'products',
  'branches',
  'chart',
  'why',
  'profit',
  'report',
  'alert-details',
])

/**
 * A command answers its own words alone: what it would leave out is asked about instead. A number that the
 * command has taken itself is not left out: `prediksi 14 hari`.
 */
export const saysMoreThanCommand = (intent: Intent, { leftOut = [] }: AskReading): boolean =>
  leftOut.some((way) => !MOODS.has(way) && !(way === 'number' && hasNumber(intent)))

const hasNumber = (intent: Intent): boolean =>
  intent.kind === 'command' && (intent.argument !== null || intent.period !== null)

/** `toko sepi ya` tells how one feels about a day. */
const MOODS: ReadonlySet<string> = new Set(['change'])

/** True when the command already answers all the plans say. */
export const isCommandsOwn = (intent: Intent, plans: readonly Plan[]): boolean => {
  const [plan, ...others] = plans
  if (intent.kind !== 'command' || plan === undefined || others.length > 0) return false
  const isPlain =
    plan.filters.length === 0 &&
    plan.having === null &&
    plan.against === null &&
    plan.across === undefined &&
    plan.rankedBy === undefined
  return isPlain && (OWN[intent.name]?.(plan) ?? true)
}

const OWN: Readonly<Partial<Record<string, (plan: Plan) => boolean>>> = {
  summary: ({ metric, aggregation, dimension, comparison }) =>
    (metric === 'summary' ||
      ((metric === 'revenue' || metric === 'units') && aggregation === 'sum')) &&
    dimension === null &&
    comparison !== 'same_period_last_year',
  products: ({ metric, dimension, aggregation }) =>
    aggregation !== 'rank_asc' &&
    (metric === 'units' || metric === 'revenue') &&
    (dimension === 'product' || dimension === null),
  branches: ({ metric, dimension }) =>
    metric === 'revenue' && (dimension === 'branch' || dimension === null),
  // The picture of the hours tells when it is busy, not when it is quiet.
  chart: ({ aggregation }) => aggregation !== 'rank_asc',
  forecast: ({ metric }) => metric === 'forecast_units' || metric === 'forecast_revenue',
  restock: ({ metric }) => metric === 'reorder_qty' || metric === 'stock_on_hand',
}
