import pino, { type DestinationStream } from 'pino'

/** One event, a few named fields: never message texts, names, file contents or keys. */
export type Log = {
  readonly debug: (event: string, fields?: LogFields) => void
  readonly info: (event: string, fields?: LogFields) => void
  readonly warn: (event: string, fields?: LogFields) => void
  readonly error: (event: string, fields?: LogFields) => void
}

type LogFields = Readonly<Record<string, string | number | boolean | null | Error>>

const LONG_NUMBER = /\d{7,}/g
const BEARER = /(Bearer\s+|EAA|AIza)[\w.-]+/g
const SHOWN_DIGITS = 3
/** What could not be read as JSON, which the engine quotes in its words about it: `…"text" is not valid JSON`. */
const QUOTED_JSON = /(?:\.{3})?"[\s\S]*"(?:\.{3})?(?= is not valid JSON)/g
const UNEXPECTED = /(?<=Unexpected token )'[\s\S]+?'(?=, )/g

/** One JSON line per event, to stdout unless told; phone numbers and keys are masked wherever they turn up. */
export const makeLog = (level: string, to: DestinationStream = pino.destination(1)): Log => {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to,
  )
  const at =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void =>
      logger[method](maskFields(fields), event)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** `6281234567890` becomes `…890`; keys, bearer tokens and text that is no JSON become `…`. */
export const mask = (text: string): string =>
  text
    .replace(QUOTED_JSON, '"…"')
    .replace(UNEXPECTED, "'…'")
    .replace(BEARER, '…')
    .replace(LONG_NUMBER, (digits) => `…${digits.slice(-SHOWN_DIGITS)}`)

const maskFields = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? mask(value) : maskError(value),
    ]),
  )

const maskError = (value: unknown): unknown =>
  value instanceof Error
    ? {
        error: value.name,
        message: mask(value.message),
        stack: mask(value.stack ?? ''),
        ...(value.cause instanceof Error ? { cause: mask(value.cause.message) } : {}),
      }
    : value
