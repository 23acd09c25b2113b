import type { Visit } from './visit.ts'

type Fields = Readonly<Record<string, string>>
type Form = (
  fields: Fields,
  visit: Visit,
) => readonly string[] | null | Promise<readonly string[] | null>

/** A field longer than this is no answer to any of our questions. */
const FIELD_CHARS_MAX = 200

/**
 * What a form says, as the lines its taps in the chat would send; null for a form that is none of ours. An
 * empty list: nothing was filled in.
 */
export const lineFrom = async (visit: Visit, fields: Fields): Promise<readonly string[] | null> => {
  const form = FORMS.get(fields['deed'] ?? '')
  const isTooLong = Object.values(fields).some((value) => value.length > FIELD_CHARS_MAX)
  return form === undefined || isTooLong ? null : form(fields, visit)
}

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['tap', ({ line = '' }) => [line]],
  ['goods', (fields) => goodsLines(fields)],
  ['setting', ({ what = '', value = '' }) => [`shop:do:${what}:${value.trim()}`]],
  ['daily', ({ time = '' }) => withMinute(time, (minute) => `schedule:daily:${minute}`)],
  [
    'weekly',
    ({ time = '', weekday = '' }) =>
      withMinute(time, (minute) => `schedule:weekly:${weekday}:${minute}`),
  ],
  ['quiet', (fields) => quietLine(fields)],
  ['invite', (fields) => [`team:invite:${placeIn(fields)}`]],
  ['add', (fields) => [`team:add:${(fields['phone'] ?? '').trim()} ${placeIn(fields)}`.trim()]],
  ['remove', ({ person = '' }, visit) => removeLine(person, visit)],
])

/** The fields of one product and what each tells; only what was changed is told. */
const GOODS = ['count', 'pack', 'lead', 'shelf'] as const

const goodsLines = (fields: Fields): readonly string[] => {
  const ref = fields['ref'] ?? ''
  const name = (fields['packName'] ?? '').replaceAll(':', ' ').trim()
  const before = (fields['was-packName'] ?? '').trim()
  return GOODS.flatMap((kind) => {
    const value = (fields[kind] ?? '').trim().replace(',', '.')
    const isRenamed = kind === 'pack' && name !== before
    const isSame = value === (fields[`was-${kind}`] ?? '') && !isRenamed
    if (value === '' || isSame) return []
    return [`stock:pick:${kind}:${value}:${kind === 'pack' ? name : ''}::${ref}`]
  })
}

const withMinute = (time: string, line: (minute: number) => string): readonly string[] => {
  const minute = minuteOf(time)
  return minute === null ? [] : [line(minute)]
}

/** `21:30` of a time field; null when it was left empty. */
const minuteOf = (time: string): number | null => {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}

const quietLine = ({ from = '', to = '', urgent }: Fields): readonly string[] => {
  const [begin, end] = [minuteOf(from), minuteOf(to)]
  if (begin === null || end === null) return []
  return [`quiet:${begin}-${end}${urgent === undefined ? '' : '-urgent'}`]
}

/** `staff cabang Dago`, as it is typed after `tim undang`. */
const placeIn = ({ role = '', branch = '' }: Fields): string =>
  [role, branch === '' ? '' : `branch ${branch.toLowerCase()}`].join(' ').trim()

/** The chat removes by the place in its list, which may have changed since the page was shown. */
const removeLine = async (personId: string, { world, shop }: Visit): Promise<readonly string[]> => {
  const members = await world.store.membersOf(shop.id)
  const place = members.findIndex((member) => member.personId === personId)
  return [`team:remove:${place + 1}`]
}
