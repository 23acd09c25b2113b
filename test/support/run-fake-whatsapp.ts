// npm run fake:whatsapp -- [port] [address of the service]: a pretend WhatsApp of its own, to rehearse going
// live. It prints the settings Meta would give; the service is then started with them as with real ones.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { tradingDay } from '../../src/sales/day.ts'
import { sampleFile } from '../../src/sales/sample-shop.ts'
import { simulatedGraph } from '../../src/simulator/graph.ts'
import { phonePage } from '../../src/simulator/page.ts'
import { webhookAt } from '../../src/simulator/postman.ts'

const PORT_DEFAULT = 8090
const SERVICE_DEFAULT = 'http://127.0.0.1:3000'
/** How often the service is looked for until it runs. */
const LOOK_MS = 1000
const ANSWER_MS_MAX = 5000
const TIME_ZONE = 'Asia/Jakarta'
const OWNER = { phone: '6281200000001', userId: 'ID.REHEARSAL', name: 'Rina' }
const SETTINGS = {
  WA_TOKEN: 'EAAREHEARSAL',
  WA_PHONE_ID: '100000000000001',
  WA_TARGET: OWNER.phone,
  WA_APP_SECRET: 'rehearsal-app-secret-0123456789abcdef',
  WA_VERIFY_TOKEN: 'rehearsal',
  WA_WABA_ID: '200000000000002',
}

const port = Number(process.argv[2] ?? PORT_DEFAULT)
const webhook = `${process.argv[3] ?? SERVICE_DEFAULT}/webhook`
const routes = new Hono()
const server = createServer(getRequestListener(routes.fetch)).listen(port, '127.0.0.1')
await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const simulator = simulatedGraph({
  number: {
    channel: SETTINGS.WA_PHONE_ID,
    displayNumber: '6281100001111',
    accountId: SETTINGS.WA_WABA_ID,
  },
  token: SETTINGS.WA_TOKEN,
  appSecret: SETTINGS.WA_APP_SECRET,
  publicUrl: () => origin,
  webhook: webhookAt(webhook),
  now: Date.now,
})
const page = phonePage({
  simulator,
  person: OWNER,
  title: 'Shopbell',
  sampleAt: (at) => sampleFile(tradingDay(at, TIME_ZONE, 0), 'id'),
})
routes.route('/', simulator.app).route('/', page)

const lines = Object.entries({
  ...SETTINGS,
  WA_GRAPH_URL: origin,
  WA_MEDIA_HOSTS: new URL(origin).host,
}).map(([name, value]) => `${name}=${value}`)
process.stdout.write(
  `A pretend WhatsApp listens. These lines go into .env:\n\n${lines.join('\n')}\n\n` +
    `In another terminal: npm start. The owner's phone: ${origin.replace('127.0.0.1', 'localhost')}\n` +
    `Looking for the service at ${webhook} …\n`,
)
process.stdout.write(`${await verified()}\n`)

/** What “Verify and save” does at Meta: the service must give the challenge back. */
async function verified(): Promise<string> {
  const challenge = String(Date.now())
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': SETTINGS.WA_VERIFY_TOKEN,
  })
  for (;;) {
    const answer = await fetch(`${webhook}?${query}`, {
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    }).catch(() => null)
    if (answer?.ok && (await answer.text()) === challenge) {
      return 'Webhook verified. Write something on the phone.'
    }
    if (answer?.status === 403) {
      return `The webhook answered 403: WA_VERIFY_TOKEN is not ${SETTINGS.WA_VERIFY_TOKEN} there.`
    }
    await sleep(LOOK_MS)
  }
}
