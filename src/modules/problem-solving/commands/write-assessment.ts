import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { keysOf } from '#platform/edge.ts'
import { Invalid } from '#platform/errors/errors.ts'
import { optionalText } from '#platform/forms/fields.ts'
import { optionalChoice } from '#kernel/organisation/paging.ts'
import { VERDICTS } from '../reference/lists.ts'
import { effectProblem } from '../rules/pop11-effect.ts'
import { WORKERS } from '../workers.ts'
import { lockWorkedPlan, savePlan } from './locked-plan.ts'
import { aboutPlan, optionalCount, planChanged, planSeen } from './plan-fields.ts'

/** The counts are what those who worked on it say, with where they are from; the evaluation beside them is counted. */
export const writeAssessment = command({
  name: 'problem.write-assessment',
  summary: 'Write what came of a plan: done as planned, numbers before and after, displacement, verdict, lessons',
  input: z.object({
    ...planSeen,
    delivered: optionalText('Was it done as planned', 2000),
    treatedBefore: optionalCount('The count before'),
    treatedAfter: optionalCount('The count after'),
    comparisonBefore: optionalCount('The count before, elsewhere'),
    comparisonAfter: optionalCount('The count after, elsewhere'),
    countedFrom: optionalText('Where the counts are from', 500),
    displacement: optionalText('Displacement', 2000),
    publicView: optionalText('What people say', 2000),
    cost: optionalText('Cost', 500),
    verdict: optionalChoice('the verdict', keysOf(VERDICTS)),
    lessons: optionalText('What was learnt', 4000),
  }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: { event: 'problem.assessed', subjects: aboutPlan, detail: ({ verdict }) => ({ verdict }) },
  async run(tx, { id, version, ...given }) {
    const problem = effectProblem(given)
    if (problem !== null) throw new Invalid(problem)
    const locked = await lockWorkedPlan(tx, id, version)
    const columns = {
      delivered: given.delivered,
      treated_before: given.treatedBefore,
      treated_after: given.treatedAfter,
      comparison_before: given.comparisonBefore,
      comparison_after: given.comparisonAfter,
      counted_from: given.countedFrom,
      displacement: given.displacement,
      public_view: given.publicView,
      cost: given.cost,
      verdict: given.verdict,
      lessons: given.lessons,
    }
    await savePlan(tx, locked, columns, { kind: 'change', words: 'Wrote down the assessment.' })
    return { id }
  },
})
