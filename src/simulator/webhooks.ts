import { sign } from '../whatsapp/signature.ts'
import type { Bubble, Person } from './chat.ts'
import { statusError } from './graph-error.ts'

/** The business number that webhooks speak for. */
export type BusinessNumber = {
  readonly channel: string
  readonly displayNumber: string
  readonly accountId: string
}

/** A webhook body with one change: `value` beside the product and number that Meta always adds. */
export const envelope = (number: BusinessNumber, value: object, field = 'messages'): object => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: number.accountId,
      changes: [
        {
          field,
          value: {
            messaging_product: 'whatsapp',
            metadata: {
              display_phone_number: number.displayNumber,
              phone_number_id: number.channel,
            },
            ...value,
          },
        },
      ],
    },
  ],
})

/** Bytes as Meta writes them: `é` as é in lower case, `/` as `\/`. The signature is over these. */
export const metaBytes = (json: unknown): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(json)
      .replaceAll('/', '\\/')
      .replace(
        /[\u0080-\uffff]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  )

export const signedHeaders = (bytes: Uint8Array, appSecret: string): Record<string, string> => ({
  'content-type': 'application/json',
  'user-agent': 'facebookexternalua',
  'x-hub-signature-256': sign(bytes, appSecret),
})

/** `messages` and `contacts` for something a person did. `content` holds `type` and its object. */
export const messageValue = (
  person: Person,
  message: { readonly id: string; readonly at: number; readonly content: object },
): object => ({
  contacts: [contactOf(person)],
  messages: [
    {
      ...(person.phone === null ? {} : { from: person.phone }),
      from_user_id: person.userId,
      id: message.id,
      timestamp: seconds(message.at),
      ...message.content,
    },
  ],
})

export type Report = {
  readonly id: string
  readonly state: Exclude<Bubble['state'], 'accepted'>
  readonly at: number
  readonly person: Person
  readonly opaqueId: string | null
  readonly category: 'service' | 'utility'
  readonly failure: { readonly code: number; readonly details: string } | null
}

/** `statuses` for a message of ours. A failed one has no contacts, as at Meta. */
export const statusValue = (report: Report): object => ({
  ...(report.state === 'failed' ? {} : { contacts: [contactOf(report.person)] }),
  statuses: [
    {
      id: report.id,
      status: report.state,
      timestamp: seconds(report.at),
      ...(report.person.phone === null ? {} : { recipient_id: report.person.phone }),
      ...(report.state === 'failed' && report.person.phone !== null
        ? {}
        : { recipient_user_id: report.person.userId }),
      ...(report.opaqueId === null ? {} : { biz_opaque_callback_data: report.opaqueId }),
      ...(report.failure ? { errors: [statusError(report.failure)] } : {}),
      ...(report.state === 'sent' || report.state === 'delivered'
        ? { pricing: pricingOf(report.category) }
        : {}),
    },
  ],
})

const pricingOf = (category: string): object => ({
  billable: true,
  pricing_model: 'PMP',
  type: 'regular',
  category,
})

const contactOf = (person: Person): object => ({
  profile: {
    name: person.name,
    ...(person.username === undefined ? {} : { username: person.username }),
  },
  ...(person.phone === null ? {} : { wa_id: person.phone }),
  user_id: person.userId,
})

const seconds = (atMs: number): string => String(Math.floor(atMs / 1000))
