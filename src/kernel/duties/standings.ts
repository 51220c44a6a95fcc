import type { Standing } from '#calculations/clocks/standing.ts'
import type { State } from '#ui/blocks/state-tag.tsx'
import { keysOf } from '#platform/edge.ts'

/** As the clocks tell it; or cancelled, since what started it never happened. */
export type DutyStanding = Standing | 'cancelled'

/** How a duty may stand, each with its words and the shape that tells it. Only what was met in time is green. */
export const STANDINGS = {
  overdue: { words: 'overdue', tag: 'not-held' },
  'due-soon': { words: 'due soon', tag: 'slipping' },
  'not-due': { words: 'in time', tag: 'too-few' },
  paused: { words: 'clock stopped', tag: 'too-few' },
  'met-on-time': { words: 'met in time', tag: 'holding' },
  'met-late': { words: 'met late', tag: 'slipping' },
  waived: { words: 'waived', tag: 'too-few' },
  superseded: { words: 'replaced', tag: 'too-few' },
  cancelled: { words: 'cancelled: it never started', tag: 'too-few' },
} as const satisfies Record<DutyStanding, { readonly words: string; readonly tag: State }>

export const STANDING_CODES = keysOf(STANDINGS)

/** Those of what is not owed any more. */
export const ENDED = [
  'met-on-time',
  'met-late',
  'waived',
  'superseded',
  'cancelled',
] as const satisfies readonly DutyStanding[]

export function isEnded(standing: DutyStanding): boolean {
  return ENDED.some((one) => one === standing)
}
