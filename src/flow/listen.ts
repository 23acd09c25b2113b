import { oggSeconds } from '../assistant/ogg.ts'
import { transcribe } from '../assistant/transcribe.ts'
import type { Arrival, Content, MediaRef } from '../intent/arrival.ts'
import type { CommandName, Intent } from '../intent/intent.ts'
import type { UnheardReason } from '../replies/heard.ts'
import { Refused } from '../whatsapp/errors.ts'
import { modelDesk } from './model-desk.ts'
import type { World } from './world.ts'

export type Heard =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'unheard'; readonly reason: UnheardReason }

/** Meta's own limit for audio. */
const BYTES_MAX = 16 * 1024 * 1024
/** A question takes seconds; two minutes leave room for a story around it. */
const SECONDS_MAX = 120
/** Two minutes of music quality, for recordings whose length nobody can tell. */
const UNTOLD_BYTES_MAX = 4 * 1024 * 1024

/**
 * A voice note as the words that were said, asked of the model once however often the message comes;
 * or why it was not heard. Throws only what is worth another attempt.
 */
export const listen = async (
  world: World,
  shopId: string,
  arrival: Arrival & { readonly content: Extract<Content, { kind: 'voice' }> },
): Promise<Heard> => {
  if (world.model === null) return unheard('no-key')
  const key = `heard:${arrival.id}`
  const known = await world.store.modelAnswer(shopId, key)
  if (known !== null) return known === '' ? unheard('silent') : { kind: 'words', text: known }
  const desk = modelDesk(world, shopId)
  // Asked before the bytes travel.
  const leave = await desk.leave()
  if (leave !== 'given') return unheard(leave)
  const { media } = arrival.content
  const bytes = await download(world, arrival.channel, media)
  if (bytes === null) return unheard('failed')
  if (isTooLong(bytes)) return unheard('too-long')
  const vocabulary = await vocabularyOf(world, shopId)
  const called = await transcribe({ mimeType: media.mimeType, bytes, vocabulary }, desk)
  if (!called.ok) return unheard('failed')
  const { text } = called.value
  await world.store.keepModelAnswer({ shopId, key, answer: text })
  return text === '' ? unheard('silent') : { kind: 'words', text }
}

const unheard = (reason: UnheardReason): Heard => ({ kind: 'unheard', reason })

const isTooLong = (bytes: Uint8Array): boolean => {
  const seconds = oggSeconds(bytes)
  return seconds === null ? bytes.length > UNTOLD_BYTES_MAX : seconds > SECONDS_MAX
}

/** The shop's own names, when its owner lets them go along. */
const vocabularyOf = async (world: World, shopId: string): Promise<readonly string[]> => {
  const { mayName } = await world.store.modelLeave(shopId)
  if (!mayName) return []
  const { branches, products } = await world.store.catalogueOf(shopId)
  return [...branches, ...products]
}

/** null: Meta will not give it out, however often we ask. */
const download = async (
  world: World,
  channel: string,
  media: MediaRef,
): Promise<Uint8Array | null> => {
  try {
    return await world.channel.download(channel, media, BYTES_MAX)
  } catch (error) {
    if (error instanceof Refused && error.action === 'never') {
      world.log.warn('voice note not handed over', { error })
      return null
    }
    throw error
  }
}

/** What takes something away: one misheard word is too little for it. */
const TAKES_AWAY: ReadonlySet<CommandName> = new Set<CommandName>([
  'undo',
  'replace',
  'delete-data',
  'leave',
  'team',
  'token',
])

/** Whether these spoken words must be typed before anything is done. */
export const mustBeTyped = (intent: Intent): boolean => {
  if (intent.kind === 'sold-talk') return intent.talk.kind === 'delete-last'
  return intent.kind === 'command' && TAKES_AWAY.has(intent.name)
}
