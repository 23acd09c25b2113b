import type { Outcome } from './lines.ts'
import type { Question } from './reading.ts'
import type { Aside } from './total-rows.ts'

/** A row as this plan reads it: a sale, a trouble, or set aside as a total or another list's. */
export type ReadRow = { readonly row: number; readonly outcome: Outcome; readonly aside: Aside }

/** What a file says against being counted as it was read. */
export type Doubt = {
  readonly kind: Question['kind']
  /** Of the file's own words and numbers: shown in the question, and the answer holds for it alone. */
  readonly example: string
  readonly answers: readonly NonNullable<Question['options'][number]['says']>[]
  /** Rows that do not count where the owner says so. */
  readonly rows: readonly number[]
}
