import { type Loop, startLoop } from './loop.ts'
import type { World } from './world.ts'

/** An import still staged after this was broken off: nobody works longer on one file. */
const UNFINISHED_AFTER_MS = 30 * 60_000
const LOOK_MS = 10 * 60_000
/** An answer of the API is kept so long for whoever asks again under the same key. */
const ANSWERS_KEPT_MS = 7 * 24 * 60 * 60_000

/** What was said is kept so long for proof and for an owner who scrolls up; then only its ids are. */
const TEXTS_KEPT_MS = 30 * 24 * 60 * 60_000
/** A slot of the schedule is at most a month long: nobody asks for a run of the month before last. */
const NOTES_KEPT_MS = 62 * 24 * 60 * 60_000

/**
 * Removes, in small commits, what broken-off imports have left staged (nobody ever saw those lines), answers of the
 * API and the words of messages that are past their time.
 */
export const sweepUnfinished = (world: Pick<World, 'store' | 'log' | 'now'>): Loop =>
  startLoop({
    now: world.now,
    lookAgainMs: LOOK_MS,
    onError: (error) => world.log.error('sweep failed', { error }),
    work: async () => {
      const more = await world.store.sweepStaging(world.now() - UNFINISHED_AFTER_MS)
      const old = await world.store.sweepApiImports(world.now() - ANSWERS_KEPT_MS)
      const texts = await world.store.clearOldTexts(world.now() - TEXTS_KEPT_MS)
      const notes = await world.store.dropOldNotes(world.now() - NOTES_KEPT_MS)
      return world.now() + (more || old || texts || notes ? 0 : LOOK_MS)
    },
  })
