import { expect, test } from 'vitest'
import { isTrusted } from '../../src/whatsapp/hosts.ts'

const HOSTS = ['lookaside.fbsbx.com', '.fbcdn.net', '127.0.0.1:4010', 'localhost']

test.each([
  'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
  'https://LOOKASIDE.fbsbx.com/x',
  'https://scontent.xx.fbcdn.net/x',
  'http://127.0.0.1:4010/x',
  'http://localhost:9999/x',
])('the token may go to %s', (address) => {
  expect(isTrusted(address, HOSTS)).toBe(true)
})

test.each([
  'http://lookaside.fbsbx.com/x',
  'https://lookaside.fbsbx.com.evil.tld/x',
  'https://evil.tld/lookaside.fbsbx.com',
  'https://lookaside.fbsbx.com@evil.tld/x',
  'https://user@lookaside.fbsbx.com/x',
  'https://lookaside.fbsbx.com:8443/x',
  'https://evil-fbcdn.net/x',
  'https://evilfbcdn.net/x',
  'https://fbcdn.net.evil.tld/x',
  'https://evil.tld\\@lookaside.fbsbx.com/x',
  'https://169.254.169.254/latest/meta-data',
  'https://10.0.0.1/x',
  'http://127.0.0.1:4011/x',
  'http://[::1]:4010/x',
  'http://0.0.0.0:4010/x',
  'file:///etc/passwd',
  'data:text/plain,x',
  '',
])('the token never goes to %s', (address) => {
  expect(isTrusted(address, HOSTS)).toBe(false)
})
