import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMAND_NAMES } from '../../src/intent/command-names.ts'
import type { RouteContext } from '../../src/intent/intent.ts'
import { languageOf } from '../../src/intent/language.ts'
import { MENU } from '../../src/intent/menu.ts'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import { arrival, tapped, typed } from './arrivals.ts'

const context: RouteContext = { today: day('2026-04-01'), language: 'id' }
const meaning = (text: string, change: Partial<RouteContext> = {}) => {
  const intent = route(typed(text), { ...context, ...change })
  return intent.kind === 'command'
    ? [intent.name, intent.period?.kind, intent.argument].filter(Boolean).join(' ')
    : intent.kind
}
const media = { id: 'm', mimeType: 'text/csv', sha256: null, url: null }

describe('the same wording reaches the same place', () => {
  test.each([
    ['ringkasan', 'summary'],
    ['summary', 'summary'],
    ['/summary', 'summary'],
    ['Ringkasan?', 'summary'],
    ['RINGKASAN!!', 'summary'],
    ['📊 ringkasan', 'summary'],
    ['1', 'summary'],
    ['1.', 'summary'],
    ['no 3', 'restock'],
    ['3. Restock', 'restock'],
    ['hari ini', 'summary today'],
    ['today', 'summary today'],
    ['kemarin', 'summary yesterday'],
    ['minggu', 'summary week'],
    ['week', 'summary week'],
    ['bulan', 'summary month'],
    ['month', 'summary month'],
    ['prediksi', 'forecast'],
    ['forecast', 'forecast'],
    ['stok', 'stock'],
    ['produk', 'products'],
    ['cabang', 'branches'],
    ['grafik', 'chart'],
    ['kenapa', 'why'],
    ['Kenapa naik?', 'why'],
    ['alert', 'alerts'],
    ['matikan alert', 'alerts off'],
    ['fewer alerts', 'alerts less'],
    ['alert terakhir', 'alert-details'],
    ['file', 'uploads'],
    ['batal', 'undo'],
    ['undo', 'undo'],
    ['halo, oke, penjualan kemarin, makasih ya', 'summary yesterday'],
    ['top 5 produk', 'products 5'],
    ['Batalkan file', 'undo'],
    ['bahasa', 'language'],
    ['English', 'language en'],
    ['bahasa inggris', 'language en'],
    ['Bahasa Indonesia', 'language id'],
    ['contoh', 'sample'],
    ['demo', 'sample'],
    ['ekspor', 'export'],
    ['laporan', 'report'],
    ['hapus data', 'delete-data'],
    ['delete data', 'delete-data'],
    ['bantuan', 'help'],
    ['help', 'help'],
    ['menu', 'menu'],
    ['Toko tutup', 'label latest:closed'],
    ['Jangan ingatkan', 'label latest:mute'],
    ['halo', 'greeting'],
    ['👋', 'greeting'],
    ['makasih', 'thanks'],
    ['👍', 'thanks'],
    ['👍🏽', 'thanks'],
    ['❤️', 'thanks'],
    ['halo, kemarin gimana?', 'summary yesterday'],
    ['ok, sampai besok', 'thanks'],
    ['halo, besok gimana', 'forecast day'],
    ['mau komplain', 'help'],
  ])('%s', (text, meant) => {
    expect(meaning(text)).toBe(meant)
  })

  test('the number of every menu row is that row', () => {
    expect(MENU.map((_, i) => meaning(`${i + 1}`))).toEqual([...MENU])
    expect(MENU.length).toBeLessThanOrEqual(10)
  })
})

describe('choices of our last message come first', () => {
  const offered = [
    { id: 'answer:date-order:day-first', title: '3 April' },
    { id: 'answer:date-order:month-first', title: '4 Maret' },
  ]

  test('by title, by number, in any spelling', () => {
    expect(meaning('4 maret', { offered })).toBe('answer date-order:month-first')
    expect(meaning('2', { offered })).toBe('answer date-order:month-first')
    expect(meaning(' 3 APRIL. ', { offered })).toBe('answer date-order:day-first')
  })

  test('and without them the same words mean what they say', () => {
    expect(meaning('4 maret')).toBe('summary day')
  })

  test('everything is deleted only by an answer to the question', () => {
    expect(meaning('Ya, hapus semua')).not.toContain('confirm')
    const asked = [{ id: 'delete-data:confirm', title: 'Ya, hapus semua' }]
    expect(meaning('ya, hapus semua', { offered: asked })).toBe('delete-data confirm')
  })
})

describe('taps', () => {
  test.each([
    ['forecast', { name: 'forecast', period: null, argument: null }],
    ['undo:u7', { name: 'undo', period: null, argument: 'u7' }],
    ['rows:u7', { name: 'rows', period: null, argument: 'u7' }],
    ['language:en', { name: 'language', period: null, argument: 'en' }],
    ['label:a3:closed', { name: 'label', period: null, argument: 'a3:closed' }],
    ['alert:a3', { name: 'alert-details', period: null, argument: 'a3' }],
    ['answer:date-order:day-first', { name: 'answer', argument: 'date-order:day-first' }],
    ['undo:', { name: 'undo', argument: null }],
  ])('%s', (id, meant) => {
    expect(route(tapped(id), context)).toMatchObject({ kind: 'command', ...meant })
  })

  test('a day or a stretch in an id is the period', () => {
    const why = route(tapped('why:2026-03-31'), context)
    expect(why).toMatchObject({ name: 'why', argument: null, period: { kind: 'day' } })
    const span = { from: '2026-03-01', to: '2026-03-31' }
    const products = route(tapped('chart:products:2026-03-01..2026-03-31'), context)
    expect(products).toMatchObject({ period: { span }, argument: 'products' })
    const chart = route(tapped('chart:2026-03-01..2026-03-31'), context)
    expect(chart).toMatchObject({ period: { kind: 'days', span } })
  })

  test('seven days of forecast begin tomorrow', () => {
    const span = { from: '2026-04-02', to: '2026-04-08' }
    expect(route(tapped('forecast:7'), context)).toMatchObject({ period: { span } })
  })

  test('an id of another time falls back to the title', () => {
    expect(route(tapped('cmd_old_17', 'Ringkasan'), context)).toMatchObject({ name: 'summary' })
    expect(route(tapped('__proto__', 'hmm?'), context).kind).toBe('unclear')
  })

  test('every command can be tapped by its own name', () => {
    const reached = COMMAND_NAMES.map((name) => route(tapped(name), context))
    expect(reached.map((intent) => intent.kind === 'command' && intent.name)).toEqual(COMMAND_NAMES)
  })
})

describe('what is no text', () => {
  test('a file is an upload, also with a caption', () => {
    const file = { kind: 'file', media, fileName: 'x.csv', caption: 'ringkasan' } as const
    expect(route(arrival(file), context)).toEqual({ kind: 'upload', media, fileName: 'x.csv' })
  })

  test.each([
    [{ kind: 'picture', media, caption: null } as const, { kind: 'photo', media }],
    [{ kind: 'voice', media } as const, { kind: 'unreadable', what: 'voice' }],
    [{ kind: 'unknown', type: 'sticker' } as const, { kind: 'unreadable', what: 'other' }],
    [{ kind: 'too-big' } as const, { kind: 'file-too-big' }],
    [{ kind: 'reaction', emoji: '👍' } as const, { kind: 'silent' }],
  ])('%o', (content, meant) => {
    expect(route(arrival(content), context)).toEqual(meant)
  })
})

describe('what was not understood is said', () => {
  test('with the part that was', () => {
    expect(route(typed('penjualan kaktus kemarin'), context)).toEqual({
      kind: 'unclear',
      text: 'penjualan kaktus kemarin',
      nearly: 'summary',
      unknown: ['kaktus'],
    })
  })

  test.each([
    'penjualan hari ini dibanding kemarin',
    'prediksi kemarin',
    'penjualan Mantap',
    'sales of Cool yesterday',
    'batal file 2',
    'forecast last week',
    'halo kaktus kemarin',
    'halo, kemarin pagi',
    'batal order hari ini',
    'cancel order',
    'penjualan indonesia',
    'tidak bagus',
    'halo, siapa presiden indonesia sekarang',
    'penjualan selain mawar',
    'penjualan bukan dago',
    'penjualan pagi ini',
    'omzet tiap senin',
    'jam hari ini berapa',
    'kurang dari 10',
    'tulis puisi',
    '',
    '   ',
    '?',
    '🦄',
    'x'.repeat(5000),
    'ringkasan '.repeat(200),
  ])('%s', (text) => {
    expect(route(typed(text), context).kind).toBe('unclear')
  })
})

describe('whatever is typed', () => {
  test('routing never throws, and the same message means the same', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            ...'penjualan kemarin minggu 31/3 tgl 31 maret 2026 hari ini bulan lalu besok - 7 sampai ? stok kaktus senin s/d'.split(
              ' ',
            ),
          ),
          { maxLength: 12 },
        )
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (said) => {
        const intent = route(typed(said), context)
        expect(route(typed(said), context)).toEqual(intent)
        if (intent.kind === 'command' && intent.period) {
          expect(intent.period.span.from <= intent.period.span.to).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('capitals, closing marks and spaces change nothing', () => {
    const question = fc.constantFrom('penjualan kemarin', 'stok apa yang habis', 'best sellers')
    const frame = fc.constantFrom('', ' ', '?', '??', '!', ' 🙏', '...')
    fc.assert(
      fc.property(question, frame, frame, (said, before, after) => {
        expect(meaning(`${before}${said.toUpperCase()}${after}`)).toBe(meaning(said))
      }),
    )
  })

  test('an unknown word anywhere stops a total', () => {
    const place = fc.integer({ min: 0, max: 3 })
    const noun = fc.constantFrom('kaktus', 'xyzzy', 'gofood', 'pelanggan', 'selada')
    fc.assert(
      fc.property(place, noun, (at, word) => {
        const words = 'total penjualan kemarin'.split(' ')
        expect(meaning(words.toSpliced(at, 0, word).join(' '))).toBe('unclear')
      }),
    )
  })
})

describe('the language of a message', () => {
  test.each([
    ['total sales kemarin brp', 'id'],
    ['how much did we sell yesterday', 'en'],
    ['penjualan hari ini', 'id'],
    ['sales today please', 'en'],
    ['laku apa hr ini', 'id'],
    ['why are sales down', 'en'],
    ['forecast besok dong', 'id'],
    ['thanks!', 'en'],
    ['makasih ya', 'id'],
    ['restock', null],
    ['31/3', null],
    ['', null],
    ['👍', null],
  ] as const)('%s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
