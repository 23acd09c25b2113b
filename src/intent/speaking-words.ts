import type { Weekday } from '../sales/day.ts'
import type { Digest, QuietHours } from '../sales/speaking.ts'
import { weekdayNamed } from './calendar-words.ts'
import { CLOCK, type ClockCaught, minuteOf } from './clock-words.ts'
import type { CommandName, Intent } from './intent.ts'

/**
 * What an owner says about our speaking first, in whole sentences of their own: `jadwal harian jam 8`,
 * `jangan ganggu 21-6`, `stop`, `mulai`, and the same in the other languages. Null for every other text.
 */
export const speakingIntent = (text: string): Intent | null => {
  const said = plainly(text)
  if (said.length > SENTENCE_CHARS_MAX) return null
  if (STOP.test(said)) return command('stop', null)
  if (RESUME.test(said)) return command('resume', null)
  return quietIntent(said) ?? scheduleIntent(said)
}

/** Whether the text asks us to be silent, wherever it is read. */
export const isStop = (text: string): boolean => STOP.test(plainly(text))

/** Longer messages are about something else. */
const SENTENCE_CHARS_MAX = 80
/** Until the owner names an hour. */
const DAILY_MINUTE = 8 * 60
const WEEKLY_MINUTE = 7 * 60
const MONDAY: Weekday = 1
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019`´]/g, "'")
    .replace(/\p{Extended_Pictographic}|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\/ ?/, '')
    .replace(/[.!?]+$/, '')
    .replace(/^(?:tolong|mohon|please|por favor) /, '')
    .replace(/ (?:ya|dong|deh|aja|saja|please|por favor)$/, '')

const STOP =
  /^(?:stop|berhenti|setop|unsubscribe|opt out|(?:stop|berhenti) (?:semua|kirim|pesan|kirim pesan|mengirim pesan|langganan|all|messages|messaging|sending|everything|it)|stop (?:messaging|writing to|texting) me|(?:jangan|jgn) kirim(?:i)?(?: saya)?(?: pesan)? lagi|berhenti kirim(?:i)?(?: saya)? pesan|parar|para ya|detener|detente|darme de baja|cancelar suscripci[oó]n|no me escribas(?: m[aá]s)?|pare|sair|descadastrar|cancelar inscri[cç][aã]o|n[aã]o me (?:escreva|mande)(?: mais)?(?: mensagens?)?)$/
const RESUME =
  /^(?:mulai|start|(?:mulai|kirim) lagi|lanjut lagi|aktifkan lagi|start again|resume|reanudar|empezar|empezar de nuevo|retomar|come[cç]ar|come[cç]ar de novo)$/

const OFF =
  /^(?:mati|matikan|off|stop|hapus|batal|berhenti|nonaktif|tidak ada|none|no|turn off|apagar|apagado|desactivar|ninguno|desligar|desligado|nenhum)$/

const QUIET_HEAD =
  /^(?:(?:atur|ubah|set|change) )?(?:jangan ganggu|jgn ganggu|jam tenang|jam senyap|do not disturb|don't disturb|dont disturb|dnd|quiet hours|quiet time|no molestar|horas de silencio|horario de silencio|n[aã]o perturbe|n[aã]o incomode|hor[aá]rio de sil[eê]ncio)(?: (?:dari|antara|from|between|de|das|entre|setiap|tiap))?(?: (.+))?$/
const URGENT =
  /,? (?:kecuali|tapi|kalau|except|but|unless|excepto|salvo|exceto|a menos que|menos)\b.*\b(?:darurat|penting|kosong|urgent|urgente|urgentes|emergenc\w+|emerg[eê]ncia\w*)\b.*$/
const BETWEEN =
  /^(.+?)(?:\s*[-–]\s*|\s(?:sampai|sampe|s\/d|sd|hingga|dan|to|until|till|and|a|y|e|hasta|ate|até|às|as)\s)(.+)$/
const ONE_CLOCK = new RegExp(`^${CLOCK}$`)

const quietIntent = (said: string): Intent | null => {
  const head = QUIET_HEAD.exec(said)
  if (head === null) return null
  const rest = head[1] ?? ''
  if (rest === '') return command('schedule', null)
  if (OFF.test(rest)) return command('quiet', 'off')
  const times = BETWEEN.exec(rest.replace(URGENT, ''))
  const [from, to] = [clockIn(times?.[1] ?? ''), clockIn(times?.[2] ?? '')]
  // Somebody wants peace and we do not know when: showing how to say it is the honest answer.
  if (from === null || to === null || from.minute === to.minute) return command('schedule', null)
  const start = inTheEvening(from, to.minute)
  return command('quiet', `${start}-${to.minute}${URGENT.test(rest) ? '-urgent' : ''}`)
}

type Clock = { readonly minute: number; readonly isExact: boolean }

const clockIn = (text: string): Clock | null => {
  const caught = ONE_CLOCK.exec(text.trim())
  const minute = caught === null ? null : minuteOf(groupsOf(caught))
  return minute === null ? null : { minute, isExact: caught?.[4] !== undefined }
}

const groupsOf = (caught: RegExpExecArray): ClockCaught => caught.slice(1, 5)

/** Nobody is silent for so long a day: `jangan ganggu 9-6` means nine in the evening. */
const QUIET_MINUTES_MAX = 16 * 60
const HALF_DAY = 12 * 60
const DAY = 24 * 60

const inTheEvening = ({ minute, isExact }: Clock, to: number): number => {
  const isTooLong = (to - minute + DAY) % DAY > QUIET_MINUTES_MAX
  return isTooLong && !isExact && minute < HALF_DAY ? minute + HALF_DAY : minute
}

const SCHEDULE_HEAD =
  /^(?:(?:atur|ubah|lihat|cek|pasang|buat|bikin|set|change|see|show|my|ver|ver mi|ajustar|ajustar el|ajustar o|cambiar|mudar) )?(?:jadwal(?: ringkasan| saya)?|schedule|horario|hor[aá]rio|agenda)(?: (.+))?$/
const ASKED_HEAD =
  /^(?:kirim(?:i|kan)?(?: saya)? |send(?: me)?(?: a| the)? |mándame (?:el |un )?|manda(?:me)? (?:el |un |o |um )?|me mande (?:o |um )?)?(?:ringkasan|rekap|laporan|summary|recap|digest|report|resumen|resumo) (.+)$/

const scheduleIntent = (said: string): Intent | null => {
  const head = SCHEDULE_HEAD.exec(said)
  if (head !== null) return head[1] === undefined ? command('schedule', null) : toldIn(head[1])
  const asked = ASKED_HEAD.exec(said)
  const daily = DAILY_FIRST.exec(said)
  const digest = asked !== null ? digestIn(asked[1] ?? '') : digestIn(daily?.[1] ?? '')
  // `ringkasan harian` alone is a question for a summary; with an hour it is a wish.
  return digest?.hasTime ? setTo(digest.digest) : null
}

/** `daily summary at 8`: the word for the summary stands inside. */
const DAILY_FIRST =
  /^(?:send(?: me)?(?: a| the)? )?((?:daily|weekly) (?:summary|recap|digest|report) .+)$/

const toldIn = (rest: string): Intent | null => {
  if (OFF.test(rest)) return command('schedule', 'off')
  const [first = '', ...others] = rest.split(' ')
  const kind = kindIn(first)
  if (kind !== null && OFF.test(others.join(' '))) return command('schedule', `off:${kind}`)
  const found = digestIn(rest)
  return found && setTo(found.digest)
}

const setTo = (digest: Digest): Intent => command('schedule', digestTap(digest))

const DAILY =
  /^(?:harian|daily|diari[oa]|diári[oa]|tiap hari|setiap hari|every day|each day|tiap (?:pagi|sore|malam)|setiap (?:pagi|sore|malam)|every (?:morning|evening|night)|todos los d[ií]as|cada d[ií]a|todos os dias|todo dia)\b/
const WEEKLY =
  /^(?:mingguan|weekly|semanal|tiap minggu|setiap minggu|every week|each week|cada semana|toda semana|todas as semanas)\b/
const EVERY = /^(?:tiap|setiap|every|each|on|hari|cada|los|el|toda|às|aos|na|no)\b/
const A_CLOCK = new RegExp(`(?:^|\\s)${CLOCK}$`)
const BETWEEN_WORDS = /\b(?:summary|recap|digest|report|hari|on|el|na|no|pada)\b/g

const kindIn = (word: string): Digest['kind'] | null => {
  if (DAILY.test(word)) return 'daily'
  return WEEKLY.test(word) ? 'weekly' : null
}

/** `harian jam 8`, `mingguan senin 7 pagi`, `tiap senin`; no word may be left over. */
const digestIn = (text: string): { readonly digest: Digest; readonly hasTime: boolean } | null => {
  const caught = A_CLOCK.exec(text)
  const minute = caught === null ? null : minuteOf(groupsOf(caught))
  if (caught !== null && minute === null) return null
  const words = text.slice(0, caught?.index ?? text.length).trim()
  const hasTime = minute !== null
  const daily = DAILY.exec(words)
  if (daily !== null) {
    const isWhole = leftOver(words.slice(daily[0].length)) === ''
    return isWhole ? { digest: { kind: 'daily', minute: minute ?? DAILY_MINUTE }, hasTime } : null
  }
  const weekday = weekdayIn(words)
  return (
    weekday && { digest: { kind: 'weekly', minute: minute ?? WEEKLY_MINUTE, weekday }, hasTime }
  )
}

const leftOver = (text: string): string => text.replace(BETWEEN_WORDS, '').trim()

/** Monday when only the week is named; null when something else is said. */
const weekdayIn = (words: string): Weekday | null => {
  const weekly = WEEKLY.exec(words)
  const every = EVERY.exec(words)
  if (weekly === null && every === null) return null
  const named = leftOver(words.slice((weekly ?? every)?.[0].length))
  if (named === '') return weekly === null ? null : MONDAY
  // `minggu` is Sunday here: the week has been named already.
  return named === 'minggu' ? 7 : (weekdayNamed(named) ?? ROMANCE_WEEKDAYS.get(named) ?? null)
}

/** Monday first, as in ISO 8601; the calendar grammar reads these languages in words of its own. */
const ROMANCE_WEEKDAYS: ReadonlyMap<string, Weekday> = new Map(
  [
    'lunes segunda segunda-feira',
    'martes terça terca terça-feira',
    'miércoles miercoles quarta quarta-feira',
    'jueves quinta quinta-feira',
    'viernes sexta sexta-feira',
    'sábado sabado',
    'domingo',
  ].flatMap((words, i) => {
    const weekday = WEEKDAYS[i]
    return weekday === undefined ? [] : words.split(' ').map((word) => [word, weekday] as const)
  }),
)

/** A digest as taps carry it: `daily:480`, `weekly:1:420`. */
export const digestTap = (digest: Digest): string =>
  digest.kind === 'daily' ? `daily:${digest.minute}` : `weekly:${digest.weekday}:${digest.minute}`

/** The other way round; null for anything else. */
export const readDigestTap = (argument: string): Digest | null => {
  const daily = /^daily:(\d{1,4})$/.exec(argument)
  const weekly = /^weekly:([1-7]):(\d{1,4})$/.exec(argument)
  const minute = Number(daily?.[1] ?? weekly?.[2] ?? Number.NaN)
  if (!(minute < DAY)) return null
  const weekday = WEEKDAYS.find((each) => each === Number(weekly?.[1]))
  return weekday === undefined ? { kind: 'daily', minute } : { kind: 'weekly', minute, weekday }
}

/** `1260-360-urgent`, `off`; null for anything else. */
export const readQuietTap = (argument: string): QuietHours | null => {
  if (argument === 'off') return { from: 0, to: 0, urgentAnyway: false }
  const [, from, to, urgent] = /^(\d{1,4})-(\d{1,4})(-urgent)?$/.exec(argument) ?? []
  if (!(Number(from) < DAY && Number(to) < DAY)) return null
  return { from: Number(from), to: Number(to), urgentAnyway: urgent !== undefined }
}

const command = (name: CommandName, argument: string | null): Intent => ({
  kind: 'command',
  name,
  period: null,
  argument,
})
