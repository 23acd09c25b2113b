import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Intent } from '../../src/intent/intent.ts'
import { route } from '../../src/intent/route.ts'
import type { SoldTalk } from '../../src/intent/sold-saying.ts'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { typed } from './arrivals.ts'

// Wednesday.
const TODAY = day('2026-04-01')
const NAMES = new Set(
  'mawar merah putih lily buket wisuda bouquet rosas roses rose rosa dago setiabudi kopi susu'.split(
    ' ',
  ),
)

const means = (text: string, language: Language = 'id', offered: string[] = []): Intent => {
  const choices = offered.map((id) => ({ id, title: id }))
  return route(typed(text), { today: TODAY, language, names: NAMES, offered: choices })
}
const talkOf = (intent: Intent): SoldTalk | null =>
  intent.kind === 'sold-talk' ? intent.talk : null

/** `3 mawar|dago 15000 each 2026-03-31`: quantity, names, price, day. */
const shown = (text: string, language?: Language): string => {
  const intent = means(text, language)
  const talk = talkOf(intent)
  if (talk === null) return intent.kind === 'command' ? intent.name : intent.kind
  if (talk.kind !== 'told') return talk.kind
  const sayings = talk.sayings.map(({ names, quantity, pack, price, kind, day: on }) =>
    [
      kind === 'refund' ? 'back' : null,
      quantity,
      pack,
      names.join('|'),
      price && `${price.value}${price.isBare ? '?' : ''}`,
      price?.per ?? null,
      on,
    ]
      .filter((part) => part !== null)
      .join(' '),
  )
  return [...sayings, ...talk.unread.map((part) => `unread ${part}`)].join('; ')
}

describe('sales told in words', () => {
  test.each<[Language, string, string]>([
    ['id', 'laku 3 mawar 15rb dago', '3 mawar|dago 15000'],
    ['id', 'Laku 3 Mawar 15rb', '3 Mawar 15000'],
    ['id', 'jual 2 bouquet @150rb', '2 bouquet 150000 each'],
    ['id', 'terjual 2 mawar merah total 30rb', '2 mawar merah 30000 total'],
    ['id', 'laku mawar 3', '3 mawar'],
    ['id', 'mawar laku 3', '3 mawar'],
    ['id', 'laku 1,5 kg mawar Rp 20.000', '1.5 mawar 20000'],
    ['id', 'laku 3 mawar @Rp15.000 = Rp45.000', '3 mawar 15000 each'],
    ['id', 'laku 3x mawar 15rb/tangkai', '3 mawar 15000 each'],
    ['id', 'laku mawar 15rb', '1 mawar 15000'],
    ['id', 'laku selusin mawar 150rb semua', '12 mawar 150000 total'],
    ['id', 'laku 2 ikat mawar 100rb', '2 ikat mawar 100000'],
    ['id', 'kemarin laku 3 mawar 15rb', '3 mawar 15000 2026-03-31'],
    ['id', 'laku kemarin 3 mawar 15rb', '3 mawar 15000 2026-03-31'],
    ['id', 'tgl 12 maret laku 3 mawar 15rb', '3 mawar 15000 2026-03-12'],
    ['id', 'laku 3 mawar 15rb senin', '3 mawar 15000 2026-03-30'],
    ['id', 'catat laku 3 mawar 15rb ya kak', '3 mawar 15000'],
    ['id', 'retur 1 mawar', 'back 1 mawar'],
    ['id', 'retur 1 mawar 15rb', 'back 1 mawar 15000'],
    ['id', 'laku 3 mawar 15rb, 2 lily 20rb', '3 mawar 15000; 2 lily 20000'],
    ['id', 'laku 3 mawar 2 lily 15rb', '3 mawar; 2 lily 15000'],
    ['id', 'laku 3 mawar 15rb 2 lily 20rb dago', '3 mawar 15000; 2 lily|dago 20000'],
    ['id', 'laku 3 mawar 15 dago 45rb', 'unclear'],
    ['id', 'laku 3 mawar 15rb dan 2 lily 20rb', '3 mawar 15000; 2 lily 20000'],
    [
      'id',
      'laku:\n3 mawar 15rb\n2 lily 20rb\nretur 1 lily',
      '3 mawar 15000; 2 lily 20000; back 1 lily',
    ],
    ['id', 'laku 2 buket jumbo 150rb', '2 buket jumbo 150000'],
    ['id', 'laku 4 gantungan kunci 5rb', '4 gantungan kunci 5000'],
    ['en', 'sold 3 roses 15k', '3 roses 15000'],
    ['en', 'sold 3 roses 15k each', '3 roses 15000 each'],
    ['en', 'we sold 2 roses for 30k total', '2 roses 30000 total'],
    ['en', 'yesterday sold 3 roses at 15k', '3 roses 15000 each 2026-03-31'],
    ['en', 'refund 1 rose', 'back 1 rose'],
    ['es', 'vendí 3 rosas a 15', '3 rosas 15? each'],
    ['es', 'vendi 3 rosas a 15', '3 rosas 15? each'],
    ['es', 'vendí 3 rosas por 45', '3 rosas 45'],
    ['es', 'ayer vendimos 2 rosas a $15 cada una', '2 rosas 15 each 2026-03-31'],
    ['es', 'devolución 1 rosa', 'back 1 rosa'],
    ['pt', 'vendi 3 rosas a 15', '3 rosas 15? each'],
    ['pt', 'vendi 3 rosas por R$ 45,50 no total', '3 rosas 45.5 total'],
    ['pt', 'ontem vendi 2 rosas 15 cada', '2 rosas 15? each 2026-03-31'],
    ['pt', 'devolução 1 rosa', 'back 1 rosa'],
  ])('%s: “%s” is %s', (language, text, expected) => {
    expect(shown(text, language)).toBe(expected)
  })

  test.each<[Language, string]>([
    ['id', 'laku berapa mawar?'],
    ['id', 'laku berapa mawar'],
    ['id', 'mawar laku berapa kemarin'],
    ['id', 'mawar laku 3?'],
    ['id', '5 produk paling laku'],
    ['id', 'yang laku 3 hari terakhir'],
    ['id', 'stok mawar 120'],
    ['id', 'mawar tinggal 3'],
    ['id', 'terima mawar 50'],
    ['id', 'buang 5 mawar'],
    ['id', 'penjualan kemarin'],
    ['id', 'penjualan mawar 7 hari terakhir'],
    ['id', 'laku'],
    ['id', 'laku keras'],
    ['en', 'how many roses sold'],
    ['en', 'what sold best in the last 7 days'],
    ['en', 'top 5 sold'],
    ['en', 'roses sold last 3 days'],
    ['es', 'cuántas rosas vendí ayer'],
    ['es', 'qué vendí ayer'],
    ['es', 'ventas de ayer'],
    ['es', 'vendí 3 días seguidos'],
    ['pt', 'quanto vendi ontem'],
    ['pt', 'quantas rosas vendi'],
    ['pt', 'vendas dos últimos 7 dias'],
  ])('%s: “%s” books nothing', (language, text) => {
    expect(talkOf(means(text, language))).toBeNull()
  })

  test.each([
    'hapus terakhir',
    'delete last',
    'borra la última',
    'apaga a última',
    'Hapus penjualan terakhir',
  ])('“%s” takes back the newest sale told', (text) => {
    expect(talkOf(means(text))).toEqual({ kind: 'delete-last' })
  })
})

describe('put right', () => {
  const fixed = (text: string, offered = ['sold:undo:12', 'sold:change:12']): string => {
    const talk = talkOf(means(text, 'id', offered))
    if (talk?.kind !== 'fix') return 'nothing'
    const { row, quantity, price, not, names } = talk.fix
    return [
      row && `row ${row}`,
      quantity !== null && `${quantity}`,
      price && `price ${price.value} ${price.per ?? ''}`.trim(),
      not !== null && `not ${not}`,
      names.length > 0 && names.join('|'),
    ]
      .filter(Boolean)
      .join(', ')
  }
  test.each([
    ['eh 4 bukan 3', '4, not 3'],
    ['4 bukan 3', '4, not 3'],
    ['bukan 3 tapi 4', '4, not 3'],
    ['salah, 12rb', 'price 12000'],
    ['12rb', 'price 12000'],
    ['harga 12rb', 'price 12000'],
    ['maaf 12rb totalnya', 'price 12000 total'],
    ['eh lily 4', '4, lily'],
    ['salah, mawar putih', 'mawar putih'],
    ['baris 2 jadi 5', 'row 2, 5'],
    ['sorry it should be 4', '4'],
    ['eh dago', 'dago'],
    ['eran 4 no 3', '4, not 3'],
    ['eram 4', '4'],
    ['besok', 'nothing'],
    ['penjualan kemarin', 'nothing'],
    ['eh penjualan kemarin berapa', 'nothing'],
    ['stok mawar 120', 'nothing'],
    ['laku 2 mawar 15rb', 'nothing'],
  ])('“%s”: %s', (text, expected) => {
    expect(fixed(text)).toBe(expected)
  })
  test('only behind a bubble about sales', () => {
    expect(fixed('eh 4 bukan 3', ['summary'])).toBe('nothing')
  })
})

/** Two thousand sentences, each read in four languages. */
const WHOLE_SET_MS_MAX = 180_000

test('no question of the question set books anything, in any language, even right behind a sale', {
  timeout: WHOLE_SET_MS_MAX,
}, () => {
  const questions = ['questions.jsonl', 'commands.jsonl'].flatMap((name) =>
    readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8')
      .trim()
      .split('\n')
      .map((line): { readonly text: string } => JSON.parse(line)),
  )
  expect(questions.length).toBeGreaterThan(1700)
  const booked = questions.filter(({ text }) =>
    (['id', 'en', 'es', 'pt'] as const).some(
      (language) => talkOf(means(text, language, ['sold:undo:1', 'sold:change:1'])) !== null,
    ),
  )
  expect(booked.map(({ text }) => text)).toEqual([])
})

test('every sale that is put together from a number, a name, a price and a day comes back as it was said', () => {
  const number = fc.integer({ min: 1, max: 400 })
  const name = fc.constantFrom('mawar merah', 'lily', 'buket wisuda', 'kopi susu')
  const price = fc.integer({ min: 1, max: 900 })
  const date = fc.constantFrom(
    ['', null],
    ['kemarin ', day('2026-03-31')],
    ['tgl 12 maret ', day('2026-03-12')],
  )
  const each = fc.constantFrom(['', null], [' per tangkai', 'each'], [' total', 'total'])
  fc.assert(
    fc.property(fc.tuple(number, name, price, date, each), (parts) => {
      const [quantity, said, thousands, [before, on], [behind, per]] = parts
      const text = `${before}laku ${quantity} ${said} ${thousands}rb${behind}`
      expect(talkOf(means(text))).toEqual({
        kind: 'told',
        unread: [],
        sayings: [
          {
            names: [said],
            quantity,
            pack: null,
            price: { value: thousands * 1000, per, isBare: false },
            kind: 'sale',
            day: on,
          },
        ],
      })
    }),
  )
})

test('whatever is typed, it is read or it is not: nothing throws, and no amount is below zero', () => {
  const word = fc.constantFrom(
    ...'laku jual sold vendi retur mawar lily dago kemarin 3 15rb @ 1.500 0 -4 total eh bukan , \n = / x ? setengah lusin ikat tgl 31/2 kg'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (words) => {
      const talk = talkOf(means(words.join(' '), 'id', ['sold:undo:1']))
      if (talk?.kind !== 'told') return
      for (const { quantity, price, names } of talk.sayings) {
        expect(quantity).toBeGreaterThan(0)
        expect(price?.value ?? 1).toBeGreaterThan(0)
        expect(names.join('')).not.toBe('')
      }
    }),
    { numRuns: 2000 },
  )
})
