import { majorUnits } from '../sales/money.ts'
import { QUANTITY_ONE } from '../sales/sale.ts'
import { localeOf, type Spoken } from './locale.ts'

/** Excel's formats; it puts the separators of the reader's own computer in. */
export const COUNT_FORMAT = '#,##0'
export const SHARE_FORMAT = '0.0%'
/** Quantities keep decimals only where there are some. */
export const QUANTITY_FORMAT = '#,##0.###'

/** `"Rp" #,##0`: the currency's own mark; red below zero. Rupiah are shown without sen. */
export const moneyFormat = (currency: string, spoken: Spoken): string => {
  const mark = markOf(currency, spoken)
  const digits = currency === 'IDR' ? 0 : decimalsOf(currency)
  const figure = digits === 0 ? COUNT_FORMAT : `${COUNT_FORMAT}.${'0'.repeat(digits)}`
  return `"${mark}" ${figure};[Red]-"${mark}" ${figure}`
}

const markOf = (currency: string, spoken: Spoken): string =>
  new Intl.NumberFormat(localeOf(spoken), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')
    ?.value.replaceAll('"', '') ?? currency

const decimalsOf = (currency: string): number => Math.round(-Math.log10(majorUnits(1, currency)))

/** Minor units as the number a sheet adds up. */
export const moneyNumber = (units: number, currency: string): number => majorUnits(units, currency)

/** Thousandths as the number a sheet adds up. */
export const quantityNumber = (thousandths: number): number => thousandths / QUANTITY_ONE
