import type { Forecast, ForecastDay, Range } from '../analytics/findings.ts'
import { HORIZON_MAX } from '../analytics/forecast-question.ts'
import { spokenBy } from '../i18n/locale.ts'
import { dayName, longDay, quantityRange, shortDay, weekdayShort } from '../i18n/numbers.ts'
import { toldTap } from '../intent/told-days.ts'
import { addDays, type Day, daysBetween, type Span } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { amountsIn } from './amount.ts'
import { bold, italic } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { closedTitle, isClosedOn, specialLine, specialOn } from './special-day.ts'
import { item, lines, listed, type Voice, voiceOf } from './voice.ts'

/** Fewer open days than this make any range a rough one. */
const ROUGH_UNDER_OPEN_DAYS = 14
const PRODUCTS_SHOWN = 3

/** `span` is what was asked for; null is the first day forecast. */
export type ForecastAsked = {
  readonly today: Day
  readonly span: Span | null
  /** A branch or products by the name they were asked with; absent: the whole shop. */
  readonly about?: string
}

/** What is likely to sell, as ranges that keep score of themselves. */
export const forecastReply = (forecast: Forecast, shop: Shop, asked: ForecastAsked): Reply => {
  const { words } = voiceOf(shop)
  const days = forecast.total.filter((each) => isAsked(each.day, forecast, asked))
  const [first] = days
  if (first === undefined || forecast.openDays === 0) return tooLittleReply(shop)
  const told = { shop, asked }
  const body = days.length > 1 ? severalDays(forecast, days, told) : oneDay(forecast, first, told)
  return textReply(
    lines(
      ...body,
      isRough(forecast) ? words.forecast.rough : null,
      italic(basis(forecast, days, shop)),
    ),
    choices(forecast, days, told),
  )
}

type Told = { readonly shop: Shop; readonly asked: ForecastAsked }

/** `Ada acara besok` under tomorrow's forecast: the one thing we cannot know. */
const choices = (
  forecast: Forecast,
  days: readonly ForecastDay[],
  { shop, asked }: Told,
): Choice[] => {
  const { words } = voiceOf(shop)
  const tomorrow = addDays(asked.today, 1)
  const [day] = days
  const isTomorrow =
    asked.about === undefined &&
    days.length === 1 &&
    day?.day === tomorrow &&
    !isClosedOn(forecast, tomorrow)
  const isEvent = specialOn(forecast, tomorrow)?.kind === 'event'
  return [
    isTomorrow && !isEvent
      ? {
          id: toldTap('event', { from: tomorrow, to: tomorrow }),
          title: words.buttons.eventTomorrow,
        }
      : { id: 'summary', title: words.buttons.summary },
    { id: 'restock', title: words.buttons.restock },
    days.length > 1
      ? { id: 'forecast', title: words.buttons.forecast }
      : { id: 'forecast:7', title: words.buttons.sevenDays },
  ]
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

const oneDay = (forecast: Forecast, day: ForecastDay, { shop, asked }: Told): (string | null)[] => {
  const voice = voiceOf(shop)
  const { words } = voice
  const when = nearDay(day.day, asked.today, shop)
  if (isClosedOn(forecast, day.day)) return closedDay(forecast, day, { shop, asked, when })
  const revenue = forecast.revenue.find((each) => each.day === day.day)
  const units = isUnits(forecast, asked)
  const amount = units ? range(day, shop) : moneyOf(revenue, voice)
  return [
    `🔮 ${bold(words.summary.title(when, headline(amount, units, { shop, asked })))}`,
    units && day.high > 0 ? likelyLine(day, revenue, voice) : null,
    specialLine(forecast, day.day, shop),
    units ? scoreLine(forecast, shop, asked.today) : null,
    classLine(forecast, { shop, asked }),
    ...partLines(forecast, day.day, { shop, asked }),
  ]
}

/** `52-70 barang`, `Mawar Merah 30-42`. */
const headline = (amount: string, isCounted: boolean, { shop, asked }: Told): string => {
  const { words, name } = voiceOf(shop)
  if (asked.about !== undefined) return words.forecast.of(name(asked.about), amount)
  return isCounted ? words.forecast.items(amount) : amount
}

/** One product asked for by name: why its figure is rough or nothing. */
const classLine = ({ products }: Forecast, { shop, asked }: Told): string | null => {
  const [only, ...others] = products
  if (asked.about === undefined || only === undefined || others.length > 0) return null
  const { words, name } = voiceOf(shop)
  const said = {
    asleep: words.forecast.asleep,
    rare: words.forecast.rare,
    new: words.forecast.young,
    regular: null,
  }[only.class]
  return said === null ? null : said(name(only.product))
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
  { shop, asked, when }: Told & { readonly when: string },
): (string | null)[] => {
  const voice = voiceOf(shop)
  const { words, name } = voice
  const units = forecast.revenue.length === 0 || isUnits(forecast, asked)
  const days = units ? forecast.total : forecast.revenue
  const next = days.find((each) => each.day > day.day && !isClosedOn(forecast, each.day))
  const { range: spread } = amountsIn(units ? 'units' : 'money', voice)
  const title = `🔮 ${bold(closedTitle(forecast, day.day, { when, shop }))}`
  if (next === undefined) return [title]
  const amount = spread(next.low, next.high)
  const about = asked.about === undefined ? amount : words.forecast.of(name(asked.about), amount)
  return [
    title,
    words.forecast.nextOpen(longDay(next.day, shop.language), about),
    ...partLines(forecast, next.day, { shop, asked }),
  ]
}

/** Ranges of single days do not add up to the range of a week, so the week says one middle figure. */
const severalDays = (
  forecast: Forecast,
  days: readonly ForecastDay[],
  { shop, asked }: Told,
): (string | null)[] => {
  const voice = voiceOf(shop)
  const { words } = voice
  const units = isUnits(forecast, asked)
  const shown = units ? days : moneyDays(forecast, days)
  const sum = shown.reduce((total, { likely }) => total + likely, 0)
  const amount = units ? voice.whole(rounded(sum)) : voice.money(sum)
  const title =
    asked.about === undefined
      ? words.forecast.about(headline(amount, units, { shop, asked }))
      : headline(words.forecast.about(amount), units, { shop, asked })
  const spoken = shown.slice(0, HORIZON_MAX).map((each) => {
    const day =
      shown.length > 7 ? shortDay(each.day, shop.language) : weekdayShort(each.day, shop.language)
    return `${day} ${isClosedOn(forecast, each.day) ? words.forecast.closed : dayRange(each, units, voice)}`
  })
  return [
    `🔮 ${bold(words.summary.title(words.forecast.days(days.length), title))}`,
    ...inLines(spoken).map((line) => item(line.join(' · '))),
    firstSpecial(forecast, days, shop),
    isCut(days, asked) ? words.forecast.beyond(HORIZON_MAX) : null,
    classLine(forecast, { shop, asked }),
  ]
}

/** Two days a line: a week keeps within seven lines; a month takes a week a line, as a calendar does. */
const DAYS_A_LINE = 2
const SHORT_DAYS_MAX = 8
const LONG_DAYS_A_LINE = 4

const inLines = (days: readonly string[]): string[][] => {
  const size = days.length > SHORT_DAYS_MAX ? LONG_DAYS_A_LINE : DAYS_A_LINE
  return Array.from({ length: Math.ceil(days.length / size) }, (_, i) =>
    days.slice(i * size, (i + 1) * size),
  )
}

const isCut = (days: readonly ForecastDay[], { span }: ForecastAsked): boolean =>
  span !== null && (days.at(-1)?.day ?? span.to) < span.to

/** The first special day among them, by name: the others show in their figures. */
const firstSpecial = (
  forecast: Forecast,
  days: readonly ForecastDay[],
  shop: Shop,
): string | null => {
  for (const { day } of days) {
    const special = specialOn(forecast, day)
    if (special === undefined) continue
    if (isClosedOn(forecast, day)) {
      return closedTitle(forecast, day, { when: shortDay(day, shop.language), shop })
    }
    const line = specialLine(forecast, day, shop)
    if (line !== null) return `${shortDay(day, shop.language)}: ${line}`
  }
  return null
}

const dayRange = (day: ForecastDay, units: boolean, voice: Voice): string =>
  units ? voice.quantityRange(day.low, day.high) : voice.moneyRange(day.low, day.high)

const moneyDays = (forecast: Forecast, days: readonly ForecastDay[]): readonly ForecastDay[] =>
  forecast.revenue.filter(({ day }) => days.some((each) => each.day === day))

/** Files without quantities are forecast in money; a product is always counted. */
const isUnits = ({ total, revenue }: Forecast, { about }: { readonly about?: string }): boolean =>
  total.some(({ likely, high }) => likely + high > 0) ||
  (about !== undefined && revenue.length === 0)

/** Seven lines at most: where a line says that it is rough or special, one part waits. */
const partLines = (forecast: Forecast, day: Day, { shop, asked }: Told): string[] => {
  const isLonger = isRough(forecast) || specialLine(forecast, day, shop) !== null
  return partsOf(forecast, asked)
    .flatMap(({ name, days }) => {
      const found = days.find((each) => each.day === day)
      return found && rounded(found.high) > 0 ? [{ name, found }] : []
    })
    .slice(0, isLonger ? PRODUCTS_SHOWN - 1 : PRODUCTS_SHOWN)
    .map(({ name, found }) => item(`${voiceOf(shop).name(name)} ${range(found, shop)}`))
}

type Part = { readonly name: string; readonly days: readonly ForecastDay[] }

/** A product's parts are its branches; everything else is made of products. */
const partsOf = ({ products }: Forecast, { about }: ForecastAsked): Part[] => {
  const [only, ...others] = products
  if (about !== undefined && only !== undefined && others.length === 0) {
    return (only.branches ?? []).map(({ branch, days }) => ({ name: branch, days }))
  }
  return products.map(({ product, days }) => ({ name: product, days }))
}

/** Said openly, right or wrong: `Sabtu lalu perkiraan 48-66, terjual 57 ✅`. */
const scoreLine = (forecast: Forecast, shop: Shop, today: Day): string | null => {
  const { words, whole } = voiceOf(shop)
  if (forecast.score === null) return null
  const { day, range: said, actual } = forecast.score
  const [spread, sold] = [range(said, shop), whole(rounded(actual))]
  const isRecent = daysBetween(day, today) <= 7
  const when = isRecent
    ? words.forecast.scoreDay(dayName(day, shop.language))
    : shortDay(day, shop.language)
  const line =
    forecast.score.kept === true
      ? words.forecast.score(when, spread, sold)
      : words.forecast.tested(shortDay(day, shop.language), spread, sold)
  const hit = rounded(actual) >= rounded(said.low) && rounded(actual) <= rounded(said.high)
  return hit ? `${line} ✅` : `${line}, ${words.forecast.missed}`
}

const nearDay = (day: Day, today: Day, shop: Shop): string => {
  const { words } = voiceOf(shop)
  if (day === today) return words.forecast.today(dayName(day, shop.language))
  if (day === addDays(today, 1)) return words.forecast.tomorrow(dayName(day, shop.language))
  return longDay(day, shop.language)
}

const basis = (forecast: Forecast, days: readonly ForecastDay[], shop: Shop): string => {
  const { words } = voiceOf(shop)
  const { from, to } = forecast.basis.span
  const weeks = Math.floor((daysBetween(from, to) + 1) / 7)
  const history =
    weeks >= 2 ? words.forecast.weeks(weeks) : words.forecast.openDays(forecast.openDays)
  const isTold = days.some(({ day }) => specialOn(forecast, day)?.kind === 'event')
  return listed(' ', [
    words.forecast.basis(history, shortDay(to, shop.language)),
    isTold ? null : words.forecast.noEvents,
  ])
}

const range = ({ low, high }: Range, shop: Shop): string => quantityRange(low, high, spokenBy(shop))
const moneyOf = (day: Range | undefined, voice: Voice): string =>
  day === undefined ? '' : voice.moneyRange(day.low, day.high)
const rounded = (thousandths: number): number => Math.round(thousandths / QUANTITY_ONE)
