import { html } from 'hono/html'
import type { Html } from './marks.ts'

/** One column: its heading and what each row has there. */
export type Column<Row> = {
  readonly title: string
  /** Where the heading leads: the same list in this column's order. */
  readonly href?: string
  readonly cell: (row: Row) => string | Html
  /** Numbers stand to the right. */
  readonly isNumber?: boolean
  /** What screen readers hear about the order of the rows. */
  readonly sorted?: 'ascending' | 'descending' | undefined
}

export type Listing<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** On a narrow screen each row becomes a card; else the table scrolls there, and the page does not. */
  readonly isStacked?: boolean
}

/** Rows under their headings. */
export const table = <Row>({ caption, columns, rows, isStacked = false }: Listing<Row>): Html =>
  html`<div class="scroll${isStacked ? ' stacked' : ''}" tabindex="0" role="region" aria-label="${caption}">
<table>
${columns.every(({ title }) => title === '') ? '' : html`<thead><tr>${columns.map(heading)}</tr></thead>`}
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr>${columns.map((column, at) => (at === 0 ? head(column, row) : cell(column, row)))}</tr>
`,
)}
</tbody>
</table>
</div>`

const heading = <Row>({ title, href, isNumber, sorted }: Column<Row>): Html => {
  // Buttons need no heading, and an empty one is read out as one that is missing.
  if (title === '') return html`<td></td>`
  const text = href === undefined ? title : html`<a href="${href}">${title}</a>`
  return html`<th scope="col"${numberClass(isNumber)}${sorted ? html` aria-sort="${sorted}"` : ''}>${text}</th>`
}

const head = <Row>({ cell: shown }: Column<Row>, row: Row): Html =>
  html`<th scope="row">${shown(row)}</th>`

const cell = <Row>({ title, cell: shown, isNumber }: Column<Row>, row: Row): Html =>
  html`<td${numberClass(isNumber)} data-title="${title}">${shown(row)}</td>`

const numberClass = (isNumber = false): Html | '' => (isNumber ? html` class="number"` : '')
