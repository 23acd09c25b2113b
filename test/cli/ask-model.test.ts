import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startFakeGemini } from '../support/fake-gemini.ts'
import { aModelReading } from '../support/model-plan.ts'
import { aFolder } from '../support/props.ts'

const BIN = join(import.meta.dirname, '../../bin/shopbell.js')

const run = async (cwd: string, args: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: 'file:./shop.db', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  const [code] = await once(child, 'close')
  return { code, out }
}

test('npm run ask: the settings lead to the model, and its plans are told as such', {
  timeout: 60_000,
}, async () => {
  await using gemini = await startFakeGemini({
    kind: 'json',
    value: aModelReading({
      words: [
        { said: 'fulus', role: 'asking' },
        { said: 'wingi', role: 'time' },
      ],
    }),
  })
  using folder = aFolder()
  writeFileSync(
    join(folder.path, 'a.csv'),
    'tanggal,produk,jumlah,harga\n2026-03-30,Mawar,2,25.000\n2026-03-31,Mawar,3,25.000\n',
  )
  expect((await run(folder.path, ['import', 'a.csv'])).code).toBe(0)
  const asked = ['ask', 'fulus wingi piro', '--json', '--now', '2026-04-01T10:00:00+07:00']
  const plain = JSON.parse((await run(folder.path, asked)).out)
  expect(plain).toMatchObject({ engine: 'rules', kind: 'decline', plans: [] })
  const env = { GEMINI_API_KEY: gemini.key, GEMINI_BASE_URL: gemini.baseUrl }
  const read = JSON.parse((await run(folder.path, asked, env)).out)
  expect(read).toMatchObject({
    engine: 'gemini',
    kind: 'query',
    plans: [{ metric: 'revenue', time: { start: '2026-03-31', end: '2026-04-01' } }],
  })
  expect(read.answer).toContain('75')
  // Once for the plans and the answer together.
  expect(gemini.requests).toHaveLength(1)
  const sure = JSON.parse((await run(folder.path, ['ask', 'omzet kemarin', '--json'], env)).out)
  expect(sure.engine).toBe('rules')
  expect(gemini.requests).toHaveLength(1)
})
