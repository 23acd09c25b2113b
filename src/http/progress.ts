import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiTarget, StoredAnswer } from '../store/api-imports.ts'
import type { Store } from '../store/store.ts'

/** As often as an import writes how far it is. */
const LOOK_MS = 500

/**
 * How many lines are read so far, each time the number has grown, until the answer is there. A silent stretch
 * repeats the number, so that no proxy takes the connection for dead.
 */
export async function* linesRead(
  store: Pick<Store, 'readApiImport'>,
  target: ApiTarget,
  answer: Promise<StoredAnswer>,
): AsyncGenerator<number> {
  // An answer that is a failure is the caller's to tell; here it only ends the waiting.
  const ended = answer.then(
    () => true,
    () => true,
  )
  while (!(await Promise.race([ended, sleep(LOOK_MS, false)]))) {
    const known = await store.readApiImport(target)
    yield known?.lines ?? 0
  }
}
