import { askedSpanish } from './asked-es.ts'
import { capital } from './capital.ts'
import { dashboardSpanish } from './dashboard-es.ts'
import { documentSpanish } from './document-es.ts'
import type { Messages } from './en.ts'
import { goodsSpanish } from './goods-es.ts'
import type { Spoken } from './locale.ts'
import { modelSpanish } from './model-es.ts'
import { whole } from './numbers.ts'
import { peopleSpanish } from './people-es.ts'
import { picturesSpanish } from './pictures-es.ts'
import { proofEs } from './proof-es.ts'
import { soldEs } from './sold-es.ts'
import { speakingSpanish } from './speaking-es.ts'
import { watchSpanish } from './watch-es.ts'

/**
 * What we say in Spanish: warm and short, `tú`, words every country between Mexico and Argentina uses.
 * Figures inside sentences are grouped as the shop's country writes them.
 */
export const spanish = (spoken: Spoken): Messages => {
  const pens = pensOf(spoken)
  return {
    languageName: 'Español',
    buttons,
    seeRows: (n) => (n === 1 ? 'Ver la fila' : `Ver ${pens.rows(n)}`),
    welcome,
    periods,
    basis: basis(pens),
    receipt: receipt(pens),
    problems,
    when: moments,
    refused,
    question: questions,
    compare: comparing,
    summary: summary(pens),
    products: productWords,
    branches: branchWords,
    forecast: forecast(pens),
    days: dayWords,
    restock: restock(pens),
    watch: watchSpanish,
    asked: askedSpanish,
    model: modelSpanish,
    speaking: speakingSpanish,
    alert: alerts,
    why: whyWords,
    report: reports,
    narrative,
    chart,
    token: tokens(pens),
    uploads: uploads(pens),
    stock: stockLists(pens),
    goods: goodsSpanish(spoken),
    sold: soldEs,
    proof: proofEs,
    people: peopleSpanish,
    dashboard: dashboardSpanish,
    pictures: picturesSpanish(spoken),
    document: documentSpanish,
    replace: replacing,
    undo,
    rows: rowWords(pens),
    exportHelp,
    sample: samples,
    help: helping,
    menu,
    language: languages,
    thanks,
    unclear,
    unreadable,
    tooBig,
    tooFast:
      'Son muchos mensajes a la vez 🙏 Respondo los que llegaron primero. Desde aquí no he leído nada; envíelo otra vez en *un minuto*.',
    stranger:
      'Hola 🙏 Este número atiende solo a tiendas registradas, así que no puedo mostrar nada aquí.',
    setAside: setAside(pens),
    noData,
    privacy,
  }
}

/** Things counted, as the shop's country writes figures. */
type Pens = ReturnType<typeof pensOf>

const pensOf = (spoken: Spoken) => {
  const figure = (n: number): string => whole(n, spoken)
  const count = (n: number, one: string, many: string): string =>
    `${figure(n)} ${n === 1 ? one : many}`
  const rows = (n: number): string => count(n, 'fila', 'filas')
  const days = (n: number): string => count(n, 'día', 'días')
  const sales = (n: number): string => count(n, 'venta', 'ventas')
  const branches = (n: number): string => count(n, 'sucursal', 'sucursales')
  const products = (n: number): string => count(n, 'producto', 'productos')

  return { figure, count, rows, days, sales, branches, products }
}

/** A quantity already written: `1 unidad`, `38 unidades`, `51-69 unidades`. */
const things = (quantity: string, one: string, many: string): string =>
  `${quantity} ${quantity === '1' ? one : many}`

const buttons: Messages['buttons'] = {
  menu: 'Menú',
  summary: 'Resumen',
  forecast: 'Pronóstico',
  sevenDays: '7 días',
  restock: 'Qué pedir',
  restockWhy: '¿Por qué tanto?',
  products: 'Productos',
  chart: 'Gráfica',
  why: '¿Por qué?',
  whyUp: '¿Por qué subió?',
  whyDown: '¿Por qué bajó?',
  uploads: 'Mis archivos',
  sample: 'Ver ejemplo',
  exportHelp: 'Cómo exportar',
  help: 'Ayuda',
  undo: 'Deshacer',
  undoLatest: 'Deshacer el último',
  undoFile: 'Deshacer archivo',
  replaceDays: 'Reemplazar días',
  otherLanguage: 'English',
  closed: 'Estuvo cerrado',
  normal: 'Es normal',
  promo: 'Hubo promoción',
  mute: 'No recordar más',
  details: 'Ver detalles',
  deleteData: 'Borrar mis datos',
  deleteConfirm: 'Sí, borrar todo',
  keep: 'No, conservar',
  sales: 'Ventas',
  stock: 'Inventario',
  countRows: 'Contarlas',
  leaveOut: 'No contarlas',
  countOnce: 'Contar una vez',
  newToken: 'Token nuevo',
  tokens: 'Mis tokens',
  eventTomorrow: 'Evento mañana',
  chartTrend: 'Gráfica por día',
  chartProducts: 'Gráfica productos',
  chartBranches: 'Gráfica sucursales',
  chartHours: 'Gráfica por hora',
  chartOverview: 'Gráfica completa',
  reportPdf: 'Reporte PDF',
  reportExcel: 'Reporte Excel',
  changeStock: 'Cambiar inventario',
  ordered: 'Ya pedí',
  knownStock: 'Ver inventario',
  newProduct: 'Producto nuevo',
  supply: 'Cómo se surte',
  costHow: 'Agregar costos',
}

const welcome: Messages['welcome'] = {
  hello: 'Hola 👋 Te ayudo a cuidar las ventas de tu tienda.',
  sendFile: (file) => `Envía el ${file} de tu caja (CSV/Excel) a este chat y te lo leo al momento.`,
  file: 'archivo de ventas',
  privacy: (command) => `Los datos son solo para tu tienda. Escribe ${command} cuando quieras.`,
  deleteCommand: 'borrar datos',
  helloAgain: 'Hola 👋 Aquí estoy.',
  ask: 'Pregunta lo que quieras, por ejemplo: *ventas de ayer* o *qué pedir*.',
}

const periods: Messages['periods'] = {
  today: 'hoy',
  yesterday: 'ayer',
  week: 'esta semana',
  month: 'este mes',
  'last-week': 'la semana pasada',
  'last-month': 'el mes pasado',
}

const basis = ({ sales, branches }: Pens): Messages['basis'] => ({
  line: (parts) => `Base: ${parts}`,
  sales,
  branches,
  until: (clock) => `hasta las ${clock}`,
})

const receipt = ({
  figure,
  count,
  rows,
  sales,
  branches,
  products,
}: Pens): Messages['receipt'] => ({
  read: (file) => `✅ Ya leí ${file}`,
  sales,
  items: (quantity) => things(quantity, 'artículo', 'artículos'),
  branches,
  products,
  skipped: (n, reasons) => `${count(n, 'fila omitida', 'filas omitidas')} (${reasons})`,
  reason: (n, reason) => `${figure(n)} ${reason}`,
  totals: (n) =>
    n === 1 ? '1 fila de TOTAL no se contó' : `${figure(n)} filas de TOTAL no se contaron`,
  refunds: (gross, refunds, n) =>
    `Neto: ${gross} brutos menos ${refunds} de devoluciones (${rows(n)})`,
  refundRows: (n) => `Incluye ${count(n, 'fila', 'filas')} de devolución`,
  noMoney: 'No hay columna de precio, así que aún no puedo calcular el dinero.',
  noQuantity: 'No hay columna de cantidad, así que aún no puedo contar los artículos vendidos.',
  nothing: (file) => `🙏 Abrí ${file}, pero no hay ni una fila que pueda contar`,
  nothingNext: 'Mira las filas omitidas, corrige el archivo y envíalo de nuevo.',
  again: (when) => `Este archivo ya entró ${when}, así que *nada se cuenta dos veces* 👍`,
  allKnown: 'Todo lo de este archivo ya estaba, así que *nada se cuenta dos veces* 👍',
  shared: (n) =>
    `${n === 1 ? '1 de sus días ya tenía' : `${figure(n)} de sus días ya tenían`} otras ventas; estas se sumaron. Si es una *corrección*, toca Reemplazar días.`,
  added: (n) => (n === 1 ? 'Se agregó 1 venta nueva.' : `Se agregaron ${figure(n)} ventas nuevas.`),
  overlap: (n) =>
    `${n === 1 ? '1 fila ya estaba' : `${figure(n)} filas ya estaban`}, así que *no se cuentan dos veces* 👍`,
})

const problems: Messages['problems'] = {
  'no-date': 'sin fecha',
  'bad-date': 'con fecha ilegible',
  'bad-number': 'con número ilegible',
  'no-product': 'sin producto',
  'no-amount': 'sin cantidad ni precio',
  'broken-line': 'con la fila dañada',
  'out-of-range': 'con un valor imposible',
  'not-sold': 'sin pagar o cancelada',
  'left-out': 'fuera, como usted dijo',
}

const moments: Messages['when'] = {
  justNow: 'hace un momento',
  earlyToday: 'hoy de madrugada',
  morning: 'hoy en la mañana',
  midday: 'hoy a mediodía',
  afternoon: 'hoy en la tarde',
  evening: 'hoy en la noche',
  yesterday: 'ayer',
  on: (day) => `el ${day}`,
}

const refused: Messages['refused'] = {
  title: (file) => `🙏 Todavía no puedo leer ${file}`,
  unnamed: 'este archivo',
  reasons: {
    empty: {
      what: 'El archivo está vacío.',
      next: 'Expórtalo otra vez desde tu caja y envíalo aquí.',
    },
    'html-page': {
      what: 'Es una página web, no un archivo de datos. Pasa cuando se descarga sin iniciar sesión.',
      next: 'Inicia sesión en tu caja, descarga el CSV o Excel y envíame ese.',
    },
    pdf: {
      what: 'Un PDF es como una foto del reporte: sus números no se pueden leer con seguridad.',
      next: 'En el mismo menú de exportar elige *CSV* o *Excel* y envíame ese.',
    },
    image: {
      what: 'Es una imagen, y los números leídos de una imagen pueden salir mal.',
      next: 'Envía el archivo *CSV* o *Excel* de tu caja.',
    },
    spreadsheet: {
      what: 'Esta hoja de cálculo está dañada, tiene contraseña o es de un tipo que no puedo abrir.',
      next: 'Guárdala como *.xlsx* o *CSV* sin contraseña y envíame esa.',
    },
    archive: {
      what: 'Es un archivo comprimido con contraseña o con más de un archivo dentro.',
      next: 'Envía solo el archivo de ventas; también sirve un ZIP con ese único archivo.',
    },
    binary: {
      what: 'No hay ninguna tabla dentro.',
      next: 'Envía el archivo de ventas de tu caja en *CSV* o *Excel*.',
    },
    'no-header': {
      what: 'No encuentro la fila con los nombres de las columnas.',
      next: 'Pon los nombres en la primera fila, por ejemplo: fecha, producto, cantidad, precio.',
    },
    'no-date-column': {
      what: 'No hay columna de *fecha*, así que las ventas no tienen día.',
      next: 'Elige el reporte de *detalle de ventas* (una fila por artículo, con su fecha) y envíalo.',
    },
    'no-sales-column': {
      what: 'No hay columna de *cantidad* ni de *precio*.',
      next: 'Elige el reporte de *detalle de ventas* con cantidad o precio y envíalo.',
    },
    'not-sales': {
      what: 'Parece otra cosa y no ventas, por ejemplo una lista de inventario.',
      next: 'Envía el reporte de *ventas* o *transacciones* de tu caja.',
    },
    purchases: {
      what: 'Es una lista de lo que la tienda compró a proveedores, no de lo que vendió.',
      next: 'Envía el reporte de *ventas* o *transacciones* de tu caja.',
    },
    'mixed-currencies': {
      what: 'Trae importes en más de una moneda, y no se pueden sumar.',
      next: 'Exporta una moneda a la vez y envía la de tu tienda.',
    },
    'too-big': {
      what: 'El archivo es demasiado grande para una sola vez.',
      next: 'Expórtalo mes por mes y envía las partes; nada se cuenta dos veces.',
    },
    'other-currency': {
      what: 'Su dinero está en otra moneda que la de tu tienda, y no se pueden sumar.',
      next: 'Envía el archivo en la moneda de tu tienda.',
    },
    'not-fetched': {
      what: 'WhatsApp no me entregó el archivo.',
      next: 'Envíalo una vez más, por favor. No se contó nada.',
    },
  },
}

const questions: Messages['question'] = {
  'date-order': (example) => `En este archivo, ¿qué fecha es ${example}?`,
  'money-column': () => '¿Qué columna es el dinero que recibiste?',
  sheet: () => '¿En qué hoja están las ventas?',
  year: (example) => `En este archivo, ¿de qué año es ${example}?`,
  'sales-or-stock': (example) => `¿Qué cuenta ${example} en este archivo?`,
  'stated-total': (example) =>
    `El total del archivo y la suma de sus filas no coinciden: ${example}. Pueden faltar filas, así que aún no se contó nada. ¿Cuento las filas como están, o me envía el archivo completo?`,
  'repeated-sales': (example) =>
    `El recibo ${example} repite la misma venta en varias filas y solo cambia el pago. ¿Cada venta cuenta una vez?`,
  'running-total': (example) =>
    `Los montos de ${example} solo crecen, como un acumulado; sumarlos contaría las ventas varias veces. Aún no se contó nada. ¿Cada fila es su propia venta?`,
  'odd-lines': (example) =>
    `Filas como ${example} son distintas de las demás ventas del archivo. ¿Cuentan como ventas?`,
  'many-skipped': (example) =>
    `No puedo leer ${example} filas de este archivo, así que aún no se contó nada. ¿Cuento las demás, o me envía otra exportación?`,
}

const comparing: Messages['compare'] = {
  up: (percent, what) => `▲ ${percent} más que ${what}`,
  down: (percent, what) => `▼ ${percent} menos que ${what}`,
  flat: (what) => `≈ Igual que ${what}`,
  weekday: (day, money) => `un ${day} normal (${money})`,
  previous: (money) => `el periodo anterior (${money})`,
  elapsed: (what, until) => `${what}, ambos hasta el ${until}`,
  running: 'Aún no termina, así que todavía no lo comparo.',
}

const summary = ({ figure, count, rows, days }: Pens): Messages['summary'] => ({
  title: (when, amount) => `${capital(when)}: ${amount}`,
  itemsSold: (quantity) => things(quantity, 'artículo vendido', 'artículos vendidos'),
  noMoney: 'Sin columna de precio en el archivo no puedo decirte el dinero.',
  refunds: (gross, refunds, n) =>
    `Neto: ${gross} brutos menos ${refunds} de devoluciones (${rows(n)})`,
  best: (name, amount) => `Lo más vendido: ${name}, ${amount}`,
  sold: (quantity) => things(quantity, 'unidad', 'unidades'),
  rising: (name, gain) => `Sube: ${name} +${gain}`,
  slow: (name, how) => `Va lento: ${name}, ${how}`,
  quietDays: (n) => `${days(n)} sin vender`,
  quietWeeks: (n) => `${count(n, 'semana', 'semanas')} sin vender`,
  least: (name, quantity) => `Lo menos vendido: ${name}, ${quantity} en 28 días`,
  branches: (shares) => `Sucursales: ${shares}`,
  variant: (kind, name) => `Favorito (${kind}): ${name}`,
  variantKind: 'variante',
  more: (n) => `+${figure(n)} más`,
  trendUp: (percent) => `Tendencia de 4 semanas: ▲ ${percent}`,
  trendDown: (percent) => `Tendencia de 4 semanas: ▼ ${percent}`,
  trendFlat: 'Tendencia de 4 semanas: estable',
})

const productWords: Messages['products'] = {
  title: (name, amount) => `${name} es lo más vendido: ${amount}`,
  none: 'El archivo no trae nombres de productos, así que no puedo ordenarlos.',
}

const branchWords: Messages['branches'] = {
  title: (name, money, share) => `${name} va adelante: ${money} (${share})`,
  none: 'El archivo no trae columna de sucursal, así que todo cuenta como una sola tienda.',
  noneNext: 'Elige un reporte que traiga la sucursal y te las separo.',
}

const forecast = ({ count, days }: Pens): Messages['forecast'] => ({
  tomorrow: (day) => `Mañana (${day})`,
  today: (day) => `Hoy (${day})`,
  days: (n) => (n === 1 ? 'Próximo día' : `Próximos ${days(n)}`),
  items: (range) => things(range, 'artículo', 'artículos'),
  about: (amount) => `unos ${amount}`,
  likely: (amount) => `Lo más probable: ${amount}`,
  revenue: (range) => `ventas por ${range}`,
  scoreDay: (day) => `El ${day} pasado`,
  score: (day, range, actual) => `${day} dije ${range} y vendiste ${actual}`,
  missed: 'esa vez fallé',
  closed: 'cerrado',
  usuallyClosed: (day) => `${capital(day)}: normalmente cerrado`,
  nextOpen: (day, amount) => `Próximo día abierto, ${day}: ${amount}`,
  toldClosed: (day) => `${capital(day)}: cerrado, como me dijiste`,
  holidayClosed: (day, name) => `${capital(day)}: ${name}, sueles cerrar ese día`,
  yearlyClosed: (day) => `${capital(day)}: probablemente cerrado, como el año pasado`,
  event: (note) =>
    `Hay un evento ese día${note}: es el primero que conozco, así que el rango es amplio.`,
  eventUsual: (note, percent) => `Hay un evento ese día${note}: suele dar ${percent}.`,
  occasion: (name, percent) => `${name}: suele dar ${percent}.`,
  firstOccasion: (name) => `${name} por primera vez en tus datos, así que el rango es amplio.`,
  more: (percent) => `${percent} más`,
  less: (percent) => `${percent} menos`,
  asleep: (name) => `${name} dejó de venderse, así que no espero ninguno.`,
  rare: (name) => `${name} se vende menos de una vez cada diez días.`,
  young: (name) => `${name} es nuevo, tómalo como aproximado.`,
  of: (name, amount) => `${name} ${amount}`,
  tested: (day, range, actual) => `Prueba con el ${day}: ${range}, y vendiste ${actual}`,
  beyond: (n) => `Veo hasta ${days(n)} adelante.`,
  rough: 'Todavía hay poco historial, tómalo como aproximado.',
  weeks: (n) => count(n, 'semana', 'semanas'),
  openDays: (n) => count(n, 'día abierto', 'días abiertos'),
  basis: (history, until) => `Base: ${history} hasta el ${until}.`,
  noEvents: 'No incluye eventos especiales.',
  tooLittle: 'Aún no hay historial suficiente para un pronóstico.',
  tooLittleNext: 'Envía archivos de ventas anteriores, de dos semanas o más. Mientras más, mejor.',
})

const dayWords: Messages['days'] = {
  noted: (what) => `🗓️ Anotado: ${what}`,
  sentence: (when, what) => `${when}: ${what}`,
  closed: 'cerrado',
  open: 'abierto',
  event: 'evento',
  branch: (name) => `en la sucursal ${name},`,
  closedAhead: 'No espero ventas ese día, y no preguntaré por qué está vacío.',
  openAhead: 'Lo pronosticaré como un día de venta.',
  eventAhead: 'Amplío el rango de ese día, y no contará como un día normal.',
  past: 'No lo cuento como un día normal.',
  list: 'Días especiales que conozco',
  none: 'No hay días especiales anotados.',
  how: 'Solo escribe: *mañana cerramos* o *evento el sábado*.',
  forgotten: (what) => `↩️ Ya no cuenta: ${what}`,
  gone: 'Eso ya se había quitado, nada cambió.',
  unknownBranch: (name, known) => `No conozco una sucursal “${name}”. Están: ${known}.`,
  noBranches: (name) => `Tus archivos no traen sucursales, así que no encuentro “${name}”.`,
  wasClosed: (when) => `${capital(when)}: cerrado, como me dijiste`,
  wasEvent: (note) => `Hubo un evento${note}, así que no es un día normal.`,
}

const tokens = ({ count, figure }: Pens): Messages['token'] => ({
  title: (n) => count(n, 'token de API', 'tokens de API'),
  none: 'Todavía no hay tokens de API.',
  what: 'Con un token, tu caja o tu página envía sus ventas sola, sin pasar por el chat.',
  made: (day) => `creado el ${day}`,
  used: (day) => `usado por última vez el ${day}`,
  unused: 'sin usar',
  until: (day) => `hasta el ${day}`,
  untilDay: (day) => `Funciona hasta el ${day}.`,
  more: (n) => `+${figure(n)} más`,
  revokeHint: 'Para anular uno: *borrar token 1*',
  fresh: (name) => `Token nuevo: ${name}`,
  once: 'Solo se muestra esta vez. Ponlo en el programa y luego borra este mensaje.',
  notKept: '(la clave no se guarda; ¿se perdió? escribe *token nuevo*)',
  use: 'Cómo enviar ventas con él: mira /docs en la dirección de tu Shopbell.',
  gone: (name) => `El token ${name} ya no abre nada.`,
  unknown: 'No hay un token con ese número. Mira la lista e intenta otra vez.',
  full: (max) => `Ya hay ${max} tokens. Primero anula uno que no uses.`,
})

const restock = ({ figure, days, products }: Pens): Messages['restock'] => ({
  order: (n) => `Pide hoy: ${products(n)}`,
  prepare: (n, dayCount) => `Ten listo para ${days(dayCount)}: ${products(n)}`,
  onHand: (quantity) => `quedan ${quantity}`,
  perDay: (quantity) => `se venden ±${quantity}/día`,
  more: (n) => `+${figure(n)} más`,
  reduce: (names) => `Pide menos: ${names}`,
  reduced: (name, now, before) => `${name} (${now}, antes ${before})`,
  reducedQuiet: (name, quiet) => `${name} (${quiet})`,
  enough: 'Tu inventario está bien, hoy no hace falta pedir',
  whyTitle: (name, amount) => `¿Por qué ${amount} de ${name}?`,
  whyRecent: (dayCount, quantity) =>
    `${dayCount === 1 ? 'Último día' : `Últimos ${days(dayCount)}`}: ${things(quantity, 'vendido', 'vendidos')}`,
})

const alerts: Messages['alert'] = {
  shop: 'Ventas',
  branch: (name) => `Sucursal ${name}`,
  down: (who, money) => `${who}: ${money} menos`,
  up: (who, money) => `${who}: ${money} más`,
  zero: (who) => `${who}: sin ventas`,
  yesterday: 'ayer',
  today: 'hoy',
  on: (day) => `el ${day}`,
  usual: (actual, day, range) => `${actual}; un ${day} suele ser ${range}`,
  usualOnly: (day, range) => `un ${day} suele ser ${range}`,
  downTo: (what, actual) => `${what}, queda en ${actual}`,
  zeroAsk: '¿Cerraste, o falta enviar el archivo?',
  othersNormal: 'Las demás sucursales van normal.',
  labelled: {
    closed: 'Anotado: *estuvo cerrado*. Ese día ya no cuenta como un día normal.',
    normal: 'Anotado: *es normal*. Ese día sigue contando como lo habitual en tu tienda.',
    promo: 'Anotado: *hubo promoción*. Ese día ya no cuenta como un día normal.',
    mute: 'Listo, de este ya no te recuerdo.',
  },
  gone: 'Esa alerta ya no está. Los últimos números están en el resumen.',
}

const whyWords: Messages['why'] = {
  up: (when, money) => `${capital(when)}: ${money} más`,
  down: (when, money) => `${capital(when)}: ${money} menos`,
  flat: (when) => `${capital(when)}: más o menos lo de siempre`,
  against: (actual, expected) => `${actual}, normalmente ${expected}`,
  causes: (list) => `Causa principal: ${list}`,
  slice: (who, actual, expected) => `${who} ${actual} (normalmente ${expected})`,
  half: 'a la mitad',
  fewerBuyers: (percent) => `el número de compradores bajó ${percent}`,
  moreBuyers: (percent) => `el número de compradores subió ${percent}`,
  smallerBasket: (percent) => `el gasto por comprador bajó ${percent}`,
  biggerBasket: (percent) => `el gasto por comprador subió ${percent}`,
  rest: (percent) => `El otro ${percent} viene de otros cambios.`,
  buyers: 'el número de compradores',
  basket: 'el gasto por comprador',
  noCause: 'Ningún producto o sucursal destaca por sí solo.',
  unknown: 'Todavía no hay un día comparable, así que no puedo decir por qué.',
  unknownNext: 'Envía archivos de ventas anteriores y podré comparar.',
}

const reports: Messages['report'] = {
  title: (when) => `Reporte: ${when}`,
  summary: 'Resumen',
  stock: 'Inventario',
  story: 'En corto',
  alert: 'Alerta',
  best: (name) => `lo más vendido: ${name}`,
  restock: (list) => `pide más ${list}`,
  reduce: (list) => `pide menos ${list}`,
  stockFine: 'nada urgente',
  noAlert: 'nada fuera de lo normal',
  noForecast: 'aún falta historial',
}

const narrative: Messages['narrative'] = {
  good: 'Buen resultado, por encima de lo normal.',
  weak: 'Más tranquilo que de costumbre.',
  steady: 'Más o menos como siempre.',
  none: 'Es pronto para contar una historia; con más archivos se verá mejor.',
  best: (name) => `${name} es lo que más buscan tus clientes.`,
  rising: (name) => `${name} va en subida, que no te falte.`,
  slow: (name) => `${name} se está frenando; una pequeña promoción puede ayudar.`,
  branch: (name) => `${name} aporta la mayor parte de las ventas.`,
  trendUp: 'Las últimas cuatro semanas van hacia arriba.',
  trendDown: 'Las últimas cuatro semanas van hacia abajo, así que no pidas de más.',
}

const chart: Messages['chart'] = {
  zero: 'sin ventas',
}

const uploads = ({ figure, count }: Pens): Messages['uploads'] => ({
  title: (n) => (n === 1 ? '1 archivo recibido' : `${figure(n)} archivos recibidos`),
  undone: 'deshecho',
  none: 'Todavía no hay archivos.',
  noneNext: 'Envía un archivo de ventas de tu caja (CSV/Excel) a este chat.',
  next: '¿Enviaste el equivocado? Deshazlo y los números vuelven a como estaban.',
  more: (n) => `+${count(n, 'archivo anterior', 'archivos anteriores')}`,
})

const stockLists = ({ count }: Pens): Messages['stock'] => ({
  noted: (file, n) =>
    `${file} es una lista de inventario: ${count(n, 'producto anotado', 'productos anotados')}`,
  skipped: (n) =>
    `${count(n, 'fila sin producto o número omitida', 'filas sin producto o número omitidas')}`,
  notSales: 'Nada de esto cuenta como venta. Lo que te sugiero pedir ya resta lo que tienes.',
})

const replacing: Messages['replace'] = {
  done: (file, dayText) => `🔁 ${dayText} ahora cuenta solo con ${file}`,
  next: '¿Fue un error? Deshaz el archivo y vuelve a contar el anterior.',
}

const undo: Messages['undo'] = {
  done: (file) => `↩️ ${file} quedó deshecho`,
  removed: (saleCount) => `Quité ${saleCount}.`,
  removedWithMoney: (saleCount, money) => `Quité ${saleCount}, ${money}.`,
  next: '¿Cambiaste de opinión? Solo envía el archivo otra vez.',
  nothing: 'No hay ningún archivo que deshacer.',
  already: (file) => `${file} ya estaba deshecho, nada cambió.`,
}

const rowWords = ({ figure, count }: Pens): Messages['rows'] => ({
  sheet: {
    name: 'Filas omitidas',
    line: 'Fila',
    reason: 'Motivo',
    column: 'Columna',
    value: 'Valor',
    text: 'Tal como viene',
    file: (base) => `${base} - filas omitidas.xlsx`,
  },
  firstOnly: (n) => `La hoja trae las primeras ${figure(n)}.`,
  title: (n, file) => `${count(n, 'fila omitida', 'filas omitidas')} en ${file}`,
  row: (n, problem) => `Fila ${figure(n)}: ${problem}`,
  cell: (reason, column, value) => `${reason} (${column}: “${value}”)`,
  line: (reason, text) => `${reason} (“${text}”)`,
  more: (n) => `+${count(n, 'fila más', 'filas más')}`,
  next: 'Corrígelas en el archivo y envíalo otra vez: lo que ya entró no se cuenta dos veces.',
  none: (file) => `No se omitió ninguna fila de ${file}.`,
})

const exportHelp: Messages['exportHelp'] = {
  title: 'Cómo sacar el archivo de tu caja',
  steps: [
    'Abre *Reportes > Detalle de ventas* (o *Transacciones*) en la administración de tu caja.',
    'Elige las fechas, un mes o más si puedes.',
    'Toca *Exportar* y elige *CSV* o *Excel*.',
    'Comparte el archivo en este chat.',
  ],
  columns: 'Necesito fecha, producto y cantidad o precio. La sucursal y el color son un extra.',
}

const samples: Messages['sample'] = {
  loaded: 'Esta es una tienda de ejemplo, no la tuya. Explórala y luego envía tu archivo.',
  gone: 'La tienda de ejemplo ya no está: desde ahora solo cuentan tus cifras.',
}

const helping: Messages['help'] = {
  title: 'Solo escribe lo que quieres saber',
  examples: [
    '*ventas de ayer* · *este mes* · *lunes pasado*',
    '*pronóstico de mañana* · *qué pedir* · *inventario rosas 120*',
    '*productos* · *sucursales* · *por qué bajó* · *comprobante*',
    '*vendí 3 rosas a 15* · *deshacer* · *archivos* · *equipo* · *tienda* · *exportar*',
    '*horario diario 8* · *alertas* · *stop* · *ai* · *panel*',
  ],
  send: '¿Tienes un archivo nuevo de ventas? Envíalo aquí cuando quieras.',
  contact: (contact) => `Habla con una persona: ${contact}`,
}

const menu: Messages['menu'] = {
  title: '¿Qué quieres ver?',
  next: 'Elige de la lista, o escribe su número o su nombre.',
  titles: {
    summary: 'Resumen',
    forecast: 'Pronóstico',
    restock: 'Qué pedir',
    products: 'Productos',
    branches: 'Sucursales',
    chart: 'Gráfica',
    report: 'Reporte completo',
    why: 'Por qué subió o bajó',
    uploads: 'Mis archivos',
    help: 'Ayuda',
  },
  descriptions: {
    summary: 'Ventas de un día, semana o mes',
    forecast: 'Cuánto se venderá mañana',
    restock: 'Qué pedir y qué bajar',
    products: 'Lo más y lo menos vendido',
    branches: 'Sucursal contra sucursal',
    chart: 'Las ventas en una imagen',
    report: 'Todo en un solo mensaje',
    why: 'Por qué las ventas subieron o bajaron',
    uploads: 'Lo que enviaste; deshaz alguno',
    help: 'Ejemplos y una persona con quien hablar',
  },
}

const languages: Messages['language'] = {
  changed: 'Listo, desde ahora en español 👍',
  question: '¿En qué idioma?',
}

const thanks: Messages['thanks'] = {
  text: 'Con gusto 🙏',
  next: 'El siguiente archivo o pregunta, cuando quieras.',
}

const unclear: Messages['unclear'] = {
  text: (text) => `No entendí “${text}”.`,
  partly: (known, unknown) => `Entendí ${known}, pero aún no puedo buscar “${unknown}”.`,
  known: {
    summary: 'ventas',
    forecast: 'pronóstico',
    restock: 'qué pedir',
    products: 'productos',
    branches: 'sucursales',
    chart: 'gráfica',
    report: 'reporte',
    why: 'por qué',
  },
  next: 'Solo hablo de las ventas de esta tienda. Prueba: *ventas de ayer*',
  nextWhole: 'De toda la tienda sí puedo. Toca una opción:',
  menu: 'Hagámoslo así: elige algo del menú.',
  contact: (contact) => `Perdón, sigo sin entender. Una persona te puede ayudar: ${contact}`,
  noContact: 'Perdón, sigo sin entender. En el menú está todo lo que puedo hacer.',
}

const unreadable: Messages['unreadable'] = {
  voice: 'Todavía no puedo escuchar notas de voz.',
  other: 'No puedo leer este tipo de mensaje.',
  nextText: 'Mejor escríbelo, por ejemplo: *ventas de ayer*',
}

const tooBig: Messages['tooBig'] = {
  what: 'Este archivo es demasiado grande para llegar por WhatsApp.',
  next: 'Expórtalo mes por mes y envía las partes; nada se cuenta dos veces.',
}

const setAside = ({ figure }: Pens): Messages['setAside'] => ({
  what: (n) =>
    `🙏 Fallé ${n === 1 ? '1 vez' : `${figure(n)} veces`} con un mensaje tuyo y lo dejé aparte.`,
  safe: 'No se perdió nada: tus datos están a salvo y el mensaje quedó guardado.',
  next: 'Envíalo una vez más, por favor.',
  contact: (contact) => `Si vuelve a fallar: ${contact}`,
})

const noData: Messages['noData'] = {
  yet: 'Aquí todavía no hay ventas, así que no hay nada que calcular.',
  yetNext: 'Envía el *archivo de ventas* de tu caja (CSV/Excel) y te lo leo al momento.',
  period: (when) => `No hay datos: ${when}`,
  known: (span) => `Lo que tengo: ${span}.`,
  periodNext: 'Envía el archivo de esas fechas, o mira otro día.',
  cost: (cost) => `No tengo datos de ${cost}, así que aún no puedo calcular la ganancia.`,
  costWord: 'costos',
  revenue: (when, amount) => `Ventas, ${when}: ${amount}.`,
}

const privacy: Messages['privacy'] = {
  what: 'Los datos que envías son *solo para tu tienda*.',
  kept: 'Se guardan: tus filas de ventas, los nombres de tus archivos y este chat.',
  notShared: 'No se venden ni los ven otras tiendas. Cada número sale de tus propias filas.',
  next: 'Para borrarlo todo, toca el botón de abajo.',
}
