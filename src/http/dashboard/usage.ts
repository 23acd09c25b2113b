import { html } from 'hono/html'
import { capital } from '../../i18n/capital.ts'
import { addDays } from '../../sales/day.ts'
import type { Html } from './marks.ts'
import { table } from './table.ts'
import type { Visit } from './visit.ts'

const DAYS = 30
const DAY_MS = 86_400_000

/** What this shop's messages and questions came to: what Meta bills, what the model took. */
export const usage = async ({ world, shop, today, words, voice }: Visit): Promise<Html> => {
  const { messages, model } = await world.store.usageOf(shop.id, {
    since: world.now() - DAYS * DAY_MS,
    from: addDays(today, -DAYS),
  })
  const all = messages.reduce((sum, { count }) => sum + count, 0)
  const billed = messages.filter(({ category }) => category !== null)
  const billedCount = billed.reduce((sum, { count }) => sum + count, 0)
  const { usage: say } = words
  const rows = [
    { name: say.messages, value: voice.whole(all) },
    { name: say.billed, value: voice.whole(billedCount) },
    ...billed.map(({ category, count }) => ({
      name: `– ${category ?? ''}`,
      value: voice.whole(count),
    })),
    { name: say.free, value: voice.whole(all - billedCount) },
  ]
  const tasks = model.map(({ task, calls, tokens }) => ({
    name: taskName(task, say),
    value: say.calls(voice.whole(calls), voice.whole(tokens)),
  }))
  return html`<p>${say.days}</p>
<section>${table({ caption: say.messages, columns: NAMED, rows })}</section>
<section><h2>${say.model}</h2>
${tasks.length === 0 ? html`<p>${say.none}</p>` : table({ caption: say.model, columns: NAMED, rows: tasks })}</section>`
}

type Named = { readonly name: string; readonly value: string }

const NAMED = [
  { title: '', cell: ({ name }: Named) => name },
  { title: '', isNumber: true, cell: ({ value }: Named) => value },
]

/** A task of a newer version shows under its own name. */
const taskName = (task: string, say: Visit['words']['usage']): string => {
  const known = (['plan', 'narrative', 'transcript', 'photo'] as const).find(
    (each) => each === task,
  )
  return known === undefined ? capital(task) : say[known]
}
