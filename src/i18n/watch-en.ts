/** Alerts that last, questions about files, and how often the bell rings. */
export const watchEnglish = {
  buttons: {
    later: 'I will send it',
    missing: 'File still missing',
    alertsOn: 'Alerts as usual',
    alertsLess: 'Fewer alerts',
    alertsMore: 'More alerts',
    alertsOff: 'Alerts off',
  },
  /** Several things on one day: the second and third in a line of their own. */
  also: (list: string) => `Also: ${list}`,
  slump: {
    down: (who: string, percent: string) => `${who} slowly down ${percent}`,
    up: (who: string, percent: string) => `${who} slowly up ${percent}`,
  },
  level: {
    down: (who: string, percent: string) => `${who} stays ${percent} lower`,
    up: (who: string, percent: string) => `${who} stays ${percent} higher`,
  },
  since: (day: string) => `since ${day}`,
  perDay: (actual: string, usual: string) => `±${actual} a day, before that ±${usual}`,
  slumpNote: 'No single day stands out, so it is easy to miss.',
  levelNote: 'From now on I take this as the usual, so I will not ring for it again.',
  everywhere: {
    down: (most: string) => `nearly every product is down, ${most} most`,
    up: (most: string) => `nearly every product is up, ${most} most`,
  },
  price: {
    fewer: (percent: string) => `units sold down by ${percent}`,
    more: (percent: string) => `units sold up by ${percent}`,
    cheaper: (percent: string) => `average price down by ${percent}`,
    dearer: (percent: string) => `average price up by ${percent}`,
  },
  reminder: {
    title: (when: string) => `No sales file yet for ${when}`,
    ask: (day: string) =>
      `The last one goes up to ${day}. Was the shop closed, or is the file still to come?`,
    next: 'Just send it here, nothing is counted twice.',
    line: (day: string) => `the last file ends on ${day}`,
    answered: {
      closed: 'Noted: *shop was closed*. Those days do not count as falls.',
      later: 'Fine, send it whenever it suits you. I will not ask again.',
      mute: 'Fine, I will not ask about missing files any more. Type *alerts on* to have it back.',
    },
  },
  settings: {
    level: {
      off: 'Alerts are off',
      less: 'Fewer alerts',
      usual: 'Alerts as usual',
      more: 'More alerts',
    },
    budget: (perMonth: number) =>
      `About ${perMonth} a month, never more than one a day, only when something matters.`,
    stillThere: 'You can always ask *summary* or *why*. Type *alerts on* to hear from me again.',
    lately: (count: number) =>
      `${count === 0 ? 'No' : count} ${count === 1 ? 'alert' : 'alerts'} in the last 30 days.`,
    useful: (useful: number, labelled: number) =>
      `Of the last ${labelled} you judged, ${useful} were worth it.`,
    stopped: 'I stop my alerts for now',
  },
  labelled: {
    missing: 'Noted: *file still missing*. Send it here and the day is complete.',
  },
  muteAsk: 'If you never want to hear of this one, tap below.',
}
