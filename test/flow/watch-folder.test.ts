import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { aStage } from '../support/a-phone.ts'
import { bytesOf, steadyShop } from '../support/files.ts'
import { aFolder } from '../support/props.ts'

const until = async (isDone: () => boolean): Promise<void> => {
  for (let waited = 0; !isDone(); waited += 50) {
    if (waited > 30_000) throw new Error('waited in vain')
    await sleep(50)
  }
}

test('a file laid into the folder is imported, reported to the owner and put away', {
  timeout: 60_000,
}, async () => {
  using folder = aFolder()
  const dir = join(folder.path, 'Client_Upload')
  mkdirSync(dir)
  await using stage = await aStage({ running: true, options: { watchDir: dir } })
  await stage.phone.says('menu')
  await stage.phone.waitsFor(1, 20_000)
  const file = steadyShop({ until: day('2026-03-31') })
  writeFileSync(join(dir, 'penjualan.csv'), file.bytes)
  const [, report] = await stage.phone.waitsFor(2, 30_000)
  expect(report?.text).toContain('1. Ringkasan')
  await until(() => readdirSync(join(dir, 'processed')).includes('penjualan.csv'))
  expect(readdirSync(dir).sort()).toEqual(['failed', 'processed'])
  expect((await stage.app.store.coverage('default'))?.span.to).toBe('2026-03-31')
})

test('the same file again moves away quietly; a bad one lies in failed beside the reason', {
  timeout: 60_000,
}, async () => {
  using folder = aFolder()
  await using stage = await aStage({ running: true, options: { watchDir: folder.path } })
  await stage.phone.says('menu')
  await stage.phone.waitsFor(1, 20_000)
  const file = steadyShop({ until: day('2026-03-31') })
  writeFileSync(join(folder.path, 'a.csv'), file.bytes)
  await stage.phone.waitsFor(2, 30_000)
  // The report comes before the file moves: writing again at once would overwrite the first one.
  await until(() => readdirSync(join(folder.path, 'processed')).includes('a.csv'))
  writeFileSync(join(folder.path, 'a.csv'), file.bytes)
  writeFileSync(join(folder.path, 'nota.pdf'), bytesOf('%PDF-1.7\n%âãÏÓ\n'))
  await until(() => readdirSync(join(folder.path, 'failed')).length === 2)
  await until(() => readdirSync(join(folder.path, 'processed')).length === 2)
  expect(readFileSync(join(folder.path, 'failed/nota.pdf.txt'), 'utf8')).toContain('PDF')
  expect(await stage.phone.waitsForQuiet(500)).toHaveLength(2)
  const days = await stage.app.store.branchDays('default', {
    from: day('2020-01-01'),
    to: day('2030-01-01'),
  })
  expect(days.reduce((sum, row) => sum + row.lines, 0)).toBe(file.lines)
})

test('files for a shop that was deleted wait until its owner brings it back', {
  timeout: 60_000,
}, async () => {
  using folder = aFolder()
  await using stage = await aStage({ running: true, options: { watchDir: folder.path } })
  await stage.app.store.apply([{ kind: 'people', deed: { deed: 'close-shop', shopId: 'default' } }])
  writeFileSync(join(folder.path, 'a.csv'), steadyShop({ until: day('2026-03-31') }).bytes)
  await sleep(5000)
  expect(readdirSync(folder.path)).toContain('a.csv')
  expect(await stage.app.store.coverage('default')).toBeNull()
  await stage.app.store.apply([
    { kind: 'people', deed: { deed: 'reopen-shop', shopId: 'default' } },
  ])
  await until(() => readdirSync(join(folder.path, 'processed')).includes('a.csv'))
})

test('a file that is still growing is left alone until it stops', { timeout: 60_000 }, async () => {
  using folder = aFolder()
  await using stage = await aStage({ running: true, options: { watchDir: folder.path } })
  const lines = steadyShop({ until: day('2026-03-31') }).text.split('\n')
  const path = join(folder.path, 'grows.csv')
  for (let n = 1; n <= 6; n++) {
    writeFileSync(path, lines.slice(0, Math.ceil((lines.length * n) / 6)).join('\n'))
    await sleep(900)
  }
  await until(() => readdirSync(join(folder.path, 'processed')).length === 1)
  const uploads = await stage.app.store.listUploads('default', 9)
  expect(uploads).toHaveLength(1)
  expect(uploads[0]?.lines).toBe(lines.length - 2)
})
