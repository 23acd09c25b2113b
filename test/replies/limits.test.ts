import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, LANGUAGES } from '../../src/i18n/catalogue.ts'
import type { Arrival } from '../../src/intent/arrival.ts'
import { route } from '../../src/intent/route.ts'
import { readTap } from '../../src/intent/tap.ts'
import { alertReply } from '../../src/replies/alert.ts'
import { branchesReply } from '../../src/replies/branches.ts'
import { forecastReply } from '../../src/replies/forecast.ts'
import { productsReply } from '../../src/replies/products.ts'
import { receiptReply } from '../../src/replies/receipt.ts'
import type { Reply } from '../../src/replies/reply.ts'
import { reportReply } from '../../src/replies/report.ts'
import { restockReply } from '../../src/replies/restock.ts'
import { summaryReply } from '../../src/replies/summary.ts'
import type { Language } from '../../src/sales/shop.ts'
import { everyReply } from './every-reply.ts'
import {
  aForecast,
  anAnomaly,
  aRanking,
  aReceipt,
  aRestock,
  aShop,
  aSummary,
  now,
  today,
} from './findings.ts'

/** WhatsApp's own limits: over them a message is refused, and the answer lost. */
const BODY_CHARS_MAX = 1024
const BUTTONS_MAX = 3
const BUTTON_CHARS_MAX = 20
const ROWS_MAX = 10
const ROW_CHARS_MAX = 24
const DESCRIPTION_CHARS_MAX = 72

const every = LANGUAGES.flatMap((language) =>
  Object.entries(everyReply).map(([name, make]) => ({
    language,
    name,
    reply: make(aShop(language)),
  })),
)

/** As the channel decides: what does not fit three buttons becomes a list. */
const isList = (reply: Reply) => reply.choices.length > BUTTONS_MAX

const brokenWords = (text: string) => /undefined|NaN|null|\[object|Infinity|-0\b/.exec(text)?.[0]
const markdown = (text: string) => /\*\*|^#|^\||\]\(|^```|^---/m.exec(text)?.[0]

describe.each(every)('$name in $language', ({ reply, language }) => {
  test('says whole words and stays within a bubble', () => {
    const all = [reply.text, ...reply.choices.map(({ title }) => title)].join('\n')
    expect(brokenWords(all)).toBeUndefined()
    expect(markdown(all)).toBeUndefined()
    expect(reply.text.trim()).toBe(reply.text)
    expect(reply.text.length).toBeGreaterThan(5)
    expect(reply.text.length).toBeLessThanOrEqual(BODY_CHARS_MAX)
    expect(reply.text.split('\n').length).toBeLessThanOrEqual(8)
  })

  test('offers few choices with short titles that differ', () => {
    const titles = reply.choices.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.length).toBeLessThanOrEqual(isList(reply) ? ROWS_MAX : BUTTONS_MAX)
    const charsMax = isList(reply) ? ROW_CHARS_MAX : BUTTON_CHARS_MAX
    for (const { title, description = '' } of reply.choices) {
      expect(title.length, title).toBeLessThanOrEqual(charsMax)
      expect(description.length, description).toBeLessThanOrEqual(DESCRIPTION_CHARS_MAX)
    }
  })

  test('has no dead button, and a typed title does what a tap does', () => {
    for (const { id, title } of reply.choices) {
      expect(readTap(id), id).not.toBeNull()
      const context = { today, language, offered: reply.choices }
      expect(route(typed(title), context)).toEqual(route(tapped(id, title), context))
    }
  })
})

test('every answer with money says what it rests on', () => {
  const silent = every.filter(
    ({ name, reply }) =>
      /^(summary|products$|branches$|chart|report|why|forecast)/.test(name) &&
      /Rp \d/.test(reply.text) &&
      !/_(Dasar|Based on|Base): .*_$/.test(reply.text),
  )
  expect(silent.map(({ name, language }) => `${name} ${language}`)).toEqual([])
})

test('no button title of any language is too long, used or not', () => {
  const titles = LANGUAGES.flatMap((language) => [
    ...Object.values(catalogue(language).buttons),
    catalogue(language).seeRows(99_999),
  ])
  expect(titles.length).toBeGreaterThan(50)
  expect(titles.filter((title) => title.length > BUTTON_CHARS_MAX)).toEqual([])
})

test('every phrase of a language is another one in the other language', () => {
  const same = Object.entries(catalogue('id').buttons).filter(
    ([key, title]) =>
      Object.entries(catalogue('en').buttons).find(([k]) => k === key)?.[1] === title,
  )
  expect(same.map(([key]) => key).sort()).toEqual(['menu', 'restock'])
})

describe('whatever a file holds', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  const amount = fc.integer({ min: -5e14, max: 5e14 })
  const language = fc.constantFrom<Language>(...LANGUAGES)

  test('no product name can format a bubble or make it too long', () => {
    fc.assert(
      fc.property(names, names, amount, language, (product, branch, money, spoken) => {
        const shop = aShop(spoken)
        const named = { name: product, quantity: money, revenue: money }
        const share = { name: branch, revenue: money, share: 0.5 }
        const summary = aSummary({
          bestSeller: named,
          rising: { ...named, gain: 5000 },
          slowMover: { name: product, quietDays: 3, quantity28: money },
          branches: [share, { ...share, name: product }],
          favouriteVariant: { ...named, share: 0.5 },
        })
        const [item] = aRestock().restock
        const [forecast] = aForecast().products
        const replies = [
          summaryReply(summary, shop),
          branchesReply(summary, shop),
          productsReply(aRanking({ products: [named, named, named, named, named] }), shop),
          restockReply(aRestock({ restock: [{ ...item!, product }] }), shop),
          forecastReply(aForecast({ products: [{ ...forecast!, product }] }), shop, {
            today,
            span: null,
          }),
          alertReply(anAnomaly({ scope: { kind: 'branch', name: branch }, actual: money }), shop, {
            alertId: 'a',
            today,
            measure: 'money',
          }),
          receiptReply(aReceipt({ fileName: product, revenue: money }), shop, now),
          reportReply(
            {
              summary,
              restock: aRestock({ restock: [{ ...item!, product }] }),
              story: null,
              anomalies: [anAnomaly()],
              forecast: aForecast({ products: [{ ...forecast!, product }] }),
              today,
              measure: 'money',
            },
            shop,
          ),
        ]
        for (const { text } of replies) {
          expect(text.length).toBeLessThanOrEqual(BODY_CHARS_MAX)
          // Inside a word a mark does nothing; at a word's edge ours come in pairs, a name's never.
          expect((text.match(/(?<![\p{L}\p{N}])\*|\*(?![\p{L}\p{N}])/gu) ?? []).length % 2).toBe(0)
          expect(text).not.toMatch(/(?<![\p{L}\p{N}])~|~(?![\p{L}\p{N}])|`/u)
          expect(text.split('\n').length).toBeLessThanOrEqual(8)
        }
      }),
    )
  })
})

const arrival = (content: Arrival['content']): Arrival => ({
  channel: '1',
  id: 'wamid.1',
  sender: { phone: '62811', userId: null, name: null },
  sentAt: now,
  quotedId: null,
  content,
})
const typed = (text: string) => arrival({ kind: 'text', text })
const tapped = (id: string, title: string) => arrival({ kind: 'tap', id, title })
