import { daySpan, longDay } from '../i18n/numbers.ts'
import type { Day, Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import type { ToldDay, ToldDays } from '../sales/told-day.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { item, lines, listed, type Voice, voiceOf } from './voice.ts'

/** What the owner said about days, said back with what follows from it and the way to take it back. */
export const toldReply = (told: ToldDays, shop: Shop, today: Day): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  return textReply(
    lines(
      words.days.noted(bold(sentence(told, shop, voice))),
      told.span.to < today ? words.days.past : words.days[AHEAD[told.kind]],
    ),
    [
      { id: `days:undo:${told.no}`, title: words.buttons.undo },
      { id: 'forecast', title: words.buttons.forecast },
    ],
  )
}

const AHEAD = { closed: 'closedAhead', open: 'openAhead', event: 'eventAhead' } as const

/** A word taken back. Null: it was taken back before. */
export const forgottenReply = (told: ToldDays | null, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const text =
    told === null ? words.days.gone : words.days.forgotten(bold(sentence(told, shop, voice)))
  return textReply(text, [{ id: 'forecast', title: words.buttons.forecast }])
}

/** What is noted, the next day first; `told` are the words that still matter. */
export const toldListReply = (told: readonly ToldDays[], shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const [newest] = told
  if (newest === undefined) {
    return textReply(lines(words.days.none, words.days.how), [
      { id: 'forecast', title: words.buttons.forecast },
    ])
  }
  const sorted = told.toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1))
  return textReply(
    lines(
      `🗓️ ${bold(words.days.list)}`,
      ...sorted.slice(0, LISTED_MAX).map((each) => item(sentence(each, shop, voice))),
      told.length > LISTED_MAX ? words.restock.more(told.length - LISTED_MAX) : null,
      words.days.how,
    ),
    [
      { id: `days:undo:${newest.no}`, title: words.buttons.undoLatest },
      { id: 'forecast', title: words.buttons.forecast },
    ],
  )
}

const LISTED_MAX = 5

/** A branch nobody knows; `known` is what there is. */
export const unknownBranchReply = (name: string, known: readonly string[], shop: Shop): Reply => {
  const { words, name: shown } = voiceOf(shop)
  const text =
    known.length === 0
      ? words.days.noBranches(shown(name))
      : words.days.unknownBranch(shown(name), known.slice(0, LISTED_MAX).map(shown).join(', '))
  return textReply(text, [{ id: 'branches', title: words.menu.titles.branches }])
}

/** A day without rows that the owner has explained: no data, and no riddle either. */
export const wasClosedReply = (day: Day, shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(`🗓️ ${bold(words.days.wasClosed(longDay(day, shop.language)))}`, [
    { id: 'summary', title: words.buttons.summary },
    { id: 'forecast', title: words.buttons.forecast },
  ])
}

/** ` (wisuda)`, or nothing. */
export const noteText = (told: Pick<ToldDay, 'note'> | null, { name }: Voice): string =>
  told?.note ? ` (${name(told.note)})` : ''

const sentence = (told: ToldDays, shop: Shop, voice: Voice): string =>
  voice.words.days.sentence(spanText(told.span, shop), whatText(told, voice))

const whatText = (told: ToldDays, voice: Voice): string => {
  const { words, name } = voice
  const branch = told.branch === null ? null : words.days.branch(name(told.branch))
  return `${listed(' ', [branch, words.days[told.kind]])}${noteText(told, voice)}`
}

const spanText = (span: Span, shop: Shop): string =>
  span.from === span.to ? longDay(span.from, shop.language) : daySpan(span, shop.language)
