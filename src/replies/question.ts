import { daySpan, fullDayMonth } from '../i18n/numbers.ts'
import type { Question } from '../ingest/reading.ts'
import type { Span } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { spanId } from './summary.ts'
import { voiceOf } from './voice.ts'

type Option = Question['options'][number]

/**
 * The one question about a file that has two readings. The answer comes back as
 * `answer:date-order:day-first` and is kept for every file of the same layout.
 */
export const questionReply = (question: Question, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const ask = voice.words.question[question.kind]
  return textReply(
    ask(bold(voice.name(question.example))),
    question.options.map((option) => ({
      id: `answer:${question.kind}:${option.id}`,
      title: titleOf(option, question.kind, shop),
    })),
  )
}

/** While the week has no sales yet, `this week` has two readings: the days since Monday, or the last seven. */
export const whichWeekReply = (
  { week, lastDays }: { readonly week: Span; readonly lastDays: Span },
  shop: Shop,
): Reply => {
  const { thisWeek } = voiceOf(shop).words.asked
  return textReply(thisWeek.which, [
    { id: `summary:${spanId(week)}`, title: thisWeek.sinceMonday },
    { id: `summary:${spanId(lastDays)}`, title: thisWeek.lastDays },
  ])
}

const titleOf = (option: Option, kind: Question['kind'], shop: Shop): string => {
  const { words, name } = voiceOf(shop)
  const { day } = option
  if (day !== undefined && kind === 'year') return daySpan({ from: day, to: day }, shop.language)
  if (day !== undefined) return fullDayMonth(day, shop.language)
  const { sales, stock, countRows, leaveOut, countOnce } = words.buttons
  const deeds = { count: countRows, 'leave-out': leaveOut, once: countOnce }
  if (option.says !== undefined) return deeds[option.says]
  const named: Readonly<Record<string, string>> = { sales, stock }
  return named[option.id] ?? name(option.label)
}
