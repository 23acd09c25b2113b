/** A file out of a form; `bytes` is a view of the form's own. */
type FormFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** `none`: a whole form without a file in it. `broken`: not a whole form. */
type FormFound = FormFile | 'none' | 'broken'

/** Real part headings have some hundred bytes. */
const HEADING_BYTES_MAX = 16 * 1024
/** A till sends one file and perhaps a few fields; browsers allow far more. */
const PARTS_MAX = 100
const LINE_END = '\r\n'
const BLANK_LINE = '\r\n\r\n'

/**
 * Finds the file in a `multipart/form-data` body (RFC 7578): the part named `file`, else the first
 * part that carries a file name. The platform's own `formData()` copies every part several times and
 * held all other answers up for 0.6 s at 60 MB; this looks for boundaries and copies nothing.
 */
export const formFile = (body: Buffer, contentType: string): FormFound => {
  const boundary = boundaryOf(contentType)
  if (boundary === null) return 'broken'
  const parts = partsOf(body, boundary)
  if (parts === null) return 'broken'
  const files = parts.flatMap((part) => fileIn(part))
  return (files.find(({ field }) => field === 'file') ?? files[0])?.file ?? 'none'
}

/** RFC 2046 allows 1 to 70 characters. */
const BOUNDARY = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70}))/i

const boundaryOf = (contentType: string): string | null => {
  const match = BOUNDARY.exec(contentType)
  return match?.[1] ?? match?.[2] ?? null
}

type Part = { readonly heading: string; readonly bytes: Buffer }

/** The parts between the boundaries; null when the closing one is missing or a heading never ends. */
const partsOf = (body: Buffer, boundary: string): readonly Part[] | null => {
  const opening = `--${boundary}`
  const delimiter = `${LINE_END}${opening}`
  const parts: Part[] = []
  // What stands before the first boundary belongs to nobody.
  const isFirst = body.subarray(0, opening.length).equals(Buffer.from(opening))
  const start = isFirst ? -LINE_END.length : body.indexOf(delimiter)
  if (start === -1) return null
  let at = start + delimiter.length
  while (parts.length < PARTS_MAX) {
    const next = body.toString('latin1', at, at + 2)
    if (next === '--') return parts
    // Boundaries may be followed by blanks (RFC 2046), in practice by the line end alone.
    if (next !== LINE_END) return null
    const end = body.indexOf(delimiter, at)
    const part = end === -1 ? null : partOf(body.subarray(at + LINE_END.length, end))
    if (part === null) return null
    parts.push(part)
    at = end + delimiter.length
  }
  return null
}

const partOf = (bytes: Buffer): Part | null => {
  const end = bytes.subarray(0, HEADING_BYTES_MAX).indexOf(BLANK_LINE)
  if (end === -1) return null
  return {
    heading: bytes.toString('utf8', 0, end),
    bytes: bytes.subarray(end + BLANK_LINE.length),
  }
}

// Lines end in CR LF alone: a file name may hold U+2028, which `.` and `$` take for the end of one.
const DISPOSITION = /(?:^|\r\n)content-disposition:[ \t]*form-data[ \t]*((?:;[^\r\n]*)?)(?=\r\n|$)/i
const NAME = /;\s*name=(?:"((?:\\.|[^"\\])*)"|([^\s;]+))/i
const FILE_NAME = /;\s*filename=(?:"((?:\\.|[^"\\])*)"|([^\s;]+))/i

const fileIn = ({
  heading,
  bytes,
}: Part): { readonly field: string; readonly file: FormFile }[] => {
  const parameters = DISPOSITION.exec(heading)?.[1] ?? ''
  const [name, fileName] = [NAME.exec(parameters), FILE_NAME.exec(parameters)]
  if (fileName === null) return []
  return [{ field: unescaped(name), file: { fileName: unescaped(fileName), bytes } }]
}

/** Browsers write a quote in a name as `%22`, curl as `\"`; a line end cannot stand there. */
const unescaped = (match: RegExpExecArray | null): string =>
  (match?.[1] ?? match?.[2] ?? '')
    .replace(/\\(["\\])/g, '$1')
    .replaceAll('%22', '"')
    .replace(/%0D|%0A/gi, ' ')
