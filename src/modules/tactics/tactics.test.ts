import { beforeAll, describe, expect, test } from 'vitest'
import { readNotifications } from '#kernel/notifications/list.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction } from '#platform/db/transaction.ts'
import { Forbidden, NotFound } from '#platform/errors/errors.ts'
import { addResponse } from '#modules/problem-solving/commands/respond.ts'
import { proposePlan } from '#modules/problem-solving/commands/propose-plan.ts'
import { acceptPlan } from '#modules/problem-solving/commands/decide-proposal.ts'
import { withProblems } from '../../../test/world/problems.ts'
import type { PersonaName } from '../../../test/world/personas.ts'
import { followType, unfollowType } from './commands/follow.ts'
import { writeReview } from './commands/write-review.ts'
import { tellOfLesson, tellOfReview } from './jobs/tell-followers.ts'
import { listTactics } from './queries/list-tactics.ts'
import { openTactic } from './queries/open-tactic.ts'
import { listReviews, openReview } from './queries/policy-reviews.ts'

const force = withProblems()

const RESPONSE = {
  title: 'Gates on both alleys',
  person: '',
  team: '',
  dueOn: '2027-01-31',
  side: 'place',
  technique: 'E2',
  mechanism: 'Nobody comes in at the back',
}
/** A minute after what was before, so that it is known which came first. */
const respond = async (who: PersonaName, id: string, more: object) => {
  const { world } = force()
  await world.moveTo(new Date(world.store.clock.now().getTime() + 60_000).toISOString())
  const agency = String(force().world.agencies.council)
  return force().run(who, addResponse, { ...(await force().seen(id)), ...RESPONSE, agency, ...more })
}

/** Runs a job of followers as the system does. */
async function tell(job: typeof tellOfLesson, id: string): Promise<void> {
  const { store } = force().world
  await job.run(
    {
      store,
      files: undefined as never,
      jobRun: 'run',
      headsFile: null,
      person: null,
      progress: async () => {},
      personTransaction: async () => {
        throw new Forbidden()
      },
      transaction: (work) =>
        transaction(
          store,
          { reader: systemReader('system:tactics') },
          { requestId: 'tell', origin: 'test', purpose: 'problem solving' },
          async (entered) => work(await entered.open()),
        ),
    },
    { id },
  )
}

/** What somebody was told, by what it is called for them. */
async function toldOf(who: PersonaName): Promise<readonly string[]> {
  const { world } = force()
  return transaction(
    world.store,
    await world.signIn(who),
    { requestId: 'told', origin: 'test', purpose: 'problem solving' },
    async (entered) => ({ value: await readNotifications(await entered.open(), 50), audit: [] }),
  ).then(({ lines }) => lines.map(({ event, about }) => `${event}: ${about}`))
}

const usedBy = async (who: PersonaName, code: string) => (await force().run(who, openTactic, { code })).tactic.own.used

describe('A response', () => {
  let id = ''
  beforeAll(async () => {
    id = await force().plan()
  })

  test('by a tactic of the library rests on evidence by that alone', async () => {
    await respond('sergeantA', id, { tactic: 'alley-gates' })
    await expect(respond('sergeantA', id, { tactic: 'alley-gates', noEvidenceReason: 'None' })).rejects.toMatchObject({
      fields: { noEvidenceReason: expect.stringContaining('POP07') },
    })
    await expect(respond('sergeantA', id, { tactic: 'horoscopes' })).rejects.toThrow()
    expect((await force().open(id)).plan.responses).toMatchObject([{ tactic: 'alley-gates', failingReason: null }])
  })

  test('by a tactic that is known to fail is an inspector’s to choose, with the reason', async () => {
    const failing = { tactic: 'unfocused-beats', failingReason: 'Residents were promised it until the gates are up' }
    await expect(respond('sergeantA', id, failing)).rejects.toMatchObject({ rule: 'TAC01' })
    await expect(respond('commanderA', id, { tactic: 'unfocused-beats' })).rejects.toMatchObject({
      fields: { failingReason: expect.stringContaining('TAC01') },
    })
    await respond('commanderA', id, failing)
    expect((await force().open(id)).plan.responses).toMatchObject([
      { tactic: 'alley-gates' },
      { tactic: 'unfocused-beats', failingReason: failing.failingReason, addedBy: 'Supt Hale' },
    ])
  })

  test('is counted beside its tactic for whoever may open the plan, and for nobody else', async () => {
    expect(await usedBy('sergeantA', 'alley-gates')).toBe(1)
    expect(await usedBy('chief', 'alley-gates')).toBe(1)
    expect(await usedBy('officerB', 'alley-gates')).toBe(0)
    const { tactics } = await force().run('sergeantA', listTactics, { type: 'burglary' })
    expect(tactics.find(({ code }) => code === 'alley-gates')).toMatchObject({ own: { used: 1, open: 1 } })
    await expect(force().run('sergeantA', openTactic, { code: 'horoscopes' })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('What was learnt', () => {
  let id = ''
  beforeAll(async () => {
    const { run, seen, world } = force()
    ;({ id } = await run('sergeantA', proposePlan, {
      title: 'Vans broken into in Abbey',
      problemType: 'vehicle-crime',
      placeType: 'parking',
      place: 'Station car park',
      source: 'calls',
    }))
    await run('commanderA', acceptPlan, await seen(id))
    await respond('sergeantA', id, { tactic: 'cctv' })
    await run('officerB', followType, { type: 'vehicle-crime' })
    await run('sergeantA', followType, { type: 'burglary' })
    await world.owner(
      `INSERT INTO problem_lesson (plan_id, reference, title, problem_type, place_type, library_tactics, words, outcome, verdict,
        held, area_name, closed_on, written_by, area_id, marking)
      SELECT r.id, r.reference, r.title, 'vehicle-crime', 'parking', '{cctv}', 'Cameras at the back lane did it', 'reduced',
        'better', 'held', 'Ashford', '2026-11-20', $2, r.area_id, 'OFFICIAL' FROM record r WHERE r.id = $1`,
      [id, world.personas.sergeantA.account],
    )
  })

  test('counts beside the tactic for the whole force, though the plan stays where it is', async () => {
    const { run } = force()
    const { uses } = await run('officerB', openTactic, { code: 'cctv' })
    expect(uses).toMatchObject([{ title: 'Vans broken into in Abbey', outcome: 'reduced', held: 'held', plan: null }])
    // In reach it is told as it stands now, and once: the plan is open still.
    expect((await run('sergeantA', openTactic, { code: 'cctv' })).uses).toMatchObject([{ ended: false, plan: id }])
    const { lessons, followed } = await run('officerB', listTactics, { type: 'vehicle-crime' })
    expect(lessons).toMatchObject([{ words: 'Cameras at the back lane did it', plan: null }])
    expect(followed).toEqual(['vehicle-crime'])
  })

  test('is told to those who follow that sort of problem, and to nobody else', async () => {
    await tell(tellOfLesson, id)
    expect(await toldOf('officerB')).toEqual([expect.stringMatching(/^lesson\.kept: .+ Vans broken into in Abbey$/)])
    expect(await toldOf('sergeantA')).not.toContainEqual(expect.stringContaining('lesson.kept'))
  })

  test('is not told of any more to whom may not read it, nor to whoever asked for no more', async () => {
    const { world, run } = force()
    await world.owner(`UPDATE problem_lesson SET marking = 'OFFICIAL-SENSITIVE' WHERE plan_id = $1`, [id])
    expect(await toldOf('officerB')).toEqual([])
    await world.owner(`UPDATE problem_lesson SET marking = 'OFFICIAL' WHERE plan_id = $1`, [id])
    await run('officerB', unfollowType, { type: 'vehicle-crime' })
    await world.moveTo('2026-11-23T13:00:00Z')
    await tell(tellOfLesson, id)
    expect(await toldOf('officerB')).toHaveLength(1)
  })
})

describe('The review of a policy', () => {
  const REVIEW = {
    title: 'What is offered after a burglary',
    problemType: 'burglary',
    decided: 'Four devices for each home',
    evidence: 'A study of homes',
    tactics: ['wide-home-security', 'property-marking'],
    reviewedOn: '2026-11-20',
    nextReviewOn: '2027-05-20',
  }

  test('is written by commanders, chief officers and analysts; never ahead, and with a day for the next', async () => {
    const { run } = force()
    await expect(run('sergeantA', writeReview, REVIEW)).rejects.toBeInstanceOf(Forbidden)
    await expect(run('analyst', writeReview, { ...REVIEW, reviewedOn: '2026-11-24' })).rejects.toMatchObject({
      fields: { reviewedOn: expect.any(String) },
    })
    await expect(run('analyst', writeReview, { ...REVIEW, nextReviewOn: '2026-11-23' })).rejects.toMatchObject({
      fields: { nextReviewOn: expect.any(String) },
    })
  })

  test('stands for the whole force, beside each tactic that it cites, and its followers are told', async () => {
    const { run } = force()
    const { id } = await run('commanderA', writeReview, REVIEW)
    expect(await run('officerB', openReview, { id })).toMatchObject({ tactics: REVIEW.tactics, writtenBy: 'Supt Hale' })
    expect((await run('officerB', openTactic, { code: 'property-marking' })).reviews).toMatchObject([{ id }])
    expect((await run('officerB', openTactic, { code: 'cctv' })).reviews).toEqual([])
    await tell(tellOfReview, id)
    expect(await toldOf('sergeantA')).toContain('policy-review.written: What is offered after a burglary')
  })

  test('leaves a duty to look again, which the next review of the policy meets', async () => {
    const { run, world } = force()
    const [before] = (await run('officerB', listReviews, {})).reviews
    const owed = () =>
      world.owner<{ due: string | null; met: boolean }>(
        `SELECT (due_at AT TIME ZONE 'Europe/London')::date::text AS due, met_at IS NOT NULL AS met FROM duty
        WHERE rule = 'TAC-REVIEW' ORDER BY opened_at, due_at`,
      )
    expect(await owed()).toEqual([{ due: '2027-05-20', met: false }])
    await world.moveTo('2026-12-01T12:00:00Z')
    const next = { ...REVIEW, reviewedOn: '2026-12-01', nextReviewOn: '2027-12-01', follows: before?.id }
    const { id } = await run('analyst', writeReview, next)
    expect(await owed()).toEqual([
      { due: '2027-05-20', met: true },
      { due: '2027-12-01', met: false },
    ])
    expect((await run('officerB', listReviews, { type: 'burglary' })).reviews).toMatchObject([
      { id, follows: before?.id },
    ])
    await expect(run('analyst', writeReview, next)).rejects.toThrow(/reviewed again already/)
  })
})
