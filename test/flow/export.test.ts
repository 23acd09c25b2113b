import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { exportShop } from '../../src/flow/export.ts'
import { addDays, day } from '../../src/sales/day.ts'
import type { BranchDay } from '../../src/sales/totals.ts'
import type { Reader } from '../../src/store/store.ts'
import { aStage } from '../support/a-phone.ts'
import { aStore } from '../support/a-store.ts'
import { aShop } from '../support/builders.ts'
import { csv } from '../support/files.ts'
import { asks } from '../support/people.ts'

describe('everything as one spreadsheet', () => {
  test('holds every line that counts, the files, the told days and the team, and reads back', async () => {
    await using stage = await aStage()
    const { phone } = stage
    expect(await asks(phone, 'ekspor')).toContain('Belum ada yang bisa diekspor')
    const lines = [
      '30/03/2026,09:05,Lily,2,25.000,Dago,N-1',
      '31/03/2026,10:00,=HYPERLINK("x"),1,5.000,Dago,N-2',
      '31/03/2026,10:00,Mawar,-1,17.000,Dago,N-3',
    ]
    const file = csv('tanggal,jam,produk,jumlah,harga,cabang,nota', ...lines)
    await phone.sends(file, { fileName: 'maret.csv' })
    await phone.waitsFor(1, 20_000)
    // The same lines in another file count once, so they are written once.
    await phone.sends(csv('tanggal,jam,produk,jumlah,harga,cabang,nota', lines[0] ?? '', ''), {
      fileName: 'lagi.csv',
    })
    await phone.waitsFor(1, 20_000)
    await asks(phone, 'besok tutup')
    await asks(phone, 'tim tambah 0812 9999 8888 manajer')
    await stage.app.store.apply([
      { kind: 'learn-alias', shopId: 'default', alias: { said: 'bakung', name: 'Lily' } },
      { kind: 'alert-level', shopId: 'default', level: 'less' },
      { kind: 'digest', shopId: 'default', digest: { kind: 'daily', minute: 480 }, personId: null },
    ])

    expect(await asks(phone, 'ekspor')).toContain('3 baris penjualan, 2 file')
    const sent = phone.last()?.attachment
    expect(sent).toMatchObject({ kind: 'document', fileName: 'shopbell-toko-mawar.xlsx' })
    const { sheets } = await readXlsx(
      stage.simulator.fileOf(sent?.mediaId ?? '')?.bytes ?? new Uint8Array(),
    )
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Penjualan', 'File', 'Stok', 'Hari khusus', 'Alert', 'Tim', 'Toko'],
    ])
    const [sales, files, , days, , team] = sheets
    expect(sales?.rows[1]).toEqual([
      ...[new Date('2026-03-30T00:00:00Z'), '09:05', 'Lily', null, null, 'Dago', 'N-1'],
      ...[2, 50_000, 'jual'],
    ])
    expect(sales?.rows).toHaveLength(4)
    expect(String(sales?.rows[2]?.[2])).toMatch(/^'=/)
    expect(files?.rows.slice(1).map((row) => row[0])).toEqual(['lagi.csv', 'maret.csv'])
    expect(days?.rows[1]?.slice(0, 2)).toEqual(Array(2).fill(new Date('2026-04-02T00:00:00Z')))
    expect(team?.rows).toHaveLength(3)
    const kept = new Map(sheets.at(-1)?.rows.map(([name, value]) => [name, value]))
    expect(kept.get('Bahasa')).toBe('Bahasa Indonesia')
    expect(kept.get('Alert')).toBe('Alert lebih sedikit')
    expect(String(kept.get('Yang saya kirim otomatis'))).toContain('08.00')
    expect(kept.get('“bakung” →')).toBe('Lily')

    expect(await asks(phone, 'ekspor maret')).toContain('1-31 Mar 2026')
    const manager = stage.stranger('6281299998888')
    await asks(manager, 'ekspor')
    const theirs = await readXlsx(
      stage.simulator.fileOf(manager.last()?.attachment?.mediaId ?? '')?.bytes ?? new Uint8Array(),
    )
    expect(theirs.sheets.map(({ name }) => name)).not.toContain('Tim')
  }, 60_000)

  test('more lines than one file takes come in parts of whole months, the newest first', async () => {
    await using store = await aStore()
    await store.ensureShop(aShop(), [])
    const [from, to] = [day('2025-12-01'), day('2026-03-31')]
    const rows: BranchDay[] = Array.from({ length: 121 }, (_, i) => ({
      day: addDays(from, i),
      branch: null,
      receipts: null,
      lines: 300,
      quantity: 1000,
      revenue: 1000,
      refundLines: 0,
      refunds: 0,
    }))
    const coverage = {
      span: { from, to },
      hasQuantity: true,
      hasMoney: true,
      uploads: 1,
      variantHeading: null,
      lastUpload: 1,
      filedTo: day('2026-03-31'),
      lastUploadAt: 0,
    }
    const reader: Reader = {
      ...store,
      coverage: async () => coverage,
      branchDays: async (_shopId, span) =>
        rows.filter((row) => row.day >= span.from && row.day <= span.to),
    }
    const asked = { shop: aShop(), today: to, members: null, uploads: [], digests: [] }
    expect(await exportShop(reader, { ...asked, span: null })).toEqual({
      kind: 'split',
      lines: 36_300,
      parts: [
        { span: { from: '2026-02-01', to: '2026-03-31' }, lines: 17_700 },
        { span: { from: '2025-12-01', to: '2026-01-31' }, lines: 18_600 },
      ],
      hasOlder: false,
    })
  })
})
