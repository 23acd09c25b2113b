import type { Shown } from '../analytics/shown.ts'
import { type Day, parseDay } from '../sales/day.ts'
import { all, build, type Fact, first, run, tell } from './engine.ts'
import { salesVersion } from './uploads.ts'

/** What an answer showed; `seq` is the message it answered. */
export type KeptShown = {
  readonly shopId: string
  readonly personId: string
  readonly seq: number
  readonly shown: Shown
}

/** Answers of one person in one shop that can still be proved. */
const KEPT_MAX = 50

export function* keepShown(kept: KeptShown, now: number): Fact<void> {
  const { shopId, personId, seq } = kept
  const said = {
    body: JSON.stringify(kept.shown),
    sales_version: yield* salesVersion(shopId),
    at: now,
  }
  yield* run(
    build
      .insertInto('shown')
      .values({ shop_id: shopId, person_id: personId, seq, ...said })
      .onConflict((c) => c.columns(['shop_id', 'person_id', 'seq']).doUpdateSet(said)),
  )
  yield* tell(
    `delete from shown where shop_id = ? and person_id = ? and seq <= (
       select seq from shown where shop_id = ? and person_id = ? order by seq desc limit 1 offset ?)`,
    [shopId, personId, shopId, personId, KEPT_MAX],
  )
}

/** An answer that can be proved. `hasChanged`: sales came or went since. */
export type Provable =
  | { readonly kind: 'shown'; readonly shown: Shown; readonly hasChanged: boolean }
  /** A message that came by itself: an alert about this day. */
  | { readonly kind: 'alert'; readonly day: Day }

/** Messages looked back over for one with figures in it: thanks and menus may stand between. */
const LOOKED_BACK = 20

/** The bubble that was replied to, or else the newest with figures in it; null: there is none. */
export function* lastShown(
  shopId: string,
  personId: string,
  quotedId: string | null,
): Fact<Provable | null> {
  const sent = build.selectFrom('outbox').select('id').where('person_id', '=', personId)
  const rows = yield* all(
    quotedId === null
      ? sent.orderBy('seq', 'desc').limit(LOOKED_BACK)
      : sent.where('wamid', '=', quotedId),
  )
  const version = yield* salesVersion(shopId)
  for (const { id } of rows) {
    const alert = /^alert:(.+):(\d{4}-\d{2}-\d{2}):[^:]+$/.exec(id)
    const day = alert?.[1] === shopId ? parseDay(alert[2] ?? '') : null
    if (day !== null) return { kind: 'alert', day }
    const found = yield* shownUnder(shopId, personId, id)
    if (found === undefined) continue
    // Written by keepShown above, in this shape.
    const shown = JSON.parse(found.body) as Shown
    return { kind: 'shown', shown, hasChanged: found.sales_version !== version }
  }
  return null
}

/** Replies are numbered after the message they answer: `in:SEQ:INDEX`. */
function* shownUnder(shopId: string, personId: string, id: string) {
  const seq = Number(/^in:(\d+):\d+$/.exec(id)?.[1] ?? Number.NaN)
  if (Number.isNaN(seq)) return undefined
  return yield* first(
    build
      .selectFrom('shown')
      .select(['body', 'sales_version'])
      .where('shop_id', '=', shopId)
      .where('person_id', '=', personId)
      .where('seq', '=', seq),
  )
}
