import { describe, expect, test } from 'vitest'
import { catalogue, LANGUAGES } from '../../src/i18n/catalogue.ts'

type Leaf = { readonly path: string; readonly phrase: unknown }

const leaves = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [{ path, phrase: value }]

/** A phrase said with parameters of either kind, so that a forgotten one shows. */
const spoken = ({ phrase }: Leaf): string => {
  if (typeof phrase !== 'function') return String(phrase)
  const parameters = Array.from({ length: phrase.length }, (_, i) => `p${i}`)
  return String(phrase(...parameters))
}

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const all = leaves(catalogue(language))

  test('has something to say everywhere', () => {
    expect(all.length).toBeGreaterThan(200)
    expect(all.filter((leaf) => spoken(leaf).trim() === '').map(({ path }) => path)).toEqual([])
  })

  test('uses WhatsApp’s marks only, in pairs, and no Markdown', () => {
    const odd = all.filter((leaf) => {
      const text = spoken(leaf)
      const stars = text.match(/\*/g)?.length ?? 0
      return stars % 2 === 1 || /\*\*|^#|\]\(|`/.test(text)
    })
    expect(odd.map(({ path }) => path)).toEqual([])
  })

  test('says every parameter it is given', () => {
    const silent = all.filter((leaf) => {
      const { phrase } = leaf
      if (typeof phrase !== 'function') return false
      // A count goes through Intl, which has no word for `p0`: it says NaN.
      const said = spoken(leaf)
      const shown = (said.match(/p\d|NaN/gi) ?? []).length
      return shown < phrase.length
    })
    expect(silent.map(({ path }) => path)).toEqual([])
  })
})

test('all languages know the same phrases', () => {
  const [first, ...others] = LANGUAGES.map((language) =>
    leaves(catalogue(language))
      .map(({ path }) => path)
      .toSorted(),
  )
  for (const paths of others) expect(paths).toEqual(first)
})
