import { beforeAll, describe, expect, test } from 'vitest'
import { completeAction } from '#kernel/actions/change.ts'
import { computeMeasure } from '#kernel/measures/compute.ts'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction } from '#platform/db/transaction.ts'
import { Forbidden, NotFound } from '#platform/errors/errors.ts'
import type { Command } from '#platform/operations/define.ts'
import { withProblems } from '../../../test/world/problems.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { checkPlan, reopenPlan } from './commands/after-closing.ts'
import { closePlan, keepOpen, proposeClosing } from './commands/close-plan.ts'
import { acceptPlan, rejectPlan } from './commands/decide-proposal.ts'
import { addHypothesis, judgeHypothesis } from './commands/hypotheses.ts'
import { advancePlan, holdPlan, resumePlan } from './commands/move-plan.ts'
import { proposePlan } from './commands/propose-plan.ts'
import { addResponse, approveResponse } from './commands/respond.ts'
import { reviewPlan, scorePlan } from './commands/review-plan.ts'
import { writeAssessment } from './commands/write-assessment.ts'
import { setObjective, writeAnalysis, writeScanning } from './commands/write-stages.ts'
import { problemMeasures } from './measures/plan-measures.ts'
import { listPlans } from './queries/list-plans.ts'

const force = withProblems()

/** Does it to the plan as it stands now. */
const act = async (who: PersonaName, id: string, command: Command, input: object = {}) =>
  force().run(who, command, { ...(await force().seen(id)), ...input })

const OBJECTIVE = {
  objective: 'Fewer burglaries of student houses in Abbey',
  measure: 'Burglaries of homes',
  baselineFrom: '2025-11-01',
  baselineTo: '2026-10-31',
  baselineCount: '31',
  targetPercent: '20',
  targetOn: '2027-05-31',
}
const SCANNING = {
  whoHarmed: 'Students',
  events: 'Burglaries by an open window',
  whenWhere: 'Abbey Road, first weeks of term',
  inYear: '31',
  cheers: ['community', 'harm', 'expectation', 'events', 'recurring', 'similar'],
  dataSources: ['crimes', 'visit'],
}
const RESPONSE = {
  title: 'Locks on ground floor windows',
  agency: '',
  dueOn: '2027-01-31',
  side: 'place',
  technique: 'E1',
  mechanism: 'A window that is locked is not climbed through',
  evidenceLink: 'Review of window locks and lights',
}

async function toResponse(id: string): Promise<void> {
  await act('sergeantA', id, setObjective, OBJECTIVE)
  await act('sergeantA', id, advancePlan)
  await act('sergeantA', id, writeScanning, SCANNING)
  await act('sergeantA', id, advancePlan)
  await act('sergeantA', id, writeAnalysis, { sideVictim: 'Students', sidePlace: 'Windows' })
  await act('sergeantA', id, addHypothesis, { words: 'Windows are left open', test: 'Most entries by a window' })
  const [hypothesis] = (await force().open(id)).plan.hypotheses
  const found = { hypothesis: hypothesis?.id, standing: 'supported', shownBy: '24 of 31 by a window' }
  await act('sergeantA', id, judgeHypothesis, found)
  await act('sergeantA', id, advancePlan)
}

async function toAssessment(id: string): Promise<void> {
  await toResponse(id)
  await act('sergeantA', id, addResponse, { ...RESPONSE, agency: String(force().world.agencies.council) })
  await act('commanderA', id, approveResponse, { reason: 'It follows from the analysis' })
  await act('sergeantA', id, advancePlan)
  const [response] = (await force().open(id)).plan.responses
  await force().run('sergeantA', completeAction, { id: response?.id, version: 1, outcome: '140 windows' })
}

const ASSESSMENT = {
  delivered: 'Yes, two months late',
  treatedBefore: '31',
  treatedAfter: '9',
  comparisonBefore: '80',
  comparisonAfter: '82',
  countedFrom: 'Recorded crimes',
  verdict: 'better',
  lessons: 'Locks that landlords pay for are fitted; leaflets alone changed nothing',
}

describe('A problem', () => {
  test('is proposed by an officer, accepted by a supervisor; its first stage and reviews are owed from then', async () => {
    const { plan, owed, open } = force()
    const id = await plan({ accepted: false })
    expect([await owed(id), (await open(id)).stage]).toEqual([[], 'proposed'])
    await act('sergeantA', id, acceptPlan)
    expect((await open(id)).stage).toBe('objective')
    expect(await owed(id)).toEqual(['PRB-INSPECTOR', 'PRB-OBJECTIVE', 'PRB-SERGEANT', 'PRB-UPDATE'])
    await expect(act('sergeantA', id, acceptPlan)).rejects.toMatchObject({ rule: 'POP05' })
  })

  test('is rejected with a reason, and not written in before it is accepted', async () => {
    const { plan, open } = force()
    const id = await plan({ accepted: false })
    await expect(act('sergeantA', id, setObjective, OBJECTIVE)).rejects.toMatchObject({ rule: 'POP13' })
    await act('sergeantA', id, rejectPlan, { reason: 'It is one house' })
    const { stage, parts } = await open(id)
    expect([stage, parts.head.closedAt !== null]).toEqual(['rejected', true])
  })

  test('is proposed only where one works, and by those who work on problems', async () => {
    const { run, world } = force()
    const problem = { title: 'T', problemType: 'other', placeType: 'street', place: 'P', source: 'calls' }
    const there = { ...problem, area: String(world.areas.B1) }
    await expect(run('sergeantA', proposePlan, there)).rejects.toMatchObject({ fields: { area: expect.any(String) } })
    await expect(run('auditor', proposePlan, problem)).rejects.toBeInstanceOf(Forbidden)
  })
})

describe('A plan', () => {
  let id = ''
  beforeAll(async () => {
    id = await force().plan()
  })

  test('goes through no gate that is shut, and says what is missing', async () => {
    await expect(act('sergeantA', id, advancePlan)).rejects.toMatchObject({
      rule: 'POP04',
      message: expect.stringContaining('by how much'),
    })
    await act('sergeantA', id, setObjective, { ...OBJECTIVE, targetPercent: '' })
    expect((await force().open(id)).missing).toEqual(['by how much, in a hundred'])
  })

  test('goes on to the response; each stage is met, and the next is owed', async () => {
    await toResponse(id)
    expect((await force().open(id)).stage).toBe('response')
    expect(await force().owed(id)).toEqual(['PRB-INSPECTOR', 'PRB-RESPONSE', 'PRB-SERGEANT', 'PRB-UPDATE'])
    await expect(
      act('sergeantA', id, proposeClosing, { outcome: 'abandoned', reason: 'No time' }),
    ).rejects.toMatchObject({
      rule: 'POP05',
    })
  })

  test('has responses with evidence or a reason, partners named, approved by rank and not by its owner', async () => {
    const { world, open } = force()
    const agency = String(world.agencies.council)
    const bare = { ...RESPONSE, agency, evidenceLink: '' }
    await expect(act('sergeantA', id, addResponse, bare)).rejects.toMatchObject({
      fields: { evidenceLink: expect.stringContaining('POP07') },
    })
    await act('sergeantA', id, addResponse, { ...RESPONSE, agency })
    expect((await open(id)).plan.responses).toMatchObject([{ assignee: 'Ashford Council', technique: 'E1' }])
    await expect(act('sergeantA', id, approveResponse, { reason: 'Mine' })).rejects.toMatchObject({ rule: 'POP06' })
    await act('commanderA', id, approveResponse, { reason: 'It follows' })
    await expect(act('sergeantA', id, setObjective, OBJECTIVE)).rejects.toMatchObject({ rule: 'POP13' })
    // Another response, and it is to be approved again.
    await act('sergeantA', id, addResponse, { ...RESPONSE, title: 'Letters', agency })
    expect((await open(id)).plan.approvedBy).toBeNull()
    await act('commanderA', id, approveResponse, { reason: 'Both' })
    await act('sergeantA', id, advancePlan)
    expect((await open(id)).stage).toBe('assessment')
  })

  test('is reviewed by rank; the next review is owed from then', async () => {
    const { world } = force()
    await expect(act('sergeantA', id, reviewPlan, { as: 'inspector', words: 'x' })).rejects.toMatchObject({
      rule: 'POP06',
    })
    await world.moveTo('2026-12-01T12:00:00Z')
    await act('sergeantA', id, reviewPlan, { as: 'sergeant', words: 'Locks are late' })
    const rows = await world.owner(
      `SELECT due_at, met_at FROM duty WHERE record_id = $1 AND rule = 'PRB-SERGEANT' ORDER BY opened_at`,
      [id],
    )
    expect(rows).toMatchObject([{ met_at: new Date('2026-12-01T12:00:00Z') }, { met_at: null }])
    expect(rows[1]).toMatchObject({ due_at: new Date('2026-12-29T23:59:59Z') })
    await world.moveTo('2026-11-23T12:00:00Z')
  })

  test('is scored by somebody else; against the items only with a reason; older scores stay', async () => {
    const score = (value: string, more: object = {}) => ({
      ...Object.fromEntries(
        [
          'specific',
          'sources',
          'causes',
          'tested',
          'community',
          'partners',
          'follows',
          'delivered',
          'measured',
          'shared',
        ].map((code) => [code, value]),
      ),
      ...more,
    })
    await expect(act('sergeantA', id, scorePlan, score('4', { judgement: 'good' }))).rejects.toMatchObject({
      rule: 'POP06',
    })
    await expect(act('commanderA', id, scorePlan, score('2', { judgement: 'good' }))).rejects.toMatchObject({
      fields: { reason: expect.stringContaining('ASM02') },
    })
    await act('commanderA', id, scorePlan, score('2', { judgement: 'not-yet' }))
    await act('commanderA', id, scorePlan, score('3', { judgement: 'good' }))
    const { quality } = await force().open(id)
    expect(quality.map(({ score: sum, judgement }) => [sum, judgement])).toEqual(
      expect.arrayContaining([
        [30, 'good'],
        [20, 'not-yet'],
      ]),
    )
    const chained = await force().world.owner(
      'SELECT FROM assessment WHERE record_id = $1 AND previous_id IS NOT NULL',
      [id],
    )
    expect(chained).toHaveLength(1)
  })

  test('on hold its clocks stand still, and run on afterwards', async () => {
    const { world, open } = force()
    const other = await force().plan()
    await act('sergeantA', other, holdPlan, { reason: 'The team is at the festival', until: '2026-12-23' })
    const still = () =>
      world.owner('SELECT FROM duty WHERE record_id = $1 AND paused_at IS NOT NULL AND ended_at IS NULL', [other])
    expect([(await open(other)).stage, (await still()).length]).toEqual(['on-hold', 4])
    await world.moveTo('2026-12-20T12:00:00Z')
    await act('sergeantA', other, resumePlan)
    expect([(await open(other)).stage, (await still()).length]).toEqual(['objective', 0])
    await world.moveTo('2026-11-23T12:00:00Z')
  })
})

describe('The end of a plan', () => {
  let id = ''
  beforeAll(async () => {
    id = await force().plan({ title: 'Student houses in Abbey broken into' })
    await toAssessment(id)
  })
  const propose = (outcome: string) =>
    act('sergeantA', id, proposeClosing, { outcome, reason: 'As it stands', share: 'yes' })

  test('rests on its assessment, which says no more than its counts', async () => {
    await expect(propose('reduced')).rejects.toMatchObject({ rule: 'POP08' })
    await expect(act('sergeantA', id, writeAssessment, { ...ASSESSMENT, treatedAfter: '30' })).rejects.toMatchObject({
      fields: { verdict: expect.stringContaining('POP11') },
    })
    await act('sergeantA', id, writeAssessment, ASSESSMENT)
    expect((await force().open(id)).effect).toContain('better than where nothing was done')
  })

  test('is proposed by one and decided by another of rank', async () => {
    await propose('reduced')
    await expect(act('sergeantA', id, closePlan)).rejects.toMatchObject({ rule: 'POP06' })
    await act('commanderA', id, keepOpen, { reason: 'Look at January first' })
    await propose('reduced')
    await act('commanderA', id, closePlan)
    expect((await force().open(id)).stage).toBe('closed')
    expect(await force().owed(id)).toEqual(['PRB-CHECK-12', 'PRB-CHECK-3', 'PRB-CHECK-6'])
  })

  test('is known to the whole force by what it taught, and the plan to those in its reach only', async () => {
    const { run, open } = force()
    const { id: other } = await run('member', proposePlan, {
      title: 'Burglaries of student houses in Beech',
      problemType: 'burglary',
      placeType: 'homes',
      place: 'Beech Hill',
      source: 'calls',
    })
    const { similar } = await open(other, 'member')
    expect(similar).toMatchObject([
      {
        title: 'Student houses in Abbey broken into',
        areaName: 'Abbey',
        outcome: 'reduced',
        held: 'not-checked',
        plan: null,
      },
    ])
    expect((await open(await force().plan())).similar.find(({ plan }) => plan === id)).toBeDefined()
    await expect(open(id, 'member')).rejects.toBeInstanceOf(NotFound)
  })

  test('is followed by checks, the first owed first; what they say reaches whoever learns from it', async () => {
    const { world, owed } = force()
    await world.moveTo('2027-02-20T12:00:00Z')
    await act('sergeantA', id, checkPlan, { held: 'held', words: 'Eight since November' })
    expect(await owed(id)).toEqual(['PRB-CHECK-12', 'PRB-CHECK-6'])
    expect(await world.owner('SELECT held FROM problem_lesson')).toEqual([{ held: 'held' }])
  })

  test('is taken back within six months: it is worked on again, and whoever learnt from it is told', async () => {
    const { world, owed, open } = force()
    await world.moveTo('2027-05-24T12:00:00Z')
    await expect(act('sergeantA', id, reopenPlan, { reason: 'Late' })).rejects.toMatchObject({ rule: 'POP10' })
    await world.moveTo('2027-05-23T12:00:00Z')
    await act('sergeantA', id, reopenPlan, { reason: 'Eleven since April' })
    expect(await open(id)).toMatchObject({ stage: 'analysis', plan: { timesReopened: 1, outcome: null } })
    expect(await owed(id)).toEqual(['PRB-ANALYSIS', 'PRB-INSPECTOR', 'PRB-SERGEANT', 'PRB-UPDATE'])
    expect(await world.owner('SELECT held FROM problem_lesson')).toEqual([{ held: 'not-held' }])
    await world.moveTo('2026-11-23T12:00:00Z')
  })
})

describe('Who sees a plan', () => {
  const list = (who: PersonaName, filter: object = {}) => force().run(who, listPlans, filter)

  test('those in whose area or unit it is, and nobody else: not in lists, counts, nor by a filter', async () => {
    const [mine, theirs] = [await list('sergeantA'), await list('officerB')]
    expect(mine.total).toBeGreaterThan(2)
    expect(theirs).toMatchObject({ total: 1, areas: [{ text: 'Beech' }] })
    expect(Object.values(theirs.stages)).toEqual([1])
    expect((await list('chief')).total).toBe(mine.total + theirs.total)
    expect((await list('chief', { of: 'me' })).total).toBe(0)
    expect((await list('sergeantA', { of: 'me' })).total).toBe(mine.total)
  })

  test('one that is put into a compartment is there for its members only, with all that belongs to it', async () => {
    const { world, run, seen, open } = force()
    const id = await force().plan({ title: 'Hidden' })
    await act('sergeantA', id, addHypothesis, { words: 'W', test: 'T' })
    const before = (await list('chief')).total
    const to = { owner: 'N-member', marking: 'OFFICIAL', compartment: String(world.compartment), reason: 'Hidden' }
    await world.owner(
      `INSERT INTO compartment_member (compartment_id, account_id, reason, starts) VALUES ($1, $2, 'r', '2026-01-01')`,
      [world.compartment, world.personas.commanderA.account],
    )
    await run('commanderA', handOnRecord, { kind: 'problem-plan', ...(await seen(id)), ...to })
    await expect(open(id)).rejects.toBeInstanceOf(NotFound)
    await expect(open(id, 'chief')).rejects.toBeInstanceOf(NotFound)
    expect((await list('chief')).total).toBe(before - 1)
    expect((await open(id, 'member')).plan.hypotheses).toHaveLength(1)
  })
})

describe('Measures of plans', () => {
  test('count stages, reviews, ends and checks by policing area, and open their rows', async () => {
    const { world } = force()
    await world.moveTo('2027-06-10T12:00:00Z')
    for (const measure of problemMeasures)
      await transaction(
        world.store,
        { reader: systemReader('system:measures') },
        { requestId: 'm', origin: 'test', purpose: 'measures' },
        async (entered) => ({ value: await computeMeasure(await entered.open(), measure), audit: [] }),
      )
    const rows = await world.owner<{ measure: string; area: number | null }>(
      `SELECT measure, area_id AS area, sum(numerator) AS n, sum(denominator) AS d FROM measure_value GROUP BY 1, 2`,
    )
    expect([...new Set(rows.map(({ measure }) => measure))].sort()).toEqual(['PRB-HELD', 'PRB-REVIEWS', 'PRB-STAGES'])
    expect(rows.every(({ area }) => area === null || area === world.areas.A || area === world.areas.B)).toBe(true)
    const stages = rows.find(({ measure, area }) => measure === 'PRB-STAGES' && area === null)
    expect(stages).toMatchObject({ n: expect.any(Number), d: expect.any(Number) })
    const due = await force().run('chief', listPlans, { counted: 'checks', month: '2027-02' })
    expect(due.total).toBe(1)
    await world.moveTo('2026-11-23T12:00:00Z')
  })
})
