import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { type Api, anApi } from '../support/an-api.ts'
import { csv, steadyShop } from '../support/files.ts'

const EVER = { from: day('2020-01-01'), to: day('2030-01-01') }
const SALES = csv(
  'tanggal,produk,jumlah,harga,cabang',
  '2026-03-30,Mawar,2,25000,Dago',
  '2026-03-30,Mawar,2,25000,Dago',
  '2026-03-31,Lily,1,30000,Setiabudi',
)
const AMBIGUOUS = csv('tanggal,produk,jumlah,harga', '03/04/2025,Mawar,1,10000')

const counted = async (api: Api, shopId = 'default') => {
  const days = await api.stage.app.store.branchDays(shopId, EVER)
  return {
    lines: days.reduce((sum, row) => sum + row.lines, 0),
    revenue: days.reduce((sum, row) => sum + row.revenue, 0) / 100,
  }
}

describe('a file sent to the API', () => {
  test('is answered with its receipt, and counts', async () => {
    await using api = await anApi()
    const { status, body } = await api.sends(SALES, { query: '?filename=kasir.csv' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      fileName: 'kasir.csv',
      span: { from: '2026-03-30', to: '2026-03-31' },
      lines: 3,
      newLines: 3,
      knownLines: 0,
      revenue: 130_000,
      gross: 130_000,
      refunds: 0,
      quantity: 5,
      currency: 'IDR',
      branches: 2,
      products: 2,
      skipped: [],
      totalRows: 0,
    })
    expect(body.text).toContain('kasir.csv')
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })

  test('a second time is a 200 that adds nothing', async () => {
    await using api = await anApi()
    const first = await api.sends(SALES)
    const again = await api.sends(SALES)
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({
      uploadId: first.body.uploadId,
      newLines: 0,
      knownLines: 3,
    })
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })

  test('the same sales by form, bare, as JSON rows and in the chat count once', async () => {
    await using api = await anApi({ running: true })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(SALES)], 'a.csv', { type: 'text/csv' }))
    const asForm = await api.asks('/api/v1/sales', { method: 'POST', body: form })
    expect(asForm.status).toBe(201)
    expect(asForm.body.fileName).toBe('a.csv')
    const semicolons = new TextDecoder().decode(SALES).replaceAll(',', ';')
    const asText = await api.sends(semicolons)
    expect(asText).toMatchObject({ status: 201, body: { newLines: 0, knownLines: 3 } })
    const rose = {
      tanggal: '2026-03-30',
      produk: 'Mawar',
      jumlah: 2,
      harga: 25_000,
      cabang: 'Dago',
    }
    const lily = { ...rose, tanggal: '2026-03-31', produk: 'Lily', jumlah: 1, harga: 30_000 }
    for (const body of [
      [rose, rose, { ...lily, cabang: 'Setiabudi' }],
      { rows: [rose, rose, { ...lily, cabang: 'Setiabudi' }] },
    ]) {
      const asRows = await api.asks('/api/v1/sales', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(asRows.body).toMatchObject({ lines: 3, newLines: 0 })
    }
    await api.stage.phone.sends(SALES, { fileName: 'b.csv' })
    await api.stage.phone.waitsFor(1, 20_000)
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })

  test('twelve weeks of a shop come in to the last rupiah', { timeout: 60_000 }, async () => {
    await using api = await anApi()
    const file = steadyShop({ until: day('2026-03-31') })
    expect((await api.sends(file.bytes)).body).toMatchObject({
      lines: file.lines,
      revenue: file.revenue,
      quantity: file.quantity,
    })
    expect(await counted(api)).toEqual({ lines: file.lines, revenue: file.revenue })
  })
})

describe('a file with two readings', () => {
  test('is asked about once, and the answer holds for the next file of this layout', async () => {
    await using api = await anApi()
    const asked = await api.sends(AMBIGUOUS)
    expect(asked.status).toBe(409)
    expect(asked.body.kind).toBe('date-order')
    expect(asked.body.options.map((option: { id: string }) => option.id)).toContain('month-first')
    expect(asked.body.error.code).toBe('question')
    expect(await counted(api)).toEqual({ lines: 0, revenue: 0 })
    const told = await api.sends(AMBIGUOUS, { query: '?answer.date-order=month-first' })
    expect(told).toMatchObject({ status: 201, body: { span: { from: '2025-03-04' } } })
    const next = await api.sends(csv('tanggal,produk,jumlah,harga', '05/06/2025,Lily,1,20000'))
    expect(next).toMatchObject({ status: 201, body: { span: { from: '2025-05-06' } } })
  })
})
