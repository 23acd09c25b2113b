import type { CommandName } from './intent.ts'
import { type Cue, mistypedCue, type Scan, strangeTo, TALK } from './lexicon.ts'
import type { Words } from './words.ts'

/** What the words come to: a command, and every word that stands in its way. */
export type Understood = {
  readonly name: CommandName | null
  readonly argument: string | null
  readonly unknown: Words
}

/** How many periods the message names, and whether one lies ahead. */
export type Asked = { readonly periods: number; readonly ahead: boolean }

/**
 * Decides what the cues of a message mean together. Sure or not at all: small talk may name a person,
 * a question to the shop may hold no word that nobody knows.
 */
export const understand = (found: Scan, asked: Asked): Understood => {
  const cue = strongest(found.cues)
  if (cue !== null && TALK.has(cue.command)) return talked(found, cue, asked)
  const greets = cue === null && asked.periods === 0 && found.partsOfDay.length > 0
  return greets ? talked({ ...found, partsOfDay: [] }, GREET, asked) : answered(found, cue, asked)
}

const GREET: Cue = { command: 'greeting', argument: null }
const NOTHING: Understood = { name: null, argument: null, unknown: [] }

/** `halo mbak Sinta`, `makasih ya Budi`: more words than a name have a subject of their own. */
const NAMES_MAX = 1
/** `tidak bagus` is no praise. */
const DENIALS: ReadonlySet<string> = new Set('tidak bukan jangan not no never nao nunca'.split(' '))

const talked = (found: Scan, cue: Cue, asked: Asked): Understood => {
  // `halo, kemarin gimana` asks; `makasih, sampai besok` does not.
  const asks = asked.periods > 0 && !(asked.ahead && cue.command === 'thanks')
  if (asks) return answered(found, null, asked)
  const isName = found.unknown.length <= NAMES_MAX && !found.unknown.some((w) => DENIALS.has(w))
  return isName ? { ...NOTHING, name: cue.command } : { ...NOTHING, unknown: found.unknown }
}

const answered = (found: Scan, said: Cue | null, asked: Asked): Understood => {
  const mend = said === null ? mistyped(found) : null
  const cue = said ?? mend ?? implied(asked)
  if (cue === null) return { ...NOTHING, unknown: blocking(found, null) }
  if (changesByTheWay(found, cue, asked)) return NOTHING
  const name = asked.ahead && LOOKS_BACK.has(cue.command) ? 'forecast' : cue.command
  return {
    name,
    argument: cue.argument ?? kindOf(name, found.cues) ?? numberFor(name, found.numbers),
    // The one unknown word was the slip that is mended now.
    unknown: mend ? [] : blocking(found, cue),
  }
}

/** A period alone is a question: `kemarin?`, `besok?`. */
const implied = ({ periods, ahead }: Asked): Cue | null => {
  if (periods === 0) return null
  return { command: ahead ? 'forecast' : 'summary', argument: null }
}

/** One word nobody knows, alone, may be a slip of the finger; two are another subject. */
const mistyped = (found: Scan): Cue | null => {
  const [word, ...others] = blocking(found, null)
  return word === undefined || others.length > 0 ? null : mistypedCue(word, found.lexicon)
}

/** Asked about a day to come, these can only mean the forecast: `besok laku berapa`. */
const LOOKS_BACK: ReadonlySet<CommandName> = new Set(['summary', 'products'])

/** These change something, so a passing mention is not enough: `batal order hari ini` undoes nothing. */
const CHANGES: ReadonlySet<CommandName> = new Set(['undo', 'language', 'delete-data', 'alerts'])
const COMPANY: ReadonlySet<CommandName> = new Set([
  'uploads',
  'rows',
  'help',
  'menu',
  'thanks',
  'greeting',
])

const changesByTheWay = ({ cues }: Scan, cue: Cue, { periods }: Asked): boolean =>
  CHANGES.has(cue.command) &&
  (periods > 0 || cues.some(({ command }) => command !== cue.command && !COMPANY.has(command)))

/** Words in the way of a sure answer. An hour of the day is one: no answer of ours tells it apart. */
const blocking = (found: Scan, cue: Cue | null): Words => [
  ...(cue === null ? found.unknown : strangeTo(cue.command, found)),
  ...found.partsOfDay,
  ...(cue !== null && COUNTED.has(cue.command) ? [] : found.numbers.map(String)),
]

/**
 * `top 5`, `lihat 12 baris`: here a number belongs to the command. In `batal file 2` it names one of
 * several files, which only a tap does surely, so there it stands in the way.
 */
const COUNTED: ReadonlySet<CommandName> = new Set(['products', 'rows'])

const numberFor = (name: CommandName, [first]: readonly number[]): string | null =>
  name === 'products' && first !== undefined ? String(first) : null

/** `grafik per cabang`: the picture of what the other cue asks for. */
const DRAWN: ReadonlySet<CommandName> = new Set(['products', 'branches'])

const kindOf = (name: CommandName, cues: readonly Cue[]): string | null => {
  const own = cues.find(({ command, argument }) => command === name && argument !== null)
  if (own !== undefined || name !== 'chart') return own?.argument ?? null
  return cues.find(({ command }) => DRAWN.has(command))?.command ?? null
}

/** Where a message holds several cues, the more special one is meant: `kenapa penjualan turun`. */
const STRENGTH: readonly CommandName[] = [
  'delete-data',
  'undo',
  'rows',
  'days',
  'privacy',
  'export-help',
  'sample',
  'language',
  'profit',
  'why',
  'report',
  'chart',
  'restock',
  'forecast',
  'branches',
  'products',
  'uploads',
  'summary',
  'alerts',
  'alert-details',
  'help',
  'menu',
  'thanks',
  'greeting',
]

const strongest = (cues: readonly Cue[]): Cue | null => {
  const rank = ({ command }: Cue) => STRENGTH.indexOf(command)
  return cues.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}
