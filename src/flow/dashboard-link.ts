import { createHmac } from 'node:crypto'
import type { NewLink } from '../store/dashboard.ts'
import { tokenHash } from '../store/tokens.ts'
import { sameText } from '../whatsapp/signature.ts'
import { newSecret } from './new-secret.ts'

/** Where browsers reach the dashboard, and what its links are signed with. */
export type DashboardDoor = {
  /** `https://toko.example`, without a slash at the end. */
  readonly origin: string
  readonly secret: string
}

/** Long enough to change from the chat to the browser, too short to lie around. */
export const LINK_MS = 10 * 60_000
/** Where the links lead; what follows is the token. */
export const DOOR_PATH = '/dashboard/open'

/** A fresh link for one person and shop, and what is stored of it. */
export const newLink = (
  { origin, secret }: DashboardDoor,
  to: Pick<NewLink, 'personId' | 'shopId'> & { readonly now: number },
): { readonly url: string; readonly record: NewLink } => {
  const nonce = newSecret()
  const token = `${nonce}.${signatureOf(nonce, secret)}`
  const { personId, shopId, now } = to
  const record = { personId, shopId, hash: tokenHash(token), expiresAt: now + LINK_MS }
  return { url: `${origin}${DOOR_PATH}/${token}`, record }
}

/** Made by this service; whether it still opens anything, the store knows. */
export const isSignedLink = (token: string, { secret }: Pick<DashboardDoor, 'secret'>): boolean => {
  const [nonce = '', signature = '', ...rest] = token.split('.')
  return rest.length === 0 && nonce !== '' && sameText(signature, signatureOf(nonce, secret))
}

const signatureOf = (nonce: string, secret: string): string =>
  createHmac('sha256', secret).update(`dashboard ${nonce}`).digest('hex')
