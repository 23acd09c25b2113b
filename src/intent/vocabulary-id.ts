import type { Vocabulary } from './vocabulary.ts'

export const indonesian: Vocabulary = {
  spellings: {
    hari: 'hr hri',
    'hari ini': 'hariini harini hrni',
    kemarin: 'kmrn kmrin kmren kmarin kemaren kemarn kemrin kmaren kmr kemarins',
    besok: 'bsk bsok besuk besoknya',
    minggu: 'mgg mnggu mingu',
    bulan: 'bln bulam',
    tahun: 'thn',
    tanggal: 'tgl tggl',
    jumat: 'jumaat jmt',
    sabtu: 'sbtu sbt',
    senin: 'snin senen',
    selasa: 'slasa',
    banget: 'bgt bngt bngat',
    habis: 'abis abiss hbs',
    besar: 'gede',
    berapa: 'piro sabaraha brp brapa berpa brpa brapaan berapaan',
    yang: 'yg yng',
    tidak: 'ga gak nggak ngga enggak engga tdk kagak gk g ndak tak',
    belum: 'blm blum',
    sudah: 'udah udh sdh dah',
    sama: 'sm ama',
    dengan: 'dgn dg',
    untuk: 'utk buat bwt tuk',
    banyak: 'byk bnyk',
    cek: 'cekkan cekin',
    gimana: 'gmana gmn gmna bagaimana bgmn gimna',
    pakai: 'pake pke',
    kenapa: 'knapa kenpa knp knpa ngapa  napa',
    apa: 'ap apaan',
    saja: 'aja aj doang',
    bisa: 'bs',
    ramai: 'rame',
    tolong: 'tlg tlong',
    terima: 'trima trm',
    makasih: 'mksh makasi makasii mksih maksih makaci mks trims tq tengkyu',
    penjualan: 'penjualn pnjualan penjulan penjuaalan pjualan',
    omzet: 'omset omzt omst omzetnya omsetnya omsettt',
    produk: 'prodak prduk',
    barang: 'brg brang',
    cabang: 'cbg cbang cab outlet',
    stok: 'stock stk stoknya setok stck',
    restock: 'restok ristok',
    prediksi: 'prediksinya predksi prediski',
    grafik: 'grafis grafiknya',
    laporan: 'lap lprn laporannya',
    ringkasan: 'ringkas ringkasannya ringkesan',
    bantuan: 'bantu',
    lihat: 'liat lht lihatin liatin',
    kalau: 'kalo klo klu kl',
    terus: 'trus trs',
    sekarang: 'skrg skrang skarang',
    terakhir: 'trakhir trkhir',
    laku: 'lakuu lakunya',
    baik: 'baek',
    batal: 'btl',
    bahasa: 'bhs',
    toko: 'tko tokoku',
    jangan: 'jgn',
    dapat: 'dpt dapet',
    turun: 'trun',
  },
  fillers: `apa apakah berapa yang di ke dari untuk dan atau itu ini nya ya yah dong donk deh sih
    nih tuh kan lho loh gan sis kak kakak bang abang pak bapak bu ibu mas mbak mba min admin bos
    boss bro say om tante shopbell bot coba mohon minta mau ingin pengen pengin kepengen kasih
    beri berikan kirim kirimkan lihat cek tampilkan tunjukkan buatkan bikin bikinin kasi info
    infonya tau saya aku gue gua kami kita toko tokonya usaha saja semua seluruh total totalnya
    jumlah jumlahnya ada bisa dapat sudah tentang soal gimana seperti sekarang buat kalau terus
    lagi dulu hasil data datanya nomor angka banyak sekali rupiah rp uang duit mana kira bantu
    tolong yuk ayo nanti secara pada dalam oleh adalah jadi sekian kah masuk buka pas banget
    sehari ternyata sebenarnya sebetulnya tuan juragan cuma hanya sempat akhirnya kayak kaya
    kayaknya sepertinya menurut menurutmu tembus capai mencapai kena emang memang boleh hitung
    hitungin hitungkan itung ambil ambilin share bagi kirimin tampilin munculkan munculin sebutkan
    sebutin jelaskan jelasin jabarkan tunjukin infoin kabarin kabari bacakan bacain cari carikan
    tolongin tanya pcs unit butuh daftar list detail rinci kondisi keadaan perkembangan posisi`,
  mended: `ringkasan penjualan jualan omzet terjual pendapatan prediksi perkiraan restock produk
    terlaris cabang grafik laporan kenapa bantuan contoh bahasa`,
  besides: {
    summary: 'update terbaru terakhir bagus baik oke aman',
    branches: `ok oke bagus bandingkan bandingin perbandingan banding compare performa kinerja paling terbaik
      teramai terlaris banyak besar kecil`,
    products: `paling terbanyak teratas urutan urutkan dibeli dicari diminati digemari disukai
      populer peringkat sama sekali keras kencang seret`,
    restock: `siap kudu kurang saran rekomendasi rekomendasiin butuh saranin tambah menipis menjelang
      paling aman saja dibeli harus perlu mesti wajib segera`,
    undo: 'terakhir tadi barusan baru salah yang',
    uploads: 'terakhir sudah masuk diupload terupload dikirim diunggah tersimpan',
    report: 'komplit penuh full detail',
    why: 'begini ya drop banget drastis begitu gitu bisa',
    forecast: 'kira bakal akan menurut menurutmu tolong',
    chart: 'garis batang paling ramai sibuk sepi biasanya',
    'export-help': 'moka kasir pos majoo pawoon',
    'delete-data': 'permanen',
    language: 'ganti speak use switch talk ngomong',
  },
  commands: {
    summary: `ringkasan|rekap|rekapan|rangkuman|penjualan|jualan|jual|omzet|terjual|laku
      |pendapatan|pemasukan|penghasilan|uang masuk|duit masuk|dapat duit|dapat uang|dapat berapa
      |transaksi|berapa produk|berapa barang|berapa item|naik|turun|sepi|ramai|rame|naik apa turun
      |naik atau turun|naik turun|performa|kinerja|habis terjual|anjlok|jeblok|merosot|lesu
      |meningkat|menurun|jelek|lancar|laris manis|barang terjual|produk terjual|item terjual
      |bagus tidak|bagus apa tidak|gimana jualan|rame tidak|ramai tidak|closing|setoran|tutup buku`,
    forecast: `ramalin|prediksiin|prediksikan|perkiraan penjualan|tebak|tebakan|prediksi|perkiraan
      |perkirakan|ramalan|ramal|ramalkan|proyeksi|estimasi|kira kira|bakal laku|bakal|akan laku
      |prakiraan`,
    restock: `restock|stok|pesan|order|belanja|kulakan|kulak|habis|kehabisan|hampir habis
      |mau habis|kurangi|beli apa|harus dibeli|perlu dibeli|mesti dibeli|daftar belanja|stok aman
      |harus beli|perlu beli|mesti beli|tambah apa|perlu ditambah|dipesan|disiapkan|siapkan
      |persediaan|tipis|menipis|nyetok|kosong|siapin|perlu pesan|harus pesan`,
    products: `produk|barang|item|terlaris|paling laku|paling laris|laris|larisnya|produk terlaris
      |barang terlaris|paling banyak terjual|paling banyak laku|produk unggulan|best seller
      |bestseller|tidak laku|kurang laku|paling tidak laku|melambat|per produk|per barang|favorit
      |andalan`,
    branches: `cabang|cabang mana|toko mana|per cabang|antar cabang|tiap cabang|setiap cabang
      |cabang terbaik|cabang terlaris|masing masing cabang|semua cabang`,
    chart: `grafik|gambar|diagram|kurva|per hari|harian|tiap hari|setiap hari|tren|trend
      |grafik penjualan|grafik harian|per jam=hours|tiap jam=hours|setiap jam=hours|grafik jam=hours
      |jam ramai=hours|jam sibuk=hours|jam tersibuk=hours|jam teramai=hours|jam sepi=hours|jam berapa paling ramai=hours
      |jam berapa ramai=hours|jam berapa yang ramai=hours|jam berapa yang paling ramai=hours|jam berapa sepi=hours
      |jam berapa paling sepi=hours|jam berapa paling sibuk=hours|ramai jam berapa=hours
      |paling ramai jam berapa=hours|paling laku jam berapa=hours|sibuk jam berapa=hours
      |jam paling ramai=hours|peta jam=hours|jam ramainya=hours
      |grafik lengkap=overview|grafik semua=overview|grafik toko=overview|grafik ringkasan=overview
      |grafik keseluruhan=overview|grafik overview=overview`,
    report: `laporan pdf=pdf|laporan excel=xlsx|laporan xlsx=xlsx|laporan lengkap pdf=pdf
      |laporan lengkap excel=xlsx|laporan penjualan pdf=pdf|laporan penjualan excel=xlsx
      |laporan dalam excel=xlsx|laporan dalam pdf=pdf|pdf laporan=pdf|excel laporan=xlsx
      |laporan|laporan lengkap|laporan harian|lapor|laporin|laporkan|lengkap
      |laporan penjualan`,
    why: `kenapa|alasan|sebab|penyebab|kok turun|kok naik|kok sepi|kok ramai|kok rame|kok bisa|kok
      |gara gara apa|sebabnya|penyebabnya|alasannya`,
    uploads: `file|berkas|daftar file|file saya|riwayat file|riwayat|upload|file yang masuk
      |daftar upload|file apa|data apa|unggahan`,
    undo: `batal|batalkan|batalin|batalkan file|hapus file|hapus upload|hapus berkas
      |hapus file tadi|dibatalkan|dibatalin|cancelin|salah unggah|salah file|salah kirim
      |salah upload|tarik file|kembalikan|urungkan`,
    rows: 'baris|lihat baris|baris dilewati|baris yang dilewati|yang dilewati|dilewati|baris salah',
    days: `hari tutup|hari libur|jadwal tutup|jadwal libur|daftar tutup|daftar libur|hari khusus
      |daftar acara|kapan tutup|kapan libur`,
    language: `bahasa|ganti bahasa|ubah bahasa|bahasa inggris=en|inggris=en|bahasa spanyol=es|spanyol=es
      |pakai bahasa spanyol=es|bahasa portugis=pt|portugis=pt|pakai bahasa portugis=pt
      |pakai bahasa inggris=en|bahasa indonesia=id|indonesia=id|pakai bahasa indonesia=id
      |pakai bahasa`,
    sample: 'contoh|demo|lihat contoh|toko contoh|contoh file|coba dulu|contohnya|coba contoh',
    'export-help': `csv|excel|ekspor|cara ekspor|export|cara export|cara unduh|cara download|unduh
      |cara ambil file|cara kirim file|format file|cara kirim|cara ambil data`,
    help: `bantuan|bantu saya|cara pakai|cara menggunakan|cara pakainya|bingung|cara|panduan
      |petunjuk|bisa apa|bisa apa saja|kamu bisa apa|apa yang bisa|fitur|minta tolong|tolong bantu
      |kontak|cs|customer service|komplain|keluhan|error|gagal|rusak|tidak bisa|masalah
      |ada masalah|bot ini bisa ngapain|bisa ngapain|ini bot apa|bot apa|kamu siapa|siapa kamu
      |ini apa|ini siapa|bicara dengan orang|hubungi|admin manusia|gimana caranya|caranya`,
    menu: 'menu|menu utama|pilihan|daftar menu|perintah|daftar perintah',
    greeting: `halo|hallo|hai|hei|hay|assalamualaikum|assalamu alaikum|asalamualaikum|permisi
      |punten|apa kabar|mulai|tes|test|p|woi|oi|selamat pagi|selamat siang|selamat sore
      |selamat malam|met pagi|met siang|met sore|met malam`,
    thanks: `atas bantuan|atas bantuannya|atas infonya|makasih|terima kasih|terimakasih
      |matur nuwun|suwun|nuhun|hatur nuhun|oke|ok|okay|sip|siap|mantap|mantab|keren|bagus|baik
      |noted|sama sama|oke deh|jos|top markotop|sudah cukup|cukup|hebat|wah`,
    profit: `laba|labanya|untung|untungnya|keuntungan|profit|margin|modal|hpp|rugi|kerugian|biaya
      |harga pokok|laba bersih|laba kotor|untung rugi|untung atau rugi`,
    privacy: `privasi|keamanan data|data saya aman|aman tidak|data aman|siapa yang lihat data
      |rahasia|kebijakan privasi`,
    'delete-data': `hapus data|hapus semua data|hapus semua|hapus akun|hapus data saya|delete data
      |hapus data toko|hapus semua data toko|hapus semua data saya|hapus seluruh data`,
    'alert-details': `lihat rincian|rincian|rincian alert|detail alert|alert terakhir|aneh|yang aneh
      |janggal|anomali|peringatan`,
    alerts: `alert|atur alert|setel alert|alert lebih sedikit=less|kurangi alert=less
      |jangan sering alert=less|alert sedikit=less|alert lebih banyak=more|tambah alert=more
      |alert banyak=more|alert mati=off|matikan alert=off|alert off=off|stop alert=off
      |jangan kirim alert=off|alert hidup=usual|hidupkan alert=usual|nyalakan alert=usual
      |alert nyala=usual|alert biasa=usual|alert seperti biasa=usual|alert on=usual
      |aktifkan alert=usual`,
  },
  courtesies: 'makasih terima terimakasih suwun nuhun',
  partsOfDay: 'pagi siang sore malam',
  marks: `apa yang berapa kemarin hari ini bulan minggu lalu penjualan kenapa dong ya saya tidak
    gimana bagaimana untuk dari dengan dan ada mau bisa tolong toko cabang stok besok laku
    terlaris sih deh nih aja saja kok mana halo makasih terima kasih bantu lihat kirim barang
    omzet cara sama paling siapa kapan belum sudah batal ganti bahasa turun naik jualan selamat
    pagi siang sore malam hapus contoh kalau terus`,
  endings: 'nya|lah|kah|ku|kan',
  periodWords: 'kemarin',
  dates: null,
}
