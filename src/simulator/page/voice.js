// A voice note from the microphone, in the best form this browser can make.

/** WhatsApp's own form first; Chromium makes WebM, Safari MP4. */
const FORMS = ['audio/ogg;codecs=opus', 'audio/mp4', 'audio/webm;codecs=opus']
const ENDINGS = { 'audio/ogg': 'ogg', 'audio/mp4': 'm4a', 'audio/webm': 'webm' }

const formOf = () => FORMS.find((form) => MediaRecorder.isTypeSupported(form))

/** Whether this browser has a recorder and lets this page ask for the microphone. */
export const canRecord = () =>
  'MediaRecorder' in globalThis && 'mediaDevices' in navigator && formOf() !== undefined

/**
 * Begins to record; what it resolves with ends it and gives the file.
 * @returns {Promise<() => Promise<File>>}
 */
export const record = async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = formOf() ?? ''
  const recorder = new MediaRecorder(stream, { mimeType })
  /** @type {Blob[]} */
  const pieces = []
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.start()
  return () =>
    new Promise((resolve) => {
      recorder.addEventListener('stop', () => {
        for (const track of stream.getTracks()) track.stop()
        const type = mimeType.split(';')[0] ?? ''
        const ending = Object.entries(ENDINGS).find(([form]) => form === type)?.[1] ?? 'audio'
        resolve(new File(pieces, `voice.${ending}`, { type: mimeType.replace(';', '; ') }))
      })
      recorder.stop()
    })
}
