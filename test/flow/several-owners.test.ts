import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import type { Phone } from '../../src/simulator/phone.ts'
import { TEMPLATES } from '../../src/whatsapp/templates.ts'
import { aStage, QUICK, type Stage, type StageOptions } from '../support/a-phone.ts'
import { aShop, CHANNEL } from '../support/builders.ts'
import { csv, steadyShop } from '../support/files.ts'

const HOUR = 3_600_000
const PATIENCE_MS = 120_000
/** Several rounds of the schedule: who has not spoken by then stays silent. */
const SILENCE_MS = 1000
const YESTERDAY = day('2026-03-31')

const heard = async (phone: Phone, count: number): Promise<readonly string[]> => {
  if (count > 0) await phone.waitsFor(count, 30_000)
  const bubbles = await phone.waitsForQuiet(SILENCE_MS)
  expect(bubbles).toHaveLength(count)
  return bubbles.map(({ text }) => text.replaceAll('\u00a0', ' '))
}

const says = async (phone: Phone, text: string): Promise<string> => {
  await phone.says(text)
  return (await heard(phone, 1))[0] ?? ''
}

/** Rina writes Indonesian, Tom English; both own the shop. */
const twoOwners = async (now: string, templates: StageOptions['templates'] = []) => {
  const pace = { ...QUICK, scheduleMs: 100 }
  const stage: Stage = await aStage({ now, templates, options: { pace } })
  const tom = stage.stranger('6281377770000')
  const shop = await stage.app.store.readShop('default')
  if (shop === null) throw new Error('the stage has no shop')
  await stage.app.store.ensureShop(shop, [{ channel: CHANNEL, phone: '6281377770000' }])
  expect(await says(tom, 'what can you do for me?')).not.toContain('Ketik')
  return { stage, rina: stage.phone, tom }
}

/** So many more owners of the shop. */
const colleagues = async (stage: Stage, count: number): Promise<readonly Phone[]> => {
  const phones = Array.from({ length: count }, (_, i) => `62813000000${10 + i}`)
  await stage.app.store.ensureShop(
    aShop({ id: 'default' }),
    phones.map((phone) => ({ channel: CHANNEL, phone })),
  )
  return phones.map((phone) => stage.stranger(phone))
}

/** Everybody's own till file of one sale, at the same moment. */
const allSend = (people: readonly Phone[]) =>
  Promise.all(
    people.map((person, i) =>
      person.sends(csv('tanggal,produk,jumlah,harga', `2026-03-31,Mawar ${i},1,25000`), {
        fileName: `kasir-${i}.csv`,
      }),
    ),
  )

/** Files answered, or tried in vain, as the operator sees it. */
const attempts = async ({ app }: Stage, outcome: 'answered' | 'failed'): Promise<number> => {
  const figures = await (await app.http.request('/metrics')).text()
  const name = `shopbell_message_attempts_total{kind="file",outcome="${outcome}"} `
  return Number(figures.split(name)[1]?.split('\n')[0] ?? 0)
}

const badDay = () =>
  steadyShop({ until: YESTERDAY, lastDayFactor: 0.2, lastDayBranch: 'Dago' }).bytes

test('an alert at night reaches the owner who is awake, and the other in the morning, each in their language', {
  timeout: PATIENCE_MS,
}, async () => {
  const { stage, rina, tom } = await twoOwners('2026-04-01T05:00:00Z')
  await using _ = stage
  // 22:00 in Jakarta.
  stage.clock.advance(10 * HOUR)
  await rina.sends(badDay(), { fileName: 'penjualan.csv' })
  const [, alert = ''] = await heard(rina, 2)
  expect(alert).toContain('Cabang Dago turun')
  await heard(tom, 1)
  stage.clock.advance(8.9 * HOUR)
  await heard(tom, 1)
  stage.clock.advance(0.2 * HOUR)
  expect((await heard(tom, 2))[1]).toMatch(/Dago branch.* (down|fell)|Dago.*yesterday/i)
  // Nobody gets it twice.
  stage.clock.advance(2 * HOUR)
  await heard(rina, 2)
  await heard(tom, 2)
})

test('outside the service window the template comes in the language of whoever gets it', {
  timeout: PATIENCE_MS,
}, async () => {
  const { name, wordings } = TEMPLATES.alert
  const templates = (['id', 'en'] as const).map((language) => ({
    name,
    language,
    ...wordings[language],
  }))
  const { stage, rina, tom } = await twoOwners('2026-03-30T05:00:00Z', templates)
  await using _ = stage
  stage.clock.advance(48 * HOUR)
  await rina.sends(badDay(), { fileName: 'penjualan.csv' })
  await heard(rina, 2)
  const template = tom.last()
  expect(template?.isTemplate).toBe(true)
  expect(template?.text).toMatch(/^Sales .* on Tue 31 Mar: .*Dago.*usually/)
})

test('who writes in their own quiet hours gets what was kept for the morning, before the answer', {
  timeout: PATIENCE_MS,
}, async () => {
  const { stage, rina, tom } = await twoOwners('2026-04-01T05:00:00Z')
  await using _ = stage
  // Tom goes to bed with the hens; Rina’s hours stay as they were.
  expect(await says(tom, 'quiet hours 18-9')).toContain('18:00')
  expect(await says(rina, 'jadwal')).toContain('21')
  stage.clock.advance(7 * HOUR)
  await rina.sends(badDay(), { fileName: 'penjualan.csv' })
  await heard(rina, 2)
  await heard(tom, 1)
  await tom.says('yesterday')
  const [kept = '', answer = ''] = await heard(tom, 2)
  expect(kept).toContain('Dago')
  expect(answer).toContain('31 Mar')
})

test('a digest comes at night to the owner who picked that hour, to the other in the morning', {
  timeout: PATIENCE_MS,
}, async () => {
  const { stage, rina, tom } = await twoOwners('2026-04-01T05:00:00Z')
  await using _ = stage
  await rina.sends(steadyShop({ until: YESTERDAY }).bytes, { fileName: 'penjualan.csv' })
  await heard(rina, 1)
  expect(await says(rina, 'jadwal harian jam 22')).toContain('22')
  stage.clock.advance(10 * HOUR)
  expect((await heard(rina, 2))[1]).toContain('📊')
  await heard(tom, 1)
  stage.clock.advance(9.1 * HOUR)
  const [, digest = ''] = await heard(tom, 2)
  expect(digest).toContain('📊')
  expect(digest).toMatch(/Tuesday|Tue/)
})

test('colleagues who send their files at the same moment are all counted, and no file counts as failed', {
  timeout: PATIENCE_MS,
}, async () => {
  await using stage = await aStage()
  const people = await colleagues(stage, 8)
  await allSend(people)
  for (const person of people) expect((await heard(person, 1))[0]).toContain('*1 penjualan')
  const days = await stage.app.store.branchDays('default', { from: YESTERDAY, to: YESTERDAY })
  expect(days.reduce((sum, { lines }) => sum + lines, 0)).toBe(8)
  expect(await attempts(stage, 'answered')).toBe(8)
  expect(await attempts(stage, 'failed')).toBe(0)
})

test('a file that others overtake six times while it is read is counted all the same, and has not failed', {
  timeout: PATIENCE_MS,
}, async () => {
  let overtaken = 0
  await using stage = await aStage({
    options: {
      passing: (step) => {
        if (step !== 'answer ready' || overtaken === 6) return
        overtaken++
        const other = new Database(join(stage.folder, 'shop.db'))
        other.exec('update shop set sales_version = sales_version + 1')
        other.close()
      },
    },
  })
  await stage.phone.sends(csv('tanggal,produk,jumlah,harga', '2026-03-31,Mawar,1,25000'), {
    fileName: 'kasir.csv',
  })
  expect((await heard(stage.phone, 1))[0]).toContain('*1 penjualan')
  expect(overtaken).toBe(6)
  expect(await attempts(stage, 'answered')).toBe(1)
  expect(await attempts(stage, 'failed')).toBe(0)
})

test('while a dozen colleagues wait for their files, a question is answered at once', {
  timeout: PATIENCE_MS,
}, async () => {
  let begun = 0
  await using stage = await aStage({
    options: {
      passing: (step) => {
        if (step === 'attempt counted') begun += 1
      },
    },
  })
  const people = await colleagues(stage, 12)
  stage.simulator.failNext({ on: 'download', delayMs: 5000, times: 4 })
  await allSend(people)
  await stage.phone.says('menu')
  await stage.phone.waitsFor(1, 30_000)
  // Two files and the question; the other ten wait for their turn and take nobody's place.
  expect(begun).toBeLessThanOrEqual(5)
  for (const person of people) expect((await heard(person, 1))[0]).toContain('*1 penjualan')
  expect(await attempts(stage, 'answered')).toBe(12)
  expect(await attempts(stage, 'failed')).toBe(0)
})
