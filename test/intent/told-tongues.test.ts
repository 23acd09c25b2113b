import { describe, expect, test } from 'vitest'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { typed } from './arrivals.ts'

/** Wednesday. */
const today = day('2026-04-01')
const meaning = (text: string, language: Language): string => {
  const intent = route(typed(text), { today, language })
  if (intent.kind !== 'command') return intent.kind
  const span = intent.period ? `${intent.period.span.from}..${intent.period.span.to}` : ''
  return [intent.name, intent.argument, span].filter(Boolean).join(' ')
}
const TOMORROW = '2026-04-02..2026-04-02'

describe('an owner tells about days in Spanish', () => {
  test.each([
    ['mañana cerramos', `days closed// ${TOMORROW}`],
    ['manana cerrado', `days closed// ${TOMORROW}`],
    ['mañana no abrimos', `days closed// ${TOMORROW}`],
    ['la tienda estará cerrada mañana', `days closed// ${TOMORROW}`],
    ['cerrado el 25 de diciembre', 'days closed// 2026-12-25..2026-12-25'],
    [
      'cerramos del 10 al 12 de abril por inventario',
      'days closed//inventario 2026-04-10..2026-04-12',
    ],
    ['ayer no abrimos', 'days closed// 2026-03-31..2026-03-31'],
    ['sucursal centro cerrada mañana', `days closed/centro/ ${TOMORROW}`],
    ['evento el sábado', 'days event// 2026-04-04..2026-04-04'],
    ['mañana hay evento', `days event// ${TOMORROW}`],
    ['mañana tenemos graduación', `days event//graduación ${TOMORROW}`],
    ['mañana abrimos', `days open// ${TOMORROW}`],
    ['días cerrados', 'days'],
  ])('%s', (text, wanted) => expect(meaning(text, 'es')).toBe(wanted))

  test.each(['mañana cerramos?', 'cuándo cerramos mañana', 'mañana cerramos rosas'])(
    'nothing is told by: %s',
    (text) => expect(meaning(text, 'es')).not.toMatch(/^days closed/),
  )
})

describe('an owner tells about days in Portuguese', () => {
  test.each([
    ['amanhã fechamos', `days closed// ${TOMORROW}`],
    ['amanha fechado', `days closed// ${TOMORROW}`],
    ['amanhã não abrimos', `days closed// ${TOMORROW}`],
    ['a loja vai estar fechada amanhã', `days closed// ${TOMORROW}`],
    ['loja Centro fechada amanhã', `days closed/centro/ ${TOMORROW}`],
    ['fechado 25 de dezembro', 'days closed// 2026-12-25..2026-12-25'],
    ['fechamos de 10 a 12 de abril porque reforma', 'days closed//reforma 2026-04-10..2026-04-12'],
    ['ontem não abrimos', 'days closed// 2026-03-31..2026-03-31'],
    ['evento no sábado', 'days event// 2026-04-04..2026-04-04'],
    ['amanhã tem evento', `days event// ${TOMORROW}`],
    ['amanhã tem formatura', `days event//formatura ${TOMORROW}`],
    ['amanhã abrimos', `days open// ${TOMORROW}`],
    ['dias fechados', 'days'],
  ])('%s', (text, wanted) => expect(meaning(text, 'pt')).toBe(wanted))
})

describe('alerts and tokens', () => {
  test.each([
    ['es', 'alertas', 'alerts'],
    ['es', 'menos alertas', 'alerts less'],
    ['es', 'activar alertas', 'alerts usual'],
    ['es', 'quita las alertas', 'alerts off'],
    ['es', 'hay algo raro?', 'alert-details'],
    ['es', 'mis tokens', 'token'],
    ['es', 'token nuevo caja', 'token new:caja'],
    ['es', 'borrar token 1', 'token revoke:1'],
    ['pt', 'alertas', 'alerts'],
    ['pt', 'menos alertas', 'alerts less'],
    ['pt', 'ativar alertas', 'alerts usual'],
    ['pt', 'desligar os alertas', 'alerts off'],
    ['pt', 'tem algo estranho?', 'alert-details'],
    ['pt', 'meus tokens', 'token'],
    ['pt', 'novo token caixa', 'token new:caixa'],
    ['pt', 'apagar token 1', 'token revoke:1'],
  ] as const)('%s: %s', (language, text, wanted) => expect(meaning(text, language)).toBe(wanted))
})

test('a word is said back as it was typed, accents and all', () => {
  const unknown = (text: string, language: Language) => {
    const intent = route(typed(text), { today, language })
    return intent.kind === 'unclear' ? intent.unknown : intent.kind
  }
  expect(unknown('ventas de piñas', 'es')).toEqual(['piñas'])
  expect(unknown('vendas de açaí', 'pt')).toEqual(['açaí'])
})
