import type { modelEnglish } from './model-en.ts'

/** Lo que puede hacer un modelo de lenguaje, y cómo se cuenta lo que leyó. */
export const modelSpanish: typeof modelEnglish = {
  readAs: (words, metric) => `Leí ${words} como ${metric}.`,
  leftAside: (words) => `No tomé en cuenta ${words}.`,
  isOn: '*La IA está encendida.* Ayuda cuando mis reglas no están seguras y escucha tus notas de voz.',
  sent: 'Se envía a Google Gemini: la pregunta que escribes, tus notas de voz y fotos, y para los informes solo si algo subió o bajó. Nunca: tus archivos, sus cifras, números de teléfono.',
  unnamed:
    'Los nombres de productos se quedan aquí. Con *ia nombres sí* entiendo mejor notas de voz y fotos.',
  named:
    'Los nombres de productos van junto con las notas de voz y fotos. *ia nombres no* lo termina.',
  isOff: '*La IA está apagada.* Respondo con mis propias reglas; no se envía nada a Google.',
  offNext: 'Las notas de voz la necesitan. Escribe *ia on* para encenderla de nuevo.',
  none: 'Este servicio no usa IA: respondo con mis propias reglas y no envío nada a Google.',
  buttons: {
    on: 'Encender IA',
    off: 'Apagar IA',
    names: 'Enviar nombres',
    noNames: 'No enviar nombres',
  },
  heard: (text) => `Escuché: “${text}”`,
  typeIt: (command) => `Eso podría borrar algo, así que escríbelo tú: ${command}`,
  unheard: {
    off: 'La IA está apagada.',
    budget: 'Ya se usó lo que puedo escuchar hoy; mañana funciona de nuevo.',
    'too-long': 'La grabación es demasiado larga. Dos minutos como máximo.',
    silent: 'No logré entender ninguna palabra.',
    failed: 'Perdón, no pude escuchar esta nota de voz.',
  },
}
