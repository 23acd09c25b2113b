import type { Explanation } from '../analytics/findings.ts'
import type { Shop } from '../sales/shop.ts'
import { amountsIn, type Measure } from './amount.ts'
import { basisLine } from './basis.ts'
import { causeLines, unexplained } from './causes.ts'
import { bold } from './mark.ts'
import { type Reply, textReply } from './reply.ts'
import { spanId } from './summary.ts'
import { item, lines, type Voice, voiceOf } from './voice.ts'

/** Under this nobody would call it a change. */
const FLAT_CHANGE = 0.03
/** A rest smaller than this is not worth a line. */
const REST_MIN = 0.1

/** `remark`: a checked sentence on what it means, or null. */
type WhyTold = { readonly measure: Measure; readonly remark: string | null }
const MONEY_ALONE: WhyTold = { measure: 'money', remark: null }

/** Nobody would call it a change. */
export const isAsUsual = ({ change }: Pick<Explanation, 'change'>): boolean =>
  Math.abs(change) < FLAT_CHANGE

/** Why a day or a period was not as usual; null when there is nothing to hold it against. */
export const whyReply = (
  explanation: Explanation | null,
  shop: Shop,
  { measure, remark }: WhyTold = MONEY_ALONE,
): Reply => {
  const voice = voiceOf(shop)
  if (explanation === null) return unknownReply(voice)
  const { words, percent } = voice
  const amounts = amountsIn(measure, voice)
  const causes = causeLines(explanation.causes, voice, amounts)
  const rest = unexplained(explanation.causes)
  const flat = isAsUsual(explanation)
  return textReply(
    lines(
      `${sign(explanation, flat)} ${bold(title(explanation, voice, measure))}`,
      words.why.against(amounts.amount(explanation.actual), amounts.about(explanation.expected)),
      ...(flat ? [] : reasons(causes, voice)),
      !flat && rest >= REST_MIN ? words.why.rest(percent(rest)) : null,
      remark,
      basisLine(explanation.basis, shop, { withSpan: true }),
    ),
    [
      { id: `summary:${spanId(explanation.span)}`, title: words.buttons.summary },
      { id: 'products', title: words.buttons.products },
      { id: 'forecast', title: words.buttons.forecast },
    ],
  )
}

/** One reason in a sentence, more of them as a list. */
const reasons = (causes: readonly string[], { words }: Voice): readonly string[] => {
  const [first] = causes
  if (first === undefined) return [words.why.noCause]
  return causes.length === 1 ? [words.why.causes(first)] : causes.map(item)
}

const sign = ({ change }: Explanation, flat: boolean): string => {
  if (flat) return '👍'
  return change > 0 ? '📈' : '📉'
}

const title = (explanation: Explanation, voice: Voice, measure: Measure): string => {
  const { words, when } = voice
  const { span, actual, expected, change } = explanation
  if (isAsUsual({ change })) return words.why.flat(when(span))
  const gap = amountsIn(measure, voice).about(Math.abs(actual - expected))
  return change > 0 ? words.why.up(when(span), gap) : words.why.down(when(span), gap)
}

const unknownReply = ({ words }: Voice): Reply =>
  textReply(lines(words.why.unknown, words.why.unknownNext), [
    { id: 'summary', title: words.buttons.summary },
    { id: 'uploads', title: words.buttons.uploads },
  ])
