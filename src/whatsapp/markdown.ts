/**
 * Markdown, as language models write it, into the few marks WhatsApp shows. Text that already uses
 * WhatsApp's marks comes through unchanged.
 */
export const whatsappText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => !RULE.test(line.trim()))
    .map(plainLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** `---` between paragraphs and `|---|---|` under a table's head: lines with nothing to say. */
const RULE =
  /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?)$/
const HEADING = /^\s{0,3}#{1,6}\s+(.+?)\s*#*$/
const TABLE_ROW = /^\s*\|(.+)\|\s*$/
const BULLET = /^(\s*)[*+]\s+/

const plainLine = (line: string): string => {
  const heading = HEADING.exec(line)?.[1]
  if (heading !== undefined) return `*${withoutMarks(inline(heading))}*`
  const cells = TABLE_ROW.exec(line)?.[1]
  if (cells !== undefined) {
    return inline(
      cells
        .split('|')
        .map((cell) => cell.trim())
        .join(' · '),
    )
  }
  return inline(line.replace(BULLET, '$1- '))
}

const inline = (line: string): string =>
  line
    .replace(/!?\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)/g, linkInWords)
    .replace(/\*\*\*(\S(?:[^*\n]*\S)?)\*\*\*/g, '*_$1_*')
    .replace(/\*\*(\S(?:[^*\n]*\S)?)\*\*/g, '*$1*')
    .replace(/(?<![\w_])__(\S(?:[^_\n]*\S)?)__(?![\w_])/g, '*$1*')
    .replace(/~~(\S(?:[^~\n]*\S)?)~~/g, '~$1~')

/** A link whose words are its address is written once. */
const linkInWords = (_: string, words: string, address: string): string =>
  words === address ? address : `${words} (${address})`

const withoutMarks = (text: string): string => text.replace(/\*/g, '')
