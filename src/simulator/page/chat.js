// The conversation: draws what is new, keeps the rest, and goes along its bubbles by keyboard.
import { rowOf, showState } from './bubbles.js'
import { byId, keepInOrder, make } from './dom.js'
import { dayOf } from './format.js'
import { say } from './words.js'

/** @typedef {import('../view.ts').ChatView} ChatView */
/** @typedef {import('./bubbles.js').Deeds} Deeds */

const NEAR_PX = 80
const [chat, presence, beginning] = [byId('chat'), byId('presence'), byId('start')]

/** What is drawn already: a bubble is made anew only when something about it changed. */
/** @type {Map<string, { key: string, row: HTMLElement }>} */
const drawn = new Map()
/** @type {Map<string, HTMLElement>} */
const dayRows = new Map()
let isAtEnd = true
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typingTimer

const typingRow = make(
  'div',
  { className: 'row theirs turn', 'aria-hidden': 'true' },
  make('div', { className: 'bubble typing' }, make('span'), make('span'), make('span')),
)

/**
 * @param {ChatView} view
 * @param {{ now: number, deeds: Deeds }} options
 */
export const drawChat = ({ bubbles, typingMs }, { now, deeds }) => {
  /** @type {HTMLElement[]} */
  const rows = []
  bubbles.forEach((bubble, position) => {
    const before = bubbles[position - 1]
    const day = dayOf(bubble.at, now)
    if (!before || dayOf(before.at, now) !== day) rows.push(dayRow(day, bubble.id))
    rows.push(rowFor(bubble, before?.from !== bubble.from, deeds))
  })
  showTyping(typingMs)
  keepInOrder(chat, [...rows, ...(typingMs > 0 ? [typingRow] : [])])
  beginning.classList.toggle('empty', bubbles.length === 0)
  // Whoever has sent a file knows how; the sample is offered until then.
  beginning.hidden = bubbles.some(({ from, attachment }) => from === 'person' && attachment)
  stayAtEnd()
}

/** Everything is drawn anew: another person's phone, or another language. */
export const forgetDrawn = () => {
  drawn.clear()
  dayRows.clear()
  isAtEnd = true
}

/** What the person does is always looked at. */
export const goToEnd = () => {
  isAtEnd = true
}

export const stayAtEnd = () => {
  if (isAtEnd) chat.scrollTop = chat.scrollHeight
}

/**
 * @param {ChatView['bubbles'][number]} bubble
 * @param {boolean} isTurn
 * @param {Deeds} deeds
 */
const rowFor = (bubble, isTurn, deeds) => {
  const key = JSON.stringify([{ ...bubble, state: null }, isTurn])
  const known = drawn.get(bubble.id)
  const row = known?.key === key ? known.row : rowOf(bubble, { isTurn, deeds })
  drawn.set(bubble.id, { key, row })
  showState(row, bubble.state)
  return row
}

/**
 * @param {string} day
 * @param {string} firstId
 */
const dayRow = (day, firstId) => {
  const key = `${day} ${firstId}`
  const row = dayRows.get(key) ?? make('div', { className: 'day' }, day)
  dayRows.set(key, row)
  return row
}

/** @param {number} typingMs */
const showTyping = (typingMs) => {
  clearTimeout(typingTimer)
  presence.textContent = say(typingMs > 0 ? 'typing' : 'online')
  if (typingMs <= 0) return
  typingTimer = setTimeout(() => {
    typingRow.remove()
    presence.textContent = say('online')
  }, typingMs)
}

export const showOffline = () => {
  presence.textContent = say('offline')
}

chat.addEventListener('scroll', () => {
  isAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < NEAR_PX
})
addEventListener('resize', stayAtEnd)

/** Up and down go from bubble to bubble; Enter answers one, `i` shows its calls. */
chat.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const rows = [...chat.querySelectorAll('.row[data-id]')]
  const here = rows.findIndex((candidate) => candidate.contains(document.activeElement))
  const next = stepFrom(here, event.key === 'ArrowUp' ? -1 : 1, rows.length)
  const row = rows[next]
  if (!(row instanceof HTMLElement)) return
  event.preventDefault()
  row.focus()
})

/**
 * From nowhere, up begins with the newest bubble.
 * @param {number} here
 * @param {number} step
 * @param {number} count
 */
const stepFrom = (here, step, count) =>
  here === -1 ? count - 1 : Math.min(count - 1, Math.max(0, here + step))
