import { askedIndonesian } from './asked-id.ts'
import { dashboardIndonesian } from './dashboard-id.ts'
import { documentId } from './document-id.ts'
import type { Messages } from './en.ts'
import { goodsId } from './goods-id.ts'
import { modelIndonesian } from './model-id.ts'
import { whole } from './numbers.ts'
import { peopleIndonesian } from './people-id.ts'
import { picturesId } from './pictures-id.ts'
import { proofId } from './proof-id.ts'
import { soldId } from './sold-id.ts'
import { speakingIndonesian } from './speaking-id.ts'
import { watchIndonesian } from './watch-id.ts'

/** Indonesian has no plural forms: the number says it. */
const count = (n: number, word: string): string => `${whole(n, 'id')} ${word}`

/** What we say in Indonesian: polite and relaxed, as a good cashier talks to the owner. */
export const id: Messages = {
  languageName: 'Bahasa Indonesia',

  buttons: {
    menu: 'Menu',
    summary: 'Ringkasan',
    forecast: 'Prediksi',
    sevenDays: '7 hari',
    restock: 'Restock',
    restockWhy: 'Kenapa segitu?',
    products: 'Produk',
    chart: 'Grafik',
    why: 'Kenapa?',
    whyUp: 'Kenapa naik?',
    whyDown: 'Kenapa turun?',
    uploads: 'Daftar file',
    sample: 'Lihat contoh',
    exportHelp: 'Cara ekspor',
    help: 'Bantuan',
    undo: 'Batalkan',
    undoLatest: 'Batalkan terakhir',
    undoFile: 'Batalkan file',
    replaceDays: 'Ganti hari ini',
    otherLanguage: 'English',
    closed: 'Toko tutup',
    normal: 'Wajar',
    promo: 'Ada promo',
    mute: 'Jangan ingatkan',
    details: 'Lihat rincian',
    deleteData: 'Hapus semua data',
    deleteConfirm: 'Ya, hapus semua',
    keep: 'Tidak jadi',
    sales: 'Penjualan',
    stock: 'Stok',
    changeStock: 'Ubah stok',
    ordered: 'Sudah pesan',
    knownStock: 'Lihat stok',
    newProduct: 'Barang baru',
    supply: 'Atur',
    costHow: 'Cara isi modal',
    countRows: 'Hitung saja',
    leaveOut: 'Jangan dihitung',
    countOnce: 'Hitung sekali',
    newToken: 'Token baru',
    tokens: 'Lihat token',
    eventTomorrow: 'Ada acara besok',
    chartTrend: 'Grafik harian',
    chartProducts: 'Grafik produk',
    chartBranches: 'Grafik cabang',
    chartHours: 'Grafik jam',
    chartOverview: 'Grafik lengkap',
    reportPdf: 'Laporan PDF',
    reportExcel: 'Laporan Excel',
  },
  seeRows: (n) => `Lihat ${count(n, 'baris')}`,

  welcome: {
    hello: 'Halo 👋 Saya bantu pantau penjualan toko.',
    sendFile: (file) => `Kirim ${file} dari kasir (CSV/Excel) ke chat ini. Langsung saya bacakan.`,
    file: 'file penjualan',
    privacy: (command) => `Data hanya untuk toko Anda. Ketik ${command} kapan saja.`,
    deleteCommand: 'hapus data',
    helloAgain: 'Halo 👋 Siap bantu.',
    ask: 'Tanya saja, misalnya: *penjualan kemarin* atau *restock*.',
  },

  /** Periods by the name they were asked with. */
  periods: {
    today: 'hari ini',
    yesterday: 'kemarin',
    week: 'minggu ini',
    month: 'bulan ini',
    'last-week': 'minggu lalu',
    'last-month': 'bulan lalu',
  },

  basis: {
    line: (parts) => `Dasar: ${parts}`,
    sales: (n) => count(n, 'penjualan'),
    branches: (n) => count(n, 'cabang'),
    until: (clock) => `s/d ${clock}`,
  },

  receipt: {
    read: (file) => `✅ ${file} terbaca`,
    sales: (n) => count(n, 'penjualan'),
    items: (quantity) => `${quantity} barang`,
    branches: (n) => count(n, 'cabang'),
    products: (n) => count(n, 'produk'),
    skipped: (n, reasons) => `${count(n, 'baris')} dilewati (${reasons})`,
    reason: (n, reason) => count(n, reason),
    totals: (n) => `${count(n, 'baris TOTAL')} tidak dihitung`,
    refunds: (gross, refunds, n) =>
      `Bersih: kotor ${gross} dikurangi retur ${refunds} (${count(n, 'baris')})`,
    refundRows: (n) => `Termasuk ${count(n, 'baris retur')}`,
    noMoney: 'Tidak ada kolom harga, jadi omzet belum bisa dihitung.',
    noQuantity: 'Tidak ada kolom jumlah, jadi barang terjual belum bisa dihitung.',
    nothing: (file) => `🙏 ${file} terbuka, tapi belum ada baris yang bisa dihitung`,
    nothingNext: 'Cek baris yang dilewati, perbaiki filenya, lalu kirim lagi.',
    again: (when) => `File ini sudah masuk ${when}, jadi *tidak ada yang dobel* 👍`,
    allKnown: 'Isi file ini semuanya sudah masuk, jadi *tidak ada yang dobel* 👍',
    shared: (n) =>
      `${count(n, 'hari')} di dalamnya sudah punya penjualan lain; yang ini ditambahkan. Kalau ini *koreksi*, tekan Ganti hari ini.`,
    added: (n) => `${count(n, 'penjualan baru')} ditambahkan.`,
    overlap: (n) => `${count(n, 'baris')} sudah ada sebelumnya, jadi *tidak dobel* 👍`,
  },

  problems: {
    'no-date': 'tanpa tanggal',
    'bad-date': 'tanggal tidak terbaca',
    'bad-number': 'angka tidak terbaca',
    'no-product': 'tanpa nama produk',
    'no-amount': 'tanpa jumlah dan harga',
    'broken-line': 'baris rusak',
    'out-of-range': 'nilai tidak masuk akal',
    'not-sold': 'belum dibayar atau batal',
    'left-out': 'tidak dihitung, sesuai jawaban Anda',
  },

  when: {
    justNow: 'barusan',
    earlyToday: 'tadi dini hari',
    morning: 'tadi pagi',
    midday: 'tadi siang',
    afternoon: 'tadi sore',
    evening: 'tadi malam',
    yesterday: 'kemarin',
    on: (day) => `hari ${day}`,
  },

  refused: {
    title: (file) => `🙏 ${file} belum bisa dibaca`,
    unnamed: 'File ini',
    reasons: {
      empty: { what: 'Filenya kosong.', next: 'Ekspor ulang dari kasir, lalu kirim ke sini.' },
      'html-page': {
        what: 'Isinya halaman web, bukan data. Biasanya karena belum login waktu mengunduh.',
        next: 'Login ke kasir, unduh CSV atau Excel-nya, lalu kirim yang itu.',
      },
      pdf: {
        what: 'PDF itu gambar laporan, angkanya tidak bisa dibaca dengan pasti.',
        next: 'Di menu ekspor yang sama pilih *CSV* atau *Excel*, lalu kirim yang itu.',
      },
      image: {
        what: 'Ini gambar, dan angka dari gambar bisa salah baca.',
        next: 'Kirim file *CSV* atau *Excel* dari kasir.',
      },
      spreadsheet: {
        what: 'File spreadsheet ini rusak, terkunci kata sandi, atau jenisnya belum bisa dibuka.',
        next: 'Simpan sebagai *.xlsx* atau *CSV* tanpa kata sandi, lalu kirim yang itu.',
      },
      archive: {
        what: 'Ini file terkompres yang terkunci atau isinya lebih dari satu.',
        next: 'Kirim satu file penjualannya saja; ZIP berisi satu file itu juga bisa.',
      },
      binary: {
        what: 'Tidak ada tabel di dalamnya.',
        next: 'Kirim file penjualan dari kasir dalam bentuk *CSV* atau *Excel*.',
      },
      'no-header': {
        what: 'Baris nama kolom tidak ketemu.',
        next: 'Isi baris pertama dengan nama kolom, misalnya: tanggal, produk, jumlah, harga.',
      },
      'no-date-column': {
        what: 'Tidak ada kolom *tanggal*, jadi penjualannya tidak punya hari.',
        next: 'Pilih laporan *rincian penjualan* (satu baris per barang, ada tanggal), lalu kirim.',
      },
      'no-sales-column': {
        what: 'Tidak ada kolom *jumlah* maupun *harga*.',
        next: 'Pilih laporan *rincian penjualan* yang ada jumlah atau harganya, lalu kirim.',
      },
      'not-sales': {
        what: 'Sepertinya ini bukan penjualan, misalnya daftar stok.',
        next: 'Kirim laporan *penjualan* atau *transaksi* dari kasir.',
      },
      purchases: {
        what: 'Ini daftar belanja toko ke pemasok, bukan penjualan.',
        next: 'Kirim laporan *penjualan* atau *transaksi* dari kasir.',
      },
      'mixed-currencies': {
        what: 'Isinya lebih dari satu mata uang, jadi tidak bisa dijumlahkan.',
        next: 'Ekspor satu mata uang saja, lalu kirim yang mata uang toko.',
      },
      'too-big': {
        what: 'Filenya terlalu besar untuk sekali kirim.',
        next: 'Ekspor per bulan lalu kirim satu-satu; tidak akan ada yang dobel.',
      },
      'other-currency': {
        what: 'Uangnya bukan mata uang toko ini, jadi tidak bisa dijumlahkan.',
        next: 'Kirim ekspor dalam mata uang toko.',
      },
      'not-fetched': {
        what: 'Filenya tidak bisa diambil dari WhatsApp.',
        next: 'Mohon kirim sekali lagi. Belum ada yang dihitung.',
      },
    },
  },

  question: {
    'date-order': (example) => `Tanggal ${example} di file ini maksudnya?`,
    'money-column': () => 'Kolom mana yang berisi uang diterima?',
    sheet: () => 'Penjualannya ada di sheet mana?',
    year: (example) => `Tanggal ${example} di file ini tahun berapa?`,
    'sales-or-stock': (example) => `Kolom ${example} di file ini isinya apa?`,
    'stated-total': (example) =>
      `Total di file dan jumlah baris-barisnya tidak sama: ${example}. Mungkin ada baris yang kurang, jadi belum ada yang dihitung. Hitung barisnya saja, atau kirim file lengkapnya?`,
    'repeated-sales': (example) =>
      `Nota ${example} muncul di beberapa baris dengan penjualan yang sama, cuma beda pembayarannya. Dihitung sekali saja?`,
    'running-total': (example) =>
      `Angka di kolom ${example} naik terus seperti total berjalan; kalau dijumlahkan, penjualannya terhitung berkali-kali. Belum ada yang dihitung. Tiap baris memang penjualan sendiri?`,
    'odd-lines': (example) =>
      `Baris seperti ${example} beda dari penjualan lain di file ini. Ikut dihitung sebagai penjualan?`,
    'many-skipped': (example) =>
      `Ada ${example} baris di file ini yang tidak terbaca, jadi belum ada yang dihitung. Hitung sisanya saja, atau kirim ekspor lain?`,
  },

  compare: {
    up: (percent, what) => `▲ ${percent} dari ${what}`,
    down: (percent, what) => `▼ ${percent} dari ${what}`,
    flat: (what) => `≈ Setara ${what}`,
    weekday: (day, money) => `${day} biasanya (${money})`,
    previous: (money) => `periode sebelumnya (${money})`,
    elapsed: (what, until) => `${what}, sama-sama s/d ${until}`,
    running: 'Masih berjalan, jadi belum dibandingkan.',
  },

  summary: {
    title: (when, amount) => `${when}: ${amount}`,
    itemsSold: (quantity) => `${quantity} barang terjual`,
    noMoney: 'Omzet belum diketahui: filenya tanpa kolom harga.',
    refunds: (gross, refunds, n) =>
      `Bersih: kotor ${gross} dikurangi retur ${refunds} (${count(n, 'baris')})`,
    best: (name, amount) => `Terlaris: ${name}, ${amount}`,
    sold: (quantity) => `${quantity} terjual`,
    rising: (name, gain) => `Naik: ${name} +${gain}`,
    slow: (name, how) => `Melambat: ${name}, ${how}`,
    quietDays: (n) => `${count(n, 'hari')} tanpa jual`,
    quietWeeks: (n) => `${count(n, 'minggu')} tanpa jual`,
    least: (name, quantity) => `Paling sedikit: ${name}, ${quantity} dalam 28 hari`,
    branches: (shares) => `Cabang: ${shares}`,
    variant: (kind, name) => `${kind} favorit: ${name}`,
    variantKind: 'varian',
    more: (n) => `+${whole(n, 'id')} lagi`,
    trendUp: (percent) => `Tren 4 minggu: ▲ ${percent}`,
    trendDown: (percent) => `Tren 4 minggu: ▼ ${percent}`,
    trendFlat: 'Tren 4 minggu: stabil',
  },

  products: {
    title: (name, amount) => `${name} paling laku: ${amount}`,
    none: 'Filenya tanpa nama produk, jadi belum bisa diurutkan.',
  },

  branches: {
    title: (name, money, share) => `${name} terdepan: ${money} (${share})`,
    none: 'Filenya tanpa kolom cabang, jadi semua dihitung satu toko.',
    noneNext: 'Pilih ekspor yang ada cabang atau outletnya, nanti saya pisahkan.',
  },

  forecast: {
    tomorrow: (day) => `Besok (${day})`,
    today: (day) => `Hari ini (${day})`,
    days: (n) => `${count(n, 'hari')} ke depan`,
    items: (range) => `${range} barang`,
    about: (amount) => `sekitar ${amount}`,
    likely: (amount) => `Paling mungkin ${amount}`,
    revenue: (range) => `omzet ${range}`,
    scoreDay: (day) => `${day} lalu`,
    score: (day, range, actual) => `${day} perkiraan ${range}, terjual ${actual}`,
    missed: 'jadi meleset',
    closed: 'tutup',
    usuallyClosed: (day) => `${day}: biasanya tutup`,
    nextOpen: (day, amount) => `Buka lagi ${day}: ${amount}`,
    toldClosed: (day) => `${day}: tutup, sesuai catatan Anda`,
    holidayClosed: (day, name) => `${day}: ${name}, biasanya Anda tutup`,
    yearlyClosed: (day) => `${day}: kemungkinan tutup, seperti tahun lalu`,
    event: (note) => `Ada acara${note}: belum ada contohnya, jadi kisarannya saya lebarkan.`,
    eventUsual: (note, percent) => `Ada acara${note}: biasanya ${percent}.`,
    occasion: (name, percent) => `${name}: biasanya ${percent}.`,
    firstOccasion: (name) =>
      `${name} belum ada contohnya di data Anda, jadi kisarannya saya lebarkan.`,
    more: (percent) => `naik ${percent}`,
    less: (percent) => `turun ${percent}`,
    asleep: (name) => `${name} sudah berhenti laku, jadi saya perkirakan nol.`,
    rare: (name) => `${name} jarang laku, kurang dari sekali dalam 10 hari.`,
    young: (name) => `${name} masih baru, jadi anggap perkiraan kasar.`,
    of: (name, amount) => `${name} ${amount}`,
    tested: (day, range, actual) => `Dicoba untuk ${day}: ${range}, terjual ${actual}`,
    beyond: (n) => `Paling jauh saya lihat ${count(n, 'hari')} ke depan.`,
    rough: 'Datanya masih sedikit, jadi anggap perkiraan kasar.',
    weeks: (n) => count(n, 'minggu'),
    openDays: (n) => count(n, 'hari buka'),
    basis: (history, until) => `Dasar: ${history} s/d ${until}.`,
    noEvents: 'Belum hitung acara khusus.',
    tooLittle: 'Datanya belum cukup untuk prediksi.',
    tooLittleNext:
      'Kirim file penjualan yang lebih lama, dua minggu atau lebih. Makin panjang makin tepat.',
  },

  days: {
    noted: (what) => `🗓️ Dicatat: ${what}`,
    sentence: (when, what) => `${when} ${what}`,
    closed: 'tutup',
    open: 'buka',
    event: 'ada acara',
    branch: (name) => `cabang ${name}`,
    closedAhead: 'Prediksi hari itu jadi nol, dan tidak akan saya tanyakan kenapa kosong.',
    openAhead: 'Prediksinya saya hitung seperti hari buka.',
    eventAhead: 'Kisaran prediksinya saya lebarkan, dan hari itu tidak jadi patokan.',
    past: 'Tanggal itu tidak dipakai lagi sebagai patokan.',
    list: 'Hari khusus yang tercatat',
    none: 'Belum ada hari khusus yang tercatat.',
    how: 'Ketik saja: *besok tutup* atau *ada acara sabtu*.',
    forgotten: (what) => `↩️ Tidak jadi: ${what}`,
    gone: 'Catatan itu sudah dibatalkan sebelumnya, tidak ada yang berubah.',
    unknownBranch: (name, known) => `Cabang “${name}” belum saya kenal. Yang ada: ${known}.`,
    noBranches: (name) => `File Anda tidak menyebut cabang, jadi “${name}” tidak ketemu.`,
    wasClosed: (when) => `${when}: tutup, sesuai catatan Anda`,
    wasEvent: (note) => `Hari itu ada acara${note}, jadi bukan hari biasa.`,
  },

  restock: {
    order: (n) => `Pesan hari ini: ${count(n, 'barang')}`,
    prepare: (n, days) => `Siapkan untuk ${count(days, 'hari')}: ${count(n, 'barang')}`,
    onHand: (quantity) => `sisa ${quantity}`,
    perDay: (quantity) => `laku ±${quantity}/hari`,
    more: (n) => `+${whole(n, 'id')} lagi`,
    reduce: (names) => `Kurangi: ${names}`,
    reduced: (name, now, before) => `${name} (${now}, tadinya ${before})`,
    reducedQuiet: (name, quiet) => `${name} (${quiet})`,
    enough: 'Stok aman, belum perlu pesan hari ini',
    whyTitle: (name, amount) => `Kenapa ${amount} ${name}?`,
    whyRecent: (days, quantity) => `${count(days, 'hari')} terakhir: ${quantity} terjual`,
  },

  watch: watchIndonesian,
  asked: askedIndonesian,
  model: modelIndonesian,
  speaking: speakingIndonesian,

  alert: {
    shop: 'Penjualan',
    branch: (name) => `Cabang ${name}`,
    down: (who, money) => `${who} turun ${money}`,
    up: (who, money) => `${who} naik ${money}`,
    zero: (who) => `${who}: tidak ada penjualan`,
    yesterday: 'kemarin',
    today: 'hari ini',
    on: (day) => `hari ${day}`,
    usual: (actual, day, range) => `${actual}; ${day} biasanya ${range}`,
    usualOnly: (day, range) => `${day} biasanya ${range}`,
    downTo: (what, actual) => `${what} jadi ${actual}`,
    zeroAsk: 'Toko tutup, atau filenya belum dikirim?',
    othersNormal: 'Cabang lain normal.',
    labelled: {
      closed: 'Dicatat: *toko tutup*. Hari itu tidak dipakai sebagai patokan.',
      normal: 'Dicatat: *wajar*. Hari itu tetap dihitung sebagai kebiasaan toko.',
      promo: 'Dicatat: *ada promo*. Hari itu tidak dipakai sebagai patokan.',
      mute: 'Siap, yang ini tidak saya ingatkan lagi.',
    },
    gone: 'Alert itu sudah tidak ada. Angka terbaru ada di ringkasan.',
  },

  why: {
    up: (when, money) => `${when}: naik ${money}`,
    down: (when, money) => `${when}: turun ${money}`,
    flat: (when) => `${when}: seperti biasanya`,
    against: (actual, expected) => `${actual}, biasanya ${expected}`,
    causes: (list) => `Sebab terbesar: ${list}`,
    slice: (who, actual, expected) => `${who} ${actual} (biasanya ${expected})`,
    half: 'separuh',
    fewerBuyers: (percent) => `jumlah pembeli turun ${percent}`,
    moreBuyers: (percent) => `jumlah pembeli naik ${percent}`,
    smallerBasket: (percent) => `belanja per pembeli turun ${percent}`,
    biggerBasket: (percent) => `belanja per pembeli naik ${percent}`,
    rest: (percent) => `Sisanya ${percent} dari perubahan lain.`,
    buyers: 'jumlah pembeli',
    basket: 'belanja per pembeli',
    noCause: 'Tidak ada satu produk atau cabang yang menonjol.',
    unknown: 'Belum ada hari pembanding, jadi sebabnya belum bisa dihitung.',
    unknownNext: 'Kirim file penjualan yang lebih lama, nanti saya bandingkan.',
  },

  report: {
    title: (when) => `Laporan ${when}`,
    summary: 'Ringkasan',
    stock: 'Stok',
    story: 'Singkatnya',
    alert: 'Alert',
    best: (name) => `terlaris ${name}`,
    restock: (list) => `tambah ${list}`,
    reduce: (list) => `kurangi ${list}`,
    stockFine: 'tidak ada yang mendesak',
    noAlert: 'tidak ada yang aneh',
    noForecast: 'datanya belum cukup',
  },

  narrative: {
    good: 'Hasilnya bagus, di atas biasanya.',
    weak: 'Lebih sepi dari biasanya.',
    steady: 'Berjalan seperti biasanya.',
    none: 'Belum banyak yang bisa diceritakan; makin banyak file, makin jelas.',
    best: (name) => `${name} paling dicari pembeli.`,
    rising: (name) => `${name} sedang naik, jangan sampai kehabisan.`,
    slow: (name) => `${name} mulai melambat; promo kecil bisa membantu.`,
    branch: (name) => `${name} menyumbang penjualan terbesar.`,
    trendUp: 'Empat minggu terakhir arahnya naik.',
    trendDown: 'Empat minggu terakhir arahnya turun, jadi stok jangan terlalu banyak.',
  },

  chart: {
    zero: 'tanpa penjualan',
  },

  token: {
    title: (n) => `${n} token API`,
    none: 'Belum ada token API.',
    what: 'Dengan token, kasir atau website bisa kirim penjualan sendiri, tanpa lewat chat.',
    made: (day) => `dibuat ${day}`,
    used: (day) => `dipakai ${day}`,
    unused: 'belum dipakai',
    until: (day) => `sampai ${day}`,
    untilDay: (day) => `Berlaku sampai ${day}.`,
    more: (n) => `+${n} lagi`,
    revokeHint: 'Mau hapus? Ketik *token hapus 1*',
    fresh: (name) => `Token baru: ${name}`,
    once: 'Hanya tampil sekali ini. Pasang di programnya, lalu hapus pesan ini.',
    notKept: '(tokennya tidak disimpan; hilang? ketik *token baru*)',
    use: 'Cara pakainya ada di /docs, di alamat Shopbell Anda.',
    gone: (name) => `Token ${name} sudah tidak berlaku.`,
    unknown: 'Tidak ada token nomor itu. Lihat daftarnya, lalu coba lagi.',
    full: (max) => `Sudah ada ${max} token. Hapus dulu yang tidak dipakai.`,
  },

  uploads: {
    title: (n) => `${count(n, 'file')} masuk`,
    undone: 'dibatalkan',
    none: 'Belum ada file.',
    noneNext: 'Kirim file penjualan dari kasir (CSV/Excel) ke chat ini.',
    next: 'Salah kirim? Batalkan saja, angkanya kembali seperti semula.',
    more: (n) => `+${count(n, 'file lama')}`,
  },

  stock: {
    noted: (file, n) => `${file} ternyata daftar stok: ${count(n, 'produk')} dicatat`,
    skipped: (n) => `${count(n, 'baris')} tanpa produk atau angka dilewati`,
    notSales: 'Tidak dihitung sebagai penjualan. Saran restock sekarang dikurangi stok ini.',
  },

  goods: goodsId,
  sold: soldId,
  proof: proofId,
  people: peopleIndonesian,
  dashboard: dashboardIndonesian,
  pictures: picturesId,
  document: documentId,

  replace: {
    done: (file, days) => `🔁 ${days} sekarang hanya dari ${file}`,
    next: 'Salah tekan? Batalkan filenya, yang lama kembali dihitung.',
  },

  undo: {
    done: (file) => `↩️ ${file} dibatalkan`,
    removed: (sales) => `${sales} sudah dikeluarkan lagi.`,
    removedWithMoney: (sales, money) => `${sales}, ${money} sudah dikeluarkan lagi.`,
    next: 'Berubah pikiran? Kirim saja filenya lagi.',
    nothing: 'Tidak ada file yang bisa dibatalkan.',
    already: (file) => `${file} sudah dibatalkan sebelumnya, tidak ada yang berubah.`,
  },

  rows: {
    sheet: {
      name: 'Baris dilewati',
      line: 'Baris',
      reason: 'Alasan',
      column: 'Kolom',
      value: 'Isi',
      text: 'Tulisan asli',
      file: (base) => `${base} - baris dilewati.xlsx`,
    },
    firstOnly: (n) => `Lembarnya memuat ${whole(n, 'id')} yang pertama.`,
    title: (n, file) => `${count(n, 'baris')} dilewati di ${file}`,
    row: (n, problem) => `Baris ${whole(n, 'id')}: ${problem}`,
    cell: (reason, column, value) => `${reason} (${column}: “${value}”)`,
    line: (reason, text) => `${reason} (“${text}”)`,
    more: (n) => `+${count(n, 'baris lagi')}`,
    next: 'Perbaiki di filenya lalu kirim lagi: yang sudah masuk tidak akan dobel.',
    none: (file) => `Tidak ada baris yang dilewati di ${file}.`,
  },

  exportHelp: {
    title: 'Cara mengambil file dari kasir',
    steps: [
      'Buka *Laporan > Rincian Penjualan* (atau *Transaksi*) di back office kasir.',
      'Pilih tanggalnya, kalau bisa sebulan atau lebih.',
      'Tekan *Ekspor* lalu pilih *CSV* atau *Excel*.',
      'Bagikan filenya ke chat ini.',
    ],
    columns: 'Yang perlu: tanggal, produk, dan jumlah atau harga. Cabang dan warna jadi bonus.',
  },

  sample: {
    loaded: 'Ini toko contoh, bukan toko Anda. Silakan coba-coba, lalu kirim file sendiri.',
    gone: 'Toko contoh sudah saya singkirkan: mulai sekarang hanya angka Anda.',
  },

  help: {
    title: 'Ketik saja yang mau ditanyakan',
    examples: [
      '*penjualan kemarin* · *bulan ini* · *senin lalu*',
      '*prediksi besok* · *restock* · *stok mawar 120*',
      '*produk* · *cabang* · *kenapa turun* · *bukti*',
      '*laku 3 mawar 15rb* · *batal* · *file* · *tim* · *toko* · *ekspor*',
      '*jadwal harian jam 8* · *alert* · *stop* · *ai* · *dasbor*',
    ],
    send: 'Ada file penjualan baru? Kirim ke sini kapan saja.',
    contact: (contact) => `Bicara dengan orang: ${contact}`,
  },

  menu: {
    title: 'Mau lihat apa?',
    next: 'Pilih dari daftar, atau ketik angka atau namanya.',
    titles: {
      summary: 'Ringkasan',
      forecast: 'Prediksi',
      restock: 'Restock',
      products: 'Produk',
      branches: 'Cabang',
      chart: 'Grafik',
      report: 'Laporan lengkap',
      why: 'Kenapa naik/turun',
      uploads: 'Daftar file',
      help: 'Bantuan',
    },
    descriptions: {
      summary: 'Penjualan sehari, seminggu, sebulan',
      forecast: 'Besok kira-kira laku berapa',
      restock: 'Apa yang dipesan, apa yang dikurangi',
      products: 'Yang terlaris dan yang melambat',
      branches: 'Cabang dibanding cabang',
      chart: 'Penjualan dalam satu gambar',
      report: 'Semuanya dalam satu pesan',
      why: 'Kenapa penjualan naik atau turun',
      uploads: 'File yang sudah dikirim, batalkan satu',
      help: 'Contoh pertanyaan dan kontak',
    },
  },

  language: {
    changed: 'Siap, mulai sekarang pakai bahasa Indonesia 👍',
    question: 'Mau pakai bahasa apa?',
  },

  thanks: {
    text: 'Sama-sama 🙏',
    next: 'File atau pertanyaan berikutnya, kapan saja.',
  },

  unclear: {
    text: (text) => `Maaf, saya belum paham “${text}”.`,
    partly: (known, unknown) => `Saya paham ${known}, tapi “${unknown}” belum bisa saya cari.`,
    known: {
      summary: 'penjualan',
      forecast: 'prediksi',
      restock: 'restock',
      products: 'produk',
      branches: 'cabang',
      chart: 'grafik',
      report: 'laporan',
      why: 'kenapa',
    },
    next: 'Saya khusus soal penjualan toko ini. Coba: *penjualan kemarin*',
    nextWhole: 'Kalau untuk seluruh toko bisa. Pilih di bawah:',
    menu: 'Biar gampang, pilih dari menu saja ya.',
    contact: (contact) => `Maaf, saya masih belum paham. Ada orang yang bisa bantu: ${contact}`,
    noContact: 'Maaf, saya masih belum paham. Semua yang saya bisa ada di menu.',
  },

  unreadable: {
    voice: 'Pesan suara belum bisa saya dengar.',
    other: 'Pesan jenis ini belum bisa saya baca.',
    nextText: 'Ketik saja, misalnya: *penjualan kemarin*',
  },

  tooBig: {
    what: 'File ini terlalu besar untuk dikirim lewat WhatsApp.',
    next: 'Ekspor per bulan lalu kirim satu-satu; tidak akan ada yang dobel.',
  },

  tooFast:
    'Pesannya banyak sekaligus 🙏 Saya jawab yang masuk duluan. Mulai pesan ini belum saya baca; kirim lagi *satu menit* lagi ya.',
  stranger:
    'Halo 🙏 Nomor ini khusus toko yang terdaftar, jadi belum ada yang bisa saya tampilkan.',

  setAside: {
    what: (n) => `🙏 Satu pesan ${n} kali gagal saya proses, jadi saya sisihkan dulu.`,
    safe: 'Tidak ada yang hilang: data yang sudah masuk aman, pesannya juga tersimpan.',
    next: 'Coba kirim sekali lagi ya.',
    contact: (contact) => `Kalau masih gagal: ${contact}`,
  },

  noData: {
    yet: 'Belum ada data penjualan di sini, jadi belum ada yang bisa dihitung.',
    yetNext: 'Kirim *file penjualan* dari kasir (CSV/Excel), langsung saya bacakan.',
    period: (when) => `Belum ada data untuk ${when}`,
    known: (span) => `Yang ada: ${span}.`,
    periodNext: 'Kirim file untuk tanggal itu, atau lihat hari lain.',
    cost: (cost) => `Saya belum punya data ${cost}, jadi laba belum bisa dihitung.`,
    costWord: 'modal',
    revenue: (when, amount) => `Omzet ${when} ${amount}.`,
  },

  privacy: {
    what: 'Data yang dikirim *hanya untuk toko Anda*.',
    kept: 'Yang disimpan: baris penjualan, nama file, dan chat ini.',
    notShared: 'Tidak dijual, tidak terlihat toko lain. Semua angka dari baris Anda sendiri.',
    next: 'Mau menghapus semuanya? Tekan tombol di bawah.',
  },
}
