import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { oggSeconds } from '../../src/assistant/ogg.ts'
import { transcribe } from '../../src/assistant/transcribe.ts'
import { aDesk } from '../support/a-desk.ts'
import { aGeminiModel } from '../support/a-gemini-model.ts'
import { type FakeGemini, startFakeGemini } from '../support/fake-gemini.ts'
import { aVoiceNote } from '../support/voice.ts'

let gemini: FakeGemini
beforeEach(async () => {
  gemini = await startFakeGemini()
})
afterEach(async () => {
  await gemini[Symbol.asyncDispose]()
})

const heard = async (value: unknown, vocabulary: readonly string[] = []) => {
  gemini.plays({ kind: 'json', value })
  const model = aGeminiModel(gemini, { timeoutMs: 2_000 })
  const mimeType = 'audio/ogg; codecs=opus'
  return transcribe({ mimeType, bytes: aVoiceNote(3), vocabulary }, aDesk(model))
}

describe('a voice note', () => {
  test('is words, in one line', async () => {
    expect(
      await heard({ transcript: ' omzet\nkemarin \u202eberapa ', isUnderstood: true }),
    ).toMatchObject({
      ok: true,
      value: { text: 'omzet kemarin berapa' },
    })
    expect(gemini.requests[0]?.body).toMatchObject({
      contents: [
        {
          parts: [
            {
              inlineData: {
                mimeType: 'audio/ogg',
                data: Buffer.from(aVoiceNote(3)).toString('base64'),
              },
            },
          ],
        },
      ],
    })
  })

  test('of nothing but noise is no words, whatever was made of it', async () => {
    const value = { transcript: 'omzet Rp 5 juta', isUnderstood: false }
    expect(await heard(value)).toMatchObject({ ok: true, value: { text: '' } })
  })

  test('as long as a lecture is cut', async () => {
    const called = await heard({ transcript: 'a'.repeat(5000), isUnderstood: true })
    expect(called.ok && called.value.text.length).toBe(1000)
  })

  test('takes the shop’s names along only when given, short, few and as data', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `Mawar "${i}"\n${'x'.repeat(60)}`)
    await heard({ transcript: 'ya', isUnderstood: true }, names)
    const body = gemini.requests[0]?.body as { contents: [{ parts: [{ text: string }] }] }
    const sent = JSON.parse(body.contents[0].parts[0].text.replace(/^[^:]*: /, ''))
    expect(sent).toHaveLength(100)
    expect(sent[7]).toMatch(/^Mawar "7" x+$/)
    expect(sent[7]).toHaveLength(40)
  })
})

describe('how long a recording is', () => {
  test.each([0, 3.5, 120, 4000])('%s s are read from its last page', (seconds) => {
    expect(oggSeconds(aVoiceNote(seconds))).toBeCloseTo(seconds, 3)
  })

  test.each([
    ['an mp3', Buffer.from('ID3\u0004rest of it')],
    ['nothing', Buffer.alloc(0)],
    ['one that breaks off', Buffer.from(aVoiceNote(3)).subarray(0, 45)],
    ['one that never ended', aVoiceNote(-1 / 48_000)],
  ])('of %s nobody can tell', (_, bytes) => {
    expect(oggSeconds(bytes)).toBeNull()
  })

  test('no bytes at all trip it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (tail) => {
        const seconds = oggSeconds(Buffer.concat([Buffer.from('OggS'), tail]))
        expect(seconds === null || seconds >= 0).toBe(true)
      }),
    )
  })
})
