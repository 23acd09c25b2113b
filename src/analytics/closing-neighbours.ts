import { RUN_DAYS_MAX, runAround } from './closings.ts'
import { placeInWeek } from './history.ts'
import type { Ledger } from './ledger.ts'
import type { SpecialDay, SpecialDays } from './special-days.ts'

const EVE: SpecialDay = {
  key: 'closing-eve',
  kind: 'closing',
  name: {
    en: 'day before a closed day',
    id: 'sehari sebelum tutup',
    es: 'víspera de un cierre',
    pt: 'véspera de um dia fechado',
  },
}
const AFTER: SpecialDay = {
  key: 'closing-after',
  kind: 'closing',
  name: {
    en: 'first day after closing',
    id: 'hari pertama sesudah tutup',
    es: 'primer día después de un cierre',
    pt: 'primeiro dia depois de fechar',
  },
}

/**
 * Adds the days beside a closing to what is special: people buy ahead (35 bakeries sold 25 % more on the eve of a
 * holiday and 10 % more after it). `isClosed` tells of days after the page's end. Weekly closing days between do
 * not count: before a closed Monday the eve is Saturday where Sunday is closed anyway.
 */
export const withClosingNeighbours = (
  special: SpecialDays,
  { calendar, lines }: Pick<Ledger, 'calendar' | 'lines'>,
  isClosed: (dayNumber: number) => boolean,
): SpecialDays => {
  const end = calendar.start + lines.length
  const isWeekly = (number: number) => calendar.closedPlaces.includes(placeInWeek(number))
  const isOff = (number: number): boolean => {
    if (isWeekly(number) || calendar.emptyByChance) return false
    if (number >= end) return isClosed(number)
    const i = number - calendar.start
    return i > 0 && (lines[i] ?? 0) === 0 && runAround(lines, i) <= RUN_DAYS_MAX
  }
  const leadsTo = (number: number, step: 1 | -1): boolean => {
    let next = number + step
    for (let skipped = 0; skipped < WEEKLY_SKIPPED_MAX && isWeekly(next); skipped += 1) next += step
    return isOff(next)
  }
  return (number) => {
    const named = special(number)
    const isNamed = named !== null && named.kind !== 'payday'
    if (isNamed || isWeekly(number) || isOff(number)) return named
    if (leadsTo(number, 1)) return EVE
    return leadsTo(number, -1) ? AFTER : named
  }
}

/** A weekend of two closed days lies between at most. */
const WEEKLY_SKIPPED_MAX = 2
