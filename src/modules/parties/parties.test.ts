import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { NotFound } from '#platform/errors/errors.ts'
import { partiesOf, type Parties } from '../../../test/world/parties.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { openAddress, openOrganisation, openPerson, openPhone, openVehicle } from './queries/open-party.ts'

const database = withTestDatabase()
let world: World
let make: Parties
/** As the JSON API answers: what is not as it was declared is a fault. */
let run: World['run']

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
  make = partiesOf(world)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())

const person = (id: number, persona: PersonaName = 'sergeantA', filter: object = {}) =>
  run(persona, openPerson, { id, ...filter })

async function occurrence(at: string, category = 'burglary', compartment?: number): Promise<number> {
  return world.addOccurrence({ at: new Date(at), category, ...(compartment !== undefined && { compartment }) })
}

describe('The page of an identity', () => {
  test('is the same by whichever of its records it is asked for, and shows what each source says', async () => {
    const one = await make.person({ given: 'Ann', family: 'Lee', birth: '1990-03-02', reference: 'N-1', sex: 'female' })
    const other = await make.person({
      given: 'Anne',
      family: 'Lee',
      birth: '1990-02-03',
      reference: 'N-2',
      sameAs: one,
      aliases: [{ full: 'Annie', kind: 'nickname' }],
    })
    const [byOne, byOther] = [await person(one), await person(other)]
    expect({ ...byOther, id: one }).toEqual(byOne)
    expect(byOne.label).toBe('LEE, Ann')
    expect(byOne.sources.map(({ reference }) => reference)).toEqual(['N-1', 'N-2'])
    expect(byOne.known.map(({ birthDate }) => birthDate)).toEqual(['1990-03-02', '1990-02-03'])
    expect(byOne.names.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'Ann Lee main',
      'Anne Lee main',
      'Annie nickname',
    ])
  })

  test('leaves out a record of it that is hidden, with its names, and never says which stands for all', async () => {
    const hidden = await make.person({
      given: 'Ray',
      family: 'Hidden',
      reference: 'N-3',
      compartment: world.compartment,
    })
    const open = await make.person({ given: 'Ray', family: 'Open', reference: 'N-4', sameAs: hidden })
    const shown = await person(open)
    expect(shown.sources.map(({ reference }) => reference)).toEqual(['N-4'])
    expect(shown.label).toBe('OPEN, Ray')
    expect(JSON.stringify(shown)).not.toContain(`:${hidden},`)
    expect((await person(open, 'member')).label).toBe('HIDDEN, Ray')
    await expect(person(hidden)).rejects.toThrow(NotFound)
  })

  test('is not there under another kind, nor for an id that nobody has', async () => {
    const phone = await make.phone({ number: '447700900001' })
    await expect(person(phone)).rejects.toThrow(NotFound)
    await expect(person(999_999_999)).rejects.toThrow(NotFound)
    expect((await run('officerB', openPhone, { id: phone })).known).toMatchObject([{ number: '447700900001' }])
  })

  test('keeps a name that is more closed than its record from those whom it is closed to', async () => {
    const id = await make.person({ family: 'Aka' })
    await make.name(id, { full: 'The Ghost', marking: 'OFFICIAL-SENSITIVE' })
    expect((await person(id, 'officerB')).names).toHaveLength(1)
    expect((await person(id, 'sergeantA')).names).toHaveLength(2)
  })

  test('is logged about every record that was shown, and a miss says whether it was hidden', async () => {
    const hidden = await make.person({ family: 'Kept', compartment: world.compartment })
    await person(hidden).catch(() => undefined)
    await person(888_888_888).catch(() => undefined)
    const outcome = (id: number) =>
      world.owner<{ outcome: string }>(
        `SELECT e.outcome FROM audit_event e JOIN audit_subject s ON s.at = e.at AND s.audit_id = e.id
        WHERE s.kind = 'party' AND s.subject = $1 ORDER BY e.id DESC LIMIT 1`,
        [String(id)],
      )
    expect(await outcome(hidden)).toEqual([{ outcome: 'hidden' }])
    expect(await outcome(888_888_888)).toEqual([{ outcome: 'missed' }])
  })
})

describe('What happened', () => {
  test('is counted by role of what the reader may see, in all and in twelve months, to the day', async () => {
    const id = await make.person({ family: 'Often' })
    for (const at of ['2025-11-23T11:59:00Z', '2025-11-23T12:00:01Z', '2026-11-01T10:00:00Z'])
      await make.role(id, 'victim', await occurrence(at), { at })
    const closed = await occurrence('2026-11-02T10:00:00Z', 'robbery', world.compartment)
    await make.role(id, 'suspect', closed, { at: '2026-11-02T10:00:00Z', compartment: world.compartment })
    const { counts, happened } = await person(id)
    expect(counts).toEqual([{ role: 'victim', what: 'crime', total: 3, recent: 2 }])
    expect(happened.total).toBe(3)
    expect((await person(id, 'member')).counts.map(({ role }) => role)).toEqual(['victim', 'suspect'])
  })

  test('leaves out a role whose occurrence is hidden, though the role itself were open', async () => {
    const id = await make.person({ family: 'Loose' })
    await make.role(id, 'suspect', await occurrence('2026-11-02T10:00:00Z', 'robbery', world.compartment))
    expect(await person(id)).toMatchObject({ counts: [], happened: { rows: [], total: 0 } })
  })

  test('leaves out a role in a record out of the reader’s reach', async () => {
    const id = await make.person({ family: 'Worked-on' })
    const record = await world.addRecord({ title: 'A plan', area: world.areas.B1 })
    await make.role(id, 'subject', null, { record, area: world.areas.B1 })
    expect((await person(id, 'sergeantA')).happened.total).toBe(0)
    expect((await person(id, 'member')).happened.rows).toMatchObject([
      { roles: ['subject'], what: 'finding', record: { title: 'A plan' } },
    ])
  })

  test('has the newest first, one line for two roles in one, and can be filtered and paged', async () => {
    const id = await make.person({ family: 'Busy' })
    const both = await occurrence('2026-10-01T10:00:00Z', 'vehicle-crime')
    await make.role(id, 'victim', both, { at: '2026-10-01T10:00:00Z' })
    await make.role(id, 'caller', both, { at: '2026-10-01T10:00:00Z' })
    for (let n = 0; n < 21; n += 1) {
      const at = `2026-0${1 + (n % 9)}-${10 + n}T10:00:00Z`
      await make.role(id, 'witness', await occurrence(at), { at })
    }
    const first = await person(id)
    expect(first.happened.total).toBe(22)
    expect(first.happened.rows).toHaveLength(12)
    expect(first.happened.rows[0]).toMatchObject({ roles: ['caller', 'victim'], category: 'vehicle-crime' })
    expect((await person(id, 'sergeantA', { page: 2 })).happened.rows).toHaveLength(10)
    const victim = await person(id, 'sergeantA', { role: 'victim', what: 'crime' })
    expect(victim.happened).toMatchObject({ total: 1, rows: [{ roles: ['caller', 'victim'] }] })
    expect((await person(id, 'sergeantA', { what: 'asb' })).happened.total).toBe(0)
  })
})

describe('What is linked', () => {
  test('is told from both ends, what goes on first; a link or an end that is hidden is not there', async () => {
    const id = await make.person({ family: 'Mover' })
    const [old, now, closed] = [
      await make.address({ number: '1' }),
      await make.address({ number: '2' }),
      await make.address({ number: '3', compartment: world.compartment }),
    ]
    await make.link(id, 'lives-at', old, { from: '2019-01-01', to: '2021-05-31' })
    await make.link(id, 'lives-at', now, { from: '2021-06-01' })
    await make.link(id, 'lives-at', closed, { from: '2024-06-01' })
    await make.link(id, 'uses-vehicle', await make.vehicle({ mark: 'ZZ99ZZZ' }), { marking: 'OFFICIAL-SENSITIVE' })
    const { links, total } = (await person(id, 'officerB')).links
    expect(links.map(({ other, to }) => [other.label, to])).toEqual([
      ['2 High Street, Ashford', null],
      ['1 High Street, Ashford', '2021-05-31'],
    ])
    expect(total).toBe(2)
    expect((await person(id, 'member')).links.total).toBe(4)
    const place = await run('officerB', openAddress, { id: now })
    expect(place.links.links).toMatchObject([{ kind: 'lives-at', back: true, other: { label: 'MOVER, John Paul' } }])
  })

  test('brings the markers of whoever is there, of any record of theirs, and not what has ended', async () => {
    const one = await make.person({ family: 'Armed', birth: '1990-03-02' })
    const other = await make.person({ family: 'Armed', sameAs: one })
    await make.marker(other, 'weapons')
    await make.marker(one, 'escaper', { ended: '2026-01-01' })
    const home = await make.address({ number: '77' })
    await make.link(one, 'lives-at', home)
    const { links } = (await run('officerB', openAddress, { id: home })).links
    expect(links[0]?.other).toMatchObject({ markers: ['weapons'], birth: { date: '1990-03-02', precision: 'day' } })
  })

  test('of a building are its other flats, with who is known to live there', async () => {
    const flat = (name: string) => make.address({ flat: name, number: '9', street: 'Mill Lane', postcode: 'OX14AA' })
    const [one, two] = [await flat('Flat 1'), await flat('Flat 2')]
    await make.address({ number: '9', street: 'Mill Road', postcode: 'OX14AA' })
    await make.link(await make.person({ family: 'Upstairs' }), 'lives-at', two)
    const { flats, addresses } = (await run('officerB', openAddress, { id: one })).known
    expect(flats).toEqual([{ id: two, label: 'Flat 2, 9 Mill Lane, Ashford OX1 4AA', flat: 'Flat 2', residents: 1 }])
    expect(addresses[0]).toMatchObject({ flat: 'Flat 1', postcode: 'OX14AA' })
  })

  test('of a place are the areas around its point, the smallest last', async () => {
    const { areas } = world
    const location = await make.location(-1.2, 51.7, [areas.A1, areas.A, areas.force])
    const { where } = (await run('officerB', openAddress, { id: await make.address({ number: '5', location }) })).known
    expect(where.areas.map(({ name }) => name)).toEqual(['Vale', 'Ashford', 'Abbey'])
  })

  test('opens a vehicle and an organisation alike', async () => {
    const van = await make.vehicle({ mark: 'XY51ABC', make: 'Ford', colour: 'white' })
    const shop = await make.organisation({ label: 'Mill Lane Tyres', number: '01234567' })
    await make.link(shop, 'keeper-of', van)
    expect(await run('officerB', openVehicle, { id: van })).toMatchObject({
      known: [{ mark: 'XY51ABC', make: 'Ford' }],
      links: { links: [{ other: { label: 'Mill Lane Tyres' } }] },
    })
    expect((await run('officerB', openOrganisation, { id: shop })).known).toMatchObject([
      { registeredNumber: '01234567' },
    ])
  })
})

describe('The network', () => {
  const drawn = async (id: number, persona: PersonaName = 'officerB') => (await person(id, persona)).network

  test('has what is one and two steps away, and the ties among them', async () => {
    const id = await make.person({ family: 'Centre' })
    const friend = await make.person({ family: 'Friend', birth: '1980-01-01' })
    const [home, car] = [await make.address({ number: '11' }), await make.vehicle({ mark: 'CA11CAR' })]
    await make.link(id, 'associate-of', friend)
    await make.link(id, 'lives-at', home)
    await make.link(friend, 'lives-at', home, { to: '2020-01-01' })
    await make.link(friend, 'keeper-of', car)
    const { nodes, ties, capped } = await drawn(id)
    expect(nodes.map(({ id: node, step }) => [node, step])).toEqual([
      [friend, 1],
      [home, 1],
      [car, 2],
    ])
    expect(ties).toHaveLength(4)
    expect(ties).toContainEqual({ from: friend, to: home, kinds: ['lives-at'], over: true })
    expect(ties).toContainEqual({ from: null, to: friend, kinds: ['associate-of'], over: false })
    expect(capped).toBe(false)
  })

  test('has nothing that is hidden, nor what is reached only through it', async () => {
    const id = await make.person({ family: 'Near-hidden' })
    const hidden = await make.person({ family: 'Hidden-friend', compartment: world.compartment })
    const beyond = await make.phone({ number: '447700900002' })
    await make.link(id, 'associate-of', hidden)
    await make.link(hidden, 'uses-phone', beyond)
    expect(await drawn(id)).toEqual({ nodes: [], ties: [], children: 0, protected: 0, capped: false })
    expect((await drawn(id, 'member')).nodes).toHaveLength(2)
  })

  test('draws nobody who may be under 18, and says how many; nor whoever is marked as protected', async () => {
    const id = await make.person({ family: 'Parent' })
    const child = await make.person({ family: 'Child', birth: '2008-11-24' })
    const grown = await make.person({ family: 'Grown', birth: '2008-11-23' })
    const kept = await make.person({ family: 'Kept-safe' })
    await make.marker(kept, 'protected')
    const [beyond, refuge] = [await make.phone({ number: '447700900003' }), await make.address({ number: '12' })]
    await make.link(id, 'parent-of', child)
    await make.link(id, 'parent-of', grown)
    await make.link(id, 'partner-of', kept)
    await make.link(child, 'uses-phone', beyond)
    await make.link(kept, 'lives-at', refuge)
    const network = await drawn(id)
    expect(network.nodes.map((node) => node.id)).toEqual([grown])
    expect(network).toMatchObject({ children: 1, protected: 1 })
  })

  test('stops at forty, the most tied first, and says so', async () => {
    const hostel = await make.address({ number: '100' })
    const tied: number[] = []
    for (let n = 0; n < 45; n += 1) {
      const guest = await make.person({ family: `Guest${n}` })
      await make.link(guest, 'lives-at', hostel)
      if (n >= 43) tied.push(guest)
    }
    const [one = 0, two = 0] = tied
    await make.link(one, 'associate-of', two)
    const { network, links } = await run('officerB', openAddress, { id: hostel })
    expect(network.nodes).toHaveLength(40)
    expect(network.nodes.slice(0, 2).map(({ id }) => id)).toEqual([one, two])
    expect(network.capped).toBe(true)
    expect(links.total).toBe(45)
  })
})
