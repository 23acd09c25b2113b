import type { Intent } from './intent.ts'
import { unaccented } from './words.ts'

/** Whole sentences, so that a product called `kartu bukti` is no question of proof. */
const PROOF = new RegExp(
  `^(?:(?:mana|lihat|minta|kirim|tunjukkan|show|send|give|see|mostrar?|muestra|ver|envia|manda|cade|quero)(?: me| the| o| a| el| la)? )?(?:${[
    'bukti(?:nya)?(?: apa| mana|(?: dong| ya| donk| kak))?',
    'proof|prove it|proof please|the rows|show rows',
    'comprobante|la prueba|pruebas?|comprobacion',
    'provas?|comprovante|comprove',
  ].join('|')})$`,
)

/** `bukti`, `mana buktinya?`, `proof`, `comprobante`, `prova`: the rows behind the last answer, or the one replied to. */
export const proofIntent = (text: string): Intent | null => {
  const said = unaccented(text.normalize('NFKC').toLowerCase())
    .replace(/\s+/g, ' ')
    .replace(/[.!?¿¡]+/g, '')
    .trim()
  return PROOF.test(said) ? { kind: 'command', name: 'proof', period: null, argument: null } : null
}
