import { z } from 'zod'
import type { Language } from '../sales/shop.ts'
import { type CallFailure, callModel, type ModelDesk } from './call.ts'
import {
  checkNarrative,
  LANGUAGE_NAMES,
  type NarrativeLength,
  renderSentences,
  STORY,
  type Telling,
} from './check.ts'
import type { Sentence } from './claims.ts'
import { type Fact, type FactFormat, type Findings, factsOf } from './facts.ts'
import type { ModelUsage } from './model.ts'

export type NarrateInput = Findings & {
  readonly language: Language
  /** A story unless said otherwise. */
  readonly length?: NarrativeLength
  /** Writes figures and names; what it returns never leaves the process. */
  readonly format: FactFormat
  /** Milliseconds for everything, the second try included. */
  readonly deadlineMs?: number
}

export type Narrative = {
  /** One paragraph, ready to send; every figure in it was written by `format`. */
  readonly text: string
  readonly usage: ModelUsage
}

/** What happened on the way, for the log. Holds nothing of the shop. */
export type NarrateEvent =
  | { readonly kind: 'too-few-facts' }
  | { readonly kind: 'failed'; readonly failure: CallFailure }
  | { readonly kind: 'refused'; readonly reason: string; readonly usage: ModelUsage }
  | { readonly kind: 'accepted'; readonly usage: ModelUsage }

/** A friendly word is worth a short wait only: the answer itself does not wait for it. */
const DEADLINE_MS_DEFAULT = 9_000
const TRIES_MAX = 2
/** Fewer facts than this are one sentence, and code writes that better. */
const FACTS_MIN = 4
/** Seven sentences are about 300 tokens; the rest is for models that think first. */
const OUTPUT_TOKENS_MAX = 2_000

/**
 * A warm paragraph about the findings, or null when no checked one came in time: then the caller uses
 * words written in code. The model sees ids, topics, directions and sizes; no figure, no name, nothing
 * from a shop's file. Its sentences are checked against the facts, refused ones are asked for once more.
 */
export const narrate = async (
  input: NarrateInput,
  desk: ModelDesk,
  observe: (event: NarrateEvent) => void = () => {},
): Promise<Narrative | null> => {
  const facts = factsOf(input, input.format)
  if (facts.length < FACTS_MIN) {
    observe({ kind: 'too-few-facts' })
    return null
  }
  const deadlineMs = (input.deadlineMs ?? DEADLINE_MS_DEFAULT) / TRIES_MAX
  const telling = { language: input.language, length: input.length ?? STORY }
  let refusal: Refusal | null = null
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const result = await callModel(desk, {
      task: 'narrative',
      system: systemPrompt(telling),
      parts: [{ text: factsPrompt(facts, refusal) }],
      schema: ANSWER,
      deadlineMs,
      maxOutputTokens: OUTPUT_TOKENS_MAX,
    })
    if (!result.ok) {
      observe({ kind: 'failed', failure: result })
      return null
    }
    const judged = judge(result.value.sentences, facts, telling)
    if (judged.isTrue) {
      observe({ kind: 'accepted', usage: result.usage })
      return { text: judged.text, usage: result.usage }
    }
    refusal = judged
    observe({ kind: 'refused', reason: judged.reason, usage: result.usage })
  }
  return null
}

const ANSWER = z.object({
  sentences: z
    .array(z.object({ text: z.string().max(1_000), factIds: z.array(z.string()).max(20) }))
    .max(20),
})

/** An answer not sent, kept for the second try: what was wrong with it and what it said. */
type Refusal = { readonly isTrue: false; readonly reason: string; readonly said: string }

const judge = (
  sentences: readonly Sentence[],
  facts: readonly Fact[],
  telling: Telling,
): { readonly isTrue: true; readonly text: string } | Refusal => {
  const said = JSON.stringify(sentences)
  const verdict = checkNarrative(sentences, facts, telling)
  if (!verdict.ok) return { isTrue: false, reason: verdict.reason, said }
  const text = renderSentences(sentences, facts)
  if (hasOnlyOurFigures(text, sentences, facts)) return { isTrue: true, text }
  return { isTrue: false, reason: 'a figure stands where none of ours was put', said }
}

const NUMBERS = /\p{N}+/gu

/** Belt and braces: the digits people will read are, in order, those of the facts put in. */
const hasOnlyOurFigures = (
  text: string,
  sentences: readonly Sentence[],
  facts: readonly Fact[],
): boolean => {
  const rendered = new Map(facts.map(({ id, rendered: figure }) => [id, figure]))
  const ours = sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(/\{\{(\w+)\}\}/g)].flatMap(
      ([, id]) => (rendered.get(id ?? '') ?? '').match(NUMBERS) ?? [],
    ),
  )
  return (text.match(NUMBERS) ?? []).join(' ') === ours.join(' ')
}

/** What may leave: everything of a fact but what it stands for. */
const factsPrompt = (facts: readonly Fact[], refusal: Refusal | null): string => {
  const list = facts.map(({ id, topic, role, noun, about, direction, size, isTop, isCause }) =>
    JSON.stringify({
      id,
      topic,
      role: noun ?? role,
      about,
      ...(direction === null ? {} : { direction }),
      ...(size === null ? {} : { size }),
      ...(isTop ? { first: true } : {}),
      ...(isCause ? { cause: true } : {}),
    }),
  )
  const again =
    refusal === null
      ? []
      : [
          '',
          `Your last answer was: ${refusal.said.slice(0, SAID_CHARS_MAX)}`,
          `It was refused: ${refusal.reason}. Write it again without these faults.`,
        ]
  return ['Facts, one a line:', ...list, ...again].join('\n')
}

/** Enough for eight sentences; a runaway answer is not sent back whole. */
const SAID_CHARS_MAX = 3_000

const TONE: Readonly<Record<Language, string>> = {
  id: 'Write in warm, simple, everyday Indonesian, as a helpful colleague; say "Anda" and "toko Anda".',
  en: 'Write in warm, simple, everyday English, as a helpful colleague; say "you" and "your shop".',
  es: 'Write in warm, simple, everyday Latin American Spanish, as a helpful colleague; say "tú" and "tu tienda".',
  pt: 'Write in warm, simple, everyday Brazilian Portuguese, as a helpful colleague; say "você" and "sua loja".',
}

/** A model that is asked for a little less than it may write keeps to it more often. */
const CHARS_SPARE = 100

const howLong = ({ language, length }: Telling): string => {
  const { sentencesMin, sentencesMax, charsMax } = length
  const many = sentencesMax <= 2 ? `${sentencesMin} or ${sentencesMax}` : '5 to 7'
  const edges = sentencesMax <= 2 ? 'No greeting.' : 'The first may greet, the last may cheer.'
  return `Write ${many} short sentences in ${LANGUAGE_NAMES[language]} only, under ${charsMax - CHARS_SPARE} characters together. ${edges}`
}

const systemPrompt = ({ language, length }: Telling): string =>
  `
You write a short note to the owner of a small shop about how it sells. ${TONE[language]}
${howLong({ language, length })}
You do not know any figure or name. Where one belongs, write its id in double braces: {{f2}}, {{n1}}. They already carry their unit or percent sign.
For each sentence list in factIds every fact it rests on.
Rules; a sentence that breaks one is thrown away:
- No digits, no amounts in words (not even "half", "double", "setengah", "ribuan"), no money or percent signs.
- No dates, days, weeks, months, times of day; use the placeholder of role "date".
- One topic a sentence. Never put facts of two topics into one sentence.
- Say up or down only of facts with that direction, one direction a sentence, never "not up". Role "level" is how much there is: never "rose {{f2}}". Role "change" is how much it moved: always with its up, down or steady.
- Call something the best or favourite only with a fact marked first. Call nothing the worst. Speak of all or total only in topics sales, trend and forecast.
- Give a reason only by naming a fact marked cause: "because of {{n9}}". Guess nothing: no weather, holidays, competitors, profit, customers, stock running out.
- Tell topics that begin with "forecast" as expected, never as sold; foretell nothing else.
- "sharply" only for size strong, "slightly" only for size slight. Do not praise a fall.
- Plain sentences: no headings, lists, quotes, links or markup. At most one emoji.
`.trim()
