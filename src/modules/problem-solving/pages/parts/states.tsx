import { StateTag, type State } from '#ui/blocks/state-tag.tsx'
import { HELD, type Held } from '../../reference/lists.ts'
import type { EvaluationVerdict } from '../../rules/evaluation-words.ts'
import { STANDINGS, type PlanStanding } from '../../rules/pop14-standing.ts'

const STANDING_STATE = {
  'on-time': 'holding',
  late: 'slipping',
  'very-late': 'not-held',
  none: 'too-few',
} as const satisfies Record<PlanStanding, State>

/** How a plan stands to its times. */
export function StandingTag({ standing }: { readonly standing: PlanStanding }) {
  return <StateTag state={STANDING_STATE[standing]}>{STANDINGS[standing]}</StateTag>
}

const HELD_STATE = {
  held: 'holding',
  'not-held': 'not-held',
  'not-checked': 'too-few',
  'cannot-say': 'too-few',
} as const satisfies Record<Held, State>

/** Whether what a plan did held. */
export function HeldTag({ held }: { readonly held: Held }) {
  return <StateTag state={HELD_STATE[held]}>{HELD[held]}</StateTag>
}

/** Shapes of what an evaluation shows: no difference is as good to know, and is no fault. */
export const VERDICT_STATE = {
  better: 'holding',
  worse: 'not-held',
  'not-shown': 'too-few',
  refused: 'too-few',
} as const satisfies Record<EvaluationVerdict, State>
