import { describe, expect, test } from 'vitest'
import { day, dayNumber } from '../../src/sales/day.ts'
import type { Store } from '../../src/store/store.ts'
import { aStore } from '../support/a-store.ts'
import { aDraft } from '../support/builders.ts'
import { asText, lookInto, rowsAsText, tablesIn } from './tables.ts'
import { furnish, MARCH, SAME, type Side, SOLD_ON } from './two-shops.ts'

/** One shop's asking with everything of its own, and again with what belongs to the other one. */
type Asking = (mine: Side, theirs: Side) => readonly unknown[]
type Method =
  /** `shows`: its answer carries the shop's own mark, so that an empty answer is no proof. */
  | { readonly asks: Asking; readonly shows: boolean }
  /** Takes no shop: why nothing of one can come out of it. */
  | { readonly service: string }

const shows = (asks: Asking): Method => ({ asks, shows: true })
const counts = (asks: Asking): Method => ({ asks, shows: false })

const BY_OWN_ID = 'by the id of a message that its sender or its worker was given'
const BY_TIME = 'the house’s own round: it hands nothing to a person'
const PLAN = { span: MARCH, by: 'product', where: [] } as const
const BOUNDS = { from: dayNumber(MARCH.from), to: dayNumber(MARCH.to) }

/**
 * Every method of the store. A method that takes a shop is asked with that shop's id and, where it takes more ids, with
 * the other shop's. `Record` makes a method without a row fail to compile.
 */
const METHODS: Readonly<Record<keyof Store, Method | readonly Method[]>> = {
  coverage: counts((s) => [s.shopId]),
  branchDays: shows((s) => [s.shopId, MARCH]),
  lastMinute: counts((s) => [s.shopId, SOLD_ON]),
  dayEnds: shows((s) => [s.shopId, [SOLD_ON]]),
  productSums: shows((s) => [s.shopId, MARCH]),
  topProductDays: shows((s) => [s.shopId, MARCH, { recent: MARCH, limit: 9 }]),
  variantSums: shows((s) => [s.shopId, MARCH]),
  variantParts: shows((s) => [s.shopId, MARCH, MARCH]),
  soldLines: shows((s) => [s.shopId, MARCH]),
  hourSums: counts((s) => [s.shopId, MARCH]),
  explainedDays: counts((s) => [s.shopId]),
  toldDays: shows((s) => [s.shopId]),
  coveredSpans: counts((s) => [s.shopId]),
  foretold: shows((s) => [s.shopId, MARCH]),
  stockDiary: shows((s) => [s.shopId]),
  lastTold: counts((s) => [s.shopId]),
  categoriesOf: counts((s) => [s.shopId, MARCH]),
  namesOf: (['product', 'category', 'branch'] as const).map((kind) =>
    shows((s) => [s.shopId, kind]),
  ),
  toldAlerts: shows((s) => [s.shopId]),
  alertLevel: counts((s) => [s.shopId]),
  planRows: [
    shows((s) => [s.shopId, PLAN]),
    counts((s, t) => [
      s.shopId,
      { ...PLAN, where: [{ column: 'product', names: [`product ${t.mark}`], not: false }] },
    ]),
  ],
  productsSold: counts((s) => [s.shopId, PLAN]),
  hasTimes: counts((s) => [s.shopId, MARCH]),
  catalogueOf: shows((s) => [s.shopId]),
  liveTwin: shows((s) => [s.shopId, SAME]),
  listUploads: shows((s) => [s.shopId, 9]),
  listFiles: shows((s) => [s.shopId, 9]),
  lastShown: [
    shows((s) => [s.shopId, s.personId, s.wamid]),
    counts((s, t) => [s.shopId, s.personId, t.wamid]),
    counts((s, t) => [s.shopId, t.personId, t.wamid]),
  ],
  readTelling: shows((s) => [s.shopId, 1]),
  tellingsBy: [
    shows((s) => [s.shopId, s.personId, 9]),
    counts((s, t) => [s.shopId, t.personId, 9]),
  ],
  tellingOfUpload: shows((s) => [s.shopId, s.upload]),
  tellingOfPicture: shows((s) => [s.shopId, SAME]),
  typedBeside: counts((s) => [{ shopId: s.shopId, upload: s.upload }, BOUNDS]),
  overlapOf: counts((s) => [{ shopId: s.shopId, upload: s.upload }, BOUNDS]),
  liveFrom: [
    counts((s) => [s.shopId, `inbox:1:${s.mark}`]),
    counts((s, t) => [s.shopId, `inbox:1:${t.mark}`]),
  ],
  matterOf: counts((s) => [s.shopId]),
  salesVersion: counts((s) => [s.shopId]),
  readUpload: shows((s) => [s.shopId, s.upload]),
  skippedRows: shows((s) => [s.shopId, s.upload, 9]),
  layoutAnswers: shows((s) => [s.shopId, SAME]),
  lastPlans: [shows((s) => [s.shopId, s.personId, 0]), counts((s, t) => [s.shopId, t.personId, 0])],
  quotedPlans: [
    shows((s) => [s.shopId, s.personId, s.wamid]),
    counts((s, t) => [s.shopId, s.personId, t.wamid]),
    counts((s, t) => [s.shopId, t.personId, t.wamid]),
  ],
  offersTo: [
    shows((s) => [s.shopId, s.personId, { seq: s.seq }]),
    counts((s, t) => [s.shopId, t.personId, { seq: t.seq }]),
  ],
  bubbleOf: counts((s, t) => [s.personId, t.wamid]),
  choicesOf: [shows((s) => [s.personId, s.wamid]), counts((s, t) => [s.personId, t.wamid])],
  lastChoices: shows((s) => [s.personId]),
  lastAnswerAt: counts((s) => [s.personId]),
  nameWords: shows((s) => [s.shopId]),
  openQuestion: [
    shows((s) => [s.shopId, s.personId, 'date-order']),
    counts((s, t) => [s.shopId, t.personId, 'date-order']),
  ],
  readShop: shows((s) => [s.shopId]),
  readOpenShop: shows((s) => [s.shopId]),
  ownersOf: shows((s) => [s.shopId]),
  membersOf: shows((s) => [s.shopId]),
  shopsOf: shows((s) => [s.personId]),
  whoIs: shows((s) => [s.personId]),
  wrongCodes: counts((s) => [s.personId, 0]),
  lastToStranger: counts((s) => [s.personId]),
  filesFrom: [counts((s) => [s.shopId, s.personId]), counts((s, t) => [s.shopId, t.personId])],
  bellsOf: counts((s) => [s.shopId, 'alert', MARCH]),
  isMuted: counts((s) => [s.shopId, 'reminder']),
  unaskedBubble: [
    shows((s) => [{ shopId: s.shopId, personId: s.personId }]),
    counts((s, t) => [{ shopId: s.shopId, personId: s.personId }, `${t.wamid}.alert`]),
    counts((s, t) => [{ shopId: s.shopId, personId: t.personId }]),
  ],
  readBell: counts((s) => [s.shopId, SOLD_ON]),
  digestsOf: counts((s) => [s.shopId]),
  quietHours: counts((s) => [s.shopId, s.personId]),
  listenersOf: shows((s) => [s.shopId]),
  isHushed: counts((s) => [s.personId]),
  tokensOf: shows((s) => [s.shopId]),
  shopOfToken: shows((s) => [s.tokenHash]),
  readLink: { service: 'by the link itself; it tells a language' },
  openSession: counts((s) => [{ link: `link-${s.mark}`, session: 'x', expiresAt: 9e12 }]),
  turnSession: counts((s, t) => [`session-${s.mark}`, t.shopId]),
  // After turning to a shop that is not theirs: still their own.
  readSession: shows((s) => [`session-${s.mark}`]),
  endSession: counts(() => ['x']),
  usageOf: counts((s) => [s.shopId, { since: 0, from: SOLD_ON }]),
  shopStates: { service: 'the operator’s page; it counts and names, it sells nothing' },
  serviceSecret: { service: 'the service’s own' },
  readInvite: shows((s) => [s.inviteHash]),
  readApiImport: shows((s) => [{ shopId: s.shopId, id: SAME }]),
  modelLeave: counts((s) => [s.shopId]),
  modelAnswer: shows((s) => [s.shopId, SAME]),

  // What changes something: the other shop's rows are compared after each.
  ensureShop: counts((s) => [
    {
      id: s.shopId,
      name: 'x',
      language: 'id',
      timeZone: 'Asia/Jakarta',
      currency: 'IDR',
      closingHour: 0,
    },
    [{ channel: s.channel, phone: s.phone }],
  ]),
  beginUpload: counts((s) => [{ shopId: s.shopId, source: 'x', fileName: 'x', sha256: SAME }]),
  addLabels: counts((s, t) => [
    s.shopId,
    [{ kind: 'product', index: 1, text: `Product ${t.mark.toUpperCase()}` }],
  ]),
  stageLines: { service: 'written by the import alone, under the upload it has just begun' },
  stageSkipped: counts((s) => [
    { shopId: s.shopId, upload: s.upload },
    [{ row: 1, column: null, value: '', reason: 'no-date', text: '' }],
  ]),
  settleDays: counts((s) => [{ shopId: s.shopId, upload: s.upload }, BOUNDS]),
  openDay: counts((s) => [{ shopId: s.shopId, upload: s.upload }, dayNumber(SOLD_ON)]),
  settleStep: { service: 'goes on with what openDay has read, of that shop and upload' },
  ringAlert: counts((s) => [
    { shopId: s.shopId, day: day('2026-03-09'), finding: '{}' },
    {
      today: day('2026-03-09'),
      drafts: [aDraft({ id: 'alert:x', shopId: s.shopId, personId: s.personId })],
    },
  ]),
  ringBell: counts((s) => [
    {
      shopId: s.shopId,
      today: day('2026-03-10'),
      kind: 'reminder',
      about: MARCH,
      job: 'reminder',
      slot: s.shopId,
    },
    [],
  ]),
  enqueue: counts((s) => [[aDraft({ id: 'x', shopId: s.shopId, personId: s.personId })]]),
  publish: {
    service:
      'an effect like those of apply: publishUpload names shop and upload in every statement',
  },
  apply: [
    // The other shop's numbers and tokens under one's own shop: a tap that was made up.
    counts((s, t) => [[{ kind: 'undo', shopId: s.shopId, upload: t.upload + 1 }]]),
    counts((s) => [[{ kind: 'undo', shopId: s.shopId, upload: s.upload }]]),
    counts((s) => [[{ kind: 'replace', shopId: s.shopId, upload: s.upload }]]),
    counts((s) => [[{ kind: 'stock-undo', shopId: s.shopId, token: SAME }]]),
    counts((s) => [[{ kind: 'forget-days', shopId: s.shopId, no: 1 }]]),
    counts((s) => [[{ kind: 'end-digest', shopId: s.shopId, which: null }]]),
    counts((s, t) => [[{ kind: 'forget-alias', shopId: s.shopId, said: t.mark.toLowerCase() }]]),
    counts((s, t) => [
      [{ kind: 'label', shopId: s.shopId, day: SOLD_ON, label: 'closed', personId: t.personId }],
    ]),
    counts((s, t) => [
      [{ kind: 'people', deed: { deed: 'remove', shopId: s.shopId, personId: t.personId } }],
    ]),
    counts((s) => [[{ kind: 'people', deed: { deed: 'close-shop', shopId: s.shopId } }]]),
    counts((s) => [[{ kind: 'people', deed: { deed: 'reopen-shop', shopId: s.shopId } }]]),
  ],
  addToken: counts((s) => [{ id: 'x', shopId: s.shopId, name: 'x', hash: 'x' }]),
  beginApiImport: counts((s) => [{ shopId: s.shopId, id: 'x', key: SAME, sha256: SAME }, 1000]),
  renewApiImport: counts((s) => [{ shopId: s.shopId, id: SAME }, 9, 1000]),
  finishApiImport: counts((s) => [
    { shopId: s.shopId, id: SAME },
    { answer: { status: 201, body: '{}' }, lines: 1, effects: [] },
  ]),
  keepModelAnswer: counts((s) => [{ shopId: s.shopId, key: SAME, answer: 'x' }]),
  countModelUse: counts((s) => [{ day: SOLD_ON, shopId: s.shopId, task: 'plan', tokens: 1 }]),

  // The whole service's.
  within: { service: 'a reader; its methods are asked below' },
  countShops: { service: 'a number for the operator' },
  countMarketingStopped: { service: 'a number for the operator' },
  close: { service: 'ends the connection' },
  others: { service: 'wakes the other processes; it carries no row' },
  accept: { service: 'keeps what Meta signed, under the sender Meta names' },
  claimMailbox: { service: BY_TIME },
  beginAttempt: { service: BY_OWN_ID },
  renewLease: { service: BY_OWN_ID },
  finishMessage: { service: BY_OWN_ID },
  releaseMailbox: { service: BY_OWN_ID },
  nextMailboxAt: { service: BY_TIME },
  inboxHealth: { service: 'counts for the operator' },
  claimOutbox: { service: BY_TIME },
  markSent: { service: BY_OWN_ID },
  settle: { service: BY_OWN_ID },
  refuse: { service: BY_OWN_ID },
  sweepOutbox: { service: BY_TIME },
  nextOutboxAt: { service: BY_TIME },
  templateStatus: { service: 'templates are the number’s, not a shop’s' },
  billedIn: { service: 'counts for the operator' },
  outboxHealth: { service: 'counts for the operator' },
  sweepStaging: { service: BY_TIME },
  listShops: { service: 'the schedule’s list of shops; each is looked at alone' },
  expectShops: { service: 'the schedule’s list of shops; each is looked at alone' },
  rollBlock: counts((s) => [s.shopId]),
  claimLooks: { service: 'the schedule’s list of shops; each is looked at alone' },
  takeTurn: { service: 'counts by the token’s own hash' },
  clearOldTexts: { service: BY_TIME },
  dropOldNotes: { service: BY_TIME },
  shopsOpenedSince: { service: 'a number that slows sign-up down' },
  closedBefore: { service: BY_TIME },
  eraseShop: counts((s) => [s.shopId]),
  hasRun: { service: 'runs are named by job and slot' },
  claimRun: { service: 'runs are named by job and slot' },
  proveWrite: { service: 'writes a time, for the operator' },
  listTokens: { service: 'the operator’s list, on the command line' },
  revokeToken: { service: 'by an id out of the shop’s own list, see flow/token.test.ts' },
  sweepApiImports: { service: BY_TIME },
  modelTokens: { service: 'a sum for the day’s budget' },
}

const twoShops = async () => {
  const store = await aStore()
  const mine = await furnish(store, 'QANAXU', '100000001')
  const theirs = await furnish(store, 'ZIBOWE', '200000002')
  return { store, mine, theirs, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}

/** Everything in the database that is this shop's or its owner's, as text. */
const everythingOf = (url: string, { shopId, personId }: Side): string => {
  using db = lookInto(url)
  const of: readonly (readonly [column: string, id: string])[] = [
    ['shop_id', shopId],
    ['person_id', personId],
    ['mailbox', personId],
  ]
  const rows = tablesIn(db).flatMap((table) =>
    of
      .filter(([column]) => table.columns.includes(column))
      .map(([column, id]) => `${table.name} ${rowsAsText(db, table, `${column} = '${id}'`)}`),
  )
  const person = { name: 'person', columns: [] }
  return [...rows, rowsAsText(db, person, `id = '${personId}'`)].join('\n')
}

/** Calls a method by its name, as the table holds its arguments. */
const call = async (on: object, name: string, args: readonly unknown[]): Promise<unknown> => {
  const method: unknown = Reflect.get(on, name)
  if (typeof method !== 'function') throw new Error(`the store has no method ${name}`)
  return Reflect.apply(method, on, args)
}

const askings = Object.entries(METHODS).flatMap(([name, rows]) =>
  [rows].flat().flatMap((row) => ('asks' in row ? [{ name, ...row }] : [])),
)

describe('two shops that share every name, hash and number', () => {
  test('both have something in every table of a shop, so that silence is a proof', async () => {
    await using shops = await twoShops()
    const { store, mine, theirs } = shops
    using db = lookInto(store.url)
    const own = tablesIn(db).filter(({ columns }) => columns.includes('shop_id'))
    expect(own.length).toBeGreaterThan(25)
    for (const { shopId } of [mine, theirs]) {
      const empty = own.filter(
        (table) =>
          table.name !== 'person' && rowsAsText(db, table, `shop_id = '${shopId}'`) === '[]',
      )
      expect(empty.map(({ name }) => name)).toEqual([])
    }
  })

  test('every method of the store is asked, or says why it takes no shop', async () => {
    await using shops = await twoShops()
    const { clock: _clock, url: _url, ...methods } = shops.store
    expect(Object.keys(METHODS).toSorted()).toEqual(Object.keys(methods).toSorted())
  })

  test('no answer holds the other’s mark, and no deed touches the other’s rows', async () => {
    await using shops = await twoShops()
    const { store, mine, theirs } = shops
    const before = everythingOf(store.url, theirs)
    expect(before).toContain(theirs.mark)
    for (const { name, asks, shows: isMarked } of askings) {
      const said = asText(await call(store, name, asks(mine, theirs)))
      expect.soft(said.toLowerCase(), name).not.toContain(theirs.mark.toLowerCase())
      if (isMarked) expect.soft(said.toLowerCase(), name).toContain(mine.mark.toLowerCase())
      expect.soft(everythingOf(store.url, theirs), name).toBe(before)
    }
  }, 60_000)

  test('nor does anything a reader limited to a branch is asked', async () => {
    await using shops = await twoShops()
    const { store, mine, theirs } = shops
    const reader = store.within([`branch ${theirs.mark}`, `branch ${mine.mark}`, 'Mawar'])
    const read = askings.filter(({ name }) => name in reader && name !== 'close')
    expect(read.length).toBeGreaterThan(20)
    for (const { name, asks } of read) {
      const said = asText(await call(reader, name, asks(mine, theirs)))
      expect.soft(said.toLowerCase(), name).not.toContain(theirs.mark.toLowerCase())
    }
    expect(asText(await reader.productSums(mine.shopId, MARCH))).toContain(mine.mark)
  })

  test('the other’s token opens the other’s shop and nothing of this one', async () => {
    await using shops = await twoShops()
    const { store, mine, theirs } = shops
    expect((await store.shopOfToken(theirs.tokenHash))?.id).toBe(theirs.shopId)
    expect((await store.shopOfToken(mine.tokenHash))?.id).toBe(mine.shopId)
    expect(await store.shopOfToken(theirs.tokenHash.toUpperCase())).toBeNull()
  })
})
