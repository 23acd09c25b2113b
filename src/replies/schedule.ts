import { capital } from '../i18n/capital.ts'
import { clock, longDay, weekdayName } from '../i18n/numbers.ts'
import { digestTap } from '../intent/speaking-words.ts'
import type { Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { Digest, QuietHours } from '../sales/speaking.ts'
import { bold } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { item, lines, voiceOf } from './voice.ts'

/** What comes by itself, and when. */
export type Schedule = {
  readonly digests: readonly Digest[]
  readonly quiet: QuietHours
  /** This person has said `stop`. */
  readonly isHushed: boolean
}

/** Offered until the owner says another hour in words. */
const DAILY: Digest = { kind: 'daily', minute: 8 * 60 }
const WEEKLY: Digest = { kind: 'weekly', minute: 7 * 60, weekday: 1 }

/** What comes by itself and when nothing does, with how to change it. */
export const scheduleReply = ({ digests, quiet, isHushed }: Schedule, shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { schedule } = words.speaking
  return textReply(
    lines(
      `⏰ ${bold(schedule.title)}`,
      ...digests.map((digest) => item(digestText(digest, shop))),
      digests.length === 0 ? item(schedule.none) : null,
      item(quietText(quiet, shop)),
      isHushed ? schedule.hushed : schedule.atMost,
      schedule.how,
    ),
    choices({ digests, isHushed }, shop),
  )
}

const choices = ({ digests, isHushed }: Omit<Schedule, 'quiet'>, shop: Shop): Choice[] => {
  const { buttons } = voiceOf(shop).words.speaking
  const missing = [DAILY, WEEKLY].filter(({ kind }) => digests.every((one) => one.kind !== kind))
  return [
    ...(isHushed ? [{ id: 'resume', title: buttons.resume }] : []),
    ...missing.map((digest) => digestChoice(digest, shop)),
    ...(digests.length > 0 ? [{ id: 'schedule:off', title: buttons.off }] : []),
  ].slice(0, BUTTONS_MAX)
}

/** Up to three choices are buttons. */
const BUTTONS_MAX = 3

const digestChoice = (digest: Digest, shop: Shop): Choice => {
  const { buttons } = voiceOf(shop).words.speaking
  const time = clock(digest.minute, shop.language)
  const title =
    digest.kind === 'daily'
      ? buttons.daily(time)
      : buttons.weekly(capital(weekdayName(digest.weekday, shop.language)), time)
  return { id: `schedule:${digestTap(digest)}`, title }
}

/** A digest as asked for, and the day on which it first comes. */
export const digestSetReply = (
  digest: Digest,
  shop: Shop,
  { first, inQuiet }: { readonly first: Day; readonly inQuiet: boolean },
): Reply => {
  const { words } = voiceOf(shop)
  const { schedule, buttons } = words.speaking
  return textReply(
    lines(
      `✅ ${bold(digestText(digest, shop))}`,
      schedule.first(longDay(first, shop.language)),
      inQuiet ? schedule.inQuiet : null,
    ),
    [
      { id: `schedule:off:${digest.kind}`, title: buttons.off },
      { id: 'schedule', title: buttons.schedule },
      { id: 'summary', title: words.buttons.summary },
    ],
  )
}

export const digestsEndedReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { schedule, buttons } = words.speaking
  return textReply(lines(`🔕 ${bold(schedule.off)}`, schedule.alertsStay), [
    { id: 'schedule', title: buttons.schedule },
    { id: 'summary', title: words.buttons.summary },
  ])
}

export const quietSetReply = (quiet: QuietHours, shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  const { schedule, buttons } = words.speaking
  const isNever = quiet.from === quiet.to
  return textReply(
    lines(
      `${isNever ? '🔔' : '🤫'} ${bold(quietText(quiet, shop))}`,
      isNever ? null : schedule.quietNow,
      isNever || quiet.urgentAnyway ? null : schedule.urgentHow(hoursSaid(quiet)),
    ),
    [{ id: 'schedule', title: buttons.schedule }],
  )
}

/** `21-6`, `21.30-6`, as an owner would type them. */
const hoursSaid = ({ from, to }: QuietHours): string => `${hourSaid(from)}-${hourSaid(to)}`

const hourSaid = (minute: number): string => {
  const past = minute % 60
  return `${Math.floor(minute / 60)}${past === 0 ? '' : `.${String(past).padStart(2, '0')}`}`
}

/** One line, because who says stop wants no more. */
export const stoppedReply = (shop: Shop): Reply => {
  const { speaking } = voiceOf(shop).words
  return textReply(`🔕 ${speaking.stopped}`, [{ id: 'resume', title: speaking.buttons.resume }])
}

export const resumedReply = (shop: Shop): Reply => {
  const { speaking, buttons } = voiceOf(shop).words
  return textReply(`🔔 ${speaking.resumed}`, [
    { id: 'schedule', title: speaking.buttons.schedule },
    { id: 'summary', title: buttons.summary },
  ])
}

export const digestText = (digest: Digest, shop: Shop): string => {
  const { schedule } = voiceOf(shop).words.speaking
  const time = clock(digest.minute, shop.language)
  return digest.kind === 'daily'
    ? schedule.daily(time)
    : schedule.weekly(weekdayName(digest.weekday, shop.language), time)
}

const quietText = (quiet: QuietHours, shop: Shop): string => {
  const { schedule } = voiceOf(shop).words.speaking
  if (quiet.from === quiet.to) return schedule.notQuiet
  const [from, to] = [clock(quiet.from, shop.language), clock(quiet.to, shop.language)]
  return quiet.urgentAnyway ? schedule.quietButUrgent(from, to) : schedule.quiet(from, to)
}
