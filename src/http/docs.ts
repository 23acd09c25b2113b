import { Hono } from 'hono'
import { html } from 'hono/html'
import { DOCS_SCRIPT, DOCS_STYLE } from './docs-look.ts'
import { strictHeaders } from './guard.ts'
import { jsonSchema, OPERATIONS, type Operation, openApi, problemRows, SHAPES } from './openapi.ts'

/**
 * `GET /openapi.json` and `GET /docs`, a page that shows it: one HTML page, one style sheet, one small
 * script, all from here, so that it works without any other address.
 */
export const docsApp = (): Hono => {
  const document = openApi()
  const app = new Hono()
  app.get('/openapi.json', strictHeaders, (c) => c.json(document))
  app.get('/docs', strictHeaders, (c) => c.html(page(new URL(c.req.url).origin)))
  app.get('/docs.css', strictHeaders, (c) =>
    c.body(DOCS_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
  app.get('/docs.js', strictHeaders, (c) =>
    c.body(DOCS_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  return app
}

const page = (origin: string) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Shopbell upload API</title>
<link rel="stylesheet" href="/docs.css">
<script src="/docs.js" defer></script>
</head>
<body>
<header>
<h1>Upload API</h1>
<p>Let the till send its file by itself. The file is read as the chat reads it, the same sales count
once, and the answer is the receipt. The whole document for programs: <a href="/openapi.json">openapi.json</a>.</p>
</header>
<main>
<section>
<h2>Three steps</h2>
<p>1. On the machine Shopbell runs on, make a token. It is shown once.</p>
${command('npm run token -- create --name "kasir depan"')}
<p>2. Send the file.</p>
${command(
  `curl ${origin}/api/v1/sales \\\n  -H "Authorization: Bearer shopbell_…" \\\n  -H "Idempotency-Key: 2026-03-31-kasir-1" \\\n  -F file=@penjualan.csv`,
)}
<p>3. Read the answer: 201 with the receipt. 409 asks one question; send the file again with the answer.</p>
${command(
  `curl "${origin}/api/v1/sales?answer.date-order=day-first" \\\n  -H "Authorization: Bearer shopbell_…" \\\n  -F file=@penjualan.csv`,
)}
<p>Rows instead of a file:</p>
${command(
  `curl ${origin}/api/v1/sales \\\n  -H "Authorization: Bearer shopbell_…" \\\n  -H "Content-Type: application/json" \\\n  -d '[{"tanggal":"2026-03-31","produk":"Mawar","jumlah":2,"harga":25000}]'`,
)}
</section>
${OPERATIONS.map(section)}
<section>
<h2>When the answer is no</h2>
<p>Nothing was counted then. Programs go by <code>error.code</code>.</p>
<dl class="problems">
${problemRows().map(
  ({ code, status, message, whatToDo }) =>
    html`<dt><b class="s${Math.floor(status / 100)}">${status}</b> <code>${code}</code></dt><dd>${message}<br>${whatToDo}</dd>`,
)}
</dl>
</section>
<section>
<h2>Fields</h2>
${Object.entries(SHAPES).map(([name, shape]) => fields(name, jsonSchema(shape)))}
</section>
</main>
</body>
</html>`

const command = (text: string) =>
  html`<div class="command"><pre tabindex="0"><code>${text}</code></pre><button type="button" class="copy">Copy</button></div>`

const section = ({ method, path, summary, description, parameters, answers }: Operation) =>
  html`<section>
<h2><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h2>
<p><b>${summary}.</b> ${inText(description)}</p>
${
  parameters.length === 0
    ? ''
    : html`<dl>${parameters.map(
        (parameter) =>
          html`<dt><code>${parameter.name}</code> <small>${parameter.in}${parameter.required ? ', required' : ''}</small></dt><dd>${inText(parameter.description)}<br><small>e.g. <code>${parameter.example}</code></small></dd>`,
      )}</dl>`
}
<table>
<thead><tr><th>Answer</th><th>Meaning</th><th>Body</th></tr></thead>
<tbody>
${Object.entries(answers).map(
  ([status, answer]) =>
    html`<tr><td><b class="s${status[0] ?? ''}">${status}</b></td><td>${inText(answer.description)}</td><td>${[
      answer.schema,
    ]
      .flat()
      .map((name) => html`<a href="#${name}">${name}</a> `)}</td></tr>`,
)}
</tbody>
</table>
</section>`

/** A schema's fields, read from the document itself, so that the page cannot say anything else. */
const fields = (name: string, schema: unknown) => {
  const properties = recordOf(recordOf(schema)['properties'])
  return html`<details id="${name}"><summary><code>${name}</code></summary><dl>
${Object.entries(properties).map(
  ([field, property]) =>
    html`<dt><code>${field}</code> <small>${typeOf(property)}</small></dt><dd>${inText(String(recordOf(property)['description'] ?? ''))}</dd>`,
)}
</dl></details>`
}

/** The document's texts mark words of programs with backticks, as Markdown does. */
const inText = (text: string) =>
  text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

const typeOf = (property: unknown): string => {
  const { type, anyOf, enum: options, const: only } = recordOf(property)
  if (only !== undefined) return JSON.stringify(only)
  if (Array.isArray(options)) return options.join(' | ')
  if (Array.isArray(anyOf)) return anyOf.map(typeOf).join(' or ')
  return String(type ?? '')
}
