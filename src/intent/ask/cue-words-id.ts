/**
 * More Indonesian in the shape of `CUE_WORDS`: how owners of every trade ask in chats. Words of feeling and
 * politeness are fillers; what a shop could sell, or what would change the rows, is never among those.
 */
const each = (...words: readonly string[]): string =>
  words
    .map((word) => word.split('|'))
    .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`)))
    .join('|')

/** `kudu gue beli`, `perlu kita pesan`: who buys stands between. */
const TO_BUY = each(
  'harus|kudu|perlu|mesti|wajib',
  'saya|aku|gue|gua|gw|kita|kami|di',
  'beli|pesan|restock|kulak|order|siapin|tambah|stok',
)

export const INDONESIAN_CUES: Readonly<Record<string, string>> = {
  'metric revenue': `tutup di angka|tutup di angka berapa|kas masuk|uangnya|omzet kotor|bruto|nominal|nominalnya|duit yang masuk|uang yang masuk|dapat berapa duit
    |hasil jual|dapat rezeki|kepegang|uang kas|raihan|pencapaian|capaian|terkumpul|ngumpul|dikantongi|terkantongi
    |menghasilkan berapa|hasilnya berapa|menghasilkan duit|ngasilin duit`,
  'metric transactions':
    'masih ada transaksi|seberapa sering|sesering apa|masih ada order|masih ada orderan|jumlah struk|jumlah nota|jumlah bon|checkout|kali beli|kali pembelian|kali orderan|berapa kali laku|berapa kali terjual|berapa kali dibeli|berapa kali ada yang beli|berapa kali kejual|berapa kali orang beli|berapa kali kebeli',
  'metric units': 'habis berapa',
  measure: `karung|sak|tabung|kaleng|sachet|saset|box|dus|kardus|pack|roll|loyang|slice|mangkok|mangkuk|piring|cangkir|butir|ekor|pasang|stel
    |helai|keping|tusuk|cone|scoop|jerigen|renteng|bal|krat`,
  'metric aov': `nilai belanja|nilai struk|nilai nota|nilai bon|nilai keranjang|nilai order|nilai pesanan|nilai orderan|besar transaksi|besaran transaksi
    |nilai belanja rata rata|nilai belanjaan|belanjaan rata rata|rata rata belanjaan|rata rata bon|rata rata pembelian|rata rata pesanan
    |rata rata keranjang|rata rata checkout|rata rata nilai nota|rata rata nilai struk|sekali transaksi|sekali checkout|sekali order
    |rata rata sekali transaksi|rata rata orang belanja|orang belanja rata rata|struk rata rata|nota rata rata|bon rata rata
    |transaksi rata rata|order rata rata|pesanan rata rata|belanja per orang|nilai transaksi rata rata`,
  'metric units_per_order': `isinya berapa item|isinya berapa barang|rata rata isinya|isi per nota|isi per struk|isi nota|isi struk|item tiap transaksi
    |barang tiap transaksi|tangkai per nota|tangkai per struk|item sekali belanja|barang sekali belanja|sekali belanja berapa item
    |sekali belanja berapa barang|sekali beli berapa item|sekali beli berapa barang|barang per bon|item per bon|item tiap nota|barang tiap nota
    |isi berapa item|isi berapa barang`,
  'metric reorder_qty': `${TO_BUY}|sold out|soldout|kosong|nambah stok|isi stok|harus diisi|mesti dibeli|kudu dibeli|kudu beli|perlu disetok|harus distok|kudu distok|kudu restock
    |harus order|perlu order|kudu order|mesti order|wajib order|mesti restock|mesti pesan|kudu pesan|perlu diorder|harus diorder|perlu ditambah|harus ditambah|kudu ditambah|nipis|tipis|kritis|hampir kosong
    |perlu kulakan|harus kulakan|nyetok apa|belanja bahan|perlu belanja|harus belanja|dibelanjain|disetok|distok`,
  'metric stock_on_hand':
    'masih sisa|sisanya|stok akhir|stok tinggal|masih punya berapa|sisa berapa|masih berapa|ready berapa|ready stok|stok cukup|have enough|got enough',
  'metric forecast': `akan|ramalin|ngeramal|tebak|tebakan|prediksiin|proyeksikan|kemungkinan laku|bakal dapat|bakal terjual|bakal habis
    |kira kira bakal|perkiraannya|kisaran besok`,
  'metric anomalies': `ganjil|tidak beres|tidak normal|menyimpang|di luar kebiasaan|diluar kebiasaan|kejadian aneh|mencolok
    |tidak seperti biasanya|tidak seperti biasa|bikin curiga|curiga|keanehannya|anomalinya`,
  'metric summary':
    'gimana kondisi|gimana keadaan|kondisi jualan|keadaan toko|kabar jualan|gimana kabar|laporan singkat|sekilas',
  'metric sold':
    'peminat|masih ada yang beli|masih ada yang laku|peminatnya|penggemarnya|ada yang nyari|nyantol|kejual habis|terserap|kelakuan|diborong|keborong|terjualnya|lakunya|diorder|kebeli|dipesan',
  'aggregation share': `sumbang|disumbang|menyumbangkan|dibagi total|dibanding total|terhadap total|dari total omzet|dari total penjualan|dari keseluruhan omzet|berapa persennya|andil|andilnya|proporsinya|bagiannya|persentasenya|prosentase|prosen|prosentasenya|persennya
    |seberapa besar kontribusi|sumbangsih|sumbangannya`,
  'aggregation avg': 'meannya|averagenya|pukul rata|kalau dirata rata',
  'aggregation median': 'mediannya',
  'aggregation rank_desc': `paling banyak nyumbang|paling banyak menyumbang|paling besar nyumbang|nyumbang paling banyak|menyumbang paling banyak|nyumbang paling besar|penyumbang terbesar|penyumbang omzet terbesar|kontribusi terbesar|kontributor terbesar|biggest contributor|biggest contributors|top contributor|top contributors|contributes the most|contributed the most|contribute the most|puncak|puncaknya|nomor 1|no 1|ranking satu|ranking 1|peringkat 1|peringkat satu|top 1|laku keras|pol laku|gacor|paling gacor|tergacor
    |bestie seller|bintangnya|juaranya|jawaranya|jagonya|urutan teratas|posisi teratas|dari yang paling banyak|dari yang paling besar
    |dari yang paling laku|dari yang paling gede|dari yang paling tinggi|besar ke kecil|banyak ke sedikit|tinggi ke rendah`,
  'aggregation rank_asc': `paling jeblok|paling melempem|melempem|paling loyo|paling mandek|mandek|paling macet|paling nyungsep|paling ancur
    |paling hancur|paling ambyar|paling drop|paling ngenes|paling memble|paling tidak jalan|tidak jalan|paling mati|paling apes|posisi terbawah|urutan terbawah
    |dari yang paling sedikit|dari yang paling kecil|dari yang paling rendah|kecil ke besar|sedikit ke banyak|rendah ke tinggi
    |paling ampas|paling susah laku|paling tidak dicari|paling cupu|paling boncos|paling bontot|juru kunci|terjeblok`,
  'busy rank_desc':
    'paling hectic|paling banyak pembeli|paling banyak yang beli|paling banyak orang|paling padat merayap|paling diserbu|paling penuh',
  'aggregation trend': 'grafiknya|trendingnya|alurnya|arahnya|naik turunnya',
  'aggregation latest':
    'terakhir dibeli|terakhir keluar|terakhir ada yang beli|terakhir ada yang laku|terakhir kebeli|terakhir dipesan',
  'aggregation explain': `apa sebabnya|yang bikin|yang membuat|biang kerok|biang keroknya|dikarenakan apa|karena apa|gara gara|pemicu|pemicunya|apa yang terjadi
    |apa yang salah|faktor apa|faktornya|ada apa dengan|ada apa sama|ada apa kok|salahnya dimana|penjelasannya`,
  'dimension branch':
    'tempat|lapak|kedai|warung|stand|booth|konter|cabang cabang|tiap tempat|di tempat mana|tempat mana',
  'dimension product':
    'barang barang|produk produk|bunga bunga|item item|barangku|produkku|daganganku',
  'dimension category': 'kategorian|tipe produk|kelompok barang|kelompok produk',
  most: 'paling|fastest|tercepat|mas rapido|mais rapido',
  per: 'dipecah per|dibagi per|dirinci per|dipisah per|per masing masing|satu satu|satu per satu',
  versus: `ramai mana|rame mana|laku mana|laris mana|banyak mana|bagus mana|besar mana|tinggi mana|kenceng mana|sepi mana|jelek mana|murah mana|mahal mana
    |mendingan|kecilan|sepian|dikitan|sedikitan|kuatan|rendahan|menangan mana|menangan|jelekan|parahan|lebih gede mana|lebih kecil mana
    |lebih laku mana|lebih laris mana|lebih sepi mana|lebih jelek mana|lebih tinggi mana|lebih rendah mana|mana lebih|jagoan mana|menang mana
    |kalah sama|kalah dari|menang dari|komparasi|komparasiin|adu|diadu|head to head|compare in|dibandingin sama|dibandingkan sama|dibandingkan dengan
    |beda jauh|bedain|jauh beda`,
  change: `lebih gede|lebih besar|lebih kecil|lebih dikit|jeblok|ambruk|nyungsep|meroket|melejit|ningkat|naiknya|turunnya|nambah|bertambah|berkurang|melemah|menguat|ngedrop|menyusut|susut
    |melorot|kenaikannya|penurunannya|stagnan|stabil|peningkatan|lonjakan|jatuh|ambles|amblas|progresnya|pertumbuhannya|perubahannya|kemajuan|mundur`,
  fewer: 'kecil|rendah|minim|cupu|kurang bagus',
  nothing:
    'belum kejual|belum ada yang laku|belum ada yang beli|belum kebeli|tidak kebeli|tidak ada yang beli|belum pernah laku',
  week_ago:
    'minggu lalu di hari yang sama|minggu lalu hari yang sama|minggu lalu hari sama|hari yang sama di minggu lalu',
  month_ago: `periode yang sama bulan lalu|periode yang sama bulan kemarin|periode yang sama di bulan lalu|periode yang sama pada bulan lalu
    |periode yang sama bulan sebelumnya|periode yang sama di bulan sebelumnya|periode sama bulan lalu|periode sama bulan kemarin|periode sama di bulan lalu
    |periode sama pada bulan lalu|periode sama bulan sebelumnya|periode sama di bulan sebelumnya|tanggal yang sama bulan lalu
    |tanggal yang sama bulan kemarin|tanggal yang sama di bulan lalu|tanggal yang sama pada bulan lalu|tanggal yang sama bulan sebelumnya
    |tanggal yang sama di bulan sebelumnya|tanggal sama bulan lalu|tanggal sama bulan kemarin|tanggal sama di bulan lalu|tanggal sama pada bulan lalu
    |tanggal sama bulan sebelumnya|tanggal sama di bulan sebelumnya|hari yang sama bulan lalu|hari yang sama bulan kemarin|hari yang sama di bulan lalu
    |hari yang sama pada bulan lalu|hari yang sama bulan sebelumnya|hari yang sama di bulan sebelumnya|hari sama bulan lalu|hari sama bulan kemarin
    |hari sama di bulan lalu|hari sama pada bulan lalu|hari sama bulan sebelumnya|hari sama di bulan sebelumnya|waktu yang sama bulan lalu
    |waktu yang sama bulan kemarin|waktu yang sama di bulan lalu|waktu yang sama pada bulan lalu|waktu yang sama bulan sebelumnya
    |waktu yang sama di bulan sebelumnya|waktu sama bulan lalu|waktu sama bulan kemarin|waktu sama di bulan lalu|waktu sama pada bulan lalu
    |waktu sama bulan sebelumnya|waktu sama di bulan sebelumnya|rentang yang sama bulan lalu|rentang yang sama bulan kemarin|rentang yang sama di bulan lalu
    |rentang yang sama pada bulan lalu|rentang yang sama bulan sebelumnya|rentang yang sama di bulan sebelumnya|rentang sama bulan lalu
    |rentang sama bulan kemarin|rentang sama di bulan lalu|rentang sama pada bulan lalu|rentang sama bulan sebelumnya|rentang sama di bulan sebelumnya`,
  'weekdays workday': 'hari hari biasa|hari biasa',
  usual: 'bagus tidak|baik tidak|jelek tidak|umumnya|lazimnya|pada umumnya',
  except: `tidak usah hitung|tidak usah masukin|jangan hitung|jangan itung|jangan diitung|jangan dihitung|tidak usah itung|gausah itung|jangan masukin|jangan masukkan|jangan termasuk|jangan ikutkan|jangan ikutin|kecualikan|dikurangi|buang dulu
    |tidak termasuk yang|tanpa menghitung|tanpa ngitung`,
  'bound lt': `tidak sampai|belum sampai|tidak tembus|belum tembus|tidak lewat|tidak capai|tidak mencapai|belum capai|belum mencapai|belum nyentuh
    |dibawah dari|di bawah dari|lebih kecil dari|lebih rendah dari|lebih dikit dari`,
  'bound gt': `lebih gede dari|lebih besar dari|lebih tinggi dari|diatas dari|di atas dari|nembus|menembus|lebih dri|melewati angka|lebih dr`,
  'bound gte': 'paling tidak|paling dikit|sedikitnya|sekurang kurangnya|mencapai|menyentuh|nyentuh',
  'bound lte': 'paling banter|maks|tidak lebih|mentok|paling mentok|mentok mentok',
  'hours 5 11': 'subuh|pagi buta|pagi2',
  'hours 15 18': 'petang|sore sore',
  'hours 18 24':
    'malam malam|habis magrib|habis maghrib|setelah magrib|setelah maghrib|sesudah magrib|selepas magrib|jam makan malam',
  'decline no_customer_data':
    'pelanggan baru|pelanggan lama|pelanggan setia|nomor wa pelanggan|data pelanggan|pembelinya siapa',
  'decline no_target_set': 'targetku|target bulanan|target harian',
  filler: `duluan|owner|mau laporan|laporan nih|laporan ya|laporan ke owner|selamat pagi|selamat siang|selamat sore|selamat malam|met pagi|met siang|met sore|met malam|selamat datang
    |menurut data|berdasarkan data|dari data|sesuai data|lihat data|cek data|menurut catatan|berdasarkan catatan|sesuai catatan|dari catatan
    |ganggu|mengganggu|bantuan|bantuannya|numpang|iya|nah|dicek|dicekin|diliat|dilihat|dibantu|mengetahui|mengecek|menanyakan|izin|ijin|nuwun sewu|iseng
    |untuk laporan|untuk rapat|untuk meeting|untuk catatan|untuk dicatat|laporan ke bos|untuk laporan ke bos|kata bos|kata istri|kata suami|kata orang|kata temen|kata kasir|katanya sih
    |kalau tidak salah|jangan salah|jangan sampai salah|kurang lebih|lebih kurang|seinget|seingat|seingatku|biar|supaya|agar|mumpung|woi|oi|test|tes|anu|jawab|jawabannya|jawaban|dijawab
    |dibalas|balas|balasannya|gpl|buru|cepetan|yak|ye|yee|eui|skalian|secepatnya|lengkap|akurat|lama lama|jangan lama|nuhun|satu lagi|1 lagi|habis itu|setelah itu
    |sebelum tutup buku|terakhir deh|yang terakhir deh|tau tidak|tahu tidak|boleh tau tidak|kalau boleh|kalau bisa|bantu dong|dong ya|ya dong|makasih sebelumnya|sebelumnya makasih|sebelumnya terima kasih|terima kasih sebelumnya
    |terima kasih|terimakasih|matur nuwun|matur suwun|hatur nuhun|thank you|aye|gwe|gwa|cukup tidak|aman tidak|bisa tidak|lancar tidak|oke tidak|bener tidak|benar tidak|boleh tidak|isi|isinya|berisi|ngapain|mending|kudu|perasaan|datang|dateng|datangnya|datengnya|berasal|asalnya|nilai|perak|katanya|kabarnya|dengar dengar|denger denger|temen|teman|istri|suami|partner|ges|gess|guys|kuy|gaskeun|ygy|wkwk|wkwkwk
    |hehe|hehehe|haha|hahaha|hihi|xixi|alhamdulillah|insyaallah|syukur|astaga|ampun|ya ampun|wih|wuih|buset|busyet|anjir|njir|gila|gile|asli|asik|asyik
    |sumpah|jujur|jujurly|serius|seriusan|canda|becanda|tumben|tiba tiba|mendadak|dadakan|mastiin|memastikan|pastikan|pastiin|verifikasi|crosscheck|ricek|recek|melihat
    |nampilin|nunjukin|ngasih|dikasih|kasihin|angkanya|angka angka|hasilnya|diraih|meraih|dikumpulkan|kiranya|sekiranya|bolehkah|maukah|maksudnya|maksud
    |maksudku|maksudnya sih|sebaiknya|bagusnya|dll|dsb|dst|kelihatan|terlihat|tampak|nampak|keliatan|muncul|nongol|ngerasa|merasa|rasa rasanya|feeling
    |semoga|moga moga|mudah mudahan|selamat|met|yeay|yes|yup|yoi|he eh|hooh|btw|fyi|asap|urgent|update|updatenya|apdet|apdetnya
    |kelen|kian|pulak|jugak|la|lae|ito|bah|uda|uni|cak|ning|rek|nduk|le|dab|lur|kang|teteh|neng|bli|mbok|kaka|daeng|pace|mace|sist|sista|gaes|beb|say|sayang|cuk|coeg
    |nggih|njih|inggih|sampun|dados|niku|punika|kulo|kula|panjenengan|peno|abdi|urang|kuring|maneh|awak|kito|kitorang|torang|ambo|denai|wa|ane
    |masbro|mas bro|kakakku|bosku|bosque|juragan|boskuh|bestie|plis|plisss|pliss|puhlease|mon maap|maap|maapin|ngapunten|hatur|haturnuhun|matur|suwun|dimohon
    |sebesar apa|segimana|sejauh mana|sejauh apa|seperti apa|kayak apa|kaya gimana|kayak gimana|kek mana|kek apa|gimana ya|berapaan|totalannya|total total|grand total
    |doang|duang|thok|tok|belaka|semata|khusus yang|yang namanya|namanya|bernama|yaitu|yakni|ialah|merupakan|loo|lo|luh|si|sang|para
    |punya kita|punya saya|tempat saya|di sini|disini|di situ|disitu|sana|sini|situ|begitulah|gitulah|ngomong ngomong|omong omong|btw|ngomongin|bahas|membahas|cerita|ceritanya
    |jadi nya|nanti dulu|tunggu|bentaran|sebentar|tadi itu|waktu itu|pas itu|kala|kalanya|ketika itu|masanya|zaman|jaman|era|udahan|kelar|selesai|beres|rampung|tutupan|closingan
    |ngitung|itungan|hitunglah|dihitungin|diitung|jumlahin|jumlahkan|total kan|totalkan|dikalkulasi|kalkulasi|rekapin|rekapkan|dirangkum|rangkumin|simpulkan|kesimpulannya
    |pokoknya|intinya|garis besar|garis besarnya|singkatnya|ringkasnya|detailnya|lengkapnya|persisnya|tepatnya|pastinya|sebenarnya|aslinya|kenyataannya|faktanya|nyatanya|realnya`,
}
