import type { Day } from '../sales/day.ts'
import { aiIntent } from './ai-words.ts'
import type { Arrival, Content } from './arrival.ts'
import { runningDays } from './calendar.ts'
import { dashboardIntent } from './dashboard-words.ts'
import type { CommandName, Intent, Period, RouteContext } from './intent.ts'
import { readIn } from './language.ts'
import { type Lexicon, lexiconOf, readWords, scan } from './lexicon.ts'
import { MENU } from './menu.ts'
import { peopleIntent } from './people-words.ts'
import { readPeriods } from './period.ts'
import { proofIntent } from './proof-words.ts'
import type { SoldTalk } from './sold-saying.ts'
import { readSoldFix, readSoldTalk } from './sold-talk.ts'
import { speakingIntent } from './speaking-words.ts'
import type { StockTalk } from './stock-saying.ts'
import { readStockAnswer, readStockTalk } from './stock-talk.ts'
import { readTap } from './tap.ts'
import { idOfTitle } from './titles.ts'
import { tokenIntent } from './token-words.ts'
import { readToldDays } from './told-days.ts'
import { understand } from './understand.ts'
import { asTyped, emojiOf, isTooLong, titleKey, type Words } from './words.ts'

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
      if (PICTURE.test(content.media.mimeType)) return { kind: 'photo', media: content.media }
      return { kind: 'upload', media: content.media, fileName: content.fileName }
    case 'too-big':
      return { kind: 'file-too-big' }
    case 'picture':
      return { kind: 'photo', media: content.media }
    case 'voice':
      return { kind: 'unreadable', what: content.kind }
    case 'unknown':
      return { kind: 'unreadable', what: 'other' }
    case 'reaction':
    case 'identity':
      return { kind: 'silent' }
  }
}

/** Pictures a model can read, sent as a document to keep them sharp. */
const PICTURE = /^image\/(?:jpeg|png|webp|heic|heif)$/

const ofText = (text: string, context: RouteContext): Intent => {
  if (isTooLong(text)) return unclear(text, null, [])
  const id = offeredId(text, context) ?? menuId(text) ?? idOfTitle(text)
  const tapped = id === null ? null : ofTap(id, context)
  const talk = readStockTalk(text, context)
  const known =
    tapped ??
    ofEmoji(text) ??
    tokenIntent(text) ??
    dashboardIntent(text, context) ??
    proofIntent(text) ??
    aiIntent(text) ??
    speakingIntent(text) ??
    peopleIntent(text, context)
  if (known !== null) return known
  const sold = readSoldFix(text, context) ?? readSoldTalk(text, context)
  if (sold !== null) return soldTalk(sold)
  // `cerramos el 10 por inventario` tells of a day; ten pieces of stock it only seems to hold.
  return toldDays(text, context) ?? stockTalk(talk) ?? ofAnswer(text, context)
}

const toldDays = (text: string, { language, names = new Set(), today }: RouteContext) =>
  readToldDays(text, readWords(text, names, lexiconOf(readIn(text, language))), today)

/** A question is one even right after we asked for stock; only what is none can be the answer. */
const ofAnswer = (text: string, context: RouteContext): Intent => {
  const intent = ofWords(text, context)
  if (intent.kind !== 'unclear') return intent
  return stockTalk(readStockAnswer(text, context)) ?? intent
}

const soldTalk = (talk: SoldTalk): Intent => ({ kind: 'sold-talk', talk })

const stockTalk = (talk: StockTalk | null): Intent | null => {
  if (talk === null) return null
  if (talk.kind === 'ordered') return command('ordered')
  return talk.kind === 'asked' && talk.name === ''
    ? command(talk.about)
    : { kind: 'stock-talk', talk }
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
  const lexicon = lexiconOf(readIn(text, context.language))
  const words = readWords(text, context.names ?? new Set(), lexicon)
  const { periods, ahead, rest } = readPeriods(words, context.today, 'past')
  const { name, argument, unknown } = understand(scan(rest, lexicon), {
    periods: periods.length,
    ahead,
  })
  const isMixed = periods.length > 1 && name !== 'why'
  if (name === null || unknown.length > 0 || isMixed) {
    return unclear(text, name, saidBack(unknown, text, lexicon))
  }
  const period = periodFor(name, { words, periods, today: context.today })
  // Nothing is foretold about a day gone by.
  if (name === 'forecast' && period && period.span.to < context.today) {
    return unclear(text, name, [])
  }
  return { kind: 'command', name, period, argument }
}

/** Unknown words with their accents; `closed` was never typed by somebody who said `cerrado`. */
const saidBack = (unknown: Words, text: string, { ours }: Lexicon): Words =>
  asTyped(unknown, text).filter((word) => !ours.has(word) || text.toLowerCase().includes(word))

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
