import type { Arrival } from '../intent/arrival.ts'
import type { Day, Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import * as apiImports from './api-imports.ts'
import * as askedPlans from './asked-plans.ts'
import * as bell from './bell.ts'
import * as bills from './bills.ts'
import { branchReaderOn } from './branch-reader.ts'
import { applyEffect, type Effect } from './effects.ts'
import { build, type Engine, type Fact, first } from './engine.ts'
import * as foretold from './foretold.ts'
import * as hours from './hours.ts'
import * as identity from './identity.ts'
import * as inbox from './inbox.ts'
import * as marketing from './marketing.ts'
import * as modelUse from './model-use.ts'
import { forgetAliases } from './name-aliases.ts'
import * as outbox from './outbox.ts'
import * as pages from './pages.ts'
import * as people from './people.ts'
import * as planSums from './plan-sums.ts'
import type { Refusal } from './refusal.ts'
import * as settling from './settling.ts'
import * as shown from './shown.ts'
import { soldLines } from './sold-lines.ts'
import * as speaking from './speaking.ts'
import { openSqlite, openSqliteReader, sqlitePath } from './sqlite.ts'
import * as stock from './stock.ts'
import * as sums from './sums.ts'
import * as team from './team.ts'
import * as templates from './templates.ts'
import * as tokens from './tokens.ts'
import * as toldDays from './told-days.ts'
import * as toldSales from './told-sales.ts'
import * as uploads from './uploads.ts'
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
  storeOn(await openSqlite(sqlitePath(databaseUrl)), world)

export const openReader = (databaseUrl: string): BranchedReader => {
  const engine = openSqliteReader(sqlitePath(databaseUrl))
  return { ...readerOn(engine), within: (branches) => branchReaderOn(engine, branches) }
}

/** A reader that can also be limited to some branches, by name. */
export type BranchedReader = Reader & {
  readonly within: (branches: readonly string[]) => Reader
}

const readerOn = (engine: Engine) => ({
  coverage: (shopId: string) => engine.run(sums.coverage(shopId)),
  branchDays: (shopId: string, span: Span) => engine.run(sums.branchDays(shopId, span)),
  lastMinute: (shopId: string, day: Day) => engine.run(sums.lastMinute(shopId, day)),
  dayEnds: (shopId: string, days: readonly Day[]) => engine.run(sums.dayEnds(shopId, days)),
  productSums: (shopId: string, span: Span, days?: readonly Day[]) =>
    engine.run(sums.productSums(shopId, span, days ?? null)),
  topProductDays: (
    shopId: string,
    span: Span,
    top: { readonly recent: Span; readonly limit: number },
  ) => engine.run(sums.topProductDays(shopId, span, top)),
  variantSums: (shopId: string, span: Span) => engine.run(sums.variantSums(shopId, span)),
  variantParts: (shopId: string, before: Span, span: Span) =>
    engine.run(sums.variantParts(shopId, before, span)),
  /** The lines themselves; many, so in a worker only. */
  soldLines: (shopId: string, span: Span) => engine.run(soldLines(shopId, span)),
  hourSums: (shopId: string, span: Span) => engine.run(hours.hourSums(shopId, span)),
  explainedDays: (shopId: string) => engine.run(watch.explainedDays(shopId)),
  toldDays: (shopId: string) => engine.run(toldDays.toldDays(shopId)),
  coveredSpans: (shopId: string) => engine.run(toldDays.coveredSpans(shopId)),
  foretold: (shopId: string, span: Span) => engine.run(foretold.foretold(shopId, span)),
  stockDiary: (shopId: string) => engine.run(stock.stockDiary(shopId)),
  lastTold: (shopId: string) => engine.run(stock.lastTold(shopId)),
  categoriesOf: (shopId: string, span: Span) => engine.run(stock.categoriesOf(shopId, span)),
  namesOf: (shopId: string, kind: 'product' | 'category' | 'branch') =>
    engine.run(stock.namesOf(shopId, kind)),
  /** Alerts with the owner's word on them, newest first. */
  toldAlerts: (shopId: string) => engine.run(bell.toldAlerts(shopId)),
  alertLevel: (shopId: string) => engine.run(bell.alertLevel(shopId)),
  planRows: (shopId: string, query: planSums.PlanQuery) =>
    engine.run(planSums.planRows(shopId, query)),
  productsSold: (shopId: string, query: planSums.PlanQuery) =>
    engine.run(planSums.productsSold(shopId, query)),
  hasTimes: (shopId: string, span: Span) => engine.run(planSums.hasTimes(shopId, span)),
  catalogueOf: (shopId: string) => engine.run(planSums.catalogueOf(shopId)),
  countShops: () => engine.run(people.countShops()),
  countMarketingStopped: () => engine.run(marketing.countMarketingStopped()),
  close: () => engine.close(),
})

const storeOn = (engine: Engine, { now, newId }: StoreWorld) => ({
  ...readerOn(engine),
  ...inboxOn(engine, now, newId),
  ...outboxOn(engine, now),
  ...uploadsOn(engine, now),
  ...peopleOn(engine, now, newId),
  ...watchOn(engine, now),
  ...apiOn(engine, now),
  ...modelOn(engine, now),
  /** The reading side as somebody limited to these branches may see it. */
  within: (branches: readonly string[]): Reader => branchReaderOn(engine, branches),
})

const inboxOn = (engine: Engine, now: () => number, newId: () => string) => ({
  /** Keeps what a group of webhooks brought in one durable commit; returns how many were new. */
  accept: (intakes: readonly inbox.Intake[]) => engine.run(inbox.accept(intakes, now(), newId)),
  claimMailbox: (leaseMs: number) => engine.run(inbox.claimMailbox(now(), now() + leaseMs)),
  beginAttempt: (claim: inbox.Claim, seq: number, leaseMs: number) =>
    engine.run(inbox.beginAttempt(claim, seq, now() + leaseMs)),
  renewLease: (claim: inbox.Claim, leaseMs: number) =>
    engine.run(inbox.renewLease(claim, now() + leaseMs)),
  finishMessage: (
    claim: inbox.Claim,
    which: Parameters<typeof inbox.finishMessage>[1],
    outcome: Parameters<typeof inbox.finishMessage>[2],
  ) => engine.run(inbox.finishMessage(claim, which, outcome, now())),
  releaseMailbox: (claim: inbox.Claim, retry: inbox.Retry | null) =>
    engine.run(inbox.releaseMailbox(claim, now(), retry)),
  nextMailboxAt: () => engine.run(inbox.nextMailboxAt()),
  inboxHealth: () => engine.run(inbox.inboxHealth()),
})

const outboxOn = (engine: Engine, now: () => number) => ({
  claimOutbox: (leaseMs: number, limit: number, pace: outbox.PairPace) =>
    engine.run(outbox.claimOutbox({ now: now(), leaseUntil: now() + leaseMs }, limit, pace)),
  markSent: (id: string, wamid: string) => engine.run(outbox.markSent(id, wamid)),
  settle: (id: string, outcome: Parameters<typeof outbox.settle>[1]) =>
    engine.run(outbox.settle(id, outcome)),
  refuse: (id: string, refusal: Refusal) => engine.run(outbox.refuse(id, refusal, now())),
  sweepOutbox: (echoWaitMs: number) => engine.run(outbox.sweepOutbox(now(), echoWaitMs)),
  nextOutboxAt: (pace: outbox.PairPace) => engine.run(outbox.nextOutboxAt(pace)),
  templateStatus: (name: string, language: string) =>
    engine.run(templates.templateStatus(name, language)),
  billedIn: (month: string) => engine.run(bills.billedIn(month)),
  lastChoices: (personId: string) => engine.run(outbox.lastChoices(personId)),
  choicesOf: (personId: string, wamid: string) => engine.run(outbox.choicesOf(personId, wamid)),
  lastAnswerAt: (personId: string) => engine.run(outbox.lastAnswerAt(personId)),
  outboxHealth: () => engine.run(outbox.outboxHealth(now())),
})

const uploadsOn = (engine: Engine, now: () => number) => ({
  beginUpload: (upload: uploads.NewUpload) => engine.run(uploads.beginUpload(upload, now())),
  addLabels: (shopId: string, labels: readonly uploads.NewLabel[]) =>
    engine.stage(uploads.addLabels(shopId, labels)),
  stageLines: (target: pages.Target, batch: pages.LineBatch) =>
    engine.stage(pages.stageLines(target, batch)),
  stageSkipped: (
    target: { readonly shopId: string; readonly upload: number },
    rows: readonly uploads.SkippedRow[],
  ) => engine.stage(uploads.stageSkipped(target, rows)),
  settleDays: (target: pages.Target, span: pages.DaySpan) =>
    engine.stage(settling.settleDays(target, span)),
  openDay: (target: pages.Target, day: number) => engine.run(settling.openDay(target, day)),
  settleStep: (settlement: settling.DaySettlement) => engine.stage(settling.settleStep(settlement)),
  overlapOf: (target: pages.Target, span: pages.DaySpan) =>
    engine.run(settling.overlapOf(target, span)),
  liveTwin: (shopId: string, sha256: string) => engine.run(uploads.liveTwin(shopId, sha256)),
  listUploads: (shopId: string, limit: number) => engine.run(uploads.listUploads(shopId, limit)),
  /** Uploads that are files, newest first: sales told by hand are none. */
  listFiles: (shopId: string, limit: number) => engine.run(uploads.listFiles(shopId, limit)),
  lastShown: (shopId: string, personId: string, quotedId: string | null) =>
    engine.run(shown.lastShown(shopId, personId, quotedId)),
  readTelling: (shopId: string, no: number) => engine.run(toldSales.readTelling(shopId, no)),
  tellingsBy: (shopId: string, personId: string, limit: number) =>
    engine.run(toldSales.tellingsBy(shopId, personId, limit)),
  tellingOfUpload: (shopId: string, upload: number) =>
    engine.run(toldSales.tellingOfUpload(shopId, upload)),
  tellingOfPicture: (shopId: string, picture: string) =>
    engine.run(toldSales.tellingOfPicture(shopId, picture)),
  typedBeside: (target: pages.Target, span: pages.DaySpan) =>
    engine.run(settling.typedBeside(target, span)),
  liveFrom: (shopId: string, source: string) => engine.run(uploads.liveFrom(shopId, source)),
  salesVersion: (shopId: string) => engine.run(uploads.salesVersion(shopId)),
  readUpload: (shopId: string, no: number) => engine.run(uploads.readUpload(shopId, no)),
  skippedRows: (shopId: string, upload: number, limit: number) =>
    engine.run(uploads.skippedRows(shopId, upload, limit)),
  layoutAnswers: (shopId: string, fingerprint: string) =>
    engine.run(uploads.layoutAnswers(shopId, fingerprint)),
  lastPlans: (shopId: string, personId: string, since: number) =>
    engine.run(askedPlans.lastPlans(shopId, personId, since)),
  quotedPlans: (shopId: string, personId: string, wamid: string) =>
    engine.run(askedPlans.quotedPlans(shopId, personId, wamid)),
  offersTo: (shopId: string, personId: string, which: Parameters<typeof askedPlans.offersTo>[2]) =>
    engine.run(askedPlans.offersTo(shopId, personId, which)),
  bubbleOf: (personId: string, wamid: string) => engine.run(askedPlans.bubbleOf(personId, wamid)),
  nameWords: (shopId: string) => engine.run(uploads.nameWords(shopId)),
  sweepStaging: (before: number) => engine.run(uploads.sweepStaging(before)),
  openQuestion: (shopId: string, personId: string, kind: string) =>
    engine.run(openQuestion(shopId, personId, kind)),
})

const peopleOn = (engine: Engine, now: () => number, newId: () => string) => ({
  /** Makes sure the shop and its owners (by phone) exist. */
  ensureShop: (shop: Shop, owners: readonly { channel: string; phone: string }[]) =>
    engine.run(ensureOwned(shop, owners, now(), newId)),
  readShop: (id: string) => engine.run(people.readShop(id)),
  readOpenShop: (id: string) => engine.run(people.readOpenShop(id)),
  listShops: () => engine.run(people.listShops()),
  ownersOf: (shopId: string) => engine.run(people.ownersOf(shopId)),
  membersOf: (shopId: string) => engine.run(team.membersOf(shopId)),
  shopsOf: (personId: string) => engine.run(team.shopsOf(personId)),
  readInvite: (hash: string) => engine.run(team.readInvite(hash, now())),
  wrongCodes: (personId: string, since: number) => engine.run(team.wrongCodes(personId, since)),
  lastToStranger: (personId: string) => engine.run(team.lastToStranger(personId)),
  shopsOpenedSince: (at: number) => engine.run(team.shopsOpenedSince(at)),
  filesFrom: (shopId: string, personId: string) => engine.run(team.filesFrom(shopId, personId)),
  /** Who this is now and which shop they speak for: both may have changed since the conversation was taken. */
  whoIs: (personId: string) => engine.run(whoIs(personId)),
  closedBefore: (at: number) => engine.run(team.closedBefore(at)),
  /** Everything a closed shop ever sent us goes, for good. */
  eraseShop: (shopId: string) => engine.run(eraseShop(shopId)),
})

const watchOn = (engine: Engine, now: () => number) => ({
  /** An alert and its messages become true together, one bubble a shop and day; false: there was one. */
  ringAlert: (
    alert: Parameters<typeof bell.ringAlert>[0],
    ring: Parameters<typeof bell.ringAlert>[1],
  ) => engine.run(bell.ringAlert(alert, ring, now())),
  ringBell: (ring: bell.Ring, drafts: readonly outbox.Draft[]) =>
    engine.run(bell.ringBell(ring, drafts, now())),
  bellsOf: (shopId: string, kind: bell.Bell['kind'], days: Span) =>
    engine.run(bell.bellsOf(shopId, kind, days)),
  isMuted: (shopId: string, kind: 'reminder' | 'low-stock') =>
    engine.run(bell.isMuted(shopId, kind)),
  unaskedBubble: (to: Parameters<typeof outbox.unaskedBubble>[0], wamid?: string) =>
    engine.run(outbox.unaskedBubble(to, wamid)),
  readBell: (shopId: string, day: Day, urgent = false) =>
    engine.run(bell.readBell(shopId, day, urgent)),
  digestsOf: (shopId: string) => engine.run(speaking.digestsOf(shopId)),
  quietHours: (shopId: string, personId: string) =>
    engine.run(speaking.quietHours(shopId, personId)),
  listenersOf: (shopId: string) => engine.run(speaking.listenersOf(shopId)),
  isHushed: (personId: string) => engine.run(speaking.isHushed(personId)),
  hasRun: (job: string, slot: string) => engine.run(watch.hasRun(job, slot)),
  proveWrite: () => engine.run(watch.proveWrite(now())),
  claimRun: (job: string, slot: string) => engine.run(watch.claimRun(job, slot, now())),
  /** Messages that answer nobody: the watched folder's report. */
  enqueue: (drafts: readonly outbox.Draft[]) => engine.run(outbox.enqueue(drafts, now())),
  /** Publishes an upload alone. */
  publish: (publication: uploads.Publication) =>
    engine.run(uploads.publishUpload(publication, now())),
  /** What a file that no message brought changes, all of it or nothing. */
  apply: (effects: readonly Effect[]) => engine.run(effectsTogether(effects, now())),
})

const apiOn = (engine: Engine, now: () => number) => ({
  addToken: (token: Parameters<typeof tokens.addToken>[0]) =>
    engine.run(tokens.addToken(token, now())),
  listTokens: () => engine.run(tokens.listTokens()),
  tokensOf: (shopId: string) => engine.run(tokens.tokensOf(shopId, now())),
  revokeToken: (id: string) => engine.run(tokens.revokeToken(id, now())),
  shopOfToken: (hash: string) => engine.run(tokens.shopOfToken(hash, now())),
  beginApiImport: (fresh: apiImports.NewApiImport, leaseMs: number) =>
    engine.run(apiImports.beginApiImport(fresh, { now: now(), leaseUntil: now() + leaseMs })),
  renewApiImport: (target: apiImports.ApiTarget, lines: number, leaseMs: number) =>
    engine.run(apiImports.renewApiImport(target, lines, now() + leaseMs)),
  finishApiImport: (
    target: apiImports.ApiTarget,
    end: Parameters<typeof apiImports.finishApiImport>[1],
  ) => engine.run(apiImports.finishApiImport(target, end, now())),
  readApiImport: (target: apiImports.ApiTarget) => engine.run(apiImports.readApiImport(target)),
  sweepApiImports: (before: number) => engine.run(apiImports.sweepApiImports(before)),
})

const modelOn = (engine: Engine, now: () => number) => ({
  countModelUse: (cost: modelUse.ModelCost) => engine.run(modelUse.countModelUse(cost)),
  modelTokens: (day: Day) => engine.run(modelUse.modelTokens(day)),
  modelLeave: (shopId: string) => engine.run(modelUse.modelLeave(shopId)),
  modelAnswer: (shopId: string, key: string) => engine.run(modelUse.modelAnswer(shopId, key)),
  keepModelAnswer: (said: modelUse.ModelAnswer) =>
    engine.run(modelUse.keepModelAnswer(said, now())),
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

function* eraseShop(shopId: string): Fact<void> {
  yield* uploads.eraseSales(shopId)
  yield* askedPlans.forgetPlans(shopId)
  yield* modelUse.forgetModel(shopId)
  yield* forgetAliases(shopId)
  yield* team.emptyTeam(shopId)
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
