import type { Upload } from '../store/uploads.ts'
import type { Ask, CommandAsk } from './commands/ask.ts'
import type { World } from './world.ts'

/** Files looked through for one's own; older ones are history to who sends one a day. */
const LOOKED_THROUGH_MAX = 400
/** No file has this number: it stands for "none of yours". */
const NO_FILE = '0'

/** The files somebody may see, newest first: staff see the ones they sent. `all`: sales told by hand too. */
export const seenUploads = async (
  world: World,
  { shop, person, member }: Ask,
  { limit, what }: { readonly limit: number; readonly what: 'files' | 'all' },
): Promise<readonly Upload[]> => {
  const list = what === 'files' ? world.store.listFiles : world.store.listUploads
  if (member.role !== 'staff') return list(shop.id, limit)
  const own = new Set(await world.store.filesFrom(shop.id, person.id))
  const found = await list(shop.id, LOOKED_THROUGH_MAX)
  return found.filter(({ no }) => own.has(no)).slice(0, limit)
}

/**
 * The same question about the asker's own files: without a name the newest of theirs that counts is meant.
 * Null when a file of somebody else is named.
 */
export const amongOwnFiles = async (world: World, ask: CommandAsk): Promise<CommandAsk | null> => {
  const { shop, person, intent } = ask
  const own = await world.store.filesFrom(shop.id, person.id)
  if (intent.argument !== null) return own.includes(Number(intent.argument)) ? ask : null
  // Only undoing is about sales told by hand as well.
  const what = intent.name === 'undo' ? 'all' : 'files'
  const newest = (await seenUploads(world, ask, { limit: 1, what }))[0]
  return { ...ask, intent: { ...intent, argument: newest ? String(newest.no) : NO_FILE } }
}
