import { sampleReply } from '../../replies/help.ts'
import { receiptReply } from '../../replies/receipt.ts'
import { greetingReply } from '../../replies/welcome.ts'
import { sampleFile } from '../../sales/sample-shop.ts'
import { type Answer, justReply } from '../answer.ts'
import { importFile } from '../import.ts'
import { SAMPLE_SOURCE } from '../take-in.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'

/** A made-up flower shop to look around in; only for who has no sales yet, gone with the first own file. */
export const sample = async (world: World, { shop, today }: CommandAsk): Promise<Answer> => {
  if ((await world.store.coverage(shop.id)) !== null) {
    const samples = await world.store.liveFrom(shop.id, SAMPLE_SOURCE)
    return justReply(samples.length > 0 ? sampleReply(shop) : greetingReply(shop))
  }
  const { fileName, bytes } = sampleFile(today, shop.language)
  const imported = await importFile(world, {
    shop,
    source: SAMPLE_SOURCE,
    fileName,
    bytes,
    answers: {},
  })
  if (imported.kind !== 'ready')
    throw new Error(`the sample shop was not readable: ${imported.kind}`)
  const receipt = receiptReply(imported.receipt, shop, world.now())
  const note = sampleReply(shop)
  return {
    replies: [{ ...receipt, text: `${receipt.text}\n\n${note.text}`, choices: note.choices }],
    effects: [{ kind: 'publish', publication: imported.publication }],
    salesChanged: shop.id,
  }
}
