import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { breachPower } from './commands/breach-power.ts'
import { choosePower } from './commands/choose-power.ts'
import { endPower } from './commands/end-power.ts'
import { startCase } from './commands/start-case.ts'
import { assessRisk } from './commands/assess-risk.ts'
import { closeCase } from './commands/close-case.ts'
import { linkIncident } from './commands/link-incident.ts'
import { reviewRisk } from './commands/review-risk.ts'
import { listCases } from './queries/list-cases.ts'
import { openCase } from './queries/open-case.ts'
import { duties, NOUGHT, owed, personal } from '../../../test/world/antisocial-behaviour.ts'

const database = withTestDatabase()
let world: World
let run: World['run']

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())

const HIGH = { ...NOUGHT, frequency: 3, escalation: 3, health: 3, isolated: 3, impact: 3, threats: 3 }
const TEST = 'Every night until three in the morning, for four weeks'

describe('A case', () => {
  test('names whom it harms where it is personal, and owes them an assessment within 24 hours', async () => {
    const plain = { title: 'T', category: 'personal', type: 'noise', place: 'Quay' }
    await expect(run('sergeantA', startCase, plain)).rejects.toThrow(Invalid)
    await expect(run('sergeantA', startCase, { ...plain, who: '999999' })).rejects.toThrow(Invalid)
    const { id, person } = await personal(world)
    expect(await duties(world, id)).toMatchObject([{ rule: 'ASB-ASSESS', due: new Date('2026-11-24T12:00:00Z') }])
    const { detail, parts } = await run('sergeantA', openCase, { id })
    expect(detail).toMatchObject({ who: { id: person }, risk: null, partyKnown: true })
    expect(parts.head).toMatchObject({ area: world.areas.A1, owner: world.personas.sergeantA.account })
  })

  test('is open to those who cover the area, and hidden from others', async () => {
    const { id } = await personal(world)
    for (const insider of ['commanderA', 'chief'] as const)
      expect((await run(insider, openCase, { id })).parts.head.id).toBe(id)
    await expect(run('officerB', openCase, { id })).rejects.toThrow(NotFound)
    const elsewhere = await run('officerB', listCases, {})
    expect(elsewhere).toMatchObject({ total: 0, counts: { open: 0, high: 0, unassessed: 0 } })
    await expect(run('analyst', startCase, {})).rejects.toThrow(Forbidden)
  })

  test('links incidents of anti-social behaviour once, and shows only those that its reader may open', async () => {
    const { id, seen, now } = await personal(world)
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
    const first = await personal(world)
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
    const { id, seen } = await personal(world)
    const { score } = await run('sergeantA', assessRisk, { ...seen(), ...HIGH, judgement: 'high' })
    expect(score).toBe(18)
    expect(await owed(world, id)).toEqual(['ASB-HIGH', 'ASB-PANEL'])
    expect((await duties(world, id)).find(({ rule }) => rule === 'ASB-HIGH')?.due).toEqual(
      new Date('2026-11-24T12:00:00Z'),
    )
    await run('sergeantA', reviewRisk, { ...seen(), words: 'Visited' })
    expect(await owed(world, id)).toEqual(['ASB-PANEL'])
  })

  test('that aims at who they are goes up a band and is flagged', async () => {
    const { id, seen } = await personal(world)
    const answers = { ...NOUGHT, frequency: 3, impact: 3, targeted: 1 }
    await run('sergeantA', assessRisk, { ...seen(), ...answers, judgement: 'medium' })
    const { detail, assessments } = await run('sergeantA', openCase, { id })
    expect(detail).toMatchObject({ risk: 'medium', hate: true })
    expect(assessments).toMatchObject([{ score: 6, suggestion: 'medium' }])
  })

  test('assessed anew keeps the earlier limit, and what was assessed before', async () => {
    const { id, seen } = await personal(world)
    await run('sergeantA', assessRisk, { ...seen(), ...HIGH, judgement: 'high' })
    await run('sergeantA', assessRisk, { ...seen(), ...NOUGHT, judgement: 'standard' })
    expect((await duties(world, id)).find(({ rule }) => rule === 'ASB-STANDARD')?.due).toEqual(
      new Date('2026-11-24T12:00:00Z'),
    )
    expect((await run('sergeantA', openCase, { id })).assessments).toHaveLength(2)
  })

  test('is judged otherwise with a reason only', async () => {
    const { seen } = await personal(world)
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
    const { now } = await personal(world)
    const choose = async (more: object) => run('sergeantA', choosePower, { ...now(), power: 'cpw', ...chosen, ...more })
    await expect(choose({ test: '' })).rejects.toThrow(Invalid)
    await expect(choose({ test: 'Yes' })).rejects.toThrow(Invalid)
    await expect(choose({ evidence: '' })).rejects.toThrow(Invalid)
    await expect(choose({ power: 'cpn' })).rejects.toThrow(RuleRefused)
    await expect(choose({ power: 'dispersal' })).rejects.toThrow(Invalid)
    await expect(choose({ power: 'dispersal', until: '2026-11-25' })).rejects.toThrow(RuleRefused)
  })

  test('is decided on 28 days before it runs out; a breach is counted; its end meets what was owed', async () => {
    const { id, seen } = await personal(world)
    const { power } = await run('sergeantA', choosePower, { ...seen(), power: 'cpw', ...chosen })
    expect((await duties(world, id)).find(({ rule }) => rule === 'ASB-POWER')?.due).toEqual(
      new Date('2027-01-03T23:59:59Z'),
    )
    await run('sergeantA', breachPower, { ...seen(), power, words: 'Again' })
    await run('sergeantA', endPower, { ...seen(), power, reason: 'The notice follows' })
    const { detail } = await run('sergeantA', openCase, { id })
    expect(detail.powers).toMatchObject([{ power: 'cpw', breaches: 1, endedOn: '2026-11-23' }])
    expect(await owed(world, id)).toEqual(['ASB-ASSESS'])
    await expect(run('sergeantA', endPower, { ...seen(), power, reason: 'r' })).rejects.toThrow(Invalid)
  })
})

describe('The end', () => {
  test('waits for the assessment, and then meets what was owed', async () => {
    const { id, seen, now } = await personal(world)
    const end = { outcome: 'stopped', reason: 'Quiet for two months' }
    await expect(run('sergeantA', closeCase, { ...now(), ...end })).rejects.toThrow(RuleRefused)
    await run('sergeantA', assessRisk, { ...seen(), ...NOUGHT, judgement: 'standard' })
    await expect(run('sergeantA', closeCase, { id, version: 1, ...end })).rejects.toThrow(Conflict)
    await run('sergeantA', closeCase, { ...seen(), ...end })
    expect(await owed(world, id)).toEqual([])
    await expect(run('sergeantA', reviewRisk, { ...now(), words: 'w' })).rejects.toThrow(RuleRefused)
    expect((await run('sergeantA', listCases, { state: 'closed' })).total).toBe(1)
  })
})
