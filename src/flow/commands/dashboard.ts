import { dashboardOutReply, dashboardReply, noDashboardReply } from '../../replies/dashboard.ts'
import { type Answer, justReply } from '../answer.ts'
import { LINK_MS, newLink } from '../dashboard-link.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

const MINUTE_MS = 60_000

/** `dashboard`: a link that opens it once; `dashboard:out` ends every browser of this person. */
export const dashboard = async (world: World, ask: CommandAsk): Promise<Answer> => {
  const { shop, person, intent } = ask
  if (intent.argument === 'out') {
    return justReply(dashboardOutReply(shop), [{ kind: 'end-sessions', personId: person.id }])
  }
  if (world.dashboard === null) return justReply(noDashboardReply(shop))
  const to = { personId: person.id, shopId: shop.id, now: world.now() }
  const { url, record } = newLink(world.dashboard, to)
  return justReply(dashboardReply({ url, minutes: LINK_MS / MINUTE_MS }, shop), [
    { kind: 'dashboard-link', link: record },
  ])
}
