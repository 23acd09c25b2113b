import { expect, test } from 'vitest'
import { tokenIntent } from '../../src/intent/token-words.ts'

test.each([
  ['token', null],
  ['Tokens', null],
  ['token hapus', null],
  ['token baru', 'new:'],
  ['Token Baru Kasir Depan', 'new:Kasir Depan'],
  ['buat token website 90 hari', 'new:website 90 hari'],
  ['new token', 'new:'],
  ['token hapus 2', 'revoke:2'],
  ['hapus token no 3.', 'revoke:3'],
  ['revoke token 1', 'revoke:1'],
])('“%s” speaks of keys to the API', (text, argument) => {
  expect(tokenIntent(text)).toEqual({ kind: 'command', name: 'token', period: null, argument })
})

test.each(['token listrik laku berapa', 'penjualan token', 'hapus data', 'token 5rb'])(
  '“%s” does not: a shop may sell tokens',
  (text) => {
    expect(tokenIntent(text)).toBeNull()
  },
)
