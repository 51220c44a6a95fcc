import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { Conflict, NotFound } from '#platform/errors/errors.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { addActionCommand } from '../actions/add.ts'
import { addEvidenceCommand } from '../evidence/add.ts'
import { addDecision, addNote } from './add-entries.ts'
import { handOnRecord } from './hand-on.ts'
import { readParts } from './parts.ts'
import { readTimeline } from './timeline.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database())
})
afterAll(() => world.close())

const request = { requestId: 'r', purpose: 'p', origin: 'o' }
const kind = 'finding'

/** Reads as the persona, in a session of their own. */
async function reading<T>(persona: PersonaName, read: (tx: Parameters<typeof readParts>[0]) => Promise<T>): Promise<T> {
  const who = await world.signIn(persona)
  return transaction(world.store, who, request, async ({ open }) => ({ value: await read(await open()), audit: [] }))
}
const partsFor = (persona: PersonaName, id: string) => reading(persona, (tx) => readParts(tx, kind, id))

const handOn = (persona: PersonaName, id: string, to: Readonly<Record<string, unknown>>) =>
  world.run(persona, handOnRecord, { kind, id, version: 1, marking: 'OFFICIAL', reason: 'their beat', ...to })

describe('The timeline', () => {
  test('takes a note and a decision in the name of whoever is there, and is read the newest first', async () => {
    const id = await world.addRecord({ area: world.areas.A1 })
    await world.run('sergeantA', addNote, { kind, id, words: 'Saw the shop', happenedOn: '2026-01-02' })
    await world.moveTo(new Date(world.store.clock.now().getTime() + 60_000).toISOString())
    const decision = { words: 'Visit weekly', options: 'Visit weekly\nLeave it as it is\n', reason: 'It comes back' }
    await world.run('sergeantA', addDecision, { kind, id, ...decision })
    const { timeline } = await partsFor('commanderA', id)
    expect(timeline.entries.map((entry) => [entry.kind, entry.author])).toEqual([
      ['decision', 'PS Ellis'],
      ['note', 'PS Ellis'],
    ])
    expect(timeline.entries[0]).toMatchObject({
      options: ['Visit weekly', 'Leave it as it is'],
      reason: 'It comes back',
    })
    expect(timeline.entries[1]?.happenedAt).toBe('2026-01-02T00:00:00.000Z')
  })

  test('takes nothing of a day to come, no decision without options, and nothing out of reach', async () => {
    const id = await world.addRecord({ area: world.areas.A1 })
    const ahead = { kind, id, words: 'x', happenedOn: '2199-01-01' }
    await expect(world.run('sergeantA', addNote, ahead)).rejects.toMatchObject({ rule: 'REC04' })
    const one = { kind, id, words: 'x', options: 'One', reason: 'y' }
    await expect(world.run('sergeantA', addDecision, one)).rejects.toMatchObject({ rule: 'REC05' })
    await expect(world.run('officerB', addNote, { kind, id, words: 'x' })).rejects.toThrow(NotFound)
  })

  test('is read fifty at a time, and none twice', async () => {
    const id = await world.addRecord()
    await world.owner(
      `INSERT INTO timeline_entry (id, at, record_id, kind, happened_at, author_name, words, marking)
      SELECT gen_random_uuid(), now() - (n / 3) * interval '1 hour', $1, 'note', now(), 'system', 'n' || n, 'OFFICIAL'
      FROM generate_series(1, 120) AS n`,
      [id],
    )
    const words = new Set<string>()
    let after: string | null = null
    const sizes: number[] = []
    do {
      const page: Awaited<ReturnType<typeof readTimeline>> = await reading('officerB', (tx) =>
        readTimeline(tx, id, after),
      )
      for (const entry of page.entries) words.add(entry.words)
      sizes.push(page.entries.length)
      after = page.older
    } while (after !== null)
    expect([sizes, words.size]).toEqual([[50, 50, 20], 120])
  })
})

describe('A record that is handed on', () => {
  test('goes out of reach of who handed it on with all that belongs to it, and into the reach of the others', async () => {
    const { areas, units, personas } = world
    const id = await world.addRecord({ area: areas.A1, owner: personas.sergeantA.account })
    await world.run('sergeantA', addNote, { kind, id, words: 'Seen' })
    await world.run('sergeantA', addActionCommand, { kind, id, title: 'Visit', team: String(units.teamB) })
    await expect(partsFor('officerB', id)).rejects.toThrow(NotFound)
    const done = await handOn('sergeantA', id, { area: String(areas.B1), owner: 'N-officerB' })
    expect(done.reached).toBe(false)
    await expect(partsFor('sergeantA', id)).rejects.toThrow(NotFound)
    const parts = await partsFor('officerB', id)
    expect(parts.head).toMatchObject({ areaName: 'Beech', ownerName: 'PC Okoro', version: 2 })
    expect(parts.timeline.entries.map(({ words }) => words)).toContain(
      'Handed on: owner from PS Ellis to PC Okoro; area from Abbey to Beech.',
    )
    expect(parts.timeline.entries).toHaveLength(3)
    expect(parts.actions).toHaveLength(1)
  })

  test('takes its duties under the new marking, also those out of reach of who raised it', async () => {
    const { areas, units, personas } = world
    const id = await world.addRecord({ area: areas.A1, owner: personas.sergeantA.account })
    await world.owner(
      `INSERT INTO duty (id, rule, rule_from, record_id, subject_kind, subject_id, title, triggered_by, triggered_at, unit_id,
        opened_at) VALUES (gen_random_uuid(), 'X-01', '2016-04-01', $1, 'finding', $1::uuid::text, 'Answer', 'e', now(), $2, now())`,
      [id, units.teamB],
    )
    const owner = 'N-sergeantA'
    await handOn('sergeantA', id, { owner, area: String(areas.A1), marking: 'OFFICIAL-SENSITIVE' })
    expect(await world.owner('SELECT marking, unit_id FROM duty WHERE record_id = $1', [id])).toEqual([
      { marking: 'OFFICIAL-SENSITIVE', unit_id: units.teamB },
    ])
    const duties = await reading('officerB', (tx) => tx.client.query('SELECT FROM duty WHERE record_id = $1', [id]))
    expect(duties.rowCount).toBe(0)
  })

  test('is put into no compartment that its doer is not in, nor given to who cannot see it, nor left as it is', async () => {
    const { areas, compartment, personas } = world
    const ownedBy = (persona: PersonaName) => world.addRecord({ owner: personas[persona].account })
    const [ofSergeant, ofOfficer, id] = [await ownedBy('sergeantA'), await ownedBy('officerB'), await ownedBy('member')]
    const inside = { compartment: String(compartment) }
    await expect(handOn('sergeantA', ofSergeant, inside)).rejects.toMatchObject({ rule: 'REC02' })
    await expect(handOn('member', id, { ...inside, owner: 'N-sergeantA' })).rejects.toMatchObject({ rule: 'REC03' })
    await expect(handOn('sergeantA', ofSergeant, { owner: 'N-partner' })).rejects.toMatchObject({ rule: 'REC03' })
    await expect(handOn('sergeantA', ofSergeant, { owner: 'N-nobody' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(handOn('sergeantA', ofSergeant, { owner: 'N-sergeantA' })).rejects.toMatchObject({ rule: 'REC06' })
    const high = { marking: 'OFFICIAL-SENSITIVE' }
    await expect(handOn('officerB', ofOfficer, high)).rejects.toMatchObject({ rule: 'REC01' })
    await handOn('member', id, { ...inside, owner: personas.member.account })
    await expect(partsFor('chief', id)).rejects.toThrow(NotFound)
    const { timeline } = await partsFor('member', id)
    expect(timeline.entries[0]?.words).toMatch(/put into a compartment/)
    expect(JSON.stringify(timeline)).not.toContain('Nightjar')
    await expect(handOn('member', id, { area: String(areas.A1) })).rejects.toThrow(Conflict)
  })
})

test('The head, the timeline, the actions and the evidence of a record are four statements', async () => {
  const id = await world.addRecord()
  await world.run('chief', addEvidenceCommand, {
    kind,
    id,
    title: 'Visit',
    is: 'visit',
    observedOn: '2026-01-01',
    keepsDays: 90,
    marking: 'OFFICIAL',
  })
  const counted = await reading('chief', async (tx) => {
    let statements = 0
    const client = new Proxy(tx.client, {
      get: (target, name) => {
        if (name === 'query') statements += 1
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const parts = await readParts({ ...tx, client }, kind, id)
    return { statements, evidence: parts.evidence.length }
  })
  expect(counted).toEqual({ statements: 4, evidence: 1 })
})
