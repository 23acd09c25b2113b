/** How sure a cell's text is that its row adds up others. */
export type TotalLabel = 'exact' | 'leading' | null

/** `TOTAL`, `Grand Total:`, `Jumlah` are exact; `Total Cabang Dago`, `Subtotal 12 Maret` lead. */
export const totalLabel = (text: string): TotalLabel => {
  if (text.length > LABEL_CHARS_MAX || !HINT.test(text)) return null
  const plain = plainText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (EXACT.test(plain)) return BRANDS.has(plain) ? 'leading' : 'exact'
  return LEADING.test(plain) ? 'leading' : null
}

/** Total words that also are names of goods: the sum has to agree. */
const BRANDS = new Set(['suma', 'soma', 'sum', 'som'])
const LABEL_CHARS_MAX = 60
/** A piece of each total word: most cells are done with after this one look. */
const HINT =
  /tot|jum|jml|sum|som|ges|zwi|raz|cong|cộng|tong|tổng|toplam|celkem|insgesamt|итог|всего|計|计|합계|소계|총계|รวม|جمالي|مجموع|योग|कुल/i

const TOTAL_WORD_LIST =
  'total|totals|totaal|totale|totaux|totaal generaal|toplam|genel toplam|ara toplam|jumlah|jml|summe|gesamt|insgesamt|gesamtsumme|suma|suma czesciowa|soma|somme|itogo|итого|всего|celkem|razem|合計|小計|総計|総合計|合计|总计|总合计|小计|本页小计|합계|소계|총계|총합계|tong|cong|tong cong|cong don|รวม|รวมทั้งสิน|รวมย่อย|ยอดรวม|الاجمالي|المجموع|المجموع الفرعي|المجموع الكلي|कुल|योग|कुल योग|उप योग|sum|endsumme'
/** Marks above and below letters are left out on both sides. */
const plainText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').replace(/ı/g, 'i').toLowerCase()

const TOTAL_WORDS = plainText(TOTAL_WORD_LIST)
const EXACT = new RegExp(
  `^(?:g|grand|sub|net|gross|sales|report|overall|keseluruhan|sous|sub ?total|zwischen)? ?(?:${TOTAL_WORDS}|subtotal|subtotals|soustotal|zwischensumme|subtotale|grandtotal)(?: (?:general|geral|generale|akhir|keseluruhan|semua|penjualan|sales|all))?$`,
  'u',
)
const LEADING = new RegExp(
  `^(?:grand |sub |sous )?(?:${TOTAL_WORDS}|subtotal|zwischensumme)(?: |$)|(?: )(?:total|subtotal)$`,
  'u',
)
