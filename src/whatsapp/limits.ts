/**
 * What WhatsApp takes, in one place. Lengths are UTF-16 units: Meta does not say what it counts, and
 * this is the strictest of the likely units. Longer messages are refused whole, so we shorten first.
 */
export const TEXT_CHARS_MAX = 4096
/** Captions of images and documents. */
export const CAPTION_CHARS_MAX = 1024
/** Interactive bodies: one of Meta's pages says 4096 for lists, its own schema says 1024. */
export const BODY_CHARS_MAX = 1024
export const BUTTONS_MAX = 3
export const BUTTON_TITLE_CHARS_MAX = 20
export const BUTTON_ID_CHARS_MAX = 256
/** Rows over all sections of a list together. */
export const LIST_ROWS_MAX = 10
export const LIST_LABEL_CHARS_MAX = 20
export const ROW_ID_CHARS_MAX = 200
export const ROW_TITLE_CHARS_MAX = 24
export const ROW_DESCRIPTION_CHARS_MAX = 72
/** Shown name of a document; long names push the icon out of the bubble. */
export const FILE_NAME_CHARS_MAX = 240
export const OPAQUE_CHARS_MAX = 512

const MEGABYTE = 1024 * 1024

/** Largest upload by kind of message. */
export const UPLOAD_BYTES_MAX = { image: 5 * MEGABYTE, document: 100 * MEGABYTE } as const

/** Types Meta takes for each kind we send. text/csv is not among them: tables go out as xlsx. */
export const UPLOAD_TYPES: Readonly<Record<'image' | 'document', readonly string[]>> = {
  image: ['image/jpeg', 'image/png'],
  document: [
    'text/plain',
    'application/pdf',
    'application/msword',
    'application/vnd.ms-excel',
    'application/vnd.ms-powerpoint',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
}
