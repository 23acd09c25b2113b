import { expect, test } from 'vitest'
import { aStage, type Stage } from '../support/a-phone.ts'
import { csv } from '../support/files.ts'

// Wednesday 8 April 2026, 10:00 in Jakarta; sales until Tuesday the 7th, two of each week's days.
const NOW = '2026-04-08T03:00:00Z'
const PATIENCE_MS = 60_000

/** The week from 30 March and the two days of the next: tulips rise, roses fall, lilies stay, cacti are new. */
const SALES = csv(
  'tanggal,produk,jumlah,harga,cabang',
  '2026-03-30,Tulip,2,40000,Dago',
  '2026-03-31,Mawar,10,15000,Kemang',
  '2026-03-31,Lily,3,20000,Dago',
  '2026-04-03,Mawar,40,15000,Dago',
  '2026-04-06,Tulip,5,40000,Dago',
  '2026-04-07,Mawar,4,15000,Kemang',
  '2026-04-07,Lily,3,20000,Dago',
  '2026-04-07,Kaktus,2,25000,Kemang',
)

const anOwner = async (language: 'id' | 'en' | 'es' | 'pt'): Promise<Stage> => {
  const stage = await aStage({ now: NOW, shop: { language } })
  await stage.phone.sends(SALES, { fileName: 'till.csv' })
  await stage.phone.waitsFor(1, 20_000)
  await stage.phone.waitsForQuiet(300)
  return stage
}

const ask = async ({ phone }: Stage, text: string): Promise<string> => {
  await phone.says(text)
  await phone.waitsFor(1, 20_000)
  const bubbles = await phone.waitsForQuiet(300)
  return bubbles.map((bubble) => bubble.text.replaceAll('\u00a0', ' ')).join('\n---\n')
}

test('which products rose is told beside the same days of the week before', {
  timeout: PATIENCE_MS,
}, async () => {
  await using stage = await anOwner('id')
  const risers = await ask(stage, 'produk apa yang naik minggu ini')
  // Mon and Tue against Mon and Tue: Friday's 40 roses are of neither.
  expect(risers).toMatch(/1\. Tulip: ▲ 150% \(Rp 120 rb\), dari Rp 80 rb jadi Rp 200 rb/)
  expect(risers).toMatch(/2\. Kaktus: ▲ Rp 50 rb, dari Rp 0 jadi Rp 50 rb/)
  expect(risers).not.toMatch(/Mawar|Lily/)
  expect(risers).toMatch(/Keseluruhan: Rp 370 rb ▲ 28% dari .*30-31 Mar/)
  const fallers = await ask(stage, 'yang turun?')
  expect(fallers).toMatch(/1\. Mawar: ▼ 60% \(Rp 90 rb\), dari Rp 150 rb jadi Rp 60 rb/)
  expect(fallers).not.toMatch(/Tulip|Lily|Kaktus/)
  const branches = await ask(stage, 'kalau per cabang')
  expect(branches).toMatch(/Kemang: ▼ 27% \(Rp 40 rb\)/)
  expect(await ask(stage, 'cabang mana yang paling naik minggu ini')).toMatch(/Dago: ▲ 86%/)
  const proof = await ask(stage, 'bukti')
  expect(proof).toMatch(/Rp 370.000[\s\S]*Rp 290.000 · 30-31 Mar 2026[\s\S]*7 baris/)
})

test('both ways are two answers in one message', { timeout: PATIENCE_MS }, async () => {
  await using stage = await anOwner('en')
  const both = await ask(stage, 'which products grew and which fell this week')
  expect(both).toMatch(/what rose[\s\S]*Tulip[\s\S]*what fell[\s\S]*Mawar/)
  expect(await ask(stage, 'did dago or kemang grow more this week')).toMatch(
    /Dago: ▲ 86%[\s\S]*Kemang: ▼ 27%/,
  )
})

test('the biggest drop without a noun is asked back with what can be told', {
  timeout: PATIENCE_MS,
}, async () => {
  await using stage = await anOwner('en')
  const back = await ask(stage, 'biggest drop this week')
  expect(back).toContain('what fell')
  await stage.phone.taps('What fell')
  await stage.phone.waitsFor(1, 20_000)
  expect((await stage.phone.waitsForQuiet(300))[0]?.text).toContain('Mawar: ▼ 60%')
})

test.for([
  ['es', 'qué productos bajaron esta semana', /lo que bajó[\s\S]*1\. Mawar: ▼ 60\s?%/],
  ['pt', 'qual produto mais caiu esta semana', /o que caiu[\s\S]*1\. Mawar: ▼ 60%/],
] as const)('%s: %s', { timeout: PATIENCE_MS }, async ([language, text, told]) => {
  await using stage = await anOwner(language)
  expect(await ask(stage, text)).toMatch(told)
})

test('each branch of a comparison is told beside its own figure', {
  timeout: PATIENCE_MS,
}, async () => {
  await using stage = await anOwner('id')
  const told = await ask(stage, 'omzet per cabang minggu ini dibanding minggu lalu')
  expect(told).toMatch(/1\. Dago: Rp 260 rb ▲ 86%\n2\. Kemang: Rp 110 rb ▼ 27%/)
  expect(told).toMatch(/Keseluruhan: Rp 370 rb ▲ 28% dari 30-31 Mar/)
})
