import { html } from 'hono/html'
import type { Html } from './marks.ts'

/** A cell's content; numbers stand to the right. */
export type Column<Row> = {
  readonly title: string | Html
  readonly cell: (row: Row) => string | Html
  readonly isNumber?: boolean
  /** What screen readers hear about the order of the rows. */
  readonly sorted?: 'ascending' | 'descending' | undefined
}

/** Rows under their headings; on a narrow screen the table scrolls, the page does not. */
export const table = <Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Html => html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
<table>
<thead><tr>
${columns.map(
  ({ title, isNumber, sorted }) =>
    html`<th scope="col"${isNumber ? html` class="number"` : ''}${sorted ? html` aria-sort="${sorted}"` : ''}>${title}</th>`,
)}
</tr></thead>
<tbody>
${rows.map(
  (row) =>
    html`<tr>${columns.map(({ cell, isNumber }, at) => bodyCell(cell(row), { isNumber, isHead: at === 0 }))}</tr>
`,
)}
</tbody>
</table>
</div>`

const bodyCell = (
  content: string | Html,
  { isNumber, isHead }: { readonly isNumber: boolean | undefined; readonly isHead: boolean },
): Html => {
  if (isHead) return html`<th scope="row">${content}</th>`
  return isNumber ? html`<td class="number">${content}</td>` : html`<td>${content}</td>`
}
