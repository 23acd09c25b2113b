import { availableParallelism } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Scene } from '../charts/scene.ts'
import type { Batch } from '../ingest/pack.ts'
import type { ReadHints } from '../ingest/reading.ts'
import type { ExportAsked, Exported } from './export.ts'
import type { Insights } from './insight.ts'
import type { Proof, ProofAsked } from './proof.ts'
import type { DocumentRequest, FileRead, PoolOptions, ReaderSays, SkippedRequest } from './tasks.ts'

/** Who is told what the reader finds. A batch may hold lines back until their day is complete. */
type ReadListener = {
  readonly onBatch: (batch: Batch) => Promise<void>
  readonly onLinesRead?: (lines: number) => void
}

/** Heavy work beside the main thread, so that an acknowledgement never waits for it. */
export type Pool = Insights & {
  /** The same for what nobody waits for yet: made by the thread that reads files, while it has none. */
  readonly ahead: Insights
  /**
   * Reads a file; its lines arrive in batches, one after the other, and the reader waits while
   * `onBatch` works. Rejects when the reader runs out of time or memory.
   */
  readonly readFile: (
    bytes: Uint8Array,
    hints: ReadHints,
    listener: ReadListener,
  ) => Promise<FileRead>
  readonly renderPng: (scene: Scene) => Promise<Uint8Array>
  /** Those of the names with a letter that no font here has. */
  readonly undrawable: (names: readonly string[]) => Promise<readonly string[]>
  /** The report as an .xlsx or a PDF, with these pictures. */
  readonly documentOf: (request: DocumentRequest) => Promise<Uint8Array>
  /** The skipped rows as an .xlsx to send back. */
  readonly skippedSheet: (request: SkippedRequest) => Promise<Uint8Array>
  /** The rows behind an answer, as an .xlsx with what it was worked out from. */
  readonly proof: (asked: ProofAsked) => Promise<Proof>
  /** Everything the shop has, as an .xlsx; in parts where one file would be too long. */
  readonly exportShop: (asked: ExportAsked) => Promise<Exported>
  readonly close: () => Promise<void>
}

/** One file at a time: a second reader would only take the other core from answers. */
const READERS = 1
/** A file that needs more than this is refused, the service lives on. */
const READER_HEAP_MB = 1024
/** Rows are garbage within milliseconds: a small nursery costs no time and 100 MB less at the peak. */
const READER_NURSERY_MB = 24
/** Counted from when the reader begins: a file may wait its turn behind others. */
const READ_MS_MAX = 10 * 60_000
const ANALYST_HEAP_MB = 768
/** An answer that takes longer is an answer nobody waits for. */
const ANSWER_MS_MAX = 60_000
const IDLE_MS = 60_000

const THREAD = new URL('./thread.ts', import.meta.url).href

export const createPool = (options: PoolOptions): Pool => {
  const readers = new Piscina({
    filename: THREAD,
    workerData: options,
    // Kept warm: starting a thread takes longer than reading a shop's day.
    minThreads: READERS,
    maxThreads: READERS,
    resourceLimits: {
      maxOldGenerationSizeMb: READER_HEAP_MB,
      maxYoungGenerationSizeMb: READER_NURSERY_MB,
    },
  })
  const analysts = new Piscina({
    filename: THREAD,
    workerData: options,
    // One is always warm: the first answer of the day is as quick as the next.
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: ANALYST_HEAP_MB },
  })
  return {
    ...insightsBy(analysts),
    ahead: insightsBy(readers),
    documentOf: (request) =>
      analysts.run(request, { name: 'documentOf', signal: AbortSignal.timeout(ANSWER_MS_MAX) }),
    readFile: (bytes, hints, listener) => readFile(readers, { bytes, hints }, listener),
    renderPng: (scene) =>
      analysts.run(scene, { name: 'renderPng', signal: AbortSignal.timeout(ANSWER_MS_MAX) }),
    undrawable: (names) =>
      analysts.run(names, { name: 'undrawable', signal: AbortSignal.timeout(ANSWER_MS_MAX) }),
    skippedSheet: (request) =>
      analysts.run(request, {
        name: 'skippedSheet',
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      }),
    exportShop: (request) =>
      analysts.run(request, {
        name: 'exportShop',
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      }),
    proof: (request) =>
      analysts.run(request, { name: 'proof', signal: AbortSignal.timeout(ANSWER_MS_MAX) }),
    close: async () => {
      await Promise.all([readers.close(), analysts.close()])
    },
  }
}

const insightsBy = (threads: Piscina): Insights => {
  // The thread's function of that name is typed by the same Insights.
  const ask = <Name extends keyof Insights & string>(name: Name): Insights[Name] =>
    ((request: unknown) =>
      threads.run(request, {
        name,
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      })) as Insights[Name]
  return {
    summary: ask('summary'),
    forecast: ask('forecast'),
    plan: ask('plan'),
    restock: ask('restock'),
    anomalies: ask('anomalies'),
    news: ask('news'),
    why: ask('why'),
    trend: ask('trend'),
    overview: ask('overview'),
    hours: ask('hours'),
    report: ask('report'),
    stockroom: ask('stockroom'),
    till: ask('till'),
    profit: ask('profit'),
  }
}

const readFile = async (
  readers: Piscina,
  request: { readonly bytes: Uint8Array; readonly hints: ReadHints },
  { onBatch, onLinesRead }: ReadListener,
): Promise<FileRead> => {
  const { port1: ours, port2: theirs } = new MessageChannel()
  const stop = new AbortController()
  let failure: unknown = null
  let timer: NodeJS.Timeout | undefined
  const store = (batch: Batch): void => {
    onBatch(batch).then(
      () => ours.postMessage('stored'),
      (error: unknown) => {
        failure = error
        stop.abort()
      },
    )
  }
  // Each batch is answered when it is stored; the reader stays one batch ahead and no more.
  ours.on('message', (said: ReaderSays) => {
    if (said === 'begun') timer = setTimeout(() => stop.abort(), READ_MS_MAX)
    else if ('linesRead' in said) onLinesRead?.(said.linesRead)
    else store(said)
  })
  try {
    return await readers.run(
      { ...request, port: theirs },
      {
        name: 'readFile',
        transferList: [theirs],
        signal: stop.signal,
      },
    )
  } catch (error) {
    // Storing failed first: that is the reason, the stopped reader is its consequence.
    if (failure !== null) throw failure
    // Out of time or memory: no repetition helps, a smaller file does.
    if (isExhausted(error)) return { outcome: 'refused', reason: 'too-big', detail: String(error) }
    throw error
  } finally {
    clearTimeout(timer)
    ours.close()
  }
}

const isExhausted = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'))
