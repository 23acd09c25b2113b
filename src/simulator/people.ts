import type { Person } from './chat.ts'

/** The people whose phones the page holds. */
export type Cast = {
  readonly everybody: () => readonly Person[]
  /** The one with this user id, or the first of all. */
  readonly find: (userId: string | undefined) => Person
  /** Somebody new, with a number of their own or hidden behind a username; null when there are enough. */
  readonly add: (name: string, isHidden: boolean) => Person | null
  /** Only the first stays. */
  readonly dismiss: () => void
}

/** More phones than this nobody tells apart. */
const PEOPLE_MAX = 20
/** Numbers that nobody has: Indonesia's 0812 is real, its 0000 block is not given out. */
const FIRST_NUMBER = 6_281_200_000_001

export const castOf = (first: Person): Cast => {
  let people: readonly Person[] = [first]
  const next = (name: string, isHidden: boolean): Person => {
    const nth = people.length + 1
    const userId = `ID.DEMO${nth}`
    if (!isHidden) return { phone: String(FIRST_NUMBER + nth), userId, name }
    const username = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}${nth}`
    return { phone: null, userId, name, username }
  }
  return {
    everybody: () => people,
    find: (userId) => people.find((person) => person.userId === userId) ?? first,
    add: (name, isHidden) => {
      if (people.length >= PEOPLE_MAX) return null
      const person = next(name, isHidden)
      people = [...people, person]
      return person
    },
    dismiss: () => {
      people = [first]
    },
  }
}
