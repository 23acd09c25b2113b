/** Things shops sell, many of them one letter away from a word we understand. */
export const NOUNS =
  `mawar melati lily tulip krisan anggrek matahari kamboja gerbera anyelir hortensia kaktus sukulen
  bonsai pot pupuk rangkaian buket papan karangan pita kado boneka lilin vas kopi teh susu es jus sirup soda air
  latte cappuccino espresso americano mocha matcha cokelat coklat roti donat kue bolu brownies tart pastel risol
  lemper lumpia bakwan tahu tempe oncom bakso mie mi nasi ayam bebek ikan udang cumi kepiting sapi kambing rendang
  semur soto rawon pecel gado sate gudeg opor sambal kerupuk telur sosis nugget keju mentega margarin minyak gula
  garam merica kecap saus tepung beras jagung kentang wortel selada bayam kangkung sawi kol tomat cabai bawang
  jahe kunyit kemiri kemangi lengkuas ketumbar salak jeruk apel pisang mangga pepaya nanas durian rambutan melon
  semangka anggur stroberi alpukat baju kaos celana rok jaket topi sepatu sandal kaus dompet tas sabuk jam cincin
  kalung gelang anting kacamata sabun sampo pasta sikat handuk tisu deterjen pewangi buku pensil pulpen kertas
  map amplop penggaris tinta baterai lampu kabel charger casing pulsa rokok korek gas galon ember sapu bola raket
  roses tulips orchid bouquet ribbon socks stick steak salt soap candle charm chair bread cake cookie
  coffee tea juice milk butter cheese sugar flour rice pepper onion garlic tomato potato lettuce spinach chicken
  beef lamb fish shrimp shirt pants dress hat shoes belt watch ring pen paper notebook battery lamp cable phone
  saku siku paku kuku bukunya makan makanan minuman pakan
  kelapa labu lada terong buncis kacang kedelai singkong ubi talas pandan serai salam bihun sohun kwetiau
  pempek batagor siomay cilok cireng ketoprak lontong ketupat bubur jamu kencur temulawak madu kurma manisan
  dodol wajik klepon onde cendol dawet cincau kolak stiker poster banner spanduk undangan kartu nota stempel
  mangkok piring gelas sendok garpu pisau panci wajan kompor kulkas kipas setrika kasur bantal guling sprei
  tirai karpet kursi meja lemari rak cermin pigura jarum benang kancing resleting renda batik sarung peci mukena
  gamis hijab kebaya paving semen pasir bata genteng cat kuas paku palu gergaji obeng baut mur engsel gembok
  carrot cabbage melon berry cherry grape lemon mango peach bagel muffin donut pizza pasta salad soup sandwich
  burger waffle pancake syrup vinegar mustard ketchup yogurt olive honey jam jelly toast steamer blender toaster
  tomorrowland orderly restaurant reporter foreman sampler menuet setor grafit produsen`.split(
    /\s+/,
  )
