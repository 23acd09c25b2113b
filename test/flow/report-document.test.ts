import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { csv, steadyShop } from '../support/files.ts'

const answer = async ({ phone }: Stage): Promise<string> => {
  await phone.waitsFor(1, 30_000)
  await phone.waitsForQuiet(300)
  return phone.last()?.text ?? ''
}

const bytesOf = ({ phone, simulator }: Stage): Uint8Array => {
  const file = simulator.fileOf(phone.last()?.attachment?.mediaId ?? '')
  if (file === null) throw new Error('the last message has no document')
  return file.bytes
}

describe('an owner asks for the report as a file', () => {
  test('the week as a PDF, then the same as a sheet with real numbers', async () => {
    await using stage = await aStage()
    const made = steadyShop({ until: day('2026-03-31') })
    await stage.phone.sends(made.bytes, { fileName: 'penjualan.csv' })
    await answer(stage)

    await stage.phone.says('laporan mingguan')
    expect(await answer(stage)).toContain('📋 *Laporan 25-31 Mar 2026: Rp')
    expect(stage.phone.last()?.attachment).toMatchObject({
      kind: 'document',
      fileName: 'Laporan 25-31 Mar 2026.pdf',
    })
    const pdf = Buffer.from(bytesOf(stage)).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf.match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(5)
    expect(pdf.length).toBeLessThan(2_000_000)

    await stage.phone.taps('Laporan Excel')
    expect(await answer(stage)).toContain('📋 *Laporan 25-31 Mar 2026: Rp')
    const book = await readXlsx(bytesOf(stage))
    expect(book.sheets.map(({ name }) => name)).toEqual([
      ...['Ringkasan', 'Harian', 'Produk', 'Cabang', 'Janggal', 'Restock'],
    ])
    const days = book.sheets[1]?.rows ?? []
    expect(days).toHaveLength(9)
    const net = days.slice(1, -1).map((row) => Number(row[6]))
    expect(days.at(-1)?.[6]).toBe(net.reduce((sum, each) => sum + each, 0))
    expect(book.sheets[0]?.rows.find(([label]) => label === 'Omzet bersih')?.[1]).toBe(
      days.at(-1)?.[6],
    )
  })

  test('a formula in a product name stays text', async () => {
    await using stage = await aStage()
    await stage.phone.sends(
      csv('tanggal,produk,jumlah,harga', '30/03/2026,=1+1,2,15000', '31/03/2026,=1+1,1,15000'),
      { fileName: 'a.csv' },
    )
    await answer(stage)
    await stage.phone.says('laporan excel bulan lalu')
    expect(await answer(stage)).toContain('Rp 45.000')
    const book = await readXlsx(bytesOf(stage))
    expect(book.sheets.find(({ name }) => name === 'Produk')?.rows[1]?.slice(0, 3)).toEqual([
      "'=1+1",
      3,
      45_000,
    ])
    await stage.phone.says('laporan pdf tahun lalu')
    expect(await answer(stage)).toContain('📭')
  })
})
