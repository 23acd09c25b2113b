import type { Forecast, SpecialForecast } from '../analytics/findings.ts'
import { capital } from '../i18n/capital.ts'
import { type Day, weekdayOf } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { type Voice, voiceOf } from './voice.ts'

/** What is special about a day ahead; undefined on an ordinary one. */
export const specialOn = ({ special }: Forecast, day: Day): SpecialForecast | undefined =>
  special.find((each) => each.day === day)

/** Nothing is expected to sell: told, a holiday, as last year, or by weekday unless told otherwise. */
export const isClosedOn = (forecast: Forecast, day: Day): boolean => {
  const kind = specialOn(forecast, day)?.kind
  if (kind?.endsWith('closed')) return true
  return forecast.closedWeekdays.includes(weekdayOf(day)) && !opensAnyway(kind)
}

const opensAnyway = (kind: SpecialForecast['kind'] | undefined): boolean =>
  kind === 'told-open' || kind === 'event'

/** `Kamis 25 Des: Natal, biasanya Anda tutup`. */
export const closedTitle = (forecast: Forecast, day: Day, told: { when: string; shop: Shop }) => {
  const { words } = voiceOf(told.shop)
  const special = specialOn(forecast, day)
  const name = special?.name?.[told.shop.language]
  switch (special?.kind) {
    case 'told-closed':
      return words.forecast.toldClosed(told.when)
    case 'holiday-closed':
      return name === undefined
        ? words.forecast.yearlyClosed(told.when)
        : words.forecast.holidayClosed(told.when, name)
    case 'yearly-closed':
      return words.forecast.yearlyClosed(told.when)
    default:
      return words.forecast.usuallyClosed(told.when)
  }
}

/** A smaller effect than this is not worth a sentence. */
const EFFECT_SAID_MIN = 0.03

/** One sentence on why a trading day is foreseen otherwise than its weekday; null when there is none. */
export const specialLine = (forecast: Forecast, day: Day, shop: Shop): string | null => {
  const special = specialOn(forecast, day)
  if (special === undefined) return null
  const voice = voiceOf(shop)
  const { words } = voice
  const size = sizeText(special.factor, voice)
  if (special.kind === 'event') {
    const note = special.note === null ? '' : ` (${voice.name(special.note)})`
    return special.isFirst || size === null
      ? words.forecast.event(note)
      : words.forecast.eventUsual(note, size)
  }
  const name = special.name?.[shop.language]
  if (name === undefined || special.kind !== 'occasion') return null
  if (special.isFirst) return capital(words.forecast.firstOccasion(name))
  return size === null ? null : capital(words.forecast.occasion(name, size))
}

const sizeText = (factor: number, { words, percent }: Voice): string | null => {
  if (Math.abs(factor - 1) < EFFECT_SAID_MIN) return null
  return factor > 1
    ? words.forecast.more(percent(factor - 1))
    : words.forecast.less(percent(1 - factor))
}
