import type { Answer } from '../answer.ts'
import { NO_ANSWER } from '../answer.ts'
import type { World } from '../world.ts'
import type { CommandAsk } from './ask.ts'
export const exportData = async (_w: World, _a: CommandAsk): Promise<Answer> => NO_ANSWER
