import { daySpan, fullDayMonth } from '../i18n/numbers.ts'
import type { Question } from '../ingest/reading.ts'
import { addDays, type Day } from '../sales/day.ts'
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

/** On a Monday `this week` has two readings: the day that has begun, or the seven that make a week. */
export const whichWeekReply = (today: Day, shop: Shop): Reply => {
  const { which, sinceMonday, lastDays } = voiceOf(shop).words.asked.thisWeek
  const week = { from: addDays(today, 1 - WEEK_DAYS), to: today }
  return textReply(which, [
    { id: `summary:${today}`, title: sinceMonday },
    { id: `summary:${spanId(week)}`, title: lastDays },
  ])
}

const WEEK_DAYS = 7

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
