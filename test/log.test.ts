import { expect, test } from 'vitest'
import { mask } from '../src/log.ts'

test('phone numbers and keys never reach the log', () => {
  const line = mask('to 6281234567890 with Bearer EAAGm0PX4ZCpsBA and AIzaSyA-1234567 by 12 lines')
  expect(line).not.toMatch(/6281234567|EAAGm0|AIzaSyA-1|4ZCps/)
  expect(line).toContain('…890')
  expect(line).toContain('12 lines')
})

test('a text that could not be read as JSON is not quoted', () => {
  for (const text of [
    'Mawar {',
    '{"a": "Mawar 12 "x" Lily"',
    `${'Mawar '.repeat(20)}{`,
    '{"a":\n"Mawar"',
  ]) {
    const read = (): unknown => JSON.parse(text)
    expect(read).toThrow(SyntaxError)
    try {
      read()
    } catch (error) {
      expect(mask(String(error))).not.toMatch(/Mawar|Lily/)
    }
  }
})
