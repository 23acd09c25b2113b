/** What a status or type cell says about its line. */
export type Standing = 'counted' | 'refund' | 'undone' | 'not-sold'

/**
 * `refund`: a movement of its own, money back. `undone`: the state of an order that was cancelled or
 * given back; whether that takes money back depends on whether the file also holds the sale itself.
 * `not-sold`: unpaid, pending, draft: no money has moved yet.
 */
export const standingOf = (text: string): Standing => {
  const words = plainWords(text)
  if (NEGATED.test(words)) return UNPAID.test(words) ? 'not-sold' : 'counted'
  if (UNPAID.test(words)) return 'not-sold'
  if (UNDONE.test(words)) return 'undone'
  return REFUND.test(words) ? 'refund' : 'counted'
}

/** Goods bought, brought in, moved or counted, or money spent: `Pembelian`, `Stock in`, `Opname`. */
export const isPurchase = (text: string): boolean => PURCHASE.test(plainWords(text))

/** The shop's own selling: `Penjualan`, `Sale`, `Venta`. */
export const isSale = (text: string): boolean => SALE.test(plainWords(text))

const plainWords = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const PURCHASE =
  /\b(?:pembelian|beli|kulakan|purchases?|compras?|achats?|einkauf|acquist[oi]|inkoop|zakup|restock|(?:stok|stock|barang) (?:masuk|in)|receiving|goods receipt|transfers?|mutasi|(?:stock ?)?opname|stocktake|adjustments?|penyesuaian|pengeluaran|expenses?|gastos?)\b/
const SALE =
  /\b(?:penjualan|jual|terjual|sales?|sold|ventas?|vendas?|ventes?|verkauf|vendit[ae]|verkoop|sprzedaz|satis)\b/
const NEGATED = /\b(?:not|no|non|tidak|belum|tanpa|un)\b/
const UNPAID =
  /\b(?:pending|unpaid|draft|belum|not paid|menunggu|awaiting|pendiente|pendente|en attente|ausstehend|offen|non pagato|quotation|penawaran|failed|gagal|expired|kedaluwarsa|declined|ditolak)\b/
const UNDONE =
  /\b(?:cancel(?:l?ed)?|cancellation|batal|dibatalkan|pembatalan|void(?:ed)?|refunded|returned|dikembalikan|cancelad[oa]|anulad[oa]|annule[es]*|storniert|annullat[oa]|devuelt[oa]|devolvid[oa]|remboursee?)\b/
const REFUND =
  /\b(?:refunds?|returns?|retur|pengembalian|credit ?note|nota kredit|reembolso|devolucion|devolucao|remboursement|avoir|retoure?|erstattung|gutschrift|storno|reso|rimborso|zwrot|iade)\b/
