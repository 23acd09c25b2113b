import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../src/sales/day.ts'
import type { Language } from '../../src/sales/shop.ts'
import { TEMPLATE_KINDS, TEMPLATES } from '../../src/whatsapp/templates.ts'
import { aStage, QUICK, type Stage } from '../support/a-phone.ts'
import { CHANNEL } from '../support/builders.ts'
import { csv, steadyShop } from '../support/files.ts'

// Wednesday 1 April 2026, 10:00 in Jakarta; the files end on Tuesday 31 March.
const NOW = '2026-04-01T03:00:00Z'
const YESTERDAY = day('2026-03-31')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Several days of one conversation, also on a busy machine. */
const PATIENCE_MS = 120_000
/** The schedule looks often, so that a test only has to move the clock. */
const PACE = { ...QUICK, scheduleMs: 100 }
/** Several rounds of the schedule: who has not spoken by then stays silent. */
const SILENCE_MS = 1200

type Settings = {
  readonly language?: Language
  readonly withTemplates?: boolean
  readonly now?: string
}

const aWatched = async (settings: Settings = {}): Promise<Stage> => {
  const { language = 'id', withTemplates = true, now = NOW } = settings
  const templates = TEMPLATE_KINDS.map((kind) => {
    const { name, wordings } = TEMPLATES[kind]
    return { name, language, ...wordings[language === 'pt' ? 'pt_BR' : language] }
  })
  const stage = await aStage({
    now,
    shop: { language },
    ...(withTemplates ? { templates } : {}),
    options: { pace: PACE },
  })
  if (!withTemplates) return stage
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

const shown = ({
  text,
  choices,
}: {
  text: string
  choices: readonly { title: string }[]
}): string =>
  `${text}\n${choices.map(({ title }) => `[${title}]`).join(' ')}`.replaceAll('\u00a0', ' ')

/** What the shop has said since the person's last message, once there are so many bubbles and then silence. */
const said = async ({ phone }: Stage, count = 1): Promise<string[]> => {
  await phone.waitsFor(count, 60_000)
  return (await phone.waitsForQuiet(SILENCE_MS)).map(shown)
}

const says = async (stage: Stage, text: string): Promise<string> => {
  await stage.phone.says(text)
  await stage.phone.waitsFor(1, 60_000)
  const [answer = '', ...others] = (await stage.phone.waitsForQuiet(300)).map(shown)
  expect(others).toEqual([])
  return answer
}

const taps = async (stage: Stage, title: string): Promise<string> => {
  await stage.phone.taps(title)
  return (await said(stage))[0] ?? ''
}

const isSilent = async ({ phone }: Stage, bubbles: number): Promise<void> => {
  expect(await phone.waitsForQuiet(SILENCE_MS)).toHaveLength(bubbles)
}

const history = (until: Day = YESTERDAY, lastDayFactor = 1): Uint8Array =>
  steadyShop({ until, lastDayFactor }).bytes

const dayFile = (on: Day, branch: string | null = null, factor = 1): Uint8Array =>
  steadyShop({ until: on, days: 1, lastDayFactor: factor, lastDayBranch: branch }).bytes

/** A little file more of a day that is there. */
const ribbons = (on: Day, n: number): Uint8Array =>
  csv('tanggal,produk,jumlah,harga,cabang,warna', `${on},Pita ${n},1,1000,Dago,merah`)

/** What the shop says when the owner sends a file. */
const sendsDay = async (stage: Stage, bytes: Uint8Array, count = 1): Promise<string[]> => {
  await stage.phone.sends(bytes, { fileName: `${stage.clock.now()}.csv` })
  return said(stage, count)
}

describe('a summary at the owner’s hour', { timeout: PATIENCE_MS }, () => {
  test('is asked for in words, comes once a day at that hour, and never without new sales', async () => {
    await using stage = await aWatched()
    expect(await says(stage, 'jadwal')).toContain('Belum ada ringkasan otomatis')
    expect(await taps(stage, 'Harian jam 08.00')).toContain(
      '*Ringkasan tiap hari jam 08.00*\nMulai Kamis 2 Apr',
    )
    await sendsDay(stage, history())
    // Thursday at eight, with Wednesday's file not there: Tuesday is told, once.
    stage.clock.advance(21 * HOUR + 59 * MINUTE)
    await isSilent(stage, 1)
    stage.clock.advance(MINUTE)
    const [, digest = ''] = await said(stage, 2)
    expect(digest).toMatch(/^📊 \*Selasa 31 Mar: Rp /)
    expect(digest).toContain('[Atur jadwal]')
    stage.clock.advance(2 * HOUR)
    await isSilent(stage, 2)
    // Friday at eight nothing new has come.
    stage.clock.advance(22 * HOUR)
    await isSilent(stage, 2)
  })

  test('by template when nobody has written for a day: both taps lead on', async () => {
    await using stage = await aWatched()
    await says(stage, 'jadwal harian jam 11')
    await sendsDay(stage, history())
    stage.clock.advance(25 * HOUR)
    const [, template = ''] = await said(stage, 2)
    expect(template).toMatch(
      /^Ringkasan yang Anda minta untuk Toko Mawar, Sel 31 Mar: Rp [\d.]+, .+\. Tekan untuk membaca lengkapnya\.\n\[Lihat ringkasan\] \[Atur jadwal\]$/,
    )
    expect(await taps(stage, 'Atur jadwal')).toContain('Ringkasan tiap hari jam 11.00')
    expect(await taps(stage, 'Lihat ringkasan')).toMatch(/^📊 \*Selasa 31 Mar: Rp /)
    expect(await says(stage, 'jadwal mati')).toContain('*Ringkasan otomatis dimatikan*')
    await sendsDay(stage, dayFile(day('2026-04-01')))
    stage.clock.advance(24 * HOUR)
    await isSilent(stage, 1)
  })

  test('of the week, on its day; missed by a day it is caught up, and a daily one steps aside', async () => {
    await using stage = await aWatched({ language: 'en' })
    expect(await says(stage, 'schedule weekly monday 7am')).toContain('Monday 6 Apr')
    await says(stage, 'schedule daily at 8')
    await sendsDay(stage, history())
    // The service was down from Wednesday to Tuesday of the next week, at nine.
    stage.clock.advance(6 * 24 * HOUR - HOUR)
    const [, digest = ''] = await said(stage, 2)
    expect(digest).toMatch(/The summary you asked for, Toko Mawar, Tue 31 Mar - Mon 6 Apr: Rp /)
    stage.clock.advance(10 * MINUTE)
    await isSilent(stage, 2)
    expect(await taps(stage, 'See summary')).toMatch(/^📊 \*31 Mar - 6 Apr 2026: Rp /)
  })

  test('picked within quiet hours it comes at its hour, late it waits for the morning', async () => {
    await using stage = await aWatched()
    expect(await says(stage, 'jadwal harian jam 5 pagi')).toContain('Itu di dalam jam tenang')
    await sendsDay(stage, history())
    stage.clock.advance(19 * HOUR)
    expect((await said(stage, 2))[1]).toMatch(/^📊/)
    await sendsDay(stage, dayFile(day('2026-04-01')))
    // Up again only at half past six: its own hour has gone, so it waits until seven.
    stage.clock.advance(25.5 * HOUR)
    await isSilent(stage, 1)
    stage.clock.advance(HOUR / 2)
    await said(stage, 2)
  })
})

describe('at most one bubble a day', { timeout: PATIENCE_MS }, () => {
  test('an alert, a digest, low stock and a missing file all due at once: the alert, and the rest day by day', async () => {
    // Sunday 29 March, half past eight in the evening; a file every thirteen hours.
    await using stage = await aWatched({ now: '2026-03-29T13:30:00Z' })
    await says(stage, 'jadwal mingguan rabu jam 0.15')
    await sendsDay(stage, history(day('2026-03-29')))
    for (const n of [1, 2, 3]) {
      stage.clock.advance(13 * HOUR)
      await sendsDay(stage, ribbons(day('2026-03-29'), n))
    }
    // Wednesday, a quarter past midnight: the day's bubble is this digest, so a bad Tuesday has to wait.
    stage.clock.advance(12 * HOUR + 45 * MINUTE)
    await said(stage, 2)
    stage.clock.advance(15 * MINUTE)
    const bad = { until: YESTERDAY, days: 2, lastDayFactor: 0.2, lastDayBranch: 'Dago' }
    await sendsDay(stage, steadyShop(bad).bytes)
    await says(stage, 'stok mawar merah 5')
    await says(stage, 'jadwal mingguan kamis jam 12')
    // Thursday at one: all four are due.
    stage.clock.advance(36.5 * HOUR)
    expect((await said(stage, 2))[1]).toMatch(
      /^Ada perubahan .* pada Sel 31 Mar: Cabang Dago turun/,
    )
    stage.clock.advance(HOUR)
    await isSilent(stage, 2)
    stage.clock.advance(24 * HOUR)
    expect((await said(stage, 3))[2]).toMatch(
      /^Ringkasan yang Anda minta .* Jum 27 Mar - Kam 2 Apr/,
    )
    stage.clock.advance(24 * HOUR)
    expect((await said(stage, 4))[3]).toContain('belum masuk')
    stage.clock.advance(48 * HOUR)
    await isSilent(stage, 4)
  })

  test('low stock is told in the morning, at most twice a week, and its tap shows what to order', async () => {
    await using stage = await aWatched()
    await sendsDay(stage, history())
    expect(await says(stage, 'stok mawar merah 5')).toContain('Mawar Merah')
    stage.clock.advance(21 * HOUR)
    const [, low = ''] = await said(stage, 2)
    expect(low).toMatch(
      /^📦 \*Mawar Merah cuma cukup kurang dari sehari\*\nsisa 5 · laku ±\d+\/hari · kirim 2 hari\n\[Restock\]/,
    )
    stage.clock.advance(24 * HOUR)
    expect((await said(stage, 3))[2]).toMatch(
      /^Stok menipis di Toko Mawar per Jum 3 Apr: Mawar Merah/,
    )
    expect(await taps(stage, 'Restock')).toContain('Mawar Merah')
    await sendsDay(stage, dayFile(day('2026-04-02')))
    stage.clock.advance(24 * HOUR)
    await isSilent(stage, 1)
  })

  test('what cannot wait comes beside a digest, once', async () => {
    await using stage = await aWatched()
    await says(stage, 'jadwal harian jam 11')
    await sendsDay(stage, history(addDays(YESTERDAY, -1)))
    stage.clock.advance(HOUR)
    expect((await said(stage, 2))[1]).toMatch(/^📊 \*Senin 30 Mar/)
    await stage.phone.sends(dayFile(YESTERDAY, 'Setiabudi', 0), { fileName: 'b.csv' })
    expect((await said(stage, 2))[1]).toContain('Cabang Setiabudi: tidak ada penjualan')
    stage.clock.advance(HOUR)
    await isSilent(stage, 2)
  })

  test('what can wait is told the next morning instead', async () => {
    await using stage = await aWatched()
    await says(stage, 'jadwal harian jam 11')
    await sendsDay(stage, history(addDays(YESTERDAY, -1)))
    stage.clock.advance(HOUR)
    await said(stage, 2)
    await sendsDay(stage, dayFile(YESTERDAY, 'Dago', 0.2))
    await isSilent(stage, 1)
    stage.clock.advance(20 * HOUR)
    expect((await said(stage, 2))[1]).toContain('Cabang Dago turun')
  })
})

/** A second owner whose phone is with the till: writes, and wants to hear nothing. */
const aTill = async (stage: Stage) => {
  const till = stage.stranger()
  const shop = await stage.app.store.readShop('default')
  if (shop === null) throw new Error('no shop')
  await stage.app.store.ensureShop(shop, [{ channel: CHANNEL, phone: till.person.phone ?? '' }])
  await till.says('stop')
  await till.waitsFor(1, 20_000)
  return till
}

describe('quiet hours', { timeout: PATIENCE_MS }, () => {
  test('an urgent alert too waits for their end, unless the owner says otherwise', async () => {
    await using stage = await aWatched()
    const till = await aTill(stage)
    await sendsDay(stage, history(addDays(YESTERDAY, -2)))
    expect(await says(stage, 'jangan ganggu 9-16')).toContain('*Jam tenang 09.00-16.00*')
    stage.clock.advance(HOUR)
    await till.sends(dayFile(addDays(YESTERDAY, -1), 'Setiabudi', 0), { fileName: 'b.csv' })
    await till.waitsFor(1, 20_000)
    await isSilent(stage, 1)
    stage.clock.advance(5 * HOUR)
    expect((await said(stage, 2))[1]).toContain('Cabang Setiabudi: tidak ada penjualan')
    // Thursday at eleven, and this time it may.
    stage.clock.advance(18 * HOUR)
    expect(await says(stage, 'jangan ganggu 9-16 kecuali darurat')).toContain('kecuali')
    stage.clock.advance(HOUR)
    await till.sends(dayFile(YESTERDAY, null, 0.2), { fileName: 'c.csv' })
    await till.waitsFor(1, 20_000)
    await isSilent(stage, 1)
    await till.sends(dayFile(day('2026-04-01'), 'Dago', 0), { fileName: 'd.csv' })
    expect((await said(stage, 2))[1]).toContain('Cabang Dago: tidak ada penjualan')
  })
})

describe('outside the 24 hours', { timeout: PATIENCE_MS }, () => {
  test('both taps of an alert lead on, and its label takes the day out of what is usual', async () => {
    await using stage = await aWatched()
    const till = await aTill(stage)
    await sendsDay(stage, history(addDays(YESTERDAY, -1)))
    stage.clock.advance(25 * HOUR)
    await till.sends(dayFile(YESTERDAY, 'Dago', 0.2), { fileName: 'b.csv' })
    const [, template = ''] = await said(stage, 2)
    expect(template).toMatch(/\[Lihat rincian\] \[Atur alert\]$/)
    expect(await taps(stage, 'Atur alert')).toContain('Alert seperti biasa')
    expect(await taps(stage, 'Lihat rincian')).toMatch(
      /^⚠️ \*Cabang Dago turun .*\* hari Selasa 31 Mar\n/,
    )
    expect(await taps(stage, 'Toko tutup')).toContain('Hari itu tidak dipakai sebagai patokan')
    expect(await stage.app.store.explainedDays('default')).toEqual([YESTERDAY])
    expect(await stage.app.store.toldAlerts('default')).toMatchObject([{ label: 'closed' }])
  })

  test('the second tap of a reminder mutes it until alerts are turned on again', async () => {
    await using stage = await aWatched({ now: '2026-03-28T17:30:00Z' })
    await sendsDay(stage, history(day('2026-03-28')))
    for (const n of [1, 2, 3, 4]) {
      stage.clock.advance(13 * HOUR)
      await sendsDay(stage, ribbons(day('2026-03-28'), n))
    }
    stage.clock.advance(37 * HOUR)
    expect((await said(stage, 2))[1]).toMatch(/belum masuk.*\n\[Toko tutup\] \[Jangan ingatkan\]$/)
    expect(await taps(stage, 'Jangan ingatkan')).toContain('tidak saya tanyakan lagi')
    expect(await stage.app.store.isMuted('default', 'reminder')).toBe(true)
    stage.clock.advance(MINUTE)
    await says(stage, 'alert hidup')
    expect(await stage.app.store.isMuted('default', 'reminder')).toBe(false)
  })
})

describe('stop', { timeout: PATIENCE_MS }, () => {
  test('ends everything unasked for this person at once, and “mulai” brings it back', async () => {
    await using stage = await aWatched({ withTemplates: false })
    // Nobody says `mulai` to a bell that never stopped: it is a greeting.
    expect(await says(stage, 'mulai')).toContain('Halo')
    await sendsDay(stage, history(addDays(YESTERDAY, -1)))
    await says(stage, 'jadwal harian jam 11')
    expect(await says(stage, 'STOP')).toBe(
      '🔕 Siap, saya tidak kirim pesan otomatis lagi. Tetap boleh tanya kapan saja; ketik *mulai* untuk menyalakan lagi.\n[Mulai lagi]',
    )
    const [receipt = '', ...others] = await sendsDay(stage, dayFile(YESTERDAY, 'Setiabudi', 0))
    expect(receipt).toContain('terbaca')
    expect(others).toEqual([])
    stage.clock.advance(2 * HOUR)
    await isSilent(stage, 1)
    expect(await says(stage, 'jadwal')).toContain('Anda minta *stop*')
    await stage.phone.says('mulai')
    const [resumed = '', alert = ''] = await said(stage, 2)
    expect(resumed).toContain('jalan lagi seperti biasa')
    expect(alert).toContain('Cabang Setiabudi: tidak ada penjualan')
  })

  test('what was held for a closed window is not sent with the answer to it', async () => {
    await using stage = await aWatched({ withTemplates: false })
    await sendsDay(stage, history(addDays(YESTERDAY, -1)))
    const till = await aTill(stage)
    stage.clock.advance(25 * HOUR)
    await till.sends(dayFile(YESTERDAY, 'Setiabudi', 0), { fileName: 'b.csv' })
    await till.waitsFor(1, 20_000)
    await isSilent(stage, 1)
    expect((await stage.app.store.outboxHealth()).held).toBe(1)
    expect(await says(stage, 'berhenti')).toContain('🔕')
    expect((await stage.app.store.outboxHealth()).held).toBe(0)
    expect(await stage.app.store.listenersOf('default')).toEqual([])
  })
})
