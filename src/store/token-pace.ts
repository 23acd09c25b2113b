import { build, type Fact, first, rowsOf } from './engine.ts'

/** How quickly a token may bring files: one every `everyMs` for good, and `burst` at once. */
export type TokenPace = { readonly everyMs: number; readonly burst: number }

// The generic cell rate algorithm, as for people, in one statement: two processes cannot both see room.
const TURN_SQL = `
  update api_token set brought_until = greatest(brought_until, ?) + ?
  where hash = ? and brought_until <= ? returning hash`

/** Counts one file of this token. 0: it may come; else the ms until one may, and nothing is counted. */
export function* takeTurn(hash: string, { everyMs, burst }: TokenPace, now: number): Fact<number> {
  const ahead = now + (burst - 1) * everyMs
  const [taken] = yield* rowsOf(TURN_SQL, [now, everyMs, hash, ahead])
  if (taken !== undefined) return 0
  const token = yield* first(
    build.selectFrom('api_token').select('brought_until').where('hash', '=', hash),
  )
  return token === undefined ? 0 : Math.max(1, token.brought_until - ahead)
}
