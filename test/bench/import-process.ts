// One contender of import.ts in a process of its own, so that its memory is its own.
// argv: what to run (`shopbell`, `csv-parse`, `duckdb`), the file, the folder to work in, a database if not a new file.
import { once } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse'
import { sharedBytes } from '../../src/flow/shared-bytes.ts'
import { aShop } from '../support/builders.ts'
import { print, timed } from './figures.ts'
import { aService } from './service.ts'

const [what = '', path = '', folder = '', databaseUrl] = process.argv.slice(2)

const shopbell = async (): Promise<void> => {
  const service = await aService(databaseUrl ?? `file:${join(folder, `${basename(path)}.db`)}`)
  const shop = aShop()
  await service.store.ensureShop(shop, [])
  const bytes = sharedBytes(readFileSync(path))
  print(JSON.stringify({ port: service.port }))
  const imported = await timed(() => service.takes(shop, basename(path), bytes))
  const { result } = imported
  if (result.kind === 'ready') report(result.receipt.lines, imported.ms)
  else report(0, imported.ms, JSON.stringify(result).slice(0, ENDING_CHARS_MAX))
  // The last webhooks are still being answered; whoever sent them says when that is over.
  await once(process.stdin.resume(), 'end')
  await service.close()
}

const csvParse = async (): Promise<void> => {
  const parsed = await timed(async () => {
    let rows = 0
    const parser = createReadStream(path).pipe(parse({ relax_quotes: true }))
    parser.on('readable', () => {
      while (parser.read() !== null) rows++
    })
    await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject))
    return rows - 1
  })
  report(parsed.result, parsed.ms)
}

/** The little of `@duckdb/node-api` that is used here; it is installed into the work folder only. */
type Duck = {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{ connect: () => Promise<DuckConnection> }>
  }
}
type DuckConnection = {
  readonly run: (sql: string) => Promise<unknown>
  readonly runAndReadAll: (sql: string) => Promise<{ getRows: () => unknown[][] }>
}

const duckdb = async (): Promise<void> => {
  const duck = createRequire(join(folder, 'duckdb', 'index.js'))('@duckdb/node-api') as Duck
  const instance = await duck.DuckDBInstance.create(join(folder, 'import.duckdb'))
  const connection = await instance.connect()
  await connection.run(`create table sale (tanggal date, no_nota text, produk text, varian text,
    jumlah bigint, harga bigint, total bigint, cabang text)`)
  const loaded = await timed(() =>
    connection.run(`insert into sale select * from read_csv('${path}')`),
  )
  const counted = await connection.runAndReadAll('select count(*) from sale')
  report(Number(counted.getRows()[0]?.[0]), loaded.ms)
}

/** Enough to see why a file was not taken. */
const ENDING_CHARS_MAX = 200

/** `ending`: what came of a file that was not taken. */
const report = (rows: number, took: number, ending: string | null = null): void => {
  const { maxRSS: peakKib, userCPUTime, systemCPUTime } = process.resourceUsage()
  const cpuMs = (userCPUTime + systemCPUTime) / 1000
  print(JSON.stringify({ rows, ms: took, cpuMs, peakKib, ending }))
}

if (what === 'shopbell') await shopbell()
else if (what === 'csv-parse') await csvParse()
else if (what === 'duckdb') await duckdb()
else throw new Error(`“${what}” is no contender: shopbell, csv-parse or duckdb`)
