import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metaBytes } from '../../src/simulator/webhooks.ts'

test('whatever is in a message, its bytes are plain ASCII and mean the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'grapheme' }), (json, text) => {
      const value = { json, text: `${text}é🌹/` }
      const written = Buffer.from(metaBytes(value))
      expect(written.every((byte) => byte < 0x80)).toBe(true)
      expect(JSON.stringify(JSON.parse(written.toString()))).toBe(JSON.stringify(value))
    }),
  )
  expect(Buffer.from(metaBytes({ a: 'é/🌹' })).toString()).toBe(
    String.raw`{"a":"\u00e9\/\ud83c\udf39"}`,
  )
})
