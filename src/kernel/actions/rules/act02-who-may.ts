import type { Finding } from '../../organisation/rules/rule.ts'

/** What can be done with an action, and by whom: those who may change its record, and the one who must do it. */
export const WHO_MAY = {
  change: ['reach'],
  complete: ['reach', 'assignee'],
  drop: ['reach'],
} as const satisfies Record<string, readonly Standing[]>
export type ActionAct = keyof typeof WHO_MAY
type Standing = 'reach' | 'assignee'

/** How somebody stands to an action. */
export interface ActionStanding {
  /** They may open its record. */
  readonly reach: boolean
  /** It is theirs to do, or their team's. */
  readonly assignee: boolean
}

export function mayAct(act: ActionAct, standing: ActionStanding): boolean {
  const allowed: readonly Standing[] = WHO_MAY[act]
  return allowed.some((one) => standing[one])
}

/** ACT02: an action is changed and dropped by those who may change its record; they and whoever must do it complete it. */
export function whoMayAct(act: ActionAct, standing: ActionStanding): Finding | null {
  if (mayAct(act, standing)) return null
  return {
    rule: 'ACT02',
    message:
      'It is yours to do, but its record is not in your reach: complete it, or ask whoever added it to change it.',
  }
}
