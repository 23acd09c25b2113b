import { type Json, listOf, objectOf, textOf } from '../whatsapp/json.ts'
import type { Bubble, BubbleAttachment, BubbleChoice } from './chat.ts'
import type { Stored } from './shelf.ts'
import type { ApprovedTemplate } from './validate.ts'

/** What drawing a message needs besides the message. */
type Drawing = {
  readonly id: string
  readonly at: number
  readonly templates: readonly ApprovedTemplate[]
  readonly fileOf: (mediaId: string) => Stored | null
}

type Parts = Pick<Bubble, 'text' | 'choices' | 'listLabel' | 'attachment'>

/** A message of the shop, as checked by validate.ts, the way a phone shows it. */
export const bubbleOf = (message: Json, drawing: Drawing): Bubble => {
  const type = textOf(message['type']) ?? 'text'
  return {
    id: drawing.id,
    from: 'shop',
    at: drawing.at,
    isTemplate: type === 'template',
    quotedId: textOf(objectOf(message['context'])['message_id']),
    state: 'accepted',
    ...partsOf(type, objectOf(message[type]), drawing),
  }
}

const partsOf = (type: string, body: Json, drawing: Drawing): Parts => {
  if (type === 'interactive') return interactiveParts(body, drawing)
  if (type === 'template') return templateParts(body, drawing)
  if (type === 'image' || type === 'document') {
    return words(textOf(body['caption']) ?? '', attached(type, body, drawing))
  }
  return words(textOf(body['body']) ?? textOf(body['emoji']) ?? '')
}

const words = (text: string, attachment: BubbleAttachment | null = null): Parts => ({
  text,
  choices: [],
  listLabel: null,
  attachment,
})

const interactiveParts = (body: Json, drawing: Drawing): Parts => {
  const action = objectOf(body['action'])
  const header = objectOf(body['header'])
  const kind = header['type']
  const rows = listOf(action['sections']).flatMap((section) => listOf(objectOf(section)['rows']))
  const buttons = listOf(action['buttons']).map((button) => objectOf(button)['reply'])
  return {
    text: textOf(objectOf(body['body'])['text']) ?? '',
    choices: [...buttons, ...rows].map((choice) => choiceOf(objectOf(choice))),
    listLabel: textOf(action['button']),
    attachment:
      kind === 'image' || kind === 'document'
        ? attached(kind, objectOf(header[kind]), drawing)
        : null,
  }
}

const choiceOf = (choice: Json): BubbleChoice => ({
  id: textOf(choice['id']) ?? '',
  title: textOf(choice['title']) ?? '',
  description: textOf(choice['description']),
})

const templateParts = (body: Json, drawing: Drawing): Parts => {
  const approved = drawing.templates.find(
    ({ name, language }) =>
      name === body['name'] && language === objectOf(body['language'])['code'],
  )
  const components = listOf(body['components']).map(objectOf)
  const filledIn = new Map(
    components
      .filter((component) => component['type'] === 'body')
      .flatMap((component) => listOf(component['parameters']).map(objectOf))
      .map((parameter) => [textOf(parameter['parameter_name']), textOf(parameter['text']) ?? '']),
  )
  return {
    ...words(
      (approved?.body ?? '').replace(
        /\{\{(\w+)\}\}/g,
        (_, name: string) => filledIn.get(name) ?? '',
      ),
    ),
    choices: (approved?.buttons ?? []).map((title, index) => ({
      id: payloadAt(components, index) ?? title,
      title,
      description: null,
    })),
  }
}

const payloadAt = (components: readonly Json[], index: number): string | null => {
  const button = components.find(
    (component) => component['type'] === 'button' && textOf(component['index']) === String(index),
  )
  return textOf(objectOf(listOf(button?.['parameters'])[0])['payload'])
}

const attached = (
  kind: 'image' | 'document',
  media: Json,
  drawing: Drawing,
): BubbleAttachment | null => {
  const mediaId = textOf(media['id']) ?? ''
  const file = drawing.fileOf(mediaId)
  if (!file) return null
  return {
    kind,
    mediaId,
    fileName: textOf(media['filename']) ?? file.fileName,
    mimeType: file.mimeType,
    sizeBytes: file.bytes.length,
  }
}
