import type { Messages } from './en.ts'
import { whole } from './numbers.ts'

const days = (n: number): string => `${whole(n, 'id')} hari`

/** Kata-kata di dalam dan di bawah gambar. */
export const picturesId: Messages['pictures'] = {
  shows: (what) => `🖼️ Di gambar: ${what}`,
  numbered: {
    product: (no) => `Produk ${whole(no, 'id')}`,
    branch: (no) => `Cabang ${whole(no, 'id')}`,
    variant: (no) => `Jenis ${whole(no, 'id')}`,
  },
  is: (label, name) => `${label}: ${name}`,
  others: (n) => `${whole(n, 'id')} lainnya`,
  forecast: (n) => `Perkiraan ${days(n)}`,
  trend: {
    money: (span) => `Omzet bersih per hari, ${span}`,
    units: (span) => `Barang terjual per hari, ${span}`,
    shows: (span) => `penjualan per hari, ${span}`,
    marks: (n) => `${days(n)} janggal ditandai`,
    ahead: (n) => `perkiraan ${days(n)}`,
  },
  products: {
    headline: (n) => `${whole(n, 'id')} produk terlaris`,
    part: (n, percent) =>
      n === 1
        ? `Itu ${percent} dari semua penjualan.`
        : `${whole(n, 'id')} produk ini ${percent} dari semua penjualan.`,
    shows: (n, most, least) =>
      n === 1 ? `satu produk, ${most}` : `${whole(n, 'id')} produk, dari ${most} sampai ${least}`,
  },
  branches: {
    money: (span) => `Omzet bersih dan bagiannya, ${span}`,
    units: (span) => `Barang terjual dan bagiannya, ${span}`,
    gap: (first, last, times) => `${first} ${times} kali lipat ${last}.`,
    shows: (n, first, last) =>
      n === 1 ? `satu cabang, ${first}` : `${whole(n, 'id')} cabang, dari ${first} sampai ${last}`,
  },
  hours: {
    title: (when, amount) => `Paling ramai: ${when}, rata-rata ${amount}`,
    peak: (hours, percent) => `Sepanjang minggu, jam ${hours} membawa ${percent} penjualan.`,
    headline: (when) => `Paling ramai: ${when}`,
    note: {
      money: (span) => `Rata-rata omzet bersih per jam, ${span}`,
      units: (span) => `Rata-rata barang terjual per jam, ${span}`,
      sales: (span) => `Rata-rata jumlah penjualan per jam, ${span}`,
    },
    sales: (n) => `${n} penjualan`,
    shows: (from, to) => `tiap jam Senin-Minggu dari ${from} sampai ${to}, makin gelap makin ramai`,
    none: 'File Anda belum memuat *jam* penjualan, jadi jam ramai belum kelihatan.',
    noneNext: 'Pilih ekspor yang ada jam tiap transaksinya, lalu kirim ke sini.',
  },
  overview: {
    headline: (span, amount) => `${span}: ${amount}`,
    months: { money: 'Omzet per bulan', units: 'Barang per bulan' },
    branches: { money: 'Omzet per cabang', units: 'Barang per cabang' },
    products: (n) => `${whole(n, 'id')} produk terlaris`,
    best: (month, amount) => `Bulan terbaik: ${month}, ${amount}`,
    partial: 'Kolom putus-putus: bulan yang belum utuh.',
    shows: (parts) => `penjualan menurut ${parts}`,
    parts: { months: 'bulan', branches: 'cabang', products: 'produk terlaris' },
  },
}
