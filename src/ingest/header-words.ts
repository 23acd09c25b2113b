import { currencyMark } from './numbers.ts'

/**
 * What a heading can say. Finer than the roles a plan has: money headings differ in which money they
 * mean, and some (cost, profit, tax, planned) are there to be left alone.
 */
export type Sense =
  | 'date'
  | 'otherDate'
  /** Births, expiries, days a price holds from: never the day of a sale. */
  | 'noSaleDate'
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
  /** Pieces or money given back, in a column of their own. */
  | 'returned'
  | 'branch'
  | 'place'
  | 'variant'
  | 'category'
  | 'stock'
  | 'invoice'
  | 'status'
  | 'movement'
  /** A yes, or a date, where the line was voided or cancelled. */
  | 'undone'
  | 'person'
  /** Codes of the money each line is in. */
  | 'currency'
  | 'leftAlone'

/** A heading understood: `rank` is 0 for the best word of its sense; `exact` when nothing was left over. */
export type HeaderSense = { readonly sense: Sense; readonly rank: number; readonly exact: boolean }

/**
 * Headings as real exports write them (normalised), best first within a sense. Indonesian and
 * English lead; Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish, Vietnamese,
 * Russian, Arabic, Hindi, Thai, Korean, Japanese and Chinese follow.
 */
const WORDS: Readonly<Record<Sense, string>> = {
  date: `tanggal, date, ts, txn date, txn time, tanggal transaksi, transaction date, tgl transaksi, tanggal penjualan, tgl, sale date, sales date, order date,
    invoice date, tanggal order, tanggal pesanan, tanggal jual, tanggal nota, tanggal faktur, waktu transaksi, waktu pesanan dibuat, waktu,
    date and time of order, date time, datetime, timestamp, created at, tanggal dibuat, tanggal pembelian, purchase date, order time, hari, day, fecha, fecha venta, fecha de venta, data,
    data venda, data da venda, data pedido, data do pedido, data vendita, date vente, date de vente, date cmd, date commande, datum, bestelldatum, verkaufsdatum,
    rechnungsdatum, kaufdatum, orderdatum, data sprzedazy, data zamowienia, czas, tarih, satis tarihi, ngay, ngaylap, ngay ban, дата, дата заказа, дата продажи, 日付, 売上日, 注文日, 年月, 日期,
    bulan, periode, month, mes, mois, monat, mese, year, annee, tahun, invoice dt, order dt, business date, posting date, bill date, receipt date, tanggal kirim laporan,
    التاريخ, تاريخ, दिनांक, तारीख, 날짜, 일자, 판매일, 주문일, วันที่, วันที่ขาย, 订单日期, 销售日期, datum prodeje, dato, paivamaara, ημερομηνια, תאריך,
    sold at, sold on, sold date, date sold, sale time stamp, trading date, trading day, purchased at, purchased on, ordered at, ordered on, order placed,
    placed at, date placed, placed on, created on, creation date, date created, created date, created time, create time, transaction time stamp,
    order created at, payment date and time, closed at, opened at, opened date, check date, waktu order, waktu pesanan, waktu pembelian, tanggal dan waktu,
    tanggal waktu, tgl jual, tgl nota, tgl order, tgl pesanan, tgl penjualan, tgl faktur, tanggal beli, tanggal trx, tgl trx, hari tanggal, hari tgl,
    f emision, fecha emision, fecha de emision, fecha de pedido, fecha del pedido, fecha compra, fecha de compra, fecha y hora, fecha de la venta,
    fecha operacion, fecha hora, dt emissao, dt venda, data emissao, data de emissao, data da compra, data compra, data e hora, data hora, dt pedido,
    data do documento, date ticket, date facture, date de facture, date commande client, date du ticket, date operation, date heure, jour, belegdatum,
    umsatzdatum, bestelldatum uhrzeit, transaktionsdatum, datum uhrzeit, tag, kassendatum, data scontrino, data ordine, data documento, data e ora,
    data operazione, giorno, verkoopdatum, besteldatum, factuurdatum, datum verkoop, datum tijd, transactiedatum, data wystawienia, data transakcji,
    data paragonu, data faktury, islem tarihi, siparis tarihi, fatura tarihi, belge tarihi, tarih saat, fis tarihi, ngay gio, thoi gian, thoi gian ban,
    ngay dat hang, ngay hoa don, ngay tao, thoi gian tao don, 販売日, 取引日, 取引日時, 売上日時, 販売日時, 注文日時, 会計日時, 日時, 年月日, 計上日, 伝票日付, 下单时间, 下单日期, 付款时间, 交易时间, 交易日期,
    创建时间, 订单创建时间, 时间, 开单日期, 單據日期, 販售日期, 판매일자, 판매일시, 주문일시, 주문일자, 결제일시, 결제일, 거래일, 거래일시, 영업일자, 매출일, 매출일자, 일시, วันที่ทำรายการ, วันที่สั่งซื้อ, วันเวลา,
    วันที่เวลา, วันที่เอกสาร, تاريخ البيع, تاريخ الطلب, تاريخ الفاتورة, التاريخ والوقت, बिक्री तिथि, तिथि, बिल दिनांक, बिक्री की तारीख, дата и время,
    дата чека, datum transakcije, dag`,
  otherDate: `due date, ship date, shipping date, delivery date, tanggal kirim, tanggal jatuh tempo, jatuh tempo, paid at, updated at, fulfilled at,
    tanggal bayar, waktu pembayaran dilakukan, waktu pengiriman diatur, waktu pesanan selesai, required date, shipped date,
    cancelled date, refund date, return date, tanggal pengiriman, waktu bayar, payment date, payment time, tanggal pembayaran, pay date, paid date,
    paid time, paid on, settlement date, settled at, payout date, fecha de entrega, fecha de pago, data pagamento, data entrega, data de entrega,
    data de pagamento, zahlungsdatum, lieferdatum, date de livraison, date de paiement, last updated date, update time, completed at, completed time,
    tanggal selesai, waktu selesai, tanggal ambil, pickup date, collection date`,
  noSaleDate: `expiry date, exp date, expiration date, expires at, best before, tanggal kadaluarsa, tgl kadaluarsa, kadaluarsa, birth date, date of birth, dob, birthday, tanggal lahir, tgl lahir, fecha de nacimiento, fecha de caducidad, fecha de vencimiento, data de nascimento, data de validade, validade, date de naissance, date de peremption, geburtsdatum, ablaufdatum, mhd, data di nascita, data di scadenza, geboortedatum, data urodzenia, data waznosci, dogum tarihi, son kullanma tarihi, ngay sinh, han su dung, 生年月日, 賞味期限, 出生日期, 生日, 有效期, 생년월일, 유통기한, วันเกิด, วันหมดอายุ, تاريخ الميلاد, تاريخ الانتهاء,
    tanggal berlaku, berlaku mulai, berlaku sejak, effective date, effective from, valid from, valid until, valid to, start date, end date, vigencia, valido desde, gueltig ab, gultig ab, valable du, join date, hire date, tanggal masuk, tanggal bergabung, member since, registered at, tanggal daftar`,
  time: `jam, time, pukul, jam transaksi, waktu jual, transaction time, order time of day, hour, hora, heure, uhrzeit, zeit, ora, saat, hour of day, sale time, godzina, tijd`,
  product: `produk, product, item title, article title, beschreibung, artikelbezeichnung 1, warenbeschreibung, product description short, nama produk, nama barang, product name, item name, item, barang, nama item, nama menu, menu item, menu, description, item description, product description,
    deskripsi, deskripsi barang, lineitem name, nama, jenis barang, jenis produk, jenis bunga, bunga, model hp, uraian, uraian barang, keterangan barang, article, artikel, articulo, producto, descripcion, nombre producto, nombre del producto,
    produto, descricao, descricao produto, descricao do produto, nome produto, nome do produto, produtos, produit, nom produit, nom du produit, designation, libelle, produkt, produktname, artikelname, bezeichnung,
    artikelbezeichnung, prodotto, nome prodotto, piatto, descrizione, nazwa, nazwa produktu, produkty, urun, urun adi, tensanpham, san pham, ten san pham, товар, название товара, наименование, 商品名, 商品, 種類, 品名, product title, title, sku name, goods, service, layanan, tipo, pizza name, stock item, particulars, items, name,
    المنتج, الصنف, اسم المنتج, उत्पाद, वस्तु, सामान, 상품, 상품명, 제품, 제품명, 품목, สินค้า, ชื่อสินค้า, รายการ, 产品, 产品名称, 商品名称, produkt navn, vare, tuote, προιον, מוצר,
    item menu, nama item produk, product item, mercadoria, produto servico, nome da mercadoria, articulo servicio, concepto, nombre articulo,
    nombre del articulo, detalle producto, titulo de la publicacion, titulo del producto, titulo do anuncio, articles, nom article, nom de l article,
    intitule, artikelbeschreibung, ware, warenbezeichnung, speise, gericht, nome articolo, merce, descrizione articolo, nazwa towaru, towar,
    nazwa artykulu, nazwa towaru uslugi, malzeme, malzeme adi, stok adi, urun ismi, omschrijving, productnaam, artikelomschrijving, gerecht, ten hang,
    ten hang hoa, mat hang, hang hoa, ten mon, sp, 商品名称規格, メニュー, メニュー名, 品目, 品名規格, 商品タイトル, 菜品, 菜品名称, 货品, 货品名称, 宝贝标题, 商品标题, 메뉴, 메뉴명, 품명, 품목명, 상품이름,
    ชื่อรายการ, รายการสินค้า, ชื่อเมนู, เมนู, الاصناف, البيان, اسم الصنف, السلعة, बस्तु का नाम, उत्पाद का नाम, वस्तु का नाम, माल, आइटम, товары,
    номенклатура, наименование товара`,
  productCode: `kode barang, kode produk, id barang, id produk, product id, item id, sku, stock code, product code, item code, kode item, barcode, plu, upc, ean, produk id, produit id, produkt id, codigo produto, codigo, cod produto,
    pizza name id, pizza id, product number, article number, artikelnummer, part number, kode, code, asin, nomor referensi sku, sku induk, codigo producto, seller sku, 商品コード,
    variant sku, lineitem sku, sku id, sku code, item sku, item code plu, kode sku, kode sku produk, item number, codigo de producto, codigo articulo,
    codigo do produto, reference, ref article, ref, art nr, artikelnr, artikel nr, kod produktu, stok kodu, urun kodu, barkod, ma hang, ma san pham, 商品番号,
    商品编码, 货号, 条码, 상품코드, 바코드, รหัสสินค้า, رمز المنتج, asin isbn`,
  quantity: `jumlah, qty, liter, liters, litres, litre, ltr, quantity, kuantitas, jumlah terjual, jumlah barang, qty terjual, terjual, unit terjual, units sold, quantity sold, qty sold, sold qty, quantity ordered, order quantity, lineitem quantity, banyak, banyaknya, unit, units, pcs,
    item sold, items sold, sold, banyak barang, jumlah produk, jumlah item, jumlah beli, jumlah unit, qty jual, jumlah jual, laku, jml, jmlh, kts, cantidad, cant, unidades, cantidad vendida, quantidade, qtd, qtde, qtd vendida, quantidade vendida, volume, quantite, qte, nombre, menge, anzahl, stuck, stueck, stk, verkaufte menge,
    quantita, quantita venduta, qta, pezzi, vendite, ilosc, sztuk, adet, miktar, aantal, so luong, soluong, количество, количество продаж, кол во, 数量, 個数, 販売数, 销量, no of items, number of items, sold tulips, count, jumlah qty,
    الكمية, العدد, मात्रा, संख्या, 수량, 판매량, จำนวน, 销售数量, mnozstvi, antal, antall, maara, ποσοτητα, כמות,
    qty ordered, ordered qty, item qty, item quantity, items quantity, product quantity, total qty, total quantity, net items sold, net quantity, qty net,
    units ordered, quantity purchased, sold units, no of units, number of units, nos, per unit quantity, each qty, jumlah produk terjual, jml terjual,
    jml barang, jml jual, jumlah pesanan, jumlah produk di pesan, jumlah produk dibeli, jumlah dibeli, kuantiti, banyak nya, qty item, total terjual,
    unit vendidos, unidades vendidas, cant vendida, ctd, cdad, piezas, pzas, und vendidas, itens, qtd itens, quant, qtde vendida, unidades ordenadas,
    pecas, quantite vendue, qte vendue, nb, nb articles, nombre d articles, nbre, unites, unites vendues, stueckzahl, stuckzahl, verkauft, verkaufsmenge,
    q ta, q t, qta venduta, numero pezzi, pz, stuks, stk verkocht, aantal verkocht, verkochte aantal, hoeveelheid, szt, liczba, ilosc sprzedana,
    liczba sztuk, sprzedana ilosc, satis adedi, satis miktari, satilan adet, satilan miktar, sl, sl ban, so luong ban, so luong san pham, 販売数量, 売上数量, 売上点数,
    点数, 販売個数, 購入数, 注文数, 件数, 数目, 购买数量, 售出数量, 商品数量, 份数, 판매수량, 주문수량, 개수, 판매개수, จำนวนขาย, จำนวนที่ขาย, จำนวนสินค้า, จำนวนชิ้น, ปริมาณ, الكمية المباعة, عدد,
    القطع, नग, बेची गई मात्रा, पीस, परिमाण, кол во продано, количество товара, штук`,
  unitPrice: `harga satuan, sold for, valor do produto, valor produto, produktpreis, stuksprijs, unit price, price per unit, price each, harga per unit, harga jual, harga barang, lineitem price, item price, harga produk, harga pcs, harga per pcs, selling price, sale price, harga jual satuan, hrg satuan, harga setelah diskon, hrg jual, rate, precio unitario, precio de venta,
    preco unitario, valor unitario, vl unitario, unitario, prix unitaire, pu, pu ht, einzelpreis, stuckpreis, stueckpreis, preis pro stuck, prezzo unitario, cena jednostkowa, cena za sztuke, birim fiyat, birim fiyati, stukprijs, don gia, цена за единицу, 単価, 单价, list price, harga normal, harga awal,
    سعر الوحدة, 단가, ราคาต่อหน่วย, इकाई मूल्य, 销售单价,
    each, price each item, unit selling price, selling price per unit, sell price, retail, retail price, mrp, unit cost to customer,
    sku unit original price, price unit, unit amount, harga satuan produk, harga jual per unit, harga menu, harga item, precio de lista,
    precio venta, p unit, p unitario, p u, precio por unidad, precio unit, precio unitario de venta, vl unit, valor unit, preco unit, preco venda,
    preco de venda, p unit ttc, p u ttc, p u ht, prix unit, prix de vente, prix unitaire ttc, pu ttc, vk preis, vk, e preis, verkaufspreis, einzelpr,
    stk preis, preis stk, ep, prezzo unit, prezzo di vendita, prezzo vendita, cena jedn, cena brutto, cena netto, cena sprzedazy, cena szt, b fiyat,
    satis fiyati, birim fiyat tl, verkoopprijs, prijs per stuk, eenheidsprijs, gia ban, don gia ban, 販売単価, 売単価, 販売価格, 税込単価, 税抜単価, 售价, 商品单价, 销售价, 成交单价,
    판매단가, 상품단가, ราคาขาย, ราคาต่อชิ้น, ราคา หน่วย, ราคาหน่วย, سعر البيع, سعر القطعة, विक्रय मूल्य, प्रति इकाई मूल्य, цена за шт, цена продажи`,
  price: `harga, price, hrg, precio, preco, prix, preis, prezzo, cena, fiyat, prijs, gia, цена, 価格, 金額単価, valor, net price, gross price, item cost,
    السعر, ثمن, कीमत, मूल्य, दर, 가격, 판매가, ราคา, 价格, pris, hinta, τιμη, מחיר`,
  netRevenue: `net sales, penjualan bersih, net revenue, net amount, net total, total net, total bersih, pendapatan bersih, omzet bersih, sales net, subtotal net, net sale, ventas netas, venta neta, vendas liquidas, valor liquido, ventes nettes, nettoumsatz, netto, vendite nette, line net,
    net, nett, neto, bersih, netto umsatz, net sales amount, net item sales, item net, total neto, importe neto, total liquido,
    sku subtotal after discount, subtotal w discounts, subtotal after discount, total after discount, total setelah diskon, subtotal setelah diskon,
    paid price, discounted price total, amount after discount, net price total, net omzet, omzet netto, wartosc netto, sprzedaz netto, net satis,
    net tutar, doanh thu thuan, 純売上, 純売上高, 実売上, 税抜金額, 实收金额, 实付金额, 实收, 实付, 순매출, 순매출액, 실매출, ยอดขายสุทธิ, ยอดสุทธิ, صافي المبيعات, الصافي, शुद्ध बिक्री`,
  revenue: `total penjualan, ciro, omzet, omset, total harga, total sales, sales, revenue, line total, total, subtotal, sub total, sales amount, amount, total amount, total price, total pendapatan, pendapatan, penjualan, total harga produk, harga total, jumlah harga, total jual, total bayar item, nilai penjualan, nilai,
    nominal, jumlah uang, total rp, total transaksi, total spent, sale amount, transaction amount, extended price, ext price, line amount, item total, total value, sales value, turnover, takings, total revenue, sale value, h jual, price total, uang masuk, pemasukan, importe, importe total, venta, ventas, total venta, monto, valor total, valor venda, valor da venda, valor final, vl total,
    receita, faturamento, total item, montant, montant ht, chiffre d affaires, ca, revenu, ca ht, umsatz, betrag, gesamt, gesamtpreis, gesamtbetrag, summe, erlos, totale, importo, ricavo, fatturato, incasso, kwota, wartosc, laczna wartosc, sprzedaz, tutar, toplam, toplam tutar, omzet eur, bedrag, totaal, thanh tien, tong tien, tongtien, doanh thu, сумма, выручка, общая стоимость, стоимость, 売上, 売上高, 金額, 合計, 销售额, 金额,
    الإجمالي, المجموع, المبلغ, कुल, राशि, कुल राशि, 금액, 매출, 매출액, 합계, 총액, ยอดขาย, ยอดรวม, รวม, จำนวนเงิน, 总额, 销售金额, celkem, belop, summa, συνολο, סהכ,
    item revenue, item total amount, item sales, product sales, product revenue, ingresos, ingresos por productos, subtotal produk, subtotal item,
    harga total produk, total harga barang, jumlah rupiah, jumlah rp, total rupiah, nilai transaksi, total nilai, sub total rp, uang, setoran, penerimaan,
    ttl, tot, amt, total amt, net amt, line amount total, sum, recaudacion, facturacion, monto total, importe venta, total linea, valor, valor da compra,
    valor do item, vlr total, vl tot, vendas, total venda, receita total, total ligne, montant total, montant ligne, recette, recettes, ventes, vente,
    total ttc, gesamt eur, gesamtsumme position, gesamtumsatz, endpreis, positionssumme, warenwert, einnahmen, erloese, importo totale, totale riga,
    incassi, vendite eur, bedrag totaal, omzet totaal, regeltotaal, totaalbedrag, wartosc brutto, wartosc sprzedazy, przychod, utarg, obrot, razem, suma,
    satis tutari, tutari, hasilat, genel tutar, toplam fiyat, so tien, tien, tong gia tri, tong thanh tien, tong doanh thu, gia tri, 売上金額, 販売金額, 売上合計,
    合計金額, 税込金額, 小計, 支払金額, 総額, 总价, 小计, 合计, 总金额, 销售总额, 成交金额, 营业额, 商品金额, 應收, 판매금액, 총금액, 합계금액, 매출금액, 결제금액, 판매액, ยอดรวม บาท, จำนวนเงินรวม, ราคารวม, เป็นเงิน,
    มูลค่า, ยอดเงิน, รวมเงิน, قيمة المبيعات, المبيعات, القيمة, الاجمالي, مبلغ, المجموع الكلي, कुल मूल्य, कुल बिक्री, बिक्री, बिक्री राशि, रकम,
    сумма продажи, продажи, оборот, итог`,
  grossRevenue: `gross sales, penjualan kotor, gross revenue, gross amount, gross, bruto, total kotor, omzet kotor, ventas brutas, venta bruta, vendas brutas, valor bruto, ventes brutes, bruttoumsatz, brutto, vendite lorde, montant ttc, ttc, cogs,
    gross price total, harga kotor, penjualan bruto, sku subtotal before discount, subtotal before discount, total before discount,
    subtotal sebelum diskon, total sebelum diskon, ventas totales brutas, importe bruto, total bruto, bruttobetrag, umsatz brutto, total brut, brut, lordo,
    totale lordo, bruto omzet, omzet bruto, sprzedaz brutto, brut satis, brut tutar, doanh thu gop, 総売上, 総売上高, 应收金额, 총매출, 총매출액, ยอดขายรวม, اجمالي المبيعات`,
  orderTotal: `grand total, nilai pesanan, nilai order, nilai penjualan kotor, harga pesanan, nilai transaksi kotor, amount paid, order total, cart total, pembayaran total, total pembayaran, total bayar, total order, order amount, invoice total, bill amount, total pesanan, total belanja, receipt total, jumlah bayar, bayar, total invoice, total faktur, transaction total, total nota,
    order total amount, order subtotal amount, order subtotal, order value, total price order, total order value, subtotal order, jumlah tagihan,
    total tagihan, total pembelian, check total, ticket total, total ticket, total pedido, total do pedido, total de la orden, total commande,
    bestellsumme, bestellwert, totale ordine, ordertotaal, wartosc zamowienia, siparis toplami, tong don hang, 订单金额, 订单总额, 注文合計, 注文金額, 주문금액, 주문총액,
    ยอดสั่งซื้อ`,
  discount: `diskon, discount, discounts, potongan, potongan harga, disc, discount amount, total diskon, diskon item, line discount, descuento, desconto, remise, rabatt, sconto, rabat, indirim, korting, item discount, total discount, nilai diskon, promo, lineitem discount, скидка, 割引, 値引,
    disc amt, discount amt, discount value, item promotion discount, sku seller discount, sku platform discount, seller discount total, discounts amount,
    discounts and comps, comps, diskon produk, diskon rp, potongan diskon, diskon penjual, dto, dcto, desc, descto, descuentos, bonificacion, descontos,
    vl desconto, remises, reduction, reductions, rabatte, nachlass, sconti, kortingen, rabaty, upust, iskonto, indirim tutari, giam gia, chiet khau,
    khuyen mai, 割引額, 値引額, 値引き, クーポン, 优惠, 优惠金额, 折扣, 折扣金额, 할인, 할인금액, 할인액, ส่วนลด, الخصم, خصم, छूट, скидки`,
  returned: `refunds, refund, refund amount, refunded, refunded amount, amount refunded, returns, returned, returns amount, return amount, returned amount, returned quantity, returned qty, quantity returned, qty returned, units returned, items refunded, items returned, refund qty, qty retur, jumlah retur, retur, nilai retur, pengembalian, total retur, pengembalian dana, jumlah dikembalikan, devoluciones, devolucion, cantidad devuelta, reembolsos, reembolso, anulaciones y reembolsos, devolucoes, qtd devolvida, estorno, estornos, remboursements, remboursement, retours, quantite retournee, erstattungen, erstattung, retouren, retourenmenge, rimborsi, quantita resa, retourbedrag, terugbetalingen, zwroty, zwrot, iadeler, iade tutari, iade adedi, hoan tien, tra lai, so luong tra, 返金額, 返金, 返品数, 返品, 退款, 退款金额, 退货数量, 환불금액, 환불, 반품수량, คืนเงิน, จำนวนคืน, المرتجعات, المسترجع, वापसी, возвраты`,
  branch: `cabang, branch, nama cabang, toko, outlet, gerai, store, store name, nama toko, nama outlet, lokasi, location, store location, branch name, shop, shop name, pos, kios, id cabang, kode cabang, store id, gudang, sucursal, tienda, local, loja, id loja, filial, codempresa, magasin, boutique, filiale, geschaft, negozio, punto vendita, sklep, magaza, sube, winkel, vestiging, cua hang, chi nhanh,
    магазин, филиал, 店舗, 店, 门店, distribuidora, warehouse, market, retailer,
    الفرع, المتجر, शाखा, दुकान, 매장, 지점, 점포, สาขา, ร้าน, 门店名称, 分店,
    nama gerai, nama merchant, merchant name, restaurant, resto, restoran, tempat, lokasi toko, pos store, shop location, kiosk, filial loja,
    nombre sucursal, punto de venta, local comercial, point de vente, etablissement, standort, niederlassung, sede, esercizio, filiaal, locatie, lokal,
    oddzial, punkt, subesi, chi nhanh ban, diem ban, 店舗コード, 店名, 支店, 店铺, 店铺名称, 分店名称, 매장명, 지점명, 점포명, สาขาที่ขาย, ชื่อสาขา, اسم الفرع, الموقع, शाखा का नाम,
    торговая точка`,
  place: `country, city, region, state, wilayah, nama wilayah, kota, kota kabupaten, provinsi, cidade, uf, regiao, pays, pays du detaillant, ville, land, stadt, citta, sehir, bolge, pais, ciudad, estado, wilaya, area, district, province, negara`,
  variant: `warna, varian, variant, color, colour, variasi, nama variasi, ukuran, size, rasa, flavor, flavour, modifiers applied, modifiers, price point name, opsi, option, tipe warna, talla, couleur, farbe, grosse, colore, taglia, cor, tamanho, kolor, rozmiar, renk, kleur, merek, brand, merk, цвет, 色, カラー, サイズ`,
  category: `kategori, category, kategori barang, kategori produk, product category, item category, product line, product type, item type, departemen, department, divisi, lini, golongan, kelompok, jenis, group, product group, merk hp, category code, cat id, categoria, rubro, categorie, gamme de produits, famille, kategorie, warengruppe, kategoria, категория, категория товара, カテゴリ, 商品分類, 分類, class, segment, sub kategori, subcategory,
    sales category, menu group, menu subgroup, item group, reporting category, jenis menu, kelas, familia, grupo, departamento, seccion, familias, rayon,
    categorie produit, artikelgruppe, produktgruppe, sparte, reparto, gruppo, groep, productgroep, grupa, grupa towarowa, reyon, grup, urun grubu,
    nhom hang, nhom san pham, loai, loai hang, 部門, 部門名, 分類名, 类别, 商品类别, 品类, 카테고리, 분류, 상품분류, หมวดหมู่, ประเภท, الفئة, التصنيف, श्रेणी, группа`,
  stock: `stok, stock, inventory, sisa stok, stok akhir, sisa, stock on hand, on hand, qty on hand, stok tersedia, saldo stok, stok awal, persediaan, existencias, estoque, bestand, giacenza, lagerbestand, 在庫, stock level, stock quantity, available stock, available, prod tulips, remaining, jumlah stok, stok gudang, current stock, reorder level, min stok, stok minimum`,
  invoice: `no nota, transaktionsnr, transaktionsnummer, transaktions id, po number, nomor nota, nota, invoice, invoice no, invoice number, no invoice, nomor invoice, no faktur, nomor faktur, faktur, receipt number, receipt no, receipt, no struk, struk, nomor struk, no transaksi, no trans, kode transaksi, id transaksi, transaction id, transaction, transaction no, transaction number, order id, order number, order no, no pesanan, nomor pesanan, id pesanan, no order, id penjualan, penjualan id, no bukti, bill no, bill number, ticket, ticket number, check number, invoice id, id invoice, sale id, sales id, bestell id, verkaufs id, belegnummer, bon, bonnummer, rechnungsnummer, id venda, codigo venda, codigo venta, id pedido, pedido, numero pedido, num cmd, vente id, numero fattura, scontrino, siparis id, fis no, ma hd, mahd, номер заказа, 注文番号, 伝票番号, 订单号,
    invoice num, inv no, inv, invoiceno, receipt id, receipt num, check id, check no, check, order, order ref, order reference, txn id, txn no, trx id,
    id trx, no trx, kode trx, trans id, transaction ref, transaction code, sale number, sale no, sales order, sales order no, so number, bill id, bill,
    docket, document no, document number, doc no, no dokumen, nomor dokumen, nomor transaksi, nomor order, kode pesanan, nomor referensi, no ref, id struk,
    kode struk, kode nota, folio, n boleta, boleta, n ticket, no ticket, n factura, factura, nro factura, nro comprobante, comprobante, numero de pedido,
    num pedido, id venta, de venta, n de venta, n venta, cupom, cupom fiscal, nf, nfe, nota fiscal, n nota, n pedido, no pedido, numero da nota, num venda,
    numero ticket, facture, n facture, num facture, no facture, n commande, commande, numero commande, beleg, beleg nr, belegnr, bon nr, bonnr,
    rechnungsnr, rechnung, rechnungs nr, bestellnummer, bestellnr, auftragsnummer, n scontrino, n documento, numero documento, numero scontrino, fattura,
    n fattura, numero ordine, ordine, bon nummer, factuurnr, factuurnummer, ordernummer, bestelnummer, transactienummer, kassabon, nr paragonu,
    numer paragonu, paragon, nr faktury, numer faktury, numer zamowienia, nr zamowienia, nr dokumentu, fatura no, fatura numarasi, fis numarasi,
    siparis no, siparis numarasi, belge no, evrak no, adisyon no, ma hoa don, so hoa don, so hd, ma don hang, ma don, so chung tu, ma phieu, レシート番号, 伝票no,
    取引番号, 取引id, 受注番号, 会計番号, 注文id, 单号, 訂單編號, 订单编号, 流水号, 小票号, 交易号, 单据编号, 주문번호, 영수증번호, 전표번호, 거래번호, เลขที่ใบเสร็จ, เลขที่บิล, เลขที่เอกสาร, หมายเลขคำสั่งซื้อ,
    เลขที่ใบกำกับ, เลขที่, رقم الفاتورة, رقم الطلب, رقم الايصال, الفاتورة, رقم العملية, बिल नंबर, बिल संख्या, चालान संख्या, ऑर्डर आईडी, रसीद संख्या,
    номер чека, чек, номер документа`,
  status: `status, cancelation return type, cancellation return type, cancel reason, cancelation type, cancellation type, status pembatalan, alasan pembatalan, status pesanan, order status, status transaksi, status pembayaran, payment status, financial status, sale status, transaction status, keadaan, estado pedido, statut, situacao, stato, durum, item status, статус, state of order,
    status bayar, status order, status pengiriman, payment state, order state, state order, fulfillment status, estado de la venta, estado del pedido,
    estado de pago, estado venta, situacao do pedido, status do pedido, etat, etat commande, statut commande, bestellstatus, zahlungsstatus, stato ordine,
    stato pagamento, stan, status zamowienia, siparis durumu, odeme durumu, bestelstatus, trang thai, trang thai don hang, tinh trang, 状態, ステータス, 状況, 注文状況,
    状态, 订单状态, 交易状态, 상태, 주문상태, 결제상태, 처리상태, สถานะ, สถานะคำสั่งซื้อ, الحالة, حالة الطلب, حالة, स्थिति, статус заказа`,
  movement: `receipt type, transaction type, tipe transaksi, jenis transaksi, type of transaction, sale type, tipe struk, document type, doc type, jenis dokumen, tipo documento, tipo transacao, type, tipe, transaction kind, event type,
    line type, record type, row type, entry type, transaction event, sale or return, sale return, jenis, jenis struk, tipe nota, tipo de comprobante,
    tipo de documento, tipo operacion, tipo de operacao, type de document, type operation, belegart, vorgang, buchungsart, tipo operazione, soort, typ,
    typ dokumentu, islem tipi, islem turu, belge tipi, loai giao dich, loai chung tu, 取引区分, 区分, 売上区分, 伝票区分, 交易类型, 单据类型, 类型, 거래구분, 구분, 거래유형, ประเภทรายการ,
    نوع العملية, نوع الحركة, लेनदेन प्रकार, тип операции`,
  undone: `void, voided, is void, is voided, cancelled, canceled, is cancelled, is canceled, is refunded, is returned, transaction refunded, cancelled at, canceled at, cancelled on, voided at, batal, dibatalkan, is batal, dihapus, deleted, is deleted, anulado, anulada, cancelado, cancelada, annule, annulee, storniert, storno, annullato, geannuleerd, anulowane, anulowany, iptal, da huy, キャンセル, 取消, 已取消, 作废, 취소, 취소여부, ยกเลิก, ملغي, रद्द`,
  currency: `currency, currency code, mata uang, moneda, moeda, devise, monnaie, waehrung, wahrung, valuta, waluta, para birimi, doviz, tien te, 通貨, 币种, 货币, 통화, สกุลเงิน, العملة, मुद्रा, валюта`,
  person: `kasir, cashier, cashier name, customer, customer id, customer name, pelanggan, nama pelanggan, nama pembeli, pembeli, karyawan, employee, staff, sales person, salesman, nama sales, server, waiter, cliente, vendedor, kunde, client, user, username, username pembeli, operator, email, phone, no telepon, telepon, alamat, address, nama penerima, payment method, metode pembayaran, pembayaran, cara bayar, payment, payment type, catatan, note, notes, keterangan, remarks, gender, jenis kelamin, member, dining option, order type, collected by, served by, sold by, created by, dibuat oleh, device name, terminal, register, details,
    username buyer, seller, salesperson, sales rep, sales associate, recipient, ship city, ship country, ship to, billing name, pay method, tender,
    tender type, metode bayar, jenis pembayaran, tipe pembayaran, cara pembayaran, channel, kanal, platform, sales channel, sumber order, kurir, courier,
    cajero, vendedora, forma de pago, medio de pago, metodo de pago, forma de pagamento, forma pagamento, pagamento, operador, caixa, atendente, caissier,
    vendeur, mode de paiement, mode de reglement, reglement, moyen de paiement, kassierer, bediener, verkaufer, zahlungsart, zahlart, zahlungsmittel,
    kassa, operatore, cassiere, metodo pagamento, metodo di pagamento, kasjer, sprzedawca, klient, forma platnosci, platnosc, kasiyer, musteri, satici,
    odeme tipi, odeme sekli, medewerker, klant, betaalwijze, betaalmethode, thu ngan, khach hang, nhan vien, nguoi ban, phuong thuc thanh toan, thanh toan,
    hinh thuc thanh toan, 担当者, 担当, 顧客名, 支払方法, お支払い方法, 会員名, 收银员, 支付方式, 顾客, 会员, 客户, 备注, 담당자, 고객명, 결제수단, 결제방법, 회원, 비고, พนักงานขาย, พนักงาน, ลูกค้า,
    วิธีชำระเงิน, ชำระโดย, الكاشير, العميل, طريقة الدفع, البائع, कैशियर, ग्राहक, भुगतान, भुगतान विधि, кассир, покупатель, оплата`,
  leftAlone: `cost, ค่าคอมมิชชั่น, ค่าคอม, عمولة, कमीशन, hoa hong, 佣金, コミッション, 배달팁, 배달비, cost price, unit cost, cost of goods, cost of goods sold, hpp, harga pokok, harga beli, modal, harga modal, profit, gross profit, laba, untung, keuntungan, margin, gross income, gross margin, gross margin percentage, pajak, tax, taxes, ppn, vat, tax amount, pb1, service charge, ongkir, ongkos kirim, shipping, shipping fee, biaya, fee, komisi, commission, target, plan, planned, rencana, budget, anggaran, kembalian, change, tip, tips, tunai, rating, persentase, percentage, percent, persen, berat, weight, total berat, costo, coste, custo, lucro, imposto, impuesto, iva, icms, ganancia, cout, marge, tva, taxe, gewinn, mwst, steuer, kosten, costi, utile, koszt, zysk, podatek, maliyet, kar, kdv, себестоимость, прибыль, 原価, 利益, 消費税, no, nomor, no urut, number, index, row id, id, id detail, line number, line, temperature, suhu, temp, weather, cuaca, curah hujan, rain, rainfall, humidity, holiday, libur, hari libur, is holiday, weekday, weekend, day of week, week, minggu, quarter, kuartal, semester, promo flag, tax 5, income, points, poin, tarif pajak, loyalty,
    debit, debet, kredit, credit, saldo, balance, running total, running balance, cumulative, kumulatif, akumulasi, saldo akhir, saldo awal, masuk, keluar,
    debito, credito, haber, debe, acumulado, cumul, kumuliert, gst, hst, pst, cgst, sgst, igst, igv, pis, cofins, ust, umsatzsteuer, vat rate, tax rate,
    omzetbelasting, btw, pvm, moms, stopa vat, kdv orani, kdv tutari, thue, thue vat, 税, 税額, 税额, 税金, 税率, 부가세, 세금, ภาษี, ภาษีมูลค่าเพิ่ม, vat 7, الضريبة,
    ضريبة, कर, जीएसटी, налог, ндс, hpp satuan, total hpp, harga pokok penjualan, modal satuan, laba kotor, laba bersih, average cost, avg cost,
    costo unitario, costo total, preco de custo, prix d achat, prix de revient, einkaufspreis, ek, ek preis, wareneinsatz, prezzo acquisto, costo acquisto,
    inkoopprijs, kostprijs, inkoop, koszt zakupu, cena zakupu, alis fiyati, birim maliyet, gia von, gia nhap, loi nhuan, 仕入単価, 仕入値, 粗利, 粗利益, 成本, 成本价, 进价,
    利润, 毛利, 원가, 매입가, 이익, 마진, ต้นทุน, กำไร, التكلفة, الربح, लागत, लाभ, себестоимость единицы, delivery fee, delivery charge, service fee, platform fee,
    admin fee, biaya admin, biaya layanan, biaya pengiriman, ongkos, grab fee, commission fee, payout, settlement amount, net payout,
    cash received, uang diterima, kembali, uang kembali, bayar tunai, gratuity, service, propina, envio, costo de envio, cargo por venta, frete,
    taxa, taxas, comissao, livraison, frais, frais de port, pourboire, commissione, spedizione, mancia, versand, versandkosten, trinkgeld, provision,
    min order, minimal order, minimum order, min order qty, minimum order quantity, moq,
    gebuhr, verzendkosten, fooi, dostawa, koszt dostawy, prowizja, napiwek, kargo, komisyon, bahsis, phi van chuyen, phi ship, tien boi, 送料, 手数料, 运费, 手续费,
    배송비, 수수료, ค่าส่ง, ค่าจัดส่ง, ค่าธรรมเนียม, الشحن, التوصيل, शिपिंग, доставка, комиссия, temperatura, temperature c, jam kerja, hours, hours worked,
    gaji, salary, umur, age, usia, distance, jarak, meja, table, table no, no meja, covers, guests, pax, jumlah tamu, jumlah pelanggan, jumlah transaksi,
    transactions, orders, number of orders, order count, num orders, transaction count, customers, visitors, pengunjung, traffic, sessions, clicks, views,
    transaksi, penjualan s d hari ini, cumulative sales, running sales, sales to date, year to date, month to date, ytd, mtd, total berjalan, omzet berjalan, omset berjalan,
    nb tickets, nb clients, anzahl bons, kundenanzahl, numero scontrini, aantal bonnen, aantal klanten, liczba paragonow, musteri sayisi, so don,
    so hoa don ban, 客数, 来客数, 订单数, 客流量, 주문건수, 고객수, จำนวนบิล, จำนวนลูกค้า, عدد الفواتير, ग्राहकों की संख्या, 会員番号, no hp, nomor hp, phone number, telefono,
    telefone, telefon, telephone, postcode, kode pos, zip, zip code, ranking, rank, peringkat, target harian, target bulanan, sasaran, meta, objectif,
    soll, plan umsatz, obiettivo, doel, cel, hedef, muc tieu, 目標, 目标, 목표, เป้าหมาย, الهدف, लक्ष्य, forecast, prakiraan, previous, last year, tahun lalu,
    prior year, growth, pertumbuhan, comp`,
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
  const exact = knownAs(normal)
  return underUnit(text, exact ? { ...exact, exact: true } : partial(normal.split(' ')))
}

/** A mere `Name` may be anybody's: it stands behind every heading that says whose. */
const knownAs = (normal: string): Known | undefined => {
  const known = KNOWN.get(squashed(normal))
  return known && MERE_NAMES.has(normal) ? { ...known, rank: known.rank + MERE_RANK } : known
}

const MERE_NAMES = new Set(['name', 'nama', 'nome', 'nombre', 'nom', 'nazwa', 'naam'])
const MERE_RANK = 2000

/** `Jumlah (Rp)` is money and `Penjualan (pcs)` pieces, whatever the word alone would mean. */
const underUnit = (text: string, found: HeaderSense | null): HeaderSense | null => {
  const unit = /[([{]([^)\]}]*)[)\]}]/.exec(text)?.[1] ?? ''
  if (found === null || unit === '') return found
  if (found.sense === 'quantity' && currencyMark(unit) !== null) {
    return { ...found, sense: 'revenue', rank: REVENUE_BY_UNIT_RANK }
  }
  return found.sense === 'revenue' && PIECES.test(unit) ? { ...found, sense: 'quantity' } : found
}

/** Behind the columns that say in words that they are the total. */
const REVENUE_BY_UNIT_RANK = 900
const PIECES =
  /^\s*(?:pcs|pc|pieces?|units?|unit|qty|buah|btg|batang|tangkai|stk|stück|szt\.?|uds?|unidades|pz|個|点|件|개)\s*$/i

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
  if (words.some((word) => NOT_SALES.has(word)) || RUNNING.test(words.join(' '))) {
    return { sense: 'leftAlone', rank: PARTIAL_RANK, exact: false }
  }
  for (let length = words.length - 1; length > 0; length--) {
    const found = phrasesOf(words, length).flatMap((phrase) => knownInside(phrase) ?? [])
    // `Product Qty` counts products, and `Product Category` sorts them: they name none.
    const known = found.find(({ sense }) => sense !== 'product') ?? found[0]
    if (known) return { ...known, rank: known.rank + PARTIAL_RANK, exact: false }
  }
  return compound(words.at(-1) ?? '')
}

/** What a till has taken so far: `Penjualan s.d. hari ini`, `Sales to date`. */
const RUNNING =
  /\bs d\b|sampai (?:dengan )?(?:hari|tanggal)|[ck]umulati|akumulati|acumulad|kumuliert|to date\b|\b[ym]td\b|running|berjalan/u

const phrasesOf = (words: readonly string[], length: number): string[] =>
  words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '))

const knownInside = (phrase: string): Known | undefined =>
  phrase.replaceAll(' ', '').length < PARTIAL_CHARS_MIN ? undefined : knownAs(phrase)

/** Where one word is written for what others write in two, the last part says what it is. */
const compound = (word: string): HeaderSense | null => {
  if (NOT_SALES_PARTS.test(word)) return { sense: 'leftAlone', rank: PARTIAL_RANK, exact: false }
  const sense = LAST_PARTS.find(([ending]) => word.length > ending.length && word.endsWith(ending))
  return sense ? { sense: sense[1], rank: PARTIAL_RANK, exact: false } : null
}

const LAST_PARTS: readonly (readonly [string, Sense])[] = [
  ['preis', 'price'],
  ['prijs', 'price'],
  ['datum', 'date'],
  ['menge', 'quantity'],
  ['anzahl', 'quantity'],
  ['aantal', 'quantity'],
  ['betrag', 'revenue'],
  ['bedrag', 'revenue'],
  ['umsatz', 'revenue'],
  ['omzet', 'revenue'],
  ['erlös', 'revenue'],
  ['rabatt', 'discount'],
  ['korting', 'discount'],
  ['nummer', 'productCode'],
  ['数量', 'quantity'],
  ['点数', 'quantity'],
  ['個数', 'quantity'],
  ['销量', 'quantity'],
  ['수량', 'quantity'],
  ['単価', 'unitPrice'],
  ['单价', 'unitPrice'],
  ['단가', 'unitPrice'],
  ['売上', 'revenue'],
  ['売上高', 'revenue'],
  ['金額', 'revenue'],
  ['金额', 'revenue'],
  ['货款', 'revenue'],
  ['销售额', 'revenue'],
  ['매출', 'revenue'],
  ['매출액', 'revenue'],
  ['금액', 'revenue'],
  ['日時', 'date'],
  ['日付', 'date'],
  ['日期', 'date'],
  ['时间', 'date'],
  ['일시', 'date'],
  ['일자', 'date'],
]

/** Cost, tax, discount, refund, shipping, target: inside a compound they make money nobody's sale. */
const NOT_SALES_PARTS =
  /einkauf|kosten|steuer|inkoop|belasting|成本|税|割引|値引|仕入|优惠|折扣|退|原価|粗利|利益|利润|手数料|手续费|运费|送料|目標|目标|배달|할인|세금|부가세|원가|환불|배송|수수료|목표/u

const NOT_SALES = new Set(
  'cost costs hpp pokok modal profit laba untung keuntungan margin pajak tax taxes ppn vat iva tva mwst ust kdv btw ongkir ongkos kirim pengiriman shipping delivery handling postage insurance asuransi fee fees biaya komisi commission target plan planned rencana budget kembalian lucro custo costo coste cout gewinn kosten frete envio livraison versand versandkosten spedizione verzendkosten dostawa wysylka kargo tip tips gratuity surcharge comissao comision gebuhr provision payout'.split(
    ' ',
  ),
)

/** A heading of more words is a sentence. */
const PARTIAL_WORDS_MAX = 6
/** `no`, `id`, `ca` inside a longer heading say nothing. */
const PARTIAL_CHARS_MIN = 3
/** Any exact word beats any partial one. */
const PARTIAL_RANK = 1000
