import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Restock } from './findings.ts'
import type { Outlook } from './forecast.ts'
import { type History, latest } from './history.ts'

const BLOCK_DAYS = 28
/** Slowing: sells under 70 % of what it sold before … */
const SLOWING_UNDER = 0.7
/** … by more than chance alone brings one time in forty. */
const SLOWING_Z = 2
/** Two quiet weeks of something that did sell are worth a word too. */
const QUIET_DAYS = 14

/** What sells clearly less than in the four weeks before; most units lost first. */
export const slowing = (outlooks: readonly Outlook[]): Restock['reduce'] =>
  outlooks
    .filter((outlook) => outlook.class !== 'new')
    .map(({ demand, dispersion }) => {
      const { values } = demand.history
      const recent = latest(demand.history, BLOCK_DAYS)
      const both = latest(demand.history, 2 * BLOCK_DAYS)
      const before = { ...both, values: both.values.subarray(0, both.values.length - BLOCK_DAYS) }
      return {
        demand,
        dispersion,
        now: soldIn(recent),
        before: soldIn(before),
        quiet: quiet(values),
      }
    })
    .filter(isSlowing)
    .sort((a, b) => b.before - b.now - (a.before - a.now))
    .map(({ demand, now, before, quiet: quietDays }) => ({
      product: demand.product,
      quantity28: Math.round(now * QUANTITY_ONE),
      quantityBefore28: Math.round(before * QUANTITY_ONE),
      quietDays,
    }))

type Slowing = {
  readonly demand: Outlook['demand']
  readonly dispersion: number
  readonly now: number
  readonly before: number
  readonly quiet: number
}

const isSlowing = ({ demand, dispersion, now, before, quiet: quietDays }: Slowing): boolean => {
  if (demand.history.values.length < 2 * BLOCK_DAYS || before === 0) return false
  const z = (before - now) / Math.sqrt(Math.max(dispersion, Number.MIN_VALUE) * (before + now))
  return (now < SLOWING_UNDER * before && z > SLOWING_Z) || (quietDays >= QUIET_DAYS && z > 1)
}

/** Trading days since the last sale. */
const quiet = (values: Float64Array): number => {
  const open = values.filter((value) => !Number.isNaN(value))
  return open.length - 1 - open.findLastIndex((value) => value > 0)
}

const soldIn = ({ values }: History): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0)
