import { describe, expect, test } from 'vitest'
import type { Intent } from '../../src/intent/intent.ts'
import { matchName } from '../../src/intent/match-name.ts'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { typed } from './arrivals.ts'

const today = day('2026-04-01')
const names = new Set('rosa rosas roja vermelha café leche leite pan pão tulipán lirio'.split(' '))

const spoken = (intent: Intent): string => {
  if (intent.kind !== 'stock-talk') return intent.kind === 'command' ? intent.name : intent.kind
  const { talk } = intent
  if (talk.kind === 'asked') return `${talk.about}? ${talk.name}`
  return talk.sayings
    .map(({ kind, name, value, pack, day: on }) =>
      [kind, name || '*', value, pack, on].filter((part) => part !== null).join(' '),
    )
    .join(' | ')
}
const meaning = (text: string, language: Language): string =>
  spoken(route(typed(text), { today, language, names }))

describe('goods told in Spanish', () => {
  test.each([
    ['inventario rosas 120', 'count rosas 120'],
    ['quedan 20 rosas', 'count rosas 20'],
    ['me quedan 12 rosas rojas', 'count rosas rojas 12'],
    ['inventario de café 2 cajas', 'count café 2 caja'],
    ['inventario rosas 3 docenas', 'count rosas 36'],
    [
      'inventario rosas 120, café 30 y leche 12',
      'count rosas 120 | count café 30 | count leche 12',
    ],
    ['llegaron 50 rosas', 'receive rosas 50'],
    ['recibí rosas 50', 'receive rosas 50'],
    ['ya pedí rosas 80', 'order rosas 80'],
    ['ya pedí', 'ordered'],
    ['tiré 5 rosas', 'waste rosas 5'],
    ['se echaron a perder 5 rosas', 'waste rosas 5'],
    ['entrega rosas 2 días', 'lead rosas 2'],
    ['entrega 3 días', 'lead * 3'],
    ['pedido cada 7 días', 'review * 7'],
    ['1 caja rosas = 20', 'pack rosas 20 caja'],
    ['rosas dura 5 días', 'shelf rosas 5'],
    ['costo rosas 80', 'cost rosas 80'],
    ['costo rosas 1600 por caja', 'cost rosas 1600 caja'],
    ['inventario rosas 120 ayer', 'count rosas 120 2026-03-31'],
    ['inventario', 'stock'],
    ['inventario de rosas?', 'stock? rosas'],
  ])('%s', (text, wanted) => expect(meaning(text, 'es')).toBe(wanted))

  test.each(['cuánto vendí ayer', 'ventas de los últimos 7 días', 'qué pido', 'top 5 productos'])(
    'a question stays one: %s',
    (text) => expect(meaning(text, 'es')).not.toMatch(/^(count|receive|order|waste)/),
  )
})

describe('goods told in Portuguese', () => {
  test.each([
    ['estoque rosas 120', 'count rosas 120'],
    ['sobraram 20 rosas', 'count rosas 20'],
    ['estoque de café 2 caixas', 'count café 2 caixa'],
    ['estoque rosas 3 dúzias', 'count rosas 36'],
    ['estoque rosas 120, café 30 e leite 12', 'count rosas 120 | count café 30 | count leite 12'],
    ['chegaram 50 rosas', 'receive rosas 50'],
    ['recebi rosas 50', 'receive rosas 50'],
    ['já comprei rosas 80', 'order rosas 80'],
    ['já comprei', 'ordered'],
    ['joguei fora 5 rosas', 'waste rosas 5'],
    ['entrega rosas 2 dias', 'lead rosas 2'],
    ['compra a cada 7 dias', 'review * 7'],
    ['1 caixa rosas = 20', 'pack rosas 20 caixa'],
    ['rosas dura 5 dias', 'shelf rosas 5'],
    ['custo rosas 80', 'cost rosas 80'],
    ['custo rosas 1600 por caixa', 'cost rosas 1600 caixa'],
    ['estoque', 'stock'],
    ['estoque de rosas?', 'stock? rosas'],
  ])('%s', (text, wanted) => expect(meaning(text, 'pt')).toBe(wanted))
})

test('a name without its accents is still found', () => {
  const found = matchName('cafe', [{ name: 'Café' }, { name: 'Pão' }])
  expect(found).toEqual({ kind: 'one', thing: { name: 'Café' } })
})
