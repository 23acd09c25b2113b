import { writeFileSync } from 'node:fs'
import { aZip } from '../ingest/a-zip.ts'
import { seededRandom } from '../support/random.ts'

const HEADING = ['tanggal', 'no_nota', 'produk', 'varian', 'jumlah', 'harga', 'total', 'cabang']
const DAYS = 365
const FIRST_SERIAL = 45_658 // 2025-01-01
const PRODUCTS = 400
const FLUSH_ROWS = 20_000
const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Writes a workbook of so many lines, near the most that Excel holds; texts shared, dates real. */
export const writeBigWorkbook = (path: string, lines: number): void => {
  const shared = [
    ...HEADING,
    ...Array.from({ length: PRODUCTS }, (_, i) => `Mawar Buket ${i + 1}`),
    ...['merah', 'putih', 'Dago', 'Setiabudi'],
  ]
  const book = aZip([
    {
      name: '[Content_Types].xml',
      data: `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets><sheet name="Penjualan" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${NAMESPACE}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst xmlns="${NAMESPACE}">${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet(lines, shared) },
  ])
  writeFileSync(path, book)
}

/** What a packer cannot shorten: so the file is as large as workbooks of that many lines get. */
const digits = (chance: () => number): string =>
  Array.from({ length: RECEIPT_PARTS }, () => Math.floor(chance() * 1e15).toString(36)).join('')

/** Brings a million lines to some 50 MB. */
const RECEIPT_PARTS = 4

/** In pieces: as one text it would be longer than V8 holds. */
const sheet = (lines: number, shared: readonly string[]): Uint8Array => {
  const chance = seededRandom(2026)
  const sharedAt = (name: string) => shared.indexOf(name)
  const products = HEADING.length
  const heading = HEADING.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('')
  const pieces = [`<worksheet xmlns="${NAMESPACE}"><sheetData><row>${heading}</row>`]
  let text = ''
  for (let i = 0; i < lines; i++) {
    const product = Math.floor(chance() * PRODUCTS)
    const quantity = 1 + Math.floor(chance() * 12)
    const price = (1 + product) * 500
    const cells = [
      `<c s="1"><v>${FIRST_SERIAL + Math.floor((i * DAYS) / lines)}</v></c>`,
      `<c t="inlineStr"><is><t>T${i}-${digits(chance)}</t></is></c>`,
      `<c t="s"><v>${products + product}</v></c>`,
      `<c t="s"><v>${sharedAt(chance() < 0.5 ? 'merah' : 'putih')}</v></c>`,
      ...[quantity, price, quantity * price].map((value) => `<c><v>${value}</v></c>`),
      `<c t="s"><v>${sharedAt(chance() < 0.6 ? 'Dago' : 'Setiabudi')}</v></c>`,
    ]
    text += `<row>${cells.join('')}</row>`
    if (i % FLUSH_ROWS === 0) {
      pieces.push(text)
      text = ''
    }
  }
  pieces.push(`${text}</sheetData></worksheet>`)
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
}
