import { randomBytes } from 'node:crypto'
import { type TokenRecord, tokenHash } from '../store/tokens.ts'
import { newSecret } from './new-secret.ts'

/** Enough to name some dozens of tokens; the token itself is the secret. */
const ID_BYTES = 4
export const DAY_MS = 86_400_000

/** A fresh token, and what is stored of it. The token is shown once and kept by nobody but its user. */
export const newToken = (
  owner: Pick<TokenRecord, 'shopId' | 'name' | 'expiresAt'>,
): { readonly token: string; readonly record: TokenRecord } => {
  const token = `shopbell_${newSecret()}`
  const id = randomBytes(ID_BYTES).toString('hex')
  return { token, record: { ...owner, id, hash: tokenHash(token) } }
}
