import { expect, test } from 'vitest'
import { feastNames } from '../../src/analytics/feast-names.ts'

const dayIn = (name: string, year: string, country: Parameters<typeof feastNames>[0] = 'ID') =>
  feastNames(country)
    .get(name)
    ?.filter((day) => day.startsWith(year))

test.for([
  ['lebaran', '2025', '2025-03-31'],
  ['eid al fitr', '2025', '2025-03-31'],
  ['hari raya', '2025', '2025-03-31'],
  ['imlek', '2026', '2026-02-17'],
  ['chinese new year', '2026', '2026-02-17'],
  ['natal', '2026', '2026-12-25'],
  ['navidad', '2026', '2026-12-25'],
  ['hari ibu', '2026', '2026-12-22'],
  ['valentine', '2027', '2027-02-14'],
  ['agustusan', '2026', '2026-08-17'],
] as const)('“%s” of %s is or holds %s', ([name, year, expected]) => {
  expect(dayIn(name, year)).toContain(expected)
})

test('without a country the days everybody knows are still there, the state’s are not', () => {
  expect(dayIn('christmas', '2026', null)).toEqual(['2026-12-25'])
  expect(dayIn('lebaran', '2025', null)).toBeUndefined()
})

test('a name is found without accents and marks', () => {
  for (const name of feastNames('BR').keys()) expect(name).toMatch(/^[a-z0-9 ]+$/)
})
