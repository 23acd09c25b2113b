import type { askedEnglish } from './asked-en.ts'

/** Jawaban untuk pertanyaan bebas. */
export const askedIndonesian: typeof askedEnglish = {
  metrics: {
    revenue: 'Omzet',
    units: 'Terjual',
    transactions: 'Transaksi',
    aov: 'Rata-rata per transaksi',
    avg_price: 'Harga rata-rata',
    units_per_order: 'Barang per transaksi',
    products_sold: 'Jenis produk terjual',
    stock_on_hand: 'Stok',
  },
  dimensions: {
    product: 'per produk',
    branch: 'per cabang',
    color: 'per warna',
    category: 'per kategori',
    day: 'per hari',
    weekday: 'per nama hari',
    hour: 'per jam',
    week: 'per minggu',
    month: 'per bulan',
  },
  perDay: 'rata-rata per hari',
  average: 'rata-rata',
  median: 'nilai tengah per hari',
  middle: 'nilai tengah',
  best: 'tertinggi',
  worst: 'terendah',
  share: (percent) => `${percent} dari total`,
  without: (names) => `tanpa ${names}`,
  names: (first, more) => `${first} dan ${more} lainnya`,
  week: (day) => `minggu ${day}`,
  compared: (mark, percent, other) => `${mark} ${percent} dari ${other}`,
  same: (other) => `Sama dengan ${other}`,
  before: (when, value) => `${when} (${value})`,
  usual: (value) => `biasanya (${value})`,
  noOther: (when) => `Belum ada penjualan ${when} untuk dibandingkan.`,
  lastSold: (what, day) => `${what} terakhir laku ${day}`,
  more: (n) => `… dan ${n} lainnya`,
  nothingFits: 'Tidak ada yang cocok.',
  assumed: {
    month_to_date: 'Tanpa periode, jadi saya hitung bulan ini.',
    revenue: 'Saya hitung sebagai omzet.',
    spelling: 'Saya baca sebagai nama yang paling mirip.',
    prior_period: 'Periodenya sama seperti tadi.',
  },
  impossible: {
    hours:
      'File Anda tidak punya jam, jadi per jam belum bisa. Yang bisa: per hari atau per nama hari.',
    categories: 'File Anda tidak punya kategori. Yang bisa: per produk atau per warna.',
    money: 'File Anda tidak punya harga, jadi omzet belum bisa dihitung. Jumlah barang bisa.',
    quantity: 'File Anda tidak punya jumlah, jadi barang belum bisa dihitung. Omzet bisa.',
  },
  nearest: (word) => `Saya belum kenal ${word} di toko ini.`,
  closest: (names) => `Maksudnya ${names}?`,
  which: 'Maksudnya yang mana?',
  partly: 'Belum bisa semuanya sekaligus. Yang bisa saya jawab:',
  orWithout: (plan) => `Atau tanpa itu: ${plan}.`,
  kinds: { product: 'Produk', branch: 'Cabang', color: 'Warna', category: 'Kategori' },
  learned: (said, name) => `Saya ingat: ${said} itu ${name}. Kalau salah, ketik: lupakan ${said}`,
  forgotten: (said, name) => `Sip, ${said} tidak lagi saya baca sebagai ${name}.`,
  noneClose: 'Cek namanya, atau ketik *produk* untuk lihat apa yang dijual.',
  branch: 'Semua cabang',
  noStock: (what) => `Stok ${what} belum pernah dicatat. Ketik misalnya: *stok mawar 120*.`,
  stock: (what, left) => `${what}: sisa ${left}`,
  declined: {
    not_sales:
      'Saya hanya paham penjualan toko ini 🙏 Coba: *omzet kemarin* atau *produk terlaris minggu ini*.',
    injection:
      'Saya hanya bisa menjawab soal penjualan toko ini 🙏 Coba: *omzet kemarin* atau *cabang bulan ini*.',
    destructive_action:
      'Saya tidak mengubah atau menghapus penjualan lewat pertanyaan. Untuk menarik file, ketik *batal*.',
    no_cost_data: 'Saya belum punya data modal, jadi laba belum bisa dihitung. Omzet bisa.',
    no_customer_data:
      'File Anda tidak menyebut siapa pembelinya. Jumlah transaksi bisa saya hitung.',
    no_staff_data:
      'File Anda tidak menyebut siapa yang menjual. Antar cabang bisa saya bandingkan.',
    no_target_set: 'Target belum ada. Bisa saya bandingkan dengan bulan lalu.',
    unsupported_metric: 'Itu tidak ada di file Anda. Yang bisa: omzet, barang terjual, transaksi.',
  },
  thisWeek: {
    which: '“Penjualan minggu ini” yang mana?',
    sinceMonday: 'Sen-hari ini',
    lastDays: '7 hari terakhir',
  },
}
