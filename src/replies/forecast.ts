import type { Forecast, ForecastDay, Range } from '../analytics/findings.ts'
import { spokenBy } from '../i18n/locale.ts'
import { dayName, longDay, quantityRange, shortDay, weekdayShort } from '../i18n/numbers.ts'
import { addDays, type Day, daysBetween, type Span, weekdayOf } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { amountsIn } from './amount.ts'
import { bold, italic } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { item, lines, listed, type Voice, voiceOf } from './voice.ts'

/** Fewer open days than this make any range a rough one. */
const ROUGH_UNDER_OPEN_DAYS = 14
const PRODUCTS_SHOWN = 3

/** `span` is what was asked for; null is the first day forecast. */
export type ForecastAsked = { readonly today: Day; readonly span: Span | null }

/** What is likely to sell, as ranges that keep score of themselves. */
export const forecastReply = (forecast: Forecast, shop: Shop, asked: ForecastAsked): Reply => {
  const { words } = voiceOf(shop)
  const days = forecast.total.filter((each) => isAsked(each.day, forecast, asked))
  const [first] = days
  if (first === undefined || forecast.openDays === 0) return tooLittleReply(shop)
  const body =
    days.length > 1 ? severalDays(forecast, days, shop) : oneDay(forecast, first, { shop, asked })
  return textReply(
    lines(...body, isRough(forecast) ? words.forecast.rough : null, italic(basis(forecast, shop))),
    [
      days.length > 1
        ? { id: 'forecast', title: words.buttons.forecast }
        : { id: 'forecast:7', title: words.buttons.sevenDays },
      { id: 'restock', title: words.buttons.restock },
      { id: 'summary', title: words.buttons.summary },
    ],
  )
}

const isRough = ({ openDays }: Forecast): boolean => openDays < ROUGH_UNDER_OPEN_DAYS

export const tooLittleReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(words.forecast.tooLittle, words.forecast.tooLittleNext), [
    { id: 'export-help', title: words.buttons.exportHelp },
    { id: 'summary', title: words.buttons.summary },
  ])
}

const isAsked = (day: Day, forecast: Forecast, { span }: ForecastAsked): boolean =>
  span === null ? day === forecast.from : day >= span.from && day <= span.to

const oneDay = (
  forecast: Forecast,
  day: ForecastDay,
  { shop, asked }: { readonly shop: Shop; readonly asked: ForecastAsked },
): (string | null)[] => {
  const voice = voiceOf(shop)
  const { words } = voice
  const when = nearDay(day.day, asked.today, shop)
  if (isClosed(forecast, day.day)) return closedDay(forecast, day, { shop, when })
  const revenue = forecast.revenue.find((each) => each.day === day.day)
  const units = isUnits(forecast)
  const headline = units ? words.forecast.items(range(day, shop)) : moneyOf(revenue, voice)
  return [
    `🔮 ${bold(words.summary.title(when, headline))}`,
    units ? likelyLine(day, revenue, voice) : null,
    units ? scoreLine(forecast, shop, asked.today) : null,
    ...productLines(forecast, day.day, shop),
  ]
}

/** `Paling mungkin 60, omzet Rp 1,1-1,5 jt`; without prices there is no revenue to foresee. */
const likelyLine = (day: ForecastDay, revenue: Range | undefined, voice: Voice): string => {
  const { words, whole } = voice
  return listed(', ', [
    words.forecast.likely(whole(rounded(day.likely))),
    revenue && revenue.high > 0 ? words.forecast.revenue(moneyOf(revenue, voice)) : null,
  ])
}

const closedDay = (
  forecast: Forecast,
  day: ForecastDay,
  { shop, when }: { readonly shop: Shop; readonly when: string },
): (string | null)[] => {
  const voice = voiceOf(shop)
  const { words } = voice
  const days = isUnits(forecast) ? forecast.total : forecast.revenue
  const next = days.find((each) => each.day > day.day && !isClosed(forecast, each.day))
  const { range: spread } = amountsIn(isUnits(forecast) ? 'units' : 'money', voice)
  return [
    `🔮 ${bold(words.forecast.usuallyClosed(when))}`,
    next
      ? words.forecast.nextOpen(longDay(next.day, shop.language), spread(next.low, next.high))
      : null,
  ]
}

/** Ranges of single days do not add up to the range of a week, so the week says one middle figure. */
const severalDays = (
  forecast: Forecast,
  days: readonly ForecastDay[],
  shop: Shop,
): (string | null)[] => {
  const voice = voiceOf(shop)
  const { words } = voice
  const units = isUnits(forecast)
  const shown = units ? days : moneyDays(forecast, days)
  const sum = shown.reduce((total, { likely }) => total + likely, 0)
  const amount = units ? words.forecast.items(voice.whole(rounded(sum))) : voice.money(sum)
  const headline = words.forecast.about(amount)
  const spoken = shown.slice(0, DAYS_SHOWN).map((each) => {
    const day =
      shown.length > 7 ? shortDay(each.day, shop.language) : weekdayShort(each.day, shop.language)
    return `${day} ${isClosed(forecast, each.day) ? words.forecast.closed : dayRange(each, units, voice)}`
  })
  return [
    `🔮 ${bold(words.summary.title(words.forecast.days(days.length), headline))}`,
    ...pairs(spoken).map((pair) => item(pair.join(' · '))),
    shown.length > DAYS_SHOWN ? words.restock.more(shown.length - DAYS_SHOWN) : null,
  ]
}

/** Two days a line: a week keeps within seven lines. */
const DAYS_SHOWN = 8

const pairs = (days: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(days.length / 2) }, (_, i) => days.slice(i * 2, i * 2 + 2))

const dayRange = (day: ForecastDay, units: boolean, voice: Voice): string =>
  units ? voice.quantityRange(day.low, day.high) : voice.moneyRange(day.low, day.high)

const moneyDays = (forecast: Forecast, days: readonly ForecastDay[]): readonly ForecastDay[] =>
  forecast.revenue.filter(({ day }) => days.some((each) => each.day === day))

/** Files without quantities are forecast in money. */
const isUnits = ({ total }: Forecast): boolean =>
  total.some(({ likely, high }) => likely + high > 0)

const isClosed = ({ closedWeekdays }: Forecast, day: Day): boolean =>
  closedWeekdays.includes(weekdayOf(day))

/** Seven lines at most: where a line says that it is rough, one product waits. */
const productLines = (forecast: Forecast, day: Day, shop: Shop): string[] =>
  forecast.products
    .flatMap(({ product, days }) => {
      const found = days.find((each) => each.day === day)
      return found && rounded(found.high) > 0 ? [{ product, found }] : []
    })
    .slice(0, isRough(forecast) ? PRODUCTS_SHOWN - 1 : PRODUCTS_SHOWN)
    .map(({ product, found }) => item(`${voiceOf(shop).name(product)} ${range(found, shop)}`))

/** Said openly, right or wrong: `Sabtu lalu perkiraan 48-66, terjual 57 ✅`. */
const scoreLine = (forecast: Forecast, shop: Shop, today: Day): string | null => {
  const { words, whole } = voiceOf(shop)
  if (forecast.score === null) return null
  const { day, range: said, actual } = forecast.score
  const isRecent = daysBetween(day, today) <= 7
  const when = isRecent
    ? words.forecast.scoreDay(dayName(day, shop.language))
    : shortDay(day, shop.language)
  const line = words.forecast.score(when, range(said, shop), whole(rounded(actual)))
  const hit = rounded(actual) >= rounded(said.low) && rounded(actual) <= rounded(said.high)
  return hit ? `${line} ✅` : `${line}, ${words.forecast.missed}`
}

const nearDay = (day: Day, today: Day, shop: Shop): string => {
  const { words } = voiceOf(shop)
  if (day === today) return words.forecast.today(dayName(day, shop.language))
  if (day === addDays(today, 1)) return words.forecast.tomorrow(dayName(day, shop.language))
  return longDay(day, shop.language)
}

const basis = (forecast: Forecast, shop: Shop): string => {
  const { words } = voiceOf(shop)
  const { from, to } = forecast.basis.span
  const weeks = Math.floor((daysBetween(from, to) + 1) / 7)
  const history =
    weeks >= 2 ? words.forecast.weeks(weeks) : words.forecast.openDays(forecast.openDays)
  return words.forecast.basis(history, shortDay(to, shop.language))
}

const range = ({ low, high }: Range, shop: Shop): string => quantityRange(low, high, spokenBy(shop))
const moneyOf = (day: Range | undefined, voice: Voice): string =>
  day === undefined ? '' : voice.moneyRange(day.low, day.high)
const rounded = (thousandths: number): number => Math.round(thousandths / QUANTITY_ONE)
