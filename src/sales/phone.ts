import { countryOf } from './country.ts'
import type { Shop } from './shop.ts'

/** What is dialled before a number of each country, and the lengths its own numbers have without it. */
const CALLING = {
  ID: { code: '62', lengths: [8, 12] },
  MX: { code: '52', lengths: [10, 11] },
  BR: { code: '55', lengths: [10, 11] },
  ES: { code: '34', lengths: [9, 9] },
  PT: { code: '351', lengths: [9, 9] },
  US: { code: '1', lengths: [10, 10] },
  GB: { code: '44', lengths: [9, 10] },
} as const

/** E.164: no number in the world is longer, and shorter ones are no mobile numbers. */
const DIGITS_MIN = 8
const DIGITS_MAX = 15

/**
 * A number as WhatsApp writes it, digits with country code, from the way people type it: `+62 812-3456-7890`,
 * `0062…`, `62812…`, and `0812…` or `812…` as dialled in the shop's own country. Null when it is none.
 */
export const phoneMeant = (
  typed: string,
  shop: Pick<Shop, 'timeZone' | 'currency'>,
): string | null => {
  const digits = typed.replace(/\D/g, '')
  const isFull = typed.trim().startsWith('+')
  if (isFull) return fitting(digits)
  if (digits.startsWith('00')) return fitting(digits.slice(2))
  const country = countryOf(shop)
  if (country === null) return digits.startsWith('0') ? null : fitting(digits)
  const { code, lengths } = CALLING[country]
  const national = digits.replace(/^0/, '')
  const isNational = national.length >= lengths[0] && national.length <= lengths[1]
  if (!digits.startsWith('0') && digits.startsWith(code) && digits.length > lengths[0] + 1) {
    return fitting(digits)
  }
  return isNational ? fitting(`${code}${national}`) : null
}

const fitting = (digits: string): string | null =>
  digits.length >= DIGITS_MIN && digits.length <= DIGITS_MAX && !digits.startsWith('0')
    ? digits
    : null
