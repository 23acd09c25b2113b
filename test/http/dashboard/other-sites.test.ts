import { describe, expect, test } from 'vitest'
import { aDashboard, linkFor, PUBLIC_URL } from '../../support/a-dashboard.ts'
import { asks } from '../../support/people.ts'

/** Every address that changes something; the list below is held against the app's own. */
const POSTS = [
  '/dashboard/open/:token',
  '/dashboard/sign-out',
  '/dashboard/uploads',
  '/dashboard/do',
  '/dashboard/shop',
]

describe('forms of other sites', () => {
  test('change nothing, whatever cookie the browser sends along', async () => {
    await using stage = await aDashboard()
    const { phone, app } = stage
    const known = app.http.routes.filter(
      ({ method, path }) => method === 'POST' && path.startsWith('/dashboard'),
    )
    expect([...new Set(known.map(({ path }) => path))]).toEqual(POSTS)

    const browser = stage.browser()
    await browser.enters(await linkFor(phone))
    const link = await linkFor(phone)
    const name = { deed: 'setting', what: 'name', value: 'Diganti', back: 'settings' }
    const foreign: readonly Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
    ]
    for (const headers of foreign) {
      for (const path of POSTS) {
        const page = await browser.posts(
          path.replace('/dashboard/open/:token', link),
          name,
          headers,
        )
        expect.soft(page.status, `${path} ${JSON.stringify(headers)}`).toBe(403)
        expect.soft(page.headers.get('content-security-policy')).toContain("form-action 'self'")
      }
    }
    expect(await asks(phone, 'toko')).not.toContain('Diganti')
    expect((await browser.gets('/dashboard')).status).toBe(200)
    // The link was not spent by them either.
    expect((await stage.browser().posts(link)).status).toBe(200)
  }, 60_000)

  test('an older browser says where it comes from in Origin; one that says nothing is refused', async () => {
    await using stage = await aDashboard()
    const asking = async (headers: Record<string, string>): Promise<number> => {
      const response = await stage.app.http.fetch(
        new Request(`${PUBLIC_URL}/dashboard/sign-out`, { method: 'POST', headers }),
      )
      return response.status
    }
    expect(await asking({ origin: PUBLIC_URL })).toBe(303)
    expect(await asking({ host: 'lan.example:3000', origin: 'http://lan.example:3000' })).toBe(303)
    expect(await asking({ host: 'toko.example', origin: 'https://toko.example.evil' })).toBe(403)
    expect(await asking({ host: 'toko.example', origin: 'null' })).toBe(403)
    expect(await asking({})).toBe(403)
  }, 60_000)
})
