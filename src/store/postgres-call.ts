import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

// How the processes on one server wake each other. A call is a hint and carries nothing: who misses one finds
// the work by looking, a second later.

const CHANNEL = 'shopbell'
/** A listener that lost its connection tries again after this, so that a restart is no stampede. */
const AGAIN_MS = 1000
/** A silent network is noticed within a minute. */
const KEEP_ALIVE_MS = 20_000

/** Calls the others; many calls in a moment are one. */
export const callerOn = (pool: pg.Pool): (() => void) => {
  let isCalling = false
  let again = false
  const call = async (): Promise<void> => {
    isCalling = true
    do {
      again = false
      // A call that fails is a call missed: the work waits in its table and is found by looking.
      await pool.query(`notify ${CHANNEL}`).catch(() => undefined)
    } while (again)
    isCalling = false
  }
  return () => {
    again = true
    if (!isCalling) void call()
  }
}

/** Tells `onCall` whenever any process calls, and once after every break, when a call may have been missed. */
export const hearOn = (databaseUrl: string, onCall: () => void): (() => Promise<void>) => {
  let stopping = false
  let client: pg.Client | null = null

  const listen = async (): Promise<void> => {
    const own = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'shopbell listening',
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    })
    client = own
    const broken = new Promise<void>((resolve) => {
      own.on('error', () => resolve())
      own.on('end', () => resolve())
    })
    own.on('notification', onCall)
    try {
      await own.connect()
      await own.query(`listen ${CHANNEL}`)
      onCall()
      await broken
    } finally {
      await own.end().catch(() => undefined)
    }
  }

  const running = (async () => {
    while (!stopping) {
      // Until the server is back we live by looking; that it is away is told by everything else.
      await listen().catch(() => undefined)
      if (!stopping) await sleep(AGAIN_MS)
    }
  })()

  return async () => {
    stopping = true
    await client?.end().catch(() => undefined)
    await running
  }
}
