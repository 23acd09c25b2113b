import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/sales/shop.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'

const NOW = '2026-04-01T03:00:00Z'
const list = (rose: number) =>
  csv('Nama Barang,Jumlah,Harga', `Mawar Merah,${rose},15000`, 'Lily,7,20000')

const aShopIn = (language: Language): Promise<Stage> => aStage({ now: NOW, shop: { language } })

const lastOf = async ({ phone }: Stage) => {
  await phone.waitsFor(1, 20_000)
  const bubble = (await phone.waitsForQuiet(300)).at(-1)
  if (!bubble) throw new Error('no bubble')
  return bubble
}

describe('a list of goods that may be sold or left', () => {
  test.each([
    ['id', 'Kolom *Jumlah* di file ini isinya apa?', ['Penjualan', 'Stok']],
    ['en', 'What does *Jumlah* count in this file?', ['Sales', 'Stock']],
  ] as const)(
    'is asked about once in %s, and the answer is kept for its layout',
    async (language, question, titles) => {
      await using stage = await aShopIn(language)
      await stage.phone.sends(list(5), { fileName: 'data.csv' })
      const asked = await lastOf(stage)
      expect(asked.text).toBe(question)
      expect(asked.choices.map(({ title }) => title)).toEqual(titles)

      await stage.phone.taps(titles[1])
      const told = await lastOf(stage)
      expect(told.text).toMatch(language === 'id' ? /2 produk/ : /2 products/)

      await stage.phone.sends(list(9), { fileName: 'data-lagi.csv' })
      const again = await lastOf(stage)
      expect(again.text).toMatch(language === 'id' ? /2 produk/ : /2 products/)
    },
  )

  test('said to be sales it still needs a day, and the owner is told so', async () => {
    await using stage = await aShopIn('en')
    await stage.phone.sends(list(5), { fileName: 'data.csv' })
    await lastOf(stage)
    await stage.phone.taps('Sales')
    expect((await lastOf(stage)).text).toContain('There is no *date* column')
  })
})
