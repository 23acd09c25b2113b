import { plain } from '../replies/mark.ts'
import type { Choice, Reply } from '../replies/reply.ts'
import type { Outgoing, Recipient, Template } from './channel.ts'
import {
  BODY_CHARS_MAX,
  BUTTON_ID_CHARS_MAX,
  BUTTON_TITLE_CHARS_MAX,
  BUTTONS_MAX,
  CAPTION_CHARS_MAX,
  FILE_NAME_CHARS_MAX,
  LIST_LABEL_CHARS_MAX,
  LIST_ROWS_MAX,
  OPAQUE_CHARS_MAX,
  ROW_DESCRIPTION_CHARS_MAX,
  ROW_ID_CHARS_MAX,
  ROW_TITLE_CHARS_MAX,
  TEXT_CHARS_MAX,
} from './limits.ts'
import { whatsappText } from './markdown.ts'
import { shorten, shortenLines } from './shorten.ts'
import { templateText } from './window.ts'

/** The label that opens a list: one word that every language we speak shares. */
const LIST_LABEL = shorten('Menu', LIST_LABEL_CHARS_MAX)

/**
 * An outgoing message as the body of `POST /{phone}/messages`. `mediaId` is the upload of the
 * reply's attachment, null without one. A reply is always one message: each one is billed.
 */
export const shapeMessage = (message: Outgoing, mediaId: string | null): object => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  ...shapeRecipient(message.to),
  biz_opaque_callback_data: message.opaqueId.slice(0, OPAQUE_CHARS_MAX),
  ...shapeQuote(message.body),
  ...(message.body.kind === 'template'
    ? shapeTemplate(message.body.template)
    : shapeReply(message.body.reply, mediaId)),
})

/** Without `+`, Meta may take the first digits for a local number and put our country code before. */
const shapeRecipient = (to: Recipient): object => {
  const digits = (to.phone ?? '').replace(/\D/g, '')
  if (digits !== '') return { to: `+${digits}` }
  if (to.userId !== null) return { recipient: to.userId }
  throw new Error('a message without recipient: neither phone nor user id is known')
}

const shapeQuote = (body: Outgoing['body']): object =>
  body.kind === 'reply' && body.quotedId !== null ? { context: { message_id: body.quotedId } } : {}

const shapeTemplate = (template: Template): object => ({
  type: 'template',
  template: {
    name: template.name,
    language: { code: template.language },
    components: [...shapeParameters(template.parameters), ...shapePayloads(template.payloads)],
  },
})

const shapeParameters = (parameters: Template['parameters']): object[] => {
  const named = Object.entries(parameters).map(([name, text]) => ({
    type: 'text',
    parameter_name: name,
    text: templateText(text),
  }))
  return named.length === 0 ? [] : [{ type: 'body', parameters: named }]
}

const shapePayloads = (payloads: readonly string[]): object[] =>
  payloads.map((payload, index) => ({
    type: 'button',
    sub_type: 'quick_reply',
    index: String(index),
    parameters: [{ type: 'payload', payload }],
  }))

/** Words, buttons, list, picture or document: whichever single message holds the whole reply. */
const shapeReply = (reply: Reply, mediaId: string | null): object => {
  const text = whatsappText(reply.text)
  const choices = tappable(reply.choices)
  if (reply.attachment && mediaId === null) throw new Error('an attachment was not uploaded')
  if (choices.length === 0) return withoutChoices(reply, text, mediaId)
  // More words than an interactive body holds: the words win, the choices are typed instead.
  if (!reply.attachment && text.length > BODY_CHARS_MAX) {
    return textMessage(withTyped(text, choices, TEXT_CHARS_MAX))
  }
  const isList = choices.length > BUTTONS_MAX && !reply.attachment
  return isList ? listMessage(text, choices) : buttonMessage(reply, { text, choices, mediaId })
}

const withoutChoices = (reply: Reply, text: string, mediaId: string | null): object => {
  if (reply.attachment) return mediaMessage(reply.attachment, text, mediaId)
  if (text === '') throw new Error('a reply without words, choices or attachment')
  return textMessage(text)
}

const textMessage = (text: string): object => ({
  type: 'text',
  text: { body: shortenLines(text, TEXT_CHARS_MAX), preview_url: false },
})

type Attached = NonNullable<Reply['attachment']>

const mediaMessage = (attachment: Attached, text: string, mediaId: string | null): object => ({
  type: attachment.kind,
  [attachment.kind]: {
    ...shapeMedia(attachment, mediaId),
    ...(text === '' ? {} : { caption: shortenLines(text, CAPTION_CHARS_MAX) }),
  },
})

const shapeMedia = (attachment: Attached, mediaId: string | null): object => ({
  id: mediaId,
  ...(attachment.kind === 'document'
    ? { filename: shorten(attachment.fileName, FILE_NAME_CHARS_MAX) }
    : {}),
})

/** A list cannot carry a picture, so with an attachment only buttons keep it one message. */
const buttonMessage = (
  reply: Reply,
  shaped: { text: string; choices: readonly Choice[]; mediaId: string | null },
): object => {
  const [buttons, rest] = [shaped.choices.slice(0, BUTTONS_MAX), shaped.choices.slice(BUTTONS_MAX)]
  const titles = uniqueTitles(buttons, BUTTON_TITLE_CHARS_MAX)
  const { attachment } = reply
  const header = attachment && {
    type: attachment.kind,
    [attachment.kind]: shapeMedia(attachment, shaped.mediaId),
  }
  return {
    type: 'interactive',
    interactive: {
      type: 'button',
      ...(header ? { header } : {}),
      body: { text: bodyText(shaped.text, rest, attachment?.fileName || LIST_LABEL) },
      action: {
        buttons: buttons.map(({ id }, index) => ({
          type: 'reply',
          reply: { id, title: titles[index] },
        })),
      },
    },
  }
}

const listMessage = (text: string, choices: readonly Choice[]): object => {
  const [shown, rest] = [choices.slice(0, LIST_ROWS_MAX), choices.slice(LIST_ROWS_MAX)]
  const titles = uniqueTitles(shown, ROW_TITLE_CHARS_MAX)
  return {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: bodyText(text, rest, LIST_LABEL) },
      action: {
        button: LIST_LABEL,
        sections: [
          { rows: shown.map((choice, index) => shapeRow(choice, titles[index] ?? choice.title)) },
        ],
      },
    },
  }
}

/** A title that had to be cut is given in full underneath, where there is room. */
const shapeRow = (choice: Choice, title: string): object => {
  const inFull = title === choice.title ? undefined : choice.title
  const description = choice.description ?? inFull
  return {
    id: choice.id,
    title,
    ...(description ? { description: shorten(description, ROW_DESCRIPTION_CHARS_MAX) } : {}),
  }
}

/** Meta wants words in every interactive body. */
const bodyText = (text: string, typed: readonly Choice[], fallback: string): string =>
  withTyped(text === '' ? plain(fallback) : text, typed, BODY_CHARS_MAX)

/** Choices beyond what can be tapped are listed to be typed: a word does what its button does. */
const withTyped = (text: string, typed: readonly Choice[], charsMax: number): string => {
  if (typed.length === 0) return shortenLines(text, charsMax)
  const lines = `\n\n${typed.map((choice) => `- ${plain(choice.title)}`).join('\n')}`
  return lines.length > charsMax / 2
    ? shortenLines(text + lines, charsMax)
    : shortenLines(text, charsMax - lines.length) + lines
}

/**
 * Choices as Meta takes them: one line, no marks (titles show them bare), no id twice. An id too
 * long to come back whole would trigger the wrong command, so it is a bug and says so.
 */
const tappable = (choices: readonly Choice[]): Choice[] => {
  const idCharsMax = choices.length > BUTTONS_MAX ? ROW_ID_CHARS_MAX : BUTTON_ID_CHARS_MAX
  const kept = new Map<string, Choice>()
  for (const choice of choices) {
    const id = choice.id.trim()
    const title = oneLine(choice.title.replace(/[*~`]/g, ''))
    const description = oneLine(choice.description ?? '')
    if (id.length > idCharsMax) throw new Error(`choice id over ${idCharsMax} characters: ${id}`)
    if (id === '' || title === '' || kept.has(id)) continue
    kept.set(id, description === '' ? { id, title } : { id, title, description })
  }
  return [...kept.values()]
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Titles cut to size and still different from each other: Meta refuses equal ones. */
const uniqueTitles = (choices: readonly Choice[], charsMax: number): string[] => {
  const taken = new Set<string>()
  return choices.map((choice) => {
    let title = shorten(choice.title, charsMax)
    for (let count = 2; taken.has(title); count += 1) {
      const mark = ` ${count}`
      title = shorten(choice.title, charsMax - mark.length) + mark
    }
    taken.add(title)
    return title
  })
}
