import type { ServiceState } from '../metrics.ts'
import { DamagedDatabase } from '../store/damaged.ts'
import { freeBytes } from '../store/disk.ts'
import type { ChannelPause } from '../store/outbox.ts'
import { billingMonth } from './intake.ts'
import { asError, type World } from './world.ts'

/** How the service is at this moment: for whoever balances load, watches or is called at night. */
export type Vitals = ServiceState & {
  /** Why nothing new should be sent here, in one machine-readable word; null while ready. */
  readonly reason: NotReady | null
  readonly pauses: readonly ChannelPause[]
}

/**
 * `draining`: being stopped. `disk-full`: what comes in may soon not be kept. `database`: it cannot be
 * written. `database-damaged`: nor will it ever, before a copy is restored. `messages-wait`: nobody answers what came in.
 */
type NotReady = 'draining' | 'disk-full' | 'database' | 'database-damaged' | 'messages-wait'

export type VitalsWorld = Pick<World, 'store' | 'log' | 'policy' | 'now'> & {
  /** The folder of the database file; null when it lies on another machine. */
  readonly databaseDir: string | null
  /** False where other processes answer: their trouble must not close the door here. */
  readonly answers: boolean
  readonly isDraining: () => boolean
}

/** A message that has waited longer than this means that the worker is stuck: not ready. */
const OLDEST_MS_MAX = 5 * 60_000
/** Room for the log of a large import and for the operator to make more. */
const DISK_BYTES_MIN = 64 * 1024 * 1024
/** A commit that takes longer is a disk nobody should rely on. */
const PROOF_MS_MAX = 1000
/** Asked by several watchers at once, the database proves itself once. */
const KEPT_MS = 500

/** Looks at everything anew, at most twice a second. Never rejects. */
export const startVitals = (world: VitalsWorld): (() => Promise<Vitals>) => {
  let known: { readonly at: number; readonly vitals: Promise<Vitals> } | null = null
  return () => {
    const at = performance.now()
    if (known === null || world.isDraining() || at - known.at >= KEPT_MS) {
      known = { at, vitals: look(world) }
    }
    return known.vitals
  }
}

const look = async (world: VitalsWorld): Promise<Vitals> => {
  try {
    const diskFreeBytes = world.databaseDir === null ? null : await freeBytes(world.databaseDir)
    const rest = await readState(world)
    const reason = world.isDraining() ? 'draining' : await whyNot(world, rest, diskFreeBytes)
    return { ...rest, diskFreeBytes, ready: reason === null, reason }
  } catch (error) {
    // Not being able to look is the finding; what exactly happened is the operator's.
    world.log.error('the database or its disk cannot be read', { error: asError(error) })
    return { ...UNSEEN, diskFreeBytes: null, ready: false, reason: troubleOf(error) }
  }
}

type State = Omit<Vitals, 'ready' | 'reason' | 'diskFreeBytes'> & {
  readonly oldestAt: number | null
}

const UNSEEN: State = {
  inbox: { pending: 0, oldestSeconds: null, setAside: 0 },
  outbox: { waiting: 0, held: 0, failed: 0 },
  pausedNumbers: 0,
  pauses: [],
  billed: [],
  oldestAt: null,
}

const readState = async (world: VitalsWorld): Promise<State> => {
  const { store } = world
  const now = world.now()
  const { oldestAt, pending, setAside } = await store.inboxHealth()
  const { pauses, ...outbox } = await store.outboxHealth()
  const oldestSeconds = oldestAt === null ? null : Math.round((now - oldestAt) / 1000)
  return {
    inbox: { pending, setAside, oldestSeconds },
    outbox,
    pausedNumbers: pauses.length,
    pauses,
    billed: await store.billedIn(billingMonth(world, now)),
    oldestAt,
  }
}

const whyNot = async (
  world: VitalsWorld,
  { oldestAt }: State,
  free: number | null,
): Promise<NotReady | null> => {
  if (free !== null && free < DISK_BYTES_MIN) return 'disk-full'
  const trouble = await whyUnwritable(world)
  if (trouble !== null) return trouble
  const isStuck = world.answers && oldestAt !== null && world.now() - oldestAt > OLDEST_MS_MAX
  return isStuck ? 'messages-wait' : null
}

/** Only a commit proves that the disk takes one. */
const whyUnwritable = async ({ store, log }: VitalsWorld): Promise<NotReady | null> => {
  const begunAt = performance.now()
  try {
    await store.proveWrite()
  } catch (error) {
    log.error('the database cannot be written', { error: asError(error) })
    return troubleOf(error)
  }
  return performance.now() - begunAt <= PROOF_MS_MAX ? null : 'database'
}

const troubleOf = (error: unknown): NotReady =>
  error instanceof DamagedDatabase ? 'database-damaged' : 'database'
