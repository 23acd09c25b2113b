import type { Country } from '../sales/country.ts'
import { type Day, day, dayFromNumber, dayNumber, dayOf } from '../sales/day.ts'
import type { Language } from '../sales/shop.ts'
import { holidayIn } from './holiday-names.ts'
import { EID, HOLIDAY_ROWS, LUNAR_NEW_YEAR, RAMADAN } from './holiday-table.ts'
import { JOINT_LEAVE } from './joint-leave.ts'

/** A day that is not like its weekday, in every country's own way. */
export type SpecialDay = {
  /** Days with one key are expected to behave alike, year after year. */
  readonly key: string
  /**
   * `holiday`: public. `season`: a stretch around a feast that moves with the moon. `occasion`: people give
   * presents. `payday`: money has just come in. `closing`: beside a day on which the shop is closed.
   */
  readonly kind: 'holiday' | 'season' | 'occasion' | 'payday' | 'closing'
  readonly name: Readonly<Record<Language, string>>
}

export type SpecialDays = (dayNumber: number) => SpecialDay | null

/** What is special about a day in this country; nothing is where no country is known. */
export const specialDaysIn = (country: Country | null): SpecialDays => {
  const found = country === null ? NO_DAYS : daysIn(country)
  return (number) => found.get(number) ?? null
}

const NO_DAYS: ReadonlyMap<number, SpecialDay> = new Map()
const known = new Map<Country, ReadonlyMap<number, SpecialDay>>()

/**
 * Later entries win: a holiday that falls on payday is a holiday, a joint leave within Eid's stretch belongs to it.
 * Computed once a country.
 */
const daysIn = (country: Country): ReadonlyMap<number, SpecialDay> => {
  const seen = known.get(country)
  if (seen !== undefined) return seen
  const made = new Map([
    ...(country === 'ID' ? [...paydays(), ...jointLeave(), ...lunarSeasons()] : []),
    ...occasions(country),
    ...holidays(country),
    ...(country === 'ID' ? eidDays() : []),
  ])
  known.set(country, made)
  return made
}

type Entry = readonly [number, SpecialDay]

const numbersOf = (days: string): number[] => days.split(' ').map((text) => dayNumber(day(text)))

const holidays = (country: Country): Entry[] =>
  HOLIDAY_ROWS[country].flatMap(({ en, id, days }) =>
    numbersOf(days).map((number, i, all): Entry => {
      // The second day of a feast is another day than its first.
      const nth = all[i - 1] === number - 1 ? 2 : 1
      return [number, { key: `${en} ${nth}`, kind: 'holiday', name: holidayIn(en, id) }]
    }),
  )

const JOINT: SpecialDay = {
  key: 'joint-leave',
  kind: 'holiday',
  name: { en: 'joint leave', id: 'cuti bersama', es: 'puente oficial', pt: 'ponte oficial' },
}

const jointLeave = (): Entry[] => numbersOf(JOINT_LEAVE).map((number) => [number, JOINT])

const season = (key: string, name: SpecialDay['name']): SpecialDay => ({
  key,
  kind: 'season',
  name,
})
const BEFORE_RAMADAN = season('before-ramadan', {
  en: 'week before Ramadan',
  id: 'minggu sebelum puasa',
  es: 'semana antes del Ramadán',
  pt: 'semana antes do Ramadã',
})
const RAMADAN_START = season('ramadan-1', {
  en: 'Ramadan',
  id: 'puasa',
  es: 'Ramadán',
  pt: 'Ramadã',
})
const RAMADAN_THIRD = season('ramadan-3', {
  en: 'third week of Ramadan',
  id: 'minggu ketiga puasa',
  es: 'tercera semana de Ramadán',
  pt: 'terceira semana do Ramadã',
})
const BEFORE_EID = season('ramadan-4', {
  en: 'week before Eid',
  id: 'minggu sebelum Lebaran',
  es: 'semana antes del Eid',
  pt: 'semana antes do Eid',
})
const EID_DAYS = season('eid', {
  en: 'Eid al-Fitr',
  id: 'Lebaran',
  es: 'Eid al-Fitr',
  pt: 'Eid al-Fitr',
})
const AFTER_EID = season('after-eid', {
  en: 'days after Eid',
  id: 'hari-hari sesudah Lebaran',
  es: 'días después del Eid',
  pt: 'dias depois do Eid',
})
const BEFORE_LUNAR = season('before-lunar', {
  en: 'week before Lunar New Year',
  id: 'minggu sebelum Imlek',
  es: 'semana antes del Año Nuevo chino',
  pt: 'semana antes do Ano-Novo chinês',
})

/**
 * Ramadan and Eid by stretches, not single days: the computed and the announced calendar differ by a day.
 * Stretches after Lee, Suhartono & Hamzah 2010.
 */
const lunarSeasons = (): Entry[] => {
  const starts = numbersOf(RAMADAN)
  const fasting = starts.flatMap((start): Entry[] => {
    const eid = numbersOf(EID).find((each) => each > start) ?? start + 30
    return [
      ...stretch(start - 7, start - 1, BEFORE_RAMADAN),
      ...stretch(start, start + 13, RAMADAN_START),
      ...stretch(start + 14, eid - 8, RAMADAN_THIRD),
      ...stretch(eid - 7, eid - 1, BEFORE_EID),
      ...stretch(eid + 2, eid + 6, AFTER_EID),
    ]
  })
  const newYears = numbersOf(LUNAR_NEW_YEAR).flatMap((at) => stretch(at - 7, at - 1, BEFORE_LUNAR))
  return [...newYears, ...fasting]
}

const eidDays = (): Entry[] => numbersOf(EID).flatMap((eid) => stretch(eid, eid + 1, EID_DAYS))

const stretch = (from: number, to: number, special: SpecialDay): Entry[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => [from + i, special])

/** Years whose days may turn up in a file or be asked about. */
const YEARS = Array.from({ length: 21 }, (_, i) => 2015 + i)

const PAYDAY: SpecialDay = {
  key: 'payday',
  kind: 'payday',
  name: { en: 'payday week', id: 'minggu gajian', es: 'semana de pago', pt: 'semana de pagamento' },
}

/** Indonesian wages come from the 25th on; the money lasts to about the 5th. */
const paydays = (): Entry[] =>
  YEARS.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => civil(year, month + 1, 25)).flatMap((from) =>
      from === null ? [] : stretch(dayNumber(from), dayNumber(from) + 11, PAYDAY),
    ),
  )

const occasion = (key: string, name: SpecialDay['name']): SpecialDay => ({
  key,
  kind: 'occasion',
  name,
})
const VALENTINE = occasion('valentine', {
  en: 'Valentine’s Day',
  id: 'Hari Valentine',
  es: 'San Valentín',
  pt: 'Dia de São Valentim',
})
const WOMEN = occasion('women', {
  en: 'Women’s Day',
  id: 'Hari Perempuan',
  es: 'Día de la Mujer',
  pt: 'Dia da Mulher',
})
const MOTHERS = occasion('mothers', {
  en: 'Mother’s Day',
  id: 'Hari Ibu',
  es: 'Día de la Madre',
  pt: 'Dia das Mães',
})

const occasions = (country: Country): Entry[] =>
  YEARS.flatMap((year) => [
    ...on(civil(year, 2, 14), VALENTINE),
    ...on(civil(year, 3, 8), WOMEN),
    ...on(mothersDay(country, year), MOTHERS),
  ])

const on = (when: Day | null, special: SpecialDay): Entry[] =>
  when === null ? [] : [[dayNumber(when), special]]

const mothersDay = (country: Country, year: number): Day | null => {
  switch (country) {
    case 'ID':
      return civil(year, 12, 22)
    case 'MX':
      return civil(year, 5, 10)
    case 'US':
    case 'BR':
      return sundayOf(year, 5, 2)
    case 'ES':
    case 'PT':
      return sundayOf(year, 5, 1)
    case 'GB':
      return dayFromNumber(easterOf(year) - 21)
  }
}

const sundayOf = (year: number, month: number, nth: number): Day | null => {
  const first = civil(year, month, 1)
  if (first === null) return null
  const number = dayNumber(first)
  // 1970-01-04 was a Sunday.
  return dayFromNumber(number + ((((3 - number) % 7) + 7) % 7) + 7 * (nth - 1))
}

const civil = dayOf

/**
 * Easter Sunday as a day number: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
 * Example: 2026 is 5 April.
 */
export const easterOf = (year: number): number => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS
}

const DAY_MS = 86_400_000
