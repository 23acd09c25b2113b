import { expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { aGeminiModel } from '../support/a-gemini-model.ts'
import { aStage } from '../support/a-phone.ts'
import { type Behaviour, startFakeGemini } from '../support/fake-gemini.ts'
import { bytesOf, steadyShop } from '../support/files.ts'

const WORDS = {
  sentences: [
    { text: 'Halo, ini kabar dari toko Anda.', factIds: [] },
    { text: 'Pada {{f1}} penjualan toko Anda {{f2}}.', factIds: ['f1', 'f2'] },
    { text: 'Produk terlaris adalah {{n1}}.', factIds: ['n1'] },
    { text: 'Semoga terus lancar ya 🌷', factIds: [] },
  ],
}
const INVENTED = {
  sentences: [{ text: 'Penjualan naik 25 persen karena cuaca cerah.', factIds: [] }],
}

/** The report's third part, and everything that was sent to the model. */
const reportWith = async (...script: Behaviour[]) => {
  await using gemini = await startFakeGemini(...script)
  const model = aGeminiModel(gemini, { timeoutMs: 500 })
  await using stage = await aStage({ options: { model } })
  const file = steadyShop({ until: day('2026-03-31') })
  await stage.phone.sends(file.bytes, { fileName: 'penjualan.csv' })
  await stage.phone.waitsFor(1, 20_000)
  await stage.phone.says('laporan')
  const [report] = await stage.phone.waitsFor(1, 30_000)
  const story = /\*3\. [^*]+\* (.*)/.exec(report?.text ?? '')?.[1] ?? ''
  return { story, sent: gemini.requests.map((request) => request.rawBody).join('\n') }
}

test('the report’s narrative is Gemini’s words with our figures, and no figure or name leaves the house', async () => {
  const { story, sent } = await reportWith({ kind: 'json', value: WORDS })
  expect(story).toMatch(
    /^Halo, ini kabar dari toko Anda\. Pada Selasa 31 Mar penjualan toko Anda Rp [\d.,]+ (jt|rb)\. Produk terlaris adalah Mawar Merah\./,
  )
  expect(sent).not.toBe('')
  expect(sent).not.toMatch(/Mawar|Lily|Buket|Dago|Setiabudi|6281234567890|penjualan\.csv/)
})

test.each<[string, Behaviour]>([
  ['invents a figure', { kind: 'json', value: INVENTED }],
  ['is out of quota', { kind: 'too-many', perDay: true }],
  ['says nothing', { kind: 'empty' }],
  ['never answers', { kind: 'hang' }],
  ['breaks off', { kind: 'reset' }],
])('when Gemini %s, the report is told in our own words', async (_name, behaviour) => {
  const { story } = await reportWith(behaviour)
  expect(story).toContain('Mawar Merah paling dicari pembeli.')
  expect(story).not.toMatch(/25|cuaca/)
})

/** The shop's last day without its best seller: something to explain. */
const slump = (): Uint8Array => {
  const rows = steadyShop({ until: day('2026-03-31') }).text.split('\n')
  return bytesOf(rows.filter((row) => !row.startsWith('2026-03-31,Mawar Merah')).join('\n'))
}

const REMARK = {
  sentences: [
    { text: 'Hari itu turun {{f3}} dari biasanya, terutama karena {{n1}}.', factIds: [] },
  ],
}

test('an answer to why carries a remark in the model’s words, when it is true and comes in time', async () => {
  await using gemini = await startFakeGemini()
  const model = aGeminiModel(gemini, { timeoutMs: 500 })
  await using stage = await aStage({ options: { model } })
  await stage.phone.sends(slump(), { fileName: 'penjualan.csv' })
  // The receipt, and the bell that the fall rings.
  await stage.phone.waitsFor(2, 20_000)
  const whyWith = async (behaviour: Behaviour): Promise<string> => {
    gemini.plays(behaviour)
    await stage.phone.says('kenapa kemarin turun')
    const [answer] = await stage.phone.waitsFor(1, 30_000)
    return answer?.text ?? ''
  }
  const plain = await whyWith({ kind: 'error', status: 503 })
  expect(plain).toMatch(/turun Rp/)
  expect(await whyWith({ kind: 'json', value: REMARK })).toMatch(
    /turun \d+% dari biasanya, terutama karena Mawar Merah\.\n_Dasar/,
  )
  expect(await whyWith({ kind: 'json', value: INVENTED })).toBe(plain)
  expect(await whyWith({ kind: 'hang' })).toBe(plain)
  expect(gemini.requests.map(({ rawBody }) => rawBody).join()).not.toMatch(/Mawar|Lily|Dago|Rp/)
}, 60_000)
