import { spokenBy } from '../i18n/locale.ts'
import {
  COUNT_FORMAT,
  moneyFormat,
  moneyNumber,
  QUANTITY_FORMAT,
  quantityNumber,
  SHARE_FORMAT,
} from '../i18n/sheet-formats.ts'
import type { Cell, Sheet } from '../ingest/write-book.ts'
import type { Shop } from '../sales/shop.ts'
import type { Measure } from './amount.ts'

/** How figures are written into a sheet of this shop: as numbers that add up, with its own marks. */
export const pensOf = (shop: Shop, measure: Measure) => {
  const format = moneyFormat(shop.currency, spokenBy(shop))
  const money = (units: number): Cell => ({ number: moneyNumber(units, shop.currency), format })
  const quantity = (thousandths: number): Cell => ({
    number: quantityNumber(thousandths),
    format: QUANTITY_FORMAT,
  })
  return {
    money,
    quantity,
    count: (number: number): Cell => ({ number, format: COUNT_FORMAT }),
    share: (number: number): Cell => ({ number, format: SHARE_FORMAT }),
    /** What findings count in. */
    amount: measure === 'money' ? money : quantity,
    hasMoney: measure === 'money',
  }
}

export type Pens = ReturnType<typeof pensOf>

export const widths = (...columns: readonly number[]): Sheet['columns'] =>
  columns.map((width) => ({ width }))
