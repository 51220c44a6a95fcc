import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, NotFound } from '#platform/errors/errors.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { addActionCommand } from './add.ts'
import { changeAction, completeAction, dropAction } from './change.ts'
import { listActions, openAction } from './list.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
})
afterAll(() => world.close())

const kind = 'finding'
const give = async (persona: PersonaName, id: string, more: Readonly<Record<string, unknown>>) =>
  (await world.run(persona, addActionCommand, { kind, id, title: 'Visit the shop', ...more })).id

describe('An action', () => {
  test('out of whose reach the record is: its doer sees and completes it, and changes nothing else', async () => {
    const record = await world.addRecord({ area: world.areas.A1 })
    const id = await give('sergeantA', record, { person: 'N-officerB', dueOn: '2026-11-30' })
    const { actions, total } = await world.run('officerB', listActions, { of: 'me' })
    expect(actions.map((one) => [one.id, one.dueOn, one.yours, one.record])).toEqual([[id, '2026-11-30', true, null]])
    expect(total).toBe(1)
    const drop = { id, version: 1, reason: 'x' }
    await expect(world.run('officerB', dropAction, drop)).rejects.toMatchObject({ rule: 'ACT02' })
    await expect(world.run('member', completeAction, { id, version: 1, outcome: 'x' })).rejects.toThrow(NotFound)
    await world.run('officerB', completeAction, { id, version: 1, outcome: 'Shut since May' })
    expect(await world.run('sergeantA', openAction, { id })).toMatchObject({ state: 'done', words: 'Shut since May' })
    const again = { id, version: 2, outcome: 'x' }
    await expect(world.run('sergeantA', completeAction, again)).rejects.toMatchObject({ rule: 'ACT01' })
    const lines = await world.owner<{ words: string }>('SELECT words FROM timeline_entry WHERE record_id = $1', [
      record,
    ])
    expect(lines.map(({ words }) => words).toSorted()).toEqual([
      'Added the action “Visit the shop” for PC Okoro.',
      'Completed the action “Visit the shop”: Shut since May',
    ])
  })

  test('of a team is in the list of everybody in it, by due date', async () => {
    const record = await world.addRecord({ area: world.areas.A1 })
    const team = String(world.units.teamB)
    const later = await give('sergeantA', record, { team, dueOn: '2026-12-01' })
    const open = await give('sergeantA', record, { team })
    const sooner = await give('sergeantA', record, { team, dueOn: '2026-11-24' })
    for (const persona of ['officerB', 'member'] as const) {
      const { actions } = await world.run(persona, listActions, { of: 'team' })
      expect(actions.map((one) => one.id)).toEqual([sooner, later, open])
    }
    expect((await world.run('sergeantA', listActions, { of: 'team' })).total).toBe(0)
  })

  test('is saved by whoever saw how it stands, and given to another', async () => {
    const record = await world.addRecord({ area: world.areas.A1 })
    const id = await give('sergeantA', record, { agency: String(world.agencies.council) })
    const to = { id, version: 1, title: 'Visit twice', person: 'N-sergeantA', dueOn: '2026-12-24' }
    await world.run('commanderA', changeAction, to)
    expect(await world.run('sergeantA', openAction, { id })).toMatchObject({
      title: 'Visit twice',
      assignee: { kind: 'person', name: 'PS Ellis' },
      dueOn: '2026-12-24',
      version: 2,
    })
    await expect(world.run('sergeantA', changeAction, to)).rejects.toThrow(Conflict)
    await world.run('sergeantA', dropAction, { id, version: 2, reason: 'It was pulled down' })
    expect(await world.run('sergeantA', openAction, { id })).toMatchObject({ state: 'dropped' })
  })

  test('is one doer’s, not of a day that has passed, of no closed record, and of nobody who cannot see it', async () => {
    const { areas, units, compartment, store } = world
    const open = await world.addRecord({ area: areas.A1 })
    const refused = (
      rule: string,
      record: string,
      more: Readonly<Record<string, unknown>>,
      by: PersonaName = 'sergeantA',
    ) => expect(give(by, record, more)).rejects.toMatchObject({ rule })
    await refused('ACT05', open, {})
    await refused('ACT05', open, { person: 'N-officerB', team: String(units.teamB) })
    await refused('ACT03', open, { person: 'N-officerB', dueOn: '2026-11-22' })
    await refused('ACT04', await world.addRecord({ area: areas.A1, closedAt: store.clock.now() }), {
      person: 'N-officerB',
    })
    await refused('REC03', await world.addRecord({ marking: 'OFFICIAL-SENSITIVE' }), { person: 'N-officerB' })
    await refused('REC03', await world.addRecord({ compartment }), { person: 'N-sergeantA' }, 'member')
    await expect(give('sergeantA', open, { team: '999999' })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
