import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/catalogue.ts'
import type { Reply } from '../../src/replies/reply.ts'
import type { Language } from '../../src/sales/shop.ts'
import { everyReply } from './every-reply.ts'
import { aShop } from './findings.ts'

const approved = join(import.meta.dirname, '../approved/replies')

/** A bubble as it is read: the words, then the buttons or rows. */
const screen = ({ text, choices }: Reply): string => {
  const rows = choices.map(({ title, description }) =>
    description === undefined ? `[${title}]` : `[${title}] ${description}`,
  )
  // What does not fit three buttons becomes a list.
  const isList = choices.length > 3
  return [text, rows.join(isList ? '\n' : ' ')].filter((part) => part !== '').join('\n')
}

/** Of the first country of each language: figures are read with their own marks. */
const CURRENCIES: Readonly<Record<Language, string>> = {
  id: 'IDR',
  en: 'IDR',
  es: 'MXN',
  pt: 'BRL',
}

describe('every reply reads as it was approved', () => {
  for (const language of LANGUAGES) {
    for (const [name, reply] of Object.entries(everyReply)) {
      test(`${name} in ${language}`, async () => {
        const file = join(approved, `${name}.${language}.txt`)
        await expect(
          `${screen(reply(aShop(language, { currency: CURRENCIES[language] })))}\n`,
        ).toMatchFileSnapshot(file)
      })
    }
  }
})
