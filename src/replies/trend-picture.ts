import type { Anomaly, ForecastDay, Summary } from '../analytics/findings.ts'
import type { TrendChartInput } from '../charts/trend.ts'
import { dayMonth, daySpan } from '../i18n/numbers.ts'
import { measureOf } from './amount.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import { altLine, captioned, type Picture, type PictureFrame } from './picture.ts'
import { comparisonLine, takings } from './summary.ts'
import { listed, pictureName, type Voice, voiceOf } from './voice.ts'

/** What the trend picture shows, before words. */
export type TrendFindings = {
  /** Rising days, net money in minor units (thousandths without money); null where nothing is known. */
  readonly days: TrendChartInput['days']
  readonly anomalies: readonly Anomaly[]
  readonly fan: readonly ForecastDay[]
}

/** Sales day by day with marked days and the days to come; one sentence above, its words below. */
export const trendPicture = (
  trend: TrendFindings,
  summary: Summary,
  frame: PictureFrame,
): Picture<TrendChartInput> => {
  const { shop, undrawable } = frame
  const voice = voiceOf(shop)
  const { pictures, summary: said } = voice.words
  const headline = said.title(voice.when(summary.span), takings(summary, voice))
  const shown = shownSpan(trend, shop)
  const measure = measureOf(summary.sums)
  return {
    input: {
      headline,
      note: (measure === 'money' ? pictures.trend.money : pictures.trend.units)(shown),
      days: trend.days,
      anomalies: trend.anomalies.map((anomaly) => ({
        day: anomaly.day,
        direction: anomaly.direction,
        label: markOf(anomaly, voice, undrawable),
      })),
      fan: trend.fan,
      forecastLabel: pictures.forecast(trend.fan.length),
      money: measure === 'money' ? voice.money : voice.quantity,
      dayLabel: (day) => dayMonth(day, shop.language),
    },
    reply: captioned(
      'trend',
      frame,
      `📈 ${bold(headline)}`,
      comparisonLine(summary, shop),
      habitLine(summary, voice),
      altLine(altOf(trend, shown, voice), voice),
      basisLine(summary.basis, shop, { withSpan: summary.span.from !== summary.span.to }),
    ),
  }
}

const shownSpan = ({ days }: TrendFindings, { language }: PictureFrame['shop']): string => {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  return first && last ? daySpan({ from: first, to: last }, language) : ''
}

const altOf = ({ anomalies, fan }: TrendFindings, shown: string, voice: Voice): string => {
  const { trend } = voice.words.pictures
  return listed(', ', [
    trend.shows(shown),
    anomalies.length > 0 ? trend.marks(anomalies.length) : null,
    fan.length > 0 ? trend.ahead(fan.length) : null,
  ])
}

const habitLine = ({ trend }: Summary, { words, percent }: Voice): string | null => {
  if (trend === null) return null
  if (trend.direction === 'flat') return words.summary.trendFlat
  const say = trend.direction === 'up' ? words.summary.trendUp : words.summary.trendDown
  return say(percent(trend.change))
}

/** `45%` for the shop as a whole, `Dago 45%` for a part of it. */
const markOf = (anomaly: Anomaly, voice: Voice, undrawable: ReadonlySet<string>): string => {
  const what = anomaly.zeroDay ? voice.words.chart.zero : voice.percent(changeOf(anomaly))
  const { scope } = anomaly
  const isNamed = scope.kind !== 'shop' && !undrawable.has(scope.name)
  return isNamed ? `${pictureName(scope.name, MARK_NAME_CHARS_MAX)} ${what}` : what
}

/** A mark is a word, not a line. */
const MARK_NAME_CHARS_MAX = 18

const changeOf = ({ actual, usual }: Anomaly): number =>
  usual.likely === 0 ? 1 : (actual - usual.likely) / usual.likely
