/**
 * The Spanish and Portuguese words that claim something, for the lists of claim-words.ts: lower case,
 * no accents, `\s` for any space. A word that is harmless in Indonesian or English stands here only
 * with its neighbours (`dia` is he in Indonesian: `cada\sdia`).
 */

export const NUMBERS = `
  cero dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince dieci\\w+ veint\\w+ treinta
  cuarenta cincuenta sesenta setenta ochenta noventa cien ciento\\w* \\w+cient[oa]s quinient[oa]s mil miles
  millon\\w* millar\\w* docena\\w* mitad tercio\\w* cuarta\\sparte tercera\\sparte doble\\w* duplic\\w+ triplic\\w+
  segund[oa] tercer\\w* par\\sde pares por\\sciento porcentaje\\w* peso\\w* dolar\\w* euro\\w* mayoria casi\\stod[oa]s
  promedio\\w* cada veces
  dois duas quatro sete oito nove dez onze doze treze quatorze dezess\\w+ dezoito vinte trinta quarenta
  cinquenta sessenta oitenta cem cento\\w* centena\\w* \\w+zentos milhao milhoes milhar\\w* duzia\\w* metade
  terco\\w* quarta\\sparte dobro dobr(?:ou|aram|ando|ar) triplo por\\scento porcentagem percentual reais maioria
  quase\\stod[oa]s em\\smedia en\\smedia vezes terceir[oa]
`

export const CALENDAR = `
  hoy ayer manana anteayer semana\\w* mes meses ano anos trimestre\\w* quincena
  (?:cada|del|ese|este|por|un|todo\\sel|nesse|esse|no|um)\\sdia dias diari[oa]\\w* semanal\\w* mensual\\w* anual\\w*
  lunes martes miercoles jueves viernes sabado\\w* domingo\\w* enero febrero marzo mayo junio julio
  septiembre octubre noviembre diciembre abril tarde\\w* noche\\w* madrugada
  hoje ontem amanha anteontem mensal\\w* \\w+-feira terca quarta-feira quinta-feira sexta-feira
  janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro manha noite\\w*
`

export const WORLD = `
  clima lluvi\\w+ calor frio inundaci\\w+ feriad\\w+ festiv\\w+ navidad pascua vacacion\\w+ competenc\\w+
  competidor\\w* inflaci\\w+ ganancia\\w* utilidad\\w* perdida\\w* margen\\w* agotad\\w+ se\\sacab\\w+
  clientes?\\s(?:nuev\\w+|leal\\w*|fiel\\w*) sin\\sventas
  chuv\\w+ enchente\\w* pascoa ferias concorr\\w+ inflac\\w+ lucro\\w* prejuizo\\w* margem margens esgot\\w+
  acabou clientes?\\s(?:nov\\w+|fieis) sem\\svendas
`

export const UP = `
  sub(?:e|en|io|ieron|iendo|ida|idas|ir) aument\\w+ crec\\w+ increment\\w+ mejor(?:o|a|an|ando|aron) por\\sencima
  encima\\sde supera\\w* superior\\w* alza repunt\\w+ recuper\\w+ mas\\s(?:alt\\w+|que|fuerte\\w*)
  sub(?:iu|iram|indo|iram) cresc\\w+ melhor(?:ou|aram|ando|a|am) acima superou superaram em\\salta alta
  mais\\s(?:alt\\w+|que|do\\sque|forte\\w*)
`

export const DOWN = `
  baj(?:o|a|an|aron|ando|ada|adas|ar) ca(?:e|en|yo|yeron|ida|idas|yendo|er) dismin\\w+ descen\\w+ descien\\w+
  retroced\\w+ reduc\\w+ reduj\\w+ menos\\sque menor\\sque por\\sdebajo debajo\\sde fren(?:o|a|an|ando|andose)
  floj\\w+ desaceler\\w+ lent[oa]\\w* tranquil\\w+ debil\\w*
  ca(?:iu|iram|indo|i|em|ir) (?:em|uma|a|de)\\squeda queda\\sde dimin\\w+ reduz\\w+ abaixo frac[oa]\\w* devagar
  baix(?:ou|aram|ando|a|o)
`

export const FLAT = `
  estable\\w* igual\\w* sin\\scambio\\w* constante\\w* se\\smantien\\w+ se\\smantuv\\w+
  estave(?:l|is) sem\\smudanca\\w* se\\smant[eé]m manteve mantiveram
`

export const TOP = `
  mejor mejores (?:mas|mais)\\s(?:vendid\\w+|buscad\\w+|popular\\w*|pedid\\w+|procurad\\w+) primer\\w* lider\\w*
  favorit[oa]s? estrella\\w* campeon\\w* reina rey destacad\\w+ mayor mayores
  melhor melhores primeir\\w+ estrela\\w* campea\\w* campeoes carro-chefe destaque\\w* maior maiores
`

export const BOTTOM = `
  peor peores ultimo\\slugar menos\\svendid\\w+ menor menores
  pior piores
`

export const CAUSE = `
  porque debido causa\\w* gracias\\sa culpa motiv\\w+ a\\sraiz por\\seso por\\slo\\stanto razon\\w* se\\sdeb\\w+ explic\\w+
  por(?=\\s\\s)
  devido gracas\\sa por\\sisso portanto razao razoes deve-se pel[oa](?=\\s\\s)
`

export const STRONG = `
  fuertemente con\\sfuerza notable\\w* considerable\\w* enorme\\w* significativ\\w+ dispar(?:o|a|aron|ado) desplom\\w+
  much(?:o|isimo)\\s(?:mas|menos)
  fortemente com\\sforca notavel\\w* consideravel\\w* dispar(?:ou|aram) despenc\\w+ muito\\s(?:mais|menos)
`

export const SLIGHT = `
  ligeramente un\\spoco leve\\w*
  ligeiramente um\\spouco
`

export const TOTAL = `
  tod[oa]s? enter[oa]\\w* conjunto
  tudo inteir[oa]\\w*
`

export const EXPECTATION = `
  espera\\w* pronostic\\w+ probable\\w* podria\\w* puede\\w* quiza\\w* estim\\w+ previst\\w+ prevision\\w* alrededor
  previsao previsoes provave\\w+ pode\\w* talvez cerca\\sde
`

export const FUTURE = `
  pronostic\\w+ prevision\\w* van?\\sa\\s\\w+r
  previsao previsoes (?:vai|vao)\\s\\w+r
`

export const PRAISE = `
  felicidades felicita\\w+ excelente\\w* genial\\w* estupend\\w+ buen\\strabajo buenas?\\snoticias? muy\\sbien
  positiv\\w+ brillante\\w*
  parabens otim[oa]\\w* maravilh\\w+ bom\\strabalho boas?\\snoticias? muito\\sbem brilhante\\w*
`

export const NEGATION = `
  ni nunca sin jamas tampoco
  nao nem sem jamais
`

export const HARMLESS = `
  sobre\\stodo ante\\stodo hasta\\sahora
  sobretudo ate\\sagora
`
