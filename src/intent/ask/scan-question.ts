import { meantBy } from '../typo.ts'
import { type Cue, cueOf } from './cue.ts'
import { CUE_WORDS } from './cue-words.ts'
import { indexNames, type Mention, mendedName, type NameIndex, namesIn } from './names-in.ts'
import { numberAt } from './number-words.ts'
import type { AskContext } from './plan.ts'
import { spokenWords } from './spoken.ts'
import { isTimeWord, readTimes, type TimeFound } from './times.ts'

/** One thing a question says, and where. */
export type Part = { readonly at: number; readonly length: number } & (
  | { readonly kind: 'cue'; readonly cue: Cue; readonly said: string }
  | { readonly kind: 'name'; readonly mention: Mention }
  | ({ readonly kind: 'time' } & TimeFound)
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'unknown'; readonly word: string }
)

export type ScannedQuestion = {
  readonly words: readonly string[]
  readonly parts: readonly Part[]
  readonly index: NameIndex
}

type Phrase = { readonly words: readonly string[]; readonly cue: Cue }

const PHRASES: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  Object.entries(CUE_WORDS)
    .flatMap(([name, phrases]) =>
      phrases
        .split('|')
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== '')
        .map((phrase): Phrase => ({ words: phrase.split(/\s+/), cue: cueOf(name) })),
    )
    .toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0] ?? '',
)

/** A word of questions in general: it is a name only inside a longer one. */
const isCommon = (word: string): boolean =>
  (PHRASES.get(word) ?? []).some(({ words }) => words.length === 1) || isTimeWord(word)

/** Names first, because a name may hold any word; then days, then what asks, then slips of the finger. */
export const scanQuestion = (text: string, context: AskContext): ScannedQuestion => {
  const index = indexNames(context.catalogue)
  const words = spokenWords(
    text,
    new Set([...index.byWord.keys()].filter((word) => word.length > 2)),
  )
  const names = namesIn(words, index, isCommon)
  const bounds = boundsIn(hidden(words, names))
  const open = hidden(words, [...names, ...bounds])
  const ahead = open.some((_, at) => phraseAt(open, at)?.cue.kind === 'forecast')
  const times = readTimes(open, { ...context, ahead })
  const parts: Part[] = [
    ...names.map((mention): Part => ({ kind: 'name', mention, ...place(mention) })),
    ...times.map((found): Part => ({ kind: 'time', ...found })),
  ]
  const rest = readRest(hidden(open, times), index)
  return { words, parts: [...parts, ...bounds, ...rest].toSorted((a, b) => a.at - b.at), index }
}

/** `kurang dari 10`: found before days are read, which begin with `dari` too. */
const boundsIn = (words: readonly string[]): readonly Part[] =>
  words.flatMap((_, at): Part[] => {
    const phrase = phraseAt(words, at)
    const length = phrase?.words.length ?? 0
    const number = phrase?.cue.kind === 'bound' ? numberAt(words, at + length) : null
    if (phrase === undefined || number === null) return []
    return [
      { kind: 'cue', cue: phrase.cue, said: phrase.words.join(' '), at, length },
      { kind: 'number', value: number.value, at: at + length, length: number.length },
    ]
  })

const place = ({ at, length }: { readonly at: number; readonly length: number }) => ({ at, length })

/** The words with those already understood taken out, so that no phrase reaches across them. */
const hidden = (
  words: readonly string[],
  taken: readonly { readonly at: number; readonly length: number }[],
): readonly string[] =>
  words.map((word, i) =>
    taken.some(({ at, length }) => i >= at && i < at + length) ? TAKEN : word,
  )
const TAKEN = '\u0000'

const readRest = (words: readonly string[], index: NameIndex): readonly Part[] => {
  const parts: Part[] = []
  for (let at = 0; at < words.length; ) {
    const part = words[at] === TAKEN ? null : restAt(words, at, index)
    if (part) parts.push(part)
    at += part?.length ?? 1
  }
  return parts
}

const restAt = (words: readonly string[], at: number, index: NameIndex): Part => {
  const word = words[at] ?? ''
  const phrase = phraseAt(words, at)
  if (phrase) {
    const said = phrase.words.join(' ')
    return { kind: 'cue', cue: phrase.cue, said, at, length: phrase.words.length }
  }
  const number = numberAt(words, at)
  if (number) return { kind: 'number', value: number.value, at, length: number.length }
  const mention = mendedName(word, at, index)
  if (mention) return { kind: 'name', mention, at, length: 1 }
  const cue = mendedCue(word)
  if (cue) return { kind: 'cue', cue, said: word, at, length: 1 }
  return { kind: 'unknown', word, at, length: 1 }
}

const phraseAt = (words: readonly string[], at: number): Phrase | undefined =>
  PHRASES.get(words[at] ?? '')?.find((phrase) =>
    phrase.words.every((word, i) => words[at + i] === word),
  )

/** Long words of questions alone are mended: a short one would swallow other people's nouns. */
const MENDED_WORDS =
  `penjualan pendapatan transaksi terlaris prediksi perkiraan ringkasan bandingkan dibandingkan
  persentase kontribusi restock revenue transactions products forecast summary average compare percentage branches
  trending promedio facturacion transacciones productos sucursales pronostico porcentaje faturamento transacoes previsao
  terendah tertinggi rangkuman pemasukan penghasilan inventory turnover yesterday`.split(/\s+/)

const mendedCue = (word: string): Cue | null => {
  if (word.length < MENDED_FROM) return null
  const [meant] = meantBy(word, MENDED_WORDS)
  return meant === undefined ? null : (phraseAt([meant], 0)?.cue ?? null)
}
const MENDED_FROM = 6
