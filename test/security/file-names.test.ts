import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { uploadForm } from '../../src/whatsapp/media.ts'
import { anApi } from '../support/an-api.ts'
import { csv } from '../support/files.ts'

const NAMES = [
  '../../kanari-escape.csv',
  '..\\..\\kanari-escape.csv',
  '/tmp/kanari-escape.csv',
  'C:\\kanari-escape.csv',
  'a\u0000b.csv',
  `${'x'.repeat(4096)}.csv`,
  'CON.csv',
  '\u202Egsv.exe.csv',
]

test('a file called like a path is imported under its name and touches no other file', {
  timeout: 120_000,
}, async () => {
  await using api = await anApi()
  const { stage } = api
  const before = readdirSync(stage.folder).toSorted()
  for (const [i, name] of NAMES.entries()) {
    const sales = csv('tanggal,produk,jumlah,harga', `2026-03-${10 + i},Mawar,1,1000`)
    await stage.phone.sends(sales, { fileName: name })
    const [bubble] = await stage.phone.waitsFor(1, 20_000)
    await stage.phone.waitsForQuiet(100)
    expect.soft(bubble?.text, name).toContain('1 penjualan')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be shown
    expect.soft(bubble?.text, name).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
    expect.soft((bubble?.text ?? '').length, name).toBeLessThan(1024)
    const form = new FormData()
    form.set(
      'file',
      new File([csv('tanggal,produk,jumlah,harga', `2026-02-${10 + i},Lily,1,1000`)], name),
    )
    expect
      .soft((await api.asks('/api/v1/sales', { method: 'POST', body: form })).status, name)
      .toBe(201)
  }
  expect(readdirSync(stage.folder).toSorted()).toEqual(before)
  for (const folder of ['/tmp', join(stage.folder, '..'), join(stage.folder, '../..')])
    expect(existsSync(join(folder, 'kanari-escape.csv'))).toBe(false)
})

test('a name of the form cannot leave its header', async () => {
  const fileName = 'a"\r\nx-evil: 1\r\n\r\n<script>.xlsx'
  const form = uploadForm({
    kind: 'document',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName,
    bytes: new Uint8Array([1]),
  })
  const sent = Buffer.from(await new Response(form).arrayBuffer()).toString('latin1')
  expect(sent).not.toContain('\r\nx-evil')
  expect(sent.match(/filename="/g)).toHaveLength(1)
})
