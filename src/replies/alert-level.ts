import { ALERTS_A_MONTH, type AlertLevel } from '../analytics/alert-rules.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { lines, type Voice, voiceOf } from './voice.ts'

/** How the shop's bell stands. */
export type BellState = {
  readonly level: AlertLevel
  /** Alerts of the last thirty days. */
  readonly lately: number
  /** Of the newest labelled alerts so many were worth it. */
  readonly labelled: number
  readonly useful: number
}

/** How often alerts come, how the last ones were judged, and how to change it. */
export const alertLevelReply = (state: BellState, shop: Shop, hasChanged = false): Reply => {
  const voice = voiceOf(shop)
  const { level, lately, labelled, useful } = state
  const { settings } = voice.words.watch
  return textReply(
    lines(
      `${level === 'off' ? '🔕' : '🔔'} ${bold(settings.level[level])}`,
      level === 'off' ? settings.stillThere : settings.budget(ALERTS_A_MONTH[level]),
      hasChanged ? null : settings.lately(lately),
      hasChanged || labelled === 0 ? null : settings.useful(useful, labelled),
    ),
    choicesAt(level, voice),
  )
}

const choicesAt = (level: AlertLevel, { words }: Voice): Choice[] => {
  const { buttons } = words.watch
  const choices: readonly (Choice & { readonly to: AlertLevel })[] = [
    { to: 'usual', id: 'alerts:usual', title: buttons.alertsOn },
    { to: 'less', id: 'alerts:less', title: buttons.alertsLess },
    { to: 'more', id: 'alerts:more', title: buttons.alertsMore },
    { to: 'off', id: 'alerts:off', title: buttons.alertsOff },
  ]
  return choices
    .filter(({ to }) => to !== level)
    .slice(0, BUTTONS_MAX)
    .map(({ id, title }) => ({ id, title }))
}

/** Up to three choices are buttons. */
const BUTTONS_MAX = 3

/** The bell stops by itself: fewer than half of the last alerts were worth a message. */
export const alertsStoppedReply = (
  { useful, labelled }: Pick<BellState, 'useful' | 'labelled'>,
  shop: Shop,
): Reply => {
  const { words } = voiceOf(shop)
  return textReply(
    lines(
      `🔕 ${bold(words.watch.settings.stopped)}`,
      words.watch.settings.useful(useful, labelled),
      words.watch.settings.stillThere,
    ),
    [
      { id: 'alerts:less', title: words.watch.buttons.alertsLess },
      { id: 'alerts:usual', title: words.watch.buttons.alertsOn },
      { id: 'summary', title: words.buttons.summary },
    ],
  )
}
