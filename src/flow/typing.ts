import type { Arrival } from '../intent/arrival.ts'
import { asError, type World } from './world.ts'

/** WhatsApp shows the sign for 25 seconds; renewed a little earlier it stays. */
const RENEW_MS = 20_000

/**
 * Marks the message as read and shows that an answer is coming: a file or a voice note at once, anything else when the
 * answer takes longer than a moment. Returns the way to stop. Neither costs money, so neither is
 * worth a failure.
 */
export const showTyping = (world: World, { channel, id, content }: Arrival): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  const show = (): void => {
    world.channel.seen(channel, id, true).catch((error: unknown) => {
      world.log.debug('could not show that an answer is coming', { error: asError(error) })
    })
    timer = setTimeout(show, RENEW_MS)
  }
  if (content.kind === 'file' || content.kind === 'voice') show()
  else timer = setTimeout(show, world.pace.typingMs)
  return () => clearTimeout(timer)
}
