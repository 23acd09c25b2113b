/** A no in Meta's own shape. Codes and words are Meta's; see whatsapp/codes.ts for what follows. */
export type GraphError = {
  readonly status: number
  readonly code: number
  readonly details: string
}

/** Every code a bot that sends messages may meet, by Meta's number, with Meta's own title. */
export const ERROR_TITLES: Readonly<Record<number, string>> = {
  1: 'API Unknown',
  2: 'API Service',
  4: 'API Too Many Calls',
  10: 'Permission Denied',
  33: 'Parameter value is not valid',
  100: 'Invalid parameter',
  190: 'Invalid OAuth access token',
  368: 'Temporarily blocked for policies violations',
  80007: 'Rate limit issues',
  130403: 'User is blocked by the business',
  130429: 'Rate limit hit',
  130472: "User's number is part of an experiment",
  130497: 'Business account is restricted from messaging users in this country',
  131000: 'Something went wrong',
  131005: 'Access denied',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131016: 'Service unavailable',
  131021: 'Recipient cannot be sender',
  131026: 'Message undeliverable',
  131030: 'Recipient phone number not in allowed list',
  131031: 'Account has been locked',
  131037: 'Display name approval needed',
  131042: 'Business eligibility payment issue',
  131045: 'Incorrect certificate',
  131047: 'Re-engagement message',
  131048: 'Spam rate limit hit',
  131049: 'Not delivered to maintain healthy ecosystem engagement',
  131050: 'User has stopped receiving marketing messages',
  131051: 'Unsupported message type',
  131052: 'Media download error',
  131053: 'Media upload error',
  131056: '(Business Account, Consumer Account) pair rate limit hit',
  131057: 'Account in maintenance mode',
  131062: 'Recipient id not supported for this message',
  131064: 'Limited for wrong template category',
  132000: 'Number of parameters does not match the expected number of params',
  132001: 'Template name does not exist in the translation',
  132005: 'Template hydrated text too long',
  132007: 'Template format character policy violated',
  132012: 'Parameter format does not match format in the created template',
  132015: 'Template is paused',
  132016: 'Template is disabled',
  133004: 'Server temporarily unavailable',
  133010: 'Phone number not registered',
  135000: 'Generic user error',
}

/** Meta answers almost every refusal with 400; a bad token is 401. */
export const graphError = (code: number, details: string): GraphError => ({
  status: code === 190 ? 401 : 400,
  code,
  details,
})

const titleOf = (code: number): string => ERROR_TITLES[code] ?? 'Error'

/** The body of a refused call. */
export const errorBody = ({ code, details }: GraphError): object => ({
  error: {
    message: `(#${code}) ${titleOf(code)}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: 'simulated',
  },
})

/** The same error as it comes in a failed status. */
export const statusError = ({ code, details }: Pick<GraphError, 'code' | 'details'>): object => ({
  code,
  title: titleOf(code),
  message: titleOf(code),
  error_data: { details },
  href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
})
