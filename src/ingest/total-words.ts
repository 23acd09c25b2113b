/** How sure a cell's text is that its row adds up others. */
export type TotalLabel = 'exact' | 'leading' | null

/** `TOTAL`, `Grand Total:`, `Jumlah` are exact; `Total Cabang Dago`, `Subtotal 12 Maret` lead. */
export const totalLabel = (text: string): TotalLabel => {
  if (text.length > LABEL_CHARS_MAX || !HINT.test(text)) return null
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (EXACT.test(plain)) return BRANDS.has(plain) ? 'leading' : 'exact'
  return LEADING.test(plain) ? 'leading' : null
}

/** Total words that also are names of goods: the sum has to agree. */
const BRANDS = new Set(['suma', 'soma', 'sum', 'som'])
const LABEL_CHARS_MAX = 60
/** A piece of each total word: most cells are done with after this one look. */
const HINT = /tot|jum|jml|sum|som|ges|zwi|raz|cong|cộng|toplam|итог|всего|計|计/i

const TOTAL_WORDS =
  'total|totals|totaal|totale|totaux|toplam|jumlah|jml|summe|gesamt|gesamtsumme|suma|soma|somme|itogo|итого|всего|razem|合計|小計|総計|合计|总计|tong cong|sum|endsumme'
const EXACT = new RegExp(
  `^(?:g|grand|sub|net|gross|sales|report|overall|keseluruhan|sous|sub ?total|zwischen)? ?(?:${TOTAL_WORDS}|subtotal|subtotals|soustotal|zwischensumme|subtotale|grandtotal)(?: (?:general|geral|generale|akhir|keseluruhan|semua|penjualan|sales|all))?$`,
  'u',
)
const LEADING = new RegExp(
  `^(?:grand |sub |sous )?(?:${TOTAL_WORDS}|subtotal|zwischensumme)(?: |$)|(?: )(?:total|subtotal)$`,
  'u',
)
