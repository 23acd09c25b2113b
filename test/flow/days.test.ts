import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { steadyShop } from '../support/files.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the files end on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'
const YESTERDAY = day('2026-03-31')
const DAY_MS = 24 * 3_600_000

const aShopIn = async (language: Language): Promise<Stage> => {
  const stage = await aStage({ now: NOW, shop: { language } })
  await stage.phone.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
  await answer(stage)
  return stage
}

const answer = async ({ phone }: Stage): Promise<string> => {
  await phone.waitsFor(1, 20_000)
  const bubbles = await phone.waitsForQuiet(300)
  expect(bubbles).toHaveLength(1)
  const [bubble] = bubbles
  const buttons = bubble?.choices.map(({ title }) => `[${title}]`).join(' ')
  return `${bubble?.text}\n${buttons}`.trim().replaceAll('\u00a0', ' ')
}

const says = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  return answer(stage)
}

describe('days the owner speaks of', () => {
  for (const language of ['id', 'en'] as const) {
    const inLanguage = (id: string, en: string): string => (language === 'id' ? id : en)

    test(`closed tomorrow, ${language}: the forecast says so, and one word takes it back`, async () => {
      await using stage = await aShopIn(language)
      expect(await says(stage, inLanguage('besok tutup', 'closed tomorrow'))).toContain(
        inLanguage('Dicatat: *Kamis 2 Apr tutup*', 'Noted: *Thursday 2 Apr: closed*'),
      )
      expect(await says(stage, inLanguage('prediksi', 'forecast'))).toContain(
        inLanguage(
          '*Besok (Kamis): tutup, sesuai catatan Anda*\nBuka lagi Jumat 3 Apr',
          '*Tomorrow (Thursday): closed, as you told me*\nNext open day, Friday 3 Apr',
        ),
      )
      expect(await says(stage, inLanguage('laporan', 'report'))).toContain(
        inLanguage('tutup', 'closed'),
      )
      expect(await says(stage, inLanguage('batal', 'undo'))).toContain(
        inLanguage('Tidak jadi: *Kamis 2 Apr tutup*', 'Taken back: *Thursday 2 Apr: closed*'),
      )
      expect(await says(stage, inLanguage('prediksi', 'forecast'))).toMatch(
        language === 'id'
          ? /Besok \(Kamis\): \d+-\d+ barang/
          : /Tomorrow \(Thursday\): \d+-\d+ items/,
      )
      // The word is gone; now it is the file that came last.
      expect(await says(stage, inLanguage('batal', 'undo'))).toContain('penjualan.csv')
    })

    test(`an event tomorrow, ${language}: one tap, a wider range and a sentence`, async () => {
      await using stage = await aShopIn(language)
      const before = rangeIn(await says(stage, inLanguage('prediksi', 'forecast')))
      await stage.phone.taps(inLanguage('Ada acara besok', 'Event tomorrow'))
      expect(await answer(stage)).toContain(
        inLanguage('Kamis 2 Apr ada acara', 'Thursday 2 Apr: event'),
      )
      const text = await says(stage, inLanguage('prediksi', 'forecast'))
      expect(text).toContain(inLanguage('kisarannya saya lebarkan', 'so the range is wide'))
      const after = rangeIn(text)
      expect(after.high - after.low).toBeGreaterThan(before.high - before.low)
      expect(await says(stage, inLanguage('hari tutup', 'closed days'))).toContain(
        inLanguage('- Kamis 2 Apr ada acara', '- Thursday 2 Apr: event'),
      )
    })

    test(`a product and a branch, ${language}: their own figures, which add up`, async () => {
      await using stage = await aShopIn(language)
      const rose = await says(stage, inLanguage('prediksi mawar', 'forecast mawar'))
      expect(rose).toMatch(/: Mawar Merah \d+-\d+\*/)
      expect(rose).toMatch(/- Dago \d+-\d+\n- Setiabudi \d+-\d+/)
      expect(await says(stage, inLanguage('prediksi cabang dago', 'forecast dago branch'))).toMatch(
        /: Dago \d+-\d+\*/,
      )
      const long = await says(stage, inLanguage('prediksi 14 hari', 'forecast 14 days'))
      expect(long).toContain(inLanguage('14 hari ke depan: sekitar', 'Next 14 days: about'))
      expect(await says(stage, inLanguage('prediksi kaktus', 'forecast kaktus'))).not.toMatch(
        /\d+-\d+/,
      )
    })

    test(`keeps score, ${language}: what was said about a day stands beside what sold`, async () => {
      await using stage = await aShopIn(language)
      const said = rangeIn(await says(stage, inLanguage('prediksi', 'forecast')))
      stage.clock.advance(2 * DAY_MS)
      const later = steadyShop({ until: addDays(YESTERDAY, 2) })
      await stage.phone.sends(later.bytes, { fileName: 'penjualan-baru.csv' })
      await answer(stage)
      const score = `${said.low}-${said.high}`
      expect(await says(stage, inLanguage('prediksi', 'forecast'))).toMatch(
        language === 'id'
          ? new RegExp(`Kamis lalu perkiraan ${score}, terjual \\d+`)
          : new RegExp(`Last Thursday I said ${score}, you sold \\d+`),
      )
    })
  }

  test('a day told closed is no riddle: the summary says so and no alarm rings', async () => {
    await using stage = await aStage({ now: NOW, shop: { language: 'id' } })
    const until = addDays(YESTERDAY, -1)
    await stage.phone.sends(steadyShop({ until }).bytes, { fileName: 'penjualan.csv' })
    await answer(stage)
    expect(await says(stage, 'kemarin tutup')).toContain('Selasa 31 Mar tutup')
    expect(await says(stage, 'penjualan kemarin')).toContain(
      '*Selasa 31 Mar: tutup, sesuai catatan Anda*',
    )
  })

  test('one branch closed: the other keeps its forecast', async () => {
    await using stage = await aShopIn('id')
    expect(await says(stage, 'cabang dago tutup besok')).toContain('cabang Dago tutup')
    expect(await says(stage, 'prediksi cabang dago')).toContain('tutup, sesuai catatan Anda')
    expect(await says(stage, 'prediksi cabang setiabudi')).toMatch(/: Setiabudi \d+-\d+/)
    expect(await says(stage, 'cabang bandung tutup besok')).toContain('Yang ada: Dago, Setiabudi')
  })
})

const rangeIn = (text: string): { readonly low: number; readonly high: number } => {
  const found = /: (\d+)-(\d+) /.exec(text)
  return { low: Number(found?.[1]), high: Number(found?.[2]) }
}
