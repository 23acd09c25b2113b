import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, weekdayOf } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { TEMPLATES, templateLanguageOf } from '../../src/whatsapp/templates.ts'
import { aStage, QUICK, type Stage } from '../support/a-phone.ts'
import { csv, steadyShop } from '../support/files.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the files end on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'
const YESTERDAY = day('2026-03-31')
const HOUR = 3_600_000
/** Several conversations of several days each, also on a busy machine. */
const PATIENCE_MS = 120_000
/** The schedule looks often, so that a test only has to move the clock. */
const PACE = { ...QUICK, scheduleMs: 100 }

const templatesIn = (language: Language) =>
  (['alert', 'reminder'] as const).map((kind) => {
    const { name, wordings } = TEMPLATES[kind]
    return { name, language, ...wordings[templateLanguageOf(language)] }
  })

/** Meta has approved the templates of that language, and has said so. */
const aWatched = async (language: Language): Promise<Stage> => {
  const templates = templatesIn(language)
  const stage = await aStage({ now: NOW, shop: { language }, templates, options: { pace: PACE } })
  const news = templates.map(({ name }) => ({
    name,
    language,
    status: 'APPROVED',
    quality: null,
    category: null,
  }))
  await stage.app.store.accept([{ arrivals: [], statuses: [], templates: news }])
  return stage
}

/** Everything the shop has said since the person's last message, once it has fallen silent. */
const said = async ({ phone }: Stage, count = 1): Promise<string[]> => {
  await phone.waitsFor(count, 60_000)
  const bubbles = await phone.waitsForQuiet(500)
  return bubbles.map(({ text, choices }) =>
    `${text}\n${choices.map(({ title }) => `[${title}]`).join(' ')}`.replaceAll('\u00a0', ' '),
  )
}

const tells = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  const [answer = '', ...others] = await said(stage)
  expect(others).toEqual([])
  return answer
}

const taps = async (stage: Stage, title: string): Promise<string> => {
  await stage.phone.taps(title)
  const [answer = ''] = await said(stage)
  return answer
}

for (const language of ['id', 'en'] as const) {
  const inLanguage = (id: string, en: string): string => (language === 'id' ? id : en)

  describe(`the bell, ${language}`, { timeout: PATIENCE_MS }, () => {
    test('a branch without a sale while the other sells is a question, and the answer is kept', async () => {
      await using stage = await aWatched(language)
      const { bytes } = steadyShop({
        until: YESTERDAY,
        lastDayFactor: 0,
        lastDayBranch: 'Setiabudi',
      })
      await stage.phone.sends(bytes, { fileName: 'penjualan.csv' })
      const [, alert = ''] = await said(stage, 2)
      expect(alert).toContain(inLanguage('Cabang Setiabudi: tidak ada penjualan', 'no sales'))
      expect(alert).toContain(
        inLanguage(
          'Toko tutup, atau filenya belum dikirim?\n_Cabang lain normal._\n[Toko tutup] [File belum masuk] [Lihat rincian]',
          'Closed, or is a file still missing?\n_The other branches are normal._\n[Shop was closed] [File still missing] [See details]',
        ),
      )
      expect(await taps(stage, inLanguage('File belum masuk', 'File still missing'))).toContain(
        inLanguage('*file belum masuk*', '*file still missing*'),
      )
      expect(await stage.app.store.toldAlerts('default')).toMatchObject([{ label: 'missing' }])
    })

    test('a slow slump that no single day shows is told once', async () => {
      await using stage = await aWatched(language)
      await stage.phone.sends(slump(), { fileName: 'penjualan.csv' })
      const [, alert = ''] = await said(stage, 2)
      expect(alert).toMatch(
        language === 'id'
          ? /^📉 \*Penjualan pelan-pelan turun \d+%\* sejak /
          : /^📉 \*Sales slowly down \d+%\* since /,
      )
      expect(alert).toMatch(inLanguage('sehari, sebelumnya ±Rp', 'a day, before that ±Rp'))
      // The details explain those days together.
      expect(await taps(stage, inLanguage('Lihat rincian', 'See details'))).toMatch(
        inLanguage('biasanya', 'usually'),
      )
    })

    test('a file that should have come is asked about once, by day, and never again', async () => {
      await using stage = await aWatched(language)
      for (const back of [5, 4, 3, 2, 1]) {
        await stage.phone.sends(dayFile(addDays(YESTERDAY, 1 - back)), { fileName: `${back}.csv` })
        await said(stage)
        stage.clock.advance(24 * HOUR)
      }
      // 36 hours after the last file, at ten in the evening: nobody is woken.
      stage.clock.advance(36 * HOUR)
      expect(await stage.phone.waitsForQuiet(1000)).toHaveLength(1)
      stage.clock.advance(10 * HOUR)
      const [, template = ''] = await said(stage, 2)
      expect(template).toMatch(
        inLanguage(
          'untuk Sel 7 Apr belum masuk: file terakhir berisi sampai Selasa 31 Mar',
          'for Tue 7 Apr has not come in: the last file ends on Tuesday 31 Mar',
        ),
      )
      stage.clock.advance(48 * HOUR)
      expect(await stage.phone.waitsForQuiet(1000)).toHaveLength(2)
      expect(await taps(stage, inLanguage('Toko tutup', 'Shop was closed'))).toContain(
        inLanguage('*toko tutup*', '*shop was closed*'),
      )
      const closed = await stage.app.store.explainedDays('default')
      expect(closed[0]).toBe(day('2026-04-01'))
      expect(closed.length).toBeGreaterThanOrEqual(5)
    })

    test('the owner turns the bell down, off and on again', async () => {
      await using stage = await aWatched(language)
      expect(await tells(stage, inLanguage('alert', 'alerts'))).toMatch(
        inLanguage('Alert seperti biasa', 'Alerts as usual'),
      )
      expect(await tells(stage, inLanguage('alert lebih sedikit', 'fewer alerts'))).toMatch(
        inLanguage('Sekitar 2 sebulan', 'About 2 a month'),
      )
      expect(await tells(stage, inLanguage('alert mati', 'alerts off'))).toContain(
        inLanguage('🔕 *Alert mati*', '🔕 *Alerts are off*'),
      )
      const { bytes } = steadyShop({ until: YESTERDAY, lastDayFactor: 0.2 })
      await stage.phone.sends(bytes, { fileName: 'penjualan.csv' })
      expect(await said(stage)).toHaveLength(1)
      // What happened meanwhile is still news when the bell is on again.
      await stage.phone.says(inLanguage('nyalakan alert', 'alerts on'))
      await stage.phone.waitsFor(1, 60_000)
      // The schedule's next round.
      stage.clock.advance(1000)
      const [state = '', alert = ''] = await said(stage, 2)
      expect(state).toContain('🔔')
      expect(alert).toContain('⚠️')
    })

    test('it stops by itself when most of its rings were nothing, and says so', async () => {
      await using stage = await aWatched(language)
      await nineWrongAlarms(stage)
      const { bytes } = steadyShop({ until: YESTERDAY, lastDayFactor: 0.2, lastDayBranch: 'Dago' })
      await stage.phone.sends(bytes, { fileName: 'penjualan.csv' })
      await said(stage, 2)
      expect(await taps(stage, inLanguage('Wajar', 'That is normal'))).toContain(
        inLanguage('Alert saya hentikan dulu', 'I stop my alerts for now'),
      )
      expect((await stage.app.store.alertLevel('default')).level).toBe('off')
    })

    test('“normal” offers to mute, and a muted cause is silent', async () => {
      await using stage = await aWatched(language)
      await stage.phone.sends(badDago(YESTERDAY, 84), { fileName: 'a.csv' })
      await said(stage, 2)
      expect(await taps(stage, inLanguage('Wajar', 'That is normal'))).toContain(
        inLanguage('[Jangan ingatkan]', '[Do not remind me]'),
      )
      await taps(stage, inLanguage('Jangan ingatkan', 'Do not remind me'))
      stage.clock.advance(7 * 24 * HOUR)
      await stage.phone.sends(badDago(addDays(YESTERDAY, 7), 1, 0.1), { fileName: 'b.csv' })
      expect(await said(stage)).toEqual([expect.stringContaining('b.csv')])
    })
  })
}

describe('one cause, one message', { timeout: PATIENCE_MS }, () => {
  test('the same branch is silent the next day, and rings again when it gets worse', async () => {
    await using stage = await aWatched('id')
    await stage.phone.sends(badDago(YESTERDAY, 84, 0.4), { fileName: 'a.csv' })
    expect(await said(stage, 2)).toHaveLength(2)
    stage.clock.advance(24 * HOUR)
    await stage.phone.sends(badDago(addDays(YESTERDAY, 1), 1, 0.4), { fileName: 'b.csv' })
    expect(await said(stage)).toHaveLength(1)
    stage.clock.advance(24 * HOUR)
    await stage.phone.sends(badDago(addDays(YESTERDAY, 2), 1, 0.1), { fileName: 'c.csv' })
    const [, alert = ''] = await said(stage, 2)
    expect(alert).toContain('Cabang Dago turun')
  })

  test('two bad days in two files on one day are one bubble; the second is told tomorrow', async () => {
    await using stage = await aWatched('id')
    await stage.phone.sends(badDago(addDays(YESTERDAY, -1), 84), { fileName: 'a.csv' })
    const [, first = ''] = await said(stage, 2)
    expect(first).toContain('Cabang Dago turun')
    const riau = steadyShop({
      until: YESTERDAY,
      days: 1,
      lastDayFactor: 0.2,
      lastDayBranch: 'Setiabudi',
    })
    await stage.phone.sends(riau.bytes, { fileName: 'b.csv' })
    expect(await said(stage)).toHaveLength(1)
    stage.clock.advance(24 * HOUR)
    const later = await said(stage, 2)
    expect(later[1]).toContain('Setiabudi')
  })

  test('a shop that counts units and no money is watched too, in units', async () => {
    await using stage = await aWatched('id')
    const units = (date: string, factor: number) =>
      `${date},Mawar,${Math.round((38 + (Number(date.slice(-2)) % 5)) * factor)}`
    const rows = Array.from({ length: 84 }, (_, i) => addDays(YESTERDAY, i - 83))
    await stage.phone.sends(
      csv('tanggal,produk,jumlah', ...rows.map((on) => units(on, on === YESTERDAY ? 0.2 : 1))),
      { fileName: 'a.csv' },
    )
    const [, alert = ''] = await said(stage, 2)
    expect(alert).toMatch(
      /^⚠️ \*Penjualan turun \d+ barang\* kemarin \(31 Mar\)\n\d+ barang; Selasa biasanya/,
    )
  })
})

const badDago = (until: Day, days: number, lastDayFactor = 0.25): Uint8Array =>
  steadyShop({ until, days, lastDayFactor, lastDayBranch: 'Dago' }).bytes

const dayFile = (on: string): Uint8Array =>
  csv('tanggal,produk,jumlah,harga', `${on},Mawar,12,20.000`, `${on},Lily,4,35.000`)

/** Twelve weeks with little noise; from the last fortnight on a quarter less. */
const slump = (): Uint8Array => {
  const days = Array.from({ length: 84 }, (_, i) => addDays(YESTERDAY, i - 83))
  const rows = days.map((on, i) => {
    const usual = (weekdayOf(on) === 6 ? 90 : 60) + ((i * 7) % 9) - 4
    return `${on},Mawar,${Math.round(usual * (i >= 70 ? 0.76 : 1))},20.000`
  })
  return csv('tanggal,produk,jumlah,harga', ...rows)
}

const nineWrongAlarms = async ({ app }: Stage): Promise<void> => {
  for (let back = 60; back < 69; back += 1) {
    const on = addDays(YESTERDAY, -back)
    const finding = JSON.stringify({
      day: on,
      scope: { kind: 'product', name: 'Kartu' },
      direction: 'up',
      zeroDay: false,
      actual: 2,
      usual: { likely: 1, low: 1, high: 1 },
      score: 4,
      causes: [],
      othersNormal: false,
    })
    await app.store.ringAlert({ shopId: 'default', day: on, finding }, { today: on, drafts: [] })
    await app.store.apply([
      { kind: 'label', shopId: 'default', day: on, label: 'normal', personId: 'p' },
    ])
  }
}
