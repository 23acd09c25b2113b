import { expect, test } from 'vitest'
import { aStage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'

const SALES = csv('tanggal,produk,jumlah,harga', '31/03/2026,Lily,1,25.000')

test('a file without name, without caption and of an unknown type is read by what is in it', async () => {
  await using stage = await aStage()
  await stage.phone.sends(SALES, { fileName: null, mimeType: 'application/octet-stream' })
  const [receipt] = await stage.phone.waitsFor(1, 20_000)
  expect(receipt?.text).toContain('25.000')
})

test('a file over WhatsApp’s own limit arrives as an error and is answered as too big', async () => {
  await using stage = await aStage()
  const errors = [
    { code: 131052, title: 'Media file size too big. Max file size we currently support: 100MB.' },
  ]
  await stage.phone.does({ type: 'unsupported', errors }, '📄')
  const [answer] = await stage.phone.waitsFor(1)
  expect(answer?.text).toContain('terlalu besar')
})

test('a message Meta could not render gets one polite sentence, and so does a Flow nobody sent', async () => {
  await using stage = await aStage()
  await stage.phone.does({ type: 'interactive' }, '?')
  expect(await stage.phone.waitsFor(1)).toHaveLength(1)
  const nfm_reply = { name: 'flow', body: 'Sent', response_json: '{"flow_token":"x"}' }
  await stage.phone.does(
    { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply } },
    '?',
  )
  expect(await stage.phone.waitsFor(1)).toHaveLength(1)
})

test('a welcome request, an edited and a taken-back message change nothing that was counted', async () => {
  await using stage = await aStage()
  await stage.phone.sends(SALES, { fileName: 'a.csv' })
  await stage.phone.waitsFor(1, 20_000)
  await stage.phone.does({ type: 'revoke', revoke: { original_message_id: 'wamid.x' } }, '')
  await stage.phone.does({ type: 'request_welcome' }, '')
  await stage.phone.waitsForQuiet(600)
  await stage.phone.says('omzet kemarin')
  const told = await stage.phone.waitsFor(1, 20_000)
  expect(told.at(-1)?.text).toContain('25.000')
})
