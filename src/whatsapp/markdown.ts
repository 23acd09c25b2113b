/**
 * Markdown, as language models write it, into the few marks WhatsApp shows. Text that already uses
 * WhatsApp's marks comes through unchanged.
 */
export const whatsappText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter(isSaying)
    .map((line) => emphasis(structure(links(line))))
    .filter(isSaying)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** `---` between paragraphs and `|---|---|` under a table's head: lines with nothing to say. */
const RULE =
  /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?)$/
const isSaying = (line: string): boolean => !RULE.test(line.trim())

/** A link whose words are its address is written once. */
const links = (line: string): string =>
  line.replace(
    /!?\[([^[\]\n]{1,500})\]\(([^()\s]{1,2000})\)/g,
    (_, words: string, address: string) => (words === address ? address : `${words} (${address})`),
  )

const TABLE_ROW = /^\s*\|(.+)\|\s*$/
const HEADING = /^\s{0,3}#{1,6}\s+(.+?)\s*#*$/
/** `+ 26` is a line of a sum: as a bullet it would turn into minus 26. */
const BULLET = /^(\s*)(?:\*|\+(?!\s+\d))\s+/

/** What a line is: a table's row becomes words with dots between, a heading becomes bold. */
const structure = (line: string): string => {
  const cells = TABLE_ROW.exec(line)?.[1]
  const words = cells === undefined ? line : cells.split('|').map(trimmed).join(' · ')
  const heading = HEADING.exec(words)?.[1]
    ?.replace(/[*_#]{2,}|\*/g, '')
    .trim()
  if (heading !== undefined) return heading === '' ? '' : `*${heading}*`
  return words.replace(BULLET, '$1- ')
}

const trimmed = (text: string): string => text.trim()

/** Markdown doubles its marks; WhatsApp never does, so whatever is still doubled becomes single. */
const emphasis = (line: string): string =>
  line
    .replace(/\*{3}(\S(?:[^*\n]*\S)?)\*{3}/g, '*_$1_*')
    .replace(/(?<![\p{L}\p{N}_])__(\S(?:[^_\n]*[^\s_])?)__(?![\p{L}\p{N}_])/gu, '*$1*')
    .replace(/(?<![\p{L}\p{N}_])_{2,}|_{2,}(?![\p{L}\p{N}_])/gu, '_')
    .replace(/\*{2,}/g, '*')
    .replace(/~{2,}/g, '~')
