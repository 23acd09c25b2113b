import type { Messages } from './en.ts'
import type { Spoken } from './locale.ts'
import { whole } from './numbers.ts'

type Goods = Messages['goods']
type Pens = ReturnType<typeof pensOf>

/** Stock told, orders on their way, terms of supply, profit of known cost, as a shopkeeper says it. */
export const goodsPortuguese = (spoken: Spoken): Goods => {
  const pens = pensOf(spoken)
  return {
    ...told(pens),
    ...doubts,
    ...shelf(pens),
    supply: supply(pens),
    advice: { ...advice(pens), ...sum(pens), ...lists(pens) },
    profit: profit(pens),
  }
}

const pensOf = (spoken: Spoken) => {
  const figure = (n: number): string => whole(n, spoken)
  const count = (n: number, one: string, many: string): string =>
    `${figure(n)} ${n === 1 ? one : many}`
  return {
    figure,
    days: (n: number): string => count(n, 'dia', 'dias'),
    things: (n: number): string => count(n, 'produto', 'produtos'),
  }
}

/** Packs by their Portuguese names; what a shop calls them in another language stays as it is. */
const PLURALS: Readonly<Record<string, string>> = {
  caixa: 'caixas',
  pacote: 'pacotes',
  maço: 'maços',
  fardo: 'fardos',
  saco: 'sacos',
  bandeja: 'bandejas',
  engradado: 'engradados',
  balde: 'baldes',
  rolo: 'rolos',
}
const packs = (count: string, pack: string): string =>
  `${count} ${count === '1' ? pack : (PLURALS[pack] ?? pack)}`

const told = ({ days }: Pens) =>
  ({
    noted: 'Anotado',
    count: (name, amount) => `${name}: ${amount}`,
    before: (amount) => `antes ${amount}`,
    asOf: (day) => `no fim de ${day}`,
    receive: (name, amount) => `${name}: chegaram ${amount}`,
    waste: (name, amount) => `${name}: ${amount} de perda`,
    now: (amount) => `agora ${amount}`,
    order: (name, amount) => `${name}: ${amount} a caminho`,
    orderDue: (day) => `chegam por volta de ${day}`,
    orderGone: (name) => `${name}: nada mais a caminho`,
    stillOnOrder: (amount) => `${amount} ainda a caminho`,
    noCount: 'estoque ainda não contado',
    packs,
    lead: (name, n) => `${name}: entrega em ${days(n)}`,
    review: (name, n) => `${name}: compra a cada ${days(n)}`,
    pack: (name, pack, amount) => `${name}: 1 ${pack} = ${amount}`,
    minimum: (name, amount) => `${name}: mínimo ${amount} por pedido`,
    shelf: (name, n) => `${name}: dura ${days(n)}`,
    cost: (name, money) => `${name}: custa ${money} cada`,
    everything: 'Tudo',
    category: (name) => `Tudo em ${name}`,
    takesOffFrom: (moment) => `As vendas depois de ${moment} são descontadas sozinhas.`,
    takesOffFromDay: (day) => `As vendas a partir de ${day} são descontadas sozinhas.`,
  }) satisfies Partial<Goods>

const doubts = {
  which: (name) => `Qual “${name}”?`,
  unknown: (name) => `Ainda não conheço “${name}”.`,
  unknownNear: (name) => `Ainda não conheço “${name}”. Você quis dizer?`,
  packUnknown: (name, pack) => `Quantos ${name} vêm em 1 ${pack}?`,
  packNext: (example) => `Digite ${example} e mande de novo.`,
  packExample: (name, pack) => `1 ${pack} ${name} = 20`,
  tooMuch: (name) => `${name}: esse número parece errado. Confira, por favor.`,
  notNoted: (list) => `Não anotado: ${list}`,
  noBranches: (branch) =>
    `Eu guardo o estoque da loja inteira, não só de ${branch}. Some as lojas e mande o total.`,
  noCategory: (name) => `Isso se anota por produto, não para ${name}.`,
  ask: 'O que tem na prateleira agora?',
  askHow: (example) => `Digite, uma linha por produto: ${example}`,
  askExample: (name) => `${name} 120`,
  stockExample: (name) => `estoque ${name} 120`,
  askProduct: 'rosa',
  askMore: 'Ou mande sua lista de estoque (CSV/Excel).',
} satisfies Partial<Goods>

const shelf = ({ things }: Pens) =>
  ({
    title: (n) => `Estoque: ${things(n)}`,
    known: (amount) => amount,
    recount: 'conte de novo',
    onOrder: (amount) => `${amount} a caminho`,
    basis: (counted, until) => `Contado ${counted}, menos vendas até ${until}.`,
    basisNoSales: (counted) => `Contado ${counted}.`,
    sum: (counted, day) => `Contagem: ${counted} (${day})`,
    plus: (amount) => `+ ${amount} que chegaram`,
    minusWaste: (amount) => `− ${amount} de perda`,
    minusSold: (amount) => `− ${amount} vendidos desde então`,
    result: (amount) => `= ${amount}`,
    moreThanWas: 'Saiu mais do que havia: falta uma entrega ou a contagem. Conte mais uma vez.',
    none: 'Você ainda não me disse o estoque.',
    noneOf: (name) => `Ainda não conheço o estoque de ${name}.`,
    undone: (n) => (n === 1 ? 'Desfeito ↩️' : `${things(n)} desfeitos ↩️`),
    nothingToUndo: 'Isso já tinha sido desfeito, nada mudou.',
    ordered: (n) => `${things(n)} a caminho`,
    orderedNone: 'Agora não é preciso comprar nada, então não anotei nada.',
    orderedNext: (example) => `Quando chegar: ${example}`,
    receiveExample: (name, amount) => `chegaram ${name} ${amount}`,
  }) satisfies Partial<Goods>

const supply = ({ days }: Pens): Goods['supply'] => ({
  title: (name) => `Como ${name} é comprado`,
  titleAll: 'Como a loja compra',
  lead: (n) => `Entrega: ${days(n)}`,
  review: (n) => `Compra a cada ${days(n)}`,
  pack: (pack, amount) => `1 ${pack} = ${amount}`,
  minimum: (amount) => `Mínimo ${amount} por pedido`,
  shelf: (n) => `Dura ${days(n)}`,
  cost: (money) => `Custa ${money} cada`,
  assumed: 'enquanto você não disser outra coisa',
  notTold: (list) => `Não informado: ${list}`,
  missing: { pack: 'pacote', minimum: 'mínimo', shelf: 'validade', cost: 'custo' },
  change: (examples) => `Mudar: ${examples}`,
  examples: (name) =>
    name === ''
      ? '*entrega 3 dias* · *compra a cada 7 dias*'
      : `*entrega ${name} 3 dias* · *1 caixa ${name} = 20* · *${name} dura 5 dias* · *custo ${name} 80*`,
})

const advice = ({ days, figure }: Pens) =>
  ({
    packs: (said, amount) => `${said} (${amount})`,
    pack: packs,
    lead: (n) => `entrega em ${days(n)}`,
    shelf: (n) => `dura ${days(n)}`,
    onOrder: (amount) => `${amount} a caminho`,
    cover: (n) => (n === 0 ? 'dura menos de um dia' : `dá para ${days(n)}`),
    recount: 'conte de novo',
    whyButton: (amount) => `Por que ${amount}?`,
    period: (lead, review) => `entrega ${figure(lead)} + próxima compra ${figure(review)}`,
    because: (level, why) => `${level} porque ${why}`,
    why: {
      told: 'é o que dizem preço e custo',
      perishable: 'estraga rápido',
      important: 'é dos que mais rendem',
      normal: 'é o comum',
    },
    basis: (until) => `Base: vendas até ${until}`,
    basisStock: (counted) => `estoque contado ${counted}`,
    assumed: (lead, review) =>
      `suposto: entrega em ${days(lead)}, uma compra a cada ${days(review)}`,
    stale: 'Faltam as vendas depois disso: mande o arquivo mais novo.',
    tellStock: (example) => `Diga o que sobrou e eu desconto: ${example}`,
  }) satisfies Partial<Goods['advice']>

const sum = ({ days }: Pens) =>
  ({
    sales: (perDay, n, total) => `Vende ±${perDay} por dia × ${days(n)} ≈ ${total}`,
    safety: (amount, level) => `+ ${amount} para dias cheios (basta em ${level} dos casos)`,
    minusOnHand: (amount) => `− ${amount} que sobram`,
    minusUsable: (usable, left) => `− ${usable} ainda bons (de ${left} que sobram)`,
    minusOnOrder: (amount) => `− ${amount} a caminho`,
    needed: (amount) => `= ${amount}`,
    toPacks: (said, size) => `→ ${said} de ${size}`,
    toMinimum: (amount) => `→ ${amount}, o mínimo que dá para pedir`,
    overShelf: (n) =>
      `É mais do que se costuma vender nos ${days(n)} que dura: compre menos se puder.`,
    levels: (levels, amounts) => `Para bastar em ${levels} dos casos: ${amounts}`,
  }) satisfies Partial<Goods['advice']>

const lists = ({ days, figure }: Pens) =>
  ({
    surplus: (list) => `Sobra: ${list}`,
    over: (name, left, n) => `${name} (sobram ${left}, dá para ${days(n)})`,
    overMany: (name, left) => `${name} (sobram ${left}, dá para mais de um ano)`,
    dead: (name, left, n) => `${name} (sobram ${left}, ${days(n)} sem vender)`,
    markdown: (list) => `Baixe o preço: ${list}`,
    marked: (name, left, cover, life) =>
      `${name} (sobram ${left}, dá para ${days(cover)}, dura ${figure(life)})`,
    class: (abc, steadiness) => `classe ${abc}, ${steadiness}`,
    steadiness: { X: 'vende sempre igual', Y: 'vende com altos e baixos', Z: 'vende aos saltos' },
  }) satisfies Partial<Goods['advice']>

const profit = ({ figure }: Pens): Goods['profit'] => ({
  title: (when, money) => `${when}: lucro ${money}`,
  sum: (revenue, cost) => `Vendas ${revenue} − custo do que saiu ${cost}`,
  margin: (percent) => `Margem ${percent}, antes de aluguel, salários e outras despesas`,
  part: (known, all, percent) =>
    `Só ${figure(known)} de ${figure(all)} produtos com custo conhecido (${percent} das vendas)`,
  best: (list) => `Dão mais lucro: ${list}`,
  loss: (list) => `Vendido abaixo do custo: ${list}`,
  how: (example) => `Informe um custo: ${example}`,
  howExample: (name) => `custo ${name} 80`,
  howTitle: 'Como informar custos',
  howLine: (example) => `Por unidade: ${example}`,
  howPack: (example) => `Por pacote: ${example}`,
  howPackExample: (name) => `custo ${name} 1600 por caixa`,
  howFile:
    'Muitos produtos? Mande uma lista (CSV/Excel) com as colunas *produto*, *estoque*, *custo*.',
})
