import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { shortDay } from '../i18n/numbers.ts'
import type { Reply } from '../replies/reply.ts'
import { tradingDay, wallClock } from '../sales/day.ts'
import type { Language, Shop } from '../sales/shop.ts'
import { composeReport } from './commands/report.ts'
import { importReply } from './commands/upload.ts'
import { listenersNow } from './hearing.ts'
import { FILE_BYTES_MAX } from './import.ts'
import { type Loop, startLoop } from './loop.ts'
import { sharedBytes } from './shared-bytes.ts'
import { takeIn } from './take-in.ts'
import { draftTo, type Unasked } from './unasked.ts'
import { asError, type World } from './world.ts'

export type WatchOptions = {
  readonly dir: string
  /** The shop the files belong to, as it is now; null while it is deleted. */
  readonly shop: () => Promise<Shop | null>
  /** The shop's sales changed. */
  readonly onSales: (shopId: string) => void
  /** A report was queued. */
  readonly onReport: () => void
}

/** Looked at this often; a file counts as finished when two looks see the same size and time. */
const LOOK_MS = 2000
const PROCESSED = 'processed'
const FAILED = 'failed'

type Glimpse = { readonly size: number; readonly modifiedAt: number }

/**
 * The old way in: a file laid into the folder is imported for the default shop once it has stopped
 * growing, the report goes to the owners, and the file moves to `processed/` or, beside a text that
 * says why, to `failed/`. A crash in between imports the file again, which adds nothing. Files for a shop that is
 * deleted stay where they are: they come in when its owner brings it back.
 */
export const startWatch = async (world: World, options: WatchOptions): Promise<Loop> => {
  for (const sub of [PROCESSED, FAILED]) await mkdir(join(options.dir, sub), { recursive: true })
  let seen = new Map<string, Glimpse>()
  let isClosed = false
  return startLoop({
    now: world.now,
    onError: (error) => world.log.error('watched folder could not be read', { error }),
    work: async () => {
      const now = await glimpses(options.dir)
      const shop = await options.shop()
      for (const [name, glimpse] of shop === null ? [] : now) {
        const before = seen.get(name)
        if (before?.size === glimpse.size && before.modifiedAt === glimpse.modifiedAt) {
          await bringIn(world, options, name, glimpse)
          now.delete(name)
        }
      }
      if (shop === null && !isClosed)
        world.log.warn('watched folder rests: its shop is deleted', { files: now.size })
      isClosed = shop === null
      seen = now
      return world.now() + LOOK_MS
    },
  })
}

const glimpses = async (dir: string): Promise<Map<string, Glimpse>> => {
  const entries = await readdir(dir, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  const found = new Map<string, Glimpse>()
  for (const { name } of files) {
    const { size, mtimeMs } = await stat(join(dir, name))
    found.set(name, { size, modifiedAt: mtimeMs })
  }
  return found
}

const bringIn = async (
  world: World,
  options: WatchOptions,
  name: string,
  { size }: Glimpse,
): Promise<void> => {
  const failure = await importWatched(world, options, name, size).catch((error: unknown) => {
    world.log.error('watched file failed', { error: asError(error) })
    return asError(error).message
  })
  await putAway(options.dir, name, failure, world.now())
}

const importWatched = async (
  world: World,
  options: WatchOptions,
  name: string,
  size: number,
): Promise<string | null> => {
  if (size > FILE_BYTES_MAX) {
    return `The file has ${size} bytes; the limit is ${FILE_BYTES_MAX}. Export a shorter period.`
  }
  const shop = await options.shop()
  if (shop === null) return 'The shop was deleted while this file came in. Put it here again later.'
  const bytes = sharedBytes(await readFile(join(options.dir, name)))
  const file = { shop, source: `watch:${name}`, fileName: name, bytes, answers: {} }
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const outcome = await takeIn(world, file, (_, effects) => world.store.apply(effects))
  const say = (theirs: Shop) =>
    importReply(outcome, { shop: theirs, fileName: name, now: world.now() })
  const report = (theirs: Shop) => composeReport(world, theirs, today)
  switch (outcome.kind) {
    case 'ready':
      options.onSales(shop.id)
      await tellOwners(world, shop, {
        id: `upload:${outcome.publication.upload}`,
        say: report,
      })
      break
    // A crash after publishing left the report unsent: the same id sends it now, and never twice.
    case 'same':
      await tellOwners(world, shop, {
        id: `upload:${outcome.upload.no}`,
        say: report,
      })
      break
    case 'stock':
      await tellOwners(world, shop, {
        id: `stock:${name}:${today}`,
        say: async (theirs) => say(theirs),
      })
      break
    case 'nothing':
    case 'question':
    case 'refused':
      return say(shop).text
  }
  options.onReport()
  return null
}

/** What came of a file, to every owner who listens, once, in the language of each and at their hour. */
const tellOwners = async (
  world: World,
  shop: Shop,
  { id, say }: { readonly id: string; readonly say: (theirs: Shop) => Promise<Reply> },
): Promise<void> => {
  const today = tradingDay(world.now(), shop.timeZone, shop.closingHour)
  const listeners = await listenersNow(world, shop, wallClock(world.now(), shop.timeZone))
  const languages = new Set(listeners.map(({ language }) => language ?? shop.language))
  // A report takes a second to compose: once a language, not once an owner.
  const replies = new Map<Language, Reply>()
  for (const language of languages) replies.set(language, await say({ ...shop, language }))
  const sayTo = ({ language }: Shop): Reply => {
    const reply = replies.get(language)
    if (reply === undefined) throw new Error(`the report was not written in ${language}`)
    return reply
  }
  const message: Unasked = {
    id: `watch:${shop.id}:${id}`,
    say: sayTo,
    line: (theirs) => ({
      template: 'alert',
      date: shortDay(today, theirs.language),
      line: sayTo(theirs).text.split('\n')[0] ?? '',
      taps: ['report', 'alerts'],
    }),
  }
  await world.store.enqueue(listeners.map((each) => draftTo(each, shop, message)))
}

/** Never over an earlier file of the same name: a time stamp is put before the ending. */
const putAway = async (
  dir: string,
  name: string,
  failure: string | null,
  now: number,
): Promise<void> => {
  const folder = join(dir, failure === null ? PROCESSED : FAILED)
  const taken = new Set(await readdir(folder))
  const ending = extname(name)
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-')
  const kept = taken.has(name) ? `${basename(name, ending)}.${stamp}${ending}` : name
  await rename(join(dir, name), join(folder, kept))
  if (failure !== null) await writeFile(join(folder, `${kept}.txt`), `${failure}\n`)
}
