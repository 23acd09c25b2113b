import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Reply } from '../../replies/reply.ts'

/** What a deed came to, from the answer to its POST to the page shown next. */
export type Flash = Pick<Reply, 'text' | 'choices'>

const NAME = 'shopbell_said'
const PATH = '/dashboard'
/** The next page comes within a second. */
const SECONDS = 60
/** Browsers take 4096 bytes a cookie, names and attributes included; base64 adds a third. */
const BYTES_MAX = 2700

const shape = z.object({
  text: z.string(),
  choices: z.array(z.object({ id: z.string(), title: z.string() })),
})

export const keepFlash = (c: Context, { text, choices }: Flash, isSecure: boolean): void => {
  const whole = { text, choices: choices.map(({ id, title }) => ({ id, title })) }
  const bytes = fitting(whole) ?? fitting({ text, choices: [] })
  if (bytes === null) return
  setCookie(c, NAME, bytes.toString('base64url'), {
    path: PATH,
    secure: isSecure,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: SECONDS,
  })
}

const fitting = (flash: Flash): Buffer | null => {
  const bytes = Buffer.from(JSON.stringify(flash))
  return bytes.length > BYTES_MAX ? null : bytes
}

/** Shown once. What somebody else may have written there is no message of ours. */
export const takeFlash = (c: Context): Flash | null => {
  const value = getCookie(c, NAME)
  if (value === undefined) return null
  deleteCookie(c, NAME, { path: PATH })
  const read = shape.safeParse(jsonOf(Buffer.from(value, 'base64url').toString()))
  return read.success ? read.data : null
}

/** null: not JSON. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // There is no other way to ask whether a text is JSON.
    return null
  }
}
