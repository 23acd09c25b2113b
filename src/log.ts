import pino from 'pino'

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

/** One JSON line per event to stdout; phone numbers and keys are masked wherever they turn up. */
export const makeLog = (level: string): Log => {
  const logger = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
  const at =
    (method: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void =>
      logger[method](maskFields(fields), event)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** `6281234567890` becomes `…890`; keys and bearer tokens become `…`. */
export const mask = (text: string): string =>
  text.replace(BEARER, '…').replace(LONG_NUMBER, (digits) => `…${digits.slice(-SHOWN_DIGITS)}`)

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
