import type { ModelDesk } from '../assistant/call.ts'
import { type Day, tradingDay } from '../sales/day.ts'
import type { World } from './world.ts'

type DeskWorld = Pick<World, 'model' | 'store' | 'now' | 'log' | 'policy'>

/**
 * One shop's way to the model. Leave is asked before each call, so calls that run side by side may spend
 * a little more than the budget, never a call more than there are of them.
 */
export const modelDesk = (world: DeskWorld, shopId: string): ModelDesk => ({
  model: world.model,
  now: world.now,
  log: world.log,
  leave: async () => {
    const { mayAsk } = await world.store.modelLeave(shopId)
    if (!mayAsk) return 'off'
    const { modelBudget } = world.policy
    if (modelBudget === null) return 'given'
    return (await world.store.modelTokens(billedDay(world))) < modelBudget ? 'given' : 'budget'
  },
  count: async (task, { total }) => {
    await world.store.countModelUse({ day: billedDay(world), shopId, task, tokens: total })
    await tellSpent(world)
  },
})

/** Tells the operator when the day's tokens are spent, once. */
const tellSpent = async (world: DeskWorld): Promise<void> => {
  const { modelBudget } = world.policy
  if (modelBudget === null) return
  const day = billedDay(world)
  const tokens = await world.store.modelTokens(day)
  if (tokens < modelBudget || !(await world.store.claimRun('model-budget', day))) return
  world.log.warn('the day’s model tokens are spent', { day, tokens, modelBudget })
}

/** The operator's day, midnight to midnight where the service is at home. */
const billedDay = ({ now, policy }: DeskWorld): Day =>
  tradingDay(now(), policy.defaults.timeZone, 0)
