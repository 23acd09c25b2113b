import { describe, expect, test } from 'vitest'
import { examine } from '../../src/cli/doctor.ts'
import { setProfile } from '../../src/cli/profile.ts'
import { manageTemplates } from '../../src/cli/templates.ts'
import { simulatedGraph } from '../../src/simulator/graph.ts'
import { graphDesk } from '../../src/whatsapp/client.ts'
import { TEMPLATE_LANGUAGES, TEMPLATES } from '../../src/whatsapp/templates.ts'
import { aGeminiModel } from '../support/a-gemini-model.ts'
import { aServer } from '../support/a-server.ts'
import { CHANNEL } from '../support/builders.ts'
import { startFakeGemini } from '../support/fake-gemini.ts'
import { aFolder } from '../support/props.ts'

const TOKEN = 'EAATESTTOKEN'
const ALL = 16

/** The account at Meta, and what a command prints about it. */
const anAccount = async (token = TOKEN) => {
  const server = await aServer()
  const { origin } = server
  const simulator = simulatedGraph({
    number: { channel: CHANNEL, displayNumber: '6281100001111', accountId: '77' },
    token: TOKEN,
    appSecret: 'test_app_secret',
    publicUrl: () => origin,
    webhook: async () => 200,
    now: Date.now,
  })
  server.serve((request) => simulator.app.fetch(request))
  const folder = aFolder()
  const printed: string[] = []
  const desk = graphDesk({ token, graphUrl: origin, apiVersion: 'v25.0', mediaHosts: [] })
  return {
    simulator,
    printed,
    desk,
    world: {
      desk,
      accountId: '77',
      phoneIds: [CHANNEL],
      language: 'id' as const,
      print: (text: string) => void printed.push(text),
      databaseUrl: `file:${folder.path}/shop.db`,
      whatsapp: { desk, token, phoneIds: [CHANNEL], accountId: '77' },
      model: null,
      now: Date.now,
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

describe('templates', () => {
  test('created once, each in four languages, and shown with their state page after page', async () => {
    await using account = await anAccount()
    expect(await manageTemplates(['create'], account.world)).toBe(0)
    expect(account.printed.filter((line) => line.includes('PENDING'))).toHaveLength(ALL)
    account.printed.length = 0
    expect(await manageTemplates(['create'], account.world)).toBe(0)
    expect(await manageTemplates([], account.world)).toBe(0)
    expect(account.printed).toHaveLength(2 * ALL)
    expect(account.printed.join('\n')).not.toContain('not created')
  })

  test('each fits what Meta takes: named parameters inside the text, short labels', () => {
    for (const { wordings, name } of Object.values(TEMPLATES)) {
      expect(name).toMatch(/^[a-z0-9_]+$/)
      for (const language of TEMPLATE_LANGUAGES) {
        const { body, buttons } = wordings[language]
        expect(body.match(/\{\{\w+\}\}/g)?.sort()).toEqual([
          '{{inti_satu_baris}}',
          '{{tanggal}}',
          '{{toko}}',
        ])
        expect(body).not.toMatch(/^\{\{|\}\}$/)
        for (const label of buttons) expect(label.length).toBeLessThanOrEqual(25)
      }
    }
  })

  test('a wrong token is told in one sentence with what to do', async () => {
    await using account = await anAccount('EAAOLD')
    expect(await manageTemplates([], account.world)).toBe(1)
    expect(account.printed.join()).toMatch(/190.*issue a new one/)
  })

  test('an unknown word shows how it is used', async () => {
    await using account = await anAccount()
    expect(await manageTemplates(['remove'], account.world)).toBe(1)
    expect(account.printed.join()).toContain('usage')
  })
})

test('the slash menu and the ice-breakers go to the number', async () => {
  await using account = await anAccount()
  expect(await setProfile(account.world)).toBe(0)
  expect(await setProfile({ ...account.world, language: 'en' })).toBe(0)
  expect(account.printed[0]).toMatch(/^Set: \d+ commands and 4 ice-breakers/)
})

describe('doctor', () => {
  test('a healthy account: one line each, templates still to be made', async () => {
    await using account = await anAccount()
    expect(await examine(account.world)).toBe(1)
    const text = account.printed.join('\n')
    for (const name of ['database', 'disk', 'clock', 'token', 'number', 'webhook', 'gemini']) {
      expect(text).toMatch(new RegExp(`^✓ ${name}: `, 'm'))
    }
    expect(text).toContain('→ npm run templates -- create')
  })

  test('a token Meta does not take: said once for each call, with advice, and the rest is looked at', async () => {
    await using account = await anAccount('EAAOLD')
    expect(await examine(account.world)).toBe(1)
    const text = account.printed.join('\n')
    expect(text).toMatch(/✗ token: .*190/)
    expect(text).toMatch(/✓ disk/)
  })

  test('a model that Google does not have is told with its name, each model once', async () => {
    await using account = await anAccount()
    await using gemini = await startFakeGemini({ kind: 'json', value: { there: true } })
    const model = aGeminiModel(gemini, {
      modelFor: { transcript: 'gemini-9-whisper' },
      timeoutMs: 2_000,
    })
    await examine({ ...account.world, model })
    const text = account.printed.join('\n')
    expect(text).toMatch(/✓ gemini: gemini-3\.5-flash-lite answers, 170 tokens/)
    expect(text).toMatch(/✗ gemini: HTTP 404.* model gemini-9-whisper is not available/)
    expect(gemini.requests).toHaveLength(2)
  })

  test('a host that is down is named', async () => {
    await using account = await anAccount()
    const desk = graphDesk({
      token: TOKEN,
      graphUrl: 'http://127.0.0.1:1',
      apiVersion: 'v25.0',
      mediaHosts: [],
    })
    const whatsapp = { ...account.world.whatsapp, desk }
    expect(await examine({ ...account.world, whatsapp })).toBe(1)
    expect(account.printed.join('\n')).toContain('→ check network, proxy and WA_GRAPH_URL')
  })

  test('a wrong clock and a token that ends soon are told', async () => {
    await using account = await anAccount()
    const now = () => Date.now() + 5 * 60_000
    await examine({ ...account.world, now })
    expect(account.printed.join('\n')).toMatch(/✗ clock: 30\d s ahead of Meta\n {4}→ .*NTP/)
  })
})
