import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { simulatedGraph } from '../../src/simulator/graph.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import { webhookAt } from '../../src/simulator/postman.ts'
import { aServer, freePort } from '../support/a-server.ts'
import { aFolder } from '../support/props.ts'

const BIN = join(import.meta.dirname, '../../bin/shopbell.js')

const run = async (args: string[], env: Record<string, string>, cwd: string) => {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return { child, out: () => out, err: () => err }
}

describe('npm start', () => {
  test('half-filled settings: one message with every problem, exit code 1', {
    timeout: 30_000,
  }, async () => {
    using folder = aFolder()
    const started = await run([], { WA_TOKEN: 'x', PORT: 'abc' }, folder.path)
    const [code] = await once(started.child, 'exit')
    expect(code).toBe(1)
    for (const name of ['WA_PHONE_ID', 'WA_APP_SECRET', 'WA_VERIFY_TOKEN', 'WA_TARGET', 'PORT']) {
      expect(started.err()).toContain(`- ${name}:`)
    }
  })

  test('no settings: the demo prints one address, serves the phone, and leaves on a signal', {
    timeout: 60_000,
  }, async () => {
    using folder = aFolder()
    const started = await run([], { PORT: '0' }, folder.path)
    while (!started.out().includes('http://')) await sleep(50)
    const address = /http:\/\/localhost:\d+/.exec(started.out())?.[0] ?? ''
    expect(await (await fetch(address)).text()).toContain('id="composer"')
    expect((await fetch(`${address}/health`)).status).toBe(200)
    const say = (path: string, body: object) =>
      fetch(`${address}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: address },
        body: JSON.stringify(body),
      })
    expect((await say('sample', {})).status).toBe(200)
    expect((await say('say', { text: 'ringkasan' })).status).toBe(200)
    const seen = await eventsUntil(`${address}/events`, (text) => text.includes('📊'))
    expect(seen).toContain('terbaca')
    started.child.kill('SIGTERM')
    const [code] = await once(started.child, 'exit')
    expect(code).toBe(0)
  })

  test('with WhatsApp settings it serves the real number: a signed webhook in, an answer out', {
    timeout: 60_000,
  }, async () => {
    using folder = aFolder()
    await using meta = await aServer()
    const port = await freePort()
    const simulator = simulatedGraph({
      number: { channel: '106540352242922', displayNumber: '6281100001111', accountId: '0' },
      token: 'EAATESTTOKEN',
      appSecret: 'a secret',
      publicUrl: () => meta.origin,
      webhook: webhookAt(`http://127.0.0.1:${port}/webhook`),
      now: Date.now,
    })
    meta.serve((request) => simulator.app.fetch(request))
    const started = await run(
      [],
      {
        PORT: String(port),
        WA_TOKEN: 'EAATESTTOKEN',
        WA_PHONE_ID: '106540352242922',
        WA_TARGET: '+62 812-3456-7890',
        WA_APP_SECRET: 'a secret',
        WA_VERIFY_TOKEN: 'a word',
        WA_GRAPH_URL: meta.origin,
        WA_MEDIA_HOSTS: new URL(meta.origin).host,
        DEFAULT_LOCALE: 'en',
      },
      folder.path,
    )
    while (!started.out().includes('"ready"')) await sleep(50)
    const challenge = await fetch(
      `http://127.0.0.1:${port}/webhook?hub.mode=subscribe&hub.challenge=42&hub.verify_token=a%20word`,
    )
    expect(await challenge.text()).toBe('42')
    const phone = phoneOf(simulator, { phone: '6281234567890', userId: 'ID.1', name: 'Rina' })
    await phone.sends(
      new TextEncoder().encode('tanggal,produk,jumlah,harga\n31/03/2026,Lily,2,25.000\n'),
      {
        fileName: 'a.csv',
      },
    )
    const [receipt] = await phone.waitsFor(1, 20_000)
    expect(receipt?.text.replaceAll('\u00a0', ' ')).toContain('*1 sale, Rp 50,000*')
    started.child.kill('SIGTERM')
    const [code] = await once(started.child, 'exit')
    expect(code).toBe(0)
    expect(started.out()).not.toMatch(/6281234567890|EAATESTTOKEN|a secret/)
  })

  test('a port that is taken: says so and what to do', { timeout: 60_000 }, async () => {
    using folder = aFolder()
    const first = await run([], { PORT: '0' }, folder.path)
    while (!first.out().includes('http://')) await sleep(50)
    const port = /localhost:(\d+)/.exec(first.out())?.[1] ?? ''
    const second = await run([], { PORT: port }, folder.path)
    const [code] = await once(second.child, 'exit')
    expect(code).toBe(1)
    expect(second.err()).toContain(`PORT: ${port} is taken`)
    first.child.kill('SIGTERM')
    await once(first.child, 'exit')
  })
})

describe('npm run ask', () => {
  test('answers from the stored sales and changes nothing', { timeout: 60_000 }, async () => {
    using folder = aFolder()
    const file = join(folder.path, 'a.csv')
    writeFileSync(file, 'tanggal,produk,jumlah,harga\n31/03/2026,Mawar,2,15.000\n')
    const env = { DATABASE_URL: `file:${join(folder.path, 'shop.db')}`, PORT: '0' }
    const ask = async (...args: string[]) => {
      const started = await run(args, env, folder.path)
      const [code] = await once(started.child, 'exit')
      return { code, out: started.out() }
    }
    expect((await ask('import', file)).code).toBe(0)
    const now = ['--now', '2026-04-01T10:00:00+07:00']
    const kemarin = await ask('ask', 'omzet kemarin', ...now)
    expect([kemarin.code, kemarin.out.replaceAll('\u00a0', ' ')]).toEqual([
      0,
      expect.stringContaining('Rp 30.000'),
    ])
    const undo = await ask('ask', 'batal', ...now, '--json')
    expect(JSON.parse(undo.out)).toMatchObject({ kind: 'command', plans: [] })
    expect(JSON.parse(undo.out).answer).toContain('(not done here: undo)')
    expect((await ask('ask', 'omzet kemarin', ...now)).out).toContain('30.000')
    expect((await ask('ask', 'zzz qqq', ...now)).code).toBe(2)
    expect((await ask('ask')).code).toBe(1)
  })
})

describe('npm run inspect', () => {
  test('prints what was understood as JSON, without storing anything', {
    timeout: 30_000,
  }, async () => {
    using folder = aFolder()
    const file = join(folder.path, 'a.csv')
    writeFileSync(file, 'tanggal;produk;jumlah;harga\n31/03/2026;Mawar;2;Rp 15.000\n,rusak\n')
    const started = await run(['inspect', file, '--json'], {}, folder.path)
    const [code] = await once(started.child, 'exit')
    expect(code).toBe(0)
    const found = JSON.parse(started.out())
    expect(found).toMatchObject({
      kind: 'csv',
      delimiter: ';',
      headerRow: 1,
      columns: { date: 'tanggal', product: 'produk', quantity: 'jumlah', unitPrice: 'harga' },
      rows: { read: 2, accepted: 1, skipped: 1, totals: 0 },
      quantity: 2,
      revenue: 30_000,
      firstDate: '2026-03-31',
      lastDate: '2026-03-31',
      topProductByRevenue: { name: 'Mawar', revenue: 30_000 },
      question: null,
      refusal: null,
    })
  })

  test('a file that is not there: says so, exit code 1', { timeout: 30_000 }, async () => {
    using folder = aFolder()
    const started = await run(['inspect', 'nirgends.csv'], {}, folder.path)
    const [code] = await once(started.child, 'exit')
    expect(code).toBe(1)
    expect(started.out()).toContain('nirgends.csv')
  })
})

const eventsUntil = async (url: string, isDone: (text: string) => boolean): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000) })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (reader && !isDone(text)) {
    const { value, done } = await reader.read()
    if (done) break
    text += value
  }
  await reader?.cancel()
  return text
}
