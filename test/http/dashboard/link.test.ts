import { describe, expect, test } from 'vitest'
import { day } from '../../../src/sales/day.ts'
import { aDashboard, linkFor } from '../../support/a-dashboard.ts'
import { steadyShop } from '../../support/files.ts'
import { asks } from '../../support/people.ts'

describe('the way into the dashboard', () => {
  test('a link from the chat opens it once; looking at it does not spend it', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const file = steadyShop({ until: day('2026-03-31') })
    await phone.sends(file.bytes, { fileName: 'maret.csv' })
    await phone.waitsFor(1, 30_000)
    const link = await linkFor(phone)

    const preview = stage.browser()
    for (let time = 0; time < 3; time++) {
      const seen = await preview.gets(link)
      expect(seen.status).toBe(200)
      expect(seen.text).toContain('Buka dasbor')
      expect(seen.headers.getSetCookie()).toEqual([])
    }

    const browser = stage.browser()
    const page = await browser.enters(link)
    expect(page.status).toBe(200)
    const summary = await asks(phone, 'ringkasan')
    const [headline = ''] = summary.split('\n')
    expect(page.text).toContain(headline.replaceAll('*', ''))

    const again = await stage.browser().posts(link)
    expect(again.status).toBe(410)
    expect(again.text).toContain('Ketik dasbor di chat')
    expect((await stage.browser().gets(link)).status).toBe(410)
    expect((await browser.gets('/dashboard')).status).toBe(200)
    expect((await stage.browser().gets('/dashboard')).status).toBe(401)
  }, 60_000)
})
