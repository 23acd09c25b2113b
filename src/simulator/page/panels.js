// The tools beside the phone: open, closed, and their two tabs.
import { byId } from './dom.js'

const [opener, tools] = [byId('open-tools'), byId('tools')]
const tabs = [byId('tab-inspector'), byId('tab-controls')]

/** @param {boolean} isOpen */
export const openTools = (isOpen) => {
  document.body.classList.toggle('with-tools', isOpen)
  opener.setAttribute('aria-expanded', String(isOpen))
  localStorage.setItem('tools', isOpen ? 'open' : 'closed')
}

/** @param {string} name `inspector` or `controls` */
export const showTab = (name) => {
  for (const tab of tabs) {
    const isShown = tab.id === `tab-${name}`
    tab.setAttribute('aria-selected', String(isShown))
    tab.tabIndex = isShown ? 0 : -1
    byId(tab.getAttribute('aria-controls') ?? '').hidden = !isShown
  }
}

opener.addEventListener('click', () => {
  const isOpen = !document.body.classList.contains('with-tools')
  openTools(isOpen)
  if (isOpen) tabs.find((tab) => tab.tabIndex === 0)?.focus()
})
byId('close-tools').addEventListener('click', () => {
  openTools(false)
  opener.focus()
})
tools.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') byId('close-tools').click()
})
for (const [position, tab] of tabs.entries()) {
  const name = tab.getAttribute('aria-controls') ?? ''
  tab.addEventListener('click', () => showTab(name))
  tab.addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
    const other = tabs[1 - position]
    other?.click()
    other?.focus()
  })
}

/** Wide enough for the phone and the tools beside each other. */
const ROOMY = '(min-width: 1100px)'
const roomy = matchMedia(ROOMY)
roomy.addEventListener('change', () => openTools(roomy.matches))
openTools(roomy.matches && localStorage.getItem('tools') !== 'closed')
