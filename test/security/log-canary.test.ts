import { expect, test } from 'vitest'
import { geminiModel } from '../../src/assistant/gemini.ts'
import { makeLog } from '../../src/log.ts'
import { sign } from '../../src/whatsapp/signature.ts'
import type { Stage } from '../support/a-phone.ts'
import { anApi } from '../support/an-api.ts'
import { OWNER_PHONE } from '../support/builders.ts'
import { FAKE_MODEL, startFakeGemini } from '../support/fake-gemini.ts'
import { csv } from '../support/files.ts'
import { aVoiceNote } from '../support/voice.ts'
import { lookInto } from './tables.ts'

/** One for each thing that is somebody's own; none is a word that the house says by itself. */
const MARKS = {
  shop: 'Kanaritoko',
  product: 'Kanarimawar',
  branch: 'Kanaricabang',
  cell: 'Kanarisel',
  file: 'kanariberkas',
  text: 'kanariteks',
  voice: 'kanarisuara',
  said: 'kanarijawab',
  stored: 'kanarisimpan',
  name: 'Rina',
}
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4])

const SALES = csv(
  'tanggal,produk,jumlah,harga,cabang',
  `2026-03-30,${MARKS.product},4,15000,${MARKS.branch}`,
  `2026-03-31,${MARKS.product},3,15000,${MARKS.branch}`,
  `${MARKS.cell},${MARKS.product},1,1000,${MARKS.branch}`,
)

const answered = async ({ phone }: Stage): Promise<string> => {
  await phone.waitsFor(1, 20_000)
  return (await phone.waitsForQuiet(300)).map(({ text }) => text).join('\n')
}

test('a whole conversation with everything going wrong leaves no name, number, text, cell or key in log, metrics or errors', {
  timeout: 120_000,
}, async () => {
  const written: string[] = []
  const log = makeLog('debug', { write: (line) => void written.push(line) })
  await using gemini = await startFakeGemini({ kind: 'error', status: 503, message: MARKS.said })
  const { key: apiKey, baseUrl } = gemini
  const model = geminiModel({
    apiKey,
    model: FAKE_MODEL,
    baseUrl,
    apiVersion: 'v1',
    timeoutMs: 500,
  })
  await using api = await anApi({
    running: true,
    shop: { name: MARKS.shop },
    options: { log, model },
  })
  const { stage } = api
  const { phone, app } = stage
  const says = async (text: string): Promise<string> => {
    await phone.says(text)
    return answered(stage)
  }

  await phone.sends(SALES, { fileName: `${MARKS.file}.csv`, caption: MARKS.text })
  expect(await answered(stage)).toContain(`${MARKS.file}.csv`)
  await phone.sends(new Uint8Array([1, 2, 3]), { fileName: `${MARKS.file}.bin` })
  await answered(stage)
  await says(`laku 2 ${MARKS.product} 15rb`)
  await says(`omzet ${MARKS.product} kemarin`)
  await says(`${MARKS.text} ${MARKS.text} berapa ya`)
  await says(`tim tambah 0812 3456 0000`)
  await says(`toko nama ${MARKS.shop} ${MARKS.text}`)
  const shownToken = /shopbell_[\w-]{43}/.exec(await says(`token baru ${MARKS.text}`))?.[0] ?? ''
  expect(shownToken).not.toBe('')

  // Words, recordings and pictures that the model answers in its own words, or breaks over.
  gemini.plays({ kind: 'json', value: { transcript: MARKS.voice, isUnderstood: true } })
  await phone.speaks(aVoiceNote(3))
  await answered(stage)
  gemini.plays({ kind: 'raw', status: 200, body: `{"candidates": ${MARKS.said}` })
  await phone.sendsPicture(PICTURE, MARKS.text)
  await answered(stage)

  // Meta refuses, and says why with the number in it; the next answer is lost on the way.
  stage.simulator.failNext({ code: 131026 })
  await phone.says(MARKS.text)
  await phone.waitsForQuiet(500)
  // A row of our own that is broken: five attempts, then set aside.
  using db = lookInto(`file:${stage.folder}/shop.db`)
  db.prepare(`update upload set receipt = '${MARKS.stored} {' where receipt is not null`).run()
  await says('file')
  expect(written.join('')).toContain('message failed')

  // From outside: what is not ours, not JSON, not there.
  const bodies: string[] = []
  const outside = async (path: string, init: RequestInit = {}): Promise<void> => {
    const response = await app.http.fetch(new Request(`${stage.origin}${path}`, init))
    bodies.push(await response.text())
  }
  const bytes = Buffer.from(`{"object": ${MARKS.text}`)
  await outside('/webhook', { method: 'POST', body: bytes })
  const headers = { 'x-hub-signature-256': sign(bytes, 'test_app_secret') }
  await outside('/webhook', { method: 'POST', headers, body: bytes })
  await outside(`/api/v1/imports/${MARKS.text}`, {
    headers: { authorization: `Bearer ${api.token}` },
  })
  await outside(`/api/v1/summary?period=${MARKS.text}`, {
    headers: { authorization: `Bearer ${api.token}` },
  })
  await outside(`/${MARKS.text}`)
  await outside('/api/v1/summary', {
    headers: { authorization: `Bearer shopbell_${'x'.repeat(43)}` },
  })
  await outside('/metrics')
  await outside('/ready')
  await outside('/health')

  const marks = [
    ...Object.values(MARKS),
    OWNER_PHONE,
    OWNER_PHONE.slice(2),
    OWNER_PHONE.slice(0, -4),
    '628123456000',
    '81234560000',
    apiKey,
    'EAATESTTOKEN',
    'test_app_secret',
    'test_verify_token',
    api.token,
    shownToken,
  ]
  expect(written.length).toBeGreaterThan(20)
  for (const [where, text] of [
    ['log', written.join('')],
    ['metrics and error bodies', bodies.join('\n')],
  ] as const) {
    for (const mark of marks) {
      const line = text.split('\n').find((each) => each.toLowerCase().includes(mark.toLowerCase()))
      expect.soft(line ?? null, `${mark} in ${where}`).toBeNull()
    }
  }
})
