import { describe, expect, test } from 'vitest'
import type { Intent, RouteContext } from '../../src/intent/intent.ts'
import { matchName } from '../../src/intent/match-name.ts'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import { typed } from './arrivals.ts'

// Wednesday 1 April 2026.
const context: RouteContext = {
  today: day('2026-04-01'),
  language: 'id',
  names: new Set(
    'mawar merah putih lily buket wisuda baby breath krisan kopi susu rose dago'.split(' '),
  ),
}
const asked: RouteContext = { ...context, offered: [{ id: 'stock:change', title: 'Ubah stok' }] }

const spoken = (intent: Intent): string => {
  if (intent.kind !== 'stock-talk') {
    return intent.kind === 'command' ? intent.name : intent.kind
  }
  const { talk } = intent
  if (talk.kind === 'asked') return `${talk.about}? ${talk.name}`
  return talk.sayings
    .map(({ kind, name, value, pack, day: on }) =>
      [kind, name || '*', value, pack, on].filter((part) => part !== null).join(' '),
    )
    .join(' | ')
}
const meaning = (text: string, where = context): string => spoken(route(typed(text), where))

describe('what an owner tells about goods', () => {
  test.each([
    ['stok mawar 120', 'count mawar 120'],
    ['stok mawar merah 1.200', 'count mawar merah 1200'],
    ['Stok Mawar Merah: 120 pcs', 'count Mawar Merah 120'],
    ['stok 120 mawar', 'count mawar 120'],
    ['stok gula 1,5', 'count gula 1.5'],
    ['stok mawar 15rb', 'count mawar 15000'],
    ['stok mawar selusin', 'count mawar 12'],
    ['stok mawar 2 lusin', 'count mawar 24'],
    ['stok mawar 6 ikat', 'count mawar 6 ikat'],
    ['stok mawar 0', 'count mawar 0'],
    ['stok mawar habis', 'count mawar 0'],
    ['lily sisa 10', 'count lily 10'],
    ['stok mawar 120 kemarin', 'count mawar 120 2026-03-31'],
    ['stok mawar 120, lily 30 dan krisan 12', 'count mawar 120 | count lily 30 | count krisan 12'],
    ['stok\nmawar merah 120\nlily 1,5', 'count mawar merah 120 | count lily 1.5'],
    ['terima mawar 50', 'receive mawar 50'],
    ['sudah datang mawar 50', 'receive mawar 50'],
    ['terima:\n- mawar 50\n- lily 20', 'receive mawar 50 | receive lily 20'],
    ['sudah pesan mawar 80', 'order mawar 80'],
    ['udah pesen mawar 80', 'order mawar 80'],
    ['buang 5 mawar', 'waste mawar 5'],
    ['mawar layu 5', 'waste mawar 5'],
    ['rusak 5 mawar', 'waste mawar 5'],
    ['stock rose 120', 'count rose 120'],
    ['received 50 roses', 'receive roses 50'],
    ['ordered rose 80', 'order rose 80'],
    ['threw away 5 roses', 'waste roses 5'],
  ])('%s', (text, told) => {
    expect(meaning(text)).toBe(told)
  })

  test.each([
    ['kirim mawar 2 hari', 'lead mawar 2'],
    ['kirim 3 hari', 'lead * 3'],
    ['kirim semua 3 hari', 'lead * 3'],
    ['belanja tiap minggu', 'review * 7'],
    ['pesan mawar tiap 3 hari', 'review mawar 3'],
    ['1 ikat mawar 20', 'pack mawar 20 ikat'],
    ['1 ikat mawar isi 20', 'pack mawar 20 ikat'],
    ['mawar isi 20 per ikat', 'pack mawar 20 ikat'],
    ['seikat mawar 20', 'pack mawar 20 ikat'],
    ['minimal mawar 40', 'minimum mawar 40'],
    ['mawar tahan 5 hari', 'shelf mawar 5'],
    ['modal mawar 8000', 'cost mawar 8000'],
    ['modal mawar 8rb', 'cost mawar 8000'],
    ['modal mawar 160rb per ikat', 'cost mawar 160000 ikat'],
    ['delivery rose 2 days', 'lead rose 2'],
    ['order rose every 7 days', 'review rose 7'],
    ['1 bunch of roses is 20', 'pack roses 20 bunch'],
    ['rose keeps 5 days', 'shelf rose 5'],
    ['cost rose 8000', 'cost rose 8000'],
  ])('%s', (text, told) => {
    expect(meaning(text)).toBe(told)
  })

  test.each([
    ['stok', 'stock'],
    ['cek stok dong', 'stock'],
    ['stok mawar', 'stock? mawar'],
    ['berapa stok mawar', 'stock? mawar'],
    ['stok kopi susu masih ada?', 'stock? kopi susu'],
    ['atur', 'supply'],
    ['atur mawar', 'supply? mawar'],
    ['sudah pesan', 'ordered'],
    ['Sudah pesan', 'ordered'],
    ['Ordered', 'ordered'],
    ['Cara isi modal', 'profit'],
  ])('asked: %s', (text, told) => {
    expect(meaning(text)).toBe(told)
  })

  test.each([
    ['terima kasih', 'thanks'],
    ['terima kasih 2', 'thanks'],
    ['sisa 5 hari', 'unclear'],
    ['stok 5 produk terlaris', 'unclear'],
    ['stok apa yang hampir habis', 'restock'],
    ['stok mawar habis?', 'unclear'],
    ['penjualan 7 hari terakhir', 'summary'],
    ['kirim laporan 7 hari', 'report'],
    ['mawar 7 hari terakhir', 'unclear'],
    ['mawar 120', 'unclear'],
    ['laba', 'profit'],
  ])('no word about goods: %s', (text, told) => {
    expect(meaning(text)).toBe(told)
  })

  test('a bare name and number answers when we have just asked', () => {
    expect(meaning('mawar 120', asked)).toBe('count mawar 120')
    expect(meaning('mawar merah 120\nlily 30', asked)).toBe('count mawar merah 120 | count lily 30')
    expect(meaning('kemarin', asked)).toBe('summary')
    expect(meaning('restock', asked)).toBe('restock')
  })

  test('what nobody can read is kept apart, never dropped', () => {
    const intent = route(typed('stok mawar 120, besok hujan'), context)
    expect(intent).toMatchObject({ talk: { unread: ['besok hujan'] } })
  })
})

describe('whose name it is', () => {
  const things = ['Mawar Merah', 'Mawar Putih', 'Buket Wisuda', 'Lily', 'Lily Putih'].map(
    (name) => ({ name }),
  )
  const found = (said: string) => {
    const match = matchName(said, things)
    if (match.kind === 'one') return match.thing.name
    return match.kind === 'several'
      ? `? ${match.things.map(({ name }) => name).join(', ')}`
      : `! ${match.near.map(({ name }) => name).join(', ')}`
  }

  test.each([
    ['mawar merah', 'Mawar Merah'],
    ['MAWAR  MERAH', 'Mawar Merah'],
    ['merah mawar', 'Mawar Merah'],
    ['mawar mreah', 'Mawar Merah'],
    ['mawarr merah', 'Mawar Merah'],
    ['wisuda', 'Buket Wisuda'],
    ['buket', 'Buket Wisuda'],
    ['lily', 'Lily'],
    ['lilys', 'Lily'],
    ['mawar', '? Mawar Merah, Mawar Putih'],
    ['putih', '? Mawar Putih, Lily Putih'],
    ['bukt wisuda', '! Buket Wisuda'],
    ['tulip', '! '],
    ['', '! '],
  ])('%s → %s', (said, meant) => {
    expect(found(said)).toBe(meant)
  })
})
