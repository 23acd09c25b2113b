import type { Country } from '../sales/country.ts'
import { type Day, day, dayOf } from '../sales/day.ts'
import { HOLIDAY_ROWS } from './holiday-table.ts'

/** Feasts by what people call them, lower case and without accents: `sejak lebaran`, `since christmas`. */
export const feastNames = (country: Country | null): ReadonlyMap<string, readonly Day[]> => {
  const rows = country === null ? [] : HOLIDAY_ROWS[country]
  const found = rows.flatMap(({ en, id, days }) => {
    const list = days.split(' ').map((text) => day(text))
    const called =
      ALSO.find((names) => names.includes(keyOf(en)) || names.includes(keyOf(id))) ?? []
    return [keyOf(en), keyOf(id), ...called].map((name) => [name, list] as const)
  })
  return new Map([...everyYear(), ...found])
}

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Other names of a feast in the table. */
const ALSO: readonly (readonly string[])[] = [
  ['lebaran', 'eid al fitr', 'eid', 'idul fitri', 'hari raya', 'idulfitri'],
  ['imlek', 'chinese new year', 'lunar new year', 'ano nuevo chino', 'ano novo chines'],
  ['nyepi'],
]

/** Days that people speak of everywhere, whatever the state declares. */
const FIXED: readonly (readonly [month: number, day: number, names: string])[] = [
  [
    2,
    14,
    'valentine|valentines|valentines day|hari valentine|san valentin|dia de san valentin|dia de sao valentim',
  ],
  [8, 17, 'kemerdekaan|hari kemerdekaan|agustusan|17an|independence day'],
  [12, 22, 'hari ibu'],
  [12, 25, 'natal|christmas|xmas|navidad'],
  [1, 1, 'tahun baru|new year|new years|new years day|ano nuevo|ano novo'],
]
const YEARS = { from: 2019, to: 2031 }

const everyYear = (): readonly (readonly [string, readonly Day[]])[] =>
  FIXED.flatMap(([month, number, names]) => {
    const days = Array.from({ length: YEARS.to - YEARS.from + 1 }, (_, i) =>
      dayOf(YEARS.from + i, month, number),
    ).filter((each): each is Day => each !== null)
    return names.split('|').map((name) => [name, days] as const)
  })
