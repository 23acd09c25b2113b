import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallPng } from './small-png.ts'

// The README's pictures are what the browser tests saw last: `npm run pictures` runs them, then this.
const SCREENS = join(import.meta.dirname, '../browser/screens')
const PICTURES = join(import.meta.dirname, '../../docs/pictures')

/** By the name in docs/pictures: the screen it is. */
const KEPT = {
  'first-contact': 'first-light-390',
  chat: 'chat-light-390',
  'chat-dark': 'chat-dark-390',
  list: 'list-light-390',
  inspector: 'inspector-light-1280',
  controls: 'controls-dark-1280',
  dashboard: 'dashboard-light-1280',
}

mkdirSync(PICTURES, { recursive: true })
for (const [name, screen] of Object.entries(KEPT)) {
  const picture = smallPng(readFileSync(join(SCREENS, `${screen}.png`)))
  writeFileSync(join(PICTURES, `${name}.png`), picture)
  process.stdout.write(`docs/pictures/${name}.png ${Math.ceil(picture.length / 1024)} KB\n`)
}
