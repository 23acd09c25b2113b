import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aStage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'
import { asks } from '../support/people.ts'

/** Goods, colours and sums that only the other branch has; none of them may ever be read here. */
const OTHERS = /Anggrek|Kamboja|Sutera|ungu|Setiabudi|nota-S/i

const TWO_BRANCHES = csv(
  'tanggal,produk,jumlah,harga,cabang,warna',
  ...Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2, '0')).flatMap((day) => [
    `${day}/03/2026,Lily,2,25.000,Dago,putih`,
    `${day}/03/2026,Mawar,3,17.000,Dago,merah`,
    `${day}/03/2026,Anggrek,${day === '31' ? 1 : 9},91.000,Setiabudi,ungu`,
    `${day}/03/2026,Kamboja Sutera,4,73.000,Setiabudi,ungu`,
  ]),
)

const QUESTIONS = [
  'ringkasan',
  'omzet kemarin',
  'penjualan bulan lalu',
  'produk',
  'top 10',
  'cabang',
  'cabang setiabudi',
  'prediksi',
  'prediksi anggrek',
  'prediksi 7 hari',
  'prediksi cabang setiabudi',
  'restock',
  'kenapa turun',
  'kenapa kemarin',
  'grafik',
  'laporan',
  'bukti',
  'stok',
  'stok anggrek',
  'stok anggrek 20',
  'laba bulan lalu',
  'alert',
  'lihat rincian',
  'file',
  'baris dilewati',
  'batal',
  'hari tutup',
  'ekspor',
  'tim',
  'token',
  'toko',
  'halo',
  'menu',
  'bantuan',
  'penjualan anggrek',
  'besok kamboja di setiabudi laku berapa',
  'which branch sold the most last month',
  'sales of orchids yesterday please',
] as const
const TAPS = [
  'summary',
  'why',
  'chart',
  'undo:1',
  'rows:1',
  'replace:1',
  'alert:latest',
  'restock:why',
] as const

describe('staff of one branch', () => {
  test('whatever they ask, nothing that only another branch has is in the answer', async () => {
    await using stage = await aStage()
    const { phone } = stage
    await phone.sends(TWO_BRANCHES, { fileName: 'maret-setiabudi-dago.csv' })
    await phone.waitsFor(1, 30_000)
    expect(await asks(phone, 'tim tambah 0812 9999 8888 staf cabang dago')).toContain(
      'staf di Dago',
    )
    const staff = stage.stranger('6281299998888')
    const yesterday = await asks(staff, 'omzet kemarin')
    expect(yesterday).toContain('Khusus Dago')
    // 2 × 25.000 + 3 × 17.000, and not a rupiah of the other branch.
    expect(yesterday).toContain('101.000')
    const order = fc.sample(fc.shuffledSubarray([...QUESTIONS], { minLength: QUESTIONS.length }), {
      numRuns: 1,
      seed: 20_260_401,
    })[0]
    for (const question of order ?? []) {
      const answer = await asks(staff, question)
      const titles = staff.last()?.choices.map(({ title }) => title) ?? []
      // Their own words may be said back to them.
      const shown = [answer, ...titles].join('\n').replaceAll(/“[^”]*”/g, '')
      expect(shown, `asked: ${question}`).not.toMatch(OTHERS)
      // March of the other branch alone, of both, and a day of both.
      expect(shown, `asked: ${question}`).not.toMatch(/34,0|37,1|1[.,]2(12|22)|1,1 jt/)
    }
    for (const id of TAPS) {
      await staff.does(
        {
          type: 'interactive',
          interactive: { type: 'button_reply', button_reply: { id, title: 'x' } },
        },
        id,
      )
      await staff.waitsFor(1, 20_000)
      expect(staff.last()?.text ?? '', `tapped: ${id}`).not.toMatch(OTHERS)
    }
    expect(await asks(staff, 'cabang')).toContain('Dago')
  }, 120_000)
})
