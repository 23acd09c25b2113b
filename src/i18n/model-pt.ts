import type { modelEnglish } from './model-en.ts'

/** O que um modelo de linguagem pode fazer, e como se conta o que leu. */
export const modelPortuguese: typeof modelEnglish = {
  readAs: (words, metric) => `Li ${words} como ${metric}.`,
  leftAside: (words) => `Deixei ${words} de lado.`,
  isOn: '*A IA está ligada.* Ela ajuda quando minhas regras não têm certeza e escuta seus áudios.',
  sent: 'O que vai para o Google Gemini: a pergunta que você digita, seus áudios e fotos, e nos relatórios só se algo subiu ou caiu. Nunca: seus arquivos, os números deles, telefones.',
  unnamed: 'Os nomes dos produtos ficam aqui. Com *ia nomes sim* entendo melhor áudios e fotos.',
  named: 'Os nomes dos produtos vão junto com áudios e fotos. *ia nomes não* encerra isso.',
  isOff: '*A IA está desligada.* Respondo com minhas próprias regras; nada vai para o Google.',
  offNext: 'Os áudios precisam dela. Digite *ia on* para ligar de novo.',
  none: 'Este serviço não usa IA: respondo com minhas próprias regras e não mando nada ao Google.',
  buttons: {
    on: 'Ligar a IA',
    off: 'Desligar a IA',
    names: 'Enviar nomes',
    noNames: 'Não enviar nomes',
  },
  heard: (text) => `Ouvi: “${text}”`,
  typeIt: (command) => `Isso pode apagar alguma coisa, então digite você mesmo: ${command}`,
  unheard: {
    off: 'A IA está desligada.',
    budget: 'O que posso ouvir hoje já foi usado; amanhã volta a funcionar.',
    'too-long': 'A gravação é longa demais. Dois minutos no máximo.',
    silent: 'Não consegui entender nenhuma palavra.',
    failed: 'Desculpe, não consegui ouvir este áudio.',
  },
}
