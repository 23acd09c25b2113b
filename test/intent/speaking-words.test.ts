import { describe, expect, test } from 'vitest'
import {
  digestTap,
  isStop,
  readDigestTap,
  readQuietTap,
  speakingIntent,
} from '../../src/intent/speaking-words.ts'

const said = (text: string): string | null => {
  const intent = speakingIntent(text)
  if (intent?.kind !== 'command') return null
  return intent.argument === null ? intent.name : `${intent.name} ${intent.argument}`
}

test.each([
  ['jadwal', 'schedule'],
  ['/jadwal', 'schedule'],
  ['Jadwal?', 'schedule'],
  ['atur jadwal', 'schedule'],
  ['schedule', 'schedule'],
  ['jadwal harian jam 8', 'schedule daily:480'],
  ['jadwal harian', 'schedule daily:480'],
  ['jadwal harian setengah 8 pagi', 'schedule daily:450'],
  ['jadwal tiap hari jam 20.15', 'schedule daily:1215'],
  ['tolong kirim ringkasan tiap hari jam 9 malam ya', 'schedule daily:1260'],
  ['ringkasan setiap pagi jam 6', 'schedule daily:360'],
  ['jadwal mingguan senin 7 pagi', 'schedule weekly:1:420'],
  ['jadwal mingguan', 'schedule weekly:1:420'],
  ['jadwal mingguan minggu jam 5 sore', 'schedule weekly:7:1020'],
  ['jadwal tiap jumat jam 4 sore', 'schedule weekly:5:960'],
  ['jadwal tiap minggu jam 8', 'schedule weekly:1:480'],
  ['kirim laporan setiap senin jam 7', 'schedule weekly:1:420'],
  ['schedule daily at 8am', 'schedule daily:480'],
  ['Daily summary at 7:30 pm', 'schedule daily:1170'],
  ['send me a summary every day at 8', 'schedule daily:480'],
  ['schedule weekly on monday at 7 in the morning', 'schedule weekly:1:420'],
  ['jadwal mati', 'schedule off'],
  ['jadwal harian mati', 'schedule off:daily'],
  ['schedule weekly off', 'schedule off:weekly'],
  ['horario cada lunes a las 7', 'schedule weekly:1:420'],
  ['horário semanal sexta às 18h', 'schedule weekly:5:1080'],
  ['horario diario a las 8', 'schedule daily:480'],
  ['horário diário às 20h15', 'schedule daily:1215'],
])('“%s” is about summaries that come by themselves', (text, meant) => {
  expect(said(text)).toBe(meant)
})

test.each([
  ['jangan ganggu 21-6', 'quiet 1260-360'],
  ['jangan ganggu jam 9 malam sampai 6 pagi', 'quiet 1260-360'],
  ['jangan ganggu 9-6', 'quiet 1260-360'],
  ['jgn ganggu 22.30 s/d 7', 'quiet 1350-420'],
  ['jam tenang 13-15', 'quiet 780-900'],
  ['jangan ganggu 21-6 kecuali darurat', 'quiet 1260-360-urgent'],
  ['do not disturb from 9pm to 6am except urgent', 'quiet 1260-360-urgent'],
  ["Don't disturb 10pm-7am", 'quiet 1320-420'],
  ['quiet hours 23:00-07:00', 'quiet 1380-420'],
  ['no molestar de 21 a 7', 'quiet 1260-420'],
  ['não perturbe das 21h às 7h', 'quiet 1260-420'],
  ['jangan ganggu mati', 'quiet off'],
  ['quiet hours off', 'quiet off'],
  // Peace, but when? The state shows how to say it.
  ['jangan ganggu', 'schedule'],
  ['jangan ganggu dulu', 'schedule'],
  ['jangan ganggu 7-7', 'schedule'],
  ['jangan ganggu 25-6', 'schedule'],
])('“%s” is about hours without a sound', (text, meant) => {
  expect(said(text)).toBe(meant)
})

test.each([
  'stop',
  'STOP!',
  'Berhenti',
  'stop semua',
  'jangan kirim pesan lagi',
  'unsubscribe',
  'parar',
  'sair',
])('“%s” ends everything unasked', (text) => {
  expect(said(text)).toBe('stop')
  expect(isStop(text)).toBe(true)
})

test.each(['mulai', 'Start', 'mulai lagi', 'resume'])('“%s” begins it again', (text) => {
  expect(said(text)).toBe('resume')
})

describe('other words stay what they were', () => {
  test.each([
    'stop alert',
    'jadwal tutup',
    'jadwal libur',
    'ringkasan harian',
    'ringkasan kemarin',
    'laporan minggu lalu',
    'ringkasan senin',
    'stok mawar 120',
    'daily',
    'laporan 7 maret',
    'summary 8 april',
    'jadwal truk datang jam 8',
  ])('“%s”', (text) => {
    expect(said(text)).toBeNull()
  })
})

test('what a button carries is read back as it was', () => {
  for (const digest of [
    { kind: 'daily', minute: 0 },
    { kind: 'weekly', minute: 1439, weekday: 7 },
  ] as const) {
    expect(readDigestTap(digestTap(digest))).toEqual(digest)
  }
  for (const broken of ['daily:1440', 'weekly:8:10', 'weekly:1', 'daily', '', 'off']) {
    expect(readDigestTap(broken)).toBeNull()
  }
  expect(readQuietTap('1260-360-urgent')).toEqual({ from: 1260, to: 360, urgentAnyway: true })
  expect(readQuietTap('1260-1440')).toBeNull()
})
