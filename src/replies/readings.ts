import type { Plan } from '../intent/ask/plan.ts'
import type { Shop } from '../sales/shop.ts'
import { bold, italic } from './mark.ts'
import { type Choice, type Reply, textReply } from './reply.ts'
import { lines, voiceOf } from './voice.ts'

/** A question that can be meant in two ways, asked back; each reading is a button. */
export const whichReadingReply = (choices: readonly Choice[], shop: Shop): Reply =>
  textReply(voiceOf(shop).words.asked.which, choices)

/** A reading by what tells it from the others: `Dago (cabang)`. */
export const readingTitle = ({ filters }: Plan, shop: Shop): string => {
  const { words, name } = voiceOf(shop)
  const [filter] = filters
  const [first] = filter?.values ?? []
  if (filter === undefined || first === undefined) return words.asked.metrics.revenue
  const shown =
    filter.values.length > 1
      ? words.asked.names(name(first), filter.values.length - 1)
      : name(first)
  const { kinds } = words.asked
  const kind = NAMED.find((each) => each === filter.dimension)
  return kind === undefined ? shown : `${kinds[kind]}: ${shown}`
}

const NAMED = ['product', 'branch', 'color', 'category'] as const

/** What was learned from the choice, under the answer. */
export const learnedLine = (said: string, name: string, shop: Shop): string => {
  const voice = voiceOf(shop)
  return italic(voice.words.asked.learned(voice.name(said), voice.name(name)))
}

export const forgottenWordReply = (said: string, name: string, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  return textReply(lines(voice.words.asked.forgotten(bold(voice.name(said)), voice.name(name))))
}
