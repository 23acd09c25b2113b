import type { watchEnglish } from './watch-en.ts'

export const watchIndonesian: typeof watchEnglish = {
  buttons: {
    later: 'Nanti saya kirim',
    missing: 'File belum masuk',
    alertsOn: 'Alert seperti biasa',
    alertsLess: 'Alert lebih sedikit',
    alertsMore: 'Alert lebih banyak',
    alertsOff: 'Alert mati',
  },
  also: (list) => `Juga: ${list}`,
  slump: {
    down: (who, percent) => `${who} pelan-pelan turun ${percent}`,
    up: (who, percent) => `${who} pelan-pelan naik ${percent}`,
  },
  level: {
    down: (who, percent) => `${who} tetap ${percent} lebih rendah`,
    up: (who, percent) => `${who} tetap ${percent} lebih tinggi`,
  },
  since: (day) => `sejak ${day}`,
  perDay: (actual, usual) => `±${actual} sehari, sebelumnya ±${usual}`,
  slumpNote: 'Per hari tidak terasa, jadi gampang terlewat.',
  levelNote: 'Mulai sekarang ini saya anggap biasa, jadi tidak saya ingatkan lagi.',
  everywhere: {
    down: (most) => `hampir semua produk turun, terutama ${most}`,
    up: (most) => `hampir semua produk naik, terutama ${most}`,
  },
  price: {
    fewer: (percent) => `jumlah terjual turun ${percent}`,
    more: (percent) => `jumlah terjual naik ${percent}`,
    cheaper: (percent) => `harga rata-rata turun ${percent}`,
    dearer: (percent) => `harga rata-rata naik ${percent}`,
  },
  reminder: {
    title: (when) => `File penjualan ${when} belum masuk`,
    ask: (day) => `Yang terakhir sampai ${day}. Tokonya tutup, atau filenya belum dikirim?`,
    next: 'Kirim saja ke sini, tidak akan dobel.',
    line: (day) => `file terakhir berisi sampai ${day}`,
    answered: {
      closed: 'Dicatat: *toko tutup*. Hari itu tidak dihitung sebagai penurunan.',
      later: 'Siap, kirim kapan saja sempat. Tidak saya tanya lagi.',
      mute: 'Siap, file yang belum masuk tidak saya tanyakan lagi. Ketik *alert hidup* untuk mengingatkan lagi.',
    },
  },
  settings: {
    level: {
      off: 'Alert mati',
      less: 'Alert lebih sedikit',
      usual: 'Alert seperti biasa',
      more: 'Alert lebih banyak',
    },
    budget: (perMonth) =>
      `Sekitar ${perMonth} sebulan, paling banyak satu sehari, hanya kalau memang penting.`,
    stillThere:
      'Anda tetap bisa tanya *ringkasan* atau *kenapa*. Ketik *alert hidup* untuk menyalakan lagi.',
    lately: (count) =>
      count === 0
        ? 'Tidak ada alert dalam 30 hari terakhir.'
        : `${count} alert dalam 30 hari terakhir.`,
    useful: (useful, labelled) => `Dari ${labelled} terakhir yang Anda nilai, ${useful} berguna.`,
    stopped: 'Alert saya hentikan dulu',
  },
  labelled: {
    missing: 'Dicatat: *file belum masuk*. Kirim ke sini, nanti harinya lengkap.',
  },
  muteAsk: 'Kalau yang ini tidak perlu diingatkan lagi, tekan di bawah.',
}
