import { expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { steadyShop } from '../support/files.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the file ends on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'

const SALES = [
  'tanggal,nota,produk,jumlah,harga,cabang,warna',
  '30/03/2026,A1,Mawar Merah,2,15000,Dago,merah',
  '30/03/2026,A1,Tulip,1,40000,Dago,kuning',
  '31/03/2026,A2,Mawar Merah,4,15000,Dago,merah',
  '31/03/2026,A3,Tulip,2,40000,Kemang,kuning',
  '31/03/2026,A4,Mawar Putih,3,15000,Kemang,putih',
  '',
].join('\n')

const ask = async ({ phone }: Stage, text: string): Promise<string> => {
  await phone.says(text)
  await phone.waitsFor(1, 20_000)
  const bubbles = await phone.waitsForQuiet(300)
  return bubbles.map((bubble) => bubble.text.replaceAll('\u00a0', ' ')).join('\n---\n')
}

test('an owner asks on: names, branches, days, shares and another subject', {
  timeout: 60_000,
}, async () => {
  await using stage = await aStage({ now: NOW, shop: { language: 'id' } })
  await stage.phone.sends(new TextEncoder().encode(SALES), { fileName: 'maret.csv' })
  await stage.phone.waitsFor(1, 20_000)
  await stage.phone.waitsForQuiet(300)

  // 4 × 15.000 + 3 × 15.000 on the 31st.
  expect(await ask(stage, 'omzet mawar kemarin')).toContain('Rp 105 rb')
  expect(await ask(stage, 'yang di dago?')).toContain('Rp 60 rb')
  expect(await ask(stage, 'kalau senin?')).toContain('Rp 30 rb')
  expect(await ask(stage, 'berapa persen omzet dari tulip kemarin')).toMatch(
    /Rp 80 rb, 43% dari total/,
  )
  expect(await ask(stage, 'omzet kemang dan dago kemarin')).toContain('Rp 185 rb')
  expect(await ask(stage, 'berapa transaksi dan barang terjual kemarin')).toMatch(
    /Transaksi: 3[\s\S]*Terjual: 9/,
  )
  expect(await ask(stage, 'revenue excluding roses yesterday')).toContain('Revenue · without')
  expect(await ask(stage, 'penjualan tulpen kemarin')).toMatch(/belum kenal[\s\S]*Tulip/)
  await stage.phone.taps('Tulip')
  await stage.phone.waitsFor(1, 20_000)
  expect((await stage.phone.waitsForQuiet(300))[0]?.text.replaceAll('\u00a0', ' ')).toContain(
    'Rp 80 rb',
  )
  expect(await ask(stage, 'penjualan jam 5 sore ke atas kemarin')).toContain('tidak punya jam')
  // What the files cannot answer is nothing to lean on.
  expect(await ask(stage, 'omzet cabang kemang kemarin')).toContain('Rp 125 rb')
  expect(await ask(stage, 'penjualan jam 5 sore ke atas kemarin')).toContain('tidak punya jam')
  expect(await ask(stage, 'kenapa cabang dago turun')).not.toContain('jam')
  // A day left out by its date is out of the answer and of its proof.
  expect(await ask(stage, 'omzet maret kecuali tanggal 30')).toMatch(
    /tanpa Sen 30 Mar[\s\S]*Rp 185 rb/,
  )
  expect(await ask(stage, 'bukti')).toMatch(/tanpa Sen 30 Mar[\s\S]*3 baris/)
  expect(await ask(stage, 'produk terlaris per cabang')).not.toContain('Rp')
  // Days that hold nothing are not those the next question is about.
  expect(await ask(stage, 'omzet januari 2020')).toContain('2020')
  expect(await ask(stage, 'rata2 penjualan per hari')).toContain('Mar 2026')
  expect(await ask(stage, 'cuaca besok gimana')).toContain('hanya paham penjualan')
})

test('a word alone after the list of what to order is a command, not that list again', {
  timeout: 60_000,
}, async () => {
  await using stage = await aStage({ now: NOW, shop: { language: 'id' } })
  await stage.phone.sends(steadyShop({ until: day('2026-03-31') }).bytes, { fileName: 'a.csv' })
  await stage.phone.waitsFor(1, 20_000)
  await stage.phone.waitsForQuiet(300)
  expect(await ask(stage, 'restock')).toContain('📦')
  expect(await ask(stage, 'cabang')).toContain('🏬')
  await ask(stage, 'restock')
  expect(await ask(stage, 'produk')).toContain('🏆')
})
