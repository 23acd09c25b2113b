/**
 * Memory that every thread sees: a file of 100 MB is then handed to its reader without a second copy.
 * Whoever brings a file lays it here as early as possible.
 */
export const sharedRoom = (size: number): Buffer => Buffer.from(new SharedArrayBuffer(size))

export const sharedBytes = (bytes: Uint8Array): Uint8Array => {
  const shared = sharedRoom(bytes.length)
  shared.set(bytes)
  return shared
}
