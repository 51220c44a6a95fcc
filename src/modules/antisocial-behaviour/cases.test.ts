import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { partiesOf, type Parties } from '../../../test/world/parties.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { acknowledgeReview, applyForReview } from './commands/apply-review.ts'
import {
  appealReview,
  decideAppeal,
  decideReview,
  holdReview,
  recommend,
  tellOutcome,
} from './commands/decide-review.ts'
import { breachPower, choosePower, endPower } from './commands/powers.ts'
import { setThreshold } from './commands/set-threshold.ts'
import { startCase } from './commands/start-case.ts'
import { assessRisk, closeCase, linkIncident, reviewRisk } from './commands/work-case.ts'
import { listCases } from './queries/list-cases.ts'
import { openCase } from './queries/open-case.ts'
import { showStatistics } from './queries/statistics.ts'

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

const NOUGHT = {
  frequency: 0,
  escalation: 0,
  targeted: 0,
  health: 0,
  isolated: 0,
  impact: 0,
  place: 0,
  threats: 0,
  agencies: 0,
  children: 0,
}
const HIGH = { ...NOUGHT, frequency: 3, escalation: 3, health: 3, isolated: 3, impact: 3, threats: 3 }
const TEST = 'Every night until three in the morning, for four weeks'

const duties = async (id: string) =>
  world.owner<{ rule: string; due: Date | null; met: string | null }>(
    `SELECT rule, due_at AS due, met_how AS met FROM duty WHERE record_id = $1 AND superseded_at IS NULL ORDER BY opened_at, rule`,
    [id],
  )
const owed = async (id: string) => (await duties(id)).filter(({ met }) => met === null).map(({ rule }) => rule)

/** A case about a new person, with its next version. */
async function personal() {
  const person = await make.person()
  const { id } = await run('sergeantA', startCase, {
    title: 'Noise by night',
    category: 'personal',
    type: 'noise',
    place: 'Quay',
    who: String(person),
  })
  return caseOf(id, person)
}

function caseOf(id: string, person: number) {
  let version = 1
  return { id, person, seen: () => ({ id, version: version++ }), now: () => ({ id, version }) }
}

describe('A case', () => {
  test('names whom it harms where it is personal, and owes them an assessment within 24 hours', async () => {
    const plain = { title: 'T', category: 'personal', type: 'noise', place: 'Quay' }
    await expect(run('sergeantA', startCase, plain)).rejects.toThrow(Invalid)
    await expect(run('sergeantA', startCase, { ...plain, who: '999999' })).rejects.toThrow(Invalid)
    const { id, person } = await personal()
    expect(await duties(id)).toMatchObject([{ rule: 'ASB-ASSESS', due: new Date('2026-11-24T12:00:00Z') }])
    const { detail, parts } = await run('sergeantA', openCase, { id })
    expect(detail).toMatchObject({ who: { id: person }, risk: null, partyKnown: true })
    expect(parts.head).toMatchObject({ area: world.areas.A1, owner: world.personas.sergeantA.account })
  })

  test('is open to those who cover the area, and hidden from others', async () => {
    const { id } = await personal()
    for (const insider of ['commanderA', 'chief'] as const)
      expect((await run(insider, openCase, { id })).parts.head.id).toBe(id)
    await expect(run('officerB', openCase, { id })).rejects.toThrow(NotFound)
    const elsewhere = await run('officerB', listCases, {})
    expect(elsewhere).toMatchObject({ total: 0, counts: { open: 0, high: 0, unassessed: 0 } })
    await expect(run('analyst', startCase, {})).rejects.toThrow(Forbidden)
  })

  test('links incidents of anti-social behaviour once, and shows only those that its reader may open', async () => {
    const { id, seen, now } = await personal()
    const asb = async (plan: Parameters<World['addOccurrence']>[0] = {}) => {
      const made = await world.addOccurrence(plan)
      await world.owner(`UPDATE occurrence SET kind = 'asb', category = 'anti-social-behaviour' WHERE id = $1`, [made])
      return made
    }
    const [open, closed, crime] = [
      await asb(),
      await asb({ compartment: world.compartment }),
      await world.addOccurrence(),
    ]
    const how = { category: 'personal', type: 'rowdy' }
    await run('sergeantA', linkIncident, { ...seen(), incident: `/prevent/occurrences/${open}`, ...how })
    for (const incident of [open, closed, crime, 'nothing'])
      await expect(run('sergeantA', linkIncident, { ...now(), incident: String(incident), ...how })).rejects.toThrow(
        Invalid,
      )
    const { incidents } = await run('sergeantA', openCase, { id })
    expect(incidents).toMatchObject([{ id: open, type: 'rowdy', category: 'personal' }])
  })

  test('tells how often the same person came before', async () => {
    const first = await personal()
    const { id } = await run('sergeantA', startCase, {
      title: 'Again',
      category: 'personal',
      type: 'rowdy',
      place: 'Quay',
      who: String(first.person),
    })
    expect((await run('sergeantA', openCase, { id })).before).toEqual({ cases: 1, incidents: 0 })
  })
})

describe('The risk', () => {
  test('that is high is told at once, reviewed by a supervisor within 24 hours and brought to the panel', async () => {
    const { id, seen } = await personal()
    const { score } = await run('sergeantA', assessRisk, { ...seen(), ...HIGH, judgement: 'high' })
    expect(score).toBe(18)
    expect(await owed(id)).toEqual(['ASB-HIGH', 'ASB-PANEL'])
    expect((await duties(id)).find(({ rule }) => rule === 'ASB-HIGH')?.due).toEqual(new Date('2026-11-24T12:00:00Z'))
    await run('sergeantA', reviewRisk, { ...seen(), words: 'Visited' })
    expect(await owed(id)).toEqual(['ASB-PANEL'])
  })

  test('that aims at who they are goes up a band and is flagged', async () => {
    const { id, seen } = await personal()
    const answers = { ...NOUGHT, frequency: 3, impact: 3, targeted: 1 }
    await run('sergeantA', assessRisk, { ...seen(), ...answers, judgement: 'medium' })
    const { detail, assessments } = await run('sergeantA', openCase, { id })
    expect(detail).toMatchObject({ risk: 'medium', hate: true })
    expect(assessments).toMatchObject([{ score: 6, suggestion: 'medium' }])
  })

  test('assessed anew keeps the earlier limit, and what was assessed before', async () => {
    const { id, seen } = await personal()
    await run('sergeantA', assessRisk, { ...seen(), ...HIGH, judgement: 'high' })
    await run('sergeantA', assessRisk, { ...seen(), ...NOUGHT, judgement: 'standard' })
    expect((await duties(id)).find(({ rule }) => rule === 'ASB-STANDARD')?.due).toEqual(
      new Date('2026-11-24T12:00:00Z'),
    )
    expect((await run('sergeantA', openCase, { id })).assessments).toHaveLength(2)
  })

  test('is judged otherwise with a reason only', async () => {
    const { seen } = await personal()
    const as = seen()
    await expect(run('sergeantA', assessRisk, { ...as, ...NOUGHT, judgement: 'high' })).rejects.toThrow(Invalid)
    await expect(run('sergeantA', assessRisk, { ...as, ...NOUGHT, frequency: 4, judgement: 'high' })).rejects.toThrow()
    await run('sergeantA', assessRisk, { ...as, ...NOUGHT, judgement: 'high', reason: 'He was found at the door.' })
  })
})

describe('A power', () => {
  const days = { startsOn: '2026-11-23', until: '2027-01-31' }
  const chosen = { test: TEST, evidence: 'Two statements', reason: 'Advice failed', issuedBy: 'Council', ...days }

  test('is refused without its test, out of its order and from too low a rank', async () => {
    const { now } = await personal()
    const choose = async (more: object) => run('sergeantA', choosePower, { ...now(), power: 'cpw', ...chosen, ...more })
    await expect(choose({ test: '' })).rejects.toThrow(Invalid)
    await expect(choose({ test: 'Yes' })).rejects.toThrow(Invalid)
    await expect(choose({ evidence: '' })).rejects.toThrow(Invalid)
    await expect(choose({ power: 'cpn' })).rejects.toThrow(RuleRefused)
    await expect(choose({ power: 'dispersal' })).rejects.toThrow(Invalid)
    await expect(choose({ power: 'dispersal', until: '2026-11-25' })).rejects.toThrow(RuleRefused)
  })

  test('is decided on 28 days before it runs out; a breach is counted; its end meets what was owed', async () => {
    const { id, seen } = await personal()
    const { power } = await run('sergeantA', choosePower, { ...seen(), power: 'cpw', ...chosen })
    expect((await duties(id)).find(({ rule }) => rule === 'ASB-POWER')?.due).toEqual(new Date('2027-01-03T23:59:59Z'))
    await run('sergeantA', breachPower, { ...seen(), power, words: 'Again' })
    await run('sergeantA', endPower, { ...seen(), power, reason: 'The notice follows' })
    const { detail } = await run('sergeantA', openCase, { id })
    expect(detail.powers).toMatchObject([{ power: 'cpw', breaches: 1, endedOn: '2026-11-23' }])
    expect(await owed(id)).toEqual(['ASB-ASSESS'])
    await expect(run('sergeantA', endPower, { ...seen(), power, reason: 'r' })).rejects.toThrow(Invalid)
  })
})

describe('A case review', () => {
  const applied = () => ({
    authority: world.agencies.council,
    applicant: 'family',
    consent: true,
    words: 'Nobody came',
  })
  const decision = {
    qualifying: 3,
    harm: 'Cannot sleep',
    response: 'One by one',
    met: 'yes',
    reason: 'Three in six months',
  }

  test('goes from the application to the outcome told, each on its clock', async () => {
    const { id, seen, now } = await personal()
    await expect(run('sergeantA', applyForReview, { ...now(), ...applied(), consent: false })).rejects.toThrow(Invalid)
    await expect(
      run('sergeantA', applyForReview, { ...now(), ...applied(), authority: world.agencies.force }),
    ).rejects.toThrow(Invalid)
    await run('sergeantA', applyForReview, { ...seen(), ...applied() })
    await expect(run('sergeantA', applyForReview, { ...now(), ...applied() })).rejects.toThrow(RuleRefused)
    expect(await owed(id)).toEqual(['ASB-ASSESS', 'ASB-CR-ACK', 'ASB-CR-DECIDE'])
    const due = new Map((await duties(id)).map(({ rule, due: at }) => [rule, at?.toISOString().slice(0, 10)]))
    expect([due.get('ASB-CR-ACK'), due.get('ASB-CR-DECIDE')]).toEqual(['2026-11-25', '2026-11-30'])
    await run('sergeantA', acknowledgeReview, { ...seen(), how: 'Letter' })
    await expect(run('sergeantA', decideReview, { ...now(), ...decision, met: 'no' })).rejects.toThrow(
      /CRV03|a review is owed/,
    )
    await expect(run('sergeantA', holdReview, { ...now(), found: 'f' })).rejects.toThrow(RuleRefused)
    await run('sergeantA', decideReview, { ...seen(), ...decision })
    expect(await owed(id)).toEqual(['ASB-ASSESS', 'ASB-CR-INFO', 'ASB-CR-REVIEW'])
    const { action } = await run('sergeantA', recommend, {
      ...seen(),
      title: 'Light the stairs',
      agency: world.agencies.council,
      dueOn: '2026-12-20',
    })
    await run('sergeantA', holdReview, { ...seen(), found: 'Three bodies knew a part' })
    await run('sergeantA', tellOutcome, { ...seen(), how: 'Letter' })
    const { detail, parts } = await run('sergeantA', openCase, { id })
    expect(detail.review).toMatchObject({
      stage: 'finished',
      thresholdReports: 3,
      thresholdMark: 'default',
      recommended: [{ id: action, to: 'Ashford Council', state: 'open' }],
    })
    expect(parts.actions).toHaveLength(1)
    expect(await owed(id)).toEqual(['ASB-ASSESS'])
  })

  test('that is not met can be appealed; somebody else decides, and a review is owed then', async () => {
    const { id, seen, now } = await personal()
    await run('sergeantA', applyForReview, { ...seen(), ...applied() })
    await run('commanderA', decideReview, { ...seen(), ...decision, qualifying: 2, met: 'no' })
    expect(await owed(id)).toEqual(['ASB-ASSESS', 'ASB-CR-ACK', 'ASB-CR-TELL'])
    await expect(run('sergeantA', appealReview, { ...now(), appeal: 'a' })).rejects.toThrow(RuleRefused)
    await run('sergeantA', tellOutcome, { ...seen(), how: 'Letter' })
    await run('sergeantA', appealReview, { ...seen(), appeal: 'A third was made' })
    await expect(run('sergeantA', decideAppeal, { ...now(), upheld: 'yes', reason: 'r' })).rejects.toThrow(Forbidden)
    await expect(run('commanderA', decideAppeal, { ...now(), upheld: 'yes', reason: 'r' })).rejects.toThrow(
      /CRV05|Somebody else/,
    )
  })

  test('goes by the threshold that governs the day, which no later one changes', async () => {
    const { council } = world.agencies
    const own = { authority: council, from: '2026-11-23', reports: 5, months: 6, source: 'Its procedure' }
    await expect(run('sergeantA', setThreshold, own)).rejects.toThrow(Forbidden)
    await expect(run('commanderA', setThreshold, { ...own, from: '2026-11-22' })).rejects.toThrow(RuleRefused)
    await run('commanderA', setThreshold, own)
    await expect(run('commanderA', setThreshold, own)).rejects.toThrow(Invalid)
    const { id, seen } = await personal()
    await run('sergeantA', applyForReview, { ...seen(), ...applied() })
    await run('commanderA', setThreshold, { ...own, from: '2026-11-24', reports: 2 })
    const { detail } = await run('sergeantA', openCase, { id })
    expect(detail.review).toMatchObject({ thresholdReports: 5, thresholdMark: 'local' })
    await run('sergeantA', decideReview, { ...seen(), ...decision, qualifying: 4, met: 'no' })
  })

  test('is counted for the year of its application, for the whole force, whoever reads', async () => {
    const { lines, thresholds } = await run('officerB', showStatistics, { year: '2026' })
    expect(lines).toEqual([
      { authority: 'Ashford Council', asked: 3, notMet: 2, undecided: 0, held: 1, recommended: 1, appeals: 1 },
    ])
    expect(thresholds).toMatchObject([{ reports: 5, mark: 'local', next: { from: '2026-11-24', reports: 2 } }])
    expect((await run('officerB', showStatistics, { year: 2025 })).lines).toMatchObject([{ asked: 0 }])
  })
})

describe('The end', () => {
  test('waits for the assessment, and then meets what was owed', async () => {
    const { id, seen, now } = await personal()
    const end = { outcome: 'stopped', reason: 'Quiet for two months' }
    await expect(run('sergeantA', closeCase, { ...now(), ...end })).rejects.toThrow(RuleRefused)
    await run('sergeantA', assessRisk, { ...seen(), ...NOUGHT, judgement: 'standard' })
    await expect(run('sergeantA', closeCase, { id, version: 1, ...end })).rejects.toThrow(Conflict)
    await run('sergeantA', closeCase, { ...seen(), ...end })
    expect(await owed(id)).toEqual([])
    await expect(run('sergeantA', reviewRisk, { ...now(), words: 'w' })).rejects.toThrow(RuleRefused)
    expect((await run('sergeantA', listCases, { state: 'closed' })).total).toBe(1)
  })
})
