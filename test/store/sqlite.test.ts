import { describe } from 'vitest'
import { storeContract } from '../contracts/store.ts'
import { aStore } from '../support/a-store.ts'

describe('on SQLite', () => storeContract(() => aStore()))
