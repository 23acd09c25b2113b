import { html } from 'hono/html'

/** A piece of a page, escaped already. */
export type Html = ReturnType<typeof html>

/** A bubble's words as paragraphs and lists: `*bold*`, `_italic_`, `- item` and nothing else. */
export const marked = (text: string): Html => {
  const blocks = blocksOf(text.split('\n').filter((line) => line.trim() !== ''))
  return html`${blocks.map((block) =>
    block.kind === 'list'
      ? html`<ul>${block.lines.map((line) => html`<li>${inline(line)}</li>`)}</ul>`
      : html`<p>${inline(block.lines.join(' '))}</p>`,
  )}`
}

type Block = { readonly kind: 'list' | 'line'; readonly lines: readonly string[] }

const ITEM = /^- /

const blocksOf = (lines: readonly string[]): readonly Block[] =>
  lines.reduce<readonly Block[]>((blocks, line) => {
    const isItem = ITEM.test(line)
    const last = blocks.at(-1)
    if (!isItem) return [...blocks, { kind: 'line', lines: [line] }]
    const text = line.replace(ITEM, '')
    return last?.kind === 'list'
      ? [...blocks.slice(0, -1), { kind: 'list', lines: [...last.lines, text] }]
      : [...blocks, { kind: 'list', lines: [text] }]
  }, [])

/** A mark counts where WhatsApp counts it: not inside a word, and with no space just inside. */
const MARK = /(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/u

const inline = (text: string): Html => {
  const found = MARK.exec(text)
  if (found === null) return html`${text}`
  const [whole, mark, inner = ''] = found
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + whole.length)
  const shown = mark === '*' ? html`<b>${inline(inner)}</b>` : html`<i>${inline(inner)}</i>`
  return html`${before}${shown}${inline(after)}`
}
