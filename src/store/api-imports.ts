import { applyEffect, type Effect } from './effects.ts'
import { build, type Fact, first, rowsOf, run } from './engine.ts'

/** A file that came through the API: still being read, or answered. */
export type ApiImport = {
  readonly id: string
  /** SHA-256 of the file, hex. */
  readonly sha256: string
  /** Lines staged so far. */
  readonly lines: number
  /** Unix milliseconds; a reader that is not back by then has died. */
  readonly leaseUntil: number
  /** What the sender was or will be told; null while reading. */
  readonly answer: StoredAnswer | null
}

/** An HTTP status and its body, JSON. */
export type StoredAnswer = { readonly status: number; readonly body: string }

export type NewApiImport = {
  readonly shopId: string
  readonly id: string
  /** The sender's `Idempotency-Key`. */
  readonly key: string | null
  readonly sha256: string
}

/** `begun`: ours to do, under this id. Otherwise the key has been used before. */
type Begun =
  | { readonly kind: 'begun'; readonly id: string }
  | { readonly kind: 'running' | 'answered'; readonly known: ApiImport }
  | { readonly kind: 'other-file' }

/**
 * Opens an import. The key of an earlier one gives that one back when it is under way or settled;
 * one that settled nothing (a question, a failure, a reader that died) is begun again under its id.
 */
export function* beginApiImport(
  fresh: NewApiImport,
  time: { readonly now: number; readonly leaseUntil: number },
): Fact<Begun> {
  const known = fresh.key === null ? null : yield* importOfKey(fresh.shopId, fresh.key)
  if (known === null) {
    yield* run(
      build.insertInto('api_import').values({
        shop_id: fresh.shopId,
        id: fresh.id,
        key: fresh.key,
        sha256: fresh.sha256,
        lease_until: time.leaseUntil,
        status: null,
        body: null,
        created_at: time.now,
      }),
    )
    return { kind: 'begun', id: fresh.id }
  }
  if (known.sha256 !== fresh.sha256) return { kind: 'other-file' }
  if (known.answer && SETTLED.includes(known.answer.status)) return { kind: 'answered', known }
  if (!known.answer && known.leaseUntil > time.now) return { kind: 'running', known }
  yield* run(
    build
      .updateTable('api_import')
      .set({ lines: 0, lease_until: time.leaseUntil, status: null, body: null })
      .where('shop_id', '=', fresh.shopId)
      .where('id', '=', known.id),
  )
  return { kind: 'begun', id: known.id }
}

/** Sales are in, were in, or never will be: asking again cannot change it. */
const SETTLED: readonly number[] = [200, 201, 422]

/** The reader is alive and has read so many lines. */
export function* renewApiImport(target: ApiTarget, lines: number, leaseUntil: number): Fact<void> {
  yield* run(
    build
      .updateTable('api_import')
      .set({ lines, lease_until: leaseUntil })
      .where('shop_id', '=', target.shopId)
      .where('id', '=', target.id)
      .where('status', 'is', null),
  )
}

export type ApiTarget = { readonly shopId: string; readonly id: string }

/**
 * The answer, and what becomes true with it: sales that count have their answer and the other way
 * round. False, and nothing done, when the import is not open any more (the shop's data was deleted).
 */
export function* finishApiImport(
  target: ApiTarget,
  end: {
    readonly answer: StoredAnswer
    readonly lines: number
    readonly effects: readonly Effect[]
  },
  now: number,
): Fact<boolean> {
  const ended = yield* first(
    build
      .updateTable('api_import')
      .set({ status: end.answer.status, body: end.answer.body, lines: end.lines })
      .where('shop_id', '=', target.shopId)
      .where('id', '=', target.id)
      .where('status', 'is', null)
      .returning('id'),
  )
  if (!ended) return false
  for (const effect of end.effects) yield* applyEffect(effect, now)
  return true
}

export function* readApiImport({ shopId, id }: ApiTarget): Fact<ApiImport | null> {
  const row = yield* first(importsOf(shopId).where('id', '=', id))
  return row ? importFrom(row) : null
}

/** Forgets answers older than `before` (Unix ms), some at a time; true when more are left. */
export function* sweepApiImports(before: number): Fact<boolean> {
  const gone = yield* rowsOf<{ id: string }>(
    `delete from api_import where (shop_id, id) in (
       select shop_id, id from api_import where created_at < ? limit ?)
     returning id`,
    [before, SWEPT_MAX],
  )
  return gone.length === SWEPT_MAX
}

/** One commit's worth, so that nobody waits for the sweep. */
const SWEPT_MAX = 500

function* importOfKey(shopId: string, key: string): Fact<ApiImport | null> {
  const row = yield* first(importsOf(shopId).where('key', '=', key))
  return row ? importFrom(row) : null
}

const importsOf = (shopId: string) =>
  build
    .selectFrom('api_import')
    .select(['id', 'sha256', 'lines', 'lease_until', 'status', 'body'])
    .where('shop_id', '=', shopId)

const importFrom = (row: {
  id: string
  sha256: string
  lines: number
  lease_until: number
  status: number | null
  body: string | null
}): ApiImport => ({
  id: row.id,
  sha256: row.sha256,
  lines: row.lines,
  leaseUntil: row.lease_until,
  answer: row.status === null || row.body === null ? null : { status: row.status, body: row.body },
})
