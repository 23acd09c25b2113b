import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Reply } from '../replies/reply.ts'
import type { Shop } from '../sales/shop.ts'
import { importFile } from './import.ts'
import { type Loop, startLoop } from './loop.ts'
import { asError, type World } from './world.ts'

/** How a watched file ended, in words for the text beside a failed one and for the report. */
export type FolderReport = {
  /** Words and numbers for the owner; null when there is nothing to say. */
  readonly reply: Reply
  /** Why it failed, for the text beside the file; null when it went in. */
  readonly failure: string | null
}

export type WatchOptions = {
  readonly dir: string
  readonly shop: () => Promise<Shop>
  /** Turns the outcome into the report for the owner. */
  readonly report: (
    outcome: Awaited<ReturnType<typeof importFile>>,
    shop: Shop,
    fileName: string,
  ) => Promise<FolderReport>
  readonly onSales: (shopId: string) => void
}

/** Looked at this often; a file counts as finished when two looks see the same size and time. */
const LOOK_MS = 2000
/** The same limit as in the chat. */
const FILE_BYTES_MAX = 100 * 1024 * 1024
const PROCESSED = 'processed'
const FAILED = 'failed'

type Glimpse = { readonly size: number; readonly modifiedAt: number }

/**
 * The old way in: a file laid into the folder is imported for the default shop once it has stopped
 * growing, the report goes to the owners, and the file moves to `processed/` or, beside a text that
 * says why, to `failed/`. A crash in between imports the file again, which adds nothing.
 */
export const startWatch = async (world: World, options: WatchOptions): Promise<Loop> => {
  for (const sub of [PROCESSED, FAILED]) await mkdir(join(options.dir, sub), { recursive: true })
  let seen = new Map<string, Glimpse>()
  return startLoop({
    now: world.now,
    onError: (error) => world.log.error('watched folder could not be read', { error }),
    work: async () => {
      const now = await glimpses(options.dir)
      for (const [name, glimpse] of now) {
        const before = seen.get(name)
        if (before?.size === glimpse.size && before.modifiedAt === glimpse.modifiedAt) {
          await takeIn(world, options, name, glimpse)
          now.delete(name)
        }
      }
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

const takeIn = async (
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
  const source = `watch:${name}`
  const bytes = await readFile(join(options.dir, name))
  const outcome = await importFile(world, { shop, source, fileName: name, bytes })
  const { reply, failure } = await options.report(outcome, shop, name)
  const drafts = (await world.store.ownersOf(shop.id)).map((owner) => ({
    id: `watch:${shop.id}:${owner.id}:${outcome.kind}:${idOf(outcome, name, world.now())}`,
    shopId: shop.id,
    personId: owner.id,
    reply,
    quotedId: null,
    fallback: null,
  }))
  if (outcome.kind === 'ready') {
    await world.store.publishWith(outcome.publication, drafts)
    options.onSales(shop.id)
  } else {
    await world.store.enqueue(drafts)
  }
  return failure
}

/** One report an upload; a refused file may be laid in again after a minute and is answered again. */
const idOf = (
  outcome: Awaited<ReturnType<typeof importFile>>,
  name: string,
  now: number,
): string =>
  outcome.kind === 'ready'
    ? String(outcome.publication.upload)
    : `${name}:${Math.floor(now / 60_000)}`

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
