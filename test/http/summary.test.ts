import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { anApi } from '../support/an-api.ts'
import { csv, steadyShop } from '../support/files.ts'

describe('the summary', () => {
  test('of a day and of a month are the file’s own sums', { timeout: 60_000 }, async () => {
    await using api = await anApi()
    const file = steadyShop({ until: day('2026-03-31') })
    await api.sends(file.bytes)
    const march = steadyShop({ until: day('2026-03-31'), days: 31 })
    const month = await api.asks('/api/v1/summary?period=2026-03-01..2026-03-31')
    expect(month).toMatchObject({
      status: 200,
      body: {
        span: { from: '2026-03-01', to: '2026-03-31' },
        revenue: march.revenue,
        quantity: march.quantity,
        lines: march.lines,
        currency: 'IDR',
        complete: true,
        coverage: { to: '2026-03-31' },
      },
    })
    expect(month.body.branches.map((branch: { name: string }) => branch.name)).toEqual([
      'Dago',
      'Setiabudi',
    ])
    const last = steadyShop({ until: day('2026-03-31'), days: 1 })
    for (const query of ['', '?period=2026-03-31']) {
      const one = await api.asks(`/api/v1/summary${query}`)
      expect(one.body).toMatchObject({ revenue: last.revenue, lines: last.lines })
      expect(one.body.comparison.kind).toBe('weekday')
    }
  })

  test('what the files do not tell is null, never 0', async () => {
    await using api = await anApi()
    await api.sends(csv('tanggal,produk,jumlah', '2026-03-30,Mawar,2', '2026-03-31,Lily,1.5'))
    const { body } = await api.asks('/api/v1/summary')
    expect(body).toMatchObject({ revenue: null, gross: null, quantity: 1.5 })
    expect(body.products).toEqual([{ name: 'Lily', quantity: 1.5, revenue: null }])
  })

  test('without sales it is a 404 that says which days there are', async () => {
    await using api = await anApi()
    expect(await api.asks('/api/v1/summary')).toMatchObject({
      status: 404,
      body: { error: { code: 'no-sales' }, coverage: null },
    })
    await api.sends(csv('tanggal,produk,jumlah,harga', '2026-03-30,Mawar,2,25000'))
    expect(await api.asks('/api/v1/summary?period=2020-01-01')).toMatchObject({
      status: 404,
      body: { coverage: { from: '2026-03-30', to: '2026-03-30' } },
    })
  })

  test.for([
    'yesterday',
    '2026-02-30',
    '2026-03-31..2026-03-01',
    '2026-03-01..2026-03-02..2026-03-03',
    '1990-01-01..2026-01-01',
    '',
  ])('“%s” is no period: 400', async (period) => {
    await using api = await anApi()
    const { status, body } = await api.asks(`/api/v1/summary?period=${period}`)
    expect(status).toBe(400)
    expect(body.error.message).toContain('period')
  })
})
