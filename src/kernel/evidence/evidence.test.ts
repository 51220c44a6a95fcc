import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { handOnRecord } from '../records/hand-on.ts'
import { addEvidenceCommand } from './add.ts'
import { evidenceForQuestion, evidenceOf } from './list.ts'
import { openEvidence, withdrawEvidence } from './withdraw.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-03-31T12:00:00Z' })
})
afterAll(() => world.close())

const base = { title: 'Visits made', is: 'visit', observedOn: '2026-01-01', keepsDays: 90, marking: 'OFFICIAL' }
const add = async (persona: PersonaName, more: Readonly<Record<string, unknown>>) =>
  (await world.run(persona, addEvidenceCommand, { ...base, ...more })).id

async function seen(persona: PersonaName, of: { readonly record: string } | { readonly question: string }) {
  const request = { requestId: 'r', purpose: 'p', origin: 'o' }
  return transaction(world.store, await world.signIn(persona), request, async ({ open }) => {
    const tx = await open()
    const list = 'record' in of ? await evidenceOf(tx, of.record) : await evidenceForQuestion(tx, of.question)
    return { value: list, audit: [] }
  })
}
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).toSorted()

describe('Evidence', () => {
  test('is worth less as it ages, and says from when it is worth nothing', async () => {
    const id = await world.addRecord()
    await add('sergeantA', { kind: 'finding', id })
    const age = async () => (await seen('sergeantA', { record: id })).map((one) => [one.age, one.staleFrom])
    expect(await age()).toEqual([['ageing', '2026-04-01']])
    await world.moveTo('2026-04-01T12:00:00Z')
    expect(await age()).toEqual([['stale', '2026-04-01']])
    await world.moveTo('2026-03-31T12:00:00Z')
  })

  test('in a compartment or marked higher neither shows nor counts for those outside, whoever sees the record', async () => {
    const id = await world.addRecord()
    const on = { kind: 'finding', id }
    const open = await add('sergeantA', on)
    const high = await add('sergeantA', { ...on, marking: 'OFFICIAL-SENSITIVE' })
    const shut = await add('member', { ...on, compartment: String(world.compartment) })
    expect(ids(await seen('officerB', { record: id }))).toEqual([open])
    expect(ids(await seen('chief', { record: id }))).toEqual([open, high].toSorted())
    expect(ids(await seen('member', { record: id }))).toEqual([open, high, shut].toSorted())
    await expect(world.run('chief', openEvidence, { id: shut })).rejects.toThrow(NotFound)
  })

  test('goes with its record, also what whoever hands that on cannot see', async () => {
    const { areas, compartment, personas } = world
    const id = await world.addRecord({ area: areas.B1, owner: personas.officerB.account })
    const shut = await add('member', { kind: 'finding', id, compartment: String(compartment) })
    const hand = { kind: 'finding', id, version: 1, marking: 'OFFICIAL', area: String(areas.A1), reason: 'theirs' }
    await world.run('officerB', handOnRecord, hand)
    // A member of the compartment, but out of the record's new reach.
    await expect(world.run('member', openEvidence, { id: shut })).rejects.toThrow(NotFound)
    expect(await seen('sergeantA', { record: id })).toEqual([])
  })

  test('that is a document is guarded as the document is, and must be open to who adds it', async () => {
    const { compartment, areas } = world
    const id = await world.addRecord()
    const on = { kind: 'finding', id, is: 'document' }
    const document = await world.addDocument({ compartment, marking: 'OFFICIAL-SENSITIVE' })
    const added = await add('member', { ...on, document })
    expect(await world.run('member', openEvidence, { id: added })).toMatchObject({
      marking: 'OFFICIAL-SENSITIVE',
      closed: true,
    })
    expect(ids(await seen('chief', { record: id }))).toEqual([])
    const elsewhere = await world.addDocument({ area: areas.B1 })
    await expect(add('sergeantA', { ...on, document: elsewhere })).rejects.toThrow(NotFound)
    await expect(add('sergeantA', on)).rejects.toMatchObject({ kind: 'invalid' })
  })

  test('that is a figure is one that was frozen, and names its measure', async () => {
    const snapshot = randomUUID()
    await world.owner(
      `INSERT INTO measure_snapshot (id, measure, version, month, numerator, unknown, computed_at, frozen_at, frozen_by, purpose)
      VALUES ($1, 'P1-ASB', 1, '2026-01-01', 3, 0, now(), now(), $2, 'finding')`,
      [snapshot, world.personas.chief.account],
    )
    const id = await add('chief', { question: 'PEEL2016/E1.2', is: 'measure', snapshot })
    expect(await world.run('sergeantA', openEvidence, { id })).toMatchObject({ measure: 'P1-ASB', record: null })
    await expect(add('chief', { question: 'PEEL2016/E1', is: 'measure' })).rejects.toMatchObject({ kind: 'invalid' })
    expect(ids(await seen('auditor', { question: 'PEEL2016/E1' }))).toEqual([id])
    expect(ids(await seen('auditor', { question: 'PEEL2016/E' }))).toEqual([])
  })

  test('is withdrawn once, and of a question alone by who added it or leads', async () => {
    const id = await add('sergeantA', { question: 'PEEL2016/E3' })
    const withdraw = (persona: PersonaName) => world.run(persona, withdrawEvidence, { id, version: 1, reason: 'Wrong' })
    await expect(withdraw('officerB')).rejects.toMatchObject({ rule: 'EVD03' })
    await withdraw('inspectionLead')
    expect(await world.run('officerB', openEvidence, { id })).toMatchObject({
      age: 'withdrawn',
      withdrawnReason: 'Wrong',
    })
    await expect(withdraw('sergeantA')).rejects.toMatchObject({ rule: 'EVD03' })
  })

  test('is of no day to come, above nobody’s clearance, and for something', async () => {
    const id = await world.addRecord()
    const on = { kind: 'finding', id }
    await expect(add('sergeantA', { ...on, observedOn: '2026-04-01' })).rejects.toMatchObject({ rule: 'REC04' })
    await expect(add('officerB', { ...on, marking: 'OFFICIAL-SENSITIVE' })).rejects.toMatchObject({ rule: 'REC01' })
    await expect(add('chief', { ...on, compartment: String(world.compartment) })).rejects.toMatchObject({
      rule: 'REC02',
    })
    await expect(add('chief', {})).rejects.toMatchObject({ kind: 'invalid' })
  })
})
