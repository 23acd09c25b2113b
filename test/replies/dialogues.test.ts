import { expect, test } from 'vitest'
import { alertReply } from '../../src/replies/alert.ts'
import { noCostReply } from '../../src/replies/no-data.ts'
import { questionReply } from '../../src/replies/question.ts'
import { receiptReply } from '../../src/replies/receipt.ts'
import type { Reply } from '../../src/replies/reply.ts'
import { summaryReply } from '../../src/replies/summary.ts'
import { welcomeReply } from '../../src/replies/welcome.ts'
import { day } from '../../src/sales/day.ts'
import {
  anAnomaly,
  aReceipt,
  aShop,
  aSummary,
  hoursAgo,
  march,
  now,
  rupiah,
  today,
} from './findings.ts'

/** The dialogues by which the tone was agreed, word for word. */
const shop = aShop('id')
const screen = ({ text, choices }: Reply): string[] => [
  ...text.split('\n'),
  choices.map(({ title }) => `[${title}]`).join(' '),
]

test('first contact gives value before it asks anything', () => {
  expect(screen(welcomeReply(shop))).toEqual([
    'Halo 👋 Saya bantu pantau penjualan toko.',
    'Kirim *file penjualan* dari kasir (CSV/Excel) ke chat ini. Langsung saya bacakan.',
    '_Data hanya untuk toko Anda. Ketik *hapus data* kapan saja._',
    '[Lihat contoh] [Cara ekspor] [English]',
  ])
})

test('a file is read out', () => {
  expect(screen(receiptReply(aReceipt(), shop, now))).toEqual([
    '✅ *penjualan_maret.csv* terbaca',
    '*1.284 penjualan, Rp 48.250.000*',
    '1-31 Mar 2026 · 3 cabang · 42 produk',
    '12 baris dilewati (tanpa tanggal), 1 baris TOTAL tidak dihitung',
    '[Ringkasan] [Lihat 12 baris] [Batalkan file]',
  ])
})

test('a date with two readings is asked about once', () => {
  const options = [
    { id: 'day-first', day: day('2026-04-03'), label: '3 April' },
    { id: 'month-first', day: day('2026-03-04'), label: '4 March' },
  ]
  const question = { kind: 'date-order', example: '03/04/2026', options } as const
  const reply = questionReply(question, shop)
  expect(screen(reply)).toEqual([
    'Tanggal *03/04/2026* di file ini maksudnya?',
    '[3 April] [4 Maret]',
  ])
  expect(reply.choices.map(({ id }) => id)).toEqual([
    'answer:date-order:day-first',
    'answer:date-order:month-first',
  ])
})

test('the same file again doubles nothing', () => {
  const receipt = aReceipt({ newLines: 3, knownLines: 1281, earlierAt: hoursAgo(2) })
  expect(screen(receiptReply(receipt, shop, now))).toEqual([
    'File ini sudah masuk tadi pagi, jadi *tidak ada yang dobel* 👍 3 penjualan baru ditambahkan.',
    '[Ringkasan] [Batalkan]',
  ])
})

test('a day is summed up', () => {
  expect(screen(summaryReply(aSummary(), shop, 'WARNA'))).toEqual([
    '📊 *Selasa 31 Mar: Rp 1.640.000*',
    '▲ 12% dari Selasa biasanya (Rp 1,46 jt)',
    '- Terlaris: Mawar Merah, 38 terjual',
    '- Naik: Buket Wisuda +9',
    '- Melambat: Lily Putih, 2 minggu tanpa jual',
    '- Cabang: Dago 58%, Setiabudi 42% · Warna favorit: merah',
    '_Dasar: 61 penjualan, 2 cabang, s/d 21.00_',
    '[Kenapa naik?] [Restock] [Grafik]',
  ])
})

test('an alert says how much, against what, and why', () => {
  const told = { alertId: 'a3', today, measure: 'money' } as const
  const reply = alertReply(anAnomaly(), shop, told)
  expect(screen(reply)).toEqual([
    '⚠️ *Cabang Dago turun Rp 870 rb* kemarin (31 Mar)',
    'Rp 410 rb; Selasa biasanya Rp 1,1-1,5 jt',
    'Sebab terbesar: Buket Wisuda Rp 70 rb (biasanya Rp 630 rb), jumlah pembeli turun separuh',
    '_Cabang lain normal._',
    '[Toko tutup] [Wajar] [Lihat rincian]',
  ])
  expect(reply.choices.map(({ id }) => id)).toEqual([
    'label:a3:closed',
    'label:a3:normal',
    'why:alert:a3',
  ])
})

test('profit is not made up from revenue', () => {
  const revenue = { period: { kind: 'month', span: march }, units: rupiah(48_200_000) } as const
  expect(noCostReply(revenue, shop).text).toBe(
    'Saya belum punya data *modal*, jadi laba belum bisa dihitung. Omzet bulan ini Rp 48,2 jt.',
  )
})
