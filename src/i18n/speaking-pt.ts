import type { speakingEnglish } from './speaking-en.ts'

export const speakingPortuguese: typeof speakingEnglish = {
  buttons: {
    schedule: 'Ajustar horário',
    daily: (time) => `Todo dia às ${time}`,
    weekly: (day, time) => `${day.split('-')[0] ?? day} às ${time}`,
    off: 'Parar resumos',
    alerts: 'Ajustar alertas',
    resume: 'Retomar',
  },
  schedule: {
    title: 'O que envio por conta própria',
    daily: (time) => `Resumo todos os dias às ${time}`,
    weekly: (day, time) =>
      `Resumo da semana ${day.endsWith('feira') ? 'toda' : 'todo'} ${day} às ${time}`,
    none: 'Ainda não há resumos automáticos',
    quiet: (from, to) => `Silêncio das ${from} às ${to}`,
    quietButUrgent: (from, to) =>
      `Silêncio das ${from} às ${to}, a não ser que uma loja não venda nada`,
    notQuiet: 'Sem horário de silêncio',
    atMost: 'No máximo uma mensagem por dia, e nenhuma se não houver novidade.',
    how: 'Para mudar: *horário diário 9*, *não perturbe 22-6*, *stop*',
    hushed: 'Você pediu *stop*, então não envio nada. Escreva *retomar* para voltar a receber.',
    first: (day) => `Primeiro envio: ${day}. Sem vendas novas, não escrevo.`,
    inQuiet:
      'Cai no seu horário de silêncio; este chega assim mesmo, porque foi você que escolheu a hora.',
    off: 'Não envio mais resumos automáticos',
    alertsStay: 'Os alertas continuam como estão. Escreva *horário* para ver tudo.',
    quietNow: 'Se acontecer algo nesse tempo, conto depois.',
    urgentHow: (hours) => `Para urgências também à noite: *não perturbe ${hours} exceto urgente*`,
  },
  sentEarly: 'O arquivo veio antes de terminar aquele dia, então ainda não dá para comparar.',
  stopped:
    'Pronto, não escrevo mais por conta própria. Pode perguntar quando quiser; *retomar* ativa de novo.',
  resumed: 'Pronto, alertas e resumos voltam como antes.',
  lowStock: {
    title: (product, days) => `${product} dura ${days}`,
    days: (days) => {
      if (days < 1) return 'menos de um dia'
      return days === 1 ? '±1 dia' : `±${days} dias`
    },
    out: (product) => `${product} acabou`,
    detail: (left, perDay) => `restam ${left} · saem ±${perDay} por dia`,
    delivery: (days) => `a entrega leva ${days} ${days === 1 ? 'dia' : 'dias'}`,
    also: (list) => `Também está acabando: ${list}`,
    line: (list) => `Estoque baixo: ${list}`,
    item: (product, days) => `${product} (${days})`,
    itemOut: (product) => `${product} (acabou)`,
    muted:
      'Certo, não aviso mais quando o estoque estiver baixo. Digite *ativar alertas* para voltar.',
  },
}
