import { expect, test } from 'vitest'
import { route } from '../../src/intent/route.ts'
import { meantBy } from '../../src/intent/typo.ts'
import { day } from '../../src/sales/day.ts'
import { typed } from './arrivals.ts'

/** Things shops sell, many of them one letter away from a word we understand. */
const NOUNS =
  `mawar melati lily tulip krisan anggrek matahari kamboja gerbera anyelir hortensia kaktus sukulen
  bonsai pot pupuk rangkaian buket papan karangan pita kado boneka lilin vas kopi teh susu es jus sirup soda air
  latte cappuccino espresso americano mocha matcha cokelat coklat roti donat kue bolu brownies tart pastel risol
  lemper lumpia bakwan tahu tempe oncom bakso mie mi nasi ayam bebek ikan udang cumi kepiting sapi kambing rendang
  semur soto rawon pecel gado sate gudeg opor sambal kerupuk telur sosis nugget keju mentega margarin minyak gula
  garam merica kecap saus tepung beras jagung kentang wortel selada bayam kangkung sawi kol tomat cabai bawang
  jahe kunyit kemiri kemangi lengkuas ketumbar salak jeruk apel pisang mangga pepaya nanas durian rambutan melon
  semangka anggur stroberi alpukat baju kaos celana rok jaket topi sepatu sandal kaus dompet tas sabuk jam cincin
  kalung gelang anting kacamata sabun sampo pasta sikat handuk tisu deterjen pewangi buku pensil pulpen kertas
  map amplop penggaris tinta baterai lampu kabel charger casing pulsa rokok korek gas galon ember sapu bola raket
  roses tulips orchid bouquet ribbon socks stick steak salt soap candle charm chair charts2 bread cake cookie
  coffee tea juice milk butter cheese sugar flour rice pepper onion garlic tomato potato lettuce spinach chicken
  beef lamb fish shrimp shirt pants dress hat shoes belt watch ring pen paper notebook battery lamp cable phone
  tomorrowland orderly restaurant reporter foreman sampler menuet hello-kitty setor cambang grafit produsen`
    .split(/\s+/)
    .map((noun) => noun.replace(/2$/, ''))

const today = day('2026-04-01')
const ask = (text: string) => route(typed(text), { today, language: 'id' })

test('a product nobody told us about never gets the whole shop’s figures', () => {
  expect(NOUNS.length).toBeGreaterThan(180)
  const answered = NOUNS.flatMap((noun) =>
    [
      `penjualan ${noun}`,
      `omzet ${noun} kemarin`,
      `sales of ${noun} today`,
      `${noun} laku berapa`,
      `prediksi ${noun} besok`,
    ].filter((text) => ask(text).kind !== 'unclear'),
  )
  // Charts, orders and reports by their own names are no products.
  expect(answered.filter((text) => !/\bcharts?\b/.test(text))).toEqual([])
})

test('no period word is read into a product’s name', () => {
  const periods = ['kemarin', 'yesterday', 'tomorrow', 'minggu', 'bulan', 'besok']
  expect(NOUNS.filter((noun) => meantBy(noun, periods).length > 0)).toEqual([])
})

test('the shop’s own words are never taken for a slip of the finger', () => {
  const names = new Set(['grafiti', 'restok'])
  expect(route(typed('grafiti'), { today, language: 'id', names }).kind).toBe('unclear')
})
