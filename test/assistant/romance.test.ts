import { describe, expect, test } from 'vitest'
import { checkNarrative } from '../../src/assistant/check.ts'
import type { Sentence } from '../../src/assistant/claims.ts'
import { type Fact, factsOf } from '../../src/assistant/facts.ts'
import { FORMAT, someFindings, story } from './shop.ts'

const facts = factsOf(someFindings(), FORMAT)
const at = (topic: string, role: Fact['role']): string => {
  const found = facts.find((fact) => fact.topic === topic && fact.role === role)
  if (!found) throw new Error(`no fact ${topic}/${role}`)
  return `{{${found.id}}}`
}
const cause = `{{${facts.find(({ isCause }) => isCause)?.id ?? ''}}}`
const says = (text: string): Sentence => ({
  text,
  factIds: [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''),
})

const [SALES, DATE, CHANGE] = [at('sales', 'level'), at('sales', 'date'), at('sales', 'change')]
const [BEST, UNITS] = [at('best seller', 'name'), at('best seller', 'level')]
const BROKEN = at('broken habit a', 'name')

const GOOD = {
  es: [
    'Hola, aquí van las noticias de tu tienda.',
    `El ${DATE} tus ventas fueron de ${SALES}.`,
    `Eso subió ${CHANGE} frente a lo habitual.`,
    `El producto más vendido es ${BEST}, con ${UNITS} piezas.`,
    `La sucursal ${BROKEN} bajó con fuerza por ${cause}.`,
    'Ojalá siga así, con mucho ánimo 🌷',
  ],
  pt: [
    'Oi, aqui vão as notícias da sua loja.',
    `Em ${DATE} as suas vendas foram de ${SALES}.`,
    `Isso subiu ${CHANGE} em relação ao habitual.`,
    `O produto mais vendido é ${BEST}, com ${UNITS} unidades.`,
    `A loja ${BROKEN} caiu com força por causa de ${cause}.`,
    'Tomara que continue assim, com muito carinho 🌷',
  ],
} as const

const verdictOf = (language: 'es' | 'pt', sentence?: string) => {
  const good = GOOD[language].map(says)
  return checkNarrative(sentence ? good.with(2, says(sentence)) : good, facts, story(language))
}

describe('a note in Spanish or Portuguese', () => {
  test('passes when it is true', () => {
    expect(verdictOf('es')).toEqual({ ok: true })
    expect(verdictOf('pt')).toEqual({ ok: true })
  })

  test('is refused in the sister language', () => {
    const [spanish, portuguese] = [GOOD.es.map(says), GOOD.pt.map(says)]
    expect(checkNarrative(spanish, facts, story('pt')).ok).toBe(false)
    expect(checkNarrative(portuguese, facts, story('es')).ok).toBe(false)
  })

  test.each([
    ['es', `Tus ventas subieron el doble, ${CHANGE}.`],
    ['es', `Tus ventas subieron ${CHANGE}, casi la mitad.`],
    ['es', `Ayer tus ventas subieron ${CHANGE}.`],
    ['es', `Tus ventas bajaron ${CHANGE} frente a lo habitual.`],
    ['es', `Tus ventas subieron ${CHANGE} por la lluvia.`],
    ['es', `Tus ventas no subieron ${CHANGE}.`],
    ['es', `${BROKEN} es la mejor sucursal.`],
    ['es', `${at('slow', 'name')} es el peor producto.`],
    ['es', `La sucursal ${BEST} vende bien.`],
    ['es', `El producto ${BEST} vendió ${UNITS} clientes.`],
    ['pt', `Suas vendas subiram o dobro, ${CHANGE}.`],
    ['pt', `Suas vendas subiram ${CHANGE}, quase a metade.`],
    ['pt', `Ontem as vendas subiram ${CHANGE}.`],
    ['pt', `Suas vendas caíram ${CHANGE} em relação ao habitual.`],
    ['pt', `Suas vendas subiram ${CHANGE} por causa da chuva.`],
    ['pt', `Suas vendas não subiram ${CHANGE}.`],
    ['pt', `${BROKEN} é a melhor loja.`],
    ['pt', `${at('slow', 'name')} é o pior produto.`],
    ['pt', `A loja ${BEST} vende bem.`],
    ['pt', `Vai vender ${at('best seller', 'level')} de ${BEST}.`],
  ] as const)('%s: what no fact bears out is refused: %s', (language, sentence) => {
    expect(verdictOf(language, sentence).ok).toBe(false)
  })
})
