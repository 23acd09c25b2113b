import type { Context } from 'hono'
import { FILE_BYTES_MAX } from '../flow/import.ts'
import { sharedRoom } from '../flow/shared-bytes.ts'
import type { Language } from '../sales/shop.ts'
import { formFile } from './form-file.ts'
import { rowsText } from './json-rows.ts'
import type { ProblemCode } from './problems.ts'

/** The file in a request, or why there is none. */
type RequestFile =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly ok: false; readonly code: ProblemCode; readonly detail: string | null }

/** Boundaries and part headings around a file of the full size. */
const FORM_BYTES_EXTRA = 64 * 1024
/** Rows are taken apart on the main thread, about 100 ms for these; more belongs into a CSV. */
export const JSON_BYTES_MAX = 10 * 1024 * 1024
/** File systems allow 255 bytes; lists in the chat show far less. */
const NAME_CHARS_MAX = 200

const JSON_TYPE = /^application\/(?:json|[\w.+-]+\+json)$/
/**
 * Bare files by any name senders give them; what they are is told by their content later. `curl
 * --data-binary` calls everything a form.
 */
const FILE_TYPE =
  /^(?:text\/[\w.+-]+|application\/(?:octet-stream|(?:x-)?csv|(?:x-)?zip(?:-compressed)?|x-www-form-urlencoded|(?:x-)?(?:ms)?excel|vnd\.(?:ms-excel|openxmlformats|oasis)[\w.+-]*))$/

/**
 * Reads the file a request carries: the field `file` of a form, the bare body, or JSON rows. Counts
 * bytes while they come in and stops at the limit, whatever the request announced.
 */
export const requestFile = async (c: Context, language: Language): Promise<RequestFile> => {
  if (c.req.header('content-encoding')) return no('wrong-type', 'It is compressed.')
  const header = c.req.header('content-type') ?? 'application/octet-stream'
  const type = (header.split(';')[0] ?? '').trim().toLowerCase()
  const kind = kindOf(type)
  if (kind === null) return no('wrong-type', `It is ${type.slice(0, NAME_CHARS_MAX)}.`)
  const bytes = await bodyBytes(c, BYTES_MAX[kind])
  if (bytes === null) return no('too-large')
  const wanted = fileNameOf(c.req.query('filename') ?? null)
  if (kind === 'form') return fileOfForm(bytes, header, wanted ?? DEFAULT_NAME[language])
  if (kind === 'json') return fileOfRows(bytes, wanted ?? `${DEFAULT_NAME[language]}.json`)
  return { ok: true, bytes, fileName: wanted ?? DEFAULT_NAME[language] }
}

type Kind = 'form' | 'json' | 'bare'

const BYTES_MAX: Readonly<Record<Kind, number>> = {
  form: FILE_BYTES_MAX + FORM_BYTES_EXTRA,
  json: JSON_BYTES_MAX,
  bare: FILE_BYTES_MAX,
}

/** A file without a name still needs one in lists. */
const DEFAULT_NAME: Readonly<Record<Language, string>> = {
  id: 'penjualan',
  en: 'sales',
  es: 'ventas',
  pt: 'vendas',
}

const kindOf = (type: string): Kind | null => {
  if (type === 'multipart/form-data') return 'form'
  if (JSON_TYPE.test(type)) return 'json'
  return FILE_TYPE.test(type) ? 'bare' : null
}

const no = (code: ProblemCode, detail: string | null = null): RequestFile => ({
  ok: false,
  code,
  detail,
})

/** Room for a body that did not announce its size, doubled when full. */
const ROOM_BYTES = 1024 * 1024

/**
 * null: more than `max`. Each piece is laid in its place as it comes, because joining 100 MB at the end
 * would hold everybody up. What was not read stays with the server, which closes the connection.
 */
const bodyBytes = async (c: Context, max: number): Promise<Buffer | null> => {
  const announced = Number(c.req.header('content-length') ?? 0)
  if (announced > max) return null
  const reader = c.req.raw.body?.getReader()
  let room = sharedRoom(announced > 0 ? announced : ROOM_BYTES)
  let size = 0
  while (reader) {
    const { value, done } = await reader.read()
    if (done) break
    if (size + value.length > max) return null
    if (size + value.length > room.length) {
      const wider = sharedRoom(Math.max(room.length * 2, size + value.length))
      room.copy(wider, 0, 0, size)
      room = wider
    }
    room.set(value, size)
    size += value.length
  }
  return room.subarray(0, size)
}

const fileOfForm = (body: Buffer, contentType: string, defaultName: string): RequestFile => {
  const found = formFile(body, contentType)
  if (found === 'broken') {
    return no('bad-request', 'The form is not complete or has no boundary.')
  }
  if (found === 'none') return no('bad-request', 'The form has no file in the field “file”.')
  if (found.bytes.length > FILE_BYTES_MAX) return no('too-large')
  return { ok: true, bytes: found.bytes, fileName: fileNameOf(found.fileName) ?? defaultName }
}

const fileOfRows = (bytes: Uint8Array, fileName: string): RequestFile => {
  const json = jsonOf(bytes)
  if (json === undefined) return no('bad-request', 'The body is not JSON.')
  const rows = rowsText(json)
  if (!rows.ok) return no('bad-request', rows.why)
  return { ok: true, bytes: new TextEncoder().encode(rows.text), fileName }
}

/** undefined: not JSON. */
const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    // There is no other way to ask whether a text is JSON; the answer says that it is not.
    return undefined
  }
}

/** The last part of a path, without what a terminal or a list would stumble over. */
const fileNameOf = (name: string | null): string | null => {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/\p{Cc}|\p{Cf}/gu, '').trim()
  return clean === '' ? null : clean.slice(0, NAME_CHARS_MAX)
}
