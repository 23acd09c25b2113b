import { describe, expect, test } from 'vitest'
import { day } from '../../../src/sales/day.ts'
import { aDashboard, linkFor } from '../../support/a-dashboard.ts'
import { anApi } from '../../support/an-api.ts'
import { csv, steadyShop } from '../../support/files.ts'
import { asks } from '../../support/people.ts'

const formWith = (bytes: Uint8Array, name: string): FormData => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  return form
}

describe('a file sent by the page', () => {
  test('counts as one sent into the chat, and once however it comes', async () => {
    await using stage = await aDashboard()
    const { phone } = stage
    const browser = stage.browser()
    await browser.enters(await linkFor(phone))
    const file = steadyShop({ until: day('2026-03-31') })
    const receipt = await browser.posts('/dashboard/uploads', formWith(file.bytes, 'maret.csv'))
    expect(receipt.status).toBe(200)
    expect(receipt.text).toContain('maret.csv terbaca')
    expect(receipt.html.trimEnd().endsWith('</html>')).toBe(true)
    expect(await asks(phone, 'ringkasan')).toContain('Rp')

    await phone.sends(file.bytes, { fileName: 'lagi.csv' })
    await phone.waitsFor(1, 20_000)
    expect(phone.last()?.text).toContain('tidak ada yang dobel')
    const again = await browser.posts('/dashboard/uploads', formWith(file.bytes, 'maret.csv'))
    expect(again.text).toContain('tidak ada yang dobel')
  }, 60_000)

  test('one question has its buttons, and the answer is kept', async () => {
    await using stage = await aDashboard()
    const browser = stage.browser()
    await browser.enters(await linkFor(stage.phone))
    const unclear = csv('tanggal,produk,jumlah,harga', '03/02/2026,Mawar,2,25000')
    const asked = await browser.posts('/dashboard/uploads', formWith(unclear, 'apa.csv'))
    expect(asked.text).toContain('03/02/2026')
    const action = /formaction="([^"]+)"/.exec(asked.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(action).toContain('answer.date-order=')
    const told = await browser.posts(action, formWith(unclear, 'apa.csv'))
    expect(told.text).toContain('apa.csv terbaca')
  }, 60_000)

  test('nothing chosen, a picture, an answer that is none: said, and nothing counted', async () => {
    await using stage = await aDashboard()
    const browser = stage.browser()
    await browser.enters(await linkFor(stage.phone))
    const none = await browser.posts('/dashboard/uploads', {})
    expect(none.status).toBe(400)
    expect(none.text).toContain('belum terpilih')
    const picture = formWith(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'foto.png')
    const refused = await browser.posts('/dashboard/uploads', picture)
    expect(refused.html).toContain('class="told bad"')
    const stray = await browser.posts(
      '/dashboard/uploads?answer.nothing=x',
      formWith(csv('a'), 'a'),
    )
    expect(stray.status).toBe(400)
    expect(await asks(stage.phone, 'file')).toContain('Belum ada file')
  }, 60_000)
})

describe('an upload that tells how far it is', () => {
  test('ends with the answer it would have had, and grows on the way there', async () => {
    await using api = await anApi()
    const { bytes } = steadyShop({ until: day('2026-03-31'), days: 800 })
    const response = await fetch(`${api.origin}/api/v1/sales`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.token}`,
        'content-type': 'text/csv',
        accept: 'text/event-stream',
      },
      body: new Uint8Array(bytes),
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const events = (await response.text())
      .trim()
      .split('\n\n')
      .map((event) => {
        const [, name = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? []
        return { name, data: JSON.parse(data) }
      })
    const last = events.at(-1)
    expect(last).toMatchObject({
      name: 'done',
      data: { status: 201, result: { lines: expect.any(Number) } },
    })
    const lines = events.slice(0, -1).map(({ data }) => data.lines)
    expect(events.slice(0, -1).every(({ name }) => name === 'progress')).toBe(true)
    expect(lines.toSorted((a, b) => a - b)).toEqual(lines)
    const state = await api.asks(response.headers.get('location') ?? '')
    expect(state.body).toMatchObject({ state: 'done', id: last?.data.id })

    const asked = await api.asks('/api/v1/sales', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', accept: 'text/event-stream' },
      body: 'tanggal,produk,jumlah\n03/02/2026,Mawar,2\n',
    })
    expect(asked.body).toContain('event: failed')
    expect(asked.body).toContain('"status":409')
  }, 60_000)
})
