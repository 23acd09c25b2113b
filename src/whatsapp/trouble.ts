import type { RefusalAction } from '../store/refusal.ts'
import { actionOf, meaningOf } from './codes.ts'
import { Refused, Unreachable } from './errors.ts'
import { isObject, type Json, numberOf, objectOf, textOf } from './json.ts'
import { UNKNOWN_ERROR } from './status.ts'

/**
 * What an answer other than Graph's yes means. Their explicit no is `Refused`; an answer that is not
 * Graph's leaves open whether anything happened.
 */
export const troubleOf = (status: number, json: Json): Refused | Unreachable => {
  const error = json['error']
  if (isObject(error)) return refusalOf(error)
  const action = refusingStatus(status)
  if (action === null) {
    return new Unreachable(`HTTP ${status} without an answer from Graph`, 'unknown')
  }
  return new Refused(`HTTP ${status} without a reason: is WA_GRAPH_URL right?`, status, action)
}

/** Statuses by which a server says no before it does anything; null for the others. */
const refusingStatus = (status: number): RefusalAction | null => {
  if (status === 429) return 'crowded'
  if (status === 401 || status === 403) return 'config'
  return status >= 400 && status < 500 ? 'never' : null
}

/** `error_data` is an object or a bare string; its details say more than the message does. */
const refusalOf = (error: Json): Refused => {
  const code = numberOf(error['code']) ?? UNKNOWN_ERROR
  const data = error['error_data']
  const details = textOf(objectOf(data)['details']) ?? textOf(data) ?? textOf(error['message'])
  const trace = textOf(error['fbtrace_id'])
  const message = `Meta refused with ${code} (${meaningOf(code)}): ${details ?? 'no details'}`
  return new Refused(trace === null ? message : `${message} [${trace}]`, code, actionOf(code))
}

/** Steps before the first byte of a request: after these, nothing can have been sent. */
const BEFORE_SENDING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/

/**
 * Why fetch gave up, and whether the request can have left before it did. Only the innermost cause
 * is kept: the outer ones carry the address with its proof and the headers with the token.
 */
export const unreachable = (host: string, error: unknown): Unreachable => {
  const chain = causesOf(error)
  const isUnsent = chain.some(
    ({ code, syscall }) =>
      syscall === 'connect' || syscall === 'getaddrinfo' || BEFORE_SENDING.test(code),
  )
  const innermost = chain.at(-1)?.error
  const reason = innermost?.message ?? String(error)
  return new Unreachable(`${host} was not reached: ${reason}`, isUnsent ? 'no' : 'unknown', {
    cause: innermost ?? error,
  })
}

type Cause = { readonly code: string; readonly syscall: string; readonly error: Error }

/** Error chains from fetch are three deep; ten is a ring. */
const CAUSES_MAX = 10

const causesOf = (error: unknown): Cause[] => {
  const causes: Cause[] = []
  let current: unknown = error
  while (current instanceof Error && causes.length < CAUSES_MAX) {
    const fields: Json = { ...current }
    causes.push({
      code: textOf(fields['code']) ?? '',
      syscall: textOf(fields['syscall']) ?? '',
      error: current,
    })
    current = current.cause
  }
  return causes
}
