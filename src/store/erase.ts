import { forgetPlans } from './asked-plans.ts'
import { build, type Fact, rowsOf, run, tell } from './engine.ts'
import { forgetModel } from './model-use.ts'
import { forgetAliases } from './name-aliases.ts'
import { emptyTeam } from './team.ts'
import { eraseSales } from './uploads.ts'

/**
 * Everything a shop ever sent us goes for good, its staff with it. What is left: the empty shop under its
 * id, and its owners by their number, so that they can begin again; the day's bill of model calls; the ids of
 * messages, so that one delivered again is still known. Lines of sales go with the next sweeps.
 */
export function* eraseShop(shopId: string): Fact<void> {
  yield* eraseSales(shopId)
  yield* forgetMessages(shopId)
  yield* forgetPlans(shopId)
  yield* forgetModel(shopId)
  yield* forgetAliases(shopId)
  yield* run(build.deleteFrom('shop_look').where('shop_id', '=', shopId))
  yield* run(build.deleteFrom('digest').where('shop_id', '=', shopId))
  yield* run(build.deleteFrom('quiet_hours').where('shop_id', '=', shopId))
  const people = yield* peopleOnlyOf(shopId)
  yield* emptyTeam(shopId)
  yield* run(build.updateTable('shop').set({ name: '' }).where('id', '=', shopId))
  for (const person of people) yield* forgetPerson(person)
}

/** What was said both ways. An answer on its way since the shop was closed only says that it is closed. */
function* forgetMessages(shopId: string): Fact<void> {
  yield* tell(
    `update inbox set arrival = '{}', error = null where state <> 'pending' and mailbox in (
       select person_id from member where shop_id = ?)`,
    [shopId],
  )
  yield* tell(
    `delete from outbox where shop_id = ? and not (state in ('ready', 'sending')
       and created_at > coalesce((select closed_at from shop where id = ?), 0))`,
    [shopId, shopId],
  )
}

type Leaving = { readonly id: string; readonly isOwner: boolean }

/** Members who belong to no other shop and whose messages are all answered. */
function* peopleOnlyOf(shopId: string): Fact<readonly Leaving[]> {
  const rows = yield* rowsOf<{ id: string; role: string }>(
    `select person_id as id, role from member as mine where shop_id = ?
       and not exists (select 1 from member as other
         where other.person_id = mine.person_id and other.shop_id <> mine.shop_id)
       and not exists (select 1 from inbox
         where inbox.mailbox = mine.person_id and inbox.state = 'pending')`,
    [shopId],
  )
  return rows.map(({ id, role }) => ({ id, isOwner: role === 'owner' }))
}

/** An owner stays known by number alone; of anybody else nothing stays, and who writes again is a stranger. */
function* forgetPerson({ id, isOwner }: Leaving): Fact<void> {
  yield* run(build.deleteFrom('wrong_code').where('person_id', '=', id))
  if (isOwner) {
    yield* run(build.updateTable('person').set({ name: null }).where('id', '=', id))
    return
  }
  yield* run(build.deleteFrom('outbox').where('person_id', '=', id))
  yield* run(build.deleteFrom('mailbox').where('id', '=', id))
  yield* run(build.deleteFrom('person_alias').where('person_id', '=', id))
  yield* run(build.deleteFrom('person').where('id', '=', id))
}
