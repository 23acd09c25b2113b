import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { type Day, day } from '../../src/sales/day.ts'
import { aStage, QUICK, type Stage } from '../support/a-phone.ts'
import { csv, steadyShop } from '../support/files.ts'

const HOUR = 3_600_000
const PATIENCE_MS = 120_000
const SILENCE_MS = 700
const YESTERDAY = day('2026-03-31')

const aWatched = (): Promise<Stage> =>
  aStage({ now: '2026-04-01T03:00:00Z', options: { pace: { ...QUICK, scheduleMs: 100 } } })

/** Everything the shop has said since the person's last message. */
const heard = async ({ phone }: Stage, count = 1): Promise<string[]> => {
  await phone.waitsFor(count, 60_000)
  return (await phone.waitsForQuiet(SILENCE_MS)).map(({ text }) => text.replaceAll('\u00a0', ' '))
}

const says = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  return (await heard(stage))[0] ?? ''
}

const sends = async (stage: Stage, bytes: Uint8Array, count = 1): Promise<string[]> => {
  await stage.phone.sends(bytes, { fileName: `${stage.clock.now()}.csv` })
  return heard(stage, count)
}

const badBranch = steadyShop({ until: YESTERDAY, lastDayFactor: 0.2, lastDayBranch: 'Dago' })

describe('“see details” of an alert', { timeout: PATIENCE_MS }, () => {
  test('about a branch explains that branch, not the shop', async () => {
    await using stage = await aWatched()
    const [, alert = ''] = await sends(stage, badBranch.bytes, 2)
    expect(alert).toContain('Cabang Dago turun')
    await stage.phone.taps('Lihat rincian')
    const [details = ''] = await heard(stage)
    expect(details).toMatch(/^_.*Dago.*_\n/)
    expect(details).not.toContain('Setiabudi')
    expect(details).toContain('1 cabang')
    // The same figure as in the alert: what the branch sold that day.
    const sold = /\n(Rp [\d.,]+ (?:rb|jt));/.exec(alert)?.[1]
    expect(sold).toBeDefined()
    expect(details).toContain(sold)
    // And the same fall: another idea of what is usual would be one too many in one chat.
    const fall = /turun (Rp [\d.,]+ (?:rb|jt))/
    expect(fall.exec(details)?.[1]).toBe(fall.exec(alert)?.[1])
    // The whole shop is still there for who asks for it.
    expect(await says(stage, 'kenapa kemarin')).toContain('Cabang Dago')
  })
})

describe('“do not remind me”, typed', { timeout: PATIENCE_MS }, () => {
  test('after a reminder mutes the reminder; to the quoted alert it mutes the alert', async () => {
    await using stage = await aWatched()
    const { store } = stage.app
    await sends(stage, badBranch.bytes, 2)
    const alert = stage.phone.last()
    if (alert === null) throw new Error('no alert came')
    for (const n of [1, 2, 3, 4]) {
      stage.clock.advance(13 * HOUR)
      await sends(stage, ribbons(YESTERDAY, n))
    }
    stage.clock.advance(23 * HOUR)
    await says(stage, 'menu')
    stage.clock.advance(20 * HOUR)
    const [, reminder = ''] = await heard(stage, 2)
    expect(reminder).toContain('👀')
    await stage.phone.replies(alert, 'Jangan ingatkan')
    expect((await heard(stage))[0]).toContain('yang ini tidak saya ingatkan lagi')
    expect(await store.toldAlerts('default')).toMatchObject([{ label: 'mute' }])
    expect(await store.isMuted('default', 'reminder')).toBe(false)

    expect(await says(stage, 'Jangan ingatkan')).toContain('tidak saya tanyakan lagi')
    expect(await store.isMuted('default', 'reminder')).toBe(true)
  })
})

/** A little file more of a day that is there. */
const ribbons = (on: Day, n: number): Uint8Array =>
  csv('tanggal,produk,jumlah,harga,cabang,warna', `${on},Pita ${n},1,1000,Dago,merah`)

test('a key to the API is shown in the chat and stays nowhere in the database', async () => {
  await using stage = await aWatched()
  const [secret = ''] = /shopbell_[\w-]{43}/.exec(await says(stage, 'token baru kasir')) ?? []
  expect(secret).not.toBe('')
  using db = readOnly(join(stage.folder, 'shop.db'))
  const bodies = db.all('select body as text from outbox union all select arrival from inbox')
  expect(bodies.some((text) => text.includes('shopbell_'))).toBe(false)
  expect(bodies.some((text) => text.includes('tokennya tidak disimpan'))).toBe(true)
})

const readOnly = (path: string) => {
  const db = new Database(path, { readonly: true })
  return {
    all: (sql: string): string[] =>
      db
        .prepare<[], { text: string }>(sql)
        .all()
        .map((row) => row.text),
    [Symbol.dispose]: () => void db.close(),
  }
}
