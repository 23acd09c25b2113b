import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

const LIVE = {
  WA_TOKEN: 'EAAG',
  WA_PHONE_ID: '106540352242922',
  WA_APP_SECRET: 'secret',
  WA_VERIFY_TOKEN: 'word',
  WA_TARGET: '+62 812-3456-7890',
}

const problemsOf = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env)
  return read.ok ? [] : read.problems
}

describe('settings of the model', () => {
  const geminiOf = (env: Record<string, string>) => {
    const read = readConfig({ GEMINI_API_KEY: 'AIza', ...env })
    return read.ok ? read.config.gemini : read.problems
  }

  test('a key alone is enough', () => {
    expect(geminiOf({})).toMatchObject({
      model: 'gemini-3.5-flash-lite',
      apiVersion: 'v1',
      timeoutMs: 6000,
      dailyTokens: null,
      narrativeModel: null,
      thinkingLevel: null,
      hasNarrative: true,
    })
  })

  test('everything can be said', () => {
    expect(
      geminiOf({
        GEMINI_NARRATIVE_MODEL: 'gemini-3.8-flash',
        GEMINI_TRANSCRIBE_MODEL: 'gemini-3.5-transcribe',
        GEMINI_API_VERSION: 'v1beta',
        GEMINI_THINKING_LEVEL: 'LOW',
        GEMINI_DAILY_TOKEN_BUDGET: '200000',
        AI_NARRATIVE: 'off',
      }),
    ).toMatchObject({
      narrativeModel: 'gemini-3.8-flash',
      transcribeModel: 'gemini-3.5-transcribe',
      apiVersion: 'v1beta',
      thinkingLevel: 'LOW',
      dailyTokens: 200_000,
      hasNarrative: false,
    })
  })

  test.each([
    ['GEMINI_DAILY_TOKEN_BUDGET', 'much'],
    ['GEMINI_DAILY_TOKEN_BUDGET', '-1'],
    ['GEMINI_THINKING_LEVEL', 'DEEP'],
    ['GEMINI_API_VERSION', 'v2'],
    ['AI_NARRATIVE', 'maybe'],
    ['GEMINI_BASE_URL', 'http://example.com'],
  ])('%s=%s is told as a problem', (name, value) => {
    expect(geminiOf({ [name]: value })).toEqual([expect.stringContaining(name)])
  })
})

describe('settings', () => {
  test('none at all is the demo', () => {
    const read = readConfig({})
    expect(read.ok && read.config.whatsapp).toBeNull()
    expect(read.ok && read.config.port).toBe(3000)
  })

  test('the real number: the owner’s number is read as people write it', () => {
    const read = readConfig(LIVE)
    expect(read.ok && read.config.whatsapp).toMatchObject({
      target: '6281234567890',
      apiVersion: 'v25.0',
      mediaHosts: ['lookaside.fbsbx.com'],
    })
  })

  test('half filled: every missing one is named, and where to find it', () => {
    const problems = problemsOf({ WA_TOKEN: 'EAAG' })
    for (const name of ['WA_PHONE_ID', 'WA_APP_SECRET', 'WA_VERIFY_TOKEN', 'WA_TARGET']) {
      expect(problems.filter((problem) => problem.startsWith(`${name}: missing`))).toHaveLength(1)
    }
  })

  test('wrong ones are all reported at once, together with the missing ones', () => {
    const problems = problemsOf({
      WA_TOKEN: 'EAAG',
      WA_TARGET: '0812',
      PORT: 'many',
      DEFAULT_TIMEZONE: 'Jakarta',
      SIGNUP: 'maybe',
    })
    for (const name of ['WA_TARGET', 'PORT', 'DEFAULT_TIMEZONE', 'SIGNUP', 'WA_APP_SECRET']) {
      expect(problems.some((problem) => problem.startsWith(name))).toBe(true)
    }
  })

  test('an empty value is an absent one', () => {
    expect(readConfig({ WA_TOKEN: '', WA_PHONE_ID: ' ' }).ok).toBe(true)
  })

  test('tokens never go over plain http, but to a test server on this machine', () => {
    expect(problemsOf({ ...LIVE, WA_GRAPH_URL: 'http://graph.example.com' })[0]).toContain('https')
    expect(problemsOf({ ...LIVE, WA_GRAPH_URL: 'http://127.0.0.1:4000' })).toEqual([])
  })

  test('without an owner’s number only open sign-up makes sense', () => {
    const { WA_TARGET: _, ...rest } = LIVE
    expect(problemsOf({ ...rest, SIGNUP: 'closed' })[0]).toContain('WA_TARGET')
    expect(problemsOf({ ...rest, SIGNUP: 'open' })).toEqual([])
  })

  test('two app secrets during a change', () => {
    const read = readConfig({ ...LIVE, WA_APP_SECRET: 'old, new' })
    expect(read.ok && read.config.whatsapp?.appSecrets).toEqual(['old', 'new'])
  })

  test('several processes need a server: a SQLite file has one', () => {
    expect(problemsOf({ ...LIVE, ROLE: 'work' })[0]).toContain('a SQLite file has one process')
    expect(problemsOf({ ...LIVE, ROLE: 'web', DATABASE_URL: 'file:./a.db' })).toHaveLength(1)
    expect(problemsOf({ ...LIVE, ROLE: 'web', DATABASE_URL: 'postgres://u:p@h/d' })).toEqual([])
    expect(problemsOf({ ...LIVE, DATABASE_URL: 'mysql://h/d' })[0]).toContain('postgres://')
  })
})
