import type { Phone } from '../../src/simulator/phone.ts'
import { aStage, type Stage, type StageOptions } from './a-phone.ts'
import { asks } from './people.ts'

export const PUBLIC_URL = 'https://toko.example'

/** A browser with its cookies, at our own address unless the headers say otherwise. */
export type Browser = {
  readonly gets: (path: string, headers?: Record<string, string>) => Promise<Page>
  readonly posts: (
    path: string,
    fields?: Record<string, string> | FormData,
    headers?: Record<string, string>,
  ) => Promise<Page>
  /** Follows a link of the chat and presses its button. */
  readonly enters: (link: string) => Promise<Page>
}

type Page = {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** What a person reads: no marks, one space between words. */
  readonly text: string
}

export const aDashboard = async (
  asked: StageOptions = {},
): Promise<Stage & { readonly browser: () => Browser }> => {
  const stage = await aStage({ ...asked, options: { publicUrl: PUBLIC_URL, ...asked.options } })
  return { ...stage, browser: () => aBrowser(stage) }
}

/** Types `dashboard` and gives the path of the link in the answer. */
export const linkFor = async (phone: Phone, word = 'dashboard'): Promise<string> => {
  const answer = await asks(phone, word)
  const path = /https:\/\/toko\.example(\/dashboard\/open\/\S+)/.exec(answer)?.[1]
  if (path === undefined) throw new Error(`no link in: ${answer}`)
  return path
}

const aBrowser = ({ app }: Stage): Browser => {
  const cookies = new Map<string, string>()
  const asking = async (path: string, init: RequestInit): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie === '' ? {} : { cookie }), ...init.headers }
    const response = await app.http.fetch(new Request(`${PUBLIC_URL}${path}`, { ...init, headers }))
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const html = await response.text()
    return { status: response.status, headers: response.headers, html, text: textOf(html) }
  }
  const followed = async (page: Page): Promise<Page> => {
    const to = page.headers.get('location')
    return to === null || page.status !== 303 ? page : asking(to, {})
  }
  const posts: Browser['posts'] = async (path, fields = {}, headers = {}) =>
    followed(
      await asking(path, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      }),
    )
  return {
    gets: (path, headers = {}) => asking(path, { headers }),
    posts,
    enters: (link) => posts(link),
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
