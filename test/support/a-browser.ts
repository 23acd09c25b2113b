import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { describe } from 'vitest'

/** Debian's own; `.ci/run` installs it. */
const EXECUTABLE = process.env['CHROMIUM'] || '/usr/bin/chromium'
const isThere = existsSync(EXECUTABLE)

/** A loaded machine draws late; a test waits for what it wants to see and for nothing else. */
export const PATIENCE_MS = 30_000

/** Skipped where there is no browser, with a name that says so: `.ci/run` installs one where it can. */
export const describeInBrowser = (name: string, tell: () => void): void => {
  describe.skipIf(!isThere)(
    isThere ? name : `${name} (skipped: no browser at ${EXECUTABLE}; set CHROMIUM)`,
    tell,
  )
}

/** One browser for a whole file: starting one takes longer than most tests. */
export const aBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: EXECUTABLE,
    // Chromium refuses its sandbox to root, and /dev/shm is small in containers.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  })

export type Look = {
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  readonly language?: 'id-ID' | 'en-GB'
  readonly isTouch?: boolean
}

/** A page somebody looks at, and everything it complained about. */
export type Window = {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors in the console or thrown, and violations of the content security policy. */
  readonly complaints: () => readonly string[]
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Written as text: it runs in the page, whose names this program does not know. */
const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`

/** Opens an address as a shop owner's browser in Jakarta would. */
export const openWindow = async (
  browser: Browser,
  address: string,
  look: Look = {},
): Promise<Window> => {
  const { theme = 'light', width = 1280, height = 900, language = 'id-ID', isTouch = false } = look
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language,
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    hasTouch: isTouch,
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  // On the context: a page that a link opens is watched as well.
  context.on('weberror', (thrown) => complaints.push(`thrown: ${thrown.error().message}`))
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await context.addInitScript(TELL_VIOLATIONS)
  const page = await context.newPage()
  await page.goto(address)
  return {
    page,
    context,
    complaints: () => complaints,
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** One line for each element that breaks a rule. */
const ASK_AXE = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`

/** What axe finds wrong with the page as it stands. */
export const barriers = async (page: Page): Promise<readonly string[]> => {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axe.source)
  return page.evaluate<readonly string[]>(ASK_AXE)
}
