import { randomInt } from 'node:crypto'
import { CODE_LENGTH, CODE_LETTERS } from '../intent/people-words.ts'
import { codeHash, type Invite, type NewInvite } from '../store/team.ts'
import { DAY_MS } from './new-token.ts'

/** Long enough for somebody who looks at their phone once a week. */
const CODE_MS = 7 * DAY_MS

/** A fresh code for one person, and what is stored of it. The code is shown once and kept by nobody. */
export const newCode = (
  place: Invite,
  now: number,
): { readonly code: string; readonly invite: NewInvite } => {
  const letters = Array.from(
    { length: CODE_LENGTH },
    () => CODE_LETTERS[randomInt(CODE_LETTERS.length)],
  )
  const code = letters.join('')
  const { shopId, role, branches } = place
  return {
    code,
    invite: { shopId, role, branches, hash: codeHash(code), expiresAt: now + CODE_MS },
  }
}
