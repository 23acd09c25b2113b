import { describe, expect, test } from 'vitest'
import { money } from '../../src/i18n/numbers.ts'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { csv, steadyShop } from '../support/files.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the files end on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'

const drawn = ({ phone }: Stage): string => {
  const bubble = phone.last()
  if (!bubble) throw new Error('no bubble')
  const buttons = bubble.choices.map(({ title }) => `[${title}]`).join(' ')
  return `${bubble.text}\n${buttons}`.trim().replaceAll('\u00a0', ' ')
}
const answered = async (stage: Stage): Promise<string> => {
  await stage.phone.waitsFor(1, 20_000)
  expect(await stage.phone.waitsForQuiet(200)).toHaveLength(1)
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
const aFlowerShop = async (language: Language = 'id'): Promise<Stage> => {
  const stage = await aStage({ now: NOW, shop: { language } })
  await stage.phone.sends(steadyShop({ until: day('2026-03-31') }).bytes, { fileName: 'p.csv' })
  await answered(stage)
  return stage
}

describe('the dialogue of restock', () => {
  test('in Indonesian: stock and terms told, bunches advised, the sum shown, the order remembered', async () => {
    await using stage = await aFlowerShop()
    expect(await says(stage, 'stok mawar merah 40, lily 500, wisuda 90')).toBe(
      '✅ *Dicatat*\n- Mawar Merah: *40*\n- Lily Putih: *500*\n- Buket Wisuda: *90*\n' +
        '_Penjualan mulai Kam 2 Apr dikurangi otomatis._\n[Restock] [Lihat stok] [Batalkan]',
    )
    await says(stage, '1 ikat mawar merah isi 20')
    await says(stage, 'mawar merah tahan 5 hari')
    await says(stage, 'kirim mawar merah 2 hari')
    await says(stage, 'pesan mawar merah tiap hari')
    const advice = await says(stage, 'restock')
    expect(advice).toMatch(
      /^📦 \*Pesan hari ini: 1 barang\*\n1\. Mawar Merah: \*2 ikat\* \(40\)\n {3}sisa 40 · laku ±21\/hari · kirim 2 hari · tahan 5 hari\n/,
    )
    expect(advice).toContain('[Sudah pesan] [Ubah stok] [Kenapa 2?]')
    const why = await taps(stage, 'Kenapa 2?')
    expect(why).toContain('Laku ±21/hari × 3 hari ≈ 63 (kirim 2 + pesan lagi 1)')
    expect(why).toContain('+ 6 cadangan hari ramai (cukup di 75% kejadian)')
    expect(why).toContain('− 40 sisa stok')
    expect(why).toContain('= 29 → *2 ikat* isi 20')
    expect(why).toContain('Dasar: penjualan s/d Sel 31 Mar, stok dihitung Rab 1 Apr.')
    await says(stage, 'restock')
    expect(await taps(stage, 'Sudah pesan')).toContain(
      '✅ *1 barang sudah dipesan*\n- Mawar Merah: *40*, datang sekitar Jum 3 Apr',
    )
    expect(await says(stage, 'restock')).toContain('belum perlu pesan hari ini')
    expect(await says(stage, 'terima mawar merah 2 ikat')).toContain(
      'Mawar Merah +*2 ikat (40)* datang, sekarang 80',
    )
    expect(await says(stage, 'stok mawar')).toContain(
      'Hitungan 40 (Rab 1 Apr 10.00)\n+ 40 datang\n= *80*',
    )
  })

  test('in English', async () => {
    await using stage = await aFlowerShop('en')
    await says(stage, 'stock mawar merah 40, lily 500, wisuda 90')
    await says(stage, '1 bunch of mawar merah is 20')
    await says(stage, 'mawar merah keeps 5 days')
    await says(stage, 'delivery mawar merah 2 days')
    await says(stage, 'order mawar merah every day')
    const advice = await says(stage, 'restock')
    expect(advice).toMatch(
      /^📦 \*Order today: 1 item\*\n1\. Mawar Merah: \*2 bunches\* \(40\)\n {3}40 left · sells ±21\/day · delivery 2 days · keeps 5 days\n/,
    )
    const why = await taps(stage, 'Why 2?')
    expect(why).toContain('Sells ±21 a day × 3 days ≈ 63 (delivery 2 + next order 1)')
    expect(why).toContain('= 29 → *2 bunches* of 20')
    expect(why).toContain('Based on: sales up to Tue 31 Mar, stock counted Wed 1 Apr.')
    await says(stage, 'restock')
    expect(await taps(stage, 'Ordered')).toContain('*1 item on order*')
    expect(await says(stage, 'received mawar merah 40')).toContain('+*40* in, now 80')
  })

  test('without stock: what to have, how sure, and the invitation to tell', async () => {
    await using stage = await aFlowerShop()
    const shown = await says(stage, 'stok')
    expect(shown).toContain('📦 *Siapkan untuk 3 hari: 3 barang*')
    expect(shown).toContain('Beri tahu sisa stok, nanti saya kurangi: *stok Mawar Merah 120*')
    expect(await taps(stage, stage.phone.last()?.choices.at(-1)?.title ?? '')).toMatch(
      /Supaya cukup di 80% \/ 90% \/ 95% kejadian: \d+ \/ \d+ \/ \d+/,
    )
  })
})

describe('stock by chat', () => {
  test('asked for, a bare line is enough, and what is known is shown with its basis', async () => {
    await using stage = await aFlowerShop()
    await says(stage, 'restock')
    await taps(stage, 'Ubah stok')
    expect(await says(stage, 'mawar merah 120\nlily 1,5')).toContain(
      '- Mawar Merah: *120*\n- Lily Putih: *1,5*',
    )
    expect(await says(stage, 'stok')).toBe(
      '📦 *Stok 2 barang*\n- Lily Putih: *1,5*\n- Mawar Merah: *120*\n' +
        '_Dihitung Rab 1 Apr, dikurangi penjualan s/d Sel 31 Mar._\n[Restock] [Ubah stok]',
    )
  })

  test('taken back with one word, the newest first, the file only after that', async () => {
    await using stage = await aFlowerShop()
    await says(stage, 'stok mawar 120')
    stage.clock.advance(60_000)
    await says(stage, 'buang 5 mawar')
    expect(await says(stage, 'batal')).toContain('Dibatalkan ↩️')
    expect(await says(stage, 'stok mawar')).toContain('*Mawar Merah: 120*')
    await says(stage, 'batal')
    expect(await says(stage, 'stok mawar')).toContain('belum saya ketahui')
    expect(await says(stage, 'batal')).toContain('p.csv')
  })

  test('a button of an old message takes back its own words and no others', async () => {
    await using stage = await aFlowerShop()
    await says(stage, 'stok mawar 120')
    const old = stage.phone.last()?.choices.find(({ title }) => title === 'Batalkan')?.id ?? ''
    await says(stage, 'stok lily 30')
    await stage.phone.taps(old)
    expect(await answered(stage)).toContain('Dibatalkan')
    expect(await says(stage, 'stok')).toContain('📦 *Stok 1 barang*\n- Lily Putih: *30*')
    await stage.phone.taps(old)
    expect(await answered(stage)).toContain('sudah dibatalkan, tidak ada yang berubah')
  })

  test('two roses: it asks which, and the tap finishes the sentence', async () => {
    await using stage = await aStage({ now: NOW })
    const rows = ['2026-03-30,Mawar Merah,3,15000', '2026-03-31,Mawar Putih,2,15000']
    await stage.phone.sends(csv('tanggal,produk,jumlah,harga', ...rows), { fileName: 'p.csv' })
    await answered(stage)
    expect(await says(stage, 'stok mawar 120 kemarin')).toContain(
      '“mawar” yang mana?\n[Mawar Merah] [Mawar Putih]',
    )
    expect(await taps(stage, 'Mawar Putih')).toContain('Mawar Putih: *120* (akhir Sel 31 Mar)')
  })

  test('a name nobody knows is said so, with the nearest ones; a new product may be added', async () => {
    await using stage = await aFlowerShop()
    expect(await says(stage, 'stok bukt wisuda 3')).toContain(
      'Saya belum kenal “bukt wisuda”. Maksudnya?\n[Buket Wisuda] [Barang baru]',
    )
    expect(await says(stage, 'stok pita satin 12')).toContain(
      'Saya belum kenal “pita satin”.\n[Barang baru]',
    )
    expect(await taps(stage, 'Barang baru')).toContain('Pita satin: *12*')
    expect(await says(stage, 'pita satin tahan 300 hari')).toContain('Pita satin: tahan 300 hari')
    // Counted, never sold: nothing is advised and nothing is called dead.
    expect(await says(stage, 'restock')).not.toContain('Pita')
  })

  test('bunches of unknown size are asked for, never guessed', async () => {
    await using stage = await aFlowerShop()
    expect(await says(stage, 'stok mawar 6 ikat')).toContain(
      '1 ikat Mawar Merah isi berapa? Ketik *1 ikat Mawar Merah isi 20*, lalu kirim ulang.',
    )
    await says(stage, '1 ikat Mawar Merah isi 20')
    expect(await says(stage, 'stok mawar 6 ikat')).toContain('Mawar Merah: *6 ikat (120)*')
  })

  test('one branch alone is declined: stock is the whole shop’s', async () => {
    await using stage = await aFlowerShop()
    expect(await says(stage, 'stok mawar 120 di dago')).toContain('belum untuk Dago saja')
    expect(await says(stage, 'stok')).not.toContain('*120*')
  })

  test('numbers beyond sense are not taken', async () => {
    await using stage = await aFlowerShop()
    expect(await says(stage, 'stok mawar 99999999')).toContain('angkanya sepertinya salah')
    expect(await says(stage, 'mawar tahan 9999 hari')).toContain('angkanya sepertinya salah')
  })
})

describe('stock goes down with sales', () => {
  const file = (...rows: readonly string[]) => csv('tanggal,jam,produk,jumlah,harga', ...rows)

  test('on the day of the count only with what was sold after it', async () => {
    await using stage = await aStage({ now: NOW })
    const until = ['2026-03-30,11:00,Mawar,3,15000', '2026-03-31,12:00,Mawar,2,15000']
    await stage.phone.sends(file(...until), { fileName: 'p.csv' })
    await answered(stage)
    // 10:00 on 1 April.
    expect(await says(stage, 'stok mawar 100')).toContain('Penjualan setelah 10.00 dikurangi')
    const today = ['2026-04-01,09:30,Mawar,7,15000', '2026-04-01,10:30,Mawar,4,15000']
    await stage.phone.sends(file(...until, ...today), { fileName: 'p.csv' })
    await answered(stage)
    expect(await says(stage, 'stok mawar')).toContain('− 4 terjual sejak itu\n= *96*')
  })

  test('below nothing it says that a count is needed, and shows no minus', async () => {
    await using stage = await aFlowerShop()
    await says(stage, 'stok mawar 5 senin')
    const stock = await says(stage, 'stok mawar')
    expect(stock).toContain('*Mawar Merah: perlu dihitung ulang*')
    expect(stock).toContain('Hitung sekali lagi ya.')
    expect(await says(stage, 'restock')).toContain('perlu dihitung ulang')
  })

  test('sales taken back come back to the shelf', async () => {
    await using stage = await aFlowerShop()
    await says(stage, 'stok mawar 500 senin')
    const before = await says(stage, 'stok mawar')
    expect(before).toContain('terjual sejak itu')
    await stage.phone.says('file')
    await answered(stage)
    await taps(stage, 'Batalkan terakhir')
    expect(await says(stage, 'stok mawar')).toContain('*Mawar Merah: 500*')
  })
})

describe('terms of supply and what follows from them', () => {
  test('told for the whole shop, shown, and used', async () => {
    await using stage = await aFlowerShop()
    expect(await says(stage, 'kirim semua 5 hari')).toContain('Semua barang: kirim 5 hari')
    expect(await says(stage, 'belanja tiap minggu')).toContain('Semua barang: pesan tiap 7 hari')
    expect(await says(stage, 'atur')).toContain('- Kirim 5 hari\n- Pesan tiap 7 hari')
    const why = await says(stage, 'restock')
    expect(why).not.toContain('anggapan')
    expect(await says(stage, 'atur lily')).toContain('*Pasokan Lily Putih*\n- Kirim 5 hari')
  })

  test('profit is declined without costs, and answered for what has one', async () => {
    await using stage = await aFlowerShop()
    expect(await says(stage, 'laba maret')).toContain('Saya belum punya data *modal*')
    expect(await taps(stage, 'Cara isi modal')).toContain('*modal Mawar Merah 8000*')
    await says(stage, 'modal mawar merah 5rb')
    const profit = await says(stage, 'laba maret')
    const roses = steadyShop({ until: day('2026-03-31') })
      .text.split('\n')
      .filter((line) => /^2026-03-\d\d,Mawar Merah/.test(line))
      .reduce((sum, line) => sum + Number(line.split(',')[2]), 0)
    // Sold at 15.000, bought at 5.000.
    expect(profit).toContain(`: laba ${money(roses * 1_000_000, 'IDR', 'id', 'short')}*`)
    expect(profit).toContain('Baru 1 dari 3 produk')
    expect(profit).toContain('Dasar: 1-31 Mar 2026')
  })

  test('a stock list with such columns tells them too', async () => {
    await using stage = await aFlowerShop()
    await stage.phone.sends(
      csv('Produk;Stok;Harga Beli;Isi per ikat;Masa Simpan', 'Mawar Merah;40;8000;20;5'),
      { fileName: 'stok.csv' },
    )
    await answered(stage)
    expect(await says(stage, 'atur mawar')).toContain(
      '- 1 ikat isi 20\n- Tahan 5 hari\n- Modal Rp 8.000 per satuan',
    )
    expect(await says(stage, 'restock')).toContain('Mawar Merah: *2 ikat* (40)')
  })
})
