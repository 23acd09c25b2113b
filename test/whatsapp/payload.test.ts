import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Content } from '../../src/intent/arrival.ts'
import { parsePayload } from '../../src/whatsapp/payload.ts'

const METADATA = { display_phone_number: '6281100001111', phone_number_id: '106540352242922' }
const CONTACT = {
  profile: { name: 'Owner', username: 'owner.florist' },
  wa_id: '6281234567890',
  user_id: 'ID.13491208655302741918',
}
const FROM = { from: '6281234567890', from_user_id: 'ID.13491208655302741918' }

const change = (value: object, field = 'messages') => ({
  field,
  value: { messaging_product: 'whatsapp', metadata: METADATA, ...value },
})
const payload = (...changes: object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '102290129340398', changes }],
})
const aMessage = (content: object) => ({
  ...FROM,
  id: 'wamid.AAA',
  timestamp: '1793430000',
  ...content,
})
const read = (content: object) =>
  parsePayload(payload(change({ contacts: [CONTACT], messages: [aMessage(content)] })))
const contentOf = (content: object): Content | undefined => read(content).arrivals[0]?.content

const MEDIA = {
  id: '1003383421387256',
  mime_type: 'text/comma-separated-values',
  sha256: 'luAWorUq/Ltea/XM1ExTxdSF0MGP2MEtO23Z7B1jcM0=',
  url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
}
const REF = { id: MEDIA.id, mimeType: MEDIA.mime_type, sha256: MEDIA.sha256, url: MEDIA.url }

describe('every kind of message has its meaning', () => {
  const kinds: [string, object, Content][] = [
    ['words', { type: 'text', text: { body: 'ringkasan' } }, { kind: 'text', text: 'ringkasan' }],
    [
      'a file',
      { type: 'document', document: { ...MEDIA, filename: 'a.csv', caption: 'hari ini' } },
      { kind: 'file', media: REF, fileName: 'a.csv', caption: 'hari ini' },
    ],
    [
      'a file without name, caption, type, hash or address',
      { type: 'document', document: { id: '1' } },
      {
        kind: 'file',
        media: { id: '1', mimeType: 'application/octet-stream', sha256: null, url: null },
        fileName: null,
        caption: null,
      },
    ],
    ['a picture', { type: 'image', image: MEDIA }, { kind: 'picture', media: REF, caption: null }],
    [
      'a voice note',
      { type: 'audio', audio: { ...MEDIA, voice: true } },
      { kind: 'voice', media: REF },
    ],
    [
      'a button',
      {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'forecast', title: 'Ramalan' } },
      },
      { kind: 'tap', id: 'forecast', title: 'Ramalan' },
    ],
    [
      'a list row',
      {
        type: 'interactive',
        interactive: {
          type: 'list_reply',
          list_reply: { id: 'b:1', title: 'BSD', description: 'x' },
        },
      },
      { kind: 'tap', id: 'b:1', title: 'BSD' },
    ],
    [
      "a template's quick reply",
      { type: 'button', button: { payload: 'alert:42', text: 'Lihat detail' } },
      { kind: 'tap', id: 'alert:42', title: 'Lihat detail' },
    ],
    [
      'a quick reply without payload',
      { type: 'button', button: { text: 'Lihat detail' } },
      { kind: 'tap', id: 'Lihat detail', title: 'Lihat detail' },
    ],
    [
      'a reaction',
      { type: 'reaction', reaction: { message_id: 'w', emoji: '👍' } },
      { kind: 'reaction', emoji: '👍' },
    ],
    [
      'a reaction taken back',
      { type: 'reaction', reaction: { message_id: 'w' } },
      { kind: 'reaction', emoji: null },
    ],
    [
      'a reaction taken back, as older payloads say it',
      { type: 'reaction', reaction: { message_id: 'w', emoji: '' } },
      { kind: 'reaction', emoji: null },
    ],
    [
      'a file over 100 MB',
      { type: 'unsupported', errors: [{ code: 131052, title: 'Media file size too big' }] },
      { kind: 'too-big' },
    ],
    [
      'a flow',
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: {} } },
      { kind: 'unknown', type: 'interactive:nfm_reply' },
    ],
    [
      'an interactive without its object',
      { type: 'interactive' },
      { kind: 'unknown', type: 'interactive' },
    ],
    ['a document without its object', { type: 'document' }, { kind: 'unknown', type: 'document' }],
    [
      'a document without id',
      { type: 'document', document: {} },
      { kind: 'unknown', type: 'document' },
    ],
    ['words without body', { type: 'text', text: {} }, { kind: 'unknown', type: 'text' }],
    ['a video', { type: 'video', video: MEDIA }, { kind: 'unknown', type: 'video' }],
    ['a sticker', { type: 'sticker', sticker: MEDIA }, { kind: 'unknown', type: 'sticker' }],
    [
      'a place',
      { type: 'location', location: { latitude: '-6.2', longitude: 106.8 } },
      { kind: 'unknown', type: 'location' },
    ],
    ['a contact card', { type: 'contacts', contacts: [{}] }, { kind: 'unknown', type: 'contacts' }],
    ['an order', { type: 'order', order: {} }, { kind: 'unknown', type: 'order' }],
    [
      'an unsupported one',
      { type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051 }] },
      { kind: 'unknown', type: 'unsupported:poll' },
    ],
    [
      'the older word for it',
      { type: 'unknown', errors: [{ code: 131051 }] },
      { kind: 'unknown', type: 'unknown' },
    ],
    [
      'a type from the future',
      { type: 'hologram', hologram: {} },
      { kind: 'unknown', type: 'hologram' },
    ],
    ['no type at all', {}, { kind: 'unknown', type: 'missing' }],
    [
      'a type named like a built-in',
      { type: 'constructor' },
      { kind: 'unknown', type: 'constructor' },
    ],
    [
      'an edited message',
      {
        type: 'edit',
        edit: { original_message_id: 'w', message: { type: 'text', text: { body: 'ramalan' } } },
      },
      { kind: 'text', text: 'ramalan' },
    ],
    [
      'an edit of an edit',
      { type: 'edit', edit: { message: { type: 'edit', edit: {} } } },
      { kind: 'unknown', type: 'edit' },
    ],
  ]
  test.each(kinds)('%s', (_, content, expected) => {
    expect(contentOf(content)).toEqual(expected)
  })

  test.each([
    ['a withdrawn message', { type: 'revoke', revoke: { original_message_id: 'w' } }, 'revoke'],
    ['a first-chat signal', { type: 'request_welcome' }, 'request_welcome'],
    ['a group', { type: 'text', text: { body: 'halo' }, group_id: 'g' }, 'group message'],
    [
      'a message without id',
      { id: undefined, type: 'text', text: { body: 'x' } },
      'message without id',
    ],
  ])('%s is counted, not answered', (_, content, reason) => {
    const delivery = read(content)
    expect(delivery.arrivals).toEqual([])
    expect(delivery.ignored).toEqual([{ field: 'messages', reason }])
  })
})

describe('who wrote', () => {
  test('phone, user id and profile name are found, and the tapped or quoted message', () => {
    expect(
      read({ type: 'text', text: { body: 'ya' }, context: { id: 'wamid.OUT1' } }).arrivals,
    ).toEqual([
      {
        channel: '106540352242922',
        id: 'wamid.AAA',
        sender: { phone: '6281234567890', userId: 'ID.13491208655302741918', name: 'Owner' },
        sentAt: 1_793_430_000_000,
        quotedId: 'wamid.OUT1',
        content: { kind: 'text', text: 'ya' },
      },
    ])
  })

  test('somebody with a username and no number is known by the user id', () => {
    const value = {
      contacts: [{ profile: { name: 'Owner', username: 'owner' }, user_id: 'ID.1' }],
      messages: [
        { from_user_id: 'ID.1', id: 'w', timestamp: '1', type: 'text', text: { body: 'x' } },
      ],
    }
    const [arrival] = parsePayload(payload(change(value))).arrivals
    expect(arrival?.sender).toEqual({ phone: null, userId: 'ID.1', name: 'Owner' })
  })

  test('contacts are matched by id whatever their order', () => {
    const value = {
      contacts: [
        { profile: { name: 'B' }, wa_id: '2', user_id: 'ID.2' },
        { profile: { name: 'A' }, wa_id: '1', user_id: 'ID.1' },
      ],
      messages: [
        { from: '1', id: 'w1', timestamp: '1', type: 'text', text: { body: 'a' } },
        { from_user_id: 'ID.2', id: 'w2', timestamp: '1', type: 'text', text: { body: 'b' } },
        { from: '3', id: 'w3', timestamp: '1', type: 'text', text: { body: 'c' } },
      ],
    }
    expect(parsePayload(payload(change(value))).arrivals.map(({ sender }) => sender)).toEqual([
      { phone: '1', userId: 'ID.1', name: 'A' },
      { phone: '2', userId: 'ID.2', name: 'B' },
      { phone: '3', userId: null, name: null },
    ])
  })

  test('a message nobody can be found for is counted and leaves its neighbours alone', () => {
    const text = { timestamp: '1', type: 'text', text: { body: 'x' } }
    const value = {
      contacts: [CONTACT, { wa_id: '2' }],
      messages: [
        { id: 'w1', ...text },
        { id: 'w2', from: '2', ...text },
      ],
    }
    const delivery = parsePayload(payload(change(value)))
    expect(delivery.arrivals.map(({ id }) => id)).toEqual(['w2'])
    expect(delivery.ignored).toEqual([{ field: 'messages', reason: 'message without sender' }])
  })

  test('a changed number tells the old and the new identity', () => {
    const system = {
      type: 'user_changed_number',
      body: 'User Owner changed …',
      wa_id: '6281299998888',
      user_id: 'ID.NEW',
      previous_user_id: 'ID.OLD',
    }
    const message = { from: '6281234567890', id: 'w', timestamp: '1', type: 'system', system }
    const [arrival] = parsePayload(payload(change({ messages: [message] }))).arrivals
    expect(arrival?.content).toEqual({
      kind: 'identity',
      previous: { phone: '6281234567890', userId: 'ID.OLD', name: null },
      current: { phone: '6281299998888', userId: 'ID.NEW', name: null },
    })
  })

  test('a changed user id without any number', () => {
    const system = { type: 'user_changed_user_id', user_id: 'ID.NEW', previous_user_id: 'ID.OLD' }
    const message = { id: 'w', timestamp: '1', type: 'system', system }
    const [arrival] = parsePayload(payload(change({ messages: [message] }))).arrivals
    expect(arrival?.sender).toEqual({ phone: null, userId: 'ID.OLD', name: null })
    expect(arrival?.content).toMatchObject({ kind: 'identity', current: { userId: 'ID.NEW' } })
  })

  test('a security notice moves nobody', () => {
    const message = {
      from: '1',
      id: 'w',
      timestamp: '1',
      type: 'system',
      system: { type: 'customer_identity_changed' },
    }
    const [arrival] = parsePayload(payload(change({ messages: [message] }))).arrivals
    expect(arrival?.content).toEqual({ kind: 'unknown', type: 'system:customer_identity_changed' })
  })

  test('times and ids may be numbers; a time that is neither is when it reached us', () => {
    const at = (timestamp: unknown) =>
      parsePayload(
        payload(
          change({ messages: [aMessage({ id: 7, timestamp, type: 'text', text: { body: 'x' } })] }),
        ),
        { receivedAt: 5_000, isOurs: () => true },
      ).arrivals[0]
    expect(at(1_793_430_000)).toMatchObject({ id: '7', sentAt: 1_793_430_000_000 })
    expect(at('soon')?.sentAt).toBe(5_000)
    expect(at(undefined)?.sentAt).toBe(5_000)
  })
})

describe('delivery reports', () => {
  const STATUS = {
    id: 'wamid.OUT1',
    status: 'delivered',
    timestamp: '1793430100',
    recipient_id: '6281234567890',
    biz_opaque_callback_data: 'job:42',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
  }
  const statusOf = (fields: object) =>
    parsePayload(payload(change({ statuses: [{ ...STATUS, ...fields }] })))

  test('a delivered message says whose job it was and what it cost', () => {
    expect(statusOf({}).statuses).toEqual([
      {
        channel: '106540352242922',
        wamid: 'wamid.OUT1',
        state: 'delivered',
        at: 1_793_430_100_000,
        opaqueId: 'job:42',
        error: null,
        billed: 'service',
      },
    ])
  })

  test.each([
    ['sent', 'sent'],
    ['read', 'read'],
    ['played', 'read'],
  ])('%s is %s', (status, state) => {
    expect(statusOf({ status }).statuses[0]?.state).toBe(state)
  })

  test('a failed one says why, without contacts', () => {
    const errors = [
      {
        code: 131047,
        title: 'Re-engagement message',
        error_data: { details: 'more than 24 hours' },
      },
    ]
    expect(statusOf({ status: 'failed', pricing: undefined, errors }).statuses[0]).toMatchObject({
      state: 'failed',
      error: { code: 131047, title: 'Re-engagement message', details: 'more than 24 hours' },
      billed: null,
    })
  })

  test('a failed one without reasons is still failed', () => {
    expect(statusOf({ status: 'failed', errors: undefined }).statuses[0]?.error).toEqual({
      code: 131000,
      title: 'no reason given',
      details: '',
    })
  })

  test.each([
    [
      { type: 'free_customer_service', category: 'service', billable: false },
      'free_customer_service',
    ],
    [{ type: 'regular', category: 'authentication-international' }, 'authentication_international'],
    [{ billable: true, category: 'utility' }, 'utility'],
    [{ billable: false, category: 'utility' }, null],
    [undefined, null],
  ])('billing %j is told as %j', (pricing, billed) => {
    expect(statusOf({ pricing }).statuses[0]?.billed).toBe(billed)
  })

  test.each([
    [{ status: 'teleported' }, 'unknown status'],
    [{ status: 'toString' }, 'unknown status'],
    [{ id: undefined }, 'status without message id'],
    [{ recipient_type: 'group' }, 'group status'],
  ])('%j is counted only', (fields, reason) => {
    const delivery = statusOf(fields)
    expect(delivery.statuses).toEqual([])
    expect(delivery.ignored).toEqual([{ field: 'messages', reason }])
  })
})

describe('a batch', () => {
  const text = (id: string) => aMessage({ id, type: 'text', text: { body: id } })

  test('three messages and two reports in two entries all arrive, in order', () => {
    const report = (id: string) => ({ id, status: 'read', timestamp: '1' })
    const delivery = parsePayload({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [change({ messages: [text('a'), text('b')], statuses: [report('s1')] })],
        },
        {
          id: '2',
          changes: [change({ statuses: [report('s2')] }), change({ messages: [text('c')] })],
        },
      ],
    })
    expect(delivery.arrivals.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(delivery.statuses.map(({ wamid }) => wamid)).toEqual(['s1', 's2'])
    expect(delivery.ignored).toEqual([])
  })

  test('odd neighbours cost nothing', () => {
    const messages = [null, 'text', 7, [], text('a'), { id: 'x' }, text('b')]
    const delivery = parsePayload(payload(change({ messages })))
    expect(delivery.arrivals.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(delivery.ignored).toHaveLength(5)
  })

  test('messages to a number that is not ours are counted only', () => {
    const context = { receivedAt: 0, isOurs: (channel: string) => channel === 'ours' }
    const delivery = parsePayload(payload(change({ messages: [text('a')] })), context)
    expect(delivery).toMatchObject({
      arrivals: [],
      ignored: [{ field: 'messages', reason: 'not our number' }],
    })
  })

  test('whether somebody wants marketing is read, whatever else the change holds', () => {
    const value = {
      metadata: { phone_number_id: '106540352242922' },
      contacts: [{ profile: { name: 'Owner' }, wa_id: '6281234567890', user_id: 'ID.1' }],
      user_preferences: [
        {
          wa_id: '6281234567890',
          value: 'stop',
          category: 'marketing_messages',
          timestamp: 1793430000,
        },
        { user_id: 'ID.2', value: 'resume', timestamp: '1793430001' },
        { wa_id: '62811', value: 'perhaps', timestamp: 1 },
        { value: 'stop', timestamp: 1 },
        null,
      ],
    }
    expect(parsePayload(payload({ field: 'user_preferences', value })).preferences).toEqual([
      {
        channel: '106540352242922',
        phone: '6281234567890',
        userId: null,
        wantsMarketing: false,
        at: 1_793_430_000_000,
      },
      {
        channel: '106540352242922',
        phone: null,
        userId: 'ID.2',
        wantsMarketing: true,
        at: 1_793_430_001_000,
      },
    ])
  })

  test('of a field newer than us only its name is kept, not what it holds', () => {
    const newer = { field: 'standby', value: { secret: 'a stranger’s words' } }
    const delivery = parsePayload(payload(newer))
    expect(delivery.ignored).toEqual([{ field: 'standby', reason: 'field not used' }])
    expect(JSON.stringify(delivery)).not.toContain('stranger')
  })

  test('fields we do not use and bodies that are not WhatsApp are counted only', () => {
    const delivery = parsePayload(payload(change({}, 'message_template_status_update'), change({})))
    expect(delivery.ignored).toEqual([
      { field: 'message_template_status_update', reason: 'field not used' },
    ])
    expect(parsePayload({ object: 'page' }).ignored[0]?.field).toBe('page')
    expect(parsePayload(payload({ field: 'messages' })).ignored[0]?.reason).toBe(
      'no phone number id',
    )
  })

  test('trouble with the account is told apart from messages', () => {
    const errors = [{ code: 130429, title: 'Rate limit hit', error_data: { details: 'slow down' } }]
    expect(parsePayload(payload(change({ errors }))).accountErrors).toEqual([
      { channel: '106540352242922', code: 130429, title: 'Rate limit hit', details: 'slow down' },
    ])
  })

  test('trouble beside a message that could not be rendered keeps the message', () => {
    const errors = [{ code: 131000, title: 'Unsupported webhook payload' }]
    const delivery = parsePayload(
      payload(
        change({ contacts: [CONTACT], messages: [aMessage({ type: 'interactive' })], errors }),
      ),
    )
    expect(delivery.arrivals[0]?.content).toEqual({ kind: 'unknown', type: 'interactive' })
    expect(delivery.accountErrors[0]?.code).toBe(131000)
  })

  test('no JSON whatever makes the reader throw', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => Array.isArray(parsePayload(json).arrivals)))
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
        const value = {
          messages: [one, aMessage({ type: 'text', text: { body: 'x' } })],
          statuses: [two],
        }
        return parsePayload(payload(change(value))).arrivals.some(({ id }) => id === 'wamid.AAA')
      }),
    )
  })

  test('a payload of 3 MB is read', () => {
    const messages = Array.from({ length: 1000 }, (_, i) =>
      aMessage({ id: `w${i}`, type: 'text', text: { body: 'x'.repeat(2900) } }),
    )
    const json = JSON.stringify(payload(change({ contacts: [CONTACT], messages })))
    expect(json.length).toBeGreaterThan(3_000_000)
    expect(parsePayload(JSON.parse(json)).arrivals).toHaveLength(1000)
  })
})
