import { describe } from 'vitest'
import { dashboardContract } from '../contracts/dashboard.ts'
import { daysContract } from '../contracts/days.ts'
import { modelContract } from '../contracts/model.ts'
import { storeContract } from '../contracts/store.ts'
import { toldSalesContract } from '../contracts/told-sales.ts'
import { upkeepContract } from '../contracts/upkeep.ts'
import { aStore } from '../support/a-store.ts'

describe('what a store keeps', () => {
  storeContract(() => aStore())
  daysContract(() => aStore())
  dashboardContract(() => aStore())
  modelContract(() => aStore())
  toldSalesContract(() => aStore())
  upkeepContract(() => aStore())
})
