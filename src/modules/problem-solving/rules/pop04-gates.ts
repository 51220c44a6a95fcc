import type { Finding } from '#kernel/organisation/rules/rule.ts'
import type { Worked } from './pop05-stages.ts'

/** What of a plan its gates look at. Dates as text. */
export interface GateFacts {
  readonly owner: string | null
  readonly objective: string | null
  readonly measure: string | null
  readonly baselineFrom: string | null
  readonly baselineTo: string | null
  readonly targetPercent: number | null
  readonly targetOn: string | null
  readonly whoHarmed: string | null
  readonly events: string | null
  readonly whenWhere: string | null
  readonly inYear: number | null
  readonly cheers: readonly string[]
  readonly cheersReason: string | null
  readonly dataSources: readonly string[]
  readonly sides: readonly (string | null)[]
  readonly hypotheses: readonly { readonly standing: 'unknown' | 'supported' | 'refuted' }[]
  /** Its responses, each an action that somebody must do. */
  readonly responses: readonly { readonly dueOn: string | null; readonly dropped: boolean }[]
  readonly approved: boolean
  readonly delivered: string | null
  readonly treatedBefore: number | null
  readonly treatedAfter: number | null
  readonly verdict: string | null
  readonly lessons: string | null
}

const CHEERS_COUNT = 6
const FEWEST_SOURCES = 2
const FEWEST_SIDES = 2

/** What each stage still lacks before it can be left, in words; nothing where its gate is open. */
const LACKS = {
  objective: (plan) => [
    lacks(plan.objective === null, 'what is to be reduced, where'),
    lacks(plan.measure === null, 'by which count it is measured'),
    lacks(plan.targetPercent === null, 'by how much, in a hundred'),
    lacks(plan.targetOn === null, 'by which day'),
    lacks(plan.baselineFrom === null || plan.baselineTo === null, 'the time it is set against'),
    lacks(plan.owner === null, 'an owner'),
  ],
  scanning: (plan) => [
    lacks(plan.whoHarmed === null, 'who is harmed'),
    lacks(plan.events === null, 'what the events are'),
    lacks(plan.whenWhere === null, 'when and where they happen'),
    lacks(plan.inYear === null, 'how many there were in twelve months'),
    lacks(
      new Set(plan.cheers).size < CHEERS_COUNT && plan.cheersReason === null,
      'all six of the CHEERS test, or why it is a problem without',
    ),
    lacks(new Set(plan.dataSources).size < FEWEST_SOURCES, 'a second source of data'),
  ],
  analysis: (plan) => [
    lacks(plan.hypotheses.length === 0, 'a hypothesis that can be tested'),
    lacks(
      plan.hypotheses.length > 0 && !plan.hypotheses.some(({ standing }) => standing === 'supported'),
      'a hypothesis that what was found supports',
    ),
    lacks(plan.sides.filter((side) => side !== null).length < FEWEST_SIDES, 'two sides of the triangle'),
  ],
  response: (plan) => {
    const live = plan.responses.filter(({ dropped }) => !dropped)
    return [
      lacks(live.length === 0, 'a response'),
      lacks(
        live.some(({ dueOn }) => dueOn === null),
        'a due date on every response',
      ),
      lacks(!plan.approved, 'an inspector’s approval'),
    ]
  },
  assessment: (plan) => [
    lacks(plan.delivered === null, 'whether it was done as planned'),
    lacks(plan.treatedBefore === null || plan.treatedAfter === null, 'the numbers before and after'),
    lacks(plan.verdict === null, 'a verdict'),
    lacks(plan.lessons === null, 'what was learnt'),
  ],
} as const satisfies Record<Worked, (plan: GateFacts) => readonly (string | null)[]>

function lacks(missing: boolean, words: string): string | null {
  return missing ? words : null
}

/** What the stage still lacks; nothing where it can be left. */
export function missingAt(stage: Worked, plan: GateFacts): readonly string[] {
  return LACKS[stage](plan).filter((words) => words !== null)
}

/**
 * POP04 A stage is left when what it must show is there. The fields are the stages' own (College of Policing, solving problems,
 * seen); how much of each is enough is this project's [default].
 *
 * Five of the six of CHEERS and no reason: refused; with a reason: let through. One source of data: refused; two: through.
 * A hypothesis that is still unknown: refused; supported: through. A response without a date: refused.
 */
export function gate(stage: Worked, plan: GateFacts): Finding | null {
  const missing = missingAt(stage, plan)
  if (missing.length === 0) return null
  return { rule: 'POP04', message: `This stage is not done yet. It still needs ${joined(missing)}.` }
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
