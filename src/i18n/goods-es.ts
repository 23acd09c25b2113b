import type { Messages } from './en.ts'
import type { Spoken } from './locale.ts'
import { whole } from './numbers.ts'

type Goods = Messages['goods']
type Pens = ReturnType<typeof pensOf>

/** Stock told, orders on their way, terms of supply, profit of known cost, as a shopkeeper says it. */
export const goodsSpanish = (spoken: Spoken): Goods => {
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
    days: (n: number): string => count(n, 'día', 'días'),
    things: (n: number): string => count(n, 'producto', 'productos'),
  }
}

/** Packs by their Spanish names; what a shop calls them in another language stays as it is. */
const PLURALS: Readonly<Record<string, string>> = {
  caja: 'cajas',
  paquete: 'paquetes',
  manojo: 'manojos',
  atado: 'atados',
  bolsa: 'bolsas',
  saco: 'sacos',
  costal: 'costales',
  charola: 'charolas',
  bandeja: 'bandejas',
  cubeta: 'cubetas',
  rollo: 'rollos',
}
const packs = (count: string, pack: string): string =>
  `${count} ${count === '1' ? pack : (PLURALS[pack] ?? pack)}`

const told = ({ days }: Pens) =>
  ({
    noted: 'Anotado',
    count: (name, amount) => `${name}: ${amount}`,
    before: (amount) => `antes ${amount}`,
    asOf: (day) => `al cierre del ${day}`,
    receive: (name, amount) => `${name}: llegaron ${amount}`,
    waste: (name, amount) => `${name}: ${amount} de merma`,
    now: (amount) => `ahora ${amount}`,
    order: (name, amount) => `${name}: ${amount} en camino`,
    orderDue: (day) => `llegan hacia el ${day}`,
    orderGone: (name) => `${name}: ya no hay nada en camino`,
    stillOnOrder: (amount) => `${amount} aún en camino`,
    noCount: 'inventario sin contar todavía',
    packs,
    lead: (name, n) => `${name}: entrega en ${days(n)}`,
    review: (name, n) => `${name}: se pide cada ${days(n)}`,
    pack: (name, pack, amount) => `${name}: 1 ${pack} = ${amount}`,
    minimum: (name, amount) => `${name}: mínimo ${amount} por pedido`,
    shelf: (name, n) => `${name}: dura ${days(n)}`,
    cost: (name, money) => `${name}: cuesta ${money} cada uno`,
    everything: 'Todo',
    category: (name) => `Todo en ${name}`,
    takesOffFrom: (moment) => `Las ventas después de ${moment} se restan solas.`,
    takesOffFromDay: (day) => `Las ventas desde el ${day} se restan solas.`,
  }) satisfies Partial<Goods>

const doubts = {
  which: (name) => `¿Cuál “${name}”?`,
  unknown: (name) => `Todavía no conozco “${name}”.`,
  unknownNear: (name) => `Todavía no conozco “${name}”. ¿Quisiste decir?`,
  packUnknown: (name, pack) => `¿Cuántos ${name} trae 1 ${pack}?`,
  packNext: (example) => `Escribe ${example} y envíalo otra vez.`,
  packExample: (name, pack) => `1 ${pack} ${name} = 20`,
  tooMuch: (name) => `${name}: ese número parece raro. Revísalo, por favor.`,
  notNoted: (list) => `Sin anotar: ${list}`,
  noBranches: (branch) =>
    `Llevo el inventario de toda la tienda, no solo de ${branch}. Suma las sucursales y envía el total.`,
  noCategory: (name) => `Eso se anota por producto, no para ${name}.`,
  ask: '¿Qué tienes en el estante ahora?',
  askHow: (example) => `Escríbelo, una línea por producto: ${example}`,
  askExample: (name) => `${name} 120`,
  stockExample: (name) => `inventario ${name} 120`,
  askProduct: 'rosa',
  askMore: 'O envía tu lista de inventario (CSV/Excel).',
} satisfies Partial<Goods>

const shelf = ({ things }: Pens) =>
  ({
    title: (n) => `Inventario: ${things(n)}`,
    known: (amount) => amount,
    recount: 'cuenta otra vez',
    onOrder: (amount) => `${amount} en camino`,
    basis: (counted, until) => `Contado ${counted}, menos ventas hasta el ${until}.`,
    basisNoSales: (counted) => `Contado ${counted}.`,
    sum: (counted, day) => `Conteo: ${counted} (${day})`,
    plus: (amount) => `+ ${amount} que llegaron`,
    minusWaste: (amount) => `− ${amount} de merma`,
    minusSold: (amount) => `− ${amount} vendidos desde entonces`,
    result: (amount) => `= ${amount}`,
    moreThanWas: 'Salió más de lo que había: falta una entrega o el conteo. Cuenta una vez más.',
    none: 'Todavía no me has dicho tu inventario.',
    noneOf: (name) => `Todavía no conozco el inventario de ${name}.`,
    undone: (n) => (n === 1 ? 'Deshecho ↩️' : `${things(n)} deshechos ↩️`),
    nothingToUndo: 'Eso ya se había deshecho, nada cambió.',
    ordered: (n) => `${things(n)} en camino`,
    orderedNone: 'Ahora no hace falta pedir nada, así que no anoté nada.',
    orderedNext: (example) => `Cuando llegue: ${example}`,
    receiveExample: (name, amount) => `llegaron ${name} ${amount}`,
  }) satisfies Partial<Goods>

const supply = ({ days }: Pens): Goods['supply'] => ({
  title: (name) => `Cómo se surte ${name}`,
  titleAll: 'Cómo se surte la tienda',
  lead: (n) => `Entrega: ${days(n)}`,
  review: (n) => `Se pide cada ${days(n)}`,
  pack: (pack, amount) => `1 ${pack} = ${amount}`,
  minimum: (amount) => `Mínimo ${amount} por pedido`,
  shelf: (n) => `Dura ${days(n)}`,
  cost: (money) => `Cuesta ${money} cada uno`,
  assumed: 'mientras no digas otra cosa',
  notTold: (list) => `Sin decir: ${list}`,
  missing: { pack: 'paquete', minimum: 'mínimo', shelf: 'duración', cost: 'costo' },
  change: (examples) => `Cambiar: ${examples}`,
  examples: (name) =>
    name === ''
      ? '*entrega 3 días* · *pedido cada 7 días*'
      : `*entrega ${name} 3 días* · *1 caja ${name} = 20* · *${name} dura 5 días* · *costo ${name} 80*`,
})

const advice = ({ days, figure }: Pens) =>
  ({
    packs: (said, amount) => `${said} (${amount})`,
    pack: packs,
    lead: (n) => `entrega en ${days(n)}`,
    shelf: (n) => `dura ${days(n)}`,
    onOrder: (amount) => `${amount} en camino`,
    cover: (n) => (n === 0 ? 'alcanza menos de un día' : `alcanza ${days(n)}`),
    recount: 'cuenta otra vez',
    whyButton: (amount) => `¿Por qué ${amount}?`,
    period: (lead, review) => `entrega ${figure(lead)} + próximo pedido ${figure(review)}`,
    because: (level, why) => `${level} porque ${why}`,
    why: {
      told: 'así lo dicen precio y costo',
      perishable: 'no dura',
      important: 'es de lo que más te deja',
      normal: 'es lo habitual',
    },
    basis: (until) => `Base: ventas hasta el ${until}`,
    basisStock: (counted) => `inventario contado ${counted}`,
    assumed: (lead, review) => `supuesto: entrega en ${days(lead)}, un pedido cada ${days(review)}`,
    stale: 'Faltan las ventas posteriores: envía el archivo más nuevo.',
    tellStock: (example) => `Dime qué te queda y lo resto: ${example}`,
  }) satisfies Partial<Goods['advice']>

const sum = ({ days }: Pens) =>
  ({
    sales: (perDay, n, total) => `Se venden ±${perDay} al día × ${days(n)} ≈ ${total}`,
    safety: (amount, level) => `+ ${amount} para días fuertes (alcanza en ${level} de los casos)`,
    minusOnHand: (amount) => `− ${amount} que quedan`,
    minusUsable: (usable, left) => `− ${usable} aún buenos (de ${left} que quedan)`,
    minusOnOrder: (amount) => `− ${amount} en camino`,
    needed: (amount) => `= ${amount}`,
    toPacks: (said, size) => `→ ${said} de ${size}`,
    toMinimum: (amount) => `→ ${amount}, lo mínimo que se puede pedir`,
    overShelf: (n) =>
      `Es más de lo que se suele vender en los ${days(n)} que dura: pide menos si puedes.`,
    levels: (levels, amounts) => `Para que alcance en ${levels} de los casos: ${amounts}`,
  }) satisfies Partial<Goods['advice']>

const lists = ({ days, figure }: Pens) =>
  ({
    surplus: (list) => `Sobra: ${list}`,
    over: (name, left, n) => `${name} (quedan ${left}, alcanza ${days(n)})`,
    overMany: (name, left) => `${name} (quedan ${left}, alcanza más de un año)`,
    dead: (name, left, n) => `${name} (quedan ${left}, ${days(n)} sin vender)`,
    markdown: (list) => `Rebaja: ${list}`,
    marked: (name, left, cover, life) =>
      `${name} (quedan ${left}, alcanza ${days(cover)}, dura ${figure(life)})`,
    class: (abc, steadiness) => `clase ${abc}, ${steadiness}`,
    steadiness: { X: 'se vende parejo', Y: 'se vende con altas y bajas', Z: 'se vende a saltos' },
  }) satisfies Partial<Goods['advice']>

const profit = ({ figure }: Pens): Goods['profit'] => ({
  title: (when, money) => `${when}: ganancia ${money}`,
  sum: (revenue, cost) => `Ventas ${revenue} − costo de lo vendido ${cost}`,
  margin: (percent) => `Margen ${percent}, antes de renta, sueldos y otros gastos`,
  part: (known, all, percent) =>
    `Solo ${figure(known)} de ${figure(all)} productos con costo conocido (${percent} de las ventas)`,
  best: (list) => `Lo que más deja: ${list}`,
  loss: (list) => `Vendido bajo costo: ${list}`,
  how: (example) => `Agrega un costo: ${example}`,
  howExample: (name) => `costo ${name} 80`,
  howTitle: 'Cómo agregar costos',
  howLine: (example) => `Por unidad: ${example}`,
  howPack: (example) => `Por paquete: ${example}`,
  howPackExample: (name) => `costo ${name} 1600 por caja`,
  howFile:
    '¿Muchos productos? Envía una lista (CSV/Excel) con las columnas *producto*, *existencias*, *costo*.',
})
