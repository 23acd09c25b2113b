import type { Sender } from '../intent/arrival.ts'
import { build, type Fact, first, rowsOf } from './engine.ts'

/** Whether somebody wants marketing from one of our numbers, as they told WhatsApp. */
export type MarketingWish = Pick<Sender, 'phone' | 'userId'> & {
  readonly channel: string
  readonly wantsMarketing: boolean
  /** Unix ms. */
  readonly at: number
}

// Webhooks come in any order: an old word does not undo a newer one. Whoever has never written to us is nobody here.
const WISH_SQL = `
  update person set marketing_stopped_at = ?
  where coalesce(marketing_stopped_at, 0) <= ? and id in (
    select person_id from person_alias where channel = ? and alias in (?, ?))`

export function* keepMarketingWish(wish: MarketingWish): Fact<void> {
  const { channel, phone, userId, wantsMarketing, at } = wish
  yield* rowsOf(WISH_SQL, [
    wantsMarketing ? null : at,
    at,
    channel,
    `phone:${phone ?? ''}`,
    `user:${userId ?? ''}`,
  ])
}

/** People who want no marketing, for the operator. */
export function* countMarketingStopped(): Fact<number> {
  const row = yield* first(
    build
      .selectFrom('person')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('marketing_stopped_at', 'is not', null),
  )
  return row?.n ?? 0
}
