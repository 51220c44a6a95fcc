import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { partiesOf, type Parties } from '../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { addLink, endLink } from './commands/links.ts'
import { addMarker, endMarker, reviewMarker } from './commands/markers.ts'
import { linkForm, markerForm, partyForm } from './queries/forms.ts'
import { openPerson } from './queries/open-party.ts'

const database = withTestDatabase()
let world: World
let make: Parties
let run: World['run']

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
  make = partiesOf(world)
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())

const KNIFE = { marker: 'weapons', words: 'Carries a knife', startsOn: '2026-11-20', reviewOn: '2027-05-01' }
const markers = async (id: number) => (await run('sergeantA', openPerson, { id })).markers

describe('A marker', () => {
  test('is added by an officer with what to know and when it is looked at again', async () => {
    const id = await make.person()
    await run('officerB', addMarker, { id, ...KNIFE })
    expect(await markers(id)).toMatchObject([
      { kind: 'weapons', words: 'Carries a knife', addedBy: 'PC Okoro', version: 1 },
    ])
  })

  test('is as closed as whom it stands on', async () => {
    const id = await make.person({ compartment: world.compartment })
    await run('member', addMarker, { id, ...KNIFE })
    const rows = await world.owner('SELECT compartment_id AS compartment FROM party_marker WHERE party_id = $1', [id])
    expect(rows).toEqual([{ compartment: world.compartment }])
    await expect(run('sergeantA', addMarker, { id, ...KNIFE })).rejects.toThrow(NotFound)
  })

  test.each([
    ['a review today', { ...KNIFE, reviewOn: '2026-11-23' }, RuleRefused],
    ['a review in more than a year', { ...KNIFE, reviewOn: '2027-11-25' }, RuleRefused],
    ['a beginning to come', { ...KNIFE, startsOn: '2026-11-24' }, RuleRefused],
    ['no words', { ...KNIFE, words: ' ' }, Invalid],
    ['a kind that hides somebody', { ...KNIFE, marker: 'protected' }, Invalid],
  ])('is refused with %s', async (_what, input, error) => {
    const id = await make.person()
    await expect(run('officerB', addMarker, { id, ...input })).rejects.toThrow(error)
    await expect(markers(id)).resolves.toEqual([])
  })

  test('is ended by a supervisor with the reason, and stays among what was known', async () => {
    const id = await make.person()
    const marker = await make.marker(id, 'violent')
    const end = { id: marker, version: 1, reason: 'Mistaken for his brother' }
    await expect(run('officerB', endMarker, end)).rejects.toThrow(Forbidden)
    expect(await run('sergeantA', markerForm, { id: marker })).toMatchObject({ party: { id }, marker: { version: 1 } })
    expect(await run('sergeantA', endMarker, end)).toEqual({ id, kind: 'person' })
    expect(await markers(id)).toMatchObject([{ endedOn: '2026-11-23', endedReason: 'Mistaken for his brother' }])
    await expect(run('sergeantA', endMarker, { ...end, version: 2 })).rejects.toThrow(Invalid)
  })

  test('is looked at again, and whoever saw it before is told that it changed', async () => {
    const id = await make.person()
    const marker = await make.marker(id, 'violent', { review: '2026-11-01' })
    const again = { id: marker, version: 1, words: 'Still so', reviewOn: '2027-05-01' }
    await run('sergeantA', reviewMarker, again)
    expect(await markers(id)).toMatchObject([{ words: 'Still so', reviewOn: '2027-05-01', version: 2 }])
    await expect(run('sergeantA', reviewMarker, again)).rejects.toThrow(Conflict)
  })

  test('out of reach is not there to be ended', async () => {
    const marker = await make.marker(await make.person(), 'violent', { compartment: world.compartment })
    await expect(run('sergeantA', endMarker, { id: marker, version: 1, reason: 'x' })).rejects.toThrow(NotFound)
  })
})

describe('A link by hand', () => {
  const link = (id: number, input: object) =>
    run('officerB', addLink, { id, tie: 'uses-vehicle', since: '2026-11-01', basis: 'fact', ...input })

  test('finds the other by mark, number, reference or address of its page', async () => {
    const id = await make.person()
    const van = await make.vehicle({ mark: 'KN12VAN', reference: 'V-77' })
    const phone = await make.phone({ number: '447700900111' })
    const home = await make.address()
    expect(await link(id, { other: 'kn12 van' })).toMatchObject({ id, kind: 'person', other: van })
    expect(await link(id, { other: 'V-77' })).toMatchObject({ other: van })
    expect(await link(id, { tie: 'uses-phone', other: '07700 900111' })).toMatchObject({ other: phone })
    const page = `http://frankpledge.example/addresses/${home}?page=2`
    expect(await link(id, { tie: 'lives-at', other: page })).toMatchObject({ other: home })
    const { links } = (await run('officerB', openPerson, { id })).links
    expect(links.map(({ source, from }) => [source, from])).toContainEqual(['entered', '2026-11-01'])
    expect(links).toHaveLength(4)
  })

  test('from the other end is the same link', async () => {
    const [id, home] = [await make.person(), await make.address()]
    await run('officerB', addLink, { id: home, tie: 'lives-at-back', other: String(id), basis: 'opinion' })
    expect((await run('officerB', openPerson, { id })).links.links).toMatchObject([
      { kind: 'lives-at', back: false, basis: 'opinion' },
    ])
  })

  test('says the same of somebody hidden and of nobody', async () => {
    const id = await make.person()
    await make.vehicle({ mark: 'HID1', compartment: world.compartment })
    const said = async (other: string) => link(id, { other }).catch((error: unknown) => error)
    const [hidden, absent] = [await said('HID1'), await said('ABS1')]
    expect(hidden).toBeInstanceOf(Invalid)
    expect(hidden).toEqual(absent)
  })

  test.each([
    ['to what such a link cannot join', { tie: 'lives-at', other: 'KN12VAN' }],
    ['of a kind that is not', { tie: 'likes', other: 'KN12VAN' }],
    ['that begins tomorrow', { other: 'KN12VAN', since: '2026-11-24' }],
  ])('is refused %s', async (_what, input) => {
    await expect(link(await make.person(), input)).rejects.toThrow(Invalid)
  })

  test('to several of the same mark asks which', async () => {
    const id = await make.person()
    for (let n = 0; n < 2; n += 1) await make.vehicle({ mark: 'TW1NS' })
    await expect(link(id, { other: 'TW1NS' })).rejects.toThrow('More than one')
  })

  test('is as closed as the more closed of its ends', async () => {
    const id = await make.person({ marking: 'OFFICIAL-SENSITIVE' })
    const car = await make.vehicle({ mark: 'SENS1' })
    const { link: made } = await run('sergeantA', addLink, {
      id,
      tie: 'uses-vehicle',
      other: String(car),
      basis: 'fact',
    })
    expect(await world.owner('SELECT marking FROM party_link WHERE id = $1', [made])).toEqual([
      { marking: 'OFFICIAL-SENSITIVE' },
    ])
  })

  test('ends on a day that is not to come; what comes from the records system is ended there', async () => {
    const id = await make.person()
    const { link: made } = await link(id, { other: 'KN12VAN' })
    await expect(run('officerB', endLink, { id: made, until: '2026-11-24' })).rejects.toThrow(Invalid)
    await expect(run('officerB', endLink, { id: made, until: '2026-10-31' })).rejects.toThrow(Invalid)
    await run('officerB', endLink, { id: made, until: '2026-11-23' })
    expect((await run('officerB', linkForm, { id: made })).to).toBe('2026-11-23')
    const theirs = await make.link(id, 'lives-at', await make.address())
    await expect(run('officerB', endLink, { id: theirs, until: '2026-11-23' })).rejects.toThrow(RuleRefused)
  })
})

test('An act is begun on what is there for the reader, by those who may', async () => {
  const id = await make.person()
  expect(await run('officerB', partyForm, { id })).toMatchObject({ id, kind: 'person' })
  await expect(run('analyst', partyForm, { id })).rejects.toThrow(Forbidden)
})
