import { billingMonth } from './intake.ts'
import type { World } from './world.ts'

/** Shares of the month's budget at which the operator is told, each once. */
const MARKS = [0.8, 1]

/** Tells the operator when a number's billed messages near the month's budget. */
export const watchBudget = async (world: World): Promise<void> => {
  const { messageBudget } = world.policy
  const month = billingMonth(world, world.now())
  for (const { channel, messages } of await world.store.billedIn(month)) {
    for (const mark of MARKS.filter((share) => messages >= share * messageBudget)) {
      const [job, slot] = [`budget-${mark}`, `${channel}/${month}`]
      const isNews =
        !(await world.store.hasRun(job, slot)) && (await world.store.claimRun(job, slot))
      if (isNews) world.log.warn('billed messages', { channel, month, messages, messageBudget })
    }
  }
}
