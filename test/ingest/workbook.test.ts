import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { inspection } from '../../src/ingest/inspection.ts'
import { packLines } from '../../src/ingest/pack.ts'
import { bytesOf, hints } from './a-file.ts'
import { aLegacyWorkbook } from './a-legacy-workbook.ts'
import { type Cell, HEADINGS, ods, on, openedFrom, readFrom, xlsx, xlsxOf } from './a-workbook.ts'
import { aZip } from './a-zip.ts'

const SALES: Cell[][] = [
  HEADINGS,
  [on('2026-03-03'), 'Mawar', 2, 30_000],
  [on('2026-03-04'), 'Lily', 1.5, 45_000],
]

describe('an Excel file', () => {
  test('is read sheet, rows and all, like a CSV', async () => {
    const { understanding, sales, totals } = await readFrom(xlsx(SALES))
    expect(understanding).toMatchObject({
      kind: 'xlsx',
      sheet: 'Penjualan',
      delimiter: null,
      headerRow: 1,
      columns: { date: 'Tanggal', product: 'Produk', quantity: 'Jumlah', revenue: 'Total' },
    })
    expect(sales.map(({ row, day, minute }) => [row, day, minute])).toEqual([
      [2, '2026-03-03', null],
      [3, '2026-03-04', null],
    ])
    expect(totals).toMatchObject({ revenue: 7_500_000, quantity: 3500 })
  })

  test('a real number keeps its one reading, also in a rupiah shop', async () => {
    const { sales, understanding } = await readFrom(
      xlsx([
        HEADINGS,
        [on('2026-03-03'), 'Mawar', 12.345, 1234.5],
        [on('2026-03-04'), 'Mawar', 0.125, 12.345],
        [on('2026-03-05'), 'Mawar', -1, -15_000],
      ]),
    )
    expect(understanding.columns.revenue).toBe('Total')
    expect(sales.map(({ quantity, revenue }) => [quantity, revenue])).toEqual([
      [12_345, 123_450],
      [125, 1235],
      [-1000, -1_500_000],
    ])
  })

  test('text that looks like a number beside it is still read by the whole column', async () => {
    const { sales } = await readFrom(
      xlsx([
        HEADINGS,
        [on('2026-03-03'), 'Mawar', 1, 15_000],
        [on('2026-03-04'), 'Mawar', 1, '15.000'],
        [on('2026-03-05'), 'Mawar', 1, 'Rp 1.500.000'],
        [on('2026-03-06'), 'Mawar', 1, 12.5],
      ]),
    )
    expect(sales.map(({ revenue }) => revenue)).toEqual([1_500_000, 1_500_000, 150_000_000, 1250])
  })

  test('months across the page keep their fractions', async () => {
    const { sales } = await readFrom(
      xlsx([
        ['Produk', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
        ['Mawar', 12.125, 10, 8],
        ['Lily', 3, 2.5, 1],
      ]),
    )
    expect(sales.map(({ revenue }) => revenue)).toEqual([1213, 1000, 800, 300, 250, 100])
  })

  test('real dates are the days the sheet shows, whatever the clock of this machine', async () => {
    const { sales } = await readFrom(
      xlsx([
        HEADINGS,
        [on('2026-03-03T00:00'), 'Mawar', 1, 1000],
        [on('2026-12-31T23:59'), 'Mawar', 1, 1000],
        [on('2024-02-29T14:29:59.9996'), 'Mawar', 1, 1000],
      ]),
      { today: hints().today },
    )
    expect(sales.map(({ day, minute }) => [day, minute])).toEqual([
      ['2026-03-03', 0],
      ['2026-12-31', 23 * 60 + 59],
      ['2024-02-29', 14 * 60 + 30],
    ])
  })

  const dated = (dates: Cell[]) =>
    xlsx([HEADINGS, ...dates.map((date): Cell[] => [date, 'Mawar', 1, 1000])])

  test.each([
    ['opened in an American Excel', ['13/04/2026', '30/04/2026']],
    ['American, opened in an Indonesian Excel', ['04/13/2026', '04/30/2026 10:15']],
  ])('days that a spreadsheet swapped are swapped back: %s', async (_, texts) => {
    // 1 and 11 April came out as 4 January and 4 November.
    const { sales } = await readFrom(dated([on('2026-01-04'), on('2026-11-04'), ...texts]))
    expect(sales.map(({ day }) => day)).toEqual([
      '2026-04-01',
      '2026-04-11',
      '2026-04-13',
      '2026-04-30',
    ])
  })

  test('days of a whole year, none real after the twelfth, are swapped back too', async () => {
    const days = Array.from({ length: 365 }, (_, i) =>
      new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
    )
    const broken = days.map((day) => {
      const [year, month, date] = day.split('-')
      return Number(date) <= 12 ? on(`${year}-${date}-${month}`) : `${date}/${month}/${year}`
    })
    const { sales } = await readFrom(dated(broken))
    expect(sales.map(({ day }) => day)).toEqual(days)
  })

  test.each([
    ['every real date fits as it stands', ['2026-04-01', '2026-04-04'], ['13/04/2026']],
    ['one would not fit either way', ['2026-01-04', '2026-11-20'], ['13/04/2026']],
    ['the texts are no help', ['2026-01-04', '2026-11-04'], ['03/04/2026', '13/04/2026']],
  ])('real dates stay as they are where %s', async (_, real, texts) => {
    const { sales } = await readFrom(dated([...real.map(on), ...texts]))
    expect(sales.slice(0, 2).map(({ day }) => day)).toEqual(real)
  })

  test('a time of its own column is a time', async () => {
    const { sales } = await readFrom(
      xlsx([
        ['Tanggal', 'Jam', 'Produk', 'Total'],
        [on('2026-03-03'), on('1899-12-31T08:26'), 'Mawar', 1000],
        [on('2026-03-04'), on('1899-12-31T20:05'), 'Mawar', 1000],
      ]),
    )
    expect(sales.map(({ minute }) => minute)).toEqual([506, 1205])
  })

  test('titles above, empty rows between and a total below are no sales; rows keep their numbers', async () => {
    const { understanding, lines } = await readFrom(
      xlsx([
        ['Laporan Penjualan'],
        [],
        [null, ...HEADINGS],
        [null, on('2026-03-03'), 'Mawar', 2, 30_000],
        [],
        [null, on('2026-03-04'), 'Lily', 1, 15_000],
        [null, null, 'TOTAL', 3, 45_000],
        [null, '', ' ', null],
      ]),
    )
    expect(understanding.headerRow).toBe(3)
    expect(lines).toMatchObject([
      { kind: 'sale', sale: { row: 4 } },
      { kind: 'sale', sale: { row: 6 } },
      { kind: 'total', total: { row: 7, text: 'TOTAL | 3 | 45000' } },
    ])
  })

  test('a skipped row is named by its number, column, value and text', async () => {
    const { problems } = await readFrom(
      xlsx([...SALES, [null, 'Mawar', 1, 1000], [on('2026-03-05'), 'Mawar', 1, '#REF!']]),
    )
    expect(problems).toEqual([
      { row: 4, column: 'Tanggal', value: '', reason: 'no-date', text: 'Mawar | 1 | 1000' },
      expect.objectContaining({ row: 5, column: 'Total', value: '#REF!', reason: 'bad-number' }),
    ])
  })

  test('formulas count with the value they showed', async () => {
    const cells = new Map([['1,3', { formula: 'C2*15000', formulaResult: 30_000 }]])
    const { totals } = await readFrom(
      xlsx([HEADINGS, [on('2026-03-03'), 'Mawar', 2, null]], { cells }),
    )
    expect(totals.revenue).toBe(3_000_000)
  })

  test('dates written once over merged cells hold for the rows beside them', async () => {
    const rows = [
      ['Tanggal', 'No Nota', 'Produk', 'Jumlah', 'Total'],
      [on('2026-03-03'), 'A1', 'Mawar', 2, 30_000],
      [null, null, 'Lily', 1, 15_000],
      [on('2026-03-04'), 'A2', 'Mawar', 1, 15_000],
      [null, null, 'Melati', 1, 5000],
    ]
    const merge = (startRow: number, column: number) => ({
      startRow,
      endRow: startRow + 1,
      startCol: column,
      endCol: column,
    })
    const merges = [merge(1, 0), merge(1, 1), merge(3, 0), merge(3, 1)]
    const { sales } = await readFrom(xlsx(rows, { merges }))
    expect(sales.map(({ day, invoice }) => [day, invoice])).toEqual([
      ['2026-03-03', 'A1'],
      ['2026-03-03', 'A1'],
      ['2026-03-04', 'A2'],
      ['2026-03-04', 'A2'],
    ])
  })

  test.each([
    ['"$"#,##0.00', 'USD'],
    ['[$€-407] #,##0.00', 'EUR'],
    ['_([$Rp-421]* #,##0_)', 'IDR'],
    ['#,##0.00', null],
  ])('a currency shown by the number format alone counts: %s', async (numFmt, currency) => {
    const { understanding, sales } = await readFrom(
      xlsx([HEADINGS, [on('2026-03-03'), 'Mawar', 2, 30], [on('2026-03-04'), 'Lily', 1, 12.5]], {
        columns: [{}, {}, {}, { style: { numFmt } }],
      }),
    )
    expect(understanding.currency).toBe(currency)
    expect(sales).toHaveLength(2)
  })

  test('so does the one of months across the page', async () => {
    const style = { numFmt: '"$"#,##0.00' }
    const { understanding } = await readFrom(
      xlsx(
        [
          ['Produk', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
          ['Mawar', 12, 10, 8],
          ['Lily', 3, 2, 1],
        ],
        { columns: [{}, { style }, { style }, { style }] },
      ),
    )
    expect(understanding).toMatchObject({
      currency: 'USD',
      columns: { revenue: expect.any(String) },
    })
  })

  test('prices in Peruvian soles are prices, though their format looks like a time', async () => {
    const soles = { style: { numFmt: '[$S/ -280A]#,##0.00' } }
    const bytes = xlsx(
      [
        ['Fecha', 'Producto', 'Importe'],
        [on('2026-03-03'), 'Rosa', 89.9],
        [on('2026-03-04'), 'Lirio', 1250],
        [on('2026-03-05'), 'Rosa', -33.62],
      ],
      { columns: [{}, {}, soles] },
    )
    const { sales } = await readFrom(bytes, { currency: 'PEN' })
    expect(sales.map(({ revenue }) => revenue)).toEqual([8990, 125_000, -3362])
  })
})

describe('several sheets', () => {
  const notes = { name: 'Catatan', rows: [['Tutup tanggal 17'], ['Stok mawar menipis']] }
  const stock = {
    name: 'Stok',
    rows: [
      ['Produk', 'Sisa stok'],
      ['Mawar', 120],
    ],
  }

  test('the only one with sales is read without a word', async () => {
    const { understanding } = await readFrom(xlsxOf([notes, stock, { name: 'Maret', rows: SALES }]))
    expect(understanding.sheet).toBe('Maret')
  })

  test('a list with products outranks sums by day', async () => {
    const daily: Cell[][] = [
      ['Tanggal', 'Total'],
      [on('2026-03-03'), 30_000],
      [on('2026-03-04'), 45_000],
    ]
    const { understanding } = await readFrom(
      xlsxOf([
        { name: 'Rekap', rows: daily },
        { name: 'Rinci', rows: SALES },
      ]),
    )
    expect(understanding.sheet).toBe('Rinci')
  })

  test('hidden ones are not there', async () => {
    const sheets = [
      { name: 'Lama', rows: SALES, hidden: true },
      { name: 'Rahasia', rows: SALES, veryHidden: true },
      { name: 'Maret', rows: SALES },
    ]
    expect((await readFrom(xlsxOf(sheets))).understanding.sheet).toBe('Maret')
  })

  test('a chart on a page of its own is passed over', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const related = (rows: readonly (readonly [string, string, string])[]) =>
      `<Relationships>${rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    const file = aZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: '_rels/.rels', data: related([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
      {
        name: 'xl/workbook.xml',
        data: `<workbook><sheets><sheet name='Grafik' sheetId='1' r:id='rId1'/><sheet name="Maret" sheetId="2" r:id="rId2"/></sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: related([
          ['rId1', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet1.xml'],
        ]),
      },
      { name: 'xl/chartsheets/sheet1.xml', data: '<chartsheet/>' },
      {
        name: 'xl/worksheets/sheet1.xml',
        data: `<worksheet><sheetData><row>${text('Tanggal')}${text('Total')}</row><row>${text('2026-03-13')}<c><v>1000</v></c></row></sheetData></worksheet>`,
      },
    ])
    expect((await readFrom(file)).understanding.sheet).toBe('Maret')
  })

  const twoMonths = [
    { name: 'Februari', rows: SALES },
    { name: 'Maret', rows: [...SALES, [on('2026-03-05'), 'Melati', 1, 1000]] },
  ]

  test('two with sales are asked about, never added up', async () => {
    expect(await openedFrom(xlsxOf(twoMonths))).toMatchObject({
      outcome: 'question',
      understanding: { sheet: null },
      question: {
        kind: 'sheet',
        options: [
          { id: 'Februari', label: 'Februari' },
          { id: 'Maret', label: 'Maret' },
        ],
      },
    })
  })

  test('the answer holds for this set of sheets, under one key with the other answers', async () => {
    const asked = await openedFrom(xlsxOf(twoMonths))
    const { understanding, sales } = await readFrom(xlsxOf(twoMonths), {
      answers: { sheet: 'Maret' },
    })
    expect(sales).toHaveLength(3)
    expect(understanding.sheet).toBe('Maret')
    expect('understanding' in asked && asked.understanding.fingerprint).toBe(
      understanding.fingerprint,
    )
  })

  test('a new month’s sheet is a new question', async () => {
    const [asked, grown] = await Promise.all([
      openedFrom(xlsxOf(twoMonths)),
      openedFrom(xlsxOf([...twoMonths, { name: 'April', rows: SALES }])),
    ])
    const keys = [asked, grown].map((one) =>
      one.outcome === 'question' ? one.understanding.fingerprint : null,
    )
    expect(keys[0]).not.toBe(keys[1])
  })

  test('without any sales it is the goods on hand, or the refusal that says most', async () => {
    expect(await openedFrom(xlsxOf([notes, stock]))).toMatchObject({
      outcome: 'stock',
      levels: [{ product: 'Mawar', quantity: 120_000 }],
    })
    const prices = [
      ['Produk', 'Harga'],
      ['Mawar', 15_000],
    ]
    expect(await openedFrom(xlsxOf([notes, { name: 'Harga', rows: prices }]))).toMatchObject({
      outcome: 'refused',
      reason: 'no-date-column',
    })
    expect(await openedFrom(xlsxOf([{ name: 'Kosong', rows: [] }]))).toMatchObject({
      outcome: 'refused',
      reason: 'empty',
    })
  })
})

describe('other kinds of tables', () => {
  const serial = (iso: string) => ({ date: Date.parse(iso) / 86_400_000 + 25_569 })
  const legacyRows = [
    ['Tanggal', 'Produk', 'Jumlah', 'Total'],
    [serial('2026-03-03'), 'Mawar – é', 2, 1234.5],
    [serial('2026-03-04'), 'Lily', 1.5, 45_000],
  ]

  test.each([
    ['in sectors', false],
    ['small enough for the mini stream', true],
  ])('an Excel 97 file, %s', async (_, isSmall) => {
    const sheets = [
      { name: 'Lama', state: 'hidden' as const, rows: legacyRows },
      { name: 'Catatan', rows: [['besok tutup']] },
      { name: 'Péñjualan', rows: legacyRows },
    ]
    const { understanding, sales } = await readFrom(aLegacyWorkbook(sheets, { isSmall }))
    expect(understanding).toMatchObject({ kind: 'xls', sheet: 'Péñjualan' })
    expect(sales.map(({ day, product, revenue }) => [day, product, revenue])).toEqual([
      ['2026-03-03', 'Mawar – é', 123_450],
      ['2026-03-04', 'Lily', 4_500_000],
    ])
  })

  test('an OpenDocument file', async () => {
    const { understanding, sales } = await readFrom(
      ods([
        { name: 'Catatan', rows: [['besok tutup']] },
        { name: 'A & B', rows: SALES },
      ]),
    )
    expect(understanding).toMatchObject({ kind: 'ods', sheet: 'A & B' })
    expect(sales.map(({ day, quantity, revenue }) => [day, quantity, revenue])).toEqual([
      ['2026-03-03', 2000, 3_000_000],
      ['2026-03-04', 1500, 4_500_000],
    ])
  })

  test('an OpenDocument file as LibreOffice writes it: groups, repeated cells, a hidden sheet', async () => {
    const cell = (type: string, text: string, value = '') =>
      `<table:table-cell office:value-type="${type}" ${value}><text:p>${text}</text:p></table:table-cell>`
    const row = (...cells: string[]) =>
      `<table:table-row>${cells.join('')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`
    const sale = (day: string) =>
      row(
        cell('date', 'x', `office:date-value="${day}"`),
        cell('string', 'Mawar'),
        cell('float', '2', 'office:value="2"'),
        cell('currency', 'Rp30.000', 'office:value="30000"'),
      )
    const heading = row(...HEADINGS.map((name) => cell('string', `${name}`)))
    const sheet = (name: string, look: string, inside: string) =>
      `<table:table table:name="${name}" table:style-name="${look}">${inside}<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`
    const style = (name: string, display: string) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${display}"/></style:style>`
    const rows = `<table:table-header-rows>${heading}</table:table-header-rows><table:table-row-group>${sale('2026-03-03')}</table:table-row-group><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>${sale('2026-03-04')}`
    const content = `<?xml version="1.0"?><office:document-content><office:automatic-styles>${style('ta1', 'true')}${style('ta2', 'false')}</office:automatic-styles><office:body><office:spreadsheet>${sheet('Lama', 'ta2', rows)}${sheet('Maret', 'ta1', rows)}</office:spreadsheet></office:body></office:document-content>`
    const file = aZip([
      {
        name: 'mimetype',
        data: 'application/vnd.oasis.opendocument.spreadsheet',
        method: 0,
      },
      { name: 'content.xml', data: content },
    ])
    const { understanding, sales } = await readFrom(file)
    expect(understanding.sheet).toBe('Maret')
    expect(sales.map(({ row: line, day }) => [line, day])).toEqual([
      [2, '2026-03-03'],
      [5, '2026-03-04'],
    ])
  })

  test('an XML Spreadsheet 2003 called .xls: gaps, merged cells, a hidden sheet', async () => {
    const data = (type: string, text: string | number) =>
      `<Cell><Data ss:Type="${type}">${text}</Data></Cell>`
    const heading = `<Row ss:Index="3">${HEADINGS.map((name) => data('String', `${name}`)).join('')}</Row>`
    const rows = `<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">Laporan</Data></Cell></Row>${heading}
      <Row>${data('DateTime', '2026-03-03T00:00:00.000')}${data('String', 'Mawar &amp; Lily')}${data('Number', 2)}${data('Number', 1234.567)}</Row>
      <Row ss:Index="9">${data('DateTime', '2026-03-04T00:00:00.000')}${data('String', 'Mawar')}<Cell ss:Index="4"><Data ss:Type="Number">15000</Data></Cell></Row>`
    const sheet = (name: string, visible: string) =>
      `<Worksheet ss:Name="${name}"><Table>${rows}</Table><WorksheetOptions><Visible>${visible}</Visible></WorksheetOptions></Worksheet>`
    const file = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheet('Lama', 'SheetHidden')}${sheet('Maret', 'SheetVisible')}</Workbook>`
    const { understanding, sales } = await readFrom(bytesOf(file))
    expect(understanding).toMatchObject({ kind: 'xls', sheet: 'Maret', headerRow: 3 })
    expect(sales.map(({ row, product, revenue }) => [row, product, revenue])).toEqual([
      [4, 'Mawar & Lily', 123_457],
      [9, 'Mawar', 1_500_000],
    ])
  })

  test('a web page called .xls: the inner table, its entities and unclosed cells', async () => {
    const page = `<html><head><meta charset="utf-8"><style>a<b</style></head><body><table width=100%><tr><td nowrap>Menu
      <table border=1><tr><th>Tanggal<th>Produk<th>Total</tr>
      <tr><td>03/03/2026<td>Ros&eacute;<br>&amp; Lily<td>Rp&nbsp;30.000</tr>
      <tr><td>13/03/2026<td>Mawar<td>Rp&#160;15.000</tr></table></td></tr></table></body></html>`
    const { understanding, sales } = await readFrom(bytesOf(page), { fileName: 'laporan.xls' })
    expect(understanding).toMatchObject({ kind: 'html', currency: 'IDR', headerRow: 1 })
    expect(sales.map(({ product, revenue }) => [product, revenue])).toEqual([
      ['Rosé & Lily', 3_000_000],
      ['Mawar', 1_500_000],
    ])
  })

  test('a web page that begins with a title in Russian', async () => {
    const page = 'Отчёт<table><tr><td>Дата<td>Сумма<tr><td>13.03.2026<td>100</table>'
    expect((await readFrom(bytesOf(page))).understanding.kind).toBe('html')
  })

  test('a web page without a table is refused as one', async () => {
    const page = bytesOf('<!doctype html><html><body>Silakan masuk</body></html>')
    expect(await openedFrom(page)).toMatchObject({ outcome: 'refused', reason: 'html-page' })
  })

  const csv = 'Tanggal,Produk,Jumlah,Total\n2026-03-13,Mawar,2,30000\n'

  test('a zip with exactly one table in it, whatever else lies beside', async () => {
    const file = aZip([
      { name: 'ekspor/', data: '', method: 0 },
      { name: 'ekspor/penjualan-2026-03.csv', data: csv },
      { name: '__MACOSX/._penjualan.csv', data: csv },
      { name: 'logo.png', data: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
    ])
    expect((await readFrom(file)).totals.revenue).toBe(3_000_000)
    const excel = aZip([{ name: 'a.xlsx', data: await xlsx(SALES), method: 0 }])
    expect((await readFrom(excel)).understanding.kind).toBe('xlsx')
  })

  test('a zip with two tables is refused, and so is a zip in a zip', async () => {
    const two = aZip([
      { name: 'a.csv', data: csv },
      { name: 'b.csv', data: csv },
    ])
    const nested = aZip([{ name: 'a.zip', data: aZip([{ name: 'a.csv', data: csv }]) }])
    for (const file of [two, nested]) {
      expect(await openedFrom(file)).toMatchObject({ outcome: 'refused', reason: 'archive' })
    }
  })

  test('the name of a file says nothing', async () => {
    const { understanding } = await readFrom(xlsx(SALES), { fileName: 'penjualan.csv' })
    expect(understanding.kind).toBe('xlsx')
    expect((await readFrom(bytesOf(csv), { fileName: 'a.xlsx' })).understanding.kind).toBe('csv')
  })

  test('a password is said to be the trouble', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'A', rows: SALES }],
      encryption: { password: 'x', spinCount: 10 },
    })
    const old = aLegacyWorkbook([{ name: 'A', rows: legacyRows }], { isProtected: true })
    for (const file of [locked, old]) {
      expect(await openedFrom(file)).toMatchObject({
        outcome: 'refused',
        reason: 'spreadsheet',
        detail: expect.stringContaining('password'),
      })
    }
  })

  test('inspect shows the sheet and the question', async () => {
    const found = await inspection(await xlsx(SALES), hints())
    expect(found).toMatchObject({
      kind: 'xlsx',
      sheet: 'Penjualan',
      delimiter: null,
      revenue: 75_000,
    })
  })
})

describe('one shop, whatever it is saved as', () => {
  type Sale = Record<'day' | 'product' | 'branch', string> &
    Record<'minute' | 'quantity' | 'total', number>
  const pad = (value: number) => String(value).padStart(2, '0')
  const aSale: fc.Arbitrary<Sale> = fc.record({
    day: fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${pad(date)}`),
    minute: fc.integer({ min: 0, max: 1439 }),
    product: fc.constantFrom('Mawar', 'Lily Putih', 'Buket "Wisuda"', 'Anggrek, bulan', 'Melati é'),
    quantity: fc.integer({ min: -3000, max: 40_000 }).filter((thousandths) => thousandths !== 0),
    total: fc.integer({ min: 1, max: 900_000_000 }),
    branch: fc.constantFrom('Dago', 'Setiabudi'),
  })
  const aShop = fc.array(aSale, { minLength: 1, maxLength: 20 }).map((sales) => [
    {
      day: '2026-03-13',
      minute: 0,
      product: 'Mawar',
      quantity: 1000,
      total: 1_250_000,
      branch: 'Dago',
    },
    ...sales,
  ])

  const headings = ['Tanggal', 'Produk', 'Jumlah', 'Total', 'Cabang']
  const clock = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
  const signed = ({ quantity, total }: Sale) => (quantity < 0 ? -total : total) / 100

  const csvOf = (shop: Sale[]): Uint8Array =>
    bytesOf(
      [
        headings.join(';'),
        ...shop.map((sale) =>
          [
            `${sale.day} ${clock(sale.minute)}`,
            `"${sale.product.replaceAll('"', '""')}"`,
            (sale.quantity / 1000).toFixed(4),
            signed(sale).toFixed(2),
            sale.branch,
          ].join(';'),
        ),
      ].join('\n'),
    )

  const cellsOf = (shop: Sale[]): Cell[][] => [
    headings,
    ...shop.map((sale) => [
      on(`${sale.day}T${clock(sale.minute)}`),
      sale.product,
      sale.quantity / 1000,
      signed(sale),
      sale.branch,
    ]),
  ]

  const legacyOf = (shop: Sale[]): Uint8Array =>
    aLegacyWorkbook([
      {
        name: 'Maret',
        rows: [
          headings,
          ...shop.map((sale) => [
            { date: Date.parse(`${sale.day}T${clock(sale.minute)}Z`) / 86_400_000 + 25_569 },
            sale.product,
            sale.quantity / 1000,
            signed(sale),
            sale.branch,
          ]),
        ],
      },
    ])

  test('CSV, Excel, Excel 97 and OpenDocument come to the same totals and the same sales', async () => {
    await fc.assert(
      fc.asyncProperty(aShop, async (shop) => {
        const files = [
          csvOf(shop),
          xlsx(cellsOf(shop)),
          ods([{ name: 'A', rows: cellsOf(shop) }]),
          legacyOf(shop),
        ]
        const read = await Promise.all(files.map((file) => readFrom(file)))
        const keys = read.map(({ lines }) => [...packLines(lines, 50)].flatMap((b) => [...b.keys]))
        const revenue = shop.reduce((sum, sale) => sum + Math.round(signed(sale) * 100), 0)
        const quantity = shop.reduce((sum, sale) => sum + sale.quantity, 0)
        for (const [i, { totals }] of read.entries()) {
          expect(totals).toMatchObject({ revenue, quantity, rows: { skipped: 0, totals: 0 } })
          expect(keys[i]).toEqual(keys[0])
        }
      }),
      { numRuns: 60 },
    )
  })
})
