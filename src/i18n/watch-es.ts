import type { watchEnglish } from './watch-en.ts'

export const watchSpanish: typeof watchEnglish = {
  buttons: {
    later: 'Luego lo envío',
    missing: 'Falta el archivo',
    alertsOn: 'Alertas normales',
    alertsLess: 'Menos alertas',
    alertsMore: 'Más alertas',
    alertsOff: 'Sin alertas',
  },
  also: (list) => `También: ${list}`,
  slump: {
    down: (who, percent) => `${who}: poco a poco ${percent} menos`,
    up: (who, percent) => `${who}: poco a poco ${percent} más`,
  },
  level: {
    down: (who, percent) => `${who}: ${percent} menos, y así se queda`,
    up: (who, percent) => `${who}: ${percent} más, y así se queda`,
  },
  since: (day) => `desde el ${day}`,
  perDay: (actual, usual) => `±${actual} al día, antes ±${usual}`,
  slumpNote: 'Ningún día llama la atención, por eso es fácil no verlo.',
  levelNote: 'Desde ahora lo tomo como lo normal y no te aviso más por esto.',
  everywhere: {
    down: (most) => `casi todos los productos bajan, sobre todo ${most}`,
    up: (most) => `casi todos los productos suben, sobre todo ${most}`,
  },
  price: {
    fewer: (percent) => `las unidades vendidas bajaron ${percent}`,
    more: (percent) => `las unidades vendidas subieron ${percent}`,
    cheaper: (percent) => `el precio promedio bajó ${percent}`,
    dearer: (percent) => `el precio promedio subió ${percent}`,
  },
  reminder: {
    title: (when) => `Falta el archivo de ventas: ${when}`,
    ask: (day) => `El último llega hasta el ${day}. ¿Estuvo cerrado, o falta enviar el archivo?`,
    next: 'Solo envíalo aquí, nada se cuenta dos veces.',
    line: (day) => `el último archivo llega hasta el ${day}`,
    answered: {
      closed: 'Anotado: *estuvo cerrado*. Esos días no cuentan como bajas.',
      later: 'Claro, envíalo cuando puedas. No vuelvo a preguntar.',
      mute: 'Listo, ya no pregunto por archivos que faltan. Escribe *activar alertas* para volver.',
    },
  },
  settings: {
    level: {
      off: 'Alertas apagadas',
      less: 'Menos alertas',
      usual: 'Alertas normales',
      more: 'Más alertas',
    },
    budget: (perMonth) =>
      `Unas ${perMonth} al mes, nunca más de una al día, y solo cuando importa.`,
    stillThere:
      'Siempre puedes pedir *resumen* o *por qué*. Escribe *activar alertas* para que vuelva a avisarte.',
    lately: (count) => {
      if (count === 0) return 'Ninguna alerta en los últimos 30 días.'
      return `${count} ${count === 1 ? 'alerta' : 'alertas'} en los últimos 30 días.`
    },
    useful: (useful, labelled) =>
      `De las últimas ${labelled} que calificaste, ${useful} valieron la pena.`,
    stopped: 'Dejo de mandar alertas por ahora',
  },
  labelled: {
    missing: 'Anotado: *falta el archivo*. Envíalo aquí y el día queda completo.',
  },
  muteAsk: 'Si no quieres saber más de esto, toca abajo.',
}
