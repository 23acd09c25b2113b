import type { Basis } from '../analytics/findings.ts'
import type { HourCell, HourHabit } from '../analytics/hours.ts'
import type { HeatInput } from '../charts/heat.ts'
import { capital } from '../i18n/capital.ts'
import { spokenBy } from '../i18n/locale.ts'
import { bareMoney, clock, daySpan, weekdayLabel, weekdayName } from '../i18n/numbers.ts'
import type { Weekday } from '../sales/day.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import type { Shop } from '../sales/shop.ts'
import { basisLine } from './basis.ts'
import { bold } from './mark.ts'
import { altLine, captioned, type Picture, type PictureFrame } from './picture.ts'
import { type Reply, textReply } from './reply.ts'
import { lines, type Voice, voiceOf } from './voice.ts'

export type HoursFound = {
  readonly habit: HourHabit
  /** What was added up: money, thousandths of things, or sales. */
  readonly measure: 'revenue' | 'quantity' | 'lines'
  readonly basis: Basis
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const NOTES = { revenue: 'money', quantity: 'units', lines: 'sales' } as const

/** The hours of the week as a field, the darker the busier. */
export const hoursPicture = (found: HoursFound, frame: PictureFrame): Picture<HeatInput> => {
  const { shop } = frame
  const { habit, basis } = found
  const voice = voiceOf(shop)
  const words = voice.words.pictures.hours
  const when = `${weekdayName(habit.busiest.weekday, shop.language)} ${hourSpan(habit.busiest.hour, shop)}`
  const [first, last] = [habit.hours[0] ?? 0, habit.hours.at(-1) ?? 0]
  return {
    input: {
      headline: words.headline(when),
      note: words.note[NOTES[found.measure]](daySpan(basis.span, shop.language)),
      columns: WEEKDAYS.map((key) => ({ key, label: capital(weekdayLabel(key, shop.language)) })),
      rows: habit.hours.map((key) => ({ key, label: clock(key * 60, shop.language) })),
      cells: habit.cells.map((cell) => ({
        column: cell.weekday,
        row: cell.hour,
        value: cell.mean,
        label: cellText(cell, found, shop),
      })),
    },
    reply: captioned(
      'hours',
      frame,
      `🕐 ${bold(words.title(when, meanOf(habit.busiest, found, voice)))}`,
      words.peak(hourSpan(habit.peak.hour, shop), voice.percent(habit.peak.share)),
      altLine(
        words.shows(clock(first * 60, shop.language), clock(endOf(last) * 60, shop.language)),
        voice,
      ),
      basisLine(basis, shop, { withSpan: true }),
    ),
  }
}

/** Files without times cannot say which hour is busy. */
export const noHoursReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(words.pictures.hours.none, words.pictures.hours.noneNext), [
    { id: 'export-help', title: words.buttons.exportHelp },
    { id: 'chart', title: words.buttons.chartTrend },
  ])
}

const HOURS_A_DAY = 24
const endOf = (hour: number): number => (hour + 1) % HOURS_A_DAY

/** `16.00-17.00`. */
const hourSpan = (hour: number, { language }: Shop): string =>
  `${clock(hour * 60, language)}-${clock(endOf(hour) * 60, language)}`

const meanOf = ({ mean }: HourCell, { measure }: HoursFound, voice: Voice): string => {
  if (measure === 'revenue') return voice.money(Math.round(mean))
  if (measure === 'quantity') return voice.words.forecast.items(voice.quantity(tenths(mean)))
  return voice.words.pictures.hours.sales(voice.quantity(tenths(mean * QUANTITY_ONE)))
}

/** A mean of few days has decimals nobody sold. */
const tenths = (thousandths: number): number => Math.round(thousandths / 100) * 100

const cellText = ({ mean }: HourCell, { measure }: HoursFound, shop: Shop): string => {
  if (mean === 0) return ''
  if (measure === 'revenue') return bareMoney(Math.round(mean), shop.currency, spokenBy(shop))
  return voiceOf(shop).quantity(tenths(measure === 'lines' ? mean * QUANTITY_ONE : mean))
}
