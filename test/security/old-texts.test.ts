import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sweepUnfinished } from '../../src/flow/sweep.ts'
import { makeLog } from '../../src/log.ts'
import { aStage } from '../support/a-phone.ts'
import { aFolder } from '../support/props.ts'
import { lookInto, rowsAsText, tablesIn } from './tables.ts'

const DAY_MS = 86_400_000
const MARK = 'melati4711'

test('a month after somebody wrote, no table holds their words or our answer to them', async () => {
  using folder = aFolder()
  const databaseUrl = `file:${folder.path}/shop.db`
  await using stage = await aStage({ options: { databaseUrl } })
  await stage.phone.says(`stok ${MARK} 40`)
  const [answer] = await stage.phone.waitsFor(1, 15_000)
  const said = /[\p{L}]{6,}/u.exec(answer?.text ?? '')?.[0] ?? 'no answer'
  using db = lookInto(databaseUrl)
  const holders = (): readonly string[] =>
    tablesIn(db)
      .filter(({ name }) => ['inbox', 'outbox'].includes(name))
      .filter((table) => [MARK, said].some((word) => rowsAsText(db, table).includes(word)))
      .map(({ name }) => name)
  expect(holders()).toEqual(['inbox', 'outbox'])
  const sweeps = async (): Promise<void> => {
    const { store } = stage.app
    const loop = sweepUnfinished({ store, log: makeLog('silent'), now: stage.clock.now })
    await sleep(50)
    await loop.stop()
  }
  stage.clock.advance(29 * DAY_MS)
  await sweeps()
  expect(holders()).toEqual(['inbox', 'outbox'])
  stage.clock.advance(2 * DAY_MS)
  await sweeps()
  expect(holders()).toEqual([])
})
