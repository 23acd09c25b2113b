import { tradingDay } from '../../src/sales/day.ts'
import { sampleFile } from '../../src/sales/sample-shop.ts'
import type { Bubble } from '../../src/simulator/chat.ts'
import type { Simulator } from '../../src/simulator/graph.ts'
import { changes, type Phone, phoneOf, untilQuiet } from '../../src/simulator/phone.ts'
import {
  type Doing,
  nameOf,
  type Transcript,
  transcriptOf,
} from '../../src/simulator/transcript.ts'
import { aDemo, type Demo } from './a-demo.ts'

/** An answer that has not come by now does not come: the comparison tells which one. */
const PATIENCE_MS = 30_000
/** Longer than the ticks of a message take, so that an answer too many is seen as well. */
const QUIET_MS = 700

/** Plays a kept talk on a demo of its own that begins at the talk's own time; what was said this time. */
export const replay = async (kept: Transcript): Promise<Transcript> => {
  await using demo = await aDemo(kept.turns[0]?.at)
  const { simulator } = demo
  for (const { at, who, does, answers } of kept.turns) {
    const before = answered(simulator)
    const person = kept.people.find(({ userId }) => userId === who) ?? null
    await play(demo, { at, does, phone: person && phoneOf(simulator, person) })
    const hasAnswered = () => answered(simulator) >= before + answers.length
    await changes(simulator, hasAnswered, PATIENCE_MS)
    await untilQuiet(simulator, QUIET_MS)
  }
  return transcriptOf(simulator.talk(), sampleAt)
}

const sampleAt = (at: number) => sampleFile(tradingDay(at, 'Asia/Jakarta', 0), 'id')

const answered = (simulator: Simulator): number =>
  simulator.talk().filter(({ kind }) => kind === 'answered').length

type Played = { readonly at: string; readonly does: Doing; readonly phone: Phone | null }

const play = async (demo: Demo, { at, does, phone }: Played): Promise<unknown> => {
  switch (does.kind) {
    case 'travels':
      return demo.control('clock', { to: at })
    case 'meets trouble':
      return demo.control('faults', does.fault)
    case 'meets no more trouble':
      return demo.control('faults/clear')
    case 'has weather':
      return demo.control('weather', does.weather)
    case 'says':
      return says(heldBy(phone), does)
    case 'taps':
      return heldBy(phone).taps(does.title)
    case 'reacts':
      return heldBy(phone).reacts(named(heldBy(phone), does.to), does.emoji)
    case 'does':
      return heldBy(phone).does(does.content, does.shown)
    case 'sends the sample':
      return sends(heldBy(phone), sampleAt(demo.simulator.now()))
    case 'sends a file':
      return sends(heldBy(phone), { ...does, bytes: bytesOf(does) })
    case 'sends a picture':
      return heldBy(phone).sendsPicture(bytesOf(does), does.caption)
    case 'speaks':
      return heldBy(phone).speaks(bytesOf(does))
  }
}

const heldBy = (phone: Phone | null): Phone => {
  if (phone === null) throw new Error('“who” names no one in “people”, but somebody does something')
  return phone
}

const says = (phone: Phone, { text, replyTo }: { text: string; replyTo?: string }) =>
  replyTo === undefined ? phone.says(text) : phone.replies(named(phone, replyTo), text)

type File = {
  readonly bytes: Uint8Array
  readonly fileName: string | null
  readonly mimeType?: string
  readonly caption?: string
}

const sends = (phone: Phone, { bytes, fileName, mimeType, caption }: File): Promise<string> =>
  phone.sends(bytes, {
    fileName,
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(caption === undefined ? {} : { caption }),
  })

const bytesOf = ({ text, base64 }: { readonly text?: string; readonly base64?: string }) =>
  new Uint8Array(text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text))

/** The newest bubble that begins with these words. */
const named = (phone: Phone, name: string): Bubble => {
  const found = phone.bubbles().findLast((bubble) => nameOf(bubble) === name)
  if (!found) throw new Error(`no bubble on the screen begins with “${name}”`)
  return found
}
