// The phone in the browser: draws what the simulator says, and says what the person does.
import { addressOf, speakAs, whoSpeaks } from './api.js'
import { drawChat, forgetDrawn, showOffline, stayAtEnd } from './chat.js'
import { answerTo, tap } from './composer.js'
import { drawState, onReset, serviceNow } from './controls.js'
import { byId } from './dom.js'
import { addLines, forgetLines, redrawLines, showCallsOf } from './inspector.js'
import { openTools, showTab } from './panels.js'
import { drawPeople, onNewPerson } from './people.js'
import { openList, openPicture } from './sheets.js'
import { speak } from './words.js'

/** @typedef {import('../view.ts').ChatView} ChatView */
/** @typedef {import('../view.ts').PeopleView} PeopleView */
/** @typedef {import('../view.ts').StateView} StateView */

/** @type {{ chat?: ChatView, people?: PeopleView, state?: StateView }} */
let views = {}
/** @type {EventSource | null} */
let events = null

/** @type {import('./bubbles.js').Deeds} */
const deeds = {
  tap,
  reply: answerTo,
  openPicture,
  grown: stayAtEnd,
  openList: (bubble) => openList(bubble, (choice) => tap(bubble, choice)),
  inspect: (bubble) => {
    openTools(true)
    showTab('inspector')
    showCallsOf(bubble)
  },
}

const draw = () => {
  const { state, people, chat } = views
  if (state) drawState(state)
  if (people) drawPeople(people, switchTo)
  if (chat) drawChat(chat, { now: serviceNow(), deeds })
}

/** Listens to the simulator for whoever speaks now. */
const listen = () => {
  events?.close()
  views = {}
  events = new EventSource(addressOf('events'))
  for (const name of ['chat', 'people', 'state']) {
    events.addEventListener(name, ({ data }) => {
      views = { ...views, [name]: JSON.parse(data) }
      draw()
    })
  }
  events.addEventListener('traffic', ({ data }) => addLines(JSON.parse(data)))
  events.addEventListener('error', showOffline)
}

/** @param {string} userId */
const switchTo = (userId) => {
  if (userId === whoSpeaks() && events) return
  speakAs(userId)
  answerTo(null)
  forgetDrawn()
  listen()
}

/** @param {'id' | 'en'} chosen */
const speakIn = (chosen) => {
  speak(chosen)
  forgetDrawn()
  redrawLines()
  draw()
}

// ── Language and colours are remembered ───────────────────────────────────────────────────────

const [language, theme] = [byId('language', HTMLSelectElement), byId('theme', HTMLSelectElement)]
const isIndonesian = navigator.language.startsWith('id')
language.value = localStorage.getItem('language') ?? (isIndonesian ? 'id' : 'en')
theme.value = localStorage.getItem('theme') ?? 'auto'
document.documentElement.dataset['theme'] = theme.value
language.addEventListener('change', () => {
  localStorage.setItem('language', language.value)
  speakIn(language.value === 'id' ? 'id' : 'en')
})
theme.addEventListener('change', () => {
  localStorage.setItem('theme', theme.value)
  document.documentElement.dataset['theme'] = theme.value
})

onNewPerson(switchTo)
onReset(() => {
  speakAs('')
  forgetDrawn()
  forgetLines()
  listen()
})
speakIn(language.value === 'id' ? 'id' : 'en')
listen()
