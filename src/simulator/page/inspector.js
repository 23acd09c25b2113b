// Every webhook and Graph call in the order in which it began.
import { notice, post } from './api.js'
import { byId, keepInOrder, make } from './dom.js'
import { say } from './words.js'

/** @typedef {import('../view.ts').TrafficView} Line */
/** @typedef {import('./bubbles.js').Bubble} Bubble */

/** More lines than this only make the page slow; the simulator itself keeps more. */
const LINES_MAX = 400
const NEAR_PX = 60
const [list, scope] = [byId('lines'), byId('scope')]
const [filter, direction] = [byId('filter', HTMLInputElement), byId('direction', HTMLSelectElement)]

/** @type {Map<number, { line: Line, text: string, row: HTMLElement }>} */
const known = new Map()
/** Ids of the one message whose calls are shown; empty for all. */
/** @type {string[]} */
let only = []

/** @param {readonly Line[]} lines */
export const addLines = (lines) => {
  for (const line of lines) {
    const text = `${line.title} ${line.path} ${line.status} ${JSON.stringify([line.request, line.response])}`
    known.set(line.order, { line, text, row: rowOf(line) })
  }
  for (const order of [...known.keys()].toSorted((a, b) => a - b).slice(0, -LINES_MAX))
    known.delete(order)
  drawLines()
}

export const forgetLines = () => {
  known.clear()
  only = []
  drawLines()
}

/** Only the calls in which this bubble, or the file in it, is named. @param {Bubble} bubble */
export const showCallsOf = (bubble) => {
  only = [bubble.id, ...(bubble.attachment ? [bubble.attachment.mediaId] : [])]
  drawLines()
  list.querySelector('details')?.setAttribute('open', '')
  list.focus()
}

/** In another language or theme everything is drawn anew. */
export const redrawLines = () => {
  for (const one of known.values()) one.row = rowOf(one.line)
  drawLines()
}

const drawLines = () => {
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX
  const rows = [...known.values()]
    .filter(({ line, text }) => isWanted(line, text))
    .toSorted((a, b) => a.line.order - b.line.order)
    .map(({ row }) => row)
  keepInOrder(list, rows.length > 0 ? rows : [make('li', { className: 'none' }, say('noLines'))])
  showScope()
  if (isAtEnd && only.length === 0) list.scrollTop = list.scrollHeight
}

/**
 * @param {Line} line
 * @param {string} text
 */
const isWanted = (line, text) => {
  if (only.length > 0 && !only.some((id) => text.includes(id))) return false
  if (direction.value === 'trouble' && isFine(line)) return false
  if (['meta', 'bot'].includes(direction.value) && line.from !== direction.value) return false
  return text.toLowerCase().includes(filter.value.trim().toLowerCase())
}

/** @param {Line} line */
const isFine = ({ status, attempts }) => status >= 200 && status < 300 && attempts === 1

const showScope = () => {
  scope.hidden = only.length === 0
  const all = make(
    'button',
    { type: 'button', className: 'button', onclick: showAll },
    say('showAll'),
  )
  scope.replaceChildren(`${say('onlyThis')} `, all)
}

const showAll = () => {
  only = []
  drawLines()
}

/** @param {Line} line */
const rowOf = (line) => {
  const details = make('details', { className: `call from-${line.from}` }, summaryOf(line))
  // Pretty JSON is made when it is looked at: most of it never is.
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(bodyOf(line))
    if (details.open) details.scrollIntoView({ block: 'nearest' })
  })
  return make('li', {}, details)
}

/** @param {Line} line */
const summaryOf = (line) => {
  const at = new Date(line.at).toLocaleTimeString('en-GB')
  const status = line.status === 0 ? '—' : String(line.status)
  const retried = line.attempts > 1 ? ` ×${line.attempts}` : ''
  return make(
    'summary',
    {},
    make(
      'span',
      {
        className: 'arrow',
        role: 'img',
        'aria-label': say(line.from === 'meta' ? 'fromMeta' : 'fromBot'),
      },
      line.from === 'meta' ? '→' : '←',
    ),
    make('time', {}, at),
    make('b', {}, line.title),
    make('span', { className: `status ${isFine(line) ? 'fine' : 'bad'}` }, `${status}${retried}`),
    make('span', { className: 'ms' }, `${line.ms} ms`),
  )
}

/** @param {Line} line */
const bodyOf = (line) => {
  const deeds = [buttonOf(say('copy'), () => copyFixture(line))]
  if (line.from === 'meta') {
    deeds.push(buttonOf(say('repeat'), () => post('controls/again', { order: line.order })))
  }
  return make(
    'div',
    { className: 'json' },
    make('p', { className: 'dim' }, `${line.method} ${line.path}${triesOf(line)}`),
    ...jsonOf(say('request'), line.request),
    ...(line.response === null ? [] : jsonOf(say('response'), line.response)),
    make('div', { className: 'row-of' }, ...deeds),
  )
}

/** @param {Line} line */
const triesOf = ({ attempts }) => (attempts > 1 ? ` · ${attempts} ${say('attempts')}` : '')

/** @param {string} label @param {() => unknown} onclick */
const buttonOf = (label, onclick) =>
  make('button', { type: 'button', className: 'button', onclick }, label)

/**
 * @param {string} title
 * @param {unknown} json
 */
const jsonOf = (title, json) => [
  make('p', { className: 'kind' }, title),
  make(
    'pre',
    { tabIndex: 0, role: 'region', 'aria-label': title },
    ...coloured(JSON.stringify(json, null, 2) ?? ''),
  ),
]

const PIECES = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?/g

/** Keys, words and numbers each in their colour. @param {string} json */
const coloured = (json) => {
  /** @type {(Node | string)[]} */
  const pieces = []
  let end = 0
  for (const found of json.matchAll(PIECES)) {
    const [whole, quoted, colon] = found
    pieces.push(
      json.slice(end, found.index),
      make('span', { className: classOf(quoted, colon) }, quoted ?? whole),
    )
    end = found.index + (quoted ?? whole).length
  }
  return [...pieces, json.slice(end)]
}

/** @param {string | undefined} quoted @param {string | undefined} colon */
const classOf = (quoted, colon) => {
  if (colon) return 'key'
  return quoted ? 'words' : 'number'
}

/** A webhook as the bot got it; a call with what it was answered. @param {Line} line */
const copyFixture = async ({ from, request, response, status, method, path }) => {
  const fixture = from === 'meta' ? request : { method, path, status, request, response }
  try {
    await navigator.clipboard.writeText(`${JSON.stringify(fixture, null, 2)}\n`)
    notice(`✓ ${say('copied')}`)
  } catch (error) {
    notice(`⚠️ ${error instanceof Error ? error.message : error}`)
  }
}

filter.addEventListener('input', drawLines)
direction.addEventListener('change', drawLines)
