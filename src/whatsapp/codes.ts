import type { RefusalAction } from '../store/refusal.ts'

/**
 * Meta's error codes and what the sender should do: the whole published list (September 2026). The
 * same codes come back from a call, in a failed status and beside a message, so all ask here.
 */
type CodeRule = {
  /** One code, or a range with both ends included. */
  readonly codes: number | readonly [number, number]
  readonly action: RefusalAction
  readonly meaning: string
}

/** First match wins: single codes stand before the ranges around them. */
export const CODE_RULES: readonly CodeRule[] = [
  {
    codes: 0,
    action: 'config',
    meaning: 'the access token is invalid or expired: issue a new one',
  },
  { codes: 1, action: 'again', meaning: 'invalid request or trouble at Meta' },
  { codes: 2, action: 'crowded', meaning: 'Meta is briefly down or overloaded' },
  { codes: 3, action: 'config', meaning: 'a permission is missing: check the system user' },
  { codes: 4, action: 'crowded', meaning: 'the app made too many calls' },
  { codes: 10, action: 'config', meaning: 'a permission is missing: check the system user' },
  {
    codes: 33,
    action: 'config',
    meaning: 'the phone number or object does not exist for this token',
  },
  { codes: 100, action: 'never', meaning: 'a parameter is wrong, too long or of a refused type' },
  { codes: 190, action: 'config', meaning: 'the access token has expired: issue a new one' },
  {
    codes: [200, 299],
    action: 'config',
    meaning: 'a permission or access to the account is missing',
  },
  { codes: 368, action: 'config', meaning: 'the account is restricted for policy reasons' },
  { codes: 613, action: 'never', meaning: 'calling limit reached' },
  { codes: 80007, action: 'crowded', meaning: 'the account reached its call limit' },
  { codes: 130403, action: 'never', meaning: 'this person is blocked by the business' },
  { codes: 130429, action: 'crowded', meaning: 'the number sends faster than Meta lets it' },
  { codes: 130472, action: 'never', meaning: 'Meta holds this person out in an experiment' },
  { codes: 130497, action: 'config', meaning: 'this business may not write to that country' },
  { codes: 131000, action: 'again', meaning: 'unknown error at Meta' },
  { codes: 131005, action: 'config', meaning: 'a permission is missing: check the system user' },
  { codes: 131008, action: 'never', meaning: 'a required parameter is missing' },
  { codes: 131009, action: 'never', meaning: 'a parameter has a value Meta does not take' },
  { codes: 131016, action: 'crowded', meaning: 'a service at Meta is unavailable' },
  { codes: 131020, action: 'never', meaning: 'groups: not used here' },
  { codes: 131021, action: 'never', meaning: 'the recipient is the sender itself' },
  {
    codes: 131026,
    action: 'never',
    meaning: 'not on WhatsApp, too old an app, or terms not accepted',
  },
  {
    codes: 131030,
    action: 'never',
    meaning: 'a test number only writes to its five listed recipients',
  },
  { codes: 131031, action: 'config', meaning: 'the account is locked or its data does not match' },
  { codes: 131037, action: 'config', meaning: 'the display name of the number is not approved' },
  { codes: 131041, action: 'never', meaning: 'groups: not used here' },
  { codes: 131042, action: 'config', meaning: 'payment trouble: check the payment method' },
  { codes: 131044, action: 'config', meaning: 'payment trouble: check the payment method' },
  { codes: 131045, action: 'config', meaning: 'the number is not registered properly' },
  { codes: 131047, action: 'window', meaning: 'more than 24 hours since the person wrote' },
  { codes: 131048, action: 'config', meaning: 'the number is limited because people reported it' },
  {
    codes: 131049,
    action: 'hold',
    meaning: 'Meta holds it back to keep the person from too many',
  },
  { codes: 131050, action: 'never', meaning: 'the person stopped marketing messages' },
  { codes: 131051, action: 'never', meaning: 'a message type Meta does not support' },
  {
    codes: 131052,
    action: 'never',
    meaning: 'the file could not be downloaded: ask for a smaller one',
  },
  {
    codes: 131053,
    action: 'attachment',
    meaning: 'the file could not be uploaded: wrong type or size',
  },
  { codes: 131055, action: 'never', meaning: 'marketing messages: not used here' },
  { codes: 131056, action: 'throttled', meaning: 'too many messages to this one person' },
  { codes: 131057, action: 'crowded', meaning: 'the number is in maintenance for a minute' },
  { codes: 131059, action: 'never', meaning: 'groups: not used here' },
  { codes: 131061, action: 'never', meaning: 'marketing messages: not used here' },
  { codes: 131062, action: 'never', meaning: 'this message needs a phone number, not a user id' },
  { codes: 131063, action: 'never', meaning: 'marketing messages: not used here' },
  {
    codes: 131064,
    action: 'config',
    meaning: 'limited for wrong template categories; lifts by itself',
  },
  { codes: [131200, 131299], action: 'never', meaning: 'groups: not used here' },
  { codes: 132000, action: 'hold', meaning: 'the template takes another number of parameters' },
  {
    codes: 132001,
    action: 'hold',
    meaning: 'the template is missing in this language or not approved',
  },
  { codes: 132005, action: 'hold', meaning: 'the filled-in template is too long' },
  { codes: 132007, action: 'hold', meaning: 'the template breaks a content policy' },
  { codes: 132008, action: 'hold', meaning: 'a template parameter has the wrong form' },
  { codes: 132012, action: 'hold', meaning: 'a template parameter has the wrong form' },
  { codes: 132015, action: 'hold', meaning: 'the template is paused for low quality' },
  { codes: 132016, action: 'hold', meaning: 'the template is disabled: create a new one' },
  { codes: 132018, action: 'hold', meaning: 'a template parameter has the wrong form' },
  { codes: 132068, action: 'config', meaning: 'the flow is blocked' },
  { codes: 132069, action: 'crowded', meaning: 'the flow is throttled' },
  { codes: 133004, action: 'again', meaning: 'the registration server is unavailable' },
  {
    codes: [133000, 133016],
    action: 'config',
    meaning: 'the number is not registered: see its PIN',
  },
  { codes: 134011, action: 'config', meaning: 'the payments terms are not accepted' },
  { codes: [134100, 134102], action: 'never', meaning: 'marketing messages: not used here' },
  { codes: 135000, action: 'never', meaning: 'a parameter is wrong' },
  { codes: 137000, action: 'never', meaning: 'the person changed phones: verify again' },
  { codes: [138000, 138999], action: 'never', meaning: 'calls: not used here' },
  { codes: [139000, 139103], action: 'never', meaning: 'flows or block list: not used here' },
  { codes: [147001, 147005], action: 'never', meaning: 'business usernames: not used here' },
  { codes: 1752041, action: 'never', meaning: 'marketing messages: not used here' },
  { codes: [2388000, 2388999], action: 'never', meaning: 'template management: not used here' },
  { codes: 2494100, action: 'never', meaning: 'template management: not used here' },
  { codes: [2593107, 2593108], action: 'never', meaning: 'template management: not used here' },
]

/** A code newer than this list: an explicit no, so nothing was sent and a few repeats do no harm. */
const UNLISTED = { action: 'again', meaning: 'an error this program does not know' } as const

/** What to do with a message that met this code. */
export const actionOf = (code: number): RefusalAction => ruleOf(code).action

/** The code in words an operator can act on. */
export const meaningOf = (code: number): string => ruleOf(code).meaning

const ruleOf = (code: number): Pick<CodeRule, 'action' | 'meaning'> =>
  CODE_RULES.find(({ codes }) =>
    typeof codes === 'number' ? codes === code : codes[0] <= code && code <= codes[1],
  ) ?? UNLISTED
