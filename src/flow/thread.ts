import { once } from 'node:events'
import { type MessagePort, workerData } from 'node:worker_threads'
import { pdfOf } from '../charts/pdf.ts'
import { undrawable as namesWithoutGlyphs, renderPng as rasterise } from '../charts/raster.ts'
import type { Scene } from '../charts/scene.ts'
import { type Batch, packLines } from '../ingest/pack.ts'
import { linesOf, openAny } from '../ingest/read.ts'
import type { Line, ReadHints } from '../ingest/reading.ts'
import { skippedSheet as sheetOf } from '../ingest/skipped-sheet.ts'
import { lineTally } from '../ingest/tally.ts'
import { type Book, type BookPicture, writeBook } from '../ingest/write-book.ts'
import { type BranchedReader, openReader, type Reader } from '../store/store.ts'
import { type ExportAsked, type Exported, exportShop as writeShop } from './export.ts'
import * as insight from './insight.ts'
import * as drawing from './picture-insight.ts'
import * as planInsight from './plan-insight.ts'
import { type Proof, type ProofAsked, proof as prove } from './proof.ts'
import * as goods from './stock-insight.ts'
import type { DocumentRequest, FileRead, PoolOptions, ReaderSays, SkippedRequest } from './tasks.ts'
import * as telling from './till-insight.ts'

// The worker thread's side of pool.ts: named functions that piscina calls with one request each.

/** Lines handed over at once, at most: some milliseconds of storing. */
const BATCH_LINES = 4000
/** How often the reader says how far it is: a few times a second. */
const PROGRESS_LINES = 10_000

export const readFile = async (request: {
  bytes: Uint8Array
  readonly hints: ReadHints
  readonly port: MessagePort
}): Promise<FileRead> => {
  say(request.port, 'begun')
  const opened = await openAny(takenBytes(request), request.hints)
  if (opened.outcome !== 'sales') return opened
  const count = lineTally()
  let linesRead = 0
  const countLine = (line: Line): void => {
    count.add(line)
    if (++linesRead % PROGRESS_LINES === 0) say(request.port, { linesRead })
  }
  // One batch is stored while the next is read; more would only fill the memory.
  let stored = Promise.resolve()
  for (const batch of packLines(counted(linesOf(opened), countLine), BATCH_LINES)) {
    await stored
    stored = handOver(request.port, batch)
  }
  await stored
  request.port.close()
  return {
    outcome: 'sales',
    understanding: opened.understanding,
    currency: opened.plan.currency,
    tally: count.result(),
  }
}

/** The request lives as long as the reading; bytes that have been read shall not, they are up to 100 MB. */
const takenBytes = (request: { bytes: Uint8Array }): Uint8Array => {
  const { bytes } = request
  request.bytes = NO_BYTES
  return bytes
}
const NO_BYTES = new Uint8Array()

function* counted(lines: Iterable<Line>, add: (line: Line) => void): Generator<Line> {
  for (const line of lines) {
    add(line)
    yield line
  }
}

const handOver = async (port: MessagePort, batch: Batch): Promise<void> => {
  const stored = once(port, 'message')
  say(port, batch)
  await stored
}

const say = (port: MessagePort, what: ReaderSays): void => port.postMessage(what)

export const renderPng = (scene: Scene): Promise<Uint8Array> =>
  rasterise(scene, { fontDir: options.fontDir })

/** The report as a file, its pictures drawn on the way. */
export const documentOf = async (request: DocumentRequest): Promise<Uint8Array> => {
  const pictures: (BookPicture & Pick<Scene, 'texts'>)[] = []
  for (const scene of request.scenes) {
    const { width, height, title, texts } = scene
    pictures.push({ bytes: await renderPng(scene), width, height, alt: title, texts })
  }
  if (request.kind === 'xlsx') return writeBook(withPictures(request.book, pictures))
  const { title, language, footer } = request
  return pdfOf({
    title,
    language,
    pictures: pictures.map(({ bytes, alt, texts }) => ({ png: bytes, alt, texts })),
    footer: (page, pages) => footer.replace('{page}', `${page}`).replace('{pages}', `${pages}`),
  })
}

/** Beside the first sheet, where the owner looks first. */
const withPictures = (book: Book, pictures: readonly BookPicture[]): Book => ({
  ...book,
  sheets: book.sheets.map((sheet, index) => (index === 0 ? { ...sheet, pictures } : sheet)),
})

export const undrawable = (names: readonly string[]): Promise<readonly string[]> =>
  namesWithoutGlyphs(names, { fontDir: options.fontDir })

export const skippedSheet = ({ problems, words }: SkippedRequest): Promise<Uint8Array> =>
  sheetOf(problems, words)

// A worker thread lives for one pool, so its settings and its connection are its own.
const options = workerData as PoolOptions
let opened: BranchedReader | null = null
const reader = (request: { readonly branches?: readonly string[] }): Reader => {
  opened ??= openReader(options.databaseUrl)
  return request.branches === undefined ? opened : opened.within(request.branches)
}

export const summary: insight.Insights['summary'] = (request) =>
  insight.summary(reader(request), request)
export const forecast: insight.Insights['forecast'] = (request) =>
  insight.forecast(reader(request), request)
export const restock: insight.Insights['restock'] = (request) =>
  insight.restock(reader(request), request)
export const plan: insight.Insights['plan'] = (request) =>
  planInsight.plan(reader(request), request)
export const anomalies: insight.Insights['anomalies'] = (request) =>
  insight.anomalies(reader(request), request)
export const news: insight.Insights['news'] = (request) => insight.news(reader(request), request)
export const why: insight.Insights['why'] = (request) => insight.why(reader(request), request)
export const trend: insight.Insights['trend'] = (request) => insight.trend(reader(request), request)
export const stockroom: insight.Insights['stockroom'] = (request) =>
  goods.stockroom(reader(request), request)
export const till: insight.Insights['till'] = (request) => telling.till(reader(request), request)
export const profit: insight.Insights['profit'] = (request) =>
  goods.profit(reader(request), request)
export const overview: insight.Insights['overview'] = (request) =>
  drawing.overview(reader(request), request)
export const report: insight.Insights['report'] = (request) =>
  drawing.report(reader(request), request)
export const hours: insight.Insights['hours'] = (request) => drawing.hours(reader(request), request)
export const proof = (request: ProofAsked): Promise<Proof> => prove(reader(request), request)
export const exportShop = (request: ExportAsked): Promise<Exported> =>
  writeShop(reader({}), request)
