import type { NumberColumn } from './numbers.ts'

/**
 * Reports for the eye leave zeros out and say so in the heading: `Total (ribu)`, `Sales in thousands`,
 * `売上（千円）`. 1 where the heading says nothing of the kind.
 */
export const headingFactor = (name: string): number => {
  if (IN_CENTS.test(name)) return 0.01
  const unit = UNIT_PART.exec(name)?.[1]?.toLowerCase().trim() ?? ''
  return FACTORS.find(([words]) => words.test(unit))?.[1] ?? 1
}

/** The same said once in the title for all money below it: `(dalam ribuan rupiah)`, `in thousands`. */
export const titleFactor = (titles: readonly string[]): number => {
  const factors = titles.flatMap((title) => {
    const unit = TITLE_UNIT.exec(title)?.[1]?.toLowerCase().trim() ?? ''
    return FACTORS.find(([words]) => words.test(unit))?.[1] ?? []
  })
  return factors[0] ?? 1
}

const TITLE_UNIT =
  /(?:^|[([（【\s:])(?:dalam|satuan|in|en|em|w)\s*:?\s+([^)\]）】;]+?)\s*(?:[)\]）】;]|$)/iu

/** Programs keep money in its smallest coin: `amount_cents`, `price (centavos)`. */
const IN_CENTS =
  /(?:^|[^\p{L}])(?:cents?|centavos?|centimes?|kuru[sş]|groszy?|minor(?:[ _]units?)?)(?:$|[^\p{L}])/iu

/** What stands in brackets, or behind “in”. */
const UNIT_PART = /(?:[([（【]|\s(?:in|dalam|en|em|w)\s)([^)\]）】]+)/iu

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:rp\.?|idr|us\$|\$|€|£|r\$)?\s*(?:ribu(?:an)?(?: (?:rp|rupiah))?|thousands?|['’]?000s?|x ?1[.,]?000|k|miles|milhares|milliers|k€|tausend|tsd\.?|te|migliaia|tys\.?|duizend(?:en)?|bin|nghìn|ngàn|พันบาท|тыс\.?|千円|千元|천원)\s*(?:usd|eur|rp|rupiah|円|元)?$/,
    1e3,
  ],
  [
    /^(?:rp\.?|idr|us\$|\$|€|£|r\$)?\s*(?:juta(?:an)?(?: (?:rp|rupiah))?|millions?|mio\.?|mln\.?|millones|milhões|milioni|miljoen|milyon|triệu|ล้านบาท|млн\.?|百万円|백만원)\s*(?:usd|eur|rp|rupiah)?$/,
    1e6,
  ],
  [/^(?:万円|万元|萬元|만원)$/, 1e4],
]

/** The column in whole units. */
export const multiplied = (numbers: NumberColumn, factor: number): NumberColumn => {
  if (factor === 1) return numbers
  // 1.255 × 1000 is 1254.9999999999998 in binary: money never needs more than four decimals here.
  const scaled = (values: Float64Array) =>
    values.map((value) => Math.round(value * factor * DECIMALS_KEPT) / DECIMALS_KEPT)
  return {
    ...numbers,
    values: scaled(numbers.values),
    other: numbers.other && scaled(numbers.other),
  }
}

const DECIMALS_KEPT = 1e4
