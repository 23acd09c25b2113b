import type { Messages } from './en.ts'
import { whole } from './numbers.ts'

const days = (n: number): string => `${whole(n, 'id')} hari`
const things = (n: number): string => `${whole(n, 'id')} barang`

/** Stok, pesanan, cara pasok dan laba, as a shopkeeper says it. */
export const goodsId: Messages['goods'] = {
  noted: 'Dicatat',
  count: (name, amount) => `${name}: ${amount}`,
  before: (amount) => `tadinya ${amount}`,
  asOf: (day) => `akhir ${day}`,
  receive: (name, amount) => `${name} +${amount} datang`,
  waste: (name, amount) => `${name} −${amount} dibuang`,
  now: (amount) => `sekarang ${amount}`,
  order: (name, amount) => `${name}: ${amount} sudah dipesan`,
  orderDue: (day) => `datang sekitar ${day}`,
  orderGone: (name) => `${name}: pesanannya dihapus`,
  stillOnOrder: (amount) => `${amount} masih dipesan`,
  noCount: 'stok awalnya belum dihitung',
  packs: (packs, pack) => `${packs} ${pack}`,
  lead: (name, n) => `${name}: kirim ${days(n)}`,
  review: (name, n) => `${name}: pesan tiap ${days(n)}`,
  pack: (name, pack, amount) => `${name}: 1 ${pack} isi ${amount}`,
  minimum: (name, amount) => `${name}: minimal pesan ${amount}`,
  shelf: (name, n) => `${name}: tahan ${days(n)}`,
  cost: (name, money) => `${name}: modal ${money} per satuan`,
  everything: 'Semua barang',
  category: (name) => `Semua ${name}`,
  takesOffFrom: (moment) => `Penjualan setelah ${moment} dikurangi otomatis.`,
  takesOffFromDay: (day) => `Penjualan mulai ${day} dikurangi otomatis.`,

  which: (name) => `“${name}” yang mana?`,
  unknown: (name) => `Saya belum kenal “${name}”.`,
  unknownNear: (name) => `Saya belum kenal “${name}”. Maksudnya?`,
  packUnknown: (name, pack) => `1 ${pack} ${name} isi berapa?`,
  packNext: (example) => `Ketik ${example}, lalu kirim ulang.`,
  packExample: (name, pack) => `1 ${pack} ${name} isi 20`,
  tooMuch: (name) => `${name}: angkanya sepertinya salah, coba cek lagi.`,
  notNoted: (list) => `Belum dicatat: ${list}`,
  noBranches: (branch) =>
    `Stok saya catat untuk seluruh toko, belum untuk ${branch} saja. Jumlahkan semua cabang, lalu kirim totalnya.`,
  noCategory: (name) => `Itu dicatat per barang, belum bisa untuk ${name}.`,

  ask: 'Sisa di rak sekarang berapa?',
  askHow: (example) => `Ketik satu baris per barang: ${example}`,
  askExample: (name) => `${name} 120`,
  stockExample: (name) => `stok ${name} 120`,
  askProduct: 'mawar',
  askMore: 'Atau kirim daftar stok (CSV/Excel).',

  title: (n) => `Stok ${things(n)}`,
  known: (amount) => amount,
  recount: 'perlu dihitung ulang',
  onOrder: (amount) => `${amount} dipesan`,
  basis: (counted, until) => `Dihitung ${counted}, dikurangi penjualan s/d ${until}.`,
  basisNoSales: (counted) => `Dihitung ${counted}.`,
  sum: (counted, day) => `Hitungan ${counted} (${day})`,
  plus: (amount) => `+ ${amount} datang`,
  minusWaste: (amount) => `− ${amount} dibuang`,
  minusSold: (amount) => `− ${amount} terjual sejak itu`,
  result: (amount) => `= ${amount}`,
  moreThanWas:
    'Yang keluar lebih banyak dari yang ada: ada kiriman atau hitungan yang terlewat. Hitung sekali lagi ya.',
  none: 'Belum ada stok yang dicatat.',
  noneOf: (name) => `Stok ${name} belum saya ketahui.`,

  undone: (n) => (n === 1 ? 'Dibatalkan ↩️' : `${things(n)} dibatalkan ↩️`),
  nothingToUndo: 'Yang itu sudah dibatalkan, tidak ada yang berubah.',

  ordered: (n) => `${things(n)} sudah dipesan`,
  orderedNone: 'Saat ini tidak ada yang perlu dipesan, jadi tidak ada yang dicatat.',
  orderedNext: (example) => `Kalau barangnya datang: ${example}`,
  receiveExample: (name, amount) => `terima ${name} ${amount}`,

  supply: {
    title: (name) => `Pasokan ${name}`,
    titleAll: 'Pasokan semua barang',
    lead: (n) => `Kirim ${days(n)}`,
    review: (n) => `Pesan tiap ${days(n)}`,
    pack: (pack, amount) => `1 ${pack} isi ${amount}`,
    minimum: (amount) => `Minimal pesan ${amount}`,
    shelf: (n) => `Tahan ${days(n)}`,
    cost: (money) => `Modal ${money} per satuan`,
    assumed: 'anggapan saya',
    notTold: (list) => `Belum diisi: ${list}`,
    missing: { pack: 'isi kemasan', minimum: 'minimal pesan', shelf: 'masa simpan', cost: 'modal' },
    change: (examples) => `Ubah: ${examples}`,
    examples: (name) =>
      name === ''
        ? '*kirim 3 hari* · *pesan tiap 7 hari*'
        : `*kirim ${name} 3 hari* · *1 ikat ${name} isi 20* · *${name} tahan 5 hari* · *modal ${name} 8000*`,
  },

  advice: {
    packs: (packs, amount) => `${packs} (${amount})`,
    pack: (packs, name) => `${packs} ${name}`,
    lead: (n) => `kirim ${days(n)}`,
    shelf: (n) => `tahan ${days(n)}`,
    onOrder: (amount) => `${amount} sudah dipesan`,
    cover: (n) => (n === 0 ? 'tidak sampai sehari' : `cukup ${days(n)}`),
    recount: 'perlu dihitung ulang',
    whyButton: (amount) => `Kenapa ${amount}?`,
    period: (lead, review) => `kirim ${whole(lead, 'id')} + pesan lagi ${whole(review, 'id')}`,
    sales: (perDay, n, sum) => `Laku ±${perDay}/hari × ${days(n)} ≈ ${sum}`,
    safety: (amount, level) => `+ ${amount} cadangan hari ramai (cukup di ${level} kejadian)`,
    minusOnHand: (amount) => `− ${amount} sisa stok`,
    minusUsable: (usable, left) => `− ${usable} yang masih layak (dari sisa ${left})`,
    minusOnOrder: (amount) => `− ${amount} sudah dipesan`,
    needed: (amount) => `= ${amount}`,
    toPacks: (said, size) => `→ ${said} isi ${size}`,
    toMinimum: (amount) => `→ ${amount}, minimal sekali pesan`,
    overShelf: (n) =>
      `Lebih banyak dari yang biasa laku dalam ${days(n)} masa simpannya; kalau bisa pesan lebih sedikit.`,
    levels: (levels, amounts) => `Supaya cukup di ${levels} kejadian: ${amounts}`,
    because: (level, why) => `${level} karena ${why}`,
    why: {
      told: 'harga dan modalnya',
      perishable: 'tidak tahan lama',
      important: 'penyumbang omzet utama',
      normal: 'itu yang biasa dipakai',
    },
    basis: (until) => `Dasar: penjualan s/d ${until}`,
    basisStock: (counted) => `stok dihitung ${counted}`,
    assumed: (lead, review) => `anggapan: kirim ${days(lead)}, pesan tiap ${days(review)}`,
    stale: 'Penjualan sesudahnya belum masuk: kirim file terbaru.',
    tellStock: (example) => `Beri tahu sisa stok, nanti saya kurangi: ${example}`,
    surplus: (list) => `Kebanyakan: ${list}`,
    over: (name, left, n) => `${name} (sisa ${left}, cukup ${days(n)})`,
    overMany: (name, left) => `${name} (sisa ${left}, cukup setahun lebih)`,
    dead: (name, left, n) => `${name} (sisa ${left}, ${days(n)} tanpa jual)`,
    markdown: (list) => `Turunkan harga: ${list}`,
    marked: (name, left, cover, shelf) =>
      `${name} (sisa ${left}, baru habis ${days(cover)}, tahan ${whole(shelf, 'id')})`,
    class: (abc, steadiness) => `Kelas ${abc}, ${steadiness}`,
    steadiness: {
      X: 'lakunya stabil',
      Y: 'lakunya naik turun',
      Z: 'lakunya tidak menentu',
    },
  },

  profit: {
    title: (when, money) => `${when}: laba ${money}`,
    sum: (revenue, cost) => `Omzet ${revenue} − modal ${cost}`,
    margin: (percent) => `Margin ${percent}, sebelum sewa, gaji, dan biaya lain`,
    part: (known, all, percent) =>
      `Baru ${whole(known, 'id')} dari ${whole(all, 'id')} produk yang modalnya saya tahu (${percent} omzet)`,
    best: (list) => `Laba terbesar: ${list}`,
    loss: (list) => `Terjual di bawah modal: ${list}`,
    how: (example) => `Isi modal: ${example}`,
    howExample: (name) => `modal ${name} 8000`,
  },
}
