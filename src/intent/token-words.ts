import type { Intent } from './intent.ts'

const LIST =
  /^(?:api )?(?:token|tokens|token api|daftar token|lihat token|list tokens?|my tokens|mis tokens|ver tokens|meus tokens|lista de tokens)$/
const NEW =
  /^(?:(?:token|token api) (?:baru|new|buat|bikin|nuevo|novo)|(?:buat|bikin|new|create|make|crear|crea|nuevo|criar|cria|novo)(?: an?| un| um)?(?: new| nuevo| novo)? token(?: baru| nuevo| novo)?)(?: (.+))?$/
const REVOKE =
  /^(?:token (?:hapus|cabut|delete|remove|revoke|borrar|eliminar|anular|apagar|excluir|encerrar)|(?:hapus|cabut|delete|remove|revoke|borrar|borra|eliminar|elimina|anular|anula|apagar|apaga|excluir|exclui|encerrar) (?:el |o )?token)(?: (?:no\.? ?|nomor |número |numero )?(\d{1,3}))?$/

/**
 * `token`, `token baru kasir depan`, `token hapus 1` and their like in the other languages: whole sentences of their own,
 * because the name behind `baru` may be any words. Null for every other text.
 */
export const tokenIntent = (text: string): Intent | null => {
  const plain = text.trim().replace(/\s+/g, ' ')
  const said = plain.toLowerCase().replace(/[.!?]+$/, '')
  if (LIST.test(said)) return token(null)
  const fresh = NEW.exec(said)
  // The name keeps its capitals.
  if (fresh) return token(`new:${fresh[1] ? plain.slice(plain.length - fresh[1].length) : ''}`)
  const gone = REVOKE.exec(said)
  if (!gone) return null
  return token(gone[1] === undefined ? null : `revoke:${gone[1]}`)
}

const token = (argument: string | null): Intent => ({
  kind: 'command',
  name: 'token',
  period: null,
  argument,
})
