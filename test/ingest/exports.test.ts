import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inspection } from '../../src/ingest/inspection.ts'
import { hints } from './a-file.ts'

/** What a file truly holds: counted, asked about or refused. */
type Truth =
  | {
      readonly revenue: number | null
      readonly quantity: number | null
      readonly from: string
      readonly to: string
    }
  | { readonly asked: string }
  | { readonly refused: string }

const FOLDER = new URL('../fixtures/exports/', import.meta.url)
const truth: Readonly<Record<string, Truth>> = JSON.parse(
  readFileSync(new URL('truth.json', FOLDER), 'utf8'),
)

const readingOf = async (name: string): Promise<Truth> => {
  const found = await inspection(readFileSync(new URL(name, FOLDER)), hints({ fileName: name }))
  if (found.refusal) return { refused: found.refusal.reason }
  if (found.question) return { asked: found.question.kind }
  const { revenue, quantity, firstDate, lastDate } = found
  return { revenue, quantity, from: firstDate ?? '', to: lastDate ?? '' }
}

describe('exports of tills, marketplaces and notebooks, written with their sums known', () => {
  test.each(Object.entries(truth))('%s', async (name, expected) => {
    const found = await readingOf(name)
    if ('revenue' in expected && expected.revenue !== null) {
      expect(found).toMatchObject({ ...expected, revenue: expect.closeTo(expected.revenue, 1) })
    } else expect(found).toEqual(expected)
  })

  test('every file has its truth', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'truth.json')
    expect(files.sort()).toEqual(Object.keys(truth).sort())
  })
})
