import type { CommandName, Intent } from '../../intent/intent.ts'
import { exportHelpReply, helpReply, menuReply } from '../../replies/help.ts'
import { branchesLine, notAllowedReply, under } from '../../replies/people.ts'
import { tooBigReply, unreadableReply } from '../../replies/unreadable.ts'
import type { Shop } from '../../sales/shop.ts'
import type { Answer } from '../answer.ts'
import { justReply, NO_ANSWER } from '../answer.ts'
import { withinBranches } from '../branch-view.ts'
import { amongOwnFiles } from '../own-files.ts'
import { refusalFor, rightFor } from '../rights.ts'
import type { World } from '../world.ts'
import { ai } from './ai.ts'
import { alerts } from './alerts.ts'
import { answerQuestion } from './answer.ts'
import type { Ask, CommandAsk } from './ask.ts'
import { branches } from './branches.ts'
import { chart } from './chart.ts'
import { dashboard } from './dashboard.ts'
import { days } from './days.ts'
import { deleteData, privacy } from './delete-data.ts'
import { exportData } from './export.ts'
import { forecast } from './forecast.ts'
import { greeting, thanks } from './greeting.ts'
import { alertDetails, label } from './label.ts'
import { language } from './language.ts'
import { namedForecast } from './named-forecast.ts'
import { ordered } from './ordered.ts'
import { photo } from './photo.ts'
import { products } from './products.ts'
import { profit } from './profit.ts'
import { proof } from './proof.ts'
import { question } from './question.ts'
import { reminder } from './reminder.ts'
import { replace } from './replace.ts'
import { report } from './report.ts'
import { restock } from './restock.ts'
import { rows } from './rows.ts'
import { sample } from './sample.ts'
import { quiet, schedule } from './schedule.ts'
import { shop } from './shop.ts'
import { sold } from './sold.ts'
import { soldTalk } from './sold-talk.ts'
import { stock } from './stock.ts'
import { stockTalk } from './stock-talk.ts'
import { resume, stop } from './stop.ts'
import { summary } from './summary.ts'
import { supply } from './supply.ts'
import { leave, team } from './team.ts'
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
  // A question so old that its readings are gone.
  reading: async (_world, ask) => justReply(menuReply(ask.shop)),
  token,
  dashboard,
  team,
  leave,
  shop,
  ai,
  export: exportData,
  privacy,
  'delete-data': deleteData,
  sold,
  proof,
  'export-help': async (_world, ask) => justReply(exportHelpReply(ask.shop)),
  help: async (world, ask) => justReply(helpReply(ask.shop, world.policy.supportContact)),
  menu: async (_world, ask) => justReply(menuReply(ask.shop)),
}

/**
 * Answers an understood message, as far as whoever asks may know it. Whatever is understood ends a row of
 * misses.
 */
export const answerIntent = async (world: World, ask: Ask): Promise<Answer> => {
  const { member, intent } = ask
  const right = rightFor(intent)
  const refusal = refusalFor(right, member)
  if (refusal !== null) return justReply(notAllowedReply(refusal, ask.shop))
  if (right === 'own' && member.role === 'staff' && intent.kind === 'command') {
    const own = await amongOwnFiles(world, { ...ask, intent })
    return own === null
      ? justReply(notAllowedReply('ownFiles', ask.shop))
      : answerFreely(world, own)
  }
  const limit = member.branches
  if (right !== 'view' || limit === null) return answerFreely(world, ask)
  return ofBranches(await answerFreely(withinBranches(world, limit), ask), limit, ask.shop)
}

/** Says whose figures these are; what is foretold for some branches is no record of the shop's. */
const ofBranches = (answer: Answer, limit: readonly string[], of: Shop): Answer => ({
  ...answer,
  replies: answer.replies.map((reply) => under(branchesLine(limit, of), reply)),
  effects: answer.effects.filter(({ kind }) => kind !== 'foretell'),
})

const answerFreely = async (world: World, ask: Ask): Promise<Answer> => {
  const { intent } = ask
  const named = intent.kind === 'unclear' ? await namedForecast(world, { ...ask, intent }) : null
  if (named !== null) return forgetMisses(ask, named)
  const asked = await question(world, ask, (known, of) =>
    COMMANDS[known.name](world, { ...ask, shop: of, intent: known }),
  )
  if (asked === 'more-than-command') return unclear(world, { ...ask, intent: asUnclear(ask) })
  if (asked !== null) return forgetMisses(ask, asked)
  if (intent.kind !== 'unclear') return forgetMisses(ask, await understood(world, ask))
  return unclear(world, { ...ask, intent })
}

/** The command that came nearest is offered, and not answered in place of what was asked. */
const asUnclear = ({ intent, message }: Ask): Extract<Intent, { kind: 'unclear' }> => {
  const { content } = message.arrival
  const text = content.kind === 'text' ? content.text : ''
  return {
    kind: 'unclear',
    text,
    nearly: intent.kind === 'command' ? intent.name : null,
    unknown: [],
  }
}

const forgetMisses = ({ person }: Ask, answer: Answer): Answer => {
  if (person.misses === 0) return answer
  const forget = { kind: 'misses' as const, personId: person.id, misses: 0 }
  return { ...answer, effects: [...answer.effects, forget] }
}

const understood = async (world: World, ask: Ask): Promise<Answer> => {
  const { intent } = ask
  switch (intent.kind) {
    case 'command':
      return COMMANDS[intent.name](world, { ...ask, intent })
    case 'upload':
      return upload(world, { ...ask, intent })
    case 'photo':
      return photo(world, ask, intent.media)
    case 'sold-talk':
      return soldTalk(world, ask, intent.talk)
    case 'stock-talk':
      return stockTalk(world, ask, intent.talk)
    case 'file-too-big':
      return justReply(tooBigReply(ask.shop))
    case 'unreadable':
      return justReply(unreadableReply(intent.what, ask.shop))
    case 'unclear':
    case 'silent':
      return NO_ANSWER
  }
}
