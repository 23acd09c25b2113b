import type { Phone } from '../../src/simulator/phone.ts'

/** Says it and gives the newest bubble of the answer. */
export const asks = async (phone: Phone, text: string): Promise<string> => {
  await phone.says(text)
  await phone.waitsFor(1, 20_000)
  return phone.last()?.text ?? ''
}

/** Taps a button or list row and gives the answer. */
export const taps = async (phone: Phone, idOrTitle: string): Promise<string> => {
  await phone.taps(idOrTitle)
  await phone.waitsFor(1, 20_000)
  return phone.last()?.text ?? ''
}

/** Says it and expects that nobody answers. */
export const asksInVain = async (phone: Phone, text: string): Promise<void> => {
  await phone.says(text)
  const heard = await phone.waitsForQuiet(400)
  if (heard.length > 0) throw new Error(`silence expected, heard: ${heard[0]?.text}`)
}
