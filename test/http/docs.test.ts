import { describe, expect, test } from 'vitest'
import { docsApp } from '../../src/http/docs.ts'
import { PROBLEMS } from '../../src/http/problems.ts'

const get = async (path: string) => {
  const response = await docsApp().request(`http://shop.test${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the page and the document', () => {
  test('every address is served with strict headers', async () => {
    for (const [path, type] of [
      ['/docs', 'text/html'],
      ['/docs.css', 'text/css'],
      ['/docs.js', 'text/javascript'],
      ['/openapi.json', 'application/json'],
    ] as const) {
      const { status, headers } = await get(path)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toContain(type)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
  })

  test('the page needs no other address, and nothing its own policy forbids', async () => {
    const { text } = await get('/docs')
    expect(text).toContain('curl http://shop.test/api/v1/sales')
    expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1])).toSatisfy(
      (targets: string[]) => targets.every((target) => /^[/#]/.test(target)),
    )
    expect(text).not.toContain('`')
    expect(text).not.toMatch(/<script(?! src=)|<style|style="|onclick=/)
  })

  test('the page names every refusal, and the document every reference', async () => {
    const { text } = await get('/docs')
    for (const code of Object.keys(PROBLEMS)) expect(text).toContain(`<code>${code}</code>`)
    const document = JSON.parse((await get('/openapi.json')).text)
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/sales',
      '/api/v1/imports/{id}',
      '/api/v1/summary',
    ])
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)
    for (const [, name] of references) {
      expect(document.components.schemas).toHaveProperty(name ?? '')
    }
  })

  test('a made-up host name stays text', async () => {
    const response = await docsApp().request('/docs', { headers: { host: '"><script>' } })
    expect(await response.text()).not.toContain('"><script>')
  })
})
