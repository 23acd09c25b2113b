import type { Intent } from './intent.ts'

const AI =
  '(?:ai|a\\.i\\.|gemini|kecerdasan buatan|(?:la |a )?ia|inteligencia artificial|intelig[eê]ncia artificial)'
const OFF =
  '(?:mati|matikan|nonaktif|nonaktifkan|off|stop|turn off|switch off|disable|apagar?|apagad[ao]|desactivar?|desligar?|desligad[ao]|desativar?)'
const ON =
  '(?:nyala|nyalakan|hidup|hidupkan|aktif|aktifkan|on|turn on|switch on|enable|enciende|encender|encendida|activar?|ligar?|ligad[ao]|ativar?)'
const NAMES = '(?:nama(?: barang| produk)?|(?:product )?names?|nombres?|nomes?)'
const YES = '(?:ya|boleh|iya|yes|on|s[ií]|sim|nyala)'
const NO = '(?:tidak|jangan|nggak|gak|off|no|n[aã]o|mati)'

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`)

/** In this order: `ai nama ya` speaks of names before it speaks of being on. */
const SAYINGS: readonly (readonly [RegExp, string | null])[] = [
  // `ia` alone is he or she in Indonesian.
  [whole('ai|a\\.i\\.|gemini|status ai|ai status|setelan ai|ai settings?'), null],
  [whole(`ai ${NAMES} ${YES}|ia ${NAMES} ${YES}`), 'names-on'],
  [whole(`ai ${NAMES} ${NO}|ia ${NAMES} ${NO}`), 'names-off'],
  [whole(`${AI} ${OFF}|${OFF} ${AI}`), 'off'],
  [whole(`${AI} ${ON}|${ON} ${AI}`), 'on'],
]

/**
 * What an owner says about the language model, as whole sentences: `ai mati`, `turn ai on`, `ai nama ya`,
 * and the same in the other languages. Null for every other text: a shop may sell gadgets with AI in them.
 */
export const aiIntent = (text: string): Intent | null => {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]+$/, '')
  const found = SAYINGS.find(([pattern]) => pattern.test(said))
  return found ? { kind: 'command', name: 'ai', period: null, argument: found[1] } : null
}
