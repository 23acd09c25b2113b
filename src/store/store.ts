import type { Arrival } from '../intent/arrival.ts'
import type { Day, Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import * as apiImports from './api-imports.ts'
import * as askedPlans from './asked-plans.ts'
import * as bell from './bell.ts'
import * as bills from './bills.ts'
import * as blocks from './blocks.ts'
import { branchReaderOn } from './branch-reader.ts'
import * as dashboard from './dashboard.ts'
import { applyEffect, type Effect } from './effects.ts'
import { build, type Engine, type Fact, first } from './engine.ts'
import { eraseShop } from './erase.ts'
import * as foretold from './foretold.ts'
import * as hours from './hours.ts'
import * as identity from './identity.ts'
import * as inbox from './inbox.ts'
import * as looks from './looks.ts'
import * as marketing from './marketing.ts'
import * as matter from './matter.ts'
import * as modelUse from './model-use.ts'
import * as oldTexts from './old-texts.ts'
import * as outbox from './outbox.ts'
import * as pages from './pages.ts'
import * as people from './people.ts'
import * as planSums from './plan-sums.ts'
import { isPostgres, openPostgres, openPostgresReader } from './postgres.ts'
import type { Refusal } from './refusal.ts'
import type { SenderPace } from './sender-pace.ts'
import * as settling from './settling.ts'
import * as shown from './shown.ts'
import { soldLines } from './sold-lines.ts'
import * as speaking from './speaking.ts'
import { openSqlite, openSqliteReader, sqlitePath } from './sqlite.ts'
import * as stock from './stock.ts'
import * as sums from './sums.ts'
import * as team from './team.ts'
import * as templates from './templates.ts'
import { type TokenPace, takeTurn } from './token-pace.ts'
import * as tokens from './tokens.ts'
import * as toldDays from './told-days.ts'
import * as toldSales from './told-sales.ts'
import * as uploads from './uploads.ts'
import * as usage from './usage.ts'
import * as watch from './watch.ts'

/** Time and chance, handed in. */
export type StoreWorld = { readonly now: () => number; readonly newId: () => string }

/**
 * What we remember. Each method is one whole fact: it happens entirely or not at all, and no method
 * lets a caller hold a transaction open.
 */
export type Store = ReturnType<typeof storeOn>

/** The reading side alone, on a connection of its own, for worker threads. */
export type Reader = ReturnType<typeof readerOn>

/** Opens the database that `DATABASE_URL` names and brings its tables up to date. */
export const openStore = async (databaseUrl: string, world: StoreWorld): Promise<Store> =>
  storeOn(
    isPostgres(databaseUrl)
      ? await openPostgres(databaseUrl)
      : await openSqlite(sqlitePath(databaseUrl)),
    world,
  )

export const openReader = (databaseUrl: string): BranchedReader => {
  const engine = isPostgres(databaseUrl)
    ? openPostgresReader(databaseUrl)
    : openSqliteReader(sqlitePath(databaseUrl))
  return { ...readerOn(engine), within: (branches) => branchReaderOn(engine, branches) }
}

/** A reader that can also be limited to some branches, by name. */
export type BranchedReader = Reader & {
  readonly within: (branches: readonly string[]) => Reader
}

const readerOn = (engine: Engine) => ({
  coverage: (shopId: string) => engine.read(shopId, () => sums.coverage(shopId)),
  branchDays: (shopId: string, span: Span) =>
    engine.read(shopId, () => sums.branchDays(shopId, span)),
  lastMinute: (shopId: string, day: Day) => engine.read(shopId, () => sums.lastMinute(shopId, day)),
  dayEnds: (shopId: string, days: readonly Day[]) =>
    engine.read(shopId, () => sums.dayEnds(shopId, days)),
  productSums: (shopId: string, span: Span, days?: readonly Day[]) =>
    engine.read(shopId, () => sums.productSums(shopId, span, days ?? null)),
  topProductDays: (shopId: string, span: Span, top: sums.TopProducts) =>
    engine.read(shopId, () => sums.topProductDays(shopId, span, top)),
  variantSums: (shopId: string, span: Span) =>
    engine.read(shopId, () => sums.variantSums(shopId, span)),
  variantParts: (shopId: string, before: Span, span: Span) =>
    engine.read(shopId, () => sums.variantParts(shopId, before, span)),
  /** The lines themselves; many, so in a worker only. */
  soldLines: (shopId: string, span: Span) => engine.read(shopId, () => soldLines(shopId, span)),
  hourSums: (shopId: string, span: Span) => engine.read(shopId, () => hours.hourSums(shopId, span)),
  explainedDays: (shopId: string) => engine.read(shopId, () => watch.explainedDays(shopId)),
  toldDays: (shopId: string) => engine.read(shopId, () => toldDays.toldDays(shopId)),
  coveredSpans: (shopId: string) => engine.read(shopId, () => toldDays.coveredSpans(shopId)),
  foretold: (shopId: string, span: Span) =>
    engine.read(shopId, () => foretold.foretold(shopId, span)),
  stockDiary: (shopId: string) => engine.read(shopId, () => stock.stockDiary(shopId)),
  lastTold: (shopId: string) => engine.read(shopId, () => stock.lastTold(shopId)),
  categoriesOf: (shopId: string, span: Span) =>
    engine.read(shopId, () => stock.categoriesOf(shopId, span)),
  namesOf: (shopId: string, kind: 'product' | 'category' | 'branch') =>
    engine.read(shopId, () => stock.namesOf(shopId, kind)),
  /** Alerts with the owner's word on them, newest first. */
  toldAlerts: (shopId: string) => engine.read(shopId, () => bell.toldAlerts(shopId)),
  alertLevel: (shopId: string) => engine.read(shopId, () => bell.alertLevel(shopId)),
  planRows: (shopId: string, query: planSums.PlanQuery) =>
    engine.read(shopId, () => planSums.planRows(shopId, query)),
  productsSold: (shopId: string, query: planSums.PlanQuery) =>
    engine.read(shopId, () => planSums.productsSold(shopId, query)),
  hasTimes: (shopId: string, span: Span) =>
    engine.read(shopId, () => planSums.hasTimes(shopId, span)),
  catalogueOf: (shopId: string) => engine.read(shopId, () => planSums.catalogueOf(shopId)),
  countShops: () => engine.read(null, () => people.countShops()),
  countMarketingStopped: () => engine.read(null, () => marketing.countMarketingStopped()),
  close: () => engine.close(),
})

/** The whole store on an engine that is open. */
export const storeOn = (engine: Engine, { now, newId }: StoreWorld) => ({
  ...readerOn(engine),
  ...inboxOn(engine, now, newId),
  ...outboxOn(engine, now),
  ...uploadsOn(engine, now),
  ...peopleOn(engine, now, newId),
  ...watchOn(engine, now),
  ...apiOn(engine, now),
  /** Other processes on the same database; null when this one is alone. */
  others: engine.others,
  ...modelOn(engine, now),
  ...dashboardOn(engine, now),
  /** The reading side as somebody limited to these branches may see it. */
  within: (branches: readonly string[]): Reader => branchReaderOn(engine, branches),
})

const inboxOn = (engine: Engine, now: () => number, newId: () => string) => ({
  /** Keeps what a group of webhooks brought in one durable commit; returns how many were new. */
  accept: (intakes: readonly inbox.Intake[], pace: SenderPace | null = null) =>
    engine.claim(null, () => inbox.accept(intakes, now(), newId, pace)),
  claimMailbox: (leaseMs: number) =>
    engine.claim(null, () => inbox.claimMailbox(now(), now() + leaseMs)),
  beginAttempt: (claim: inbox.Claim, seq: number, leaseMs: number) =>
    engine.claim(null, () => inbox.beginAttempt(claim, seq, now() + leaseMs)),
  renewLease: (claim: inbox.Claim, leaseMs: number) =>
    engine.claim(null, () => inbox.renewLease(claim, now() + leaseMs)),
  finishMessage: (
    claim: inbox.Claim,
    which: Parameters<typeof inbox.finishMessage>[1],
    outcome: Parameters<typeof inbox.finishMessage>[2],
  ) => engine.run(null, () => inbox.finishMessage(claim, which, outcome, now())),
  releaseMailbox: (claim: inbox.Claim, retry: inbox.Retry | null) =>
    engine.claim(null, () => inbox.releaseMailbox(claim, now(), retry)),
  nextMailboxAt: () => engine.read(null, () => inbox.nextMailboxAt()),
  inboxHealth: () => engine.read(null, () => inbox.inboxHealth()),
})

const outboxOn = (engine: Engine, now: () => number) => ({
  claimOutbox: (leaseMs: number, limit: number, pace: outbox.PairPace) =>
    engine.claim(null, () =>
      outbox.claimOutbox({ now: now(), leaseUntil: now() + leaseMs }, limit, pace),
    ),
  markSent: (id: string, wamid: string) => engine.claim(null, () => outbox.markSent(id, wamid)),
  settle: (id: string, outcome: Parameters<typeof outbox.settle>[1]) =>
    engine.claim(null, () => outbox.settle(id, outcome)),
  refuse: (id: string, refusal: Refusal) =>
    engine.claim(null, () => outbox.refuse(id, refusal, now())),
  sweepOutbox: (echoWaitMs: number) =>
    engine.claim(null, () => outbox.sweepOutbox(now(), echoWaitMs)),
  nextOutboxAt: (pace: outbox.PairPace) => engine.read(null, () => outbox.nextOutboxAt(pace)),
  templateStatus: (name: string, language: string) =>
    engine.read(null, () => templates.templateStatus(name, language)),
  billedIn: (month: string) => engine.read(null, () => bills.billedIn(month)),
  lastChoices: (personId: string) => engine.read(null, () => outbox.lastChoices(personId)),
  choicesOf: (personId: string, wamid: string) =>
    engine.read(null, () => outbox.choicesOf(personId, wamid)),
  lastAnswerAt: (personId: string) => engine.read(null, () => outbox.lastAnswerAt(personId)),
  outboxHealth: () => engine.read(null, () => outbox.outboxHealth(now())),
})

const uploadsOn = (engine: Engine, now: () => number) => ({
  beginUpload: (upload: uploads.NewUpload) =>
    engine.run(upload.shopId, () => uploads.beginUpload(upload, now())),
  addLabels: (shopId: string, labels: readonly uploads.NewLabel[]) =>
    engine.stage(shopId, () => uploads.addLabels(shopId, labels)),
  stageLines: (target: pages.Target, batch: pages.LineBatch) =>
    engine.stage(target.shopId, () => pages.stageLines(target, batch)),
  stageSkipped: (
    target: { readonly shopId: string; readonly upload: number },
    rows: readonly uploads.SkippedRow[],
  ) => engine.stage(target.shopId, () => uploads.stageSkipped(target, rows)),
  settleDays: (target: pages.Target, span: pages.DaySpan) =>
    engine.stage(target.shopId, () => settling.settleDays(target, span)),
  openDay: (target: pages.Target, day: number) =>
    engine.read(target.shopId, () => settling.openDay(target, day)),
  /** Adds up the newest sixteen days that are over and not added up; false: there are none. */
  rollBlock: (shopId: string) => engine.run(shopId, () => blocks.rollBlock(shopId)),
  settleStep: (settlement: settling.DaySettlement) =>
    engine.stage(settlement.shopId, () => settling.settleStep(settlement)),
  overlapOf: (target: pages.Target, span: pages.DaySpan) =>
    engine.read(target.shopId, () => settling.overlapOf(target, span)),
  liveTwin: (shopId: string, sha256: string) =>
    engine.read(shopId, () => uploads.liveTwin(shopId, sha256)),
  listUploads: (shopId: string, limit: number) =>
    engine.read(shopId, () => uploads.listUploads(shopId, limit)),
  /** Uploads that are files, newest first: sales told by hand are none. */
  listFiles: (shopId: string, limit: number) =>
    engine.read(shopId, () => uploads.listFiles(shopId, limit)),
  lastShown: (shopId: string, personId: string, quotedId: string | null) =>
    engine.read(shopId, () => shown.lastShown(shopId, personId, quotedId)),
  readTelling: (shopId: string, no: number) =>
    engine.read(shopId, () => toldSales.readTelling(shopId, no)),
  tellingsBy: (shopId: string, personId: string, limit: number) =>
    engine.read(shopId, () => toldSales.tellingsBy(shopId, personId, limit)),
  tellingOfUpload: (shopId: string, upload: number) =>
    engine.read(shopId, () => toldSales.tellingOfUpload(shopId, upload)),
  tellingOfPicture: (shopId: string, picture: string) =>
    engine.read(shopId, () => toldSales.tellingOfPicture(shopId, picture)),
  typedBeside: (target: pages.Target, span: pages.DaySpan) =>
    engine.read(target.shopId, () => settling.typedBeside(target, span)),
  liveFrom: (shopId: string, source: string) =>
    engine.read(shopId, () => uploads.liveFrom(shopId, source)),
  matterOf: (shopId: string) => engine.read(shopId, () => matter.matterOf(shopId)),
  salesVersion: (shopId: string) => engine.read(shopId, () => uploads.salesVersion(shopId)),
  readUpload: (shopId: string, no: number) =>
    engine.read(shopId, () => uploads.readUpload(shopId, no)),
  skippedRows: (shopId: string, upload: number, limit: number) =>
    engine.read(shopId, () => uploads.skippedRows(shopId, upload, limit)),
  layoutAnswers: (shopId: string, fingerprint: string) =>
    engine.read(shopId, () => uploads.layoutAnswers(shopId, fingerprint)),
  lastPlans: (shopId: string, personId: string, since: number) =>
    engine.read(shopId, () => askedPlans.lastPlans(shopId, personId, since)),
  quotedPlans: (shopId: string, personId: string, wamid: string) =>
    engine.read(shopId, () => askedPlans.quotedPlans(shopId, personId, wamid)),
  offersTo: (shopId: string, personId: string, which: Parameters<typeof askedPlans.offersTo>[2]) =>
    engine.read(shopId, () => askedPlans.offersTo(shopId, personId, which)),
  bubbleOf: (personId: string, wamid: string) =>
    engine.read(null, () => askedPlans.bubbleOf(personId, wamid)),
  nameWords: (shopId: string) => engine.read(shopId, () => uploads.nameWords(shopId)),
  sweepStaging: (before: number) => engine.run(null, () => uploads.sweepStaging(before)),
  openQuestion: (shopId: string, personId: string, kind: string) =>
    engine.read(shopId, () => openQuestion(shopId, personId, kind)),
})

const peopleOn = (engine: Engine, now: () => number, newId: () => string) => ({
  /** Makes sure the shop and its owners (by phone) exist. */
  ensureShop: (shop: Shop, owners: readonly { channel: string; phone: string }[]) =>
    engine.run(null, () => ensureOwned(shop, owners, now(), newId)),
  readShop: (id: string) => engine.read(null, () => people.readShop(id)),
  readOpenShop: (id: string) => engine.read(null, () => people.readOpenShop(id)),
  listShops: () => engine.read(null, () => people.listShops()),
  // How many shops each has is said too, so these two look across shops.
  ownersOf: (shopId: string) => engine.read(null, () => people.ownersOf(shopId)),
  membersOf: (shopId: string) => engine.read(shopId, () => team.membersOf(shopId)),
  shopsOf: (personId: string) => engine.read(null, () => team.shopsOf(personId)),
  readInvite: (hash: string) => engine.read(null, () => team.readInvite(hash, now())),
  wrongCodes: (personId: string, since: number) =>
    engine.read(null, () => team.wrongCodes(personId, since)),
  lastToStranger: (personId: string) => engine.read(null, () => team.lastToStranger(personId)),
  shopsOpenedSince: (at: number) => engine.read(null, () => team.shopsOpenedSince(at)),
  filesFrom: (shopId: string, personId: string) =>
    engine.read(shopId, () => team.filesFrom(shopId, personId)),
  /** Who this is now and which shop they speak for: both may have changed since the conversation was taken. */
  whoIs: (personId: string) => engine.read(null, () => whoIs(personId)),
  closedBefore: (at: number) => engine.read(null, () => team.closedBefore(at)),
  /** Everything a closed shop ever sent us goes, for good. */
  eraseShop: (shopId: string) => engine.run(null, () => eraseShop(shopId)),
})

const watchOn = (engine: Engine, now: () => number) => ({
  /** An alert and its messages become true together, one bubble a shop and day; false: there was one. */
  ringAlert: (
    alert: Parameters<typeof bell.ringAlert>[0],
    ring: Parameters<typeof bell.ringAlert>[1],
  ) => engine.run(alert.shopId, () => bell.ringAlert(alert, ring, now())),
  ringBell: (ring: bell.Ring, drafts: readonly outbox.Draft[]) =>
    engine.run(ring.shopId, () => bell.ringBell(ring, drafts, now())),
  bellsOf: (shopId: string, kind: bell.Bell['kind'], days: Span) =>
    engine.read(shopId, () => bell.bellsOf(shopId, kind, days)),
  isMuted: (shopId: string, kind: 'reminder' | 'low-stock') =>
    engine.read(shopId, () => bell.isMuted(shopId, kind)),
  unaskedBubble: (to: Parameters<typeof outbox.unaskedBubble>[0], wamid?: string) =>
    engine.read(null, () => outbox.unaskedBubble(to, wamid)),
  readBell: (shopId: string, day: Day, urgent = false) =>
    engine.read(shopId, () => bell.readBell(shopId, day, urgent)),
  digestsOf: (shopId: string) => engine.read(shopId, () => speaking.digestsOf(shopId)),
  quietHours: (shopId: string, personId: string) =>
    engine.read(shopId, () => speaking.quietHours(shopId, personId)),
  listenersOf: (shopId: string) => engine.read(null, () => speaking.listenersOf(shopId)),
  isHushed: (personId: string) => engine.read(null, () => speaking.isHushed(personId)),
  expectShops: () => engine.claim(null, () => looks.expectShops()),
  claimLooks: (everyMs: number) => engine.claim(null, () => looks.claimLooks(now(), everyMs)),
  hasRun: (job: string, slot: string) => engine.read(null, () => watch.hasRun(job, slot)),
  proveWrite: () => engine.claim(null, () => watch.proveWrite(now())),
  claimRun: (job: string, slot: string) =>
    engine.claim(null, () => watch.claimRun(job, slot, now())),
  /** Messages that answer nobody: the watched folder's report. */
  enqueue: (drafts: readonly outbox.Draft[]) =>
    engine.run(null, () => outbox.enqueue(drafts, now())),
  /** Publishes an upload alone. */
  publish: (publication: uploads.Publication) =>
    engine.run(publication.shopId, () => uploads.publishUpload(publication, now())),
  /** What a file that no message brought changes, all of it or nothing. */
  apply: (effects: readonly Effect[]) => engine.run(null, () => effectsTogether(effects, now())),
})

const apiOn = (engine: Engine, now: () => number) => ({
  addToken: (token: Parameters<typeof tokens.addToken>[0]) =>
    engine.run(null, () => tokens.addToken(token, now())),
  listTokens: () => engine.read(null, () => tokens.listTokens()),
  tokensOf: (shopId: string) => engine.read(shopId, () => tokens.tokensOf(shopId, now())),
  revokeToken: (id: string) => engine.run(null, () => tokens.revokeToken(id, now())),
  shopOfToken: (hash: string) => engine.run(null, () => tokens.shopOfToken(hash, now())),
  beginApiImport: (fresh: apiImports.NewApiImport, leaseMs: number) =>
    engine.run(fresh.shopId, () =>
      apiImports.beginApiImport(fresh, { now: now(), leaseUntil: now() + leaseMs }),
    ),
  renewApiImport: (target: apiImports.ApiTarget, lines: number, leaseMs: number) =>
    engine.run(target.shopId, () => apiImports.renewApiImport(target, lines, now() + leaseMs)),
  finishApiImport: (
    target: apiImports.ApiTarget,
    end: Parameters<typeof apiImports.finishApiImport>[1],
  ) => engine.run(target.shopId, () => apiImports.finishApiImport(target, end, now())),
  readApiImport: (target: apiImports.ApiTarget) =>
    engine.read(target.shopId, () => apiImports.readApiImport(target)),
  clearOldTexts: (before: number) => engine.run(null, () => oldTexts.clearOldTexts(before)),
  dropOldNotes: (before: number) => engine.run(null, () => oldTexts.dropOldNotes(before)),
  takeTurn: (hash: string, pace: TokenPace) =>
    engine.claim(null, () => takeTurn(hash, pace, now())),
  sweepApiImports: (before: number) => engine.run(null, () => apiImports.sweepApiImports(before)),
})

const modelOn = (engine: Engine, now: () => number) => ({
  countModelUse: (cost: modelUse.ModelCost) => engine.run(null, () => modelUse.countModelUse(cost)),
  modelTokens: (day: Day) => engine.read(null, () => modelUse.modelTokens(day)),
  modelLeave: (shopId: string) => engine.read(shopId, () => modelUse.modelLeave(shopId)),
  modelAnswer: (shopId: string, key: string) =>
    engine.read(shopId, () => modelUse.modelAnswer(shopId, key)),
  keepModelAnswer: (said: modelUse.ModelAnswer) =>
    engine.run(null, () => modelUse.keepModelAnswer(said, now())),
})

const dashboardOn = (engine: Engine, now: () => number) => ({
  readLink: (hash: string) => engine.read(null, () => dashboard.readLink(hash, now())),
  openSession: (entry: Parameters<typeof dashboard.openSession>[0]) =>
    engine.run(null, () => dashboard.openSession(entry, now())),
  readSession: (hash: string) => engine.read(null, () => dashboard.readSession(hash, now())),
  turnSession: (hash: string, shopId: string) =>
    engine.run(null, () => dashboard.turnSession(hash, shopId)),
  endSession: (hash: string) => engine.run(null, () => dashboard.endSession(hash)),
  usageOf: (shopId: string, of: Parameters<typeof usage.usageOf>[1]) =>
    engine.read(shopId, () => usage.usageOf(shopId, of)),
  shopStates: (since: number) => engine.read(null, () => usage.shopStates(since)),
  serviceSecret: (name: string, fresh: string) =>
    engine.run(null, () => dashboard.serviceSecret(name, fresh)),
})

function* effectsTogether(effects: readonly Effect[], now: number): Fact<void> {
  for (const effect of effects) yield* applyEffect(effect, now)
}

function* whoIs(
  personId: string,
): Fact<{ readonly person: people.Person; readonly membership: people.Membership | null }> {
  const person = yield* people.readPerson(personId)
  if (person === null) throw new Error(`person ${personId} is not known`)
  return { person, membership: yield* people.membershipOf(personId) }
}

function* ensureOwned(
  shop: Shop,
  owners: readonly { channel: string; phone: string }[],
  now: number,
  newId: () => string,
): Fact<void> {
  const ids: string[] = []
  for (const owner of owners) {
    const sender = { ...owner, userId: null, name: null }
    ids.push(yield* identity.personOf(sender, { id: newId(), now }))
  }
  yield* people.ensureShop(shop, ids, now)
}

function* openQuestion(
  shopId: string,
  personId: string,
  kind: string,
): Fact<{ readonly fingerprint: string; readonly arrival: Arrival } | null> {
  const row = yield* first(
    build
      .selectFrom('open_question')
      .select(['fingerprint', 'arrival'])
      .where('shop_id', '=', shopId)
      .where('person_id', '=', personId)
      .where('kind', '=', kind),
  )
  // Written by the `ask` effect, in this shape.
  return (
    (row && { fingerprint: row.fingerprint, arrival: JSON.parse(row.arrival) as Arrival }) || null
  )
}
