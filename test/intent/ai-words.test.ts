import { expect, test } from 'vitest'
import { aiIntent } from '../../src/intent/ai-words.ts'

test.each([
  ['ai', null],
  ['AI settings', null],
  ['ai mati', 'off'],
  ['Matikan AI.', 'off'],
  ['turn off ai', 'off'],
  ['ai off', 'off'],
  ['apagar la ia', 'off'],
  ['desligar a ia', 'off'],
  ['ai nyala', 'on'],
  ['ai on', 'on'],
  ['enciende la ia', 'on'],
  ['ia on', 'on'],
  ['liga a ia', 'on'],
  ['ai nama ya', 'names-on'],
  ['ai names yes', 'names-on'],
  ['ia nombres sí', 'names-on'],
  ['ia nomes não', 'names-off'],
  ['ai nama tidak', 'names-off'],
])('“%s” speaks of the language model', (text, argument) => {
  expect(aiIntent(text)).toEqual({ kind: 'command', name: 'ai', period: null, argument })
})

test.each(['ia', 'iya', 'kamera ai laku berapa', 'lampu mati', 'ai laku 3', 'stop', 'mati'])(
  '“%s” does not',
  (text) => {
    expect(aiIntent(text)).toBeNull()
  },
)
