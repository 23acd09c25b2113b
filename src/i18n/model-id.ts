import type { modelEnglish } from './model-en.ts'

/** Apa yang boleh dilakukan model bahasa, dan bagaimana bacaannya disampaikan. */
export const modelIndonesian: typeof modelEnglish = {
  readAs: (words, metric) => `Saya baca ${words} sebagai ${metric}.`,
  leftAside: (words) => `Kata ${words} saya lewati.`,
  isOn: '*AI nyala.* Dipakai kalau aturan saya sendiri belum yakin, dan untuk mendengar pesan suara.',
  sent: 'Yang dikirim ke Google Gemini: pertanyaan yang Anda ketik, pesan suara dan foto Anda, dan untuk laporan hanya arah naik-turunnya. Tidak pernah: isi file, angkanya, nomor telepon.',
  unnamed:
    'Nama barang tetap di sini. Dengan *ai nama ya*, pesan suara dan foto lebih tepat terbaca.',
  named: 'Nama barang ikut dikirim bersama pesan suara dan foto. *ai nama tidak* untuk berhenti.',
  isOff: '*AI mati.* Saya jawab dari aturan saya sendiri; tidak ada yang dikirim ke Google.',
  offNext: 'Pesan suara butuh AI. Ketik *ai nyala* untuk menyalakan lagi.',
  none: 'Layanan ini tanpa AI: saya jawab dari aturan saya sendiri dan tidak mengirim apa pun ke Google.',
  buttons: {
    on: 'Nyalakan AI',
    off: 'Matikan AI',
    names: 'Kirim nama barang',
    noNames: 'Jangan kirim nama',
  },
  heard: (text) => `Saya dengar: “${text}”`,
  typeIt: (command) => `Ini bisa menghapus sesuatu, jadi tolong ketik sendiri: ${command}`,
  unheard: {
    off: 'AI sedang mati.',
    budget: 'Jatah mendengar hari ini sudah habis; besok bisa lagi.',
    'too-long': 'Rekamannya terlalu panjang. Paling lama dua menit, ya.',
    silent: 'Saya tidak menangkap kata apa pun.',
    failed: 'Maaf, pesan suara ini gagal saya dengar.',
  },
}
