// Money is a whole number of minor units (cents, sen) beside its ISO 4217 currency; never a float.

const ZERO_DIGIT_CURRENCIES = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
)
const THREE_DIGIT_CURRENCIES = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))
const DIGITS_DEFAULT = 2

/**
 * Digits kept after the decimal mark, as ISO 4217 lists them. Rupiah keeps its two (prices without
 * tax do end in ,09); they are stored, and left out when a number is shown.
 */
const minorDigits = (currency: string): number => {
  if (ZERO_DIGIT_CURRENCIES.has(currency)) return 0
  return THREE_DIGIT_CURRENCIES.has(currency) ? 3 : DIGITS_DEFAULT
}

/** Major units (15000 rupiah, 2.55 pounds) to minor units, half away from zero. */
export const minorUnits = (major: number, currency: string): number => minorUnitsIn(currency)(major)

/** The same for many amounts of one currency: a million lines look its digits up once. */
export const minorUnitsIn = (currency: string): ((major: number) => number) => {
  const factor = 10 ** minorDigits(currency)
  return (major) => {
    const scaled = major * factor
    // 1.005 * 100 is 100.49999…: the small push undoes binary noise before rounding.
    return Math.sign(scaled) * Math.round(Math.abs(scaled) * (1 + Number.EPSILON * 4))
  }
}

/** Minor units back to major units, for showing and for JSON. */
export const majorUnits = (units: number, currency: string): number =>
  units / 10 ** minorDigits(currency)
