import { wholePlan } from '../../src/analytics/shown.ts'
import { day, dayNumber, type Span } from '../../src/sales/day.ts'
import type { Effect } from '../../src/store/effects.ts'
import type { LineBatch } from '../../src/store/pages.ts'
import type { Store } from '../../src/store/store.ts'
import { codeHash } from '../../src/store/team.ts'
import { tokenHash } from '../../src/store/tokens.ts'
import { aDraft, anArrival, aReply, aShop } from '../support/builders.ts'
import { lookInto } from './tables.ts'

/** One of two shops that share every name, hash, number and key there can be two of, but for their marks. */
export type Side = {
  readonly shopId: string
  /** Stands in every text this shop has, and in nothing of another. */
  readonly mark: string
  readonly channel: string
  readonly phone: string
  readonly personId: string
  readonly wamid: string
  readonly tokenId: string
  readonly tokenHash: string
  readonly inviteHash: string
  readonly upload: number
  /** The number of the message its owner wrote. */
  readonly seq: number
}

export const MARCH: Span = { from: day('2026-03-01'), to: day('2026-03-31') }
export const SOLD_ON = day('2026-03-02')
/** What both have alike: the bytes of a file, a layout, a key of a request, a picture. */
export const SAME = 'same-in-both'

/** Fills every table that holds a shop's own with something of this one, its mark in each text. */
export const furnish = async (
  store: Store & { readonly url: string },
  mark: string,
  channel: string,
): Promise<Side> => {
  const shopId = `toko-${mark.toLowerCase()}`
  const phone = `62${channel}`
  const shop = aShop({ id: shopId, name: `Toko ${mark}` })
  await store.ensureShop(shop, [{ channel, phone }])
  await store.expectShops()
  const { personId, seq } = await hear(store, { mark, channel, phone })
  const upload = await aFile(store, shopId, mark)
  const side: Side = {
    shopId,
    mark,
    channel,
    phone,
    personId,
    wamid: `wamid.${mark}`,
    tokenId: `t-${mark}`,
    tokenHash: tokenHash(mark),
    inviteHash: codeHash(mark),
    upload,
    seq,
  }
  await store.apply(wordsOf(side))
  await messagesTo(store, side)
  await ofMachines(store, side)
  await ofBrowsers(store, side)
  await store.rollBlock(shopId)
  // Nothing writes the shop's own quiet hours any more; those of before are still read.
  using db = lookInto(store.url)
  db.prepare('insert into quiet_hours values (?, 1320, 360, 0)').run(shopId)
  return side
}

/** The owner writes: the same message id at each of two numbers. */
const hear = async (
  store: Store,
  {
    mark,
    channel,
    phone,
  }: { readonly mark: string; readonly channel: string; readonly phone: string },
): Promise<Pick<Side, 'personId' | 'seq'>> => {
  const arrival = anArrival({
    channel,
    id: SAME,
    sender: { phone, userId: `ID.${channel}`, name: `Rina ${mark}` },
    content: { kind: 'text', text: `omzet ${mark}` },
  })
  await store.accept([{ arrivals: [arrival], statuses: [] }])
  const claim = await store.claimMailbox(1000)
  const seq = claim?.messages[0]?.seq
  if (!claim || seq === undefined) throw new Error('the message did not arrive')
  await store.finishMessage(claim, { seq, absorbed: [] }, { effects: [], drafts: [], error: mark })
  await store.releaseMailbox(claim, null)
  return { personId: claim.person.id, seq }
}

const KINDS = ['product', 'variant', 'category', 'branch'] as const

const aFile = async (store: Store, shopId: string, mark: string): Promise<number> => {
  const upload = await store.beginUpload({
    shopId,
    source: `inbox:1:${mark}`,
    fileName: `${mark}.csv`,
    sha256: SAME,
  })
  const target = { shopId, upload }
  await store.addLabels(
    shopId,
    KINDS.flatMap((kind) => [
      { kind, index: 1, text: `${kind} ${mark}` },
      { kind, index: 2, text: 'Mawar' },
    ]),
  )
  await store.stageLines(target, linesWith(mark))
  await store.stageSkipped(target, [
    { row: 9, column: mark, value: mark, reason: 'no-date', text: mark },
  ])
  const bounds = { from: dayNumber(SOLD_ON), to: dayNumber(SOLD_ON) }
  const basis = await store.salesVersion(shopId)
  await store.settleDays(target, bounds)
  await store.publish({
    ...target,
    // The file covers the month, so that the days of its two sales are over and added up.
    span: MARCH,
    firstDay: dayNumber(MARCH.from),
    lastDay: dayNumber(MARCH.to),
    lines: 2,
    hasQuantity: true,
    hasMoney: true,
    currency: 'IDR',
    variantHeading: mark,
    basis,
    receipt: JSON.stringify({ mark }),
  })
  return upload
}

/** Two sales on one day: of a product that is this shop's alone, and of one that both have. */
const linesWith = (mark: string): LineBatch => ({
  rows: [2, 3],
  days: [SOLD_ON, SOLD_ON].map(dayNumber),
  minutes: [600, 601],
  products: [1, 2],
  variants: [1, 2],
  categories: [1, 2],
  branches: [1, 2],
  quantities: [1000, 2000],
  revenues: [1_000_000, 2_000_000],
  refunds: [0, 0],
  invoices: [1, 1],
  receipts: ['', mark],
  keys: [1, 2],
  occurrences: [0, 0],
})

/** All that an owner can tell us, as the effects that keep it. */
export const wordsOf = (side: Side): Effect[] => {
  const { shopId, mark, personId, upload, seq } = side
  const expiresAt = Date.parse('2027-01-01T00:00:00Z')
  const plan = wholePlan(MARCH, 'revenue', [
    { dimension: 'product', op: 'eq', values: [`product ${mark}`] },
  ])
  const offer = { title: mark, plans: [plan], alias: { said: mark, name: mark } }
  return [
    { kind: 'replace', shopId, upload },
    {
      kind: 'stock',
      shopId,
      token: SAME,
      day: dayNumber(SOLD_ON),
      moment: 1,
      entries: [
        { kind: 'count', scope: 'product', name: `product ${mark}`, value: 1000, unit: mark },
      ],
    },
    {
      kind: 'tell-days',
      shopId,
      told: {
        no: 1,
        span: { from: SOLD_ON, to: SOLD_ON },
        branch: `branch ${mark}`,
        kind: 'event',
        note: mark,
      },
    },
    {
      kind: 'foretell',
      shopId,
      said: {
        day: SOLD_ON,
        asked: true,
        parts: [{ product: `product ${mark}`, likely: 2, low: 1, high: 3 }],
      },
    },
    { kind: 'alert-level', shopId, level: 'less' },
    { kind: 'digest', shopId, digest: { kind: 'daily', minute: 480 }, personId },
    { kind: 'shown', shown: { shopId, personId, seq, shown: { kind: 'figures', plans: [plan] } } },
    {
      kind: 'told-sale',
      telling: {
        shopId,
        no: 1,
        personId,
        kind: 'photo',
        state: 'booked',
        body: JSON.stringify({ mark }),
        upload,
        picture: SAME,
      },
    },
    {
      kind: 'remember-plans',
      asked: {
        shopId,
        personId,
        seq,
        plans: [plan],
        offers: { language: 'id', readings: [offer] },
      },
    },
    { kind: 'model-leave', shopId, said: { mayAsk: true, mayName: true } },
    { kind: 'learn-alias', shopId, alias: { said: mark.toLowerCase(), name: `product ${mark}` } },
    {
      kind: 'ask',
      shopId,
      personId,
      question: 'date-order',
      fingerprint: SAME,
      arrival: anArrival({ content: { kind: 'text', text: mark } }),
    },
    {
      kind: 'answer',
      shopId,
      personId: null,
      question: 'date-order',
      fingerprint: SAME,
      answer: mark,
    },
    {
      kind: 'people',
      deed: {
        deed: 'invite',
        invite: {
          shopId,
          role: 'staff',
          branches: [`branch ${mark}`],
          hash: side.inviteHash,
          expiresAt,
        },
      },
    },
    {
      kind: 'people',
      deed: {
        deed: 'add-by-number',
        shopId,
        role: 'staff',
        branches: [`branch ${mark}`],
        channel: side.channel,
        phone: `${side.phone}9`,
        freshId: `staff-${mark}`,
      },
    },
    { kind: 'people', deed: { deed: 'wrong-code', personId } },
    { kind: 'add-token', token: { id: side.tokenId, shopId, name: mark, hash: side.tokenHash } },
  ]
}

/** An alert that rang, an answer that was read, one that waits for the morning. */
const messagesTo = async (store: Store & { readonly url: string }, side: Side): Promise<void> => {
  const { shopId, mark, personId, wamid } = side
  const reply = {
    ...aReply(`Omzet ${mark}`),
    choices: [{ id: `undo:${side.upload}`, title: mark }],
    attachment: null,
  }
  const draft = aDraft({ shopId, personId, reply })
  const alertDraft = { ...draft, id: `alert:${shopId}:${SOLD_ON}:${personId}` }
  await store.ringAlert(
    { shopId, day: SOLD_ON, finding: JSON.stringify({ mark }) },
    { today: SOLD_ON, drafts: [alertDraft] },
  )
  await store.markSent(alertDraft.id, `${wamid}.alert`)
  const answer = { ...draft, id: `in:${side.seq}:0` }
  await store.enqueue([
    answer,
    { ...draft, id: `waits:${mark}`, notBefore: Number.MAX_SAFE_INTEGER },
  ])
  await store.markSent(answer.id, wamid)
  await store.apply([{ kind: 'label', shopId, day: SOLD_ON, label: 'promo', personId }])
}

/** A browser that is in, and a link that has not been opened. */
const ofBrowsers = async (store: Store, { shopId, mark, personId }: Side): Promise<void> => {
  const link = { hash: `link-${mark}`, personId, shopId, expiresAt: 9e12 }
  await store.apply([{ kind: 'dashboard-link', link }])
  await store.openSession({ link: link.hash, session: `session-${mark}`, expiresAt: 9e12 })
  await store.apply([{ kind: 'dashboard-link', link }])
}

/** What programs and models leave behind. */
const ofMachines = async (store: Store, { shopId, mark }: Side): Promise<void> => {
  await store.countModelUse({ day: SOLD_ON, shopId, task: 'plan', tokens: 7 })
  await store.keepModelAnswer({ shopId, key: SAME, answer: mark })
  await store.beginApiImport({ shopId, id: SAME, key: SAME, sha256: SAME }, 1000)
  const target = { shopId, id: SAME }
  const answer = { status: 201, body: JSON.stringify({ mark }) }
  await store.finishApiImport(target, { answer, lines: 2, effects: [] })
}
