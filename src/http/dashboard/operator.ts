import { html } from 'hono/html'
import { longDay } from '../../i18n/numbers.ts'
import { wallClock } from '../../sales/day.ts'
import type { ShopState } from '../../store/usage.ts'
import type { Html } from './marks.ts'
import { table } from './table.ts'
import type { Visit } from './visit.ts'

const LATELY_MS = 30 * 86_400_000

/** For whoever runs the service: is anything stuck, and who has gone quiet. Nothing of what shops sell. */
export const operator = async ({ world, words, voice, shop }: Visit): Promise<Html> => {
  const { operator: say } = words
  const now = world.now()
  const states = await world.store.shopStates(now - LATELY_MS)
  const columns = [
    { title: say.shop, cell: ({ name, id }: ShopState) => voice.name(name === '' ? id : name) },
    {
      title: say.lastFile,
      cell: ({ lastFileAt }: ShopState) =>
        lastFileAt === null
          ? say.never
          : longDay(wallClock(lastFileAt, shop.timeZone).day, shop.language),
    },
    { title: say.people, isNumber: true, cell: ({ people }: ShopState) => voice.whole(people) },
    {
      title: say.messages,
      isNumber: true,
      cell: ({ messages }: ShopState) => voice.whole(messages),
    },
    {
      title: say.asideShort,
      isNumber: true,
      cell: ({ setAside }: ShopState) => voice.whole(setAside),
    },
  ]
  return html`<p>${say.what}</p>
<section><h2>${say.queues}</h2>${table({
    caption: say.queues,
    columns: NAMED,
    rows: await queues({ world, words, voice }),
  })}</section>
<section>${table({ caption: words.nav.operator, columns, rows: states, isStacked: true })}</section>`
}

type Named = { readonly name: string; readonly value: string }

const NAMED = [
  { title: '', cell: ({ name }: Named) => name },
  { title: '', isNumber: true, cell: ({ value }: Named) => value },
]

const queues = async ({
  world,
  words,
  voice,
}: Pick<Visit, 'world' | 'words' | 'voice'>): Promise<readonly Named[]> => {
  const { operator: say } = words
  const inbox = await world.store.inboxHealth()
  const outbox = await world.store.outboxHealth()
  const seconds = inbox.oldestAt === null ? 0 : Math.round((world.now() - inbox.oldestAt) / 1000)
  return [
    { name: say.pending, value: voice.whole(inbox.pending) },
    { name: say.oldest, value: say.seconds(voice.whole(seconds)) },
    { name: say.aside, value: voice.whole(inbox.setAside) },
    { name: say.waiting, value: voice.whole(outbox.waiting) },
    { name: say.held, value: voice.whole(outbox.held) },
    { name: say.failed, value: voice.whole(outbox.failed) },
  ]
}
