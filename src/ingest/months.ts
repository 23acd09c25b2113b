/** Month names and their usual short forms, without accents, in the languages tills print. */
const NAMES: readonly string[] = [
  'january jan januari januar janvier janv jan enero ene janeiro gennaio gen styczen sty ocak oca yanvar',
  'february feb februari februar fevrier fev fevr febrero fevereiro febbraio luty lut subat sub peb pebruari',
  'march mar maret mrt marz maerz mars marzo marco maart mrz marzec mart',
  'april apr avril avr abril abr aprile kwiecien kwi nisan nis',
  'may mei mai mayo maio maggio mag maj mayis',
  'june jun juni juin junio junho giugno giu czerwiec cze haziran haz',
  'july jul juli juillet juil julio julho luglio lug lipiec lip temmuz tem',
  'august aug agustus agu ags agst aout agosto ago augustus sierpien sie agustos',
  'september sep sept septembre septiembre setiembre setembro set settembre wrzesien wrz eylul eyl',
  'october oct oktober okt octobre octubre outubro out ottobre ott pazdziernik paz ekim eki',
  'november nov nopember nop novembre noviembre novembro listopad lis kasim kas',
  'december dec desember des dezember dez decembre diciembre dic dezembro dicembre grudzien gru aralik ara',
]

/** Month number (1-12) by name: lower case, without accents. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])),
)
