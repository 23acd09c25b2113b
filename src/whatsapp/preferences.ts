import { type Json, listOf, numberOf, objectOf, textOf } from './json.ts'

/** What somebody told WhatsApp about marketing from us. We send none; what they asked for comes all the same. */
export type Preference = {
  readonly channel: string
  /** Digits; either this or `userId` may be missing. */
  readonly phone: string | null
  readonly userId: string | null
  readonly wantsMarketing: boolean
  /** Unix milliseconds. */
  readonly at: number
}

/** The preferences a change of the field `user_preferences` holds; what cannot be read is left out. */
export const readPreferences = (value: Json, receivedAt: number): readonly Preference[] => {
  const channel = textOf(objectOf(value['metadata'])['phone_number_id'])
  if (channel === null) return []
  return listOf(value['user_preferences']).flatMap((each) => {
    const told = objectOf(each)
    const [phone, userId] = [textOf(told['wa_id']), textOf(told['user_id'])]
    const wish = textOf(told['value'])
    if ((phone ?? userId) === null || (wish !== 'stop' && wish !== 'resume')) return []
    const seconds = numberOf(told['timestamp'])
    const at = seconds === null ? receivedAt : seconds * 1000
    return [{ channel, phone, userId, wantsMarketing: wish === 'resume', at }]
  })
}
