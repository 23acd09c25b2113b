import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { aStage, QUICK, type Stage } from '../support/a-phone.ts'
import { CHANNEL } from '../support/builders.ts'
import { steadyShop } from '../support/files.ts'

const news = (event: string) => ({
  event,
  message_template_id: 1,
  message_template_name: 'shopbell_alert',
  message_template_language: 'id',
  reason: event === 'APPROVED' ? 'NONE' : 'LOW_QUALITY',
})

const APPROVED = {
  name: 'shopbell_alert',
  language: 'id',
  body: 'Ada perubahan penjualan di {{toko}} pada {{tanggal}}: {{inti_satu_baris}}. Tekan untuk melihat rincian.',
  buttons: ['Lihat rincian', 'Atur alert'],
}

/** A partner sends the file of a bad day; the owner has not written for days. */
const badDay = async (stage: Stage): Promise<void> => {
  const partner = stage.stranger()
  const shop = await stage.app.store.readShop('default')
  if (!shop) throw new Error('no shop')
  await stage.app.store.ensureShop(shop, [{ channel: CHANNEL, phone: partner.person.phone ?? '' }])
  const { bytes } = steadyShop({ until: day('2026-03-31'), lastDayFactor: 0.2 })
  await partner.sends(bytes, { fileName: 'a.csv' })
  await partner.waitsFor(2, 20_000)
  await stage.phone.waitsForQuiet(500)
}

describe('what Meta tells about a template', () => {
  test('paused: the alert is held without a try; approved again: it goes', async () => {
    await using stage = await aStage({ templates: [APPROVED] })
    await stage.simulator.post(news('PAUSED'), 'message_template_status_update')
    await badDay(stage)
    const calls = () =>
      stage.simulator.calls().filter(({ body }) => body['type'] === 'template').length
    expect(calls()).toBe(0)
    expect((await stage.app.store.outboxHealth()).held).toBe(1)
    await stage.simulator.post(news('APPROVED'), 'message_template_status_update')
    const [alert] = await stage.phone.waitsFor(1, 10_000)
    expect(alert?.isTemplate).toBe(true)
    expect(calls()).toBe(1)
  })

  test('not made yet: the alert is held after one try, and comes when the owner writes', async () => {
    await using stage = await aStage()
    await badDay(stage)
    expect((await stage.app.store.outboxHealth()).held).toBe(1)
    await stage.phone.says('menu')
    const told = await stage.phone.waitsFor(2, 20_000)
    expect(told.some(({ text }) => text.startsWith('⚠️'))).toBe(true)
  })
})

describe('what a month costs', () => {
  test('each delivered message is counted once, however often Meta says so', async () => {
    await using stage = await aStage({ running: true, options: { pace: QUICK } })
    await stage.phone.says('menu')
    await stage.phone.waitsForQuiet(500)
    const reports = stage.simulator.postings().slice(-3)
    for (const report of reports) await stage.simulator.again(report)
    const [count] = await stage.app.store.billedIn('2026-04')
    expect(count).toEqual({ channel: CHANNEL, messages: 1 })
  })
})
