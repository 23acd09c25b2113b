/** Words by which a message tells a sale, in all four languages: none of them means something else in another. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Something was sold. */
export const SOLD = list(
  `laku terjual jual kejual laris sold sell vendi vendimos vendio vendido vendida vendidos vendidas vendemos
   vendeu vendeo venta venda`,
)

/** Something came back and the money went out again. */
export const RETURNED = list(
  `retur refund refunded returned return diretur direfund dikembalikan kembalikan devolucion devolvieron
   devolvio devuelto devuelta devueltos devueltas reembolso devolucao devolveram devolveu devolvido
   devolvida devolvidos devolvidas estorno`,
)

/** What may stand before the word that tells a sale. */
export const BEFORE = list(
  `catat tolong tlg mohon halo hai ok oke barusan baru tadi td ada yang yg udah udh sdh sudah saya kami kita
   penjualan pak bu kak min lagi juga please note add we i have has just also hi hello anota apunta registra
   hola hoy ayer se por favor anote registre oi ola eu nos ontem acabei de acabo acabamos`,
)

/** Words at the edge of a name that are no part of it. */
export const AROUND = list(
  `yang yg ada ya yah dong deh nih sih kak pak bu mas mbak min tadi td barusan baru lagi sudah udah udh di ke
   cabang harga seharga dengan dgn buat utk untuk dari orang pembeli pelanggan toko oleh dan sama juga aja saja
   pcs pc buah bh biji tangkai batang per rp idr of the at for to we i have has just in on by
   customer and branch store each piece pieces price from de del la el los las a al en con por cada una uno un
   sucursal tienda precio y x da do das dos no na nos nas em com filial loja preco um uma e o os as c u cu total
   each total jadi totalnya semua semuanya seluruhnya jumlahnya all todo todos todas tudo juntos juntas
   satuan satuannya masing-masing masing perbuah pertangkai perpcs apiece`,
)

/** The amount behind one of these is the price of one. */
export const EACH_BEFORE = list('each satuan masing-masing masing cada perbuah at a')
/** A price that any word of these stands beside is the price of one: `15rb per tangkai`. */
export const EACH_AFTER = list(
  'each per satuan satuannya masing-masing masing apiece cada perbuah pertangkai perpcs c/u cu unidad unidade',
)
/** These say a price follows, and nothing of how many it is for. */
export const PRICE_BEFORE = list('rp idr por for harga seharga price precio preco $ r$ us$')
export const TOTAL = list(
  'total totalnya jadi semua semuanya seluruhnya jumlahnya = all todo todos todas tudo juntos juntas',
)

/** Words of a question: then nothing has been told. */
export const ASKING = list(
  `berapa brp apa apakah kapan siapa mana kenapa mengapa gimana bagaimana paling terlaris terlaku rata rata-rata
   banding dibanding vs top how many much what which when who why best average compare than cual cuales cuanto
   cuantos cuanta cuantas cuando quien porque como mejor promedio qual quais quanto quantos quanta quantas quando
   quem melhor media que top5 top10 produk products productos produtos target hari minggu bulan tahun days
   weeks months semana semanas mes meses dias dia minimal lebih kurang`,
)

/** `eh`, `salah`, `era`: what was said before is put right. */
export const FIXING = list(
  `eh salah maaf sori sorry ralat koreksi koreksinya bukan ternyata harusnya seharusnya ganti ubah jadi jadinya
   maksudnya maksud oops ups wrong actually not no should be make it was were is meant correction change to perdon era eran
   son cambia cambiar corrige correccion quise decir sino sino que errado desculpa eram sao muda mudar corrige
   correcao nao quis dizer wait tunggu tapi melainkan but mas`,
)
/** The amount behind one of these is what it was not. */
export const DENYING = list('bukan not no nao')

/** `baris 2`, `no 2`: which line of ours is meant. */
export const LINE = list('baris nomor row line fila linea linha item')

/** `hapus terakhir`, `delete last`, `borra la última`: the newest sale told goes. */
export const DELETE_LAST =
  /^(?:tolong |please |por favor )?(?:(?:hapus|buang) (?:penjualan |yang |catatan |yg )?(?:terakhir|barusan|tadi)|delete (?:the )?last(?: (?:one|sale|entry))?|remove (?:the )?last(?: (?:one|sale|entry))?|(?:borra|elimina|borrar|eliminar) (?:la |el )?(?:ultima|ultimo)(?: venta)?|(?:apaga|apague|apagar|exclui|excluir|exclua) (?:a |o )?(?:ultima|ultimo)(?: venda)?)[.!]*$/
