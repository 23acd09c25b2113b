import { html } from 'hono/html'

/** A piece of a page, escaped already. */
export type Html = ReturnType<typeof html>

/** A bubble's words as paragraphs and lists: `*bold*`, `_italic_`, `- item` and nothing else. */
export const marked = (text: string): Html => {
  const blocks = blocksOf(
    text
      .replace(SIGN, '')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  )
  return html`${blocks.map((block) =>
    block.kind === 'list'
      ? html`<ul>${block.lines.map((line) => html`<li>${inline(line)}</li>`)}</ul>`
      : html`<p>${inline(block.lines.join(' '))}</p>`,
  )}`
}

/** The sign a bubble begins with tells it from others in a chat; a page has its headings for that. */
const SIGN = /^\p{Extended_Pictographic}\ufe0f?\s+/u

type Block = { readonly kind: 'list' | 'line'; readonly lines: readonly string[] }

const ITEM = /^- /

/** Items that follow each other are one list. */
const blocksOf = (lines: readonly string[]): readonly Block[] => {
  const blocks: { kind: Block['kind']; lines: string[] }[] = []
  for (const line of lines) {
    const kind = ITEM.test(line) ? 'list' : 'line'
    const last = blocks.at(-1)
    if (kind === 'list' && last?.kind === 'list') last.lines.push(line.replace(ITEM, ''))
    else blocks.push({ kind, lines: [line.replace(ITEM, '')] })
  }
  return blocks
}

/** A mark counts where WhatsApp counts it: not inside a word, and with no space just inside. */
const MARK = /(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/u

const inline = (text: string): Html => {
  const found = MARK.exec(text)
  if (found === null) return html`${unbroken(text)}`
  const [whole, mark, inner = ''] = found
  const before = unbroken(text.slice(0, found.index))
  const after = text.slice(found.index + whole.length)
  const shown = mark === '*' ? html`<b>${inline(inner)}</b>` : html`<i>${inline(inner)}</i>`
  return html`${before}${shown}${inline(after)}`
}

/** A sum and its currency stay in one line. */
const unbroken = (text: string): string => text.replace(MONEY_GAP, '\u00a0')
const MONEY_GAP = /(?<=\bRp|\p{Sc}) (?=\d)|(?<=\d) (?=\p{Sc})/gu
