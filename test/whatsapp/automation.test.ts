import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/catalogue.ts'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import { AUTOMATION } from '../../src/whatsapp/automation.ts'
import { TEMPLATES, templateLanguageOf } from '../../src/whatsapp/templates.ts'
import { typed } from '../intent/arrivals.ts'

const today = day('2026-04-01')

describe.each(LANGUAGES)('what WhatsApp offers by itself in %s', (language) => {
  const isUnclear = (text: string): boolean =>
    route(typed(text), { today, language }).kind === 'unclear'
  const { commands, prompts } = AUTOMATION[language]

  test('is understood when it is tapped', () => {
    expect([...commands.map(({ name }) => `/${name}`), ...prompts].filter(isUnclear)).toEqual([])
  })

  test('keeps Meta’s limits: ten commands or fewer, four prompts, plain names', () => {
    expect(commands.length).toBeLessThanOrEqual(10)
    expect(prompts.length).toBeLessThanOrEqual(4)
    expect(commands.filter(({ name }) => !/^[a-z]{1,32}$/.test(name))).toEqual([])
    expect(prompts.filter((prompt) => prompt.length > 80)).toEqual([])
  })

  test('is the same set of things in every language', () => {
    const names = (each: typeof language) =>
      AUTOMATION[each].commands.map(({ name }) => {
        const intent = route(typed(name), { today, language: each })
        return intent.kind === 'command' ? intent.name : intent.kind
      })
    expect(names(language)).toEqual(names('en'))
  })

  test('and so are the buttons of the templates for alerts and reminders', () => {
    const wordings = [TEMPLATES.alert, TEMPLATES.reminder].map(
      (template) => template.wordings[templateLanguageOf(language)],
    )
    expect(wordings.flatMap(({ buttons }) => buttons).filter(isUnclear)).toEqual([])
  })
})
