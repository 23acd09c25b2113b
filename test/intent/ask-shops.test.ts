import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../../src/intent/ask/plan.ts'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { type Asked, FLOWER_SHOP, inShort, questionSet, verdictOn } from '../bench/question-set.ts'

/** Shops of other trades, with names that are words of questions too: `Pasar Minggu`, `Segi Empat`, `Kios 2`. */
const SHOPS: Readonly<Record<string, Omit<Catalogue, 'aliases'>>> = {
  kopi: {
    products: [
      'Kopi Susu Gula Aren',
      'Americano',
      'Matcha Latte',
      'Croissant',
      'Es Teh Manis',
      'Nasi Goreng Spesial',
      'Indomie Telur',
      'Roti Bakar Coklat',
      'Pisang Goreng',
      'Air Mineral',
    ],
    branches: ['Tebet', 'Blok M', 'Pasar Minggu', 'BSD'],
    colors: [],
    categories: ['Minuman', 'Makanan', 'Snack'],
  },
  baju: {
    products: [
      'Kemeja Flanel',
      'Celana Chino',
      'Hijab Segi Empat',
      'Gamis Syari',
      'Kaos Polos',
      'Jaket Denim',
      'Topi',
      'Sandal Jepit',
    ],
    branches: ['Malioboro', 'Kaliurang'],
    colors: ['hitam', 'putih', 'navy', 'maroon', 'S', 'M', 'L'],
    categories: ['Atasan', 'Bawahan', 'Aksesoris'],
  },
  sembako: {
    products: [
      'Beras 5kg',
      'Minyak Goreng 1L',
      'Gula Pasir',
      'Telur Ayam',
      'Indomie Goreng',
      'Air Galon',
      'Gas 3kg',
      'Rokok Surya',
      'Sabun Cuci',
      'Kopi Kapal Api',
    ],
    branches: ['Pusat', 'Kios 2'],
    colors: [],
    categories: [],
  },
}

type AskedThere = Asked & { readonly shop: string }
const asked = questionSet(join(import.meta.dirname, '../fixtures/questions-shops.jsonl')).filter(
  (each): each is AskedThere => 'shop' in each && typeof each.shop === 'string',
)

describe('questions to shops of other trades', () => {
  test('there are some of every trade', () => {
    expect(new Set(asked.map(({ shop }) => shop))).toEqual(new Set(Object.keys(SHOPS)))
  })

  test.each(asked)('$shop: $text', (each) => {
    const names = SHOPS[each.shop]
    if (names === undefined) throw new Error(`no shop ${each.shop} among those above`)
    const context = { ...FLOWER_SHOP, catalogue: { ...names, aliases: new Map() } }
    const prior = each.prior === undefined ? [] : readQuestion(each.prior, context).plans
    const got = readQuestion(each.text, { ...context, prior })
    expect(verdictOn(each, got), inShort(got)).toBe('exact')
  })
})
