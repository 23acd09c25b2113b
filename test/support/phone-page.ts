import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Look, openWindow, PATIENCE_MS } from './a-browser.ts'
import { aDemo } from './a-demo.ts'

/** A whole browser and a whole service: seconds each, minutes when the machine is busy. */
export const LONG = { timeout: 120_000 }
const SCREENS = join(import.meta.dirname, '../browser/screens')

/** An owner before the demo's phone, in a browser and with a service of their own. */
export const anOwner = async (browser: Browser, look: Look = {}) => {
  const demo = await aDemo()
  const window = await openWindow(browser, demo.origin, look)
  return {
    ...window,
    demo,
    async [Symbol.asyncDispose]() {
      await window[Symbol.asyncDispose]()
      await demo[Symbol.asyncDispose]()
    },
  }
}

/** Looks again until it is so, however slow the machine. */
export const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: PATIENCE_MS })

/** What is on the page now, for whoever wants to look at it: see `npm run pictures`. */
export const photographs = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(SCREENS, `${name}.png`) })

export const says = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: /^(Pesan|Message)$/ }).fill(text)
  await page.keyboard.press('Enter')
}

/** The bubbles of the shop, oldest first. */
export const answers = (page: Page) => page.locator('.row.theirs[data-id]')
export const own = (page: Page) => page.locator('.row.own[data-id]')

/** Waits until the shop has said something with these words in it. */
export const hears = async (page: Page, words: string | RegExp): Promise<void> => {
  try {
    await answers(page).filter({ hasText: words }).last().waitFor()
  } catch (cause) {
    const shown = await page.locator('#chat').innerText()
    throw new Error(`“${words}” was expected; the screen shows:\n${shown}`, { cause })
  }
}

export const sendsSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /contoh penjualan|sample sales/ }).click()
  await hears(page, 'penjualan_toko_mawar.csv')
}

/** Drops a file anywhere on the page, as out of a folder. */
export const drops = async (page: Page, name: string, bytes: Uint8Array): Promise<void> => {
  const [text, fileName] = [new TextDecoder().decode(bytes), name].map((word) =>
    JSON.stringify(word),
  )
  const transfer = await page.evaluateHandle(
    `(() => { const transfer = new DataTransfer()
      transfer.items.add(new File([${text}], ${fileName}, { type: 'text/csv' }))
      return transfer })()`,
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.locator('#drop').waitFor({ state: 'visible' })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

export const opensControls = async (page: Page): Promise<void> => {
  if (!(await page.locator('#tools').isVisible())) await page.locator('#open-tools').click()
  await page.getByRole('tab', { name: /Waktu|Time/ }).click()
}
