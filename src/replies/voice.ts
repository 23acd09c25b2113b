import { catalogue } from '../i18n/catalogue.ts'
import type { Messages } from '../i18n/en.ts'
import { spokenBy } from '../i18n/locale.ts'
import {
  daySpan,
  longDay,
  money,
  moneyRange,
  percent,
  quantity,
  quantityRange,
  whole,
} from '../i18n/numbers.ts'
import type { Span } from '../sales/day.ts'
import { cleanName } from '../sales/names.ts'
import type { Shop } from '../sales/shop.ts'
import type { Sums } from '../sales/totals.ts'
import { plain } from './mark.ts'

/** How numbers, names and phrases sound to one shop: its language and its currency, set once. */
export type Voice = {
  readonly words: Messages
  /** Minor units, short for prose: `Rp 4,8 jt`. */
  readonly money: (units: number) => string
  /** Minor units to the last figure: `Rp 4.812.345`. */
  readonly fullMoney: (units: number) => string
  /** With its sign, short: `+Rp 60 rb`. */
  readonly change: (units: number) => string
  readonly moneyRange: (low: number, high: number) => string
  /** Thousandths: `38`. */
  readonly quantity: (thousandths: number) => string
  readonly quantityRange: (low: number, high: number) => string
  readonly percent: (ratio: number) => string
  readonly whole: (count: number) => string
  /** A name from a file, unable to format and short enough for one line. */
  readonly name: (text: string) => string
  /** `Selasa 31 Mar` for a day, `1-31 Mar 2026` for more. */
  readonly when: (span: Span) => string
}

export const voiceOf = (shop: Pick<Shop, 'language' | 'currency'>): Voice => {
  const { currency } = shop
  const language = spokenBy(shop)
  return {
    words: catalogue(language),
    money: (units) => money(units, currency, language, 'short'),
    fullMoney: (units) => money(units, currency, language, 'full'),
    change: (units) => `${units > 0 ? '+' : ''}${money(units, currency, language, 'short')}`,
    moneyRange: (low, high) => moneyRange(low, high, currency, language),
    quantity: (thousandths) => quantity(thousandths, language),
    quantityRange: (low, high) => quantityRange(low, high, language),
    percent: (ratio) => percent(ratio, language),
    whole: (count) => whole(count, language),
    name: (text) => isolated(plain(shortName(text))),
    when: (span) =>
      span.from === span.to ? longDay(span.from, language) : daySpan(span, language),
  }
}

/** What has something to say, one below the other. */
export const lines = (...parts: readonly (string | null)[]): string => listed('\n', parts)

/** The same side by side; empty when nobody has anything to say. */
export const listed = (separator: string, parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(separator)

export const item = (text: string): string => `- ${text}`

/** Files without prices add up to nothing on either side: then money is unknown, not zero. */
export const hasMoney = (sums: Pick<Sums, 'revenue' | 'refunds'>): boolean =>
  sums.revenue !== 0 || sums.refunds !== 0

export const hasQuantity = (sums: Pick<Sums, 'quantity'>): boolean => sums.quantity !== 0

/** A longer name would break a bubble's line twice; the first words tell it apart. */
const NAME_CHARS_SHOWN = 32

/** A family of emoji is one character to the eye and eleven to WhatsApp's limits. */
const NAME_UNITS_SHOWN = 2 * NAME_CHARS_SHOWN

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A name short enough for one line, where no mark can format it: inside a picture or a title. */
export const pictureName = (text: string, charactersMax?: number): string =>
  isolated(shortName(text, charactersMax))

const shortName = (text: string, charactersMax = NAME_CHARS_SHOWN): string => {
  const line = cleanName(text.toWellFormed())
  const characters = [...segmenter.segment(line)].map(({ segment }) => segment)
  const fits = characters.length <= charactersMax && line.length <= NAME_UNITS_SHOWN
  return fits ? line : `${beginningOf(characters.slice(0, charactersMax - 1))}…`
}

/** Arabic, Hebrew and their kin: the figures after such a name would be drawn before it. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

/** First strong isolate and its end: the name runs its own way and what stands beside it keeps its place. */
export const isolated = (name: string): string =>
  RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name

const beginningOf = (characters: readonly string[]): string => {
  let kept = ''
  for (const character of characters) {
    if (kept.length + character.length >= NAME_UNITS_SHOWN) break
    kept += character
  }
  return kept.trimEnd()
}
