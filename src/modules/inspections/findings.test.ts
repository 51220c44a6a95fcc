import { beforeAll, describe, expect, test } from 'vitest'
import { handOnRecord } from '#kernel/records/hand-on.ts'
import { Conflict, Forbidden, Invalid, NotFound, RuleRefused } from '#platform/errors/errors.ts'
import { answerFinding } from './commands/answer-finding.ts'
import { claimMet } from './commands/claim-met.ts'
import { linkMeasure } from './commands/link-measure.ts'
import { sayUnmeasurable } from './commands/say-unmeasurable.ts'
import { setDue } from './commands/set-due.ts'
import { trackFinding } from './commands/track-finding.ts'
import { unlinkMeasure } from './commands/unlink-measure.ts'
import { withdrawClaim } from './commands/withdraw-claim.ts'
import { measures, withForce } from '../../../test/world/inspections.ts'

const force = withForce()
let [plan, files, victims, harbour] = ['', '', '', '']
beforeAll(async () => {
  const { findings } = await force().save()
  ;[plan = '', files = '', victims = '', harbour = ''] = findings
})

const link = async (id: string, more: object = {}) =>
  force().run('inspectionLead', linkMeasure(measures), {
    ...(await force().seen(id)),
    measure: 'T-PLANS',
    direction: 'at-least',
    target: '80',
    holdMonths: '3',
    ...more,
  })
const HELD = { '2026-08': 85, '2026-09': 88, '2026-10': 91 }

describe('A finding', () => {
  test('is given to somebody and a team, with the reason; who may read it follows', async () => {
    const { run, seen, open, world, findings } = force()
    const given = { owner: 'N-sergeantA', unit: world.units.teamA, marking: 'OFFICIAL', reason: 'She leads on plans' }
    await run('inspectionLead', handOnRecord, { kind: 'finding', ...(await seen(harbour)), ...given })
    expect(await open(harbour)).toMatchObject({ owner: { name: 'PS Ellis' }, team: { name: 'Abbey neighbourhoods' } })
    await expect(open(harbour, 'officerB')).rejects.toBeInstanceOf(NotFound)
    expect((await open(harbour, 'sergeantA')).id).toBe(harbour)
    expect((await findings('officerB')).total).toBe(3)
    const nobody = run('inspectionLead', handOnRecord, {
      kind: 'finding',
      ...(await seen(harbour)),
      ...given,
      owner: 'X-1',
    })
    await expect(nobody).rejects.toMatchObject({ fields: { owner: expect.any(String) } })
  })

  test('is handed on by its lead, a chief officer or its owner, who alone are offered it, and by nobody else', async () => {
    const { run, seen, open } = force()
    const give = async (who: 'sergeantA' | 'analyst' | 'chief', id: string, owner: string) =>
      run(who, handOnRecord, { kind: 'finding', ...(await seen(id)), owner, marking: 'OFFICIAL', reason: 'Hers' })
    const offered = async (who: Parameters<typeof give>[0], id: string) => (await open(id, who)).parts.head.handsOn
    await expect(give('analyst', files, 'N-sergeantA')).rejects.toMatchObject({ rule: 'REC07' })
    expect([await offered('analyst', files), await offered('chief', files)]).toEqual([false, true])
    await give('chief', files, 'N-sergeantA')
    expect(await offered('sergeantA', files)).toBe(true)
    await give('sergeantA', files, 'N-analyst')
    expect((await open(files)).owner?.name).toBe('Ms Lind')
    await expect(give('sergeantA', files, 'N-sergeantA')).rejects.toMatchObject({ rule: 'REC07' })
  })

  test('is answered; anything short of acceptance says why', async () => {
    const { run, seen, open } = force()
    const answer = async (more: object) => run('inspectionLead', answerFinding, { ...(await seen(files)), ...more })
    await expect(answer({ answer: 'partly' })).rejects.toMatchObject({ fields: { reason: expect.any(String) } })
    await answer({ answer: 'partly', reason: 'The desk files are counted already' })
    expect(await open(files)).toMatchObject({ answer: 'partly', stage: 'in-progress' })
    await expect(
      run('inspectionLead', answerFinding, { id: files, version: 1, answer: 'accepted' }),
    ).rejects.toBeInstanceOf(Conflict)
    await expect(
      run('sergeantA', answerFinding, { ...(await seen(files)), answer: 'accepted' }),
    ).rejects.toBeInstanceOf(Forbidden)
  })

  test('gets a date where its report gives none, once', async () => {
    const { run, seen, open } = force()
    const set = async (due: string) => run('inspectionLead', setDue, { ...(await seen(files)), due })
    await expect(set('2026-11-22')).rejects.toThrow('is over')
    await set('2026-12-24')
    expect((await open(files)).due).toBe('2026-12-24')
    await expect(set('2027-12-24')).rejects.toMatchObject({ rule: 'FND11' })
  })
})

describe('How a finding stands', () => {
  test('“not yet measurable” until a measure is linked that can be computed; then it follows its figures', async () => {
    const { run, seen, open, figures, evidence } = force()
    await run('inspectionLead', sayUnmeasurable, { ...(await seen(plan)), reason: 'No plan is recorded here yet' })
    expect(await open(plan)).toMatchObject({
      colour: 'grey',
      reasons: ['No measure is linked yet.', 'There is no evidence yet.'],
    })
    await link(plan, { measure: 'T-READ' })
    expect((await open(plan)).colour).toBe('grey')
    await run('inspectionLead', unlinkMeasure, { ...(await seen(plan)), measure: 'T-READ', reason: 'The wrong one' })
    await link(plan)
    await expect(link(plan)).rejects.toBeInstanceOf(Invalid)
    await figures(HELD)
    await evidence(plan, '2026-11-01', 90)
    expect(await open(plan)).toMatchObject({ colour: 'green', stage: 'in-progress', evidence: { freshness: 'fresh' } })
    await figures({ ...HELD, '2026-10': 70 })
    const slipped = await open(plan)
    expect(slipped).toMatchObject({ colour: 'amber', measures: [{ state: 'not-held' }] })
    expect(slipped.reasons[0]).toContain('October 2026')
  })

  test('amber by itself when evidence ages, red when it is stale', async () => {
    const { open, figures, world } = force()
    await figures(HELD)
    for (const [day, colour] of [
      ['2027-01-20', 'amber'],
      ['2027-02-20', 'red'],
    ] as const) {
      await world.owner("UPDATE evidence SET observed_on = '2026-11-23'::date - ($1::date - '2026-11-01'::date)", [day])
      expect([day, (await open(plan)).colour]).toEqual([day, colour])
    }
    await world.owner("UPDATE evidence SET observed_on = '2026-11-01'")
    expect((await open(plan)).colour).toBe('green')
  })
})

describe('A claim that a finding is met', () => {
  const claim = async (id: string, reason?: string, who: 'inspectionLead' | 'chief' = 'inspectionLead') =>
    force().run(who, claimMet(measures), { ...(await force().seen(id)), reason: reason ?? '' })

  test('is refused while the measure does not hold, with what is missing in words', async () => {
    await force().figures({ ...HELD, '2026-10': 70 })
    await expect(claim(plan, 'We are sure')).rejects.toMatchObject({
      rule: 'FND02',
      message: expect.stringContaining('October 2026'),
    })
    await expect(claim(victims)).rejects.toThrow('No measure is linked. There is no evidence.')
    expect((await force().open(plan)).detail.claims).toEqual([])
  })

  test('against the measure needs rank and reason, and shows as such for ever', async () => {
    const { run, seen, open } = force()
    await expect(claim(plan, undefined, 'chief')).rejects.toThrow('say why')
    expect(await claim(plan, 'October was counted before the fair', 'chief')).toMatchObject({ held: false })
    const claimed = await open(plan)
    expect(claimed).toMatchObject({ stage: 'claimed', claim: 'overridden', everOverridden: true, colour: 'amber' })
    expect(claimed.detail.claims).toEqual([
      expect.objectContaining({
        by: 'CC Ward',
        rank: 'Chief officer',
        reason: 'October was counted before the fair',
        shown: expect.stringContaining('October 2026'),
      }),
    ])
    await expect(claim(plan, 'Again', 'chief')).rejects.toMatchObject({ rule: 'FND04' })
    await run('inspectionLead', withdrawClaim, { ...(await seen(plan)), reason: 'It was not met' })
    expect(await open(plan)).toMatchObject({ stage: 'in-progress', claim: 'none', everOverridden: true })
  })

  test('that the measures bear out is evidenced; it ages on, and the override of before still shows', async () => {
    const { open, figures } = force()
    await figures(HELD)
    expect(await claim(plan, 'not needed')).toMatchObject({ held: true })
    expect(await open(plan)).toMatchObject({ stage: 'evidenced', claim: 'held', everOverridden: true, colour: 'green' })
    await figures({ ...HELD, '2026-10': 70 })
    expect(await open(plan)).toMatchObject({ stage: 'evidenced', colour: 'amber' })
  })

  test('leaves its lines on the timeline', async () => {
    const rows = await force().world.owner<{ words: string }>(
      `SELECT words FROM timeline_entry WHERE record_id = $1 AND kind = 'stage' ORDER BY at, words`,
      [plan],
    )
    expect(rows.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('against what is shown (Chief officer)'),
        expect.stringContaining('taken back'),
      ]),
    )
  })
})

describe('The inspectorate’s status', () => {
  test('changes only by dated lines of its tracker, apart from what the force says', async () => {
    const { run, seen, open } = force()
    const track = async (on: string, status: string, words = '') =>
      run('inspectionLead', trackFinding, { ...(await seen(victims)), on, status, words })
    await track('2025-03-03', 'awaiting-review')
    await track('2026-09-18', 'complete')
    await track('2026-01-04', 'being-progressed')
    const { inspectorate, stage, detail } = await open(victims)
    expect([inspectorate, stage]).toEqual(['complete', 'not-started'])
    expect(detail.tracker.map(({ on }) => on)).toEqual(['2026-09-18', '2026-01-04', '2025-03-03'])
    expect(detail.life).toEqual({ months: 18, to: '2026-09-18' })
    await expect(track('2026-11-20', 'comment')).rejects.toBeInstanceOf(Invalid)
    await expect(track('2026-11-24', 'complete')).rejects.toBeInstanceOf(RuleRefused)
    await track('2026-11-20', 'being-progressed', 'Opened again after fieldwork')
    expect(await open(victims)).toMatchObject({ inspectorate: 'being-progressed', detail: { life: { to: null } } })
  })
})
