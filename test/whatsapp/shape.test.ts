import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Attachment, Choice, Reply } from '../../src/replies/reply.ts'
import { checkMessage } from '../../src/simulator/validate.ts'
import { objectOf } from '../../src/whatsapp/json.ts'
import { whatsappText } from '../../src/whatsapp/markdown.ts'
import { shapeMessage } from '../../src/whatsapp/shape.ts'
import { shorten, shortenLines } from '../../src/whatsapp/shorten.ts'

const TO = { phone: '6281234567890', userId: 'ID.1' }
const PNG: Attachment = {
  kind: 'image',
  mimeType: 'image/png',
  fileName: 'grafik.png',
  bytes: new Uint8Array(),
}
const choices = (count: number): Choice[] =>
  Array.from({ length: count }, (_, i) => ({ id: `c${i}`, title: `Pilihan ${i}` }))

const shape = (reply: Partial<Reply>, to: { phone: string | null; userId: string | null } = TO) =>
  shapeMessage(
    {
      channel: '1',
      to,
      opaqueId: 'job:42',
      body: {
        kind: 'reply',
        quotedId: null,
        reply: { text: 'halo', choices: [], attachment: null, ...reply },
      },
    },
    reply.attachment ? 'media-1' : null,
  )
const ENVELOPE = {
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: '+6281234567890',
  biz_opaque_callback_data: 'job:42',
}
const RULES = { templates: [], mediaType: () => 'image/png' }

describe('one reply is one message', () => {
  test('words', () => {
    expect(shape({ text: '*Rp 1,6 jt*' })).toEqual({
      ...ENVELOPE,
      type: 'text',
      text: { body: '*Rp 1,6 jt*', preview_url: false },
    })
  })

  test('up to three choices are buttons', () => {
    expect(shape({ choices: choices(3) })).toMatchObject({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'halo' },
        action: { buttons: [{ type: 'reply', reply: { id: 'c0', title: 'Pilihan 0' } }, {}, {}] },
      },
    })
  })

  test('four to ten are a list with their descriptions', () => {
    const [first, ...rest] = choices(4)
    const described = [
      { id: 'c0', title: first?.title ?? '', description: 'Penjualan 7 hari' },
      ...rest,
    ]
    expect(shape({ choices: described })).toMatchObject({
      interactive: {
        type: 'list',
        action: {
          button: 'Menu',
          sections: [{ rows: [{ id: 'c0', description: 'Penjualan 7 hari' }, {}, {}, {}] }],
        },
      },
    })
  })

  test('what cannot be tapped is listed to be typed', () => {
    const body = JSON.stringify(shape({ choices: choices(12) }))
    expect(body).toContain(String.raw`halo\n\n- Pilihan 10\n- Pilihan 11`)
    expect(JSON.stringify(shape({ choices: choices(4), attachment: PNG }))).toContain('- Pilihan 3')
  })

  test('a picture has its words as caption', () => {
    expect(shape({ attachment: PNG })).toEqual({
      ...ENVELOPE,
      type: 'image',
      image: { id: 'media-1', caption: 'halo' },
    })
  })

  test('a picture with choices keeps both, as the head of the buttons', () => {
    expect(shape({ attachment: PNG, choices: choices(2) })).toMatchObject({
      interactive: { type: 'button', header: { type: 'image', image: { id: 'media-1' } } },
    })
  })

  test('a document keeps its name', () => {
    const attachment: Attachment = { ...PNG, kind: 'document', fileName: 'bukti.xlsx' }
    expect(shape({ attachment, text: '' })).toEqual({
      ...ENVELOPE,
      type: 'document',
      document: { id: 'media-1', filename: 'bukti.xlsx' },
    })
  })

  test('words too long for buttons stay words, and the choices are typed', () => {
    const shaped = shape({ text: 'x'.repeat(1025), choices: choices(2) })
    expect(shaped).toMatchObject({ type: 'text' })
    expect(JSON.stringify(shaped)).toContain('- Pilihan 1')
  })

  test('a name in the fallback body or among typed choices toggles no formatting', () => {
    const starred = [...choices(3), { id: 'x', title: '_sku_ merah' }]
    expect(JSON.stringify(shape({ attachment: PNG, choices: starred }))).toContain('＿sku＿ merah')
    const attachment = { ...PNG, fileName: 'laporan_maret_2026.png' }
    expect(JSON.stringify(shape({ text: '', attachment, choices: choices(1) }))).toContain(
      'laporan_maret',
    )
  })
})

describe('to whom', () => {
  test.each([
    [{ phone: '6281234567890', userId: 'ID.1' }, { to: '+6281234567890' }],
    [{ phone: '+62 812-3456-7890', userId: null }, { to: '+6281234567890' }],
    [{ phone: null, userId: 'ID.1' }, { recipient: 'ID.1' }],
  ])('%j', (to, expected) => {
    expect(shape({}, to)).toMatchObject(expected)
  })

  test('nobody is a mistake of ours', () => {
    expect(() => shape({}, { phone: null, userId: null })).toThrow(/recipient/)
  })
})

describe('titles', () => {
  const titlesOf = (titles: readonly string[]): string[] => {
    const json = JSON.stringify(
      shape({ choices: titles.map((title, i) => ({ id: `c${i}`, title })) }),
    )
    return [...json.matchAll(/"title":"([^"]*)"/g)].map((match) => match[1] ?? '')
  }

  test('are cut between characters and stay different', () => {
    expect(titlesOf(['Lihat 12 baris yang dilewati', 'Lihat 12 baris yang salah', 'Menu'])).toEqual(
      ['Lihat 12 baris yang…', 'Lihat 12 baris ya… 2', 'Menu'],
    )
    expect(titlesOf([`${'a'.repeat(15)}👨‍👩‍👧‍👦`])).toEqual([`${'a'.repeat(15)}…`])
  })

  test('show no marks and one line', () => {
    expect(titlesOf(['*Ringkasan*\nhari ini'])).toEqual(['Ringkasan hari ini'])
  })

  test('a list row that had to be cut says the rest underneath', () => {
    const long = 'Buket Mawar Merah Premium Impor'
    const rows = JSON.stringify(shape({ choices: [{ id: 'long', title: long }, ...choices(3)] }))
    expect(rows).toContain('"title":"Buket Mawar Merah Premi…"')
    expect(rows).toContain(`"description":"${long}"`)
  })

  test('the same id twice is one choice; an empty one is none', () => {
    expect(titlesOf(['a', ''])).toEqual(['a'])
    const twice = [
      { id: 'x', title: 'a' },
      { id: 'x', title: 'b' },
    ]
    expect(JSON.stringify(shape({ choices: twice }))).not.toContain('"b"')
  })

  test('an id that could not come back whole is a mistake of ours', () => {
    expect(() => shape({ choices: [{ id: 'x'.repeat(257), title: 'a' }] })).toThrow(/choice id/)
  })
})

test('whatever we say, Meta takes it', () => {
  const choice = fc.record({
    id: fc.string({ minLength: 1, maxLength: 200 }),
    title: fc.string({ unit: 'grapheme', maxLength: 60 }),
    description: fc.string({ unit: 'grapheme', maxLength: 120 }),
  })
  const reply = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'grapheme', minLength: 1000, maxLength: 5000 }),
    ),
    choices: fc.array(choice, { maxLength: 14 }),
    attachment: fc.constantFrom(null, PNG),
  })
  fc.assert(
    fc.property(reply, (drawn) => {
      const hasWords = whatsappText(drawn.text) !== ''
      const isTappable = drawn.choices.some(({ id, title }) => id.trim() && /[^*~`\s]/.test(title))
      if (!hasWords && !isTappable && drawn.attachment === null) {
        expect(() => shape(drawn)).toThrow(/without words/)
        return
      }
      expect(checkMessage(objectOf(JSON.parse(JSON.stringify(shape(drawn)))), RULES)).toBe(null)
    }),
    { numRuns: 500 },
  )
})

describe('too long is shortened, never refused', () => {
  test('number first and basis last both stay', () => {
    const lines = [
      '*Rp 1,6 jt*',
      ...Array.from({ length: 99 }, (_, i) => `- baris ${i}`),
      '_Dasar: 61_',
    ]
    const short = shortenLines(lines.join('\n'), 200)
    expect(short.length).toBeLessThanOrEqual(200)
    expect(short.startsWith('*Rp 1,6 jt*\n- baris 0')).toBe(true)
    expect(short.endsWith('\n…\n_Dasar: 61_')).toBe(true)
  })

  test.each([
    ['Mawar Rp 1.640.000', 14, 'Mawar…'],
    ['Buket 1.640 tangkai', 10, 'Buket…'],
    ['Buket 12 tangkai', 10, 'Buket 12…'],
    ['Omzet Rp 4,8 jt sebulan', 14, 'Omzet…'],
    ['Omzet Rp 4,8 jt sebulan', 15, 'Omzet…'],
    ['Omzet Rp 4,8 jt sebulan', 17, 'Omzet Rp 4,8 jt…'],
    ['Ventas $1.2 M al mes', 11, 'Ventas…'],
    ['8991234567890123456789', 20, '8991234567890123456…'],
  ])('no number is cut in half: %s in %i', (text, charsMax, shown) => {
    expect(shorten(text, charsMax)).toBe(shown)
  })

  test('never longer than asked, never half a character, untouched when it fits', () => {
    const text = fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 12 })
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 200 }), (lines, max) => {
        const whole = lines.join('\n')
        for (const short of [shorten(whole, max), shortenLines(whole, max)]) {
          expect(short.length).toBeLessThanOrEqual(max)
          expect(short.isWellFormed()).toBe(true)
          if (whole.length <= max) expect(short).toBe(whole)
        }
      }),
    )
  })
})

describe('Markdown never leaks', () => {
  test.each([
    ['**tebal**', '*tebal*'],
    ['__tebal__', '*tebal*'],
    ['***dua***', '*_dua_*'],
    ['# Judul', '*Judul*'],
    ['### **Judul** ###', '*Judul*'],
    ['~~salah~~', '~salah~'],
    ['* satu\n* dua', '- satu\n- dua'],
    ['  + dalam', '- dalam'],
    ['+ 26 cadangan', '+ 26 cadangan'],
    ['[laporan](https://a.b/c)', 'laporan (https://a.b/c)'],
    ['[https://a.b](https://a.b)', 'https://a.b'],
    ['![gambar](https://a.b/c.png)', 'gambar (https://a.b/c.png)'],
    ['| Produk | Jumlah |\n|---|---:|\n| Mawar | 3 |', 'Produk · Jumlah\nMawar · 3'],
    ['satu\n\n---\n\ndua', 'satu\n\ndua'],
    ['| # Judul | **x** |', '*Judul · x*'],
    ['**setengah', '*setengah'],
    ['*__b__*', '*b*'],
    ['a\n\n\n\nb', 'a\n\nb'],
  ])('%j becomes %j', (markdown, shown) => {
    expect(whatsappText(markdown)).toBe(shown)
  })

  test.each([
    '📊 *Selasa 31 Mar: Rp 1.640.000*\n▲ 12% dari biasanya\n- Terlaris: Mawar\n_Dasar: 61 penjualan_',
    '#1 terlaris: Mawar',
    'a * b * c',
    'snake__case__name',
    '1. Mawar Merah: *8 ikat* (160)\n   sisa 40 · laku ±58/hari',
    '*bold* dan _italic_ dan ~strike~ dan `kode`',
    'Rp 1,1-1,5 jt',
    '> kutipan',
    'a | b',
  ])('our own words stay as they are: %j', (text) => {
    expect(whatsappText(text)).toBe(text)
  })

  test('whatever a model writes, no doubled mark, heading, table row or link is left', () => {
    const parts = fc.constantFrom(
      ...['*', '**', '***', '_', '__', '#', '# ', '|', '-', '\n', ' ', 'a', 'b', '~~', '~'],
      ...['[a](b)', '[', '](', '+ ', '1'],
    )
    const leaks = [
      /\*\*/,
      /~~/,
      /(?<![\w])__\w+__(?![\w])/,
      /^\s{0,3}#{1,6} +\S/m,
      /^\s*\|.+\|\s*$/m,
      /\[\w+\]\(\w+\)/,
    ]
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (written) => {
        const shown = whatsappText(written.join(''))
        expect(leaks.filter((leak) => leak.test(shown))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('a long line of anything is read in no time', () => {
    for (const part of ['*', '_', '# ', '|', '- ', ' ', '[', '**a', '__a ', '|--', '~~']) {
      const begun = performance.now()
      whatsappText(part.repeat(20_000))
      expect(performance.now() - begun).toBeLessThan(1000)
    }
  })
})
