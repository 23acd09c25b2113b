import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { openReader } from '../../src/store/store.ts'
import { freePort } from '../support/a-server.ts'
import { aFolder } from '../support/props.ts'

const BIN = join(import.meta.dirname, '../../bin/shopbell.js')
const EVER = { from: day('2020-01-01'), to: day('2030-01-01') }
const DATABASE_URL = 'file:./shop.db'

const start = (cwd: string, args: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  return { child, said }
}

const run = async (cwd: string, args: readonly string[], env: Record<string, string> = {}) => {
  const { child, said } = start(cwd, args, env)
  const [code] = await once(child, 'close')
  return { code, ...said }
}

const aFile = (folder: string, name: string, ...lines: string[]): string => {
  writeFileSync(join(folder, name), `tanggal,produk,jumlah,harga\n${lines.join('\n')}\n`)
  return name
}

const revenueIn = async (folder: string): Promise<number> => {
  const reader = openReader(`file:${join(folder, 'shop.db')}`)
  const days = await reader.branchDays('default', EVER)
  await reader.close()
  return days.reduce((sum, row) => sum + row.revenue, 0) / 100
}

describe('npm run import', () => {
  test('brings a file in, in words and as JSON, and never twice', { timeout: 60_000 }, async () => {
    using folder = aFolder()
    const file = aFile(folder.path, 'a.csv', '2026-03-30,Mawar,2,25.000')
    const first = await run(folder.path, ['import', file])
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('a.csv terbaca')
    const again = await run(folder.path, ['import', file, '--json'])
    expect(again.code).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ lines: 1, newLines: 0, revenue: 50_000 })
    expect(await revenueIn(folder.path)).toBe(50_000)
  })

  test('a file with two readings: exit code 2, the question, and what to type', {
    timeout: 60_000,
  }, async () => {
    using folder = aFolder()
    const file = aFile(folder.path, 'b.csv', '03/04/2025,Mawar,2,25.000')
    const asked = await run(folder.path, ['import', file])
    expect(asked.code).toBe(2)
    expect(asked.out).toContain('--answer date-order=day-first')
    const told = await run(folder.path, ['import', file, '--answer', 'date-order=day-first'])
    expect(told.code).toBe(0)
    const next = aFile(folder.path, 'c.csv', '05/06/2025,Lily,1,10.000')
    expect((await run(folder.path, ['import', next])).code).toBe(0)
    expect(await revenueIn(folder.path)).toBe(60_000)
  })

  test('a refused file, a missing one, an unknown shop, a typing slip: exit code 1 and a sentence', {
    timeout: 60_000,
  }, async () => {
    using folder = aFolder()
    writeFileSync(join(folder.path, 'nota.pdf'), '%PDF-1.7\n')
    const file = aFile(folder.path, 'a.csv', '2026-03-30,Mawar,2,25.000')
    for (const [args, words] of [
      [['nota.pdf'], 'PDF'],
      [['nirgends.csv'], 'cannot be opened (ENOENT)'],
      [[file, '--shop', 'x'], 'There is no shop x. There are: default.'],
      [[file, '--colour'], 'usage: npm run import'],
      [[file, '--answer', 'date-order'], 'usage: npm run import'],
      [[], 'usage: npm run import'],
    ] as const) {
      const refused = await run(folder.path, ['import', ...args])
      expect(refused.code).toBe(1)
      expect(refused.out).toContain(words)
    }
  })

  test('beside a running service it does not write, and says what to do instead', {
    timeout: 60_000,
  }, async () => {
    using folder = aFolder()
    const PORT = String(await freePort())
    const service = start(folder.path, [], { PORT })
    while (!service.said.out.includes('http://')) await sleep(50)
    const file = aFile(folder.path, 'a.csv', '2026-03-30,Mawar,2,25.000')
    const refused = await run(folder.path, ['import', file], { PORT })
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('/api/v1/sales')
    service.child.kill('SIGTERM')
    await once(service.child, 'close')
    expect((await run(folder.path, ['import', file], { PORT })).code).toBe(0)
  })
})

describe('npm run token', () => {
  test('a token made beside the running service opens it at once, and is closed at once', {
    timeout: 60_000,
  }, async () => {
    using folder = aFolder()
    const PORT = String(await freePort())
    const service = start(folder.path, [], { PORT })
    while (!service.said.out.includes('http://')) await sleep(50)
    const made = await run(folder.path, ['token', 'create', '--name', 'kasir depan'])
    const token = /^shopbell_[\w-]{43}$/m.exec(made.out)?.[0] ?? ''
    const send = async () => {
      const response = await fetch(`http://127.0.0.1:${PORT}/api/v1/sales`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
        body: 'tanggal,produk,jumlah,harga\n2026-03-30,Mawar,2,25.000\n',
      })
      return response.status
    }
    expect(await send()).toBe(201)
    const listed = await run(folder.path, ['token', 'list'])
    expect(listed.out).toMatch(/^[0-9a-f]{8} {2}default {2}kasir depan {2}made .* last used/)
    expect(listed.out).not.toContain('shopbell_')
    for (const name of readdirSync(folder.path).filter((each) => each.startsWith('shop.db'))) {
      expect(readFileSync(join(folder.path, name)).includes(token)).toBe(false)
    }
    const id = listed.out.slice(0, 8)
    expect((await run(folder.path, ['token', 'revoke', id])).code).toBe(0)
    expect(await send()).toBe(401)
    expect((await run(folder.path, ['token', 'revoke', id])).code).toBe(1)
    service.child.kill('SIGTERM')
    await once(service.child, 'close')
    expect(service.said.out + service.said.err).not.toContain(token)
  })

  test.for([[], ['make'], ['revoke'], ['list', 'x'], ['create', '--shop', 'x']])(
    'token %o: exit code 1 and a sentence',
    { timeout: 30_000 },
    async (args) => {
      using folder = aFolder()
      const refused = await run(folder.path, ['token', ...args])
      expect(refused.code).toBe(1)
      expect(refused.out).toMatch(/usage|There is no shop/)
    },
  )
})
