import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day, dayNumber } from '../../src/sales/day.ts'
import { isMuted, readBell } from '../../src/store/bell.ts'
import { claimOutbox, markSent, releaseAllHeld } from '../../src/store/outbox.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { aDatabaseBefore } from '../support/old-database.ts'
import { aFolder } from '../support/props.ts'

const TODAY = day('2026-04-01')

/** A database as it was before we spoke first by anything but alerts and reminders. */
const anOldDatabase = async (path: string): Promise<void> => {
  const db = await aDatabaseBefore('0009', path)
  db.exec(`
    insert into shop (id, name, language, time_zone, currency, closing_hour, created_at)
      values ('s', 'Toko', 'id', 'Asia/Jakarta', 'IDR', 0, 0);
    insert into person (id, channel, phone, created_at) values ('p', 'c', '62811', 0);
    insert into bell (shop_id, day, kind, first_day, last_day, label, labelled_by, created_at)
      values ('s', ${dayNumber(TODAY)}, 'reminder', ${dayNumber(TODAY) - 2},
        ${dayNumber(TODAY) - 1}, 'mute', 'p', 5)`)
  const waiting = db.prepare(`insert into outbox
    (id, shop_id, person_id, body, state, next_at, created_at) values (?, 's', 'p', ?, 'held', 0, 0)`)
  const body = (fallback: object | null) =>
    JSON.stringify({
      reply: { text: 'x', choices: [], attachment: null },
      quotedId: null,
      fallback: fallback && { date: '31 Mar', line: 'turun', ...fallback },
    })
  waiting.run('alert:1', body({ tapId: 'alert:1' }))
  waiting.run('remind:1', body({ tapId: 'a', secondTapId: 'b', template: 'reminder' }))
  waiting.run('in:1:0', body(null))
  db.close()
}

test('bells keep their day and label, and waiting messages what their taps bring back', async () => {
  using folder = aFolder()
  const path = join(folder.path, 'old.db')
  await anOldDatabase(path)
  const engine = await openSqlite(path)
  expect(await engine.run(null, () => readBell('s', TODAY))).toMatchObject({
    kind: 'reminder',
    about: { from: '2026-03-30', to: '2026-03-31' },
    label: 'mute',
  })
  expect(await engine.run(null, () => isMuted('s', 'reminder'))).toBe(true)
  expect(await engine.run(null, () => readBell('s', TODAY, true))).toBeNull()
  await engine.run(null, () => releaseAllHeld(0))
  const taps: unknown[] = []
  for (const now of [1, 2, 3]) {
    const pace = { everyMs: 0, burst: 1 }
    const [parcel] = await engine.run(null, () => claimOutbox({ now, leaseUntil: 0 }, 1, pace))
    if (parcel === undefined) throw new Error('nothing waits')
    taps.push(parcel.fallback && [parcel.fallback.template, ...parcel.fallback.taps])
    await engine.run(null, () => markSent(parcel.id, `wamid.${now}`))
  }
  expect(taps).toEqual([['alert', 'alert:1', 'alerts'], ['reminder', 'a', 'b'], null])
  await engine.close()
})
