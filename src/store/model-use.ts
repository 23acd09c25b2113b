import { type Day, dayNumber } from '../sales/day.ts'
import { build, type Fact, first, run, tell } from './engine.ts'

/** What one call to the language model cost. */
export type ModelCost = {
  readonly day: Day
  readonly shopId: string
  /** What it was asked to do. */
  readonly task: string
  readonly tokens: number
}

/** Whether a shop's questions may go to the model, and whether its product names may with them. */
export type ModelLeave = { readonly mayAsk: boolean; readonly mayName: boolean }

/** Asked unless the owner says no; names only when the owner says yes. */
const LEAVE_DEFAULT: ModelLeave = { mayAsk: true, mayName: false }

/** Two months of counts are enough to look back at a bill. */
const KEPT_DAYS = 62

const COUNT_SQL = `
  insert into model_use (day, shop_id, task, calls, tokens) values (?, ?, ?, 1, ?)
  on conflict (day, shop_id, task)
  do update set calls = model_use.calls + 1, tokens = model_use.tokens + excluded.tokens`

/** Adds a call to its day, and lets go of days long past. */
export function* countModelUse({ day, shopId, task, tokens }: ModelCost): Fact<void> {
  yield* tell(COUNT_SQL, [dayNumber(day), shopId, task, tokens])
  yield* run(build.deleteFrom('model_use').where('day', '<', dayNumber(day) - KEPT_DAYS))
}

/** Tokens of a day, all shops together. */
export function* modelTokens(day: Day): Fact<number> {
  const row = yield* first(
    build
      .selectFrom('model_use')
      .select((e) => e.fn.coalesce(e.fn.sum<number>('tokens'), e.lit(0)).as('tokens'))
      .where('day', '=', dayNumber(day)),
  )
  return row?.tokens ?? 0
}

export function* modelLeave(shopId: string): Fact<ModelLeave> {
  const row = yield* first(
    build.selectFrom('model_leave').select(['may_ask', 'may_name']).where('shop_id', '=', shopId),
  )
  return row ? { mayAsk: row.may_ask === 1, mayName: row.may_name === 1 } : LEAVE_DEFAULT
}

/** Changes what is said and leaves the rest. */
export function* setModelLeave(shopId: string, said: Partial<ModelLeave>): Fact<void> {
  const leave = { ...(yield* modelLeave(shopId)), ...said }
  const row = { may_ask: Number(leave.mayAsk), may_name: Number(leave.mayName) }
  yield* run(
    build
      .insertInto('model_leave')
      .values({ shop_id: shopId, ...row })
      .onConflict((c) => c.column('shop_id').doUpdateSet(row)),
  )
}

/** Keys hold the day of the question, so older answers are never asked for again. */
const ANSWERS_KEPT_MS = 2 * 86_400_000

/** What the model has answered under this key; null: it has not been asked. */
export function* modelAnswer(shopId: string, key: string): Fact<string | null> {
  const row = yield* first(
    build
      .selectFrom('model_answer')
      .select('answer')
      .where('shop_id', '=', shopId)
      .where('key', '=', key),
  )
  return row?.answer ?? null
}

export type ModelAnswer = { readonly shopId: string; readonly key: string; readonly answer: string }

/** Kept at once, before anything is done with it: a stop in between must not ask twice. */
export function* keepModelAnswer(said: ModelAnswer, at: number): Fact<void> {
  const { shopId, key, answer } = said
  yield* run(
    build
      .insertInto('model_answer')
      .values({ shop_id: shopId, key, answer, at })
      .onConflict((c) => c.columns(['shop_id', 'key']).doUpdateSet({ answer, at })),
  )
  yield* run(
    build
      .deleteFrom('model_answer')
      .where('shop_id', '=', shopId)
      .where('at', '<', at - ANSWERS_KEPT_MS),
  )
}

/** A closed shop's words and wishes go; what its calls cost stays on the day's bill. */
export function* forgetModel(shopId: string): Fact<void> {
  yield* run(build.deleteFrom('model_leave').where('shop_id', '=', shopId))
  yield* run(build.deleteFrom('model_answer').where('shop_id', '=', shopId))
}
