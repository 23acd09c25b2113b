import type { Plan } from '../../intent/ask/plan.ts'
import type { Intent } from '../../intent/intent.ts'
import type { Day } from '../../sales/day.ts'
import type { Shop } from '../../sales/shop.ts'
import type { Pending } from '../../store/inbox.ts'
import type { Membership, Person } from '../../store/people.ts'
import type { AskRead } from '../plan-by-model.ts'

/** One understood message of one person of one shop. */
export type Ask = {
  readonly shop: Shop
  readonly person: Person
  /** What they are in this shop; `branches`: the only ones they may see. */
  readonly member: Pick<Membership, 'role' | 'branches'>
  readonly message: Pending
  readonly intent: Intent
  readonly today: Day
  /** The plans a follow-up leans on; absent: what this chat remembers. */
  readonly prior?: readonly Plan[]
  /** The words as plans, where they were read before. */
  readonly read?: AskRead | null
}

/** The intent of an ask, once it is known to be a command. */
export type CommandAsk = Ask & { readonly intent: Extract<Intent, { kind: 'command' }> }

/** Rankings without a named period look at four whole weeks. */
export const RANKING_DAYS = 28
