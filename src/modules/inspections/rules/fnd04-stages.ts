import type { Finding as Refusal } from '#kernel/organisation/rules/rule.ts'

/** The force's own stages of a finding, in words. They are apart from the inspectorate's. */
export const STAGES = {
  'not-started': 'not started',
  'in-progress': 'in progress',
  claimed: 'claimed complete',
  evidenced: 'evidenced',
} as const
export type Stage = keyof typeof STAGES

export function isStage(text: string): text is Stage {
  return Object.hasOwn(STAGES, text)
}

export type Act = 'start' | 'claim-held' | 'claim-overridden' | 'withdraw-claim'

/** To which stage an act leads; null where it cannot be done. Nobody sets a stage by hand. */
const NEXT = {
  'not-started': {
    start: 'in-progress',
    'claim-held': 'evidenced',
    'claim-overridden': 'claimed',
    'withdraw-claim': null,
  },
  'in-progress': {
    start: 'in-progress',
    'claim-held': 'evidenced',
    'claim-overridden': 'claimed',
    'withdraw-claim': null,
  },
  claimed: { start: 'claimed', 'claim-held': null, 'claim-overridden': null, 'withdraw-claim': 'in-progress' },
  evidenced: { start: 'evidenced', 'claim-held': null, 'claim-overridden': null, 'withdraw-claim': 'in-progress' },
} as const satisfies Record<Stage, Record<Act, Stage | null>>

/**
 * FND04 The force's own stages. Work begins with an answer that accepts, or with a
 * measure; a claim that the measures bear
 * out is `evidenced`, one against them only `claimed`; a claim that is taken back leads to `in progress`.
 *
 * `in-progress` with a claim that held is `evidenced`; a second claim while one stands is refused.
 */
export function stageAfter(stage: Stage, act: Act): Stage | Refusal {
  const next = NEXT[stage][act]
  if (next !== null) return next
  return act === 'withdraw-claim'
    ? { rule: 'FND04', message: 'There is no claim to take back: nobody has said that this finding is met.' }
    : { rule: 'FND04', message: 'It has been claimed as met already. Take that claim back first.' }
}
