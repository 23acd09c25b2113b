/**
 * How people rank: a mark (`paling`, `most`, `mas`) and what it is the most of. Every pair is a phrase, so
 * that a new adjective is one word here. Lower case, without accents.
 */
type Ranking = {
  readonly marks: string
  /** The most of these is the first of a list. */
  readonly high: string
  /** The most of these is the last of it. */
  readonly low: string
  /** Of visits. */
  readonly busy: string
  readonly quiet: string
}

const RANKINGS: readonly Ranking[] = [
  {
    marks: 'paling|yang paling|plg|ter',
    high: `laku|laris|banyak|besar|gede|tinggi|bagus|baik|oke|top|hits|favorit|populer|unggul|kuat|sering|kenceng
      |kencang|mantap|cepat|cepat laku|banyak laku|banyak terjual|banyak dibeli|banyak dicari|banyak keluar|sering laku
      |sering dibeli|sering terjual|disuka|disukai|disenangi|diminati|digemari|dicari|diburu|cuan|menghasilkan
      |banyak omzetnya|besar omzetnya|gede omzetnya|tinggi omzetnya|banyak penjualannya|tinggi penjualannya|berhasil|moncer|perform|perfom|berprestasi|jago|produktif|ngangkat|meledak|booming|rajin laku|ngehits|gampang laku|mudah laku|gampang dijual|mudah dijual|cepat keluar|cepet laku|cepet habis|kencang laku|ngebut`,
    low: `sedikit|dikit|kecil|rendah|jelek|buruk|lemah|lambat|lesu|seret|kurang|jarang|minim|parah|payah|lemot
      |tidak laku|tidak laris|kurang laku|kurang laris|jarang laku|jarang dibeli|jarang terjual|sedikit laku|sedikit terjual
      |sedikit dibeli|sedikit keluar|susah laku|susah dijual|susah keluar|susah terjual|sulit dijual|sulit keluar|lama laku|sulit laku|tidak diminati|kurang diminati`,
    busy: 'ramai|rame|sibuk|padat|penuh',
    quiet: 'sepi|lengang|sunyi|kosong',
  },
  {
    marks: 'most|the most',
    high: 'popular|successful|sold|bought|loved|wanted|requested|demanded|valuable|sales|revenue|money',
    low: '',
    busy: 'crowded|visited|visitors|traffic',
    quiet: '',
  },
  {
    marks: 'least|the least',
    high: '',
    low: 'popular|successful|sold|bought|loved|wanted|requested|sales|revenue|money',
    busy: '',
    quiet: 'crowded|visited|busy',
  },
  {
    marks: 'mas|los mas|las mas|el mas|la mas|lo mas|mais|os mais|as mais|o mais|a mais',
    high: `vendido|vendidos|vendida|vendidas|vende|venden|vendio|vendieron|vendimos|vendemos|vendem|vendeu|venderam|popular
      |populares|pedido|pedidos|pedida|buscado|buscados|buscada|procurado|procurados|procurada|salio|sale|salen|sai|saem|saiu
      |sairam|exitoso|fuerte|forte|gusta|factura|facturo|facturan|facturamos|fatura|faturou|faturam|alto|alta|altos|grande
      |grandes|ingresos|ventas|vendas|dinero|dinheiro|plata|rende|rendeu|compran|compraron|compraram|comprado|comprados`,
    low: 'flojo|floja|flojos|debil|bajo|baja|bajos|lento|lentos|lenta|fraco|fraca|fracos|baixo|baixa|parado|parados|malo|ruim',
    busy: 'concurrido|concurrida|movido|movida|movimentado|movimentada|ocupado|ocupada|lleno|cheio|cheia|gente|movimiento|movimento',
    quiet: 'tranquilo|tranquila|calmo|calma|vacio|vazio|vazia|parada',
  },
  {
    marks: 'menos|los menos|las menos|el menos|la menos|lo menos|os menos|as menos|o menos|a menos',
    high: '',
    low: `vendido|vendidos|vendida|vendidas|vende|venden|vendio|vendieron|vendimos|vendemos|vendem|vendeu|venderam|popular
      |populares|pedido|pedidos|buscado|buscados|procurado|procurados|sale|salen|salio|sai|saem|saiu|sairam|gusta|factura
      |facturo|facturan|fatura|faturou|faturam|ingresos|ventas|vendas|dinero|dinheiro|rende|rendeu|compran|comprado`,
    busy: '',
    quiet: 'concurrido|concurrida|movido|movida|movimentado|movimentada|gente|movimiento|movimento',
  },
]

const listed = (text: string): readonly string[] =>
  text.split('|').flatMap((each) => (each.trim() === '' ? [] : [each.trim().replace(/\s+/g, ' ')]))

const paired = (read: (ranking: Ranking) => string): string =>
  RANKINGS.flatMap((ranking) =>
    listed(ranking.marks).flatMap((mark) =>
      listed(read(ranking)).flatMap((what) => {
        // `terlaku`, `terdikit` are one word.
        if (mark === 'ter') return what.includes(' ') ? [] : [`ter${what}`]
        // `se vende mas` as well as `mas se vende`.
        if (!FREE_MARKS.has(mark)) return [`${mark} ${what}`]
        // `unidades vendidas menos dago` leaves out: only a verb takes its mark behind it.
        const isVerb = !NO_VERB.test(what)
        return [`${mark} ${what}`, `${mark} se ${what}`, ...(isVerb ? [`${what} ${mark}`] : [])]
      }),
    ),
  ).join('|')

const NO_VERB =
  /([ai]d[oa]s?|ventas|vendas|ingresos|dinero|dinheiro|plata|gente|movimiento|movimento)$/

/** These may stand after what they rank: `vende mas`. */
const FREE_MARKS = new Set(['mas', 'mais', 'menos'])

/** In the shape of `CUE_WORDS`. */
export const SUPERLATIVES: Readonly<Record<string, string>> = {
  'aggregation rank_desc': paired(({ high }) => high),
  'aggregation rank_asc': paired(({ low }) => low),
  'busy rank_desc': paired(({ busy }) => busy),
  'busy rank_asc': paired(({ quiet }) => quiet),
}
