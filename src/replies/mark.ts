/**
 * WhatsApp's own marks, and how a name is kept from becoming one. The look-alikes are the full-width
 * forms: they read the same, WhatsApp does not format them, and NFKC (sales/names.ts `nameKey`) folds
 * them back, so a name copied out of a bubble still finds its product.
 */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '*': '＊',
  _: '＿',
  '~': '～',
  '`': '｀',
  '#': '＃',
  '>': '＞',
  '|': '｜',
  '+': '＋',
  '-': '－',
  ']': '］',
}
/** `penjualan_maret.csv` may keep its underscore: between plain letters and digits it marks nothing. */
const MARKS = /[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\](?=\()/g
/** A name may begin a line, and there these begin a heading, a quotation, a table or a list. */
const LINE_MARKS = /^[#>|]|^[-+](?=\s)/

/** Text from a file or a person, made harmless: `Mawar *promo*` stays those letters in any bubble. */
export const plain = (name: string): string =>
  name.replace(MARKS, lookAlike).replace(LINE_MARKS, lookAlike)

const lookAlike = (mark: string): string => LOOK_ALIKE[mark] ?? mark

/** `*text*`. Each line is marked by itself, because a mark does not reach over a line end. */
export const bold = (text: string): string => marked(text, '*')

/** `_text_`, line by line like `bold`; the two may be nested. */
export const italic = (text: string): string => marked(text, '_')

const marked = (text: string, mark: string): string =>
  text
    .replaceAll(mark, lookAlike(mark))
    .split('\n')
    .map((line) => markedLine(line, mark))
    .join('\n')

/** WhatsApp shows the bare mark when a space stands just inside it: the spaces go outside. */
const markedLine = (line: string, mark: string): string => {
  const inner = line.trim()
  if (inner === '') return line
  const start = line.indexOf(inner)
  return `${line.slice(0, start)}${mark}${inner}${mark}${line.slice(start + inner.length)}`
}
