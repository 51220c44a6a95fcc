import { beforeAll, expect, test } from 'vitest'
import { computeMeasure } from '#kernel/measures/compute.ts'
import { measuresOf } from '#kernel/measures/registry.ts'
import { linkMeasure } from '#modules/inspections/commands/link-measure.ts'
import { openFinding } from '#modules/inspections/queries/open-finding.ts'
import { WHOLE_REPORT } from '#modules/inspections/report/testing.ts'
import { acceptPlan } from '#modules/problem-solving/commands/decide-proposal.ts'
import { proposePlan } from '#modules/problem-solving/commands/propose-plan.ts'
import { reviewPlan } from '#modules/problem-solving/commands/review-plan.ts'
import { problemMeasures } from '#modules/problem-solving/measures/plan-measures.ts'
import { systemReader } from '#platform/access/reader.ts'
import { transaction } from '#platform/db/transaction.ts'
import { withForce } from '../../../test/world/inspections.ts'
import { showQuestion } from './queries/show-question.ts'
import { reportOfVale } from './testing.ts'

const force = withForce()
const measures = measuresOf(problemMeasures)
let finding = ''

/** A finding on the first question, measured by problem plans; one plan, reviewed in time once and not again. */
beforeAll(async () => {
  const { save, run, seen, world } = force()
  const { findings } = await save(reportOfVale(WHOLE_REPORT))
  finding = findings[0] ?? ''
  for (const [measure, target] of [
    ['PRB-STAGES', '80'],
    ['PRB-REVIEWS', '30'],
  ])
    await run('inspectionLead', linkMeasure(measures), {
      ...(await seen(finding)),
      measure,
      direction: 'at-least',
      target,
      holdMonths: '1',
    })
  const problem = { title: 'Fires', problemType: 'damage', placeType: 'street', place: 'The square', source: 'calls' }
  const { id } = await run('sergeantA', proposePlan, problem)
  await run('commanderA', acceptPlan, await seen(id))
  await world.moveTo('2026-12-10T12:00:00Z')
  const review = { as: 'sergeant', words: 'On course' }
  await run('sergeantA', reviewPlan, { ...(await seen(id)), ...review })
  await world.moveTo('2027-01-04T12:00:00Z')
  for (const measure of problemMeasures)
    await transaction(
      world.store,
      { reader: systemReader('system:measures') },
      { requestId: 'm', origin: 'test', purpose: 'measures' },
      async (entered) => ({ value: await computeMeasure(await entered.open(), measure), audit: [] }),
    )
})

test('The finding on problem-solving is held to what the plans themselves show', async () => {
  const { run } = force()
  const { measures: linked } = await run('inspectionLead', openFinding(measures), { id: finding })
  expect(linked).toMatchObject([
    { code: 'PRB-REVIEWS', state: 'holding' },
    { code: 'PRB-STAGES', state: 'not-held' },
  ])
})

test('The first question shows the measures of problem-solving, each number with the plans behind it', async () => {
  const { run } = force()
  const { question } = await run('chief', showQuestion(measures), { framework: 'PEEL2016', code: 'E1' })
  const byCode = new Map(question.measures.map((measure) => [measure.code, measure]))
  expect([...byCode.keys()].toSorted()).toEqual(problemMeasures.map(({ code }) => code).toSorted())
  const stages = byCode.get('PRB-STAGES')
  expect(stages?.figures.at(-1)).toMatchObject({ month: '2026-12', numerator: 0, denominator: 1, value: 0 })
  expect(question.measures.every(({ diagnostic }) => diagnostic === 'E1.2')).toBe(true)
  expect(stages?.rowsAt).toBe('/prevent/problems?counted=stages&month=2026-12')
})
