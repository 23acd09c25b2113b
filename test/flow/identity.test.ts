import { describe, expect, test } from 'vitest'
import type { Person } from '../../src/simulator/chat.ts'
import { phoneOf } from '../../src/simulator/phone.ts'
import { aStage, type Stage } from '../support/a-phone.ts'
import { OWNER_PHONE } from '../support/builders.ts'
import { csv } from '../support/files.ts'

const ONE_SALE = csv('tanggal,produk,jumlah,harga', '31/03/2026,Lily,1,25.000')
const OWNER_ID = 'ID.OWNER'

const held = (stage: Stage, person: Omit<Person, 'name'>) =>
  phoneOf(stage.simulator, { ...person, name: 'Rina' })

/** Both ids in one message: from now on the owner is known by either. */
const knownOwner = async (stage: Stage) => {
  const both = held(stage, { phone: OWNER_PHONE, userId: OWNER_ID })
  await both.sends(ONE_SALE, { fileName: 'a.csv' })
  await both.waitsFor(1, 20_000)
  return both
}

const sees = async (phone: ReturnType<typeof phoneOf>): Promise<string> => {
  await phone.says('omzet kemarin')
  const [answer] = await phone.waitsFor(1, 20_000)
  return answer?.text ?? ''
}

const seconds = (stage: Stage) => String(Math.floor(stage.clock.now() / 1000))

describe('whoever writes is known by number, by user id, or by both', () => {
  test('an owner who takes a username and hides the number is still the owner', async () => {
    await using stage = await aStage()
    await knownOwner(stage)
    const hidden = held(stage, { phone: null, userId: OWNER_ID })
    expect(await sees(hidden)).toContain('25.000')
  })

  test('an answer to a person without a number goes to the user id', async () => {
    await using stage = await aStage()
    const hidden = held(stage, { phone: null, userId: 'ID.BAYU' })
    await hidden.says('halo')
    await hidden.waitsFor(1)
    const { body } = stage.simulator.calls().find(({ call }) => call === 'messages') ?? {}
    expect(body).toMatchObject({ recipient: 'ID.BAYU' })
    expect(body).not.toHaveProperty('to')
  })

  test('the number of the settings, first seen with a user id that had written before, is one person', async () => {
    await using stage = await aStage()
    const hidden = held(stage, { phone: null, userId: OWNER_ID })
    await hidden.says('halo')
    expect((await hidden.waitsFor(1))[0]?.text).not.toContain('file penjualan')
    const both = await knownOwner(stage)
    expect(await sees(both)).toContain('25.000')
    expect(await sees(held(stage, { phone: null, userId: OWNER_ID }))).toContain('25.000')
  })

  test('old payloads without a user id are known by the number', async () => {
    await using stage = await aStage()
    await knownOwner(stage)
    await stage.simulator.post({
      messages: [
        {
          from: OWNER_PHONE,
          id: 'wamid.plain',
          timestamp: seconds(stage),
          type: 'text',
          text: { body: 'omzet kemarin' },
        },
      ],
    })
    const [answer] = await held(stage, { phone: OWNER_PHONE, userId: OWNER_ID }).waitsFor(1)
    expect(answer?.text).toContain('25.000')
  })
})

describe('whoever is somebody else stays a stranger', () => {
  test('a number that was given to another person opens nothing', async () => {
    await using stage = await aStage()
    await knownOwner(stage)
    const recycled = held(stage, { phone: OWNER_PHONE, userId: 'ID.SOMEBODY' })
    expect(await sees(recycled)).not.toContain('25.000')
    expect(await sees(held(stage, { phone: null, userId: OWNER_ID }))).toContain('25.000')
  })

  test('after an announced move the old number is nobody’s', async () => {
    await using stage = await aStage()
    await knownOwner(stage)
    await stage.simulator.post({
      messages: [
        {
          from: OWNER_PHONE,
          id: 'wamid.moved',
          timestamp: seconds(stage),
          type: 'system',
          system: {
            type: 'user_changed_number',
            wa_id: '6281377776666',
            user_id: 'ID.NEW',
            previous_user_id: OWNER_ID,
          },
        },
      ],
    })
    expect(await sees(held(stage, { phone: '6281377776666', userId: 'ID.NEW' }))).toContain(
      '25.000',
    )
    const heir = held(stage, { phone: OWNER_PHONE, userId: 'ID.HEIR' })
    expect(await sees(heir)).not.toContain('25.000')
  })

  test('a changed user id without a number moves too', async () => {
    await using stage = await aStage()
    await knownOwner(stage)
    await stage.simulator.post({
      messages: [
        {
          from_user_id: OWNER_ID,
          id: 'wamid.moved',
          timestamp: seconds(stage),
          type: 'system',
          system: {
            type: 'user_changed_user_id',
            user_id: 'ID.NEW',
            previous_user_id: OWNER_ID,
          },
        },
      ],
    })
    expect(await sees(held(stage, { phone: null, userId: 'ID.NEW' }))).toContain('25.000')
  })

  test('a move of somebody nobody knows makes nobody an owner', async () => {
    await using stage = await aStage()
    await knownOwner(stage)
    await stage.simulator.post({
      messages: [
        {
          from_user_id: 'ID.UNKNOWN',
          id: 'wamid.moved',
          timestamp: seconds(stage),
          type: 'system',
          system: {
            type: 'user_changed_user_id',
            user_id: 'ID.THIEF',
            previous_user_id: 'ID.UNKNOWN',
          },
        },
      ],
    })
    expect(await sees(held(stage, { phone: null, userId: 'ID.THIEF' }))).not.toContain('25.000')
  })

  test('a profile name or username of the owner is no key', async () => {
    await using stage = await aStage()
    await knownOwner(stage)
    expect(await sees(held(stage, { phone: '6281211112222', userId: 'ID.RINA2' }))).not.toContain(
      '25.000',
    )
  })
})
