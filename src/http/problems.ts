import type { Context } from 'hono'

/** Statuses of what goes wrong. */
type ProblemStatus = 400 | 401 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500

type Problem = {
  readonly status: ProblemStatus
  readonly message: string
  readonly whatToDo: string
}

/** Everything the API can say no with: one table for the answers, the OpenAPI document and the page. */
export const PROBLEMS = {
  'bad-request': {
    status: 400,
    message: 'The request cannot be read.',
    whatToDo: 'Correct it and send it again; /docs shows an example.',
  },
  'no-token': {
    status: 401,
    message: 'This address needs a token of the shop.',
    whatToDo:
      'Send the header “Authorization: Bearer shopbell_…”. A token is made with: npm run token -- create',
  },
  'unknown-token': {
    status: 401,
    message: 'This token is not known, or it was revoked.',
    whatToDo: 'Make a new one with: npm run token -- create',
  },
  'not-found': {
    status: 404,
    message: 'There is nothing at this address.',
    whatToDo: 'See /docs for the addresses there are.',
  },
  'no-sales': {
    status: 404,
    message: 'There are no sales in this period.',
    whatToDo: 'Upload the period’s file, or ask for a period inside “coverage”.',
  },
  'method-not-allowed': {
    status: 405,
    message: 'This address does not take this method.',
    whatToDo: 'Use the method named in the Allow header.',
  },
  question: {
    status: 409,
    message: 'The file has two readings; nothing was counted.',
    whatToDo: 'Send the same request again with ?answer.KIND=OPTION_ID; it is asked once a layout.',
  },
  'key-running': {
    status: 409,
    message: 'A request with this Idempotency-Key is still being worked on.',
    whatToDo: 'Ask the address in the Location header, or repeat after Retry-After seconds.',
  },
  'too-large': {
    status: 413,
    message: 'The file is too large.',
    whatToDo: 'Send at most 100 MB (JSON rows: 10 MB); export a shorter period or send CSV.',
  },
  'wrong-type': {
    status: 415,
    message: 'This kind of content is not taken.',
    whatToDo:
      'Send multipart/form-data with the field “file”, the bare file as text/csv, or rows as application/json; uncompressed.',
  },
  refused: {
    status: 422,
    message: 'The file cannot be read as sales; nothing was counted.',
    whatToDo: 'See “text”.',
  },
  'key-reused': {
    status: 422,
    message: 'This Idempotency-Key came with another file before.',
    whatToDo: 'Use a new key for each file.',
  },
  'too-many': {
    status: 429,
    message: 'Too many uploads at the same time.',
    whatToDo: 'Repeat after Retry-After seconds.',
  },
  'too-fast': {
    status: 429,
    message:
      'This token brings files too quickly: thirty a minute are taken for good, more only at first.',
    whatToDo: 'Repeat after Retry-After seconds.',
  },
  'too-many-tries': {
    status: 429,
    message: 'Too many wrong tokens from this address.',
    whatToDo: 'Check the token, and repeat after Retry-After seconds.',
  },
  'broken-off': {
    status: 500,
    message: 'The service stopped while it read this file; nothing was counted.',
    whatToDo: 'Send the file again, with the same Idempotency-Key if there was one.',
  },
  internal: {
    status: 500,
    message: 'Something went wrong on our side; nothing was counted.',
    whatToDo: 'Send the request again. If it stays, tell the operator the reference.',
  },
} as const satisfies Readonly<Record<string, Problem>>

export type ProblemCode = keyof typeof PROBLEMS

/** The keys of the table are its codes. */
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[]

type ErrorPart = {
  readonly error: {
    readonly code: ProblemCode
    readonly message: string
    readonly what_to_do: string
  }
}

/** `detail` says what exactly: the line, the field, the reference in the log. */
export const errorPart = (code: ProblemCode, detail: string | null = null): ErrorPart => {
  const { message, whatToDo } = PROBLEMS[code]
  return {
    error: {
      code,
      message: detail === null ? message : `${message} ${detail}`,
      what_to_do: whatToDo,
    },
  }
}

export const problem = (c: Context, code: ProblemCode, detail: string | null = null): Response =>
  c.json(errorPart(code, detail), PROBLEMS[code].status)
