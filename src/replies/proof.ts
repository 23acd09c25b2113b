import type { Countable } from '../analytics/plan-figures.ts'
import { shortDay } from '../i18n/numbers.ts'
import { METRIC_RULES } from '../intent/ask/metrics.ts'
import type { Filter } from '../intent/ask/plan.ts'
import { daysBetween, type Span, wallClock } from '../sales/day.ts'
import type { Shop } from '../sales/shop.ts'
import { filterTexts } from './filter-texts.ts'
import { bold, italic } from './mark.ts'
import type { ProofFile } from './proof-book.ts'
import { type Reply, textReply } from './reply.ts'
import { item, lines, listed, type Voice, voiceOf } from './voice.ts'

/** What a proof holds, as its caption says it. */
export type ProofParts = {
  readonly about: 'figures' | 'why' | 'forecast' | 'restock'
  readonly figures: readonly {
    readonly metric: Countable
    readonly value: number | null
    readonly span: Span
    readonly filters: readonly Filter[]
    readonly lines: number
    /** What the answer said instead of the sum; `over` days or parts. */
    readonly said:
      | { readonly kind: 'mean' | 'middle'; readonly value: number; readonly over: number }
      | { readonly kind: 'share'; readonly whole: number }
      | null
  }[]
  readonly lines: number
  readonly isDaily: boolean
  readonly files: readonly ProofFile[]
  /** Days a forecast or an advice rests on. */
  readonly span: Span | null
  /** Sales came or went since the answer. */
  readonly hasChanged: boolean
}

/** The caption of the file of rows: what was counted, from which files, and how to check it. */
export const proofReply = (parts: ProofParts, shop: Shop): Reply => {
  const voice = voiceOf(shop)
  const { words } = voice
  const text =
    parts.figures.length === 0 ? adviceText(parts, voice) : figureText(parts, { shop, voice })
  return textReply(lines(text, parts.hasChanged ? italic(words.proof.changed) : null), [
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** Nothing to prove: no answer with figures yet. */
export const nothingToProveReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(lines(bold(words.proof.nothing), words.proof.nothingNext), [
    { id: 'summary', title: words.buttons.summary },
    { id: 'menu', title: words.buttons.menu },
  ])
}

/** The answer was about rows of which there are none. */
export const noRowsReply = (shop: Shop): Reply => {
  const { words } = voiceOf(shop)
  return textReply(words.proof.noRows, [
    { id: 'summary', title: words.buttons.summary },
    { id: 'uploads', title: words.buttons.uploads },
  ])
}

type Saying = { readonly shop: Shop; readonly voice: Voice }

const figureText = (parts: ProofParts, { shop, voice }: Saying): string => {
  const { words, whole } = voice
  const { proof } = words
  const [first, ...others] = parts.figures
  const metrics = [...new Set(parts.figures.map(({ metric }) => metric))]
  return lines(
    `🧾 ${bold(proof.title(first === undefined ? '' : valueText(first, voice)))}`,
    first === undefined ? null : whereText(first, { shop, voice }),
    first === undefined ? null : saidText(first, voice),
    ...others.map((figure) =>
      item(listed(' · ', [valueText(figure, voice), whereText(figure, { shop, voice })])),
    ),
    ...metrics.map((metric) => italic(proof.metrics[metric])),
    parts.isDaily ? proof.daily(whole(parts.lines)) : null,
    ...filesText(parts, { shop, voice }),
    parts.about === 'why' ? proof.why : null,
    checkText(metrics, voice),
  )
}

/** `Omzet Rp 1.640.000`, to the last figure. */
const valueText = ({ metric, value }: ProofParts['figures'][number], voice: Voice): string => {
  const name = voice.words.asked.metrics[metric]
  return value === null ? name : `${name} ${inFull(metric, value, voice)}`
}

const inFull = (metric: Countable, value: number, voice: Voice): string => {
  const { shownAs } = METRIC_RULES[metric]
  if (shownAs === 'money') return voice.fullMoney(value)
  return shownAs === 'things' ? voice.quantity(value) : voice.whole(value)
}

/** `Rp 30.000 = Rp 930.000 ÷ 31`: how the answer came from the rows. */
const saidText = (
  { metric, value, said }: ProofParts['figures'][number],
  voice: Voice,
): string | null => {
  if (said === null || value === null) return null
  const total = inFull(metric, value, voice)
  if (said.kind === 'share') {
    return `${voice.percent(value / said.whole)} = ${total} ÷ ${inFull(metric, said.whole, voice)}`
  }
  const figure = inFull(metric, said.value, voice)
  return said.kind === 'mean'
    ? `${figure} = ${total} ÷ ${voice.whole(said.over)}`
    : voice.words.proof.middle(figure, voice.whole(said.over))
}

const whereText = (
  { span, filters }: ProofParts['figures'][number],
  { shop, voice }: Saying,
): string => listed(' · ', [voice.when(span), ...filterTexts(filters, { shop, voice })])

/** Files named in the caption; all of them are in the file. */
const FILES_SHOWN = 3

const filesText = (
  { files, lines: count, isDaily }: ProofParts,
  { shop, voice }: Saying,
): readonly (string | null)[] => {
  const { words, whole, name } = voice
  const { proof } = words
  if (isDaily) return []
  const own = files.filter(({ isTyped }) => !isTyped)
  const typed = files.filter(({ isTyped }) => isTyped).reduce((sum, file) => sum + file.lines, 0)
  const from = [
    own.length === 0 ? null : proof.files(whole(own.length)),
    typed === 0 ? null : proof.typed,
  ]
  if (files.length === 0) return []
  const more = own.length - FILES_SHOWN
  return [
    proof.rows(whole(count), listed(' + ', from)),
    ...own
      .slice(0, FILES_SHOWN)
      .map((file) =>
        item(
          listed(', ', [
            proof.file(name(file.fileName), cameAt(file, shop), whole(file.lines)),
            file.skipped === 0 ? null : proof.skipped(whole(file.skipped)),
          ]),
        ),
      ),
    more > 0 ? proof.moreFiles(whole(more)) : null,
  ]
}

/** `1 Apr 09.12`, on the shop's clock. */
const cameAt = ({ at }: ProofFile, shop: Shop): string =>
  shortDay(wallClock(at, shop.timeZone).day, shop.language)

/** Only sums can be added up again by whoever opens the file. */
const checkText = (metrics: readonly Countable[], { words }: Voice): string | null => {
  const { columns } = words.people.export
  const [metric, ...others] = metrics
  if (others.length > 0) return null
  if (metric === 'revenue') return words.proof.check(columns.revenue)
  return metric === 'units' ? words.proof.check(columns.quantity) : null
}

const WEEK_DAYS = 7

const adviceText = ({ about, span }: ProofParts, { words, when, whole }: Voice): string => {
  const { proof } = words
  const weeks =
    span === null ? 0 : Math.max(1, Math.round((daysBetween(span.from, span.to) + 1) / WEEK_DAYS))
  const isForecast = about === 'forecast'
  return lines(
    `🧾 ${bold(proof.title(isForecast ? proof.sheets.forecast : proof.sheets.restock))}`,
    span === null ? null : when(span),
    isForecast ? proof.forecast(whole(weeks)) : proof.restock,
  )
}
