// What the person does: words, files, sound, the sample, and the bubble they answer.
import { notice, post } from './api.js'
import { goToEnd } from './chat.js'
import { byId, iconButton, make } from './dom.js'
import { inline } from './format.js'
import { canRecord, record } from './voice.js'
import { say } from './words.js'

/** @typedef {import('./bubbles.js').Bubble} Bubble */

const [composer, quoteBar, drop, recording] = [
  byId('composer', HTMLFormElement),
  byId('quote'),
  byId('drop'),
  byId('recording'),
]
const text = byId('text', HTMLTextAreaElement)
const [file, voiceFile] = [byId('file', HTMLInputElement), byId('voice-file', HTMLInputElement)]
const [attach, mic, sample] = [byId('attach'), byId('mic'), byId('sample')]

/** @type {Bubble | null} */
let answering = null

/** The next words answer this bubble; null takes it back. @param {Bubble | null} bubble */
export const answerTo = (bubble) => {
  answering = bubble
  quoteBar.hidden = bubble === null
  if (bubble === null) return
  const words = bubble.text.split('\n')[0] || bubble.attachment?.fileName || ''
  quoteBar.replaceChildren(
    make(
      'div',
      { className: `quoted ${bubble.from}` },
      make('b', {}, `${say('replyTo')} ${say(bubble.from === 'person' ? 'you' : 'shop')}`),
      make('span', {}, ...inline(words)),
    ),
    iconButton('close', say('cancel'), () => {
      answerTo(null)
      text.focus()
    }),
  )
  text.focus()
}

/** @param {string} path @param {FormData | object} [body] */
const send = (path, body) => {
  goToEnd()
  return post(path, body)
}

/** @param {Bubble} bubble @param {Bubble['choices'][number]} choice */
export const tap = (bubble, choice) => send('tap', { bubbleId: bubble.id, choiceId: choice.id })

/** One after the other, so that they arrive in the order they were chosen. @param {Iterable<File>} files */
const sendFiles = async (files) => {
  for (const chosen of files) {
    const form = new FormData()
    form.set('file', chosen)
    const caption = text.value.trim()
    // A picture or file takes the words in the field along, as on the phone.
    if (caption) form.set('caption', caption)
    clearText()
    await send('send', form)
  }
}

const fitText = () => {
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight}px`
  composer.classList.toggle('has-text', text.value.trim() !== '')
}

const clearText = () => {
  text.value = ''
  fitText()
}

composer.addEventListener('submit', (event) => {
  event.preventDefault()
  const words = text.value.trim()
  const replyTo = answering?.id
  clearText()
  answerTo(null)
  text.focus()
  if (words) void send('say', { text: words, replyTo })
})

text.addEventListener('input', fitText)
text.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') answerTo(null)
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  composer.requestSubmit()
})

sample.addEventListener('click', () => void send('sample'))
attach.addEventListener('click', () => file.click())
for (const input of [file, voiceFile]) {
  input.addEventListener('change', async () => {
    await sendFiles(input.files ?? [])
    input.value = ''
  })
}

// ── Sound ─────────────────────────────────────────────────────────────────────────────────────

/** @type {(() => Promise<File>) | null} */
let stopRecording = null

const showRecording = () => {
  const isOn = stopRecording !== null
  composer.classList.toggle('is-recording', isOn)
  mic.setAttribute('aria-pressed', String(isOn))
  mic.setAttribute('aria-label', say(isOn ? 'voiceStop' : 'voice'))
  recording.hidden = !isOn
  recording.textContent = isOn ? `● ${say('recording')}` : ''
}

/** Records where there is a microphone, and asks for a file where there is none. */
mic.addEventListener('click', async () => {
  if (stopRecording) {
    const stop = stopRecording
    stopRecording = null
    showRecording()
    await sendFiles([await stop()])
    return
  }
  stopRecording = canRecord() ? await record().catch(() => null) : null
  showRecording()
  if (stopRecording) return
  notice(say('noMic'))
  voiceFile.click()
})

// ── Files dragged onto the page ───────────────────────────────────────────────────────────────

/** Words may be dragged into the text field as everywhere; files go to the shop. @param {DragEvent} event */
const holdsFiles = (event) => event.dataTransfer?.types.includes('Files') === true

addEventListener('dragover', (event) => {
  if (!holdsFiles(event)) return
  event.preventDefault()
  drop.hidden = false
})
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) drop.hidden = true
})
addEventListener('drop', (event) => {
  if (!holdsFiles(event)) return
  event.preventDefault()
  drop.hidden = true
  void sendFiles(event.dataTransfer?.files ?? [])
})

fitText()
text.focus()
