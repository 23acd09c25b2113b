import { describe } from 'vitest'
import { onPostgres } from '../support/on-postgres.ts'

describe('on PostgreSQL', async () => {
  onPostgres()
  await import('../store/contract.test.ts')
  await import('../store/hours.test.ts')
  await import('../store/stock.test.ts')
  await import('../store/uploads-model.test.ts')
})
