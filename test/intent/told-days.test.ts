import { describe, expect, test } from 'vitest'
import { route } from '../../src/intent/route.ts'
import { readToldArgument, toldTap } from '../../src/intent/told-days.ts'
import { day } from '../../src/sales/day.ts'
import { tapped, typed } from './arrivals.ts'

/** Wednesday. */
const today = day('2026-04-01')
const meaning = (text: string, on = today): string => {
  const intent = route(typed(text), { today: on, language: 'id' })
  if (intent.kind !== 'command') return intent.kind
  const span = intent.period ? `${intent.period.span.from}..${intent.period.span.to}` : ''
  return [intent.name, intent.argument, span].filter(Boolean).join(' ')
}
const TOMORROW = '2026-04-02..2026-04-02'

describe('an owner tells about days', () => {
  test.each([
    ['besok tutup', `days closed// ${TOMORROW}`],
    ['Besok tutup ya', `days closed// ${TOMORROW}`],
    ['bsk libur', `days closed// ${TOMORROW}`],
    ['toko tutup besok', `days closed// ${TOMORROW}`],
    ['besok kita tutup karena mudik', `days closed//mudik ${TOMORROW}`],
    ['tutup 25 desember', 'days closed// 2026-12-25..2026-12-25'],
    ['libur 10-12 april', 'days closed// 2026-04-10..2026-04-12'],
    ['tutup senin sampai rabu', 'days closed// 2026-04-06..2026-04-08'],
    ['kemarin tutup', 'days closed// 2026-03-31..2026-03-31'],
    ['hari ini libur', 'days closed// 2026-04-01..2026-04-01'],
    ['cabang dago tutup besok', `days closed/dago/ ${TOMORROW}`],
    ['besok cabang setiabudi libur', `days closed/setiabudi/ ${TOMORROW}`],
    ['ada acara besok', `days event// ${TOMORROW}`],
    ['besok ada acara wisuda', `days event//wisuda ${TOMORROW}`],
    ['bazar sabtu', 'days event//bazar 2026-04-04..2026-04-04'],
    ['besok buka', `days open// ${TOMORROW}`],
    ['hari minggu buka', 'days open// 2026-04-05..2026-04-05'],
    ['closed tomorrow', `days closed// ${TOMORROW}`],
    ['we are closed tomorrow', `days closed// ${TOMORROW}`],
    ['closed on december 25', 'days closed// 2026-12-25..2026-12-25'],
    ['dago branch closed tomorrow', `days closed/dago/ ${TOMORROW}`],
    ['we have an event on saturday', 'days event// 2026-04-04..2026-04-04'],
    ['open tomorrow', `days open// ${TOMORROW}`],
    ['hari tutup', 'days'],
    ['closed days', 'days'],
  ])('%s', (text, wanted) => {
    expect(meaning(text)).toBe(wanted)
  })

  test('a date that has just gone by is the one gone by', () => {
    expect(meaning('tutup 25 desember', day('2026-12-27'))).toBe(
      'days closed// 2026-12-25..2026-12-25',
    )
  })

  test.each([
    'besok tutup?',
    'besok tutup jam berapa',
    'apakah besok buka',
    'are we open tomorrow',
    'besok tidak tutup',
    'kenapa kemarin tutup',
    'besok tutup buku',
    'besok buka grafik',
    'buket wisuda besok',
    'tutup',
    'jangan tutup besok',
    'cabang besok tutup',
    'tutup 1 april 2026 sampai 31 desember 2026',
  ])('%s tells nothing about days', (text) => {
    expect(meaning(text)).not.toMatch(/^days /)
  })

  test('a button tells the same', () => {
    const span = { from: today, to: today }
    const intent = route(tapped(toldTap('event', span)), { today, language: 'id' })
    expect(intent).toMatchObject({ name: 'days', argument: 'event', period: { span } })
    expect(readToldArgument('event')).toEqual({ kind: 'event', place: '', note: '' })
    expect(route(tapped('days:undo:17'), { today, language: 'id' })).toMatchObject({
      argument: 'undo:17',
    })
  })
})
