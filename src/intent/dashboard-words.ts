import type { Intent, RouteContext } from './intent.ts'

const PAGE = '(?:dashboard|dashbord|dasboard|dashbor|dasbor|dasbort|dasbo?r?d|panel|painel|tablero)'
const LINK =
  '(?:(?:tautan|link|enlace)(?: (?:ke|to|al?|para|do|del|da|o|the))* |(?:the|my|el|mi|o|meu) )*'
const OPEN =
  '(?:buka(?:kan)?|bukain|lihat|minta|kirim(?:kan)?|open|show|send|abrir|abre|abra|ver|manda|mande)'
const OUT =
  '(?:keluar(?: semua| dari semua(?: perangkat)?)?|logout|log out|sign out|out|salir|cerrar sesión|cerrar sesion|cerrar|sair|desconectar)'

const ASKED = new RegExp(
  `^(?:${OPEN} )?(?:me )?${LINK}${PAGE}(?: (?:web|toko|saya|dong|ya|please|por favor))*$`,
)
const ENDED = new RegExp(
  `^(?:${PAGE} ${OUT}|${OUT} (?:dari |from |of |del? |do |the |el |o )*${PAGE})(?: everywhere| de todo| de todos)?$`,
)

/**
 * `dashboard`, `buka dasbor`, `panel salir` and their like: whole sentences of their own. A shop that sells
 * panels means its product when it says the bare word.
 */
export const dashboardIntent = (
  text: string,
  { names = new Set() }: Pick<RouteContext, 'names'>,
): Intent | null => {
  const said = text
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/[.!?]+$/, '')
  if (ENDED.test(said)) return dashboard('out')
  return ASKED.test(said) && !names.has(said) ? dashboard(null) : null
}

const dashboard = (argument: string | null): Intent => ({
  kind: 'command',
  name: 'dashboard',
  period: null,
  argument,
})
