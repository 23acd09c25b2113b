import { describe, expect, test } from 'vitest'
import { spelledNumberAt } from '../../src/intent/ask/number-words-id.ts'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { day } from '../../src/sales/day.ts'
import { FLOWER_SHOP } from '../bench/question-set.ts'

const plansOf = (text: string) => readQuestion(text, FLOWER_SHOP).plans

describe('manners change nothing', () => {
  const plain = plansOf('omzet dago kemarin berapa')

  test.each([
    'permisi',
    'selamat pagi kak',
    'pagi kak,',
    'met malem min',
    'maaf ganggu',
    'mohon bantuannya',
    'numpang tanya',
    'boleh tau ga',
    'izin bertanya',
    'nuwun sewu',
    'buat laporan ke bos',
    'menurut data',
    'kalo ga salah',
    'satu lagi dong',
  ])('“%s” before the question', (words) => {
    expect(plansOf(`${words} omzet dago kemarin berapa`)).toEqual(plain)
  })

  test.each([
    'terima kasih banyak',
    'makasih sebelumnya',
    'ya min 🙏',
    'tolong dijawab',
    'kurang lebih',
    'buat laporan',
    'yang akurat',
    'secepatnya',
  ])('“%s” after it', (words) => {
    expect(plansOf(`omzet dago kemarin berapa ${words}`)).toEqual(plain)
  })

  test('the hour of a greeting is not asked about, an hour of yesterday is', () => {
    expect(plansOf('pagi kak, omzet kemarin')[0]?.filters).toEqual([])
    expect(plansOf('omzet kemarin pagi kak')[0]?.filters).toMatchObject([{ dimension: 'hour' }])
  })
})

describe('the same question in other mouths', () => {
  test.each([
    ['wingi payu piro mawar merah', 'kemarin laku berapa mawar merah'],
    ['omzet minggu ieu sabaraha', 'omzet minggu ini berapa'],
    ['cemana penjualan minggu lalu', 'gimana penjualan minggu lalu'],
    ['omzet malam minggu', 'omzet hari sabtu malam'],
    ['omzet bulan 9', 'omzet september'],
    ['omzet sampai kemarin', 'omzet dari tanggal 1 sampai kemarin'],
    ['omzet kmng kemarin', 'omzet kemang kemarin'],
  ])('%s', (said, plain) => {
    expect(plansOf(said)).toEqual(plansOf(plain))
    expect(plansOf(said)).not.toEqual([])
  })
})

test.each([
  ['sejuta', 1_000_000],
  ['setengah juta', 500_000],
  ['satu setengah juta', 1_500_000],
  ['dua puluh lima', 25],
  ['seratus lima puluh ribu', 150_000],
  ['dua juta tiga ratus ribu', 2_300_000],
  ['sebelas', 11],
  ['goceng', 5000],
  ['setengah', null],
  ['mawar', null],
])('%s is %s', (text, value) => {
  expect(spelledNumberAt(text.split(' '), 0)?.value ?? null).toBe(value)
})

describe('a feast beside a year', () => {
  const days = ['2024-01-01', '2025-01-01', '2026-01-01'].map((text) => day(text))
  const context = {
    ...FLOWER_SHOP,
    feasts: new Map([...FLOWER_SHOP.feasts, ['tahun baru', days]]),
  }
  const askedOf = (text: string) => readQuestion(text, context).plans[0]

  test('is that feast of the year', () => {
    expect(askedOf('lebaran tahun lalu vs tahun ini')).toMatchObject({
      time: { from: '2026-03-21', to: '2026-03-22' },
      against: { from: '2025-03-31', to: '2025-04-01' },
    })
  })

  test('is none where two whole years are compared, which begin on one', () => {
    expect(askedOf('2024 vs 2025')).toMatchObject({
      time: { from: '2025-01-01', to: '2025-12-31' },
      comparison: 'previous_period',
    })
  })
})
