import { describe } from 'vitest'
import { daysContract } from '../contracts/days.ts'
import { storeContract } from '../contracts/store.ts'
import { aStore } from '../support/a-store.ts'

describe('what a store keeps', () => {
  storeContract(() => aStore())
  daysContract(() => aStore())
})
