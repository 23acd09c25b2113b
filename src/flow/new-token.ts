import { randomBytes } from 'node:crypto'
import { type TokenRecord, tokenHash } from '../store/tokens.ts'

/** Cannot be guessed, so a plain hash of it is enough to keep. */
const TOKEN_BYTES = 32
/** Enough to name some dozens of tokens; the token itself is the secret. */
const ID_BYTES = 4
export const DAY_MS = 86_400_000

/** A fresh token, and what is stored of it. The token is shown once and kept by nobody but its user. */
export const newToken = (
  owner: Pick<TokenRecord, 'shopId' | 'name' | 'expiresAt'>,
): { readonly token: string; readonly record: TokenRecord } => {
  const token = `shopbell_${randomBytes(TOKEN_BYTES).toString('base64url')}`
  const id = randomBytes(ID_BYTES).toString('hex')
  return { token, record: { ...owner, id, hash: tokenHash(token) } }
}
