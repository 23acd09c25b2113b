import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBrowser, barriers, describeInBrowser, type Look } from '../support/a-browser.ts'
import { anOwner, hears, LONG, photographs, says, sendsSample } from '../support/phone-page.ts'

let browser: Browser

/** Asks for the link in the chat, follows it and presses its one button. */
const entersDashboard = async (page: Page, context: BrowserContext): Promise<Page> => {
  const opened = await followsLink(page, context)
  await opened.getByRole('main').getByRole('button').first().click()
  await opened.waitForURL(/\/dashboard$/)
  return opened
}

const followsLink = async (page: Page, context: BrowserContext): Promise<Page> => {
  const opening = context.waitForEvent('page')
  await page.locator('.row.theirs a[href*="/dashboard/open/"]').last().click()
  const opened = await opening
  await opened.waitForLoadState()
  return opened
}

describeInBrowser('the dashboard in a browser', () => {
  beforeAll(async () => {
    browser = await aBrowser()
  })
  afterAll(() => browser?.close())

  test('a link from the chat opens it once, and not at all ten minutes later', LONG, async () => {
    await using owner = await anOwner(browser)
    const { page, context, demo } = owner
    await sendsSample(page)
    await says(page, 'dashboard')
    await hears(page, '/dashboard/open/')
    const dashboard = await entersDashboard(page, context)
    expect(await dashboard.locator('h1').count()).toBe(1)
    const again = await followsLink(page, context)
    await again.getByText('Tautan ini sudah tidak berlaku').first().waitFor()
    await says(page, 'dashboard')
    await page.locator('.row.theirs a[href*="/dashboard/open/"]').nth(1).waitFor()
    await demo.control('clock', { by: 11 * 60_000 })
    const late = await followsLink(page, context)
    await late.getByText('Tautan ini sudah tidak berlaku').first().waitFor()
    const trouble = owner.complaints().filter((words) => !GONE.test(words))
    expect(trouble).toEqual([])
  })

  describe('every page of it', () => {
    const LOOKS: readonly Look[] = [
      { theme: 'light', width: 1280 },
      { theme: 'dark', width: 390, height: 844, isTouch: true },
    ]
    test.each(LOOKS)('keeps nobody out ($theme, $width pixels)', LONG, async (look) => {
      await using owner = await anOwner(browser, look)
      const { page, context } = owner
      await sendsSample(page)
      await says(page, 'dashboard')
      await hears(page, '/dashboard/open/')
      const dashboard = await entersDashboard(page, context)
      const addresses = await dashboard
        .locator('nav.pages a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      expect(addresses.length).toBeGreaterThan(5)
      for (const address of addresses) {
        await dashboard.goto(new URL(address, dashboard.url()).href)
        const found = await barriers(dashboard)
        expect([address, ...found]).toEqual([address])
        const name = address.split('/').at(-1)
        await photographs(dashboard, `${name}-${look.theme}-${look.width}`)
      }
      expect(owner.complaints()).toEqual([])
    })
  })
})

/** Chromium notes in the console that a page came with a status that says it is gone. */
const GONE = /status of (403|404|410)/
