import { type ToldState, TYPED_SOURCE } from '../sales/told-sale.ts'
import { all, build, type Fact, first, rowsOf, run, tell } from './engine.ts'

/** What somebody told about sales in one message or one photo; `body` is the teller's own JSON. */
export type Telling = {
  readonly shopId: string
  /** The number of the message that told it. */
  readonly no: number
  readonly personId: string
  readonly kind: 'typed' | 'photo'
  readonly state: ToldState
  readonly body: string
  /** The upload it counts as. */
  readonly upload: number | null
  /** SHA-256 of the picture, hex; null for words. */
  readonly picture: string | null
}

export type KeptTelling = Telling & {
  readonly at: number
  /** False once the upload was taken back, whoever did it. */
  readonly counts: boolean
}

/** Tellings of one shop that a reply may still put right; what they booked stays for good. */
const KEPT_MAX = 2000

export function* keepTelling(telling: Telling, now: number): Fact<void> {
  const { shopId, no, state, body, upload } = telling
  yield* run(
    build
      .insertInto('told_sale')
      .values({
        shop_id: shopId,
        no,
        person_id: telling.personId,
        kind: telling.kind,
        state,
        body,
        upload,
        picture: telling.picture,
        at: now,
      })
      .onConflict((c) => c.columns(['shop_id', 'no']).doUpdateSet({ state, body, upload })),
  )
  yield* tell(
    `delete from told_sale where shop_id = ? and no <= (
       select no from told_sale where shop_id = ? order by no desc limit 1 offset ?)`,
    [shopId, shopId, KEPT_MAX],
  )
}

export function* readTelling(shopId: string, no: number): Fact<KeptTelling | null> {
  const row = yield* first(tellingsOf(shopId).where('no', '=', no))
  return row ? yield* keptFrom(row) : null
}

/** Newest first. */
export function* tellingsBy(
  shopId: string,
  personId: string,
  limit: number,
): Fact<readonly KeptTelling[]> {
  const rows = yield* all(
    tellingsOf(shopId).where('person_id', '=', personId).orderBy('no', 'desc').limit(limit),
  )
  const found: KeptTelling[] = []
  for (const row of rows) found.push(yield* keptFrom(row))
  return found
}

/** The telling that was booked as this upload. */
export function* tellingOfUpload(shopId: string, upload: number): Fact<KeptTelling | null> {
  const row = yield* first(tellingsOf(shopId).where('upload', '=', upload).limit(1))
  return row ? yield* keptFrom(row) : null
}

/** What became of this very picture before, newest first. */
export function* tellingOfPicture(shopId: string, picture: string): Fact<KeptTelling | null> {
  const row = yield* first(
    tellingsOf(shopId).where('picture', '=', picture).orderBy('no', 'desc').limit(1),
  )
  return row ? yield* keptFrom(row) : null
}

/** Live uploads of sales told by hand that have lines on these days. */
export function* typedUploads(
  shopId: string,
  span: { readonly from: number; readonly to: number },
): Fact<ReadonlySet<number>> {
  const rows = yield* rowsOf<{ no: number }>(
    `select no from upload where shop_id = ? and state = 'live' and source like '${TYPED_SOURCE}%'
       and first_day <= ? and last_day >= ?`,
    [shopId, span.to, span.from],
  )
  return new Set(rows.map(({ no }) => no))
}

const tellingsOf = (shopId: string) =>
  build.selectFrom('told_sale').selectAll().where('shop_id', '=', shopId)

type Row = {
  readonly shop_id: string
  readonly no: number
  readonly person_id: string
  readonly kind: 'typed' | 'photo'
  readonly state: ToldState
  readonly body: string
  readonly upload: number | null
  readonly picture: string | null
  readonly at: number
}

function* keptFrom(row: Row): Fact<KeptTelling> {
  const { shop_id: shopId, person_id: personId, ...rest } = row
  return { ...rest, shopId, personId, counts: yield* isLive(shopId, row.upload) }
}

function* isLive(shopId: string, upload: number | null): Fact<boolean> {
  if (upload === null) return false
  const row = yield* first(
    build
      .selectFrom('upload')
      .select('state')
      .where('shop_id', '=', shopId)
      .where('no', '=', upload),
  )
  return row?.state === 'live'
}
