import { describe } from 'vitest'
import { onPostgres } from '../support/on-postgres.ts'

describe('on PostgreSQL', async () => {
  onPostgres()
  await import('../flow/conversation.test.ts')
})
