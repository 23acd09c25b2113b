/**
 * What a heading can say. Finer than the roles a plan has: money headings differ in which money they
 * mean, and some (cost, profit, tax, planned) are there to be left alone.
 */
export type Sense =
  | 'date'
  | 'otherDate'
  | 'time'
  | 'product'
  | 'productCode'
  | 'quantity'
  | 'unitPrice'
  | 'price'
  | 'netRevenue'
  | 'revenue'
  | 'grossRevenue'
  | 'orderTotal'
  | 'discount'
  | 'branch'
  | 'place'
  | 'variant'
  | 'category'
  | 'stock'
  | 'invoice'
  | 'status'
  | 'movement'
  | 'person'
  | 'leftAlone'

/** A heading understood: `rank` is 0 for the best word of its sense; `exact` when nothing was left over. */
export type HeaderSense = { readonly sense: Sense; readonly rank: number; readonly exact: boolean }

/**
 * Headings as real exports write them (normalised), best first within a sense. Indonesian and
 * English lead; Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish, Vietnamese,
 * Russian, Arabic, Hindi, Thai, Korean, Japanese and Chinese follow.
 */
const WORDS: Readonly<Record<Sense, string>> = {
  date: `tanggal, date, tanggal transaksi, transaction date, tgl transaksi, tanggal penjualan, tgl, sale date, sales date, order date,
    invoice date, tanggal order, tanggal pesanan, tanggal jual, tanggal nota, tanggal faktur, waktu transaksi, waktu pesanan dibuat, waktu,
    date and time of order, date time, datetime, timestamp, created at, tanggal dibuat, tanggal pembelian, purchase date, order time, hari, day, fecha, fecha venta, fecha de venta, data,
    data venda, data da venda, data pedido, data do pedido, data vendita, date vente, date de vente, date cmd, date commande, datum, bestelldatum, verkaufsdatum,
    rechnungsdatum, kaufdatum, orderdatum, data sprzedazy, data zamowienia, czas, tarih, satis tarihi, ngay, ngaylap, ngay ban, дата, дата заказа, дата продажи, 日付, 売上日, 注文日, 年月, 日期,
    bulan, periode, month, mes, mois, monat, mese, year, annee, tahun, invoice dt, order dt, business date, posting date, bill date, receipt date, tanggal kirim laporan,
    التاريخ, تاريخ, दिनांक, तारीख, 날짜, 일자, 판매일, 주문일, วันที่, วันที่ขาย, 订单日期, 销售日期, datum prodeje, dato, paivamaara, ημερομηνια, תאריך`,
  otherDate: `due date, ship date, shipping date, delivery date, tanggal kirim, tanggal jatuh tempo, jatuh tempo, paid at, updated at, fulfilled at, cancelled at,
    tanggal bayar, waktu pembayaran dilakukan, expiry date, exp date, tanggal kadaluarsa, birth date, tanggal lahir, waktu pengiriman diatur, waktu pesanan selesai, required date, shipped date`,
  time: `jam, time, pukul, jam transaksi, waktu jual, transaction time, order time of day, hour, hora, heure, uhrzeit, zeit, ora, saat, hour of day, sale time, godzina, tijd`,
  product: `produk, product, nama produk, nama barang, product name, item name, item, barang, nama item, nama menu, menu, menu item, description, item description, product description,
    deskripsi, deskripsi barang, lineitem name, nama, jenis barang, jenis produk, jenis bunga, bunga, model hp, uraian, uraian barang, keterangan barang, article, artikel, articulo, producto, descripcion, nombre producto, nombre del producto,
    produto, descricao, descricao produto, descricao do produto, nome produto, nome do produto, produtos, produit, nom produit, nom du produit, designation, libelle, produkt, produktname, artikelname, bezeichnung,
    artikelbezeichnung, prodotto, nome prodotto, piatto, descrizione, nazwa, nazwa produktu, produkty, urun, urun adi, tensanpham, san pham, ten san pham, товар, название товара, наименование, 商品名, 商品, 種類, 品名, product title, title, sku name, goods, service, layanan, tipo, pizza name, stock item, particulars, items, name,
    المنتج, الصنف, اسم المنتج, उत्पाद, वस्तु, सामान, 상품, 상품명, 제품, 제품명, 품목, สินค้า, ชื่อสินค้า, รายการ, 产品, 产品名称, 商品名称, produkt navn, vare, tuote, προιον, מוצר`,
  productCode: `kode barang, kode produk, id barang, id produk, product id, item id, sku, stock code, product code, item code, kode item, barcode, plu, upc, ean, produk id, produit id, produkt id, codigo produto, codigo, cod produto,
    pizza name id, pizza id, product number, article number, artikelnummer, part number, kode, code, asin, nomor referensi sku, sku induk, codigo producto, seller sku, 商品コード`,
  quantity: `jumlah, qty, quantity, kuantitas, jumlah terjual, jumlah barang, qty terjual, terjual, unit terjual, units sold, quantity sold, qty sold, sold qty, quantity ordered, order quantity, lineitem quantity, banyak, banyaknya, unit, units, pcs,
    item sold, items sold, sold, banyak barang, jumlah produk, jumlah item, jumlah beli, jumlah unit, qty jual, jumlah jual, laku, jml, jmlh, kts, cantidad, cant, unidades, cantidad vendida, quantidade, qtd, qtde, qtd vendida, quantidade vendida, volume, quantite, qte, nombre, menge, anzahl, stuck, stueck, stk, verkaufte menge,
    quantita, quantita venduta, qta, pezzi, vendite, ilosc, sztuk, adet, miktar, aantal, so luong, soluong, количество, количество продаж, кол во, 数量, 個数, 販売数, 销量, no of items, number of items, sold tulips, count, jumlah qty,
    الكمية, العدد, मात्रा, संख्या, 수량, 판매량, จำนวน, 销售数量, mnozstvi, antal, antall, maara, ποσοτητα, כמות`,
  unitPrice: `harga satuan, unit price, price per unit, price each, harga per unit, harga jual, harga barang, lineitem price, item price, harga produk, harga pcs, harga per pcs, selling price, sale price, harga jual satuan, hrg satuan, harga setelah diskon, hrg jual, rate, precio unitario, precio de venta,
    preco unitario, valor unitario, vl unitario, unitario, prix unitaire, pu, pu ht, einzelpreis, stuckpreis, stueckpreis, preis pro stuck, prezzo unitario, cena jednostkowa, cena za sztuke, birim fiyat, birim fiyati, stukprijs, don gia, цена за единицу, 単価, 单价, list price, harga normal, harga awal,
    سعر الوحدة, 단가, ราคาต่อหน่วย, इकाई मूल्य, 销售单价`,
  price: `harga, price, hrg, precio, preco, prix, preis, prezzo, cena, fiyat, prijs, gia, цена, 価格, 金額単価, valor,
    السعر, ثمن, कीमत, मूल्य, दर, 가격, 판매가, ราคา, 价格, pris, hinta, τιμη, מחיר`,
  netRevenue: `net sales, penjualan bersih, net revenue, net amount, net total, total net, total bersih, pendapatan bersih, omzet bersih, sales net, subtotal net, net sale, ventas netas, venta neta, vendas liquidas, valor liquido, ventes nettes, nettoumsatz, netto, vendite nette, line net`,
  revenue: `total penjualan, omzet, omset, total harga, total sales, sales, revenue, line total, total, subtotal, sub total, sales amount, amount, total amount, total price, total pendapatan, pendapatan, penjualan, total harga produk, harga total, jumlah harga, total jual, total bayar item, nilai penjualan, nilai,
    nominal, jumlah uang, total rp, total transaksi, total spent, sale amount, transaction amount, extended price, ext price, line amount, item total, total value, sales value, turnover, takings, total revenue, sale value, h jual, price total, uang masuk, pemasukan, importe, importe total, venta, ventas, total venta, monto, valor total, valor venda, valor da venda, valor final, vl total,
    receita, faturamento, total item, montant, montant ht, chiffre d affaires, ca, revenu, ca ht, umsatz, betrag, gesamt, gesamtpreis, gesamtbetrag, summe, erlos, totale, importo, ricavo, fatturato, incasso, kwota, wartosc, laczna wartosc, sprzedaz, tutar, toplam, toplam tutar, omzet eur, bedrag, totaal, thanh tien, tong tien, tongtien, doanh thu, сумма, выручка, общая стоимость, стоимость, 売上, 売上高, 金額, 合計, 销售额, 金额,
    الإجمالي, المجموع, المبلغ, कुल, राशि, कुल राशि, 금액, 매출, 매출액, 합계, 총액, ยอดขาย, ยอดรวม, รวม, จำนวนเงิน, 总额, 销售金额, celkem, belop, summa, συνολο, סהכ`,
  grossRevenue: `gross sales, penjualan kotor, gross revenue, gross amount, gross, bruto, total kotor, omzet kotor, ventas brutas, venta bruta, vendas brutas, valor bruto, ventes brutes, bruttoumsatz, brutto, vendite lorde, montant ttc, ttc, cogs`,
  orderTotal: `grand total, order total, cart total, pembayaran total, total pembayaran, total bayar, total order, order amount, invoice total, bill amount, total pesanan, total belanja, receipt total, jumlah bayar, bayar, total invoice, total faktur, transaction total, total nota`,
  discount: `diskon, discount, discounts, potongan, potongan harga, disc, discount amount, total diskon, diskon item, line discount, descuento, desconto, remise, rabatt, sconto, rabat, indirim, korting, item discount, total discount, nilai diskon, promo, lineitem discount, скидка, 割引, 値引`,
  branch: `cabang, branch, nama cabang, toko, outlet, gerai, store, store name, nama toko, nama outlet, lokasi, location, store location, branch name, shop, shop name, pos, kios, id cabang, kode cabang, store id, gudang, sucursal, tienda, local, loja, id loja, filial, codempresa, magasin, boutique, filiale, geschaft, negozio, punto vendita, sklep, magaza, sube, winkel, vestiging, cua hang, chi nhanh,
    магазин, филиал, 店舗, 店, 门店, distribuidora, warehouse, market, retailer,
    الفرع, المتجر, शाखा, दुकान, 매장, 지점, 점포, สาขา, ร้าน, 门店名称, 分店`,
  place: `country, city, region, state, wilayah, nama wilayah, kota, kota kabupaten, provinsi, cidade, uf, regiao, pays, pays du detaillant, ville, land, stadt, citta, sehir, bolge, pais, ciudad, estado, wilaya, area, district, province, negara`,
  variant: `warna, varian, variant, color, colour, variasi, nama variasi, ukuran, size, rasa, flavor, flavour, modifiers applied, modifiers, price point name, opsi, option, tipe warna, talla, couleur, farbe, grosse, colore, taglia, cor, tamanho, kolor, rozmiar, renk, kleur, merek, brand, merk, цвет, 色, カラー, サイズ`,
  category: `kategori, category, kategori barang, kategori produk, product category, item category, product line, product type, item type, departemen, department, divisi, lini, golongan, kelompok, jenis, group, product group, merk hp, category code, cat id, categoria, rubro, categorie, gamme de produits, famille, kategorie, warengruppe, kategoria, категория, категория товара, カテゴリ, 商品分類, 分類, class, segment, sub kategori, subcategory`,
  stock: `stok, stock, inventory, sisa stok, stok akhir, sisa, stock on hand, on hand, qty on hand, stok tersedia, saldo stok, stok awal, persediaan, existencias, estoque, bestand, giacenza, lagerbestand, 在庫, stock level, stock quantity, available stock, available, prod tulips, remaining, jumlah stok, stok gudang, current stock, reorder level, min stok, stok minimum`,
  invoice: `no nota, nomor nota, nota, invoice, invoice no, invoice number, no invoice, nomor invoice, no faktur, nomor faktur, faktur, receipt number, receipt no, receipt, no struk, struk, nomor struk, no transaksi, no trans, kode transaksi, id transaksi, transaction id, transaction, transaction no, transaction number, order id, order number, order no, no pesanan, nomor pesanan, id pesanan, no order, id penjualan, penjualan id, no bukti, bill no, bill number, ticket, ticket number, check number, invoice id, id invoice, sale id, sales id, bestell id, verkaufs id, belegnummer, bon, bonnummer, rechnungsnummer, id venda, codigo venda, codigo venta, id pedido, pedido, numero pedido, num cmd, vente id, numero fattura, scontrino, siparis id, fis no, ma hd, mahd, номер заказа, 注文番号, 伝票番号, 订单号`,
  status: `status, status pesanan, order status, status transaksi, status pembayaran, payment status, financial status, sale status, transaction status, keadaan, estado pedido, statut, situacao, stato, durum, item status, статус, state of order`,
  movement: `receipt type, transaction type, tipe transaksi, jenis transaksi, type of transaction, sale type, tipe struk, document type, doc type, jenis dokumen, tipo documento, tipo transacao, type, tipe, transaction kind, event type`,
  person: `kasir, cashier, cashier name, customer, customer id, customer name, pelanggan, nama pelanggan, nama pembeli, pembeli, karyawan, employee, staff, sales person, salesman, nama sales, server, waiter, cliente, vendedor, kunde, client, user, username, username pembeli, operator, email, phone, no telepon, telepon, alamat, address, nama penerima, payment method, metode pembayaran, pembayaran, cara bayar, payment, payment type, catatan, note, notes, keterangan, remarks, gender, jenis kelamin, member, dining option, order type, collected by, served by, sold by, created by, dibuat oleh, device name, terminal, register, details`,
  leftAlone: `cost, cost price, unit cost, cost of goods, cost of goods sold, hpp, harga pokok, harga beli, modal, harga modal, profit, gross profit, laba, untung, keuntungan, margin, gross income, gross margin, gross margin percentage, pajak, tax, taxes, ppn, vat, tax amount, pb1, service charge, ongkir, ongkos kirim, shipping, shipping fee, biaya, fee, komisi, commission, target, plan, planned, rencana, budget, anggaran, kembalian, change, tip, tips, tunai, rating, persentase, percentage, percent, persen, berat, weight, total berat, costo, coste, custo, lucro, imposto, impuesto, iva, icms, ganancia, cout, marge, tva, taxe, gewinn, mwst, steuer, kosten, costi, utile, koszt, zysk, podatek, maliyet, kar, kdv, себестоимость, прибыль, 原価, 利益, 消費税, no, nomor, no urut, number, index, row id, id, id detail, line number, line, temperature, suhu, temp, weather, cuaca, curah hujan, rain, rainfall, humidity, holiday, libur, hari libur, is holiday, weekday, weekend, day of week, week, minggu, quarter, kuartal, semester, promo flag, tax 5, income, points, poin, tarif pajak, loyalty`,
}

/** Lower case, without accents, units in brackets, camel or snake joints: `Unit_Price (Rp)` is `unit price`. */
export const normalHeader = (text: string): string =>
  text
    .replace(/[([{][^)\]}]*[)\]}]/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gi, 'l')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What this heading says, or null when no word of it is known. */
export const headerSense = (text: string): HeaderSense | null => {
  const normal = normalHeader(text)
  if (normal === '') return null
  const exact = KNOWN.get(squashed(normal))
  if (exact) return { ...exact, exact: true }
  return partial(normal.split(' '))
}

const squashed = (normal: string): string => normal.replaceAll(' ', '')

type Known = { readonly sense: Sense; readonly rank: number }

const isSense = (text: string): text is Sense => text in WORDS
const SENSES: readonly Sense[] = Object.keys(WORDS).filter(isSense)

/** Spaces do not count: `invoicedate`, `InvoiceDate` and `invoice_date` are one heading. */
const KNOWN: ReadonlyMap<string, Known> = new Map(
  SENSES.flatMap((sense) =>
    WORDS[sense]
      .split(',')
      .map((phrase, rank): [string, Known] => [squashed(normalHeader(phrase)), { sense, rank }]),
  ).reverse(),
)

/** Longer headings (`Total Penjualan Cabang Dago`) are known by the longest phrase inside. */
const partial = (words: readonly string[]): HeaderSense | null => {
  if (words.length > PARTIAL_WORDS_MAX) return null
  // `Total Profit` and `Tax amount` hold money that is nobody's sale.
  if (words.some((word) => NOT_SALES.has(word))) {
    return { sense: 'leftAlone', rank: PARTIAL_RANK, exact: false }
  }
  for (let length = words.length - 1; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = words.slice(at, at + length).join('')
      const known = phrase.length < PARTIAL_CHARS_MIN ? undefined : KNOWN.get(phrase)
      if (known) return { ...known, rank: known.rank + PARTIAL_RANK, exact: false }
    }
  }
  return null
}

const NOT_SALES = new Set(
  'cost hpp pokok modal profit laba untung keuntungan margin pajak tax taxes ppn vat iva tva mwst ongkir shipping fee biaya komisi commission target plan planned rencana budget kembalian lucro custo costo coste gewinn kosten'.split(
    ' ',
  ),
)

/** A heading of more words is a sentence. */
const PARTIAL_WORDS_MAX = 6
/** `no`, `id`, `ca` inside a longer heading say nothing. */
const PARTIAL_CHARS_MIN = 3
/** Any exact word beats any partial one. */
const PARTIAL_RANK = 1000
