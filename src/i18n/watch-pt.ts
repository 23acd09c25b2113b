import type { watchEnglish } from './watch-en.ts'

export const watchPortuguese: typeof watchEnglish = {
  buttons: {
    later: 'Mando depois',
    missing: 'Falta o arquivo',
    alertsOn: 'Alertas normais',
    alertsLess: 'Menos alertas',
    alertsMore: 'Mais alertas',
    alertsOff: 'Sem alertas',
  },
  also: (list) => `Também: ${list}`,
  slump: {
    down: (who, percent) => `${who}: aos poucos ${percent} a menos`,
    up: (who, percent) => `${who}: aos poucos ${percent} a mais`,
  },
  level: {
    down: (who, percent) => `${who}: ${percent} a menos, e continua assim`,
    up: (who, percent) => `${who}: ${percent} a mais, e continua assim`,
  },
  since: (day) => `desde ${day}`,
  perDay: (actual, usual) => `±${actual} por dia, antes ±${usual}`,
  slumpNote: 'Nenhum dia chama atenção, por isso é fácil não perceber.',
  levelNote: 'Daqui em diante tomo isso como o normal e não aviso mais.',
  everywhere: {
    down: (most) => `quase todos os produtos caem, principalmente ${most}`,
    up: (most) => `quase todos os produtos sobem, principalmente ${most}`,
  },
  price: {
    fewer: (percent) => `as unidades vendidas caíram ${percent}`,
    more: (percent) => `as unidades vendidas subiram ${percent}`,
    cheaper: (percent) => `o preço médio caiu ${percent}`,
    dearer: (percent) => `o preço médio subiu ${percent}`,
  },
  reminder: {
    title: (when) => `Falta o arquivo de vendas: ${when}`,
    ask: (day) => `O último vai até ${day}. A loja fechou, ou falta mandar o arquivo?`,
    next: 'É só mandar aqui, nada conta em dobro.',
    line: (day) => `o último arquivo vai até ${day}`,
    answered: {
      closed: 'Anotado: *loja fechada*. Esses dias não contam como quedas.',
      later: 'Certo, mande quando puder. Não pergunto de novo.',
      mute: 'Certo, não pergunto mais por arquivos que faltam. Digite *ativar alertas* para voltar.',
    },
  },
  settings: {
    level: {
      off: 'Alertas desligados',
      less: 'Menos alertas',
      usual: 'Alertas normais',
      more: 'Mais alertas',
    },
    budget: (perMonth) =>
      `Cerca de ${perMonth} por mês, nunca mais de um por dia, e só quando importa.`,
    stillThere:
      'Você sempre pode pedir *resumo* ou *por quê*. Digite *ativar alertas* para eu voltar a avisar.',
    lately: (count) => {
      if (count === 0) return 'Nenhum alerta nos últimos 30 dias.'
      return `${count} ${count === 1 ? 'alerta' : 'alertas'} nos últimos 30 dias.`
    },
    useful: (useful, labelled) =>
      `Dos últimos ${labelled} que você avaliou, ${useful} valeram a pena.`,
    stopped: 'Paro de mandar alertas por enquanto',
  },
  labelled: {
    missing: 'Anotado: *falta o arquivo*. Mande aqui e o dia fica completo.',
  },
  muteAsk: 'Se não quiser mais saber disso, toque abaixo.',
}
