import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlertLabel,
  mannersOf,
  newsOf,
  type ToldAlert,
  usefulness,
} from '../../src/analytics/alert-rules.ts'
import type { Anomaly } from '../../src/analytics/findings.ts'
import { causeKey, patientChance } from '../../src/analytics/manners.ts'
import { addDays, day } from '../../src/sales/day.ts'

const TODAY = day('2026-03-31')

const anAnomaly = (rest: Partial<Anomaly> = {}): Anomaly => ({
  day: TODAY,
  scope: { kind: 'branch', name: 'Dago' },
  direction: 'down',
  zeroDay: false,
  actual: 400_000,
  usual: { likely: 1_000_000, low: 800_000, high: 1_200_000 },
  score: -4,
  causes: [],
  othersNormal: true,
  ...rest,
})

const told = (
  daysAgo: number,
  label: AlertLabel | null = null,
  rest: Partial<Anomaly> = {},
): ToldAlert => {
  const on = addDays(TODAY, -daysAgo)
  return { day: on, alert: anAnomaly({ day: on, ...rest }), label, at: 0 }
}

const riau = anAnomaly({ scope: { kind: 'branch', name: 'Riau' } })
const slump = anAnomaly({ lasting: { kind: 'slump', since: addDays(TODAY, -9), days: 8 } })

describe('what is told', () => {
  test('one cause rings once in three days, then again', () => {
    expect(newsOf([anAnomaly()], [told(1)], TODAY)).toBeNull()
    expect(newsOf([anAnomaly()], [told(3)], TODAY)).toBeNull()
    expect(newsOf([anAnomaly()], [told(4)], TODAY)).toEqual(anAnomaly())
  })

  test('sooner when it got worse by a quarter', () => {
    const worse = anAnomaly({ actual: 200_000 })
    expect(newsOf([worse], [told(1)], TODAY)).toEqual(worse)
    expect(newsOf([anAnomaly({ actual: 350_000 })], [told(1)], TODAY)).toBeNull()
  })

  test('another branch, or the other direction, is other news', () => {
    expect(newsOf([riau], [told(1)], TODAY)).toEqual(riau)
    const up = anAnomaly({ direction: 'up', actual: 2_000_000 })
    expect(newsOf([up], [told(1)], TODAY)).toEqual(up)
  })

  test('what was said beside the headline is silent too', () => {
    const beside: ToldAlert = { ...told(1), alert: { ...riau, also: [anAnomaly()] } }
    expect(newsOf([anAnomaly()], [beside], TODAY)).toBeNull()
  })

  test('three reasons in one bubble, no more', () => {
    const four = ['Dago', 'Riau', 'Braga', 'Kopo'].map((name) =>
      anAnomaly({ scope: { kind: 'branch', name } }),
    )
    expect(newsOf(four, [], TODAY)?.also).toHaveLength(2)
  })

  test('a muted cause never rings again, another one does', () => {
    expect(newsOf([anAnomaly(), riau], [told(60, 'mute')], TODAY)).toEqual(riau)
  })

  test('the shop’s fall that is one muted branch’s fall is silent with it', () => {
    const dago = { kind: 'branch' as const, name: 'Dago', actual: 1, expected: 2, delta: -1 }
    const shop = (share: number) =>
      anAnomaly({ scope: { kind: 'shop' }, causes: [{ ...dago, share }] })
    expect(newsOf([shop(0.9)], [told(60, 'mute')], TODAY)).toBeNull()
    expect(newsOf([shop(0.9)], [told(2)], TODAY)).toBeNull()
    expect(newsOf([shop(0.4)], [told(60, 'mute')], TODAY)).toEqual(shop(0.4))
  })

  test('a change that lasts is told instead of its newest day, once in three weeks', () => {
    expect(newsOf([anAnomaly(), slump], [told(1)], TODAY)).toEqual(slump)
    const before = told(10, null, { lasting: { kind: 'slump', since: TODAY, days: 7 } })
    expect(newsOf([slump], [before], TODAY)).toBeNull()
  })
})

describe('what the owner says moves the bell', () => {
  const key = causeKey(anAnomaly())

  test('“normal” makes that cause half as much harder, “promo” a little easier', () => {
    expect(mannersOf('usual', [told(40, 'normal')], TODAY).patience[key]).toBeCloseTo(1.5)
    expect(mannersOf('usual', [told(40, 'promo')], TODAY).patience[key]).toBeCloseTo(0.9)
    expect(mannersOf('usual', [told(40)], TODAY).patience).toEqual({})
    expect(patientChance(0.001, key, { leniency: 1, patience: { [key]: 1.5 } })).toBeCloseTo(0.01)
  })

  test('never deaf for good, never a crybaby', () => {
    const labels = fc.array(fc.constantFrom<AlertLabel>('normal', 'mute', 'closed', 'promo'))
    fc.assert(
      fc.property(labels, (list) => {
        const { patience } = mannersOf(
          'usual',
          list.map((label, i) => told(40 + i, label)),
          TODAY,
        )
        expect(patience[key] ?? 1).toBeGreaterThanOrEqual(0.5)
        expect(patience[key] ?? 1).toBeLessThanOrEqual(5)
      }),
    )
  })

  test('fewer alerts ring half as readily, more twice, a spent month a tenth', () => {
    expect(mannersOf('less', [], TODAY).leniency).toBe(0.5)
    expect(mannersOf('usual', [], TODAY).leniency).toBe(1)
    expect(mannersOf('more', [], TODAY).leniency).toBe(2)
    const month = [1, 5, 9, 13].map((daysAgo) => told(daysAgo))
    expect(mannersOf('usual', month, TODAY).leniency).toBeCloseTo(0.1)
    expect(mannersOf('more', month, TODAY).leniency).toBe(2)
    expect(
      mannersOf(
        'usual',
        month.map((one) => ({ ...one, day: addDays(one.day, -40) })),
        TODAY,
      ).leniency,
    ).toBe(1)
  })

  test('it stops when fewer than half of ten were worth it', () => {
    const ten = (useful: number) =>
      Array.from({ length: 10 }, (_, i) => told(i, i < useful ? 'closed' : 'normal'))
    expect(usefulness(ten(4))).toEqual({ labelled: 10, useful: 4, shouldStop: true })
    expect(usefulness(ten(5)).shouldStop).toBe(false)
    expect(usefulness(ten(0).slice(0, 9)).shouldStop).toBe(false)
    // Older words than the newest ten are forgotten.
    const older = Array.from({ length: 20 }, (_, i) => told(20 + i, 'normal'))
    expect(usefulness([...older, ...ten(10)])).toMatchObject({ useful: 10, shouldStop: false })
  })
})
