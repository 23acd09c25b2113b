import { isObject, type Json, listOf, objectOf, textOf } from '../whatsapp/json.ts'
import { type GraphError, graphError } from './graph-error.ts'

/** A template Meta has approved. */
export type ApprovedTemplate = {
  readonly name: string
  readonly language: string
  /** The body with `{{named}}` parameters. */
  readonly body: string
  readonly buttons: readonly string[]
}

/** What the checks may know besides the message. */
type Rules = {
  readonly templates: readonly ApprovedTemplate[]
  /** Whether an upload with this id exists, and as what. */
  readonly mediaType: (id: string) => string | null
}

// The numbers are Meta's, written here a second time on purpose: the double must not share a
// mistake with the code it tests.
const LIMITS = {
  text: 4096,
  caption: 1024,
  body: 1024,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listLabel: 20,
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  header: 60,
  opaque: 512,
} as const

type Check = (message: Json, rules: Rules) => GraphError | null

/** What Meta would refuse about the body of `POST /{phone}/messages`, or null when it is fine. */
export const checkMessage: Check = (message, rules) => {
  const type = textOf(message['type']) ?? 'text'
  const check = CHECKS.get(type)
  if (message['messaging_product'] !== 'whatsapp') {
    return graphError(100, 'The parameter messaging_product is required.')
  }
  if (textOf(message['to']) === null && textOf(message['recipient']) === null) {
    return graphError(100, 'The parameter to is required.')
  }
  if ((textOf(message['biz_opaque_callback_data']) ?? '').length > LIMITS.opaque) {
    return tooLong('biz_opaque_callback_data', LIMITS.opaque)
  }
  if (check === undefined)
    return graphError(100, `Param type must be one of the known types: ${type}`)
  if (!isObject(message[type])) return missing(type)
  return check(objectOf(message[type]), rules)
}

const checkText: Check = (text) => checkLength('text.body', text['body'], LIMITS.text)

const checkMedia =
  (kind: 'image' | 'document'): Check =>
  (media, rules) => {
    const id = textOf(media['id'])
    if (id === null) return missing(`${kind}.id`)
    const mimeType = rules.mediaType(id)
    if (mimeType === null) return graphError(131009, `Media id ${id} does not exist.`)
    if (kind === 'image' && !/^image\/(jpeg|png)$/.test(mimeType)) {
      return graphError(131053, `An image cannot be ${mimeType}.`)
    }
    return 'caption' in media
      ? checkLength(`${kind}.caption`, media['caption'], LIMITS.caption)
      : null
  }

const checkInteractive: Check = (interactive, rules) => {
  const type = textOf(interactive['type'])
  const action = objectOf(interactive['action'])
  const body = objectOf(interactive['body'])['text']
  const inBody = checkLength('interactive.body.text', body, LIMITS.body)
  const inHeader = checkHeader(interactive['header'], type, rules)
  if (inBody ?? inHeader) return inBody ?? inHeader
  if (type === 'button') return checkButtons(listOf(action['buttons']).map(objectOf))
  if (type === 'list') return checkList(action)
  return graphError(131009, `Interactive type ${type} is not simulated.`)
}

const checkHeader = (header: unknown, type: string | null, rules: Rules): GraphError | null => {
  if (header === undefined) return null
  const kind = textOf(objectOf(header)['type'])
  if (kind === 'text') return checkLength('header.text', objectOf(header)['text'], LIMITS.header)
  if (type === 'list') return graphError(131009, 'A list takes a text header only.')
  if (kind !== 'image' && kind !== 'document') return graphError(131009, `header.type ${kind}`)
  return checkMedia(kind)(objectOf(objectOf(header)[kind]), rules)
}

const checkButtons = (buttons: readonly Json[]): GraphError | null => {
  if (buttons.length < 1 || buttons.length > LIMITS.buttons) {
    return graphError(131009, `Buttons must be between 1 and ${LIMITS.buttons}.`)
  }
  const replies = buttons.map((button) => objectOf(button['reply']))
  return firstOf([
    ...replies.map((reply) => checkLength('button.title', reply['title'], LIMITS.buttonTitle)),
    ...replies.map((reply) => checkId('button.id', reply['id'], LIMITS.buttonId)),
    checkUnique(
      'button titles',
      replies.map((reply) => reply['title']),
    ),
    checkUnique(
      'button ids',
      replies.map((reply) => reply['id']),
    ),
  ])
}

const checkList = (action: Json): GraphError | null => {
  const sections = listOf(action['sections']).map(objectOf)
  const rows = sections.flatMap((section) => listOf(section['rows']).map(objectOf))
  if (rows.length < 1 || rows.length > LIMITS.rows) {
    return graphError(131009, `Total row count must be between 1 and ${LIMITS.rows}.`)
  }
  return firstOf([
    checkLength('action.button', action['button'], LIMITS.listLabel),
    ...rows.map((row) => checkLength('row.title', row['title'], LIMITS.rowTitle)),
    ...rows.map((row) => checkId('row.id', row['id'], LIMITS.rowId)),
    ...rows
      .filter((row) => 'description' in row)
      .map((row) => checkLength('row.description', row['description'], LIMITS.rowDescription)),
    checkUnique(
      'row ids',
      rows.map((row) => row['id']),
    ),
    sections.length > 1 && sections.some((section) => textOf(section['title']) === null)
      ? missing('section.title')
      : null,
  ])
}

const checkTemplate: Check = (template, rules) => {
  const name = textOf(template['name'])
  const language = textOf(objectOf(template['language'])['code'])
  const approved = rules.templates.find((one) => one.name === name && one.language === language)
  if (!approved) {
    return graphError(132001, `template name (${name}) does not exist in ${language}`)
  }
  return checkParameters(approved, listOf(template['components']).map(objectOf))
}

const checkParameters = (
  approved: ApprovedTemplate,
  components: readonly Json[],
): GraphError | null => {
  const wanted = [...approved.body.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
  const body = components.find((component) => component['type'] === 'body')
  const given = listOf(body?.['parameters']).map(objectOf)
  const names = given.map((parameter) => textOf(parameter['parameter_name']))
  const isSame = wanted.length === names.length && wanted.every((name) => names.includes(name))
  const buttons = components.filter((component) => component['type'] === 'button')
  if (!isSame) {
    return graphError(132000, `expected parameters ${wanted.join(', ')}; got ${names.join(', ')}`)
  }
  if (buttons.length > approved.buttons.length)
    return graphError(132000, 'more buttons than approved')
  return firstOf(given.map((parameter) => checkParameter(parameter['text'])))
}

const checkParameter = (text: unknown): GraphError | null => {
  if (typeof text !== 'string' || text === '') return missing('parameter.text')
  return /[\n\t]| {5,}/.test(text)
    ? graphError(132018, 'Param text cannot have new-line/tab characters or more than 4 spaces')
    : null
}

const checkReaction: Check = (reaction) =>
  textOf(reaction['message_id']) === null ? missing('reaction.message_id') : null

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['text', checkText],
  ['image', checkMedia('image')],
  ['document', checkMedia('document')],
  ['interactive', checkInteractive],
  ['template', checkTemplate],
  ['reaction', checkReaction],
])

const checkLength = (name: string, value: unknown, charsMax: number): GraphError | null => {
  if (typeof value !== 'string' || value.trim() === '') return missing(name)
  return value.length > charsMax ? tooLong(name, charsMax) : null
}

const checkId = (name: string, value: unknown, charsMax: number): GraphError | null => {
  if (typeof value === 'string' && value !== value.trim()) {
    return graphError(131009, `${name} must not begin or end with a space`)
  }
  return checkLength(name, value, charsMax)
}

const checkUnique = (name: string, values: readonly unknown[]): GraphError | null =>
  new Set(values).size === values.length ? null : graphError(131009, `duplicate ${name}`)

const firstOf = (errors: readonly (GraphError | null)[]): GraphError | null =>
  errors.find((error) => error !== null) ?? null

const missing = (name: string): GraphError =>
  graphError(131008, `The parameter ${name} is required.`)

const tooLong = (name: string, charsMax: number): GraphError =>
  graphError(131009, `Param ${name} must be at most ${charsMax} characters.`)
