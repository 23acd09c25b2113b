import { expect, test } from 'vitest'
import { aGeminiModel } from '../support/a-gemini-model.ts'
import { aStage, type Stage, type StageOptions } from '../support/a-phone.ts'
import { POLICY } from '../support/builders.ts'
import { type Behaviour, type FakeGemini, startFakeGemini } from '../support/fake-gemini.ts'
import { csv } from '../support/files.ts'
import { aVoiceNote } from '../support/voice.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the file ends on Tuesday 31 March.
const SALES = csv(
  'tanggal,produk,jumlah,harga,cabang',
  '31/03/2026,Mawar Merah,4,15000,Dago',
  '31/03/2026,Tulip,2,40000,Kemang',
)

const withShop = async (
  asked: StageOptions,
  tell: (told: { stage: Stage; gemini: FakeGemini }) => Promise<void>,
): Promise<void> => {
  await using gemini = await startFakeGemini({ kind: 'error', status: 503 })
  const model = aGeminiModel(gemini, { timeoutMs: 200 })
  await using stage = await aStage({ ...asked, options: { model, ...asked.options } })
  await stage.phone.sends(SALES, { fileName: 'maret.csv' })
  await stage.phone.waitsFor(1, 20_000)
  await stage.phone.waitsForQuiet(300)
  await tell({ stage, gemini })
}

const answers = async ({ phone }: Stage): Promise<readonly string[]> => {
  await phone.waitsFor(1, 20_000)
  const bubbles = await phone.waitsForQuiet(300)
  return bubbles.map((bubble) => bubble.text.replaceAll('\u00a0', ' '))
}

const speak = async (stage: Stage, seconds = 3): Promise<readonly string[]> => {
  await stage.phone.speaks(aVoiceNote(seconds))
  return answers(stage)
}

const said = (transcript: string, isUnderstood = true): Behaviour => ({
  kind: 'json',
  value: { transcript, isUnderstood },
})

test('a spoken question is answered like a typed one, with what was heard above it', {
  timeout: 60_000,
}, async () => {
  await withShop({}, async ({ stage, gemini }) => {
    gemini.plays(said('omzet mawar merah kemarin berapa'))
    const [answer, ...others] = await speak(stage)
    expect(answer).toMatch(/^🎤 Saya dengar: “omzet mawar merah kemarin berapa”\n[\s\S]*Rp 60 rb/)
    expect(others).toEqual([])
    expect(gemini.requests).toHaveLength(1)
    expect(gemini.requests[0]?.rawBody).not.toMatch(/Mawar|Tulip|Dago|maret/)

    // The answer is remembered like any other.
    await stage.phone.says('kalau tulip?')
    expect((await answers(stage))[0]).toContain('Rp 80 rb')

    gemini.plays(said('stok mawar merah 120'))
    expect((await speak(stage))[0]).toMatch(/“stok mawar merah 120”[\s\S]*120/)

    // One misheard word shall not take anything away.
    gemini.plays(said('hapus data'))
    expect((await speak(stage))[0]).toMatch(/“hapus data”\n.*ketik sendiri: \*hapus data\*/)
    for (const words of ['batal', 'hapus terakhir', 'keluar dari tim']) {
      gemini.plays(said(words))
      expect((await speak(stage))[0]).toContain('ketik sendiri')
    }
    await stage.phone.says('omzet kemarin')
    expect((await answers(stage))[0]).toContain('Rp 140.000')

    // With the owner's leave the shop's names go along.
    await stage.phone.says('ai nama ya')
    await answers(stage)
    gemini.plays(said('omzet kemarin'))
    await speak(stage)
    expect(gemini.requests.at(-1)?.rawBody).toMatch(/Mawar Merah/)
  })
})

test('a voice note nobody can hear gets a clear sentence', { timeout: 60_000 }, async () => {
  await withShop(
    { options: { policy: { ...POLICY, modelBudget: 700 } } },
    async ({ stage, gemini }) => {
      gemini.plays(said('omzet Rp 999', false))
      expect((await speak(stage))[0]).toMatch(/tidak menangkap kata apa pun\.\nKetik saja/)
      gemini.plays({ kind: 'error', status: 400, message: 'Unsupported audio' })
      expect((await speak(stage))[0]).toMatch(/gagal saya dengar\.\nKetik saja/)
      gemini.plays({ kind: 'hang' })
      expect((await speak(stage))[0]).toContain('gagal saya dengar')
      gemini.plays({ kind: 'text', text: 'omzet kemarin Rp 999' })
      expect((await speak(stage))[0]).not.toContain('999')

      const before = gemini.requests.length
      gemini.plays(said('omzet kemarin'))
      expect((await speak(stage, 500))[0]).toContain('terlalu panjang')
      await stage.phone.says('ai mati')
      await answers(stage)
      expect((await speak(stage))[0]).toMatch(/AI sedang mati[\s\S]*ai nyala/)
      expect(gemini.requests).toHaveLength(before)
      await stage.phone.says('ai nyala')
      await answers(stage)
      await speak(stage)
      // 170 tokens each: the fifth is beyond 700.
      await speak(stage)
      expect((await speak(stage))[0]).toContain('besok bisa lagi')
    },
  )
})

test('without a key it says that it is to be typed', async () => {
  await using stage = await aStage()
  expect((await speak(stage))[0]).toMatch(/belum bisa saya dengar[\s\S]*Ketik saja/)
})

test('the same voice note delivered twice is asked for once, also when the process stops in between', {
  timeout: 60_000,
}, async () => {
  let stops = 1
  const passing = (step: string): void => {
    if (step === 'answer ready' && stops > 0) {
      stops -= 1
      throw new Error('the process stopped here')
    }
  }
  await using gemini = await startFakeGemini(said('omzet kemarin'))
  const model = aGeminiModel(gemini, { timeoutMs: 500 })
  await using stage = await aStage({ running: true, options: { model, passing } })
  await stage.phone.speaks(aVoiceNote(2))
  expect((await answers(stage))[0]).toContain('Saya dengar: “omzet kemarin”')
  expect(stops).toBe(0)
  expect(gemini.requests).toHaveLength(1)
})
