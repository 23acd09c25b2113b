import { describe, expect, test } from 'vitest'
import { Refused, Unreachable } from '../../src/whatsapp/errors.ts'
import { troubleOf, unreachable } from '../../src/whatsapp/trouble.ts'

const failed = (fields: object, message = 'x') => Object.assign(new Error(message), fields)
const fetchFailed = (cause: Error) => new TypeError('fetch failed', { cause })

describe('whether a message can have left before the line broke', () => {
  test.each([
    ['connection refused', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['no way to the host', { code: 'EHOSTUNREACH', syscall: 'connect' }],
    ['the connection was never made', { code: 'ETIMEDOUT', syscall: 'connect' }],
    ['connecting took too long', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['no such name', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }],
    ['names are not served', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }],
    ['a certificate nobody signed', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    ['a certificate of yesterday', { code: 'CERT_HAS_EXPIRED' }],
    ['a certificate for another name', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
  ])('%s: no', (_, fields) => {
    expect(unreachable('h', fetchFailed(failed(fields))).sent).toBe('no')
  })

  test.each([
    ['the line was cut', { code: 'ECONNRESET', syscall: 'read' }],
    ['a read took too long', { code: 'ETIMEDOUT', syscall: 'read' }],
    ['the other side closed', { code: 'UND_ERR_SOCKET' }],
    ['our own patience ended', { name: 'TimeoutError' }],
    ['something else', {}],
  ])('%s: nobody knows', (_, fields) => {
    expect(unreachable('h', fetchFailed(failed(fields))).sent).toBe('unknown')
  })

  test('the reason nearest to the wire is told, and a ring of causes ends', () => {
    const deep = fetchFailed(failed({ code: 'ECONNRESET' }, 'socket hang up'))
    expect(unreachable('graph.facebook.com', deep).message).toBe(
      'graph.facebook.com was not reached: socket hang up',
    )
    const ring = new Error('ring')
    ring.cause = ring
    expect(unreachable('h', ring).sent).toBe('unknown')
    expect(unreachable('h', 'no error at all').message).toContain('no error at all')
  })
})

describe('what an answer means that is not a yes', () => {
  test.each([
    [429, 'crowded'],
    [401, 'config'],
    [403, 'config'],
    [404, 'never'],
    [413, 'never'],
  ])('a bare %i: %s', (status, action) => {
    expect(troubleOf(status, {})).toMatchObject({ code: status, action })
  })

  test.each([200, 302, 500, 502, 503, 504])('a bare %i leaves the outcome open', (status) => {
    const trouble = troubleOf(status, {})
    expect(trouble).toBeInstanceOf(Unreachable)
    expect(trouble).toMatchObject({ sent: 'unknown' })
  })

  test.each([
    ['details', { error_data: { details: 'too old' } }, 'too old'],
    ['a bare string', { error_data: 'too old' }, 'too old'],
    ['only a message', { message: '(#131047) Re-engagement' }, '(#131047) Re-engagement'],
    ['nothing', {}, 'no details'],
  ])('the code decides, whatever the status; the reason is told from %s', (_, fields, reason) => {
    const trouble = troubleOf(500, { error: { code: 131047, fbtrace_id: 'A1', ...fields } })
    expect(trouble).toBeInstanceOf(Refused)
    expect(trouble).toMatchObject({ code: 131047, action: 'window' })
    expect(trouble.message).toBe(
      `Meta refused with 131047 (more than 24 hours since the person wrote): ${reason} [A1]`,
    )
  })

  test('a no without a code is tried again', () => {
    expect(troubleOf(400, { error: {} })).toMatchObject({ code: 131000, action: 'again' })
  })
})
