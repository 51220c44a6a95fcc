import { z } from 'zod'
import { command } from '#kernel/operations.ts'
import { ownAreaOnly } from '#kernel/areas/own-areas.ts'
import { ownUnit } from '#kernel/organisation/posting/own-unit.ts'
import { keysOf } from '#platform/edge.ts'
import { choice, optionalId, text } from '#platform/forms/fields.ts'
import { PLACE_TYPES, PROBLEM_TYPES, SOURCES } from '../reference/lists.ts'
import { WORKERS } from '../workers.ts'
import { planChanged } from './plan-fields.ts'
import { startPlan } from './start-plan.ts'

/** What is said of a problem when it is named, by a person or from a pattern. */
export const namingFields = {
  title: text('Title', 200),
  placeType: choice('The sort of place', keysOf(PLACE_TYPES)),
  place: text('The place', 300),
} as const

export const proposePlan = command({
  name: 'problem.propose',
  summary: 'Propose a problem to be worked on; a supervisor accepts it or not',
  input: z.object({
    ...namingFields,
    problemType: choice('The sort of problem', keysOf(PROBLEM_TYPES)),
    source: choice('Where it came from', keysOf(SOURCES)),
    /** The area of one’s own unit unless said. */
    area: optionalId('Area'),
  }),
  output: planChanged,
  access: { staff: WORKERS },
  purpose: 'problem solving',
  audit: {
    event: 'problem.proposed',
    subjects: (_, { id }) => [{ kind: 'problem-plan', id }],
    detail: ({ problemType, source }) => ({ problemType, source }),
  },
  async run(tx, { area: asked, ...plan }) {
    const own = await ownUnit(tx)
    ownAreaOnly(tx.reader, asked)
    const guards = {
      area: asked ?? own.area,
      unit: own.unit,
      owner: tx.reader.account,
      marking: 'OFFICIAL',
      compartment: null,
    } as const
    return { id: await startPlan(tx, { ...plan, stage: 'proposed', guards }) }
  },
})
