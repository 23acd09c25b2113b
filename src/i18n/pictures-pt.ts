import type { Messages } from './en.ts'
import type { Spoken } from './locale.ts'
import { whole } from './numbers.ts'

/** What stands in the pictures and under them. */
export const picturesPortuguese = (spoken: Spoken): Messages['pictures'] => {
  const figure = (n: number): string => whole(n, spoken)
  const count = (n: number, one: string, many: string): string =>
    `${figure(n)} ${n === 1 ? one : many}`
  return {
    shows: (what) => `🖼️ Na imagem: ${what}`,
    numbered: {
      product: (no) => `Produto ${figure(no)}`,
      branch: (no) => `Loja ${figure(no)}`,
      variant: (no) => `Tipo ${figure(no)}`,
    },
    is: (label, name) => `${label}: ${name}`,
    others: (n) => count(n, 'outro', 'outros'),
    forecast: (n) => `Previsão, ${count(n, 'dia', 'dias')}`,
    trend: {
      money: (span) => `Vendas líquidas por dia, ${span}`,
      units: (span) => `Itens vendidos por dia, ${span}`,
      shows: (span) => `vendas dia a dia, ${span}`,
      marks: (n) => count(n, 'dia fora do normal marcado', 'dias fora do normal marcados'),
      ahead: (n) => `previsão de ${count(n, 'dia', 'dias')}`,
    },
    products: {
      headline: (n) => (n === 1 ? 'O mais vendido' : `Os ${figure(n)} mais vendidos`),
      part: (n, percent) =>
        n === 1
          ? `É ${percent} de tudo o que vendeu.`
          : `Estes ${figure(n)} são ${percent} de tudo o que vendeu.`,
      shows: (n, most, least) =>
        n === 1 ? `um produto, ${most}` : `${figure(n)} produtos, de ${most} a ${least}`,
    },
    branches: {
      money: (span) => `Vendas líquidas e sua parte, ${span}`,
      units: (span) => `Itens vendidos e sua parte, ${span}`,
      gap: (first, last, times) => `${first} vende ${times} vezes o que vende ${last}.`,
      shows: (n, first, last) =>
        n === 1 ? `uma loja, ${first}` : `${figure(n)} lojas, de ${first} a ${last}`,
    },
    hours: {
      title: (when, amount) => `Hora mais forte: ${when}, ${amount} em média`,
      peak: (hours, percent) => `Na semana toda, a hora ${hours} traz ${percent} das vendas.`,
      headline: (when) => `Hora mais forte: ${when}`,
      note: {
        money: (span) => `Média de vendas líquidas por hora, ${span}`,
        units: (span) => `Média de itens por hora, ${span}`,
        sales: (span) => `Média de vendas por hora, ${span}`,
      },
      sales: (n) => `${n} vendas`,
      shows: (from, to) =>
        `cada hora da semana, das ${from} às ${to}, mais escuro é mais movimento`,
      none: 'Seus arquivos não trazem a *hora* das vendas, então não sei qual hora é a mais forte.',
      noneNext: 'Escolha um relatório com a hora de cada venda e mande aqui.',
    },
    overview: {
      headline: (span, amount) => `${span}: ${amount}`,
      months: { money: 'Vendas por mês', units: 'Itens por mês' },
      branches: { money: 'Vendas por loja', units: 'Itens por loja' },
      products: (n) => (n === 1 ? 'O mais vendido' : `Os ${figure(n)} mais vendidos`),
      best: (month, amount) => `Melhor mês: ${month}, ${amount}`,
      partial: 'Coluna tracejada: mês incompleto.',
      shows: (parts) => `as vendas por ${parts}`,
      parts: { months: 'mês', branches: 'loja', products: 'produto' },
    },
  }
}
