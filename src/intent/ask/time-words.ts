/** Words of days and stretches in four languages, for the period grammar alone. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const rows = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map(list.flatMap((row, i) => row.split(' ').map((word) => [word, i + 1] as const)))

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

const UNIT_ROWS: Readonly<Record<Unit, string>> = {
  day: 'hari day days dia dias d',
  week: 'minggu pekan week weeks semana semanas',
  month: 'bulan month months mes meses',
  quarter: 'kuartal triwulan quarter quarters trimestre trimestres kwartal',
  half: 'semester semesters semestre semestres',
  year: 'tahun year years ano anos',
}
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  (['day', 'week', 'month', 'quarter', 'half', 'year'] as const).flatMap((unit) =>
    UNIT_ROWS[unit].split(' ').map((word) => [word, unit] as const),
  ),
)

/** `setahun` is one year, `seminggu` one week. */
export const ONE_OF: ReadonlyMap<string, Unit> = new Map([
  ['sehari', 'day'],
  ['seminggu', 'week'],
  ['sepekan', 'week'],
  ['sebulan', 'month'],
  ['setahun', 'year'],
])

export const LAST_BEFORE = words('last pasado pasada pasados passado passada')
export const LAST_AFTER = words('lalu kemarin pasado pasada pasados pasadas passado passada kmrn')
export const RUNNING = words(
  'terakhir belakangan last past ultimos ultimas ultimo ultima recent previous',
)
/** What a stretch ends with: `sampai kemarin`; and what it ends before. */
export const UP_TO = 'sampai|hingga|until|till|hasta|ate|up to|up until|through'.split('|')
export const BEFORE = 'sebelum|before|antes de|antes del|antes do'.split('|')
/** `the week before last`: two of them back. */
export const BEFORE_LAST =
  `before last|antepasada|antepasado|retrasada|retrasado|sebelum minggu lalu|sebelum bulan lalu|sebelum tahun lalu|sebelum yang lalu`.split(
    '|',
  )
export const EARLIER_AFTER = [
  'sebelumnya',
  'sebelum itu',
  'sebelum nya',
  'before that',
  'before it',
  'before',
  'prior',
  'anterior',
  'previo',
  'previa',
  'antes',
  'antes de ese',
  'antes disso',
]
export const EARLIER_BEFORE = words('previous prior preceding')
export const THIS = words(
  'ini ni this current berjalan este esta esse essa desse dessa ese esa neste nesta deste desta actual atual nesse nessa',
)
/** Those that stand after their noun; `por mes este ano` is no `this month`. */
export const THIS_AFTER = words('ini ni current berjalan actual atual corriente')
export const NEXT = words('depan next proximo proxima proximos proximas mendatang siguiente coming')
export const COMING = ['que viene', 'que vem', 'ke depan', 'mendatang', 'que vienen', 'ahead']
export const AGO_AFTER = words('lalu ago atras silam')
export const AGO_BEFORE = words('hace ha faz')

export const SINCE = [
  'sejak',
  'semenjak',
  'since',
  'mulai',
  'desde',
  'a partir de',
  'desde que empezo',
  'desde que comenzo',
  'desde que comecou',
  'since the start of',
  'since the beginning of',
  'desde el comienzo de',
  'starting',
  'from',
  'dari',
]
export const FROM = [
  'dari',
  'from',
  'mulai',
  'desde',
  'del',
  'de',
  'do',
  'between',
  'antara',
  'entre',
]
export const UNTIL = words(
  'sampai sampe hingga ke to until till through and dan hasta al a ate e y thru s',
)
export const BETWEEN = words('between antara entre')

/** Words that may stand before a period and say nothing of their own. */
export const LEADS = words(
  `the el la los las o os as de del da do das dos en em no na nos nas in on at of for during pada selama di
  durante sepanjang throughout hari tanggal tgl date fecha dia para untuk over utk bulan month mes periode periodo period kurun data feriado festivo holiday
  yang a`,
)
/** Dropped inside a date: 3 `de` abril, march `of` 2025, maret `tahun` 2025. */
export const JOINTS = words('de del do da of tahun year ano en em')

export const WEEKDAYS = rows([
  'senin monday mon mondays lunes lun segunda seg',
  'selasa tuesday tue tues tuesdays martes terca',
  'rabu wednesday wed wednesdays miercoles quarta qua',
  'kamis thursday thu thurs thursdays jueves jue quinta qui',
  "jumat jum'at friday fri fridays viernes vie sexta sex jumaat",
  'sabtu saturday sat saturdays sabado sabados sab',
  'ahad sunday sun sundays domingo domingos dom',
])
export const MONTHS = rows([
  'januari january jan enero janeiro ene',
  'februari pebruari february feb febrero fevereiro fev',
  'maret march mar marzo marco',
  'april apr abril abr',
  'mei may mayo maio',
  'juni june jun junio junho',
  'juli july jul julio julho',
  'agustus august agt agu aug agosto ago',
  'september sep sept septiembre setiembre setembro',
  'oktober october okt oct octubre outubro out',
  'november nopember nov nop noviembre novembro',
  'desember december des dec diciembre dezembro dic dez',
])
export const ORDINALS = rows([
  'pertama satu first primer primero primeira primeiro i ke1 1',
  'kedua dua second segundo segunda ii 2',
  'ketiga tiga third tercer tercero terceiro iii 3',
  'keempat empat fourth cuarto quarto iv 4',
])

/** Fixed phrases; the value is read by the grammar. */
export const NAMED: Readonly<Record<string, string>> = {
  'day -2': `day before yesterday|kemarin lusa|kemarin dulu|anteayer|antier|antes de ayer|anteontem|antes de ontem|2 days ago`,
  'day 2': 'day after tomorrow|besok lusa|lusa|pasado manana|depois de amanha',
  'day -1': 'kemarin|yesterday|ayer|ontem|last night|semalam|tadi malam|anoche|hari kemarin',
  'day 0': `hari ini|today|hoy|hoje|tonight|pagi ini|siang ini|sore ini|malam ini|this morning|this afternoon|tonight|sejauh ini hari|hari ni
    |esta manana|esta tarde|esta noche|sejak buka tadi|dari buka tadi|sejak buka hari ini|dari buka|sejak tadi|dari tadi|since opening|since we opened today|desde que abrimos hoy|so far today|hoy dia`,
  'day 1': 'besok|tomorrow|manana|amanha|keesokan hari',
  'rest month':
    'sisa bulan ini|sisa hari bulan ini|sisa hari di bulan ini|sisa hari ini bulan ini|rest of the month|rest of this month|resto del mes|resto do mes',
  'rest week':
    'sisa minggu ini|sisa pekan ini|rest of the week|rest of this week|resto de la semana|resto da semana',
  'this week': 'week to date|wtd|so far this week|en lo que va de la semana',
  'this month':
    'acumulado do mes|acumulado del mes|acumulado no mes|month to date|mtd|so far this month|en lo que va del mes|lo que va del mes|bulan berjalan|ate agora este mes',
  'this year':
    'acumulado do ano|acumulado del ano|acumulado anual|acumulado no ano|year to date|ytd|so far this year|en lo que va del ano|lo que va del ano|tahun berjalan|en el ano|sepanjang tahun ini|sepanjang tahun',
  'this quarter': 'quarter to date|qtd',
  weekend: `weekend ini|akhir pekan ini|this weekend|este fin de semana|este finde|este fim de semana|neste fim de semana
    |weekend|akhir pekan|fin de semana|fim de semana|the weekend|finde`,
  'last weekend': `sabtu dan minggu kemarin|sabtu sama minggu kemarin|sabtu dan minggu lalu|sabtu sama minggu lalu|weekend pasado|finde pasado|el finde pasado|weekend passado|fds passado|weekend anterior|finde anterior|fin de semana anterior|weekend kemarin|weekend lalu|akhir pekan kemarin|akhir pekan lalu|last weekend|past weekend|fin de semana pasado
    |el fin de semana pasado|fim de semana passado|ultimo fin de semana|ultimo fim de semana|previous weekend|weekend yang lalu|weekend minggu lalu`,
  'next weekend':
    'next weekend|weekend depan|akhir pekan depan|proximo fin de semana|proximo fim de semana',
  ever: `pernah|pertama kali jualan|pertama kali buka|pertama jualan|awal jualan|awal buka|awal berdiri|awal mula|day one|el primer dia|o primeiro dia|sepanjang masa|all time|ever|sejak buka|dari awal|sejak awal|selama ini|since we opened|since launch|since opening|since the beginning
    |desde el inicio|desde el principio|historico|de todos los tiempos|desde que abrimos|desde o inicio|desde o comeco|de todos os tempos|desde que abrimos
    |seluruh data|semua data|all the data|whole history|in total ever|sepanjang waktu|sejak toko buka|sejak pertama buka|desde sempre|since the start`,
  'first half week': 'awal minggu ini',
  'month start':
    'awal bulan ini|awal bulan|start of the month|beginning of the month|principio de mes|inicio de mes|principios de mes|inicio do mes|comeco do mes',
  'month middle':
    'pertengahan bulan ini|pertengahan bulan|tengah bulan|middle of the month|mid month|mediados de mes|meados do mes',
  'year start':
    'awal tahun ini|awal tahun|start of the year|beginning of the year|principio de ano|inicio de ano|inicio del ano|inicio do ano|comeco do ano',
  'last month end':
    'akhir bulan lalu|akhir bulan kemarin|end of last month|fin del mes pasado|fim do mes passado|final del mes pasado',
}

/** After a figure: so many of these, and no day of a month. */
export const COUNTED = words(
  `produk barang item bunga cabang outlet toko kategori warna jenis macam pcs tangkai buket transaksi nota hari bulan
  products items flowers branches stores shops categories colors colours days months best top orders
  productos articulos flores sucursales tiendas categorias colores dias meses produtos itens filiais lojas cores`,
)

/** Parts of a month (or halves of a year), before its name; the value is read by the grammar. */
export const MONTH_PARTS: Readonly<Record<string, string>> = {
  'half 1': `first half|1 half|paruh pertama|separuh pertama|setengah pertama|setengah bulan pertama|paro pertama|primera mitad|primera quincena|1 quincena
    |primeira metade|primeira quinzena|1 quinzena`,
  'half 2': `second half|2 half|last half|paruh kedua|separuh kedua|setengah kedua|setengah bulan kedua|paro kedua|segunda mitad|segunda quincena|2 quincena
    |segunda metade|segunda quinzena|2 quinzena|ultima quincena|ultima quinzena`,
  'third 1': `awal|start of|the start of|beginning of|early|inicio de|inicios de|principio de|principios de|comienzos de
    |comienzo de|comeco de|inicio do|comeco do|inicio del|principios del|comienzo del`,
  'third 2': `pertengahan|tengah|middle of|mid|mediados de|meados de|mediados del|meados do`,
  'third 3':
    'akhir|end of|late|fin de|fines de|final de|finales de|fim de|fim do|final do|final del|fin del',
  'week 1':
    'minggu pertama|minggu ke 1|minggu 1|first week|1 week|week 1|primera semana|primeira semana',
  'week 2':
    'minggu kedua|minggu ke 2|minggu ke dua|minggu 2|second week|2 week|week 2|segunda semana',
  'week 3':
    'minggu ketiga|minggu ke 3|minggu ke tiga|minggu 3|third week|3 week|week 3|tercera semana|terceira semana',
  'week 4':
    'minggu keempat|minggu ke 4|minggu ke empat|minggu 4|fourth week|4 week|week 4|cuarta semana|quarta semana',
  'week last': 'minggu terakhir|last week|final week|ultima semana',
}

/** Every word that may stand in a period, for telling strange words from known ones. */
export const TIME_VOCABULARY: ReadonlySet<string> = new Set([
  ...UNITS.keys(),
  ...ONE_OF.keys(),
  ...WEEKDAYS.keys(),
  ...MONTHS.keys(),
  ...ORDINALS.keys(),
  ...[LAST_BEFORE, LAST_AFTER, RUNNING, THIS, NEXT, AGO_AFTER, AGO_BEFORE, UNTIL, BETWEEN].flatMap(
    (set) => [...set],
  ),
  ...[LEADS, JOINTS, EARLIER_BEFORE].flatMap((set) => [...set]),
  ...[...COMING, ...SINCE, ...FROM, ...EARLIER_AFTER, ...BEFORE_LAST].flatMap((phrase) =>
    phrase.split(' '),
  ),
  ...Object.values(NAMED).flatMap((phrases) => phrases.split(/[\s|]+/)),
  ...Object.values(MONTH_PARTS).flatMap((phrases) => phrases.split(/[\s|]+/)),
])
