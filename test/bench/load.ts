import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { metaBytes, signedHeaders } from '../../src/simulator/webhooks.ts'
import { CHANNEL } from '../support/builders.ts'

export type Load = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  readonly refused: number
}

type Shot = { readonly bytes: Uint8Array; readonly headers: Record<string, string> }

/** Who writes to the webhooks of the benches. */
export const PEOPLE = 2000

/** One signed text message from one of 2,000 people, so that nobody floods, with an id of its own. */
export const aShot = (n: number, run: string, text = 'ringkasan'): Shot => {
  const bytes = metaBytes({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '0',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '6281100001111', phone_number_id: CHANNEL },
              contacts: [{ profile: { name: 'Rina 🌹' }, wa_id: `62812${n % PEOPLE}` }],
              messages: [
                {
                  from: `62812${String(n % PEOPLE).padStart(7, '0')}`,
                  id: `wamid.${run}.${n}`,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: 'text',
                  text: { body: text },
                },
              ],
            },
          },
        ],
      },
    ],
  })
  return { bytes, headers: signedHeaders(bytes, 'test_app_secret') }
}

/** As many as the server takes, `lanes` at a time. */
export const closedLoop = (port: number, shots: readonly Shot[], lanes: number): Promise<Load> =>
  inLanes(port, (n) => shots[n] ?? null, lanes)

/** The same until `isOver`, however many that are. */
export const untilOver = (
  port: number,
  makeShot: (n: number) => Shot,
  { lanes, isOver }: { readonly lanes: number; readonly isOver: () => boolean },
): Promise<Load> => inLanes(port, (n) => (isOver() ? null : makeShot(n)), lanes)

const inLanes = async (
  port: number,
  shotOf: (n: number) => Shot | null,
  lanes: number,
): Promise<Load> => {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes })
  const times: number[] = []
  let [next, refused] = [0, 0]
  const startedAt = performance.now()
  const lane = async (): Promise<void> => {
    for (let shot = shotOf(next++); shot; shot = shotOf(next++)) {
      const at = performance.now()
      if ((await fire(port, agent, shot)) !== 200) refused++
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = (performance.now() - startedAt) / 1000
  agent.destroy()
  return { perSecond: times.length / seconds, refused, ...spread(times) }
}

/** At a fixed rate until `isOver`; times count from when a shot was due, so that waiting counts. */
export const openLoop = async (
  port: number,
  makeShot: (n: number) => Shot,
  options: { readonly perSecond: number; readonly isOver: () => boolean },
): Promise<Load> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const times: number[] = []
  const flying: Promise<void>[] = []
  let refused = 0
  const startedAt = performance.now()
  for (let n = 0; !options.isOver(); n++) {
    const due = startedAt + (n * 1000) / options.perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    flying.push(
      fire(port, agent, makeShot(n)).then((status) => {
        if (status !== 200) refused++
        times.push(performance.now() - due)
      }),
    )
  }
  await Promise.all(flying)
  const seconds = (performance.now() - startedAt) / 1000
  agent.destroy()
  return { perSecond: times.length / seconds, refused, ...spread(times) }
}

const fire = (port: number, agent: Agent, shot: Shot): Promise<number> =>
  new Promise((resolve, reject) => {
    const out = request(
      {
        host: '127.0.0.1',
        port,
        path: '/webhook',
        method: 'POST',
        agent,
        headers: { ...shot.headers, 'content-length': shot.bytes.length },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    out.on('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that the server closed while this shot was under way: every client sends
      // it again on a new one (the time goes on counting).
      if (out.reusedSocket && error.code === 'ECONNRESET')
        fire(port, agent, shot).then(resolve, reject)
      else reject(error)
    })
    out.end(shot.bytes)
  })

/** Sorts them, and tells the middle, the hundredth worst and the worst. */
export const spread = (times: number[]): { p50: number; p99: number; max: number } => {
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}
