import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { partiesOf, type Parties } from '../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { addKeyIndividual } from './commands/key-individuals.ts'
import { logEngagement } from './commands/log-engagement.ts'
import { makeHandOver } from './commands/make-hand-over.ts'
import { openHandOver } from './queries/hand-over.ts'

const database = withTestDatabase()
let world: World
let make: Parties
let run: World['run']

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
  make = partiesOf(world)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
  await run('sergeantA', logEngagement, { ...TALK(), issue1: 'environment', issue1Answer: 'yes' })
})
afterAll(() => world.close())

const TALK = () => ({ area: world.areas.A1, kind: 'surgery', heard: ['older'] })

describe('A hand-over pack', () => {
  test('holds what is known, owed and heard, for whoever comes after, wherever they are posted', async () => {
    const { id: person } = await run('sergeantA', addKeyIndividual, {
      area: world.areas.A1,
      who: String(await make.person({ given: 'Odette' })),
      role: 'Imam',
      purpose: 'Asked about feasts',
      reviewOn: '2027-01-01',
    })
    const { id } = await run('sergeantA', makeHandOver, {
      area: world.areas.A1,
      receiver: 'N-officerB',
      note: 'Mind the hall',
    })
    const pack = await run('officerB', openHandOver, { id })
    expect(pack.content).toMatchObject({ note: 'Mind the hall' })
    expect(pack.content?.individuals.map((one) => one.id)).toContain(person)
    expect(pack.content?.feedback.length).toBeGreaterThan(0)
    expect(pack.content?.duties.length).toBeGreaterThan(0)
    expect(pack.people.some(({ label }) => /odette/i.test(label))).toBe(true)
    await expect(run('member', openHandOver, { id })).rejects.toThrow(NotFound)
    const [told] = await world.owner<{ event: string; href: string }>('SELECT event, href FROM notification')
    expect(told).toEqual({ event: 'hand-over.made', href: `/prevent/hand-overs/${id}` })
    // A copy is for a time.
    await world.moveTo('2027-01-18T12:00:00Z')
    expect((await run('officerB', openHandOver, { id })).content).not.toBeNull()
    await world.moveTo('2027-01-19T12:00:00Z')
    expect((await run('officerB', openHandOver, { id })).content).toBeNull()
    await world.moveTo('2026-11-23T12:00:00Z')
  })

  test('holds no name, and nothing that is marked higher or in a compartment', async () => {
    const { id: high } = await run('sergeantA', logEngagement, { ...TALK(), words: 'Somebody is afraid' })
    await world.owner(`UPDATE engagement SET marking = 'OFFICIAL-SENSITIVE' WHERE id = $1`, [high])
    const { id } = await run('sergeantA', makeHandOver, { area: world.areas.A1, receiver: 'N-officerB', note: 'n' })
    const [row] = await world.owner<{ text: string }>('SELECT content::text AS text FROM handover_pack WHERE id = $1', [
      id,
    ])
    expect(row?.text).not.toMatch(/odette|Somebody is afraid/i)
  })

  test('is for somebody else of the force, and of an area that one covers', async () => {
    const pack = { area: world.areas.A1, receiver: 'N-sergeantA', note: 'n' }
    await expect(run('sergeantA', makeHandOver, pack)).rejects.toThrow(RuleRefused)
    await expect(run('sergeantA', makeHandOver, { ...pack, receiver: 'N-partner' })).rejects.toThrow(RuleRefused)
    await expect(run('sergeantA', makeHandOver, { ...pack, receiver: 'nobody' })).rejects.toThrow(Invalid)
    await expect(run('officerB', makeHandOver, pack)).rejects.toThrow(RuleRefused)
  })
})
