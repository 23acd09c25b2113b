import type { Arrival, Content } from '../../src/intent/arrival.ts'

/** Something that reached us; only its content matters to routing. */
export const arrival = (content: Content): Arrival => ({
  channel: '1550000',
  id: 'wamid.1',
  sender: { phone: '628110000', userId: null, name: 'Sinta' },
  sentAt: 1_775_000_000_000,
  quotedId: null,
  content,
})

export const typed = (text: string): Arrival => arrival({ kind: 'text', text })

export const tapped = (id: string, title = id): Arrival => arrival({ kind: 'tap', id, title })
