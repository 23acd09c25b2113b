/**
 * Writes src/analytics/holiday-table.ts: `npm run holidays`.
 *
 * Public holidays come from the package date-holidays (ISC, data CC BY-SA 3.0), which is fetched for this one
 * run and never becomes a dependency: it is 40 MB and slow to start, the table is some kilobytes. Lunar days
 * come from Node's own calendars. Both are corrected where Indonesia's ministry of religion announced another
 * day than the computed calendar.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const YEARS = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]
/** Shops bring files of earlier years too; lunar days cost nothing. */
const LUNAR_YEARS = Array.from({ length: 18 }, (_, i) => 2015 + i)
const COUNTRIES = ['ID', 'MX', 'BR', 'ES', 'PT', 'US', 'GB']
const TABLE = new URL('../../src/analytics/holiday-table.ts', import.meta.url)

/** What was announced in Indonesia, by the English name the package uses. */
const ANNOUNCED: Readonly<Record<string, readonly string[]>> = {
  "Laylat al-Mi'raj": [
    ...['2023-02-18', '2024-02-08', '2025-01-27', '2026-01-16', '2027-01-05', '2027-12-26'],
  ],
  'End of Ramadan (Eid al-Fitr)': [
    ...['2023-04-22', '2023-04-23', '2024-04-10', '2024-04-11'],
    ...['2025-03-31', '2025-04-01', '2026-03-21', '2026-03-22', '2027-03-10', '2027-03-11'],
  ],
  'Feast of the Sacrifice (Eid al-Adha)': [
    '2023-06-29',
    '2024-06-17',
    '2025-06-06',
    '2026-05-27',
    '2027-05-17',
  ],
  'Birthday of Muhammad (Mawlid)': [
    '2023-09-28',
    '2024-09-16',
    '2025-09-05',
    '2026-08-25',
    '2027-08-15',
  ],
}
const ANNOUNCED_LUNAR: Readonly<Record<string, readonly string[]>> = {
  ramadan: ['2023-03-23', '2024-03-12', '2025-03-01', '2026-02-19'],
  // Node's calendar puts two new moons close to midnight in Beijing on the wrong side of it.
  lunarNewYear: ['2027-02-06', '2030-02-03'],
  eid: ['2023-04-22', '2024-04-10', '2025-03-31', '2026-03-21', '2027-03-10'],
}
/** Names that read oddly in a chat, and what an owner calls them. */
const SPOKEN: Readonly<Record<string, string>> = {
  'End of Ramadan (Eid al-Fitr)': 'Eid al-Fitr',
  'Feast of the Sacrifice (Eid al-Adha)': 'Eid al-Adha',
  'Birthday of Muhammad (Mawlid)': 'Mawlid',
  "Laylat al-Mi'raj": 'Isra Mi’raj',
}
const SPOKEN_ID: Readonly<Record<string, string>> = {
  'End of Ramadan (Eid al-Fitr)': 'Lebaran',
  'Feast of the Sacrifice (Eid al-Adha)': 'Idul Adha',
  'Birthday of Muhammad (Mawlid)': 'Maulid Nabi',
  "Laylat al-Mi'raj": 'Isra Mikraj',
  'Vesak Day': 'Waisak',
  'Chinese New Year': 'Imlek',
  'Good Friday': 'Jumat Agung',
  'Labour Day': 'Hari Buruh',
  'Ascension Day': 'Kenaikan Isa Almasih',
  'Independence Day': 'HUT RI',
  'Christmas Day': 'Natal',
  Nyepi: 'Nyepi',
  "New Year's Day": 'Tahun Baru',
}

type Found = { readonly date: string; readonly name: string; readonly type: string }
type Package = { readonly getHolidays: (year: number, language: string) => readonly Found[] }

const main = (): void => {
  const Holidays = loadPackage()
  const countries = COUNTRIES.map((country) => {
    const found = country === 'GB' ? new Holidays('GB', 'ENG') : new Holidays(country)
    return `  ${country}: [\n${holidaysOf(found, country)
      .map(
        ({ en, id, days }) =>
          `    { en: ${quoted(en)}, id: ${quoted(id)}, days: '${days.join(' ')}' },`,
      )
      .join('\n')}\n  ],`
  })
  writeFileSync(TABLE, text(countries.join('\n')))
  execFileSync('biome', ['format', '--write', TABLE.pathname], { stdio: 'inherit' })
}

/** npm exec puts the fetched package's commands in PATH; the package lies beside them. */
const loadPackage = (): (new (country: string, region?: string) => Package) => {
  const commands = (process.env['PATH'] ?? '').split(':').find((path) => path.includes('_npx'))
  if (commands === undefined) throw new Error('run me with `npm run holidays`')
  const found = createRequire(`${commands}/../generate.js`)('date-holidays')
  return found.default ?? found
}

type Named = { readonly en: string; readonly id: string; readonly days: readonly string[] }

const holidaysOf = (found: Package, country: string): Named[] => {
  const byName = new Map<string, { id: string; days: string[] }>()
  for (const year of YEARS) {
    const indonesian = new Map(
      found.getHolidays(year, 'id').map(({ date, name }) => [date.slice(0, 10), name]),
    )
    for (const { date, name, type } of found.getHolidays(year, 'en')) {
      // England's Boxing Day is listed as a bank holiday, Spain's bank holidays are none.
      if (type !== 'public' && !(country === 'GB' && type === 'bank')) continue
      const english = name.replace(/ \(substitute day\)$/, '')
      const day = date.slice(0, 10)
      const known = byName.get(english) ?? {
        id: SPOKEN_ID[english] ?? indonesian.get(day) ?? name,
        days: [],
      }
      if (!known.days.includes(day)) known.days.push(day)
      byName.set(english, known)
    }
  }
  return [...byName].map(([en, { id, days }]) => ({
    en: SPOKEN[en] ?? en,
    id: country === 'ID' ? id : en,
    days: country === 'ID' ? announced(ANNOUNCED[en] ?? [], days) : days,
  }))
}

/** Years that were announced as announced, the others as computed. */
const announced = (said: readonly string[], computed: readonly string[]): string[] => {
  const years = new Set(said.map((day) => day.slice(0, 4)))
  return [...said, ...computed.filter((day) => !years.has(day.slice(0, 4)))].sort()
}

const lunar = (calendar: string, month: string, dayOfMonth: string): string[] => {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const found: string[] = []
  const end = Date.UTC((LUNAR_YEARS.at(-1) ?? 0) + 1, 0, 1)
  for (let at = Date.UTC(LUNAR_YEARS[0] ?? 0, 0, 1); at < end; at += 86_400_000) {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
    if (parts.get('month') === month && parts.get('day') === dayOfMonth) {
      found.push(new Date(at).toISOString().slice(0, 10))
    }
  }
  return found
}

const quoted = (name: string): string => `'${name.replaceAll("'", '’')}'`

const text = (
  countries: string,
): string => `// Written by \`npm run holidays\`; change the script, not this file.
// Public holidays: date-holidays (https://github.com/commenthol/date-holidays), data CC BY-SA 3.0, corrected by
// what Indonesia announced. Lunar days: the Umm al-Qura and Chinese calendars of Node's Intl, corrected likewise.

import type { Country } from '../sales/country.ts'
import type { HolidayName } from './holiday-names.ts'

/** A holiday in English and Indonesian and its days, \`YYYY-MM-DD\` one space apart. */
type Row = { readonly en: HolidayName; readonly id: string; readonly days: string }

export const HOLIDAY_ROWS: Readonly<Record<Country, readonly Row[]>> = {
${countries}
}

/** First day of Ramadan. */
export const RAMADAN = '${announced(ANNOUNCED_LUNAR['ramadan'] ?? [], lunar('islamic-umalqura', '9', '1')).join(' ')}'
/** 1 Syawal. */
export const EID = '${announced(ANNOUNCED_LUNAR['eid'] ?? [], lunar('islamic-umalqura', '10', '1')).join(' ')}'
export const LUNAR_NEW_YEAR = '${announced(ANNOUNCED_LUNAR['lunarNewYear'] ?? [], lunar('chinese', '1', '1')).join(' ')}'
`

main()
