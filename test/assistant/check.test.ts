import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkNarrative, renderSentences } from '../../src/assistant/check.ts'
import type { Sentence } from '../../src/assistant/claims.ts'
import { type Fact, factsOf } from '../../src/assistant/facts.ts'
import { aSummary, FORMAT, someFindings, story } from './shop.ts'

const facts = factsOf(someFindings(), FORMAT)
const id = (topic: string, role: Fact['role']): string => {
  const found = facts.find((fact) => fact.topic === topic && fact.role === role)
  if (!found) throw new Error(`no fact ${topic}/${role}`)
  return found.id
}
const SALES = id('sales', 'level')
const DATE = id('sales', 'date')
const CHANGE = id('sales', 'change')
const BEST = id('best seller', 'name')
const BEST_UNITS = id('best seller', 'level')
const SLOW = id('slow', 'name')
const BROKEN_NAME = id('broken habit a', 'name')
const BROKEN_SALES = id('broken habit a', 'level')
const BROKEN_CHANGE = id('broken habit a', 'change')
const CAUSE = facts.find(({ isCause }) => isCause)!.id
const EXPECTED = id('forecast', 'level')
const ORDER = id('order first', 'name')

const put = (...ids: string[]) => ids.map((each) => `{{${each}}}`)
const says = (text: string, ...ids: string[]): Sentence => ({ text, factIds: ids })

const GOOD_ID: Sentence[] = [
  says('Halo, ini kabar dari toko Anda.'),
  says(`Pada {{${DATE}}} penjualan toko Anda {{${SALES}}}.`, DATE, SALES),
  says(`Itu naik {{${CHANGE}}} dibanding biasanya.`, CHANGE),
  says(`Produk terlaris adalah {{${BEST}}} dengan {{${BEST_UNITS}}} terjual.`, BEST, BEST_UNITS),
  says(`Cabang {{${BROKEN_NAME}}} turun tajam karena {{${CAUSE}}}.`, BROKEN_NAME, CAUSE),
  says('Semoga terus lancar ya 🌷'),
]
const GOOD_EN: Sentence[] = [
  says('Hello, here is how your shop is doing.'),
  says(`On {{${DATE}}} your sales were {{${SALES}}}.`, DATE, SALES),
  says(`That is up {{${CHANGE}}} against the usual.`, CHANGE),
  says(`The best seller is {{${BEST}}}, with {{${BEST_UNITS}}} sold.`, BEST, BEST_UNITS),
  says(`The branch {{${BROKEN_NAME}}} fell sharply because of {{${CAUSE}}}.`, BROKEN_NAME, CAUSE),
  says('Keep it going, you are doing this with care.'),
]

const withSentence = (sentence: Sentence): Sentence[] => GOOD_ID.with(2, sentence)
const refusal = (sentence: Sentence): string | null => {
  const verdict = checkNarrative(withSentence(sentence), facts, story('id'))
  return verdict.ok ? null : verdict.reason
}

describe('a true note passes', () => {
  test('in Indonesian', () =>
    expect(checkNarrative(GOOD_ID, facts, story('id'))).toEqual({ ok: true }))
  test('in English', () =>
    expect(checkNarrative(GOOD_EN, facts, story('en'))).toEqual({ ok: true }))

  const sure = (topic: string, role: Fact['role']) => `{{${id(topic, role)}}}`
  const plausible = [
    `Selama {{${DATE}}}, omzet toko Anda tercatat {{${SALES}}}.`,
    `Penjualannya meningkat {{${CHANGE}}} dari biasanya, kerja yang bagus!`,
    `Dalam jangka panjang, penjualan juga tumbuh sedikit, {{${id('trend', 'change')}}}.`,
    `Juaranya tetap {{${BEST}}}, laku {{${BEST_UNITS}}} tangkai.`,
    `Cabang ${sure('branch', 'name')} menyumbang ${sure('branch', 'level')} dan menjadi yang terbesar.`,
    `Warna favorit pelanggan adalah ${sure('favourite', 'name')}.`,
    `${sure('rising', 'name')} sedang naik daun, bertambah ${sure('rising', 'change')} dari biasanya.`,
    `Sementara itu {{${SLOW}}} mulai melambat, coba tata ulang pajangannya.`,
    `Pada ${sure('broken habit a', 'date')}, cabang {{${BROKEN_NAME}}} turun {{${BROKEN_CHANGE}}} menjadi {{${BROKEN_SALES}}}.`,
    `Penyebab utamanya adalah {{${CAUSE}}}.`,
    `Untuk ${sure('forecast', 'date')}, perkiraan terjual ${sure('forecast', 'level')} buah.`,
    `Kemungkinan yang paling banyak dicari nanti adalah ${sure('forecast first', 'name')}.`,
    `Pesan dulu {{${ORDER}}} sebanyak ${sure('order first', 'level')}.`,
    `Kurangi pesanan ${sure('order less', 'name')} agar tidak menumpuk.`,
    `Net sales came to {{${SALES}}} for {{${DATE}}}.`,
    `Sales grew {{${CHANGE}}} compared with a usual day, nice work!`,
    `Your star is {{${BEST}}} with {{${BEST_UNITS}}} sold.`,
    `${sure('branch', 'name')} is your busiest branch, bringing in ${sure('branch', 'level')} of sales.`,
    `${sure('rising', 'name')} gained ${sure('rising', 'change')} more than usual.`,
    `{{${SLOW}}} is slowing, so maybe move it closer to the door.`,
    `{{${BROKEN_NAME}}} dropped {{${BROKEN_CHANGE}}} on ${sure('broken habit a', 'date')}.`,
    `The main reason is {{${CAUSE}}}.`,
    `On ${sure('forecast', 'date')} expect ${sure('forecast', 'level')} units.`,
    `Stock up on {{${ORDER}}} first: ${sure('order first', 'level')} would do.`,
  ]
  test.each(plausible)('%s', (text) => {
    const ids = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
    expect(refusal(says(text, ...ids))).toBeNull()
  })

  test.each([
    'Semoga toko Anda terus tumbuh dan makin ramai!',
    'Semoga minggu depan lebih baik lagi 🌷',
    'Terima kasih sudah terus merawat toko Anda.',
    'Salam hangat, tetap semangat ya!',
  ])('a wish at the end: %s', (text) => {
    expect(checkNarrative([...GOOD_ID.slice(0, -1), says(text)], facts, story('id'))).toEqual({
      ok: true,
    })
  })

  test.each([
    'Semoga sehat. Penjualan sedang tumbuh.',
    'Semoga kuat karena penjualan lesu.',
    'Mari lihat: penjualan tumbuh.',
  ])('a claim dressed as a wish is refused: %s', (text) => {
    expect(checkNarrative([...GOOD_ID.slice(0, -1), says(text)], facts, story('id')).ok).toBe(false)
  })

  test('and reads with our figures and names', () => {
    expect(renderSentences(GOOD_ID, facts)).toBe(
      'Halo, ini kabar dari toko Anda. Pada Selasa 31 Mar penjualan toko Anda Rp 1.647.003. ' +
        'Itu naik 13% dibanding biasanya. Produk terlaris adalah Mawar Merah dengan 38 terjual. ' +
        'Cabang Dago turun tajam karena Buket Wisuda. Semoga terus lancar ya 🌷',
    )
  })
})

describe('an amount of the model’s own is refused', () => {
  test.each([
    'Penjualan naik 12 dibanding biasanya',
    'Penjualan naik ١٢ dibanding biasanya',
    'Penjualan naik १२ dibanding biasanya',
    'Penjualan naik １２ dibanding biasanya',
    'Penjualan naik ½ dibanding biasanya',
    'Penjualan naik Ⅻ dibanding biasanya',
    'Penjualan naik ¹² dibanding biasanya',
    'Penjualan naik 1️⃣ dibanding biasanya',
    'Penjualan naik 💯 dibanding biasanya',
    'Penjualan naik dua kali lipat',
    'Penjualan naik dûa puluh',
    'Penjualan naik setengah dari biasanya',
    'Penjualan naik sepertiga dari biasanya',
    'Penjualan naik ratusan ribu',
    'Penjualan naik seRATUS',
    'Penjualan naik tiga jt',
    'Sales doubled',
    'Sales rose by a dozen',
    'Sales rose by twenty-five',
    'Sales rose threefold',
    'Semoga naik seribu',
    'Naiknya duanya',
    'Kenaikannya limapuluh',
    'Sebagian besar dari toko',
    'Penjualan naik beberapa %',
    'Penjualan naik beberapa persen',
    'Penjualan naik beberapa Rp €',
  ])('%s', (text) => {
    expect(refusal(says(text, CHANGE))).toMatch(/digit|amount|number sign/)
  })

  test('any digit anywhere, of any script', () => {
    const digit = fc.constantFrom(...'0123456789٣۴५৬೭๘１𝟗²₃①⑳一二三')
    const place = fc.nat(GOOD_ID[2]!.text.length)
    fc.assert(
      fc.property(digit, place, (mark, at) => {
        const text = GOOD_ID[2]!.text
        const sentence = says(text.slice(0, at) + mark + text.slice(at), CHANGE)
        expect(checkNarrative(withSentence(sentence), facts, story('id')).ok).toBe(false)
      }),
    )
  })
})

describe('a claim without its fact is refused', () => {
  test.each<[string, string, Sentence]>([
    ['an id that was never given', 'not in the list', says('Penjualan naik {{f99}}.', 'f99')],
    ['an unknown id in the list only', 'not in the list', says('Penjualan lancar.', 'x1')],
    ['down of a fact that goes up', 'says down', says(`Itu turun ${put(CHANGE)}.`, CHANGE)],
    [
      'up of a fact that goes down',
      'says up',
      says(`Cabang ${put(BROKEN_NAME)} naik.`, BROKEN_NAME),
    ],
    ['up of a fact without direction', 'says up', says(`Penjualan naik pada ${put(DATE)}.`, DATE)],
    ['an arrow is a direction too', 'says up', says(`Cabang ${put(BROKEN_NAME)} 📈`, BROKEN_NAME)],
    ['a direction denied', 'denies', says(`Itu tidak naik ${put(CHANGE)}.`, CHANGE)],
    ['two directions', 'two directions', says(`Itu naik, bukan turun, ${put(CHANGE)}.`, CHANGE)],
    ['steady, when it moved', 'says flat', says(`Itu stabil di ${put(SALES)}.`, SALES, CHANGE)],
    ['a level given as a change', 'a level', says(`Itu naik ${put(SALES)}.`, SALES, CHANGE)],
    ['a level given as a change, by', 'a level', says(`It rose by ${put(SALES)}.`, SALES, CHANGE)],
    ['best without a first place', 'first place', says(`${put(SLOW)} paling laris.`, SLOW)],
    ['worst, ever', 'last place', says(`${put(SLOW)} terburuk.`, SLOW)],
    ['a reason without a cause', 'reason', says(`Itu naik karena ${put(SALES)}.`, SALES, CHANGE)],
    ['a reason in words of its own', 'reason', says(`Itu turun karena antrean.`, CAUSE)],
    ['a reason denied', 'denies', says(`Bukan karena ${put(CAUSE)}.`, CAUSE)],
    ['last place, said as most', 'last place', says(`${put(BEST)} paling jarang dibeli.`, BEST)],
    ['a first place denied', 'denies', says(`${put(BEST)} bukan terlaris.`, BEST)],
    ['a change without its direction', 'a change', says(`Penjualan ${put(CHANGE)}.`, CHANGE)],
    ['a product called a branch', 'calls a name a branch', says(`Cabang ${put(BEST)} laku.`, BEST)],
    [
      'a branch called a product',
      'calls a name a product',
      says(`${put(BROKEN_NAME)} product fell.`, BROKEN_NAME),
    ],
    ['a forecast told as sold', 'as if it had', says(`Terjual ${put(EXPECTED)} buah.`, EXPECTED)],
    ['the future from the past', 'foretells', says(`Penjualan akan ${put(SALES)}.`, SALES)],
    ['the whole from a part', 'a part', says(`Total semua ${put(BROKEN_SALES)}.`, BROKEN_SALES)],
    ['a mean', 'amount', says(`Rata-rata ${put(SALES)}.`, SALES)],
    ['per day', 'stretch of time', says(`Terjual ${put(BEST_UNITS)} setiap hari.`, BEST_UNITS)],
    ['an empty shelf', 'do not know', says(`${put(ORDER)} sudah habis.`, ORDER)],
    ['new customers', 'do not know', says(`Pelanggan baru di ${put(BROKEN_NAME)}.`, BROKEN_NAME)],
    ['a minus before our figure', 'glues', says(`Itu naik -${put(CHANGE)}.`, CHANGE)],
    ['two figures in one', 'glues', says(`Pada ${put(DATE)}.${put(SALES)} ya.`, DATE, SALES)],
    ['units called customers', 'count', says(`Ada ${put(BEST_UNITS)} pelanggan.`, BEST_UNITS)],
    ['so many times', 'amount', says(`Itu naik ${put(CHANGE)} kali.`, CHANGE)],
    ['weather', 'do not know', says(`Itu naik ${put(CHANGE)}, cuaca cerah.`, CHANGE)],
    ['profit', 'do not know', says(`Untung toko Anda ${put(SALES)}.`, SALES)],
    ['strong, when it was clear', 'strong', says(`Itu naik tajam ${put(CHANGE)}.`, CHANGE)],
    [
      'slight, when it was strong',
      'slight',
      says(`Cabang ${put(BROKEN_NAME)} turun sedikit.`, BROKEN_NAME),
    ],
    [
      'praise of a fall',
      'praises',
      says(`Hebat, cabang ${put(BROKEN_NAME)} ${put(BROKEN_SALES)}.`, BROKEN_NAME),
    ],
    ['a day of its own', 'stretch of time', says(`Kemarin penjualan ${put(SALES)}.`, SALES)],
    ['a stretch of its own', 'stretch of time', says(`This week sales were ${put(SALES)}.`, SALES)],
    [
      'a name paired with a stranger’s figure',
      'mixes',
      says(`${put(BEST)[0]} terjual ${put(BROKEN_CHANGE)}.`, BEST),
    ],
    ['no fact at all in the middle', 'no fact', says('Pelanggan toko Anda senang.')],
  ])('%s', (_, reason, sentence) => {
    expect(refusal(sentence)).toContain(reason)
  })
})

describe('form', () => {
  test.each<[string, string]>([
    ['marks', `*Itu* naik {{${CHANGE}}}.`],
    ['a link', `Itu naik {{${CHANGE}}}, lihat https://contoh.id`],
    ['a mention', `Itu naik {{${CHANGE}}} @semua`],
    ['braces of its own', `Itu naik {{${CHANGE}}} {{total}}.`],
    ['a line break', `Itu naik\n{{${CHANGE}}}.`],
    ['a letter of another script', `Itu nаik {{${CHANGE}}}.`],
    ['a hidden sign', `Itu naik\u202e {{${CHANGE}}}.`],
    ['half a surrogate pair', `Itu naik \ud83c {{${CHANGE}}}.`],
    ['length', `Itu naik {{${CHANGE}}} ${'sekali '.repeat(50)}`],
  ])('%s is refused', (_, text) => {
    expect(refusal(says(text, CHANGE))).not.toBeNull()
  })

  test('the other language is refused', () => {
    expect(checkNarrative(GOOD_EN, facts, story('id'))).toMatchObject({
      reason: 'write in Indonesian only',
    })
    expect(checkNarrative(GOOD_ID, facts, story('en'))).toMatchObject({
      reason: expect.stringContaining('write in English only'),
    })
  })

  test('every fault is named at once, for one better answer', () => {
    const twice = GOOD_ID.with(2, says('Naik dua.', CHANGE)).with(3, says('Kemarin.', SALES))
    expect(checkNarrative(twice, facts, story('id'))).toEqual({
      ok: false,
      reason:
        'sentence 3: it states an amount in words; use a placeholder; ' +
        'sentence 4: it names a day or stretch of time; use a placeholder',
    })
  })

  test('too few and too many sentences are refused', () => {
    expect(checkNarrative(GOOD_ID.slice(0, 2), facts, story('id')).ok).toBe(false)
    expect(checkNarrative([...GOOD_ID, ...GOOD_ID], facts, story('id')).ok).toBe(false)
    expect(checkNarrative([], facts, story('id')).ok).toBe(false)
  })

  test('names so long that the note grows past a bubble are refused', () => {
    const long = factsOf(
      someFindings({
        summary: aSummary({
          bestSeller: { name: 'Anggrek '.repeat(110), quantity: 1, revenue: 1 },
        }),
      }),
      FORMAT,
    )
    expect(checkNarrative(GOOD_ID, long, story('id'))).toMatchObject({
      reason: 'too long, write shorter sentences',
    })
  })

  test('a product that is called {{f1}} stays a name', () => {
    const tricky = factsOf(
      someFindings({
        summary: aSummary({ bestSeller: { name: '{{f2}} $& $1', quantity: 1_000, revenue: 1 } }),
      }),
      FORMAT,
    )
    expect(renderSentences([says(`Terlaris {{${BEST}}}`)], tricky)).toBe('Terlaris {{f2}} $& $1')
  })
})

test('whatever the model writes, checking never throws, and digits never pass', () => {
  const sentence = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(...GOOD_ID.map(({ text }) => text)),
    ),
    factIds: fc.array(fc.constantFrom(...facts.map((fact) => fact.id), 'f99', ''), {
      maxLength: 3,
    }),
  })
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 9 }), (sentences) => {
      const verdict = checkNarrative(sentences, facts, story('id'))
      const digits = sentences.some(({ text }) =>
        /\p{N}/u.test(text.replace(/\{\{[fn]\d+\}\}/g, '')),
      )
      if (digits) expect(verdict.ok).toBe(false)
    }),
    { numRuns: 500 },
  )
})
