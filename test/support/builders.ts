import type { Policy } from '../../src/flow/world.ts'
import type { Arrival } from '../../src/intent/arrival.ts'
import type { Reply } from '../../src/replies/reply.ts'
import type { Shop } from '../../src/sales/shop.ts'
import type { Draft } from '../../src/store/outbox.ts'

export const CHANNEL = '106540352242922'
export const OWNER_PHONE = '6281234567890'

/** What the operator decided for the tests. */
export const POLICY: Policy = {
  signup: 'closed',
  defaults: { language: 'id', timeZone: 'Asia/Jakarta', currency: 'IDR' },
  supportContact: '+62 811-0000-1111',
  alertTemplate: null,
  messageBudget: 1000,
  modelBudget: null,
  hasNarrative: true,
}

export const aShop = (changes: Partial<Shop> = {}): Shop => ({
  id: 'toko-mawar',
  name: 'Toko Mawar',
  language: 'id',
  timeZone: 'Asia/Jakarta',
  currency: 'IDR',
  closingHour: 0,
  ...changes,
})

export const anArrival = (changes: Partial<Arrival> = {}): Arrival => ({
  channel: CHANNEL,
  id: 'wamid.1',
  sender: { phone: OWNER_PHONE, userId: null, name: 'Rina' },
  sentAt: Date.parse('2026-04-01T05:00:00Z'),
  quotedId: null,
  content: { kind: 'text', text: 'ringkasan' },
  ...changes,
})

export const aReply = (text = 'Halo'): Reply => ({ text, choices: [], attachment: null })

export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  id: 'in:1:0',
  shopId: 'toko-mawar',
  personId: 'id-1',
  reply: aReply(),
  quotedId: null,
  fallback: null,
  ...changes,
})
