import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What people read first must be as true as what they run. */
const ROOT = join(import.meta.dirname, '..')
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/going-live.md',
  'docs/simulator.md',
  'docs/operations.md',
  'docs/figures.md',
  'docs/decisions.md',
]
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')
const scripts = Object.keys(JSON.parse(read('package.json')).scripts)

describe.for(PAGES)('%s', (page) => {
  test('every link and picture leads somewhere', () => {
    const links = [...read(page).matchAll(/(?:\]\(|src=")([^)#\s"]+)/g)]
      .map(([, to]) => to ?? '')
      .filter((to) => !to.startsWith('http'))
    expect(links.filter((to) => !existsSync(join(ROOT, dirname(page), to)))).toEqual([])
  })

  test('every command it names exists', () => {
    const named = [...read(page).matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(
      ([, name]) => name,
    )
    expect(named.filter((name) => name !== undefined && !scripts.includes(name))).toEqual([])
  })

  test('every file it names in the house exists', () => {
    const named = [
      ...read(page).matchAll(/`((?:src|test|deploy|docs|migrations)\/[\w./-]+\.[a-z]+)`/g),
    ]
      .map(([, name]) => name ?? '')
      // NAME and XX stand for what the reader will choose.
      .filter((name) => !/NAME|XX/.test(name))
    expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
  })
})

test('the words in which the house names its settings hold in every document', () => {
  const known = new Set(
    [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]{3,})=/gm)].map(([, name]) => name),
  )
  expect(known.size).toBeGreaterThan(20)
  const settings = /`((?:WA|GEMINI|DEFAULT|DATABASE|SESSION|PUBLIC)_[A-Z_]+)`/g
  const strays = PAGES.flatMap((page) =>
    [...read(page).matchAll(settings)].map(([, name]) => name).filter((name) => !known.has(name)),
  )
  expect(strays).toEqual([])
})
