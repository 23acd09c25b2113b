import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import * as askedPlans from '../../src/store/asked-plans.ts'
import * as bell from '../../src/store/bell.ts'
import * as blocks from '../../src/store/blocks.ts'
import * as dashboard from '../../src/store/dashboard.ts'
import { forSqlite } from '../../src/store/dialect.ts'
import type { Fact, Statement } from '../../src/store/engine.ts'
import * as foretold from '../../src/store/foretold.ts'
import * as hours from '../../src/store/hours.ts'
import * as identity from '../../src/store/identity.ts'
import * as inbox from '../../src/store/inbox.ts'
import * as matter from '../../src/store/matter.ts'
import * as modelUse from '../../src/store/model-use.ts'
import * as aliases from '../../src/store/name-aliases.ts'
import * as outbox from '../../src/store/outbox.ts'
import * as planSums from '../../src/store/plan-sums.ts'
import * as settling from '../../src/store/settling.ts'
import * as shown from '../../src/store/shown.ts'
import * as speaking from '../../src/store/speaking.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import * as stock from '../../src/store/stock.ts'
import * as sums from '../../src/store/sums.ts'
import * as toldDays from '../../src/store/told-days.ts'
import * as toldSales from '../../src/store/told-sales.ts'
import * as usage from '../../src/store/usage.ts'
import * as watch from '../../src/store/watch.ts'
import { aDraft, anArrival, CHANNEL, OWNER_PHONE } from '../support/builders.ts'
import { aFolder } from '../support/props.ts'

/** Tables that grow with every message or sale; no statement of daily work may read one from end to end. */
const GROWING =
  /\bSCAN (inbox|outbox|o|e|sale_page|p|day_total|branch_day|block_total|rolled_block|person|person_alias|early_status|told_day|forecast_said|bell|stock_entry|told_sale|shown|asked_plan|name_alias)\b/

const PACE = { everyMs: 6000, burst: 8 }
const SPAN = { from: day('2026-03-01'), to: day('2026-03-31') }
const BOUNDS = { from: 20_000, to: 20_030 }
const TARGET = { shopId: 's', upload: 1 }
const CLAIM = { mailbox: 'p', fence: 1 } as inbox.Claim
const TOLD: stock.Told = {
  shopId: 's',
  token: 't',
  day: 20_000,
  moment: 28_800_600,
  entries: [{ kind: 'count', scope: 'product', name: 'Mawar', value: 1, unit: null }],
}
const ASKED: planSums.PlanQuery = {
  span: SPAN,
  by: 'product',
  where: [{ column: 'weekday', names: ['6'], not: false }],
}
const status = { wamid: 'w', opaqueId: 'o', state: 'read', at: 0 } as const

const DAILY: readonly [string, () => Fact<unknown>][] = [
  [
    'keeping a message',
    () => inbox.accept([{ arrivals: [anArrival()], statuses: [status] }], 0, () => 'p'),
  ],
  ['claiming a conversation', () => inbox.claimMailbox(0, 1)],
  ['counting an attempt', () => inbox.beginAttempt(CLAIM, 1, 1)],
  ['releasing a conversation', () => inbox.releaseMailbox(CLAIM, 0, null)],
  ['health', () => inbox.inboxHealth()],
  ['queueing a reply', () => outbox.enqueue([aDraft()], 0)],
  ['claiming a reply', () => outbox.claimOutbox({ now: 0, leaseUntil: 1 }, 8, PACE)],
  ['noting a sent reply', () => outbox.markSent('o', 'w')],
  ['a refusal', () => outbox.refuse('o', { action: 'config', reason: '', backoffMs: 1 }, 0)],
  ['sweeping the outbox', () => outbox.sweepOutbox(0, 1)],
  ['what is due next', () => outbox.nextOutboxAt(PACE)],
  ['the newest choices', () => outbox.lastChoices('p')],
  [
    'a person',
    () =>
      identity.personOf(
        { channel: CHANNEL, phone: OWNER_PHONE, userId: 'u', name: null },
        { id: 'p', now: 0 },
      ),
  ],
  ['branches by day', () => sums.branchDays('s', SPAN)],
  ['products', () => sums.productSums('s', SPAN, [SPAN.to])],
  ['products by day', () => sums.topProductDays('s', SPAN, { recent: SPAN, limit: 9 })],
  ['variants', () => sums.variantSums('s', SPAN)],
  ['the hours of days', () => hours.hourSums('s', SPAN)],
  ['when days ended', () => sums.dayEnds('s', [SPAN.from, SPAN.to])],
  ['the last minute', () => sums.lastMinute('s', SPAN.to)],
  ['the stock diary', () => stock.stockDiary('s')],
  ['categories of products', () => stock.categoriesOf('s', SPAN)],
  ['the newest word about stock', () => stock.lastTold('s')],
  ['taking a word back', () => stock.untellStock('s', 't')],
  ['telling stock', () => stock.tellStock(TOLD, 0)],
  ['adding up sixteen days', () => blocks.rollBlock('s')],
  ['what findings are made of', () => matter.matterOf('s')],
  ['opening a day', () => settling.openDay(TARGET, 20_000)],
  ['settling days', () => settling.settleDays(TARGET, BOUNDS)],
  ['how a file stands beside others', () => settling.overlapOf(TARGET, BOUNDS)],
  ['counting days anew', () => settling.recount('s', BOUNDS)],
  ['days on which sales were typed', () => settling.typedDays('s', BOUNDS)],
  ['how a file stands beside typed sales', () => settling.typedBeside(TARGET, BOUNDS)],
  ['a telling', () => toldSales.readTelling('s', 1)],
  ['what somebody told', () => toldSales.tellingsBy('s', 'p', 5)],
  ['a photo seen before', () => toldSales.tellingOfPicture('s', 'abc')],
  ['the telling of an upload', () => toldSales.tellingOfUpload('s', 1)],
  ['what was shown last', () => shown.lastShown('s', 'p', null)],
  ['the choices of a bubble', () => outbox.choicesOf('p', 'w')],
  ['what was said about days', () => toldDays.toldDays('s')],
  ['which days files cover', () => toldDays.coveredSpans('s')],
  ['a question by product', () => planSums.planRows('s', ASKED)],
  ['a question by hour', () => planSums.planRows('s', { ...ASKED, by: 'hour' })],
  ['whether files have times', () => planSums.hasTimes('s', SPAN)],
  ['words of the owner', () => aliases.aliasesOf('s')],
  ['learning a word', () => aliases.learnAlias('s', { said: 'ros', name: 'Mawar' }, 0)],
  ['what was asked back', () => askedPlans.offersTo('s', 'p', { since: 0 })],
  ['the last answer', () => askedPlans.lastPlans('s', 'p', 0)],
  ['a quoted bubble', () => askedPlans.bubbleOf('p', 'w')],
  ['what was foretold', () => foretold.foretold('s', SPAN)],
  ['an alert', () => watch.raiseAlert({ shopId: 's', day: SPAN.to, finding: '{}' }, 0)],
  ['the bell of a day', () => bell.readBell('s', SPAN.to)],
  ['alerts told', () => bell.toldAlerts('s')],
  ['days explained', () => watch.explainedDays('s')],
  ['how often it rings', () => bell.alertLevel('s')],
  ['bubbles of a kind', () => bell.bellsOf('s', 'digest', SPAN)],
  ['which digests come', () => speaking.digestsOf('s')],
  ['quiet hours', () => speaking.quietHours('s', 'p')],
  ['tokens of a day', () => modelUse.modelTokens(day('2026-04-01'))],
  [
    'counting tokens',
    () => modelUse.countModelUse({ day: day('2026-04-01'), shopId: 's', task: 'plan', tokens: 1 }),
  ],
  ['what the model may do', () => modelUse.modelLeave('s')],
  ['what the model said', () => modelUse.modelAnswer('s', 'plan:1')],
  ['who listens', () => speaking.listenersOf('s')],
  ['hushing', () => speaking.hush('p', 0)],
  ['who looks through a browser', () => dashboard.readSession('h', 0)],
  [
    'letting a browser in',
    () => dashboard.openSession({ link: 'l', session: 'h', expiresAt: 1 }, 0),
  ],
  ['what a shop was sent', () => usage.usageOf('s', { since: 0, from: SPAN.from })],
  ['how all shops are', () => usage.shopStates(0)],
]

/** Fits every table a little. */
const ROW = {
  from: 19_900,
  to: 20_100,
  block: 1250,
  seq: 1,
  id: 'p',
  kind: 'count',
  scope: 'product',
  ref: 1,
  day: 20_000,
  moment: 28_800_600,
  person_id: 'p',
  fence: 1,
  state: 'sent',
  error: null,
  wamid: null,
}

/** The statements a fact would run, pulled out of it without running any. */
const statementsOf = (fact: Fact<unknown>): Statement[] => {
  const found: Statement[] = []
  try {
    for (let turn = fact.next([]); !turn.done; turn = fact.next([ROW])) {
      found.push(...('sql' in turn.value ? [turn.value] : turn.value))
      if (found.length > 50) break
    }
  } catch {
    // The made-up rows do not fit this fact any further; what it has shown so far is judged.
  }
  return found
}

describe('answers do not slow down as data grows', () => {
  test.each(DAILY)('%s reads by key', async (_name, makeFact) => {
    using folder = aFolder()
    const path = `${folder.path}/plans.db`
    await (await openSqlite(path)).close()
    const db = new Database(path, { readonly: true })
    const statements = statementsOf(makeFact())
    expect(statements.length).toBeGreaterThan(0)
    for (const { sql } of statements) {
      const plan = db
        .prepare(`explain query plan ${forSqlite(sql)}`)
        .all(...sql.matchAll(/\?/g).map(() => null)) as { detail: string }[]
      expect(
        plan.map(({ detail }) => detail).filter((detail) => GROWING.test(detail)),
        sql,
      ).toEqual([])
    }
    db.close()
  })
})
