import type { CommandName } from '../../intent/intent.ts'
import { exportHelpReply, helpReply, menuReply } from '../../replies/help.ts'
import { tooBigReply, unreadableReply } from '../../replies/unreadable.ts'
import type { Answer } from '../answer.ts'
import { justReply, NO_ANSWER } from '../answer.ts'
import type { World } from '../world.ts'
import { alerts } from './alerts.ts'
import { answerQuestion } from './answer.ts'
import type { Ask, CommandAsk } from './ask.ts'
import { branches } from './branches.ts'
import { chart } from './chart.ts'
import { days } from './days.ts'
import { deleteData, privacy } from './delete-data.ts'
import { forecast } from './forecast.ts'
import { greeting, thanks } from './greeting.ts'
import { alertDetails, label } from './label.ts'
import { language } from './language.ts'
import { namedForecast } from './named-forecast.ts'
import { ordered } from './ordered.ts'
import { products } from './products.ts'
import { profit } from './profit.ts'
import { question } from './question.ts'
import { reminder } from './reminder.ts'
import { replace } from './replace.ts'
import { report } from './report.ts'
import { restock } from './restock.ts'
import { rows } from './rows.ts'
import { sample } from './sample.ts'
import { quiet, schedule } from './schedule.ts'
import { stock } from './stock.ts'
import { stockTalk } from './stock-talk.ts'
import { resume, stop } from './stop.ts'
import { summary } from './summary.ts'
import { supply } from './supply.ts'
import { token } from './token.ts'
import { unclear } from './unclear.ts'
import { undo } from './undo.ts'
import { upload } from './upload.ts'
import { uploads } from './uploads.ts'
import { why } from './why.ts'

type Command = (world: World, ask: CommandAsk) => Promise<Answer>

/** Every command and the file that answers it. */
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  summary,
  forecast,
  restock,
  stock,
  supply,
  ordered,
  products,
  branches,
  chart,
  report,
  why,
  uploads,
  undo,
  replace,
  rows,
  language,
  sample,
  greeting,
  thanks,
  days,
  label,
  'alert-details': alertDetails,
  alerts,
  reminder,
  schedule,
  quiet,
  stop,
  resume,
  answer: answerQuestion,
  profit,
  token,
  privacy,
  'delete-data': deleteData,
  'export-help': async (_world, { shop }) => justReply(exportHelpReply(shop)),
  help: async (world, { shop }) => justReply(helpReply(shop, world.policy.supportContact)),
  menu: async (_world, { shop }) => justReply(menuReply(shop)),
}

/** Answers an understood message. Whatever is understood ends a row of misses. */
export const answerIntent = async (world: World, ask: Ask): Promise<Answer> => {
  const { intent } = ask
  const named = intent.kind === 'unclear' ? await namedForecast(world, { ...ask, intent }) : null
  if (named !== null) return forgetMisses(ask, named)
  const asked = await question(world, ask, (own, shop) =>
    COMMANDS[own.name](world, { ...ask, shop, intent: own }),
  )
  if (asked !== null) return forgetMisses(ask, asked)
  if (intent.kind !== 'unclear') return forgetMisses(ask, await understood(world, ask))
  return unclear(world, { ...ask, intent })
}

const forgetMisses = ({ person }: Ask, answer: Answer): Answer => {
  if (person.misses === 0) return answer
  const forget = { kind: 'misses' as const, personId: person.id, misses: 0 }
  return { ...answer, effects: [...answer.effects, forget] }
}

const understood = async (world: World, ask: Ask): Promise<Answer> => {
  const { intent, shop } = ask
  switch (intent.kind) {
    case 'command':
      return COMMANDS[intent.name](world, { ...ask, intent })
    case 'upload':
      return upload(world, { ...ask, intent })
    case 'stock-talk':
      return stockTalk(world, ask, intent.talk)
    case 'file-too-big':
      return justReply(tooBigReply(shop))
    case 'unreadable':
      return justReply(unreadableReply(intent.what, shop))
    case 'unclear':
    case 'silent':
      return NO_ANSWER
  }
}
