import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspection } from '../../src/ingest/inspection.ts'
import { bytesOf, hints } from './a-file.ts'
import { aLegacyWorkbook } from './a-legacy-workbook.ts'
import { HEADINGS, ods, on, openedFrom, readFrom, xlsx } from './a-workbook.ts'
import { aZip, type ZipPart } from './a-zip.ts'

const SALES = [HEADINGS, [on('2026-03-03'), 'Mawar', 2, 30_000]]
/** A refusal that comes later would keep a shop waiting, and others behind it. */
const QUICK_MS = 5000

const refusalOf = async (bytes: Uint8Array) => {
  const started = performance.now()
  const opened = await openedFrom(bytes)
  expect(performance.now() - started).toBeLessThan(QUICK_MS)
  if (opened.outcome !== 'refused') throw new Error(`not refused but ${opened.outcome}`)
  return opened
}

const XML_SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet'
const sheetXml = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of the smallest workbook, for tampering with. */
const parts = (sheet: string): ZipPart[] => [
  { name: '[Content_Types].xml', data: '<Types/>' },
  {
    name: '_rels/.rels',
    data: `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    data: '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: 'xl/worksheets/sheet1.xml', data: sheet },
]
const withSheet = (change: Partial<ZipPart>) =>
  parts(sheetXml('')).map((part) =>
    part.name.endsWith('sheet1.xml') ? { ...part, ...change } : part,
  )

describe('hostile and damaged files end in a clear refusal, quickly', () => {
  test('the small workbook that the others are made from is a workbook', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const rows = `<row r="1">${HEADINGS.map((name) => cell(`${name}`)).join('')}</row><row r="7">${cell('2026-03-13')}${cell('Mawar')}<c><v>2</v></c><c><v>30000</v></c></row>`
    const { sales } = await readFrom(aZip(parts(sheetXml(rows))))
    expect(sales).toMatchObject([{ row: 7, product: 'Mawar', revenue: 3_000_000 }])
  })

  test.each([0.2, 0.5, 0.9, 0.999])('a download cut off after %d of it', async (share) => {
    const whole = await xlsx(SALES)
    const refusal = await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))
    expect(refusal).toMatchObject({ reason: 'spreadsheet', detail: expect.stringContaining('end') })
  })

  test('a bomb by its own word', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    const refusal = await refusalOf(aZip(withSheet({ data: zeros })))
    expect(refusal).toMatchObject({ reason: 'too-big', detail: expect.stringContaining('times') })
  })

  test('a bomb that gives a false size', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    expect(await refusalOf(aZip(withSheet({ data: zeros, size: 1000 })))).toMatchObject({
      reason: 'spreadsheet',
    })
    const nothing = await refusalOf(aZip(withSheet({ data: zeros, size: 0 })))
    expect(nothing.detail).toContain('false size')
    const elsewhere = await refusalOf(aZip(withSheet({ data: zeros, packed: 0, flags: 8 })))
    expect(elsewhere.detail).toContain('false size')
  })

  test('a bomb of the same kind inside a plain zip', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    const file = { name: 'penjualan.csv', data: zeros }
    expect((await refusalOf(aZip([file]))).reason).toBe('too-big')
    expect((await refusalOf(aZip([{ ...file, size: 1000 }]))).reason).toBe('archive')
  })

  test('many parts that are large only together', async () => {
    const half = 600 * 1024 * 1024
    const claims = ['a', 'b'].map((name) => ({
      name: `xl/${name}.xml`,
      data: new Uint8Array(64),
      size: half,
      packed: half / 100,
    }))
    expect(await refusalOf(aZip([...parts(sheetXml('')), ...claims]))).toMatchObject({
      reason: 'too-big',
    })
  })

  test('ten thousand entries', async () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => ({ name: `xl/${i}`, data: '' }))
    expect(await refusalOf(aZip(entries))).toMatchObject({
      reason: 'too-big',
      detail: '10000 files inside',
    })
  })

  test('a directory that promises more entries than it has', async () => {
    expect(await refusalOf(aZip(parts(sheetXml('')), { count: 50 }))).toMatchObject({
      reason: 'spreadsheet',
    })
  })

  test.each([
    ['/etc/passwd', {}],
    ['jan/../../secret.csv', {}],
    ['C:\\secret.csv', {}],
    ['link.csv', { attributes: 0xa1ff0000 }],
  ])('an entry that leads elsewhere: %s', async (name, change) => {
    const refusal = await refusalOf(aZip([{ name, data: 'a,b\n1,2', ...change }]))
    expect(refusal).toMatchObject({ reason: 'archive', detail: expect.stringContaining('outside') })
  })

  test('entries under a password', async () => {
    const refusal = await refusalOf(aZip([{ name: 'penjualan.csv', data: 'x', flags: 1 }]))
    expect(refusal).toMatchObject({ reason: 'archive', detail: 'penjualan.csv is encrypted' })
  })

  test('a binary workbook, which the library would misread', async () => {
    const refusal = await refusalOf(aZip([...parts(''), { name: 'xl/workbook.bin', data: 'x' }]))
    expect(refusal).toMatchObject({
      reason: 'spreadsheet',
      detail: expect.stringContaining('xlsb'),
    })
  })

  test('a Word document', async () => {
    const word = aZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: '<w/>' },
    ])
    expect((await refusalOf(word)).reason).toBe('binary')
  })

  test('one cell at either end of the largest sheet there is', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    expect((await refusalOf(aZip(parts(sheetXml(rows))))).reason).toBe('no-header')
  })

  test('a cell at the far right of every row', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `<row><c r="XFD${i + 1}"><v>${i}</v></c></row>`,
    )
    expect((await refusalOf(aZip(parts(sheetXml(rows.join('')))))).reason).toBe('too-big')
  })

  test('an OpenDocument row of equal cells, repeated a million times', async () => {
    const row = `<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>`
    const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${row}</table:table></office:spreadsheet></office:body></office:document-content>`
    const bomb = aZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      { name: 'content.xml', data: content },
    ])
    expect((await refusalOf(bomb)).reason).toBe('too-big')
  })

  test.each([
    ['rows of an XML Spreadsheet', `<Workbook xmlns="${XML_SPREADSHEET}"><Worksheet `, '<Row '],
    ['cells of a page', '<table><tr>', '<td '],
    ['tables of a page', '<html>', '<table '],
    ['entities of a page', '<table><tr><td>', '&aaaa'],
  ])('three million characters of tags that never close: %s', async (_, start, piece) => {
    const bytes = bytesOf(start + piece.repeat(3_000_000 / piece.length))
    expect(['empty', 'html-page', 'no-header', 'too-big']).toContain(
      (await refusalOf(bytes)).reason,
    )
  })

  test.each([
    ['styles', '<style:style style:name="a" >'],
    ['sheets', '<table:table table:name="a" '],
    ['rows', '<table:table-row '],
  ])('an OpenDocument file of %s that never close', async (_, piece) => {
    const content = `<office:document-content>${piece.repeat(3_000_000 / piece.length)}`
    const file = aZip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      { name: 'content.xml', data: content },
    ])
    expect(['spreadsheet', 'empty', 'too-big']).toContain((await refusalOf(file)).reason)
  })

  test('an Excel 95 file, and an OLE container with something else in it', async () => {
    const rows = [['a', 'b']]
    const other = aLegacyWorkbook([{ name: 'A', rows }], { stream: 'WordDocument' })
    expect(await refusalOf(other)).toMatchObject({
      reason: 'spreadsheet',
      detail: 'a Word document',
    })
    const header = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
    expect((await refusalOf(header)).reason).toBe('spreadsheet')
  })

  test('a refusal says in words what to do', async () => {
    const { refusal } = await inspection(aZip([{ name: 'a.csv', data: 'x', flags: 1 }]), hints())
    expect(refusal).toEqual({
      reason: 'archive',
      text: expect.stringMatching(/^This archive .*send the sales file.*\(a\.csv is encrypted\)$/),
    })
  })
})

describe('whatever happens to the bytes on their way', () => {
  const files = {
    xlsx: xlsx(SALES),
    ods: ods([{ name: 'A', rows: SALES }]),
    xls: Promise.resolve(
      aLegacyWorkbook([
        {
          name: 'A',
          rows: [
            ['Tanggal', 'Total'],
            ['x', 1],
          ],
        },
      ]),
    ),
    page: Promise.resolve(
      bytesOf('<table><tr><td>Tanggal<td>Total<tr><td colspan=2>2026-03-13<td>1</table>'),
    ),
    xml: Promise.resolve(
      bytesOf(
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Row ss:Index="2"><Cell ss:Index="3"><Data ss:Type="DateTime">2026-03-03</Data></Cell></Row></Worksheet></Workbook>',
      ),
    ),
    zip: Promise.resolve(aZip([{ name: 'a.csv', data: 'Tanggal,Total\n2026-03-13,1' }])),
  }
  const aDamage = fc.record({
    kind: fc.constantFrom('xlsx', 'ods', 'xls', 'zip', 'page', 'xml') as fc.Arbitrary<
      keyof typeof files
    >,
    bytes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
    cut: fc.option(fc.nat()),
  })

  test('reading ends in sales, a question or a refusal, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(aDamage, async ({ kind, bytes, cut }) => {
        const damaged = (await files[kind]).slice()
        for (const [at, byte] of bytes) damaged[at % damaged.length] = byte
        const file = cut === null ? damaged : damaged.subarray(0, cut % damaged.length)
        const { outcome } = await openedFrom(file)
        expect(['sales', 'question', 'refused']).toContain(outcome)
      }),
      { numRuns: 600 },
    )
  })
})
