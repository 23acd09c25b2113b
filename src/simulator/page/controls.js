// Time, trouble, ticks: the circumstances of the talk.
import { addressOf, post, whoSpeaks } from './api.js'
import { byId, make } from './dom.js'
import { momentOf } from './format.js'
import { say } from './words.js'

/** @typedef {import('../view.ts').StateView} StateView */

const [travelled, nowOutput, windowText] = [byId('travelled'), byId('now'), byId('window')]
const [clock, faults, clearFaults] = [byId('clock'), byId('faults'), byId('clear-faults')]
const [jump, jumpTo] = [byId('jump', HTMLFormElement), byId('jump-to', HTMLInputElement)]
const [fault, reports] = [byId('fault', HTMLFormElement), byId('reports', HTMLSelectElement)]
const repeats = byId('repeats', HTMLInputElement)
const [reset, transcript] = [byId('reset'), document.querySelector('a[download]')]

/** @type {StateView | null} */
let shown = null

let shownAt = 0

/** The service's time, which need not be that of this machine. */
export const serviceNow = () => (shown?.now ?? Date.now()) + performance.now() - shownAt

/** @param {StateView} state */
export const drawState = (state) => {
  shown = state
  shownAt = performance.now()
  clock.hidden = !state.can.travel
  reset.hidden = !state.can.reset
  reports.value = state.weather.reports
  repeats.checked = state.weather.repeats
  clearFaults.hidden = state.faults.length === 0
  faults.replaceChildren(...state.faults.map((one) => make('li', {}, wordsOf(one))))
  transcript?.setAttribute('href', addressOf('transcript'))
  drawClock()
}

const drawClock = () => {
  if (!shown) return
  const now = serviceNow()
  nowOutput.textContent = momentOf(now)
  windowText.textContent = windowWords(shown.windowClosesAt, now)
  travelled.hidden = shown.offsetMs === 0
  travelled.textContent = `⏱ ${say('travelled')} ${momentOf(now)}`
}

/** @param {number | null} closesAt @param {number} now */
const windowWords = (closesAt, now) => {
  if (closesAt === null) return say('windowNever')
  return closesAt > now ? `${say('windowOpen')} ${momentOf(closesAt)}` : say('windowClosed')
}

/** @param {StateView['faults'][number]} ordered */
const wordsOf = ({ fault: { on, times, every, ...trouble }, left }) => {
  const what = Object.entries(trouble).map(([name, value]) =>
    value === true ? name : `${name} ${value}`,
  )
  const often = every === undefined ? '' : ` · 1/${every}`
  const rest = times === 'always' ? say('always') : `${left} ${say('left')}`
  return `${on}: ${what.join(', ')}${often} · ${rest}`
}

const MINUTE_MS = 60_000
setInterval(drawClock, MINUTE_MS)

/** The field's own form of a time, in this place's hours. @param {Date} date */
const fieldTime = (date) => {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * MINUTE_MS)
  return shifted.toISOString().slice(0, 16)
}

const tomorrowMorning = () => {
  const date = new Date(serviceNow())
  date.setDate(date.getDate() + 1)
  date.setHours(8, 0, 0, 0)
  return date
}

/** @param {Date} date */
const travelTo = (date) => post('controls/clock', { to: date.toISOString() })

for (const button of document.querySelectorAll('[data-by]')) {
  if (!(button instanceof HTMLElement)) continue
  const by = Number(button.dataset['by'])
  button.addEventListener('click', () => void post('controls/clock', { by }))
}
byId('morning').addEventListener('click', () => void travelTo(tomorrowMorning()))
byId('back').addEventListener('click', () => void post('controls/clock', { back: true }))
byId('close-window').addEventListener(
  'click',
  () => void post('controls/window', { as: whoSpeaks() }),
)
jumpTo.addEventListener('focus', () => {
  if (!jumpTo.value) jumpTo.value = fieldTime(tomorrowMorning())
})
jump.addEventListener('submit', (event) => {
  event.preventDefault()
  void travelTo(new Date(jumpTo.value))
})

/** `code:131056`, `reset+accepts`: a name with a number, or names that are simply so. @param {string} what */
const troubleOf = (what) =>
  Object.fromEntries(
    what.split('+').map((part) => {
      const [name = '', number] = part.split(':')
      return [name, number === undefined ? true : Number(number)]
    }),
  )

/** @param {string} often @param {number} n */
const oftenOf = (often, n) => {
  if (often === 'always') return { times: 'always' }
  return often === 'every' ? { times: 'always', every: n } : { times: n }
}

fault.addEventListener('submit', (event) => {
  event.preventDefault()
  const chosen = new FormData(fault)
  const often = oftenOf(String(chosen.get('often')), Number(chosen.get('n')))
  void post('controls/faults', {
    on: chosen.get('on'),
    ...often,
    ...troubleOf(String(chosen.get('what'))),
  })
})
clearFaults.addEventListener('click', () => void post('controls/faults/clear'))
reports.addEventListener('change', () => void post('controls/weather', { reports: reports.value }))
repeats.addEventListener(
  'change',
  () => void post('controls/weather', { repeats: repeats.checked }),
)
byId('again').addEventListener('click', () => void post('controls/again'))

/** @param {() => void} after */
export const onReset = (after) => {
  reset.addEventListener('click', async () => {
    if (!confirm(say('sureToReset'))) return
    if (await post('controls/reset')) after()
  })
}
