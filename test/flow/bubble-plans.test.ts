import { expect, test } from 'vitest'
import { bubblePlans } from '../../src/flow/bubble-plans.ts'
import { day } from '../../src/sales/day.ts'
import { anAnomaly } from '../replies/findings.ts'

const today = day('2026-04-01')
const shopOf = { shopId: 'mawar', today }
const alert = anAnomaly({ day: day('2026-03-31'), scope: { kind: 'branch', name: 'Dago' } })
const world = {
  store: { toldAlerts: async () => [{ day: alert.day, alert, label: null, at: 0 }] },
}
const plansOf = (id: string, taps: readonly string[] = []) =>
  bubblePlans(world, { id, taps }, shopOf)

test('an alert is about its day and the branch it rang for', async () => {
  const [plan] = await plansOf('alert:mawar:2026-03-31:person')
  expect(plan).toMatchObject({
    metric: 'revenue',
    filters: [{ dimension: 'branch', op: 'eq', values: ['Dago'] }],
    time: { from: '2026-03-31', to: '2026-03-31' },
  })
})

test('an alert that is long forgotten is about its day', async () => {
  const [plan] = await plansOf('alert:mawar:2026-01-05:person')
  expect(plan).toMatchObject({ filters: [], time: { from: '2026-01-05' } })
})

test('a digest or a report is about the days its buttons lead on to', async () => {
  const [plan] = await plansOf('digest:x:person', ['menu', 'summary:2026-03-23..2026-03-29'])
  expect(plan).toMatchObject({ time: { from: '2026-03-23', to: '2026-03-29', grain: 'days' } })
})

test('a greeting is about nothing', async () => {
  expect(await plansOf('in:1:0', ['menu', 'language:en'])).toEqual([])
})
