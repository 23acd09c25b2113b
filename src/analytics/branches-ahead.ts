import { addDays, type Day, dayNumber, daysOf, type Span } from '../sales/day.ts'
import { type ToldDay, type ToldKind, toldOf } from '../sales/told-day.ts'
import type { BranchDay } from '../sales/totals.ts'
import { type ClosingReason, closingsOf } from './closings.ts'
import { type DayEffects, EVENT, FIRST_WIDENING } from './day-factors.ts'
import { type Demand, demandBefore } from './demand.ts'
import { type ForecastQuestion, horizonOf } from './forecast-question.ts'
import { placeInWeek } from './history.ts'
import type { Ledger, Stretch } from './ledger.ts'
import { specialDaysIn } from './special-days.ts'

/** A branch as a forecast sees it: its past, and its days to come. */
export type BranchPast = {
  readonly branch: string | null
  readonly demand: Demand
  readonly days: readonly DayAhead[]
  readonly factorOf: (dayNumber: number) => number
}

export type DayAhead = {
  readonly day: Day
  /** 0 is Monday. */
  readonly place: number
  readonly isOpen: boolean
  /** Why it is closed, or open in spite of a habit; null: as usual. */
  readonly reason: ClosingReason | 'told' | null
  /** Times an ordinary day, and times its variance. */
  readonly factor: number
  readonly widening: number
}

/** A branch without a line for two trading weeks of the shop has closed for good. */
const ALIVE_DAYS = 14

/** Every branch that still trades. Branches share the shop's calendar page, so that their parts add up. */
export const branchesAhead = (
  question: ForecastQuestion,
  shop: Ledger,
  effects: DayEffects,
): BranchPast[] => {
  const rows = Map.groupBy(
    question.branchDays.filter(({ day }) => day < question.from),
    ({ branch }) => branch,
  )
  const products = Map.groupBy(question.productDays, ({ branch }) => branch)
  const stretch: Stretch = { first: shop.start, last: shop.start + shop.lines.length - 1 }
  const alive = aliveFrom(shop)
  return [...rows].flatMap(([branch, branchDays]) => {
    if (!branchDays.some(({ day }) => dayNumber(day) >= alive)) return []
    const factorOf = (number: number) => effects(number)?.factor ?? 1
    const demand = demandBefore({
      productDays: products.get(branch) ?? [],
      branchDays,
      from: question.from,
      closedDays: [
        ...question.closedDays,
        ...toldDays(question.told, branch, 'closed'),
        ...toldDays(question.told, branch, 'event'),
      ],
      known: knownOf(question, branch, branchDays),
      stretch,
      factorOf,
    })
    if (demand === null) return []
    return [{ branch, demand, factorOf, days: daysAhead(question, { branch, demand, effects }) }]
  })
}

/** Day number of the fourteenth last trading day of the shop. */
const aliveFrom = (shop: Ledger): number => {
  let left = ALIVE_DAYS
  for (let i = shop.lines.length - 1; i >= 0; i -= 1) {
    if ((shop.lines[i] ?? 0) > 0) left -= 1
    if (left === 0) return shop.start + i
  }
  return shop.start
}

const toldDays = (
  told: readonly ToldDay[] | undefined,
  branch: string | null,
  kind: ToldKind,
): Day[] =>
  (told ?? [])
    .filter((one) => one.kind === kind && (one.branch === null || one.branch === branch))
    .map(({ day }) => day)

const knownOf = (
  { told, covered }: ForecastQuestion,
  branch: string | null,
  rows: readonly BranchDay[],
) => ({
  open: new Set(toldDays(told, branch, 'open').map(dayNumber)),
  ...(covered && { covered: coveredDays(covered, rows) }),
})

/** Days within some file. A day with lines is covered, whatever the files say. */
const coveredDays = (spans: readonly Span[], rows: readonly BranchDay[]): Set<number> =>
  new Set([...spans.flatMap(daysOf), ...rows.map(({ day }) => day)].map(dayNumber))

type Seen = {
  readonly branch: string | null
  readonly demand: Demand
  readonly effects: DayEffects
}

const daysAhead = (question: ForecastQuestion, { branch, demand, effects }: Seen): DayAhead[] => {
  const { from, horizon, told = [], country = null } = question
  const closings = closingsOf(demand.page, specialDaysIn(country))
  const closed = new Set(question.closedDays)
  return Array.from({ length: horizonOf(horizon) }, (_, i) => {
    const day = addDays(from, i)
    const number = dayNumber(day)
    const word = toldOf(told, day, branch)?.kind ?? null
    const effect = effects(number)
    // Nobody knows what an event of one branch brings: its range is wider.
    const isOwnEvent = word === 'event' && effect?.special !== EVENT
    return {
      day,
      place: placeInWeek(number),
      ...openness({ word, isClosed: closed.has(day), learnt: closings(number) }),
      factor: effect?.factor ?? 1,
      widening: Math.max(effect?.widening ?? 1, isOwnEvent ? FIRST_WIDENING : 1),
    }
  })
}

/** The owner's word goes before every habit. */
const openness = (known: {
  readonly word: ToldKind | null
  readonly isClosed: boolean
  readonly learnt: ClosingReason | null
}): Pick<DayAhead, 'isOpen' | 'reason'> => {
  const { word, isClosed, learnt } = known
  if (word === 'closed' || (word === null && isClosed)) return { isOpen: false, reason: 'told' }
  if (word === null) return { isOpen: learnt === null, reason: learnt }
  return { isOpen: true, reason: learnt === null ? null : 'told' }
}
