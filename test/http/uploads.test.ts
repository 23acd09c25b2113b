import { createHash } from 'node:crypto'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/sales/day.ts'
import { on, xlsx } from '../ingest/a-workbook.ts'
import { type Answer, type Api, anApi } from '../support/an-api.ts'
import { bytesOf, csv, steadyShop } from '../support/files.ts'

const EVER = { from: day('2020-01-01'), to: day('2030-01-01') }
const SALES = csv(
  'tanggal,produk,jumlah,harga,cabang',
  '2026-03-30,Mawar,2,25000,Dago',
  '2026-03-30,Mawar,2,25000,Dago',
  '2026-03-31,Lily,1,30000,Setiabudi',
)
const AMBIGUOUS = csv('tanggal,produk,jumlah,harga', '03/04/2025,Mawar,1,10000')

const counted = async (api: Api, shopId = 'default') => {
  const days = await api.stage.app.store.branchDays(shopId, EVER)
  return {
    lines: days.reduce((sum, row) => sum + row.lines, 0),
    revenue: days.reduce((sum, row) => sum + row.revenue, 0) / 100,
  }
}

describe('a file sent to the API', () => {
  test('is answered with its receipt, and counts', async () => {
    await using api = await anApi()
    const { status, body } = await api.sends(SALES, { query: '?filename=kasir.csv' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      fileName: 'kasir.csv',
      span: { from: '2026-03-30', to: '2026-03-31' },
      lines: 3,
      newLines: 3,
      knownLines: 0,
      revenue: 130_000,
      gross: 130_000,
      refunds: 0,
      quantity: 5,
      currency: 'IDR',
      branches: 2,
      products: 2,
      skipped: [],
      totalRows: 0,
    })
    expect(body.text).toContain('kasir.csv')
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })

  test('a second time is a 200 that adds nothing', async () => {
    await using api = await anApi()
    const first = await api.sends(SALES)
    const again = await api.sends(SALES)
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({
      uploadId: first.body.uploadId,
      newLines: 0,
      knownLines: 3,
    })
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })

  test('the same sales by form, bare, as JSON rows and in the chat count once', async () => {
    await using api = await anApi({ running: true })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(SALES)], 'a.csv', { type: 'text/csv' }))
    const asForm = await api.asks('/api/v1/sales', { method: 'POST', body: form })
    expect(asForm.status).toBe(201)
    expect(asForm.body.fileName).toBe('a.csv')
    const semicolons = new TextDecoder().decode(SALES).replaceAll(',', ';')
    const asText = await api.sends(semicolons)
    expect(asText).toMatchObject({ status: 201, body: { newLines: 0, knownLines: 3 } })
    const rose = {
      tanggal: '2026-03-30',
      produk: 'Mawar',
      jumlah: 2,
      harga: 25_000,
      cabang: 'Dago',
    }
    const lily = { ...rose, tanggal: '2026-03-31', produk: 'Lily', jumlah: 1, harga: 30_000 }
    for (const body of [
      [rose, rose, { ...lily, cabang: 'Setiabudi' }],
      { rows: [rose, rose, { ...lily, cabang: 'Setiabudi' }] },
    ]) {
      const asRows = await api.asks('/api/v1/sales', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(asRows.body).toMatchObject({ lines: 3, newLines: 0 })
    }
    await api.stage.phone.sends(SALES, { fileName: 'b.csv' })
    await api.stage.phone.waitsFor(1, 20_000)
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })

  test.for([
    'text/csv; charset=utf-8',
    'text/plain',
    'text/tab-separated-values',
    'application/octet-stream',
    'application/csv',
    'application/vnd.ms-excel',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/zip',
    'application/x-zip-compressed',
    'application/x-www-form-urlencoded',
  ])('goes in under the name %s, told by its content', async (type) => {
    await using api = await anApi()
    expect((await api.sends(SALES, { headers: { 'content-type': type } })).status).toBe(201)
  })

  test('may be a workbook: the same sales as the CSV', async () => {
    await using api = await anApi()
    await api.sends(SALES)
    const row = (date: string, ...rest: (string | number)[]) => [on(date), ...rest]
    const workbook = await xlsx([
      ['tanggal', 'produk', 'jumlah', 'harga', 'cabang'],
      row('2026-03-30', 'Mawar', 2, 25_000, 'Dago'),
      row('2026-03-30', 'Mawar', 2, 25_000, 'Dago'),
      row('2026-03-31', 'Lily', 1, 30_000, 'Setiabudi'),
    ])
    const answer = await api.sends(workbook, {
      query: '?filename=a.xlsx',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(answer).toMatchObject({ status: 201, body: { lines: 3, newLines: 0 } })
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })

  test('may be a stock list: noted as goods on hand, never counted as sales', async () => {
    await using api = await anApi()
    const list = csv('produk,stok', 'Mawar,120', 'Lily,40')
    const { status, body } = await api.sends(list)
    expect(status).toBe(200)
    expect(body).toMatchObject({ kind: 'stock', products: 2, skipped: 0 })
    expect(await counted(api)).toEqual({ lines: 0, revenue: 0 })
    const asked = await api.sends(list, { headers: { prefer: 'respond-async' } })
    expect(await settled(api, asked.headers.get('location') ?? '')).toMatchObject({ state: 'done' })
  })

  test('twelve weeks of a shop come in to the last rupiah', { timeout: 60_000 }, async () => {
    await using api = await anApi()
    const file = steadyShop({ until: day('2026-03-31') })
    expect((await api.sends(file.bytes)).body).toMatchObject({
      lines: file.lines,
      revenue: file.revenue,
      quantity: file.quantity,
    })
    expect(await counted(api)).toEqual({ lines: file.lines, revenue: file.revenue })
  })
})

describe('a file with two readings', () => {
  test('is asked about once, and the answer holds for the next file of this layout', async () => {
    await using api = await anApi()
    const asked = await api.sends(AMBIGUOUS)
    expect(asked.status).toBe(409)
    expect(asked.body.kind).toBe('date-order')
    expect(asked.body.options.map((option: { id: string }) => option.id)).toContain('month-first')
    expect(asked.body.error.code).toBe('question')
    expect(await counted(api)).toEqual({ lines: 0, revenue: 0 })
    const told = await api.sends(AMBIGUOUS, { query: '?answer.date-order=month-first' })
    expect(told).toMatchObject({ status: 201, body: { span: { from: '2025-03-04' } } })
    const next = await api.sends(csv('tanggal,produk,jumlah,harga', '05/06/2025,Lily,1,20000'))
    expect(next).toMatchObject({ status: 201, body: { span: { from: '2025-05-06' } } })
  })
})

describe('who may send', () => {
  test('nobody without a token, with a made-up one, or with a revoked one', async () => {
    await using api = await anApi()
    const madeUp = `Bearer shopbell_${'x'.repeat(43)}`
    for (const authorization of ['', 'Basic eDp5', 'Bearer shopbell_short', madeUp]) {
      const { status, headers, body } = await api.sends(SALES, { headers: { authorization } })
      expect(status).toBe(401)
      expect(headers.get('www-authenticate')).toContain('Bearer')
      expect(body.error.what_to_do).toContain('npm run token')
    }
    expect((await fetch(`${api.origin}/api/v1/summary`)).status).toBe(401)
    const [token] = await api.stage.app.store.listTokens()
    expect(await api.stage.app.store.revokeToken(token?.id ?? '')).toBe(true)
    expect((await api.sends(SALES)).status).toBe(401)
    expect(await counted(api)).toEqual({ lines: 0, revenue: 0 })
  })

  test('a token opens its own shop and no other: not its sales, its imports or its keys', async () => {
    await using api = await anApi()
    const other = await api.tokenFor({ id: 'toko-lain', name: 'Toko Lain' })
    const asOther = { authorization: `Bearer ${other}` }
    const mine = await api.sends(SALES, { headers: { 'idempotency-key': 'k1' } })
    const location = mine.headers.get('location') ?? ''
    expect((await api.asks(location)).body).toMatchObject({ state: 'done', status: 201 })
    expect((await api.asks(location, { headers: asOther })).status).toBe(404)
    expect((await api.asks('/api/v1/summary', { headers: asOther })).status).toBe(404)
    const kaktus = csv('tanggal,produk,jumlah,harga', '2026-03-31,Kaktus,1,99000')
    const theirs = await api.sends(kaktus, { headers: { ...asOther, 'idempotency-key': 'k1' } })
    expect(theirs).toMatchObject({ status: 201, body: { newLines: 1 } })
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
    expect(await counted(api, 'toko-lain')).toEqual({ lines: 1, revenue: 99_000 })
    expect((await api.asks('/api/v1/summary')).body.products[0].name).toBe('Lily')
  })
})

describe('the same key', () => {
  const key = { 'idempotency-key': '2026-03-31-kasir-1' }

  test('with the same file gives the first answer and changes nothing, even after an undo', async () => {
    await using api = await anApi()
    const first = await api.sends(SALES, { headers: key })
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    const { store } = api.stage.app
    await store.apply([{ kind: 'undo', shopId: 'default', upload: 1 }])
    const again = await api.sends(SALES, { headers: key })
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await counted(api)).toEqual({ lines: 0, revenue: 0 })
    expect(await store.listUploads('default', 9)).toHaveLength(1)
  })

  test('with another file is refused', async () => {
    await using api = await anApi()
    await api.sends(SALES, { headers: key })
    const { status, body } = await api.sends(AMBIGUOUS, { headers: key })
    expect(status).toBe(422)
    expect(body.error.code).toBe('key-reused')
  })

  test('a refused file stays refused under it; a question leaves it open for the answer', async () => {
    await using api = await anApi()
    const pdf = await api.sends('%PDF-1.7', { headers: { 'idempotency-key': 'pdf' } })
    const again = await api.sends('%PDF-1.7', { headers: { 'idempotency-key': 'pdf' } })
    expect([pdf.status, again.status]).toEqual([422, 422])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect((await api.sends(AMBIGUOUS, { headers: key })).status).toBe(409)
    const answer = { query: '?answer.date-order=day-first', headers: key }
    expect((await api.sends(AMBIGUOUS, answer)).status).toBe(201)
    expect((await api.sends(AMBIGUOUS, { headers: key })).status).toBe(201)
    expect(await counted(api)).toEqual({ lines: 1, revenue: 10_000 })
  })

  test('sent twice at the same moment is one import with one answer', async () => {
    await using api = await anApi()
    const [a, b] = await Promise.all([
      api.sends(SALES, { headers: key }),
      api.sends(SALES, { headers: key }),
    ])
    expect([a.status, b.status]).toEqual([201, 201])
    expect(a.body).toEqual(b.body)
    expect(await api.stage.app.store.listUploads('default', 9)).toHaveLength(1)
  })

  test('is taken up again when the process died over its first file', async () => {
    await using api = await anApi()
    const { store } = api.stage.app
    const sha256 = createHash('sha256').update(SALES).digest('hex')
    const fresh = { shopId: 'default', id: 'died', key: key['idempotency-key'], sha256 }
    await store.beginApiImport(fresh, 5000)
    expect((await api.asks('/api/v1/imports/died')).body).toMatchObject({ state: 'reading' })
    const early = await api.sends(SALES, { headers: key })
    expect(early.status).toBe(409)
    expect(early.body.error.code).toBe('key-running')
    expect(early.headers.get('retry-after')).toBe('2')
    api.stage.clock.advance(5001)
    expect((await api.asks('/api/v1/imports/died')).body).toMatchObject({
      state: 'failed',
      result: { error: { code: 'broken-off' } },
    })
    expect((await api.sends(SALES, { headers: key })).status).toBe(201)
    expect((await api.asks('/api/v1/imports/died')).body).toMatchObject({ state: 'done', lines: 3 })
  })

  test.for(['', 'with space', 'x'.repeat(256)])('“%s” is no key', async (bad) => {
    await using api = await anApi()
    expect((await api.sends(SALES, { headers: { 'idempotency-key': bad } })).status).toBe(400)
  })
})

describe('a sender who does not wait', () => {
  const patient = { prefer: 'respond-async, wait=5' }

  test('gets an address that ends in the receipt', async () => {
    await using api = await anApi()
    const taken = await api.sends(SALES, { headers: patient })
    expect(taken.status).toBe(202)
    expect(taken.headers.get('preference-applied')).toBe('respond-async')
    const location = taken.headers.get('location') ?? ''
    expect(location).toBe(`/api/v1/imports/${taken.body.id}`)
    expect(await settled(api, location)).toMatchObject({
      state: 'done',
      lines: 3,
      status: 201,
      result: { newLines: 3, revenue: 130_000 },
    })
  })

  test('gets an address that ends in the question', async () => {
    await using api = await anApi()
    const taken = await api.sends(AMBIGUOUS, { headers: patient })
    expect(await settled(api, taken.headers.get('location') ?? '')).toMatchObject({
      state: 'failed',
      status: 409,
      result: { kind: 'date-order' },
    })
  })

  test('sees the lines of a long file grow', { timeout: 60_000 }, async () => {
    await using api = await anApi({ running: true })
    const file = steadyShop({ until: day('2026-03-31'), days: 12_000 })
    const taken = await api.sends(file.bytes, { headers: patient })
    const location = taken.headers.get('location') ?? ''
    const seen = new Set<number>()
    await until(async () => {
      const { body } = await api.asks(location)
      seen.add(body.lines)
      return body.state !== 'reading'
    })
    expect([...seen].some((lines) => lines > 0 && lines < file.lines)).toBe(true)
    expect((await api.asks(location)).body).toMatchObject({ state: 'done', lines: file.lines })
  })
})

describe('what is refused', () => {
  test.for([
    { what: 'a PDF', bytes: bytesOf('%PDF-1.7\n'), reason: 'pdf' },
    { what: 'nothing', bytes: bytesOf(''), reason: 'empty' },
    {
      what: 'a list without dates',
      bytes: csv('produk,jumlah,harga', 'Mawar,2,15000', 'Lily,1,25000'),
      reason: 'no-date-column',
    },
    {
      what: 'a file without one readable line',
      bytes: csv('tanggal,produk,jumlah,harga', '31/31/2026,Mawar,2,15000'),
      reason: 'no-readable-line',
    },
  ])('$what: 422 with its reason, in words too', async ({ bytes, reason }) => {
    await using api = await anApi()
    const { status, body } = await api.sends(bytes)
    expect(status).toBe(422)
    expect(body.reason).toBe(reason)
    expect(body.text).toMatch(/\p{L}/u)
    expect(body.text).not.toContain('*')
    expect(await counted(api)).toEqual({ lines: 0, revenue: 0 })
  })

  test('money in another currency than the shop’s: never added up', async () => {
    await using api = await anApi()
    await api.sends(SALES)
    const pounds = csv('date,product,quantity,price', '2026-03-29,Rose,1,£2.50')
    expect(await api.sends(pounds)).toMatchObject({
      status: 422,
      body: { reason: 'other-currency' },
    })
  })

  test.for([
    ['image/png', {}],
    ['video/mp4', {}],
    ['application/xml', {}],
    ['text/csv', { 'content-encoding': 'gzip' }],
  ] as const)('%s %o: 415', async ([type, more]) => {
    await using api = await anApi()
    const answer = await api.sends(SALES, { headers: { 'content-type': type, ...more } })
    expect(answer.status).toBe(415)
    expect(answer.body.error.what_to_do).toContain('multipart/form-data')
  })

  test.for([
    ['{"rows": 3}', 'array of objects'],
    ['[]', 'no rows'],
    ['[{"produk": {"nama": "Mawar"}}]', 'Row 1: “produk”'],
    ['[1, 2]', 'array of objects'],
    ['[{"produk": ', 'not JSON'],
  ] as const)('JSON %s: 400 that says what is wrong', async ([body, why]) => {
    await using api = await anApi()
    const answer = await api.asks('/api/v1/sales', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
    })
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toContain(why)
  })

  test('a form without a file, a form that breaks off, an answer to no question: 400', async () => {
    await using api = await anApi()
    const form = new FormData()
    form.set('note', 'no file')
    expect((await api.asks('/api/v1/sales', { method: 'POST', body: form })).status).toBe(400)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const broken = await api.sends('--x\r\n', { headers: { 'content-type': type } })
      expect(broken.status).toBe(400)
    }
    const stray = await api.sends(SALES, { query: '?answer.colour=red' })
    expect(stray.status).toBe(400)
    expect(stray.body.error.message).toContain('date-order')
    expect((await api.sends(SALES, { query: '?answer.year=' })).status).toBe(400)
  })

  test('other methods, and addresses there are not', async () => {
    await using api = await anApi()
    for (const [method, path, allowed] of [
      ['GET', '/api/v1/sales', 'POST'],
      ['DELETE', '/api/v1/imports/x', 'GET'],
      ['PUT', '/api/v1/summary', 'GET'],
    ] as const) {
      const answer = await fetch(`${api.origin}${path}`, { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed])
    }
    const nowhere = await fetch(`${api.origin}/api/v2/sales`)
    expect(nowhere.status).toBe(404)
    expect(nowhere.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('too much', () => {
  test('over 100 MB: 413, announced or in pieces, and the service goes on', {
    timeout: 60_000,
  }, async () => {
    await using api = await anApi()
    const piece = new Uint8Array(1024 * 1024).fill(65)
    for (const isAnnounced of [true, false]) {
      const answer = await pour(api, {
        pieces: Array.from({ length: 101 }, () => piece),
        headers: isAnnounced ? { 'content-length': String(101 * piece.length) } : {},
      })
      expect(answer).toMatchObject({ status: 413, code: 'too-large' })
    }
    expect((await api.sends(SALES)).status).toBe(201)
  })

  test('over 10 MB of JSON rows: 413 that says to send CSV', async () => {
    await using api = await anApi()
    const answer = await pour(api, {
      pieces: Array.from({ length: 11 }, () => new Uint8Array(1024 * 1024).fill(32)),
      headers: { 'content-type': 'application/json' },
    })
    expect(answer).toMatchObject({ status: 413, code: 'too-large' })
  })

  test('a third upload at the same time: 429, and a place is free again afterwards', {
    timeout: 60_000,
  }, async () => {
    await using api = await anApi()
    const slow = [holdOpen(api), holdOpen(api)]
    await Promise.all(slow.map((upload) => upload.begun))
    // The server has seen the first bytes of both when it turns the third one away.
    const third = await untilAnswered(() => api.sends(SALES), 429)
    expect(third.body.error.code).toBe('too-many')
    expect(third.headers.get('retry-after')).toBe('2')
    const other = await api.tokenFor({ id: 'toko-lain' })
    const elsewhere = { headers: { authorization: `Bearer ${other}` } }
    expect((await api.sends(SALES, elsewhere)).status).toBe(201)
    for (const upload of slow) upload.hangUp()
    expect((await untilAnswered(() => api.sends(SALES), 201)).body.newLines).toBe(3)
  })
})

describe('a sender who hangs up', () => {
  test('half way through the file: nothing is counted', async () => {
    await using api = await anApi()
    const upload = holdOpen(api)
    await upload.begun
    upload.hangUp()
    await sleep(300)
    expect(await api.stage.app.store.listUploads('default', 9)).toEqual([])
    expect(await counted(api)).toEqual({ lines: 0, revenue: 0 })
  })

  test('after the last byte: the file is imported all the same', async () => {
    await using api = await anApi()
    const file = steadyShop({ until: day('2026-03-31') })
    const sent = Promise.withResolvers<void>()
    const request = post(api, { 'content-length': String(file.bytes.length) })
    request.on('error', () => undefined)
    request.end(file.bytes, () => sent.resolve())
    await sent.promise
    await until(async () => (await api.stage.app.store.listTokens())[0]?.lastUsedAt !== null)
    await sleep(50)
    request.destroy()
    await until(async () => (await counted(api)).lines === file.lines)
    expect((await counted(api)).revenue).toBe(file.revenue)
  })
})

describe('side by side', () => {
  test('two files that share a day count what they share once', { timeout: 60_000 }, async () => {
    await using api = await anApi({ running: true })
    const shared = steadyShop({ until: day('2026-03-30') })
    const [a, b] = ['Kaktus', 'Tulip'].map(
      (product) => `${shared.text}2026-03-31,${product},1,1000,Dago,putih\n`,
    )
    const answers = await Promise.all([api.sends(a ?? ''), api.sends(b ?? '')])
    expect(answers.map((answer) => answer.status)).toEqual([201, 201])
    expect(await counted(api)).toEqual({
      lines: shared.lines + 2,
      revenue: shared.revenue + 2000,
    })
    // Each receipt tells what its file added, whichever came first.
    expect(answers.map((answer) => answer.body.newLines).sort((x, y) => x - y)).toEqual([
      1,
      shared.lines + 1,
    ])
  })

  test('an upload wakes the watch: a terrible day rings the owner’s bell', {
    timeout: 60_000,
  }, async () => {
    await using api = await anApi({ running: true })
    await api.stage.phone.says('menu')
    await api.stage.phone.waitsFor(1, 20_000)
    const file = steadyShop({ until: day('2026-03-31'), lastDayFactor: 0.2 })
    expect((await api.sends(file.bytes)).status).toBe(201)
    const bubbles = await api.stage.phone.waitsFor(2, 20_000)
    expect(bubbles[1]?.text).toContain('⚠️')
  })

  test('the shop’s first own file takes the sample’s place', async () => {
    await using api = await anApi({ running: true })
    await api.stage.phone.says('contoh')
    await until(async () => (await counted(api)).lines > 0)
    expect((await api.sends(SALES)).status).toBe(201)
    expect(await counted(api)).toEqual({ lines: 3, revenue: 130_000 })
  })
})

const until = async (isDone: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 30_000
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error('waited in vain')
    await sleep(20)
  }
}

const settled = async (api: Api, location: string) => {
  await until(async () => (await api.asks(location)).body.state !== 'reading')
  return (await api.asks(location)).body
}

const untilAnswered = async (ask: () => Promise<Answer>, status: number): Promise<Answer> => {
  let answer = await ask()
  await until(async () => {
    if (answer.status !== status) answer = await ask()
    return answer.status === status
  })
  return answer
}

/** An upload below `fetch`, which neither lies about sizes nor stops half way. */
const post = (api: Api, headers: Record<string, string>) =>
  httpRequest(`${api.origin}/api/v1/sales`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'text/csv', ...headers },
  })

const pour = async (
  api: Api,
  { pieces, headers }: { readonly pieces: Uint8Array[]; readonly headers: Record<string, string> },
): Promise<{ status: number | undefined; code: unknown }> => {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = post(api, headers)
  request.once('response', resolve)
  // The server may stop listening once it has answered; only a missing answer is a failure.
  request.once('error', reject)
  Readable.from(pieces).pipe(request)
  const response = await promise
  const body = JSON.parse(Buffer.concat(await response.toArray()).toString())
  request.destroy()
  return { status: response.statusCode, code: body.error.code }
}

const holdOpen = (api: Api) => {
  const begun = Promise.withResolvers<void>()
  const request = post(api, { 'transfer-encoding': 'chunked' })
  request.on('error', () => undefined)
  request.write('tanggal,produk,jumlah,harga\n2026-03-31,Mawar,', () => begun.resolve())
  return { begun: begun.promise, hangUp: () => request.destroy() }
}
