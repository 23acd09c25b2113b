import type { PeopleMessages } from './people-en.ts'

/** Orang, toko dan pengaturannya, kode, jalan masuk dan jalan keluar. */
export const peopleIndonesian: PeopleMessages = {
  buttons: {
    team: 'Tim',
    shops: 'Toko saya',
    invite: 'Undang orang',
    leaveConfirm: 'Ya, keluar',
    changeConfirm: 'Ya, ganti',
    back: 'Seperti semula',
    addAgain: 'Tambahkan lagi',
    restore: 'Kembalikan',
    export: 'Ekspor semua',
    settings: 'Pengaturan',
  },
  roles: { owner: 'pemilik', manager: 'manajer', staff: 'staf' },
  onlyBranches: (names) => `di ${names}`,
  and: (first, last) => `${first} dan ${last}`,
  seen: (names) => `📍 Khusus ${names}`,

  refused: {
    owner: 'Yang ini hanya bisa dilakukan pemilik toko. Minta tolong beliau ya 🙏',
    manager: 'Yang ini hanya bisa dilakukan pemilik atau manajer. Minta tolong beliau ya 🙏',
    whole:
      'Yang ini dihitung untuk seluruh toko, sedangkan Anda melihat cabang sendiri. Pemilik bisa mengeceknya 🙏',
    ownFiles:
      'File itu bukan kiriman Anda. Hanya pemilik atau manajer yang bisa membuka atau membatalkannya 🙏',
  },

  team: {
    title: (shop) => `Tim ${shop}`,
    you: 'Anda',
    unknown: 'belum pernah chat',
    how: {
      settings: 'dari pengaturan awal',
      number: 'ditambah lewat nomor',
      code: 'lewat kode',
      opened: 'pembuka toko',
    },
    more: (n) => `+${n} lagi`,
    next: 'Tambah: *tim tambah 0812…* · Undang: *tim undang* · Hapus: *tim hapus 2*',
    added: (who, role) => `${who} sekarang ${role} ✅`,
    addedNext: 'Sudah bisa chat ke nomor ini. Saya sapa begitu orangnya menulis.',
    changed: (who, role) => `${who} sekarang ${role}.`,
    badNumber: 'Nomor HP-nya belum terbaca.',
    badNumberNext: 'Contoh: *tim tambah 0812 3456 7890 manajer*',
    full: (max) => `Satu tim paling banyak ${max} orang. Hapus dulu salah satu.`,
    removed: (who) => `${who} sudah keluar dari tim dan tidak bisa melihat apa-apa lagi.`,
    noSuch: 'Tidak ada orang nomor itu di daftar.',
    lastOwner: 'Pemilik terakhir tidak bisa dikeluarkan: nanti tidak ada yang bisa mengatur toko.',
    lastOwnerNext: 'Jadikan orang lain pemilik dulu: *tim tambah 0812… pemilik*',
    lastOwnerDelete: 'Mau menutup semuanya? Ketik *hapus data*.',
  },

  invite: {
    title: (role) => `Undangan sebagai ${role}`,
    forward: 'Teruskan ke orangnya. Cukup kirim ini ke nomor ini:',
    say: (code) => `gabung ${code}`,
    until: (day) => `Berlaku sekali, sampai ${day}.`,
    alias: 'Bisa juga untuk orang yang nomornya disembunyikan.',
  },

  join: {
    done: (shop, role) => `Selamat datang di ${shop} 👋 Anda masuk sebagai ${role}.`,
    next: 'Coba ketik *ringkasan*, atau langsung kirim file penjualan.',
    newShop: 'Toko Anda sudah dibuka 🎉',
    already: (shop) => `Anda memang sudah di tim ${shop} 👍`,
    wrong: 'Kode ini tidak berlaku. Mungkin sudah dipakai, kedaluwarsa, atau salah ketik.',
    wrongNext: 'Minta kode baru ke yang mengirim ya.',
    paused: 'Sudah terlalu banyak kode yang salah. Coba lagi satu jam lagi ya.',
    closed: 'Untuk sekarang toko baru belum bisa dibuka di sini.',
  },
  hello: (shop, role) => `👋 Halo! Anda ditambahkan ke ${shop} sebagai ${role}.`,

  leave: {
    ask: (shop) => `Keluar dari ${shop}?`,
    askNext: 'Anda tidak bisa melihat apa-apa lagi di sana. Pemilik bisa menambahkan Anda lagi.',
    done: (shop) => `Anda sudah keluar dari ${shop}. Terima kasih 🙏`,
  },

  shops: {
    title: 'Toko Anda',
    now: 'sedang dipilih',
    closed: (day) => `dihapus, hilang selamanya ${day}`,
    next: 'Tekan toko yang mau dibahas.',
    more: (n) => `${n} lagi: ketik *toko 11* dan seterusnya.`,
    chosen: (shop) => `Mulai sekarang kita bahas ${shop} ✅`,
    none: 'Tidak ada toko nomor itu di daftar Anda.',
  },

  settings: {
    title: (shop) => `Pengaturan ${shop}`,
    name: 'Nama',
    zone: 'Zona waktu',
    currency: 'Mata uang',
    closing: 'Hari ditutup',
    language: 'Bahasa',
    midnight: 'tengah malam',
    hour: (hour) => `pukul ${hour} dini hari`,
    role: (role) => `Anda di sini sebagai ${role}.`,
    change:
      'Mau ganti? *toko nama Melati Florist* · *toko zona WITA* · *toko mata uang USD* · *toko tutup jam 3*',
    ask: (what, before, after) => `${what}: ${before} → ${after}?`,
    done: (what, after) => `${what}: ${after} ✅`,
    same: (what, value) => `${what} memang sudah ${value} 👍`,
    effect: {
      name: 'Nama ini dipakai di judul, alert dan file.',
      zone: (clock) =>
        `Berarti di toko sekarang pukul ${clock}. “Hari ini” dan “kemarin” ikut jam itu.`,
      currency: 'File baru tanpa tanda mata uang akan dibaca dengan ini.',
      closing: (hour) => `Penjualan sampai ${hour} masuk hari sebelumnya.`,
      midnight: 'Hari baru mulai tengah malam.',
    },
    wrong: {
      name: 'Namanya kosong.',
      zone: 'Zona waktu itu belum saya kenal. Contoh: *toko zona WITA*, atau nama kota besar.',
      currency: 'Mata uang itu belum saya kenal. Contoh: *toko mata uang USD*',
      closing: 'Hari bisa ditutup antara tengah malam dan jam 8 pagi. Contoh: *toko tutup jam 3*',
    },
    hasMoney: (currency) =>
      `Semua penjualan di sini dalam ${currency}. Kalau diganti, jumlahnya jadi salah.`,
    hasMoneyNext: 'Untuk penjualan dengan mata uang lain, buka toko sendiri.',
  },

  signup: {
    invite: 'Halo 🙏 Toko di sini dibuka dengan kode. Sudah punya? Kirim: *gabung KODE*',
    full: 'Halo 🙏 Toko baru sedang ramai sekali. Coba chat lagi satu jam lagi ya.',
  },

  gone: {
    ask: 'Hapus *semua* data toko ini?',
    what: (lines) => `${lines}, semua file, stok dan pengaturan hilang, untuk seluruh tim.`,
    whatAll: 'Semua penjualan, file, stok dan pengaturan hilang, untuk seluruh tim.',
    grace: 'Selama 7 hari *batal* mengembalikan semuanya. Setelah itu hilang selamanya.',
    done: (shop) => `${shop} sudah *dihapus* ✅`,
    doneNext: (day) =>
      `Tidak ada lagi yang bisa melihat isinya. Sampai ${day}, ketik *batal* untuk mengembalikan.`,
    still: (shop, day) => `${shop} dihapus atas permintaan pemilik pada ${day}.`,
    stillNext: (day) => `Sampai ${day}, ketik *batal* dan semuanya kembali seperti semula.`,
    stillStaff: 'Isinya tidak bisa saya tampilkan. Silakan tanya pemilik 🙏',
    back: (shop) => `${shop} sudah kembali, lengkap dengan isinya ✅`,
  },

  privacy: {
    people: 'Disimpan juga: nama dan nomor anggota tim.',
    rights:
      '*ekspor* mengirim semuanya ke Anda, *hapus data* menghapusnya (7 hari bisa dibatalkan).',
    contact: (contact) => `Ada pertanyaan? Dijawab orang: ${contact}`,
  },

  export: {
    title: (shop) => `Semua data ${shop}`,
    partTitle: (shop, part) => `${shop}, ${part}`,
    counts: (lines, files) => `${lines} baris penjualan, ${files} file`,
    also: 'Di dalamnya juga: daftar file, stok, hari khusus dan alert.',
    keep: 'Simpan baik-baik: ini angka toko Anda.',
    split: (lines, max) =>
      `${lines} baris penjualan terlalu banyak untuk satu file (paling banyak ${max}).`,
    splitNext: 'Pilih bagiannya; masing-masing datang sebagai file sendiri.',
    older: 'Bagian lebih lama sebut saja: *ekspor maret 2024*',
    tooLong: (max) =>
      `Di hari-hari itu ada lebih dari ${max} baris. Minta lebih sedikit: *ekspor 1-7 maret*`,
    none: 'Belum ada yang bisa diekspor.',
    file: (shop, part) => `shopbell-${shop}${part}.xlsx`,
    sheets: {
      sales: 'Penjualan',
      files: 'File',
      stock: 'Stok',
      days: 'Hari khusus',
      alerts: 'Alert',
      team: 'Tim',
      shop: 'Toko',
    },
    columns: {
      day: 'Tanggal',
      time: 'Jam',
      product: 'Produk',
      variant: 'Varian',
      category: 'Kategori',
      branch: 'Cabang',
      invoice: 'Nota',
      quantity: 'Jumlah',
      revenue: 'Penjualan bersih',
      kind: 'Jenis',
      sale: 'jual',
      refund: 'retur',
      file: 'File',
      from: 'Dari',
      to: 'Sampai',
      lines: 'Baris',
      state: 'Status',
      counted: 'dihitung',
      undone: 'dibatalkan',
      at: 'Kapan',
      note: 'Catatan',
      finding: 'Yang ditemukan',
      label: 'Kata Anda',
      name: 'Nama',
      phone: 'Nomor',
      role: 'Peran',
      how: 'Lewat',
      setting: 'Pengaturan',
      value: 'Isi',
    },
  },
}
