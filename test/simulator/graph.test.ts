import { describe, expect, test } from 'vitest'
import { phoneOf } from '../../src/simulator/phone.ts'
import { checkMessage } from '../../src/simulator/validate.ts'
import { isSigned } from '../../src/whatsapp/signature.ts'
import { APP_SECRET, aRehearsal, NUMBER, OWNER, TOKEN } from '../support/phone.ts'

const RULES = {
  templates: [
    { name: 'alert', language: 'id', body: 'Di {{shop}}: {{change}}.', buttons: ['Lihat'] },
  ],
  mediaType: (id: string) => ({ png: 'image/png', pdf: 'application/pdf' })[id] ?? null,
}
const TO = { messaging_product: 'whatsapp', to: '+6281234567890' }
const button = (title: string, id = title) => ({ type: 'reply', reply: { id, title } })
const buttons = (...shown: object[]) => ({
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'x' }, action: { buttons: shown } },
})
const list = (shown: readonly object[], header?: object) => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    ...(header ? { header } : {}),
    body: { text: 'x' },
    action: { button: 'Menu', sections: [{ rows: shown }] },
  },
})
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `r${i}`, title: `R${i}` }))
const template = (parameters: readonly object[], name = 'alert') => ({
  type: 'template',
  template: { name, language: { code: 'id' }, components: [{ type: 'body', parameters }] },
})
const named = (parameter_name: string, text: string) => ({ type: 'text', parameter_name, text })

describe('the simulator refuses what Meta refuses', () => {
  test.each([
    [
      'no product',
      { to: '+62', type: 'text', text: { body: 'x' }, messaging_product: undefined },
      100,
    ],
    ['no recipient', { to: undefined, type: 'text', text: { body: 'x' } }, 100],
    ['an unknown type', { type: 'hologram', hologram: {} }, 100],
    ['a type without its object', { type: 'text' }, 131008],
    ['empty words', { type: 'text', text: { body: '  ' } }, 131008],
    ['4097 characters', { type: 'text', text: { body: 'x'.repeat(4097) } }, 131009],
    ['a picture that is not there', { type: 'image', image: { id: 'gone' } }, 131009],
    ['a pdf as picture', { type: 'image', image: { id: 'pdf' } }, 131053],
    ['a long caption', { type: 'image', image: { id: 'png', caption: 'x'.repeat(1025) } }, 131009],
    ['no buttons', buttons(), 131009],
    ['four buttons', buttons(button('a'), button('b'), button('c'), button('d')), 131009],
    ['a long button', buttons(button('x'.repeat(21))), 131009],
    ['equal buttons', buttons(button('a', '1'), button('a', '2')), 131009],
    ['equal ids', buttons(button('a', '1'), button('b', '1')), 131009],
    ['an id with a space', buttons(button('a', ' 1')), 131009],
    ['eleven rows', list(rows(11)), 131009],
    ['a long row', list([{ id: 'a', title: 'x'.repeat(25) }]), 131009],
    ['a long description', list([{ id: 'a', title: 'a', description: 'x'.repeat(73) }]), 131009],
    ['a list with a picture', list(rows(4), { type: 'image', image: { id: 'png' } }), 131009],
    ['a template nobody approved', template([], 'other'), 132001],
    ['a missing parameter', template([named('shop', 'a')]), 132000],
    ['a parameter of another name', template([named('shop', 'a'), named('changes', 'b')]), 132000],
    [
      'a line break in a parameter',
      template([named('shop', 'a\nb'), named('change', 'b')]),
      132018,
    ],
    ['an empty parameter', template([named('shop', ''), named('change', 'b')]), 131008],
    [
      'a long job number',
      { type: 'text', text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) },
      131009,
    ],
  ])('%s', (_, message, code) => {
    expect(checkMessage({ ...TO, ...message }, RULES)?.code).toBe(code)
  })

  test.each([
    ['4096 characters', { type: 'text', text: { body: 'x'.repeat(4096) } }],
    ['three buttons', buttons(button('a'), button('b'), button('c'))],
    ['ten rows', list(rows(10))],
    ['a template', template([named('shop', 'a'), named('change', 'b')])],
    ['a picture', { type: 'image', image: { id: 'png', caption: 'x' } }],
  ])('and takes %s', (_, message) => {
    expect(checkMessage({ ...TO, ...message }, RULES)).toBe(null)
  })
})

describe('over the wire', () => {
  const post = (url: string, body: unknown, token = TOKEN) =>
    fetch(`${url}/v25.0/${NUMBER.channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  test("an error has Meta's shape", async () => {
    await using rehearsal = await aRehearsal()
    const answer = await post(rehearsal.url, { ...TO, type: 'text', text: { body: 'halo' } })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      error: {
        message: '(#131047) Re-engagement message',
        type: 'OAuthException',
        code: 131047,
        error_data: { messaging_product: 'whatsapp' },
      },
    })
  })

  test('a wrong token, no JSON and an unknown address are refused', async () => {
    await using rehearsal = await aRehearsal()
    expect((await post(rehearsal.url, {}, 'wrong')).status).toBe(401)
    expect((await post(rehearsal.url, 'not json')).status).toBe(400)
    expect((await fetch(`${rehearsal.url}/v25.0/nowhere/else/at/all`)).status).toBe(401)
  })

  test('without + our own country code is put before a number, as Meta does', async () => {
    await using rehearsal = await aRehearsal()
    const phone = phoneOf(rehearsal.simulator, OWNER)
    await phone.says('halo')
    const text = { type: 'text', text: { body: 'ini' } }
    expect((await post(rehearsal.url, { ...TO, ...text, to: '081234567890' })).status).toBe(200)
    expect(phone.last()?.text).toBe('ini')
    const foreign = await post(rehearsal.url, { ...TO, ...text, to: '16315551234' })
    expect(await foreign.json()).toMatchObject({ error: { code: 131047 } })
  })

  test('an upload of text/csv is refused with the list of what is taken', async () => {
    await using rehearsal = await aRehearsal()
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('file', new Blob(['a,b'], { type: 'text/csv' }), 'a.csv')
    const answer = await fetch(`${rehearsal.url}/v25.0/${NUMBER.channel}/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: form,
    })
    expect(answer.status).toBe(400)
    const { error } = (await answer.json()) as {
      error: { code: number; error_data: { details: string } }
    }
    expect(error.code).toBe(100)
    expect(error.error_data.details).toContain("Received file of type 'text/csv'")
  })

  test('a file is described in hex and with its size as text, and needs the token', async () => {
    await using rehearsal = await aRehearsal()
    await phoneOf(rehearsal.simulator, OWNER).sends(new TextEncoder().encode('abc'), {
      fileName: 'a.csv',
    })
    const id = rehearsal.simulator.chatWith(OWNER).bubbles[0]?.attachment?.mediaId ?? ''
    const headers = { authorization: `Bearer ${TOKEN}` }
    const described = await fetch(`${rehearsal.url}/v25.0/${id}`, { headers })
    const { url, ...rest } = (await described.json()) as { url: string }
    expect(rest).toEqual({
      messaging_product: 'whatsapp',
      mime_type: 'text/csv',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      file_size: '3',
      id,
    })
    expect((await fetch(url)).status).toBe(401)
    expect(await (await fetch(url, { headers })).text()).toBe('abc')
    expect((await fetch(`${url}x`, { headers })).status).toBe(404)
  })

  test('webhooks are signed over the very bytes', async () => {
    const signatures: boolean[] = []
    await using rehearsal = await aRehearsal({
      webhook: async (bytes, headers) => {
        signatures.push(isSigned(bytes, headers['x-hub-signature-256'], [APP_SECRET]))
        return 200
      },
    })
    await phoneOf(rehearsal.simulator, OWNER).says('café 🌹 a/b')
    expect(signatures).toEqual([true])
  })

  test('one person gets 45 messages at once and then one in six seconds', async () => {
    let now = 1_793_430_000_000
    await using rehearsal = await aRehearsal({ now: () => now, pairBurst: 45 })
    await phoneOf(rehearsal.simulator, OWNER).says('halo')
    const text = { ...TO, type: 'text', text: { body: 'ini' } }
    const statuses: number[] = []
    for (let i = 0; i < 46; i += 1) statuses.push((await post(rehearsal.url, text)).status)
    expect(statuses.lastIndexOf(200)).toBe(44)
    now += 6000
    expect((await post(rehearsal.url, text)).status).toBe(200)
    const refused = await post(rehearsal.url, text)
    expect(await refused.json()).toMatchObject({ error: { code: 131056 } })
  })

  test('trouble comes as often as it was ordered', async () => {
    await using rehearsal = await aRehearsal()
    await phoneOf(rehearsal.simulator, OWNER).says('halo')
    rehearsal.simulator.failNext({ code: 130429, times: 2 })
    const text = { ...TO, type: 'text', text: { body: 'ini' } }
    const statuses: number[] = []
    for (let i = 0; i < 3; i += 1) statuses.push((await post(rehearsal.url, text)).status)
    expect(statuses).toEqual([400, 400, 200])
    expect(rehearsal.simulator.calls().map(({ status }) => status)).toEqual(statuses)
  })
})
