import type { speakingEnglish } from './speaking-en.ts'

export const speakingIndonesian: typeof speakingEnglish = {
  buttons: {
    schedule: 'Atur jadwal',
    daily: (time) => `Harian jam ${time}`,
    weekly: (day, time) => `${day} jam ${time}`,
    off: 'Matikan jadwal',
    alerts: 'Atur alert',
    resume: 'Mulai lagi',
  },
  schedule: {
    title: 'Yang saya kirim otomatis',
    daily: (time) => `Ringkasan tiap hari jam ${time}`,
    weekly: (day, time) => `Ringkasan seminggu tiap ${day} jam ${time}`,
    none: 'Belum ada ringkasan otomatis',
    quiet: (from, to) => `Jam tenang ${from}-${to}`,
    quietButUrgent: (from, to) => `Jam tenang ${from}-${to}, kecuali ada cabang tanpa penjualan`,
    notQuiet: 'Tanpa jam tenang',
    atMost: 'Paling banyak satu pesan sehari, dan tidak ada kalau tidak ada yang baru.',
    how: 'Ubah: *jadwal harian jam 9*, *jangan ganggu 22-6*, *stop*',
    hushed:
      'Anda minta *stop*, jadi saya tidak kirim apa-apa. Ketik *mulai* untuk menyalakan lagi.',
    first: (day) => `Mulai ${day}. Kalau tidak ada penjualan baru, saya diam.`,
    inQuiet: 'Itu di dalam jam tenang; yang ini tetap datang karena jamnya Anda yang pilih.',
    off: 'Ringkasan otomatis dimatikan',
    alertsStay: 'Alert tetap seperti biasa. Ketik *jadwal* untuk melihat semuanya.',
    quietNow: 'Kalau ada apa-apa, saya kabari sesudahnya.',
    urgentHow: (hours) => `Yang darurat boleh malam hari: *jangan ganggu ${hours} kecuali darurat*`,
  },
  sentEarly: 'Filenya dikirim sebelum hari itu selesai, jadi belum dibandingkan.',
  stopped:
    'Siap, saya tidak kirim pesan otomatis lagi. Tetap boleh tanya kapan saja; ketik *mulai* untuk menyalakan lagi.',
  resumed: 'Siap, alert dan ringkasan jalan lagi seperti biasa.',
  lowStock: {
    title: (product, days) => `${product} cuma cukup ${days}`,
    days: (days) => (days < 1 ? 'kurang dari sehari' : `±${days} hari`),
    out: (product) => `${product} habis`,
    detail: (left, perDay) => `sisa ${left} · laku ±${perDay}/hari`,
    delivery: (days) => `kirim ${days} hari`,
    also: (list) => `Juga menipis: ${list}`,
    line: (list) => `Stok menipis: ${list}`,
    item: (product, days) => `${product} (${days})`,
    itemOut: (product) => `${product} (habis)`,
    muted: 'Siap, stok menipis tidak saya kabari lagi. Ketik *alert hidup* untuk mengabari lagi.',
  },
}
