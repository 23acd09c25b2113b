import { type Behaviour, fakeGeminiAt } from './fake-gemini.ts'

/**
 * A pretend Gemini for the demo: `npm run fake:gemini`, then `npm start` with the settings it prints. It
 * understands nothing: every strange question is yesterday's revenue, every voice note asks for it.
 */
const ANSWERS: readonly (readonly [field: string, value: unknown])[] = [
  ['transcript', { transcript: 'omzet kemarin', isUnderstood: true }],
  [
    'sentences',
    {
      sentences: [
        { text: 'Halo, ini kabar dari toko Anda.', factIds: [] },
        { text: 'Pada {{f1}} penjualan toko Anda {{f2}}.', factIds: ['f1', 'f2'] },
        { text: 'Semoga terus lancar ya 🌷', factIds: [] },
      ],
    },
  ],
]

const answerTo = (body: unknown): Behaviour => {
  const asked = JSON.stringify(body)
  if (asked.includes('"plans"')) return { kind: 'json', value: planFor(asked) }
  const known = ANSWERS.find(([field]) => asked.includes(`"${field}"`))
  return known
    ? { kind: 'json', value: known[1] }
    : { kind: 'error', status: 400, message: 'the pretend Gemini has no answer to this schema' }
}

const planFor = (asked: string): unknown => {
  const listed = /\\"unknownWords\\":\[(.*?)\]/.exec(asked)?.[1] ?? ''
  const words = [...listed.matchAll(/\\"(.+?)\\"/g)].map(([, said]) => ({ said, role: 'asking' }))
  const time = { kind: 'unit', unit: 'day', offset: -1 }
  return { kind: 'query', words, plans: [{ metric: 'revenue', aggregation: 'sum', time }] }
}

const PORT_DEFAULT = 8089
const port = Number(process.argv[2] ?? PORT_DEFAULT)
const gemini = await fakeGeminiAt(port, { kind: 'by-request', choose: answerTo })
process.stdout.write(
  `A pretend Gemini listens. In another terminal:\n\n  GEMINI_API_KEY=${gemini.key} GEMINI_BASE_URL=${gemini.baseUrl} npm start\n\n`,
)
