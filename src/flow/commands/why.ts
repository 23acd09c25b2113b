import type { Explanation } from '../../analytics/findings.ts'
import { REMARK } from '../../assistant/check.ts'
import { noDataYetReply } from '../../replies/no-data.ts'
import { branchesLine, under } from '../../replies/people.ts'
import { isAsUsual, whyReply } from '../../replies/why.ts'
import { parseDay, type Span } from '../../sales/day.ts'
import type { Shop } from '../../sales/shop.ts'
import { type Answer, justReply } from '../answer.ts'
import { shownEffect } from '../shown.ts'
import { tell } from '../tell.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/**
 * Why the asked period differs from its usual; without a period, the last complete day. `why:alert:2026-03-31` is
 * about what that alert was about: its days, and its branch alone.
 */
export const why = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const { branch, ...about } = await askedAbout(world, ask)
  const limit = branch === null ? {} : { branches: [branch] }
  const found = await world.pool.why({ shop, today, ...about, ...limit })
  if (found === null) return justReply(noDataYetReply(shop))
  const { explanation, coverage } = found
  const remark = coverage.hasMoney ? await remarkOn(world, shop, explanation) : null
  const measure = coverage.hasMoney ? 'money' : 'units'
  const reply = whyReply(explanation, shop, { measure, remark })
  return justReply(
    branch === null ? reply : under(branchesLine([branch], shop), reply),
    explanation === null ? [] : [shownEffect(ask, { kind: 'why', span: found.span })],
  )
}

type Asked = {
  readonly period: Span | null
  readonly branch: string | null
  /** What the alert called usual: another figure for it in one chat would be one too many. */
  readonly expected?: number
}

const ALERT = /^alert:(.+)$/

const askedAbout = async (world: World, { shop, intent }: CommandAsk): Promise<Asked> => {
  const period = intent.period?.span ?? null
  const day = parseDay(ALERT.exec(intent.argument ?? '')?.[1] ?? '')
  if (day === null) return { period, branch: null }
  const told = (await world.store.toldAlerts(shop.id)).find((one) => one.day === day)
  if (told === undefined) return { period: { from: day, to: day }, branch: null }
  const { lasting, scope, usual } = told.alert
  return {
    period: { from: lasting?.since ?? day, to: day },
    branch: scope.kind === 'branch' ? scope.name : null,
    // A lasting change tells of a day's mean, a product of its own sales.
    ...(lasting === undefined && scope.kind !== 'product' ? { expected: usual.likely } : {}),
  }
}

/** The reasons are there already: a remark on them is worth a short wait only. */
const REMARK_MS = 5_000

/** What it means in a sentence or two, where there is a reason to speak of. */
const remarkOn = async (
  world: World,
  shop: Shop,
  explanation: Explanation | null,
): Promise<string | null> => {
  if (explanation === null || isAsUsual(explanation) || explanation.causes.length === 0) return null
  const nothingElse = { summary: null, forecast: null, restock: null, anomalies: [] }
  return tell(world, shop, { ...nothingElse, explanation, length: REMARK, deadlineMs: REMARK_MS })
}
