import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LanguageModel } from '../../src/assistant/model.ts'
import { type NarrateEvent, type NarrateInput, narrate } from '../../src/assistant/narrate.ts'
import { aDesk } from '../support/a-desk.ts'
import { aGeminiModel } from '../support/a-gemini-model.ts'
import { FAKE_MODEL, type FakeGemini, startFakeGemini } from '../support/fake-gemini.ts'
import { aForecast, anAnomaly, aRestock, aSummary, FORMAT, someFindings } from './shop.ts'

const GOOD = {
  sentences: [
    { text: 'Halo, ini kabar dari toko Anda.', factIds: [] },
    { text: 'Pada {{f1}} penjualan toko Anda {{f2}}.', factIds: ['f1', 'f2'] },
    { text: 'Itu naik {{f3}} dibanding biasanya.', factIds: ['f3'] },
    { text: 'Produk terlaris adalah {{n1}}.', factIds: ['n1'] },
    { text: 'Semoga terus lancar ya 🌷', factIds: [] },
  ],
}
const GOOD_TEXT =
  'Halo, ini kabar dari toko Anda. Pada Selasa 31 Mar penjualan toko Anda Rp 1.647.003. ' +
  'Itu naik 13% dibanding biasanya. Produk terlaris adalah Mawar Merah. Semoga terus lancar ya 🌷'
const INVENTED = {
  sentences: GOOD.sentences.with(2, { text: 'Itu naik 25 dari biasanya.', factIds: ['f3'] }),
}

let gemini: FakeGemini
let model: LanguageModel
beforeEach(async () => {
  gemini = await startFakeGemini()
  model = aGeminiModel(gemini, { timeoutMs: 2_000 })
})
afterEach(async () => {
  await gemini[Symbol.asyncDispose]()
})

const anInput = (changes: Partial<NarrateInput> = {}): NarrateInput => ({
  ...someFindings(),
  language: 'id',
  format: FORMAT,
  ...changes,
})

const told = async (input = anInput()) => {
  const events: NarrateEvent[] = []
  const narrative = await narrate(input, aDesk(model), (event) => events.push(event))
  return { narrative, events }
}

describe('a warm note', () => {
  test('is the model’s sentences with our figures', async () => {
    gemini.plays({ kind: 'json', value: GOOD })
    const { narrative, events } = await told()
    expect(narrative?.text).toBe(GOOD_TEXT)
    expect(events).toEqual([{ kind: 'accepted', usage: { prompt: 120, output: 50, total: 170 } }])
  })

  test('a note with a figure of its own is refused, asked for once more with the reason', async () => {
    gemini.plays({ kind: 'json', value: INVENTED }, { kind: 'json', value: GOOD })
    const { narrative, events } = await told()
    expect(narrative?.text).toBe(GOOD_TEXT)
    expect(events.map(({ kind }) => kind)).toEqual(['refused', 'accepted'])
    expect(gemini.requests[1]?.rawBody).toContain('sentence 3: it has a digit')
    expect(gemini.requests[1]?.rawBody).toContain('Itu naik 25 dari biasanya.')
  })

  test('refused twice, words written in code are used', async () => {
    gemini.plays({ kind: 'json', value: INVENTED })
    const { narrative } = await told()
    expect(narrative).toBeNull()
    expect(gemini.requests).toHaveLength(2)
  })

  test('an answer of another shape is refused too', async () => {
    gemini.plays({ kind: 'json', value: { text: 'Halo' } })
    expect((await told()).narrative).toBeNull()
  })

  test('a model that does not answer is told to the log, not to the owner', async () => {
    gemini.plays({ kind: 'error', status: 403 })
    const { narrative, events } = await told()
    expect(narrative).toBeNull()
    expect(events).toMatchObject([{ kind: 'failed', failure: { reason: 'config' } }])
  })

  test('a silent model ends at the deadline', async () => {
    gemini.plays({ kind: 'hang' })
    const started = Date.now()
    expect((await told(anInput({ deadlineMs: 600 }))).narrative).toBeNull()
    expect(Date.now() - started).toBeLessThan(2_000)
  })

  test('with nothing to tell nobody is asked', async () => {
    const nothing = { summary: null, forecast: null, restock: null, anomalies: [] }
    const { narrative, events } = await told(anInput(nothing))
    expect(narrative).toBeNull()
    expect(events).toEqual([{ kind: 'too-few-facts' }])
    expect(gemini.requests).toHaveLength(0)
  })
})

describe('what leaves the process', () => {
  test('holds no name, no figure, no date of the shop', async () => {
    gemini.plays({ kind: 'json', value: INVENTED })
    await told()
    const sent = gemini.requests.map(({ rawBody }) => rawBody).join('\n')
    expect(sent).toContain('best-selling product')
    for (const secret of [
      'Mawar',
      'Wisuda',
      'Lily',
      'Dago',
      'Setiabudi',
      'merah',
      '164',
      '1.647',
      '1647',
      '138',
      '2026',
      '31 Mar',
      '13%',
      '0.12',
      '58%',
      '52-70',
      '160',
    ]) {
      expect(sent).not.toContain(secret)
    }
    // Digits that may leave stand in ids, in our own rules and in our own limits.
    const facts = sent.match(/Facts, one a line:.*?(?="\})/s)?.[0] ?? ''
    expect(facts.replace(/\\"id\\":\\"[fn]\d+\\"/g, '')).not.toMatch(/\d/)
  })

  test('does not change with the words of the file: no cell can talk to the model', async () => {
    const hostile = (text: string) =>
      anInput({
        summary: aSummary({
          bestSeller: { name: text, quantity: 38_000, revenue: 1 },
          branches: [
            { name: `${text} A`, revenue: 9, share: 0.9 },
            { name: `${text} B`, revenue: 1, share: 0.1 },
          ],
        }),
        anomalies: [anAnomaly({ scope: { kind: 'product', name: text } })],
        forecast: { ...aForecast(), products: [{ ...aForecast().products[0]!, product: text }] },
        restock: { ...aRestock(), restock: [{ ...aRestock().restock[0]!, product: text }] },
      })
    gemini.plays({ kind: 'json', value: GOOD })
    const cells = fc.string({ unit: 'grapheme', minLength: 12, maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(cells, async (text) => {
        await narrate(hostile(text), aDesk(model))
        await narrate(hostile('Mawar Merah'), aDesk(model))
        const [mine, plain] = gemini.requests.slice(-2).map(({ rawBody }) => rawBody)
        expect(mine).toBe(plain)
      }),
      { numRuns: 25 },
    )
  })
})

test('whatever the model answers, the owner reads our figures or nothing', async () => {
  const ids = ['f1', 'f2', 'f3', 'n1', 'n99', '']
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      ...GOOD.sentences.map((sentence) => sentence.text),
      'Naik 3 kali.',
      '{{f2}}{{f3}}',
    ),
  )
  const answer = fc.oneof(
    fc.jsonValue(),
    fc.record({
      sentences: fc.array(fc.record({ text, factIds: fc.array(fc.constantFrom(...ids)) }), {
        maxLength: 8,
      }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(answer, async (json) => {
      const usage = { prompt: 1, output: 1, total: 2 }
      const says: LanguageModel = {
        nameFor: () => FAKE_MODEL,
        generate: async () => ({ ok: true, json, usage }),
      }
      const narrative = await narrate(anInput(), aDesk(says))
      if (narrative === null) return
      const known = ['Selasa 31 Mar', 'Rp 1.647.003', '13%', 'Mawar Merah']
      const rest = known.reduce((left, part) => left.replaceAll(part, ''), narrative.text)
      expect(rest).not.toMatch(/\p{N}/u)
    }),
    { numRuns: 300 },
  )
})
