import { monthNamed, numberOf, weekdayNamed } from './calendar-words.ts'
import type { Words } from './words.ts'

/**
 * How a language says days and stretches, told in the words the period grammar reads. So there is one
 * grammar, tried on thousands of phrases, and a new language brings words and no rules of its own.
 */
export type DateWords = {
  /** The grammar's words, each with the ways of saying them, separated by `|`. */
  readonly phrases: Readonly<Record<string, string>>
  /** `día días` stands for days only beside a number: `por día` is another matter. */
  readonly units: Readonly<Record<'days' | 'weeks' | 'months', string>>
  /** Before a number, a unit or a weekday: `últimos 7 días`, `próximo lunes`, `este sábado`. */
  readonly leads: Readonly<Record<'last' | 'next' | 'this', string>>
  /** After a weekday: `lunes pasado`, `segunda passada`. */
  readonly tails: Readonly<Record<'lalu' | 'depan', string>>
  /** `hace` 3 días. */
  readonly agoBefore: string
  /** 3 dias `atrás`. */
  readonly agoAfter: string
  /** `dia 3`, the day of the month. */
  readonly dayOfMonth: string
  /** Dropped inside a date: 3 `de` abril, marzo `del` 2026, 1 al `día` 15. */
  readonly joints: string
  /** Until, between two dates only: `del 1 al 15 de marzo`; elsewhere `a` is just a small word. */
  readonly until: string
}

/** A message's words with everything about days said in the grammar's words. */
type Translate = (words: Words) => Words

/** Made once a language; words come in lower case and without accents. */
export const translator = (dates: DateWords): Translate => {
  const phrases = phraseTable(dates.phrases)
  const words = wordTable(dates)
  return (spoken) => joined(shaped(replaced(spoken, phrases), words), words)
}

type Phrase = { readonly said: Words; readonly meant: Words }
type PhraseTable = ReadonlyMap<string, readonly Phrase[]>

/** By first word, longer ones first. */
const phraseTable = (phrases: DateWords['phrases']): PhraseTable => {
  const all = Object.entries(phrases).flatMap(([meant, ways]) =>
    ways.split('|').map((way) => ({ said: wordsIn(way), meant: wordsIn(meant) })),
  )
  const longFirst = all.toSorted((a, b) => b.said.length - a.said.length)
  return Map.groupBy(longFirst, ({ said }) => said[0] ?? '')
}

const replaced = (spoken: Words, table: PhraseTable): Words => {
  const out: string[] = []
  for (let at = 0; at < spoken.length; ) {
    const found = table
      .get(spoken[at] ?? '')
      ?.find(({ said }) => said.every((word, i) => spoken[at + i] === word))
    out.push(...(found?.meant ?? [spoken[at] ?? '']))
    at += found?.said.length ?? 1
  }
  return out
}

type WordTable = {
  readonly units: ReadonlyMap<string, string>
  readonly leads: ReadonlyMap<string, string>
  readonly tails: ReadonlyMap<string, string>
  readonly agoBefore: ReadonlySet<string>
  readonly agoAfter: ReadonlySet<string>
  readonly dayOfMonth: ReadonlySet<string>
  readonly joints: ReadonlySet<string>
  readonly until: ReadonlySet<string>
}

const wordTable = (dates: DateWords): WordTable => ({
  units: byForm(dates.units),
  leads: byForm(dates.leads),
  tails: byForm(dates.tails),
  agoBefore: new Set(wordsIn(dates.agoBefore)),
  agoAfter: new Set(wordsIn(dates.agoAfter)),
  dayOfMonth: new Set(wordsIn(dates.dayOfMonth)),
  joints: new Set(wordsIn(dates.joints)),
  until: new Set(wordsIn(dates.until)),
})

const byForm = (forms: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(forms).flatMap(([meant, said]) =>
      wordsIn(said).map((word) => [word, meant] as const),
    ),
  )

const wordsIn = (text: string): Words => text.split(/\s+/).filter((word) => word !== '')

/** Counted stretches, weekdays with a word beside them, days of the month. */
const shaped = (words: Words, table: WordTable): Words => {
  const out: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = ago(words, at, table) ?? counted(words, at, table) ?? beside(words, at, table)
    out.push(...(found?.words ?? [words[at] ?? '']))
    at += found?.taken ?? 1
  }
  return out
}

/** What stands there instead, and how many words it takes the place of. */
type Shape = { readonly words: Words; readonly taken: number }

/** `hace 3 días`. */
const ago = (words: Words, at: number, { agoBefore, units }: WordTable): Shape | null => {
  const [count, unit] = [words[at + 1] ?? '', units.get(words[at + 2] ?? '')]
  if (!agoBefore.has(words[at] ?? '') || numberOf(count) === null || !unit) return null
  return { words: [count, unit, 'ago'], taken: 3 }
}

/** `7 días`, `3 dias atrás`. */
const counted = (words: Words, at: number, { units, agoAfter }: WordTable): Shape | null => {
  const count = words[at] ?? ''
  const unit = units.get(words[at + 1] ?? '')
  if (numberOf(count) === null || !unit) return null
  return agoAfter.has(words[at + 2] ?? '')
    ? { words: [count, unit, 'ago'], taken: 3 }
    : { words: [count, unit], taken: 2 }
}

/** `próximo lunes`, `últimos 7 …`, `lunes pasado`, `día 3`. */
const beside = (words: Words, at: number, table: WordTable): Shape | null => {
  const [word, next] = [words[at] ?? '', words[at + 1] ?? '']
  const lead = table.leads.get(word)
  if (lead && (numberOf(next) !== null || weekdayNamed(next) !== null))
    return { words: [lead], taken: 1 }
  const tail = table.tails.get(next)
  if (tail && weekdayNamed(word) !== null) return { words: [word, tail], taken: 2 }
  return table.dayOfMonth.has(word) && isDayFigure(next) ? { words: ['tanggal'], taken: 1 } : null
}

/** Small words inside a date dropped, and `al` between two dates made `until`. */
const joined = (words: Words, { joints, until }: WordTable): Words => {
  const out: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const next = nextWithout(words, at + 1, joints)
    const isBetween = isDate(out.at(-1) ?? '') && isDate(next)
    if (isBetween && until.has(word)) out.push('until')
    else if (!joints.has(word) || !(isInside(out.at(-1) ?? '', next) || out.at(-1) === 'until')) {
      out.push(word)
    }
  }
  return out
}

const nextWithout = (words: Words, from: number, joints: ReadonlySet<string>): string =>
  words.slice(from).find((word) => !joints.has(word) && word !== 'tanggal') ?? ''

/** 3 `de` abril, abril `de` 2026. */
const isInside = (before: string, next: string): boolean =>
  (isDayFigure(before) && monthNamed(next) !== null) ||
  (monthNamed(before) !== null && /^20\d{2}$/.test(next))

const isDayFigure = (word: string): boolean => /^(?:[1-9]|[12]\d|3[01])$/.test(word)

const isDate = (word: string): boolean =>
  /^\d{1,4}(?:[/.-]\d|$)/.test(word) ||
  weekdayNamed(word) !== null ||
  monthNamed(word) !== null ||
  DAYS.has(word)
const DAYS: ReadonlySet<string> = new Set(['today', 'yesterday', 'tomorrow'])
