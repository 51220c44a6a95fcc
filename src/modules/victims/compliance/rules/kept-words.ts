import type { Cell } from './vco04-publish.ts'

/** How a part stands, in words. */
export const KEPT_WORDS = {
  met: 'met',
  'not-met': 'not all met',
  unknown: 'unknown',
  'nothing-owed': 'nothing owed',
  withheld: 'withheld',
} as const satisfies Record<Cell['kept'], string>
