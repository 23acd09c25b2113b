import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue, LANGUAGES } from '../../src/i18n/catalogue.ts'
import { languageOf } from '../../src/intent/language.ts'
import { MENU } from '../../src/intent/menu.ts'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { typed } from './arrivals.ts'

const today = day('2026-04-01')
const meaning = (text: string, language: Language) => {
  const intent = route(typed(text), { today, language })
  if (intent.kind !== 'command') return intent.kind
  return [intent.name, intent.period?.kind, intent.argument].filter(Boolean).join(' ')
}

describe('the language of a message among four', () => {
  test.each([
    ['cuánto vendí ayer', 'es'],
    ['ventas de esta semana', 'es'],
    ['quanto vendi ontem', 'pt'],
    ['vendas desta semana', 'pt'],
    ['sales de ayer por favor', 'es'],
    ['me manda o report de ontem', 'pt'],
    ['hola', 'es'],
    ['obrigado', 'pt'],
    ['resumen', 'es'],
    ['resumo', 'pt'],
    // Said in Indonesian or English with a Spanish name in it.
    ['penjualan Rosa Linda kemarin', 'id'],
    ['penjualan es hari ini', 'id'],
    ['how much café con leche did we sell', 'en'],
    ['sales of es today', 'en'],
  ] as const)('%s', (text, language) => expect(languageOf(text)).toBe(language))

  test('what both share is read as the chat speaks', () => {
    expect(languageOf('produto')).toBe('pt')
    expect(languageOf('vendido', 'pt')).toBe('pt')
    expect(languageOf('vendido', 'es')).toBe('es')
    expect(languageOf('restock', 'pt')).toBeNull()
  })
})

describe.each(LANGUAGES)('whatever the menu says in %s can be typed', (language) => {
  const { menu, buttons } = catalogue(language)

  test.each(MENU.map((name) => [menu.titles[name], name] as const))('%s', (title, name) => {
    expect(meaning(title, language).split(' ')[0]).toBe(name)
  })

  test('and its buttons', () => {
    const typedAs = (title: string) => meaning(title, language).split(' ')[0]
    expect(typedAs(buttons.restock)).toBe('restock')
    expect(typedAs(buttons.whyDown)).toBe('why')
    expect(typedAs(buttons.undoLatest)).toBe('undo')
    expect(typedAs(buttons.closed)).toBe('label')
    expect(typedAs(buttons.sample)).toBe('sample')
    expect(typedAs(buttons.exportHelp)).toBe('export-help')
  })

  test('and every example of the help', () => {
    const examples = catalogue(language).help.examples.flatMap((line) => line.match(/[^*]+(?=\*)/g))
    const asked = examples.filter((each): each is string => each !== null && /\p{L}/u.test(each))
    expect(asked.length).toBeGreaterThanOrEqual(9)
    expect(asked.filter((each) => meaning(each, language) === 'unclear')).toEqual([])
  })
})

test('another language is asked for in any of the four', () => {
  const wanted = [
    ['español', 'es'],
    ['idioma español', 'es'],
    ['spanish please', 'es'],
    ['bahasa spanyol', 'es'],
    ['português', 'pt'],
    ['idioma português', 'pt'],
    ['bahasa portugis', 'pt'],
    ['english', 'en'],
    ['inglés', 'en'],
    ['bahasa indonesia', 'id'],
  ] as const
  for (const chat of LANGUAGES) {
    for (const [text, language] of wanted) {
      expect(`${chat}: ${text} → ${meaning(text, chat)}`).toBe(
        `${chat}: ${text} → language ${language}`,
      )
    }
  }
})

test('a Spanish or Portuguese question is understood in an Indonesian shop too', () => {
  const lines = readFileSync(join(import.meta.dirname, '../fixtures/commands.jsonl'), 'utf8')
  const asked: readonly { kind: string; text: string; intent: string }[] = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  for (const kind of ['es', 'pt']) {
    const own = asked.filter((each) => each.kind === kind)
    const right = own.filter(({ text, intent }) => {
      const [said] = meaning(text, 'id').split(' ')
      return said === intent
    })
    expect(own.length).toBeGreaterThanOrEqual(80)
    expect(right.length / own.length).toBeGreaterThan(0.95)
  }
})
