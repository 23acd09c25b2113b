import { once } from 'node:events'
import { type MessagePort, workerData } from 'node:worker_threads'
import { renderPng as rasterise } from '../charts/raster.ts'
import type { Scene } from '../charts/scene.ts'
import { type Batch, packLines } from '../ingest/pack.ts'
import { linesOf, openFile, tally } from '../ingest/read.ts'
import type {
  Line,
  ProblemReason,
  Question,
  ReadHints,
  ReadingTotals,
  RefusalReason,
  Understanding,
} from '../ingest/reading.ts'
import { openReader, type Reader } from '../store/store.ts'
import * as insight from './insight.ts'
import type { PoolOptions } from './pool.ts'

// The worker thread's side of pool.ts: named functions that piscina calls with one request each.

/** Lines handed over at once: a thousandth of a big file, some milliseconds of storing. */
const BATCH_LINES = 2000

/** What reading a file came to; its lines have been handed over batch by batch. */
export type FileRead =
  | {
      readonly outcome: 'sales'
      readonly understanding: Understanding
      readonly totals: ReadingTotals
      readonly skipped: readonly { readonly reason: ProblemReason; readonly count: number }[]
    }
  | {
      readonly outcome: 'question'
      readonly understanding: Understanding
      readonly question: Question
    }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly detail: string }

export const readFile = async (request: {
  readonly bytes: Uint8Array
  readonly hints: ReadHints
  readonly port: MessagePort
}): Promise<FileRead> => {
  const opened = openFile(request.bytes, request.hints)
  if (opened.outcome !== 'sales') return opened
  const count = tally(opened)
  for (const batch of packLines(counted(linesOf(opened), count.add), BATCH_LINES)) {
    await handOver(request.port, batch)
  }
  request.port.close()
  const { totals, skippedByReason } = count.result()
  return {
    outcome: 'sales',
    understanding: opened.understanding,
    totals,
    skipped: skippedByReason,
  }
}

function* counted(lines: Iterable<Line>, add: (line: Line) => void): Generator<Line> {
  for (const line of lines) {
    add(line)
    yield line
  }
}

const handOver = async (port: MessagePort, batch: Batch): Promise<void> => {
  const stored = once(port, 'message')
  port.postMessage(batch)
  await stored
}

export const renderPng = (scene: Scene): Promise<Uint8Array> => rasterise(scene, options.fontDir)

// A worker thread lives for one pool, so its settings and its connection are its own.
const options = workerData as PoolOptions
let opened: Reader | null = null
const reader = (): Reader => {
  opened ??= openReader(options.databaseUrl)
  return opened
}

export const summary: insight.Insights['summary'] = (request) => insight.summary(reader(), request)
export const forecast: insight.Insights['forecast'] = (request) =>
  insight.forecast(reader(), request)
export const restock: insight.Insights['restock'] = (request) => insight.restock(reader(), request)
export const anomalies: insight.Insights['anomalies'] = (request) =>
  insight.anomalies(reader(), request)
export const products: insight.Insights['products'] = (request) =>
  insight.products(reader(), request)
export const branches: insight.Insights['branches'] = (request) =>
  insight.branches(reader(), request)
export const trend: insight.Insights['trend'] = (request) => insight.trend(reader(), request)
export const overview: insight.Insights['overview'] = (request) =>
  insight.overview(reader(), request)
