import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { aBrowser, barriers, describeInBrowser, type Look } from '../support/a-browser.ts'
import { steadyShop } from '../support/files.ts'
import {
  anOwner,
  answers,
  drops,
  eventually,
  hears,
  LONG,
  opensControls,
  own,
  photographs,
  says,
  sendsSample,
} from '../support/phone-page.ts'

let browser: Browser

/** Whether the focus is on something of this class. */
const isOn = (page: Page, className: string): Promise<boolean> =>
  page.evaluate(`document.activeElement.classList.contains(${JSON.stringify(className)})`)

describeInBrowser('the phone in a browser', () => {
  beforeAll(async () => {
    browser = await aBrowser()
  })
  afterAll(() => browser?.close())

  test(
    'from first contact to the first answer in three taps, and nothing complains',
    LONG,
    async () => {
      await using owner = await anOwner(browser)
      const { page } = owner
      await sendsSample(page)
      await says(page, 'ringkasan')
      await hears(page, /Dasar: \d+ penjualan/)
      await page.getByRole('button', { name: 'Grafik', exact: true }).last().click()
      await page.locator('.picture img').last().waitFor()
      await page.locator('.picture').last().click()
      await page.getByRole('dialog').locator('img').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      expect(owner.complaints()).toEqual([])
    },
  )

  test('a file dragged onto the page is read, and undo takes it back', LONG, async () => {
    await using owner = await anOwner(browser)
    const { page } = owner
    const file = steadyShop({ until: day('2026-03-31'), days: 28 })
    await drops(page, 'maret.csv', file.bytes)
    await hears(page, 'maret.csv terbaca')
    await page.getByRole('button', { name: 'Batalkan file' }).click()
    await hears(page, /dikeluarkan|dibatalkan/)
    await says(page, 'ringkasan')
    await hears(page, /belum punya|Belum ada/i)
    expect(owner.complaints()).toEqual([])
  })

  test(
    'a day later the new file rings the alert; one tap on its label settles it',
    LONG,
    async () => {
      await using owner = await anOwner(browser)
      const { page } = owner
      await drops(page, 'maret.csv', steadyShop({ until: day('2026-03-31') }).bytes)
      await hears(page, 'maret.csv terbaca')
      await opensControls(page)
      await page.getByRole('button', { name: 'Besok 08.00' }).click()
      await page.locator('#travelled', { hasText: '2 Apr' }).waitFor()
      const badDay = { days: 1, lastDayFactor: 0.2, lastDayBranch: 'Dago' }
      await drops(page, 'rabu.csv', steadyShop({ until: day('2026-04-01'), ...badDay }).bytes)
      await hears(page, 'Cabang Dago turun')
      await page.getByRole('button', { name: 'Toko tutup' }).last().click()
      await hears(page, 'toko tutup')
      await page.getByRole('button', { name: 'Kembali ke sekarang' }).click()
      await page.locator('#travelled').waitFor({ state: 'hidden' })
      await says(page, 'menu')
      await hears(page, 'Mau lihat apa?')
      expect(owner.complaints()).toEqual([])
    },
  )

  test(
    'a digest comes by itself, as a template where the window is closed; its tap opens it',
    LONG,
    async () => {
      await using owner = await anOwner(browser)
      const { page } = owner
      await says(page, 'jadwal harian jam 11')
      await hears(page, 'jam 11.00')
      await drops(page, 'maret.csv', steadyShop({ until: day('2026-03-31') }).bytes)
      await hears(page, 'maret.csv terbaca')
      await opensControls(page)
      await page.getByRole('button', { name: 'Tutup jendela 24 jam' }).click()
      await eventually(() => page.locator('#window').textContent()).toBe('Jendela tertutup')
      await page.getByRole('button', { name: '+1 jam' }).click()
      await hears(page, 'Ringkasan yang Anda minta untuk')
      await page.getByRole('button', { name: 'Lihat ringkasan' }).last().click()
      await hears(page, 'Selasa 31 Mar: Rp')
      await eventually(() => page.locator('#window').textContent()).toContain('Jendela terbuka')
    },
  )

  test('a reply quotes the bubble it answers, on the phone and in the webhook', LONG, async () => {
    await using owner = await anOwner(browser, { language: 'en-GB' })
    const { page } = owner
    await says(page, 'menu')
    await answers(page).last().waitFor()
    await answers(page).last().hover()
    await answers(page).last().getByRole('button', { name: 'Reply' }).click()
    await says(page, 'halo')
    await own(page).last().locator('.quoted').waitFor()
    await own(page).last().hover()
    await own(page).last().getByRole('button', { name: 'Show its calls' }).click()
    const webhook = page.locator('.call', { hasText: 'message · text' })
    await eventually(() => webhook.count()).toBe(1)
    await eventually(() => webhook.locator('pre').first().textContent()).toContain('"context"')
    await page.getByRole('button', { name: 'Show all' }).click()
    await eventually(() => webhook.count()).toBe(2)
  })

  test(
    'trouble that was ordered shows in the inspector, and the answer comes all the same',
    LONG,
    async () => {
      await using owner = await anOwner(browser)
      const { page } = owner
      await opensControls(page)
      await page.locator('#fault [name=what]').selectOption('code:130429')
      await page.locator('#fault [name=n]').fill('2')
      await page.locator('#fault button').click()
      await page.getByText('130429 · 2 lagi').waitFor()
      await says(page, 'menu')
      await hears(page, 'Mau lihat apa?')
      await page.getByRole('tab', { name: 'Pemeriksa' }).click()
      await page.locator('#direction').selectOption('trouble')
      await eventually(() => page.locator('.call .bad').count()).toBe(2)
      expect(await answers(page).count()).toBe(1)
      await page.getByRole('tab', { name: 'Waktu dan gangguan' }).click()
      await eventually(() => page.locator('#faults li').count()).toBe(0)
      expect(owner.complaints()).toEqual([])
    },
  )

  test('everything can be done with the keyboard alone', LONG, async () => {
    await using owner = await anOwner(browser)
    const { page } = owner
    const { keyboard } = page
    await keyboard.type('menu')
    await keyboard.press('Enter')
    await hears(page, 'Mau lihat apa?')
    // Back from the field: the paper clip, the sample, the bubble's own deeds, then its list.
    for (let step = 0; step < 8 && !(await isOn(page, 'choice')); step += 1) {
      await keyboard.press('Shift+Tab')
    }
    expect(await isOn(page, 'choice')).toBe(true)
    await keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    const row = page.getByRole('dialog').getByRole('button').first()
    await row.waitFor()
    await keyboard.press('Enter')
    await eventually(() => answers(page).count()).toBe(2)
    await page.locator('#chat').focus()
    await keyboard.press('ArrowUp')
    await keyboard.press('ArrowUp')
    await keyboard.press('r')
    await page.locator('#quote').waitFor({ state: 'visible' })
    await keyboard.type('bantuan')
    await keyboard.press('Enter')
    await own(page).last().locator('.quoted').waitFor()
    await page.locator('#open-tools').focus()
    await keyboard.press('Enter')
    await page.locator('#tools').waitFor({ state: 'hidden' })
    await keyboard.press('Enter')
    await keyboard.press('ArrowRight')
    await page.locator('#controls').waitFor({ state: 'visible' })
    expect(owner.complaints()).toEqual([])
  })

  test('a second person, hidden behind a username, begins a shop of their own', LONG, async () => {
    await using owner = await anOwner(browser)
    const { page } = owner
    await sendsSample(page)
    await page.getByRole('button', { name: 'Tambah orang' }).click()
    await page.getByLabel('Nama', { exact: true }).fill('Bayu')
    await page.getByLabel(/Menyembunyikan nomor/).check()
    await page.getByRole('button', { name: 'Tambah', exact: true }).click()
    await page.locator('.person.here', { hasText: 'Bayu' }).waitFor()
    await says(page, 'ringkasan')
    await answers(page).last().waitFor()
    expect(await answers(page).last().textContent()).not.toContain('Mawar Merah')
    const webhook = page.locator('.call', { hasText: 'message · text' }).last()
    await webhook.locator('summary').click()
    const json = await webhook.locator('pre').first().textContent()
    expect(json).toContain('"username": "bayu2"')
    expect(json).not.toContain('"wa_id"')
    await page.getByRole('button', { name: /Rina/ }).click()
    await hears(page, 'penjualan_toko_mawar.csv')
  })

  test('a sound file goes out as a voice note; the page begins anew on request', LONG, async () => {
    await using owner = await anOwner(browser)
    const { page } = owner
    await page.locator('#voice-file').setInputFiles({
      name: 'catatan.ogg',
      mimeType: 'audio/ogg',
      buffer: Buffer.from('OggS'),
    })
    await page.locator('.voice audio').waitFor()
    await answers(page).last().waitFor()
    await opensControls(page)
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Mulai dari awal' }).click()
    await eventually(() => page.locator('.row[data-id]').count()).toBe(0)
    await sendsSample(page)
  })

  test('in English the page speaks English, and remembers it', LONG, async () => {
    await using owner = await anOwner(browser, { language: 'id-ID' })
    const { page } = owner
    await page.getByLabel('Bahasa').selectOption('en')
    await page.getByRole('button', { name: /Send the sample sales/ }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: /Send the sample sales/ }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  describe('nobody is shut out', () => {
    const LOOKS: readonly Look[] = [
      { theme: 'light', width: 1280 },
      { theme: 'dark', width: 1280 },
      { theme: 'light', width: 390, height: 844, isTouch: true },
      { theme: 'dark', width: 390, height: 844, isTouch: true },
    ]
    test.each(LOOKS)('$theme, $width pixels', LONG, async (look) => {
      await using owner = await anOwner(browser, look)
      const { page } = owner
      const name = `${look.theme}-${look.width}`
      await page.getByRole('button', { name: /contoh/ }).waitFor()
      expect(await barriers(page)).toEqual([])
      await photographs(page, `first-${name}`)
      await sendsSample(page)
      await says(page, 'grafik')
      await page.locator('.picture img').last().waitFor()
      await says(page, 'menu')
      await hears(page, 'Mau lihat apa?')
      expect(await barriers(page)).toEqual([])
      await photographs(page, `chat-${name}`)
      await page.getByRole('button', { name: 'Menu' }).last().click()
      await page.getByRole('dialog').waitFor()
      expect(await barriers(page)).toEqual([])
      await photographs(page, `list-${name}`)
      await page.keyboard.press('Escape')
      await opensControls(page)
      expect(await barriers(page)).toEqual([])
      await photographs(page, `controls-${name}`)
      await page.getByRole('tab', { name: 'Pemeriksa' }).click()
      await page.locator('.call summary').last().click()
      expect(await barriers(page)).toEqual([])
      await photographs(page, `inspector-${name}`)
      expect(owner.complaints()).toEqual([])
    })
  })
})
