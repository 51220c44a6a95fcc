import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { partiesOf, type Parties } from '../../../../test/world/parties.ts'
import type { PersonaName } from '../../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../../test/world/world.ts'
import { openPerson } from '../queries/open-party.ts'
import { enterPerson } from './enter-person.ts'
import { beginPerson } from './entry-form.ts'
import { isLikely, notLookedAt, waySaid } from './ent01-looked-at.ts'
import { birthToKeep, bornFrom } from './fields.ts'
import { getCivilDate } from '#calculations/calendar/civil-date.ts'

const database = withTestDatabase()
let world: World
let parties: Parties
let john: number

const enter = (input: Readonly<Record<string, unknown>>, persona: PersonaName = 'sergeantA') =>
  world.run(persona, enterPerson, input)
const begin = (input: Readonly<Record<string, unknown>>, persona: PersonaName = 'sergeantA') =>
  world.run(persona, beginPerson, input)

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-29T12:00:00Z' })
  parties = partiesOf(world)
  john = await parties.person({ given: 'John Paul', family: 'Ravensworth', birth: '1980-05-04' })
})
afterAll(() => world.close())

describe('Whoever is entered', () => {
  test('is asked about first where somebody very like them is known, with the evidence', async () => {
    for (const who of [
      { given: 'John', family: 'Ravensworth', born: '4/5/1980' },
      { given: 'Jon', family: 'Ravenswoth', born: '5/4/80' },
      { given: 'John', family: 'Ravensworth', born: 'about 46' },
      { given: 'John', family: 'Ravensworth' },
    ]) {
      const { likely } = await begin(who)
      expect([who, likely?.map(({ id }) => id)]).toEqual([who, [john]])
      expect(likely?.[0]?.reasons.length).toBeGreaterThan(0)
    }
  })

  test('is not taken for somebody of another day of birth or another name', async () => {
    expect((await begin({ given: 'John', family: 'Ravensworth', born: '17/8/1955' })).likely).toEqual([])
    expect((await begin({ given: 'Grace', family: 'Ravensworth' })).likely).toEqual([])
  })

  test('by a hurried click is not entered twice', async () => {
    const who = { given: 'John', family: 'Ravensworth', born: '4/5/1980' }
    await expect(enter(who)).rejects.toThrow('There is one person very like this one')
    await expect(enter({ ...who, different: String(john) })).rejects.toThrow('Say how you know')
    await expect(enter({ ...who, how: 'met' })).rejects.toThrow('There is one person very like this one')
    await expect(enter({ ...who, different: [john + 100_000], how: 'met' })).rejects.toThrow('very like this one')
  })

  test('is never forced onto somebody else: said to be another, they are', async () => {
    const { id } = await enter({
      given: 'John',
      family: 'Ravensworth',
      born: '4/5/1980',
      different: String(john),
      how: 'met',
    })
    expect(id).not.toBe(john)
    const rows = await world.owner<{ identity_id: number }>('SELECT identity_id FROM party WHERE id = ANY ($1)', [
      [id, john],
    ])
    expect(new Set(rows.map((row) => row.identity_id)).size).toBe(2)
    const stored = await world.owner(
      `SELECT 1 FROM domain_event WHERE name = 'party.stored' AND payload ->> 'party' = $1`,
      [String(id)],
    )
    expect(stored, 'asked to be compared with all others').toHaveLength(1)
    // Whoever comes next is shown both.
    await expect(
      enter({ given: 'John', family: 'Ravensworth', born: '4/5/1980', different: String(john), how: 'met' }),
    ).rejects.toThrow('There is one person very like this one')
  })

  test('is found at once, with birth, home and phone, and by their page', async () => {
    const { id, address, phone } = await enter({
      given: 'Ottoline',
      family: 'van der Quist',
      born: 'May 1990',
      sex: 'female',
      address: '12 Cherry Lane, Slough SL1 2BD',
      phone: '07700 900 456',
    })
    const { likely } = await begin({ family: 'Quist', given: 'Ottoline' })
    expect(likely).toMatchObject([
      {
        id,
        label: 'VAN DER QUIST, Ottoline',
        born: { on: '1990-05-01', precision: 'month' },
        sex: 'female',
        details: ['12 Cherry Lane, Slough, SL1 2BD'],
      },
    ])
    expect((await world.run('sergeantA', openPerson, { id })).id).toBe(id)
    expect(await world.owner('SELECT number FROM phone WHERE party_id = $1', [phone])).toEqual([
      { number: '447700900456' },
    ])
    const again = await enter({
      given: 'Wilfred',
      family: 'Ng',
      address: `/addresses/${address ?? 0}`,
      phone: '+447700900456',
    })
    expect(again).toMatchObject({ address, phone })
    expect(
      (await enter({ given: 'Hypatia', family: 'Oyelaran', address: '12 cherry lane slough sl12bd' })).address,
    ).toBe(address)
  })

  test('by somebody else’s duty or with what is no birth is refused', async () => {
    await expect(enter({ family: 'Nobody' }, 'auditor')).rejects.toThrow()
    await expect(enter({ family: 'Nobody', born: 'soon' })).rejects.toMatchObject({
      fields: { born: expect.stringContaining('4/5/1980') },
    })
    expect((await begin({ family: 'Nobody', born: 'soon' })).bornProblem).toContain('4/5/1980')
    await expect(enter({ family: 'Nobody', address: '/addresses/999999' })).rejects.toMatchObject({
      fields: { address: expect.any(String) },
    })
  })

  test('who is like somebody hidden is entered as if nobody were there', async () => {
    await parties.person({
      given: 'Leander',
      family: 'Tregarthen',
      birth: '1977-07-07',
      compartment: world.compartment,
    })
    const who = { given: 'Leander', family: 'Tregarthen', born: '7/7/1977' }
    expect((await begin(who)).likely).toEqual([])
    expect((await enter(who)).id).toBeGreaterThan(0)
  })

  test('is in the audit with whoever was said to be another, and how that is known', async () => {
    const other = await parties.person({ given: 'Araminta', family: 'Stoneleigh', birth: '1960-01-02' })
    const { id } = await enter({
      given: 'Araminta',
      family: 'Stoneleigh',
      born: '2/1/1960',
      different: [other],
      how: 'birth-date',
    })
    const rows = await world.owner<{ detail: unknown; subjects: string[] }>(
      `SELECT detail, (SELECT array_agg(s.subject ORDER BY s.subject) FROM audit_subject s WHERE s.audit_id = e.id AND s.at = e.at) AS subjects
      FROM audit_event e WHERE event = 'party.entered' ORDER BY id DESC LIMIT 1`,
    )
    expect(rows).toEqual([
      { detail: { different: [other], how: 'birth-date' }, subjects: [String(other), String(id)].toSorted() },
    ])
  })
})

describe('ENT01 and ENT02', () => {
  test('want every likely one looked at, and a way of knowing', () => {
    expect(notLookedAt([], [])).toBeNull()
    expect(notLookedAt([1, 2], [2, 1, 3])).toBeNull()
    expect(notLookedAt([1, 2], [2])?.rule).toBe('ENT01')
    expect(waySaid([], null)).toBeNull()
    expect(waySaid([1], null)?.rule).toBe('ENT02')
    expect(waySaid([1], 'met')).toBeNull()
    expect([isLikely({ score: 85 }), isLikely({ score: 84.9 })]).toEqual([true, false])
  })

  test('keep a birth as exactly as it was typed', () => {
    const today = getCivilDate('2026-11-29')
    const kept = (typed: string) => {
      const born = bornFrom(typed, today)
      return born === null ? null : birthToKeep(born)
    }
    expect(kept('4/5/80')).toEqual({ date: '1980-05-04', precision: 'day' })
    expect(kept('Feb 1980')).toEqual({ date: '1980-02-01', precision: 'month' })
    expect(kept('1980')).toEqual({ date: '1980-01-01', precision: 'year' })
    expect(kept('40')).toEqual({ date: '1986-05-31', precision: 'about' })
    expect(kept('about 40')).toEqual({ date: '1986-05-31', precision: 'about' })
  })
})
