import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/sales/shop.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { anArrival } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { asks } from '../support/people.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the files end on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'
/** Conversations of many turns, also on a busy machine. */
const PATIENCE_MS = 90_000

const drawn = ({ phone }: Stage): string => {
  const bubble = phone.last()
  if (!bubble) throw new Error('no bubble')
  const buttons = bubble.choices.map(({ title }) => `[${title}]`).join(' ')
  return `${bubble.text}\n${buttons}`.trim().replaceAll('\u00a0', ' ')
}
const answered = async (stage: Stage): Promise<string> => {
  await stage.phone.waitsFor(1, 20_000)
  const heard = await stage.phone.waitsForQuiet(200)
  expect(heard.map(({ text }) => text)).toEqual([stage.phone.last()?.text])
  return drawn(stage)
}
const says = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  return answered(stage)
}
const taps = async (stage: Stage, title: string): Promise<string> => {
  await stage.phone.taps(title)
  return answered(stage)
}
const FILE = [
  '2026-03-30,Mawar Merah,3,15000,Dago',
  '2026-03-30,Lily Putih,2,20000,Setiabudi',
  '2026-03-31,Mawar Merah,10,15000,Dago',
]
const aShopWith = async (language: Language = 'id'): Promise<Stage> => {
  const stage = await aStage({ now: NOW, shop: { language } })
  const file = csv('tanggal,produk,jumlah,harga,cabang', ...FILE)
  await stage.phone.sends(file, { fileName: 'p.csv' })
  await answered(stage)
  return stage
}

describe('a sale told by hand', { timeout: PATIENCE_MS }, () => {
  test('booked word for word, the day counted on, put right, taken back', async () => {
    await using stage = await aShopWith()
    expect(await says(stage, 'laku 3 mawar 15rb dago')).toBe(
      '✅ *Dicatat: 3 Mawar Merah × Rp 15.000 = Rp 45.000*\nDago · ' +
        'Hari ini sejauh ini: *Rp 45.000*\n_Dasar: 1 penjualan, 1 cabang_\n[Batalkan] [Ganti]',
    )
    // An hour later the same words are another sale, at the same branch.
    stage.clock.advance(3_600_000)
    expect(await says(stage, 'laku 3 mawar 15rb')).toContain('Hari ini sejauh ini: *Rp 90.000*')
    expect(await says(stage, 'eh 4 bukan 3')).toBe(
      '✅ *Diperbaiki: 4 Mawar Merah × Rp 15.000 = Rp 60.000*\nDago · ' +
        'Hari ini sejauh ini: *Rp 105.000*\n_Dasar: 2 penjualan, 1 cabang_\n[Batalkan] [Ganti]',
    )
    expect(await says(stage, 'salah, 12rb')).toContain('4 Mawar Merah × Rp 12.000 = Rp 48.000')
    expect(await taps(stage, 'Ganti')).toContain('Yang benar bagaimana?')
    expect(await says(stage, 'lily')).toContain('Lily')
    expect(await says(stage, 'hari ini')).toContain('Rp 93.000')
    expect(await says(stage, 'hapus terakhir')).toContain('Dibatalkan: 4 Lily Putih')
    expect(await says(stage, 'batal')).toContain('Dibatalkan: 3 Mawar Merah')
    expect(await says(stage, 'batal')).toContain('p.csv')
  })

  test('asks what it cannot know: one or all, which branch, a new product once', async () => {
    await using stage = await aShopWith()
    expect(await says(stage, 'laku 2 buket jumbo 150rb')).toBe(
      '*“buket jumbo” belum pernah ada. Catat sebagai barang baru?*\nBelum ada yang dicatat.\n[Barang baru] [Tidak jadi]',
    )
    expect(await taps(stage, 'Barang baru')).toBe(
      '*Cabang mana?*\nBelum ada yang dicatat.\n[Dago] [Setiabudi] [Tidak jadi]',
    )
    expect(await taps(stage, 'Setiabudi')).toBe(
      '*Rp 150.000 itu satuan, atau untuk 2 sekaligus?*\nBelum ada yang dicatat.\n[Rp 150.000 satuan] [Rp 150.000 semua]',
    )
    expect(await taps(stage, 'Rp 150.000 satuan')).toContain(
      'Dicatat: 2 Buket jumbo × Rp 150.000 = Rp 300.000*\nSetiabudi · Hari ini',
    )
    expect(await says(stage, 'laku 1 buket jumbo')).toContain('= Rp 150.000 (harga biasa)*')
    expect(await says(stage, 'laku 3 buket jumbo 450rb')).toContain('3 Buket jumbo × Rp 150.000')
    expect(await says(stage, 'retur 1 buket jumbo')).toContain('Retur 1 Buket jumbo = -Rp 150.000')
    expect(await says(stage, 'kemarin laku 3 mawar 45rb, 2 lily 20rb dago')).toBe(
      '✅ *Dicatat: 2 barang, Rp 85.000*\n- 3 Mawar Merah × Rp 15.000 = Rp 45.000\n' +
        '- 2 Lily Putih × Rp 20.000 = Rp 40.000\nDago · Selasa 31 Mar sekarang: *Rp 235.000*\n' +
        '_Dasar: 3 penjualan, 1 cabang_\n[Batalkan] [Ganti]',
    )
    expect(await says(stage, 'baris 2 jadi 5')).toContain('5 Lily Putih × Rp 20.000 = Rp 100.000')
    expect(await says(stage, 'file')).not.toContain('Lily Putih')
  })

  test('the till file of the day comes later: what it has too is counted once, the rest is asked about', async () => {
    await using stage = await aShopWith()
    await says(stage, 'laku 3 mawar 15rb dago')
    await says(stage, 'laku 1 lily 20rb dago')
    const rows = ['2026-04-01,Mawar Merah,3,15000,Dago', '2026-04-01,Mawar Merah,1,15000,Dago']
    await stage.phone.sends(csv('tanggal,produk,jumlah,harga,cabang', ...rows), {
      fileName: 'hari-ini.csv',
    })
    const receipt = await answered(stage)
    expect(receipt).toContain('1 penjualan yang Anda ketik juga ada di file ini: dihitung sekali.')
    expect(receipt).toContain('1 penjualan yang Anda ketik di hari yang sama tidak ada di file')
    expect(receipt).toContain('[Ganti hari ini]')
    expect(await says(stage, 'hari ini')).toContain('Rp 80.000')
    await says(stage, 'file')
    await stage.phone.says('laku 3 mawar 15rb dago')
    // Typed after the file came: another sale.
    expect(await answered(stage)).toContain('Hari ini sejauh ini: *Rp 125.000*')
    await says(stage, 'batal')
    expect(await says(stage, 'batal')).toContain('hari-ini.csv')
    expect(await says(stage, 'hari ini')).toContain('Rp 65.000')
  })

  test.each<[Language, readonly (readonly [string, string])[]]>([
    [
      'en',
      [
        ['sold 3 mawar 15k dago', '✅ *Booked: 3 Mawar Merah × Rp 15,000 = Rp 45,000*'],
        ['it was 4 not 3', 'Corrected: 4 Mawar Merah'],
        ['delete last', 'Taken back: 4 Mawar Merah'],
      ],
    ],
    [
      'es',
      [
        ['vendí 3 mawar a 15 en dago', 'Anotado: 3 Mawar Merah'],
        ['eran 4 no 3', 'Corregido: 4 Mawar Merah'],
        ['borra la última', 'Quitado: 4 Mawar Merah'],
      ],
    ],
    [
      'pt',
      [
        ['ontem vendi 2 mawar a 15 cada dago', 'Anotado: 2 Mawar Merah'],
        ['eram 4 não 2', 'Corrigido: 4 Mawar Merah'],
        ['apaga a última', 'Removido: 4 Mawar Merah'],
      ],
    ],
  ])('in the words of %s', async (language, talk) => {
    await using stage = await aShopWith(language)
    for (const [text, expected] of talk) expect(await says(stage, text)).toContain(expected)
  })

  test('the same webhook twice is one sale; a price that is asked for is answered bare', async () => {
    await using stage = await aStage({ now: NOW })
    expect(await says(stage, 'laku 2 mawar')).toContain('Catat sebagai barang baru?')
    expect(await taps(stage, 'Barang baru')).toContain('Harga Mawar berapa?')
    expect(await says(stage, '15rb')).toContain('Rp 15.000 itu satuan')
    expect(await taps(stage, 'Rp 15.000 satuan')).toContain('2 Mawar × Rp 15.000 = Rp 30.000')
    const id = await stage.phone.says('laku 1 mawar')
    await answered(stage)
    const again = anArrival({ id, content: { kind: 'text', text: 'laku 1 mawar' } })
    expect(await stage.app.store.accept([{ arrivals: [again], statuses: [] }])).toBe(0)
    expect(await says(stage, 'hari ini')).toContain('Rp 45.000')
  })

  test('somebody of one branch books there alone, sees its day alone, and takes back their own', async () => {
    await using stage = await aShopWith()
    await says(stage, 'laku 2 lily 20rb setiabudi')
    await says(stage, 'tim tambah 0812 9999 8888 staf cabang dago')
    const staff = { ...stage, phone: stage.stranger('6281299998888') }
    expect(await says(staff, 'laku 3 mawar 15rb')).toContain(
      'Dicatat: 3 Mawar Merah × Rp 15.000 = Rp 45.000*\nDago · Hari ini sejauh ini: *Rp 45.000*\n_Dasar: 1 penjualan, 1 cabang_',
    )
    expect(await says(staff, 'laku 1 mawar setiabudi')).toContain(
      'Anda mencatat untuk Dago, bukan Setiabudi.',
    )
    expect(await says(staff, 'bukti')).toContain('Rp 45.000')
    expect(await says(staff, 'hapus terakhir')).toContain('Dibatalkan: 3 Mawar Merah')
    expect(await says(staff, 'hapus terakhir')).toContain('Belum ada penjualan ketikan Anda')
    expect(await says(staff, 'batal')).not.toContain('Lily')
    expect(await says(stage, 'hari ini')).toContain('Rp 40.000')
  })

  test('the made-up shop lends no price, no branch and no day', async () => {
    await using stage = await aStage({ now: NOW })
    await says(stage, 'alert mati')
    await asks(stage.phone, 'contoh')
    await stage.phone.waitsForQuiet(500)
    expect(await says(stage, 'laku 2 mawar merah 15rb')).toContain('Catat sebagai barang baru?')
    expect(await taps(stage, 'Barang baru')).toContain('Rp 15.000 itu satuan')
    expect(await taps(stage, 'Rp 15.000 satuan')).toBe(
      '✅ *Dicatat: 2 Mawar merah × Rp 15.000 = Rp 30.000*\nHari ini sejauh ini: *Rp 30.000*\n' +
        '_Dasar: 1 penjualan_\n_Toko contoh sudah saya singkirkan: mulai sekarang hanya angka Anda._\n[Batalkan] [Ganti]',
    )
    expect(await says(stage, 'laku 1 mawar merah')).toContain('Hari ini sejauh ini: *Rp 45.000*')
  })

  test('in packs whose size is known; of several things one is not known yet', async () => {
    await using stage = await aShopWith()
    await says(stage, 'laku 1 mawar 15rb dago')
    expect(await says(stage, 'laku 2 ikat mawar 500rb')).toContain('1 ikat Mawar Merah isi berapa?')
    await says(stage, '1 ikat mawar merah isi 20')
    expect(await says(stage, 'laku 2 ikat mawar 280rb')).toContain(
      '2 ikat (40) Mawar Merah × Rp 280.000 = Rp 560.000',
    )
    expect(await says(stage, 'laku 1 mawar 15rb, 1 kartu ucapan')).toContain('“kartu ucapan”')
    expect(await taps(stage, 'Barang baru')).toContain('Harga Kartu ucapan berapa?')
    expect(await says(stage, '5rb')).toContain('Dicatat: 2 barang, Rp 20.000')
  })
})
