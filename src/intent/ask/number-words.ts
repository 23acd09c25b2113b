import { spelledNumberAt } from './number-words-id.ts'

/**
 * Numbers as people type them: `7`, `tujuh`, `1.250`, `1,5jt`, `15rb`, `10k`, `2 juta`. A dot or comma
 * before exactly three figures groups; before others it is a decimal mark.
 */
export const numberAt = (
  words: readonly string[],
  at: number,
): { readonly value: number; readonly length: number } | null => {
  const word = words[at] ?? ''
  const spelled = spelledNumberAt(words, at)
  if (spelled !== null) return spelled
  const figure = FIGURE.exec(word)
  const value = figure === null ? NUMBER_WORDS.get(word) : figureOf(figure[1] ?? '')
  if (value === undefined || Number.isNaN(value)) return null
  const glued = SCALES.get(figure?.[2] ?? '')
  if (glued !== undefined) return { value: value * glued, length: 1 }
  const apart = LONG_SCALES.get(words[at + 1] ?? '')
  return apart === undefined ? { value, length: 1 } : { value: value * apart, length: 2 }
}

const FIGURE = /^(\d+(?:[.,]\d+)*)(rb|ribu|jt|juta|k|m|mil)?$/

const figureOf = (text: string): number => {
  const parts = text.split(/[.,]/)
  const grouped = parts.length > 1 && parts.slice(1).every((part) => part.length === 3)
  if (grouped) return Number(parts.join(''))
  return parts.length > 2 ? Number.NaN : Number(parts.join('.'))
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['rb', 1e3],
  ['ribu', 1e3],
  ['k', 1e3],
  ['mil', 1e3],
  ['jt', 1e6],
  ['juta', 1e6],
  ['m', 1e6],
])
/** `2 jutaan`, `500rban`: about so much. */
const LONG_SCALES: ReadonlyMap<string, number> = new Map([
  ['rb', 1e3],
  ['ribu', 1e3],
  ['thousand', 1e3],
  ['mil', 1e3],
  ['jt', 1e6],
  ['juta', 1e6],
  ['rban', 1e3],
  ['ribuan', 1e3],
  ['rebu', 1e3],
  ['jtan', 1e6],
  ['jutaan', 1e6],
  ['million', 1e6],
  ['millones', 1e6],
  ['millon', 1e6],
  ['milhoes', 1e6],
  ['milhao', 1e6],
])

/** The n-th row means n; `un`, `una`, `a` and their like are articles far more often. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [
    'one',
    'two dos dois duas',
    'three tres',
    'four cuatro quatro',
    'five cinco',
    'six seis',
    'seven siete sete',
    'eight ocho oito',
    'nine nueve nove',
    'ten diez dez',
    'eleven once onze',
    'twelve doce doze',
  ].flatMap((row, i) => row.split(' ').map((word) => [word, i + 1] as const)),
)
