/** What a status or type cell says about its line. */
export type Standing = 'counted' | 'refund' | 'undone' | 'not-sold'

/**
 * `refund`: a movement of its own, money back. `undone`: the state of an order that was cancelled or
 * given back; whether that takes money back depends on whether the file also holds the sale itself.
 * `not-sold`: unpaid, pending, draft: no money has moved yet.
 */
export const standingOf = (text: string): Standing => {
  const said = plainWords(text)
  if (saysNegated(said)) return saysUnpaid(said) ? 'not-sold' : 'counted'
  if (saysUnpaid(said)) return 'not-sold'
  if (saysUndone(said)) return 'undone'
  return saysRefund(said) ? 'refund' : 'counted'
}

/** Goods bought, brought in, moved or counted, or money spent: `Pembelian`, `Stock in`, `Opname`. */
export const isPurchase = (text: string): boolean => saysPurchase(plainWords(text))

/** The shop's own selling: `Penjualan`, `Sale`, `Venta`. */
export const isSale = (text: string): boolean => saysSale(plainWords(text))

/** What was hoped for, not what happened: `Forecast`, `Anggaran`. */
export const isPlanned = (text: string): boolean => saysPlanned(plainWords(text))

/** What happened, where a column tells it from plans. */
export const isActual = (text: string): boolean => saysActual(plainWords(text))

/** Paid, delivered, completed: what the other orders of a status column say. */
export const isDone = (text: string): boolean => saysDone(plainWords(text))

const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ł/gi, 'l')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/_/g, ' ')
    // Hangul syllables come apart like accented letters do, and have to be put together again.
    .normalize('NFC')

/** Any of these words or phrases standing by itself; `*` after a stem takes any ending. */
const words = (phrases: string): RegExp => {
  const forms = phrases
    .split(',')
    .map((phrase) => plainWords(phrase.trim()).replaceAll(' ', '[ -]?').replace('*', '\\p{L}*'))
  return new RegExp(`(?<!\\p{L})(?:${forms.join('|')})(?!\\p{L})`, 'u')
}

/** Any of these pieces anywhere: scripts that write no spaces, or join words to their endings. */
const pieces = (list: string): RegExp =>
  new RegExp(
    list
      .split(' ')
      .map((piece) => plainWords(piece))
      .join('|'),
    'u',
  )

const either =
  (...patterns: readonly RegExp[]) =>
  (text: string): boolean =>
    patterns.some((pattern) => pattern.test(text))

const saysPurchase = either(
  words(`pembelian, beli, kulakan, purchase, purchases, compra*, achat, achats, einkauf, acquisto, acquisti, inkoop, zakup, restock,
    stok masuk, stock masuk, barang masuk, stok in, stock in, barang in, receiving, goods receipt, transfer, transfers, mutasi, opname, stock opname, stocktake,
    cogs, hpp, cost, costs, beban, biaya, adjustment, adjustments, penyesuaian, pengeluaran, expense, expenses, gasto, gastos, despesa, depense*, ausgabe*`),
)
const saysSale = either(
  words(
    `penjualan, jual, terjual, revenue, income, pendapatan, faktur, invoice, factura, fatura, facture, rechnung, fattura, sale, sales, sold, venta, ventas, venda, vendas, vente, ventes, verkauf, vendita, vendite, vendido, verkoop, sprzedaz, satis`,
  ),
  pieces('売上 販売 销售 銷售 판매 매출 ขาย बिक्री مبيعات بيع'),
)
const saysPlanned = either(
  words(
    `forecast, planned, plan, budget, target, projection, projected, proyeksi, prakiraan, anggaran, rencana, presupuesto, previsto, prevision*, orcamento, planowan*, hedef, geplant`,
  ),
)
const saysActual = either(
  words(`actual, actuals, realisasi, aktual, realizado, real, reel, ist, rzeczywist*, gerceklesen`),
)
const saysNegated = either(words('not, no, non, tidak, belum, tanpa, un'))
const saysUnpaid = either(
  words(`pending, unpaid, draft, belum, not paid, menunggu, awaiting, on hold, processing payment, pendiente*, pendente*, en attente, impaye*, brouillon, ausstehend, offen, unbezahlt, entwurf,
    in attesa, non pagato, bozza, in behandeling, openstaand, onbetaald, oczekuje*, oczekujac*, nieoplacon*, beklemede, bekliyor, odenmedi, taslak, cho thanh toan, cho xac nhan, dang cho,
    proforma, pro forma, delivery note, surat jalan, quotation, quote, penawaran, estimate, failed, gagal, fallid*, rechazad*, falhou, recusad*, echoue*, refuse*, fehlgeschlagen, abgelehnt, fallito, mislukt, nieudan*, odrzucon*, basarisiz, reddedildi, that bai,
    out of stock, unfulfilled, unavailable, stok habis, training, test, testing, demo, dummy, latihan, uji coba, prueba, teste,
    expired, kedaluwarsa, kadaluarsa, declined, ditolak, rejected`),
  pieces(
    '保留 未払 未入金 支払待 待付款 未付款 未支付 결제대기 입금대기 대기중 미결제 รอชำระ รอดำเนิน ค้างชำระ ล้มเหลว लंबित बकाया असफल معلق الانتظار فشل ожида неоплач',
  ),
)
const saysUndone = either(
  words(`cancel, cancels, canceled, cancelled, cancellation, batal, dibatalkan, pembatalan, void, voided, refunded, returned, reversed, chargeback, dikembalikan,
    storno, cancelad*, anulad*, anulowan*, annule*, annulla*, storniert*, stornat*, devuelt*, devolvid*, estornad*, rembours*, erstattet, rimborsat*, reembolsad*, geannuleerd, geretourneerd, terugbetaald,
    zwrocon*, iptal*, iade edildi, da huy, huy, da hoan tien, hoan tien`),
  pieces(
    'キャンセル 取消 取り消し 返金 返品 已退 退款 交易关闭 已关闭 취소 환불 반품 ยกเลิก คืนเงิน คืนสินค้า ملغي ملغى ملغاة الغاء مسترجع مسترد रद्द वापस отмен возврат аннулир',
  ),
)
const saysRefund = either(
  words(`refund, refunds, return, returns, retur, pengembalian, credit note, credit memo, nota kredit, nota de credito, reembolso, devolucion, devolucao, estorno, remboursement, avoir, retour, retoure, erstattung, gutschrift,
    reso, nota di credito, rimborso, retourzending, creditnota, zwrot, korekta, iade, tra hang`),
  pieces('返金 返品 赤伝 退货 退貨 환불 반품 คืนสินค้า ใบลดหนี้ مرتجع مردود वापसी'),
)
/** Words by which a column shows that it tells the state of an order. */
const saysDone = either(
  words(`live, production, completed, complete, paid, fulfilled, delivered, shipped, closed, success, successful, succeeded, settled, done, approved, selesai, lunas, sukses, berhasil, dibayar, terkirim, dikirim,
    completad*, pagad*, entregad*, concluid*, pago, aprovad*, termine*, paye*, livre*, abgeschlossen, bezahlt, erledigt, geliefert, completat*, pagat*, consegnat*, voltooid, betaald, geleverd,
    zrealizowan*, oplacon*, zakonczon*, tamamlandi, odendi, teslim edildi, hoan thanh, da giao, da thanh toan`),
  pieces(
    '完了 支払済 発送済 已完成 已付款 已发货 交易成功 완료 결제완료 배송완료 สำเร็จ ชำระแล้ว مكتمل مدفوع पूर्ण भुगतान выполнен оплачен',
  ),
)
