import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { transaction } from '#platform/db/transaction.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { PERSONA_NAMES, type PersonaName } from '../../../../test/world/personas.ts'
import { partiesOf } from '../../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { explainAccess } from './explain.ts'

const database = withTestDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database())
})
afterAll(() => world.close())

const explain = (persona: PersonaName, id: string | number, kind = 'document') =>
  world.run(persona, explainAccess, { kind, id: String(id) })

/** Whether the persona, in a session of their own, finds the row. */
async function finds(persona: PersonaName, id: string, table: 'document' | 'record' = 'document'): Promise<boolean> {
  const who = await world.signIn(persona)
  const request = { requestId: 'r', purpose: 'p', origin: 'o' }
  try {
    return await transaction(world.store, who, request, async ({ open }) => {
      const tx = await open()
      const found = await tx.client.query(`SELECT FROM ${table} WHERE id = $1`, [id])
      return { value: found.rowCount === 1, audit: [] }
    })
  } catch {
    // A leaver has no session, and a partner's role no right to documents at all.
    return false
  }
}

describe('Why can I see this?', () => {
  test('says the grounds in words', async () => {
    const inArea = await world.addDocument({ area: world.areas.A1, addedBy: world.personas.sergeantA.account })
    expect((await explain('sergeantA', inArea)).grounds).toEqual([
      'You added it.',
      'It is in an area that your posting covers.',
      'You are a member of the force.',
      'It is marked OFFICIAL, and your clearance covers that.',
      'It is not in a closed compartment.',
    ])
    expect((await explain('chief', inArea)).grounds).toContain('Your posting reaches every area of the force.')
    expect((await explain('commanderA', inArea)).grounds[0]).toBe('It is in an area that your posting covers.')
    const inUnit = await world.addDocument({ unit: world.units.teamA })
    expect((await explain('commanderA', inUnit)).grounds[0]).toBe('It belongs to your unit, or to one below it.')
    expect((await explain('auditor', await world.addDocument())).grounds[0]).toBe('It belongs to the whole force.')
  })

  test('of what is not open to the reader there is nothing, be it hidden or not there', async () => {
    const elsewhere = await world.addDocument({ area: world.areas.B1 })
    await expect(explain('sergeantA', elsewhere)).rejects.toThrow(NotFound)
    await expect(explain('sergeantA', '00000000-0000-4000-8000-000000000000')).rejects.toThrow(NotFound)
    await expect(explain('sergeantA', 'no id at all')).rejects.toThrow(NotFound)
    const rows = await world.owner<{ outcome: string }>(
      `SELECT outcome FROM audit_event WHERE event = 'access.explained' AND outcome <> 'done' ORDER BY id`,
    )
    expect(rows.map((row) => row.outcome)).toEqual(['hidden', 'missed', 'missed'])
  })

  test('never names a compartment', async () => {
    const closed = await world.addDocument({ compartment: world.compartment })
    const answer = await explain('member', closed)
    expect(answer.closed).toBe(true)
    expect(answer.grounds).toContain('It is in a closed compartment whose list you are on.')
    expect(JSON.stringify(answer)).not.toContain('Nightjar')
    await expect(explain('chief', closed)).rejects.toThrow(NotFound)
  })
})

describe('Who else can?', () => {
  test('counts by unit, and names only for those who look after access', async () => {
    const id = await world.addDocument({ area: world.areas.B1 })
    const officer = await explain('officerB', id)
    expect(officer.names).toBeNull()
    expect(officer.people).toBe(5)
    expect(officer.units).toEqual([
      { unit: 'Beech neighbourhoods', people: 2 },
      { unit: 'Headquarters', people: 3 },
    ])
    const open = await world.addDocument()
    for (const persona of ['administrator', 'auditor', 'custodian'] as const)
      expect((await explain(persona, open)).names?.map((one) => one.name)).toContain('PC Okoro')
  })

  test('is everybody who in a session of their own finds it, and nobody else', async () => {
    const { areas, units, personas, compartment } = world
    const plans = [
      {},
      { area: areas.A1 },
      { area: areas.A },
      { area: areas.force },
      { unit: units.teamB },
      { unit: units.force },
      { area: areas.B2, unit: units.A },
      { area: areas.B1, marking: 'OFFICIAL-SENSITIVE' },
      { area: areas.A2, addedBy: personas.officerB.account },
      { compartment, addedBy: personas.member.account },
      { compartment, area: areas.A1 },
    ]
    // An administrator who finds everything but the closed ones, and is on the list of those.
    await world.owner('UPDATE posting SET force_wide = true WHERE id = $1', [personas.administrator.posting])
    await world.owner(
      `INSERT INTO compartment_member (compartment_id, account_id, reason, starts) VALUES ($1, $2, 'r', '2016-04-01')`,
      [compartment, personas.administrator.account],
    )
    for (const plan of plans) {
      const id = await world.addDocument(plan)
      const found: string[] = []
      for (const persona of PERSONA_NAMES) if (await finds(persona, id)) found.push(personas[persona].name)
      const listed = (await explain('administrator', id)).names?.map((one) => one.name) ?? []
      expect([plan, listed.toSorted()]).toEqual([plan, found.toSorted()])
    }
    for (const { addedBy, ...plan } of plans.map((one) => ({ addedBy: null, ...one }))) {
      const id = await world.addRecord({ ...plan, owner: addedBy })
      const found: string[] = []
      for (const persona of PERSONA_NAMES) if (await finds(persona, id, 'record')) found.push(personas[persona].name)
      const listed = (await explain('administrator', id, 'finding')).names?.map((one) => one.name) ?? []
      expect([plan, listed.toSorted()]).toEqual([plan, found.toSorted()])
    }
  })

  test('of a record says who owns it, and calls it by its reference', async () => {
    const id = await world.addRecord({ area: world.areas.B1, owner: world.personas.sergeantA.account })
    const told = await explain('sergeantA', id, 'finding')
    expect(told.grounds[0]).toBe('You own it.')
    expect(told.title).toMatch(/^FIN-\w{4}-\w{4}: Visits to repeat victims$/)
    await expect(explain('commanderA', id, 'finding')).rejects.toThrow(NotFound)
  })

  test('of a party is told like of an occurrence: by marking and compartment, and protected it is not there', async () => {
    const parties = partiesOf(world)
    const told = await explain('auditor', await parties.person({ marking: 'OFFICIAL-SENSITIVE' }), 'party')
    expect(told).toMatchObject({ title: 'SMITH, John Paul', marking: 'OFFICIAL-SENSITIVE', closed: false, people: 11 })
    const closed = await parties.person({ compartment: world.compartment })
    expect((await explain('member', closed, 'party')).grounds).toContain(
      'It is in a closed compartment whose list you are on.',
    )
    await expect(explain('auditor', closed, 'party')).rejects.toThrow(NotFound)
    await expect(explain('auditor', '1e3', 'party')).rejects.toThrow(NotFound)
  })

  test('of an occurrence and of an account is told the same way', async () => {
    const occurrence = await world.addOccurrence({ marking: 'OFFICIAL-SENSITIVE' })
    const told = await explain('auditor', occurrence, 'occurrence')
    expect(told.names?.map((one) => one.name)).not.toContain('PC Okoro')
    expect(told.people).toBe(11)
    const councillor = await explain('auditor', world.personas.partner.account, 'account')
    expect(councillor).toMatchObject({ title: 'Ms Cole', people: 13 })
    expect(councillor.names?.at(-1)?.ground).toBeDefined()
    expect(councillor.names?.find((one) => one.name === 'Ms Cole')?.ground).toBe('Works for the same agency')
  })
})
