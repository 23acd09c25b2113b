import { sign } from '../../src/whatsapp/signature.ts'
import { CHANNEL, OWNER_PHONE } from './builders.ts'
import { bytesOf } from './files.ts'

export type SignedText = {
  readonly id: string
  readonly text: string
  /** Unix ms. */
  readonly at: number
  readonly from?: string
  readonly appSecret?: string
}

/** A webhook with one text, signed as Meta signs it. */
export const signedText = ({
  id,
  text,
  at,
  from = OWNER_PHONE,
  appSecret = 'test_app_secret',
}: SignedText): { readonly body: string; readonly headers: Record<string, string> } => {
  const message = { id, from, timestamp: String(Math.floor(at / 1000)), type: 'text' }
  const value = {
    metadata: { phone_number_id: CHANNEL },
    messages: [{ ...message, text: { body: text } }],
  }
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '0', changes: [{ field: 'messages', value }] }],
  })
  return { body, headers: { 'x-hub-signature-256': sign(bytesOf(body), appSecret) } }
}
