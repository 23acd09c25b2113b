import type { Shop } from '../sales/shop.ts'
import { all, build, type Fact, rowsOf, tell } from './engine.ts'
import { shopFrom } from './people.ts'

/** Shops taken at once: few enough that another process finds some too, and that a crash delays few. */
const SHOPS_MAX = 20

const NEW_SHOPS_SQL = `
  insert into shop_look (shop_id, next_at)
  select id, 0 from shop
  where closed_at is null and id not in (select shop_id from shop_look)
  on conflict (shop_id) do nothing`
// A clock that was set back must not keep a shop unwatched: what is further ahead than two rounds is due too. One
// round would be too little, as another machine's clock may be a little ahead.
const CLAIM_SQL = `
  update shop_look set next_at = ?
  where shop_id in (
    select l.shop_id from shop_look l join shop s on s.id = l.shop_id
    where s.closed_at is null and (l.next_at <= ? or l.next_at > ?)
    order by l.next_at, l.shop_id limit ? for update of l skip locked)
  returning shop_id`

/** From now on every open shop is due to be looked at, one after the other. */
export function* expectShops(): Fact<void> {
  yield* tell(NEW_SHOPS_SQL, [])
}

/**
 * Takes some of the shops that have not been looked at for `everyMs`, whoever looked; none: nobody is due. Nobody
 * else is given them before that time has passed again, so any number of processes share the looking.
 */
export function* claimLooks(now: number, everyMs: number): Fact<readonly Shop[]> {
  const next = now + everyMs
  const claimed = yield* rowsOf<{ shop_id: string }>(CLAIM_SQL, [
    next,
    now,
    next + everyMs,
    SHOPS_MAX,
  ])
  if (claimed.length === 0) return []
  const rows = yield* all(
    build
      .selectFrom('shop')
      .selectAll()
      .where(
        'id',
        'in',
        claimed.map(({ shop_id }) => shop_id),
      )
      .orderBy('id'),
  )
  return rows.map(shopFrom)
}
