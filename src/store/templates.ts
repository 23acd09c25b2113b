import { build, type Fact, first, run } from './engine.ts'
import { releaseAllHeld } from './outbox.ts'

/** What Meta says about a template; what it does not say stays as it was. */
export type TemplateNews = {
  readonly name: string
  readonly language: string
  readonly status: string | null
  readonly quality: string | null
  readonly category: string | null
}

export function* keepTemplateNews(news: TemplateNews, at: number): Fact<void> {
  const told = Object.fromEntries(
    Object.entries({ ...news, at }).filter(([, value]) => value !== null),
  )
  yield* run(
    build
      .insertInto('template_state')
      .values({ ...news, at })
      .onConflict((c) => c.columns(['name', 'language']).doUpdateSet(told)),
  )
  if (news.status === 'APPROVED') yield* releaseAllHeld(at)
}

/** Whether Meta has said that this template may not be sent now. */
export function* templateStatus(name: string, language: string): Fact<string | null> {
  const row = yield* first(
    build
      .selectFrom('template_state')
      .select('status')
      .where('name', '=', name)
      .where('language', '=', language),
  )
  return row?.status ?? null
}
