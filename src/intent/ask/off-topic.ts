import { unaccented } from '../words.ts'

/** An order to the machine instead of a question to the shop, whatever else the message says. */
export const isInjection = (text: string): boolean => {
  const plain = unaccented(text.normalize('NFKC').toLowerCase())
  return INJECTIONS.some((pattern) => pattern.test(plain))
}

/** `change yesterday's revenue to 5 million`: figures are what the files say. */
export const isOrderToChange = (text: string): boolean => {
  const said = unaccented(text.normalize('NFKC').toLowerCase())
  return CHANGE.test(said) && !STRETCH.test(said)
}

/** `make a chart from november 1 to 10`: a stretch of days is no new figure. */
const STRETCH = /\b(from|between|dari|desde|del?|das?|dos?|entre)\s+(\w+\s+)?\d/

const CHANGE =
  /^\W*(please |tolong |coba |por favor )?(change|set|make|put|adjust|fix|ganti|ubah|jadikan|bikin|buat|naikkan|turunkan|cambia|pon|ajusta|sube|mude|muda|altera|ajuste)\b.{1,60}\b(to|jadi|menjadi|a|para|por)\s+(rp\.? ?)?\d/

/** Another subject than the shop. `words`: the message without the names of the shop's own goods. */
export const isOffTopic = (words: readonly string[]): boolean => {
  const plain = words.join(' ')
  return OFF_TOPIC.some((pattern) => pattern.test(plain))
}

/** Orders to the machine instead of questions to the shop, and reaches into other shops. */
const INJECTIONS: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(instruction|rule|prompt|previous|above|prior|guideline|restriction|everything|filter)/,
  /\b(abaikan|lupakan|acuhkan|langgar)\b.{0,40}\b(instruksi|perintah|aturan|sebelumnya|semua|prompt)/,
  /\b(ignora|olvida|omite|desobedece|ignore|esqueca|desconsidere|ignorar)\b.{0,40}\b(instruccion|instrucoes|instrucao|regla|regra|anterior|todo|tudo|prompt)/,
  /\b(system|sistem|sistema|developer|hidden)[ _-]?(prompt|message|instruction|instruksi|pesan)/,
  /\bprompt\b.{0,20}\b(sistem|sistema|awal|system|kamu|mu)\b|\b(your|el|seu|tu) prompt\b/,
  /\b(api|secret|access)[ _-]?(key|token)s?\b|\bpassword|\bkata sandi\b|\bcontrasena\b|\bsenha\b|\bpasswd\b|\.env\b|\bcredential|\bkredensial/,
  /\b(drop|alter|truncate)\s+(table|database)|\bdelete\s+from\b|\bselect\s.{1,60}\bfrom\b|\binsert\s+into\b|\bunion\s+select|\battach\s+database|;\s*--|'\s*or\s+'?1|\b(run|execute|jalankan|ejecuta)\b.{0,20}\b(sql|query|command|script|code|kode|perintah)/,
  /\b(other|another|different|competitor'?s?|every|all)\s+(shop|store|tenant|client|owner|user|business|customer account)s?'?\b.{0,30}\b(data|sales|revenue|numbers|database)/,
  /\b(sales|revenue|data|numbers|omzet|penjualan|ventas|vendas)\b.{0,30}\b(other|another|different|rival|competitor)\s*(shop|store|tenant|business|s)/,
  /\b(toko|pengguna|akun|klien)\s+(?:[a-z]+\s+)?(lain|orang|sebelah|tetangga|kompetitor|pesaing)|\b(pesaing|kompetitor|saingan)\b|\b(otra|outra|otras|outras)\s+(tienda|loja|empresa|tiendas|lojas)\b|\b(de la|da)\s+(competencia|concorrencia)\b|\bcompetidor|\bconcorrente|\bcompetitors?\b|\b(neighbou?rs?|vecin[oa]s?|vizinh[oa]s?)\b/,
  /\b(act|behave|respond)\s+(as|like)\b|\bpretend\b|\byou are now\b|\bjailbreak|\bdan mode|\bdo anything now|\bberpura|\banggap (kamu|dirimu)|\bkamu sekarang\b|\bactua como|\bfinge\b|\bfinja|\baja como\b|\brole\s?play|\bdeveloper mode|\badmin mode|\bmode (admin|developer|debug)/,
  /<\/?(script|system|img|iframe)|\{\{.*\}\}|\$\{.*\}|\bbase64\b|\[\[?inst|<\|/,
  /\b(reply|respond|answer|say|jawab|balas|katakan|responde|responda|di|diga)\b.{0,25}\b(only with|exactly|hanya dengan|bahwa omzet|that (revenue|sales|the)|que (las ventas|as vendas|el ingreso))/,
  /\b(make up|invent|fake|karang|palsukan|inventa|invente|fabricate|manipula\w*|rekayasa)\b/,
  /\b(print|show|reveal|dump|tampilkan|bocorkan|repeat|muestra|mostre|revela)\b.{0,30}\b(instruction|instruksi|config|konfigurasi|environment|database schema|skema|source code|kode sumber|instrucciones|instrucoes|all tables|semua tabel)/,
]

/** Subjects of a general assistant, which WhatsApp does not allow a business's bot to be. */
const OFF_TOPIC: readonly RegExp[] = [
  /\b(cuaca|weather|hujan|rain(y|ing)?|clima|previsao do tempo|temperatur\w*|va a llover|vai chover|llover)\b/,
  /\b(resep|recipe|receta|receita de (bolo|pao|frango|comida|doce)|masak|cook|cocinar|cozinhar|memasak)\b/,
  /\b(puisi|pantun|poem|poema|joke|lelucon|chiste|piada|lagu|song|cancion|musica|music|lirik|lyrics|cerpen|cerita|story|essay|esai|ensayo|tell me a)\b/,
  /\b(presiden|president|presidente|pemilu|election|eleccion|eleicao|politik|politics|politica|gubernur|menteri|partai|perang|war)\b/,
  /\b(bola|football|soccer|futbol|futebol|liga|piala|world cup|mundial|pertandingan|match score|timnas|messi|ronaldo)\b/,
  /\b(saham|stocks? market|stock price|bitcoin|crypto|kripto|btc|ethereum|forex|kurs|exchange rate|tipo de cambio|cotacao|dolar|dollar|emas|gold price|bolsa)\b/,
  /\b(translate|terjemahkan|terjemahin|artikan|traduce|traduz|traduza|traducir)\b/,
  /\b(python|javascript|java|kode program|coding|program komputer|code for|write code|html|algorithm|algoritma|codigo)\b/,
  /\b(dokter|doctor|medicine|obat|sakit|penyakit|headache|enfermedad|doenca|remedio|diet|hamil|demam)\b/,
  /\b(pacar|jodoh|cinta|love you|girlfriend|boyfriend|novio|namorad[oa]|menikah|zodiak|horoscope|horoscopo|ramalan bintang)\b/,
  /\b(film|movie|pelicula|filme|netflix|youtube|tiktok|instagram|facebook|sinetron|anime|game|games)\b/,
  /\b(ibu ?kota|capital (of|city)|capital de|population|penduduk|sejarah|history of|planet|galaksi|gunung|who (is|was|invented|won)|siapa (presiden|penemu|nama|yang menemukan|pemenang)|quien (es|invento|gano)|quem (e|inventou|ganhou)|quantos anos|how old|umur)\b/,
  /\b(pr matematika|homework|tugas sekolah|matematika|math problem|square root|akar kuadrat|integral|2 ?\+ ?2|skripsi|tarea|dever de casa)\b/,
  /\b(berita|news|noticia|noticias|gosip|gossip)\b/,
  /\b(agama|religion|dosa|doa|sholat|alkitab|quran|god|tuhan|horario de misa)\b/,
  /\b(tiket|pesawat|flight|hotel|vuelo|voo|liburan ke|travel to|viaj(ar|e)|directions|traffic jam|alamat|restaurant near|restoran dekat)\b/,
  /\b(write|tulis|buatkan|bikinin|bikin|buatin|desain|design|create|escribe|escreva|compose|draft)\b.{0,25}\b(logo|poster|spanduk|banner|brosur|flyer|desain|undangan|email|surat|letter|caption|iklan|ad|copy|post|essay|cv|resume|tweet|carta|slogan|correo)\b/,
  /\b(makna hidup|meaning of life|sentido de la vida|sentido da vida|are you human|kamu manusia|siapa penciptamu|openai|chatgpt|gemini|gpt)\b/,
  /\b(remind me|set (a|an) (alarm|reminder)|recuerdame|me lembr[ae]|lembre me|ingatkan (saya|aku)|ingetin (aku|saya))\b/,
  // Somebody who wants to buy, or to know when the shop is open.
  /\b(mau|pengen|ingin) pes[ae]n (?!apa|berapa)|\bvendem?e?\b(?= un)|\bi (want|would like) to (buy|order)\b|\b(quiero|quero|queria) (comprar|pedir|encomendar)\b/,
  /\b(buka|tutup) jam berapa|jam berapa (toko )?(buka|tutup)|\bopening hours|what time (do|does) .{1,20}(open|close)|a que hora (abr|cierr)|que horas (abr|fech)/,
]
