import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/catalogue.ts'
import type { Reply } from '../../src/replies/reply.ts'
import { everyReply } from './every-reply.ts'
import { aShop } from './findings.ts'

const approved = join(import.meta.dirname, '../approved/replies')

/** A bubble as it is read: the words, then the buttons or rows. */
const screen = ({ text, choices }: Reply): string => {
  const rows = choices.map(({ title, description }) =>
    description === undefined ? `[${title}]` : `[${title}] ${description}`,
  )
  const isList = choices.some(({ description }) => description !== undefined)
  return [text, rows.join(isList ? '\n' : ' ')].filter((part) => part !== '').join('\n')
}

describe('every reply reads as it was approved', () => {
  for (const language of LANGUAGES) {
    for (const [name, reply] of Object.entries(everyReply)) {
      test(`${name} in ${language}`, async () => {
        const file = join(approved, `${name}.${language}.txt`)
        await expect(`${screen(reply(aShop(language)))}\n`).toMatchFileSnapshot(file)
      })
    }
  }
})
