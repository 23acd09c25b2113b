import type { Scene } from '../charts/scene.ts'
import type { Batch } from '../ingest/pack.ts'
import type {
  Question,
  RefusalReason,
  RowProblem,
  StockLevel,
  Understanding,
} from '../ingest/reading.ts'
import type { SkippedWords } from '../ingest/skipped-sheet.ts'
import type { Tally } from '../ingest/tally.ts'
import type { Book } from '../ingest/write-book.ts'

// What the main thread and the worker threads say to each other, beside the insights themselves.

export type PoolOptions = { readonly databaseUrl: string; readonly fontDir: string | null }

/** What reading a file came to; its lines have been handed over batch by batch. */
export type FileRead =
  | {
      readonly outcome: 'sales'
      readonly understanding: Understanding
      /** ISO 4217; the unit of every amount in the batches. */
      readonly currency: string
      readonly tally: Tally
    }
  | {
      readonly outcome: 'question'
      readonly understanding: Understanding
      readonly question: Question
    }
  | {
      readonly outcome: 'stock'
      readonly understanding: Understanding
      readonly levels: readonly StockLevel[]
      readonly problems: readonly RowProblem[]
    }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly detail: string }

/** What the reader says while it works: that it has begun, how many lines it has read, the lines. */
export type ReaderSays = 'begun' | { readonly linesRead: number } | Batch

/** A report as a file. `footer` has `{page}` and `{pages}` where their numbers stand. */
export type DocumentRequest =
  | { readonly kind: 'xlsx'; readonly book: Book; readonly scenes: readonly Scene[] }
  | {
      readonly kind: 'pdf'
      readonly title: string
      readonly language: string
      readonly footer: string
      readonly scenes: readonly Scene[]
    }

export type SkippedRequest = {
  readonly problems: readonly RowProblem[]
  readonly words: SkippedWords
}
