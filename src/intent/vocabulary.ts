import type { CommandName } from './intent.ts'
import type { DateWords } from './translated-dates.ts'

/** Each of the first words before each of the second phrases: `borrar mis datos`, `elimina mis datos`, … */
export const pairs = (verbs: string, objects: string): string =>
  verbs
    .split(' ')
    .flatMap((verb) => objects.split('|').map((object) => `${verb} ${object}`))
    .join('|')

/** What one language teaches us to understand. Phrases are lists of words, one space between. */
export type Vocabulary = {
  /** Chat spellings and short forms, by the word they stand for. */
  readonly spellings: Readonly<Record<string, string>>
  /** Words that carry no meaning of their own in a question to the shop. */
  readonly fillers: string
  /**
   * The only words a slip of the finger is mended to: names of commands that change nothing. A longer
   * list would read products into them (`bantal` into `batal`, `pandan` into `panduan`).
   */
  readonly mended: string
  /** Words that add nothing beside a certain command: `mana yang paling rame` after `cabang`. */
  readonly besides: Readonly<Partial<Record<CommandName, string>>>
  /** Phrases for each command, separated by `|`. A trailing `=x` gives the command's argument. */
  readonly commands: Readonly<Partial<Record<CommandName, string>>>
  /** What may close a question; other small talk after one is part of it (`penjualan Mantap`). */
  readonly courtesies: string
  /** Greetings by the hour. They greet only when nothing else is said: `pagi` may be a time of day. */
  readonly partsOfDay: string
  /** Words by which a language is recognised, besides those it understands. */
  readonly marks: string
  /** What may hang on a word without changing it, between `|`: Indonesian `-nya`. */
  readonly endings: string
  /** Words for days long enough to mend a slip in: one in a short word makes another word (`selada` is no `selasa`). */
  readonly periodWords: string
  /** Days and stretches in the grammar's words; null for the two languages the grammar was written in. */
  readonly dates: DateWords | null
}
