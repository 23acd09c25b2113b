import { expect, test } from 'vitest'
import { aStage, type Stage } from '../support/a-phone.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the file ends on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'

const SALES = [
  'tanggal,jam,nota,produk,jumlah,harga,cabang,kategori',
  '30/03/2026,09:15,A1,Mawar Merah,2,15000,Dago,Bunga',
  '30/03/2026,17:40,A2,Tulip,1,40000,Dago,Bunga',
  '31/03/2026,09:05,A3,Mawar Merah,4,15000,Dago,Bunga',
  '31/03/2026,17:20,A4,Tulip,2,40000,Kemang,Bunga',
  '31/03/2026,18:30,A5,Buket Wisuda,1,150000,Kemang,Buket',
  '',
].join('\n')

const answer = async ({ phone }: Stage): Promise<string> => {
  await phone.waitsFor(1, 20_000)
  const bubbles = await phone.waitsForQuiet(300)
  return bubbles.map((bubble) => bubble.text.replaceAll('\u00a0', ' ')).join('\n---\n')
}

const ask = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  return answer(stage)
}

const upload = async (stage: Stage): Promise<void> => {
  await stage.phone.sends(new TextEncoder().encode(SALES), { fileName: 'maret.csv' })
  await answer(stage)
}

test('hours and categories are answered, and a word the owner confirmed is known from then on', {
  timeout: 60_000,
}, async () => {
  await using stage = await aStage({ now: NOW, shop: { language: 'id' } })
  await upload(stage)
  expect(await ask(stage, 'penjualan jam 5 sore ke atas kemarin')).toContain('Rp 230 rb')
  expect(await ask(stage, 'omzet pagi kemarin')).toContain('Rp 60 rb')
  expect(await ask(stage, 'omzet per kategori kemarin')).toMatch(
    /1\. Buket: Rp 150 rb[\s\S]*2\. Bunga: Rp 140 rb/,
  )
  // Two nouns are a table: each branch with its own products, the same figures as asked one by one.
  expect(await ask(stage, 'omzet per cabang per produk kemarin')).toMatch(
    /\*Kemang\*: Buket Wisuda Rp 150 rb, Tulip Rp 80 rb[\s\S]*\*Dago\*: Mawar Merah Rp 60 rb/,
  )
  expect(await ask(stage, 'jam berapa paling sepi kemarin')).toMatch(/1\. \d\d\.00-\d\d\.59: 1/)

  expect(await ask(stage, 'penjualan tulpen kemarin')).toMatch(/belum kenal[\s\S]*Tulip/)
  // Nobody is asked twice in a row.
  expect(await ask(stage, 'penjualan tulben kemarin')).toMatch(/belum kenal[\s\S]*Cek namanya/)
  expect(await ask(stage, 'penjualan tulpen kemarin')).toContain('Cek namanya')
  expect(await ask(stage, 'omzet kemarin')).toContain('Rp 290.000')
  await ask(stage, 'penjualan tulpen kemarin')
  await stage.phone.taps('Tulip')
  const taught = await answer(stage)
  expect(taught).toContain('Rp 80 rb')
  expect(taught).toContain('lupakan tulpen')
  expect(await ask(stage, 'omzet tulpen senin')).toContain('Rp 40 rb')
  expect(await ask(stage, 'lupakan tulpen')).toContain('tidak lagi')
  expect(await ask(stage, 'omzet tulpen kemarin')).toContain('belum kenal')
})

test('a reply to an older bubble is about that bubble, an answer or a report; half an hour later too', {
  timeout: 60_000,
}, async () => {
  await using stage = await aStage({ now: NOW, shop: { language: 'id' } })
  await upload(stage)
  const { phone } = stage
  await phone.says('omzet mawar senin')
  await phone.waitsFor(1, 20_000)
  const [monday] = await phone.waitsForQuiet(300)
  await phone.says('ringkasan kemarin')
  await phone.waitsFor(1, 20_000)
  const [report] = await phone.waitsForQuiet(300)
  expect(await ask(stage, 'berapa transaksi tulip kemarin')).toContain('Transaksi · Tulip: 1')

  await phone.replies(monday ?? fail('no answer'), 'kalau tulip?')
  expect(await answer(stage)).toContain('Rp 40 rb')
  await phone.replies(report ?? fail('no report'), 'yang di kemang?')
  expect(await answer(stage)).toContain('Rp 230 rb')

  // Profit is told of what was asked, where the owner has told what it costs.
  expect(await ask(stage, 'untung tulip kemarin berapa')).toMatch(/modal/i)
  await ask(stage, 'modal tulip 25rb')
  expect(await ask(stage, 'untung tulip kemarin berapa')).toContain('Rp 30 rb')
  // Half an hour later nothing is leaned on any more but what is quoted.
  stage.clock.advance(31 * 60_000)
  await phone.replies(monday ?? fail('no answer'), 'yang di dago?')
  expect(await answer(stage)).toContain('Rp 30 rb')
  // An English question gets an English answer.
  expect(await ask(stage, 'how many tulips did we sell yesterday')).toContain('Items sold')
})

test('a question that is understood in part comes back with buttons, each a whole question', {
  timeout: 60_000,
}, async () => {
  await using stage = await aStage({ now: NOW, shop: { language: 'en' } })
  await upload(stage)
  const { phone } = stage
  const moved = await ask(stage, 'which products dropped more than 20% yesterday')
  expect(moved).toContain('I can tell you:')
  await phone.taps('Why?')
  expect(await answer(stage)).toContain('cannot say why')

  const strange = await ask(stage, 'sales of umbrellas at dago yesterday')
  expect(strange).toContain('I do not know *“umbrellas”*')
  expect(strange).toContain('Or, without it: Revenue · Dago')
  await phone.taps('Without “umbrellas”')
  expect(await answer(stage)).toMatch(/Revenue · Dago: Rp 60/)
  // The menu, and not the same buttons again, follows on a second strange word in a row.
  await ask(stage, 'sales of umbrellas yesterday')
  expect(await ask(stage, 'sales of parasols yesterday')).not.toContain('without it')
})

const fail = (message: string): never => {
  throw new Error(message)
}
