import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWindowOpen, templateText } from '../../src/whatsapp/window.ts'

const HOUR = 3_600_000
const NOW = 1_793_430_000_000

describe('the 24 hours in which we may answer freely', () => {
  test.each([
    ['nobody ever wrote', null, false],
    ['they wrote just now', NOW, true],
    ['an hour ago', NOW - HOUR, true],
    ['23 h 54 min ago', NOW - 24 * HOUR + 6 * 60_000, true],
    ['23 h 55 min ago: a queued reply would come too late', NOW - 24 * HOUR + 5 * 60_000, false],
    ['two days ago', NOW - 48 * HOUR, false],
    ['their clock runs ahead of ours', NOW + 60_000, true],
  ])('%s', (_, lastInboundAt, isOpen) => {
    expect(isWindowOpen(lastInboundAt, NOW)).toBe(isOpen)
  })
})

describe('words for a template', () => {
  test.each([
    ['Toko\nMawar', 'Toko Mawar'],
    ['turun\t\tRp 870 rb', 'turun Rp 870 rb'],
    ['jauh       sekali', 'jauh sekali'],
    ['  rapi ', 'rapi'],
    ['', '-'],
    ['\u200b\n', '-'],
  ])('%j is sent as %j', (text, sent) => {
    expect(templateText(text)).toBe(sent)
  })

  test('are always something Meta takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const sent = templateText(text)
        return sent !== '' && sent.length <= 256 && !/[\n\t]| {5,}/.test(sent)
      }),
    )
  })
})
