import { describe, expect, test } from 'vitest'
import { means, pollutedFiles, scoredFiles } from './pollock.ts'

// `npm run bench:pollock` tries every place and shows each kind of fault.
const STEP = 4

describe('files spoiled after the Pollock benchmark', () => {
  const files = scoredFiles(pollutedFiles(STEP))

  test('score above every published loader', () => {
    const { simple, weighted } = means(files)
    process.stdout.write(`Pollock: simple ${simple.toFixed(3)}, weighted ${weighted.toFixed(3)}\n`)
    // DuckDB with every parameter given comes to 9.961 and 9.599.
    expect(simple).toBeGreaterThan(9.96)
    expect(weighted).toBeGreaterThan(9.6)
  })

  test('the table as it should be, and every way of writing it whole, is read in full', () => {
    const whole = files.filter(({ name }) => WHOLE.includes(name))
    expect(whole.map(({ name }) => name)).toEqual(WHOLE)
    expect(whole.filter(({ score }) => score < 10).map(({ name }) => name)).toEqual([])
  })

  test('one spoiled cell never costs more than its line', () => {
    const single = files.filter(({ name }) => /(?:delimiter|quote), row [1-9]/.test(name))
    expect(single.length).toBeGreaterThan(400)
    expect(single.filter(({ score }) => score < ONE_LINE_LOST).map(({ name }) => name)).toEqual([])
  })
})

const WHOLE = [
  'as it should be',
  'line feeds only',
  'carriage returns only',
  'doubled carriage returns',
  'semicolons',
  'tabs',
  'pipes',
  'comma and space',
  'single quotes',
  'backslash before a quote',
  'every cell quoted',
  'no final line end',
  'two final line ends',
  'UTF-16',
  'Latin-1',
  'UTF-8 with a byte-order mark',
  'an empty file',
  'a header alone',
  'a header without line end',
  'one record',
  'one record, no header',
  'no header',
  'one column',
  'five columns',
  '109 columns',
  'the table ten times',
  'preamble',
  'preamble, delimited',
  'preamble and an empty line',
  'preamble and an empty row',
]

/** One of 83 records and its 9 cells of 747 wrong, in precision, recall and F1: 10 - 6/83. */
const ONE_LINE_LOST = 10 - 6 / 83
