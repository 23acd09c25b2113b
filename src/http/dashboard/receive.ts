import { html, raw } from 'hono/html'
import { z } from 'zod'
import type { StoredAnswer } from '../../store/api-imports.ts'
import type { Imports } from '../imports.ts'
import type { ProblemCode } from '../problems.ts'
import { linesRead } from '../progress.ts'
import { requestFile } from '../request-file.ts'
import { answersOf } from '../uploads.ts'
import { tapForm } from './deeds.ts'
import { type Html, marked } from './marks.ts'
import { sendForm } from './uploads.ts'
import type { Visit } from './visit.ts'

/** The page of files around some content of its own. */
type Around = (content: Html) => Html | Promise<Html>

/**
 * A file from the form: read as the API and the chat read it. The answer comes in pieces: the page's head at
 * once, a line whenever more rows are read, the receipt at the end. No script is needed for it; the style
 * sheet shows the newest line alone.
 */
export const receive = async (
  visit: Visit,
  imports: Imports,
  around: Around,
): Promise<Response> => {
  const { c, shop } = visit
  const answers = answersOf(c)
  if (typeof answers === 'string' || !isForm(visit)) return refused(visit, around, 'bad-request')
  const seat = imports.seat(shop.id)
  if (seat === null) return refused(visit, around, 'too-many')
  try {
    const file = await requestFile(c, shop.language)
    if (!file.ok) return await refused(visit, around, file.code)
    const { bytes, fileName } = file
    // A browser sends the field of a file nobody has chosen as an empty one.
    if (bytes.length === 0) return await refused(visit, around, 'bad-request')
    const taken = await imports.begin({ shop, fileName, bytes, answers }, null, seat)
    // Without a key nothing was begun before.
    if (!('answer' in taken)) return await refused(visit, around, 'too-many')
    return streamed(visit, taken, await halvesOf(around))
  } finally {
    // An import that was begun has taken its seat along and leaves when it is done.
    seat.leave()
  }
}

/** What a form is not was not sent by ours. */
const isForm = ({ c }: Visit): boolean =>
  (c.req.header('content-type') ?? '').startsWith('multipart/form-data')

const refused = async (visit: Visit, around: Around, code: ProblemCode): Promise<Response> => {
  const { uploads } = visit.words
  const why = { 'too-many': uploads.busy, 'too-large': uploads.tooLarge }
  const text = code === 'too-many' || code === 'too-large' ? why[code] : uploads.noFile
  const page = html`<div class="notice bad" role="alert">${marked(text)}</div>${sendForm(visit)}`
  return visit.c.html(await around(page), STATUS[code] ?? 400)
}

const STATUS: Readonly<Partial<Record<ProblemCode, 413 | 429>>> = {
  'too-large': 413,
  'too-many': 429,
}

const HOLE = '<!-- what comes piece by piece -->'

const halvesOf = async (around: Around): Promise<readonly string[]> =>
  String(await around(html`${raw(HOLE)}`)).split(HOLE)

type Taken = { readonly id: string; readonly answer: Promise<StoredAnswer> }

const streamed = (
  visit: Visit,
  { id, answer }: Taken,
  [top = '', bottom = '']: readonly string[],
): Response => {
  const { c, world, shop } = visit
  async function* pieces(): AsyncGenerator<string> {
    yield `${top}<div class="steps" role="status">\n`
    for await (const lines of linesRead(world.store, { shopId: shop.id, id }, answer)) {
      yield await step(visit, lines)
    }
    yield `<div class="end">${await ending(visit, await answer)}</div></div>${bottom}`
  }
  const body = ReadableStream.from(pieces()).pipeThrough(new TextEncoderStream())
  return c.body(body, 200, { 'content-type': 'text/html; charset=utf-8' })
}

const step = async ({ words, voice }: Visit, lines: number): Promise<string> =>
  String(await html`<p class="step">⏳ ${words.uploads.reading(voice.whole(lines))}</p>\n`)

/** What every answer of an import says in words, and what it may ask; see http/answers.ts. */
const answerShape = z.object({
  text: z.string().optional(),
  uploadId: z.string().optional(),
  kind: z.string().optional(),
  options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
})

const ending = async (visit: Visit, { status, body }: StoredAnswer): Promise<string> => {
  const { words } = visit
  const { text, uploadId, kind, options = [] } = answerShape.parse(JSON.parse(body))
  const isGood = status === 200 || status === 201
  const said = text ?? words.uploads.broken(String(status))
  const asks = kind !== undefined && options.length > 0
  const page = html`<section class="told${isGood || asks ? '' : ' bad'}">${marked(said)}
${asks ? questionForm(visit, kind, options) : ''}
${uploadId === undefined ? '' : tapForm(`undo:${uploadId}`, words.uploads.undo, 'uploads')}</section>
<p><a href="/dashboard/uploads">${words.uploads.back}</a></p>`
  return String(await page)
}

/** A page keeps no file: it is chosen once more, and the tapped meaning goes along. */
const questionForm = (
  { words }: Visit,
  kind: string,
  options: readonly { readonly id: string; readonly label: string }[],
): Html => html`<form method="post" enctype="multipart/form-data" hx-boost="false" class="rows">
<p>${words.uploads.answer}</p>
<label>${words.uploads.file} <input type="file" name="file" required></label>
<div class="buttons">${options.map(
  ({ id, label }) =>
    html`<button formaction="/dashboard/uploads?${new URLSearchParams({ [`answer.${kind}`]: id })}">${label}</button>`,
)}</div></form>`
