import type { askedEnglish } from './asked-en.ts'

/** Respuestas a preguntas libres. */
export const askedSpanish: typeof askedEnglish = {
  metrics: {
    revenue: 'Ventas',
    units: 'Artículos vendidos',
    transactions: 'Tickets',
    aov: 'Ticket promedio',
    avg_price: 'Precio promedio',
    units_per_order: 'Artículos por ticket',
    products_sold: 'Productos distintos vendidos',
    stock_on_hand: 'Inventario',
  },
  dimensions: {
    product: 'por producto',
    branch: 'por sucursal',
    color: 'por color',
    category: 'por categoría',
    day: 'por día',
    weekday: 'por día de la semana',
    hour: 'por hora',
    week: 'por semana',
    month: 'por mes',
  },
  perDay: 'por día en promedio',
  average: 'en promedio',
  median: 'en un día intermedio',
  middle: 'valor del medio',
  best: 'lo más alto',
  worst: 'lo más bajo',
  share: (percent) => `${percent} del total`,
  without: (names) => `sin ${names}`,
  names: (first, more) => `${first} y ${more} más`,
  week: (day) => `semana del ${day}`,
  compared: (mark, percent, other) => `${mark} ${percent} frente a ${other}`,
  same: (other) => `Igual que ${other}`,
  before: (when, value) => `${when} (${value})`,
  usual: (value) => `lo normal (${value})`,
  noOther: (when) => `No hay ventas de ${when} para comparar.`,
  lastSold: (what, day) => `${what} se vendió por última vez el ${day}`,
  more: (n) => `… y ${n} más`,
  moved: { up: 'lo que subió', down: 'lo que bajó', both: 'cuánto cambió' },
  noneMoved: { up: 'Nada subió.', down: 'Nada bajó.' },
  movedFrom: (change, from, to) => `${change}, de ${from} a ${to}`,
  nothingFits: 'No hay nada así.',
  assumed: {
    month_to_date: 'Sin fecha, así que tomé este mes.',
    revenue: 'Lo tomé como ventas en dinero.',
    spelling: 'Lo leí como el nombre más parecido.',
    prior_period: 'Las mismas fechas de antes.',
  },
  impossible: {
    hours:
      'Tus archivos no traen la hora, así que no puedo separar por hora. Puedo por día o por día de la semana.',
    categories: 'Tus archivos no traen categorías. Puedo por producto o por color.',
    money:
      'Tus archivos no traen precios, así que no hay ventas en dinero. Puedo contar artículos.',
    quantity: 'Tus archivos no traen cantidades. Puedo decir las ventas en dinero.',
  },
  nearest: (word) => `Todavía no conozco ${word} en esta tienda.`,
  closest: (names) => `¿Quisiste decir ${names}?`,
  which: '¿Cuál de estos?',
  partly: 'No puedo con todo eso de una vez. Puedo decirte:',
  withoutIt: 'Sin eso',
  orWithout: (plan) => `O sin eso: ${plan}.`,
  kinds: { product: 'Producto', branch: 'Sucursal', color: 'Color', category: 'Categoría' },
  learned: (said, name) =>
    `Lo recordaré: ${said} es ${name}. Si no es así, escribe: olvida ${said}`,
  forgotten: (said, name) => `Listo, ${said} ya no significa ${name}.`,
  noneClose: 'Revisa el nombre, o escribe *productos* para ver lo que se vende.',
  branch: 'Todas las sucursales',
  noStock: (what) => `Todavía no tengo conteo de ${what}. Escribe por ejemplo: *stock rosa 120*.`,
  stock: (what, left) => `${what}: quedan ${left}`,
  declined: {
    not_sales:
      'Solo sé de las ventas de esta tienda 🙏 Prueba: *ventas de ayer* o *lo más vendido esta semana*.',
    injection:
      'Solo puedo responder sobre las ventas de esta tienda 🙏 Prueba: *ventas de ayer* o *sucursales este mes*.',
    destructive_action:
      'No cambio ni borro ventas con una pregunta. Para quitar un archivo, escribe *deshacer*.',
    no_cost_data:
      'Todavía no conozco tus costos, así que no puedo calcular la ganancia. Las ventas sí.',
    no_customer_data: 'Tus archivos no dicen quién compró. Puedo decir cuántos tickets hubo.',
    no_staff_data: 'Tus archivos no dicen quién vendió. Puedo comparar sucursales.',
    no_target_set: 'No hay una meta puesta. Puedo comparar con el mes pasado.',
    unsupported_metric: 'Tus archivos no dicen eso. Puedo decir ventas, artículos y tickets.',
  },
  thisWeek: {
    which: '¿Qué días de “ventas de esta semana”?',
    sinceMonday: 'Lun-hoy',
    lastDays: 'Últimos 7 días',
  },
}
