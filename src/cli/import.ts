import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { FILE_BYTES_MAX, type Imported, type ImportWorld } from '../flow/import.ts'
import { createPool } from '../flow/pool.ts'
import { sharedBytes } from '../flow/shared-bytes.ts'
import { takeIn } from '../flow/take-in.ts'
import { answerTo } from '../http/answers.ts'
import { createMetrics } from '../metrics.ts'
import type { Shop } from '../sales/shop.ts'
import { openStore, type Store } from '../store/store.ts'
import { asArguments, type CliWorld, chosenShop } from './shop-choice.ts'

const USAGE = 'usage: npm run import -- FILE [--shop ID] [--answer KIND=OPTION]… [--json]'
/** A service on this machine answers in a few milliseconds, or not at all. */
const HEALTH_MS_MAX = 1000
const ANSWER = /^([a-z-]+)=(.+)$/

const DONE = 0
const NOT_DONE = 1
const NEEDS_ANSWER = 2

/** Where a running service would answer; port 0 means that nobody knows. */
type ImportCli = CliWorld & { readonly port: number; readonly fontDir: string | null }

type Order = {
  readonly path: string
  readonly shop: string | undefined
  readonly answers: Readonly<Record<string, string>>
  readonly json: boolean
}

/**
 * Imports a file the way the chat and the API do. Exit code 0 when its sales or stock are in, 2 when
 * it needs an answer, 1 when it is refused or cannot be opened. A database file has one writer, so
 * beside a running service it does not start.
 */
export const importFromDisk = async (
  args: readonly string[],
  world: ImportCli,
): Promise<number> => {
  const order = orderFrom(args)
  if (typeof order === 'string') return refuse(world, order)
  const bytes = await bytesOf(order.path)
  if (typeof bytes === 'string') return refuse(world, `${bytes} ${USAGE}`)
  if (await isServed(world.port)) {
    return refuse(
      world,
      `Shopbell is running on port ${world.port} and writes to this database. Use its folder (WATCH_DIR) ` +
        'or its API (POST /api/v1/sales, see /docs), or stop it first.',
    )
  }
  const store = await openStore(world.databaseUrl, world)
  const pool = createPool({ databaseUrl: world.databaseUrl, fontDir: world.fontDir })
  try {
    const shop = await chosenShop(store, order.shop, world)
    if (typeof shop === 'string') return refuse(world, shop)
    return await bringIn(
      { ...world, store, pool, metrics: createMetrics(), passing: () => undefined },
      order,
      {
        shop,
        bytes,
      },
    )
  } finally {
    await pool.close()
    await store.close()
  }
}

const refuse = (world: CliWorld, why: string): number => {
  world.print(why)
  return NOT_DONE
}

const orderFrom = (args: readonly string[]): Order | string => {
  const read = asArguments(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        shop: { type: 'string' },
        answer: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    }),
  )
  if (typeof read === 'string') return `${read}\n${USAGE}`
  const [path, ...rest] = read.positionals
  const answers = (read.values.answer ?? []).map((text) => ANSWER.exec(text))
  if (path === undefined || rest.length > 0 || answers.includes(null)) return USAGE
  return {
    path,
    shop: read.values.shop,
    answers: Object.fromEntries(answers.map((match) => [match?.[1] ?? '', match?.[2] ?? ''])),
    json: read.values.json,
  }
}

/** The file's bytes, or why there are none. */
const bytesOf = async (path: string): Promise<Uint8Array | string> => {
  try {
    const { size } = await stat(path)
    if (size > FILE_BYTES_MAX) {
      return `${path}: has ${size} bytes, the limit is ${FILE_BYTES_MAX}. Export a shorter period.`
    }
    return sharedBytes(await readFile(path))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return `${path}: cannot be opened (${error.code}).`
  }
}

const isServed = async (port: number): Promise<boolean> => {
  if (port === 0) return false
  try {
    const url = `http://127.0.0.1:${port}/health`
    const response = await fetch(url, { signal: AbortSignal.timeout(HEALTH_MS_MAX) })
    return (await response.text()).includes('"status":"ok"')
  } catch (error) {
    // Somebody who takes the call and is too busy to answer is there all the same; a connection
    // that fails means nobody is, which is the usual case.
    return error instanceof Error && error.name === 'TimeoutError'
  }
}

const bringIn = async (
  world: ImportWorld & ImportCli & { readonly store: Store },
  order: Order,
  { shop, bytes }: { readonly shop: Shop; readonly bytes: Uint8Array },
): Promise<number> => {
  const fileName = basename(order.path)
  const file = { shop, source: `import:${fileName}`, fileName, bytes, answers: order.answers }
  const imported = await takeIn(world, file, (_, effects) => world.store.apply(effects))
  const { body } = answerTo(imported, { shop, fileName, now: world.now() })
  const answer: { readonly text: string } = JSON.parse(body)
  world.print(order.json ? JSON.stringify(answer, null, 2) : inWords(imported, answer.text))
  return EXIT_CODES[imported.kind]
}

const EXIT_CODES: Readonly<Record<Imported['kind'], number>> = {
  ready: DONE,
  same: DONE,
  stock: DONE,
  question: NEEDS_ANSWER,
  refused: NOT_DONE,
  nothing: NOT_DONE,
}

const inWords = (imported: Imported, text: string): string => {
  if (imported.kind !== 'question') return text
  const { kind, options } = imported.question
  const choices = options.map(({ id, label }) => `  ${label}: --answer ${kind}=${id}`)
  return [text, ...choices, 'Repeat the command with one of these.'].join('\n')
}
