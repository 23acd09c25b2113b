import { describe, expect, test } from 'vitest'
import { addDays, day, weekdayOf } from '../../src/sales/day.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'

/** Five weeks with a busy Saturday afternoon, one name that no font of ours can draw. */
const timedShop = (): Uint8Array => {
  const rows = Array.from({ length: 35 }, (_, i) => addDays(day('2026-02-25'), i)).flatMap((date) =>
    [9, 12, 16].flatMap((hour) => {
      const busy = weekdayOf(date) === 6 && hour === 16 ? 5 : 1
      return [
        `${date},${hour}:15,Dago,Mawar Merah,${4 * busy},15000`,
        `${date},${hour}:40,Setiabudi,玫瑰花束,${busy},90000`,
      ]
    }),
  )
  return csv('tanggal,jam,cabang,produk,jumlah,harga', ...rows)
}

const answer = async ({ phone }: Stage): Promise<string> => {
  await phone.waitsFor(1, 20_000)
  await phone.waitsForQuiet(300)
  return phone.last()?.text ?? ''
}

describe('an owner asks for pictures', () => {
  test('each is one message with its words, and its buttons lead to the others', async () => {
    await using stage = await aStage()
    await stage.phone.sends(timedShop(), { fileName: 'penjualan.csv' })
    await answer(stage)
    const before = stage.phone.bubbles().length

    await stage.phone.says('grafik produk bulan lalu')
    expect(await answer(stage)).toContain('🏆 *Mawar Merah paling laku')
    expect(stage.phone.last()?.text).toContain('Produk 2: 玫瑰花束')
    expect(stage.phone.last()?.text).toMatch(/_Dasar: 1-31 Mar 2026, 186 penjualan, 2 cabang.*_$/)
    expect(stage.phone.last()?.attachment?.kind).toBe('image')

    await stage.phone.taps('Grafik jam')
    expect(await answer(stage)).toContain(
      '🕐 *Paling ramai: Sabtu 16.00-17.00, rata-rata Rp 750 rb*',
    )
    expect(stage.phone.last()?.text).toContain('1-31 Mar 2026')

    await stage.phone.taps('Grafik cabang')
    expect(await answer(stage)).toContain('🏬 *Setiabudi terdepan')

    await stage.phone.says('jam berapa paling rame')
    expect(await answer(stage)).toContain('🕐 *Paling ramai: Sabtu')

    await stage.phone.says('grafik lengkap')
    expect(await answer(stage)).toContain('📊 *25 Feb - 31 Mar 2026: Rp')

    await stage.phone.says('grafik')
    expect(await answer(stage)).toContain('🖼️ Di gambar: penjualan per hari')
    const pictures = stage.phone.bubbles().slice(before)
    const images = pictures.filter(({ attachment }) => attachment?.kind === 'image')
    expect(images).toHaveLength(6)
  })

  test('files without times say so instead of drawing an empty field', async () => {
    await using stage = await aStage()
    await stage.phone.sends(csv('tanggal,produk,jumlah,harga', '31/03/2026,Mawar,2,15.000'), {
      fileName: 'a.csv',
    })
    await answer(stage)
    await stage.phone.says('grafik jam')
    expect(await answer(stage)).toContain('belum memuat *jam*')
    await stage.phone.says('grafik jam tahun lalu')
    expect(await answer(stage)).toContain('📭')
  })
})
