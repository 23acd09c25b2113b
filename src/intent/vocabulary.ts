import type { CommandName } from './intent.ts'

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
}
