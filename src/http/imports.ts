import { type IncomingFile, sha256Of } from '../flow/import.ts'
import { takeIn } from '../flow/take-in.ts'
import { asError, type World } from '../flow/world.ts'
import type { ApiTarget, StoredAnswer } from '../store/api-imports.ts'
import { answerTo, stored } from './answers.ts'
import { errorPart, PROBLEMS } from './problems.ts'

/** Reads files apart from the requests that brought them: who hangs up does not stop an import. */
export type Imports = {
  /** A place for one upload of this shop; null while all are taken. Leaving twice is leaving once. */
  readonly seat: (shopId: string) => Seat | null
  /** Begins to read, or finds what the same key began before. Takes the seat over. */
  readonly begin: (
    file: Omit<IncomingFile, 'source'>,
    key: string | null,
    seat: Seat,
  ) => Promise<Taken>
  /** Lets every import under way end. */
  readonly stop: () => Promise<void>
}

type Seat = { readonly leave: () => void }

export type Taken =
  | { readonly kind: 'begun'; readonly id: string; readonly answer: Promise<StoredAnswer> }
  /** The key's first answer, again. */
  | { readonly kind: 'answered'; readonly id: string; readonly answer: Promise<StoredAnswer> }
  /** Under way, but not in this process. */
  | { readonly kind: 'elsewhere'; readonly id: string }
  | { readonly kind: 'other-file' }

/** Files are read one after the other anyway: two of a shop keep the line short for the others. */
const SEATS_OF_SHOP = 2
/** Each may hold 100 MB in memory while it waits. */
const SEATS_MAX = 6
/** How often the progress is written, and the lease with it. */
const PROGRESS_MS = 500

export const createImports = (world: World, onSales: (shopId: string) => void): Imports => {
  const running = new Map<string, Promise<StoredAnswer>>()
  const seats = seatsOf()
  const start = (target: ApiTarget, file: Omit<IncomingFile, 'source'>, seat: Seat) => {
    const job = answered(world, target, file, onSales).finally(() => {
      running.delete(target.id)
      seat.leave()
    })
    running.set(target.id, job)
    return job
  }
  return {
    seat: seats,
    begin: async (file, key, seat) => {
      const shopId = file.shop.id
      const sha256 = await sha256Of(file.bytes)
      const begun = await world.store.beginApiImport(
        { shopId, id: world.newId(), key, sha256 },
        world.pace.leaseMs,
      )
      if (begun.kind === 'begun' && !running.has(begun.id)) {
        return { ...begun, answer: start({ shopId, id: begun.id }, { ...file, sha256 }, seat) }
      }
      seat.leave()
      if (begun.kind === 'other-file') return begun
      // A lease can run out under a busy reader of this very process: it is joined, not doubled.
      const { id, answer } = begun.kind === 'begun' ? { ...begun, answer: null } : begun.known
      const known = answer === null ? running.get(id) : Promise.resolve(answer)
      return known === undefined
        ? { kind: 'elsewhere', id }
        : { kind: 'answered', id, answer: known }
    },
    stop: async () => {
      await Promise.all(running.values())
    },
  }
}

const seatsOf = (): Imports['seat'] => {
  const taken = new Map<string, number>()
  let all = 0
  return (shopId) => {
    const own = taken.get(shopId) ?? 0
    if (own >= SEATS_OF_SHOP || all >= SEATS_MAX) return null
    taken.set(shopId, own + 1)
    all++
    let isTaken = true
    return {
      leave: () => {
        if (!isTaken) return
        isTaken = false
        all--
        const left = (taken.get(shopId) ?? 1) - 1
        if (left === 0) taken.delete(shopId)
        else taken.set(shopId, left)
      },
    }
  }
}

/** Reads the file to its end and stores the answer with what it changed. Never rejects. */
const answered = async (
  world: World,
  target: ApiTarget,
  file: Omit<IncomingFile, 'source'>,
  onSales: (shopId: string) => void,
): Promise<StoredAnswer> => {
  let lines = 0
  const renewal = setInterval(
    () => {
      void world.store
        .renewApiImport(target, lines, world.pace.leaseMs)
        .catch((error: unknown) => world.log.warn('lease not renewed', { error: asError(error) }))
    },
    Math.min(PROGRESS_MS, world.pace.leaseMs / 3),
  )
  const incoming = {
    ...file,
    source: `api:${target.id}`,
    onLinesRead: (read: number) => {
      lines = read
    },
  }
  try {
    let answer = FAILED
    const imported = await takeIn(world, incoming, async (outcome, effects) => {
      answer = answerTo(outcome, { ...file, now: world.now() })
      if (outcome.kind === 'ready') lines = outcome.receipt.lines
      if (!(await world.store.finishApiImport(target, { answer, lines, effects }))) {
        throw new Error('the shop’s data was deleted while this file was read')
      }
    })
    const isReplaced = imported.kind === 'same' && file.replaces === true
    if (imported.kind === 'ready' || isReplaced) onSales(file.shop.id)
    return answer
  } catch (error) {
    return broken(world, target, asError(error))
  } finally {
    clearInterval(renewal)
  }
}

const FAILED = stored(PROBLEMS.internal.status, errorPart('internal'))

/** The sender learns a reference, the log what happened. */
const broken = async (world: World, target: ApiTarget, error: Error): Promise<StoredAnswer> => {
  world.log.error('api import failed', { error, import: target.id })
  const answer = stored(PROBLEMS.internal.status, errorPart('internal', `Reference ${target.id}.`))
  await world.store
    .finishApiImport(target, { answer, lines: 0, effects: [] })
    .catch((again: unknown) =>
      world.log.error('its failure could not be noted', { error: asError(again) }),
    )
  return answer
}
