import type { Insights } from './insight.ts'
import type { World } from './world.ts'

/**
 * The world as somebody limited to these branches meets it: whatever is read of sales, by commands here or in
 * the workers, is read of these branches alone. So no answer can hold what no reader gave it.
 */
export const withinBranches = (world: World, branches: readonly string[]): World => ({
  ...world,
  store: { ...world.store, ...world.store.within(branches) },
  pool: {
    ...world.pool,
    ...insightsWithin(world.pool, branches),
    proof: (request) => world.pool.proof({ ...request, branches }),
  },
})

/** Written out, so that a new insight does not compile until it is limited too. */
const insightsWithin = (pool: Insights, branches: readonly string[]): Insights => ({
  summary: (request) => pool.summary({ ...request, branches }),
  forecast: (request) => pool.forecast({ ...request, branches }),
  restock: (request) => pool.restock({ ...request, branches }),
  anomalies: (request) => pool.anomalies({ ...request, branches }),
  news: (request) => pool.news({ ...request, branches }),
  plan: (request) => pool.plan({ ...request, branches }),
  why: (request) => pool.why({ ...request, branches }),
  trend: (request) => pool.trend({ ...request, branches }),
  hours: (request) => pool.hours({ ...request, branches }),
  report: (request) => pool.report({ ...request, branches }),
  overview: (request) => pool.overview({ ...request, branches }),
  till: (request) => pool.till({ ...request, branches }),
  stockroom: (request) => pool.stockroom({ ...request, branches }),
  profit: (request) => pool.profit({ ...request, branches }),
})
