import { askedPortuguese } from './asked-pt.ts'
import { capital } from './capital.ts'
import { dashboardPortuguese } from './dashboard-pt.ts'
import { documentPortuguese } from './document-pt.ts'
import type { Messages } from './en.ts'
import { goodsPortuguese } from './goods-pt.ts'
import type { Spoken } from './locale.ts'
import { modelPortuguese } from './model-pt.ts'
import { whole } from './numbers.ts'
import { peoplePortuguese } from './people-pt.ts'
import { picturesPortuguese } from './pictures-pt.ts'
import { proofPt } from './proof-pt.ts'
import { aDay, capitalOnDay, isMasculine, onDay } from './pt-days.ts'
import { soldPt } from './sold-pt.ts'
import { speakingPortuguese } from './speaking-pt.ts'
import { watchPortuguese } from './watch-pt.ts'

/**
 * What we say in Portuguese: as a Brazilian shopkeeper talks, with `você`, short and warm. Figures
 * inside sentences are grouped as the shop's country writes them.
 */
export const portuguese = (spoken: Spoken): Messages => {
  const pens = pensOf(spoken)
  return {
    languageName: 'Português',
    buttons,
    seeRows: (n) => (n === 1 ? 'Ver a linha' : `Ver ${pens.rows(n)}`),
    welcome,
    periods,
    basis: basis(pens),
    receipt: receipt(pens),
    problems,
    when: moments,
    refused,
    question: questions,
    compare: comparing,
    summary: summary(pens),
    products: productWords,
    branches: branchWords,
    forecast: forecast(pens),
    days: dayWords,
    restock: restock(pens),
    watch: watchPortuguese,
    asked: askedPortuguese,
    model: modelPortuguese,
    speaking: speakingPortuguese,
    alert: alerts,
    why: whyWords,
    report: reports,
    narrative,
    chart,
    token: tokens(pens),
    uploads: uploads(pens),
    stock: stockLists(pens),
    goods: goodsPortuguese(spoken),
    sold: soldPt,
    proof: proofPt,
    people: peoplePortuguese,
    dashboard: dashboardPortuguese,
    pictures: picturesPortuguese(spoken),
    document: documentPortuguese,
    replace: replacing,
    undo,
    rows: rowWords(pens),
    exportHelp,
    sample: samples,
    help: helping,
    menu,
    language: languages,
    thanks,
    unclear,
    unreadable,
    tooBig,
    tooFast:
      'Chegaram muitas mensagens de uma vez 🙏 Respondo as primeiras. Daqui em diante não li nada; mande de novo em *um minuto*.',
    stranger: 'Olá 🙏 Este número atende só lojas cadastradas, então não posso mostrar nada aqui.',
    setAside: setAside(pens),
    noData,
    privacy,
  }
}

/** Things counted, as the shop's country writes figures. */
type Pens = ReturnType<typeof pensOf>

const pensOf = (spoken: Spoken) => {
  const figure = (n: number): string => whole(n, spoken)
  const count = (n: number, one: string, many: string): string =>
    `${figure(n)} ${n === 1 ? one : many}`
  const rows = (n: number): string => count(n, 'linha', 'linhas')
  const days = (n: number): string => count(n, 'dia', 'dias')
  const sales = (n: number): string => count(n, 'venda', 'vendas')
  const branches = (n: number): string => count(n, 'loja', 'lojas')
  const products = (n: number): string => count(n, 'produto', 'produtos')

  return { figure, count, rows, days, sales, branches, products }
}

/** A quantity already written: `1 unidade`, `38 unidades`, `51-69 unidades`. */
const things = (quantity: string, one: string, many: string): string =>
  `${quantity} ${quantity === '1' ? one : many}`

const buttons: Messages['buttons'] = {
  menu: 'Menu',
  summary: 'Resumo',
  forecast: 'Previsão',
  sevenDays: '7 dias',
  restock: 'O que comprar',
  restockWhy: 'Por que tanto?',
  products: 'Produtos',
  chart: 'Gráfico',
  why: 'Por quê?',
  whyUp: 'Por que subiu?',
  whyDown: 'Por que caiu?',
  uploads: 'Meus arquivos',
  sample: 'Ver exemplo',
  exportHelp: 'Como exportar',
  help: 'Ajuda',
  undo: 'Desfazer',
  undoLatest: 'Desfazer o último',
  undoFile: 'Desfazer arquivo',
  replaceDays: 'Substituir os dias',
  otherLanguage: 'English',
  closed: 'Loja fechada',
  normal: 'É normal',
  promo: 'Teve promoção',
  mute: 'Não lembrar mais',
  details: 'Ver detalhes',
  deleteData: 'Apagar meus dados',
  deleteConfirm: 'Sim, apagar tudo',
  keep: 'Não, manter',
  sales: 'Vendas',
  stock: 'Estoque',
  countRows: 'Contar',
  leaveOut: 'Não contar',
  countOnce: 'Contar uma vez',
  newToken: 'Novo token',
  tokens: 'Meus tokens',
  eventTomorrow: 'Evento amanhã',
  chartTrend: 'Gráfico por dia',
  chartProducts: 'Gráfico produtos',
  chartBranches: 'Gráfico lojas',
  chartHours: 'Gráfico por hora',
  chartOverview: 'Gráfico completo',
  reportPdf: 'Relatório PDF',
  reportExcel: 'Relatório Excel',
  changeStock: 'Mudar estoque',
  ordered: 'Já comprei',
  knownStock: 'Ver estoque',
  newProduct: 'Produto novo',
  supply: 'Como compro',
  costHow: 'Informar custos',
}

const welcome: Messages['welcome'] = {
  hello: 'Oi 👋 Eu ajudo a cuidar das vendas da sua loja.',
  sendFile: (file) => `Mande o ${file} do seu caixa (CSV/Excel) aqui no chat. Eu leio na hora.`,
  file: 'arquivo de vendas',
  privacy: (command) => `Os dados são só para a sua loja. Digite ${command} quando quiser.`,
  deleteCommand: 'apagar dados',
  helloAgain: 'Oi 👋 Tudo pronto por aqui.',
  ask: 'Pergunte o que quiser, por exemplo: *vendas de ontem* ou *o que comprar*.',
}

const periods: Messages['periods'] = {
  today: 'hoje',
  yesterday: 'ontem',
  week: 'esta semana',
  month: 'este mês',
  'last-week': 'semana passada',
  'last-month': 'mês passado',
}

const basis = ({ sales, branches }: Pens): Messages['basis'] => ({
  line: (parts) => `Base: ${parts}`,
  sales,
  branches,
  until: (clock) => `até ${clock}`,
})

const receipt = ({
  figure,
  count,
  rows,
  sales,
  branches,
  products,
}: Pens): Messages['receipt'] => ({
  read: (file) => `✅ ${file} lido`,
  sales,
  items: (quantity) => things(quantity, 'item', 'itens'),
  branches,
  products,
  skipped: (n, reasons) => `${count(n, 'linha ignorada', 'linhas ignoradas')} (${reasons})`,
  reason: (n, reason) => `${figure(n)} ${reason}`,
  totals: (n) =>
    n === 1 ? '1 linha de TOTAL não contada' : `${figure(n)} linhas de TOTAL não contadas`,
  refunds: (gross, refunds, n) =>
    `Líquido: bruto ${gross} menos devoluções ${refunds} (${rows(n)})`,
  refundRows: (n) => `Inclui ${rows(n)} de devolução`,
  noMoney: 'Não há coluna de preço, então ainda não dá para calcular o faturamento.',
  noQuantity: 'Não há coluna de quantidade, então ainda não dá para contar os itens vendidos.',
  nothing: (file) => `🙏 Abri ${file}, mas não há nenhuma linha que eu possa contar`,
  nothingNext: 'Veja as linhas ignoradas, corrija o arquivo e mande de novo.',
  again: (when) => `Este arquivo já entrou ${when}, então *nada conta em dobro* 👍`,
  allKnown: 'Tudo deste arquivo já estava aqui, então *nada conta em dobro* 👍',
  shared: (n) =>
    `${n === 1 ? '1 dos seus dias já tinha' : `${figure(n)} dos seus dias já tinham`} outras vendas; estas foram somadas. Se for uma *correção*, toque em Substituir os dias.`,
  added: (n) => (n === 1 ? '1 venda nova adicionada.' : `${figure(n)} vendas novas adicionadas.`),
  overlap: (n) =>
    `${n === 1 ? '1 linha já estava' : `${figure(n)} linhas já estavam`} aqui, então *nada conta em dobro* 👍`,
})

const problems: Messages['problems'] = {
  'no-date': 'sem data',
  'bad-date': 'com data ilegível',
  'bad-number': 'com número ilegível',
  'no-product': 'sem produto',
  'no-amount': 'sem quantidade nem preço',
  'broken-line': 'com a linha quebrada',
  'out-of-range': 'com valor impossível',
  'not-sold': 'não paga ou cancelada',
  'left-out': 'fora, como você disse',
}

const moments: Messages['when'] = {
  justNow: 'agora há pouco',
  earlyToday: 'hoje de madrugada',
  morning: 'hoje de manhã',
  midday: 'hoje perto do meio-dia',
  afternoon: 'hoje à tarde',
  evening: 'hoje à noite',
  yesterday: 'ontem',
  on: onDay,
}

const refused: Messages['refused'] = {
  title: (file) => `🙏 Ainda não consigo ler ${file}`,
  unnamed: 'este arquivo',
  reasons: {
    empty: {
      what: 'O arquivo está vazio.',
      next: 'Exporte de novo do seu caixa e mande aqui.',
    },
    'html-page': {
      what: 'É uma página da web, não um arquivo de dados. Acontece quando se baixa sem entrar na conta.',
      next: 'Entre no seu sistema de caixa, baixe o CSV ou Excel e mande esse.',
    },
    pdf: {
      what: 'Um PDF é como uma foto do relatório: os números não podem ser lidos com segurança.',
      next: 'No mesmo menu de exportar escolha *CSV* ou *Excel* e mande esse.',
    },
    image: {
      what: 'É uma imagem, e números lidos de uma imagem podem sair errados.',
      next: 'Mande o arquivo *CSV* ou *Excel* do seu caixa.',
    },
    spreadsheet: {
      what: 'Esta planilha está danificada, tem senha ou é de um tipo que não consigo abrir.',
      next: 'Salve como *.xlsx* ou *CSV* sem senha e mande essa.',
    },
    archive: {
      what: 'É um arquivo compactado com senha ou com mais de um arquivo dentro.',
      next: 'Mande só o arquivo de vendas; um ZIP com esse único arquivo também serve.',
    },
    binary: {
      what: 'Não há nenhuma tabela dentro.',
      next: 'Mande o arquivo de vendas do seu caixa em *CSV* ou *Excel*.',
    },
    'no-header': {
      what: 'Não encontro a linha com os nomes das colunas.',
      next: 'Ponha os nomes na primeira linha, por exemplo: data, produto, quantidade, preço.',
    },
    'no-date-column': {
      what: 'Não há coluna de *data*, então as vendas ficam sem dia.',
      next: 'Escolha o relatório de *vendas detalhadas* (uma linha por item, com a data) e mande.',
    },
    'no-sales-column': {
      what: 'Não há coluna de *quantidade* nem de *preço*.',
      next: 'Escolha o relatório de *vendas detalhadas* com quantidade ou preço e mande.',
    },
    'not-sales': {
      what: 'Parece outra coisa e não vendas, por exemplo uma lista de estoque.',
      next: 'Mande o relatório de *vendas* ou *transações* do seu caixa.',
    },
    purchases: {
      what: 'É uma lista do que a loja comprou de fornecedores, não do que vendeu.',
      next: 'Mande o relatório de *vendas* ou *transações* do seu caixa.',
    },
    'mixed-currencies': {
      what: 'Traz valores em mais de uma moeda, e não dá para somar.',
      next: 'Exporte uma moeda por vez e mande a da sua loja.',
    },
    'too-big': {
      what: 'O arquivo é grande demais para uma vez só.',
      next: 'Exporte mês a mês e mande as partes; nada conta em dobro.',
    },
    'other-currency': {
      what: 'O dinheiro dele está em outra moeda que a da sua loja, e não dá para somar as duas.',
      next: 'Mande o arquivo na moeda da sua loja.',
    },
    'not-fetched': {
      what: 'O WhatsApp não me entregou o arquivo.',
      next: 'Mande mais uma vez, por favor. Nada foi contado.',
    },
  },
}

const questions: Messages['question'] = {
  'date-order': (example) => `Neste arquivo, que data é ${example}?`,
  'money-column': () => 'Qual coluna é o dinheiro que você recebeu?',
  sheet: () => 'Em qual aba estão as vendas?',
  year: (example) => `Neste arquivo, de que ano é ${example}?`,
  'sales-or-stock': (example) => `O que ${example} conta neste arquivo?`,
  'stated-total': (example) =>
    `O total do arquivo e a soma das linhas não batem: ${example}. Podem faltar linhas, então nada foi contado ainda. Conto as linhas como estão, ou você envia o arquivo completo?`,
  'repeated-sales': (example) =>
    `O recibo ${example} repete a mesma venda em várias linhas e só muda o pagamento. Cada venda conta uma vez?`,
  'running-total': (example) =>
    `Os valores de ${example} só crescem, como um acumulado; somá-los contaria as vendas várias vezes. Nada foi contado ainda. Cada linha é a própria venda?`,
  'odd-lines': (example) =>
    `Linhas como ${example} são diferentes das outras vendas do arquivo. Elas contam como vendas?`,
  'many-skipped': (example) =>
    `Não consigo ler ${example} linhas deste arquivo, então nada foi contado ainda. Conto as outras, ou você envia outra exportação?`,
}

const comparing: Messages['compare'] = {
  up: (percent, what) => `▲ ${percent} a mais que ${what}`,
  down: (percent, what) => `▼ ${percent} a menos que ${what}`,
  flat: (what) => `≈ Parecido com ${what}`,
  weekday: (day, money) => `${aDay(day)} normal (${money})`,
  previous: (money) => `o período anterior (${money})`,
  elapsed: (what, until) => `${what}, ambos até ${until}`,
  running: 'Ainda não terminou, então por enquanto não comparo.',
}

const summary = ({ figure, count, rows, days }: Pens): Messages['summary'] => ({
  title: (when, amount) => `${capital(when)}: ${amount}`,
  itemsSold: (quantity) => things(quantity, 'item vendido', 'itens vendidos'),
  noMoney: 'Sem coluna de preço no arquivo não dá para saber o faturamento.',
  refunds: (gross, refunds, n) =>
    `Líquido: bruto ${gross} menos devoluções ${refunds} (${rows(n)})`,
  best: (name, amount) => `Mais vendido: ${name}, ${amount}`,
  sold: (quantity) => things(quantity, 'unidade', 'unidades'),
  rising: (name, gain) => `Subindo: ${name} +${gain}`,
  slow: (name, how) => `Parado: ${name}, ${how}`,
  quietDays: (n) => `${days(n)} sem vender`,
  quietWeeks: (n) => `${count(n, 'semana', 'semanas')} sem vender`,
  least: (name, quantity) => `Menos vendido: ${name}, ${quantity} em 28 dias`,
  branches: (shares) => `Lojas: ${shares}`,
  variant: (kind, name) => `Preferência (${kind}): ${name}`,
  variantKind: 'variação',
  more: (n) => `+${figure(n)}`,
  trendUp: (percent) => `Tendência de 4 semanas: ▲ ${percent}`,
  trendDown: (percent) => `Tendência de 4 semanas: ▼ ${percent}`,
  trendFlat: 'Tendência de 4 semanas: estável',
})

const productWords: Messages['products'] = {
  title: (name, amount) => `${name} é o mais vendido: ${amount}`,
  none: 'O arquivo não traz nomes de produtos, então não dá para ordenar.',
}

const branchWords: Messages['branches'] = {
  title: (name, money, share) => `${name} está na frente: ${money} (${share})`,
  none: 'O arquivo não traz coluna de loja, então tudo conta como uma loja só.',
  noneNext: 'Escolha um relatório que traga a loja ou filial e eu separo para você.',
}

const forecast = ({ count, days }: Pens): Messages['forecast'] => ({
  tomorrow: (day) => `Amanhã (${day})`,
  today: (day) => `Hoje (${day})`,
  days: (n) => (n === 1 ? 'Próximo dia' : `Próximos ${days(n)}`),
  items: (range) => things(range, 'item', 'itens'),
  about: (amount) => `cerca de ${amount}`,
  likely: (amount) => `Mais provável: ${amount}`,
  revenue: (range) => `faturamento ${range}`,
  scoreDay: (day) => `${capitalOnDay(day)} ${isMasculine(day) ? 'passado' : 'passada'}`,
  score: (day, range, actual) => `${day} eu disse ${range} e você vendeu ${actual}`,
  missed: 'dessa vez errei',
  closed: 'fechado',
  usuallyClosed: (day) => `${capital(day)}: normalmente fechado`,
  nextOpen: (day, amount) => `Próximo dia aberto, ${day}: ${amount}`,
  toldClosed: (day) => `${capital(day)}: fechado, como você disse`,
  holidayClosed: (day, name) => `${capital(day)}: ${name}, você costuma fechar`,
  yearlyClosed: (day) => `${capital(day)}: provavelmente fechado, como no ano passado`,
  event: (note) =>
    `Tem um evento nesse dia${note}: é o primeiro que conheço, então a faixa é larga.`,
  eventUsual: (note, percent) => `Tem um evento nesse dia${note}: costuma dar ${percent}.`,
  occasion: (name, percent) => `${name}: costuma dar ${percent}.`,
  firstOccasion: (name) => `${name} pela primeira vez nos seus dados, então a faixa é larga.`,
  more: (percent) => `${percent} a mais`,
  less: (percent) => `${percent} a menos`,
  asleep: (name) => `${name} parou de vender, então não espero nenhum.`,
  rare: (name) => `${name} vende menos de uma vez a cada dez dias.`,
  young: (name) => `${name} é novo, então é uma estimativa aproximada.`,
  of: (name, amount) => `${name} ${amount}`,
  tested: (day, range, actual) => `Teste ${onDay(day)}: ${range}, e você vendeu ${actual}`,
  beyond: (n) => `Vejo até ${days(n)} à frente.`,
  rough: 'Ainda há pouco histórico, é uma estimativa aproximada.',
  weeks: (n) => count(n, 'semana', 'semanas'),
  openDays: (n) => count(n, 'dia aberto', 'dias abertos'),
  basis: (history, until) => `Base: ${history} até ${until}.`,
  noEvents: 'Não inclui eventos especiais.',
  tooLittle: 'Ainda não há histórico para fazer previsão.',
  tooLittleNext:
    'Mande arquivos de vendas mais antigos, de duas semanas ou mais. Quanto mais, melhor.',
})

const dayWords: Messages['days'] = {
  noted: (what) => `🗓️ Anotado: ${what}`,
  sentence: (when, what) => `${when}: ${what}`,
  closed: 'fechado',
  open: 'aberto',
  event: 'evento',
  branch: (name) => `na loja ${name},`,
  closedAhead: 'Não espero vendas nesse dia, e não vou perguntar por que está vazio.',
  openAhead: 'Vou prever como um dia de venda.',
  eventAhead: 'Alargo a faixa desse dia, e ele não vai contar como um dia normal.',
  past: 'Não conto como um dia normal.',
  list: 'Dias especiais que conheço',
  none: 'Nenhum dia especial anotado.',
  how: 'É só digitar: *amanhã fechamos* ou *evento no sábado*.',
  forgotten: (what) => `↩️ Não vale mais: ${what}`,
  gone: 'Isso já tinha sido retirado, nada mudou.',
  unknownBranch: (name, known) => `Não conheço uma loja “${name}”. Há: ${known}.`,
  noBranches: (name) => `Seus arquivos não trazem lojas, então não encontro “${name}”.`,
  wasClosed: (when) => `${capital(when)}: fechado, como você disse`,
  wasEvent: (note) => `Teve um evento${note}, então não é um dia normal.`,
}

const tokens = ({ count, figure }: Pens): Messages['token'] => ({
  title: (n) => count(n, 'token de API', 'tokens de API'),
  none: 'Nenhum token de API ainda.',
  what: 'Com um token, seu caixa ou seu site manda as vendas sozinho, sem passar pelo chat.',
  made: (day) => `criado ${onDay(day)}`,
  used: (day) => `usado pela última vez ${onDay(day)}`,
  unused: 'nunca usado',
  until: (day) => `até ${day}`,
  untilDay: (day) => `Funciona até ${day}.`,
  more: (n) => `+${figure(n)}`,
  revokeHint: 'Para encerrar um: *apagar token 1*',
  fresh: (name) => `Novo token: ${name}`,
  once: 'Só aparece esta vez. Coloque no programa e depois apague esta mensagem.',
  notKept: '(a chave não fica guardada; perdeu? digite *token novo*)',
  use: 'Como mandar vendas com ele: veja /docs no endereço do seu Shopbell.',
  gone: (name) => `O token ${name} não abre mais nada.`,
  unknown: 'Não há token com esse número. Veja a lista e tente de novo.',
  full: (max) => `Já há ${max} tokens. Primeiro encerre um que não usa.`,
})

const restock = ({ figure, days, products }: Pens): Messages['restock'] => ({
  order: (n) => `Compre hoje: ${products(n)}`,
  prepare: (n, dayCount) => `Deixe pronto para ${days(dayCount)}: ${products(n)}`,
  onHand: (quantity) => `sobram ${quantity}`,
  perDay: (quantity) => `vende ±${quantity}/dia`,
  more: (n) => `+${figure(n)}`,
  reduce: (names) => `Compre menos: ${names}`,
  reduced: (name, now, before) => `${name} (${now}, antes ${before})`,
  reducedQuiet: (name, quiet) => `${name} (${quiet})`,
  enough: 'O estoque está bom, hoje não precisa comprar',
  whyTitle: (name, amount) => `Por que ${amount} de ${name}?`,
  whyRecent: (dayCount, quantity) =>
    `${dayCount === 1 ? 'Último dia' : `Últimos ${days(dayCount)}`}: ${things(quantity, 'vendido', 'vendidos')}`,
})

const alerts: Messages['alert'] = {
  shop: 'Vendas',
  branch: (name) => `Loja ${name}`,
  down: (who, money) => `${who}: ${money} a menos`,
  up: (who, money) => `${who}: ${money} a mais`,
  zero: (who) => `${who}: sem vendas`,
  yesterday: 'ontem',
  today: 'hoje',
  on: onDay,
  usual: (actual, day, range) => `${actual}; ${aDay(day)} costuma ser ${range}`,
  usualOnly: (day, range) => `${aDay(day)} costuma ser ${range}`,
  downTo: (what, actual) => `${what}, fica em ${actual}`,
  zeroAsk: 'Fechou, ou falta mandar o arquivo?',
  othersNormal: 'As outras lojas estão normais.',
  labelled: {
    closed: 'Anotado: *loja fechada*. Esse dia não conta mais como um dia normal.',
    normal: 'Anotado: *é normal*. Esse dia continua contando como o comum da sua loja.',
    promo: 'Anotado: *teve promoção*. Esse dia não conta mais como um dia normal.',
    mute: 'Certo, deste eu não lembro mais.',
  },
  gone: 'Esse alerta não está mais aqui. Os números mais recentes estão no resumo.',
}

const whyWords: Messages['why'] = {
  up: (when, money) => `${capital(when)}: ${money} a mais`,
  down: (when, money) => `${capital(when)}: ${money} a menos`,
  flat: (when) => `${capital(when)}: mais ou menos como sempre`,
  against: (actual, expected) => `${actual}, normalmente ${expected}`,
  causes: (list) => `Causa principal: ${list}`,
  slice: (who, actual, expected) => `${who} ${actual} (normalmente ${expected})`,
  half: 'pela metade',
  fewerBuyers: (percent) => `o número de compradores caiu ${percent}`,
  moreBuyers: (percent) => `o número de compradores subiu ${percent}`,
  smallerBasket: (percent) => `o gasto por comprador caiu ${percent}`,
  biggerBasket: (percent) => `o gasto por comprador subiu ${percent}`,
  rest: (percent) => `Os outros ${percent} vêm de outras mudanças.`,
  buyers: 'o número de compradores',
  basket: 'o gasto por comprador',
  noCause: 'Nenhum produto ou loja se destaca sozinho.',
  unknown: 'Ainda não há um dia comparável, então não sei dizer por quê.',
  unknownNext: 'Mande arquivos de vendas mais antigos e eu comparo.',
}

const reports: Messages['report'] = {
  title: (when) => `Relatório: ${when}`,
  summary: 'Resumo',
  stock: 'Estoque',
  story: 'Em poucas palavras',
  alert: 'Alerta',
  best: (name) => `mais vendido: ${name}`,
  restock: (list) => `compre mais ${list}`,
  reduce: (list) => `compre menos ${list}`,
  stockFine: 'nada urgente',
  noAlert: 'nada fora do normal',
  noForecast: 'ainda falta histórico',
}

const narrative: Messages['narrative'] = {
  good: 'Bom resultado, acima do normal.',
  weak: 'Mais fraco que o normal.',
  steady: 'Mais ou menos como sempre.',
  none: 'Ainda é cedo para contar uma história; com mais arquivos fica claro.',
  best: (name) => `${name} é o que os clientes mais procuram.`,
  rising: (name) => `${name} está subindo, não deixe faltar.`,
  slow: (name) => `${name} está desacelerando; uma pequena promoção pode ajudar.`,
  branch: (name) => `${name} puxa a maior parte das vendas.`,
  trendUp: 'As últimas quatro semanas apontam para cima.',
  trendDown: 'As últimas quatro semanas apontam para baixo, então vá com calma no estoque.',
}

const chart: Messages['chart'] = {
  zero: 'sem vendas',
}

const uploads = ({ figure, count }: Pens): Messages['uploads'] => ({
  title: (n) => (n === 1 ? '1 arquivo recebido' : `${figure(n)} arquivos recebidos`),
  undone: 'desfeito',
  none: 'Nenhum arquivo ainda.',
  noneNext: 'Mande um arquivo de vendas do seu caixa (CSV/Excel) aqui no chat.',
  next: 'Mandou o errado? Desfaça e os números voltam a ser como antes.',
  more: (n) => `+${count(n, 'arquivo mais antigo', 'arquivos mais antigos')}`,
})

const stockLists = ({ count }: Pens): Messages['stock'] => ({
  noted: (file, n) =>
    `${file} é uma lista de estoque: ${count(n, 'produto anotado', 'produtos anotados')}`,
  skipped: (n) =>
    `${count(n, 'linha sem produto ou número ignorada', 'linhas sem produto ou número ignoradas')}`,
  notSales: 'Nada disso conta como venda. A sugestão de compra agora desconta o que você tem.',
})

const replacing: Messages['replace'] = {
  done: (file, dayText) => `🔁 ${dayText} agora conta só com ${file}`,
  next: 'Foi engano? Desfaça o arquivo e o anterior volta a contar.',
}

const undo: Messages['undo'] = {
  done: (file) => `↩️ ${file} foi desfeito`,
  removed: (saleCount) => `Retirei ${saleCount}.`,
  removedWithMoney: (saleCount, money) => `Retirei ${saleCount}, ${money}.`,
  next: 'Mudou de ideia? É só mandar o arquivo de novo.',
  nothing: 'Não há arquivo para desfazer.',
  already: (file) => `${file} já tinha sido desfeito, nada mudou.`,
}

const rowWords = ({ figure, count }: Pens): Messages['rows'] => ({
  sheet: {
    name: 'Linhas ignoradas',
    line: 'Linha',
    reason: 'Motivo',
    column: 'Coluna',
    value: 'Valor',
    text: 'Como veio escrito',
    file: (base) => `${base} - linhas ignoradas.xlsx`,
  },
  firstOnly: (n) => `A planilha traz as primeiras ${figure(n)}.`,
  title: (n, file) => `${count(n, 'linha ignorada', 'linhas ignoradas')} em ${file}`,
  row: (n, problem) => `Linha ${figure(n)}: ${problem}`,
  cell: (reason, column, value) => `${reason} (${column}: “${value}”)`,
  line: (reason, text) => `${reason} (“${text}”)`,
  more: (n) => `+${count(n, 'linha', 'linhas')}`,
  next: 'Corrija no arquivo e mande de novo: o que já entrou não conta em dobro.',
  none: (file) => `Nenhuma linha de ${file} foi ignorada.`,
})

const exportHelp: Messages['exportHelp'] = {
  title: 'Como tirar o arquivo do seu caixa',
  steps: [
    'Abra *Relatórios > Vendas detalhadas* (ou *Transações*) no painel do seu sistema de caixa.',
    'Escolha as datas, um mês ou mais se puder.',
    'Toque em *Exportar* e escolha *CSV* ou *Excel*.',
    'Compartilhe o arquivo aqui no chat.',
  ],
  columns: 'Preciso de data, produto e quantidade ou preço. Loja e cor são um bônus.',
}

const samples: Messages['sample'] = {
  loaded: 'Esta é uma loja de exemplo, não a sua. Explore e depois mande o seu arquivo.',
  gone: 'A loja de exemplo saiu: a partir de agora só contam os seus números.',
}

const helping: Messages['help'] = {
  title: 'É só digitar o que você quer saber',
  examples: [
    '*vendas de ontem* · *este mês* · *segunda passada*',
    '*previsão de amanhã* · *o que comprar* · *estoque rosas 120*',
    '*produtos* · *lojas* · *por que caiu* · *prova*',
    '*vendi 3 rosas a 15* · *desfazer* · *arquivos* · *equipe* · *loja* · *exportar*',
    '*horário diário 8* · *alertas* · *stop* · *ai* · *painel*',
  ],
  send: 'Tem um arquivo de vendas novo? Mande aqui quando quiser.',
  contact: (contact) => `Fale com uma pessoa: ${contact}`,
}

const menu: Messages['menu'] = {
  title: 'O que você quer ver?',
  next: 'Escolha na lista, ou digite o número ou o nome.',
  titles: {
    summary: 'Resumo',
    forecast: 'Previsão',
    restock: 'O que comprar',
    products: 'Produtos',
    branches: 'Lojas',
    chart: 'Gráfico',
    report: 'Relatório completo',
    why: 'Por que subiu ou caiu',
    uploads: 'Meus arquivos',
    help: 'Ajuda',
  },
  descriptions: {
    summary: 'Vendas de um dia, semana ou mês',
    forecast: 'Quanto deve vender amanhã',
    restock: 'O que comprar e o que reduzir',
    products: 'O que mais vende e o que está parado',
    branches: 'Uma loja contra a outra',
    chart: 'As vendas em uma imagem',
    report: 'Tudo em uma mensagem só',
    why: 'Por que as vendas subiram ou caíram',
    uploads: 'O que você mandou; desfaça algum',
    help: 'Exemplos e uma pessoa para conversar',
  },
}

const languages: Messages['language'] = {
  changed: 'Pronto, agora em português 👍',
  question: 'Em que idioma?',
}

const thanks: Messages['thanks'] = {
  text: 'De nada 🙏',
  next: 'Mande o próximo arquivo ou pergunta quando quiser.',
}

const unclear: Messages['unclear'] = {
  text: (text) => `Não entendi “${text}”.`,
  partly: (known, unknown) => `Entendi ${known}, mas ainda não consigo buscar “${unknown}”.`,
  known: {
    summary: 'vendas',
    forecast: 'previsão',
    restock: 'o que comprar',
    products: 'produtos',
    branches: 'lojas',
    chart: 'gráfico',
    report: 'relatório',
    why: 'por quê',
  },
  next: 'Eu só falo das vendas desta loja. Tente: *vendas de ontem*',
  nextWhole: 'Da loja inteira eu consigo. Toque em uma opção:',
  menu: 'Vamos assim: escolha algo no menu.',
  contact: (contact) => `Desculpe, ainda não entendi. Uma pessoa pode ajudar: ${contact}`,
  noContact: 'Desculpe, ainda não entendi. No menu está tudo o que eu faço.',
}

const unreadable: Messages['unreadable'] = {
  voice: 'Ainda não consigo ouvir áudios.',
  other: 'Não consigo ler este tipo de mensagem.',
  nextText: 'Melhor digitar, por exemplo: *vendas de ontem*',
}

const tooBig: Messages['tooBig'] = {
  what: 'Este arquivo é grande demais para chegar pelo WhatsApp.',
  next: 'Exporte mês a mês e mande as partes; nada conta em dobro.',
}

const setAside = ({ figure }: Pens): Messages['setAside'] => ({
  what: (n) =>
    `🙏 Falhei ${n === 1 ? '1 vez' : `${figure(n)} vezes`} em uma mensagem sua e a deixei de lado.`,
  safe: 'Nada se perdeu: seus dados estão seguros e a mensagem ficou guardada.',
  next: 'Mande mais uma vez, por favor.',
  contact: (contact) => `Se falhar de novo: ${contact}`,
})

const noData: Messages['noData'] = {
  yet: 'Ainda não há vendas aqui, então não há nada para calcular.',
  yetNext: 'Mande o *arquivo de vendas* do seu caixa (CSV/Excel) e eu leio na hora.',
  period: (when) => `Sem dados: ${when}`,
  known: (span) => `O que eu tenho: ${span}.`,
  periodNext: 'Mande o arquivo dessas datas, ou veja outro dia.',
  cost: (cost) => `Não tenho dados de ${cost}, então ainda não dá para calcular o lucro.`,
  costWord: 'custo',
  revenue: (when, amount) => `Vendas, ${when}: ${amount}.`,
}

const privacy: Messages['privacy'] = {
  what: 'Os dados que você manda são *só para a sua loja*.',
  kept: 'Ficam guardados: suas linhas de vendas, os nomes dos arquivos e este chat.',
  notShared: 'Não são vendidos nem vistos por outras lojas. Cada número vem das suas linhas.',
  next: 'Para apagar tudo, toque no botão abaixo.',
}
