import { thisMonth } from '../../intent/calendar.ts'
import type { Period } from '../../intent/intent.ts'
import { noCostReply } from '../../replies/no-data.ts'
import { costHowReply, profitReply } from '../../replies/profit.ts'
import { type Answer, justReply } from '../answer.ts'
import { supplyIn } from '../stock-insight.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/**
 * Gross profit of the products whose cost the owner told; without any, what is missing and what is known
 * instead. `profit:how` says how to tell costs.
 */
export const profit = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const period: Period = ask.intent.period ?? { kind: 'month', span: thisMonth(today, 'past') }
  if (ask.intent.argument === 'how') return howTo(world, ask)
  return profitIn(world, { shop, today, period })
}

type ProfitAsked = Pick<CommandAsk, 'shop' | 'today'> & {
  readonly period: Period
  /** Absent: all products. */
  readonly only?: readonly string[]
}

/** Profit over a period, of some products where they were named. */
export const profitIn = async (
  world: World,
  { period, ...asked }: ProfitAsked,
): Promise<Answer> => {
  const { shop, today } = asked
  const found = await world.pool.profit({ ...asked, span: period.span })
  if (found !== null && found.known.length > 0) return justReply(profitReply(found, period, shop))
  const told = await world.pool.summary({ shop, today, period: period.span })
  const summary = told?.coverage.hasMoney ? told.summary : null
  return justReply(noCostReply(summary && { period, units: summary.sums.revenue }, shop))
}

/** With the best selling product that has no cost yet as the example. */
const howTo = async (world: World, { shop, today }: CommandAsk): Promise<Answer> => {
  const room = await world.pool.stockroom({ shop, today })
  const without = room.products.find(({ ref }) => supplyIn(room, ref).cost === null)
  return justReply(costHowReply(without?.name ?? null, shop))
}
