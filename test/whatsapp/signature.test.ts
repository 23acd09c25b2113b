import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appSecretProof, isSigned, sign } from '../../src/whatsapp/signature.ts'

const SECRET = 'test_app_secret'
// What Meta sends: é, an emoji, a slash and an @ in its own escapes, 147 bytes.
const BODY = Buffer.from(
  String.raw`{"object":"whatsapp_business_account","entry":[{"id":"0","changes":[{"field":"messages","value":{"text":"caf\u00e9 \ud83c\udf39 a\/b \u0040x"}}]}]}`,
)
const GOOD = 'sha256=65cd38563476480f85e47bd46e2892b5651e9f42835cbfa51ad3d2b0258ada2c'
const DIGEST = GOOD.slice('sha256='.length)

describe('only Meta may bring messages', () => {
  test('the published vector verifies', () => {
    expect(BODY.length).toBe(147)
    expect(isSigned(BODY, GOOD, [SECRET])).toBe(true)
    expect(sign(BODY, SECRET)).toBe(GOOD)
  })

  test('the same JSON written again does not', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())))
    expect(sign(again, SECRET)).toBe(
      'sha256=a2b5cb6382221644fdfbf38d9c927822b1882f1d6ba797640bab599d4fc601ac',
    )
    expect(isSigned(again, GOOD, [SECRET])).toBe(false)
  })

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['only the prefix', 'sha256='],
    ['without prefix', DIGEST],
    ['another algorithm', `sha1=${DIGEST}`],
    ['upper case', `sha256=${DIGEST.toUpperCase()}`],
    ['63 digits', GOOD.slice(0, -1)],
    ['65 digits', `${GOOD}0`],
    ['not hex', `sha256=${'z'.repeat(64)}`],
    ['sent twice', `${GOOD}, ${GOOD}`],
    ['with a line end', `${GOOD}\n`],
  ])('a header that is %s is refused without an exception', (_, header) => {
    expect(isSigned(BODY, header, [SECRET])).toBe(false)
  })

  test('while the secret is being changed both are taken', () => {
    expect(isSigned(BODY, GOOD, ['the new one', SECRET])).toBe(true)
    expect(isSigned(BODY, GOOD, ['the new one'])).toBe(false)
  })

  test('an empty secret verifies nothing, not even its own signature', () => {
    expect(isSigned(BODY, sign(BODY, ''), [''])).toBe(false)
    expect(isSigned(BODY, GOOD, [])).toBe(false)
  })

  test('one changed byte anywhere breaks the signature', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, position, flip) => {
          const header = sign(bytes, SECRET)
          const changed = bytes.map((byte, at) =>
            at === position % bytes.length ? byte ^ flip : byte,
          )
          return isSigned(bytes, header, [SECRET]) && !isSigned(changed, header, [SECRET])
        },
      ),
    )
  })
})

test('the proof that goes with a token is the published one', () => {
  expect(appSecretProof('EAATESTTOKEN', SECRET)).toBe(
    'bad6df0b858104754a0ffde2f0c05fe9731f1a5e141ee1bccf316d05f28d5135',
  )
})
