import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/assistant/facts.ts'
import { anAnomaly, aSummary, FORMAT, someFindings } from './shop.ts'

const facts = factsOf(someFindings(), FORMAT)
const about = (text: string) => facts.find((fact) => fact.about === text)

describe('findings as facts', () => {
  test('each has its own id: f for figures and dates, n for names', () => {
    const ids = facts.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(facts.every(({ id, role }) => id.startsWith('n') === (role === 'name'))).toBe(true)
  })

  test('carry figure and name written by the caller', () => {
    expect(about('net sales')?.rendered).toBe('Rp 1.647.003')
    expect(about('best-selling product')?.rendered).toBe('Mawar Merah')
    expect(about('units expected, as a range')?.rendered).toBe('52-70')
    expect(about('units to order of it')?.rendered).toBe('160')
  })

  test('say direction and size of a change', () => {
    const change = (ratio: number) =>
      factsOf(
        someFindings({
          summary: aSummary({
            comparison: { kind: 'weekday', expected: 1, change: ratio, days: 8 },
          }),
        }),
        FORMAT,
      ).find(({ role }) => role === 'change')
    expect(change(0.128)).toMatchObject({ direction: 'up', size: 'clear', rendered: '13%' })
    expect(change(-0.4)).toMatchObject({ direction: 'down', size: 'strong', rendered: '40%' })
    expect(change(0.03)).toMatchObject({ direction: 'up', size: 'slight' })
    expect(change(-0.01)).toMatchObject({ direction: 'flat', size: null })
  })

  test('a day that still runs is stated, never judged', () => {
    const running = factsOf(someFindings({ summary: aSummary({ complete: false }) }), FORMAT)
    expect(running.filter(({ topic, role }) => topic === 'sales' && role === 'change')).toEqual([])
    expect(running.some(({ about: text }) => text.includes('do not judge'))).toBe(true)
  })

  test('one branch is first among nothing', () => {
    const alone = aSummary({ branches: [{ name: 'Dago', revenue: 1, share: 1 }] })
    const told = factsOf(someFindings({ summary: alone }), FORMAT)
    expect(told.some(({ topic }) => topic === 'branch')).toBe(false)
  })

  test('two broken habits are told, the rest is left to the alert', () => {
    const three = [anAnomaly(), anAnomaly(), anAnomaly()]
    const topics = factsOf(someFindings({ anomalies: three }), FORMAT).map(({ topic }) => topic)
    expect(new Set(topics.filter((topic) => topic.startsWith('broken')))).toEqual(
      new Set(['broken habit a', 'broken habit b']),
    )
  })

  test('against a usual of nothing there is no percent', () => {
    const fromNothing = anAnomaly({
      usual: { likely: 0, low: 0, high: 0 },
      direction: 'up',
      causes: [],
    })
    const told = factsOf(someFindings({ anomalies: [fromNothing] }), FORMAT)
    const broken = told.filter(({ topic }) => topic.startsWith('broken'))
    expect(broken.some(({ role }) => role === 'change')).toBe(false)
    expect(broken.every(({ rendered }) => !/NaN|Infinity/.test(rendered))).toBe(true)
  })

  test('nothing found is no fact', () => {
    const none = { summary: null, forecast: null, restock: null, anomalies: [] }
    expect(factsOf(none, FORMAT)).toEqual([])
  })
})
