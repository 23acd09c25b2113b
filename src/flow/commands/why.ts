import { noDataYetReply } from '../../replies/no-data.ts'
import { branchesLine, under } from '../../replies/people.ts'
import { whyReply } from '../../replies/why.ts'
import { parseDay, type Span } from '../../sales/day.ts'
import { type Answer, justReply } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/**
 * Why the asked period differs from its usual; without a period, the last complete day. `why:alert:2026-03-31` is
 * about what that alert was about: its days, and its branch alone.
 */
export const why = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, today } = ask
  const { period, branch } = await askedAbout(world, ask)
  const found = await world.pool.why({
    shop,
    today,
    period,
    ...(branch === null ? {} : { branches: [branch] }),
  })
  if (found === null) return justReply(noDataYetReply(shop))
  const reply = whyReply(found.explanation, shop, found.coverage.hasMoney ? 'money' : 'units')
  return justReply(branch === null ? reply : under(branchesLine([branch], shop), reply))
}

type Asked = { readonly period: Span | null; readonly branch: string | null }

const ALERT = /^alert:(.+)$/

const askedAbout = async (world: World, { shop, intent }: CommandAsk): Promise<Asked> => {
  const period = intent.period?.span ?? null
  const day = parseDay(ALERT.exec(intent.argument ?? '')?.[1] ?? '')
  if (day === null) return { period, branch: null }
  const told = (await world.store.toldAlerts(shop.id)).find((one) => one.day === day)
  const { lasting, scope } = told?.alert ?? {}
  return {
    period: { from: lasting?.since ?? day, to: day },
    branch: scope?.kind === 'branch' ? scope.name : null,
  }
}
