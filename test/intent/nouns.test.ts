import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { route } from '../../src/intent/route.ts'
import { meantBy } from '../../src/intent/typo.ts'
import { day } from '../../src/sales/day.ts'
import { NOUNS } from '../support/shop-nouns.ts'
import { typed } from './arrivals.ts'

const today = day('2026-04-01')
const ask = (text: string) => route(typed(text), { today, language: 'id' })

test('a product nobody told us about never gets the whole shop’s figures', () => {
  expect(NOUNS.length).toBeGreaterThan(180)
  const answered = NOUNS.flatMap((noun) =>
    [
      `penjualan ${noun}`,
      `omzet ${noun} kemarin`,
      `sales of ${noun} today`,
      `${noun} laku berapa`,
      `prediksi ${noun} besok`,
      `${noun} kemarin`,
      `${noun} hari ini berapa`,
      noun,
    ].filter((text) => ask(text).kind !== 'unclear'),
  )
  expect(answered).toEqual([])
})

test('no period word is read into a product’s name', () => {
  const periods = ['kemarin', 'yesterday', 'tomorrow', 'minggu', 'bulan', 'besok']
  expect(NOUNS.filter((noun) => meantBy(noun, periods).length > 0)).toEqual([])
})

test('the shop’s own words are never taken for a slip of the finger', () => {
  const names = new Set(['grafiti', 'restok'])
  expect(route(typed('grafiti'), { today, language: 'id', names }).kind).toBe('unclear')
})

const till = join(import.meta.dirname, '../../../shared/data/sales/online-retail-2010-12.csv')

/** Third column of a real till's file, without its quotes. */
const namesOf = (csv: string): readonly string[] => {
  const lines = csv.split('\n').slice(1)
  const cells = lines.map((line) => /^[^,]*,[^,]*,("(?:[^"]|"")*"|[^,]*),/.exec(line)?.[1] ?? '')
  return [...new Set(cells.map((cell) => cell.replaceAll('"', '').trim()))]
}

test.skipIf(!existsSync(till))(
  'nor do the names of a real till (skipped without its file beside the repository)',
  () => {
    const names = namesOf(readFileSync(till, 'latin1'))
    expect(names.length).toBeGreaterThan(2000)
    const answered = names.filter((name) =>
      [`sales of ${name} yesterday`, `penjualan ${name}`, name].some(
        (text) => ask(text).kind === 'command',
      ),
    )
    // What is left are a clerk's notes in the name's place: `?`, `check`, `damages`.
    expect(answered.filter((name) => name.includes(' '))).toEqual([])
    expect(answered.length).toBeLessThanOrEqual(5)
  },
)
