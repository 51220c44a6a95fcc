import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestDatabase } from '#platform/db/testing.ts'
import { Forbidden, Invalid, RuleRefused } from '#platform/errors/errors.ts'
import { buildWorld, type World } from '../../../test/world/world.ts'
import { acknowledgeReview } from './commands/acknowledge-review.ts'
import { applyForReview } from './commands/apply-review.ts'
import { appealReview } from './commands/appeal-review.ts'
import { decideAppeal } from './commands/decide-appeal.ts'
import { decideReview } from './commands/decide-review.ts'
import { holdReview } from './commands/hold-review.ts'
import { recommend } from './commands/recommend.ts'
import { tellOutcome } from './commands/tell-outcome.ts'
import { setThreshold } from './commands/set-threshold.ts'
import { openCase } from './queries/open-case.ts'
import { showStatistics } from './queries/statistics.ts'
import { duties, owed, personal } from '../../../test/world/antisocial-behaviour.ts'

const database = withTestDatabase()
let world: World
let run: World['run']

beforeAll(async () => {
  world = await buildWorld(database(), { at: '2026-11-23T12:00:00Z' })
  run = async (persona, operation, input) => operation.output.parse(await world.run(persona, operation, input))
})
afterAll(() => world.close())

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
    const { id, seen, now } = await personal(world)
    await expect(run('sergeantA', applyForReview, { ...now(), ...applied(), consent: false })).rejects.toThrow(Invalid)
    await expect(
      run('sergeantA', applyForReview, { ...now(), ...applied(), authority: world.agencies.force }),
    ).rejects.toThrow(Invalid)
    await run('sergeantA', applyForReview, { ...seen(), ...applied() })
    await expect(run('sergeantA', applyForReview, { ...now(), ...applied() })).rejects.toThrow(RuleRefused)
    expect(await owed(world, id)).toEqual(['ASB-ASSESS', 'ASB-CR-ACK', 'ASB-CR-DECIDE'])
    const due = new Map((await duties(world, id)).map(({ rule, due: at }) => [rule, at?.toISOString().slice(0, 10)]))
    expect([due.get('ASB-CR-ACK'), due.get('ASB-CR-DECIDE')]).toEqual(['2026-11-25', '2026-11-30'])
    await run('sergeantA', acknowledgeReview, { ...seen(), how: 'Letter' })
    await expect(run('sergeantA', decideReview, { ...now(), ...decision, met: 'no' })).rejects.toThrow(
      /CRV03|a review is owed/,
    )
    await expect(run('sergeantA', holdReview, { ...now(), found: 'f' })).rejects.toThrow(RuleRefused)
    await run('sergeantA', decideReview, { ...seen(), ...decision })
    expect(await owed(world, id)).toEqual(['ASB-ASSESS', 'ASB-CR-INFO', 'ASB-CR-REVIEW'])
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
    expect(await owed(world, id)).toEqual(['ASB-ASSESS'])
  })

  test('that is not met can be appealed; somebody else decides, and a review is owed then', async () => {
    const { id, seen, now } = await personal(world)
    await run('sergeantA', applyForReview, { ...seen(), ...applied() })
    await run('commanderA', decideReview, { ...seen(), ...decision, qualifying: 2, met: 'no' })
    expect(await owed(world, id)).toEqual(['ASB-ASSESS', 'ASB-CR-ACK', 'ASB-CR-TELL'])
    await expect(run('sergeantA', appealReview, { ...now(), appeal: 'a' })).rejects.toThrow(RuleRefused)
    await run('sergeantA', tellOutcome, { ...seen(), how: 'Letter' })
    await run('sergeantA', appealReview, { ...seen(), appeal: 'A third was made' })
    await expect(run('sergeantA', decideAppeal, { ...now(), upheld: 'yes', reason: 'r' })).rejects.toThrow(Forbidden)
    await expect(run('commanderA', decideAppeal, { ...now(), upheld: 'yes', reason: 'r' })).rejects.toThrow(
      /CRV05|Somebody else/,
    )
  })

  test('that is upheld on appeal is to be held, and the outcome told anew', async () => {
    const { id, seen } = await personal(world)
    await run('sergeantA', applyForReview, { ...seen(), ...applied() })
    await run('sergeantA', decideReview, { ...seen(), ...decision, qualifying: 2, met: 'no' })
    await run('sergeantA', tellOutcome, { ...seen(), how: 'Letter' })
    await run('sergeantA', appealReview, { ...seen(), appeal: 'A third was made' })
    await run('commanderA', decideAppeal, { ...seen(), upheld: 'yes', reason: 'It qualifies' })
    const { detail } = await run('sergeantA', openCase, { id })
    expect(detail.review).toMatchObject({ stage: 'to-hold', met: true, appealUpheld: true, toldAt: null })
    expect(await owed(world, id)).toEqual(['ASB-ASSESS', 'ASB-CR-INFO', 'ASB-CR-REVIEW'])
  })

  test('goes by the threshold that governs the day, which no later one changes', async () => {
    const { council } = world.agencies
    const own = { authority: council, from: '2026-11-23', reports: 5, months: 6, source: 'Its procedure' }
    await expect(run('sergeantA', setThreshold, own)).rejects.toThrow(Forbidden)
    await expect(run('commanderA', setThreshold, { ...own, from: '2026-11-22' })).rejects.toThrow(RuleRefused)
    await run('commanderA', setThreshold, own)
    await expect(run('commanderA', setThreshold, own)).rejects.toThrow(Invalid)
    const { id, seen } = await personal(world)
    await run('sergeantA', applyForReview, { ...seen(), ...applied() })
    await run('commanderA', setThreshold, { ...own, from: '2026-11-24', reports: 2 })
    const { detail } = await run('sergeantA', openCase, { id })
    expect(detail.review).toMatchObject({ thresholdReports: 5, thresholdMark: 'local' })
    await run('sergeantA', decideReview, { ...seen(), ...decision, qualifying: 4, met: 'no' })
  })

  test('is counted for the year of its application, for the whole force, whoever reads', async () => {
    const { lines, thresholds } = await run('officerB', showStatistics, { year: '2026' })
    expect(lines).toEqual([
      { authority: 'Ashford Council', asked: 4, notMet: 2, undecided: 0, held: 1, recommended: 1, appeals: 2 },
    ])
    expect(thresholds).toMatchObject([{ reports: 5, mark: 'local', next: { from: '2026-11-24', reports: 2 } }])
    expect((await run('officerB', showStatistics, { year: 2025 })).lines).toMatchObject([{ asked: 0 }])
  })
})
