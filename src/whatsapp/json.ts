/**
 * Reading JSON nobody vouches for: every reader gives a value or nothing, and none throws, so that
 * one odd field never costs its neighbours.
 */
export type Json = Readonly<Record<string, unknown>>

/** An object, or an empty one for anything else: a missing branch then simply has no fields. */
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {})

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Text that says something. Ids, codes and times come as numbers or as strings: both are read. */
export const textOf = (value: unknown): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

export const numberOf = (value: unknown): number | null => {
  const text = textOf(value)
  const parsed = text === null ? Number.NaN : Number(text)
  return Number.isFinite(parsed) ? parsed : null
}

/** JSON text to a value; undefined when it is not JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
