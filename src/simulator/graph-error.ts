/** A no in Meta's own shape. Codes and words are Meta's; see whatsapp/codes.ts for what follows. */
export type GraphError = {
  readonly status: number
  readonly code: number
  readonly details: string
}

const TITLES: Readonly<Record<number, string>> = {
  100: 'Invalid parameter',
  190: 'Invalid OAuth access token',
  130429: 'Rate limit hit',
  131000: 'Something went wrong',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131026: 'Message undeliverable',
  131047: 'Re-engagement message',
  131053: 'Media upload error',
  131056: '(Business Account, Consumer Account) pair rate limit hit',
  132000: 'Number of parameters does not match the expected number of params',
  132001: 'Template name does not exist in the translation',
  132012: 'Parameter format does not match format in the created template',
}

/** Meta answers almost every refusal with 400; a bad token is 401. */
export const graphError = (code: number, details: string): GraphError => ({
  status: code === 190 ? 401 : 400,
  code,
  details,
})

const titleOf = (code: number): string => TITLES[code] ?? 'Error'

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
