// WhatsApp's marks, and times and sizes as a phone writes them.
import { make } from './dom.js'
import { localeOf, say } from './words.js'

/** @type {Record<string, 'b' | 'i' | 's' | 'code'>} */
const MARKS = { '*': 'b', _: 'i', '~': 's', '`': 'code' }
const MARKED =
  /(?<![\p{L}\p{N}])([*_~`])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])|(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])/u

/**
 * Bold, italic, struck out, code and links within one line.
 * @param {string} line
 * @returns {(Node | string)[]}
 */
export const inline = (line) => {
  const found = MARKED.exec(line)
  if (!found) return [line]
  const [whole, mark = '', inner = '', link] = found
  const before = line.slice(0, found.index)
  const after = line.slice(found.index + whole.length)
  const drawn = link
    ? make('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link)
    : make(MARKS[mark] ?? 'b', {}, ...(mark === '`' ? [inner] : inline(inner)))
  return [before, drawn, ...inline(after)]
}

/**
 * One line of a bubble: a list item, a quotation or plain words.
 * @param {string} line
 */
export const lineOf = (line) => {
  if (/^[-*] /.test(line)) return make('div', { className: 'line item' }, ...inline(line.slice(2)))
  if (line.startsWith('> '))
    return make('div', { className: 'line quote' }, ...inline(line.slice(2)))
  return make('div', { className: 'line' }, ...inline(line))
}

const KILOBYTE = 1024

/** @param {number} bytes */
export const sizeOf = (bytes) =>
  bytes < KILOBYTE ** 2
    ? `${Math.ceil(bytes / KILOBYTE)} KB`
    : `${(bytes / KILOBYTE ** 2).toFixed(1)} MB`

/** @param {number} at */
export const clockOf = (at) =>
  new Date(at).toLocaleTimeString(localeOf(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

/** @param {number} at */
export const momentOf = (at) =>
  new Date(at).toLocaleString(localeOf(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

const DAY_MS = 86_400_000

/**
 * Today, yesterday or the date, seen from `now`.
 * @param {number} at
 * @param {number} now
 */
export const dayOf = (at, now) => {
  const isSame = (/** @type {number} */ other) =>
    new Date(at).toDateString() === new Date(other).toDateString()
  if (isSame(now)) return say('today')
  if (isSame(now - DAY_MS)) return say('yesterday')
  return new Date(at).toLocaleDateString(localeOf(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
