import { describe, expect, test } from 'vitest'
import { textReply } from '../../src/replies/reply.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import { webhookAt } from '../../src/simulator/postman.ts'
import type { Delivery } from '../../src/whatsapp/payload.ts'
import { webhookApp } from '../../src/whatsapp/webhook.ts'
import {
  APP_SECRET,
  aRehearsal,
  HIDDEN,
  NUMBER,
  OWNER,
  served,
  webhookOf,
} from '../support/phone.ts'

/** A bot that only listens: what reached it is in `heard`. */
const aListener = () => {
  const heard: Delivery[] = []
  const app = webhookApp({
    appSecrets: [APP_SECRET],
    verifyToken: 'x',
    channels: new Set([NUMBER.channel]),
    accept: async (delivery) => {
      heard.push(delivery)
    },
  })
  return {
    app,
    arrivals: () => heard.flatMap(({ arrivals }) => arrivals),
    statuses: () => heard.flatMap(({ statuses }) => statuses),
  }
}
const aCall = async () => {
  const bot = aListener()
  const rehearsal = await aRehearsal({ webhook: webhookOf(bot.app) })
  return { ...rehearsal, bot, phone: phoneOf(rehearsal.simulator, OWNER) }
}
const reply = (text: string, choices: readonly { id: string; title: string }[] = []) => ({
  channel: NUMBER.channel,
  to: OWNER,
  opaqueId: 'job:1',
  body: { kind: 'reply' as const, quotedId: null, reply: textReply(text, choices) },
})

describe('what a person does on the phone reaches the bot as Meta would bring it', () => {
  test('words with emoji and slashes', async () => {
    await using call = await aCall()
    const id = await call.phone.says('kemarin brp? 🌹 café a/b')
    expect(call.bot.arrivals()).toMatchObject([
      {
        id,
        channel: NUMBER.channel,
        sender: { phone: OWNER.phone, userId: OWNER.userId, name: 'Ibu Ratna' },
        content: { kind: 'text', text: 'kemarin brp? 🌹 café a/b' },
      },
    ])
    const bytes = Buffer.from(call.simulator.postings()[0]?.bytes ?? []).toString()
    expect(bytes).toContain(String.raw`\ud83c\udf39 caf\u00e9 a\/b`)
  })

  test('somebody who shows no number', async () => {
    await using call = await aCall()
    await phoneOf(call.simulator, HIDDEN).says('halo')
    expect(call.bot.arrivals()[0]?.sender).toEqual({
      phone: null,
      userId: HIDDEN.userId,
      name: 'Bayu',
    })
  })

  test('a file, a picture, a voice note, with what is needed to fetch them', async () => {
    await using call = await aCall()
    const bytes = new TextEncoder().encode('tanggal,produk\n')
    await call.phone.sends(bytes, { fileName: 'a.csv', caption: 'hari ini' })
    await call.phone.sends(bytes, { fileName: null, mimeType: 'application/octet-stream' })
    await call.phone.sendsPicture(bytes)
    await call.phone.speaks(bytes)
    const contents = call.bot.arrivals().map(({ content }) => content)
    expect(contents).toMatchObject([
      { kind: 'file', fileName: 'a.csv', caption: 'hari ini' },
      { kind: 'file', fileName: null, caption: null },
      { kind: 'picture' },
      { kind: 'voice' },
    ])
    for (const content of contents) {
      if (!('media' in content)) throw new Error('a file was expected')
      const fetched = await call.channel.download(NUMBER.channel, content.media, 100)
      expect(fetched).toEqual(Buffer.from(bytes))
    }
  })

  test('a button by its title or its id, the newest one of that name', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    await call.channel.send(reply('lama', [{ id: 'old', title: 'Ringkasan' }]))
    const { wamid } = await call.channel.send(reply('baru', [{ id: 'new', title: 'Ringkasan' }]))
    await call.phone.taps('Ringkasan')
    await call.phone.taps('old')
    const taps = call.bot.arrivals().slice(1)
    expect(taps[0]).toMatchObject({ quotedId: wamid, content: { kind: 'tap', id: 'new' } })
    expect(taps[1]?.content).toEqual({ kind: 'tap', id: 'old', title: 'Ringkasan' })
    await expect(async () => call.phone.taps('Grafik')).rejects.toThrow(/nothing called “Grafik”/)
  })

  test('a list row', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Baris ${id}` }))
    await call.channel.send(reply('pilih', rows))
    await call.phone.taps('Baris c')
    expect(call.bot.arrivals().at(-1)?.content).toEqual({ kind: 'tap', id: 'c', title: 'Baris c' })
  })

  test('a reply, a reaction, a reaction taken back, a sticker', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    await call.channel.send(reply('ini'))
    const answer = call.phone.last()
    if (!answer) throw new Error('an answer was expected')
    await call.phone.replies(answer, 'bukti')
    await call.phone.reacts(answer, '👍')
    await call.phone.reacts(answer, null)
    await call.phone.does({ type: 'sticker', sticker: { id: '1' } }, '[sticker]')
    expect(call.bot.arrivals().slice(1)).toMatchObject([
      { quotedId: answer.id, content: { kind: 'text', text: 'bukti' } },
      { quotedId: answer.id, content: { kind: 'reaction', emoji: '👍' } },
      { quotedId: answer.id, content: { kind: 'reaction', emoji: null } },
      { content: { kind: 'unknown', type: 'sticker' } },
    ])
    expect(call.phone.screen().map(({ text }) => text)).toEqual([
      'halo',
      'ini',
      'bukti',
      '[sticker]',
    ])
  })
})

describe('what becomes of an answer is reported', () => {
  test('sent, delivered, read, in this order, with the job and the price', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    const { wamid } = await call.channel.send(reply('ini'))
    await call.simulator.settled()
    expect(call.bot.statuses()).toMatchObject([
      { wamid, state: 'sent', opaqueId: 'job:1', billed: 'service' },
      { wamid, state: 'delivered', opaqueId: 'job:1', billed: 'service' },
      { wamid, state: 'read', opaqueId: 'job:1', billed: null },
    ])
  })

  test('a phone in a pocket does not read', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    call.phone.pockets()
    await call.channel.send(reply('ini'))
    await call.simulator.settled()
    expect(call.phone.last()?.state).toBe('delivered')
    call.phone.looks()
    await call.channel.send(reply('itu'))
    await call.simulator.settled()
    expect(call.phone.last()?.state).toBe('read')
  })

  test('a failure found later comes without contacts', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    call.simulator.failNext({ failsLater: 131047 })
    const { wamid } = await call.channel.send(reply('ini'))
    await call.simulator.settled()
    expect(call.bot.statuses()).toMatchObject([{ wamid, state: 'failed', error: { code: 131047 } }])
    const last = Buffer.from(call.simulator.postings().at(-1)?.bytes ?? []).toString()
    expect(last).not.toContain('contacts')
  })

  test('reports can overtake the answer to the call itself', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    call.simulator.failNext({ delayMs: 60 })
    const sending = call.channel.send(reply('ini'))
    await call.phone.waitsFor(1)
    await call.simulator.settled()
    const reported = call.bot.statuses().map(({ wamid }) => wamid)
    expect(reported).toHaveLength(3)
    expect(await sending).toEqual({ wamid: reported[0] })
  })

  test('reports can come in the wrong order, and the phone does not unread', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    call.simulator.failNext({ reportsBackwards: true })
    await call.channel.send(reply('ini'))
    await call.simulator.settled()
    expect(call.bot.statuses().map(({ state }) => state)).toEqual(['read', 'delivered', 'sent'])
    expect(call.phone.last()?.state).toBe('read')
  })

  test('a message whose answer was lost is on the phone all the same', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    call.simulator.failNext({ reset: true, accepts: true })
    await expect(call.channel.send(reply('ini'))).rejects.toMatchObject({ sent: 'unknown' })
    expect(call.phone.last()?.text).toBe('ini')
    await call.simulator.settled()
    expect(call.bot.statuses().map(({ opaqueId }) => opaqueId)).toEqual(['job:1', 'job:1', 'job:1'])
  })
})

describe('a webhook the bot did not take', () => {
  test('comes again, the same bytes, until it is taken', async () => {
    let calls = 0
    await using rehearsal = await aRehearsal({
      webhook: async () => {
        calls += 1
        if (calls === 1) throw new Error('connection refused')
        return calls < 3 ? 503 : 200
      },
      retryMs: [1, 1, 1],
    })
    await phoneOf(rehearsal.simulator, OWNER).says('halo')
    expect(rehearsal.simulator.postings()[0]?.attempts).toEqual([0, 503, 200])
  })

  test('is told to the person in the end', async () => {
    await using rehearsal = await aRehearsal({ webhook: async () => 503, retryMs: [1] })
    const phone = phoneOf(rehearsal.simulator, OWNER)
    await expect(phone.says('halo')).rejects.toThrow(/webhook said 503/)
    expect(phone.bubbles()[0]?.state).toBe('failed')
  })

  test('can travel over the network too', async () => {
    const bot = aListener()
    await using server = await served(bot.app)
    const target = { webhook: webhookAt(`${server.url}/webhook`), retryMs: [] }
    await using rehearsal = await aRehearsal(target)
    await phoneOf(rehearsal.simulator, OWNER).says('halo 🌹')
    expect(bot.arrivals()[0]?.content).toEqual({ kind: 'text', text: 'halo 🌹' })
    await server[Symbol.asyncDispose]()
    await expect(phoneOf(rehearsal.simulator, OWNER).says('halo')).rejects.toThrow(/said 0/)
  })

  test('can be brought twice although it was taken', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    const [posting] = call.simulator.postings()
    if (!posting) throw new Error('a posting was expected')
    expect(await call.simulator.again(posting)).toBe(200)
    const [one, two] = call.bot.arrivals()
    expect(one).toEqual(two)
  })
})

describe('waiting', () => {
  test('gives what the shop said since the person last did something', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    setTimeout(() => call.channel.send(reply('satu')), 10)
    expect((await call.phone.waitsFor(1)).map(({ text }) => text)).toEqual(['satu'])
    expect((await call.phone.waitsForQuiet()).map(({ text }) => text)).toEqual(['satu'])
  })

  test('in vain shows the screen', async () => {
    await using call = await aCall()
    await call.phone.says('halo')
    await call.channel.send(reply('satu', [{ id: 'x', title: 'Menu' }]))
    await expect(call.phone.waitsFor(2, 20)).rejects.toThrow('> halo\n< satu [Menu]')
  })
})
