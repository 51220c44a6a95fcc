import type { Standing } from '#calculations/clocks/standing.ts'
import type { State } from '#ui/blocks/state-tag.tsx'
import { keysOf } from '#platform/edge.ts'

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
} as const satisfies Record<Standing, { readonly words: string; readonly tag: State }>

export const STANDING_CODES = keysOf(STANDINGS)

/** Those of what is not owed any more. */
export const ENDED = ['met-on-time', 'met-late', 'waived', 'superseded'] as const satisfies readonly Standing[]

export function isEnded(standing: Standing): boolean {
  return ENDED.some((one) => one === standing)
}
