import { wallClock } from '../sales/day.ts'
import type { Bill } from '../store/bills.ts'
import type { Intake } from '../store/inbox.ts'
import type { StatusReport } from '../store/outbox.ts'
import type { Refusal } from '../store/refusal.ts'
import type { TemplateNews } from '../store/templates.ts'
import type { Status } from '../whatsapp/channel.ts'
import { actionOf, meaningOf } from '../whatsapp/codes.ts'
import type { Notice } from '../whatsapp/notices.ts'
import type { Delivery } from '../whatsapp/payload.ts'
import type { World } from './world.ts'

/** What one webhook brought, as the store keeps it; what only the operator needs goes to the log. */
export const intakeOf = (world: World, delivery: Delivery): Intake => {
  noteOddities(world, delivery)
  for (const { wantsMarketing } of delivery.preferences)
    world.log.info('somebody said whether they want marketing', { wantsMarketing })
  return {
    arrivals: delivery.arrivals,
    statuses: delivery.statuses.map((status) => reportOf(world, status)),
    templates: delivery.notices.flatMap((notice) => templateNews(world, notice)),
    preferences: delivery.preferences,
  }
}

/** Categories Meta charges for; anything else it names is free. */
const BILLED = /^(service|utility|marketing|authentication|general_purpose_ai|group_)/

/** The month of the account's own zone, in which its free messages count: `2026-11`. */
export const billingMonth = ({ policy }: Pick<World, 'policy'>, at: number): string =>
  wallClock(at, policy.defaults.timeZone).day.slice(0, MONTH_CHARS)
const MONTH_CHARS = '2026-11'.length

const noteOddities = ({ log }: World, delivery: Delivery): void => {
  for (const { field, reason } of delivery.ignored)
    log.info('webhook part ignored', { field, reason })
  for (const { code, title } of delivery.accountErrors)
    log.error('Meta reports trouble', { code, title })
}

/** Failing after it was taken is a refusal like any other, only later. */
const reportOf = (world: World, status: Status): StatusReport => {
  const { wamid, opaqueId, at } = status
  const known = { wamid, opaqueId, at, ...billOf(world, status) }
  if (status.state !== 'failed') return { ...known, state: status.state }
  const { code, title, details } = status.error
  const refusal: Refusal = {
    action: actionOf(code),
    reason: `Meta reported ${code} (${meaningOf(code)}): ${details || title}`,
    backoffMs: world.pace.backoffMs,
  }
  const level = refusal.action === 'config' ? 'error' : 'warn'
  world.log[level]('message failed after it was taken', { wamid, id: opaqueId, ...refusal })
  return { ...known, state: 'failed', refusal }
}

const billOf = (world: World, { channel, at, billed }: Status): { readonly bill?: Bill } =>
  billed !== null && BILLED.test(billed)
    ? { bill: { channel, month: billingMonth(world, at), category: billed } }
    : {}

/** Statuses that need the operator's eye; the rest is the normal way to approval. */
const BAD = new Set(['REJECTED', 'PAUSED', 'DISABLED', 'FLAGGED'])

const templateNews = ({ log }: World, notice: Notice): readonly TemplateNews[] => {
  if (notice.kind === 'account') {
    log.warn('Meta about the account', { field: notice.field, event: notice.event })
    return []
  }
  const { kind: _, reason, ...news } = notice
  const isBad =
    BAD.has(news.status ?? '') || news.quality === 'RED' || news.category === 'MARKETING'
  log[isBad ? 'error' : 'info']('Meta about a template', { ...news, reason })
  return [news]
}
