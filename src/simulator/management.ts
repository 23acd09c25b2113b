import type { Hono } from 'hono'
import { isObject, type Json, listOf, objectOf, parseJson, textOf } from '../whatsapp/json.ts'
import { errorBody, graphError } from './graph-error.ts'
import type { Outcome } from './outbound.ts'
import type { State } from './state.ts'

/** What an operator's commands ask: templates, subscriptions, the token, the slash menu. */
export const managementRoutes = (app: Hono, version: string, state: State): void => {
  const ofAccount = `/${version}/:account/message_templates`
  app.get(ofAccount, (c) => Response.json(listed(state, new URL(c.req.url).searchParams)))
  app.post(ofAccount, async (c) => answered(create(state, await bodyOf(c.req))))
  app.get(`/${version}/:account/subscribed_apps`, () =>
    Response.json({
      data: [{ whatsapp_business_api_data: { id: '1', name: 'Shopbell' } }],
    }),
  )
  app.get(`/${version}/debug_token`, () =>
    Response.json({
      data: {
        is_valid: true,
        expires_at: 0,
        scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
      },
    }),
  )
  app.post(`/${version}/:phone/conversational_automation`, async (c) =>
    answered(automate(state, await bodyOf(c.req))),
  )
}

type Request = { readonly text: () => Promise<string> }

const bodyOf = async (request: Request): Promise<Json> => objectOf(parseJson(await request.text()))

const answered = (outcome: Outcome): Response =>
  'json' in outcome
    ? Response.json(outcome.json)
    : Response.json(errorBody(outcome.refused), { status: outcome.refused.status })

/** Few enough for a page, so the reader has to turn pages. */
const PAGE = 5

const listed = (state: State, query: URLSearchParams): Json => {
  const approved = (state.options.templates ?? []).map(({ name, language }) => ({
    id: `1${name}${language}`,
    name,
    language,
    status: 'APPROVED',
    category: 'UTILITY',
    quality_score: { score: 'GREEN' },
  }))
  const all: readonly Json[] = [...approved, ...state.handedIn]
  const from = Number(query.get('after') ?? 0)
  const next = from + PAGE
  return {
    data: all.slice(from, next),
    paging: {
      cursors: { after: String(next) },
      ...(next < all.length ? { next: 'https://graph.facebook.com/next' } : {}),
    },
  }
}

const NAME = /^[a-z0-9_]{1,512}$/
const BODY_MAX = 1024
const LABEL_MAX = 25

const create = (state: State, template: Json): Outcome => {
  const trouble = templateTrouble(template)
  if (trouble !== null) return { refused: graphError(100, trouble) }
  const id = String(state.handedIn.length + 1)
  const { name, language, category } = template
  state.handedIn.push({ id, name, language, status: 'PENDING', category: 'UTILITY' })
  return { json: { id, status: 'PENDING', category } }
}

const templateTrouble = (template: Json): string | null => {
  if (!NAME.test(textOf(template['name']) ?? '')) return 'name: small letters, digits, underscores'
  const components = listOf(template['components']).map(objectOf)
  const body = components.find((component) => component['type'] === 'body')
  const text = textOf(body?.['text']) ?? ''
  if (text === '' || text.length > BODY_MAX) return 'body: 1 to 1024 characters'
  if (/^\{\{|\}\}$/.test(text)) return 'body: variables cannot be at the start or end (2388299)'
  const wanted = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1])
  const examples = listOf(objectOf(body?.['example'])['body_text_named_params']).map(objectOf)
  if (wanted.some((name) => !examples.some((example) => example['param_name'] === name))) {
    return 'body: every parameter needs an example'
  }
  const buttons = components.flatMap((component) => listOf(component['buttons'])).filter(isObject)
  return buttons.some((button) => (textOf(button['text']) ?? '').length > LABEL_MAX)
    ? 'buttons: at most 25 characters'
    : null
}

const PROMPTS_MAX = 4
const PROMPT_MAX = 80
const COMMANDS_MAX = 30
const COMMAND_NAME_MAX = 32

const automate = (state: State, body: Json): Outcome => {
  const prompts = listOf(body['prompts']).map((prompt) => textOf(prompt) ?? '')
  const commands = listOf(body['commands']).map(objectOf)
  const names = commands.map((command) => textOf(command['command_name']) ?? '')
  const isFit =
    prompts.length <= PROMPTS_MAX &&
    prompts.every((prompt) => prompt.length <= PROMPT_MAX && !hasEmoji(prompt)) &&
    commands.length <= COMMANDS_MAX &&
    names.every((name) => name.length > 0 && name.length <= COMMAND_NAME_MAX && !hasEmoji(name))
  if (!isFit) return { refused: graphError(100, 'too many, too long, or with emoji') }
  state.automation.splice(0, state.automation.length, body)
  return { json: { success: true } }
}

const hasEmoji = (text: string): boolean => /\p{Extended_Pictographic}/u.test(text)
