import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import type { MediaRef } from '../../src/intent/arrival.ts'
import { type Attachment, type Reply, textReply } from '../../src/replies/reply.ts'
import type { Fault } from '../../src/simulator/faults.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import type { Outgoing } from '../../src/whatsapp/channel.ts'
import { type GraphOptions, graphChannel } from '../../src/whatsapp/client.ts'
import { Refused, Unreachable } from '../../src/whatsapp/errors.ts'
import { objectOf } from '../../src/whatsapp/json.ts'
import { aRehearsal, HIDDEN, NUMBER, OWNER, TOKEN } from '../support/phone.ts'

const PNG: Attachment = {
  kind: 'image',
  mimeType: 'image/png',
  fileName: 'penjualan.png',
  bytes: new Uint8Array([137, 80, 78, 71]),
}
const CSV = new TextEncoder().encode('date,product,qty,price\n2026-11-01,Mawar,3,15000\n')
// Far above what a loopback call takes on a busy machine, far below anybody's patience.
const FAST = { timeoutsMs: { call: 300, upload: 300, download: 300 } }

const outgoing = (reply: Reply, to: Outgoing['to'] = OWNER): Outgoing => ({
  channel: NUMBER.channel,
  to,
  opaqueId: 'job:42',
  body: { kind: 'reply', reply, quotedId: null },
})

/** Somebody wrote, so the window is open. */
const openRehearsal = async (...options: Parameters<typeof aRehearsal>) => {
  const rehearsal = await aRehearsal(...options)
  const phone = phoneOf(rehearsal.simulator, OWNER)
  await phone.says('halo')
  return { ...rehearsal, phone }
}

const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('an answer reaches the phone', () => {
  test('as words, with its job number on every report', async () => {
    await using rehearsal = await openRehearsal()
    const { wamid } = await rehearsal.channel.send(outgoing(textReply('*Rp 1.640.000*')))
    expect(rehearsal.phone.last()).toMatchObject({ id: wamid, text: '*Rp 1.640.000*' })
    await rehearsal.simulator.settled()
    const bodies = rehearsal.simulator.postings().map(({ bytes }) => Buffer.from(bytes).toString())
    expect(
      bodies.filter((body) => body.includes('"biz_opaque_callback_data":"job:42"')),
    ).toHaveLength(3)
    expect(rehearsal.phone.last()?.state).toBe('read')
  })

  test('as a picture with words and buttons in one single message', async () => {
    await using rehearsal = await openRehearsal()
    const reply = {
      ...textReply('Naik 12%', [{ id: 'why', title: 'Kenapa naik?' }]),
      attachment: PNG,
    }
    await rehearsal.channel.send(outgoing(reply))
    expect(rehearsal.phone.screen().slice(1)).toEqual([
      {
        from: 'shop',
        text: 'Naik 12%',
        choices: ['Kenapa naik?'],
        attachment: { kind: 'image', fileName: 'penjualan.png' },
      },
    ])
    const mediaId = rehearsal.phone.last()?.attachment?.mediaId ?? ''
    expect(rehearsal.simulator.fileOf(mediaId)?.bytes).toEqual(PNG.bytes)
  })

  test('as a document under its own name', async () => {
    await using rehearsal = await openRehearsal()
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const attachment: Attachment = { ...PNG, kind: 'document', mimeType, fileName: 'bukti.xlsx' }
    await rehearsal.channel.send(outgoing({ ...textReply('Ini buktinya'), attachment }))
    expect(rehearsal.phone.last()?.attachment).toMatchObject({
      kind: 'document',
      fileName: 'bukti.xlsx',
    })
  })

  test('quoting the question', async () => {
    await using rehearsal = await openRehearsal()
    const quotedId = rehearsal.phone.bubbles()[0]?.id ?? ''
    const message = outgoing(textReply('ya'))
    await rehearsal.channel.send({
      ...message,
      body: { kind: 'reply', reply: textReply('ya'), quotedId },
    })
    expect(rehearsal.phone.last()?.quotedId).toBe(quotedId)
  })

  test('of somebody who shows no number', async () => {
    await using rehearsal = await aRehearsal()
    const phone = phoneOf(rehearsal.simulator, HIDDEN)
    await phone.says('restock?')
    await rehearsal.channel.send(outgoing(textReply('3 barang'), HIDDEN))
    expect(phone.last()?.text).toBe('3 barang')
  })

  test('as a template when the window has closed, and its button comes back as a tap', async () => {
    const template = {
      name: 'sales_alert',
      language: 'id',
      body: 'Ada perubahan di {{shop}}: {{change}}.',
      buttons: ['Lihat rincian'],
    }
    await using rehearsal = await aRehearsal({ templates: [template] })
    await rehearsal.channel.send({
      ...outgoing(textReply('')),
      body: {
        kind: 'template',
        template: {
          name: 'sales_alert',
          language: 'id',
          parameters: { shop: 'Toko\nMawar', change: 'turun\tRp 870 rb' },
          payloads: ['alert-details:42'],
        },
      },
    })
    const phone = phoneOf(rehearsal.simulator, OWNER)
    expect(phone.last()?.text).toBe('Ada perubahan di Toko Mawar: turun Rp 870 rb.')
    await phone.taps('Lihat rincian')
    expect(Buffer.from(rehearsal.simulator.postings().at(-1)?.bytes ?? []).toString()).toContain(
      '"button":{"payload":"alert-details:42","text":"Lihat rincian"}',
    )
  })

  test('read receipt and typing show at once', async () => {
    await using rehearsal = await openRehearsal()
    const asked = rehearsal.phone.bubbles()[0]?.id ?? ''
    await rehearsal.channel.seen(NUMBER.channel, asked, true)
    expect(rehearsal.phone.isTyping()).toBe(true)
    expect(rehearsal.phone.bubbles()[0]?.state).toBe('read')
    await rehearsal.channel.send(outgoing(textReply('ini')))
    expect(rehearsal.phone.isTyping()).toBe(false)
  })
})

describe("Meta's no says what to do", () => {
  test.each([
    [131056, 'throttled'],
    [130429, 'crowded'],
    [131000, 'again'],
    [131047, 'window'],
    [131026, 'never'],
    [131042, 'config'],
    [190, 'config'],
    [999999, 'again'],
  ] as const)('%i: %s', async (code, action) => {
    await using rehearsal = await openRehearsal()
    rehearsal.simulator.failNext({ code })
    const error = await caught(rehearsal.channel.send(outgoing(textReply('halo'))))
    expect(error).toBeInstanceOf(Refused)
    expect(error).toMatchObject({ code, action })
    expect(rehearsal.phone.last()).toBe(null)
  })

  test('24 hours later only a template gets through', async () => {
    let now = 1_793_430_000_000
    await using rehearsal = await aRehearsal({ now: () => now })
    await phoneOf(rehearsal.simulator, OWNER).says('halo')
    now += 24 * 3_600_000 - 1
    await rehearsal.channel.send(outgoing(textReply('masih')))
    now += 1
    const error = await caught(rehearsal.channel.send(outgoing(textReply('terlambat'))))
    expect(error).toMatchObject({ code: 131047, action: 'window' })
  })

  test('a wrong token stops the sender', async () => {
    await using rehearsal = await aRehearsal({ client: { token: 'stolen' } })
    const error = await caught(rehearsal.channel.send(outgoing(textReply('halo'))))
    expect(error).toMatchObject({ code: 190, action: 'config' })
    expect(String(error)).not.toContain('stolen')
  })

  test('an unknown number of ours is a mistake of ours', async () => {
    await using rehearsal = await openRehearsal()
    const message = { ...outgoing(textReply('halo')), channel: '1' }
    expect(await caught(rehearsal.channel.send(message))).toMatchObject({
      code: 100,
      action: 'never',
    })
  })

  test.each([
    [{ mimeType: 'text/csv', fileName: 'bukti.csv', kind: 'document' as const }, 100],
    [{ mimeType: 'image/gif' }, 100],
    [{ bytes: new Uint8Array(5 * 1024 * 1024 + 1) }, 131053],
  ])('a file WhatsApp does not take is not even uploaded', async (wrong, code) => {
    await using rehearsal = await openRehearsal()
    const reply = { ...textReply('x'), attachment: { ...PNG, ...wrong } }
    const error = await caught(rehearsal.channel.send(outgoing(reply)))
    expect(error).toMatchObject({ code, action: 'never' })
    expect(rehearsal.simulator.calls()).toEqual([])
  })
})

describe('when nobody answers', () => {
  const outcomes: [string, Fault, 'no' | 'unknown'][] = [
    ['silence after the message', { hang: true }, 'unknown'],
    ['silence although it was delivered', { hang: true, accepts: true }, 'unknown'],
    ['a broken line', { reset: true }, 'unknown'],
    ['500 without a word', { http: 500 }, 'unknown'],
    ['503 without a word', { http: 503 }, 'unknown'],
  ]
  test.each(outcomes)('%s leaves the outcome open', async (_, fault, sent) => {
    await using rehearsal = await openRehearsal({ client: FAST })
    rehearsal.simulator.failNext(fault)
    const error = await caught(rehearsal.channel.send(outgoing(textReply('halo'))))
    expect(error).toBeInstanceOf(Unreachable)
    expect(error).toMatchObject({ sent })
    expect(rehearsal.phone.last() === null).toBe(fault.accepts !== true)
  })

  test.each([
    ['silence', { hang: true }],
    ['a broken line', { reset: true }],
    ['500 without a word', { http: 500 }],
  ])('%s during the upload: the message was certainly not sent', async (_, fault) => {
    await using rehearsal = await openRehearsal({ client: FAST })
    rehearsal.simulator.failNext({ ...fault, on: 'media' })
    const reply = { ...textReply('x'), attachment: PNG }
    expect(await caught(rehearsal.channel.send(outgoing(reply)))).toMatchObject({ sent: 'no' })
  })

  test('a closed port: nothing was sent', async () => {
    const server = await aServer(() => {})
    await server[Symbol.asyncDispose]()
    for (const graphUrl of [server.url, server.url.replace('127.0.0.1', 'localhost')]) {
      const channel = graphChannel({ ...OPTIONS, graphUrl })
      const error = await caught(channel.send(outgoing(textReply('halo'))))
      expect(error).toBeInstanceOf(Unreachable)
      expect(error).toMatchObject({ sent: 'no' })
    }
  })

  test('a name that does not exist: nothing was sent', async () => {
    const channel = graphChannel({ ...OPTIONS, graphUrl: 'https://graph.shopbell.invalid' })
    const error = await caught(channel.send(outgoing(textReply('halo'))))
    expect(error).toMatchObject({ sent: 'no' })
  })

  test('the answer that never ends is given up, body and all', async () => {
    await using server = await aServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"messages":')
    })
    const channel = graphChannel({ ...OPTIONS, ...FAST, graphUrl: server.url })
    expect(await caught(channel.send(outgoing(textReply('halo'))))).toMatchObject({
      sent: 'unknown',
    })
  })

  test.each([
    ['a page instead of an answer', 200, '<html>', Unreachable],
    ['an answer without an id', 200, '{"messages":[]}', Unreachable],
    ['an answer of 2 MB', 200, `{"x":"${'x'.repeat(2 * 1024 * 1024)}"}`, Unreachable],
    ["a proxy's 404", 404, 'nginx', Refused],
    ["a proxy's 429", 429, '', Refused],
    ["a proxy's 403", 403, '', Refused],
    ['a redirect', 302, '', Unreachable],
    ['502 with a page', 502, '<html>bad gateway', Unreachable],
    ['an error that is only a string', 400, '{"error":"no"}', Refused],
  ])('%s is told apart', async (_, status, body, kind) => {
    await using server = await aServer((__, response) => {
      response.writeHead(status, status === 302 ? { location: 'https://evil.tld/' } : {})
      response.end(body)
    })
    const channel = graphChannel({ ...OPTIONS, graphUrl: server.url })
    expect(await caught(channel.send(outgoing(textReply('halo'))))).toBeInstanceOf(kind)
  })
})

test('a host that is down is left alone instead of waited for, and tried again later', async () => {
  let now = 0
  await using rehearsal = await openRehearsal({ client: { ...FAST, now: () => now } })
  rehearsal.simulator.failNext({ hang: true, times: 5 })
  const send = () => caught(rehearsal.channel.send(outgoing(textReply('halo'))))
  for (let tries = 0; tries < 5; tries += 1) expect(await send()).toMatchObject({ sent: 'unknown' })
  expect(await send()).toMatchObject({ sent: 'no', message: expect.stringContaining('left alone') })
  expect(rehearsal.simulator.calls()).toHaveLength(5)
  now += 15_000
  expect(await send()).toBe(null)
  expect(await send()).toBe(null)
})

describe('a file is fetched', () => {
  const received = async (rehearsal: Awaited<ReturnType<typeof aRehearsal>>): Promise<MediaRef> => {
    await phoneOf(rehearsal.simulator, OWNER).sends(CSV, { fileName: 'a.csv' })
    const posted = JSON.parse(
      Buffer.from(rehearsal.simulator.postings().at(-1)?.bytes ?? []).toString(),
    )
    const { id, sha256, url, mime_type } = posted.entry[0].changes[0].value.messages[0].document
    return { id, sha256, url, mimeType: mime_type }
  }
  const described = (rehearsal: Awaited<ReturnType<typeof aRehearsal>>) =>
    rehearsal.simulator.calls().filter(({ call }) => call === 'description').length

  test('straight from the address in the webhook', async () => {
    await using rehearsal = await aRehearsal()
    const media = await received(rehearsal)
    expect(await rehearsal.channel.download(NUMBER.channel, media, 1000)).toEqual(Buffer.from(CSV))
    expect(described(rehearsal)).toBe(0)
  })

  test('by its id when the webhook gives no address, or one we do not trust', async () => {
    await using rehearsal = await aRehearsal()
    const media = await received(rehearsal)
    for (const url of [null, 'https://evil.tld/file', 'file:///etc/passwd', 'nonsense']) {
      const bytes = await rehearsal.channel.download(NUMBER.channel, { ...media, url }, 1000)
      expect(bytes).toEqual(Buffer.from(CSV))
    }
    expect(described(rehearsal)).toBe(4)
  })

  test('by a fresh address when five minutes have passed', async () => {
    let now = 1_793_430_000_000
    await using rehearsal = await aRehearsal({ now: () => now })
    const media = await received(rehearsal)
    now += 5 * 60_000 + 1000
    expect(await rehearsal.channel.download(NUMBER.channel, media, 1000)).toEqual(Buffer.from(CSV))
    expect(described(rehearsal)).toBe(1)
  })

  test('never from a host nobody listed, even when Graph itself names it', async () => {
    await using rehearsal = await aRehearsal({ publicUrl: () => 'https://evil.tld' })
    const media = await received(rehearsal)
    const error = await caught(rehearsal.channel.download(NUMBER.channel, media, 1000))
    expect(error).toMatchObject({ code: 131052, action: 'config' })
    expect(String(error)).toContain('evil.tld')
  })

  test('no more after seven days', async () => {
    let now = 1_793_430_000_000
    await using rehearsal = await aRehearsal({ now: () => now })
    const media = await received(rehearsal)
    now += 7 * 86_400_000 + 1000
    const error = await caught(rehearsal.channel.download(NUMBER.channel, media, 1000))
    expect(error).toMatchObject({ code: 100, action: 'never' })
  })

  test('checked against its hash in base64 and in hex', async () => {
    await using rehearsal = await aRehearsal()
    const media = await received(rehearsal)
    expect(media.sha256).toBe('luAWorUq/Ltea/XM1ExTxdSF0MGP2MEtO23Z7B1jcM0=')
    const hex = '96e016a2b52afcbb5e6bf5ccd44c53c5d485d0c18fd8c12d3b6dd9ec1d6370cd'
    for (const sha256 of [hex, hex.toUpperCase(), null]) {
      expect(
        await rehearsal.channel.download(NUMBER.channel, { ...media, sha256 }, 1000),
      ).toHaveLength(48)
    }
    rehearsal.simulator.failNext({ on: 'download', damaged: true })
    const error = await caught(rehearsal.channel.download(NUMBER.channel, media, 1000))
    expect(error).toMatchObject({ code: 131052, action: 'again' })
  })

  test('never beyond the size we read, announced or not', async () => {
    await using rehearsal = await aRehearsal()
    const media = await received(rehearsal)
    for (const url of [media.url, null]) {
      const whole = await rehearsal.channel.download(NUMBER.channel, { ...media, url }, 48)
      expect(whole).toHaveLength(48)
      const error = await caught(rehearsal.channel.download(NUMBER.channel, { ...media, url }, 47))
      expect(error).toMatchObject({ code: 131052, action: 'never' })
    }
  })

  test('101 MB are given up early', async () => {
    let sentBytes = 0
    await using server = await aServer((_, response) => {
      const piece = Buffer.alloc(1024 * 1024)
      const pour = (): void => {
        if (sentBytes >= 101 * piece.length) return void response.end()
        sentBytes += piece.length
        response.write(piece, pour)
      }
      pour()
    })
    const channel = graphChannel({ ...OPTIONS, mediaHosts: [server.host] })
    const media = { id: '1', mimeType: 'text/csv', sha256: null, url: `${server.url}/file` }
    const error = await caught(channel.download(NUMBER.channel, media, 16 * 1024 * 1024))
    expect(error).toMatchObject({ action: 'never' })
    expect(sentBytes).toBeLessThan(60 * 1024 * 1024)
  })

  test('101 MB that announce themselves are not even begun', async () => {
    let hungUp = false
    await using server = await aServer((_, response) => {
      response.on('close', () => {
        hungUp = true
      })
      response.writeHead(200, { 'content-length': 101 * 1024 * 1024 })
      response.write('a')
    })
    const channel = graphChannel({ ...OPTIONS, mediaHosts: [server.host] })
    const media = { id: '1', mimeType: 'text/csv', sha256: null, url: `${server.url}/file` }
    const error = await caught(channel.download(NUMBER.channel, media, 16 * 1024 * 1024))
    expect(error).toMatchObject({ action: 'never' })
    await expect.poll(() => hungUp).toBe(true)
  })

  test('and a web page in its place is refused', async () => {
    await using rehearsal = await aRehearsal()
    const media = await received(rehearsal)
    rehearsal.simulator.failNext({ on: 'download', page: true })
    const error = await caught(rehearsal.channel.download(NUMBER.channel, media, 1000))
    expect(error).toMatchObject({ code: 131052, action: 'again' })
  })

  test('with the token, which a redirect to a stranger never sees', async () => {
    const asked: (string | undefined)[] = []
    await using stranger = await aServer((request, response) => {
      asked.push(request.headers.authorization)
      response.end('stolen')
    })
    await using host = await aServer((request, response) => {
      asked.push(request.headers.authorization)
      response.writeHead(302, { location: `${stranger.url}/x` }).end()
    })
    const channel = graphChannel({ ...OPTIONS, mediaHosts: [host.host] })
    const media = { id: '1', mimeType: 'text/csv', sha256: null, url: `${host.url}/file` }
    const error = await caught(channel.download(NUMBER.channel, media, 1000))
    expect(error).toMatchObject({ action: 'config' })
    expect(String(error)).toContain('WA_MEDIA_HOSTS')
    expect(asked).toEqual([`Bearer ${TOKEN}`])
  })

  test('through a redirect to a host we trust, and not round in circles', async () => {
    await using host = await aServer((request, response) => {
      const next = request.url === '/file' ? '/cdn' : request.url
      if (request.url === '/cdn') return void response.end('ok')
      response.writeHead(302, { location: next }).end()
    })
    const channel = graphChannel({ ...OPTIONS, mediaHosts: [host.host] })
    const media = { id: '1', mimeType: 'text/csv', sha256: null, url: `${host.url}/file` }
    expect(Buffer.from(await channel.download(NUMBER.channel, media, 1000)).toString()).toBe('ok')
    const round = { ...media, url: `${host.url}/round` }
    expect(await caught(channel.download(NUMBER.channel, round, 1000))).toMatchObject({
      action: 'again',
    })
  })

  test('slowly for a while only', async () => {
    await using host = await aServer((_, response) => {
      response.writeHead(200).write('a')
    })
    const channel = graphChannel({ ...OPTIONS, ...FAST, mediaHosts: [host.host] })
    const media = { id: '1', mimeType: 'text/csv', sha256: null, url: `${host.url}/file` }
    expect(await caught(channel.download(NUMBER.channel, media, 1000))).toBeInstanceOf(Unreachable)
  })
})

describe('every call', () => {
  test('carries the token, a proof and a name; ids cannot leave their place in the path', async () => {
    const seen: { url: string; agent: string | undefined; token: string | undefined }[] = []
    await using server = await aServer((request, response) => {
      const { authorization: token, 'user-agent': agent } = request.headers
      seen.push({ url: request.url ?? '', agent, token })
      response.end('{"success":true}')
    })
    const channel = graphChannel({ ...OPTIONS, appSecret: 'test_app_secret', graphUrl: server.url })
    await channel.seen('../../me?x=', 'wamid.1', false)
    expect(seen).toEqual([
      {
        url: '/v25.0/..%2F..%2Fme%3Fx%3D/messages?appsecret_proof=bad6df0b858104754a0ffde2f0c05fe9731f1a5e141ee1bccf316d05f28d5135',
        agent: expect.stringMatching(/^Shopbell\//),
        token: `Bearer ${TOKEN}`,
      },
    ])
  })

  test.each([
    'http://graph.facebook.com',
    'ftp://127.0.0.1',
    'graph.facebook.com',
    'https://a@b.c',
  ])('never goes to %s', (graphUrl) => {
    expect(() => graphChannel({ ...OPTIONS, graphUrl })).toThrow(/WA_GRAPH_URL/)
  })

  test.each(['hang', 'reset'] as const)(
    'keeps the token out of the error after a %s',
    async (trouble) => {
      await using rehearsal = await openRehearsal({ client: FAST })
      rehearsal.simulator.failNext({ [trouble]: true })
      const error = await caught(rehearsal.channel.send(outgoing(textReply('halo'))))
      const everything = inspect(error, { depth: 10, showHidden: true, getters: true })
      expect(everything).toContain('was not reached')
      expect(everything).not.toContain(TOKEN)
      expect(everything).not.toContain('appsecret_proof')
    },
  )

  test('an upload names its type, so that Meta does not take it for raw bytes', async () => {
    await using rehearsal = await openRehearsal()
    await rehearsal.channel.send(outgoing({ ...textReply('x'), attachment: PNG }))
    const id = rehearsal.phone.last()?.attachment?.mediaId ?? ''
    expect(rehearsal.simulator.fileOf(id)?.mimeType).toBe('image/png')
    expect(createHash('sha256').update(PNG.bytes).digest('hex')).toBe(
      createHash('sha256')
        .update(rehearsal.simulator.fileOf(id)?.bytes ?? '')
        .digest('hex'),
    )
  })

  test('is made once: repeating belongs to the outbox', async () => {
    await using rehearsal = await openRehearsal()
    rehearsal.simulator.failNext({ http: 500, times: 5 })
    await caught(rehearsal.channel.send(outgoing(textReply('halo'))))
    expect(rehearsal.simulator.calls().filter(({ call }) => call === 'messages')).toHaveLength(1)
    expect(objectOf(rehearsal.simulator.calls()[0]?.body)['to']).toBe('+6281234567890')
  })
})

const OPTIONS: GraphOptions = {
  token: TOKEN,
  graphUrl: 'https://graph.facebook.com',
  apiVersion: 'v25.0',
  mediaHosts: [],
}

type Handler = NonNullable<Parameters<typeof createServer>[1]>
const open = new Set<ReturnType<typeof createServer>>()

/** A bare server for answers no Graph would give. */
const aServer = async (handler: Handler) => {
  const server = createServer(handler)
  open.add(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      open.delete(server)
    },
  }
}

afterEach(() => {
  for (const server of open) server.closeAllConnections()
})
