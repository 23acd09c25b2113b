// What comes up from below or over everything: a list, a picture.
import { byId, closesOutside, iconButton, make } from './dom.js'
import { say } from './words.js'

/** @typedef {import('./bubbles.js').Bubble} Bubble */

const [sheet, lightbox] = [byId('sheet', HTMLDialogElement), byId('picture', HTMLDialogElement)]
closesOutside(sheet)
closesOutside(lightbox)

/**
 * @param {Bubble} bubble
 * @param {(choice: Bubble['choices'][number]) => unknown} onChoice
 */
export const openList = (bubble, onChoice) => {
  const rows = bubble.choices.map((choice) => {
    const row = make('button', { type: 'button', className: 'sheet-row' }, choice.title)
    if (choice.description) row.append(make('small', {}, choice.description))
    row.addEventListener('click', () => {
      sheet.close()
      onChoice(choice)
    })
    return row
  })
  const title = make('h2', { id: 'sheet-title' }, bubble.listLabel ?? '')
  sheet.setAttribute('aria-labelledby', 'sheet-title')
  sheet.replaceChildren(title, ...rows)
  sheet.showModal()
}

/**
 * @param {string} address
 * @param {string} alt
 */
export const openPicture = (address, alt) => {
  const close = iconButton('close', say('close'), () => lightbox.close())
  lightbox.replaceChildren(make('img', { src: address, alt }), close)
  lightbox.showModal()
}
