/**
 * What goods and colours are called in other languages: each row is one thing. A shop's own name is
 * found whichever of them the owner types; a name that is not in the row is found as it is written.
 */
const GOODS_ROWS: readonly string[] = [
  'mawar rose roses rosa rosas',
  'lili lily lilies lirio lirios azucena azucenas',
  'anggrek orchid orchids orquidea orquideas',
  'matahari sunflower sunflowers girasol girasoles girassol girassois',
  'melati jasmine jasmines jazmin jazmines jasmim jasmins',
  'tulip tulips tulipan tulipanes tulipa tulipas',
  'anyelir carnation carnations clavel claveles cravo cravos',
  'krisan aster chrysanthemum chrysanthemums mums crisantemo crisantemos',
  'gerbera gerberas hebras',
  'peony peonies peonia peonias peoni',
  'hydrangea hydrangeas hortensia hortensias hortensia',
  'lavender lavanda lavandas',
  'daisy daisies margarita margaritas margarida margaridas',
  'buket bouquet bouquets ramo ramos buque buques',
  'wisuda graduation graduacion formatura',
  'pernikahan wedding boda bodas casamento',
  'pengantin bridal bride novia noiva',
  'papan board boards',
  'keranjang basket baskets canasta canastas cesta cestas',
  'pot pots maceta macetas vaso vasos',
  'kaktus cactus cacti cactos cacto',
  'merah red rojo roja rojos rojas vermelho vermelha vermelhos vermelhas',
  'putih white blanco blanca blancos blancas branco branca brancos brancas',
  'kuning yellow amarillo amarilla amarillos amarillas amarelo amarela amarelos amarelas',
  'pink rosado rosada rosados rosadas rosa',
  'ungu purple morado morada morados moradas roxo roxa roxos roxas lila violeta',
  'biru blue azul azules azuis',
  'hijau green verde verdes',
  'oranye orange naranja naranjas laranja laranjas jingga',
  'hitam black negro negra negros negras preto preta pretos pretas',
  'campur mixed mix mixto mixta misto mista',
  'kopi coffee cafe',
  'susu milk leche leite',
  'teh tea te cha',
  'roti bread pan pao',
  'kue cake cakes pastel pasteles bolo bolos',
  'ayam chicken pollo frango',
  'nasi rice arroz',
  'goreng fried frito frita fritos fritas',
  'bakar grilled asado asada assado assada',
  'mie noodle noodles fideos macarrao',
  'air water agua',
  'jus juice juices jugo jugos suco sucos zumo',
  'telur egg eggs huevo huevos ovo ovos',
  'ikan fish pescado peixe',
  'sapi beef',
  'kentang potato potatoes papa papas patata patatas batata batatas',
  'keju cheese queso queijo',
  'coklat cokelat chocolate chocolates',
  'gula sugar azucar acucar',
  'buah fruit fruits fruta frutas',
  'pisang banana bananas platano platanos',
  'sayur vegetable vegetables verdura verduras',
  'manis sweet dulce dulces doce doces',
  'panas hot caliente quente',
  'dingin cold frio fria gelado gelada',
  'minuman drink drinks beverage beverages bebida bebidas',
  'makanan food foods comida comidas',
  'botol bottle bottles bottled botella botellas garrafa garrafas',
  'kemeja camisa camisas',
  'kaos tshirt tshirts camiseta camisetas playera playeras',
  'celana pants trousers pantalon pantalones calca calcas',
  'rok skirt skirts falda faldas saia saias',
  'jaket jacket jackets chaqueta chaquetas jaqueta jaquetas',
  'sepatu shoe shoes zapato zapatos sapato sapatos',
  'sandal sandals sandalia sandalias',
  'tas bag bags bolsa bolsas bolso bolsos',
  'topi hat hats sombrero sombreros chapeu chapeus',
  'gaun dress dresses vestido vestidos',
  'sabun soap jabon sabonete',
  'buku book books libro libros livro livros',
  'potong cut corte cortada cortado cortadas cortados',
  'bunga flower flowers flor flores',
  'segar fresh fresco fresca frescos frescas',
  'kering dried seco seca secos secas',
]

/** Every other word for the same thing, by each of its words. */
export const SAME_GOODS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...Map.groupBy(
      GOODS_ROWS.flatMap((row) => {
        const forms = row.split(' ')
        return forms.map((form) => [form, forms] as const)
      }),
      ([form]) => form,
    ),
  ].map(([form, rows]) => [form, rows.flatMap(([, forms]) => forms)]),
)

/** Words that name two different things: `rosa` is a rose and the colour pink. */
export const TWO_THINGS: ReadonlySet<string> = new Set(
  [
    ...Map.groupBy(
      GOODS_ROWS.flatMap((row) => [...new Set(row.split(' '))]),
      (form) => form,
    ),
  ]
    .filter(([, rows]) => rows.length > 1)
    .map(([form]) => form),
)
