import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, openFile } from '../../src/ingest/read.ts'
import { dayFromNumber } from '../../src/sales/day.ts'
import { bytesOf, hints } from './a-file.ts'

const TODAY = 20_779 // 2026-11-22

/** Six to twelve selling days within six weeks, some time in the last year. */
const someDays = fc
  .tuple(
    fc.integer({ min: 60, max: 400 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 44 }), { minLength: 6, maxLength: 12 }),
  )
  .map(([ago, offsets]) => offsets.map((offset) => dayFromNumber(TODAY - ago + offset)))

test('the order of day and month is found or asked about, never taken wrongly', () => {
  fc.assert(
    fc.property(someDays, fc.boolean(), (days, dayFirst) => {
      const written = days.map((day) => {
        const [year, month, dayOfMonth] = day.split('-')
        return [...(dayFirst ? [dayOfMonth, month] : [month, dayOfMonth]), year].join('/')
      })
      const text = ['Date,Item,Total', ...written.map((date) => `${date},Tea,3`)].join('\n')
      const opened = openFile(bytesOf(text), hints({ language: 'en' }))
      if (opened.outcome === 'question') {
        expect(opened.question.kind).toBe('date-order')
        return
      }
      if (opened.outcome !== 'sales') throw new Error(opened.outcome)
      const read = [...linesOf(opened)].map((line) => line.kind === 'sale' && line.sale.day)
      expect(read).toEqual(days)
    }),
    { numRuns: 400 },
  )
})
