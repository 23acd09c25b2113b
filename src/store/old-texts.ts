import { all, build, type Fact, first, rowsOf, run, tell } from './engine.ts'

/** Rows looked at in one commit: a moment, so that nobody waits behind it. */
const ROWS_MAX = 500

/** What a message says, once nobody needs it: a reply without a word, in the shape of any other. */
const SILENCE = JSON.stringify({
  reply: { text: '', choices: [], attachment: null },
  quotedId: null,
  fallback: null,
})

const CLEAR_INBOX_SQL = `
  update inbox set arrival = '{}', error = null
  where seq > ? and seq <= ? and state <> 'pending'`
// What may still be sent keeps its words.
const CLEAR_OUTBOX_SQL = `
  update outbox set body = ?, bytes = null
  where seq > ? and seq <= ? and state in ('sent', 'delivered', 'read', 'failed')`

/**
 * Takes the words out of messages older than `before` (Unix ms), both ways, some at a time; true when there may be
 * more. Their ids stay, so that one delivered again is known. Rows are numbered as they come, so a mark says how far
 * we are, and neither table needs an index for this.
 */
export function* clearOldTexts(before: number): Fact<boolean> {
  const inbox = yield* oldRows('inbox', 'received_at', before)
  if (inbox.last !== null) {
    yield* tell(CLEAR_INBOX_SQL, [inbox.from, inbox.last])
    yield* keepMark('inbox', inbox.last)
  }
  const outbox = yield* oldRows('outbox', 'created_at', before)
  if (outbox.last !== null) {
    yield* tell(CLEAR_OUTBOX_SQL, [SILENCE, outbox.from, outbox.last])
    yield* keepMark('outbox', outbox.last)
  }
  return inbox.isMore || outbox.isMore
}

type Mailbag = 'inbox' | 'outbox'
type Old = {
  readonly from: number
  /** The last row that is old; null when none is. */
  readonly last: number | null
  readonly isMore: boolean
}

function* oldRows(bag: Mailbag, time: 'received_at' | 'created_at', before: number): Fact<Old> {
  const mark = yield* first(build.selectFrom('cleared_until').select('seq').where('name', '=', bag))
  const from = mark?.seq ?? 0
  const rows = yield* all(
    build
      .selectFrom(bag)
      .select(['seq', (e) => e.ref(time).as('at')])
      .where('seq', '>', from)
      .orderBy('seq')
      .limit(ROWS_MAX),
  )
  const young = rows.findIndex(({ at }) => at >= before)
  const old = young === -1 ? rows : rows.slice(0, young)
  return { from, last: old.at(-1)?.seq ?? null, isMore: old.length === ROWS_MAX }
}

function* keepMark(name: Mailbag, seq: number): Fact<void> {
  yield* run(
    build
      .insertInto('cleared_until')
      .values({ name, seq })
      .onConflict((c) => c.column('name').doUpdateSet({ seq })),
  )
}

const DROP_REPORTS_SQL = `
  delete from early_status where (wamid, state) in (
    select wamid, state from early_status where at < ? limit ?) returning wamid`
const DROP_RUNS_SQL = `
  delete from schedule_run where (job, slot) in (
    select job, slot from schedule_run where at < ? limit ?) returning job`

/** Reports of messages we never learnt of, and runs whose time is long past, some at a time; true when there may be more. */
export function* dropOldNotes(before: number): Fact<boolean> {
  const reports = yield* rowsOf(DROP_REPORTS_SQL, [before, ROWS_MAX])
  const runs = yield* rowsOf(DROP_RUNS_SQL, [before, ROWS_MAX])
  return reports.length === ROWS_MAX || runs.length === ROWS_MAX
}
