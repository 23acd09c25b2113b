import type { Summary } from '../analytics/findings.ts'
import { shortDay } from '../i18n/numbers.ts'
import { digestLine, digestReply } from '../replies/digest.ts'
import { spanId } from '../replies/summary.ts'
import { addDays, type Day, type Span, wallClock, weekdayOf } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { dueSlot, isPickedHour } from '../sales/speaking.ts'
import type { KeptDigest } from '../store/speaking.ts'
import { toldOn } from './commands/summary.ts'
import { type Hearing, type Listener, reachable } from './hearing.ts'
import { NEWS_DAYS } from './judge.ts'
import { findLowStock } from './low-stock.ts'
import { draftTo, type Unasked } from './unasked.ts'
import type { World } from './world.ts'

/** A digest whose time has come. */
export type Due = {
  readonly kind: KeptDigest['kind']
  /** Named by its day: one a shop, kind and day, whatever restarts. */
  readonly slot: string
  /** Who picked this very hour: it is theirs, quiet or not. */
  readonly mayWake: (listener: Listener) => boolean
}

const JOB = 'digest'
const WEEK_DAYS = 7

/**
 * The digest to send now, in waking hours or in the hour the owner picked; null when none is due. Where both
 * are on, the week's goes before the day's and takes its place on that day.
 */
export const dueDigest = async (
  world: World,
  { shop, wall }: Hearing,
  isAwake: boolean,
): Promise<Due | null> => {
  const digests = await world.store.digestsOf(shop.id)
  const due: Due[] = []
  for (const digest of digests) {
    const day = dueSlot(digest, wall, wallClock(digest.since, shop.timeZone))
    if (day === null) continue
    const slot = `${shop.id}/${digest.kind}/${day}`
    if (await world.store.hasRun(JOB, slot)) continue
    const isPicked = isPickedHour(digest, day, wall)
    const isTheirs = ({ id }: Listener) => digest.askedBy === null || digest.askedBy === id
    if (isAwake || isPicked) {
      due.push({ kind: digest.kind, slot, mayWake: (each) => isPicked && isTheirs(each) })
    }
  }
  const weekly = due.find(({ kind }) => kind === 'weekly')
  return weekly ?? (digests.some((each) => comesLater(each, wall)) ? null : (due[0] ?? null))
}

/** The week's digest is still to come today. */
const comesLater = (digest: KeptDigest, { day, minute }: Hearing['wall']): boolean =>
  digest.kind === 'weekly' && digest.weekday === weekdayOf(day) && digest.minute > minute

/** Tells yesterday or the week, when there is something to tell; true when it went out. */
export const tellDigest = async (world: World, hearing: Hearing, due: Due): Promise<boolean> => {
  const { shop, coverage, today } = hearing
  const period = await periodOf(world, hearing, due)
  // Nothing sold in that time is nothing to say; a file that brings more is another matter.
  const emptySlot = `${due.slot}/${coverage.lastUpload}`
  if (period === null || (await world.store.hasRun(EMPTY_JOB, emptySlot))) return false
  const hearers = await reachable(world, hearing, 'digest')
  if (hearers.length === 0) return false
  const found = await world.pool.summary({ shop, today, period })
  if (found === null || found.summary === null) {
    await world.store.claimRun(EMPTY_JOB, emptySlot)
    return false
  }
  const message = await messageOf(world, hearing, { summary: found.summary, due })
  const drafts = hearers.map((each) => draftTo(each, shop, message))
  world.passing('digest written')
  const rang = await world.store.ringBell(
    { shopId: shop.id, today, kind: 'digest', about: period, job: JOB, slot: due.slot },
    drafts,
  )
  world.passing('digest rung')
  return rang
}

const EMPTY_JOB = 'digest-empty'

/** The newest day not told yet, or the seven days up to yesterday; null: no sales there. */
const periodOf = async (
  world: World,
  { shop, coverage, today }: Hearing,
  { kind }: Due,
): Promise<Span | null> => {
  const yesterday = addDays(today, -1)
  if (kind === 'weekly') {
    const week = { from: addDays(today, -WEEK_DAYS), to: yesterday }
    return coverage.span.to < week.from || coverage.span.from > week.to ? null : week
  }
  const day = coverage.endedOn ?? (coverage.span.to < yesterday ? coverage.span.to : yesterday)
  if (day < addDays(today, -NEWS_DAYS) || day < coverage.span.from) return null
  const told = await lastTold(world, shop.id, today)
  return told !== null && day <= told ? null : { from: day, to: day }
}

/** The newest day a digest has told. */
const lastTold = async (world: World, shopId: string, today: Day): Promise<Day | null> => {
  const days = { from: addDays(today, -WEEK_DAYS), to: today }
  return (await world.store.bellsOf(shopId, 'digest', days))[0]?.about.to ?? null
}

const messageOf = async (
  world: World,
  hearing: Hearing,
  { summary, due }: { readonly summary: Summary; readonly due: Due },
): Promise<Unasked> => {
  const { shop, coverage } = hearing
  const { span } = summary
  const told = await toldOn(world, shop.id, span)
  const known = {
    variantHeading: coverage.variantHeading,
    event: told?.kind === 'event' ? told : null,
    low: await findLowStock(world, hearing),
  }
  return {
    id: `digest:${due.slot}`,
    say: (theirs) => digestReply(summary, theirs, known),
    line: (theirs) => ({
      template: 'digest',
      date: span.from === span.to ? shortDay(span.to, theirs.language) : weekName(span, theirs),
      line: digestLine(summary, theirs),
      taps: [`summary:${spanId(span)}`, 'schedule'],
    }),
    mayWake: due.mayWake,
  }
}

/** `Sen 23 Mar - Min 29 Mar`. */
const weekName = ({ from, to }: Span, { language }: Shop): string =>
  `${shortDay(from, language)} - ${shortDay(to, language)}`
