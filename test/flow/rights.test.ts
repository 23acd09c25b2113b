import { describe, expect, test } from 'vitest'
import { refusalFor, rightFor } from '../../src/flow/rights.ts'
import { COMMAND_NAMES } from '../../src/intent/command-names.ts'
import type { CommandName } from '../../src/intent/intent.ts'

const owner = { role: 'owner', branches: null } as const
const manager = { role: 'manager', branches: null } as const
const staff = { role: 'staff', branches: null } as const
const ofDago = { role: 'staff', branches: ['Dago'] } as const

const rightOf = (name: CommandName) =>
  rightFor({ kind: 'command', name, period: null, argument: null })
const refusedTo = (who: Parameters<typeof refusalFor>[1]) =>
  COMMAND_NAMES.filter((name) => refusalFor(rightOf(name), who) !== null).toSorted()

describe('who may do what', () => {
  test('an owner may do everything, a manager everything but team, tokens, the model and deleting', () => {
    expect(refusedTo(owner)).toEqual([])
    expect(refusedTo(manager)).toEqual(['ai', 'delete-data', 'team', 'token'])
  })

  test('staff change nothing for others; who is limited to a branch sees nothing of the whole shop', () => {
    const kept = ['delete-data', 'team', 'token', 'export', 'days', 'alerts', 'replace', 'sample']
    expect(refusedTo(staff)).toEqual(expect.arrayContaining(kept))
    expect(refusedTo(ofDago)).toEqual(
      expect.arrayContaining([...refusedTo(staff), 'stock', 'supply', 'ordered', 'profit']),
    )
    for (const name of ['summary', 'forecast', 'restock', 'chart', 'uploads', 'undo'] as const) {
      expect(refusalFor(rightOf(name), ofDago)).toBeNull()
    }
  })

  test('files may be sent by everybody, goods told by who sees the whole shop', () => {
    const media = { id: 'm', mimeType: 'text/csv', sha256: null, url: null }
    const upload = rightFor({ kind: 'upload', media, fileName: 'a.csv' })
    const talk = rightFor({
      kind: 'stock-talk',
      talk: { kind: 'asked', about: 'stock', name: 'mawar' },
    })
    expect(refusalFor(upload, ofDago)).toBeNull()
    expect(refusalFor(talk, staff)).toBeNull()
    expect(refusalFor(talk, ofDago)).toBe('whole')
  })
})
