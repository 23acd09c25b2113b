import { html } from 'hono/html'
import { receiptOf } from '../../flow/commands/upload.ts'
import { seenUploads } from '../../flow/own-files.ts'
import { daySpan, shortDay } from '../../i18n/numbers.ts'
import { wallClock } from '../../sales/day.ts'
import type { Upload } from '../../store/uploads.ts'
import { tapForm } from './deeds.ts'
import type { Html } from './marks.ts'
import { may } from './places.ts'
import { table } from './table.ts'
import { askOf, type Visit } from './visit.ts'

/** Years of monthly files, or three months of daily ones. */
const LISTED_MAX = 100

/** A way to send a file, and every file that came, to be taken back or looked into. */
export const uploads = async (visit: Visit): Promise<Html> => {
  const { world, words } = visit
  const ask = askOf(visit, 'uploads')
  if (ask === null) throw new Error('“uploads” is no command of the chat')
  const found = await seenUploads(world, ask, { limit: LISTED_MAX, what: 'files' })
  const listed = found.filter(({ state, span }) => state !== 'staging' && span !== null)
  return html`${maySend(visit) ? sendForm(visit) : ''}
<section><h2>${words.uploads.title}</h2>
${listed.length === 0 ? html`<p>${words.uploads.none}</p>` : fileTable(visit, listed)}
</section>`
}

/** Staff see the files they sent into the chat, and only those: theirs go there. */
export const maySend = ({ session }: Visit): boolean => may('replace', session)

/** Not boosted: the browser shows the answer as it comes, line by line. */
export const sendForm = ({ words }: Visit): Html => html`<section><h2>${words.uploads.send}</h2>
<p>${words.uploads.what}</p>
<form method="post" action="/dashboard/uploads" enctype="multipart/form-data" hx-boost="false" class="rows one">
<label>${words.uploads.file} <input type="file" name="file" required></label>
<button class="main">${words.uploads.read}</button>
</form></section>`

const fileTable = (visit: Visit, files: readonly Upload[]): Html => {
  const { words, voice, shop } = visit
  const { uploads: say } = words
  const columns = [
    { title: say.file, cell: ({ fileName }: Upload) => voice.name(fileName) },
    {
      title: say.when,
      cell: ({ createdAt }: Upload) =>
        shortDay(wallClock(createdAt, shop.timeZone).day, shop.language),
    },
    {
      title: say.days,
      cell: ({ span }: Upload) => (span === null ? '–' : daySpan(span, shop.language)),
    },
    { title: say.rows, isNumber: true, cell: ({ lines }: Upload) => voice.whole(lines) },
    {
      title: words.products.revenue,
      isNumber: true,
      cell: (upload: Upload) => {
        const revenue = receiptOf(upload)?.revenue ?? null
        return revenue === null ? '–' : voice.fullMoney(revenue)
      },
    },
    { title: say.skipped, cell: (upload: Upload) => skippedLink(upload, voice.whole) },
    {
      title: '',
      cell: (upload: Upload) =>
        upload.state === 'live'
          ? html`<div class="buttons">${tapForm(`undo:${upload.no}`, say.undo, 'uploads')}${replaceForm(visit, upload)}</div>`
          : html`<span class="small">${say.undone}</span>`,
    },
  ]
  return table({ caption: say.title, columns, rows: files, isStacked: true })
}

/** Offered where the chat offers it: on days that already had sales. */
const replaceForm = (visit: Visit, upload: Upload): Html | '' =>
  maySend(visit) && (receiptOf(upload)?.sharedDays ?? 0) > 0
    ? tapForm(`replace:${upload.no}`, visit.voice.words.buttons.replaceDays, 'uploads')
    : ''

const skippedLink = (upload: Upload, whole: (count: number) => string): Html | string => {
  const skipped = receiptOf(upload)?.skipped ?? []
  const count = skipped.reduce((sum, each) => sum + each.count, 0)
  return count === 0
    ? '–'
    : html`<a href="/dashboard/uploads/${upload.no}/skipped" download>${whole(count)} ↓</a>`
}
