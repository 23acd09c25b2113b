import { describe, expect, test } from 'vitest'
import type { Forecast } from '../../src/analytics/findings.ts'
import { LANGUAGES } from '../../src/i18n/catalogue.ts'
import { alertLine, alertReply } from '../../src/replies/alert.ts'
import { branchesReply } from '../../src/replies/branches.ts'
import { factFormat } from '../../src/replies/fact-format.ts'
import { forecastReply } from '../../src/replies/forecast.ts'
import { narrative } from '../../src/replies/narrative.ts'
import { noDataForPeriodReply } from '../../src/replies/no-data.ts'
import { productsReply } from '../../src/replies/products.ts'
import { receiptReply } from '../../src/replies/receipt.ts'
import { reportReply } from '../../src/replies/report.ts'
import { restockReply, restockWhyReply } from '../../src/replies/restock.ts'
import { summaryReply } from '../../src/replies/summary.ts'
import { unclearReply } from '../../src/replies/unclear.ts'
import { whyReply } from '../../src/replies/why.ts'
import { day } from '../../src/sales/day.ts'
import {
  aForecast,
  anAnomaly,
  anExplanation,
  aRanking,
  aReceipt,
  aRestock,
  aShop,
  aSummary,
  march,
  now,
  pieces,
  rupiah,
  today,
  withoutStock,
} from './findings.ts'

const shop = aShop('id')
const at = (iso: string): number => Date.parse(iso)

describe('the same file again', () => {
  const again = (earlierAt: number, spokenAt = now) =>
    receiptReply(aReceipt({ newLines: 0, knownLines: 1284, earlierAt }), shop, spokenAt).text

  test.each([
    ['2026-04-01T10:20:00+07:00', 'barusan'],
    ['2026-04-01T07:00:00+07:00', 'tadi pagi'],
    ['2026-04-01T02:00:00+07:00', 'tadi dini hari'],
    ['2026-03-31T23:50:00+07:00', 'kemarin'],
    ['2026-03-30T09:00:00+07:00', 'hari Senin 30 Mar'],
  ])('%s was %s, on the shop’s own clock', (earlier, when) => {
    expect(again(at(earlier))).toBe(`File ini sudah masuk ${when}, jadi *tidak ada yang dobel* 👍`)
  })

  test.each([
    ['12:00', 'tadi siang'],
    ['16:00', 'tadi sore'],
    ['19:00', 'tadi malam'],
  ])('at %s it was %s', (clock, when) => {
    const late = at('2026-04-01T23:30:00+07:00')
    expect(again(at(`2026-04-01T${clock}:00+07:00`), late)).toContain(` ${when},`)
  })

  test('a longer file whose lines came in with several others says what is new', () => {
    const { text } = receiptReply(aReceipt({ newLines: 3, knownLines: 9 }), shop, now)
    expect(text).toBe(
      '9 baris sudah ada sebelumnya, jadi *tidak dobel* 👍 3 penjualan baru ditambahkan.',
    )
  })

  test('a file whose lines came in with several others is told without a time', () => {
    const { text } = receiptReply(aReceipt({ newLines: 0, knownLines: 9 }), shop, now)
    expect(text).toBe('Isi file ini semuanya sudah masuk, jadi *tidak ada yang dobel* 👍')
  })
})

describe('what is not known is not shown as nothing', () => {
  test('a file without prices and quantities counts its lines', () => {
    const bare = aReceipt({ revenue: null, quantity: null, hasMoney: false, hasQuantity: false })
    const { text } = receiptReply(bare, shop, now)
    expect(text).toContain('*1.284 penjualan*')
    expect(text).not.toContain('Rp')
  })

  test('a summary without prices speaks of things', () => {
    const sums = { ...aSummary().sums, revenue: 0 }
    const comparison = { ...aSummary().comparison!, expected: pieces(120) }
    const bare = aSummary({ sums, comparison })
    const { text } = summaryReply(bare, shop)
    expect(text).toContain('142 barang terjual')
    expect(text).toContain('▲ 12% dari Selasa biasanya (120 barang)')
    expect(text).not.toContain('Rp')
    expect(branchesReply(bare, shop).text).not.toContain('Rp')
  })

  test('a summary without quantities names the best seller by money', () => {
    const sums = { ...aSummary().sums, quantity: 0 }
    const { text } = summaryReply(aSummary({ sums }), shop)
    expect(text).toContain('Terlaris: Buket Wisuda, Rp 600 rb')
  })

  test('a period without rows is said, with what there is', () => {
    const { text, choices } = noDataForPeriodReply({ from: today, to: today }, march, shop)
    expect(text).not.toMatch(/\b0\b/)
    expect(text).toContain('1-31 Mar 2026')
    expect(choices[0]).toEqual({ id: 'summary:2026-03-31', title: 'Selasa 31 Mar' })
  })

  test('stock nobody told is not taken for none', () => {
    const [item] = aRestock().restock
    const restock = withoutStock(aRestock({ restock: [item!] }))
    expect(restockReply(restock, shop).text).not.toMatch(/sisa \d/)
    expect(restockReply(restock, shop).text).toContain('Beri tahu sisa stok')
  })
})

describe('slow products', () => {
  const least = { name: 'Pot Keramik', quietDays: 0, quantity28: pieces(19) }

  test('that sell, but least of all, are not called slowing', () => {
    const { text } = summaryReply(aSummary({ slowMover: least }), shop)
    expect(text).toContain('- Paling sedikit: Pot Keramik, 19 dalam 28 hari')
    expect(text).not.toContain('Melambat')
    expect(
      narrative(aSummary({ slowMover: least, trend: null, rising: null }), shop),
    ).not.toContain('melambat')
  })

  test('that rise or sell best at the same time are not named at all', () => {
    const slowMover = { ...least, name: 'Buket Wisuda' }
    expect(summaryReply(aSummary({ slowMover }), shop).text).not.toContain('Paling sedikit')
    const ranking = aRanking({ slowMover: { ...least, name: 'Mawar Merah' } })
    expect(productsReply(ranking, shop).text).not.toContain('Paling sedikit')
  })

  test('a gain against a mean is told in whole things', () => {
    const rising = { name: 'Buket Wisuda', quantity: pieces(12), gain: 7_320 }
    expect(summaryReply(aSummary({ rising }), shop).text).toContain('- Naik: Buket Wisuda +7\n')
  })
})

describe('an unfinished day', () => {
  test('is stated, never judged, even when a comparison came along', () => {
    const { text, choices } = summaryReply(aSummary({ complete: false }), shop)
    expect(text).toContain('Masih berjalan')
    expect(text).not.toMatch(/[▲▼]/)
    expect(choices.some(({ id }) => id.startsWith('why'))).toBe(false)
  })

  test('a change too small to see gets no arrow', () => {
    const comparison = {
      kind: 'weekday',
      expected: rupiah(1_640_000),
      change: 0.001,
      days: 8,
    } as const
    expect(summaryReply(aSummary({ comparison }), shop).text).toContain('≈ Setara Selasa biasanya')
  })
})

describe('refunds', () => {
  test('are stated with gross and net, and the figures add up', () => {
    const sums = { ...aSummary().sums, refundLines: 2, refunds: rupiah(60_000) }
    const { text } = summaryReply(aSummary({ sums }), shop)
    expect(text).toContain('Rp 1.640.000')
    expect(text).toContain('kotor Rp 1.700.000 dikurangi retur Rp 60.000 (2 baris)')
  })

  test('a day of refunds alone is below nothing, and said so', () => {
    const sums = { lines: 0, quantity: pieces(-2), revenue: rupiah(-60_000), refundLines: 2 }
    const { text } = summaryReply(aSummary({ sums: { ...sums, refunds: rupiah(60_000) } }), shop)
    expect(text).toContain('-Rp 60.000')
  })
})

describe('an alert', () => {
  test('in one line has nothing a template refuses', () => {
    const scopes = [
      { kind: 'shop' },
      { kind: 'branch', name: 'Dago\nUtara\t  \t  x' },
      { kind: 'product', name: 'Buket *Wisuda*' },
    ] as const
    for (const scope of scopes) {
      for (const language of LANGUAGES) {
        const line = alertLine(anAnomaly({ scope }), aShop(language), 'money')
        expect(line).not.toMatch(/[\n\t]| {4}|\*/)
        expect(line.length).toBeGreaterThan(10)
        expect(line.length).toBeLessThan(200)
      }
    }
  })

  test('of a shop without prices counts things', () => {
    const anomaly = anAnomaly({
      actual: pieces(12),
      usual: { likely: pieces(40), low: pieces(33), high: pieces(48) },
      causes: [],
    })
    const { text } = alertReply(anomaly, shop, { alertId: 'a', today, measure: 'units' })
    expect(text).toContain('*Cabang Dago turun 28 barang* kemarin')
    expect(text).toContain('12 barang; Selasa biasanya 33-48 barang')
  })

  test('names the branch in which a product moved', () => {
    const [first] = anAnomaly().causes
    const causes = [{ ...first!, branch: 'Setiabudi' }]
    expect(whyReply(anExplanation({ causes }), shop).text).toContain('Buket Wisuda (Setiabudi)')
  })
})

describe('forecasts', () => {
  test('a stretch without any forecast day is too little', () => {
    const span = { from: day('2027-01-01'), to: day('2027-01-02') }
    expect(forecastReply(aForecast(), shop, { today, span }).text).toContain('belum cukup')
  })

  test('shops without quantities are forecast in money', () => {
    const total = aForecast().total.map((each) => ({ ...each, likely: 0, low: 0, high: 0 }))
    const { text } = forecastReply(aForecast({ total, products: [] }), shop, { today, span: null })
    expect(text).toContain('Besok (Kamis): Rp 1,1-1,5 jt')
    expect(text).not.toContain('0 barang')
  })

  test('shops without prices are forecast in things, without a word of money', () => {
    const nothing = { likely: 0, low: 0, high: 0 }
    const revenue = aForecast().revenue.map((each) => ({ ...each, ...nothing }))
    const { text } = forecastReply(aForecast({ revenue }), shop, { today, span: null })
    expect(text).toContain('51-69 barang')
    expect(text).not.toContain('Rp')
  })

  test('data that ended days ago is not called tomorrow', () => {
    const { text } = forecastReply(aForecast(), shop, { today: day('2026-04-09'), span: null })
    expect(text).toContain('Kamis 2 Apr')
    expect(text).not.toContain('Besok')
  })
})

describe('the visible sum of an order', () => {
  test('adds up line by line', () => {
    const { text } = restockWhyReply(aRestock(), shop)
    expect(text).toContain('58/hari × 3 hari ≈ 174')
    expect(174 + 26 - 40).toBe(160)
    expect(text).toMatch(/\+ 26 .*\n− 40 .*\n= \*160\*/)
  })
})

describe('the report', () => {
  const parts = {
    summary: aSummary(),
    restock: aRestock(),
    story: null,
    anomalies: [],
    forecast: aForecast(),
    today,
    measure: 'money',
  } as const

  test('says tomorrow is closed, or speaks of money, where that is what is known', () => {
    const tomorrow = (change: Partial<Forecast>) =>
      reportReply({ ...parts, forecast: aForecast(change) }, shop).text
    expect(tomorrow({ closedWeekdays: [4] })).toContain('*5. Besok (Kamis):* tutup')
    expect(tomorrow({ products: [] })).toContain('*5. Besok (Kamis):* omzet Rp 1,1-1,5 jt')
  })

  test('has five parts and takes checked model words for the third', () => {
    const { text } = reportReply({ ...parts, story: 'Toko sedang ramai.' }, shop)
    expect(text.match(/^\*\d\./gm)).toHaveLength(5)
    expect(text).toContain('*3. Singkatnya:* Toko sedang ramai.')
  })

  test('keeps its figures and its buttons when the story is long', () => {
    const sentence = 'Toko sedang ramai dan pembeli senang dengan Rp 1.640.000. '
    const { text } = reportReply({ ...parts, story: sentence.repeat(40) }, shop)
    expect(text.length).toBeLessThanOrEqual(1024)
    expect(text).toMatch(/Rp 1\.640\.000\.\n\*4\./)
    expect(text).toMatch(/_Dasar: .*_$/)
    const endless = reportReply({ ...parts, story: 'x'.repeat(5000) }, shop)
    expect(endless.text).toContain(narrative(aSummary(), shop))
  })

  test('tells its own story without figures when there are no model words', () => {
    const story = narrative(aSummary(), shop)
    expect(story).not.toMatch(/\d/)
    expect(reportReply(parts, shop).text).toContain(story)
  })

  test('a summary with nothing to tell still says a sentence', () => {
    const bare = aSummary({
      comparison: null,
      bestSeller: null,
      rising: null,
      slowMover: null,
      branches: [],
      trend: null,
    })
    expect(narrative(bare, shop)).toContain('Belum banyak')
  })
})

test('a ranking without money shows quantities alone', () => {
  const products = aRanking().products.map((each) => ({ ...each, revenue: 0 }))
  expect(productsReply(aRanking({ products }), shop).text).not.toContain('Rp')
})

test('misses lead to the menu, then to a person', () => {
  const miss = (misses: number) => unclearReply({ text: 'hah', misses, contact: '+62 811' }, shop)
  expect(miss(1).choices.length).toBeLessThanOrEqual(3)
  expect(miss(2).choices).toHaveLength(10)
  expect(miss(3).text).toContain('+62 811')
  expect(miss(9).text).toContain('+62 811')
})

test('a story writes figures and names as every other answer does', () => {
  const format = factFormat(shop)
  expect(format.money(rupiah(1_640_000))).toBe('Rp 1,64 jt')
  expect(format.day(today)).toBe('Rabu 1 Apr')
  expect(format.span(march)).toBe('1-31 Mar 2026')
  expect(format.name('Mawar *merah*')).not.toContain('*')
  expect(format.count(1284)).toBe('1.284')
  expect([format.cause('receipts'), format.cause('basket')]).toEqual([
    'jumlah pembeli',
    'belanja per pembeli',
  ])
})
