import { createHash } from 'node:crypto'
import { askForPlans, type PlanQuestion, promptOf, readKeptReading } from '../assistant/plan.ts'
import { type ModelAsked, plansOfModel, type Taken } from '../intent/ask/model-plan.ts'
import type { ModelReading } from '../intent/ask/model-reading.ts'
import type { AskReading } from '../intent/ask/plan.ts'
import type { Shop } from '../sales/shop.ts'
import { modelDesk } from './model-desk.ts'
import type { World } from './world.ts'

/** A reading, and who made it. */
export type AskRead = AskReading & {
  readonly by: 'rules' | 'model'
  /** Words the rules did not know, as the model took them. */
  readonly taken: Taken
}

/** What asking a model needs of the world. */
export type ModelWorld = Pick<World, 'model' | 'store' | 'now' | 'log' | 'policy'>

/**
 * A question by the model, where the rules were not sure; null when there is no key, when it failed, or
 * when what it says is not borne out. The same question of the same day in one shop is asked once.
 */
export const planByModel = async (
  world: ModelWorld,
  { shop, ...asked }: ModelAsked & { readonly shop: Shop },
): Promise<AskRead | null> => {
  if (world.model === null) return null
  const { text, context, rules } = asked
  const question: PlanQuestion = {
    text,
    today: context.today,
    language: shop.language,
    unknown: rules.unknown,
    prior: context.prior[0] ?? null,
  }
  const reading = await readingOf(world, shop.id, question)
  if (reading === null) return null
  const verdict = plansOfModel(reading, asked)
  if (verdict.ok) return { ...verdict.read, by: 'model', taken: verdict.taken }
  world.log.info('model plan refused', { why: verdict.why })
  return null
}

const readingOf = async (
  world: ModelWorld,
  shopId: string,
  question: PlanQuestion,
): Promise<ModelReading | null> => {
  const key = keyOf(question)
  const kept = await world.store.modelAnswer(shopId, key)
  const known = kept === null ? null : readKeptReading(kept)
  if (known !== null) return known
  const called = await askForPlans(question, modelDesk(world, shopId))
  if (!called.ok) return null
  await world.store.keepModelAnswer({ shopId, key, answer: JSON.stringify(called.value) })
  return called.value
}

/** Spaces, capitals and marks at the end do not make another question; the day and the answer before do. */
const keyOf = (question: PlanQuestion): string => {
  const text = question.text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
  const plain = { ...question, text: text.replace(/[\s.!?]+$/, '').trim() }
  const names = JSON.stringify(question.prior?.filters ?? [])
  return `plan:${createHash('sha256')
    .update(`${promptOf(plain)}\n${names}`)
    .digest('hex')}`
}
