import { type Json, listOf, numberOf, objectOf, textOf } from './json.ts'
import {
  TEMPLATES,
  type TemplateKind,
  type TemplateLanguage,
  templateCreation,
} from './templates.ts'

/**
 * Meta's management calls, for the operator's commands: nothing here is needed to answer a message.
 * Every call throws `Refused` or `Unreachable`, see errors.ts.
 */
export type Desk = {
  readonly get: (path: readonly string[], query?: Readonly<Record<string, string>>) => Promise<Json>
  readonly post: (path: readonly string[], body: object) => Promise<Json>
  /** Their clock, Unix ms, to the second; null when they do not tell. */
  readonly time: () => Promise<number | null>
}

export type TemplateState = {
  readonly id: string
  readonly name: string
  readonly language: string
  /** `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED` … as Meta says it. */
  readonly status: string
  readonly category: string
  readonly quality: string | null
}

/** Pages of templates read at most: Meta allows 6,000 in an account, a page holds 200. */
const PAGES_MAX = 30
const PAGE = '200'

/** Every template of the account, ours and others. */
export const listTemplates = async (
  desk: Desk,
  accountId: string,
): Promise<readonly TemplateState[]> => {
  const found: TemplateState[] = []
  let after: string | null = null
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer = await desk.get([accountId, 'message_templates'], {
      fields: 'id,name,language,status,category,quality_score',
      limit: PAGE,
      ...(after === null ? {} : { after }),
    })
    found.push(...listOf(answer['data']).map(objectOf).map(templateState))
    const paging = objectOf(answer['paging'])
    after = textOf(objectOf(paging['cursors'])['after'])
    if (textOf(paging['next']) === null || after === null) break
  }
  return found
}

const templateState = (template: Json): TemplateState => ({
  id: textOf(template['id']) ?? '',
  name: textOf(template['name']) ?? '',
  language: textOf(template['language']) ?? '',
  status: textOf(template['status']) ?? 'UNKNOWN',
  category: textOf(template['category']) ?? '',
  quality: textOf(objectOf(template['quality_score'])['score']),
})

/** Hands one template in for approval; its state right after. */
export const createTemplate = async (
  desk: Desk,
  accountId: string,
  which: { readonly kind: TemplateKind; readonly language: TemplateLanguage },
): Promise<TemplateState> => {
  const { kind, language } = which
  const answer = await desk.post([accountId, 'message_templates'], templateCreation(kind, language))
  return templateState({ ...answer, name: TEMPLATES[kind].name, language })
}

/** The number as Meta sees it. */
export type NumberState = {
  readonly displayNumber: string
  readonly verifiedName: string
  /** `CONNECTED` when it may send. */
  readonly status: string | null
  /** `GREEN`, `YELLOW`, `RED` or `UNKNOWN`. */
  readonly quality: string | null
  readonly throughput: string | null
  /** Where Meta delivers this number's webhooks, when set for the number itself. */
  readonly webhook: string | null
}

export const numberState = async (desk: Desk, phoneId: string): Promise<NumberState> => {
  const answer = await desk.get([phoneId], {
    fields:
      'display_phone_number,verified_name,status,quality_rating,throughput,webhook_configuration',
  })
  const webhooks = objectOf(answer['webhook_configuration'])
  return {
    displayNumber: textOf(answer['display_phone_number']) ?? '',
    verifiedName: textOf(answer['verified_name']) ?? '',
    status: textOf(answer['status']),
    quality: textOf(answer['quality_rating']),
    throughput: textOf(objectOf(answer['throughput'])['level']),
    webhook:
      textOf(webhooks['phone_number']) ??
      textOf(webhooks['whatsapp_business_account']) ??
      textOf(webhooks['application']),
  }
}

/** Names of the apps that get this account's webhooks; empty: nothing arrives. */
export const subscribedApps = async (desk: Desk, accountId: string): Promise<readonly string[]> => {
  const answer = await desk.get([accountId, 'subscribed_apps'])
  return listOf(answer['data']).map((app) => {
    const data = objectOf(objectOf(app)['whatsapp_business_api_data'])
    return textOf(data['name']) ?? textOf(data['id']) ?? 'app'
  })
}

export type TokenState = {
  readonly scopes: readonly string[]
  /** Unix ms; null: it does not expire. */
  readonly expiresAt: number | null
}

/** What the access token itself may do. */
export const tokenState = async (desk: Desk, token: string): Promise<TokenState> => {
  const answer = objectOf((await desk.get(['debug_token'], { input_token: token }))['data'])
  const expires = numberOf(answer['expires_at']) ?? 0
  return {
    scopes: listOf(answer['scopes']).flatMap((scope) => textOf(scope) ?? []),
    expiresAt: expires === 0 ? null : expires * 1000,
  }
}

/** What WhatsApp offers in an empty chat and behind the slash: no emoji in either. */
export type Automation = {
  /** At most 30; name ≤ 32, description ≤ 256 characters. */
  readonly commands: readonly { readonly name: string; readonly description: string }[]
  /** Ice-breakers: at most four, ≤ 80 characters each. */
  readonly prompts: readonly string[]
}

export const setAutomation = async (
  desk: Desk,
  phoneId: string,
  { commands, prompts }: Automation,
): Promise<void> => {
  await desk.post([phoneId, 'conversational_automation'], {
    // Meta's own welcome does not work as described; ours is the answer to the first message.
    enable_welcome_message: false,
    commands: commands.map(({ name, description }) => ({
      command_name: name,
      command_description: description,
    })),
    prompts,
  })
}
