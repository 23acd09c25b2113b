import { all, build, type Fact, first, tell } from './engine.ts'

/** A report that Meta bills a message: under which category, in which month of the account's zone. */
export type Bill = {
  readonly channel: string
  /** `2026-11`. */
  readonly month: string
  /** `service`, `utility`, `marketing` …; free ones are not counted. */
  readonly category: string
}

const COUNT_SQL = `
  insert into billed_month (channel, month, category, messages) values (?, ?, ?, 1)
  on conflict (channel, month, category) do update set messages = billed_month.messages + 1`

/** Counts a billed message once, however many reports say so. */
export function* countBilled(outboxId: string, bill: Bill): Fact<void> {
  const fresh = yield* first(
    build
      .updateTable('outbox')
      .set({ billed: bill.category })
      .where('id', '=', outboxId)
      .where('billed', 'is', null)
      .returning('id'),
  )
  if (fresh) yield* tell(COUNT_SQL, [bill.channel, bill.month, bill.category])
}

/** How many messages each number has been billed in a month, all categories together. */
export function* billedIn(
  month: string,
): Fact<readonly { readonly channel: string; readonly messages: number }[]> {
  return yield* all(
    build
      .selectFrom('billed_month')
      .select((e) => ['channel', e.fn.sum<number>('messages').as('messages')])
      .where('month', '=', month)
      .groupBy('channel')
      .orderBy('channel'),
  )
}
