import { TEMPLATES } from '../whatsapp/templates.ts'
import type { ApprovedTemplate } from './validate.ts'

/** Every template of this program in every language, as if Meta had approved them all. */
export const ownTemplates = (): readonly ApprovedTemplate[] =>
  Object.values(TEMPLATES).flatMap(({ name, wordings }) =>
    Object.entries(wordings).map(([language, wording]) => ({ name, language, ...wording })),
  )
