import type { Weekday } from '../sales/day.ts'

/** Names of days, months and small numbers, Indonesian and English, with the usual short forms. */

/** 1 Monday … 7 Sunday; `minggu` is left to the grammar, which knows it is a week as well. */
export const weekdayNamed = (word: string): Weekday | null => WEEKDAYS.get(word) ?? null

/** 1 January … 12 December. */
export const monthNamed = (word: string): number | null => MONTHS.get(word) ?? null

/** `7` and `tujuh`; null for words that are no whole number. */
export const numberOf = (word: string): number | null =>
  /^\d{1,4}$/.test(word) ? Number(word) : (NUMBERS.get(word) ?? null)

/** Rows of words, the n-th row meaning n. */
const numbered = <Value extends number>(
  rows: readonly string[],
  values: readonly Value[],
): ReadonlyMap<string, Value> =>
  new Map(
    rows.flatMap((row, i) => {
      const value = values[i]
      return value === undefined ? [] : row.split(' ').map((word) => [word, value] as const)
    }),
  )

const WEEKDAYS = numbered<Weekday>(
  [
    'senin monday mon',
    'selasa tuesday tue tues',
    'rabu wednesday wed',
    'kamis thursday thu thurs',
    "jumat jum'at friday fri",
    'sabtu saturday sat',
    'ahad sunday sun',
  ],
  [1, 2, 3, 4, 5, 6, 7],
)

const MONTHS = numbered(
  [
    'januari january jan',
    'februari pebruari february feb',
    'maret march mar',
    'april apr',
    'mei may',
    'juni june jun',
    'juli july jul',
    'agustus august agt agu aug',
    'september sept sep',
    'oktober october okt oct',
    'november nopember nov nop',
    'desember december des dec',
  ],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
)

const NUMBERS = numbered(
  [
    'satu one',
    'dua two',
    'tiga three',
    'empat four',
    'lima five',
    'enam six',
    'tujuh seven',
    'delapan eight',
    'sembilan nine',
    'sepuluh ten',
  ],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
)
