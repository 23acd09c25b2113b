/** Month names and their usual short forms, without accents, in the languages tills print. */
const NAMES: readonly string[] = [
  'january jan januari januar jaenner janner janvier janv jan enero ene janeiro gennaio gen styczen stycznia sty ocak oca yanvar leden ledna januarie ianuarie tammikuu январь января янв يناير जनवरी जन มกราคม มค',
  'february feb februari februar fevrier fev fevr febrero fevereiro febbraio luty lutego lut subat sub peb pebruari unor unora februarie helmikuu февраль февраля фев فبراير फरवरी फ़रवरी फर กุมภาพันธ์ กพ',
  'march mar maret mrt marz maerz mars marzo marco maart mrz marzec marca mart brezen brezna martie maaliskuu март марта мар مارس मार्च มีนาคม มีค',
  'april apr avril avr abril abr aprile kwiecien kwietnia kwi nisan nis duben dubna aprilie huhtikuu апрель апреля апр ابريل أبريل إبريل अप्रैल เมษายน เมย',
  'may mei mai mayo maio maggio mag maj maja mayis kveten kvetna toukokuu май мая مايو मई พฤษภาคม พค',
  'june jun juni juin junio junho giugno giu czerwiec czerwca cze haziran haz cerven cervna iunie kesakuu июнь июня июн يونيو जून มิถุนายน มิย',
  'july jul juli juillet juil julio julho luglio lug lipiec lipca lip temmuz tem cervenec cervence iulie heinakuu июль июля июл يوليو जुलाई กรกฎาคม กค',
  'august aug agustus agu ags agst aout agosto ago augustus sierpien sierpnia sie agustos srpen srpna elokuu август августа авг اغسطس أغسطس अगस्त สิงหาคม สค',
  'september sep sept septembre septiembre setiembre setembro set settembre wrzesien wrzesnia wrz eylul eyl zari septembrie syyskuu сентябрь сентября сен سبتمبر सितंबर सितम्बर กันยายน กย',
  'october oct oktober okt octobre octubre outubro out ottobre ott pazdziernik pazdziernika paz ekim eki rijen rijna octombrie lokakuu октябрь октября окт اكتوبر أكتوبر अक्टूबर अक्तूबर ตุลาคม ตค',
  'november nov nopember nop novembre noviembre novembro listopad listopada lis kasim kas listopadu noiembrie marraskuu ноябрь ноября ноя نوفمبر नवंबर नवम्बर พฤศจิกายน พย',
  'december dec desember des dezember dez decembre diciembre dic dezembro dicembre grudzien grudnia gru aralik ara prosinec prosince decembrie joulukuu декабрь декабря дек ديسمبر दिसंबर दिसम्बर ธันวาคม ธค',
]

/** Month number (1-12) by plain name, as `plainMonth` makes it. */
const BY_NAME: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) =>
    names.split(' ').map((name): [string, number] => [plainMonth(name), i + 1]),
  ),
)

/** Month number (1-12) of a name in any of the languages, with or without its accents and dots. */
export const monthOf = (word: string): number | undefined => BY_NAME.get(plainMonth(word))

function plainMonth(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
}
