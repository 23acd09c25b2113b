import { pairs, type Vocabulary } from './vocabulary.ts'

/** Written without accents: half of all messages come so, and the other half is read so. */
export const portuguese: Vocabulary = {
  spellings: {
    que: 'q qe',
    'o que': 'oq oque',
    voce: 'vc ce voc vce',
    porque: 'pq pk porq',
    'por que': 'pqe',
    para: 'pra p pr',
    'para os': 'pros',
    'para as': 'pras',
    'para o': 'pro',
    'por favor': 'pfv pfvr porfavor pf',
    quanto: 'qto qnto quantu',
    quantos: 'qtos',
    de: 'd',
    hoje: 'hj oje',
    ontem: 'onten ontm omtem onteem otem',
    amanha: 'amnha amanham',
    semana: 'smana semna',
    esta: 'ta tah',
    estao: 'tao',
    estou: 'to tou',
    nao: 'n naum nn',
    tambem: 'tb tbm',
    obrigado: 'obg obgd brigado obrigadao',
    obrigada: 'obgda brigada',
    valeu: 'vlw vlww',
    beleza: 'blz belesa',
    vendas: 'vednas vendaz vnedas vdas',
    venda: 'vnda',
    vendi: 'vndi',
    mensagem: 'msg',
    previsao: 'previzao',
    estoque: 'estoqe stoque',
    produtos: 'prodtos',
    relatorio: 'relatrio',
    gente: 'gnt',
    eu: 'eeu',
    whatsapp: 'zap wpp',
  },
  fillers: `a as o os um uma uns umas e ou em no na nos nas do da dos das de com por para pelo pela ao aos ate
    desde que qual quais quanto quantos quanta como quando onde quem eh ser foi foram esta este isto esse essa
    isso desse dessa deste desta nesse nessa neste nesta estao estou estamos estava ha tem tenho temos teve
    tive tinha ter fiz fizemos fez feito eu voce tu nos me te se lhe meu meus minha minhas seu seus sua suas
    nosso nossa sim ja agora aqui la so mais tudo todo todos toda todas total totais gente da dai me da diz diga
    dizer mostra mostre mostrar manda mande mandar envia envie enviar passa passe passar ver vejo veja olha
    quero queria gostaria preciso precisamos pode poderia posso podem saber conferir checar checa verificar
    consultar calcula calcular favor amigo amiga chefe cara mano moca moco bot shopbell loja negocio comercio
    numero numeros dados dado valor valores quantia quantidade data momento vai vao vou ir dinheiro grana reais
    real euros sobre entao bom eh ah hum devo devemos deve deveria fazer faz faca algo alguma algum informacao
    informacoes info detalhe lista gera gerar cria criar existe geral muito muitos pouco realmente menos dia
    coisa coisas fala fale falam faco fazemos mandou diga diz tao tanto tanta ninguem nenhum nenhuma
    nossos sabe sabemos vemos mostram moca patrao parceiro meninas querida querido urgente desculpa desculpe
    andam anda ter temos falar dizer posso ai pessoal tipo pois dar deu dando`,
  mended: `resumo vendas faturamento previsao estoque produtos vendido filiais grafico relatorio ajuda
    exemplo idioma arquivos privacidade reposicao`,
  besides: {
    summary:
      'bem mal boa bom ultimo ultimos ultima ultimas recente recentes atualizado melhor pior bons',
    branches: `bem mal melhor melhores pior piores compara comparar comparacao comparativo entre contra frente
      forte`,
    products: 'melhor melhores pior piores lista ordem ranking',
    restock: 'urgente logo sugere recomenda sugestao recomendacao precisa',
    undo: 'ultimo ultima anterior recente enviado enviei mandei errado mal',
    uploads: 'ultimo ultimos recebidos carregados',
    report: 'detalhado longo',
    why: 'tanto assim repente mudou',
    forecast: 'acha aproximado',
    chart: 'linhas barras desenha mais vende vendo forte movimento',
    'export-help': 'caixa sistema programa pdv',
    'delete-data': 'permanentemente definitivamente',
    language: 'muda mudar mude troca trocar fala falar fale usa usar quero',
    help: 'pode',
  },
  commands: {
    summary: `resumo|resumos|resume|vendas|venda|vendi|vendemos|vendeu|vendido|vendidos|venderam|vende|vender
      |faturamento|faturei|faturamos|faturou|faturado|receita|receitas|entrou|entraram
      |fechamento|fechamento de caixa|fechamento do caixa|como foi|foi|foram|fomos|como fomos|como fechamos|como fechou
      |como esta|como esta o|estamos|como estamos|transacoes|operacoes|movimento|subiu|subiram|caiu
      |cairam|subiu ou caiu|subiram ou cairam|aumentou|aumentaram|alta|queda|fraco|fraca|desempenho|deu
      |vendemos menos|vendemos mais|vendi menos|vendi mais|apurado|apuramos`,
    forecast: `previsao|previsoes|preve|projecao|projecoes|estimativa|estimativas|vou vender|vamos vender|vai vender
      |vao vender|deve vender|devo vender|devemos vender|vendera|venderei|venderemos|esperar
      |esperamos|expectativa|expectativas|vai sair|vai vender mais`,
    restock: `o que comprar|comprar|compro|compramos|compra|lista de compras|pedir|peco|pedimos|encomendar|encomendo
      |repor|reponho|reposicao|reabastecer|abastecer|falta|faltam|faltando|faltar|estoque|estoques
      |acabando|acaba|acabam|acabou|acabar|esgotado|esgotados|esgotando|sobrou|resta|restam|sobra
      |fornecedor|fazer pedido|fazer o pedido|almoxarifado|deposito`,
    products: `produtos|produto|itens|item|artigos|mercadoria|mercadorias|mais vendido|mais vendidos|mais vendida
      |mais vendidas|o mais vendido|mais vende|mais vendeu|mais vendem|mais vendi|mais vendemos
      |vende mais|vendeu mais|vendem mais|mais sai|mais saiu|sai mais|melhores produtos|top|ranking
      |menos vendido|menos vendidos|menos vendida|menos vendidas|menos vende|menos vendeu|vende menos
      |nao vende|nao vendem|nao vendeu|nao estao vendendo|nao esta vendendo|estao vendendo|esta vendendo|nao sai|parado|parados|encalhado|encalhados|por produto
      |cada produto|por item|favorito|favoritos|carro chefe|popular|populares|campeao de vendas
      |campeoes de venda`,
    branches: `filiais|filial|lojas|unidade|unidades|por filial|por loja|por unidade|cada filial|cada loja
      |cada unidade|que loja|qual loja|que filial|qual filial|melhor loja|pior loja|melhor unidade|pontos de venda`,
    chart: `grafico|graficos|grafica|imagem|desenho|tendencia|tendencias|por dia|cada dia|todo dia|diario|diaria
      |diarias|dia a dia|dia por dia|curva|diagrama|evolucao|por hora=hours|cada hora=hours|grafico por hora=hours
      |hora mais forte=hours|horas mais fortes=hours|hora de pico=hours|horario de pico=hours
      |que hora=hours|a que horas=hours|grafico completo=overview|grafico geral=overview`,
    report: `relatorio pdf=pdf|relatorio em pdf=pdf|relatorio excel=xlsx|relatorio em excel=xlsx|relatorio|relatorios|relatorio completo|relatorio de vendas|relatorio diario|completo|informe`,
    why: `por que|porque|razao|razoes|motivo|motivos|causa|causas|a que se deve|se deve|explica|explique|explicacao
      |o que aconteceu|que aconteceu|aconteceu|o que houve|que houve|o que deu errado`,
    uploads: `arquivos|arquivo|meus arquivos|lista de arquivos|documentos|documento|historico|enviados
      |arquivos enviados|ja mandei|ja enviei|mandei|enviei|quais arquivos|que arquivos|planilhas
      |planilha`,
    undo: `desfazer|desfaz|desfaca|desfaz isso|cancelar|cancela|cancele|anular|anula|reverter|reverte
      |arquivo errado|mandei o arquivo errado|mandei arquivo errado|enviei o arquivo errado
      |errei o arquivo|mandei errado|subi o arquivo errado|subi errado|enviei errado|me enganei
      |${pairs(
        'tirar tira remover remove excluir exclui apagar apaga cancelar cancela desfazer desfaz',
        'arquivo|o arquivo|este arquivo|esse arquivo|meu arquivo|o ultimo arquivo|ultimo arquivo',
      )}`,
    rows: `linhas|linha|ver linhas|ver as linhas|linhas ignoradas|ignoradas|linhas com erro|linhas com erros
      |linhas puladas|puladas|linhas ruins`,
    days: `dias fechados|dias especiais|meus eventos|eventos|quais eventos|dias de folga|quando fecho|quando fechamos`,
    language: `idioma|idiomas|mudar idioma|mudar o idioma|muda o idioma|trocar idioma|trocar o idioma|lingua
      |portugues=pt|idioma portugues=pt|em portugues=pt|ingles=en|idioma ingles=en|em ingles=en
      |espanhol=es|idioma espanhol=es|em espanhol=es|indonesio=id|idioma indonesio=id|em indonesio=id`,
    sample: `exemplo|exemplos|ver exemplo|ver um exemplo|demo|demonstracao|teste|testar|amostra|loja de exemplo
      |arquivo de exemplo`,
    'export-help': `exportar|exporto|exporta|exportacao|como exporto|como exportar|baixar|baixo|como baixo|como baixar
      |como tiro o arquivo|como pego o arquivo|tirar do sistema|formato|formato do arquivo|que arquivo
      |qual arquivo|como envio o arquivo|como mando o arquivo|como enviar o arquivo|como mandar o arquivo
      |subir arquivo|subir o arquivo|csv|excel|o excel|como pego o excel|como baixo o excel|como tiro o excel|pego o excel|como pego|a planilha`,
    help: `ajuda|ajude|me ajuda|ajudar|socorro|o que voce faz|que voce faz|o que voce sabe fazer|o que faz
      |o que pode fazer|o que voce pode fazer|como funciona|como funciona isso|como voce funciona
      |como uso|como usa|como usar|como se usa|instrucoes|guia|suporte|contato|pessoa|falar com uma pessoa
      |falar com alguem|falar com um humano|falar com atendente|humano|atendente|reclamacao|problema
      |problemas|nao funciona|erro|quem e voce|o que e voce|voce e um robo|voce e um bot|o que e isso
      |nao entendi|nao entendo|nao estou entendendo|nao to entendendo|posso falar|quero falar|com quem|com quem falo|com quem eu falo|quem me ajuda|perguntar|o que posso perguntar|o que posso fazer`,
    menu: 'menu|menu principal|opcoes|comandos|lista de comandos',
    greeting: `oi|ola|oie|oii|opa|eai|e ai|bom dia|boa tarde|boa noite|tudo bem|tudo bom|tudo certo|salve|alo|comecar
      |iniciar|como vai|como voce esta|bora`,
    thanks: `obrigado|obrigada|muito obrigado|muito obrigada|valeu|agradeco|grato|grata|gratidao|ok|okay|beleza|show
      |perfeito|excelente|otimo|legal|massa|top demais|bem|muito bem|muito bom|entendi|entendido|certo
      |ta bom|esta bom|ta certo|joia|maravilha|bacana|isso ai|fechado|parabens|pela ajuda|pela informacao|pela info|pela atencao`,
    profit: `lucro|lucros|lucrei|lucramos|lucrou|lucratividade|ganho|ganhos|ganhei|ganhamos|margem|margens|custo|custos
      |prejuizo|prejuizos|perda|perdas|despesa|despesas|gasto|gastos|rentabilidade|lucro liquido`,
    privacy: `privacidade|privado|privados|seguro|seguros|estao seguros|dados seguros|quem ve meus dados
      |quem pode ver|quem ve|seguranca|confidencial|confidenciais|sigilo`,
    'delete-data': pairs(
      'apagar apaga apague excluir exclui exclua deletar deleta remover remove',
      'dados|meus dados|os dados|os meus dados|todos meus dados|todos os meus dados|todos os dados|as minhas informacoes|todas as minhas informacoes|minhas informacoes|tudo|conta|minha conta',
    ),
    'alert-details': `detalhes|ver detalhes|ver os detalhes|ultimo alerta|o ultimo alerta|detalhes do alerta|estranho|estranha|algo estranho|esquisito
      |anomalia|anomalias|incomum|fora do normal|fora do comum`,
    alerts: `alerta|alertas|ajustar alertas|ajustes de alertas|configurar alertas|menos alertas=less|mais alertas=more
      |alertas normais=usual|alertas como sempre=usual|alertas ligados=usual|sem alertas=off
      |chega de alertas=off|alertas desligados=off|nao quero alertas=off
      |${pairs('ativar ativa ative ligar liga ligue', 'alertas=usual|os alertas=usual|o alerta=usual')}
      |${pairs('desativar desativa desative desligar desliga desligue parar para pare', 'alertas=off|os alertas=off|o alerta=off')}`,
  },
  courtesies: 'obrigado obrigada valeu por favor',
  partsOfDay: 'tarde noite manha madrugada',
  marks: `que de o os as um uma por para com como quanto quantos qual quais quando onde quem foi esta este esse meu
    voce eu se e em do da dos das no na ao ontem hoje amanha semana mes passado passada ano obrigado obrigada oi
    quero pode preciso tem mais muito bem mas ja sim ver vendi vendas loja muda apagar algo nao
    segunda terca quarta quinta sexta sabado domingo feira janeiro fevereiro marco abril maio junho julho agosto
    setembro outubro novembro dezembro ultimos proximos anteontem`,
  endings: '',
  periodWords: 'anteontem',
  dates: {
    phrases: {
      'day before yesterday': 'anteontem|antes de ontem',
      yesterday: 'o dia de ontem|dia de ontem|ontem',
      today: 'o dia de hoje|dia de hoje|hoje em dia|hoje|ate agora',
      'day after tomorrow': 'depois de amanha',
      tomorrow: 'o dia de amanha|dia de amanha|amanha',
      closed: `fechado|fechada|fechados|fechamos|fecho|fecharemos|fecharao|fechar|fechei|folgamos|nao abrimos|nao abro
        |nao abre|nao abriremos|nao vamos abrir|nao vou abrir|nao vai abrir|nao abri|vamos fechar|vou fechar
        |vai fechar`,
      open: 'abrimos|abro|abre|aberto|aberta|abriremos|vamos abrir|vou abrir|vai abrir',
      event: 'evento',
      please: 'por favor',
      manha: 'hoje de manha|ontem de manha|amanha de manha|da manha|de manha|pela manha|esta manha',
      'this week':
        'desta semana|dessa semana|nesta semana|nessa semana|esta semana|essa semana|semana atual',
      'last week': 'da semana passada|na semana passada|semana passada|semana anterior',
      'past week': 'ultima semana|na ultima semana',
      'next week': 'proxima semana|na proxima semana|semana que vem|semana proxima|semana seguinte',
      'this month': `deste mes|desse mes|neste mes|nesse mes|este mes|esse mes|mes atual`,
      bulan: 'mes de',
      year: 'ano de|ano',
      'last month': 'do mes passado|no mes passado|mes passado|mes anterior',
      'past month': 'ultimo mes',
      'next month': 'proximo mes|mes que vem|mes seguinte',
      'this year': 'deste ano|desse ano|neste ano|nesse ano|este ano|esse ano|ano atual|do ano',
      'last year': 'ano passado|ano anterior',
      'last weekend': `fim de semana passado|final de semana passado|ultimo fim de semana|ultimo final de semana
        |fds passado`,
      'this weekend': `este fim de semana|esse fim de semana|neste fim de semana|nesse fim de semana|fim de semana
        |final de semana|fds`,
      week: 'semana|semanal',
      month: 'mes|mensal',
      'per week': 'por semana|cada semana|toda semana',
      'per month': 'por mes|cada mes|todo mes',
      'every monday':
        'todas as segundas feiras|todas as segundas|toda segunda feira|toda segunda|as segundas feiras|as segundas|cada segunda feira|cada segunda',
      'every tuesday':
        'todas as tercas feiras|todas as tercas|toda terca feira|toda terca|as tercas feiras|as tercas|cada terca feira|cada terca',
      'every wednesday':
        'todas as quartas feiras|todas as quartas|toda quarta feira|toda quarta|as quartas feiras|as quartas|cada quarta feira|cada quarta',
      'every thursday':
        'todas as quintas feiras|todas as quintas|toda quinta feira|toda quinta|as quintas feiras|as quintas|cada quinta feira|cada quinta',
      'every friday':
        'todas as sextas feiras|todas as sextas|toda sexta feira|toda sexta|as sextas feiras|as sextas|cada sexta feira|cada sexta',
      'every saturday': 'todos os sabados|todo sabado|aos sabados|cada sabado|sabados',
      'every sunday': 'todos os domingos|todo domingo|aos domingos|cada domingo|domingos',
      since: 'desde o|desde a|desde|a partir do|a partir da|a partir de',
      until: 'ate o|ate a|ate',
      'last 15 days': 'ultima quinzena|quinzena',
      '7 days ago': 'ha uma semana|faz uma semana|uma semana atras',
      '30 days ago': 'ha um mes|faz um mes|um mes atras',
      depan: 'que vem',
      dia: 'no dia',
      monday: 'segunda feira|segunda|seg',
      tuesday: 'terca feira|terca',
      wednesday: 'quarta feira|quarta|qua',
      thursday: 'quinta feira|quinta|qui',
      friday: 'sexta feira|sexta|sex',
      saturday: 'no sabado|sabado|sab',
      sunday: 'no domingo|domingo|dom',
      january: 'janeiro',
      february: 'fevereiro|fev',
      march: 'marco',
      april: 'abril|abr',
      mei: 'maio|mai',
      june: 'junho',
      july: 'julho',
      august: 'agosto',
      september: 'setembro',
      october: 'outubro',
      november: 'novembro',
      december: 'dezembro|dez',
      '2': 'dois|duas',
      '3': 'tres',
      '4': 'quatro',
      '5': 'cinco',
      '6': 'seis',
      '7': 'sete',
      '8': 'oito',
      '9': 'nove',
      '10 days': 'dez dias',
      '12': 'doze',
      '15': 'quinze',
      '30': 'trinta',
    },
    units: { days: 'dia dias', weeks: 'semana semanas week', months: 'mes meses month' },
    leads: {
      last: 'ultimo ultima ultimos ultimas passado passada passados passadas',
      next: 'proximo proxima proximos proximas',
      this: 'este esta esse essa nesta nessa neste nesse desta dessa deste desse',
    },
    tails: { lalu: 'passado passada anterior', depan: 'proximo proxima depan' },
    agoBefore: 'ha faz',
    agoAfter: 'atras',
    dayOfMonth: 'dia',
    joints: 'de do da o a dia ro',
    until: 'a ao ate',
  },
}
