import { describe, expect, test } from 'vitest'
import { lexiconOf, readWords } from '../../src/intent/lexicon.ts'
import { readPeriods } from '../../src/intent/period.ts'
import { day } from '../../src/sales/day.ts'

/** Asked on Wednesday 1 April 2026. */
const today = day('2026-04-01')
const read = (text: string, language: 'es' | 'pt', lean: 'past' | 'future' = 'past') => {
  const words = readWords(text, new Set(), lexiconOf(language))
  return readPeriods(words, today, lean).periods.map(({ span }) => `${span.from} ${span.to}`)
}

describe('days as they are said in Spanish', () => {
  test.each([
    ['ayer', '2026-03-31 2026-03-31'],
    ['anteayer', '2026-03-30 2026-03-30'],
    ['antier', '2026-03-30 2026-03-30'],
    ['hoy', '2026-04-01 2026-04-01'],
    ['el lunes', '2026-03-30 2026-03-30'],
    ['lunes pasado', '2026-03-30 2026-03-30'],
    ['el pasado lunes', '2026-03-30 2026-03-30'],
    ['último sábado', '2026-03-28 2026-03-28'],
    ['lunes de la semana pasada', '2026-03-23 2026-03-23'],
    ['esta semana', '2026-03-30 2026-04-01'],
    ['la semana pasada', '2026-03-23 2026-03-29'],
    ['última semana', '2026-03-26 2026-04-01'],
    ['últimos siete días', '2026-03-26 2026-04-01'],
    ['ultimas 2 semanas', '2026-03-19 2026-04-01'],
    ['hace 3 días', '2026-03-29 2026-03-29'],
    ['hace una semana', '2026-03-25 2026-03-25'],
    ['marzo', '2026-03-01 2026-03-31'],
    ['el mes de marzo', '2026-03-01 2026-03-31'],
    ['marzo del 2025', '2025-03-01 2025-03-31'],
    ['mayo', '2025-05-01 2025-05-31'],
    ['mes pasado', '2026-03-01 2026-03-31'],
    ['3 de marzo', '2026-03-03 2026-03-03'],
    ['1ro de marzo de 2026', '2026-03-01 2026-03-01'],
    ['el día 15', '2026-03-15 2026-03-15'],
    ['del 1 al 15 de marzo', '2026-03-01 2026-03-15'],
    ['del 1 de febrero al 15 de marzo', '2026-02-01 2026-03-15'],
    ['de enero a marzo', '2026-01-01 2026-03-31'],
    ['desde el lunes', '2026-03-30 2026-04-01'],
    ['desde el 15 de marzo hasta ayer', '2026-03-15 2026-03-31'],
    ['fin de semana pasado', '2026-03-28 2026-03-29'],
    ['última quincena', '2026-03-18 2026-04-01'],
    ['este año', '2026-01-01 2026-04-01'],
    ['año pasado', '2025-01-01 2025-12-31'],
    ['año 2025', '2025-01-01 2025-12-31'],
    ['15/03/2026', '2026-03-15 2026-03-15'],
  ])('%s', (text, span) => expect(read(text, 'es')).toEqual([span]))

  test.each([
    ['mañana', '2026-04-02 2026-04-02'],
    ['pasado mañana', '2026-04-03 2026-04-03'],
    ['próximos 7 días', '2026-04-02 2026-04-08'],
    ['la próxima semana', '2026-04-06 2026-04-12'],
    ['semana que viene', '2026-04-06 2026-04-12'],
    ['sábado', '2026-04-04 2026-04-04'],
    ['el próximo viernes', '2026-04-03 2026-04-03'],
    ['lunes que viene', '2026-04-06 2026-04-06'],
  ])('ahead: %s', (text, span) => expect(read(text, 'es', 'future')).toEqual([span]))

  test.each([
    ['los lunes'],
    ['cada sábado'],
    ['todos los domingos'],
    ['por la mañana'],
    ['por día'],
  ])('no one period: %s', (text) => expect(read(text, 'es')).toEqual([]))
})

describe('days as they are said in Portuguese', () => {
  test.each([
    ['ontem', '2026-03-31 2026-03-31'],
    ['anteontem', '2026-03-30 2026-03-30'],
    ['hj', '2026-04-01 2026-04-01'],
    ['segunda', '2026-03-30 2026-03-30'],
    ['na segunda-feira passada', '2026-03-30 2026-03-30'],
    ['última sexta', '2026-03-27 2026-03-27'],
    ['segunda da semana passada', '2026-03-23 2026-03-23'],
    ['essa semana', '2026-03-30 2026-04-01'],
    ['semana passada', '2026-03-23 2026-03-29'],
    ['últimos sete dias', '2026-03-26 2026-04-01'],
    ['3 dias atrás', '2026-03-29 2026-03-29'],
    ['há 3 dias', '2026-03-29 2026-03-29'],
    ['faz uma semana', '2026-03-25 2026-03-25'],
    ['março', '2026-03-01 2026-03-31'],
    ['marco de 2025', '2025-03-01 2025-03-31'],
    ['maio', '2025-05-01 2025-05-31'],
    ['mês passado', '2026-03-01 2026-03-31'],
    ['3 de março', '2026-03-03 2026-03-03'],
    ['dia 15', '2026-03-15 2026-03-15'],
    ['dia 3 de março', '2026-03-03 2026-03-03'],
    ['de 1 a 15 de março', '2026-03-01 2026-03-15'],
    ['de janeiro a março', '2026-01-01 2026-03-31'],
    ['de segunda a terça', '2026-03-30 2026-03-31'],
    ['desde o dia 15 de março até ontem', '2026-03-15 2026-03-31'],
    ['fim de semana passado', '2026-03-28 2026-03-29'],
    ['esse ano', '2026-01-01 2026-04-01'],
    ['ano passado', '2025-01-01 2025-12-31'],
  ])('%s', (text, span) => expect(read(text, 'pt')).toEqual([span]))

  test.each([
    ['amanhã', '2026-04-02 2026-04-02'],
    ['depois de amanhã', '2026-04-03 2026-04-03'],
    ['próximos 7 dias', '2026-04-02 2026-04-08'],
    ['semana que vem', '2026-04-06 2026-04-12'],
    ['sábado', '2026-04-04 2026-04-04'],
    ['próxima sexta', '2026-04-03 2026-04-03'],
    ['segunda que vem', '2026-04-06 2026-04-06'],
  ])('ahead: %s', (text, span) => expect(read(text, 'pt', 'future')).toEqual([span]))

  test.each([['as segundas'], ['toda sexta'], ['aos domingos'], ['de manhã'], ['por dia']])(
    'no one period: %s',
    (text) => expect(read(text, 'pt')).toEqual([]),
  )
})
