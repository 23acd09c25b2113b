import type { RefusalAction } from '../store/refusal.ts'

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

/** Nobody answered. `sent` is `no` when the request certainly never left, `unknown` otherwise. */
export class Unreachable extends Error {
  readonly sent: 'no' | 'unknown'
  constructor(message: string, sent: 'no' | 'unknown', options?: ErrorOptions) {
    super(message, options)
    this.name = 'Unreachable'
    this.sent = sent
  }
}
