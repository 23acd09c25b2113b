import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aStage } from '../support/a-phone.ts'

const TILL_FILE = join(import.meta.dirname, '../../../shared/data/sales/online-retail-2010-12.csv')

describe.skipIf(!existsSync(TILL_FILE))('42,481 real till lines with cancellations', () => {
  test('go in as a document, and the summary of the month is the sum of the file', {
    timeout: 120_000,
  }, async () => {
    const file = readFileSync(TILL_FILE)
    const truth = sumsOf(file.toString('utf8'))
    await using stage = await aStage({
      now: '2011-01-03T12:00:00Z',
      shop: { language: 'en', currency: 'GBP', timeZone: 'Europe/London' },
    })
    await stage.phone.sends(new Uint8Array(file), { fileName: 'online-retail-2010-12.csv' })
    const [receipt] = await stage.phone.waitsFor(1, 60_000)
    expect(receipt?.text).toContain(pounds(truth.gross + truth.cancelled))
    expect(receipt?.text).toContain(
      `gross ${pounds(truth.gross)} minus refunds ${pounds(-truth.cancelled)}`,
    )
    expect(receipt?.text).toContain(`${truth.withoutName} rows skipped (no product)`)
    await stage.phone.waitsForQuiet(500)
    await stage.phone.says('summary december 2010')
    const [summary] = await stage.phone.waitsFor(1, 60_000)
    expect(summary?.text).toContain(`Dec 2010: ${pounds(truth.gross + truth.cancelled)}`)
    expect(summary?.text).toContain(
      `gross ${pounds(truth.gross)} minus refunds ${pounds(-truth.cancelled)}`,
    )
  })
})

/**
 * The truth, without our reader: eight cells a line, quotes only around descriptions. Whole hundredths
 * of a penny, because prices go down to 0.001 pounds. Lines without a description are not sold things.
 */
const sumsOf = (text: string): { gross: number; cancelled: number; withoutName: number } => {
  const sums = { gross: 0, cancelled: 0, withoutName: 0 }
  for (const line of text.split(/\r?\n/).slice(1)) {
    if (line === '') continue
    const cells = line.replace(/"([^"]|"")*"/g, (quoted) => quoted.replaceAll(',', ' ')).split(',')
    const [invoice = '', , name = '', quantity = '', , price = ''] = cells
    if (name.trim() === '') {
      sums.withoutName++
      continue
    }
    const pence = Math.round(Math.abs(Number(quantity)) * Number(price) * 100)
    const signed = Number(quantity) < 0 ? -pence : pence
    if (invoice.startsWith('C') || signed < 0) sums.cancelled += signed
    else sums.gross += signed
  }
  return sums
}

const pounds = (pence: number): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency: 'GBP' }).format(pence / 100)
