import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { partiesOf } from '../world/parties.ts'
import { buildWorld, type World } from '../world/world.ts'
import { makeApplication, type Application } from './application.ts'
import { layOut, reviewed, writeGrid, type Grid } from './grid.ts'
import { addCase } from './seed-antisocial-behaviour.ts'
import { addCommunity } from './seed-communities.ts'
import { seedEffectiveness } from './seed-effectiveness.ts'
import { seedExtracts } from './seed-extracts.ts'
import { seedProblemExamples } from './seed-problems.ts'
import { addSharing } from './seed-sharing.ts'
import { seedTraining } from './seed-training.ts'
import { addVictimExample } from './seed-victims.ts'
import { visit, VISITORS, visitWithOldProof, type Asked, type Visitor } from './visitors.ts'

/** What every route answers everybody: reviewed by hand, cell by cell. */
const FILE = 'expectations.csv'

const database = withTestDatabase()
let world: World
let application: Application
/** What `{documentA}` and the like stand for in a row. */
let examples: Readonly<Record<string, string | number>>
let expected: Grid

beforeAll(async () => {
  world = await buildWorld(database())
  application = await makeApplication(world)
  expected = reviewed(FILE)
  const { agencies, areas, units, personas, compartment } = world
  examples = {
    documentA: await world.addDocument({ area: areas.A1 }),
    documentB: await world.addDocument({ area: areas.B1 }),
    documentSensitive: await world.addDocument({ area: areas.B1, marking: 'OFFICIAL-SENSITIVE' }),
    documentClosed: await world.addDocument({ compartment }),
    documentForce: await world.addDocument(),
    occurrence: await world.addOccurrence(),
    occurrenceSensitive: await world.addOccurrence({ marking: 'OFFICIAL-SENSITIVE' }),
    occurrenceClosed: await world.addOccurrence({ compartment }),
    party: await partiesOf(world).person(),
    partySensitive: await partiesOf(world).person({ marking: 'OFFICIAL-SENSITIVE' }),
    partyClosed: await partiesOf(world).person({ compartment }),
    recordA: await world.addRecord({ area: areas.A1 }),
    recordSensitive: await world.addRecord({ area: areas.B1, marking: 'OFFICIAL-SENSITIVE' }),
    recordClosed: await world.addRecord({ compartment }),
    ...(await seedBelongings(world, await world.addRecord({ area: areas.A1 }))),
    sergeant: personas.sergeantA.account,
    councillor: personas.partner.account,
    agency: agencies.council,
    posting: personas.sergeantA.posting,
    areaA: areas.A1,
    unitA: units.teamA,
    compartment,
    hold: await placeHold(world),
    dutyA: await addDuty(world, { area: areas.A1, unit: units.teamA }),
    dutyClosed: await addDuty(world, { compartment }),
    nothing: '00000000-0000-4000-8000-000000000000',
  }
  examples = { ...examples, ...(await seedPairs(world, examples)) }
  await giveDocumentsAFile()
  examples = {
    ...examples,
    inspection: await makeFindings(world),
    recommendation: await makeRecommendation(world),
    ...(await seedEffectiveness(world)),
    ...(await seedProblemExamples(world)),
    ...(await seedLinked(world, examples)),
    ...(await seedNumbers(world, examples)),
    ...(await addCase(world)),
    ...(await addVictimExample(world)),
    ...(await seedTraining(world)),
    ...(await addCommunity(world, Number(examples['party']))),
  }
  examples = { ...examples, ...(await addSharing(world, String(examples['planA']), areas.A1)) }
})

/** What came from the records system, and the numbers by which it knows the occurrences. */
async function seedNumbers(world: World, known: Readonly<Record<string, string | number>>) {
  const { extract, run } = await seedExtracts(world)
  await world.owner(`UPDATE occurrence SET external_reference = 'number-' || id WHERE source = 'records-extract'`)
  return {
    extract,
    extractRun: run,
    occurrenceNumber: `number-${known['occurrence'] ?? ''}`,
    occurrenceNumberSensitive: `number-${known['occurrenceSensitive'] ?? ''}`,
    occurrenceNumberClosed: `number-${known['occurrenceClosed'] ?? ''}`,
  }
}

/** Every record becomes a finding of one inspection, under its own guards. */
async function makeFindings({ owner, personas }: World): Promise<string> {
  const [row] = await owner<{ id: string }>(
    `INSERT INTO inspection (id, force_name, year, pillar, framework, imported_by, imported_at)
    VALUES (gen_random_uuid(), 'Vale', 2016, 'Effectiveness', 'PEEL2016', $1, now()) RETURNING id`,
    [personas.inspectionLead.account],
  )
  const inspection = row?.id ?? ''
  await owner(
    `INSERT INTO inspection_question (inspection_id, number, title, narrative) VALUES ($1, 1, 'How?', '{}')`,
    [inspection],
  )
  await owner(
    `INSERT INTO finding (id, inspection_id, question_number, kind, text, inspectorate_status, area_id, unit_id, owner_id,
      marking, compartment_id)
    SELECT id, $1, 1, 'afi', 'Improve', 'awaiting-review', area_id, unit_id, owner_id, marking, compartment_id FROM record`,
    [inspection],
  )
  await owner("UPDATE record SET stage = 'not-started'")
  return inspection
}

async function makeRecommendation({ owner }: World): Promise<string> {
  const [row] = await owner<{ id: string }>(
    `INSERT INTO national_recommendation (id, title, text, raised_on, entered_at)
    VALUES (gen_random_uuid(), 'All forces', 'Do', '2026-01-01', now()) RETURNING id`,
  )
  return row?.id ?? ''
}

/** Pairs of the party with others, under the guards of both, and a merge. */
async function seedPairs({ owner, compartment }: World, known: typeof examples): Promise<Record<string, string>> {
  const [pair, pairSensitive, pairClosed, change] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const { party, partySensitive, partyClosed } = known
  for (const [id, other, marking, inside] of [
    [pair, await partiesOf(world).person(), 'OFFICIAL', []],
    [pairSensitive, partySensitive, 'OFFICIAL-SENSITIVE', []],
    [pairClosed, partyClosed, 'OFFICIAL', [compartment]],
  ])
    await owner(
      `INSERT INTO match_proposal (id, kind, left_party, right_party, stage, proposed_at, marking, compartment_ids)
      VALUES ($1, 'person', least($2::bigint, $3), greatest($2::bigint, $3), 'open', now(), $4, $5)`,
      [id, party, other, marking, inside],
    )
  await owner(
    `INSERT INTO identity_change (id, at, kind, reason, parties, from_identity, to_identity, proposal_id, marking)
    VALUES ($1, now(), 'merged', 'r', '{}', $2, $2, $3, 'OFFICIAL')`,
    [change, party, pair],
  )
  return { pair, pairSensitive, pairClosed, change }
}

/** One file for every document: whether it may be read is the question, not what is in it. */
async function giveDocumentsAFile(): Promise<void> {
  const { sha256 } = await application.files.put(Readable.from([Buffer.from('note')]))
  await world.owner('UPDATE document SET sha256 = $1', [sha256])
}
afterAll(async () => {
  await application.server.close()
  await world.close()
})

/** On a record of one area: an action for somebody elsewhere, and evidence in a compartment and not. */
async function seedBelongings(world: World, record: string): Promise<Record<string, string>> {
  const { areas, personas, compartment } = world
  const [action, evidence, evidenceClosed] = [randomUUID(), randomUUID(), randomUUID()]
  await world.owner(
    `INSERT INTO action (id, record_id, title, assignee_id, added_by, added_at, area_id, marking)
    VALUES ($1, $2, 'Visit', $3, $3, now(), $4, 'OFFICIAL')`,
    [action, record, personas.officerB.account, areas.A1],
  )
  for (const [id, inside] of [
    [evidence, null],
    [evidenceClosed, compartment],
  ])
    await world.owner(
      `INSERT INTO evidence (id, record_id, title, kind, observed_on, keeps_days, added_by, added_at, marking, compartment_id)
      VALUES ($1, $2, 'Seen', 'visit', '2026-01-01', 90, $3, now(), 'OFFICIAL', $4)`,
      [id, record, personas.sergeantA.account, inside],
    )
  return { action, evidence, evidenceClosed }
}

async function placeHold(world: World): Promise<number> {
  const sql = `INSERT INTO legal_hold (kind, subject, reason, placed_by, placed_at)
    VALUES ('document', 'x', 'inquiry', $1, now()) RETURNING id`
  return (await world.owner<{ id: number }>(sql, [world.personas.custodian.account]))[0]?.id ?? 0
}

/** What is linked to the party, open and in the compartment; a marker and a link entered by hand on each. */
async function seedLinked(world: World, known: typeof examples): Promise<Record<string, string | number>> {
  const make = partiesOf(world)
  const { compartment } = world
  const [party, partyClosed] = [Number(known['party']), Number(known['partyClosed'])]
  const place = await make.address()
  return {
    place,
    placeClosed: await make.address({ compartment }),
    vehicle: await make.vehicle(),
    vehicleClosed: await make.vehicle({ compartment }),
    phone: await make.phone(),
    phoneClosed: await make.phone({ compartment }),
    organisation: await make.organisation(),
    organisationClosed: await make.organisation({ compartment }),
    marker: await make.marker(party, 'violent'),
    markerClosed: await make.marker(partyClosed, 'violent', { compartment }),
    link: await make.link(party, 'lives-at', place, { source: 'entered' }),
    linkClosed: await make.link(partyClosed, 'lives-at', place, { source: 'entered', compartment }),
  }
}

async function addDuty(
  { owner, personas, store }: World,
  guards: { readonly area?: number; readonly unit?: number; readonly compartment?: number },
): Promise<string> {
  const sql = `INSERT INTO duty (id, rule, rule_from, subject_kind, subject_id, title, triggered_by, triggered_at, opened_at,
      owner_id, area_id, unit_id, compartment_id)
    VALUES (gen_random_uuid(), 'TST-01', '2016-04-01', 'crime', gen_random_uuid()::text, 'Tell the victim', 'test', $1, $1,
      $2, $3, $4, $5) RETURNING id`
  const { area = null, unit = null, compartment = null } = guards
  const values = [store.clock.now(), personas.sergeantA.account, area, unit, compartment]
  return (await owner<{ id: string }>(sql, values))[0]?.id ?? ''
}

/** A row's name is its request, with examples in braces and after it a body in JSON where it needs one. */
function askedBy(row: string): Asked {
  const [method = '', path = '', ...body] = fill(row).split(' ')
  return { method, path, body: body.length === 0 ? {} : (JSON.parse(body.join(' ')) as Record<string, unknown>) }
}

function fill(text: string): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(examples[name] ?? whole))
}

async function answers(row: string): Promise<Record<string, string>> {
  const asked = askedBy(row)
  const answer = async (visitor: Visitor): Promise<[Visitor, string]> => [
    visitor,
    await visit(application.server, world, visitor, asked),
  ]
  const cells: [Visitor, string][] = []
  // Whoever looks changes nothing for the next; whoever does something may.
  if (asked.method === 'GET') cells.push(...(await Promise.all(VISITORS.map(answer))))
  else for (const visitor of VISITORS) cells.push(await answer(visitor))
  const insider = VISITORS.find((visitor, at) => visitor !== 'public' && cells[at]?.[1] === 'in')
  const old = insider === undefined ? '' : await visitWithOldProof(application.server, world, insider, asked)
  return Object.fromEntries([...cells, ['old proof', old]])
}

/** Whether the row asks this route: "GET /why/document/1" asks "GET /why/:kind/:id". */
function asks(row: string, route: string): boolean {
  const pattern = route.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/:\w+/g, '[^/?]+')
  const { method, path } = askedBy(row)
  return new RegExp(`^${pattern}$`).test(`${method} ${path.split('?')[0] ?? ''}`)
}

function missingRoutes(): string[] {
  return application.routes.filter((route) => !Object.keys(expected).some((row) => asks(row, route)))
}

describe('The table of who may do what', () => {
  test('has a row for every route, and no row for a route that is gone', () => {
    const rows = Object.keys(expected)
    expect(rows.filter((row) => !application.routes.some((route) => asks(row, route)))).toEqual([])
    expect(missingRoutes(), 'the next test answers them').toEqual([])
  })

  test('is true: everybody is answered as it says', async () => {
    const rows = [...Object.keys(expected), ...missingRoutes().map((route) => route.replaceAll(/:\w+/g, '1'))]
    const found: Grid = {}
    for (const row of rows) found[row] = await answers(row)
    expect(writeGrid('request', found), layOut(FILE, 'request', found)).toBe(writeGrid('request', expected))
  }, 300_000)

  test('opens nothing to a locked screen or a leaver but the doors', () => {
    const doors =
      /^(GET|POST) \/(sign-in|sign-out|signed-out|locked|lock|confirm|switch|postings|health|ready|metrics|preferences|your-case|api\/openapi)/
    for (const [row, cells] of Object.entries(expected))
      if (!doors.test(row)) expect([row, cells['locked'], cells['left']]).toEqual([row, 'locked', 'sign-in'])
  })
})
