// npm run bench:import: a million lines from file to published, beside csv-parse alone and DuckDB.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { writeBigFile } from './big-file.ts'
import { writeBigWorkbook } from './big-workbook.ts'
import { print, rate, shown } from './figures.ts'
import { aShot, type Load, openLoop } from './load.ts'

const LINES = 1_000_000
const RATE = 100
/** A pre-release tag, as all its releases are: a range would match none. */
const DUCKDB = '@duckdb/node-api@1.5.6-r.1'

/** Close to the 100 MB that a chat carries, and to the rows that Excel holds. */
const BIG_LINES = 1_600_000
const WORKBOOK_LINES = 1_000_000

/** `ending`: what came of a file that was not taken. */
type Report = {
  readonly rows: number
  readonly ms: number
  readonly cpuMs: number
  readonly peakKib: number
  readonly ending: string | null
}

const folder = mkdtempSync(join(tmpdir(), 'shopbell-import-'))
const path = join(folder, 'penjualan.csv')
try {
  await writeBigFile(path, LINES)
  const megabytes = Math.round(statSync(path).size / 1e6)
  print(`Import: ${LINES.toLocaleString('en')} lines, 8 columns, ${megabytes} MB`)
  const reference = await alone('csv-parse')
  show('csv-parse alone (reference)', reference)
  await besideDuckdb()
  const { report, load } = await besideWebhooks(path)
  show('file to published', report)
  print(`  times csv-parse alone               ${(report.ms / reference.ms).toFixed(2)}`)
  print(`  webhooks beside it (${RATE}/s)         ${shown(load)}`)
  if (process.argv.includes('--big')) await bigFiles()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function show(name: string, report: Report): void {
  if (report.rows !== LINES) throw new Error(`${name}: ${report.rows} of ${LINES} lines arrived`)
  print(`  ${name.padEnd(34)}  ${rate(report.rows, report.ms)}  ${costs(report)}`)
}

function costs({ cpuMs, peakKib }: Report): string {
  return `CPU ${(cpuMs / 1000).toFixed(1)} s  peak ${Math.round((peakKib * 1024) / 1e6)} MB`
}

/** The largest files there are: each must end in a receipt or a clear refusal, the service up. */
async function bigFiles(): Promise<void> {
  const csv = join(folder, 'besar.csv')
  await writeBigFile(csv, BIG_LINES)
  await bigFile(csv)
  const workbook = join(folder, 'besar.xlsx')
  writeBigWorkbook(workbook, WORKBOOK_LINES)
  await bigFile(workbook)
}

async function bigFile(file: string): Promise<void> {
  const { report, load } = await besideWebhooks(file)
  const megabytes = Math.round(statSync(file).size / 1e6)
  const ending = report.ending ?? rate(report.rows, report.ms)
  print(`${basename(file)}, ${megabytes} MB: ${ending}  ${costs(report)}`)
  print(`  webhooks beside it (${RATE}/s)         ${shown(load)}`)
}

function contender(what: string, file = path): ChildProcess {
  const script = join(import.meta.dirname, 'import-process.ts')
  return spawn(process.execPath, [script, what, file, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

async function alone(what: string): Promise<Report> {
  for await (const line of said(contender(what))) {
    if ('rows' in line) return line
  }
  throw new Error(`${what} ended without a report`)
}

async function besideDuckdb(): Promise<void> {
  const arguments_ = ['install', '--prefix', join(folder, 'duckdb'), '--no-audit', '--no-fund']
  try {
    await promisify(execFile)('npm', [...arguments_, DUCKDB], { timeout: 120_000 })
  } catch (error) {
    print(`  DuckDB: skipped, ${DUCKDB} could not be installed (${firstLine(error)})`)
    return
  }
  show('DuckDB read_csv + insert', await alone('duckdb'))
}

function firstLine(error: unknown): string {
  return String(error).split('\n')[0] ?? ''
}

async function besideWebhooks(file: string): Promise<{ report: Report; load: Load }> {
  const child = contender('shopbell', file)
  let over = false
  let load: Promise<Load> | null = null
  for await (const line of said(child)) {
    if ('port' in line) {
      load = openLoop(line.port, (n) => aShot(n, 'beside'), {
        perSecond: RATE,
        isOver: () => over,
      })
      continue
    }
    over = true
    if (load === null) throw new Error('the import was over before its webhook listened')
    const result = { report: line, load: await load }
    child.stdin?.end()
    return result
  }
  throw new Error('the import ended without a report')
}

async function* said(child: ChildProcess): AsyncGenerator<Report | { readonly port: number }> {
  if (!child.stdout) throw new Error('no output to read')
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line)
  const [code] = await ended
  if (code !== 0) throw new Error(`the process ended with ${code}, see above`)
}
