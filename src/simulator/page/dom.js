// Small words for making and finding elements; text always goes in as text, never as markup.

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} [kind] what the page's shell has under this id
 * @returns {T}
 */
export const byId = (id, kind) => {
  const element = document.getElementById(id)
  if (!(element instanceof (kind ?? HTMLElement))) throw new Error(`the page lacks #${id}`)
  return /** @type {T} */ (element)
}

/**
 * An element with properties and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Partial<Omit<HTMLElementTagNameMap[K], 'style' | 'dataset'>> & Record<string, unknown>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') element.setAttribute(name, String(value))
    else Object.assign(element, { [name]: value })
  }
  element.append(...children)
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/**
 * One of the shell's drawings.
 * @param {string} name
 */
export const icon = (name) => {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', `#i-${name}`)
  svg.append(use)
  return svg
}

/**
 * A round button with a drawing; its label is its tooltip too.
 * @param {string} name
 * @param {string} label
 * @param {() => unknown} onclick
 */
export const iconButton = (name, label, onclick) =>
  make(
    'button',
    { type: 'button', className: 'mini', title: label, 'aria-label': label, onclick },
    icon(name),
  )

/**
 * Puts these nodes into the parent and touches only what differs, so that focus, scrolling and what a
 * screen reader has read out already stay as they are.
 * @param {Element} parent
 * @param {readonly Element[]} wanted
 */
export const keepInOrder = (parent, wanted) => {
  const keep = new Set(wanted)
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove()
  wanted.forEach((node, position) => {
    const there = parent.children[position]
    if (there !== node) parent.insertBefore(node, there ?? null)
  })
}

/**
 * A tap beside a dialog's content closes it, as on a phone.
 * @param {HTMLDialogElement} dialog
 */
export const closesOutside = (dialog) => {
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
}
