import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { textReply } from '../../src/replies/reply.ts'
import { day } from '../../src/sales/day.ts'
import { sampleFile } from '../../src/sales/sample-shop.ts'
import { phonePage } from '../../src/simulator/page.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import { aRehearsal, NUMBER, OWNER, served } from '../support/phone.ts'

const aPage = async (title = 'Shopbell') => {
  const rehearsal = await aRehearsal()
  const page = phonePage({
    simulator: rehearsal.simulator,
    person: OWNER,
    title,
    sampleAt: () => sampleFile(day('2026-11-22'), 'id'),
  })
  const { simulator, channel } = rehearsal
  const phone = phoneOf(simulator, OWNER)
  return { page, simulator, channel, phone, [Symbol.asyncDispose]: rehearsal[Symbol.asyncDispose] }
}
/** A browser says where a form was filled in. */
const FROM_HERE = { origin: 'http://localhost' }
const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

describe('the phone in the browser', () => {
  test('is one page with its own script and style, and nothing from elsewhere', async () => {
    await using demo = await aPage('Toko <Mawar>')
    const page = await demo.page.request('/')
    const text = await page.text()
    expect(text).toContain('Toko &lt;Mawar&gt;')
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(text).not.toMatch(/<script(?![^>]*src=)|<style|style=|onclick/)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    for (const asset of ['/page/phone.js', '/page/phone.css']) {
      const answer = await demo.page.request(asset)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/(javascript|css)/)
    }
  })

  test('sends words, files, pictures and the sample', async () => {
    await using demo = await aPage()
    await demo.page.request('/say', json({ text: ' ringkasan ' }))
    const form = new FormData()
    form.set('file', new File(['a,b'], 'mine.csv', { type: 'text/csv' }))
    await demo.page.request('/send', { method: 'POST', body: form, headers: FROM_HERE })
    const picture = new FormData()
    picture.set('file', new File(['x'], 'nota.jpg', { type: 'image/jpeg' }))
    await demo.page.request('/send', { method: 'POST', body: picture, headers: FROM_HERE })
    await demo.page.request('/sample', json({}))
    expect(demo.phone.screen()).toMatchObject([
      { text: 'ringkasan', attachment: null },
      { attachment: { kind: 'document', fileName: 'mine.csv' } },
      { attachment: { kind: 'image' } },
      { attachment: { kind: 'document', fileName: 'penjualan_toko_mawar.csv' } },
    ])
  })

  test('taps buttons, and says so when one is gone', async () => {
    await using demo = await aPage()
    await demo.phone.says('halo')
    await demo.channel.send({
      channel: NUMBER.channel,
      to: OWNER,
      opaqueId: '1',
      body: { kind: 'reply', quotedId: null, reply: textReply('ya?', [{ id: 'x', title: 'Ya' }]) },
    })
    const bubbleId = demo.phone.last()?.id
    expect((await demo.page.request('/tap', json({ bubbleId, choiceId: 'x' }))).status).toBe(200)
    expect(demo.phone.screen().at(-1)?.text).toBe('Ya')
    const gone = await demo.page.request('/tap', json({ bubbleId, choiceId: 'y' }))
    expect(gone.status).toBe(400)
    expect(await gone.json()).toEqual({ error: 'this button is no longer there' })
  })

  test.each([
    ['/say', json({ text: '  ' })],
    ['/say', json(null)],
    ['/tap', json({})],
    ['/send', { method: 'POST', body: new FormData(), headers: FROM_HERE }],
  ])('%s with nothing in it is a plain complaint', async (path, request) => {
    await using demo = await aPage()
    expect((await demo.page.request(path, request)).status).toBe(400)
    expect(demo.phone.bubbles()).toEqual([])
  })

  test('another site cannot send for the person', async () => {
    await using demo = await aPage()
    const form = new FormData()
    form.set('file', new File(['a'], 'a.csv'))
    const headers = { origin: 'https://evil.tld' }
    const answer = await demo.page.request('/send', { method: 'POST', body: form, headers })
    expect(answer.status).toBe(403)
  })

  test('shows pictures in place and hands everything else over as a file', async () => {
    await using demo = await aPage()
    await demo.phone.sends(new TextEncoder().encode('<script>'), {
      fileName: 'a.html',
      mimeType: 'text/html',
    })
    await demo.phone.sendsPicture(new Uint8Array([1]))
    const [file, picture] = demo.phone.bubbles().map(({ attachment }) => attachment?.mediaId)
    const asFile = await demo.page.request(`/media/${file}`)
    expect(asFile.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a.html")
    expect(asFile.headers.get('content-type')).toBe('application/octet-stream')
    const asPicture = await demo.page.request(`/media/${picture}`)
    expect(asPicture.headers.get('content-disposition')).toMatch(/^inline/)
    expect((await demo.page.request('/media/none')).status).toBe(404)
  })

  test('mounted beside other routes it leaves them alone', async () => {
    await using demo = await aPage()
    const app = new Hono()
    app.route('/', demo.page)
    app.post('/upload', (c) => c.text('ok'))
    const form = new FormData()
    form.set('file', new File(['a'], 'a.csv'))
    const answer = await app.request('/upload', { method: 'POST', body: form })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toBe(null)
    const below = new Hono()
    below.route('/phone', demo.page)
    expect(await (await below.request('/phone')).text()).toContain('<base href="/phone/" />')
  })

  test('is live: the chat comes at once and after every change', async () => {
    await using demo = await aPage()
    await using server = await served(demo.page)
    const stream = await fetch(`${server.url}/events`, { signal: AbortSignal.timeout(3000) })
    const seen: string[] = []
    const decoder = new TextDecoder()
    await demo.phone.says('halo')
    for await (const chunk of stream.body ?? []) {
      seen.push(decoder.decode(chunk))
      if (seen.join('').includes('"text":"halo"')) break
    }
    expect(seen.join('')).toMatch(/^event: chat\ndata: \{"typingMs":0/)
  })
})
