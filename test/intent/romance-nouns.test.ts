import { expect, test } from 'vitest'
import { route } from '../../src/intent/route.ts'
import { day } from '../../src/sales/day.ts'
import { typed } from './arrivals.ts'

/** Things shops sell in Mexico and Brazil, many of them one letter away from a word we understand. */
const SPANISH =
  `rosas tulipanes claveles girasol orquidea lirio margaritas ramo maceta abono listones tarjetas
  globos velas jarron cafe te leche jugo refresco agua cerveza tequila mezcal vino pan pastel galletas dona
  concha empanada torta tacos quesadilla tamales pozole mole arroz frijol frijoles maiz tortilla tortillas
  huevo huevos queso crema mantequilla jamon salchicha pollo res cerdo pescado camaron atun aceite azucar
  sal pimienta mayonesa catsup mostaza harina papa papas jitomate tomate cebolla ajo chile chiles
  aguacate limon limones naranja manzana manzanas platano piña mango sandia uva uvas fresa fresas
  camisa camisas playera pantalon vestido falda zapatos calcetines cinturon bolsa cartera reloj anillo
  aretes jabon shampoo toalla cepillo pasta papel cuaderno lapiz pluma plumas foco cable pila pilas
  escoba trapeador cubeta tornillo clavo clavos martillo pintura brocha ventana ventanas menta mentas
  lentes lenteja resma resumidero archivero ayote sucursalito prenda prendas tiendita`.split(/\s+/)

const PORTUGUESE =
  `rosas tulipas cravos girassol orquidea lirio margaridas buque vaso adubo fitas cartao baloes velas
  cafe cha leite suco refrigerante agua cerveja cachaca vinho pao bolo biscoito bolacha sonho coxinha
  pastel esfiha pizza tapioca feijao feijoada arroz milho ovo ovos queijo requeijao manteiga presunto
  linguica frango carne porco peixe camarao atum azeite oleo acucar sal pimenta maionese mostarda farinha
  batata batatas tomate cebola alho pimentao abacate limao laranja maca macas banana abacaxi manga melancia
  uva uvas morango morangos camisa camiseta calca vestido saia sapato meias cinto bolsa carteira relogio
  anel brincos sabonete xampu toalha escova creme papel caderno lapis caneta lampada cabo pilha pilhas
  vassoura rodo balde parafuso prego pregos martelo tinta pincel tenda tendas renda rendas venda1 lousa
  lousas gravata graxa prego1 resma relogios ajuste exemplar marca`
    .split(/\s+/)
    .map((noun) => noun.replace(/\d$/, 's'))
    .filter((noun) => noun !== 'vendas' && noun !== 'pregos')

const today = day('2026-04-01')

test('an unknown product never gets the whole shop’s figures in Spanish', () => {
  const ask = (text: string) => route(typed(text), { today, language: 'es' })
  const answered = SPANISH.flatMap((noun) =>
    [
      `ventas de ${noun}`,
      `cuánto vendí de ${noun} ayer`,
      `${noun} ayer`,
      `pronóstico de ${noun} mañana`,
      noun,
    ].filter((text) => ask(text).kind === 'command'),
  )
  expect(answered).toEqual([])
})

test('nor in Portuguese', () => {
  const ask = (text: string) => route(typed(text), { today, language: 'pt' })
  const answered = PORTUGUESE.flatMap((noun) =>
    [
      `vendas de ${noun}`,
      `quanto vendi de ${noun} ontem`,
      `${noun} ontem`,
      `previsão de ${noun} amanhã`,
      noun,
    ].filter((text) => ask(text).kind === 'command'),
  )
  expect(answered).toEqual([])
})
