import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { partiesOf, type Parties } from '../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { answerIssue } from './commands/answer-issue.ts'
import {
  addKeyIndividual,
  contactKeyIndividual,
  endKeyIndividual,
  reviewKeyIndividual,
} from './commands/key-individuals.ts'
import { logEngagement } from './commands/log-engagement.ts'
import { addPlace, endPlace } from './commands/meeting-places.ts'
import { saveProfile } from './commands/save-profile.ts'
import { listCommunities } from './queries/communities.ts'
import { engagementForm, openEngagement } from './queries/engagement.ts'
import { answerForm } from './queries/issue.ts'
import { openKeyIndividual } from './queries/key-individual.ts'
import { openCommunity } from './queries/profile.ts'

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

const talk = () => ({ area: world.areas.A1, kind: 'surgery', heard: ['older', 'faith'] })
const BINS = { issue1: 'environment', issue1Words: 'Bins', issue1Answer: 'yes' }
const duties = (subject: string) =>
  world.owner<{ rule: string; due: Date | null; met: string | null }>(
    `SELECT rule, due_at AS due, met_how AS met FROM duty WHERE subject_id = $1 ORDER BY opened_at, rule, met_how NULLS LAST`,
    [subject],
  )
const logs = async (more: object = {}) => run('sergeantA', logEngagement, { ...talk(), ...more })

describe('An engagement', () => {
  test('is logged with where, what kind and who was heard: nothing else is needed', async () => {
    expect(await run('sergeantA', engagementForm, { kind: 'surgery' })).toMatchObject({
      kind: 'surgery',
      area: world.areas.A1,
      choices: [{ name: 'Abbey' }],
    })
    const { id } = await logs()
    const { engagement, head } = await run('sergeantA', openEngagement, { id })
    expect(engagement).toMatchObject({
      kind: 'surgery',
      heard: ['older', 'faith'],
      words: '',
      issues: [],
      by: 'PS Ellis',
    })
    expect(head).toMatchObject({
      stage: 'logged',
      area: world.areas.A1,
      title: 'Surgery or drop-in: People of 65 and over, faith communities',
    })
  })

  test('is open to those who cover the area, and to nobody else', async () => {
    const { id } = await logs(BINS)
    for (const insider of ['commanderA', 'chief'] as const)
      expect((await run(insider, openEngagement, { id })).engagement.issues).toHaveLength(1)
    for (const outsider of ['officerB', 'auditor'] as const)
      await expect(run(outsider, openEngagement, { id })).rejects.toThrow(NotFound)
  })

  test.each([
    ['no group', { heard: [] }, Invalid],
    ['a group that is not on the list', { heard: ['Mr Brown'] }, Invalid],
    ['a kind that is not on the list', { kind: 'interrogation' }, Invalid],
    ['words on nothing', { issue2Words: 'Bins' }, Invalid],
    ['a day to come', { on: '2026-11-24' }, RuleRefused],
    ['a day too long ago', { on: '2026-10-22' }, RuleRefused],
  ])('is refused with %s', async (_what, input, error) => {
    await expect(logs(input)).rejects.toThrow(error)
  })

  test('is refused in an area that the posting does not cover, and to those who do not go out', async () => {
    await expect(run('officerB', logEngagement, talk())).rejects.toThrow(/ENG01|does not cover/)
    await expect(run('analyst', logEngagement, talk())).rejects.toThrow(Forbidden)
  })

  test('that says what is raised owes feedback within 28 days, where somebody wants an answer', async () => {
    const { id, issues } = await logs({ ...BINS, issue2: 'asb' })
    expect(issues).toHaveLength(2)
    expect(await duties(issues[0] ?? '')).toEqual([
      { rule: 'COM-01', due: new Date('2026-12-21T23:59:59Z'), met: null },
    ])
    expect(await duties(issues[1] ?? '')).toEqual([])
    expect((await run('sergeantA', openEngagement, { id })).head.stage).toBe('feedback-owed')
  })

  test('owes it no more when feedback was given, and is over with the last of it', async () => {
    const { id, issues } = await logs({ ...BINS, issue2: 'asb', issue2Answer: 'yes' })
    const [first = '', second = ''] = issues
    const answer = { how: 'letter', answer: 'Emptied twice a week' }
    expect(await run('sergeantA', answerForm, { id: first })).toMatchObject({
      othersOwed: 1,
      engagement: { version: 1 },
    })
    await run('sergeantA', answerIssue, { id: first, version: 1, ...answer })
    expect(await duties(first)).toMatchObject([{ met: 'By letter or newsletter' }])
    expect((await run('sergeantA', openEngagement, { id })).head).toMatchObject({
      stage: 'feedback-owed',
      closedAt: null,
    })
    await expect(run('sergeantA', answerIssue, { id: second, version: 1, ...answer })).rejects.toThrow(Conflict)
    await expect(run('sergeantA', answerIssue, { id: first, version: 2, ...answer })).rejects.toThrow(Conflict)
    await run('sergeantA', answerIssue, { id: second, version: 2, ...answer })
    const { head, engagement } = await run('sergeantA', openEngagement, { id })
    expect(head.stage).toBe('answered')
    expect(engagement.issues.map(({ answer: said }) => said)).toEqual(['Emptied twice a week', 'Emptied twice a week'])
    await expect(run('officerB', answerForm, { id: first })).rejects.toThrow(NotFound)
  })
})

describe('A key individual', () => {
  const GOOD = {
    role: 'Head teacher',
    purpose: 'Tells what worries pupils',
    agreedOn: '2026-11-20',
    reviewOn: '2027-11-01',
  }
  const add = async (more: object = {}) =>
    run('sergeantA', addKeyIndividual, { area: world.areas.A1, who: String(await make.person()), ...GOOD, ...more })

  test('is kept by role, purpose and review, with the name at the party alone', async () => {
    const party = await make.person({ given: 'Nigella' })
    const { id } = await add({ who: `/people/${party}` })
    const { one, head } = await run('sergeantA', openKeyIndividual, { id })
    expect(one).toMatchObject({ who: { id: party }, role: 'Head teacher', reviewOn: '2027-11-01' })
    expect(JSON.stringify(head)).not.toContain('Nigella')
    const [kept] = await world.owner<{ text: string }>(
      'SELECT row_to_json(r)::text AS text FROM record r WHERE id = $1',
      [id],
    )
    expect(kept?.text).not.toMatch(/nigella/i)
    await expect(run('officerB', openKeyIndividual, { id })).rejects.toThrow(NotFound)
  })

  test('is talked with every 90 days: each talk meets one duty and opens the next', async () => {
    const { id } = await add()
    expect(await duties(id)).toEqual([{ rule: 'COM-03', due: new Date('2027-02-21T23:59:59Z'), met: null }])
    await world.moveTo('2026-11-24T12:00:00Z')
    await run('sergeantA', contactKeyIndividual, { id, version: 1, words: '' })
    expect(await duties(id)).toEqual([
      { rule: 'COM-03', due: new Date('2027-02-21T23:59:59Z'), met: 'Talked with them' },
      { rule: 'COM-03', due: new Date('2027-02-22T23:59:59Z'), met: null },
    ])
    await run('sergeantA', reviewKeyIndividual, { id, version: 2, agreedOn: '', reviewOn: '2027-05-01' })
    await run('sergeantA', endKeyIndividual, { id, version: 3, reason: 'Retired' })
    expect((await duties(id)).every(({ met }) => met !== null)).toBe(true)
    await expect(run('sergeantA', contactKeyIndividual, { id, version: 4 })).rejects.toThrow(Invalid)
    await world.moveTo('2026-11-23T12:00:00Z')
  })

  test.each([
    ['a review in more than a year', { reviewOn: '2027-11-25' }, RuleRefused],
    ['an agreement to come', { agreedOn: '2026-11-24' }, RuleRefused],
    ['no purpose', { purpose: ' ' }, Invalid],
    ['a name in place of somebody known', { who: 'Mr Brown' }, Invalid],
  ])('is refused with %s', async (_what, input, error) => {
    await expect(add(input)).rejects.toThrow(error)
  })

  test('is not added twice to an area, and is answered alike whether hidden or not there', async () => {
    const who = String(await make.person())
    await add({ who })
    await expect(add({ who })).rejects.toThrow(Invalid)
    const hidden = await make.person({ compartment: world.compartment })
    const said = async (party: string) => add({ who: party }).catch((error: unknown) => String(error))
    expect(await said(String(hidden))).toMatch(/no person or organisation/)
    expect(await said('999999')).toBe(await said(String(hidden)))
  })
})

describe('What is known of an area', () => {
  const words = { about: 'A market town', remember: 'Book the hall' }

  test('is read by the whole force and written by those who cover it; saving is a review', async () => {
    const id = world.areas.A1
    await run('sergeantA', saveProfile, { id, version: 0, ...words })
    await expect(run('sergeantA', saveProfile, { id, version: 0, ...words })).rejects.toThrow(Conflict)
    await expect(run('officerB', saveProfile, { id, version: 1, ...words })).rejects.toThrow(RuleRefused)
    expect((await run('officerB', openCommunity, { id })).profile).toMatchObject({ about: 'A market town', version: 1 })
    await world.moveTo('2026-11-25T12:00:00Z')
    await run('commanderA', saveProfile, { id, version: 1, ...words })
    expect(await duties(String(id))).toMatchObject([
      { rule: 'COM-02', met: 'Reviewed and saved' },
      { rule: 'COM-02', due: new Date('2027-11-25T23:59:59Z'), met: null },
    ])
    await world.moveTo('2026-11-23T12:00:00Z')
  })

  test('has groups and places, which come and go', async () => {
    const area = world.areas.A1
    const { id } = await run('sergeantA', addPlace, { area, kind: 'place', name: 'Library', groups: 'older' })
    await expect(run('officerB', addPlace, { area, kind: 'place', name: 'Hall' })).rejects.toThrow(RuleRefused)
    expect((await run('officerB', openCommunity, { id: area })).places).toMatchObject([
      { name: 'Library', groups: ['older'] },
    ])
    await expect(run('officerB', endPlace, { id, version: 1, reason: 'x' })).rejects.toThrow(NotFound)
    await run('sergeantA', endPlace, { id, version: 1, reason: 'Closed' })
    expect((await run('officerB', openCommunity, { id: area })).places).toEqual([])
  })

  test('says to somebody outside nothing of what was heard, in no number either', async () => {
    await logs(BINS)
    const inside = await run('sergeantA', openCommunity, { id: world.areas.A1 })
    expect(inside).toMatchObject({ covered: true, writes: true })
    expect(inside.heard.length).toBeGreaterThan(0)
    expect(inside.coverage?.engagements).toBeGreaterThan(0)
    expect(await run('officerB', openCommunity, { id: world.areas.A1 })).toMatchObject({
      covered: false,
      writes: false,
      heard: [],
      owed: [],
      individuals: [],
      coverage: null,
    })
    const { rows, own } = await run('officerB', listCommunities, {})
    expect(own).toBe(world.areas.B1)
    expect(rows.find(({ area }) => area.id === world.areas.A1)).toMatchObject({
      engagements: null,
      owed: null,
      last: null,
    })
    expect(rows.find(({ area }) => area.id === world.areas.B1)).toMatchObject({ engagements: 0, owed: 0 })
  })

  test('sets who was heard against the ages that are loaded, with few residents left out', async () => {
    const bands = { '0-17': 2004, '18-24': 99, '25-64': 4000, '65-plus': 1500 }
    for (const [band, people] of Object.entries(bands))
      await world.owner(`INSERT INTO population VALUES ('ward', 'A1', 'Abbey', 2024, $1, $2, 's', now())`, [
        band,
        people,
      ])
    const { coverage, figures } = await run('sergeantA', openCommunity, { id: world.areas.A1 })
    expect(coverage?.agesOf).toBe(2024)
    const of = (wanted: string) => coverage?.groups.find(({ group }) => group === wanted)
    expect(coverage?.groups[0]).toMatchObject({ group: 'young', standing: 'not-heard', residents: 2000 })
    expect(of('young-adults')).toMatchObject({ standing: 'few-residents', residents: null })
    expect(of('older')).toMatchObject({ standing: 'heard', residents: 1500 })
    expect(figures.bands.map(({ band }) => band)).toEqual(['0-17', '18-24', '25-64', '65-plus'])
    expect(figures.levels).toBeNull()
  })
})
