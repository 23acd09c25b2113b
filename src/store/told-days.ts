import { type Day, dayFromNumber, dayNumber } from '../sales/day.ts'
import type { ToldDays } from '../sales/told-day.ts'
import { all, build, type Fact, run } from './engine.ts'
import { labelRows } from './sums.ts'
import { addLabels } from './uploads.ts'

/** Words looked at, newest first: years of holidays, and a bound on what an answer reads. */
const WORDS_MAX = 500

/** Keeps the owner's word about some days. Said twice it is one word, so that taking it back once is enough. */
export function* tellDays(shopId: string, told: ToldDays, now: number): Fact<void> {
  const branch = told.branch === null ? 0 : yield* branchNumber(shopId, told.branch)
  const word = {
    first_day: dayNumber(told.span.from),
    last_day: dayNumber(told.span.to),
    branch,
    kind: told.kind,
  }
  yield* run(
    build
      .deleteFrom('told_day')
      .where('shop_id', '=', shopId)
      .where('first_day', '=', word.first_day)
      .where('last_day', '=', word.last_day)
      .where('branch', '=', branch)
      .where('kind', '=', told.kind),
  )
  yield* run(
    build
      .insertInto('told_day')
      .values({ shop_id: shopId, no: told.no, ...word, note: told.note, created_at: now })
      .onConflict((c) => c.doNothing()),
  )
}

/** Takes one word back; what was said before it about those days holds again. */
export function* forgetDays(shopId: string, no: number): Fact<void> {
  yield* run(build.deleteFrom('told_day').where('shop_id', '=', shopId).where('no', '=', no))
}

/** Everything told, newest first, with when it was told (Unix ms). */
export function* toldDays(
  shopId: string,
): Fact<readonly (ToldDays & { readonly toldAt: number })[]> {
  const rows = yield* all(wordsOf(shopId).limit(WORDS_MAX))
  if (rows.length === 0) return []
  const names = yield* labelRows(shopId, 'branch')
  return rows.map((row) => ({
    no: row.no,
    span: { from: dayFromNumber(row.first_day), to: dayFromNumber(row.last_day) },
    branch: names.get(row.branch) ?? null,
    kind: row.kind,
    note: row.note,
    toldAt: row.created_at,
  }))
}

const wordsOf = (shopId: string) =>
  build.selectFrom('told_day').selectAll().where('shop_id', '=', shopId).orderBy('no', 'desc')

function* branchNumber(shopId: string, branch: string): Fact<number> {
  const [label] = yield* addLabels(shopId, [{ kind: 'branch', index: 0, text: branch }])
  if (label === undefined) throw new Error(`branch “${branch}” could not be named`)
  return label.id
}

/** The days each live file covers, from its first row to its last. */
export function* coveredSpans(
  shopId: string,
): Fact<readonly { readonly from: Day; readonly to: Day }[]> {
  const rows = yield* all(
    build
      .selectFrom('upload')
      .select(['first_day', 'last_day'])
      .where('shop_id', '=', shopId)
      .where('state', '=', 'live')
      .where('lines', '>', 0),
  )
  return rows.flatMap(({ first_day: from, last_day: to }) =>
    from === null || to === null ? [] : [{ from: dayFromNumber(from), to: dayFromNumber(to) }],
  )
}
