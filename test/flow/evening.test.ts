import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../src/sales/day.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { aStage, QUICK, type Stage } from '../support/a-phone.ts'
import { anApi } from '../support/an-api.ts'
import { bytesOf } from '../support/files.ts'
import { seededRandom } from '../support/random.ts'

const HOUR = 3_600_000
const PATIENCE_MS = 60_000
const PACE = { ...QUICK, scheduleMs: 100 }

/** Nine weeks of two branches, a sale every hour from ten until a quarter to nine; `last` is what the newest day sold. */
const timedFile = (until: Day, last: { readonly factor: number; readonly untilHour?: number }) => {
  const chance = seededRandom(11)
  const rows = Array.from({ length: 63 }, (_, i) => addDays(until, i - 62)).flatMap((date) =>
    ['Dago', 'Setiabudi'].flatMap((branch) =>
      Array.from({ length: 11 }, (_, i) => i + 10)
        .filter((hour) => date !== until || hour < (last.untilHour ?? 24))
        .map((hour) => {
          const factor = date === until && branch === 'Dago' ? last.factor : 1
          const sold = Math.max(1, Math.round((9 + chance() * 2) * factor))
          return `${date} ${hour}:45,Mawar Merah,${sold},15000,${branch}`
        }),
    ),
  )
  return bytesOf(`tanggal,produk,jumlah,harga,cabang\n${rows.join('\n')}\n`)
}

const aShopAt = (now: string, shop: Partial<Shop> = {}): Promise<Stage> =>
  aStage({ now, shop, options: { pace: PACE } })

const sends = async (stage: Stage, bytes: Uint8Array): Promise<readonly string[]> => {
  await stage.phone.sends(bytes, { fileName: 'penjualan.csv' })
  await stage.phone.waitsFor(1, 20_000)
  return (await stage.phone.waitsForQuiet(700)).map(({ text }) => text.replaceAll('\u00a0', ' '))
}

const TUESDAY = day('2026-03-31')

describe('a file of the evening', { timeout: PATIENCE_MS }, () => {
  test('sent after the last sale is judged there and then, once', async () => {
    // 21:30 in Jakarta.
    await using stage = await aShopAt('2026-03-31T14:30:00Z')
    const [receipt, alert = '', ...more] = await sends(stage, timedFile(TUESDAY, { factor: 0.2 }))
    expect(receipt).toContain('✅')
    expect(alert).toMatch(/^⚠️ \*Cabang Dago turun .*\* hari ini \(31 Mar\)/)
    expect(more).toEqual([])
    // Nothing of it again in the morning, and the summary takes the day as whole.
    stage.clock.advance(11 * HOUR)
    expect(await stage.phone.waitsForQuiet(700)).toHaveLength(2)
    await stage.phone.says('kemarin')
    await stage.phone.waitsFor(1, 20_000)
    expect(stage.phone.last()?.text).not.toContain('belum')
  })

  test('sent at noon is not judged, neither then nor in the morning; the next file finishes the day', async () => {
    await using stage = await aShopAt('2026-03-31T05:00:00Z')
    const noon = timedFile(TUESDAY, { factor: 1, untilHour: 12 })
    expect(await sends(stage, noon)).toHaveLength(1)
    stage.clock.advance(20 * HOUR)
    expect(await stage.phone.waitsForQuiet(700)).toHaveLength(1)
    const [, alert = ''] = await sends(stage, timedFile(TUESDAY, { factor: 0.2 }))
    expect(alert).toMatch(/Cabang Dago turun .*kemarin/)
  })

  test('sent by night without anybody awake waits for the morning', async () => {
    await using api = await anApi({ now: '2026-03-31T03:00:00Z', options: { pace: PACE } })
    const { stage } = api
    const before = timedFile(addDays(TUESDAY, -1), { factor: 1 })
    expect(await sends(stage, before)).toHaveLength(1)
    // The till sends by itself at half past nine, in quiet hours.
    stage.clock.advance(11.5 * HOUR)
    expect((await api.sends(timedFile(TUESDAY, { factor: 0.2 }))).status).toBe(201)
    expect(await stage.phone.waitsForQuiet(700)).toHaveLength(1)
    stage.clock.advance(10 * HOUR)
    await stage.phone.waitsFor(2, 20_000)
    expect(stage.phone.last()?.text).toMatch(/turun .*kemarin \(31 Mar\)/)
  })

  test('in the week the clocks change is held against the wall’s evenings, not against UTC', async () => {
    // Berlin changed to summer time on 29 March: 21:30 on the wall is 19:30 UTC, it was 20:30 UTC before.
    await using stage = await aShopAt('2026-03-31T19:30:00Z', { timeZone: 'Europe/Berlin' })
    const [, alert = ''] = await sends(stage, timedFile(TUESDAY, { factor: 0.2 }))
    expect(alert).toContain('hari ini')
    // 20:30 on the wall: the shop is still open, although it is 19:30 in last week's hours.
    await using early = await aShopAt('2026-03-31T18:30:00Z', { timeZone: 'Europe/Berlin' })
    expect(await sends(early, timedFile(TUESDAY, { factor: 0.2, untilHour: 20 }))).toHaveLength(1)
  })

  test('of a bar that closes at three waits for three o’clock', async () => {
    await using stage = await aShopAt('2026-03-31T18:30:00Z', { closingHour: 3 })
    // 01:30 at night still belongs to Tuesday.
    expect(await sends(stage, timedFile(TUESDAY, { factor: 0.2 }))).toHaveLength(1)
    stage.clock.advance(2 * HOUR)
    const late = bytesOf(
      `${new TextDecoder().decode(timedFile(TUESDAY, { factor: 0.2 }))}2026-03-31 21:10,Lily Putih,1,25000,Dago\n`,
    )
    const [, alert = ''] = await sends(stage, late)
    expect(alert).toMatch(/Cabang Dago turun .*kemarin/)
  })
})
