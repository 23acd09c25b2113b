import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/i18n/catalogue.ts'
import type { Reply } from '../../src/replies/reply.ts'
import { voiceOf } from '../../src/replies/voice.ts'
import type { Shop } from '../../src/sales/shop.ts'
import { checkMessage } from '../../src/simulator/validate.ts'
import { objectOf } from '../../src/whatsapp/json.ts'
import { shapeMessage } from '../../src/whatsapp/shape.ts'
import { everyReply } from './every-reply.ts'
import { aShop } from './findings.ts'

/** What files and people have called their goods, or will. */
const HOSTILE = {
  'marks of WhatsApp': '*promo* _x_ ~y~ `z` ```',
  'a heading, a quotation, a list': '# Promo\n> kutipan\n* isi',
  'a list': '- isi',
  'a link': '[klik](https://example.com/a_b)',
  'lines and tabs': 'satu\r\ndua\u2028tiga\tempat',
  'marks of direction': '\u202eterbalik\u202c \u2066x\u2069 \u200f',
  'zero width': '\u200b\u200b\ufeffMawar\u2060\u00ad',
  'five hundred letters': 'panjang '.repeat(63),
  'families of emoji': '👨‍👩‍👧‍👦'.repeat(40),
  'half a letter': 'Mawar \ud83d',
  'a tower of accents': `e${'\u0301'.repeat(300)}`,
  'right to left': 'ورد أحمر 12',
  'a formula': "=cmd|'/c calc'!A0",
  'a table': '| a | b |',
  'a number': '1.640.000.000.000.000.000.000',
} as const

/** The names in the examples, as they stand there between quotes. */
const NAMES = [
  'Mawar Merah',
  'Buket Wisuda',
  'Lily Putih',
  'Baby Breath',
  'Dago',
  'Kemang',
  'Tulip',
  'Setiabudi',
  'Buah Batu',
]
const EXAMPLES = [
  'replies/every-reply.ts',
  'replies/every-picture.ts',
  'replies/findings.ts',
  'replies/people-replies.ts',
  'replies/sold-replies.ts',
  'replies/plan-replies.ts',
  'support/restock.ts',
]

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Replies = typeof everyReply

/** All replies with every name of the examples replaced: so a reply that forgets to defuse one is found. */
const repliesNaming = async (hostile: string, copy: number): Promise<Replies> => {
  const home = join(folder, `${copy}`)
  for (const file of EXAMPLES) {
    const path = join(home, 'test', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, renamed(readFileSync(join(ROOT, file), 'utf8'), hostile, dirname(path)))
  }
  const made: { everyReply: Replies } = await import(
    pathToFileURL(join(home, 'test/replies/every-reply.ts')).href
  )
  return made.everyReply
}

const renamed = (source: string, hostile: string, home: string): string =>
  NAMES.reduce(
    (text, name, no) => text.replaceAll(`'${name}'`, JSON.stringify(`${hostile} ${no}`)),
    source,
  ).replaceAll(/from '\.\.\/\.\.\/src\//g, `from '${relative(home, join(ROOT, '../src'))}/`)

/** A mark does something at a word's edge only; ours come in pairs, line by line. */
const stray = (text: string): string | undefined =>
  text.split('\n').find((line) =>
    ['*', '_', '~'].some((mark) => {
      const edge = new RegExp(`(?<![\\p{L}\\p{N}])[${mark}]|[${mark}](?![\\p{L}\\p{N}])`, 'gu')
      return (line.match(edge) ?? []).length % 2 !== 0
    }),
  )

const shaped = (reply: Reply): string =>
  JSON.stringify(
    shapeMessage(
      {
        channel: '1',
        to: { phone: '6281234567890', userId: null },
        opaqueId: 'a',
        body: { kind: 'reply', quotedId: null, reply },
      },
      reply.attachment === null ? null : 'media',
    ),
  )

const mediaType = (reply: Reply) => () => reply.attachment?.mimeType ?? null

describe.each(Object.entries(HOSTILE))('a product or branch called %s', (_, hostile) => {
  const copy = Object.values(HOSTILE).indexOf(hostile)

  test('formats nothing, adds no line, breaks no limit, in every reply and language', async () => {
    const replies = await repliesNaming(hostile, copy)
    const trouble: string[] = []
    let named = 0
    for (const language of LANGUAGES) {
      const shop: Shop = aShop(language)
      for (const [name, make] of Object.entries(replies)) {
        const reply = make(shop)
        const plain = everyReply[name]?.(shop)
        const complain = (what: string) => trouble.push(`${name} ${language}: ${what}`)
        if (reply.text !== plain?.text) named += 1
        if (reply.text.split('\n').length > (plain?.text.split('\n').length ?? 0))
          complain('a line more')
        if (stray(reply.text) !== undefined) complain(`a mark: ${stray(reply.text)}`)
        if (
          /[`\p{Cc}\u200b\u200e\u200f\u2028-\u202e\ufeff]/u.test(reply.text.replaceAll('\n', ''))
        ) {
          complain('a character that does something')
        }
        const body = objectOf(JSON.parse(shaped(reply)))
        const refused = checkMessage(body, { templates: [], mediaType: mediaType(reply) })
        if (refused !== null) complain(JSON.stringify(refused))
        if (!JSON.stringify(body).isWellFormed() || /\\ud[89a-f]/i.test(JSON.stringify(body))) {
          complain('half a character')
        }
      }
    }
    expect(trouble).toEqual([])
    expect(named).toBeGreaterThan(100)
  })
})

describe('a name as replies show it', () => {
  const nasty = fc.constantFrom(
    ...'*_~`#>|-+[]()\n\r\t\u202e\u2066\u200b\u200d\ufeff\ud83d👨‍👩‍👧ئ',
    ' ',
  )
  const name = fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 60,
  })
  const { name: shown } = voiceOf(aShop('id'))

  test('is one short line of whole characters without a mark, whatever it was', () => {
    fc.assert(
      fc.property(name, (parts) => {
        const text = shown(parts.join(''))
        expect(text.length).toBeLessThanOrEqual(66)
        expect(text).not.toMatch(/[*~`\n\r\t]|\]\(/)
        expect(text).not.toMatch(/^[#>|]|^[-+]\s/)
        expect(text.replace(/^\u2068(.*)\u2069$/su, '$1')).not.toMatch(
          /[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
        )
        expect(text.isWellFormed()).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps a family together, and says when it was cut', () => {
    const families = shown('👨‍👩‍👧‍👦'.repeat(40))
    expect(families.endsWith('…')).toBe(true)
    expect(families.slice(0, -1).replaceAll('👨‍👩‍👧‍👦', '')).toBe('')
  })

  test('from right to left keeps its figures in place', () => {
    expect(shown('ورد أحمر')).toBe('\u2068ورد أحمر\u2069')
  })
})
