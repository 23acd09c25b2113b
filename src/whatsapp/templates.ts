/**
 * The templates this program sends when nobody has written for 24 hours. Utility, not a word of
 * promotion; every parameter is one line; a tap opens the window and brings the whole story. They are
 * created at Meta by `npm run templates -- create` and must be approved there before they are sent.
 */
export type TemplateKind = 'alert' | 'digest' | 'low-stock' | 'reminder'

/** Meta's codes of the languages we have templates in. */
export type TemplateLanguage = 'id' | 'en' | 'es' | 'pt_BR'

type Wording = { readonly body: string; readonly buttons: readonly string[] }

type TemplateDefinition = {
  readonly name: string
  /** Sold-out news is no news: undelivered after this long, Meta drops it. */
  readonly ttlSeconds: number
  /** What the parameters might look like; Meta's reviewers read these. */
  readonly examples: Readonly<Record<TemplateLanguage, TemplateParameters>>
  readonly wordings: Readonly<Record<TemplateLanguage, Wording>>
}

/** The named parameters, the same in every template and language. */
type TemplateParameters = {
  readonly toko: string
  readonly tanggal: string
  readonly inti_satu_baris: string
}

const HALF_A_DAY_S = 12 * 3600

const examplesOf = (
  lines: Readonly<Record<TemplateLanguage, string>>,
): TemplateDefinition['examples'] => ({
  id: { toko: 'Toko Mawar', tanggal: 'Sab 28 Mar', inti_satu_baris: lines.id },
  en: { toko: 'Mawar Florist', tanggal: 'Sat 28 Mar', inti_satu_baris: lines.en },
  es: { toko: 'Florería Rosa', tanggal: 'sáb 28 mar', inti_satu_baris: lines.es },
  pt_BR: { toko: 'Floricultura Rosa', tanggal: 'sáb 28 mar', inti_satu_baris: lines.pt_BR },
})

export const TEMPLATES: Readonly<Record<TemplateKind, TemplateDefinition>> = {
  alert: {
    name: 'shopbell_alert',
    ttlSeconds: HALF_A_DAY_S,
    examples: examplesOf({
      id: 'Cabang Dago Rp 410 rb, biasanya Rp 1,1-1,5 jt',
      en: 'Dago branch Rp 410K, usually Rp 1.1M-1.5M',
      es: 'Sucursal Centro $410, normalmente $1,100-1,500',
      pt_BR: 'Filial Centro R$ 410, normalmente R$ 1.100-1.500',
    }),
    wordings: {
      id: {
        body: 'Ada perubahan penjualan di {{toko}} pada {{tanggal}}: {{inti_satu_baris}}. Tekan untuk melihat rincian.',
        buttons: ['Lihat rincian', 'Atur alert'],
      },
      en: {
        body: 'Sales at {{toko}} changed on {{tanggal}}: {{inti_satu_baris}}. Tap to see the details.',
        buttons: ['See details', 'Alert settings'],
      },
      es: {
        body: 'Las ventas de {{toko}} cambiaron el {{tanggal}}: {{inti_satu_baris}}. Toca para ver los detalles.',
        buttons: ['Ver detalles', 'Ajustar alertas'],
      },
      pt_BR: {
        body: 'As vendas de {{toko}} mudaram em {{tanggal}}: {{inti_satu_baris}}. Toque para ver os detalhes.',
        buttons: ['Ver detalhes', 'Ajustar alertas'],
      },
    },
  },
  digest: {
    name: 'shopbell_digest',
    ttlSeconds: HALF_A_DAY_S,
    examples: examplesOf({
      id: 'Rp 1,64 jt, naik 12% dari Selasa biasanya',
      en: 'Rp 1.64M, 12% above a usual Tuesday',
      es: '$1,640, 12% más que un martes normal',
      pt_BR: 'R$ 1.640, 12% acima de uma terça comum',
    }),
    wordings: {
      id: {
        body: 'Ringkasan yang Anda minta untuk {{toko}}, {{tanggal}}: {{inti_satu_baris}}. Tekan untuk membaca lengkapnya.',
        buttons: ['Lihat ringkasan', 'Atur jadwal'],
      },
      en: {
        body: 'The summary you asked for, {{toko}}, {{tanggal}}: {{inti_satu_baris}}. Tap to read all of it.',
        buttons: ['See summary', 'Schedule'],
      },
      es: {
        body: 'El resumen que pediste de {{toko}}, {{tanggal}}: {{inti_satu_baris}}. Toca para leerlo completo.',
        buttons: ['Ver resumen', 'Ajustar horario'],
      },
      pt_BR: {
        body: 'O resumo que você pediu de {{toko}}, {{tanggal}}: {{inti_satu_baris}}. Toque para ler tudo.',
        buttons: ['Ver resumo', 'Ajustar horário'],
      },
    },
  },
  'low-stock': {
    name: 'shopbell_low_stock',
    ttlSeconds: HALF_A_DAY_S,
    examples: examplesOf({
      id: 'Mawar Merah cuma cukup ±1 hari',
      en: 'Mawar Merah lasts ±1 day',
      es: 'Rosa roja alcanza para ±1 día',
      pt_BR: 'Rosa vermelha dura ±1 dia',
    }),
    wordings: {
      id: {
        body: 'Stok menipis di {{toko}} per {{tanggal}}: {{inti_satu_baris}}. Tekan untuk melihat yang perlu dipesan.',
        buttons: ['Restock', 'Atur alert'],
      },
      en: {
        body: 'Stock is running low at {{toko}} as of {{tanggal}}: {{inti_satu_baris}}. Tap to see what to order.',
        buttons: ['Restock', 'Alert settings'],
      },
      es: {
        body: 'Queda poco stock en {{toko}} al {{tanggal}}: {{inti_satu_baris}}. Toca para ver qué pedir.',
        buttons: ['Qué pedir', 'Ajustar alertas'],
      },
      pt_BR: {
        body: 'Estoque baixo em {{toko}} em {{tanggal}}: {{inti_satu_baris}}. Toque para ver o que pedir.',
        buttons: ['O que comprar', 'Ajustar alertas'],
      },
    },
  },
  reminder: {
    name: 'shopbell_reminder',
    ttlSeconds: HALF_A_DAY_S,
    examples: examplesOf({
      id: 'file terakhir berisi sampai Jum 27 Mar',
      en: 'the last file ends on Fri 27 Mar',
      es: 'el último archivo llega hasta el vie 27 mar',
      pt_BR: 'o último arquivo vai até sex 27 mar',
    }),
    wordings: {
      id: {
        body: 'File penjualan {{toko}} untuk {{tanggal}} belum masuk: {{inti_satu_baris}}. Kirim filenya ke chat ini kapan saja.',
        buttons: ['Toko tutup', 'Jangan ingatkan'],
      },
      en: {
        body: 'The sales file of {{toko}} for {{tanggal}} has not come in: {{inti_satu_baris}}. Send it to this chat any time.',
        buttons: ['Shop was closed', 'Do not remind me'],
      },
      es: {
        body: 'Falta el archivo de ventas de {{toko}} del {{tanggal}}: {{inti_satu_baris}}. Envíalo a este chat cuando quieras.',
        buttons: ['Estuvo cerrado', 'No recordar más'],
      },
      pt_BR: {
        body: 'Falta o arquivo de vendas de {{toko}} de {{tanggal}}: {{inti_satu_baris}}. Envie para este chat quando quiser.',
        buttons: ['Loja fechada', 'Não lembrar mais'],
      },
    },
  },
}

export const TEMPLATE_KINDS = [
  'alert',
  'digest',
  'low-stock',
  'reminder',
] as const satisfies readonly TemplateKind[]

export const TEMPLATE_LANGUAGES: readonly TemplateLanguage[] = ['id', 'en', 'es', 'pt_BR']

/** One template in one language as the body of `POST /{WABA}/message_templates`. */
export const templateCreation = (kind: TemplateKind, language: TemplateLanguage): object => {
  const { name, ttlSeconds, examples, wordings } = TEMPLATES[kind]
  const { body, buttons } = wordings[language]
  return {
    name,
    language,
    category: 'utility',
    parameter_format: 'named',
    message_send_ttl_seconds: ttlSeconds,
    components: [
      {
        type: 'body',
        text: body,
        example: {
          body_text_named_params: Object.entries(examples[language]).map(([param, example]) => ({
            param_name: param,
            example,
          })),
        },
      },
      { type: 'buttons', buttons: buttons.map((text) => ({ type: 'quick_reply', text })) },
    ],
  }
}

/** The template language of a shop's language. */
export const templateLanguageOf = (language: string): TemplateLanguage => {
  if (language === 'pt') return 'pt_BR'
  return TEMPLATE_LANGUAGES.find((each) => each === language) ?? 'en'
}
