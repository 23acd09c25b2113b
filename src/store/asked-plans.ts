import type { Plan } from '../intent/ask/plan.ts'
import type { Language } from '../sales/shop.ts'
import { build, type Fact, first, run, tell } from './engine.ts'
import type { NameAlias } from './name-aliases.ts'
import { choicesIn } from './outbox.ts'

/** What an answer was about; `seq` is the message it answered. */
export type AskedPlans = {
  readonly shopId: string
  readonly personId: string
  readonly seq: number
  readonly plans: readonly Plan[]
  /** Set where it was asked back instead of answered. */
  readonly offers?: Offers
}

/** Readings of one question, each a button. */
export type Offers = {
  /** The question's own, in which a tap is answered. */
  readonly language: Language
  readonly readings: readonly Offer[]
}
type Offer = {
  readonly title: string
  readonly plans: readonly Plan[]
  /** What is learned when this one is chosen. */
  readonly alias: NameAlias | null
}

/** Answers of one person in one shop that a reply may still quote. */
const KEPT_MAX = 50

export function* rememberPlans(asked: AskedPlans, now: number): Fact<void> {
  const { shopId, personId, seq } = asked
  const offers = asked.offers === undefined ? null : JSON.stringify(asked.offers)
  const said = { plans: JSON.stringify(asked.plans), at: now, offers }
  yield* run(
    build
      .insertInto('asked_plan')
      .values({ shop_id: shopId, person_id: personId, seq, ...said })
      .onConflict((c) => c.columns(['shop_id', 'person_id', 'seq']).doUpdateSet(said)),
  )
  yield* tell(
    `delete from asked_plan where shop_id = ? and person_id = ? and seq <= (
       select seq from asked_plan where shop_id = ? and person_id = ?
       order by seq desc limit 1 offset ?)`,
    [shopId, personId, shopId, personId, KEPT_MAX],
  )
}

/** The plans of this person's newest answer since `since` (Unix ms); empty when it is longer ago. */
export function* lastPlans(shopId: string, personId: string, since: number): Fact<readonly Plan[]> {
  const row = yield* first(
    build
      .selectFrom('asked_plan')
      .select(['plans', 'at'])
      .where('shop_id', '=', shopId)
      .where('person_id', '=', personId)
      .orderBy('seq', 'desc')
      .limit(1),
  )
  return row && row.at >= since ? plansIn(row.plans) : []
}

/**
 * The readings the message `seq` was asked back with; without a number those of this person's newest
 * answer since `since` (Unix ms). Null: that one was answered.
 */
export function* offersTo(
  shopId: string,
  personId: string,
  which: { readonly seq: number } | { readonly since: number },
): Fact<Offers | null> {
  const rows = yield* first(
    build
      .selectFrom('asked_plan')
      .select(['offers', 'at'])
      .where('shop_id', '=', shopId)
      .where('person_id', '=', personId)
      .$if('seq' in which, (q) => q.where('seq', '=', 'seq' in which ? which.seq : 0))
      .orderBy('seq', 'desc')
      .limit(1),
  )
  const isNew = rows !== undefined && ('seq' in which || rows.at >= which.since)
  // Written above, in this shape.
  return isNew && rows.offers !== null ? (JSON.parse(rows.offers) as Offers) : null
}

/** The plans behind the bubble with this wamid; empty for any other message. */
export function* quotedPlans(
  shopId: string,
  personId: string,
  wamid: string,
): Fact<readonly Plan[]> {
  const sent = yield* bubbleOf(personId, wamid)
  // Replies are numbered after the message they answer: `in:SEQ:INDEX`.
  const seq = Number(/^in:(\d+):\d+$/.exec(sent?.id ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(seq)) return []
  const row = yield* first(
    build
      .selectFrom('asked_plan')
      .select('plans')
      .where('shop_id', '=', shopId)
      .where('person_id', '=', personId)
      .where('seq', '=', seq),
  )
  return row ? plansIn(row.plans) : []
}

/** A bubble this person was sent: its own id, and the ids of its buttons. */
export type Bubble = { readonly id: string; readonly taps: readonly string[] }

export function* bubbleOf(personId: string, wamid: string): Fact<Bubble | null> {
  const sent = yield* first(
    build
      .selectFrom('outbox')
      .select(['id', 'body'])
      .where('wamid', '=', wamid)
      .where('person_id', '=', personId),
  )
  return sent ? { id: sent.id, taps: choicesIn(sent.body).map(({ id }) => id) } : null
}

export function* forgetPlans(shopId: string): Fact<void> {
  yield* run(build.deleteFrom('asked_plan').where('shop_id', '=', shopId))
}

/** Written above, in this shape. */
const plansIn = (text: string): readonly Plan[] => JSON.parse(text) as readonly Plan[]
