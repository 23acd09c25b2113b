import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { type Api, anApi } from '../support/an-api.ts'
import { csv } from '../support/files.ts'

const HEADING = 'tanggal,produk,jumlah,harga,cabang'
const FIRST = csv(HEADING, '2026-03-30,Mawar,2,25000,Dago', '2026-03-31,Lily,1,30000,Dago')
const CORRECTED = csv(HEADING, '2026-03-30,Mawar,2,25000,Dago', '2026-03-30,Krisan,1,5000,Dago')

const revenueOf = async (api: Api): Promise<number> => {
  const span = { from: day('2020-01-01'), to: day('2030-01-01') }
  const days = await api.stage.app.store.branchDays('default', span)
  return days.reduce((sum, row) => sum + row.revenue, 0) / 100
}

describe('a corrected file', () => {
  test('sent with mode=replace counts alone on its days; other days stay', async () => {
    await using api = await anApi()
    await api.sends(csv(HEADING, '2026-03-30,Melati,9,10000,Dago'))
    await api.sends(FIRST)
    expect(await revenueOf(api)).toBe(170_000)
    const { status, body } = await api.sends(CORRECTED, { query: '?mode=replace' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      lines: 2,
      newLines: 2,
      knownLines: 0,
      replaced: { from: '2026-03-30', to: '2026-03-30' },
    })
    // 55,000 on the 30th from the corrected file, 30,000 on the 31st from the first.
    expect(await revenueOf(api)).toBe(85_000)
  })

  test('that is in already takes its days over without being added twice', async () => {
    await using api = await anApi()
    await api.sends(CORRECTED)
    await api.sends(csv(HEADING, '2026-03-30,Melati,9,10000,Dago'))
    const { status, body } = await api.sends(CORRECTED, { query: '?mode=replace' })
    expect(status).toBe(200)
    expect(body.replaced).toEqual({ from: '2026-03-30', to: '2026-03-30' })
    expect(await revenueOf(api)).toBe(55_000)
  })

  test('without the word is added as ever, and an unknown word is refused', async () => {
    await using api = await anApi()
    await api.sends(FIRST)
    const { body } = await api.sends(CORRECTED)
    expect(body).toMatchObject({ replaced: null, newLines: 1, knownLines: 1 })
    expect((await api.sends(FIRST, { query: '?mode=overwrite' })).status).toBe(400)
  })
})
