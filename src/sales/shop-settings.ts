import { cleanName } from './names.ts'

/** A shop's name stands in headers and lists of a phone. */
const NAME_CHARS_MAX = 40

/** The name as it will be shown; null when nothing is left of it. */
export const shopNameMeant = (typed: string): string | null => {
  const name = [...cleanName(typed)].slice(0, NAME_CHARS_MAX).join('').trim()
  return name === '' ? null : name
}

/** What Indonesians call their zones; WIB is not Java alone, but the same clock. */
const ZONE_NAMES: ReadonlyMap<string, string> = new Map([
  ['wib', 'Asia/Jakarta'],
  ['wita', 'Asia/Makassar'],
  ['wit', 'Asia/Jayapura'],
  ['utc', 'Etc/UTC'],
  ['gmt', 'Etc/UTC'],
  ['bali', 'Asia/Makassar'],
  ['denpasar', 'Asia/Makassar'],
  ['cdmx', 'America/Mexico_City'],
  ['brasilia', 'America/Sao_Paulo'],
])

const zoneKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s-]+/g, '_')

/** `Asia/Makassar` by itself, by its city, whatever the case. */
const KNOWN_ZONES: ReadonlyMap<string, string> = new Map(
  Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const city = zone.slice(zone.lastIndexOf('/') + 1)
    return [
      [zoneKey(city), zone],
      [zoneKey(zone), zone],
    ] as const
  }),
)

/** The IANA zone somebody means by `WITA`, `Makassar` or `Asia/Makassar`; null when there is none. */
export const zoneMeant = (typed: string): string | null =>
  ZONE_NAMES.get(zoneKey(typed)) ?? KNOWN_ZONES.get(zoneKey(typed)) ?? null

const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map([
  ['rp', 'IDR'],
  ['rupiah', 'IDR'],
  ['dollar', 'USD'],
  ['dolar', 'USD'],
  ['euro', 'EUR'],
  ['real', 'BRL'],
  ['reais', 'BRL'],
  ['ringgit', 'MYR'],
  ['pound', 'GBP'],
])
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

/** The ISO 4217 code somebody means by `rupiah` or `usd`; null when there is none. */
export const currencyMeant = (typed: string): string | null => {
  const word = typed.trim().toLowerCase()
  const code = CURRENCY_NAMES.get(word) ?? word.toUpperCase()
  return CURRENCIES.has(code) ? code : null
}

/** Later in the morning a shop is opening, not closing, so the day could belong to either. */
const CLOSING_HOUR_MAX = 8
const NOON = 12

/**
 * The hour of the night at which the trading day ends: `3`, `3 pagi`, `3 am`, `03.00`. A shop that closes in
 * the evening (`21`, `9 malam`, `10 pm`) ends its day at midnight, which is 0. Null when it is no such hour.
 */
export const closingHourMeant = (typed: string): number | null => {
  const read = /^(\d{1,2})(?:[.:]00)?\s*(\p{L}[\p{L}. ]*)?$/u.exec(typed.trim().toLowerCase())
  if (read === null) return null
  const hour = Number(read[1])
  const isEvening = /^(malam|sore|siang|pm|p\.m\.|noche|tarde|noite|de la noche|da noite)$/.test(
    read[2] ?? '',
  )
  if (hour > 24) return null
  if (hour >= NOON || (isEvening && hour >= 1)) return 0
  return hour <= CLOSING_HOUR_MAX ? hour : null
}
