import { type ContentKind, contentKind } from './content.ts'
import type { Opened } from './reading.ts'
import { unzipped } from './unzip.ts'
import { type ZipEntry, zipDirectory } from './zip-directory.ts'

type InnerFile = {
  readonly name: string
  readonly kind: Extract<ContentKind, 'text' | 'spreadsheet' | 'html-page'>
  readonly bytes: Uint8Array
}
type Refusal = Extract<Opened, { outcome: 'refused' }>

/** More files than this are a backup of something; each is unpacked to see what it is. */
const FILES_MAX = 20
/** The same bound that holds for a file sent as it is. */
const FILE_BYTES_MAX = 100 * 1024 * 1024

/**
 * The one file inside a zip that can be read as a table. Which of two is meant nobody knows, and a zip
 * inside a zip is not opened.
 */
export const onlyFile = (zip: Uint8Array): Promise<InnerFile | Refusal> => {
  const isZip = zip[0] === 0x50 && zip[1] === 0x4b
  if (!isZip) return Promise.resolve(refused('archive', ''))
  const directory = zipDirectory(zip)
  if (directory.kind === 'too-big') return Promise.resolve(refused('too-big', directory.detail))
  if (directory.kind !== 'entries') return Promise.resolve(refused('archive', directory.detail))
  const files = directory.entries.filter(({ name }) => !LEFT_BEHIND.test(name))
  if (files.length > FILES_MAX) return Promise.resolve(refused('archive', `${files.length} files`))
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > FILE_BYTES_MAX) return Promise.resolve(refused('too-big', `${size} bytes unpacked`))
  return Promise.all(files.map((file) => innerFile(zip, file))).then(chosen)
}

const refused = (reason: Refusal['reason'], detail: string): Refusal => ({
  outcome: 'refused',
  reason,
  detail,
})

/** Folders, and what macOS and Windows leave beside the files. */
const LEFT_BEHIND = /\/$|(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/** `damaged`: it could not be unpacked. null: not a table. */
const innerFile = (zip: Uint8Array, entry: ZipEntry): Promise<InnerFile | 'damaged' | null> =>
  unzipped(zip, entry).then((bytes) => {
    if (bytes === null) return 'damaged'
    const kind = contentKind(bytes)
    const isTable = kind === 'text' || kind === 'spreadsheet' || kind === 'html-page'
    return isTable ? { name: entry.name.split('/').at(-1) ?? entry.name, kind, bytes } : null
  })

const chosen = (found: readonly (InnerFile | 'damaged' | null)[]): InnerFile | Refusal => {
  if (found.includes('damaged')) return refused('archive', 'a file inside is damaged')
  const tables = found.filter((file) => file !== null && file !== 'damaged')
  const [only, second] = tables
  if (only !== undefined && second === undefined) return only
  return refused('archive', `${tables.length} readable files inside`)
}
