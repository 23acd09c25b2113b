// Whose phone it is: everybody with a chat of their own, and somebody new.
import { post, whoSpeaks } from './api.js'
import { byId, closesOutside, icon, make } from './dom.js'
import { inline } from './format.js'
import { say } from './words.js'

/** @typedef {import('../view.ts').PeopleView} PeopleView */

const [list, me, crowd] = [byId('people'), byId('me'), byId('crowd', HTMLDialogElement)]
const [dialog, form] = [byId('person', HTMLDialogElement), byId('person-form', HTMLFormElement)]

/** Answers already looked at, by user id. */
/** @type {Map<string, number>} */
const seen = new Map()

/**
 * @param {PeopleView} people
 * @param {(userId: string) => void} onSwitch
 */
export const drawPeople = (people, onSwitch) => {
  const speaker = people.find(({ userId }) => userId === whoSpeaks()) ?? people[0]
  if (!speaker) return
  seen.set(speaker.userId, speaker.answers)
  list.replaceChildren(
    ...people.map((person) => make('li', {}, buttonOf(person, speaker, onSwitch))),
  )
  me.replaceChildren(faceOf(speaker.name))
  me.title = `${say('switchPerson')}${speaker.name}`
  me.setAttribute('aria-label', me.title)
  me.onclick = () => openCrowd(people, speaker, onSwitch)
}

/**
 * @param {PeopleView[number]} person
 * @param {PeopleView[number]} speaker
 * @param {(userId: string) => void} onSwitch
 */
const buttonOf = (person, speaker, onSwitch) => {
  const isHere = person.userId === speaker.userId
  const fresh = person.answers - (seen.get(person.userId) ?? 0)
  const address = person.phone === null ? `@${person.username ?? ''}` : `+${person.phone}`
  const last = person.last ? inline(person.last.text) : [address]
  return make(
    'button',
    {
      type: 'button',
      className: `person${isHere ? ' here' : ''}`,
      'aria-current': String(isHere),
      title: address,
      onclick: () => onSwitch(person.userId),
    },
    faceOf(person.name),
    make('span', { className: 'about' }, make('b', {}, person.name), make('small', {}, ...last)),
    ...(fresh > 0 && !isHere
      ? [
          make(
            'span',
            { className: 'fresh', role: 'img', 'aria-label': `${fresh} ${say('newAnswers')}` },
            String(fresh),
          ),
        ]
      : []),
  )
}

/** @param {string} name */
const faceOf = (name) =>
  make('span', { className: 'face', 'aria-hidden': 'true' }, name.trim().slice(0, 1).toUpperCase())

/**
 * The same people on a narrow screen.
 * @param {PeopleView} people
 * @param {PeopleView[number]} speaker
 * @param {(userId: string) => void} onSwitch
 */
const openCrowd = (people, speaker, onSwitch) => {
  const add = make(
    'button',
    {
      type: 'button',
      className: 'add',
      onclick: () => {
        crowd.close()
        dialog.showModal()
      },
    },
    icon('plus'),
    make('span', {}, say('addPerson')),
  )
  const pick = (/** @type {string} */ userId) => {
    crowd.close()
    onSwitch(userId)
  }
  const settings = document.querySelector('.settings')
  crowd.replaceChildren(
    make('h2', {}, say('people')),
    ...people.map((person) => buttonOf(person, speaker, pick)),
    add,
    ...(settings ? [settings] : []),
  )
  crowd.onclose = () => {
    if (settings) byId('rail').append(settings)
  }
  crowd.showModal()
}

closesOutside(crowd)
closesOutside(dialog)
byId('add-person').addEventListener('click', () => dialog.showModal())
byId('person-cancel').addEventListener('click', () => dialog.close())

/** @param {(userId: string) => void} onSwitch */
export const onNewPerson = (onSwitch) => {
  form.addEventListener('submit', async () => {
    const filled = new FormData(form)
    form.reset()
    const made = await post('controls/people', {
      name: filled.get('name'),
      hidden: filled.get('hidden') === 'on',
    })
    if (made) onSwitch(made.userId)
  })
}
