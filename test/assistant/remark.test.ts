import { describe, expect, test } from 'vitest'
import type { Explanation } from '../../src/analytics/findings.ts'
import { checkNarrative, REMARK, renderSentences } from '../../src/assistant/check.ts'
import { factsOf } from '../../src/assistant/facts.ts'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { FORMAT } from './shop.ts'

const TUESDAY = day('2026-03-31')
const SPAN = { from: TUESDAY, to: TUESDAY }

const anExplanation = (changes: Partial<Explanation> = {}): Explanation => ({
  span: SPAN,
  actual: 41_000_000,
  expected: 128_000_000,
  change: -0.68,
  causes: [
    {
      kind: 'product',
      name: 'Buket Wisuda',
      actual: 1_500_000,
      expected: 60_000_000,
      delta: -58_500_000,
      share: 0.67,
    },
  ],
  basis: { span: SPAN, lines: 17, branches: 1, asOfMinute: null },
  ...changes,
})

const factsFrom = (explanation: Explanation) =>
  factsOf({ summary: null, forecast: null, restock: null, anomalies: [], explanation }, FORMAT)

const verdict = (language: Language, ...texts: readonly string[]) => {
  const facts = factsFrom(anExplanation())
  const sentences = texts.map((text) => ({ text, factIds: [] }))
  return { ...checkNarrative(sentences, facts, { language, length: REMARK }), sentences, facts }
}

const TRUE: Readonly<Record<Language, string>> = {
  id: 'Pada {{f1}} penjualan turun {{f3}} dari yang biasanya, terutama karena {{n1}}.',
  en: 'On {{f1}} the sales were {{f3}} below the usual, mostly because of {{n1}}.',
  es: 'En {{f1}} las ventas bajaron {{f3}} de lo habitual, sobre todo debido a {{n1}}.',
  pt: 'Em {{f1}} as vendas caíram {{f3}} do que é habitual, principalmente por causa de {{n1}}.',
}

describe('a remark on why', () => {
  test.each(Object.entries(TRUE))('in %s passes when it is true', (language, text) => {
    const { ok, sentences, facts } = verdict(language as Language, text)
    expect(ok).toBe(true)
    expect(renderSentences(sentences, facts)).toContain('68%')
    expect(renderSentences(sentences, facts)).toContain('Buket Wisuda')
  })

  test.each<[string, readonly string[]]>([
    ['that goes the other way', [TRUE.id.replace('turun', 'naik')]],
    ['with a figure of its own', [TRUE.id.replace('{{f3}}', '68%')]],
    ['with a reason of its own', ['Pada {{f1}} penjualan turun {{f3}} karena hujan.']],
    ['with another product', ['Pada {{f1}} penjualan turun {{f3}} karena {{n2}}.']],
    ['that calls a cause the best seller', ['Pada {{f1}} produk terlaris adalah {{n1}}.']],
    ['of three sentences', [TRUE.id, TRUE.id, TRUE.id]],
    ['of none', []],
    ['in another language', [TRUE.en]],
  ])('%s is refused', (_, texts) => {
    expect(verdict('id', ...texts).ok).toBe(false)
  })

  test('a change that is told by prices alone has too little to tell', () => {
    const [cause] = anExplanation().causes
    const causes = cause ? [{ ...cause, kind: 'price' as const, name: '' }] : []
    expect(factsFrom(anExplanation({ causes }))).toHaveLength(3)
  })
})
