import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenRule } from '../../src/intent/ask/metrics.ts'
import type { Plan } from '../../src/intent/ask/plan.ts'
import { readQuestion } from '../../src/intent/ask/read-question.ts'
import { FLOWER_SHOP, inShort, questionSet, readAsked, verdictOn } from '../bench/question-set.ts'
import { NOUNS } from '../support/shop-nouns.ts'

const results = questionSet().map((asked) => {
  const got = readAsked(asked)
  return { asked, got, verdict: verdictOn(asked, got) }
})
const plansOf = (text: string, prior: readonly Plan[] = []) =>
  readQuestion(text, { ...FLOWER_SHOP, prior }).plans

describe('free questions, as owners type them', () => {
  test('there are enough of them to mean something', () => {
    expect(results.length).toBeGreaterThanOrEqual(200)
  })

  for (const [langs, gate] of [
    [['en'], 0.85],
    [['id', 'mixed'], 0.8],
    [['es', 'pt'], 0.65],
  ] as const) {
    test(`${langs.join(' and ')}: at least ${gate * 100} of a hundred come to exactly the plan meant`, () => {
      const own = results.filter(({ asked }) => langs.some((lang) => lang === asked.lang))
      const exact = own.filter(({ verdict }) => verdict === 'exact')
      expect(exact.length / own.length).toBeGreaterThanOrEqual(gate)
    })
  }

  test('at most three of a hundred are answered with confidence and wrong', () => {
    const wrong = results.filter(({ verdict }) => verdict === 'wrong')
    const seen = wrong.map(({ asked, got }) => `${asked.text} → ${inShort(got)}`)
    expect(wrong.length / results.length, seen.join('\n')).toBeLessThanOrEqual(0.03)
  })

  test('a chart from the 1st to the 10th is no order to change figures', () => {
    const asked = 'make a chart of sales from november 1 to 10'
    expect(readQuestion(asked, FLOWER_SHOP).kind).not.toBe('decline')
    expect(readQuestion('change sales of november 1 to 10 million', FLOWER_SHOP).reason).toBe(
      'destructive_action',
    )
  })

  test('orders to the machine and other subjects are declined, every one', () => {
    const declined = results.filter(({ asked }) => asked.decline !== undefined)
    expect(
      declined.filter(({ got }) => got.kind !== 'decline').map(({ asked }) => asked.text),
    ).toEqual([])
  })

  test('a plan that is answered keeps the rules of its metric', () => {
    expect(
      results.flatMap(({ got }) => got.plans.map(brokenRule)).filter((each) => each !== null),
    ).toEqual([])
  })
})

describe('what must hold for every question', () => {
  test('no text makes reading fail, and the same text means the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(readQuestion(text, FLOWER_SHOP)).toEqual(readQuestion(text, FLOWER_SHOP))
      }),
    )
  })

  test('whatever words of questions stand together, the plan keeps its rules', () => {
    const words = [...new Set(questionSet().flatMap(({ text }) => text.split(' ')))]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (said) => {
        const { plans, options } = readQuestion(said.join(' '), FLOWER_SHOP)
        for (const plan of [...plans, ...options]) {
          expect(brokenRule(plan)).toBeNull()
          expect(plan.time === null || plan.time.from <= plan.time.to).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('a noun nobody knows is never answered with the whole shop', () => {
    const consonants = fc.stringMatching(/^[bcdfgjklmnpqrstvwxz]{7,9}$/)
    fc.assert(
      fc.property(consonants, (noun) => {
        expect(readQuestion(`penjualan ${noun} kemarin`, FLOWER_SHOP).kind).not.toBe('query')
      }),
    )
  })

  test('nor is anything a shop may sell and this one does not', () => {
    // These are words of the trade as well: `is`, `my`, an hour, a receipt, a glass, income in Portuguese.
    const trade = new Set(['es', 'mi', 'jam', 'nota', 'gelas', 'renda'])
    const names = { products: ['Zzyzx'], branches: ['Pusat'], colors: [], categories: [] }
    const shop = { ...FLOWER_SHOP, catalogue: { ...FLOWER_SHOP.catalogue, ...names } }
    const answered = NOUNS.filter((noun) => !trade.has(noun)).flatMap((noun) =>
      [`penjualan ${noun} kemarin`, `${noun} laku berapa`, `sales of ${noun} last week`].filter(
        (text) => readQuestion(text, shop).kind === 'query',
      ),
    )
    expect(answered).toEqual([])
  })

  test('a follow-up is the question spelled out', () => {
    const pairs = [
      ['omzet kemarin', 'kalau hari ini?', 'omzet hari ini'],
      ['omzet mawar minggu ini', 'yang di dago?', 'omzet mawar di dago minggu ini'],
      ['best sellers this week', 'and last week?', 'best sellers last week'],
      ['ventas de ayer', 'y en kemang?', 'ventas de ayer en kemang'],
      ['vendas de ontem', 'e hoje?', 'vendas de hoje'],
    ]
    for (const [first = '', then = '', whole = ''] of pairs) {
      const [followed, spelled] = [plansOf(then, plansOf(first)), plansOf(whole)]
      expect(followed.map(comparable), then).toEqual(spelled.map(comparable))
    }
  })

  test('quoting a bubble is about its plan, whatever was asked since', () => {
    for (const [quoted = '', then = '', whole = ''] of [
      ['omzet mawar minggu lalu', 'kalau di kemang?', 'omzet mawar di kemang minggu lalu'],
      ['revenue by branch last month', 'and the month before?', 'revenue by branch in september'],
      ['penjualan kemarin', 'yang pagi', 'penjualan pagi kemarin'],
      ['ventas de ayer', 'por hora', 'ventas de ayer por hora'],
    ]) {
      const [asked, spelled] = [plansOf(then, plansOf(quoted)), plansOf(whole)]
      expect(asked.map(comparable), then).toEqual(spelled.map(comparable))
    }
  })

  test('a word of the question that is not in its plan is asked back', () => {
    for (const text of [
      'omzet bulan lalu kecuali kemarin',
      'omzet minggu ini kecuali maret',
      'are mornings or evenings better this month',
    ]) {
      expect(readQuestion(text, FLOWER_SHOP).kind, text).toBe('clarify')
    }
  })

  test.each([
    ['omzet paruh pertama oktober', '2026-10-01', '2026-10-15'],
    ['sales in the second half of october', '2026-10-16', '2026-10-31'],
    ['omzet minggu kedua oktober', '2026-10-08', '2026-10-14'],
    ['ventas de la ultima semana de octubre', '2026-10-25', '2026-10-31'],
    ['faturamento do inicio de setembro', '2026-09-01', '2026-09-10'],
    ['omzet awal november', '2026-11-01', '2026-11-10'],
    ['omzet maret tahun lalu', '2025-03-01', '2025-03-31'],
    ['omzet tahun lalu pas bulan maret', '2025-03-01', '2025-03-31'],
    ['omzet dari awal tahun', '2026-01-01', '2026-11-22'],
  ])('a part of a month or a year is that part: %s', (text, from, to) => {
    expect(plansOf(text).map(({ time }) => [time?.from, time?.to])).toEqual([[from, to]])
  })

  test.each([
    ['ventas de octubre menos dago', 'branch', ['Dago']],
    ['omzet yang pink gak dihitung', 'color', ['pink']],
    ['omzet oktober kecuali tanggal 5', 'day', ['2026-10-05']],
    ['revenue this year except on sundays', 'weekday', ['sunday']],
  ])('what is left out is left out, wherever it is said: %s', (text, dimension, values) => {
    expect(plansOf(text).map(({ filters }) => filters)).toEqual([
      [{ dimension, op: 'not', values }],
    ])
  })

  test('a name of two kinds is asked back with a whole plan for each', () => {
    const branches = [...FLOWER_SHOP.catalogue.branches, 'Tulip']
    const shop = { ...FLOWER_SHOP, catalogue: { ...FLOWER_SHOP.catalogue, branches } }
    const asked = readQuestion('omzet tulip kemarin', shop)
    expect(asked.kind).toBe('clarify')
    expect(asked.options.map(({ filters }) => filters[0]?.dimension)).toEqual(['product', 'branch'])
    expect(readQuestion('omzet cabang tulip kemarin', shop).kind).toBe('query')
  })

  test('capitals, signs and stretched letters change nothing', () => {
    for (const text of [
      'OMZET KEMARIN???',
      'omzet   kemarin',
      'omzet kemarin 🙏',
      'omzetttt kemarin',
    ]) {
      expect(plansOf(text), text).toEqual(plansOf('omzet kemarin'))
    }
  })

  test('an orchid of this month is no moon orchid', () => {
    expect(plansOf('omzet anggrek bulan lalu')[0]?.time).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-31',
    })
  })
})

/** Order of filters says nothing. */
const comparable = (plan: Plan) => ({
  ...plan,
  filters: plan.filters.toSorted((a, b) => a.dimension.localeCompare(b.dimension)),
})
