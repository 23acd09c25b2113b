import { expect, test } from 'vitest'
import { PACE } from '../../src/flow/world.ts'
import { aStage, QUICK } from '../support/a-phone.ts'

const DAY_MS = 86_400_000

test('a clock that was set back holds nobody: what is said is answered at once', {
  timeout: 60_000,
}, async () => {
  const pace = { ...QUICK, pair: PACE.pair, sender: PACE.sender }
  await using stage = await aStage({ options: { pace } })
  stage.clock.advance(DAY_MS)
  await stage.phone.says('menu')
  await stage.phone.waitsFor(1, 20_000)
  stage.clock.advance(-DAY_MS)
  await stage.phone.says('menu')
  const [answer] = await stage.phone.waitsFor(1, 20_000)
  expect(answer?.text).toContain('Mau lihat apa?')
})
