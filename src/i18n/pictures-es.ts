import type { Messages } from './en.ts'
import type { Spoken } from './locale.ts'
import { whole } from './numbers.ts'

/** What stands in the pictures and under them. */
export const picturesSpanish = (spoken: Spoken): Messages['pictures'] => {
  const figure = (n: number): string => whole(n, spoken)
  const count = (n: number, one: string, many: string): string =>
    `${figure(n)} ${n === 1 ? one : many}`
  return {
    shows: (what) => `🖼️ En la imagen: ${what}`,
    numbered: {
      product: (no) => `Producto ${figure(no)}`,
      branch: (no) => `Sucursal ${figure(no)}`,
      variant: (no) => `Tipo ${figure(no)}`,
    },
    is: (label, name) => `${label}: ${name}`,
    others: (n) => count(n, 'más', 'más'),
    forecast: (n) => `Pronóstico, ${count(n, 'día', 'días')}`,
    trend: {
      money: (span) => `Ventas netas por día, ${span}`,
      units: (span) => `Artículos vendidos por día, ${span}`,
      shows: (span) => `ventas día por día, ${span}`,
      marks: (n) => count(n, 'día raro marcado', 'días raros marcados'),
      ahead: (n) => `pronóstico de ${count(n, 'día', 'días')}`,
    },
    products: {
      headline: (n) => (n === 1 ? 'El más vendido' : `Los ${figure(n)} más vendidos`),
      part: (n, percent) =>
        n === 1
          ? `Es el ${percent} de todo lo vendido.`
          : `Estos ${figure(n)} son el ${percent} de todo lo vendido.`,
      shows: (n, most, least) =>
        n === 1 ? `un producto, ${most}` : `${figure(n)} productos, de ${most} a ${least}`,
    },
    branches: {
      money: (span) => `Ventas netas y su parte, ${span}`,
      units: (span) => `Artículos vendidos y su parte, ${span}`,
      gap: (first, last, times) => `${first} vende ${times} veces lo de ${last}.`,
      shows: (n, first, last) =>
        n === 1 ? `una sucursal, ${first}` : `${figure(n)} sucursales, de ${first} a ${last}`,
    },
    hours: {
      title: (when, amount) => `Hora más fuerte: ${when}, ${amount} en promedio`,
      peak: (hours, percent) =>
        `En toda la semana, la hora ${hours} trae el ${percent} de las ventas.`,
      headline: (when) => `Hora más fuerte: ${when}`,
      note: {
        money: (span) => `Promedio de ventas netas por hora, ${span}`,
        units: (span) => `Promedio de artículos por hora, ${span}`,
        sales: (span) => `Promedio de ventas por hora, ${span}`,
      },
      sales: (n) => `${n} ventas`,
      shows: (from, to) =>
        `cada hora de la semana de ${from} a ${to}, más oscuro es más movimiento`,
      none: 'Tus archivos no traen la *hora* de cada venta, así que no sé qué hora es la más fuerte.',
      noneNext: 'Elige un reporte con la hora de cada venta y mándalo.',
    },
    overview: {
      headline: (span, amount) => `${span}: ${amount}`,
      months: { money: 'Ventas por mes', units: 'Artículos por mes' },
      branches: { money: 'Ventas por sucursal', units: 'Artículos por sucursal' },
      products: (n) => (n === 1 ? 'El más vendido' : `Los ${figure(n)} más vendidos`),
      best: (month, amount) => `Mejor mes: ${month}, ${amount}`,
      partial: 'Columna punteada: mes incompleto.',
      shows: (parts) => `las ventas por ${parts}`,
      parts: { months: 'mes', branches: 'sucursal', products: 'producto' },
    },
  }
}
