import type { speakingEnglish } from './speaking-en.ts'

export const speakingSpanish: typeof speakingEnglish = {
  buttons: {
    schedule: 'Ajustar horario',
    daily: (time) => `Diario a las ${time}`,
    weekly: (day, time) => `${day} a las ${time}`,
    off: 'Quitar resúmenes',
    alerts: 'Ajustar alertas',
    resume: 'Reanudar',
  },
  schedule: {
    title: 'Lo que envío por mi cuenta',
    daily: (time) => `Resumen todos los días a las ${time}`,
    weekly: (day, time) => `Resumen de la semana cada ${day} a las ${time}`,
    none: 'Aún no hay resúmenes automáticos',
    quiet: (from, to) => `Silencio de ${from} a ${to}`,
    quietButUrgent: (from, to) =>
      `Silencio de ${from} a ${to}, salvo que una sucursal no venda nada`,
    notQuiet: 'Sin horas de silencio',
    atMost: 'Como mucho un mensaje al día, y ninguno si no hay nada nuevo.',
    how: 'Para cambiar: *horario diario 9*, *no molestar 22-6*, *stop*',
    hushed: 'Pediste *stop*, así que no envío nada. Escribe *reanudar* para volver a recibirlo.',
    first: (day) => `El primero llega el ${day}. Si no hay ventas nuevas, no escribo.`,
    inQuiet: 'Cae en tus horas de silencio; este llega igual, porque la hora la elegiste tú.',
    off: 'Ya no envío resúmenes automáticos',
    alertsStay: 'Las alertas siguen como están. Escribe *horario* para ver todo.',
    quietNow: 'Si pasa algo mientras tanto, te lo cuento después.',
    urgentHow: (hours) => `Para lo urgente también de noche: *no molestar ${hours} salvo urgente*`,
  },
  sentEarly: 'El archivo se envió antes de terminar ese día, así que aún no se compara.',
  stopped:
    'Listo, ya no te escribo por mi cuenta. Puedes preguntarme cuando quieras; *reanudar* lo activa otra vez.',
  resumed: 'Listo, las alertas y los resúmenes vuelven como antes.',
  lowStock: {
    title: (product, days) => `${product} alcanza para ${days}`,
    days: (days) => {
      if (days < 1) return 'menos de un día'
      return days === 1 ? '±1 día' : `±${days} días`
    },
    out: (product) => `${product} se agotó`,
    detail: (left, perDay) => `quedan ${left} · se venden ±${perDay} al día`,
    delivery: (days) => `el pedido tarda ${days} ${days === 1 ? 'día' : 'días'}`,
    also: (list) => `También queda poco: ${list}`,
    line: (list) => `Queda poco: ${list}`,
    item: (product, days) => `${product} (${days})`,
    itemOut: (product) => `${product} (agotado)`,
    muted: 'Listo, ya no aviso cuando quede poco. Escribe *activar alertas* para volver.',
  },
}
