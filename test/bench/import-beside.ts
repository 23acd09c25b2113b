import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { writeBigFile } from './big-file.ts'
import { print, rate, shown } from './figures.ts'
import { aShot, type Load, untilOver } from './load.ts'

export type ImportBeside = {
  readonly lines: number
  readonly lanes: number
  readonly folder: string
  /** Databases by the name of their engine. */
  readonly urls: Readonly<Record<string, string>>
}

/** Durable acknowledgements as fast as they are taken, while the same process reads a big file. */
export const importBeside = async ({ lines, lanes, folder, urls }: ImportBeside): Promise<void> => {
  const path = join(folder, 'besar.csv')
  await writeBigFile(path, lines)
  print(
    `\nAcknowledgements, ${lanes} at a time, while ${lines.toLocaleString('en')} lines are imported`,
  )
  for (const [engine, url] of Object.entries(urls)) {
    const { report, load } = await beside(path, { folder, url, lanes })
    if (report.rows !== lines)
      throw new Error(`${engine}: ${report.rows} of ${lines} lines arrived`)
    print(`  ${engine.padEnd(12)}  ${shown(load)}  import ${rate(report.rows, report.ms)}`)
  }
}

type Report = { readonly rows: number; readonly ms: number }
type Where = { readonly folder: string; readonly url: string; readonly lanes: number }

const beside = async (
  path: string,
  { folder, url, lanes }: Where,
): Promise<{ report: Report; load: Load }> => {
  const script = join(import.meta.dirname, 'import-process.ts')
  const child = spawn(process.execPath, [script, 'shopbell', path, folder, url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let over = false
  let load: Promise<Load> | null = null
  for await (const text of createInterface({ input: child.stdout })) {
    const line: { port: number } | Report = JSON.parse(text)
    if ('port' in line) {
      load = untilOver(line.port, (n) => aShot(n, 'beside'), { lanes, isOver: () => over })
      continue
    }
    over = true
    if (load === null) throw new Error('the import was over before its webhook listened')
    const result = { report: line, load: await load }
    child.stdin.end()
    await once(child, 'exit')
    return result
  }
  throw new Error('the import ended without a report, see above')
}
