import type { Day } from '../sales/day.ts'
import type { Arrival, Content } from './arrival.ts'
import { runningDays } from './calendar.ts'
import type { CommandName, Intent, Period, RouteContext } from './intent.ts'
import { type Cue, mistypedCue, readWords, type Scan, scan, strangeTo } from './lexicon.ts'
import { MENU } from './menu.ts'
import { readPeriods } from './period.ts'
import { readTap } from './tap.ts'
import { idOfTitle } from './titles.ts'
import { emojiOf, isTooLong, titleKey, type Words } from './words.ts'

/**
 * What a message means, by rules alone: no model, no memory but the context, under a millisecond.
 * Sure or not at all: one word that nobody knows (`penjualan kaktus`) and the answer is `unclear`,
 * because the whole shop's total would be a wrong answer given with confidence.
 */
export const route = (arrival: Arrival, context: RouteContext): Intent =>
  ofContent(arrival.content, context)

const ofContent = (content: Content, context: RouteContext): Intent => {
  switch (content.kind) {
    case 'text':
      return ofText(content.text, context)
    case 'tap':
      return ofTap(content.id, context) ?? ofText(content.title, context)
    case 'file':
      return { kind: 'upload', media: content.media, fileName: content.fileName }
    case 'too-big':
      return { kind: 'file-too-big' }
    case 'picture':
    case 'voice':
      return { kind: 'unreadable', what: content.kind }
    case 'unknown':
      return { kind: 'unreadable', what: 'other' }
    case 'reaction':
    case 'identity':
      return { kind: 'silent' }
  }
}

const ofText = (text: string, context: RouteContext): Intent => {
  if (isTooLong(text)) return unclear(text, null, [])
  const id = offeredId(text, context) ?? menuId(text) ?? idOfTitle(text)
  const tapped = id === null ? null : ofTap(id, context)
  return tapped ?? ofEmoji(text) ?? ofWords(text, context)
}

/** `forecast:7` is the next seven days, whichever day it is tapped on. */
const ofTap = (id: string, { today }: RouteContext): Intent | null => {
  const intent = readTap(id)
  if (intent?.kind !== 'command' || intent.name !== 'forecast') return intent
  const count = Number(intent.argument ?? 0)
  if (!Number.isInteger(count) || count < 1 || count > FORECAST_DAYS_MAX) return intent
  return { ...intent, period: { kind: 'days', span: runningDays(today, count, 'future') } }
}

/** The longest horizon the forecaster is measured on. */
const FORECAST_DAYS_MAX = 28

/** The title or the number of a choice in our last message. */
const offeredId = (text: string, { offered = [] }: RouteContext): string | null => {
  const key = titleKey(text)
  const numbered = offered[choiceNumber(text) - 1]
  const titled = key === '' ? undefined : offered.find(({ title }) => titleKey(title) === key)
  return (titled ?? numbered)?.id ?? null
}

const menuId = (text: string): string | null => MENU[choiceNumber(text) - 1] ?? null

/** `2`, `2.`, `no 2`, `nomor 2`; 0 when the message is not a number alone. */
const choiceNumber = (text: string): number =>
  Number(/^\s*(?:no\.?|nomor|number)?\s*(\d{1,2})\s*[.)]?\s*$/i.exec(text)?.[1] ?? 0)

const THANKS = /[👍🙏👌✅❤💯😊🥰😍👏]/u
const GREETING = /[👋🤝]/u

const ofEmoji = (text: string): Intent | null => {
  const emoji = emojiOf(text)
  if (emoji.length === 0 || titleKey(text) !== '') return null
  if (emoji.some((each) => GREETING.test(each))) return command('greeting')
  return emoji.some((each) => THANKS.test(each)) ? command('thanks') : null
}

const ofWords = (text: string, context: RouteContext): Intent => {
  const words = readWords(text, context.names ?? new Set())
  const { periods, ahead, rest } = readPeriods(words, context.today, 'past')
  const said = understood(scan(rest), periods.length > 0)
  const cue = said.cue ?? impliedCue(ahead, periods.length)
  if (cue === null) return unclear(text, null, said.unknown)
  const name = ahead && LOOKS_BACK.has(cue.command) ? 'forecast' : cue.command
  if (said.unknown.length > 0) return unclear(text, name, said.unknown)
  if (periods.length > 1 && name !== 'why') return unclear(text, name, [])
  return {
    kind: 'command',
    name,
    period: periodFor(name, { words, periods, today: context.today }),
    argument: cue.argument ?? numberFor(name, said.numbers),
  }
}

/** Asked about a day to come, these can only mean the forecast: `besok laku berapa`. */
const LOOKS_BACK: ReadonlySet<CommandName> = new Set(['summary', 'products', 'greeting', 'thanks'])

/** A period alone is a question: `kemarin?`, `besok?`. */
const impliedCue = (ahead: boolean, periods: number): Cue | null => {
  if (periods === 0) return null
  return { command: ahead ? 'forecast' : 'summary', argument: null }
}

type Understood = {
  readonly cue: Cue | null
  readonly unknown: Words
  readonly numbers: readonly number[]
}

const understood = (found: Scan, hasPeriod: boolean): Understood => {
  const cue = strongest(found.cues)
  if (isTalk(cue) || (cue === null && found.partOfDay && !hasPeriod)) {
    return talked(found, hasPeriod ? null : (cue ?? GREET))
  }
  // `penjualan pagi ini` asks for an hour of the day, which no answer of ours tells apart.
  const unknown = cue === null ? found.unknown : strangeTo(cue.command, found.unknown)
  const strange = found.partOfDay ? [...unknown, 'pagi'] : unknown
  const blocking = [...strange, ...unusedNumbers(cue, found.numbers)]
  const meant = cue === null && blocking.length === 1 ? mistypedCue(blocking[0] ?? '') : null
  return meant ? said(meant, [], found.numbers) : said(cue, blocking, found.numbers)
}

/** `halo mbak sinta`, `makasih ya ganteng`: small talk may name somebody, a subject it may not. */
const NAMES_MAX = 2

const talked = ({ unknown }: Scan, cue: Cue | null): Understood =>
  unknown.length > NAMES_MAX ? said(null, unknown, []) : said(cue, [], [])

const said = (cue: Cue | null, unknown: Words, numbers: readonly number[]): Understood => ({
  cue,
  unknown,
  numbers,
})

const GREET: Cue = { command: 'greeting', argument: null }

const isTalk = (cue: Cue | null): boolean =>
  cue?.command === 'greeting' || cue?.command === 'thanks'

const unusedNumbers = (cue: Cue | null, numbers: readonly number[]): Words =>
  cue !== null && COUNTED.has(cue.command) ? [] : numbers.map(String)

/** `top 5`, `batal 2`, `lihat 12 baris`: here a number belongs to the command. */
const COUNTED: ReadonlySet<CommandName> = new Set(['products', 'undo', 'rows'])

const numberFor = (name: CommandName, numbers: readonly number[]): string | null => {
  const [first] = numbers
  return (name === 'products' || name === 'undo') && first !== undefined ? String(first) : null
}

/** Where a message holds several cues, the more special one is meant: `kenapa penjualan turun`. */
const STRENGTH: readonly CommandName[] = [
  'delete-data',
  'undo',
  'rows',
  'privacy',
  'export-help',
  'sample',
  'language',
  'profit',
  'label',
  'why',
  'report',
  'chart',
  'restock',
  'forecast',
  'branches',
  'products',
  'uploads',
  'summary',
  'alert-details',
  'help',
  'menu',
  'thanks',
  'greeting',
]

const strongest = (cues: readonly Cue[]): Cue | null => {
  const ranked = cues.toSorted((a, b) => STRENGTH.indexOf(a.command) - STRENGTH.indexOf(b.command))
  return ranked[0] ?? null
}

/** Commands that answer for a period; for the others a period is only said in passing. */
const HAS_PERIOD: ReadonlySet<CommandName> = new Set([
  'summary',
  'forecast',
  'products',
  'branches',
  'chart',
  'report',
  'why',
  'profit',
])

const periodFor = (
  name: CommandName,
  found: {
    readonly words: Words
    readonly periods: readonly Period[]
    readonly today: Day
  },
): Period | null => {
  if (!HAS_PERIOD.has(name)) return null
  if (name !== 'forecast') return found.periods[0] ?? null
  return readPeriods(found.words, found.today, 'future').periods[0] ?? null
}

const command = (name: CommandName): Intent => ({
  kind: 'command',
  name,
  period: null,
  argument: null,
})

const unclear = (text: string, nearly: CommandName | null, unknown: Words): Intent => ({
  kind: 'unclear',
  text,
  nearly,
  unknown,
})
