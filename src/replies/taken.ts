import type { Taken } from '../intent/ask/model-plan.ts'
import type { Metric } from '../intent/ask/plan.ts'
import type { Shop } from '../sales/shop.ts'
import { italic } from './mark.ts'
import type { Reply } from './reply.ts'
import { lines, listed, voiceOf } from './voice.ts'

/** The answer with a line that says how strange words were taken; none were: the answer as it was. */
export const withTaken = (
  reply: Reply,
  { taken, metric }: { readonly taken: Taken; readonly metric: Metric },
  shop: Shop,
): Reply => {
  const { words, name } = voiceOf(shop)
  const label = Object.entries(words.asked.metrics).find(([key]) => key === metric)?.[1]
  const quoted = (said: readonly string[]) => said.map((word) => `“${name(word)}”`).join(', ')
  // Where the metric has no name of its own (a summary), the words changed nothing.
  const ignored = label === undefined ? [...taken.asking, ...taken.ignored] : taken.ignored
  const readAs =
    label === undefined || taken.asking.length === 0
      ? null
      : words.model.readAs(quoted(taken.asking), label.toLowerCase())
  const leftAside = ignored.length === 0 ? null : words.model.leftAside(quoted(ignored))
  const line = listed(' ', [readAs, leftAside])
  return line === '' ? reply : { ...reply, text: lines(reply.text, italic(line)) }
}
