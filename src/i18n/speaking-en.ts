/** Summaries that come by themselves, quiet hours, low stock, and `stop`. */
export const speakingEnglish = {
  buttons: {
    schedule: 'Schedule',
    daily: (time: string) => `Daily at ${time}`,
    weekly: (day: string, time: string) => `${day} at ${time}`,
    off: 'Stop summaries',
    alerts: 'Alert settings',
    resume: 'Start again',
  },
  schedule: {
    title: 'What I send by myself',
    daily: (time: string) => `Summary every day at ${time}`,
    weekly: (day: string, time: string) => `Summary of the week every ${day} at ${time}`,
    none: 'No summary by itself yet',
    quiet: (from: string, to: string) => `Quiet from ${from} to ${to}`,
    quietButUrgent: (from: string, to: string) =>
      `Quiet from ${from} to ${to}, except when a branch sells nothing`,
    notQuiet: 'No quiet hours',
    atMost: 'At most one message a day, and none when there is nothing new.',
    how: 'To change: *schedule daily 9*, *do not disturb 22-6*, *stop*',
    hushed: 'You said *stop*, so I send you nothing by myself. Type *start* to have it back.',
    first: (day: string) => `The first one comes on ${day}. Without new sales I stay silent.`,
    inQuiet: 'That is within your quiet hours; this one comes all the same, you picked the hour.',
    off: 'No more summaries by themselves',
    alertsStay: 'Alerts stay as they are. Type *schedule* to see everything.',
    quietNow: 'What comes up meanwhile is told afterwards.',
    urgentHow: (hours: string) =>
      `For urgent things at night too: *do not disturb ${hours} except urgent*`,
  },
  sentEarly: 'The file was sent before that day was over, so it is not compared yet.',
  stopped: 'Done, I send you nothing by myself any more. Ask me any time; *start* brings it back.',
  resumed: 'Good, alerts and summaries come again as before.',
  lowStock: {
    title: (product: string, days: string) => `${product} lasts ${days}`,
    days: (days: number) => {
      if (days < 1) return 'less than a day'
      return days === 1 ? '±1 day' : `±${days} days`
    },
    out: (product: string) => `${product} is sold out`,
    detail: (left: string, perDay: string) => `${left} left · ±${perDay} sold a day`,
    delivery: (days: number) => `delivery takes ${days} ${days === 1 ? 'day' : 'days'}`,
    also: (list: string) => `Also low: ${list}`,
    line: (list: string) => `Low stock: ${list}`,
    item: (product: string, days: string) => `${product} (${days})`,
    itemOut: (product: string) => `${product} (sold out)`,
    muted: 'Fine, no more word when stock runs low. Type *alerts on* to have it back.',
  },
}
