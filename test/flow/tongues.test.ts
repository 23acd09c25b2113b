import { expect, test } from 'vitest'
import type { Language } from '../../src/sales/shop.ts'
import { aStage, type Stage } from '../support/a-phone.ts'

// Wednesday 1 April 2026, late morning in Mexico City and early afternoon in São Paulo.
const NOW = '2026-04-01T17:00:00Z'

/** The shop's next bubble, as read. */
const answer = async ({ phone }: Stage): Promise<string> => {
  await phone.waitsFor(1, 20_000)
  const [bubble] = await phone.waitsForQuiet(300)
  if (!bubble) throw new Error('no bubble')
  const buttons = bubble.choices.map(({ title }) => `[${title}]`).join(' ')
  return `${bubble.text}\n${buttons}`.trim().replaceAll('\u00a0', ' ')
}

const asked = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  return answer(stage)
}

/** The sample holds a bad day: its alert comes behind the receipt, and must not be taken for a later answer. */
const sampled = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  await stage.phone.waitsFor(2, 20_000)
  return answer(stage)
}

const shopIn = (language: Language, currency: string, timeZone: string): Promise<Stage> =>
  aStage({ now: NOW, shop: { language, currency, timeZone } })

test('an owner in Puebla: hello, the sample, yesterday, tomorrow, a slip, another language', async () => {
  await using stage = await shopIn('es', 'MXN', 'America/Mexico_City')
  expect(await asked(stage, 'hola')).toContain('[Ver ejemplo] [Cómo exportar] [English]')
  expect(await sampled(stage, 'ver un ejemplo')).toContain('tienda de ejemplo')
  const summary = await asked(stage, 'cuanto vendi ayer??')
  expect(summary).toMatch(/^📊 \*Martes 31 mar: \$[\d,]+\.\d\d\*\n[▲▼≈] /)
  expect(summary).toContain('Rosa Roja')
  expect(summary).toMatch(/Sucursales: \w+ \d+%/)
  expect(await asked(stage, 'pronóstico de mañana')).toMatch(
    /^🔮 \*Mañana \(jueves\): \d+-\d+ artículos\*/,
  )
  expect(await asked(stage, 'qué pido')).toContain('Ten listo para')
  expect(await asked(stage, 'por que bajó ayer')).toMatch(/^(📉|📈|👍) \*Martes 31 mar: /)
  expect(await asked(stage, 'ventas de cactus')).toContain('“cactus”')
  expect(await asked(stage, 'idioma portugués')).toContain('agora em português')
  expect(await asked(stage, 'vendas de ontem')).toMatch(
    /^📊 \*Terça-feira 31 mar: \$ ?[\d.]+,\d\d\*/,
  )
})

test('an owner in Recife: the file, the same file again, and a question', async () => {
  await using stage = await shopIn('pt', 'BRL', 'America/Recife')
  const file = [
    'data;produto;quantidade;preço;loja',
    ...Array.from({ length: 28 }, (_, i) => {
      const day = String(i + 1).padStart(2, '0')
      return `${day}/03/2026;Pão de Queijo;${10 + (i % 7)};1.234,50;Centro`
    }),
    '',
  ].join('\n')
  const bytes = new TextEncoder().encode(file)
  await stage.phone.sends(bytes, { fileName: 'vendas.csv' })
  const receipt = await answer(stage)
  expect(receipt).toContain('✅ *vendas.csv* lido\n*28 vendas, R$ ')
  expect(receipt).toContain('1-28 mar 2026 · 1 loja · 1 produto')
  await stage.phone.sends(bytes, { fileName: 'vendas (1).csv' })
  expect(await answer(stage)).toContain('*nada conta em dobro*')
  expect(await asked(stage, 'qual o produto mais vendido em março')).toContain('Pão de Queijo')
  expect(await asked(stage, 'vendas de ontem')).toContain('Sem dados: ')
  expect(await asked(stage, 'obrigado')).toContain('De nada')
})

test('goods, days and the bell are told in Spanish and in Portuguese', async () => {
  await using puebla = await shopIn('es', 'MXN', 'America/Mexico_City')
  await sampled(puebla, 'ejemplo')
  expect(await asked(puebla, 'inventario rosa roja 120')).toContain('Rosa Roja: *120*')
  expect(await asked(puebla, 'ya pedí rosa roja 80')).toContain('*80* en camino')
  expect(await asked(puebla, 'pronóstico de orquidea')).toContain('Orquídea')
  expect(await asked(puebla, 'mañana no abrimos')).toContain('*jueves 2 abr: cerrado*')
  expect(await asked(puebla, 'pronóstico de mañana')).toContain('cerrado, como me dijiste')
  expect(await asked(puebla, 'menos alertas')).toContain('Menos alertas')

  await using recife = await shopIn('pt', 'BRL', 'America/Recife')
  await sampled(recife, 'exemplo')
  expect(await asked(recife, 'estoque rosa vermelha 120')).toContain('Rosa Vermelha: *120*')
  expect(await asked(recife, 'custo rosa vermelha 8,50')).toContain('custa R$ 8,50 cada')
  expect(await asked(recife, 'evento no sábado')).toContain('*sábado 4 abr: evento*')
  expect(await asked(recife, 'desligar alertas')).toContain('Alertas desligados')
  expect(await asked(recife, 'novo token caixa')).toContain('Novo token: *caixa*')
})

test('a stranger is told in the language they wrote in', async () => {
  await using stage = await shopIn('id', 'IDR', 'Asia/Jakarta')
  for (const [phone, text, hello] of [
    ['5215512345678', 'hola, cuánto vendí ayer', 'Hola 🙏 Este número'],
    ['5581912345678', 'oi, quanto vendi ontem', 'Olá 🙏 Este número'],
  ] as const) {
    const stranger = stage.stranger(phone)
    await stranger.says(text)
    const [reply] = await stranger.waitsFor(1)
    expect(reply?.text).toContain(hello)
  }
})
