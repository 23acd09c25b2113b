import type { CommandName, Intent, Period, RouteContext } from './intent.ts'
import { readIn } from './language.ts'
import { lexiconOf, readWords } from './lexicon.ts'
import { readPeriods } from './period.ts'

/** Letters and digits of a code, without those that are read one for another (0 O, 1 I L). */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const CODE_LENGTH = 8

const TEAM = '(?:tim|team|equipo|equipe)'
const SHOP = '(?:toko|shop|tienda|loja)'
const ADD = '(?:tambah(?:kan|in)?|add|agregar|añadir|adicionar)'
const INVITE = '(?:undang|ajak|invite|invitar|convidar)'
const REMOVE = '(?:hapus|keluarkan|remove|delete|quitar|eliminar|remover)'

const TEAM_LIST = new RegExp(
  `^(?:${TEAM}|(?:daftar|lihat|list|my|mi|minha) ${TEAM}|${TEAM} saya|daftar anggota|anggota|members|team members)$`,
)
const TEAM_ADD = new RegExp(`^(?:${TEAM} ${ADD}|${ADD} ${TEAM}) (.+)$`)
const TEAM_INVITE = new RegExp(`^(?:${TEAM} ${INVITE}|${INVITE} ${TEAM}|${INVITE})(?: (.+))?$`)
const TEAM_REMOVE = new RegExp(`^${TEAM} ${REMOVE} (?:no\\.? ?|nomor |number )?(\\d{1,3})$`)
const LEAVE =
  /^(?:keluar|keluar dari (?:tim|toko)(?: ini)?|leave|leave (?:the )?(?:team|shop)|salir|salir del equipo|sair|sair da equipe)$/
const JOIN =
  /^(?:gabung|join|unirme|unirse|unir|entrar)(?: kode| code| código| codigo)? ([a-z0-9][a-z0-9 -]*)$/i
const SHOP_LIST = new RegExp(
  `^(?:${SHOP}|shops|(?:daftar|pindah|ganti) toko|toko saya|my shops?|switch shops?|mis tiendas|minhas lojas|cambiar tienda|trocar loja)$`,
)
const SHOP_CARD = new RegExp(
  `^(?:(?:${SHOP} )?(?:pengaturan|setelan|settings|ajustes|configurações|configuracoes)|pengaturan toko|setelan toko|ajustes de la tienda)$`,
)
const SHOP_NUMBER = new RegExp(`^${SHOP} (?:no\\.? ?|nomor )?(\\d{1,2})$`)
const SETTINGS: readonly (readonly [string, RegExp])[] = [
  [
    'name',
    new RegExp(`^(?:${SHOP} (?:nama|name|nombre|nome)|(?:ganti )?nama toko|rename shop) (.+)$`),
  ],
  [
    'zone',
    new RegExp(
      `^(?:${SHOP} )?(?:zona(?: waktu| horaria)?|(?:time ?)?zone|fuso(?: horário| horario)?) (.+)$`,
    ),
  ],
  ['currency', new RegExp(`^(?:${SHOP} )?(?:mata uang|currency|moneda|moeda) (.+)$`)],
  [
    'closing',
    new RegExp(
      `^${SHOP} (?:tutup (?:jam|pukul)|clos(?:es|e|ing)(?: at| hour)?|cierra a las?|fecha (?:às|as|à)) (.+)$`,
    ),
  ],
]
const EXPORT =
  /^(?:ekspor|eksport|export|exportar)(?: (?:semua data|semua|seluruh data|data|all data|all|my data|everything|todo|tudo|datos|dados))?(?: (.+))?$/

/**
 * `tim tambah 0812…`, `toko zona WITA`, `keluar`, `ekspor 2025`: whole sentences of their own, because names,
 * numbers and zones in them are no words of the vocabulary. Null for every other text.
 */
export const peopleIntent = (text: string, context: RouteContext): Intent | null => {
  const plain = plainOf(text)
  const said = plain.toLowerCase()
  if (TEAM_LIST.test(said)) return command('team', null)
  if (LEAVE.test(said)) return command('leave', null)
  if (SHOP_LIST.test(said)) return command('shop', null)
  if (SHOP_CARD.test(said)) return command('shop', 'settings')
  const number = SHOP_NUMBER.exec(said)
  if (number) return command('shop', `no:${number[1]}`)
  return teamIntent(said) ?? settingIntent(plain, said) ?? exportIntent(said, context)
}

/** `gabung KODE`: the code, however it was spaced; null for any other text. */
export const readJoinCode = (text: string): string | null => {
  const code = JOIN.exec(plainOf(text))?.[1]?.replace(/[\s-]/g, '').toUpperCase()
  const isCode =
    code?.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter))
  return isCode && code !== undefined ? code : null
}

/** Words of the chat around a member: what they shall be, and the branch they are limited to. */
export type PlaceSaid = {
  readonly role: 'owner' | 'manager' | 'staff' | null
  /** As said, one after the other; empty: the whole shop. */
  readonly branches: readonly string[]
}

/** `manajer`, `staf cabang dago dan setiabudi`; null when there are words that mean neither. */
export const readPlace = (text: string): PlaceSaid | null => {
  const read = PLACE.exec(text.trim().toLowerCase())
  if (read === null) return null
  const branches = (read[2] ?? '')
    .split(/,|&| dan | and | y | e /)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const role = read[1] === undefined ? null : (ROLES.get(read[1]) ?? null)
  return { role, branches }
}

const ROLES: ReadonlyMap<string, 'owner' | 'manager' | 'staff'> = new Map([
  ...'pemilik owner dueño dueña dono dona'.split(' ').map((word) => [word, 'owner'] as const),
  ...'manajer manager gerente encargado encargada'
    .split(' ')
    .map((word) => [word, 'manager'] as const),
  ...'staf staff karyawan pegawai kasir cashier employee empleado empleada funcionário funcionario funcionária'
    .split(' ')
    .map((word) => [word, 'staff'] as const),
])
const PLACE = new RegExp(
  `^(?:(?:sebagai|as|como) )?(${[...ROLES.keys()].join('|')})?\\s*(?:(?:di |at |of |de |da )?(?:cabang|branch|outlet|sucursal|filial) (.+))?$`,
)

/** A number as people type it, at the beginning of what follows `tim tambah`. */
const TYPED_PHONE = /^(\+?\d[\d\s().-]{5,22}\d)(?:\s+(.*))?$/

/** What `tim tambah` names: the number as typed and the words behind it; null when no number leads. */
export const readNumberAndPlace = (
  text: string,
): { readonly phone: string; readonly place: PlaceSaid } | null => {
  const read = TYPED_PHONE.exec(text.trim())
  const place = readPlace(read?.[2] ?? '')
  return read === null || place === null ? null : { phone: read[1] ?? '', place }
}

const teamIntent = (said: string): Intent | null => {
  const removed = TEAM_REMOVE.exec(said)
  if (removed) return command('team', `remove:${removed[1]}`)
  const added = TEAM_ADD.exec(said)
  if (added) return command('team', `add:${added[1]}`)
  const invited = TEAM_INVITE.exec(said)
  if (invited === null || readPlace(invited[1] ?? '') === null) return null
  return command('team', `invite:${invited[1] ?? ''}`)
}

/** Names keep their capitals. */
const settingIntent = (plain: string, said: string): Intent | null => {
  for (const [setting, pattern] of SETTINGS) {
    const value = pattern.exec(said)?.[1]
    if (value !== undefined) {
      return command('shop', `set:${setting}:${plain.slice(plain.length - value.length)}`)
    }
  }
  return null
}

const exportIntent = (said: string, { language, today }: RouteContext): Intent | null => {
  const asked = EXPORT.exec(said)
  if (asked === null) return null
  if (asked[1] === undefined) return command('export', null)
  const words = readWords(asked[1], new Set(), lexiconOf(readIn(asked[1], language)))
  const { periods, rest } = readPeriods(words, today, 'past')
  const [period] = periods
  return periods.length !== 1 || rest.length > 0 || period === undefined
    ? null
    : command('export', null, period)
}

const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!?]+$/, '')

const command = (
  name: CommandName,
  argument: string | null,
  period: Period | null = null,
): Intent => ({ kind: 'command', name, period, argument })
