import { type Day, dayNumber } from '../sales/day.ts'
import { type Fact, rowsOf } from './engine.ts'

/** What a shop has cost since a moment. */
export type Usage = {
  /** Messages that reached somebody of the shop, by Meta's category; null: not billed. */
  readonly messages: readonly { readonly category: string | null; readonly count: number }[]
  /** Calls of the language model, by what it was asked to do. */
  readonly model: readonly {
    readonly task: string
    readonly calls: number
    readonly tokens: number
  }[]
}

/** `since` in Unix ms for messages, `from` the first day for the model. */
export function* usageOf(
  shopId: string,
  { since, from }: { readonly since: number; readonly from: Day },
): Fact<Usage> {
  const messages = yield* rowsOf<{ category: string | null; count: number }>(
    `select billed as category, count(*) as count from outbox
     where shop_id = ? and created_at >= ? and state in ('sent', 'delivered', 'read')
     group by billed order by billed`,
    [shopId, since],
  )
  const model = yield* rowsOf<{ task: string; calls: number; tokens: number }>(
    `select task, sum(calls) as calls, sum(tokens) as tokens from model_use
     where day >= ? and shop_id = ? group by task order by task`,
    [dayNumber(from), shopId],
  )
  return { messages, model }
}

/** A shop as whoever runs the service sees it: how it is doing with us, nothing of what it sells. */
export type ShopState = {
  readonly id: string
  readonly name: string
  readonly people: number
  /** Unix ms; null: never. */
  readonly lastFileAt: number | null
  readonly messages: number
  readonly setAside: number
}

/** More shops than a page holds are the dashboards of the monitoring's business. */
const SHOPS_MAX = 500

const SHOPS_SQL = `
  select shop.id, shop.name,
    (select count(*) from member where member.shop_id = shop.id) as people,
    (select max(created_at) from upload where upload.shop_id = shop.id and upload.state = 'live') as last_file,
    (select count(*) from outbox where outbox.shop_id = shop.id and outbox.created_at >= ?) as messages,
    (select count(*) from member join inbox on inbox.mailbox = member.person_id
      where member.shop_id = shop.id and inbox.state = 'set-aside') as aside
  from shop where shop.closed_at is null
  order by shop.created_at, shop.id limit ?`

/** Open shops, the oldest first; messages are counted since a moment (Unix ms). */
export function* shopStates(since: number): Fact<readonly ShopState[]> {
  const rows = yield* rowsOf<{
    id: string
    name: string
    people: number
    last_file: number | null
    messages: number
    aside: number
  }>(SHOPS_SQL, [since, SHOPS_MAX])
  return rows.map(({ id, name, people, last_file, messages, aside }) => ({
    id,
    name,
    people,
    lastFileAt: last_file,
    messages,
    setAside: aside,
  }))
}
