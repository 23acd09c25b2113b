import { type Json, objectOf, textOf } from './json.ts'

/** What Meta tells about templates and the account itself, apart from any message. */
export type Notice =
  | {
      readonly kind: 'template'
      readonly name: string
      readonly language: string
      /** `APPROVED`, `PAUSED`, `DISABLED`, `REJECTED` … when the status is the news. */
      readonly status: string | null
      /** `GREEN`, `YELLOW`, `RED` when the quality is. */
      readonly quality: string | null
      /** `UTILITY`, `MARKETING` … when the category is: marketing costs more. */
      readonly category: string | null
      readonly reason: string | null
    }
  /** The number or the account: for the operator's log. */
  | { readonly kind: 'account'; readonly field: string; readonly event: string }

/** Fields of the webhook beside `messages` that the operator should hear of. */
const ACCOUNT_FIELDS = new Set([
  'phone_number_quality_update',
  'phone_number_name_update',
  'account_update',
  'account_alerts',
  'account_review_update',
  'business_capability_update',
  'security',
])

/** A change of any other field than `messages`; null when it is of no use here. */
export const readNotice = (field: string, value: Json): Notice | null => {
  if (ACCOUNT_FIELDS.has(field)) {
    return { kind: 'account', field, event: textOf(value['event']) ?? detailsOf(value) }
  }
  const name = textOf(value['message_template_name'])
  const language = textOf(value['message_template_language'])
  if (name === null || language === null) return null
  const template = { kind: 'template', name, language, ...NOTHING_NEW } as const
  switch (field) {
    case 'message_template_status_update': {
      const reason = textOf(value['reason'])
      return { ...template, status: textOf(value['event']), reason }
    }
    case 'message_template_quality_update':
      return { ...template, quality: textOf(value['new_quality_score']) }
    case 'template_category_update':
      return { ...template, category: textOf(value['new_category']) }
    default:
      return null
  }
}

const NOTHING_NEW = { status: null, quality: null, category: null, reason: null }
/** Enough of an unknown shape to act on; it goes to a log line. */
const DETAILS_MAX = 300

const detailsOf = (value: Json): string => JSON.stringify(objectOf(value)).slice(0, DETAILS_MAX)
