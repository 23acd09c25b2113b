import type { Anomaly } from '../analytics/findings.ts'
import { capital } from '../i18n/capital.ts'
import { dayName, longDay } from '../i18n/numbers.ts'
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
export const alertReply = (anomaly: Anomaly, shop: Shop, told: AlertTold): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const causes = causesText(anomaly.causes, voice, amountsIn(told.measure, voice))
  const sign = anomaly.direction === 'up' ? '📈' : '⚠️'
  return textReply(
    lines(
      `${sign} ${bold(what(anomaly, voice, told.measure))} ${nearDay(anomaly.day, told.today, shop)}`,
      usualLine(anomaly, shop, told.measure),
      anomaly.zeroDay ? words.alert.zeroAsk : null,
      causes === null || anomaly.zeroDay ? null : words.why.causes(causes),
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
  const { amount, range } = amountsIn(measure, voice)
  const { words } = voice
  const head = what(anomaly, voice, measure)
  const usual = words.alert.usualOnly(
    dayName(anomaly.day, shop.language),
    range(anomaly.usual.low, anomaly.usual.high),
  )
  const actual = anomaly.zeroDay ? head : words.alert.downTo(head, amount(anomaly.actual))
  return `${actual}; ${usual}`.replace(/\s+/g, ' ')
}

/** What the owner said about an alert, confirmed together with what follows from it. */
export const labelledReply = (label: 'closed' | 'normal' | 'promo' | 'mute', shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(`👍 ${words.alert.labelled[label]}`, [
    { id: 'summary', title: words.buttons.summary },
  ])
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
  if (anomaly.zeroDay) return words.alert.zero(who)
  const move = anomaly.direction === 'up' ? words.alert.up : words.alert.down
  const gap = Math.abs(anomaly.actual - anomaly.usual.likely)
  return move(who, amountsIn(measure, voice).amount(gap))
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

const choices = (anomaly: Anomaly, alertId: string, { words }: Voice): Choice[] => {
  const closed: Choice = { id: `label:${alertId}:closed`, title: words.buttons.closed }
  const promo: Choice = { id: `label:${alertId}:promo`, title: words.buttons.promo }
  return [
    anomaly.direction === 'up' ? promo : closed,
    { id: `label:${alertId}:normal`, title: words.buttons.normal },
    { id: `why:${anomaly.day}`, title: words.buttons.details },
  ]
}
