import { html } from 'hono/html'
import { answerIntent } from '../../flow/commands/table.ts'
import type { CommandName } from '../../intent/intent.ts'
import { readTap } from '../../intent/tap.ts'
import { type Choice, type Reply, textReply } from '../../replies/reply.ts'
import type { Effect } from '../../store/effects.ts'
import { lineFrom } from './forms.ts'
import { type Html, marked } from './marks.ts'
import { type PageName, pageShowing, pathOf } from './places.ts'
import { askOf, type Visit } from './visit.ts'

/**
 * What may be done from a page, by command: each as in the chat, with its rights and its answer. Deleting
 * everything and making keys to the API stay in the chat, where they are typed.
 */
const DEEDS: ReadonlySet<CommandName> = new Set([
  'undo',
  'replace',
  'label',
  'alerts',
  'stock',
  'supply',
  'ordered',
  'schedule',
  'quiet',
  'stop',
  'resume',
  'team',
  'shop',
  'language',
  'ai',
  'dashboard',
])

/** A chat remembers what it showed and foretold for its follow-ups; a page is no part of the chat. */
const CHAT_MEMORY: ReadonlySet<Effect['kind']> = new Set([
  'shown',
  'remember-plans',
  'foretell',
  'misses',
])

/** Does what a form says and gives the chat's answer to it; null for a form that is none of ours. */
export const done = async (
  visit: Visit,
  fields: Readonly<Record<string, string>>,
): Promise<Reply | null> => {
  const lines = await lineFrom(visit, fields)
  if (lines === null) return null
  if (lines.length === 0) return textReply(visit.words.restock.unchanged)
  const replies: Reply[] = []
  for (const line of lines) {
    const reply = await doneLine(visit, line)
    if (reply === null) return null
    replies.push(reply)
  }
  const [only, ...others] = replies
  if (only === undefined || others.length === 0) return only ?? null
  // Each has its own way back; one button could only take one of them.
  return textReply(replies.map(({ text }) => text).join('\n'))
}

const doneLine = async (visit: Visit, line: string): Promise<Reply | null> => {
  const ask = askOf(visit, line)
  if (ask?.intent.kind !== 'command' || !DEEDS.has(ask.intent.name)) return null
  const { replies, effects } = await answerIntent(visit.world, ask)
  const kept = effects.filter(({ kind }) => !CHAT_MEMORY.has(kind))
  if (kept.length > 0) await visit.world.store.apply(kept)
  return replies[0] ?? null
}

/** What a deed came to, with the answer's own buttons as far as they lead somewhere here. */
export const notice = (
  { text, choices }: Pick<Reply, 'text' | 'choices'>,
  back: PageName,
): Html => html`<div class="notice" role="status">
${marked(text)}
${choiceButtons(choices, back)}
</div>`

/** Buttons of the chat: deeds are forms here, questions lead to their page, the rest stays in the chat. */
export const choiceButtons = (choices: readonly Choice[], back: PageName): Html | '' => {
  const shown = choices.flatMap((choice) => choiceButton(choice, back) ?? [])
  return shown.length === 0 ? '' : html`<div class="buttons">${shown}</div>`
}

const choiceButton = ({ id, title }: Choice, back: PageName): Html | null => {
  const intent = readTap(id)
  if (intent?.kind !== 'command') return null
  if (DEEDS.has(intent.name) && !needsTyping(id)) return tapForm(id, title, back)
  const page = pageShowing(intent.name)
  return page === null || page === back ? null : html`<a href="${pathOf(page)}">${title}</a>`
}

/** Buttons that only ask for words to be typed next have their fields on a page. */
const TYPED_NEXT: ReadonlySet<string> = new Set(['stock:change', 'schedule', 'team', 'shop'])

const needsTyping = (id: string): boolean => TYPED_NEXT.has(id)

/** One button that does what the chat's button does. */
export const tapForm = (line: string, title: string, back: PageName, look = ''): Html =>
  html`<form method="post" action="/dashboard/do">
<input type="hidden" name="deed" value="tap"><input type="hidden" name="line" value="${line}">
<input type="hidden" name="back" value="${back}"><button class="${look}">${title}</button></form>`
