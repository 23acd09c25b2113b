/** They answered no. `code` is theirs; `action` says what the sender should do with the message. */
export class Refused extends Error {
  readonly code: number
  readonly action: RefusalAction
  constructor(message: string, code: number, action: RefusalAction, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Refused'
    this.code = code
    this.action = action
  }
}

/**
 * `throttled`: certainly not sent, wait and repeat. `again`: their trouble, repeat a few times.
 * `never`: repeating cannot help. `window`: outside 24 hours, a template is needed. `config`: stop
 * the sender, the operator must act.
 */
export type RefusalAction = 'throttled' | 'again' | 'never' | 'window' | 'config'

/** Nobody answered. `sent` is `no` when the request certainly never left, `unknown` otherwise. */
export class Unreachable extends Error {
  readonly sent: 'no' | 'unknown'
  constructor(message: string, sent: 'no' | 'unknown', options?: ErrorOptions) {
    super(message, options)
    this.name = 'Unreachable'
    this.sent = sent
  }
}
