import type { Anomaly, ForecastDay, Summary } from '../analytics/findings.ts'
import type { TrendChartInput } from '../charts/trend.ts'
import { dayMonth, daySpan } from '../i18n/numbers.ts'
import type { Shop } from '../sales/shop.ts'
import { takings } from './summary.ts'
import { type Voice, voiceOf } from './voice.ts'

/** What the trend picture shows, before words. */
export type TrendFindings = {
  /** Rising days, net money in minor units; null where nothing is known. */
  readonly days: TrendChartInput['days']
  readonly anomalies: readonly Anomaly[]
  readonly fan: readonly ForecastDay[]
}

/** The trend picture in the shop's language: one sentence above, marked days, the days to come. */
export const trendPicture = (
  trend: TrendFindings,
  summary: Summary,
  shop: Shop,
): TrendChartInput => {
  const voice = voiceOf(shop)
  const { words } = voice
  const [first, last] = [trend.days[0]?.day, trend.days.at(-1)?.day]
  const shown = first && last ? daySpan({ from: first, to: last }, shop.language) : ''
  return {
    headline: words.summary.title(voice.when(summary.span), takings(summary, voice)),
    note: words.chart.note(shown),
    days: trend.days,
    anomalies: trend.anomalies.map((anomaly) => ({
      day: anomaly.day,
      direction: anomaly.direction,
      label: markOf(anomaly, voice),
    })),
    fan: trend.fan,
    forecastLabel: words.buttons.forecast,
    money: voice.money,
    dayLabel: (day) => dayMonth(day, shop.language),
  }
}

/** `45%` for the shop as a whole, `Dago 45%` for a part of it. */
const markOf = (anomaly: Anomaly, voice: Voice): string => {
  const what = anomaly.zeroDay ? voice.words.chart.zero : voice.percent(changeOf(anomaly))
  return anomaly.scope.kind === 'shop' ? what : `${voice.name(anomaly.scope.name)} ${what}`
}

const changeOf = ({ actual, usual }: Anomaly): number =>
  usual.likely === 0 ? 1 : (actual - usual.likely) / usual.likely
