import type { Day } from '../sales/day.ts'
import type { Period } from './intent.ts'
import type { Words } from './words.ts'

/** A forecast leans to the future (`sabtu` is the next one), everything else to the past. */
export type Lean = 'past' | 'future'

/** Where in a message the grammar is reading. */
export type Place = {
  readonly words: Words
  readonly at: number
  readonly today: Day
  readonly lean: Lean
}

/** A period found there, and how many words it took. */
export type Match = { readonly length: number; readonly period: Period }

/** The word at this distance from the place; empty past either end. */
export const wordAt = ({ words, at }: Place, distance = 0): string => words[at + distance] ?? ''

/** True when the words of the phrase stand there, one after the other. */
export const says = (place: Place, phrase: string): boolean =>
  phrase.split(' ').every((word, i) => wordAt(place, i) === word)
