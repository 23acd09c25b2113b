import { describe, expect, test, vi } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { aStage, QUICK, type Stage } from '../support/a-phone.ts'
import { csv, steadyShop } from '../support/files.ts'

const ONE_SALE = csv('tanggal,produk,jumlah,harga', '31/03/2026,Lily,1,25.000')

const answers = (stage: Stage) => stage.phone.bubbles().filter((bubble) => bubble.from === 'shop')

const sends = (stage: Stage) => stage.simulator.calls().filter(({ call }) => call === 'messages')

describe('Meta takes a message and reports later that it failed', () => {
  test('131000: sent again after a pause, and the owner has one answer', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ failsLater: 131000, times: 2 })
    await stage.phone.says('menu')
    await stage.phone.waitsForQuiet(1500)
    expect(sends(stage)).toHaveLength(3)
    expect((await stage.app.store.outboxHealth()).failed).toBe(0)
  })

  test('131016, Meta is away for longer than any message is tried: the answer comes when it is back', async () => {
    await using stage = await aStage({
      running: true,
      options: { pace: { ...QUICK, backoffMs: 0 } },
    })
    stage.simulator.failNext({ code: 131016, times: 9 })
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1, 10_000)
    await stage.phone.waitsForQuiet(300)
    expect(answers(stage)).toHaveLength(1)
    expect(sends(stage)).toHaveLength(10)
  })

  test('131042, no payment: nothing more is sent, nothing is lost, health says why', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ failsLater: 131042 })
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1)
    await stage.phone.waitsForQuiet(300)
    await stage.phone.says('bantuan')
    await stage.phone.waitsForQuiet(500)
    expect(sends(stage)).toHaveLength(1)
    const ready: unknown = await (await stage.app.http.request('/ready')).json()
    expect(ready).toHaveProperty('outbox.waiting', 2)
    expect(await stage.app.store.outboxHealth()).toMatchObject({
      waiting: 2,
      failed: 0,
      pauses: [{ needsOperator: true, reason: expect.stringContaining('131042') }],
    })
  })

  test('131053, the chart was not taken: the words come without it', async () => {
    await using stage = await aStage({ running: true })
    await stage.phone.sends(steadyShop({ until: day('2026-03-31') }).bytes, { fileName: 'a.csv' })
    await stage.phone.waitsFor(1, 20_000)
    stage.simulator.failNext({ failsLater: 131053 })
    await stage.phone.says('grafik')
    await stage.phone.waitsFor(1, 20_000)
    await stage.phone.waitsForQuiet(800)
    const [first, second] = answers(stage).slice(1)
    expect(first?.attachment?.kind).toBe('image')
    expect(second?.attachment).toBeNull()
    expect(second?.text).toBe(first?.text)
  })

  test('131047, the window was closed after all: held until the owner writes', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ failsLater: 131047 })
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1)
    await stage.phone.waitsForQuiet(300)
    expect((await stage.app.store.outboxHealth()).held).toBe(1)
    await stage.phone.says('bantuan')
    await stage.phone.waitsFor(2)
    expect((await stage.app.store.outboxHealth()).held).toBe(0)
  })

  test('reports in the wrong order end with the message read', async () => {
    await using stage = await aStage({ running: true })
    stage.simulator.failNext({ reportsBackwards: true })
    await stage.phone.says('menu')
    await stage.phone.waitsForQuiet(500)
    expect(await stage.app.store.outboxHealth()).toMatchObject({ waiting: 0, failed: 0 })
    expect(answers(stage)).toHaveLength(1)
  })
})

describe('how fast', () => {
  test('a chat stays within what Meta lets through to one person: not one 131056', async () => {
    await using stage = await aStage({
      running: true,
      pairBurst: 3,
      options: { pace: { ...QUICK, pair: { everyMs: 6000, burst: 3 } } },
    })
    for (const word of ['menu', 'bantuan', 'menu', 'bantuan']) await stage.phone.says(word)
    await stage.phone.waitsForQuiet(1500)
    expect(sends(stage).map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await stage.app.store.outboxHealth()).waiting).toBe(1)
  })

  test('the number as a whole is too fast (130429): everybody waits a moment, nobody is lost', async () => {
    await using stage = await aStage({
      running: true,
      options: { pace: { ...QUICK, backoffMs: 500 } },
    })
    stage.simulator.failNext({ code: 130429 })
    await stage.phone.says('menu')
    await vi.waitFor(() => expect(sends(stage)).toHaveLength(1))
    await stage.stranger().says('halo')
    await stage.phone.waitsFor(1, 5000)
    const times = sends(stage).map(({ at }) => at)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(450)
  })

  test('a file is marked as read at once, a quick answer is not', async () => {
    await using stage = await aStage()
    await stage.phone.says('menu')
    await stage.phone.waitsFor(1)
    await stage.phone.sends(ONE_SALE, { fileName: 'a.csv' })
    await stage.phone.waitsFor(1, 20_000)
    expect(stage.simulator.calls().filter(({ call }) => call === 'seen')).toHaveLength(1)
  })
})

describe('what an owner writes in one breath', () => {
  const BREATH = { pace: { ...QUICK, burstMs: 600 } }

  test('in pieces is one question with one answer', async () => {
    await using stage = await aStage({ running: true, options: BREATH })
    await stage.phone.sends(steadyShop({ until: day('2026-03-31') }).bytes, { fileName: 'a.csv' })
    await stage.phone.waitsFor(1, 20_000)
    for (const piece of ['yang paling', 'laku', 'dong']) await stage.phone.says(piece)
    const told = await stage.phone.waitsForQuiet(2000)
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('🏆')])
  })

  test('a greeting before the question is not answered by itself', async () => {
    await using stage = await aStage({ running: true, options: BREATH })
    await stage.phone.says('halo')
    await stage.phone.says('menu')
    expect(await stage.phone.waitsForQuiet(1500)).toHaveLength(1)
  })

  test('a greeting alone is answered', async () => {
    await using stage = await aStage({ running: true, options: BREATH })
    await stage.phone.says('halo')
    expect(await stage.phone.waitsForQuiet(1500)).toHaveLength(1)
  })

  test('four messages nobody understands get one honest answer', async () => {
    await using stage = await aStage({ running: true, options: BREATH })
    for (const piece of ['gimana ya', 'kaktus', 'itu lho', 'entahlah'])
      await stage.phone.says(piece)
    expect(await stage.phone.waitsForQuiet(1800)).toHaveLength(1)
  })

  test('two different commands are two answers, at once and in order', async () => {
    await using stage = await aStage({ running: true, options: BREATH })
    await stage.phone.says('menu')
    await stage.phone.says('bantuan')
    const told = await stage.phone.waitsFor(2, 500)
    expect(told.map(({ text }) => text.includes('💡'))).toEqual([false, true])
  })

  test('the same command twice in a breath is answered once when both are there', async () => {
    await using stage = await aStage({ running: true, options: BREATH })
    await stage.phone.sends(ONE_SALE, { fileName: 'a.csv' })
    await stage.phone.says('menu')
    await stage.phone.says('Menu ')
    await stage.phone.waitsFor(2, 20_000)
    await stage.phone.waitsForQuiet(1000)
    expect(answers(stage)).toHaveLength(2)
  })
})
