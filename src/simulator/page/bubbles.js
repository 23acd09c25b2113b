// One bubble as WhatsApp draws it, with what a person can do to it.
import { icon, iconButton, make } from './dom.js'
import { clockOf, inline, lineOf, sizeOf } from './format.js'
import { say } from './words.js'

/** @typedef {import('../view.ts').ChatView['bubbles'][number]} Bubble */
/** @typedef {Bubble['choices'][number]} Choice */

/**
 * What happens when something about a bubble is tapped.
 * @typedef {{
 *   tap: (bubble: Bubble, choice: Choice) => unknown,
 *   openList: (bubble: Bubble) => unknown,
 *   openPicture: (address: string, alt: string) => unknown,
 *   reply: (bubble: Bubble) => unknown,
 *   inspect: (bubble: Bubble) => unknown,
 *   grown: () => void,
 * }} Deeds
 */

const TICKS = { accepted: '✓', sent: '✓', delivered: '✓✓', read: '✓✓', failed: '!' }

/**
 * @param {Bubble} bubble
 * @param {{ isTurn: boolean, deeds: Deeds }} options a turn is the first bubble of one speaker: it has the tail
 */
export const rowOf = (bubble, { isTurn, deeds }) => {
  const isOwn = bubble.from === 'person'
  const inner = [
    make('span', { className: 'unseen' }, `${say(isOwn ? 'you' : 'shop')}: `),
    ...(bubble.quoted ? [quotedOf(bubble.quoted)] : []),
    ...(bubble.attachment ? [attachmentOf(bubble.attachment, deeds)] : []),
    ...(bubble.text ? bubble.text.split('\n').map(lineOf) : []),
  ]
  // The time floats at the end of the last line when there is one.
  const last = inner.at(-1)
  if (last?.classList.contains('line')) last.append(metaOf(bubble))
  else inner.push(metaOf(bubble))
  const row = make(
    'div',
    { className: `row ${isOwn ? 'own' : 'theirs'}${isTurn ? ' turn' : ''}`, tabIndex: -1 },
    make(
      'div',
      { className: 'bubble' },
      make('div', { className: 'content' }, ...inner),
      ...choicesOf(bubble, deeds),
    ),
    deedsOf(bubble, deeds),
  )
  row.dataset['id'] = bubble.id
  listenForSwipe(row, () => deeds.reply(bubble))
  row.addEventListener('keydown', (event) => {
    const deed = event.target === row ? deedOf(event.key, deeds) : undefined
    if (!deed) return
    event.preventDefault()
    deed(bubble)
  })
  return row
}

/** @param {string} key @param {Deeds} deeds */
const deedOf = (key, deeds) => {
  if (key === 'i') return deeds.inspect
  return key === 'Enter' || key === 'r' ? deeds.reply : undefined
}

/**
 * The tick of a bubble that is drawn already.
 * @param {HTMLElement} row
 * @param {Bubble['state']} state
 */
export const showState = (row, state) => {
  const ticks = row.querySelector('.ticks')
  if (!ticks || ticks.classList.contains(state)) return
  ticks.className = `ticks ${state}`
  ticks.textContent = TICKS[state]
  ticks.setAttribute('aria-label', say(state === 'accepted' ? 'sent' : state))
}

/** @param {Bubble} bubble */
const metaOf = (bubble) => {
  const meta = make('span', { className: 'meta' }, clockOf(bubble.at))
  if (bubble.from === 'person') {
    const label = say(bubble.state === 'accepted' ? 'sent' : bubble.state)
    const { state } = bubble
    meta.append(
      make('span', { className: `ticks ${state}`, role: 'img', 'aria-label': label }, TICKS[state]),
    )
  }
  return meta
}

/** @param {NonNullable<Bubble['quoted']>} quoted */
const quotedOf = ({ from, text }) =>
  make(
    'div',
    { className: `quoted ${from}` },
    make('b', {}, say(from === 'person' ? 'you' : 'shop')),
    make('span', {}, ...inline(text)),
  )

/**
 * @param {NonNullable<Bubble['attachment']>} attachment
 * @param {Deeds} deeds
 */
const attachmentOf = ({ kind, mediaId, fileName, mimeType, sizeBytes }, deeds) => {
  const address = `media/${encodeURIComponent(mediaId)}`
  if (kind === 'image') return pictureOf(address, fileName, deeds)
  if (kind === 'audio') {
    const player = make('audio', {
      controls: true,
      preload: 'none',
      src: address,
      'aria-label': say('voice'),
    })
    return make('div', { className: 'voice' }, icon('mic'), player)
  }
  const ending = (/\.(\w{1,4})$/.exec(fileName)?.[1] ?? mimeType.split('/').at(-1) ?? '').slice(
    0,
    4,
  )
  return make(
    'a',
    { className: 'file', href: address, download: fileName },
    make('i', {}, ending.toUpperCase()),
    make('span', {}, fileName, make('small', {}, `${sizeOf(sizeBytes)} · ${ending.toUpperCase()}`)),
  )
}

/**
 * @param {string} address
 * @param {string} fileName
 * @param {Deeds} deeds
 */
const pictureOf = (address, fileName, deeds) => {
  const alt = fileName || say('picture')
  const image = make('img', { src: address, alt })
  image.addEventListener('load', deeds.grown)
  const onclick = () => deeds.openPicture(address, alt)
  return make('button', { type: 'button', className: 'picture', onclick }, image)
}

/**
 * @param {Bubble} bubble
 * @param {Deeds} deeds
 */
const deedsOf = (bubble, deeds) =>
  make(
    'div',
    { className: 'deeds' },
    iconButton('reply', say('reply'), () => deeds.reply(bubble)),
    iconButton('calls', say('calls'), () => deeds.inspect(bubble)),
  )

/**
 * @param {Bubble} bubble
 * @param {Deeds} deeds
 */
const choicesOf = (bubble, deeds) => {
  if (bubble.choices.length === 0) return []
  const buttons = bubble.listLabel
    ? [choiceButton(bubble.listLabel, () => deeds.openList(bubble), 'list')]
    : bubble.choices.map((choice) => choiceButton(choice.title, () => deeds.tap(bubble, choice)))
  return [make('div', { className: 'choices' }, ...buttons)]
}

/**
 * @param {string} title
 * @param {() => unknown} onclick
 * @param {string} [drawing]
 */
const choiceButton = (title, onclick, drawing) =>
  make(
    'button',
    { className: 'choice', type: 'button', onclick },
    ...(drawing ? [icon(drawing)] : []),
    title,
  )

/** Far enough not to be scrolling. */
const SWIPE_PX = 60

/**
 * A swipe to the right answers a bubble, as on the phone.
 * @param {HTMLElement} row
 * @param {() => unknown} onSwipe
 */
const listenForSwipe = (row, onSwipe) => {
  /** @type {{ x: number, y: number } | null} */
  let from = null
  row.addEventListener(
    'touchstart',
    ({ touches: [touch] }) => {
      from = touch ? { x: touch.clientX, y: touch.clientY } : null
    },
    { passive: true },
  )
  row.addEventListener('touchend', ({ changedTouches: [touch] }) => {
    if (!from || !touch) return
    const [right, down] = [touch.clientX - from.x, Math.abs(touch.clientY - from.y)]
    if (right > SWIPE_PX && right > down * 2) onSwipe()
  })
}
