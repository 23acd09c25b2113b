import type { Alert, AlertLabel } from '../analytics/alert-rules.ts'
import type { Anomaly } from '../analytics/findings.ts'
import { capital } from '../i18n/capital.ts'
import { dayMonth, dayName, longDay } from '../i18n/numbers.ts'
import { addDays, type Day } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { amountsIn, type Measure } from './amount.ts'
import { causesText } from './causes.ts'
import { bold, italic } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { lines, type Voice, voiceOf } from './voice.ts'

/** What telling an alert needs beside the finding. `measure` is what the shop's files count in. */
export type AlertTold = {
  /** Comes back in taps as `label:ID:closed`. */
  readonly alertId: string
  readonly today: Day
  readonly measure: Measure
}

/** An unusual day, told in full: how much, against what, why, and one tap to say it was no surprise. */
export const alertReply = (anomaly: Alert, shop: Shop, told: AlertTold): Reply => {
  if (anomaly.lasting !== undefined) return lastingReply(anomaly, shop, told)
  const voice = voiceOf(shop)
  const { words } = voice
  const causes = causesText(anomaly.causes, voice, amountsIn(told.measure, voice))
  const sign = anomaly.direction === 'up' ? '📈' : '⚠️'
  return textReply(
    lines(
      `${sign} ${bold(what(anomaly, voice, told.measure))} ${datedDay(anomaly.day, told.today, shop)}`,
      usualLine(anomaly, shop, told.measure),
      anomaly.zeroDay ? words.alert.zeroAsk : null,
      causes === null || anomaly.zeroDay ? null : words.why.causes(causes),
      alsoLine(anomaly, voice, told.measure),
      anomaly.othersNormal && anomaly.scope.kind === 'branch'
        ? italic(words.alert.othersNormal)
        : null,
    ),
    choices(anomaly, told.alertId, voice),
  )
}

/**
 * The same as one line, for a template's parameter: WhatsApp refuses line breaks there. The template's
 * own sentence names shop and day before it and ends with a full stop after it.
 */
export const alertLine = (anomaly: Anomaly, shop: Shop, measure: Measure): string => {
  const voice = voiceOf(shop)
  const { amount, about, range } = amountsIn(measure, voice)
  const { words } = voice
  const head = what(anomaly, voice, measure)
  if (anomaly.lasting !== undefined) {
    const perDay = words.watch.perDay(about(anomaly.actual), about(anomaly.usual.likely))
    return `${head}; ${perDay}`.replace(/\s+/g, ' ')
  }
  const usual = words.alert.usualOnly(
    dayName(anomaly.day, shop.language),
    range(anomaly.usual.low, anomaly.usual.high),
  )
  const actual = anomaly.zeroDay ? head : words.alert.downTo(head, amount(anomaly.actual))
  return `${actual}; ${usual}`.replace(/\s+/g, ' ')
}

/** What the owner said about an alert, confirmed together with what follows from it. */
export const labelledReply = (label: AlertLabel, shop: Shop, alertId = 'latest'): Reply => {
  const { words } = voiceOf(shop)
  const next = { id: 'summary', title: words.buttons.summary }
  const said = label === 'missing' ? words.watch.labelled.missing : words.alert.labelled[label]
  // Ordinary once more: perhaps nobody wants to hear of it at all.
  if (label !== 'normal') return textReply(`👍 ${said}`, [next])
  const mute = { id: `label:${alertId}:mute`, title: words.buttons.mute }
  return textReply(lines(`👍 ${said}`, words.watch.muteAsk), [mute, next])
}

/** An alert that was asked for and is not there (any more). */
export const alertGoneReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.alert.gone, [{ id: 'summary', title: words.buttons.summary }])
}

/** `Cabang Dago turun Rp 870 rb`. */
export const what = (anomaly: Anomaly, voice: Voice, measure: Measure): string => {
  const { words } = voice
  const who = whose(anomaly, voice)
  if (anomaly.lasting !== undefined) {
    const size = voice.percent(Math.abs(anomaly.actual / Math.max(1, anomaly.usual.likely) - 1))
    const turn = anomaly.lasting.kind === 'level' ? words.watch.level : words.watch.slump
    return `${turn[anomaly.direction](who, size)}`
  }
  if (anomaly.zeroDay) return words.alert.zero(who)
  const move = anomaly.direction === 'up' ? words.alert.up : words.alert.down
  const gap = Math.abs(anomaly.actual - anomaly.usual.likely)
  return move(who, amountsIn(measure, voice).about(gap))
}

const whose = ({ scope }: Anomaly, { words, name }: Voice): string => {
  switch (scope.kind) {
    case 'shop':
      return words.alert.shop
    case 'branch':
      return words.alert.branch(name(scope.name))
    case 'product':
      return name(scope.name)
  }
}

const usualLine = (anomaly: Anomaly, shop: Shop, measure: Measure): string => {
  const voice = voiceOf(shop)
  const { amount, range } = amountsIn(measure, voice)
  const day = dayName(anomaly.day, shop.language)
  const usual = range(anomaly.usual.low, anomaly.usual.high)
  return anomaly.zeroDay
    ? capital(voice.words.alert.usualOnly(day, usual))
    : voice.words.alert.usual(amount(anomaly.actual), day, usual)
}

export const nearDay = (day: Day, today: Day, shop: Shop): string => {
  const { alert } = voiceOf(shop).words
  if (day === today) return alert.today
  if (day === addDays(today, -1)) return alert.yesterday
  return alert.on(longDay(day, shop.language))
}

/** An alert may be read days later than it was written: `kemarin` alone would then be another day. */
const datedDay = (day: Day, today: Day, shop: Shop): string => {
  const near = nearDay(day, today, shop)
  return day < addDays(today, -1) ? near : `${near} (${dayMonth(day, shop.language)})`
}

/** What else is news on that day, shorter. */
const alsoLine = ({ also = [] }: Alert, voice: Voice, measure: Measure): string | null =>
  also.length === 0
    ? null
    : voice.words.watch.also(also.map((other) => what(other, voice, measure)).join(', '))

/** A change that stays: how much a day against before, and what follows from it. */
const lastingReply = (anomaly: Alert, shop: Shop, told: AlertTold): Reply => {
  const voice = voiceOf(shop)
  const { watch, buttons } = voice.words
  const { about } = amountsIn(told.measure, voice)
  const since = anomaly.lasting?.since ?? anomaly.day
  return textReply(
    lines(
      `${anomaly.direction === 'up' ? '📈' : '📉'} ${bold(what(anomaly, voice, told.measure))} ${watch.since(longDay(since, shop.language))}`,
      capital(watch.perDay(about(anomaly.actual), about(anomaly.usual.likely))),
      anomaly.lasting?.kind === 'level' ? watch.levelNote : watch.slumpNote,
      alsoLine(anomaly, voice, told.measure),
    ),
    [
      { id: `label:${told.alertId}:normal`, title: buttons.normal },
      { id: `why:alert:${told.alertId}`, title: buttons.details },
      { id: 'chart', title: buttons.chart },
    ],
  )
}

const choices = (anomaly: Anomaly, alertId: string, { words }: Voice): Choice[] => {
  const closed: Choice = { id: `label:${alertId}:closed`, title: words.buttons.closed }
  const promo: Choice = { id: `label:${alertId}:promo`, title: words.buttons.promo }
  // A branch without one sale: nothing is ordinary about it, its file may just not be there yet.
  const second: Choice =
    anomaly.zeroDay && anomaly.scope.kind !== 'product'
      ? { id: `label:${alertId}:missing`, title: words.watch.buttons.missing }
      : { id: `label:${alertId}:normal`, title: words.buttons.normal }
  return [
    anomaly.direction === 'up' ? promo : closed,
    second,
    { id: `why:alert:${alertId}`, title: words.buttons.details },
  ]
}
