import * as romance from './claim-words-romance.ts'

/**
 * Words that claim something. A sentence of the model may use one only with a fact that bears it out,
 * or not at all. Lists hold all languages: mixing them must not be a way around. Matched against
 * folded text: lower case, no accents.
 */

/** Amounts in words: the model never states an amount, not even roughly. */
export const NUMBER_WORDS = words(`
  nol kosong satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas \\w+belas belas\\w*
  puluh\\w* \\w+puluh ratus\\w* seratus\\w* \\w+ratus ribu\\w* seribu\\w* juta\\w* sejuta\\w*
  mil[iy]ar\\w* semil[iy]ar triliun\\w* setriliun lusin\\w* selusin kodi sekodi gros
  setengah separ[ou]h? separuh paruh seperempat sepertiga \\w*pertiga \\w*perempat
  kedua ketiga keempat kelima berdua bertiga ganda dobel dwi sepasang lipat berlipat \\w+lipat
  jt rb rp idr usd persen rupiah ringgit
  mayoritas sebagian\\sbesar kebanyakan hampir\\ssemua rata-rata per masing-masing kali
  zero one two three four five six seven eight nine ten eleven twelve \\w+teen twenty thirty forty
  fifty sixty seventy eighty ninety hundred\\w* thousand\\w* million\\w* billion\\w* trillion\\w* dozen\\w*
  half halves halved quarter\\w* third\\w* fourth fifth tenth\\w* twice double\\w* triple\\w* quadruple\\w*
  \\w+fold second once couple pair percent\\w* dollar\\w* majority most\\sof nearly\\sall almost\\sall
  average\\w* each times
  ${romance.NUMBERS}
`)

/** Dates and stretches in words: a date is a fact and stands in its placeholder. */
export const CALENDAR_WORDS = words(`
  hari\\sini (?:setiap|tiap|se)\\s?hari harian kemarin besok lusa tadi minggu pekan bulan tahun triwulan akhir\\spekan
  senin selasa rabu kamis jumat sabtu ahad januari februari maret april mei juni juli agustus
  september oktober november desember pagi siang sore malam
  every\\sday daily today yesterday tomorrow tonight week\\w* month\\w* year\\w* quarterly
  monday\\w* tuesday\\w* wednesday\\w* thursday\\w* friday\\w* saturday\\w* sunday\\w*
  january february june july august october december morning evening afternoon
  ${romance.CALENDAR}
`)

/** Things outside the shop's rows, or finer than our facts, of which a sentence can know nothing. */
export const WORLD_WORDS = words(`
  cuaca hujan panas banjir libur\\w* lebaran ramadan ramadhan natal imlek valentine pesaing kompetitor
  ekonomi inflasi laba untung keuntungan rugi kerugian modal margin
  habis kehabisan pelanggan\\sbaru pelanggan\\ssetia (?:tidak|tak|nggak|gak)\\slaku
  (?:tidak|tak)\\sada\\spenjualan tanpa\\spenjualan nihil
  weather rain\\w* sunny flood\\w* holiday\\w* christmas easter competitor\\w* econom\\w* inflation
  profit\\w* loss losses margin\\w*
  sold\\sout out\\sof\\sstock (?:new|loyal)\\scustomers? no\\ssales nothing
  ${romance.WORLD}
`)

export const UP_WORDS = words(`
  naik menaik menanjak meningkat peningkatan kenaikan tumbuh bertumbuh pertumbuhan bertambah pertambahan
  melonjak lonjakan melesat menguat membaik melampaui melebihi terdongkrak terangkat bangkit pulih
  lebih\\s(?:tinggi|baik|ramai|besar|kuat|laris) lebih\\sbanyak\\s(?:dari|daripada) di\\satas
  up rise rises rose risen rising increas\\w+ grew grow\\w* growth higher climb\\w* jump\\w* surg\\w+
  gain\\w* above better improv\\w* exceed\\w* beat\\w* stronger soar\\w* more\\sthan recover\\w*
  📈 ↑ ⬆ ▲ 🔼 🚀
  ${romance.UP}
`)

export const DOWN_WORDS = words(`
  turun menurun penurunan berkurang pengurangan merosot anjlok melemah melambat perlambatan lesu sepi
  jatuh surut menyusut memburuk tertinggal di\\sbawah
  lebih\\s(?:rendah|sedikit|sepi|kecil|lemah|lambat|buruk)
  down fall falls fell fallen falling drop\\w* decreas\\w+ declin\\w+ lower\\w* fewer below slow\\w* weak\\w*
  dip\\w* slid\\w* shrank shrink\\w* worse\\w* slump\\w* less\\sthan quiet\\w*
  📉 ↓ ⬇ ▼ 🔽
  ${romance.DOWN}
`)

export const FLAT_WORDS = words(`
  stabil datar tetap\\ssama tidak\\sberubah stable steady flat unchanged
  ${romance.FLAT}
`)

export const TOP_WORDS = words(`
  paling pertama terlaris terbaik tertinggi terbesar terbanyak teramai termahal terkuat terfavorit terpopuler
  favorit terdepan unggulan andalan juara primadona jawara
  best most top first highest biggest largest greatest strongest busiest leading leader favou?rite\\w* champion
  star winner 🥇 🏆 👑
  ${romance.TOP}
`)

/** We rank nothing as last, so these are never borne out. */
export const BOTTOM_WORDS = words(`
  terburuk terendah terkecil tersepi terlemah terlambat tersedikit
  paling\\s(?:rendah|sedikit|sepi|kecil|lambat|lemah|buruk|jarang|kurang)
  worst lowest smallest weakest slowest poorest least
  most\\s(?:quiet|slow)\\w*
  ${romance.BOTTOM}
`)

export const CAUSE_WORDS = words(`
  karena sebab penyebab\\w* disebabkan akibat\\w* berkat gara-gara dipicu pemicu didorong dipengaruhi
  lantaran sehingga oleh\\skarena
  because due\\sto thanks\\sto caus\\w+ owing\\sto as\\sa\\sresult driven reason\\w* therefore explain\\w*
  ${romance.CAUSE}
`)

export const STRONG_WORDS = words(`
  tajam drastis pesat signifikan jauh luar\\sbiasa fantastis melonjak
  sangat\\s(?:tajam|tinggi|besar|kuat|pesat|jauh) anjlok melesat
  sharp\\w* drastic\\w* huge\\w* massive\\w* significant\\w* soar\\w* surg\\w+ slump\\w* far dramatic\\w*
  ${romance.STRONG}
`)

export const SLIGHT_WORDS = words(`
  sedikit tipis agak slight\\w* marginal\\w* a\\s(?:little|bit)
  ${romance.SLIGHT}
`)

/** The whole shop, not a part of it. */
export const TOTAL_WORDS = words(`
  total keseluruhan seluruh\\w* semua overall altogether all whole entire
  ${romance.TOTAL}
`)

/** What is only expected must be told so. */
export const EXPECTATION_WORDS = words(`
  perkiraan\\w* diperkirakan kira-kira mungkin kemungkinan akan bakal bisa dapat prediksi\\w* diprediksi
  harapan diharapkan kisaran
  expect\\w* forecast\\w* likely might may could should will probably around about predict\\w*
  ${romance.EXPECTATION}
`)

/** Words that foretell; only a forecast may. */
export const FUTURE_WORDS = words(`
  akan bakal diprediksi prediksi\\w* diperkirakan perkiraan\\w*
  will forecast\\w* expect\\w* predict\\w* going\\sto
  ${romance.FUTURE}
`)

/** Praise and pity say up and down without saying it. */
export const PRAISE_WORDS = words(`
  selamat hebat bagus mantap keren luar\\sbiasa kabar\\sbaik menggembirakan positif cerah
  great congrat\\w+ excellent wonderful good\\snews positive awesome fantastic bright well\\sdone
  ${romance.PRAISE}
`)

export const NEGATIONS = words(`
  tidak tak bukan belum tanpa jangan nggak gak ga enggak kurang
  not no never without neither nor hardly \\w+n't cannot
  ${romance.NEGATION}
`)

/** Idioms that hold such a word and claim nothing with it; taken out before anything is checked. */
export const HARMLESS_IDIOMS = words(`
  (?:stock|keep|set|wrap|follow|look|sum)(?:ing|s)?\\sup up\\sto\\syou turun\\stangan
  salah\\ssatu one\\sof most\\slikely paling\\smungkin so\\sfar sejauh\\sini kali\\sini
  ${romance.HARMLESS}
`)

/** A sentence that begins so and rests on no fact hopes for something; it does not say that it is. */
export const WISH =
  /^\s*(?:semoga|mudah-mudahan|may|(?:i|we) hope|hope|hopefully|wishing|here's to|ayo|yuk|mari|let's|ojal[aá]|espero que|esperamos que|sigamos|sigue as[ií]|vamos|[aá]nimo|tomara|continue assim|bora)(?!\p{L})/iu

/** Small words by which a language is told; words that both languages share are left out. */
export const FUNCTION_WORDS = {
  id: words(`
    yang dan di ini itu dengan untuk dari ada lebih juga sudah bisa akan pada tetap anda kita kami ke
    dibanding dibandingkan agar supaya jadi menjadi masih saat kalau jika atau oleh karena sebagai
    seperti biasanya penjualan toko produk cabang terus ayo semoga mari yuk terlaris paling
  `),
  en: words(`
    the and of is are was were with for to in on at your you a an this that it its has have had be
    will can from by as than keep let than so more most sales shop product branch usual
  `),
  es: words(`
    el los las y es son con del tu tus su una uno en lo al muy sin sobre ventas tienda tiendas
    producto productos sucursal sucursales sigue hay mas pero hacia siempre tambien sigamos animo
  `),
  pt: words(`
    os e sao com do da dos das seu sua seus suas uma um no na nos nas ao muito sem vendas loja lojas
    produto produtos mais mas sempre tambem voce continue vamos sendo
  `),
} as const

/**
 * One pattern for a list of words, each a whole word; `\\s` inside one stands for any space, and
 * Indonesian's endings (naik*nya*, terlaris*lah*) are no way around.
 */
function words(list: string): RegExp {
  const parts = list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('\\s', '\\s+'))
  return new RegExp(`(?<!\\p{L})(?:${parts.join('|')})(?:nya|lah|kah|pun)?(?!\\p{L})`, 'giu')
}
