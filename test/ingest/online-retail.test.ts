import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { packLines } from '../../src/ingest/pack.ts'
import { linesOf, openFile, tallyLines } from '../../src/ingest/read.ts'
import { hints } from './a-file.ts'

// UCI Online Retail (Chen, CC BY 4.0): a UK gift wholesaler's till, cancellations included.
const DATA = new URL('../../../shared/data/sales/', import.meta.url)
const FIRST_MONTH = new URL('online-retail-2010-12.csv', DATA)
const WHOLE_YEAR = new URL('online-retail.csv.gz', DATA)

const shop = hints({ fileName: 'online-retail.csv', language: 'en', currency: 'GBP' })

/** One simple line of that file: quotes hold commas only, never line breaks. */
const plainCells = (line: string): string[] => {
  const cells: string[] = []
  line.split('"').forEach((part, i) => {
    const pieces = i % 2 === 0 ? part.split(',') : [part]
    cells.push((cells.pop() ?? '') + pieces[0], ...pieces.slice(1))
  })
  return cells
}

const pence = (quantity: string, price: string): number => {
  const [pounds = '0', rest = ''] = price.replace('-', '').split('.')
  const thousandths = Number(pounds) * 1000 + Number(rest.padEnd(3, '0').slice(0, 3))
  const exact = (Number(quantity) * thousandths * (price.startsWith('-') ? -1 : 1)) / 10
  return Math.sign(exact) * Math.round(Math.abs(exact))
}

const ownSums = (text: string) => {
  const sums = { lines: 0, gross: 0, refunds: 0, net: 0, quantity: 0, unnamed: 0 }
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const [, , name = '', quantity = '', , price = ''] = plainCells(line)
    sums.lines++
    if (name.trim() === '') {
      sums.unnamed++
      continue
    }
    const money = pence(quantity, price)
    if (money < 0) sums.refunds -= money
    else sums.gross += money
    sums.net += money
    sums.quantity += Number(quantity)
  }
  return sums
}

describe('a real till, checked by a second count', () => {
  test.skipIf(!existsSync(FIRST_MONTH))(
    'gross, refunds, net and quantity of its first month (skipped when the data set is absent)',
    () => {
      const bytes = readFileSync(FIRST_MONTH)
      const own = ownSums(bytes.toString('utf8'))
      const opened = openFile(bytes, shop)
      if (opened.outcome !== 'sales') throw new Error(opened.outcome)
      const { totals, skippedByReason } = tallyLines(linesOf(opened))
      expect(own.lines).toBeGreaterThan(40_000)
      expect(totals.rows).toEqual({
        read: own.lines,
        accepted: own.lines - own.unnamed,
        skipped: own.unnamed,
        totals: 0,
      })
      expect(skippedByReason).toEqual({ 'no-product': own.unnamed })
      expect(totals.gross).toBe(own.gross)
      expect(totals.refunds).toBe(own.refunds)
      expect(totals.revenue).toBe(own.net)
      expect(totals.quantity).toBe(own.quantity * 1000)
      expect(totals.span).toEqual({ from: '2010-12-01', to: '2010-12-23' })
    },
  )

  test.skipIf(!existsSync(WHOLE_YEAR))(
    'the whole year comes to the published £9,747,747.93 (skipped when the data set is absent)',
    () => {
      const opened = openFile(gunzipSync(readFileSync(WHOLE_YEAR)), shop)
      if (opened.outcome !== 'sales') throw new Error(opened.outcome)
      const { totals } = tallyLines(linesOf(opened))
      expect(totals.rows).toMatchObject({ read: 541_909, totals: 0 })
      expect(totals.revenue).toBe(974_774_793)

      let packed = 0
      let revenue = 0
      for (const batch of packLines(linesOf(opened), 5000)) {
        packed += batch.rows.length
        for (const units of batch.revenues) revenue += units
      }
      expect(packed).toBe(totals.rows.accepted)
      expect(revenue).toBe(totals.revenue)
    },
  )
})
