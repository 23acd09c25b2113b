import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formFile } from '../../src/http/form-file.ts'

/** The body as the platform writes it. */
const written = async (form: FormData) => {
  const response = new Response(form)
  const type = response.headers.get('content-type') ?? ''
  return { type, body: Buffer.from(await response.arrayBuffer()) }
}

const body = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const TYPE = 'multipart/form-data; boundary=x'

describe('the file in a form', () => {
  test('is what was put in, byte for byte, whatever stands around it', async () => {
    const field = fc.tuple(fc.string(), fc.string())
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !/[\\%\r\n]/.test(name)),
        fc.array(field, { maxLength: 3 }),
        async (bytes, name, fields) => {
          const form = new FormData()
          for (const [key, value] of fields) form.append(`f${key}`, value)
          form.set('file', new File([new Uint8Array(bytes)], name))
          const sent = await written(form)
          const found = formFile(sent.body, sent.type)
          if (typeof found === 'string') throw new Error(found)
          expect(found.fileName).toBe(name.toWellFormed())
          expect(Buffer.from(found.bytes).equals(bytes)).toBe(true)
        },
      ),
    )
  })

  test('agrees with the platform about broken forms: cut anywhere, it is broken or has no file', async () => {
    const form = new FormData()
    form.set('file', new File(['tanggal,produk\n2026-03-31,Mawar\n'], 'a.csv'))
    const sent = await written(form)
    for (let length = 0; length < sent.body.length - 4; length++) {
      expect(formFile(sent.body.subarray(0, length), sent.type)).toBe('broken')
    }
  })

  test('the field “file” comes before others; any file is better than none', async () => {
    const form = new FormData()
    form.set('logo', new File(['png'], 'logo.png'))
    const alone = await written(form)
    expect(formFile(alone.body, alone.type)).toMatchObject({ fileName: 'logo.png' })
    form.set('file', new File(['csv'], 'a.csv'))
    const both = await written(form)
    expect(formFile(both.body, both.type)).toMatchObject({ fileName: 'a.csv' })
  })

  test('curl’s and browsers’ ways to write a quote in a name', () => {
    for (const name of ['toko \\"mawar\\".csv', 'toko %22mawar%22.csv']) {
      const form = body(
        '--x',
        `Content-Disposition: form-data; name="file"; filename="${name}"`,
        'Content-Type: text/csv',
        '',
        'a,b',
        '--x--',
        '',
      )
      expect(formFile(form, TYPE)).toMatchObject({ fileName: 'toko "mawar".csv' })
    }
  })

  test('a name with a line separator of its own is one name', async () => {
    const form = new FormData()
    form.set('file', new File(['a,b'], 'till\u2028march\u2029.csv'))
    const sent = await written(form)
    expect(formFile(sent.body, sent.type)).toMatchObject({
      fileName: 'till\u2028march\u2029.csv',
    })
  })

  test('a preamble, a quoted boundary, a file that holds something like the boundary', () => {
    const form = body(
      'for old mail programs',
      '--x y',
      'content-disposition: FORM-DATA; filename=a.csv; name=file',
      '',
      'a,b --x y',
      '--x y--',
      '',
    )
    const found = formFile(form, 'multipart/form-data; boundary="x y"')
    expect(typeof found === 'string' ? found : Buffer.from(found.bytes).toString()).toBe(
      'a,b --x y',
    )
  })

  test.for([
    ['no boundary', 'multipart/form-data', '--x--'],
    ['another boundary', TYPE, '--y\r\n\r\n--y--'],
    ['nothing', TYPE, ''],
    ['no boundary in it', TYPE, 'x'.repeat(100)],
    ['no end', TYPE, '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na,b'],
    ['a heading without end', TYPE, `--x\r\n${'h'.repeat(20_000)}\r\n\r\na\r\n--x--`],
    ['more parts than anybody sends', TYPE, `${'--x\r\n\r\n\r\na\r\n'.repeat(200)}--x--`],
  ] as const)('%s: broken', ([, type, text]) => {
    expect(formFile(Buffer.from(text), type)).toBe('broken')
  })

  test('a line end before the first boundary is a preamble too', () => {
    const form = body(
      '',
      '--x',
      'Content-Disposition: form-data; name=file; filename=a',
      '',
      'b',
      '--x--',
    )
    expect(formFile(form, TYPE)).toMatchObject({ fileName: 'a' })
  })

  test('a form without a file says so', () => {
    const form = body('--x', 'Content-Disposition: form-data; name="file"', '', 'text', '--x--')
    expect(formFile(form, TYPE)).toBe('none')
  })
})
